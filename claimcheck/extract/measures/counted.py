"""What counted things are by their noun, and numbers that a change to so many of them tells."""

from __future__ import annotations

from claimcheck.extract.concepts.lexicon import MeasureLexicon
from claimcheck.extract.measures.carried import Bound
from claimcheck.extract.sentence import Analysis, Place
from claimcheck.model import Named

_NOUNS = frozenset({"noun", "entity"})


def named_things(
    analysis: Analysis, place: Place, lexicon: MeasureLexicon, words: int = 1
) -> str | None:
    """Return the concept of the counted noun: "38 Rudel" are wolves, and no population.

    One of more `words` says more than its unit: "2,300 speed cameras" are no devices.
    """
    if place.quantity.per is not None or not place.quantity.noun:
        return None
    for hit in analysis.measures_near(place):
        inside = place.first <= hit.first <= hit.last - words and hit.last == place.last
        if inside and hit.kind in _NOUNS and lexicon.fits(hit.key, place.quantity):
            return hit.key
    return None


def ends_change(analysis: Analysis, place: Place) -> bool:
    """Return whether a number ends the change that the one right before it begins.

    In "ein Umsatzplus von 18 Prozent auf 76,4 Milliarden und ein Gewinn von" both are revenue.
    """
    if place.quantity.relation != "to":
        return False
    before = [other for other in analysis.places if other.last < place.first]
    if not before or before[-1].quantity.relation not in ("by", "from"):
        return False
    counted = place.quantity.kind == "count" and place.quantity.unit != before[-1].quantity.unit
    if counted and before[-1].quantity.kind == "count":
        return False  # "bei 200 von 214 Patienten kam es zu sechs Brüchen"
    return place.first - before[-1].last <= 1


def changed_to(analysis: Analysis, place: Place, lexicon: MeasureLexicon) -> Bound | None:
    """Return what a change ends in that is counted: "fell by 3 per cent to 500 cows"."""
    behind = next((other for other in analysis.places if other.first >= place.last), None)
    if behind is None or not ends_change(analysis, behind):
        return None
    own = named_things(analysis, behind, lexicon)
    if own is None or lexicon.info(own).generic:
        return None
    named = Named(behind.quantity.noun or behind.quantity.quote, own)
    return Bound(named, behind.quantity.span, False, (behind.first, behind.last))
