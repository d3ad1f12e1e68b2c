"""Where a number opens a clause of its own: "six were killed and 14 trapped"."""

from __future__ import annotations

from claimcheck.extract.grammar import grammar
from claimcheck.extract.measures import MeasureHit
from claimcheck.extract.sentence import Analysis, Place

_ATTACHED = 3
"""So many words stand at most between a counted thing and what became of it."""
_COUNTS = frozenset({"count", "number"})
_SAID = frozenset({"verb", "adjective"})


def opened_by(analysis: Analysis, place: Place) -> int:
    """Return the token of the "and" behind which the number has a verb of its own; else 0.

    What stands before it is said of others. A participle without an auxiliary is such a verb
    only where the verb before has one: "six were killed and 14 trapped", but "they arrested
    three men and two women wanted for robbery".
    """
    if place.quantity.kind not in _COUNTS:
        return 0
    joint = _joint(analysis, place)
    if not joint:
        return 0
    verb = _verb_behind(analysis, place)
    if verb is None:
        return 0
    whole = _is_finite(analysis, place, verb)
    before = [hit for hit in analysis.measures if hit.last <= joint and hit.kind in _SAID]
    return joint if whole or any(_is_passive(analysis, hit) for hit in before) else 0


def _joint(analysis: Analysis, place: Place) -> int:
    """Return the joint right before a number, or before its article; else 0."""
    rules = grammar(analysis.sentence.language)
    first = place.first
    if first > 1 and analysis.tokens.words[first - 1].lower() in rules.articles:
        first -= 1
    return first - 1 if first - 1 in analysis.joints else 0


def _verb_behind(analysis: Analysis, place: Place) -> MeasureHit | None:
    """Return the first verb or participle behind a number in its clause."""
    clause = analysis.clause(place.first)
    for hit in analysis.measures:
        if hit.first < place.last or hit.kind not in _SAID or analysis.clause(hit.first) != clause:
            continue
        between = range(place.last, hit.first)
        away = sum(analysis.clause(i) == clause for i in between)
        if away > _ATTACHED or not analysis.joints.isdisjoint(between) or hit.first >= place.right:
            return None
        return hit
    return None


def _is_finite(analysis: Analysis, place: Place, verb: MeasureHit) -> bool:
    """Return whether an auxiliary stands between a number and its verb, or the verb needs none."""
    return analysis.tagged("auxiliary", place.last, verb.last) is not None


def _is_passive(analysis: Analysis, hit: MeasureHit) -> bool:
    return analysis.tagged("auxiliary", hit.first - 1, hit.first + 1) is not None
