"""Takes a part out of a longer date: "the first half of the 20th century"."""

from __future__ import annotations

from typing import NamedTuple

from claimcheck.normalise.dates import calendar


class Portion(NamedTuple):
    """Which units of a longer date, counted from 1, or from -1 backwards.

    `unit` is a calendar unit, or "weekday" with the day (0 for Monday) as `day`.
    """

    unit: str
    first: int
    last: int
    day: int = 0


def taken(stretch: calendar.Stretch, portion: Portion) -> calendar.Stretch | None:
    """Return the portion of a stretch, or None where it has no such part."""
    low, high = stretch
    if portion.unit == "weekday":
        return _weekday(stretch, portion)
    if portion.unit == "weekend":
        saturday = _weekday(stretch, portion._replace(day=5))
        return (saturday[0], calendar.shifted_days(saturday[0], 1)) if saturday else None
    if portion.unit == "half":
        return _half(stretch, portion.first) if portion.first == portion.last else None
    if portion.unit in ("day", "week"):
        size = 7 if portion.unit == "week" else 1
        if portion.first < 0:
            first = calendar.shifted_days(high, portion.first * size + 1)
            last = calendar.shifted_days(high, (portion.last + 1) * size)
        else:
            first = calendar.shifted_days(low, (portion.first - 1) * size)
            last = calendar.shifted_days(low, portion.last * size - 1)
    elif portion.unit in calendar.MONTHS_IN:
        if low.day != 1 or calendar.shifted_days(high, 1).day != 1:
            return None
        count = calendar.MONTHS_IN[portion.unit]
        whole = (high.year - low.year) * 12 + high.month - low.month + 1
        begin = portion.first * count + whole if portion.first < 0 else (portion.first - 1) * count
        first, last = calendar.months(
            low.year, low.month + begin, (portion.last - portion.first + 1) * count
        )
    else:
        return None
    return (first, last) if low <= first <= last <= high else None


def _half(stretch: calendar.Stretch, index: int) -> calendar.Stretch | None:
    low, high = stretch
    if index not in (1, 2, -1):
        return None
    months = (high.year - low.year) * 12 + high.month - low.month + 1
    if low.day == 1 and months % 2 == 0:
        first = calendar.months(low.year, low.month, months // 2)
        middle = first[1]
    else:
        middle = calendar.shifted_days(low, ((high - low).days + 1) // 2 - 1)
    return (low, middle) if index == 1 else (calendar.shifted_days(middle, 1), high)


def _weekday(stretch: calendar.Stretch, portion: Portion) -> calendar.Stretch | None:
    low, high = stretch
    if portion.first < 0:
        back = (high.weekday() - portion.day) % 7 - 7 * (portion.first + 1)
        day = calendar.shifted_days(high, -back)
    else:
        ahead = (portion.day - low.weekday()) % 7 + 7 * (portion.first - 1)
        day = calendar.shifted_days(low, ahead)
    return (day, day) if low <= day <= high else None
