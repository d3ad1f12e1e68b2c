"""Reads numbers, money, units, durations, counts and dates as what they mean.

A whole document is scanned, which also lists what was skipped; a phrase is normalised.
`marks` finds the words that matter, `scanner` goes from number to number: `unread/` tells what is
none, `numbers/` what it is, `quantities/` and `measured/` what stands around it. `dates/` and
`hours/` read days and times.
`language` holds what is known of a language, `tokens` cuts a text, and `view` looks around in it.
"""

from __future__ import annotations

from datetime import date

from claimcheck.given import check_date, known_language
from claimcheck.model import Quantity, Scan
from claimcheck.normalise.scanner import scan

__all__ = ["normalise", "scan"]


def normalise(text: str, language: str = "de", published: date | None = None) -> list[Quantity]:
    """Return the quantities of a text in order; `published` resolves relative dates.

    Raises InputError for a language that has no data, TypeError for a `published` that is
    no date.
    """
    check_date(published)
    found: Scan = scan(text, known_language(language, "normalise"), published)
    return list(found.quantities)
