"""Lists of figures: the label before a number ("Tage mit Betrieb: 138"), and what stands over it.

"Was der Zoo künftig kostet", and under it "Kinder: 7 Euro".
"""

from __future__ import annotations

from claimcheck.extract.concepts.lexicon import MeasureLexicon
from claimcheck.extract.measures.carried import Bound, Carried
from claimcheck.extract.measures.governor import is_noun
from claimcheck.extract.measures.plain import plain
from claimcheck.extract.sentence import Analysis, Place
from claimcheck.model import Named

_LONGEST = 7
"""How many tokens a label has at most."""
_HEADED = frozenset({"money", "percent"})
_BULLET = "bullet"


def is_item(analysis: Analysis) -> bool:
    """Return whether a sentence is an item of a list of figures: "Kinder: 7 Euro"."""
    first = analysis.places[0].first
    colon = 0 < first <= _LONGEST and analysis.tokens.words[first - 1] == ":"
    return colon or analysis.sentence.role == _BULLET


def by_heading(
    analysis: Analysis, place: Place, lexicon: MeasureLexicon, carried: Carried
) -> Bound | None:
    """Return what the heading of a list says that a figure of it measures."""
    colon = place.first > 0 and analysis.tokens.words[place.first - 1] == ":"
    if place.quantity.kind not in _HEADED or not colon or not is_item(analysis):
        return None
    hits = [
        hit
        for hit in lexicon.find(carried.heading, analysis.sentence.language)
        if hit.kind in ("noun", "verb", "adjective") and lexicon.fits(hit.key, place.quantity)
    ]
    if not hits:
        return None
    hit = next((hit for hit in hits if hit.kind == "noun"), hits[0])
    text = " ".join(carried.heading[hit.first : hit.last])
    return Bound(Named(text, hit.key), None, loose=True, verb=hit.kind == "verb")


def by_label(analysis: Analysis, place: Place) -> Bound | None:
    """Return the noun of the label before a number that counts nothing else: "Starts: 138"."""
    if place.quantity.kind != "number":
        return None
    head = label_head(analysis, place)
    index = place.first - 2 if head is None else head
    labelled = index >= 0 and analysis.tokens.words[place.first - 1] == ":"
    return plain(analysis, index) if labelled and is_noun(analysis, index) else None


def by_name(analysis: Analysis, place: Place) -> Bound | None:
    """Return the noun that a bare number is the name of one of: "level 4", "platform 9"."""
    if place.quantity.kind != "number" or place.quantity.noun:
        return None
    cue = analysis.tagged("numbered_one", place.first - 1, place.first)
    return plain(analysis, cue.last - 1) if cue is not None else None


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
