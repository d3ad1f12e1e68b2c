"""Reads numbers, money, units, durations, counts and dates as what they mean.

`scan` reads a whole document and also lists what it skipped; `normalise` reads one phrase.
"""

from __future__ import annotations

from datetime import date

from claimcheck.model import Quantity, Scan
from claimcheck.normalise.scanner import scan

__all__ = ["normalise", "scan"]


def normalise(text: str, language: str = "de", published: date | None = None) -> list[Quantity]:
    """Return the quantities of a text in order; `published` resolves relative dates."""
    found: Scan = scan(text, language, published)
    return list(found.quantities)
