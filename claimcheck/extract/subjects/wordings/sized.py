"""What a size describes: "der 39 Meter lange Kahn", "a 90-foot boat", "a tunnel 90 feet long"."""

from __future__ import annotations

from claimcheck.extract.measures.governor import head_behind
from claimcheck.extract.names.finder import NameHit
from claimcheck.extract.names.nouns import NounHit
from claimcheck.extract.sentence import Analysis, Place
from claimcheck.extract.subjects.asked import Asked
from claimcheck.extract.subjects.phrases import called, covering, hit_of
from claimcheck.extract.words.grammar import grammar
from claimcheck.extract.words.lemma import lemma
from claimcheck.extract.words.parts import parts
from claimcheck.extract.words.usage import shapes

_KINDS = frozenset({"measure", "money"})
_SIZES = frozenset({"area", "length", "width", "depth", "power", "volume"})
_MOST = 3
"""How many more adjectives may stand before the noun."""


def sized(number: Asked) -> NameHit | NounHit | None:
    """Return what has a size that is joined to it, or stands between it and its adjective.

    "Police searched the 1,700-acre ranch", "agents found a tunnel 600 metres long". Where the
    order of words shows subjects, it is else that of the clause: here the police and the agents.
    """
    analysis, place = number.analysis, number.place
    rules = grammar(analysis.sentence.language)
    if rules.capital_nouns or place.quantity.kind != "measure" or number.what not in _SIZES:
        return None
    words = analysis.tokens.words
    if "-" in place.quantity.quote and place.first and words[place.first - 1].islower():
        head = head_behind(analysis, place.last, articles=False)
        return None if head is None else _thing(analysis, head)
    told, known = number.measured == (place.last, place.last + 1), parts(analysis.sentence.language)
    phrase = analysis.order.ending.get(place.first) if told and analysis.order else None
    if phrase is None or known is None or words[place.last].lower() in rules.stop_words:
        return None
    return hit_of(analysis, phrase, known)


def _thing(analysis: Analysis, head: int) -> NameHit | NounHit | None:
    """Return what the head of a phrase is, by its name or as a noun."""
    hit, word = covering(analysis, head), analysis.tokens.words[head]
    language = analysis.sentence.language
    if hit is not None or head in analysis.numbered or not word.isalpha():
        return hit
    key = lemma(word, language).lower()
    if key in grammar(language).no_subjects:
        return None
    return NounHit(head, head + 1, word, key, plain=True)


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
    return called(analysis, at)
