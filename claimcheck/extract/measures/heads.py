"""Which of two concepts in one noun phrase is meant: by its head, or by what befell its people.

"Die Rendite der zehnjährigen Titel" is a rate and no share price; "die Zahl der verstorbenen
Bürger" counts the dead. Where case shows what belongs to what, as in German.
"""

from __future__ import annotations

from claimcheck.extract.concepts.hits import MeasureHit
from claimcheck.extract.concepts.keys import VAGUE
from claimcheck.extract.concepts.lexicon import MeasureLexicon
from claimcheck.extract.sentence import Analysis, Place
from claimcheck.extract.words.grammar import grammar
from claimcheck.extract.words.usage import shapes

_VERBAL = frozenset({"verb", "adjective"})
_PHRASE = 4
"""How many tokens before a noun the article of its phrase can stand."""


def is_overruled(
    analysis: Analysis, place: Place, hit: MeasureHit, lexicon: MeasureLexicon
) -> bool:
    """Return whether another word of its noun phrase is what a number measures, and no noun."""
    if hit.kind in _VERBAL or not grammar(analysis.sentence.language).capital_nouns:
        return False
    return _befell(analysis, place, hit, lexicon) or _is_attribute(analysis, place, hit, lexicon)


def _befell(analysis: Analysis, place: Place, hit: MeasureHit, lexicon: MeasureLexicon) -> bool:
    """Return whether a participle right before a noun tells what became of its people."""
    if hit.last - hit.first > 1 or "person" not in lexicon.info(hit.key).units:
        return False
    before = hit.first - 1
    return any(
        other.kind in _VERBAL
        and other.last - 1 == before
        and other.key != hit.key
        and lexicon.info(other.key).befalls
        and lexicon.fits(other.key, place.quantity)
        for other in analysis.measures
    ) and analysis.tokens.words[before].endswith(
        grammar(analysis.sentence.language).adjective_endings
    )


def _is_joined(analysis: Analysis, index: int) -> bool:
    """Return whether a token is a number that describes things: "der zehnjährigen Titel"."""
    return any(place.first <= index < place.last for place in analysis.places)


def _is_attribute(
    analysis: Analysis, place: Place, hit: MeasureHit, lexicon: MeasureLexicon
) -> bool:
    """Return whether a noun in the genitive belongs to one that has such figures itself."""
    words, forms = analysis.tokens.words, shapes(analysis.sentence.language)
    rules = grammar(analysis.sentence.language)
    if place.first <= hit.first < place.last:
        return False
    i = hit.first - 1
    while i > max(hit.first - _PHRASE, 0) and (
        forms[words[i]].adjective or _is_joined(analysis, i)
    ):
        i -= 1
    article = words[i].lower()
    if i < 1 or not (article in rules.genitives or article in rules.genitive_articles):
        return False
    return any(
        head.first < i <= head.last <= hit.first
        and head.kind in ("noun", "entity")
        and head.key not in VAGUE
        and not head.role
        and lexicon.fits(head.key, place.quantity)
        for head in analysis.measures
    )
