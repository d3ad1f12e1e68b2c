"""Whose number it is: names bound within the clause first, then the sentence, then the focus."""

from __future__ import annotations

import msgspec

from claimcheck.extract.names import NameHit
from claimcheck.extract.sentence import Analysis, Place
from claimcheck.model import Named, TextSpan


class Focus(msgspec.Struct):
    """The subject that a sentence without a name of its own carries on."""

    name: Named | None = None
    sentence: int = -1


class Bound(msgspec.Struct, frozen=True):
    """A subject with the words it was read from; `carried` when it is not in the sentence."""

    name: Named
    span: TextSpan | None
    carried: bool


def subject(analysis: Analysis, place: Place, focus: Focus) -> Bound | None:
    """Return the subject of the quantity, or None when nothing is known of it."""
    clause = analysis.clause(place.first)
    names = [name for name in analysis.names if not _inside(name, place)]
    best = min(
        ((_distance(analysis, place, name, clause), name) for name in names),
        key=lambda pair: (pair[0], pair[1].first),
        default=None,
    )
    pronoun = analysis.tagged("pronoun", 0, place.first) or analysis.tagged(
        "generic_subject", 0, place.first
    )
    if pronoun is not None and focus.name is not None:
        same_clause = analysis.clause(pronoun.first) == clause
        if best is None or (same_clause and best[0] >= 20):
            return Bound(focus.name, None, carried=True)
    if best is not None:
        name = best[1]
        return Bound(Named(name.text, name.key), _span(analysis, name), carried=False)
    return Bound(focus.name, None, carried=True) if focus.name is not None else None


def in_focus(analysis: Analysis) -> Named | None:
    """Return the name that the next sentences carry on: the first one not led by a preposition."""
    for name in analysis.names:
        if name.first == 0 or not analysis.tagged("preposition", name.first - 1, name.first):
            return Named(name.text, name.key)
    return None


def _inside(name: NameHit, place: Place) -> bool:
    return place.first <= name.first < place.last


def _distance(analysis: Analysis, place: Place, name: NameHit, clause: int) -> int:
    """Return how far a name is from being the subject; smaller is nearer."""
    before = name.first < place.first
    distance = place.first - name.last if before else name.first - place.last + 4
    if analysis.clause(name.first) != clause:
        distance += 20
    elif not before and name.first >= place.right:
        distance += 10
    if name.first and analysis.tagged("preposition", name.first - 1, name.first):
        distance += 6
    return distance


def _span(analysis: Analysis, name: NameHit) -> TextSpan:
    tokens = analysis.tokens
    return TextSpan(tokens.starts[name.first], tokens.ends[name.last - 1])
