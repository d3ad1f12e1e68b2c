"""Scores of one match, or records of one team, that two articles give differently.

A result shares no digits with a wrong one, and lies near none. What ties two results together
is who played: two articles that name both sides tell of one match, unless their days are apart.
"""

from __future__ import annotations

from collections.abc import Collection

from claimcheck.match.nodes import Node
from claimcheck.match.relations import period_relation

SCORE = 0.86
"""How sure such a pair is by itself: enough to be reported, and not for an error."""
EVENT = 0.08
"""How alike two articles must be to tell of one match."""
_ONE_SIDE = 0.2
"""The same where only one side is named in both."""
_ONCE = frozenset({"final", "half_time", "shootout"})
"""What a match has one of: it is led in many ways, and has several sets."""
_CLOSE = 2
"""A record with a game more, or with one given to the other side, is of the same games."""


def replayed(a: Node, b: Node, event: float) -> bool:
    """Return whether two scores that differ are of one match at one stage, or of one record.

    `event` is how alike the articles are.
    """
    one, two = a.claim.quantity, b.claim.quantity
    if one.kind != "score" or two.kind != "score" or one.label != two.label:
        return False
    if event < EVENT or period_relation(a.claim, b.claim) == "apart":
        return False
    if one.label == "record":
        return bool(a.subject_words & b.subject_words) and _one_record(*map(_sides, (a, b)))
    return one.label in _ONCE and _one_match(a, b, event)


def _one_match(a: Node, b: Node, event: float) -> bool:
    """Return whether both sides are named by both, or the articles leave no doubt.

    Where each names somebody whom the other does not, they may have played two others.
    """
    mine, theirs = a.context.sides, b.context.sides
    shared = _shared(mine, theirs)
    if min(len(mine), len(theirs)) < 2:
        return shared > 0 and event >= _ONE_SIDE
    return shared > 1 and (shared == len(mine) or _shared(theirs, mine) == len(theirs))


def _shared(mine: Collection[str], theirs: Collection[str]) -> int:
    """Return how many of `mine` have a word in common with one of the others."""
    words = {word for name in theirs for word in name.split()}
    return sum(not words.isdisjoint(name.split()) for name in mine)


def _one_record(mine: tuple[int, ...], theirs: tuple[int, ...]) -> bool:
    """Return whether two records may count the same games, one of them wrongly."""
    if len(mine) != len(theirs):
        return False
    moved = sum(abs(x - y) for x, y in zip(mine, theirs, strict=True))
    return moved <= _CLOSE or sorted("".join(map(str, mine))) == sorted("".join(map(str, theirs)))


def _sides(node: Node) -> tuple[int, ...]:
    return tuple(int(side) for side in str(node.claim.quantity.value).split(":"))
