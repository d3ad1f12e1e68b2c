"""What speaks for and against two claims being about the same fact.

Each piece of evidence has a name and a strength between 0 and 1. The weights of the
names are data (`data/weights.toml`), learnt by `make weights` from annotated bundles;
what a name weighs in a verdict is shown by `claimcheck show`.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import log

from claimcheck.compare.slips import slips
from claimcheck.match.nodes import Node, cosine, meet
from claimcheck.model import Claim

SIMILARITY_STEPS = (0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.65, 0.8)


class PairContext:
    """What is known about two documents together, while their claims are paired."""

    __slots__ = ("crowd", "event")

    def __init__(self, event: float, crowd: dict[tuple[str, float], int]) -> None:
        self.event = event
        """How alike the two documents' events are, 0 to 1."""
        self.crowd = crowd
        """How many claims of the two documents hold a value in a block."""


def evidence(a: Node, b: Node, context: PairContext) -> Iterator[tuple[str, float]]:
    """Yield the names and strengths of the evidence on claims `a` and `b` being one fact."""
    near = cosine(a.near, b.near)
    words = cosine(a.words, b.words)
    yield from _steps("near", near)
    yield from _steps("sentence", words)
    for side in ("left", "right"):
        one, two = getattr(a.context, side), getattr(b.context, side)
        if one and two:
            yield f"{side}:{'same' if one == two else 'differs'}", 1.0
    yield from _steps("siblings", _siblings(a, b))
    yield "event", context.event
    yield from _parts(a, b)
    yield from _values(a, b, context)
    yield f"kind:{a.claim.quantity.kind}", 1.0
    if a.context.role == b.context.role == "headline":
        yield "both_headline", 1.0
    yield "position", 1.0 - abs(a.context.position - b.context.position)


def _steps(name: str, similarity: float) -> Iterator[tuple[str, float]]:
    """Spread a similarity over steps, so that its weight need not be a straight line."""
    for step in SIMILARITY_STEPS:
        if similarity < step:
            break
        yield f"{name}>{step}", 1.0


def _siblings(a: Node, b: Node) -> float:
    """Return the share of the other values in the two sentences that both have."""
    first, second = a.context.siblings, b.context.siblings
    if not first or not second:
        return 0.0
    return len(first & second) / min(len(first), len(second))


def _parts(a: Node, b: Node) -> Iterator[tuple[str, float]]:
    first, second = a.claim, b.claim
    yield f"measure:{_keys(first, second, 'measure')}", 1.0
    yield f"unit:{_unit(first, second)}", 1.0
    yield f"subject:{subject_relation(a, b)}", 1.0
    yield f"period:{period_relation(first, second)}", 1.0
    if first.aspect != second.aspect:
        yield "aspect:differs", 1.0
        yield f"aspect:{'/'.join(sorted((first.aspect, second.aspect)))}", 1.0
    if first.modality != second.modality:
        yield "modality:differs", 1.0
    shared = set(first.scope) ^ set(second.scope)
    if shared:
        yield "scope:differs", 1.0
    if first.quantity.relation != second.quantity.relation:
        yield "relation:differs", 1.0
    if (first.quantity.label == "age") != (second.quantity.label == "age"):
        yield "age:differs", 1.0
    if first.quantity.per != second.quantity.per:
        yield "per:differs", 1.0
    if a.context.noun and b.context.noun:
        yield ("noun:same" if a.context.noun & b.context.noun else "noun:differs"), 1.0


def _keys(first: Claim, second: Claim, part: str) -> str:
    one, two = getattr(first, part), getattr(second, part)
    if one is None or two is None:
        return "unknown"
    return "same" if one.key == two.key else "differs"


def _unit(first: Claim, second: Claim) -> str:
    one, two = first.quantity.unit, second.quantity.unit
    if one == two:
        return "same" if one is not None else "none"
    return "unknown" if one is None or two is None else "differs"


def subject_relation(a: Node, b: Node) -> str:
    """Return whether the subjects are the same, overlap (surname and full name) or differ."""
    if not a.subject_words or not b.subject_words:
        return "unknown"
    if a.subject_words == b.subject_words:
        return "same"
    return "overlaps" if a.subject_words & b.subject_words else "differs"


def period_relation(first: Claim, second: Claim) -> str:
    """Return how the periods stand to each other: same, within, meets, apart or unknown."""
    one, two = first.period, second.period
    if one is None or two is None or one.start is None or two.start is None:
        return "unknown"
    if one.end is None or two.end is None:
        return "same" if one.start == two.start else "unknown"
    if (one.start, one.end) == (two.start, two.end):
        return "same"
    if one.end < two.start or two.end < one.start:
        return "apart"
    if (one.start <= two.start and two.end <= one.end) or (
        two.start <= one.start and one.end <= two.end
    ):
        return "within"
    return "meets"


def _values(a: Node, b: Node, context: PairContext) -> Iterator[tuple[str, float]]:
    sharpness = min(a.sharpness, b.sharpness)
    if a.block != b.block:
        yield "value:bare", 1.0
        yield f"value:digits:{sharpness:.0f}", 1.0
    elif a.value == b.value:
        yield "value:equal", 1.0
        yield f"value:digits:{sharpness:.0f}", 1.0
        yield "value:crowded", log(max(context.crowd.get((a.block, a.value), 2) / 2, 1.0))
        if abs(a.value) <= 12 and a.claim.quantity.kind in ("count", "number"):
            yield "value:small", 1.0
    elif a.block != "date":
        low, high = sorted((abs(a.value), abs(b.value)))
        ratio = low / high if high else 1.0
        yield "value:ratio>0.97" if ratio > 0.97 else "value:ratio<0.97", 1.0
        if ratio > 0.8:
            yield "value:ratio>0.8", 1.0
        if ratio < 0.3:
            yield "value:ratio<0.3", 1.0
        if not meet(a, b):
            for slip in slips(a.claim, b.claim):
                yield f"slip:{slip}", 1.0
    else:
        days = abs(a.value - b.value)
        yield "value:days", 1.0 / (1.0 + days / 30)
    if a.claim.quantity.qualifier == b.claim.quantity.qualifier:
        yield "qualifier:same", 1.0
