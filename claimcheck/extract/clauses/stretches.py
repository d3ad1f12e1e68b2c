"""The stretch between two marks that a token stands in: what a clause opens and ends with."""

from __future__ import annotations

from claimcheck.extract.sentence import Analysis

_MARKS = frozenset('.!?,;:–—()[]„“”"«»')


def stretch(analysis: Analysis, index: int) -> range:
    """Return the tokens from the mark before a token, included, to the one behind it.

    Marks inside of numbers and places cut nothing: "am 2. Dezember", "in Rolla, Missouri, on".
    """
    words, clauses = analysis.tokens.words, analysis.tokens.clause
    inside, numbered = analysis.tokens.inside, analysis.numbered
    own, size = clauses[index], len(clauses)
    first, last = index, index + 1
    while first > 0 and clauses[first - 1] == own:
        if words[first] in _MARKS and first not in inside and first not in numbered:
            break
        first -= 1
    while last < size and clauses[last] == own:
        if words[last] in _MARKS and last not in inside and last not in numbered:
            break
        last += 1
    return range(first, last)


def opening(analysis: Analysis, span: range) -> int:
    """Return the index of the first word of a stretch, behind the mark that opens it."""
    return span.start + (analysis.tokens.words[span.start] in _MARKS)


def ending(analysis: Analysis, span: range) -> int:
    """Return the index of the last word of a stretch."""
    last = span.stop - 1
    while last > span.start and analysis.tokens.words[last] in _MARKS:
        last -= 1
    return last
