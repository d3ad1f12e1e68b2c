"""The date words of one language, made ready for scanning, and steps over its tokens."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Any, NamedTuple

from claimcheck.lexicon import languages, table

TOKEN = re.compile(r"\d+|[^\W\d_]+|\S")
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
    extra: Any = None


def after(text: str, at: int) -> Token | None:
    """Return the token that follows `at`, or None at the end of the paragraph."""
    end = at
    size = len(text)
    breaks = 0
    while end < size and text[end] in _SPACES:
        breaks += text[end] == "\n"
        end += 1
    if breaks > 1 or end == size:
        return None
    match = TOKEN.match(text, end)
    if match is None:
        return None
    word = match.group()
    return Token(end, match.end(), word, word.lower())


def before(text: str, at: int) -> Token | None:
    """Return the token that ends at or before `at`, or None at the start of the paragraph."""
    end = at
    breaks = 0
    while end and text[end - 1] in _SPACES:
        end -= 1
        breaks += text[end] == "\n"
    if breaks > 1 or not end:
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


def _split(entries: Iterable[str]) -> frozenset[str]:
    return frozenset(word for entry in entries for word in entry.lower().split())


def _inflected(table: dict[str, list[str]], endings: list[str]) -> dict[str, str]:
    return {
        word + ending: name for name, words in table.items() for word in words for ending in endings
    }


class DateWords:
    """The data of one language as look-ups; see `data/de/dates.toml` for their meaning."""

    def __init__(self, data: dict[str, Any], cldr: dict[str, Any]) -> None:
        self.month_first: bool = data["order"] == "mdy"
        self.month_before_day: bool = data["month_before_day"]
        self.capital_counts: bool = data["counted_nouns_capitalised"]
        self.ordinal_marks = frozenset(data["ordinal_marks"])
        for name in (
            "fillers", "before_names", "before_years", "before_counts", "after_counts",
            "year_suffixes", "weak_months",
        ):  # fmt: skip
            setattr(self, name, _split(data[name]))
        self.fillers: frozenset[str]
        self.before_names: frozenset[str]
        self.before_years: frozenset[str]
        self.before_counts: frozenset[str]
        self.after_counts: frozenset[str]
        self.year_suffixes: frozenset[str]
        self.weak_months: frozenset[str]
        endings = data["adjective_endings"]
        self.adjectives = _inflected(data["adjectives"], endings)
        self.ordinals = {w: int(n) for w, n in _inflected(data["ordinals"], endings).items()}
        self.parts = _flat(data["parts"])
        self.bounds = _flat(
            {key: data["bounds"][key] for key in ("since", "until", "before", "after")}
        )
        self.needs_close = _split(data["bounds"]["needs_close"])
        self.close = _split(data["bounds"]["close"])
        self.range_open = _split(data["range"]["open"])
        self.range_to = _split(data["range"]["to"])
        self.range_and = _split(data["range"]["and"])
        self.around = {key: _split(words) for key, words in data["around"].items()}
        counts = {key: words for key, words in data["counts"].items() if key != "hedges"}
        self.counts = {word: int(number) for word, number in _flat(counts).items()}
        self.hedges = _split(data["counts"]["hedges"])
        self.fiscal = _split(data["fiscal"]["words"])
        self.dayparts = _split(data["dayparts"]["words"])
        self.daypart_before = _split(data["dayparts"]["before"])
        self.clock_before = _split(data["clock"]["before"])
        self.half_days = _flat(data["clock"]["half_days"])
        self.seasons = _flat(data["seasons"])
        self.units = _flat(data["units"])
        self.months = _numbers(cldr["months"]["long"], data["months"])
        self.short_months = _numbers(cldr["months"]["short"])
        self.months = {**self.short_months, **self.months}
        self.senses = self._senses(data, cldr)
        self.names = _by_word(data["names"] + data["year_on_year"])
        self.year_on_year = frozenset(data["year_on_year"])
        self.trigger = _trigger(self.senses)

    def _senses(self, data: dict[str, Any], cldr: dict[str, Any]) -> dict[str, Sense]:
        senses: dict[str, Sense] = {}
        for phrase in data["year_on_year"]:
            for word in re.findall(r"[^\W\d_]+", phrase):
                senses[word] = Sense("unit", "")
        senses |= {word: Sense("unit", unit) for word, unit in self.units.items()}
        senses |= {word: Sense("season", name) for word, name in self.seasons.items()}
        senses |= {word: Sense("day", shift) for word, shift in data["days"].items()}
        senses |= {word: Sense("decade", first) for word, first in data["decades"].items()}
        senses |= {
            word: Sense("whole", what["unit"], (what["shift"], what.get("part")))
            for word, what in data["whole"].items()
        }
        senses |= {word: Sense("clock", "") for word in data["clock"]["words"]}
        senses |= {word: Sense("month", number, True) for word, number in self.months.items()}
        senses |= {
            word: Sense("month", number, False)
            for word, number in self.short_months.items()
            if word not in _numbers(cldr["months"]["long"])
        }
        long = _numbers(cldr["weekdays"]["long"], data["weekdays"])
        short = _numbers(cldr["weekdays"]["short"])
        senses |= {word: Sense("weekday", number, False) for word, number in short.items()}
        for word, number in long.items():
            senses[word] = Sense("weekday", number, True)
            senses |= {word + part: Sense("weekday", number, True) for part in self.dayparts}
        return senses


def _flat(table: dict[str, list[str]]) -> dict[str, str]:
    return {word: name for name, words in table.items() for word in words}


def _numbers(*tables: dict[str, int]) -> dict[str, int]:
    return {word.lower(): number for entries in tables for word, number in entries.items()}


def _by_word(phrases: list[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for phrase in phrases:
        for word in re.findall(r"\w+", phrase.lower()):
            found.setdefault(word, []).append(phrase.lower())
    return found


def _trigger(senses: Iterable[str]) -> re.Pattern[str]:
    """Return the pattern that finds where a date may be: digits in shape, or a word's opening."""
    openings: dict[str, set[str]] = {}
    for word in senses:
        for first in (word[0], word[0].upper()):
            openings.setdefault(first, set()).update((word[1], word[1].upper()))
    words = "|".join(
        f"{first}[{''.join(sorted(seconds))}]" for first, seconds in sorted(openings.items())
    )
    return re.compile(
        r"(?<!\w)(?:"
        r"(\d{4}-\d\d-\d\d(?!\d))"
        r"|(\d{1,2}([./-])\d{1,2}(?:\3(?:\d{4}|\d\d))?(?![\d]))"
        r"|((?:1[5-9]|20)\d\d(?!\d))"
        r"|(\d{1,2}[:.]\d\d(?!\d)|\d{1,2}(?=\s?[ap]\.?m\b))"
        rf"|((?:{words})[^\W\d_]*)"
        r"|([QH][1-4](?!\d)|[1-4][QH](?!\w)|FY ?\d\d(?:\d\d)?(?!\d)|'\d0s))"
    )


@cache
def date_words(language: str) -> DateWords | None:
    """Return the words of a language, or None where it has no data."""
    if language not in languages():
        return None
    return DateWords(table(f"{language}/dates"), table(f"{language}/cldr_dates"))
