"""What speaks for and against two claims being about the same fact.

Each piece of evidence has a name and a strength. The weights of the names are data
(`data/weights.toml`), learnt by `make weights` from annotated bundles; what a name
weighs in a verdict is shown by `claimcheck show`.

`structure` never looks at the values: it asks whether two claims would be about the same
fact whatever they said. `values` adds what the values themselves tell.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import log

import msgspec

from claimcheck.compare.slips import slips
from claimcheck.match.nodes import Node, Vectors, cosine, meet
from claimcheck.model import Claim

A_WEEK = 7
COMPARABLE_WIDTH = 8
"""A day beside a half-year is the day of a report, and tells no other period."""
SIMILARITY_STEPS = (0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.65, 0.8)


class PairContext(msgspec.Struct, frozen=True):
    """What is known about two documents together, while their claims are paired.

    `event` is how alike the documents are, 0 to 1; `crowd` how many claims of the two
    hold a value of a dimension; `units` and `measures` how many claims of both share a
    unit, or a measure in one dimension; `vectors` are the words of each claim by its index.
    """

    event: float
    crowd: Mapping[tuple[str, float], int]
    units: Mapping[str, int]
    measures: Mapping[tuple[str, str], int]
    vectors: Mapping[int, Vectors]


def structure(a: Node, b: Node, context: PairContext) -> Iterator[tuple[str, float]]:
    """Yield the evidence that does not depend on the values of the two claims."""
    one, two = context.vectors[a.index], context.vectors[b.index]
    yield from _steps("near", cosine(one.near, two.near))
    yield from _steps("sentence", cosine(one.words, two.words))
    yield from _steps("siblings", _siblings(a, b))
    left, right = _beside(a.context.left, b.context.left), _beside(a.context.right, b.context.right)
    yield f"left:{left}", 1.0
    yield f"right:{right}", 1.0
    if left == right == "same":
        yield "left+right:same", 1.0
    yield "event", context.event
    yield "position", 1.0 - abs(a.context.position - b.context.position)
    if a.context.role == b.context.role == "headline":
        yield "both_headline", 1.0
    yield f"kind:{_kind(a, b)}", 1.0
    yield from _parts(a, b)
    yield from _kinds(a, b)
    yield from _only(a, b, context)


def _only(a: Node, b: Node, context: PairContext) -> Iterator[tuple[str, float]]:
    """Yield how few claims share the unit or the measure: the only magazines in two articles."""
    if a.unit and a.unit == b.unit:
        yield "unit:few", _few(context.units.get(a.unit, 2))
    one, two = a.claim.measure, b.claim.measure
    if one and two and one.key == two.key and a.block == b.block:
        yield "measure:few", _few(context.measures.get((one.key, a.block), 2))


def _few(count: int) -> float:
    """Return 1 for a pair that is alone, less the more there are."""
    return 2.0 / max(count, 2)


def values(a: Node, b: Node, context: PairContext, alike: float) -> Iterator[tuple[str, float]]:
    """Yield what the values tell; `alike` is the log odds of the structure."""
    yield "alike", alike
    yield from _steps("alike", alike, (-4.0, -3.0, -2.0, -1.0, 0.0, 1.0, 2.0, 3.0))
    kind = _kind(a, b)
    sharpness = min(a.sharpness, b.sharpness)
    if a.block != b.block:
        yield "value:bare", 1.0
        yield f"value:digits:{sharpness:.0f}", 1.0
    elif a.value == b.value:
        yield "value:equal", 1.0
        yield f"value:digits:{sharpness:.0f}", 1.0
        yield "value:crowded", log(max(context.crowd.get((a.block, a.value), 2) / 2, 1.0))
        if abs(a.value) <= 12 and kind in ("count", "number"):
            yield "value:small", 1.0
    elif a.block == "date":
        yield "value:days", 1.0 / (1.0 + abs(a.value - b.value) / 30)
        yield from _slipped(a, b, alike)
    else:
        yield from _ratio(a, b, alike)
    yield f"value+kind:{kind}", 1.0
    if a.claim.quantity.qualifier == b.claim.quantity.qualifier:
        yield "qualifier:same", 1.0
    if "reported" in a.claim.scope or "reported" in b.claim.scope:
        yield "date:reported", 1.0
    relative = [n.claim.quantity.label == "relative_date" for n in (a, b)]
    if any(relative):
        yield ("date:relative" if all(relative) else "date:one_relative"), 1.0


def _kind(a: Node, b: Node) -> str:
    """Return the kind of both quantities, or one of the two whichever comes first."""
    return min(a.claim.quantity.kind, b.claim.quantity.kind)


def _ratio(a: Node, b: Node, alike: float) -> Iterator[tuple[str, float]]:
    low, high = sorted((abs(a.value), abs(b.value)))
    ratio = low / high if high else 1.0
    yield from _steps("ratio", ratio, (0.3, 0.8, 0.97))
    yield from _slipped(a, b, alike)


def _slipped(a: Node, b: Node, alike: float) -> Iterator[tuple[str, float]]:
    """Yield the slips that would explain a difference; in like surroundings they weigh more."""
    if meet(a, b):
        return
    for slip in slips(a.claim, b.claim):
        yield f"slip:{slip}", 1.0
        yield from _steps("slip+alike", alike, (-3.0, -1.5, 0.0))


def _steps(
    name: str, strength: float, steps: tuple[float, ...] = SIMILARITY_STEPS
) -> Iterator[tuple[str, float]]:
    """Spread a strength over steps, so that its weight need not be a straight line."""
    for step in steps:
        if strength < step:
            break
        yield f"{name}>{step}", 1.0


def _siblings(a: Node, b: Node) -> float:
    """Return the share of the other values in the two sentences that both have."""
    first, second = a.context.siblings, b.context.siblings
    if not first or not second:
        return 0.0
    return len(first & second) / min(len(first), len(second))


def _beside(one: str, two: str) -> str:
    if not one or not two:
        return "unknown"
    return "same" if one == two else "differs"


def _parts(a: Node, b: Node) -> Iterator[tuple[str, float]]:
    first, second = a.claim, b.claim
    measure, subject = _measure(first, second), subject_relation(a, b)
    yield f"measure:{measure}", 1.0
    yield f"subject:{subject}", 1.0
    if measure == "same":
        yield f"measure+subject:{subject}", 1.0
    yield f"period:{period_relation(first, second)}", 1.0
    if first.aspect != second.aspect:
        yield "aspect:differs", 1.0
        yield f"aspect:{'/'.join(sorted((first.aspect, second.aspect)))}", 1.0
    if first.modality != second.modality:
        yield "modality:differs", 1.0
    for tag in set(first.scope) ^ set(second.scope):
        yield f"scope:{tag}:differs", 1.0
    for tag in set(first.scope) & set(second.scope):
        yield f"scope:{tag}:same", 1.0


def _kinds(a: Node, b: Node) -> Iterator[tuple[str, float]]:
    """Yield how the two quantities are alike as kinds of number."""
    first, second = a.claim.quantity, b.claim.quantity
    yield f"unit:{_unit(first.unit, second.unit)}", 1.0
    if first.relation != second.relation:
        yield "relation:differs", 1.0
    if first.per != second.per:
        yield "per:differs", 1.0
    if a.age != b.age:
        yield "age:differs", 1.0
    elif a.age:
        yield f"age+subject:{subject_relation(a, b)}", 1.0
    if first.kind == "money" and first.unit != second.unit:
        yield "currency:differs", 1.0
    if a.context.noun and b.context.noun:
        yield ("noun:same" if a.context.noun & b.context.noun else "noun:differs"), 1.0


def _measure(first: Claim, second: Claim) -> str:
    if first.measure is None or second.measure is None:
        return "unknown"
    return "same" if first.measure.key == second.measure.key else "differs"


def _unit(one: str | None, two: str | None) -> str:
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
        widths = sorted(((one.end - one.start).days + 1, (two.end - two.start).days + 1))
        reported = widths[0] <= A_WEEK and widths[1] > COMPARABLE_WIDTH * widths[0]
        return "unknown" if reported else "apart"
    if (one.start <= two.start and two.end <= one.end) or (
        two.start <= one.start and one.end <= two.end
    ):
        return "within"
    return "meets"
