"""The candidate pairs of two documents with all that speaks for and against each.

Pairs whose values meet are weighed first: equal values anchor two articles to each
other. What is left without an equal partner is then held against its counterpart,
for that is where contradictions are.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from claimcheck.match.evidence import PairContext, structure, unlike, values
from claimcheck.match.model import Evidence, Model, Models, names, sure
from claimcheck.match.nodes import Node
from claimcheck.match.proposals import candidates
from claimcheck.match.relations import taken
from claimcheck.match.terms import Terms

_SURE = 0.8


class Row(msgspec.Struct, frozen=True, gc=False):
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
        if not meets and unlike(a, b, context):
            continue
        parts = structure(a, b, context)
        found.append(Row(a, b, meets, parts, alike.log_odds(parts)))
    return found


def weighed(
    found: Sequence[Row], context: PairContext, models: Models
) -> Iterator[tuple[Row, Evidence, float]]:
    """Yield each row with the evidence for its verdict, and its score by that.

    The evidence is of values, rivals and equal partners.
    """
    best: dict[int, float] = {}
    for row in found:
        for node in (row.a, row.b):
            if row.alike > best.get(node.index, -99.0):
                best[node.index] = row.alike
    anchored: dict[int, float] = defaultdict(float)
    apart = []
    told_of = sure(*_event_steps(context))
    for row in found:
        parts = (*values(row.a, row.b, context, row.alike, row.meets), *_rivals(row, best))
        if row.meets:
            parts = (*parts, told_of)
            score = models.meeting.score(parts)
            for node, other in ((row.a, row.b), (row.b, row.a)):
                if not taken(node, other):
                    anchored[node.index] = max(anchored[node.index], score)
            yield row, parts, score
        else:
            apart.append((row, parts))
    told = list(_one_event(anchored, found, context))
    together = sure(*told)
    # in articles on one event slips are no chance
    beside_slip = sure(*told, *[f"slip+{name}" for name in told])
    for row, parts in apart:
        partners = _partners(anchored[row.a.index], anchored[row.b.index], row.alike)
        slip = True in [group.slip for group, _ in parts]
        parts = (*parts, *partners, beside_slip if slip else together)
        yield row, parts, models.apart.score(parts)


def _one_event(
    anchored: Mapping[int, float], found: Sequence[Row], context: PairContext
) -> Iterator[str]:
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
            yield f"anchors>={count}"
    yield from _event_steps(context)


def _event_steps(context: PairContext) -> list[str]:
    return [f"event>{step}" for step in _EVENT_STEPS if context.event > step]


_EVENT_STEPS = (0.03, 0.06, 0.1, 0.15, 0.2, 0.3)


def _rivals(row: Row, best: Mapping[int, float]) -> Evidence:
    """Return whether the pair is the most alike for its claims, and by how much it is not."""
    one, two, alike = best[row.a.index], best[row.b.index], row.alike
    behind = (_BEHIND, min(max(one, two) - alike, 6.0))
    wins = (alike == one) + (alike == two)
    return (_BEST[wins - 1], behind) if wins else (behind,)


_BEHIND = names("behind")
_BEST = sure("best:one"), sure("best:both")
_ONE, _BOTH = names("anchored:one"), names("anchored:both")
_SURE_STEPS = (0.5, 0.75, 0.9)
_SURELY = [
    sure(*[f"anchored>{step}" for step in _SURE_STEPS[:count]])
    for count in range(len(_SURE_STEPS) + 1)
]
_FREE_STEPS = (-3.0, -2.0, -1.0, 0.0, 1.0)
_FREE = [
    names("free", *[f"free+alike>{step}" for step in _FREE_STEPS[:count]])
    for count in range(len(_FREE_STEPS) + 1)
]


def _partners(one: float, two: float, alike: float) -> Evidence:
    """Return how surely the two claims have equal partners of their own."""
    free = _FREE[bisect_left(_FREE_STEPS, alike)], (1.0 - one) * (1.0 - two)
    if not one and not two:
        return (free,)
    most = max(one, two)
    return (_ONE, most), (_BOTH, min(one, two)), _SURELY[bisect_left(_SURE_STEPS, most)], free
