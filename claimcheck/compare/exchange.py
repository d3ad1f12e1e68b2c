"""Sums in two currencies, held against each other by the rates that the user chose."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from claimcheck.compare.rates import Rate, Rates
from claimcheck.model import Bound, Claim, Document, Verdict

REASON = "rates"


def exchanged(
    a: Claim, b: Claim, first: Document, second: Document, rates: Rates
) -> tuple[Verdict, Rate] | None:
    """Return whether two sums can both be true, and the rate; None where none is known.

    The rate is that of the day on which the earlier of the two articles appeared.
    """
    day = min((d.published for d in (first, second) if d.published), default=None)
    one, two = a.quantity.unit, b.quantity.unit
    if day is None or one is None or two is None:
        return None
    rate = _told(rates, day, one, two)
    if rate is None:
        return None
    factor = rate.rate if rate.base == one else 1 / rate.rate
    low, high = (_times(bound, factor) for bound in (a.quantity.low, a.quantity.high))
    value = b.quantity.value
    spare = rates.tolerance * abs(value) if isinstance(value, Decimal) else Decimal(0)
    below = _apart(high, b.quantity.low, spare)
    above = _apart(b.quantity.high, low, spare)
    return ("contradiction" if below or above else "agreement"), rate


def _told(rates: Rates, day: date, one: str, two: str) -> Rate | None:
    """Return the rate the way round that is above one, whichever claim comes first."""
    base, quote = sorted((one, two))
    rate = rates.on(day, base, quote)
    return rates.on(day, quote, base) if rate is not None and rate.rate < 1 else rate


def _times(bound: Bound, factor: Decimal) -> Decimal | None:
    return bound * factor if isinstance(bound, Decimal) else None


def _apart(high: Bound, low: Bound, spare: Decimal) -> bool:
    return isinstance(high, Decimal) and isinstance(low, Decimal) and high + spare < low
