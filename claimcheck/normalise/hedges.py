"""What a hedge and the written precision make of a value: its interval."""

from __future__ import annotations

from decimal import Decimal

from claimcheck.model import Qualifier
from claimcheck.normalise.draft import Draft, Number
from claimcheck.normalise.language import Hedge
from claimcheck.normalise.numbers import plain

EXACT_KINDS = frozenset({"count", "number", "ratio", "ordinal"})
HALF = Decimal("0.5")
Interval = tuple[Decimal | None, Decimal | None]


def written(draft: Draft, number: Number) -> tuple[Decimal, Decimal]:
    """Return the interval of values that round to a number as written.

    A plain integer counts exactly; a scale or decimals round to the last digit written.
    """
    total = number.total
    if number.high is not None:
        return total, number.high * number.scale
    exact = number.scale == 1 and number.last >= 1
    if number.role in ("fraction", "half"):
        width = round(total * Decimal("0.05"), 4)
    elif number.role == "group":
        width = number.last * number.scale * Decimal("0.25")
    elif exact and (draft.kind in EXACT_KINDS or draft.label == "age" or draft.kind == "duration"):
        width = Decimal(0)
    else:
        width = number.last * number.scale * HALF
    return total - width, total + width


def interval(draft: Draft) -> tuple[Interval, Qualifier]:
    """Return lower and upper bound and the qualifier of a draft; None is unbounded."""
    low, high = written(draft, draft.number)
    value = draft.number.total
    if draft.upper is not None:
        return _ranged(draft, low)
    if draft.hedge is None:
        return (low, high), "about" if draft.number.role == "vague" else "exact"
    return _hedged(draft.hedge, value, low, high), draft.hedge.qualifier


def _ranged(draft: Draft, low: Decimal) -> tuple[Interval, Qualifier]:
    upper = draft.upper
    assert upper is not None
    if draft.tolerance:
        value = draft.number.total
        return (value - upper.total, value + upper.total), "range"
    bound = draft.hedge
    if bound is None:
        return (draft.number.total, upper.total), "range"
    top = upper.total * bound.high if bound.high and bound.qualifier == "about" else upper.total
    bottom = low * bound.low if bound.low and bound.qualifier == "about" else draft.number.total
    return (bottom, top), "range"


def _hedged(hedge: Hedge, value: Decimal, low: Decimal, high: Decimal) -> Interval:
    """Return the interval of a hedged value; an approximate one holds what it rounds from."""
    down = None if hedge.low is None else value if hedge.low == 1 else round(value * hedge.low, 8)
    top = None if hedge.high is None else value if hedge.high == 1 else round(value * hedge.high, 8)
    if hedge.qualifier == "about":
        return min(low, down or low), max(high, top or high)
    return down, top


def signed(bounds: Interval, *, negative: bool) -> Interval:
    """Return canonical bounds, mirrored for a negative value."""
    low, high = (None if b is None else plain(b) for b in bounds)
    if not negative:
        return low, high
    return (None if high is None else -high), (None if low is None else -low)
