"""What other claims say about a pair: witnesses for it, and better rivals against it.

Where x and z surely agree and z and y are surely one fact, x and y are one fact too, even
when their own sentences are too short to show it. And a claim contradicts at most one
value of another document: the one it fits best.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from msgspec.structs import replace

from claimcheck.match.nodes import Node, meet
from claimcheck.match.pairs import Match

SURE = 0.5
_OPEN = 0.1
_TRUST = 0.9
Links = dict[int, dict[int, float]]


def settle(matches: Sequence[Match]) -> list[Match]:
    """Return the matches with the scores that all of them together give."""
    return _best_rivals(_with_witnesses(matches))


def _with_witnesses(matches: Sequence[Match]) -> list[Match]:
    """Raise a pair's score to what its best witness allows."""
    agree: Links = defaultdict(dict)
    differ: Links = defaultdict(dict)
    for match in matches:
        if match.score >= SURE:
            links = agree if match.meets else differ
            links[match.a.index][match.b.index] = match.score
            links[match.b.index][match.a.index] = match.score
    settled = []
    for match in matches:
        support = 0.0
        if match.score >= _OPEN:
            a, b = match.a.index, match.b.index
            other = agree if match.meets else differ
            support = _TRUST * max(_through(agree, other, a, b), _through(agree, other, b, a))
        settled.append(replace(match, score=support) if support > match.score else match)
    return settled


def _through(agree: Links, other: Links, a: int, b: int) -> float:
    """Return the score of b's link to the best claim that surely agrees with a."""
    linked = other.get(b)
    if not linked or a not in agree:
        return 0.0
    return max((min(s, linked.get(z, 0.0)) for z, s in agree[a].items()), default=0.0)


def _best_rivals(matches: Sequence[Match]) -> list[Match]:
    """Drop the differing pairs of a claim with all values of a document but the best one.

    "Fast zwölf Prozent" stands for the best value too when that is 11.9.
    """
    best: dict[tuple[int, int], tuple[float, Node]] = {}
    for match in matches:
        if match.meets:
            continue
        for node, other in ((match.a, match.b), (match.b, match.a)):
            key = (node.index, other.document)
            held = best.get(key)
            if held is None or (match.score, other.value) > (held[0], held[1].value):
                best[key] = (match.score, other)
    return [match for match in matches if match.meets or _is_best(match, best)]


def _is_best(match: Match, best: dict[tuple[int, int], tuple[float, Node]]) -> bool:
    return all(
        _same_value(best[(node.index, other.document)][1], other)
        for node, other in ((match.a, match.b), (match.b, match.a))
    )


def _same_value(a: Node, b: Node) -> bool:
    return a.value == b.value or (a.block == b.block and meet(a, b))
