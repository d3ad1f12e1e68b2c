"""Where a number opens a clause of its own: "six were killed and 14 trapped"."""

from __future__ import annotations

from claimcheck.extract.concepts.hits import MeasureHit
from claimcheck.extract.sentence import Analysis, Place
from claimcheck.extract.words.grammar import grammar
from claimcheck.extract.words.lemma import morphology

_ATTACHED = 3
"""So many words stand at most between a counted thing and what became of it."""
_COUNTS = frozenset({"count", "number"})
_SAID = frozenset({"verb", "adjective"})


def opened_by(analysis: Analysis, place: Place) -> int:
    """Return the token of the "and" behind which the number has a verb of its own; else 0.

    What stands before it is said of others. A participle without an auxiliary is such a verb
    only where the verb before has one, or follows its own number: "six were killed and 14
    trapped", but "they arrested three men and two women wanted for robbery".
    """
    if place.quantity.kind not in _COUNTS:
        return 0
    joint = _joint(analysis, place)
    if not joint:
        return _before_verb(analysis, place)
    if _has_auxiliary(analysis, place):
        return joint
    if not _is_told_of(analysis, place):
        return 0
    before = [hit for hit in analysis.measures if hit.last <= joint and hit.kind in _SAID]
    if any(_is_passive(analysis, hit) for hit in before):
        return joint
    return joint if before and _has_own_number(analysis, before[-1], joint) else 0


def parted(analysis: Analysis, one: int, other: int) -> bool:
    """Return whether an "and" with a verb of its own stands between: "costs 3 and is to open"."""
    first, last = sorted((one, other))
    return any(first < at < last and opens_verb(analysis, at + 1) for at in analysis.joints)


def opens_verb(analysis: Analysis, index: int) -> bool:
    """Return whether a token behind an "and" is a verb with its own tense, not one of two that
    an auxiliary governs: "soll gebaut UND ERWEITERT werden"."""
    words = analysis.tokens.words
    if index + 1 >= len(words):
        return False
    if _is_auxiliary(analysis, index):
        return True
    word, behind = words[index], words[index + 1]
    reading = morphology(analysis.sentence.language).reading(word)
    if not word.islower() or reading.verb in (None, word) or reading.noun or reading.adjective:
        return False
    return behind[0].isalnum() and not _is_auxiliary(analysis, index + 1)


def _joint(analysis: Analysis, place: Place) -> int:
    """Return the joint right before a number, or before its article; else 0."""
    rules = grammar(analysis.sentence.language)
    first = place.first
    if first > 1 and analysis.tokens.words[first - 1].lower() in rules.articles:
        first -= 1
    return first - 1 if first - 1 in analysis.joints else 0


def _before_verb(analysis: Analysis, place: Place) -> int:
    """Return the joint before a verb whose object the number is: "and played 300 shows"; else 0."""
    verb = place.first - 1
    if verb < 2 or verb - 1 not in analysis.joints or place.quantity.unit is None:
        return 0
    word, language = analysis.tokens.words[verb], analysis.sentence.language
    reading = morphology(language).reading(word)
    acts = word.islower() and reading.verb is not None and reading.noun is None
    acts = (acts and reading.verb != word) or _is_auxiliary(analysis, verb)
    return verb - 1 if acts else 0


def _is_auxiliary(analysis: Analysis, index: int) -> bool:
    return analysis.tagged("auxiliary", index, index + 1) is not None


def _behind(analysis: Analysis, place: Place) -> list[int]:
    """Return the next tokens of the clause behind a number, without those of insertions."""
    clause = place.clause
    last = min(place.right, len(analysis.tokens.words))
    found = [i for i in range(place.last, last) if analysis.clause(i) == clause]
    return found[: _ATTACHED + 1]


def _has_auxiliary(analysis: Analysis, place: Place) -> bool:
    """Return whether an auxiliary is said of the number: "and two women were freed"."""
    for i in _behind(analysis, place):
        if i in analysis.joints or i in analysis.prepositions:
            return False
        if analysis.tagged("auxiliary", i, i + 1) is not None:
            return True
    return False


def _is_told_of(analysis: Analysis, place: Place) -> bool:
    """Return whether a verb or participle behind the number says what became of it."""
    for i in _behind(analysis, place):
        if i in analysis.joints:
            return False
        if any(hit.first == i and hit.kind in _SAID for hit in analysis.measures):
            return True
    return False


def _has_own_number(analysis: Analysis, verb: MeasureHit, joint: int) -> bool:
    """Return whether those of whom a verb tells stand before it: "six fell ill and two died"."""
    clause = analysis.clause(verb.first)
    before = [p for p in analysis.places if p.last <= joint and analysis.clause(p.first) == clause]
    return bool(before) and all(place.first < verb.first for place in before)


def _is_passive(analysis: Analysis, hit: MeasureHit) -> bool:
    return analysis.tagged("auxiliary", hit.first - 1, hit.first + 1) is not None
