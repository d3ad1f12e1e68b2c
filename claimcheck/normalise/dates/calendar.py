"""Plain calendar arithmetic on closed stretches of days.

A stretch is a pair of dates, first and last day. Nothing here knows a language.
"""

from __future__ import annotations

from datetime import MAXYEAR, date, timedelta
from functools import lru_cache
from typing import Literal

Stretch = tuple[date, date]
Unit = Literal["day", "weekend", "week", "month", "quarter", "half", "year", "decade", "century"]

MONTHS_IN: dict[str, int] = {
    "month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200,
}  # fmt: skip
SEASONS: dict[str, int] = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}
"""The first month of each (meteorological, northern) season of three months."""

DAY = timedelta(days=1)
_LAST_MONTH = MAXYEAR * 12 + 11
_SPANS = 1024
"""Texts of one time name the same few months and years over and over."""


def day(year: int, month: int, number: int) -> Stretch | None:
    """Return the one-day stretch, or None where the calendar has no such day."""
    try:
        only = date(year, month, number)
    except ValueError:
        return None
    return only, only


@lru_cache(maxsize=_SPANS)
def months(year: int, month: int, count: int = 1) -> Stretch:
    """Return `count` whole months from `month` on, which may run past 12 or below 1.

    Held inside the calendar of years 1 to 9999, as all that is returned here.
    """
    first = min(max(year * 12 + month - 1, 12), _LAST_MONTH)
    after = first + count
    return _first_of(first), (_first_of(after) - DAY if after <= _LAST_MONTH else date.max)


def _first_of(index: int) -> date:
    return date(index // 12, index % 12 + 1, 1)


def year(number: int, first_month: int = 1) -> Stretch:
    """Return a year, or the fiscal year that ends in `number` when it opens in another month."""
    return months(number if first_month == 1 else number - 1, first_month, 12)


def quarter(number: int, index: int, first_month: int = 1) -> Stretch:
    """Return quarter `index` (1 to 4) of the year, fiscal when `first_month` is not January."""
    return months(number if first_month == 1 else number - 1, first_month + 3 * index - 3, 3)


def half(number: int, index: int, first_month: int = 1) -> Stretch:
    """Return half-year `index` (1 or 2) of the year, fiscal as in `quarter`."""
    return months(number if first_month == 1 else number - 1, first_month + 6 * index - 6, 6)


def around(at: date, unit: str) -> Stretch:
    """Return the calendar unit that holds the day `at`."""
    if unit == "day":
        return at, at
    if unit in ("week", "weekend"):
        monday = shifted_days(at, -at.weekday())
        return (shifted_days(monday, 5) if unit == "weekend" else monday), shifted_days(monday, 6)
    size = MONTHS_IN[unit]
    index = at.year * 12 + at.month - 1
    if unit == "century":
        index = (at.year - 1) // 100 * 1200 + 12
    else:
        index -= index % size
    return months(index // 12, index % 12 + 1, size)


def shifted(at: date, unit: str, count: int) -> date:
    """Return `at` moved by `count` units, clipped to the end of the month it lands in."""
    if unit == "day":
        return shifted_days(at, count)
    if unit in ("week", "weekend"):
        return shifted_days(at, 7 * count)
    low, high = months(at.year, at.month + MONTHS_IN[unit] * count)
    return low.replace(day=min(at.day, high.day))


def shifted_days(at: date, count: int) -> date:
    """Return `at` moved by days, held inside the calendar."""
    return date.fromordinal(min(max(at.toordinal() + count, 1), date.max.toordinal()))


def part_of(stretch: Stretch, part: str) -> Stretch:
    """Return the "begin", "middle" or "end": a quarter or four months of a year, else a third."""
    low, high = stretch
    if (low.day, low.month, high.day, high.month) == (1, 1, 31, 12) and low.year == high.year:
        first, count = {"begin": (1, 3), "middle": (5, 4), "end": (10, 3)}[part]
        return months(low.year, first, count)
    count = high.year - low.year + 1
    if count > 2 and (low.month, high.month) == (1, 12):
        third = -(-count // 3)
        first, size = {
            "begin": (0, third), "middle": (third, count - 2 * third + 1),
            "end": (count - third, third),
        }[part]  # fmt: skip
        return months(low.year + first, 1, 12 * size)
    third = max(((high - low).days + 1) // 3, 1)
    if part == "begin":
        return low, shifted_days(low, third - 1)
    if part == "end":
        return min(shifted_days(low, 2 * third), high), high
    return min(shifted_days(low, third), high), min(shifted_days(low, 2 * third - 1), high)


def distance(stretch: Stretch, at: date) -> int:
    """Return the days between `at` and the stretch: negative when it is past, 0 inside."""
    low, high = stretch
    if high < at:
        return (high - at).days
    return (low - at).days if low > at else 0


def nearest(candidates: list[Stretch], at: date, future_cost: int = 1) -> Stretch:
    """Return the candidate nearest to `at`, ties to the past.

    `future_cost` makes days ahead count more than days ago.
    """

    def cost(stretch: Stretch) -> tuple[int, int]:
        days = distance(stretch, at)
        return (days * future_cost if days > 0 else -days), days

    return min(candidates, key=cost)


@lru_cache(maxsize=_SPANS)
def iso(low: date, high: date) -> str:
    """Return the shortest ISO text for a stretch.

    A day, week, month, quarter ("2025-Q3"), half ("2025-H1"), year, decade ("199X"),
    or "first/last" in years, months or days, whichever is coarsest and exact.
    """
    if low == high:
        return low.isoformat()
    if low.day == 1 and shifted_days(high, 1).day == 1:
        return _iso_months(low, high)
    if (high - low).days == 6 and low.weekday() == 0:
        number = low.isocalendar()
        return f"{number.year:04}-W{number.week:02}"
    return f"{low.isoformat()}/{high.isoformat()}"


def _iso_months(low: date, high: date) -> str:
    count = (high.year - low.year) * 12 + high.month - low.month + 1
    if low.month == 1 and count % 12 == 0:
        if count == 12:
            return f"{low.year:04}"
        if count == 120 and low.year % 10 == 0:
            return f"{low.year // 10:03}X"
        return f"{low.year:04}/{high.year:04}"
    if count == 1:
        return f"{low.year:04}-{low.month:02}"
    if count == 3 and low.month % 3 == 1:
        return f"{low.year:04}-Q{low.month // 3 + 1}"
    if count == 6 and low.month % 6 == 1:
        return f"{low.year:04}-H{low.month // 6 + 1}"
    return f"{low.year:04}-{low.month:02}/{high.year:04}-{high.month:02}"
