"""Which claims of two documents are about the same fact, and how sure that is.

Pairs whose values meet are weighed first: equal values anchor two articles to each
other. What is left without an equal partner is then held against its counterpart,
for that is where contradictions are.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from claimcheck.extract import Extraction
from claimcheck.match.events import bag, pairs
from claimcheck.match.evidence import PairContext, evidence
from claimcheck.match.model import Evidence, Model, load
from claimcheck.match.nodes import Node, build, cosine, meet

__all__ = ["Match", "candidates", "match"]

ANCHOR = 0.5
_KEEP = 0.02


class Match(msgspec.Struct, frozen=True):
    """Two claims of two documents with the score of being one fact, and the evidence.

    `meets` tells whether both values can be true at once.
    """

    a: Node
    b: Node
    meets: bool
    score: float
    evidence: Evidence


def match(extractions: Sequence[Extraction], drafts: frozenset[int] | None = None) -> list[Match]:
    """Return the scored pairs of claims of different documents, in document order.

    With `drafts`, the numbers of the documents under check, only drafts are held
    against the others.
    """
    meeting, apart = load("meeting"), load("apart")
    matches: list[Match] = []
    for first, second, context in document_pairs(build(extractions)):
        if drafts is not None:
            held = first[0].document in drafts, second[0].document in drafts
            if held[0] == held[1]:
                continue
        matches.extend(_align(first, second, context, meeting, apart))
    return matches


def document_pairs(nodes: Sequence[Node]) -> Iterator[tuple[list[Node], list[Node], PairContext]]:
    """Yield the nodes of each two documents with what is known of the two together."""
    by_document: dict[int, list[Node]] = defaultdict(list)
    for node in nodes:
        by_document[node.document].append(node)
    held = [by_document[number] for number in sorted(by_document)]
    for one, two, event in pairs([bag(nodes) for nodes in held]):
        crowd = Counter((node.block, node.value) for node in (*held[one], *held[two]))
        yield held[one], held[two], PairContext(event, crowd)


def candidates(first: Sequence[Node], second: Sequence[Node]) -> Iterator[tuple[Node, Node, bool]]:
    """Yield the pairs of one dimension, and whether their values meet.

    A bare number ("Ortiz, 35, …") may stand for any unit: it is held against every node
    with the same number written, and against every age.
    """
    by_block: dict[str, list[Node]] = defaultdict(list)
    by_number: dict[float, list[Node]] = defaultdict(list)
    for node in second:
        by_block[node.block].append(node)
        by_number[node.written].append(node)
    for a in first:
        for b in by_block[a.block]:
            yield a, b, meet(a, b)
        for b in by_number[a.written]:
            if a.block != b.block and "" in (a.unit, b.unit):
                yield a, b, True
        if a.age or a.bare:
            for b in second:
                if a.block != b.block and a.written != b.written and (a.age or b.age):
                    if a.bare or b.bare:
                        yield a, b, False


Row = tuple[Node, Node, bool, Evidence]


def rows(first: Sequence[Node], second: Sequence[Node], context: PairContext) -> list[Row]:
    """Return the candidate pairs of two documents with their evidence.

    Whether a pair fits better than all rivals of either claim is part of the evidence.
    """
    pairs_ = [(a, b, meets, cosine(a.near, b.near)) for a, b, meets in candidates(first, second)]
    best: dict[int, float] = defaultdict(float)
    for a, b, _, near in pairs_:
        best[a.index] = max(best[a.index], near)
        best[b.index] = max(best[b.index], near)
    found = []
    for a, b, meets, near in pairs_:
        parts = list(evidence(a, b, context))
        wins = (near == best[a.index]) + (near == best[b.index]) if near else 0
        if wins:
            parts.append((("best:one", "best:both")[wins - 1], 1.0))
        found.append((a, b, meets, tuple(parts)))
    return found


def anchors(found: Iterable[Row], meeting: Model) -> dict[int, float]:
    """Return how surely each node has its equal partner, by the best of its meeting pairs."""
    anchored: dict[int, float] = defaultdict(float)
    for a, b, meets, parts in found:
        if meets:
            score = meeting.score(parts)
            anchored[a.index] = max(anchored[a.index], score)
            anchored[b.index] = max(anchored[b.index], score)
    return anchored


def with_anchors(row: Row, anchored: Mapping[int, float]) -> Evidence:
    """Return the evidence of a pair that does not meet, with its claims' equal partners."""
    one, two = anchored.get(row[0].index, 0.0), anchored.get(row[1].index, 0.0)
    return (*row[3], ("anchored:one", max(one, two)), ("anchored:both", min(one, two)))


def _align(
    first: Sequence[Node],
    second: Sequence[Node],
    context: PairContext,
    meeting: Model,
    apart: Model,
) -> Iterator[Match]:
    found = rows(first, second, context)
    anchored = anchors(found, meeting)
    for row in found:
        a, b, meets, parts = row
        if not meets:
            parts = with_anchors(row, anchored)
        score = (meeting if meets else apart).score(parts)
        if score > _KEEP:
            yield Match(a, b, meets, score, parts)
