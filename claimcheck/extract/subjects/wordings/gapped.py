"""Numbers in a row, each with its place: "five deaths in Kiel, three in Husum"."""

from __future__ import annotations

from claimcheck.extract.names.finder import NameHit
from claimcheck.extract.names.nouns import NounHit
from claimcheck.extract.sentence import Analysis, Place

_COUNTED = frozenset({"count", "number"})
_ROWS = frozenset({"count", "number", "money", "percent", "measure"})
_MARKS = frozenset(",;")


def own_place(analysis: Analysis, place: Place) -> NameHit | NounHit | None:
    """Return the place right behind a number that goes on with the clause of the one before.

    That one has a place of its own as well.
    """
    kind, words, last = place.quantity.kind, analysis.tokens.words, place.last
    if kind not in _ROWS or place.first < 2 or last not in analysis.prepositions:
        return None
    opens = words[place.first - 1] in _MARKS or place.first - 1 in analysis.joints
    if not opens or analysis.tagged("at_place", last, last + 1) is None:
        return None
    before = max((o for o in analysis.places if o.last < place.first), key=_last, default=None)
    if before is None or not alike(kind, before.quantity.kind):
        return None
    if not any(
        _is_led(analysis, name, before.last, place.first)
        for name in analysis.candidates_near(place)
    ):
        return None
    return next((name for name in analysis.candidates_near(place) if name.first == last + 1), None)


def _last(place: Place) -> int:
    return place.last


def alike(one: str, two: str) -> bool:
    """Return whether two kinds of numbers may stand in one row."""
    return one == two or {one, two} <= _COUNTED


def _is_led(analysis: Analysis, name: NameHit | NounHit, first: int, last: int) -> bool:
    """Return whether a name in the tokens [first, last) tells where or where to something is."""
    at = name.first - 1
    return first <= at and name.last <= last and analysis.tagged("at_place", at, at + 1) is not None
