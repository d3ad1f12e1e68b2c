"""Years and miles that are joined to a noun: "a 15-year member", "a walk of 12 miles"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from claimcheck.extract.governor import head_behind
from claimcheck.extract.lemma import lemma
from claimcheck.extract.measures import MeasureLexicon
from claimcheck.extract.sentence import Analysis, Place
from claimcheck.lexicon import table

_KINDS = frozenset({"duration", "measure", "number"})


def joined_measure(
    analysis: Analysis, place: Place, lexicon: MeasureLexicon
) -> tuple[str, int] | None:
    """Return the concept that a quantity is a figure of by the noun that it is joined to, and it.

    It is that of the head of the phrase, or of a word before the head: "a 15-year department
    veteran". A phrase that is a concept by itself stays so: "a five-year prison term".
    """
    quantity = place.quantity
    if quantity.kind not in _KINDS:
        return None
    nouns = _joined_nouns(analysis, place)
    if not nouns or _is_phrase(analysis, nouns[0]):
        return None
    language = analysis.sentence.language
    concepts = _concepts(language)
    for index in nouns:
        for key in concepts.get(lemma(analysis.tokens.words[index], language).lower(), ()):
            if lexicon.fits(key, quantity):
                return key, index
    return None


@cache
def _concepts(language: str) -> Mapping[str, Sequence[str]]:
    """Return the concepts of the `[joined]` of a language by their nouns."""
    concepts: dict[str, list[str]] = {}
    for key, nouns in table(f"{language}/claims")["joined"].items():
        for noun in nouns:
            concepts.setdefault(noun.lower(), []).append(key)
    return concepts


def _joined_nouns(analysis: Analysis, place: Place) -> range:
    """Return the tokens that a number is joined to by a hyphen or by "of", the head first."""
    if "-" in place.quantity.quote:
        head = head_behind(analysis, place.last, articles=False)
        return range(0) if head is None else range(head, place.last - 1, -1)
    cue = analysis.tagged("leads_to", place.first - 1, place.first)
    if cue is None or not cue.first:
        return range(0)
    return range(cue.first - 1, cue.first - 2, -1)


def _is_phrase(analysis: Analysis, head: int) -> bool:
    return any(
        hit.first <= head < hit.last and hit.last - hit.first > 1 for hit in analysis.measures
    )
