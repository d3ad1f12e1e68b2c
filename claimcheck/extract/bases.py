"""Dates that a number is only held against: "more than in July", "gegenüber dem Vorjahr"."""

from __future__ import annotations

from claimcheck.extract.grammar import grammar
from claimcheck.extract.sentence import Analysis, Place

_BETWEEN = 4
"""How many words may stand between the word of comparing and the date."""
_MARKS = frozenset(",;:(–—")


def is_base(analysis: Analysis, place: Place, when: Place) -> bool:
    """Return whether a number is compared with what was at a date, so that it is not of that date.

    What stands between the word of comparing and the date, or in brackets or with "mit" behind
    it, is the value of that date: "gegenüber 341 Millionen im Vorjahr".
    """
    at = _compared(analysis, when)
    if at is None or at <= place.first < when.first:
        return False
    return place.first < at or not _attached(analysis, when.last, place.first)


def _compared(analysis: Analysis, when: Place) -> int | None:
    """Return where the comparison begins whose base a date is."""
    words = analysis.tokens.words
    for cue in reversed(analysis.tags.get("compared", ())):
        if cue.last > when.first:
            continue
        between = range(cue.last, when.first)
        if len(between) > _BETWEEN or not all(
            words[i].islower() or i in analysis.numbered for i in between
        ):
            return None
        opens = cue.first == 0 or words[cue.first - 1] in _MARKS
        if opens and analysis.tagged("compared_within", cue.first, cue.last) is not None:
            return None  # "als im Herbst die Grenzen öffneten" tells when
        return cue.first
    return None


def _attached(analysis: Analysis, first: int, last: int) -> bool:
    """Return whether what stands between a date and a number makes it that date's own."""
    between = analysis.tokens.words[first:last]
    rules = grammar(analysis.sentence.language)
    return len(between) <= 2 and all(
        word == "(" or word in rules.stop_words or index in analysis.prepositions
        for index, word in enumerate(between, first)
    )
