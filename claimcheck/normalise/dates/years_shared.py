"""Gives two dates that stand together the year that only one of them names."""

from __future__ import annotations

from claimcheck.normalise.dates import calendar
from claimcheck.normalise.dates.reading import (
    BY_NEXT,
    NO_DATE,
    NO_SUCH_DAY,
    PAST_TENSE,
    DatedText,
    Reading,
)


def settle(dated: DatedText, first: Reading, second: Reading) -> None:
    """Move a stretch without year back by one where that brings it nearer: "Januar bis Juni"."""
    at = dated.published
    if not (first.yearless and second.yearless) or at is None or PAST_TENSE in first.reasons:
        return
    if first.low is None or second.low is None or second.high is None or first.low <= at:
        return
    back = calendar.shifted(second.high, "year", -1)
    if (at - back).days <= (first.low - at).days:
        _move(first, first.low.year - 1)
        _move(second, second.low.year - 1)


def share_year(dated: DatedText, first: Reading, second: Reading, gap: str) -> None:
    """Give a date without year that of the one it is listed with: "January and March 2024"."""
    words, link = dated.words, gap.lower().split()
    listed = len(link) < 4 and any(
        word in words.sets["range.and"] or word in (",", "/") or word in words.sets["range.change"]
        for word in link
    )
    if not listed or not first.yearless or second.yearless or first.grain != second.grain:
        return
    _date_by(first, second)
    if first.low is None or second.low is None or second.reasons:
        return
    _move(first, second.low.year)
    if first.low > second.low:
        _move(first, second.low.year - 1)
    first.reasons = (BY_NEXT,)


def ordered(first: Reading, second: Reading) -> bool:
    """Give a range whose ends share a year or week the right one; say whether it runs forward."""
    _date_by(first, second)
    _date_by(second, first)
    if first.low is None or second.low is None or second.high is None:
        return first.low is second.low and NO_DATE in first.reasons + second.reasons
    if first.grain == second.grain == "weekday" and second.low < first.low:
        second.low = second.high = calendar.shifted_days(second.low, 7)
    if first.yearless and not second.yearless:
        _move(first, second.low.year)
        if first.low > second.low:
            _move(first, second.low.year - 1)
    elif second.yearless and second.low < first.low:
        _move(second, first.low.year)
        if second.low < first.low:
            _move(second, first.low.year + 1)
    return first.low <= second.high


def _date_by(day: Reading, other: Reading) -> None:
    """Put a day or month of an unknown year into the year of the date beside it."""
    if day.low is None and day.calendar_days is not None and other.low is not None:
        day.low, day.high = day.calendar_days
        day.reasons = ()
        _move(day, other.low.year)
        if day.low.year != other.low.year:  # 29 February
            day.low, day.high, day.reasons = None, None, (NO_SUCH_DAY,)


def _move(reading: Reading, year: int) -> None:
    if reading.low is None or reading.high is None:
        return
    if reading.grain in calendar.MONTHS_IN:
        size = calendar.MONTHS_IN[reading.grain]
        reading.low, reading.high = calendar.months(year, reading.low.month, size)
        return
    moved = calendar.day(year, reading.low.month, reading.low.day)
    if moved is not None and reading.low == reading.high:
        reading.low, reading.high = moved
