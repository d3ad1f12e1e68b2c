"""Since when nothing like it had been: "their first win in seven games", "seit 40 Jahren"."""

from __future__ import annotations

from decimal import Decimal

from claimcheck.extract.sentence import Analysis, Place

_LONG = frozenset({"month", "year", "decade", "century"})
"""Within shorter times things happen so often: "the most infections in 24 hours"."""
_PLAYED = frozenset({"game", "match", "race", "fight", "start", "tournament", "attempt"})
_REACH = 8
"""How many tokens before the preposition the word may stand that nothing was like it."""


def is_lapse(analysis: Analysis, place: Place) -> bool:
    """Return whether there had been nothing like something for so long, or so many games."""
    quantity = place.quantity
    if quantity.kind == "duration":
        told = quantity.unit in _LONG
    else:
        told = quantity.kind == "count" and quantity.unit in _PLAYED
    if not told or not isinstance(quantity.value, Decimal) or quantity.value < 1:
        return False
    lead = place.first - 1
    if analysis.tagged("lapse_lead", lead, place.first) is None:
        return False
    since = analysis.tagged("lapse_since", lead, place.first) is not None
    if analysis.tagged("lapse_end", place.last, place.last + 1) is not None:
        return since or quantity.value > 1  # "seit zehn Jahren nicht mehr"
    if quantity.value <= 1:
        return False
    words = analysis.tokens.words
    for i in range(lead - 1, max(lead - _REACH, 0) - 1, -1):
        if not words[i][0].isalnum():
            return False
        if analysis.tagged("unmatched", i, i + 1) is not None:
            return since or i < lead - 1  # "erstmals seit zehn Jahren"; no "came first in 12 races"
    return False
