"""The stretch between two marks that a token stands in: what a clause opens and ends with."""

from __future__ import annotations

from claimcheck.extract.sentence import Analysis

_MARKS = frozenset('.!?,;:–—()[]„“”"«»')


def stretch(analysis: Analysis, index: int) -> range:
    """Return the tokens from the mark before a token, included, to the one behind it.

    Marks inside of numbers cut nothing: "am 2. Dezember".
    """
    clauses = analysis.tokens.clause
    first = index
    while first > 0 and clauses[first - 1] == clauses[index] and not _cuts(analysis, first):
        first -= 1
    last = index + 1
    while last < len(clauses) and clauses[last] == clauses[index] and not _cuts(analysis, last):
        last += 1
    return range(first, last)


def _cuts(analysis: Analysis, index: int) -> bool:
    return analysis.tokens.words[index] in _MARKS and index not in analysis.numbered


def opening(analysis: Analysis, span: range) -> int:
    """Return the index of the first word of a stretch, behind the mark that opens it."""
    return span.start + (analysis.tokens.words[span.start] in _MARKS)


def ending(analysis: Analysis, span: range) -> int:
    """Return the index of the last word of a stretch."""
    last = span.stop - 1
    while last > span.start and analysis.tokens.words[last] in _MARKS:
        last -= 1
    return last
