"""Which claims of two documents are about the same fact, and how sure that is.

Pairs whose values meet are weighed first: equal values anchor two articles to each
other. What is left without an equal partner is then held against its counterpart,
for that is where contradictions are.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from claimcheck.extract import Extraction
from claimcheck.match.consensus import settle
from claimcheck.match.events import NEEDED, SMALL, bag, likeness, pairs
from claimcheck.match.evidence import PairContext, structure, values
from claimcheck.match.model import Evidence, Model, Models
from claimcheck.match.nodes import Node, build, vectors
from claimcheck.match.pairs import Match
from claimcheck.match.proposals import candidates
from claimcheck.match.spelling import respelled
from claimcheck.match.terms import Terms

__all__ = ["Match", "candidates", "match"]

_KEEP = 0.02
_SURE = 0.8


def match(
    extractions: Sequence[Extraction],
    drafts: frozenset[int] | None = None,
    terms: Terms | None = None,
) -> list[Match]:
    """Return the scored pairs of claims of different documents, in document order.

    With `drafts`, the numbers of the documents under check, only drafts are held
    against the others. `terms` are what the settings say about pairs.
    """
    terms = terms or Terms()
    models = Models.shipped()
    matches: list[Match] = []
    for first, second, context in document_pairs(build(extractions)):
        if drafts is not None:
            held = first[0].document in drafts, second[0].document in drafts
            if held[0] == held[1]:
                continue
        matches.extend(_align(first, second, context, models, terms))
    return settle(matches)


def document_pairs(nodes: Sequence[Node]) -> Iterator[tuple[list[Node], list[Node], PairContext]]:
    """Yield the nodes of each two documents with what is known of the two together."""
    by_document: dict[int, list[Node]] = defaultdict(list)
    for node in nodes:
        by_document[node.document].append(node)
    held = [by_document[number] for number in sorted(by_document)]
    keys = [frozenset(key for node in nodes for key in node.context.words) for nodes in held]
    for one, two in pairs(keys):
        context = _together(held[one], held[two])
        if len(held) <= SMALL or context.event >= NEEDED:
            yield held[one], respelled(held[two], held[one]), context


def _together(first: Sequence[Node], second: Sequence[Node]) -> PairContext:
    both = (*first, *second)
    words = vectors(both)
    return PairContext(
        likeness(*(bag(words[node.index] for node in nodes) for nodes in (first, second))),
        Counter((node.block, node.value) for node in both),
        Counter(node.unit for node in both),
        Counter((n.claim.measure.key, n.block) for n in both if n.claim.measure),
        words,
    )


class Row(msgspec.Struct, frozen=True):
    """A candidate pair: whether its values meet, its structure, and how alike that makes it."""

    a: Node
    b: Node
    meets: bool
    structure: Evidence
    alike: float
    """Log odds of one fact by structure alone."""


def rows(
    first: Sequence[Node],
    second: Sequence[Node],
    context: PairContext,
    alike: Model,
    terms: Terms | None = None,
) -> list[Row]:
    """Return the candidate pairs of two documents with their structure weighed."""
    found = []
    for a, b, meets in candidates(first, second, terms or Terms()):
        parts = tuple(structure(a, b, context))
        found.append(Row(a, b, meets, parts, alike.log_odds(parts)))
    return found


def weighed(
    found: Sequence[Row], context: PairContext, meeting: Model
) -> Iterator[tuple[Row, Evidence]]:
    """Yield each row with the evidence for its verdict: values, rivals, equal partners."""
    best: dict[int, float] = defaultdict(lambda: -99.0)
    for row in found:
        best[row.a.index] = max(best[row.a.index], row.alike)
        best[row.b.index] = max(best[row.b.index], row.alike)
    anchored: dict[int, float] = defaultdict(float)
    apart = []
    for row in found:
        parts = (*values(row.a, row.b, context, row.alike), *_rivals(row, best))
        if row.meets:
            score = meeting.score(parts)
            for node in (row.a, row.b):
                anchored[node.index] = max(anchored[node.index], score)
            yield row, parts
        else:
            apart.append((row, parts))
    together = tuple(_one_event(anchored, found, context))
    for row, parts in apart:
        partners = _partners(anchored[row.a.index], anchored[row.b.index], row.alike)
        yield row, (*parts, *partners, *together)


def _one_event(
    anchored: Mapping[int, float], found: Sequence[Row], context: PairContext
) -> Iterator[tuple[str, float]]:
    """Yield what speaks for the documents telling of one event: shared values, rare words."""
    telling = [
        row
        for row in found
        if row.meets
        and min(row.a.sharpness, row.b.sharpness) >= 2
        and min(anchored[row.a.index], anchored[row.b.index]) >= _SURE
    ]
    anchors = min(len({row.a.index for row in telling}), len({row.b.index for row in telling}))
    for count in (1, 2, 4, 8):
        if anchors >= count:
            yield f"anchors>={count}", 1.0
    for step in (0.06, 0.1, 0.15, 0.2, 0.3):
        if context.event > step:
            yield f"event>{step}", 1.0


def _rivals(row: Row, best: Mapping[int, float]) -> Iterator[tuple[str, float]]:
    """Yield whether the pair is the most alike for its claims, and by how much it is not."""
    wins = (row.alike == best[row.a.index]) + (row.alike == best[row.b.index])
    if wins:
        yield ("best:one", "best:both")[wins - 1], 1.0
    behind = max(best[row.a.index], best[row.b.index]) - row.alike
    yield "behind", min(behind, 6.0)


def _partners(one: float, two: float, alike: float) -> Iterator[tuple[str, float]]:
    """Yield how surely the two claims have equal partners of their own."""
    yield "anchored:one", max(one, two)
    yield "anchored:both", min(one, two)
    free = (1.0 - one) * (1.0 - two)
    yield "free", free
    for step in (-3.0, -2.0, -1.0, 0.0, 1.0):
        if alike > step:
            yield f"free+alike>{step}", free


def _align(
    first: Sequence[Node],
    second: Sequence[Node],
    context: PairContext,
    models: Models,
    terms: Terms,
) -> Iterator[Match]:
    found = rows(first, second, context, models.alike, terms)
    for row, parts in weighed(found, context, models.meeting):
        score = (models.meeting if row.meets else models.apart).score(parts)
        if score > _KEEP:
            yield Match(row.a, row.b, row.meets, score, row.structure, parts)
