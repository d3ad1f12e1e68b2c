"""What a number measures that answers a question: "How many cars are affected? About 500"."""

from __future__ import annotations

from claimcheck.extract.measures.carried import Bound, Carried
from claimcheck.extract.measures.lexicon import MeasureLexicon
from claimcheck.extract.sentence import Analysis, Place
from claimcheck.model import Named

_QUESTION = "?"
_OPENING = 2
"""How many words may stand before a number that answers: "up to the 500"."""
_NO_ANSWERS = frozenset({"duration", "ordinal", "score"})


def answered(
    analysis: Analysis, place: Place, lexicon: MeasureLexicon, carried: Carried
) -> Bound | None:
    """Return what the question right before a number asks for, where the number opens its answer.

    That is the first thing that the question names ("how many cars"), or else what it says
    of it ("how much does it cost?"). Who is counted only tells of whom something is said
    ("who is affected? About 300 drivers").
    """
    quantity, heard = place.quantity, carried.heard
    opens = place.first <= _OPENING and analysis.places[0] is place
    if not heard or heard[-1] != _QUESTION or not opens or quantity.kind in _NO_ANSWERS:
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
