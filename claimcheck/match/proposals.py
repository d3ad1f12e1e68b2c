"""Which claims of two documents are held against each other at all.

Between two articles every two values of one dimension are. Between long tables each value
is held against its nearest by value and by what is measured, so that the work grows with
the number of claims and not with its square.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence

from claimcheck.extract.concepts.keys import LOSSES, WINS
from claimcheck.match import meeting
from claimcheck.match.dimension import RECORD
from claimcheck.match.distinct import distinct
from claimcheck.match.nodes import Node
from claimcheck.match.relations import one_ordinal
from claimcheck.match.terms import Terms

CROWD = 40_000
"""From so many pairs on, only the nearest claims are held against each other."""
_REACH = 8
_LEAST_REACH = 1
Order = tuple[str | float, ...]
Pair = tuple[Node, Node]


def candidates(
    first: Sequence[Node], second: Sequence[Node], terms: Terms
) -> tuple[list[Pair], list[Pair]]:
    """Return the pairs of one dimension whose values meet, and those whose values do not.

    A bare number ("Ortiz, 35, …") may stand for any unit: it is held against every node
    with the same number written, and against every age; and so is a record against as many
    wins, or as many losses. Which of them are `never` one fact is another question: most that
    differ are left out sooner.
    """
    proposed = _nearest(first, second) if _pairs(first, second) > CROWD else _all(first, second)
    meet = terms.meet if terms.tolerant else meeting.meet
    met: list[Pair] = []
    apart: list[Pair] = []
    for pair in proposed:
        a, b = pair
        meets = meet(a, b) if a.block == b.block else _one_number(a, b)
        (met if meets else apart).append(pair)
    return met, apart


def never(terms: Terms) -> Callable[[Node, Node], bool]:
    """Return what says of a pair that it is never one fact, or that the settings say so."""
    if not terms.name_distinct:
        return distinct
    return lambda a, b: distinct(a, b) or terms.apart(a, b)


def _pairs(first: Sequence[Node], second: Sequence[Node]) -> int:
    """Return how many pairs of one dimension, or with one number written, there are."""
    one, two = (Counter(node.block for node in nodes) for nodes in (first, second))
    return sum(count * two[block] for block, count in one.items())


def _all(first: Sequence[Node], second: Sequence[Node]) -> Iterator[Pair]:
    by_block: dict[str, list[Node]] = defaultdict(list)
    by_number: dict[float, list[Node]] = defaultdict(list)
    for node in second:
        by_block[node.block].append(node)
        by_number[node.written].append(node)
    for a in first:
        for b in by_block[a.block]:
            yield a, b
        for b in by_number[a.written]:
            apart = a.block != b.block
            if apart and (
                "" in (a.unit, b.unit) or _wins(a, b) or _wins(b, a) or one_ordinal(a, b)
            ):
                yield a, b
        if a.age or a.bare:
            for b in second:
                other = a.block != b.block and a.written != b.written
                if other and (a.age or b.age) and (a.bare or b.bare):
                    yield a, b
    yield from _defeats(first, second)
    for b, a in _defeats(second, first):
        yield a, b


def _one_number(a: Node, b: Node) -> bool:
    """Return whether one number is written in both, be it the defeats of a record."""
    if a.measure == LOSSES and b.block == RECORD:
        return a.written == b.lost
    if b.measure == LOSSES and a.block == RECORD:
        return b.written == a.lost
    return a.written == b.written


def _wins(record: Node, other: Node) -> bool:
    """Return whether a record of wins and defeats stands against a number of wins."""
    return record.block == RECORD and other.measure == WINS


def _defeats(first: Sequence[Node], second: Sequence[Node]) -> Iterator[Pair]:
    """Yield records of `first` with as many defeats as stand in `second`.

    Defeats beside a number of wins are of a record with as many: "58 wins and three defeats".
    """
    records = [node for node in first if node.block == RECORD]
    losses = [node for node in second if node.measure == LOSSES] if records else ()
    for node in losses:
        wins = {
            other.written
            for other in second
            if other.measure == WINS and other.claim.sentence == node.claim.sentence
        }
        for record in records:
            if record.lost == node.written and (not wins or record.written in wins):
                yield record, node


def _by_value(node: Node) -> Order:
    return node.block, node.value, node.context.position


def _by_topic(node: Node) -> Order:
    claim = node.claim
    measure = claim.measure.key if claim.measure else ""
    subject = claim.subject.key if claim.subject else ""
    return node.block, measure, subject, node.context.position


def _nearest(first: Sequence[Node], second: Sequence[Node]) -> Iterator[Pair]:
    """Yield the pairs that are neighbours by value or by topic, seen from either side."""
    reach = max(_LEAST_REACH, min(_REACH, CROWD // (len(first) + len(second))))
    found: set[tuple[int, int]] = set()
    for order in (_by_value, _by_topic):
        found.update(_neighbours(first, second, order, reach))
        found.update((a, b) for b, a in _neighbours(second, first, order, reach))
    for one, two in sorted(found):
        yield first[one], second[two]


def _neighbours(
    nodes: Sequence[Node], others: Sequence[Node], order: Callable[[Node], Order], reach: int
) -> Iterator[tuple[int, int]]:
    """Yield the places of each node and of those that stand next to it in an order."""
    ranked = sorted((order(node), place) for place, node in enumerate(others))
    for place, node in enumerate(nodes):
        at = bisect_left(ranked, (order(node), 0))
        for _, other in ranked[max(at - reach, 0) : at + reach]:
            if others[other].block == node.block:
                yield place, other
