"""Reads times that are counted from the one told last: "a year earlier", "das Jahr darauf"."""

from __future__ import annotations

from datetime import date

from claimcheck.normalise.dates import calendar
from claimcheck.normalise.dates.datewords import Token, after
from claimcheck.normalise.dates.reading import FROM_BEFORE, DatedText, Grain, Reading, resolved

TOLD = "told"
"""The unit of a time that is as long as the one told last."""
_LONG = ("year", "half", "quarter", "month", "range")
_BACK = 4
"""How many dates back the one can be that is counted from."""
_REACH = 150
_LATELY = 2
"""So many years back the year of the sentence before can be that results are told for."""
_VERB = 3
_FULL_STOP = ". "


def mirror(start: int, end: int, unit: str, years: int = 1) -> Reading:
    """Return a period a year before the one that the text gave before; it is joined later."""
    reading = Reading(start, end, None, None, "mirror", label="relative_date")
    reading.length = (years, unit)
    return reading


def year_earlier(dated: DatedText, previous: Token, token: Token, unit: Grain) -> Reading | None:
    """Read "the same period last year", "im gleichen Quartal des Vorjahres", "year-ago month"."""
    text, words = dated.text, dated.words
    if words.has("year_earlier.heads", previous):
        behind = after(text, token.end)
        if behind is not None:
            rest = text[behind.start : behind.start + 40].lower()
            for tail in words.tails:
                if rest.startswith(tail) and not rest[len(tail) : len(tail) + 1].isalpha():
                    return mirror(previous.start, behind.start + len(tail), unit)
        return None
    if not words.fronts:
        return None
    lead = text[max(0, token.start - 30) : token.start].rstrip().lower()
    for front in words.fronts if lead.endswith(words.fronts) else ():
        if lead.endswith(front):
            start = token.start - (min(token.start, 30) - len(lead)) - len(front)
            return mirror(start, token.end, unit) if start >= dated.done else None
    return None


def years_from_told(dated: DatedText, start: int, end: int, years: int) -> Reading | None:
    """Return a time so many years from the one told last; `resolve_told` resolves it later.

    A single year may be counted from the sentence before: "In 2020 … A year earlier …".
    """
    reading = mirror(start, end, TOLD, years)
    return reading if _told(dated, dated.readings, reading, years) is not None else None


def resolve_told(dated: DatedText, before_it: list[Reading], reading: Reading) -> bool:
    """Resolve what `years_from_told` gave by the joined dates before it; say whether one fits."""
    assert reading.length is not None
    years = reading.length[0]
    told = _told(dated, before_it, reading, years)
    if told is None or told.low is None or told.high is None:
        return False
    reading.low, reading.high = by_years(told.low, told.high, years)
    reading.reasons, reading.grain, reading.length = (FROM_BEFORE,), told.grain, None
    return True


def _told(
    dated: DatedText, before_it: list[Reading], reading: Reading, years: int
) -> Reading | None:
    for told in reversed(before_it[-_BACK:]):
        gap = dated.text[told.end : reading.start]
        stops = gap.count(_FULL_STOP) + gap.count("\n")
        if len(gap) > _REACH or stops > (abs(years) == 1):
            break
        if told.grain in _LONG and told.low is not None and told.high is not None:
            return told
    return None


def by_years(low: date, high: date, years: int) -> calendar.Stretch:
    """Return a stretch moved by years; whole months and weeks stay whole."""
    first = calendar.shifted(low, "year", years)
    if calendar.shifted_days(high, 1).day == 1:
        return first, calendar.months(high.year + years, high.month)[1]
    if (low.weekday(), high.weekday(), (high - low).days) == (0, 6, 6):
        days = years * 364
        return calendar.shifted_days(low, days), calendar.shifted_days(high, days)
    return first, calendar.shifted(high, "year", years)


def before_told(dated: DatedText, reading: Reading) -> Reading:
    """Return the year before a reading's, if the text has just told that year by other words.

    In an article of March 2021 "2020 sank der Gewinn. Im Vorjahr waren es …" speaks of 2019.
    """
    for told in reversed(dated.readings[-_BACK:]):
        gap = dated.text[told.end : reading.start]
        if reading.start - told.end > _REACH or gap.count(_FULL_STOP) > 1 or "\n" in gap:
            break
        if told.grain not in _LONG or told.low is None or reading.low is None:
            continue
        years = reading.low.year - told.low.year
        written = told.grain == "year" and not told.label
        same = _FULL_STOP not in gap
        known = years == 0 or (0 < years <= _LATELY and written and not same)
        if known and (same or _goes_on(dated, reading)):
            stretch = calendar.year(told.low.year - 1)
            return resolved(
                reading.start, reading.end, stretch, "year", FROM_BEFORE, "relative_date"
            )
        break
    return reading


def _goes_on(dated: DatedText, reading: Reading) -> bool:
    """Say whether what follows is told of a time before another: "im Vorjahr hatte er noch"."""
    at = reading.end
    for _ in range(_VERB):
        token = after(dated.text, at)
        if token is None:
            return False
        if dated.words.has("distance.told_words", token):
            return True
        at = token.end
    return False
