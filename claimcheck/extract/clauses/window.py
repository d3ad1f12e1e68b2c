"""The quantities near a quantity, so that a table in one sentence costs no square of its size."""

from __future__ import annotations

from bisect import bisect_left
from operator import attrgetter

from claimcheck.extract.sentence import Analysis, Place

REACH = 16
"""How many quantities on each side are looked at; prose never has so many in a sentence."""

_FIRST = attrgetter("first")


def beside(analysis: Analysis, place: Place) -> tuple[Place, ...]:
    """Return the quantities around one, itself included, in order of position."""
    if len(analysis.places) == 1:
        return analysis.places
    near = window(analysis, place)
    return analysis.places[near.start : near.stop]


def window(analysis: Analysis, place: Place) -> range:
    """Return the indices of the quantities around one, its own included."""
    size = len(analysis.places)
    if size <= REACH + 1:
        return range(size)
    at = bisect_left(analysis.places, place.first, key=_FIRST)
    return range(max(at - REACH, 0), min(at + REACH + 1, size))
