"""Clock times as minutes of a day that is a circle, and whether two can be one time."""

from __future__ import annotations

from datetime import time
from typing import TYPE_CHECKING

from claimcheck.model import Quantity

if TYPE_CHECKING:
    from claimcheck.match.nodes import Node

UNIT = "time_of_day"
_BLOCK = "clock"
_DAY = 24 * 60
_NEAR = 180
"""Nobody writes "after ten" of what happened three hours later."""
_HOUR, _FIVE = 5, 2
"""By so many minutes a time on the hour, or on a multiple of five, may be rounded."""


def interval(quantity: Quantity) -> tuple[str, float, float, float] | None:
    """Return (block, value, low, high) of a clock time in minutes since midnight.

    Only times of one block are held against each other: those in one zone of time, and of
    one sort: points and starts, ends ("until five"), and stretches that open at one time, since
    an article has many of those (the museum's hours, the café's).
    """
    value = str(quantity.value)
    opening, _, closing = value.partition("/")
    at = _minutes(opening[1:6])
    zone = opening[6:] or quantity.label.removesuffix("_span").removeprefix("time")
    sort = " end" if quantity.qualifier == "at_most" else ""
    low = _bound(quantity.low, at - _NEAR)
    high = _bound(quantity.high, at + _NEAR)
    if quantity.qualifier in ("at_least", "at_most"):
        low = high = at
    elif closing and quantity.label:
        sort = f" {opening} stretch"
    if low > at:
        low -= _DAY
    while high < low:
        high += _DAY
    return f"{_BLOCK}{zone}{sort}", at, low, high


def sharpness(value: str) -> float:
    """Return how telling an equal time is: on the hour less than to the minute."""
    return 2.0 if _minutes(value[1:6]) % 60 == 0 else 3.0


def is_clock(block: str) -> bool:
    """Say whether a block holds clock times."""
    return block.startswith(_BLOCK)


def meet(a: Node, b: Node) -> bool:
    """Return whether two times of one block can be one; stretches need both ends alike."""
    step = _DAY // 2 if _either(a) or _either(b) else _DAY
    slack = max(_rounding(a), _rounding(b))
    if a.block.endswith("stretch"):
        return all(
            _apart(one, two, step) <= slack for one, two in ((a.low, b.low), (a.high, b.high))
        )
    for shift in range(-2 * _DAY, 2 * _DAY + 1, step):
        if a.low + shift <= b.high + slack and b.low <= a.high + shift + slack:
            return True
    return False


def _apart(one: float, two: float, step: int) -> float:
    away = abs(one - two) % step
    return min(away, step - away)


def _rounding(node: Node) -> int:
    """Return how many minutes a time may be rounded by, as it is written."""
    if node.value % 60 == 0:
        return _HOUR
    return _FIVE if node.value % 5 == 0 else 0


def _either(node: Node) -> bool:
    return "half of the day not written" in node.claim.quantity.inferred


def _minutes(text: str) -> float:
    return float(int(text[:2]) * 60 + int(text[3:5]))


def _bound(bound: object, otherwise: float) -> float:
    return float(bound.hour * 60 + bound.minute) if isinstance(bound, time) else otherwise
