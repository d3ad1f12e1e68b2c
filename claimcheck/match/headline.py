"""A headline that has a figure of its own article wrong: "450 calls" above "540 calls".

Headlines are written last, by somebody else, in a hurry. A figure of the headline that the
article never has, but that one of its figures would be after a slip of typing, is that one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.extract import Extraction
from claimcheck.match.meeting import meet
from claimcheck.match.nodes import Node, nodes_of, sharpness
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
    named = [claim for claim in extraction.claims if contexts[claim.id].role == "headline"]
    titled = {claim.id for claim in named if claim.quantity.kind != "date"}
    if not titled:
        return
    figures = [claim for claim in extraction.claims if claim.quantity.kind != "date"]
    beside = [claim for claim in figures if claim.id not in titled]
    telling = {claim.id for claim in named if claim.id in titled and _may_mistype(claim, beside)}
    if not telling:
        return  # as most do
    titles = nodes_of(extraction, document, first, titled)
    body = nodes_of(extraction, document, first, {claim.id for claim in beside})
    for node in titles:
        if node.claim.id not in telling:
            continue
        rivals = [other for other in body if other.block == node.block]
        if any(meet(node, other) for other in rivals):
            continue
        meant = [other for other in rivals if _mistyped(node, other)]
        if len({other.value for other in meant}) == 1:
            yield Match(node, meant[0], False, SCORE, (), ())


def _may_mistype(titled: Claim, beside: Sequence[Claim]) -> bool:
    """Return whether a figure is worth making ready to be held against others of its article."""
    quantity = titled.quantity
    digits = digits_of(quantity)
    return sharpness(quantity, digits) >= _TELLING and any(
        _of_one_sort(titled, other)
        and may_slip(digits, digits_of(other.quantity), dates=False)
        and _slipped(titled, other)
        for other in beside
    )


def _of_one_sort(titled: Claim, other: Claim) -> bool:
    """Return whether two figures have one unit or measure, and say as much of it."""
    one, two = titled.measure, other.measure
    measured = one is not None and two is not None and one.key == two.key
    alike = measured or titled.quantity.unit == other.quantity.unit
    return alike and titled.aspect == other.aspect


def _slipped(titled: Claim, other: Claim) -> bool:
    return not _SLIPS.isdisjoint(slips(titled, other))


def _mistyped(node: Node, other: Node) -> bool:
    measured = measure_relation(node, other)
    if node.unit == other.unit:
        named = measured in ("same", "near") or (
            bool(node.context.noun) and not node.context.noun.isdisjoint(other.context.noun)
        )
    else:
        named = measured == "same"  # "24 Verletzte" above "42 Menschen verletzt"
    alike = named and node.traits.aspect == other.traits.aspect
    return alike and _slipped(node.claim, other.claim)
