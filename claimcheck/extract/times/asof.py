"""Dates that only say when other figures were read, or the page written: "Stand: 7. April"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from claimcheck.extract.sentence import Analysis, Place
from claimcheck.extract.words.grammar import grammar
from claimcheck.lexicon import table

_APART = frozenset(".:,|–—-(")
_NO_FIGURES = frozenset({"date", "ordinal", "score"})


def is_as_of(analysis: Analysis, place: Place) -> bool:
    """Return whether a date or a clock time tells nothing that happened.

    Words such as "Stand" lead to it; "as of Monday" does beside other figures, as it may be when
    something starts. Or a line is nothing but a word such as "published" and the date.
    """
    if place.quantity.kind != "date":
        return False
    first = _opened(analysis, place)
    read_on = analysis.tagged("read_on", first - 1, place.first)
    if read_on is not None:
        return _is_noun(analysis, read_on.last - 1)
    if analysis.tagged("as_of_day", first - 1, place.first) is not None:
        return any(other.quantity.kind not in _NO_FIGURES for other in analysis.places)
    return _is_dateline(analysis, place, first)


def _opened(analysis: Analysis, place: Place) -> int:
    """Return where the date begins with the words of time, marks and prepositions before it."""
    first = place.first
    while first and _is_passed(analysis, first - 1):
        first -= 1
    return first


def _is_passed(analysis: Analysis, index: int) -> bool:
    if analysis.tokens.words[index] in _APART or index in analysis.prepositions:
        return True
    quantity = analysis.numbered.get(index)
    return quantity is not None and quantity.kind == "date"


def _is_noun(analysis: Analysis, index: int) -> bool:
    """Return whether a word may be the noun: "Stand Montag", but "er stand am Montag still"."""
    rules = grammar(analysis.sentence.language)
    return not rules.capital_nouns or analysis.tokens.words[index][0].isupper()


def _is_dateline(analysis: Analysis, place: Place, first: int) -> bool:
    """Return whether nothing but a label of a page stands before `first`, and no words behind."""
    words, language = analysis.tokens.words, analysis.sentence.language
    if words[0] not in _APART and words[0].lower() not in _openers(language):
        return False
    label = " ".join(word.lower() for word in words[:first] if word not in _APART)
    return label in _labels(language) and not _said(analysis, words, place.first)


def _said(analysis: Analysis, words: Sequence[str], first: int) -> bool:
    """Return whether words stand from `first` on that belong to no quantity."""
    return any(
        words[i][0].isalpha() and i not in analysis.numbered for i in range(first, len(words))
    )


@cache
def _labels(language: str) -> frozenset[str]:
    return frozenset(table(f"{language}/text")["dateline"]["published"])


@cache
def _openers(language: str) -> frozenset[str]:
    return frozenset(label.split()[0] for label in _labels(language))
