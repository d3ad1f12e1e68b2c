"""Whose the share of a survey is that says or thinks something: not of what is thought of.

"Demnach halten 60 Prozent die Schließungen für richtig": the share is the subject itself.
"""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.extract.concepts.keys import ASKED
from claimcheck.extract.names.nouns import NounHit
from claimcheck.extract.subjects.asked import Asked
from claimcheck.extract.subjects.traits import Option


def without_objects(number: Asked, found: Sequence[Option]) -> Sequence[Option]:
    """Return the options without nouns of other clauses, and those behind that nothing leads."""
    if number.what not in ASKED or number.measured is not None:
        return found
    return [option for option in found if not _is_object(number, option)]


def _is_object(number: Asked, option: Option) -> bool:
    hit, analysis, place = option.hit, number.analysis, number.place
    if not isinstance(hit, NounHit):
        return False
    if analysis.clause(hit.first) != place.clause:
        return True
    return hit.first >= place.last and hit.first not in analysis.led
