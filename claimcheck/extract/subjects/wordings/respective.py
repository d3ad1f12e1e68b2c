"""Numbers in a row that are those of names in a row: "Kiel and Bonn have 2 and 9 respectively"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.extract.names.finder import NameHit
from claimcheck.extract.names.nouns import NounHit
from claimcheck.extract.sentence import Analysis, Place
from claimcheck.extract.words.grammar import grammar

_REACH = 10
"""So many tokens behind the last number the word may stand that says so."""
_BETWEEN = 3
"""So many tokens stand between two of a row at most."""


def respective(analysis: Analysis, place: Place) -> NameHit | NounHit | None:
    """Return which of as many names in a row a number is of, where a word says so."""
    for cue in analysis.tags.get("respective", ()):
        row = _numbers(analysis, cue.first)
        if len(row) < 2 or place not in row:
            continue
        first, last = row[0].first, row[-1].last
        groups = [group for group in _groups(analysis) if len(group) == len(row)]
        for start, end in ((last, cue.first), (0, first)):
            fitting = [g for g in groups if start <= g[0].first and g[-1].last <= end]
            if fitting:
                return fitting[-1][row.index(place)]
    return None


def _numbers(analysis: Analysis, cue: int) -> list[Place]:
    """Return the numbers in a row that end before the word, or go on right behind it."""
    places = sorted(analysis.places, key=lambda place: place.first)
    before = [place for place in places if place.last <= cue]
    if not before or cue - before[-1].last > _REACH:
        return []
    row = [before.pop()]
    at = cue + 1 + (analysis.tokens.words[cue + 1 : cue + 2] == (".",))  # "bzw."
    row += [place for place in places if place.first == at]
    kinds = {row[-1].quantity.kind, "number"}
    while before and before[-1].quantity.kind in kinds:
        if not _joined(analysis, before[-1].last, row[0].first):
            break
        row.insert(0, before.pop())
    return row


def _groups(analysis: Analysis) -> Iterator[Sequence[NameHit | NounHit]]:
    """Yield the names that stand in a row, from left to right."""
    row: list[NameHit | NounHit] = []
    for name in analysis.names:
        if row and not _joined(analysis, row[-1].last, name.first):
            yield row
            row = []
        row.append(name)
    if row:
        yield row


def _joined(analysis: Analysis, first: int, last: int) -> bool:
    """Return whether the tokens [first, last) only join two of a row."""
    words, articles = analysis.tokens.words, grammar(analysis.sentence.language).articles
    between = range(first, last)
    return 0 < len(between) <= _BETWEEN and all(
        words[i] == ","
        or i in analysis.joints
        or i in analysis.prepositions
        or words[i].lower() in articles
        for i in between
    )
