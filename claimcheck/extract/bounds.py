"""Bounds that a verb sets: what "übertraf die 75-Milliarden-Marke" is more than."""

from __future__ import annotations

from msgspec.structs import replace

from claimcheck.extract.cues import cues
from claimcheck.extract.sentence import Analysis, Place
from claimcheck.model import Quantity

_TAGS = (("exceeds", "over"), ("falls_short", "under"))


def bounded(analysis: Analysis, place: Place) -> Quantity:
    """Return the quantity, as a bound where the clause passes or misses it as a mark.

    Only an unhedged number before a word like "Marke" or "mark" is a mark to be passed.
    """
    quantity = place.quantity
    if quantity.qualifier != "exact" or quantity.kind == "date":
        return quantity
    words = len(analysis.tokens.words)
    near = analysis.tagged("threshold", place.first, min(place.last + 2, words))
    if near is None and not _joined_mark(analysis, place):
        return quantity
    for tag, qualifier in _TAGS:
        cue = analysis.tagged_in_clause(tag, place)
        if cue is None:
            continue
        if qualifier == "over":
            return replace(quantity, qualifier="over", low=quantity.value, high=None)
        return replace(quantity, qualifier="under", low=None, high=quantity.value)
    return quantity


def _joined_mark(analysis: Analysis, place: Place) -> bool:
    """Return whether the mark is the end of a hyphenated word: "75-Milliarden-Dollar-Marke"."""
    last = analysis.tokens.words[place.last - 1].rsplit("-", 1)[-1]
    return "threshold" in cues(analysis.sentence.language).tags(last)
