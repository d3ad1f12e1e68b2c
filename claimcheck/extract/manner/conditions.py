"""Whether a number is only supposed: in a condition, in what follows from one, in a question."""

from __future__ import annotations

from claimcheck.extract.clauses.stretches import opening, stretch
from claimcheck.extract.sentence import Analysis, Place
from claimcheck.extract.words.cues import Cue

_QUOTES = frozenset('„“”"«»‚‘')
_NONE: frozenset[str] = frozenset()


def supposed(analysis: Analysis, place: Place) -> Cue | None:
    """Return the word that makes the number a supposition, if there is one.

    "Wenn die Löhne um 5 Prozent steigen", "Steigen die Löhne um 5 Prozent, …", "kostet das
    300 Millionen" behind either, "würde 300 kosten" in a sentence with a condition, and
    questions but those that ask why or how something came about.
    """
    words = analysis.tokens.words
    tags = analysis.tags
    if "condition" in tags:
        cue = _condition(analysis, place)
        if cue is not None:
            return cue
    first = 1 if words[0] in _QUOTES and len(words) > 1 else 0
    if "inverted" in tags:
        cue = analysis.tagged("inverted", first, first + 1)
        if cue is not None and _within(analysis, place, first):
            return cue
    if "conditional" in tags and ("condition" in tags or "lacking" in tags):
        cue = analysis.tagged_in_clause("conditional", place)
        if cue is not None:
            return cue
    return _asked(analysis, words)


def _condition(analysis: Analysis, place: Place) -> Cue | None:
    """Return the conjunction of a condition that the number stands in or right behind."""
    cue = analysis.tagged_in_clause("condition", place)
    if cue is not None:
        return cue
    span = stretch(analysis, place.first)
    if span.start == 0 or analysis.tokens.words[span.start] != ",":
        return None
    before = stretch(analysis, span.start - 1)
    start = opening(analysis, before)
    return analysis.tagged("condition", start, start + 1)


def _within(analysis: Analysis, place: Place, first: int) -> bool:
    """Return whether a number stands in the stretch that opens the sentence or the next one."""
    span = stretch(analysis, first)
    words = analysis.tokens.words
    if span.stop >= len(words) or words[span.stop] != ",":
        return False
    return place.first < stretch(analysis, span.stop).stop


def _asked(analysis: Analysis, words: tuple[str, ...]) -> Cue | None:
    last = len(words) - 1
    while last > 0 and words[last] in _QUOTES:
        last -= 1
    if words[last] != "?" or "asks" in analysis.tags:
        return None
    return Cue(last, last + 1, _NONE)
