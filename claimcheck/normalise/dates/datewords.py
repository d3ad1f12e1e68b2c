"""The date words of one language, made ready for scanning, and steps over tokens."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from typing import Any, NamedTuple

import msgspec

from claimcheck.lexicon import languages, table
from claimcheck.normalise.dates.calendar import SEASONS
from claimcheck.normalise.dates.triggers import Triggers
from claimcheck.normalise.hours import clockwords
from claimcheck.normalise.hours.clockwords import ClockWords

_TOKEN = re.compile(r"\d+|[^\W\d_]+|\S")
_PARTS = ("begin", "middle", "end", "so_far", "ahead")
NEAR = 64
"""The readers of one date ask for the same few neighbours."""
_SPACES = " \t\r\n\u00a0\u202f\u2009"


class Token(NamedTuple):
    """One run of digits, one run of letters, or one other sign."""

    start: int
    end: int
    text: str
    low: str


class Sense(NamedTuple):
    """What a trigger word names: a kind, its number or unit, and what else is known."""

    kind: str
    value: Any
    detail: Any = None


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
    bound_phrases: Mapping[str, tuple[tuple[str, str], ...]]
    codes: Mapping[str, str]
    names: Mapping[str, tuple[str, ...]]
    comparisons: frozenset[str]
    clock: ClockWords
    senses: Mapping[str, Sense]
    capitalised: frozenset[str]
    triggers: Triggers

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
    return msgspec.structs.replace(words, sets={**words.sets, "change_words": change})


def build(language: str, data: Mapping[str, Any], cldr: Mapping[str, Any]) -> DateWords:
    """Return the look-ups for the data of a language and its names from CLDR."""
    long_months = _lowered(cldr["months"]["long"], data["months"])
    months = {**_lowered(cldr["months"]["short"]), **long_months}
    names = data["names"]
    phrases = _phrases(data)
    holidays = {word for word, rows in phrases.items() if "to_date" not in rows[0][1]}
    clock = clockwords.build(data["clock"])
    weekdays = _lowered(cldr["weekdays"]["long"], data["weekdays"])
    senses = _senses(data, long_months, months, weekdays, clock)
    named = frozenset(holidays.difference(senses))
    capitalised = _capitalised(senses, data)
    return DateWords(
        language=language,
        month_first=data["order"] == "mdy",
        bare_days=data["bare_days"],
        nouns_capitalised=data["nouns_capitalised"],
        adjectives_follow=data["adjectives_follow"],
        half_alone=data["codes"]["half_alone"],
        endings=tuple(data["endings"]),
        sets=_sets(data),
        months=months,
        units=_inverted(data["units"]),
        seasons=_inverted(data["seasons"]),
        adjectives=_inflected(data["adjectives"], data["endings"]),
        ordinals={
            word: int(number)
            for word, number in _inflected(data["ordinals"], data["endings"]).items()
        },
        counts={word: _number(number) for word, number in _inverted(data["counts"]).items()},
        past_endings=tuple(data["past_endings"]),
        tails=tuple(data["year_earlier"]["tails"]),
        fronts=tuple(data["year_earlier"]["fronts"]),
        plain_days={
            word: shift for word, shift in data["days"].items() if word in data["dayparts"]["words"]
        },
        phrases=phrases,
        parts=_inverted({key: data["parts"][key] for key in _PARTS}),
        bounds=_inverted(
            {key: data["bounds"][key] for key in ("since", "starting", "until", "before", "after")}
        ),
        bound_phrases=_by_last(data["bound_phrases"]),
        codes=_inverted({key: data["codes"][key] for key in ("quarter", "half")}),
        names=_by_word([*names["not_dates"], *names["comparisons"]]),
        comparisons=frozenset(names["comparisons"]),
        clock=clock,
        senses=senses,
        capitalised=capitalised,
        triggers=Triggers({*senses, *phrases}, capitalised | named),
    )


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


def _senses(
    data: Mapping[str, Any],
    long_months: Mapping[str, int],
    months: Mapping[str, int],
    weekdays: Mapping[str, int],
    clock: ClockWords,
) -> dict[str, Sense]:
    senses: dict[str, Sense] = {}
    for word, unit in _inverted(data["units"]).items():
        senses[word] = Sense("unit", unit)
    for word, name in _inverted(data["seasons"]).items():
        senses[word] = Sense("season", (SEASONS[name], 3))
    for word, months_of in data["terms"].items():
        senses[word] = Sense("season", (months_of["month"], months_of["count"]))
    for word, of in data["numbered"].items():
        senses[word] = Sense("numbered", of["unit"], of["index"])
    for word in data["codes"]["fiscal"]:
        senses.setdefault(word, Sense("fiscal", "year"))
    for word in data["codes"]["week_number"]:
        senses[word] = Sense("week_number", "week")
    for kind in ("quarter", "half"):
        for letter in data["codes"][kind]:
            for number in "1234" if kind == "quarter" else "12":
                senses[letter + number] = Sense("code", kind, int(number))
    for word, shift in data["days"].items():
        senses[word] = Sense("day", shift)
    for word, opening in data["decades"].items():
        senses[word] = Sense("decade", opening)
    for word in data["dayparts"]["words"]:
        senses[word] = Sense("daypart", "")
    for kind in ("alone", "leads"):
        for word in data["full_year"][kind]:
            senses[word] = Sense("full_year", "lead" if kind == "leads" else "alone")
    for word, what in data["whole"].items():
        senses[word] = Sense("whole", what["unit"], what)
    for unit, tails in data["month_parts"].items():
        for word, month in long_months.items():
            for tail in tails:
                senses[word + tail] = Sense("month_part", month, unit)
    for words, shift in data["clock"]["leads"].items():
        senses[words] = Sense("clock_lead", shift)
    if data["clock"]["exactly"]:
        for word, number in _inverted(data["counts"]).items():
            if 2 <= float(number) <= 12 and "." not in number:
                senses.setdefault(word, Sense("clock_hour", int(number)))
    for word, minute in data["clock"]["minutes"].items():
        senses[word] = Sense("clock_minutes", minute)
    for word in data["clock"]["minute_words"]:
        senses.setdefault(word, Sense("clock_minute_word", ""))
    for word in clock.adverbs:
        senses.setdefault(word, Sense("clock_part", ""))
    for word, minute in clock.named.items():
        senses[word] = Sense("clock_named", minute)
    for word in data["clock"]["words"]:
        senses[word] = Sense("clock", "")
    for word, month in months.items():
        senses[word] = Sense("month", month, word in long_months)
    for word, weekday in weekdays.items():
        for part in ("", *data["dayparts"]["words"]):
            senses[word + part] = Sense("weekday", weekday)
    return senses


def _capitalised(senses: Mapping[str, Sense], data: Mapping[str, Any]) -> frozenset[str]:
    """Return the words that name a date only when written with a capital."""
    kinds = {"code"}
    if data["names_capitalised"]:
        kinds |= {"month", "weekday"}
    if data["nouns_capitalised"]:
        kinds |= {"unit", "season", "fiscal", "week_number", "clock", "clock_named", "daypart"}
        kinds |= {"numbered", "month_part", "clock_minute_word", "full_year"}
    found = {word for word, sense in senses.items() if sense.kind in kinds}
    return frozenset(found - set(data["days"]))


def _inflected(words: Mapping[str, list[str]], endings: list[str]) -> dict[str, str]:
    return {stem + end: name for name, stems in words.items() for stem in stems for end in endings}


def _inverted(words: Mapping[str, list[str]]) -> dict[str, str]:
    return {word: name for name, entries in words.items() for word in entries}


def _lowered(*tables: Mapping[str, int]) -> dict[str, int]:
    return {word.lower(): number for entries in tables for word, number in entries.items()}


def _by_word(phrases: Iterable[str]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for phrase in phrases:
        for word in re.findall(r"\d+|[^\W\d_]+", phrase):
            found[word] = (*found.get(word, ()), phrase)
    return found
