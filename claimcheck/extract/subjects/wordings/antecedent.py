"""What a number is of by a relative clause: "300 Euro, die der Kreis zahlt", "in der 30 liegen".

Only where the number is nobody's in its own clause, and where forms of words show subjects.
"""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.extract.clauses.agreement import PRONOUN
from claimcheck.extract.clauses.stretches import stretch
from claimcheck.extract.names.finder import NameHit
from claimcheck.extract.names.nouns import NounHit
from claimcheck.extract.sentence import Analysis, Place
from claimcheck.extract.subjects.phrases import covering
from claimcheck.extract.words.cases import Cases, cases
from claimcheck.extract.words.genders import PLURAL
from claimcheck.extract.words.grammar import grammar
from claimcheck.extract.words.usage import shapes

_KINDS = frozenset({"count", "money", "measure", "number"})
_PHRASE = 5
"""How many tokens the rest of a number's phrase has at most."""


def antecedent(analysis: Analysis, place: Place) -> NameHit | NounHit | None:
    """Return what a number is of by a relative clause that it stands in, or right before."""
    known = cases(analysis.sentence.language)
    if known is None or not analysis.agreement.known or place.quantity.kind not in _KINDS:
        return None
    acting = analysis.agreement.acting.get(place.clause)
    if acting is not None and acting.first >= PRONOUN:
        return None
    return _told_of(analysis, place, known) or _held_by(analysis, place, known)


def _told_of(analysis: Analysis, place: Place, known: Cases) -> NameHit | NounHit | None:
    """Return who does what a relative clause right behind a number's phrase tells of it."""
    at = _pronoun(analysis, place, known)
    if at is None:
        return None
    clause = stretch(analysis, at)
    hit = _behind(analysis, at, known)
    if hit is not None and _acts(analysis, at, clause, known):
        return hit
    return next((name for name in analysis.names if _told_for(analysis, name, clause, known)), None)


def _held_by(analysis: Analysis, place: Place, known: Cases) -> NameHit | NounHit | None:
    """Return where or what a number is in: "die Klinik, in der 30 Leute liegen"."""
    words = analysis.tokens.words
    relative = grammar(analysis.sentence.language).relative
    at = stretch(analysis, place.first).start
    if words[at] != "," or words[at + 1] not in known.holding or words[at + 2] not in relative:
        return None
    if words[at + 3][0].isupper():
        return None
    hit = covering(analysis, at - 1)
    return hit if hit is not None and hit.last == at else None


def _behind(analysis: Analysis, at: int, known: Cases) -> NameHit | NounHit | None:
    """Return the name or noun that stands right behind a relative pronoun."""
    words, common = analysis.tokens.words, shapes(analysis.sentence.language)
    article = words[at + 1] in known.sure
    for head in range(at + 1 + article, min(at + 4, len(words))):
        if not words[head][0].isupper():
            return None
        hit = covering(analysis, head)
        if hit is not None and (
            isinstance(hit, NameHit) or article or not common[words[head]].common
        ):
            return hit
    return None


def _pronoun(analysis: Analysis, place: Place, known: Cases) -> int | None:
    """Return the relative pronoun of many that stands right behind a number's phrase."""
    words = analysis.tokens.words
    for at in range(place.last, min(place.last + _PHRASE, len(words) - 2)):
        if words[at] == ",":
            return at + 1 if known.relative.get(words[at + 1], 0) & PLURAL else None
        if (not words[at].isalpha() and at not in analysis.numbered) or known.parts[words[at]]:
            return None
    return None


def _acts(analysis: Analysis, at: int, clause: Sequence[int], known: Cases) -> bool:
    """Return whether what stands behind the pronoun does it: the verb is of one, or it shows."""
    words = analysis.tokens.words
    if words[at + 1] in known.sure:
        return True
    verbs = [part[1] for i in clause if (part := known.parts[words[i]]) is not None and part[0]]
    return bool(verbs) and not verbs[-1] & PLURAL


def _told_for(analysis: Analysis, name: NameHit, clause: Sequence[int], known: Cases) -> bool:
    """Return whether a clause tells of somewhere by a name: "die für Spanien gemeldet wurden"."""
    return (
        name.first in clause and analysis.tokens.words[name.first - 1].lower() in known.concerning
    )
