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
from claimcheck.model import Claim
from claimcheck.slips import digits_of, may_slip, slips

SCORE = 0.9
"""How sure such a slip is; a headline seldom counts something else in swapped digits."""
_SLIPS = frozenset({"transposed_digits", "power_of_ten", "factor_thousand"})
_TELLING = 2


def mistitled(extraction: Extraction, document: int, first: int) -> Iterator[Match]:
    """Yield each figure of a document's headline with the one of its body that it mistypes.

    The document is told by its number; `first` is its first claim's index.
    """
    contexts = extraction.contexts
    figures = [claim for claim in extraction.claims if claim.quantity.kind != "date"]
    titled = {claim.id for claim in figures if contexts[claim.id].role == "headline"}
    titles = nodes_of(extraction, document, first, titled) if titled else ()
    beside = [claim for claim in figures if claim.id not in titled]
    telling = [
        node
        for node in titles
        if node.sharpness >= _TELLING and any(_may_mistype(node, claim) for claim in beside)
    ]
    told = {claim.id for claim in beside}
    body = nodes_of(extraction, document, first, told) if telling else ()
    for node in telling:
        rivals = [other for other in body if other.block == node.block]
        if any(meet(node, other) for other in rivals):
            continue
        meant = [other for other in rivals if _mistyped(node, other)]
        if len({other.value for other in meant}) == 1:
            yield Match(node, meant[0], False, SCORE, (), ())


def _may_mistype(node: Node, claim: Claim) -> bool:
    """Return whether it is worth making a claim ready to be held against a headline's figure.

    It is a quick test that leaves out most of those that the figure does not mistype.
    """
    quantity, measure = claim.quantity, claim.measure.key if claim.measure else ""
    alike = node.unit == (quantity.unit or "") or (measure != "" and node.measure == measure)
    return (
        alike
        and node.traits.aspect == claim.aspect
        and may_slip(node.digits, digits_of(quantity), dates=False)
    )


def _mistyped(node: Node, other: Node) -> bool:
    measured = measure_relation(node, other)
    if node.unit == other.unit:
        named = measured in ("same", "near") or (
            bool(node.context.noun) and not node.context.noun.isdisjoint(other.context.noun)
        )
    else:
        named = measured == "same"  # "24 Verletzte" above "42 Menschen verletzt"
    alike = named and node.traits.aspect == other.traits.aspect
    return alike and not _SLIPS.isdisjoint(slips(node.claim, other.claim))
