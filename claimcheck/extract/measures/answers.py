"""What a number measures that answers a question, or leaves out its unit beside a noun.

"How many cars are affected? About 500"; "rents rose 6.1 per cent, wages 3.2".
"""

from __future__ import annotations

from decimal import Decimal

from claimcheck.extract.concepts.hits import MeasureHit
from claimcheck.extract.concepts.lexicon import MeasureLexicon
from claimcheck.extract.measures.carried import Bound, Carried, of_sentence
from claimcheck.extract.measures.plain import bound
from claimcheck.extract.sentence import Analysis, Place
from claimcheck.model import Named

_QUESTION = "?"
_OPENING = 2
"""How many words may stand before a number that answers: "up to the 500"."""
_SHARED = frozenset({"percent", "money"})
_WHOLE = 100
_STOPS = frozenset(".,;!")
_NO_ANSWERS = frozenset({"duration", "ordinal", "score"})


def answered(
    analysis: Analysis, place: Place, lexicon: MeasureLexicon, carried: Carried
) -> Bound | None:
    """Return what the question right before a number asks for, where the number opens its answer.

    That is the first thing that the question names ("how many cars"), or else what it says
    of it ("how much does it cost?"). Who is counted only tells of whom something is said
    ("who is affected? About 300 drivers"). A number that leaves out "per cent" is of the noun
    right before it.
    """
    elided = _elided(analysis, place, lexicon, carried)
    if elided is not None:
        return bound(analysis, elided, loose=False)
    quantity, heard = place.quantity, carried.heard
    opens = place.first <= _OPENING and analysis.places[0] is place
    if not heard or heard[-1] != _QUESTION or not opens or quantity.kind in _NO_ANSWERS:
        return None
    if quantity.kind == "date" and not _ends(analysis, place):
        return None
    own = lexicon.unit_concept(quantity.unit) if quantity.unit else None
    named = quantity.kind == "count" and bool(quantity.noun)
    if named and (own is None or not lexicon.info(own).generic):
        return None
    hits = [
        hit
        for hit in lexicon.find(heard, analysis.sentence.language)
        if hit.kind != "change" and lexicon.fits(hit.key, quantity)
    ]
    if named:
        hits = [hit for hit in hits if "person" in lexicon.info(hit.key).units]
    nouns = [hit for hit in hits if hit.kind in ("noun", "entity")]
    if not hits:
        return None
    hit = (nouns or hits)[0]
    text = " ".join(heard[hit.first : hit.last])
    return Bound(Named(text, hit.key), None, loose=True)


def _elided(
    analysis: Analysis, place: Place, lexicon: MeasureLexicon, carried: Carried
) -> MeasureHit | None:
    """Return the noun right before a number that leaves out "per cent", which one before it has.

    "Rents went up 6.1 per cent last year and wages 3.2."
    """
    before, quantity = carried.quantity, place.quantity
    if before is None or before.kind != "percent" or not of_sentence(analysis, carried):
        return None
    bare = quantity.kind == "number" and quantity.unit is None
    if not bare or not isinstance(quantity.value, Decimal) or quantity.value > _WHOLE:
        return None
    for hit in analysis.measures_near(place):
        measured = not lexicon.info(hit.key).units.isdisjoint(_SHARED)
        if hit.last == place.first and hit.kind == "noun" and measured:
            return hit
    return None


def _ends(analysis: Analysis, place: Place) -> bool:
    """Return whether nothing is said of a date: "Am 30. September, nach 118 Jahren."."""
    behind = analysis.tokens.words[place.last : place.last + 1]
    return not behind or behind[0] in _STOPS
