"""The candidate pairs of two documents with all that speaks for and against each.

Pairs whose values meet are weighed first: equal values anchor two articles to each
other. What is left without an equal partner is then held against its counterpart,
for that is where contradictions are; what surely has one hardly contradicts anything.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set

import msgspec

from claimcheck.match.evidence import PairContext, structure, unlike, values
from claimcheck.match.model import Evidence, Model, Models, names, sure
from claimcheck.match.nodes import Node
from claimcheck.match.proposals import candidates, never
from claimcheck.match.relations import taken
from claimcheck.match.terms import Terms

_SURE = 0.8
_ANCHORED = 0.85
"""Whose equal partner is as sure as this is held against no other value, but those of headlines."""


class Row(msgspec.Struct, frozen=True, gc=False):
    """A candidate pair: whether its values meet, its structure, and how alike that makes it."""

    a: Node
    b: Node
    meets: bool
    structure: Evidence
    alike: float
    """Log odds of one fact by structure alone."""


Scored = tuple[Row, Evidence, float]
Open = Callable[[Node, Node], bool]


def rows(
    first: Sequence[Node],
    second: Sequence[Node],
    context: PairContext,
    alike: Model,
    terms: Terms | None = None,
) -> list[Row]:
    """Return all candidate pairs of two documents with their structure weighed."""
    terms = terms or Terms()
    meeting, differing = candidates(first, second, terms)
    distinct = never(terms)
    found = [_row(a, b, True, context, alike) for a, b in meeting if not distinct(a, b)]
    tied = (pair for pair in differing if not (unlike(*pair, context) or distinct(*pair)))
    return found + [_row(a, b, False, context, alike) for a, b in tied]


def weighed(found: Sequence[Row], context: PairContext, models: Models) -> Iterator[Scored]:
    """Yield rows with the evidence for their verdicts, and their scores by that.

    The evidence is of values, rivals and equal partners. Rows that differ and surely have an
    equal partner are left out, but for those of headlines: one may be wrong of its own text.
    """

    def apart(is_open: Open) -> Iterator[Row]:
        return (row for row in found if not row.meets and is_open(row.a, row.b))

    return _weighed([row for row in found if row.meets], apart, context, models, frozenset())


def scored(
    first: Sequence[Node],
    second: Sequence[Node],
    context: PairContext,
    models: Models,
    terms: Terms,
    asked: Set[tuple[int, int]],
) -> Iterator[Scored]:
    """Yield what `weighed` does of all `rows`, which are made no sooner than they are asked for.

    Pairs that are `asked` for, by the indices of their claims, are not left out.
    """
    meeting, differing = candidates(first, second, terms)
    distinct = never(terms)

    def apart(is_open: Open) -> Iterator[Row]:
        for a, b in differing:
            if is_open(a, b) and not unlike(a, b, context) and not distinct(a, b):
                yield _row(a, b, False, context, models.alike)

    found = [_row(a, b, True, context, models.alike) for a, b in meeting if not distinct(a, b)]
    return _weighed(found, apart, context, models, asked)


def _row(a: Node, b: Node, meets: bool, context: PairContext, alike: Model) -> Row:
    parts = structure(a, b, context)
    return Row(a, b, meets, parts, alike.log_odds(parts))


def _weighed(
    meeting: Sequence[Row],
    differing: Callable[[Open], Iterable[Row]],
    context: PairContext,
    models: Models,
    asked: Set[tuple[int, int]],
) -> Iterator[Scored]:
    best: dict[int, float] = {}
    own = [values(row.a, row.b, context, row.alike, row.meets) for row in meeting]
    told_of = sure(*_event_steps(context))

    def met(row: Row, told: Evidence) -> Scored:
        """Return what is known of a pair that meets, by the best pairs that are known so far."""
        parts = (*told, *_rivals(row, best), told_of)
        return row, parts, models.meeting.score(parts)

    _note_best(best, meeting)
    equal = [met(row, told) for row, told in zip(meeting, own, strict=True)]
    paired = {index for index, sure in _anchored(equal).items() if sure >= _ANCHORED}

    def is_open(a: Node, b: Node) -> bool:
        if a.index not in paired and b.index not in paired:
            return True  # as most are
        return a.traits.headline or b.traits.headline or (a.index, b.index) in asked

    apart = list(differing(is_open))
    raised = _note_best(best, apart)
    for at, (row, _, _) in enumerate(equal):
        if row.a.index in raised or row.b.index in raised:
            equal[at] = met(row, own[at])
    yield from equal
    anchored = _anchored(equal)
    one_event = list(_one_event(anchored, meeting, context))
    together = sure(*one_event)
    # in articles on one event slips are no chance
    beside_slip = sure(*one_event, *[f"slip+{name}" for name in one_event])
    for row in apart:
        told = values(row.a, row.b, context, row.alike, row.meets)
        partners = _partners(anchored[row.a.index], anchored[row.b.index], row.alike)
        slip = True in [group.slip for group, _ in told]
        parts = (*told, *_rivals(row, best), *partners, beside_slip if slip else together)
        yield row, parts, models.apart.score(parts)


def _anchored(equal: Iterable[Scored]) -> dict[int, float]:
    """Return how surely each claim has an equal partner."""
    anchored: dict[int, float] = defaultdict(float)
    for row, _, score in equal:
        for node, other in ((row.a, row.b), (row.b, row.a)):
            if score > anchored[node.index] and not taken(node, other):
                anchored[node.index] = score
    return anchored


def _note_best(best: dict[int, float], found: Iterable[Row]) -> set[int]:
    """Note how alike the most alike pair of each claim is; return the claims that it is new of."""
    raised = set()
    for row in found:
        for index in (row.a.index, row.b.index):
            if row.alike > best.get(index, -99.0):
                best[index] = row.alike
                raised.add(index)
    return raised


def _one_event(
    anchored: Mapping[int, float], meeting: Sequence[Row], context: PairContext
) -> Iterator[str]:
    """Yield what speaks for the documents telling of one event: shared values, rare words."""
    telling = [
        row
        for row in meeting
        if min(row.a.sharpness, row.b.sharpness) >= 2
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
