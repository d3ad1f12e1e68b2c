"""Whether two values can both be true: rounded, hedged, converted, bounded."""

from __future__ import annotations

from math import inf

from claimcheck.match import times
from claimcheck.match.dimension import step_share
from claimcheck.match.nodes import Node

HALF = 0.5
_MANY = 100
CONVERSION = 0.01
"""The share by which a value that was converted to another unit may be rounded."""
_UNCONVERTED = frozenset({"date", "count", "money", "percent", "rank", "factor", "temperature"})


def meet(a: Node, b: Node) -> bool:
    """Return whether both values can be true: whether their intervals overlap.

    Neighbours that only touch (7.7 and 7.8 meet at 7.75) differ, since both were written
    to the same precision; a point on the edge of an interval is in it. Values in two units
    may be converted and rounded again: 620 miles are 1,000 kilometres. Whether a cut is written
    as 40 percent or as minus 40 is a convention. A bound holds for what is near it.
    """
    if (a.low > b.high or b.low > a.high) and not _may_be_one(a, b):
        return False  # so most pairs are
    if times.is_clock(a.block):
        return a.block == b.block and times.meet(a, b)
    low, high = max(a.low, b.low), min(a.high, b.high)
    if _beyond(a, b):
        return False
    if a.block == b.block == "date" and a.claim.quantity.value == b.claim.quantity.value:
        return True  # "by 20 May" and "before 20 May" are one deadline
    if low > high and a.unit != b.unit and a.block == b.block:
        high += _rounding(a) + _rounding(b)
    if low > high and _TONS.issuperset((a.unit, b.unit)):
        low, high = _in_tons(a, b)
    if low < high or (low == high and (a.low == a.high or b.low == b.high)):
        return True
    if a.block == b.block == "percent" and a.value == -b.value:
        return True
    if a.block == b.block == "count" and (_rounds(a, b) or _rounds(b, a)):
        return True
    return _rounded_off(a, b) or _rounded_off(b, a)


def _may_be_one(a: Node, b: Node) -> bool:
    """Return whether two values may be one although their intervals lie apart.

    It is a quick test that leaves out most of those that are not.
    """
    if a.block != b.block:
        return True
    if a.block == "count":
        return abs(a.value - b.value) <= max(HALF, _CLOSE * max(a.value, b.value))
    if a.block == "time" and a.unit == b.unit:
        return a.written.is_integer() != b.written.is_integer()
    if a.block == "percent":
        return a.value == -b.value
    if a.block == "date":
        return a.claim.quantity.value == b.claim.quantity.value
    return a.unit != b.unit or times.is_clock(a.block)


_TONS = frozenset({"ton", "long_ton", "tonne"})


def _in_tons(a: Node, b: Node) -> tuple[float, float]:
    """Return where the intervals overlap as they are written: newsrooms write one ton as another.

    "The 53,400-ton ship" in America is "the 53,400-tonne ship" elsewhere.
    """
    scales = [n.value / n.written if n.written else 1.0 for n in (a, b)]
    low = max(n.low / scale for n, scale in zip((a, b), scales, strict=True))
    return low, min(n.high / scale for n, scale in zip((a, b), scales, strict=True))


_MAXIMA = 0.9
_BOUND = 0.5


def _beyond(a: Node, b: Node) -> bool:
    """Return whether a bound stands so far from the other value that nobody would give it.

    Nobody writes "more than 27 billion" of 72 billion. "Up to" names a maximum, and two
    maxima are two values. (In annotated bundles all that agree with a bound are within 0.8.)
    """
    if a.block != b.block or a.block == "date" or not a.value * b.value > 0:
        return False
    bounds = [n for n in (a, b) if inf in (-n.low, n.high)]
    if not bounds:
        return False
    maxima = all(n.claim.quantity.qualifier == "at_most" for n in (a, b))
    low, high = sorted((abs(a.value), abs(b.value)))
    if low < high * (_MAXIMA if maxima else _BOUND):
        return True
    one_unit = a.unit == b.unit or a.block == "count"
    if len(bounds) == 2 or not one_unit or bounds[0].claim.quantity.qualifier not in _NEARBY:
        return False
    return high - low > max(_STEPS * _step(bounds[0]), _REACH * abs(bounds[0].value))


_NEARBY = frozenset({"over", "under"})
_STEPS = 2
"""Who writes "over 21,000" counts in thousands, and means 21,000 and a bit."""
_REACH = 0.15


def _step(node: Node) -> float:
    """Return what one in the last digit that is not zero is worth, in the base unit."""
    return step_share(node.claim.quantity) * abs(node.value)


def _rounds(whole: Node, exact: Node) -> bool:
    """Return whether a whole number is a decimal one rounded: 10,415 points for 10,415.03.

    Few are what they are: 14 patients are no rate of 13.87.
    """
    decimal = not exact.value.is_integer()
    few = abs(whole.value) < _MANY and whole.unit != exact.unit
    near = abs(whole.value - exact.value) <= HALF
    return decimal and not few and whole.low == whole.high and near


def _rounded_off(coarse: Node, fine: Node) -> bool:
    """Return whether a plain round number stands for a closer one, near as they are.

    23,000 flats may be 23,400, and a mean age of 46 one of 46.1. (In annotated bundles 78 such
    pairs agree and none contradict but two numbers of blocks.)
    """
    if coarse.block != fine.block or coarse.low < coarse.high:
        return False
    apart = abs(coarse.value - fine.value)
    if coarse.block == "time":
        whole = coarse.written.is_integer() and not fine.written.is_integer()
        return whole and coarse.unit == fine.unit and abs(coarse.written - fine.written) < HALF
    step = _step(coarse)
    if coarse.block != "count" or step < _HUNDRED or _step(fine) >= step:
        return False
    return apart <= min(HALF * step, (_CLOSE if step > _HUNDRED else _CLOSE / 2) * coarse.value)


_HUNDRED, _CLOSE = 100, 0.05


def _rounding(node: Node) -> float:
    """Return by how much a converted value may be rounded, in the dimension's base unit.

    Half of the last digit that is not zero, and no more than one percent.
    """
    if node.block in _UNCONVERTED:
        return 0.0
    limit = _MONTHS if node.unit in _UNEVEN else CONVERSION
    return min(HALF * step_share(node.claim.quantity), limit) * abs(node.value)


_UNEVEN = frozenset({"month", "quarter", "year"})
_MONTHS = 0.08
"""A month has 28 to 31 days: four weeks are one, and 90 days are three."""
