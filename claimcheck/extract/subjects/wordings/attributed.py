"""Whose date it is that stands in an attribute of a noun: "die 2007 verurteilte Lena Wenz".

Only where nouns have a capital letter does the form of the words show it.
"""

from __future__ import annotations

from claimcheck.extract.names.finder import NameHit
from claimcheck.extract.names.nouns import NounHit
from claimcheck.extract.sentence import Analysis
from claimcheck.extract.subjects.asked import Asked
from claimcheck.extract.subjects.phrases import called, covering
from claimcheck.extract.words.grammar import grammar
from claimcheck.extract.words.lemma import morphology
from claimcheck.extract.words.usage import shapes

_WHEN = frozenset({"date", "duration"})
_BEFORE, _BEHIND = 5, 8
"""How many tokens before a date its article may stand, and behind it the participle."""


def attributed(number: Asked) -> NameHit | NounHit | None:
    """Return the noun or the name that a participle with a date stands before."""
    analysis, place = number.analysis, number.place
    rules = grammar(analysis.sentence.language)
    if not rules.capital_nouns or place.quantity.kind not in _WHEN or number.kind == "age":
        return None
    if not _opens_phrase(analysis, place.first):
        return None
    participle = _participle(analysis, place.last)
    return None if participle is None else _head(analysis, participle + 1)


def _opens_phrase(analysis: Analysis, at: int) -> bool:
    """Return whether an article leads to a date, over nothing but prepositions and what they lead.

    Behind a comma it is a pronoun: "der Bus, der 2019 große Umwege fuhr".
    """
    words, articles = analysis.tokens.words, grammar(analysis.sentence.language).articles
    named = False
    for i in range(at - 1, max(at - 1 - _BEFORE, -1), -1):
        if i in analysis.prepositions:
            named = False
        elif words[i].lower() in articles:
            return not named and (not i or words[i - 1] != ",")
        elif words[i][0].isupper():
            named = True  # "die von Karl Dorn 1968 gegründete Firma"
        elif not words[i].isalpha() or named:
            return False
    return False


def _participle(analysis: Analysis, at: int) -> int | None:
    """Return the participle before a noun, behind a date and what else is told with it."""
    words = analysis.tokens.words
    end = min(at + _BEHIND, len(words) - 1)
    known, led = shapes(analysis.sentence.language), False
    while at < end:
        word = words[at]
        form = known[word]
        if at in analysis.prepositions or form.article or analysis.tagged("said_as", at, at + 1):
            led = True
        elif word[0].isupper() and led:
            led = words[at + 1][0].isupper()
        elif not word.isalpha() or word[0].isupper():
            return None
        elif form.adjective and not led and _is_participle(analysis, word):
            return at
        at += 1
    return None


def _is_participle(analysis: Analysis, word: str) -> bool:
    """Return whether a word with the ending of an adjective is a form of a verb."""
    language = analysis.sentence.language
    return (
        word.endswith(grammar(language).present)
        or morphology(language).reading(word).verb is not None
    )


def _head(analysis: Analysis, at: int) -> NameHit | NounHit | None:
    """Return the noun that adjectives at a token stand before, or the name behind it."""
    language, words = analysis.sentence.language, analysis.tokens.words
    known = shapes(language)
    while at < len(words) and known[words[at]].adjective:
        at += 1
    if at >= len(words) or not words[at][0].isupper():
        return None
    head = called(analysis, at)
    unnamed = head is not None and head.first == at and covering(analysis, at) is None
    return None if unnamed and at in analysis.measured else head
