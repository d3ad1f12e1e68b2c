"""A headline that has a figure of its own article wrong: "450 calls" above "540 calls".

Headlines are written last, by somebody else, in a hurry. A figure of the headline that the
article never has, but that one of its figures would be after a slip of typing, is that one.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.extract import Extraction
from claimcheck.match.meeting import meet
from claimcheck.match.nodes import Node, nodes_of
from claimcheck.match.pairs import Match
from claimcheck.match.relations import measure_relation
from claimcheck.slips import slips

SCORE = 0.9
"""How sure such a slip is; a headline seldom counts something else in swapped digits."""
_SLIPS = frozenset({"transposed_digits", "power_of_ten", "factor_thousand"})
_TELLING = 2


def mistitled(extraction: Extraction, document: int, first: int) -> Iterator[Match]:
    """Yield each figure of a document's headline with the one of its body that it mistypes.

    The document is told by its number; `first` is its first claim's index.
    """
    contexts = extraction.contexts
    figures = {claim.id for claim in extraction.claims if claim.quantity.kind != "date"}
    titled = {key for key in figures if contexts[key].role == "headline"}
    titles = nodes_of(extraction, document, first, titled) if titled else ()
    telling = [node for node in titles if node.sharpness >= _TELLING]
    body = nodes_of(extraction, document, first, figures - titled) if telling else ()
    for node in telling:
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
