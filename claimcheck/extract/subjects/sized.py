"""What a size describes that stands before it like an adjective: "der 39 Meter lange Kahn"."""

from __future__ import annotations

from claimcheck.extract.names.finder import NameHit
from claimcheck.extract.names.nouns import NounHit
from claimcheck.extract.sentence import Analysis, Place
from claimcheck.extract.subjects.phrases import covering
from claimcheck.extract.words.grammar import grammar
from claimcheck.extract.words.lemma import lemma
from claimcheck.extract.words.usage import shapes

_KINDS = frozenset({"measure", "money"})
_MOST = 3
"""How many more adjectives may stand before the noun."""


def described(
    analysis: Analysis, place: Place, measured: tuple[int, int] | None
) -> NameHit | NounHit | None:
    """Return the noun whose size an adjective tells, or the name that stands right behind it.

    It is nobody else's, whatever the sentence is about: "die Sanierung der 31 Kilometer langen
    Riedbahn". Only where nouns have a capital letter does the form of the words show it.
    """
    language = analysis.sentence.language
    rules = grammar(language)
    if not rules.capital_nouns or place.quantity.kind not in _KINDS or measured is None:
        return None
    if measured != (place.last, place.last + 1):
        return None
    words, known = analysis.tokens.words, shapes(language)
    at = place.last
    while at < len(words) and at <= place.last + _MOST and known[words[at]].adjective:
        at += 1
    if at == place.last or at >= len(words) or not words[at][0].isupper():
        return None
    named = covering(analysis, at + 1) if at + 1 < len(words) else None
    if isinstance(named, NameHit) and named.first <= at + 1:
        return named
    hit = covering(analysis, at)
    if hit is not None or at in analysis.numbered or not words[at].isalpha():
        return hit
    key = lemma(words[at], language).lower()
    if key in rules.no_subjects:
        return None
    return NounHit(at, at + 1, words[at], key, plain=True)
