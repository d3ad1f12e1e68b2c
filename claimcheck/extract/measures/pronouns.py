"""What a number measures whose sentence has only a pronoun for it: "Sie lag bei drei Prozent"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from claimcheck.extract.concepts.fitting import is_below
from claimcheck.extract.concepts.hits import MeasureHit
from claimcheck.extract.concepts.lexicon import MeasureLexicon
from claimcheck.extract.measures.carried import Bound, Carried, has_decimals
from claimcheck.extract.sentence import Analysis, Place
from claimcheck.extract.words.cases import cases
from claimcheck.extract.words.cues import Cue
from claimcheck.extract.words.genders import ANY
from claimcheck.model import Named, Quantity

_COLONS = frozenset(":;–—")
_FEW = 10
_WHOLE = frozenset({"count", "person", "percent", "rank"})
_NO_TOPIC = frozenset({"date", "ordinal", "duration"})
_BEHIND = 3
"""How far behind its number a pronoun may stand: "Um drei Prozent legte diese zu"."""


def topics(analysis: Analysis, lexicon: MeasureLexicon, carried: Carried) -> tuple[Bound, ...]:
    """Return the measures that the next sentence can mean by a pronoun, in their order.

    Those are the nouns that a sentence measures something by, or else what the sentence
    itself means by a pronoun.
    """
    found = _nouns(analysis.tokens.words, analysis.measures)
    if not found and "topic_pronoun" in analysis.tags:
        return _before(analysis, lexicon, carried)
    return found


def by_pronoun(
    analysis: Analysis, place: Place, lexicon: MeasureLexicon, carried: Carried
) -> Bound | None:
    """Return the topic where a pronoun stands for it in the number's clause ("Sie lag bei").

    It is the first that agrees with the pronoun, of one that points ("diese") the last.
    """
    quantity = place.quantity
    if quantity.kind in _NO_TOPIC or quantity.noun or not (carried.topics or carried.heard):
        return None
    cue = _pronoun(analysis, place)
    if cue is None or cue.first > place.last + _BEHIND:
        return None
    if analysis.tagged("share_of", cue.last, cue.last + 1):
        return None  # "die Zahl der Fälle"
    before: Sequence[Bound] = _before(analysis, lexicon, carried)
    if cue.last - cue.first > 1:  # "die Rate" stands for what has such figures
        before = [bound for bound in before if _can_be(lexicon, bound, quantity)]
    found = _agreeing(analysis, cue, before)
    return found if found is not None and _can_be(lexicon, found, quantity) else None


def _can_be(lexicon: MeasureLexicon, bound: Bound, quantity: Quantity) -> bool:
    """Return whether a topic has such figures; of what is counted there are no 2.5."""
    key = bound.name.key
    units = lexicon.info(key).units
    parted = quantity.kind == "number" and has_decimals(quantity) and is_below(quantity, _FEW)
    if parted and units <= _WHOLE:
        return False
    return bool(units) and lexicon.fits(key, quantity)


def before_colon(analysis: Analysis, place: Place, lexicon: MeasureLexicon) -> MeasureHit | None:
    """Return the noun before a colon that a pronoun behind it stands for.

    "Wenige kamen zur Abstimmung, trotz der Quote: Sie lag bei 40 Prozent."
    """
    cue = analysis.tagged_in_clause("topic_pronoun", place)
    if cue is None or not 0 < cue.first < place.first:
        return None
    if analysis.tokens.words[cue.first - 1] not in _COLONS:
        return None
    for hit in reversed(analysis.measures_near(place)):
        if hit.last < cue.first and hit.kind == "noun" and lexicon.fits(hit.key, place.quantity):
            return hit
    return None


def _pronoun(analysis: Analysis, place: Place) -> Cue | None:
    """Return the first pronoun of the number's clause that stands for something."""
    clause = place.clause
    for cue in analysis.tags.get("topic_pronoun", ()):
        if analysis.clause(cue.first) == clause and not _is_determiner(analysis, cue):
            return cue
    return None


def _is_determiner(analysis: Analysis, cue: Cue) -> bool:
    """Return whether a pronoun only points at the noun behind it: "diese Firmen"."""
    if analysis.tagged("demonstrative", cue.first, cue.last) is None:
        return False
    behind = analysis.tokens.words[cue.last : cue.last + 1]
    return bool(behind) and behind[0][0].isupper()


def _agreeing(analysis: Analysis, cue: Cue, found: Sequence[Bound]) -> Bound | None:
    """Return which of the measures a pronoun means; a noun of no known gender agrees with all."""
    known = cases(analysis.sentence.language)
    if known is not None and known.nouns is not None and cue.last == cue.first + 1:
        nouns, part = known.nouns, known.parts[analysis.tokens.words[cue.first].lower()]
        code = part[1] if part is not None else ANY
        found = [bound for bound in found if (nouns[_head(bound)][1] or ANY) & code]
    if not found:
        return None
    return found[-1 if analysis.tagged("demonstrative", cue.first, cue.last) else 0]


def _head(bound: Bound) -> str:
    return bound.name.text.split()[-1]


def _before(analysis: Analysis, lexicon: MeasureLexicon, carried: Carried) -> tuple[Bound, ...]:
    """Return what the sentence before speaks of."""
    if not carried.heard:
        return carried.topics
    return _nouns(carried.heard, lexicon.find(carried.heard, analysis.sentence.language))


def _nouns(words: Sequence[str], hits: Iterable[MeasureHit]) -> tuple[Bound, ...]:
    return tuple([
        Bound(Named(" ".join(words[hit.first : hit.last]), hit.key), None, loose=True)
        for hit in hits
        if hit.kind == "noun" and not hit.role
    ])  # fmt: skip
