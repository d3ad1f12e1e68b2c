"""The dimension of a quantity and its value in that dimension's base unit.

Counts of anything share one dimension: what is counted is evidence, not a wall, since
two articles seldom name it by the same word. All currencies share one for the same
reason; the verdict ladder keeps them apart.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from claimcheck.match import times
from claimcheck.model import Bound, Quantity
from claimcheck.normalise.dates import calendar
from claimcheck.normalise.measured.units import find

_OPEN = float("inf")
_A_DAY = len("2025-09-02")
Interval = tuple[str, float, float, float]


def interval(quantity: Quantity) -> Interval | None:
    """Return (dimension, value, low, high) in base units; None for what has no value.

    Dates are days since the first of January of the year one, clock times minutes since
    midnight; the base of money is the currency itself. A score is one number, the sides as
    its thousands.
    """
    if quantity.unit == times.UNIT:
        return times.interval(quantity)
    if quantity.kind == "date":
        return _days(quantity)
    if quantity.kind == "score":
        return _score(quantity)
    if not isinstance(quantity.value, Decimal):
        return None
    dimension, factor, offset = base(quantity)
    low, high = quantity.low, quantity.high
    return (
        dimension,
        float(quantity.value) * factor + offset,
        float(low) * factor + offset if isinstance(low, Decimal) else -_OPEN,
        float(high) * factor + offset if isinstance(high, Decimal) else _OPEN,
    )


def base(quantity: Quantity) -> tuple[str, float, float]:
    """Return the dimension, and factor and offset to its base unit; not for dates."""
    kind, name = quantity.kind, quantity.unit
    if kind == "ratio":
        return ("percent", 100.0, 0.0) if name != "factor" else ("factor", 1.0, 0.0)
    unit = find(name) if name and kind not in ("money", "ordinal") else None
    if kind in _DIMENSIONS:
        return _DIMENSIONS[kind], float(unit.factor) if unit else 1.0, 0.0
    if unit is not None:
        return unit.dimension, float(unit.factor), float(unit.offset)
    return "count" if kind in ("count", "number") else name or kind, 1.0, 0.0


_DIMENSIONS = {
    "percent": "percent", "percentage_point": "percent", "money": "money", "ordinal": "rank",
}  # fmt: skip
"""The dimensions that units have no say in."""


RECORD = "score record"
"""The dimension of records of wins and defeats."""
_SAME_MATCH = frozenset({"final", "standing"})
"""A lead may be how it ended; nobody else than a break is at the break."""


def _score(quantity: Quantity) -> Interval:
    value = 0.0
    for side in str(quantity.value).split(":"):
        value = value * 1000 + float(side)
    sort = "match" if quantity.label in _SAME_MATCH else quantity.label
    return f"score {sort}", value, value, value


def _days(quantity: Quantity) -> Interval | None:
    """Return a date as days; of an open one ("ab Oktober", "bis 2030") the unit that it names.

    Two articles that let something start in September and in October do not agree, although
    October lies behind the first.
    """
    low, high = quantity.low, quantity.high
    if quantity.value is None:
        return None
    if isinstance(low, date) != isinstance(high, date):
        low, high = _named(quantity, low if isinstance(low, date) else high) or (low, high)
    start = float(low.toordinal()) if isinstance(low, date) else -_OPEN
    end = float(high.toordinal()) if isinstance(high, date) else _OPEN
    value = start if start != -_OPEN else end
    if quantity.qualifier == "range" and len(str(quantity.value)) == _A_DAY:
        value = end  # the night to Friday is named by its Friday
    return ("date", value, start, end) if abs(value) != _OPEN else None


def _named(quantity: Quantity, bound: Bound) -> calendar.Stretch | None:
    """Return the day, month or year that an open date names; None where its bound is not in it.

    The bound of "before May" is not in May.
    """
    value = str(quantity.value)
    unit = _UNITS.get(len(value))
    if unit is None or not isinstance(bound, date) or not bound.isoformat().startswith(value):
        return None
    return calendar.around(bound, unit)


_UNITS: dict[int, calendar.Unit] = {4: "year", 7: "month", 10: "day"}
"""The unit of a date by the length of its ISO form."""


def step_share(quantity: Quantity) -> float:
    """Return what one in the last digit that is not zero is worth, as a share of the value."""
    value = quantity.value
    if not isinstance(value, Decimal) or not value:
        return 0.0
    digits = "".join(map(str, value.normalize().as_tuple().digits))
    return 1 / int(digits)
