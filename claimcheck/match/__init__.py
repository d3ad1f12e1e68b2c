"""Which claims of two documents are about the same fact, and how sure that is.

Pairs whose values meet are weighed first: equal values anchor two articles to each
other. What is left without an equal partner is then held against its counterpart,
for that is where contradictions are.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

import msgspec

from claimcheck.extract import Extraction
from claimcheck.match.events import bag, pairs
from claimcheck.match.evidence import PairContext, evidence
from claimcheck.match.model import Evidence, Model, load
from claimcheck.match.nodes import Node, build, cosine

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
    """Yield the pairs of one block, and whether their values meet."""
    by_block: dict[str, list[Node]] = defaultdict(list)
    for node in second:
        by_block[node.block].append(node)
    for a in first:
        for b in by_block[a.block]:
            yield a, b, a.low <= b.high and b.low <= a.high


def with_ranks(
    rows: list[tuple[Node, Node, Evidence]], anchored: dict[int, float]
) -> Iterator[tuple[Node, Node, Evidence]]:
    """Add what a pair's rivals say: equal partners elsewhere, and better fitting counterparts."""
    best_a: dict[int, float] = defaultdict(float)
    best_b: dict[int, float] = defaultdict(float)
    fit = [cosine(a.near, b.near) for a, b, _ in rows]
    for (a, b, _), near in zip(rows, fit, strict=True):
        best_a[a.index] = max(best_a[a.index], near)
        best_b[b.index] = max(best_b[b.index], near)
    for (a, b, evidence_), near in zip(rows, fit, strict=True):
        extra = [
            ("anchored:one", max(anchored.get(a.index, 0.0), anchored.get(b.index, 0.0))),
            ("anchored:both", min(anchored.get(a.index, 0.0), anchored.get(b.index, 0.0))),
        ]
        if near and near == best_a[a.index]:
            extra.append(("best:one", 1.0))
            if near == best_b[b.index]:
                extra.append(("best:both", 1.0))
        elif near and near == best_b[b.index]:
            extra.append(("best:one", 1.0))
        yield a, b, (*evidence_, *extra)


def _align(
    first: Sequence[Node],
    second: Sequence[Node],
    context: PairContext,
    meeting: Model,
    apart: Model,
) -> Iterator[Match]:
    rows: dict[bool, list[tuple[Node, Node, Evidence]]] = {True: [], False: []}
    for a, b, meets in candidates(first, second):
        rows[meets].append((a, b, tuple(evidence(a, b, context))))
    anchored: dict[int, float] = {}
    for a, b, found in with_ranks(rows[True], {}):
        score = meeting.score(found)
        for node in (a, b):
            anchored[node.index] = max(anchored.get(node.index, 0.0), score)
        if score > _KEEP:
            yield Match(a, b, True, score, found)
    for a, b, found in with_ranks(rows[False], anchored):
        score = apart.score(found)
        if score > _KEEP:
            yield Match(a, b, False, score, found)
