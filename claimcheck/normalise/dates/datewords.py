"""The date words of one language, made ready for scanning, and steps over tokens."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from functools import cache, lru_cache
from itertools import chain
from typing import Any, Literal

import msgspec

from claimcheck.lexicon import languages, table
from claimcheck.normalise.dates.senses import Sense, capitalised, inverted, senses
from claimcheck.normalise.dates.triggers import Triggers
from claimcheck.normalise.hours import clockwords
from claimcheck.normalise.hours.clockwords import ClockWords
from claimcheck.normalise.numbers.words import Atom

_TOKEN = re.compile(r"\d+|[^\W\d_]+|\S")
Look = Literal["lasting", "month", "future", "past", "since"]
_BOUNDS = ("since", "starting", "until", "before", "after")
_AHEAD = ("modal_words", "coming_words", "future_words")
_PARTS = ("begin", "middle", "end", "so_far", "ahead")
NEAR = 64
"""The readers of one date ask for the same few neighbours."""
_SPACES = " \t\r\n\u00a0\u202f\u2009"


class Token(msgspec.Struct, frozen=True, gc=False):
    """One run of digits, one run of letters, or one other sign."""

    start: int
    end: int
    text: str
    low: str


@lru_cache(maxsize=NEAR)
def after(text: str, at: int) -> Token | None:
    """Return the token that follows `at`, or None at the end of the paragraph."""
    start = at
    size = len(text)
    while start < size and text[start] in _SPACES:
        start += 1
    if start - at > 1 and text.count("\n", at, start) > 1:
        return None
    match = _TOKEN.match(text, start)
    if match is None:
        return None
    word = match.group()
    return Token(start, match.end(), word, word.lower())


@lru_cache(maxsize=NEAR)
def before(text: str, at: int) -> Token | None:
    """Return the token that ends at or before `at`, or None at the start of the paragraph."""
    end = at
    while end and text[end - 1] in _SPACES:
        end -= 1
    if not end or (at - end > 1 and text.count("\n", end, at) > 1):
        return None
    start = end - 1
    if text[start].isalpha():
        blank = text.rfind(" ", 0, start) + 1
        if text[blank:end].isalpha():
            start = blank
        while start and text[start - 1].isalpha():
            start -= 1
    elif text[start].isdecimal():
        while start and text[start - 1].isdecimal():
            start -= 1
    word = text[start:end]
    return Token(start, end, word, word.lower())


class DateWords(msgspec.Struct, frozen=True):
    """The data of one language as look-ups; `data/de/dates.toml` explains each."""

    language: str
    month_first: bool
    bare_days: bool
    nouns_capitalised: bool
    adjectives_follow: bool
    half_alone: bool
    endings: tuple[str, ...]
    sets: Mapping[str, frozenset[str]]
    months: Mapping[str, int]
    units: Mapping[str, str]
    seasons: Mapping[str, str]
    adjectives: Mapping[str, str]
    ordinals: Mapping[str, int]
    counts: Mapping[str, float]
    parts: Mapping[str, str]
    past_endings: tuple[str, ...]
    tails: tuple[str, ...]
    fronts: tuple[str, ...]
    plain_days: Mapping[str, int]
    phrases: Mapping[str, tuple[tuple[str, Mapping[str, Any]], ...]]
    bounds: Mapping[str, str]
    turned: tuple[str, ...]
    """The bounds that turn around an hour: "vor", "after"."""
    bound_phrases: Mapping[str, tuple[tuple[str, str], ...]]
    codes: Mapping[str, str]
    names: Mapping[str, tuple[str, ...]]
    comparisons: frozenset[str]
    clock: ClockWords
    senses: Mapping[str, Sense]
    capitalised: frozenset[str]
    triggers: Triggers
    looks: Mapping[str, Look]
    """What a word says of the time of its clause: "lasting", "month", "future", "past", "since"."""
    numbers: Mapping[str, Atom] = {}
    joined: bool = False
    longest: int = 0

    def has(self, group: str, token: Token | None) -> bool:
        """Say whether a token is one of a group of words, e.g. "articles" or "range.to"."""
        return token is not None and token.low in self.sets[group]

    def opens_phrase(self, token: Token | None) -> bool:
        """Say whether a token opens what describes the words before it: "of", "nach", "in"."""
        return token is not None and (
            token.low in self.bounds
            or any(token.low in self.sets[key] for key in ("articles", "joints", "genitives"))
        )


@cache
def date_words(language: str) -> DateWords | None:
    """Return the words of a language, or None where it has no data."""
    if language not in languages():
        return None
    words = build(language, table(f"{language}/dates"), table(f"{language}/cldr_dates"))
    numbers = table(f"{language}/numbers")
    change = _words([*numbers["change_verbs"], *numbers["change_nouns"]])
    return msgspec.structs.replace(
        words,
        sets={**words.sets, "change_words": change},
        numbers={w: None if v == "+" else Decimal(v) for w, v in numbers["atoms"].items()},
        joined=numbers["joined"],
        longest=max(map(len, numbers["atoms"])),
    )


def build(language: str, data: Mapping[str, Any], cldr: Mapping[str, Any]) -> DateWords:
    """Return the look-ups for the data of a language and its names from CLDR."""
    long_months = _lowered(cldr["months"]["long"], data["months"])
    months = {**_lowered(cldr["months"]["short"]), **long_months}
    names = data["names"]
    phrases = _phrases(data)
    holidays = {word for word, rows in phrases.items() if "to_date" not in rows[0][1]}
    clock = clockwords.build(data["clock"])
    weekdays = _lowered(cldr["weekdays"]["long"], data["weekdays"])
    meant = senses(data, long_months, months, weekdays, clock)
    named = frozenset(holidays.difference(meant))
    proper = capitalised(meant, data)
    sets, bounds = _sets(data), inverted({key: data["bounds"][key] for key in _BOUNDS})
    return DateWords(
        language=language,
        month_first=data["order"] == "mdy",
        bare_days=data["bare_days"],
        nouns_capitalised=data["nouns_capitalised"],
        adjectives_follow=data["adjectives_follow"],
        half_alone=data["codes"]["half_alone"],
        endings=tuple(data["endings"]),
        sets=sets,
        months=months,
        units=inverted(data["units"]),
        seasons=inverted(data["seasons"]),
        adjectives=_inflected(data["adjectives"], data["endings"]),
        ordinals={
            word: int(number)
            for word, number in _inflected(data["ordinals"], data["endings"]).items()
        },
        counts={word: _number(number) for word, number in inverted(data["counts"]).items()},
        past_endings=tuple(data["past_endings"]),
        tails=tuple(data["year_earlier"]["tails"]),
        fronts=tuple(data["year_earlier"]["fronts"]),
        plain_days={
            word: shift for word, shift in data["days"].items() if word in data["dayparts"]["words"]
        },
        phrases=phrases,
        parts=inverted({key: data["parts"][key] for key in _PARTS}),
        bounds=bounds,
        turned=tuple(word for word, bound in bounds.items() if bound in ("before", "after")),
        bound_phrases=_by_last(data["bound_phrases"]),
        codes=inverted({key: data["codes"][key] for key in ("quarter", "half")}),
        names=_by_word([*names["not_dates"], *names["comparisons"]]),
        comparisons=frozenset(names["comparisons"]),
        clock=clock,
        senses=meant,
        capitalised=proper,
        triggers=Triggers({*meant, *phrases}, proper | named, sets["clock.words"]),
        looks=_looks(sets, months, bounds),
    )


def _looks(
    sets: Mapping[str, frozenset[str]], months: Iterable[str], bounds: Mapping[str, str]
) -> dict[str, Look]:
    """Return what words say of the time of their clause; of several things the last here."""
    groups: dict[Look, Iterable[str]] = {
        "since": [word for word, bound in bounds.items() if bound == "since"],
        "past": sets.get("past_words", ()),
        "future": chain.from_iterable(sets.get(name, ()) for name in _AHEAD),
        "month": months,
        "lasting": sets.get("lasting_words", ()),
    }
    return {word: look for look, group in groups.items() for word in group}


def _by_last(phrases: Mapping[str, str]) -> dict[str, tuple[tuple[str, str], ...]]:
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    for phrase, bound in phrases.items():
        last = phrase.split()[-1]
        found[last] = (*found.get(last, ()), (phrase, bound))
    return found


def _number(written: str) -> float:
    return float(written) if "." in written else int(written)


def _phrases(data: Mapping[str, Any]) -> dict[str, tuple[tuple[str, Mapping[str, Any]], ...]]:
    """Return holidays and stretches up to the publication by their first word, longest first."""
    rules: dict[str, Mapping[str, Any]] = dict(data["holidays"])
    rules |= {phrase: {"to_date": unit} for phrase, unit in data["to_date"].items()}
    found: dict[str, tuple[tuple[str, Mapping[str, Any]], ...]] = {}
    for phrase in sorted(rules, key=len, reverse=True):
        first = re.findall(r"\d+|[^\W\d_]+", phrase)[0]
        found[first] = (*found.get(first, ()), (phrase, rules[phrase]))
    return found


def _sets(data: Mapping[str, Any]) -> dict[str, frozenset[str]]:
    """Return every plain list of words as a set, tables as "table.key"."""
    sets: dict[str, frozenset[str]] = {}
    for key, value in data.items():
        if isinstance(value, list):
            sets[key] = _words(value)
        elif isinstance(value, dict):
            sets |= {
                f"{key}.{name}": _words(entry)
                for name, entry in value.items()
                if isinstance(entry, list)
            }
    return sets


def _words(entries: Iterable[str]) -> frozenset[str]:
    return frozenset(word for entry in entries for word in entry.lower().split())


def _inflected(words: Mapping[str, list[str]], endings: list[str]) -> dict[str, str]:
    return {stem + end: name for name, stems in words.items() for stem in stems for end in endings}


def _lowered(*tables: Mapping[str, int]) -> dict[str, int]:
    return {word.lower(): number for entries in tables for word, number in entries.items()}


def _by_word(phrases: Iterable[str]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for phrase in phrases:
        for word in dict.fromkeys(re.findall(r"\d+|[^\W\d_]+", phrase)):
            found[word] = (*found.get(word, ()), phrase)
    return found
