"""What each date word of a language names: a month, a weekday, a unit of time, a clock time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from claimcheck.normalise.dates.calendar import SEASONS
from claimcheck.normalise.hours.clockwords import ClockWords

_Data = Mapping[str, Any]
_NUMBERED = {"quarter": "1234", "half": "12"}
"""The digits behind the letters of codes: "Q1" to "Q4", "H1" and "H2"."""
_HOURS = range(2, 13)
"""Hours that a word may name by itself; "eins" and "one" are too many other things."""


class Sense(NamedTuple):
    """What a trigger word names: a kind, its number or unit, and what else is known."""

    kind: str
    value: Any
    detail: Any = None


_Rows = Iterator[tuple[str, Sense]]


def senses(
    data: _Data,
    long_months: Mapping[str, int],
    months: Mapping[str, int],
    weekdays: Mapping[str, int],
    clock: ClockWords,
) -> dict[str, Sense]:
    """Return the sense of each date word; of two senses of a word the one read last is kept."""
    found = dict(_periods(data))
    found.update(_days_and_years(data, long_months))
    found.update(_clock_times(data["clock"], clock))
    found.update(
        (word, Sense("month", month, word in long_months)) for word, month in months.items()
    )
    for word, weekday in weekdays.items():
        for part in ("", *data["dayparts"]["words"]):
            found[word + part] = Sense("weekday", weekday)
    for word, sense in _weak(data, clock):
        found.setdefault(word, sense)
    return found


def _periods(data: _Data) -> _Rows:
    """Yield units, seasons, and what numbers them: "Woche", "summer", "Q2"."""
    codes = data["codes"]
    yield from _all("unit", inverted(data["units"]))
    for word, name in inverted(data["seasons"]).items():
        yield word, Sense("season", (SEASONS[name], 3))
    for word, term in data["terms"].items():
        yield word, Sense("season", (term["month"], term["count"]))
    for word, of in data["numbered"].items():
        yield word, Sense("numbered", of["unit"], of["index"])
    yield from _each("week_number", codes["week_number"], "week")
    for kind, digits in _NUMBERED.items():
        for letter in codes[kind]:
            for digit in digits:
                yield letter + digit, Sense("code", kind, int(digit))


def _days_and_years(data: _Data, long_months: Mapping[str, int]) -> _Rows:
    """Yield words that name a time alone: "gestern", "Neunziger", "Vorjahr", "Monatsende"."""
    yield from _all("day", data["days"])
    yield from _all("decade", data["decades"])
    yield from _each("daypart", data["dayparts"]["words"], "")
    yield from _each("full_year", data["full_year"]["alone"], "alone")
    yield from _each("full_year", data["full_year"]["leads"], "lead")
    for word, what in data["whole"].items():
        yield word, Sense("whole", what["unit"], what)
    for part, tails in data["month_parts"].items():
        for word, month in long_months.items():
            for tail in tails:
                yield word + tail, Sense("month_part", month, part)


def _clock_times(data: _Data, clock: ClockWords) -> _Rows:
    """Yield the words that tell a time of day: "halb", "Viertel", "noon", "Uhr"."""
    yield from _all("clock_lead", data["leads"])
    yield from _all("clock_minutes", data["minutes"])
    yield from _all("clock_named", clock.named)
    yield from _each("clock", data["words"], "")


def _weak(data: _Data, clock: ClockWords) -> _Rows:
    """Yield senses that a word has only where it has no other."""
    yield from _each("fiscal", data["codes"]["fiscal"], "year")
    if data["clock"]["exactly"]:
        for word, number in inverted(data["counts"]).items():
            if "." not in number and int(number) in _HOURS:
                yield word, Sense("clock_hour", int(number))
    yield from _each("clock_minute_word", data["clock"]["minute_words"], "")
    yield from _each("clock_part", clock.adverbs, "")


def _all(kind: str, words: Mapping[str, Any]) -> _Rows:
    for word, value in words.items():
        yield word, Sense(kind, value)


def _each(kind: str, words: Iterable[str], value: str) -> _Rows:
    for word in words:
        yield word, Sense(kind, value)


def capitalised(found: Mapping[str, Sense], data: _Data) -> frozenset[str]:
    """Return the words that name a date only when written with a capital."""
    kinds = {"code"}
    if data["names_capitalised"]:
        kinds |= {"month", "weekday"}
    if data["nouns_capitalised"]:
        kinds |= {"unit", "season", "fiscal", "week_number", "clock", "clock_named", "daypart"}
        kinds |= {"numbered", "month_part", "clock_minute_word", "full_year"}
    named = {word for word, sense in found.items() if sense.kind in kinds}
    return frozenset(named - set(data["days"]))


def inverted(words: Mapping[str, list[str]]) -> dict[str, str]:
    """Return which entry each word stands in."""
    return {word: name for name, entries in words.items() for word in entries}
