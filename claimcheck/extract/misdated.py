"""Dates that are written with a weekday they do not fall on: a slip within one article."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from claimcheck.lexicon import table
from claimcheck.model import Claim
from claimcheck.slips import weekday_amiss


def misdated(claims: Sequence[Claim]) -> list[str]:
    """Return a note for each date whose weekday is another one; its year must be written."""
    return [
        f"line {claim.span.line}: “{' '.join(claim.quote.split())}” is a {_weekday(claim)}"
        for claim in claims
        if claim.quantity.kind == "date" and _whole(claim) and weekday_amiss(claim.quantity)
    ]


def _whole(claim: Claim) -> bool:
    return not claim.quantity.inferred and str(claim.quantity.value)[:4] in claim.quote


def _weekday(claim: Claim) -> str:
    named = table("en/cldr_dates")["weekdays"]["long"]
    day = date.fromisoformat(str(claim.quantity.value)).weekday()
    return str(next(name for name, number in named.items() if int(number) == day)).capitalize()
