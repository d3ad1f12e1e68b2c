"""A headline that has a figure of its own article wrong: "450 calls" above "540 calls".

Headlines are written last, by somebody else, in a hurry. A figure of the headline that the
article never has, but that one of its figures would be after a slip of typing, is that one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.match.meeting import meet
from claimcheck.match.nodes import Node
from claimcheck.match.pairs import Match
from claimcheck.match.relations import measure_relation
from claimcheck.slips import slips

SCORE = 0.9
"""How sure such a slip is; a headline seldom counts something else in swapped digits."""
_SLIPS = frozenset({"transposed_digits", "power_of_ten", "factor_thousand"})
_TELLING = 2


def mistitled(nodes: Sequence[Node]) -> Iterator[Match]:
    """Yield each figure of a document's headline with the one of its body that it mistypes."""
    body = [node for node in nodes if not node.traits.headline]
    for node in nodes:
        if not node.traits.headline or node.sharpness < _TELLING or node.block == "date":
            continue
        rivals = [other for other in body if other.block == node.block]
        if any(meet(node, other) for other in rivals):
            continue
        meant = [other for other in rivals if _mistyped(node, other)]
        if len({other.value for other in meant}) == 1:
            yield Match(node, meant[0], False, SCORE, (), ())


def _mistyped(node: Node, other: Node) -> bool:
    alike = node.unit == other.unit and node.traits.aspect == other.traits.aspect
    named = measure_relation(node, other) in ("same", "near") or (
        bool(node.context.noun) and not node.context.noun.isdisjoint(other.context.noun)
    )
    return alike and named and not _SLIPS.isdisjoint(slips(node.claim, other.claim))
