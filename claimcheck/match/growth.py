"""Figures that grow: the toll of one event is one fact, though a later article has another.

Two values that differ speak against one fact, and rightly so for most figures. A toll, a
count of votes or of cases rises from one article to the next, so for these the structure
alone decides: the figure that each article puts first for the same growing measure, both
articles on one event and dated, the later one higher. A toll that falls is told too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from math import exp

from claimcheck.extract.concepts.lexicon import lexicon
from claimcheck.match.evidence import PairContext
from claimcheck.match.meeting import meet
from claimcheck.match.nodes import Node
from claimcheck.match.relations import subject_relation

LONGEST = timedelta(days=92)
"""Articles further apart hardly tell one development."""
SETTLED = timedelta(days=180)
"""What ended so long before its article is history, and grows no more."""
EVENT = 0.06
"""How alike two articles must be for their tolls to be of one event."""
_LEAD = 4.0
"""In log odds, how much surer a pair is for being what both articles put first."""
_UNLIKE = -3.5
KINDS = frozenset({"count", "number", "money", "measure"})
_HELD = frozenset({"level", "to"})
_SAID = frozenset({"stated", "estimate"})
_NARROW = frozenset({"part", "segment", "per_unit", "average", "previous_period", "additional"})


def developments(
    first: Sequence[Node], second: Sequence[Node], context: PairContext
) -> Iterator[tuple[Node, Node]]:
    """Yield the claims of two articles that may be two states of one growing figure."""
    one, two = context.published
    if one is None or two is None or one == two or abs(two - one) > LONGEST:
        return
    if context.event < EVENT:
        return
    early, late = _tolls(first, one), _tolls(second, two)
    for measure in sorted(early.keys() & late.keys()):
        a, b = early[measure], late[measure]
        earlier, later = (a, b) if one < two else (b, a)
        changed = _risen(earlier, later) or _fallen(earlier, later)
        if changed and a.block == b.block and _same_money(a, b):
            yield a, b


def _risen(earlier: Node, later: Node) -> bool:
    """Return whether a later value is higher, beyond rounding: only "at least" is overtaken."""
    if later.value <= earlier.value:
        return False
    return earlier.claim.quantity.qualifier == "at_least" or not meet(earlier, later)


def _fallen(earlier: Node, later: Node) -> bool:
    """Return whether fewer people of one subject suffered the same than was said before.

    That is seldom so, and worth a look. Much lower figures are of a part.
    """
    return (
        lexicon().info(earlier.measure).befalls
        and subject_relation(earlier, later) in ("same", "overlaps")
        and earlier.value * _HALF <= later.value < earlier.value
        and not meet(earlier, later)
    )


_HALF = 0.5


def score(alike: float) -> float:
    """Return how sure a development is by the log odds of its structure, 0 to 1."""
    return 1.0 / (1.0 + exp(-alike - _LEAD)) if alike > _UNLIKE else 0.0


def grows(measure: str) -> bool:
    """Return whether later articles raise the figures of a measure."""
    return bool(measure) and lexicon().info(measure).grows


def one_toll(a: Node, b: Node) -> bool:
    """Return whether both give one toll, which articles of a day should agree on."""
    return a.measure == b.measure and grows(a.measure)


def _tolls(nodes: Sequence[Node], published: date) -> dict[str, Node]:
    """Return by measure the figure that an article puts first; of one sentence, the highest."""
    found: dict[str, Node] = {}
    for node in nodes:
        if not grows(node.measure) or not _whole(node, published):
            continue
        held = found.get(node.measure)
        if held is None or (node.claim.sentence == held.claim.sentence and node.value > held.value):
            found[node.measure] = node
    return found


def _whole(node: Node, published: date) -> bool:
    """Return whether a claim is a figure for the whole event as it stands, and no part of it."""
    traits, period = node.traits, node.claim.period
    past = period is not None and period.end is not None and published - period.end > SETTLED
    return (
        traits.kind in KINDS
        and traits.aspect in _HELD
        and traits.modality in _SAID
        and traits.per is None
        and _NARROW.isdisjoint(traits.scope)
        and not past
    )


def _same_money(a: Node, b: Node) -> bool:
    return a.block != "money" or a.unit == b.unit
