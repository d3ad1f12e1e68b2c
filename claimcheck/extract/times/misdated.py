"""Dates that cannot be: on another weekday than written, or in no calendar."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from claimcheck.lexicon import table
from claimcheck.model import Claim
from claimcheck.normalise.dates.reading import NO_SUCH_DAY
from claimcheck.slips import weekday_amiss


def misdated(claims: Sequence[Claim]) -> list[str]:
    """Return a note for each date that is no day, or whose weekday is another one.

    The year must be written.
    """
    return [
        f"line {claim.span.line}: “{' '.join(claim.quote.split())}” is {amiss}"
        for claim in claims
        if claim.quantity.kind == "date" and (amiss := _amiss(claim))
    ]


def _amiss(claim: Claim) -> str:
    """Return what a date is that it should not be; "" where nothing is wrong with it."""
    if NO_SUCH_DAY in claim.quantity.inferred:
        return "in no calendar"
    wrong = _whole(claim) and weekday_amiss(claim.quantity)
    return f"a {_weekday(claim)}" if wrong else ""


def _whole(claim: Claim) -> bool:
    return not claim.quantity.inferred and str(claim.quantity.value)[:4] in claim.quote


def _weekday(claim: Claim) -> str:
    named = table("en/cldr_dates")["weekdays"]["long"]
    day = date.fromisoformat(str(claim.quantity.value)).weekday()
    return str(next(name for name, number in named.items() if int(number) == day)).capitalize()
