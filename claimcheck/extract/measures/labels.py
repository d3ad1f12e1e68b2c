"""The label before a number in a list of figures: "Tage mit Betrieb: 138"."""

from __future__ import annotations

from claimcheck.extract.measures.carried import Bound
from claimcheck.extract.measures.governor import is_noun
from claimcheck.extract.measures.plain import plain
from claimcheck.extract.sentence import Analysis, Place

_LONGEST = 7
"""How many tokens a label has at most."""


def by_label(analysis: Analysis, place: Place) -> Bound | None:
    """Return the noun of the label before a number that counts nothing else: "Starts: 138"."""
    if place.quantity.kind != "number":
        return None
    head = label_head(analysis, place)
    index = place.first - 2 if head is None else head
    labelled = index >= 0 and analysis.tokens.words[place.first - 1] == ":"
    return plain(analysis, index) if labelled and is_noun(analysis, index) else None


def label_head(analysis: Analysis, place: Place) -> int | None:
    """Return the noun that a label is of, where a preposition behind it leads other words.

    None is returned where no such label stands before the number.
    """
    words, colon = analysis.tokens.words, place.first - 1
    if colon < 1 or words[colon] != ":":
        return None
    head = None
    for i in range(colon - 1, max(colon - _LONGEST, 0) - 1, -1):
        if not words[i][0].isalnum() or i in analysis.numbered:
            break
        if i in analysis.prepositions and i:
            head = i - 1
    return head
