"""What a rate is counted on: "260 Fälle pro 100.000 Einwohner" says nothing of 100,000 people."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from claimcheck.lexicon import table
from claimcheck.model import Quantity

REASON = "what a rate is counted on"
_LEAST = 100
_REACH = 12


def denominators(text: str, quantities: Sequence[Quantity], language: str) -> frozenset[int]:
    """Return the starts of the quantities of a document that only are the base of a rate.

    They are round (a power of ten) and stand behind "pro", "je" or "per". `text` is what the
    spans of the quantities point into.
    """
    words = frozenset(table(f"{language}/units")["per_words"])
    return frozenset(
        quantity.span.start
        for quantity in quantities
        if quantity.kind in ("count", "number")
        and _round(quantity.value)
        and _before(text, quantity.span.start) in words
    )


def _round(value: Decimal | str | None) -> bool:
    return isinstance(value, Decimal) and value >= _LEAST and str(int(value)).strip("0") == "1"


def _before(text: str, start: int) -> str:
    words = text[max(start - _REACH, 0) : start].split()
    return words[-1].lower() if words else ""
