"""Whose number it is that somebody does something to: "300 homes were built by the Lobau Group"."""

from __future__ import annotations

from claimcheck.extract.clauses.order import Clause
from claimcheck.extract.names.finder import NameHit
from claimcheck.extract.sentence import Analysis, Place
from claimcheck.extract.subjects.phrases import hit_of
from claimcheck.extract.words.grammar import grammar
from claimcheck.extract.words.parts import parts

_SHARES = frozenset({"percent", "ratio"})


def agent(analysis: Analysis, place: Place) -> NameHit | None:
    """Return who does what a passive verb says of a number, if that is somebody with a name.

    What is in the subject with the number owns it rather: "300 of Lobau's homes were bought by".
    Who measures only counts it.
    """
    order, known = analysis.order, parts(analysis.sentence.language)
    if order is None or known is None:
        return None
    clause: Clause = order.clauses[place.first]
    if (
        place.quantity.kind in _SHARES
        or not clause.passive
        or not place.first < clause.verb < clause.end
    ):
        return None
    words, end = analysis.tokens.words, clause.end
    phrase = order.led.get(end)
    if phrase is None or phrase.first != end + 1 or words[end].lower() not in known.agents:
        return None
    start = clause.subject.first if clause.subject is not None else place.first
    if any(min(start, place.first) <= name.first < clause.verb for name in analysis.names):
        return None
    if any(word.endswith(known.owners) for word in words[max(start - 1, 0) : clause.verb]):
        return None
    hit = hit_of(analysis, phrase, known)
    measures = grammar(analysis.sentence.language).measurers
    if not isinstance(hit, NameHit) or words[hit.last - 1].lower().endswith(measures):
        return None
    return hit
