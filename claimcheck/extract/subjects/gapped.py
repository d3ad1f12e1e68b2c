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

    That one has a place of its own as well, or is held against it: "3 compared with 2 in Kiel".
    """
    kind, words, last = place.quantity.kind, analysis.tokens.words, place.last
    if kind not in _ROWS or place.first < 2 or last not in analysis.prepositions:
        return None
    against = _is_against(analysis, place)
    opens = words[place.first - 1] in _MARKS or place.first - 1 in analysis.joints
    if not (opens or against) or analysis.tagged("at_place", last, last + 1) is None:
        return None
    before = max((o for o in analysis.places if o.last < place.first), key=_last, default=None)
    if before is None or not _alike(kind, before.quantity.kind):
        return None
    if not against and not any(
        _is_led(analysis, name, before.last, place.first)
        for name in analysis.candidates_near(place)
    ):
        return None
    among = analysis.names if against else analysis.candidates_near(place)
    return next((name for name in among if name.first == last + 1), None)


def _is_against(analysis: Analysis, place: Place) -> bool:
    """Return whether a number is what another one is held against."""
    cues = analysis.tags.get("held_against", ())
    return any(cue.last == place.first for cue in cues)


def _last(place: Place) -> int:
    return place.last


def _alike(one: str, two: str) -> bool:
    return one == two or {one, two} <= _COUNTED


def _is_led(analysis: Analysis, name: NameHit | NounHit, first: int, last: int) -> bool:
    """Return whether a name in the tokens [first, last) tells where or where to something is."""
    at = name.first - 1
    return first <= at and name.last <= last and analysis.tagged("at_place", at, at + 1) is not None
