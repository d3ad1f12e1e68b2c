"""How firmly a number is said, and who says it."""

from __future__ import annotations

from functools import partial

from claimcheck.extract.cues import Cue
from claimcheck.extract.sentence import Analysis, Place
from claimcheck.model import Modality

_LADDER: tuple[tuple[str, Modality], ...] = (
    ("denied", "denied"),
    ("limit", "limit"),
    ("hypothetical", "hypothetical"),
    ("forecast", "forecast"),
    ("plan", "plan"),
    ("estimate", "estimate"),
)


def modality(analysis: Analysis, place: Place) -> tuple[Modality, Cue | None]:
    """Return how the quantity is meant and the cue that says so; "stated" without one.

    A contrast ("nicht 500, sondern 300") denies the first number and states the second.
    """
    for tag, name in _LADDER:
        find = _denial if tag == "denied" else partial(_tagged, tag)
        cue = find(analysis, place)
        if cue is not None:
            return name, cue
    return "stated", None


def _tagged(tag: str, analysis: Analysis, place: Place) -> Cue | None:
    return analysis.tagged_in_clause(tag, place)


def _denial(analysis: Analysis, place: Place) -> Cue | None:
    start = max(place.left, place.first - 2)
    cue = analysis.tagged("not", start, place.first)
    if cue is not None and analysis.tagged("instead", place.last, len(analysis.tokens.words)):
        return cue
    return analysis.tagged_in_clause("denied", place)


def speaker(analysis: Analysis, place: Place) -> tuple[str, Cue] | None:
    """Return who the sentence gives as the source of the number, and the reporting words."""
    words = analysis.tokens.words
    for cue in analysis.cues:
        if "according_to" in cue.tags:
            name = _name_from(analysis, cue.last, len(words), reach=4)
            text = name or _noun_after(analysis, cue.last)
        elif "according_to_after" in cue.tags:
            text = _name_before(analysis, cue.first, reach=4) or _noun_before(analysis, cue.first)
        elif "says" in cue.tags:
            text = _name_before(analysis, cue.first, reach=6) or _name_from(
                analysis, cue.last, len(words), reach=6
            )
            text = text or _noun_after(analysis, cue.last) or _noun_before(analysis, cue.first)
        else:
            continue
        if text:
            return text, cue
    return None


def _name_from(analysis: Analysis, first: int, last: int, reach: int) -> str | None:
    for name in analysis.names:
        if first <= name.first < min(last, first + reach):
            return name.text
    return None


def _name_before(analysis: Analysis, last: int, reach: int) -> str | None:
    found = None
    for name in analysis.names:
        if last - reach <= name.last <= last:
            found = name.text
    return found


def _noun_after(analysis: Analysis, first: int) -> str | None:
    words = analysis.tokens.words
    for index in range(first, min(first + 4, len(words))):
        word = words[index]
        if not word[0].isalpha():
            return None
        if word[0].isupper() or analysis.tagged("party", index, index + 1):
            return word
    return None


def _noun_before(analysis: Analysis, last: int) -> str | None:
    words = analysis.tokens.words
    for index in range(last - 1, max(last - 4, -1), -1):
        word = words[index]
        if not word[0].isalpha():
            return None
        if (word[0].isupper() and index) or analysis.tagged("party", index, index + 1):
            return word
    return None
