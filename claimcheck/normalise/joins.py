"""Joins dates that stand together: "Dienstag, 2. September", "3. bis 5. Mai", "the week to"."""

from __future__ import annotations

from claimcheck.normalise import calendar
from claimcheck.normalise.datewords import before
from claimcheck.normalise.reading import BY_WEEKDAY, NO_DATE, PAST_TENSE, Place, Reading

_FAR = 24
"""Two dates further apart than this are not joined."""


def joined(place: Place) -> list[Reading]:
    """Return the readings of a text, those that belong together made one."""
    joined: list[Reading] = []
    for reading in place.readings:
        last = joined[-1] if joined else None
        if last is not None and reading.start - last.end <= _FAR:
            gap = place.text[last.end : reading.start]
            whole = _completed(last, reading) if last.grain == "pending" else None
            whole = whole or _apposition(place, last, reading, gap)
            whole = whole or _range(place, last, reading, gap)
            if whole is not None:
                joined[-1] = whole
                continue
        if last is not None and last.grain == "pending":
            joined.pop()
        joined.append(reading)
    if joined and joined[-1].grain == "pending":
        joined.pop()
    return joined


def _completed(opening: Reading, end: Reading) -> Reading | None:
    """Return the stretch of a unit that a date closes: "the three months to June"."""
    if opening.length is None:
        return None
    count, unit = opening.length
    reading = Reading(
        opening.start, end.end, None, None, "range", label=end.label, reasons=end.reasons
    )
    if end.high is not None:
        low = calendar.shifted_days(calendar.shifted(end.high, unit, -count), 1)
        if calendar.shifted_days(end.high, 1).day == 1 and unit not in ("day", "week"):
            low = calendar.months(end.high.year, end.high.month + 1)[0]
            low = calendar.shifted(low, unit, -count)
        reading.low, reading.high = low, end.high
    return reading


def _apposition(place: Place, first: Reading, second: Reading, gap: str) -> Reading | None:
    """Return "Dienstag, 2. September" or "today, Tuesday" as one date, by the written one."""
    words = place.words
    fillers = words.sets["articles"] | words.sets["joints"]
    if not all(word in fillers for word in gap.replace(",", " ").lower().split()):
        return None
    if first.grain == "weekday" and second.grain == "day" and second.label == "":
        second.start = first.start
        _agree(first, second)
        return second
    if "," not in gap and {first.grain, second.grain} == {"week", "weekday"}:
        return _in_week(first, second)
    if first.low is None or first.low != second.low or first.high != second.high:
        return None
    if {first.grain, second.grain} == {"day", "weekday"}:
        first.end = second.end
        return first
    return None


def _in_week(first: Reading, second: Reading) -> Reading:
    """Return "vergangene Woche Donnerstag" or "Tuesday last week" as the day of that week."""
    week, day = (first, second) if first.grain == "week" else (second, first)
    if week.low is not None and day.low is not None:
        day.low = day.high = calendar.shifted_days(week.low, day.low.weekday())
        day.reasons = ()
    day.start, day.end = first.start, second.end
    return day


def _agree(weekday: Reading, day: Reading) -> None:
    """Give a date without year the nearest year in which it falls on the weekday before it."""
    if not day.yearless or day.low is None or weekday.low is None or day.low != day.high:
        return
    wanted, month, number = weekday.low.weekday(), day.low.month, day.low.day
    for step in (0, -1, 1, -2, 2, -3, 3):
        found = calendar.day(day.low.year + step, month, number)
        if found is not None and found[0].weekday() == wanted:
            if step:
                day.low = day.high = found[0]
                day.reasons = (BY_WEEKDAY,)
            return


def _range(place: Place, first: Reading, second: Reading, gap: str) -> Reading | None:
    """Return the stretch from one date to the next, or None where no range word joins them."""
    words = place.words
    link = [
        word
        for word in gap.lower().split()
        if word not in words.sets["articles"] and word not in words.sets["joints"]
    ]
    if len(link) != 1:
        return None
    opening = before(place.text, first.start)
    opened = words.has("range.open", opening)
    through = link[0] in words.sets["range.to"]
    listed = link[0] == "/" or link[0] in words.sets["range.and"]
    if not (through or listed) or (first.grain != second.grain and not opened):
        return None
    if listed and not opened and first.grain != "month":
        return None
    if not _ordered(first, second):
        return None
    if listed and not opened and not _adjoin(first, second):
        return None
    _settle(place, first, second)
    reading = Reading(first.start, second.end, first.low, second.high, "range", qualifier="range")
    reading.label = first.label or second.label
    both = first.reasons + second.reasons if second.yearless else second.reasons
    reading.reasons = tuple(dict.fromkeys(both))
    return reading


def _adjoin(first: Reading, second: Reading) -> bool:
    return first.high is not None and second.low == calendar.shifted_days(first.high, 1)


def _settle(place: Place, first: Reading, second: Reading) -> None:
    """Move a stretch without year back by one where that brings it nearer: "Januar bis Juni"."""
    at = place.published
    if not (first.yearless and second.yearless) or at is None or PAST_TENSE in first.reasons:
        return
    if first.low is None or second.low is None or second.high is None or first.low <= at:
        return
    back = calendar.shifted(second.high, "year", -1)
    if (at - back).days <= (first.low - at).days:
        _move(first, first.low.year - 1)
        _move(second, second.low.year - 1)


def _ordered(first: Reading, second: Reading) -> bool:
    """Give a range whose ends share a year or week the right one; say whether it runs forward."""
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
