"""What the settings say about pairs: which differences are tolerated, and what is distinct."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from fnmatch import translate

from claimcheck.config.values import Distinct, Tolerance
from claimcheck.facts.label import label
from claimcheck.match.dimension import base
from claimcheck.match.meeting import meet
from claimcheck.match.nodes import Node
from claimcheck.model import Claim
from claimcheck.normalise.measured.units import find

_ROUNDING = 1e-9
Test = Callable[[str], object]


class Terms:
    """The tolerances and the distinct pairs of the settings, ready to be asked about nodes."""

    def __init__(
        self,
        tolerances: Mapping[str, Tolerance] | None = None,
        distinct: Sequence[Distinct] = (),
        key: Callable[[str], str] = str.lower,
    ) -> None:
        """`key` gives the key that a name resolves to."""
        self._tolerances = {name.casefold(): one for name, one in (tolerances or {}).items()}
        self._distinct = [(_Side(row.a, key), _Side(row.b, key)) for row in distinct]
        self._sides: dict[str, tuple[tuple[bool, bool], ...]] = {}

    @property
    def name_distinct(self) -> bool:
        """Whether the settings name anything as distinct."""
        return bool(self._distinct)

    @property
    def tolerant(self) -> bool:
        """Whether the settings tolerate anything."""
        return bool(self._tolerances)

    def meet(self, a: Node, b: Node) -> bool:
        """Return whether both values can be true, or differ by no more than is tolerated."""
        return meet(a, b) or (self.tolerant and self.tolerated(a, b))

    def tolerated(self, a: Node, b: Node) -> bool:
        """Return whether two values of one dimension differ by no more than is tolerated."""
        if a.block != b.block or (a.block == "money" and a.unit != b.unit):
            return False
        size = max(abs(a.value), abs(b.value))
        allowed = min(self._allowed(a, b, size), self._allowed(b, a, size))
        return abs(a.value - b.value) <= allowed * (1 + _ROUNDING)

    def apart(self, a: Node, b: Node) -> bool:
        """Return whether the settings name the two claims as distinct."""
        pairs = zip(self._matched(a), self._matched(b), strict=True)
        return any(
            one != two and ((one[0] and two[1]) or (one[1] and two[0])) for one, two in pairs
        )

    def _allowed(self, node: Node, other: Node, size: float) -> float:
        """Return the difference that is tolerated for a node, in base units, 0 for none."""
        quantity = node.claim.quantity
        factor = base(quantity)[1] if quantity.kind != "date" else 1.0
        for name in tolerance_names(node.claim if node.claim.measure else other.claim, node.claim):
            tolerance = self._tolerances.get(name)
            if tolerance is not None:
                amount = float(tolerance.amount)
                return amount * size if tolerance.relative else amount * factor
        for name, tolerance in self._tolerances.items():
            unit = find(name)
            if unit is not None and unit.dimension == node.block:
                amount = float(tolerance.amount)
                return amount * size if tolerance.relative else amount * float(unit.factor)
        return 0.0

    def _matched(self, node: Node) -> tuple[tuple[bool, bool], ...]:
        """Return of each distinct pair whether the node's claim is the one and the other."""
        claim = node.claim
        found = self._sides.get(claim.id)
        if found is None:
            found = tuple((a.matches(claim), b.matches(claim)) for a, b in self._distinct)
            self._sides[claim.id] = found
        return found


class _Side:
    """One of two distinct things: a name, a measure, a quote or the label of a fact.

    `*` and `?` in it stand for any letters and any letter.
    """

    def __init__(self, pattern: str, key: Callable[[str], str]) -> None:
        self._key = key(pattern)
        self._pattern = re.compile(translate(" ".join(pattern.split())), re.IGNORECASE)

    def matches(self, claim: Claim) -> bool:
        """Return whether the claim is about this side."""
        if claim.subject and claim.subject.key == self._key:
            return True
        named = (part.text for part in (claim.subject, claim.measure) if part)
        keys = (claim.measure.key,) if claim.measure else ()
        texts = (*named, *keys, claim.quote, label([claim]))
        return any(self._pattern.match(" ".join(text.split())) for text in texts)


def tolerance_names(measured: Claim, claim: Claim) -> list[str]:
    """Return what a tolerance may call a claim by, the most special first."""
    names = []
    if measured.measure:
        names = [measured.measure.key, measured.measure.text.casefold()]
    unit = claim.quantity.unit
    return [*names, *([unit.casefold()] if unit else []), claim.quantity.kind]
