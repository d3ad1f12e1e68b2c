"""What a hedge and the written precision make of a value: its interval."""

from __future__ import annotations

from decimal import Decimal

from claimcheck.model import Qualifier
from claimcheck.normalise.language import Hedge
from claimcheck.normalise.numbers.decimals import negated, plain, rounded
from claimcheck.normalise.quantities.draft import Draft, Number

EXACT_KINDS = frozenset({"count", "number", "ratio", "ordinal"})
HALF = Decimal("0.5")
SMALLEST_REACH = Decimal("0.01")
"""The least share of its value by which any hedge moves a number."""
SHARE_OVER = Decimal("1.2")
"""How far above a half or a third "a little more than" it may reach."""
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
        width = rounded(total * Decimal("0.05"), 4)
    elif number.role == "group":
        width = number.last * number.scale * Decimal("0.25")
    elif exact and (draft.kind in EXACT_KINDS or draft.label == "age" or draft.kind == "duration"):
        return total, total
    else:
        width = number.last * number.scale * HALF
    return total - width, total + width


def interval(draft: Draft) -> tuple[Interval, Qualifier]:
    """Return lower and upper bound and the qualifier of a draft; None is unbounded."""
    low, high = written(draft, draft.number)
    if draft.upper is not None:
        return _ranged(draft, low)
    if draft.hedge is None:
        return (low, high), "about" if draft.number.role == "vague" else "exact"
    return _hedged(draft.hedge, draft.number, low, high), draft.hedge.qualifier


def _ranged(draft: Draft, low: Decimal) -> tuple[Interval, Qualifier]:
    upper = draft.upper
    assert upper is not None
    if draft.tolerance:
        value = draft.number.total
        return (value - upper.total, value + upper.total), "range"
    bound = draft.hedge
    if bound is None:
        ends = sorted((draft.number.total, upper.total))
        return (ends[0], ends[1]), "range"
    low = draft.number.total
    top = upper.total * bound.high if bound.high and bound.qualifier == "about" else upper.total
    bottom = low * bound.low if bound.low and bound.qualifier == "about" else draft.number.total
    return (bottom, top), "range"


def _hedged(hedge: Hedge, number: Number, low: Decimal, high: Decimal) -> Interval:
    """Return the interval of a hedged value; an approximate one holds what it rounds from.

    A hedge reaches as far as the number's own rounding, and its factor at most: "knapp 43"
    is 42 to 43, "knapp 40" is 36 to 40.
    """
    reach = _reach(number)
    if hedge.qualifier == "about":
        reach *= HALF
    down = _bound(number.total, hedge.low, reach)
    top = _bound(number.total, _widened(hedge, number), reach)
    if hedge.qualifier == "about":
        return min(low, low if down is None else down), max(high, high if top is None else top)
    return down, top


def _widened(hedge: Hedge, number: Number) -> Decimal | None:
    """Return the upper factor of a hedge, wider for a share: "gut die Hälfte" may be 58 percent."""
    if hedge.high is None or hedge.qualifier != "over" or number.role not in ("half", "fraction"):
        return hedge.high
    return max(hedge.high, SHARE_OVER)


def _bound(value: Decimal, factor: Decimal | None, reach: Decimal) -> Decimal | None:
    if factor is None or factor == 1:
        return value if factor == 1 else None
    furthest = abs(value * factor - value)
    step = rounded(min(furthest, max(reach, abs(value) * SMALLEST_REACH)), 8)
    return value + step if factor > 1 else value - step


def _reach(number: Number) -> Decimal:
    """Return the step that a number looks rounded to: 43 to 1, 40 to 10, 15,000 to 5,000."""
    if number.role != "number" or not number.value:
        return abs(number.total)
    _, digits, exponent = number.value.normalize().as_tuple()
    assert isinstance(exponent, int)
    step = Decimal(5 if digits[-1] == 5 else 1).scaleb(exponent)
    return step * number.scale


def signed(bounds: Interval, *, negative: bool) -> Interval:
    """Return canonical bounds, mirrored for a negative value."""
    low, high = bounds
    same = high is low
    low = None if low is None else plain(low)
    high = low if same else None if high is None else plain(high)
    if not negative:
        return low, high
    return (None if high is None else negated(high)), (None if low is None else negated(low))
