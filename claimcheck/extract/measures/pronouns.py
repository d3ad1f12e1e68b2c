"""What a number measures whose sentence has only a pronoun for it: "Sie lag bei drei Prozent"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from claimcheck.extract.measures.carried import Bound, Carried
from claimcheck.extract.measures.lexicon import MeasureHit, MeasureLexicon
from claimcheck.extract.sentence import Analysis, Place
from claimcheck.model import Named

_COLONS = frozenset(":;–—")
_NO_TOPIC = frozenset({"date", "ordinal", "duration"})


def topic(analysis: Analysis, lexicon: MeasureLexicon, carried: Carried) -> Bound | None:
    """Return the measure that the next sentence can mean by a pronoun.

    That is the first noun that a sentence measures something by, or else what the
    sentence itself means by a pronoun.
    """
    found = _first_noun(analysis.tokens.words, analysis.measures)
    if found is None and "topic_pronoun" in analysis.tags:
        return _before(analysis, lexicon, carried)
    return found


def by_pronoun(
    analysis: Analysis, place: Place, lexicon: MeasureLexicon, carried: Carried
) -> Bound | None:
    """Return the topic where a pronoun stands for it in the number's clause ("Sie lag bei")."""
    quantity = place.quantity
    if quantity.kind in _NO_TOPIC or quantity.noun or not (carried.topic or carried.heard):
        return None
    cue = analysis.tagged_in_clause("topic_pronoun", place)
    if cue is not None and analysis.tagged("share_of", cue.last, cue.last + 1):
        return None  # "die Zahl der Fälle"
    found = _before(analysis, lexicon, carried) if cue and cue.first <= place.last else None
    if found is None:
        return None
    key = found.name.key
    return found if lexicon.info(key).units and lexicon.fits(key, quantity) else None


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


def _before(analysis: Analysis, lexicon: MeasureLexicon, carried: Carried) -> Bound | None:
    """Return what the sentence before speaks of."""
    if not carried.heard:
        return carried.topic
    hits = lexicon.find(carried.heard, analysis.sentence.language)
    return _first_noun(carried.heard, hits)


def _first_noun(words: Sequence[str], hits: Iterable[MeasureHit]) -> Bound | None:
    for hit in hits:
        if hit.kind == "noun" and not hit.role:
            text = " ".join(words[hit.first : hit.last])
            return Bound(Named(text, hit.key), None, loose=True)
    return None
