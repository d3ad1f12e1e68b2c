"""What other claims say about a pair: witnesses for it, and better rivals against it.

Where x and z surely agree and z and y are surely one fact, x and y are one fact too, even
when their own sentences are too short to show it. And a claim contradicts at most one
value of another document: the one it fits best.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from msgspec.structs import replace

from claimcheck.match.lone import Shared
from claimcheck.match.meeting import meet
from claimcheck.match.nodes import Node
from claimcheck.match.pairs import Match
from claimcheck.match.witnesses import TRUST, implied

SURE = 0.5
OPEN = 0.1
"""Witnesses make no differing pair surer that is less sure than this by itself."""
_SECOND = 0.7
REPEATED = 0.88
"""How sure it is that an article means one fact where it gives one measure the same figure twice,
or counts as many of one thing twice ("wounded two men", "the two men"), or one stretch of time:
49 of 55 such pairs in annotated bundles, 33 of 34, 27 of 27."""
_GROUPS = frozenset({"count", "duration"})
_OFTEN, _TELLING = 6, 2
"""No figure comes so often, and one digit is another fact's too often."""
Links = dict[int, dict[int, float]]
Figures = dict[tuple[int, str, float], dict[int, float]]


def settle(
    matches: Sequence[Match], drafts: frozenset[int] | None = None, many: bool = False
) -> list[Match]:
    """Return the matches with the scores that all of them together give, and what they imply.

    With `drafts`, the numbers of the documents under check, what follows between two others
    is left out. `many` articles are held against each other, and not a few that were chosen.
    """
    shared = Shared(matches, many)
    settled = _with_witnesses([shared.judged(match) for match in matches])
    follows = {(match.a.index, match.b.index): match for match in implied(settled, drafts)}
    kept = [follows.pop((match.a.index, match.b.index), match) for match in settled]
    return _best_rivals([*kept, *follows.values()])


def _with_witnesses(matches: Sequence[Match]) -> list[Match]:
    """Raise a pair's score to what its best witness allows."""
    agree: Links = defaultdict(dict)
    differ: Links = defaultdict(dict)
    for match in matches:
        if match.score >= SURE:
            links = agree if match.meets else differ
            links[match.a.index][match.b.index] = match.score
            links[match.b.index][match.a.index] = match.score
    for one, two in _repeated(matches):
        agree[one.index][two.index] = agree[two.index][one.index] = REPEATED
    same = _same_figure(matches)
    settled = []
    for match in matches:
        support = 0.0
        if match.meets or match.score >= OPEN:
            a, b = match.a.index, match.b.index
            other = agree if match.meets else differ
            support = TRUST * max(_through(agree, other, a, b), _through(agree, other, b, a))
        if not match.meets and match.score >= SURE:
            support = max(support, *(TRUST * score for score in _beside(match, same)))
        score = _joined(match, support)
        settled.append(match if score == match.score else replace(match, score=score))
    return settled


def _repeated(matches: Sequence[Match]) -> Iterator[tuple[Node, Node]]:
    """Yield each two claims of one document that surely tell one fact twice."""
    held: dict[tuple[int, str, float, str, str], dict[int, Node]] = defaultdict(dict)
    for match in matches:
        for node in (match.a, match.b):
            for sort, key in _told(node):
                held[(node.document, node.block, node.value, sort, key)][node.index] = node
    for nodes in held.values():
        if 1 < len(nodes) <= _OFTEN:
            yield from combinations(nodes.values(), 2)


def _told(node: Node) -> Iterator[tuple[str, str]]:
    """Yield what makes an equal figure of the same document the same fact."""
    if node.measure and node.sharpness >= _TELLING:
        yield "measure", node.measure
    if node.unit and node.traits.kind in _GROUPS and node.written > 1:
        yield "unit", node.unit


def _same_figure(matches: Sequence[Match]) -> Figures:
    """Return, by claim and by the figure it differs from, the documents that hold the figure."""
    held: Figures = defaultdict(dict)
    for match in matches:
        if match.meets or match.score < SURE:
            continue
        for node, other in ((match.a, match.b), (match.b, match.a)):
            row = held[(node.index, other.block, other.value)]
            row[other.document] = max(row.get(other.document, 0.0), match.score)
    return held


def _beside(match: Match, same: Figures) -> Iterator[float]:
    """Yield how surely a pair's claims differ from the same figure in a third document."""
    yield 0.0
    for node, other in ((match.a, match.b), (match.b, match.a)):
        for document, score in same.get((node.index, other.block, other.value), {}).items():
            if document != other.document:
                yield score


def _joined(match: Match, support: float) -> float:
    """Return a pair's score with that of its witness.

    A number that two agreeing sources contradict is contradicted more surely than by one.
    """
    if match.meets or match.score < SURE:
        return max(match.score, support)
    return 1.0 - (1.0 - match.score) * (1.0 - _SECOND * support)


def _through(agree: Links, other: Links, a: int, b: int) -> float:
    """Return the score of b's link to the best claim that surely agrees with a."""
    mine, theirs = agree.get(a), other.get(b)
    if not mine or not theirs:
        return 0.0
    if len(theirs) < len(mine):
        mine, theirs = theirs, mine
    return max((min(score, theirs.get(z, 0.0)) for z, score in mine.items()), default=0.0)


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
