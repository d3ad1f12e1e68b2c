"""Claims made ready for matching: values in base units, and what kind of number each is."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache
from math import inf
from typing import NamedTuple

import msgspec

from claimcheck.extract import Context, Extraction
from claimcheck.match import times
from claimcheck.match.dimension import interval
from claimcheck.model import Aspect, Claim, Kind, Modality, Quantity, Relation
from claimcheck.slips import digits_of

HALF = 0.5
CONVERSION = 0.01
"""The share by which a value that was converted to another unit may be rounded."""
_UNCONVERTED = frozenset({"date", "count", "money", "percent", "rank", "factor", "temperature"})


class Traits(NamedTuple):
    """What kind of number a claim holds. Few of them occur, so that pairs can be memoised."""

    kind: Kind
    aspect: Aspect
    modality: Modality
    scope: tuple[str, ...]
    relation: Relation
    per: str | None
    age: bool
    headline: bool


class Node(msgspec.Struct, frozen=True, eq=False, gc=False):
    """One claim with what matching needs at hand.

    `block` names the dimension: only claims of one block can be about the same fact.
    `value`, `low` and `high` are in the dimension's base unit (days for dates);
    `written` is the value in its own unit, -1 for dates; `digits` are its significant ones.
    """

    index: int
    document: int
    claim: Claim
    context: Context
    block: str
    value: float
    low: float
    high: float
    digits: str
    sharpness: float
    written: float
    unit: str
    age: bool
    subject_words: frozenset[str]
    measure: str
    """The key of what is measured; empty where it is not known."""
    traits: Traits

    @property
    def bare(self) -> bool:
        """Whether the number stands without a unit and without a counted noun."""
        return not self.unit and self.claim.quantity.kind == "number"


def meet(a: Node, b: Node) -> bool:
    """Return whether both values can be true: whether their intervals overlap.

    Neighbours that only touch (7.7 and 7.8 meet at 7.75) differ, since both were written
    to the same precision; a point on the edge of an interval is in it. Values in two units
    may be converted and rounded again: 620 miles are 1,000 kilometres. Whether a cut is written
    as 40 percent or as minus 40 is a convention. A bound holds for what is near it.
    """
    if times.is_clock(a.block):
        return a.block == b.block and times.meet(a, b)
    if _beyond(a, b):
        return False
    if a.block == b.block == "date" and a.claim.quantity.value == b.claim.quantity.value:
        return True  # "by 20 May" and "before 20 May" are one deadline
    low, high = max(a.low, b.low), min(a.high, b.high)
    if low > high and a.unit != b.unit and a.block == b.block:
        high += _rounding(a) + _rounding(b)
    if low < high or (low == high and (a.low == a.high or b.low == b.high)):
        return True
    if a.block == b.block == "percent" and a.value == -b.value:
        return True
    return a.block == b.block == "count" and (_rounds(a, b) or _rounds(b, a))


def one_wording(a: Node, b: Node) -> bool:
    """Return whether the sentences of two claims are the same but for their figures."""
    one, two = a.context, b.context
    return len(one.words) >= _FULL and one.words == two.words


_FULL = 4
"""With fewer words, sentences are the same by chance: "Preis: 3 Euro"."""


_MAXIMA = 0.9
_BOUND = 0.5


def _beyond(a: Node, b: Node) -> bool:
    """Return whether a bound stands so far from the other value that nobody would give it.

    Nobody writes "more than 27 billion" of 72 billion. "Up to" names a maximum, and two
    maxima are two values. (In annotated bundles all that agree with a bound are within 0.8.)
    """
    if a.block != b.block or a.block == "date" or not a.value * b.value > 0:
        return False
    bounds = [n for n in (a, b) if inf in (-n.low, n.high)]
    if not bounds:
        return False
    maxima = all(n.claim.quantity.qualifier == "at_most" for n in (a, b))
    low, high = sorted((abs(a.value), abs(b.value)))
    if low < high * (_MAXIMA if maxima else _BOUND):
        return True
    one_unit = a.unit == b.unit or a.block == "count"
    if len(bounds) == 2 or not one_unit or bounds[0].claim.quantity.qualifier not in _NEARBY:
        return False
    return high - low > max(_STEPS * _step(bounds[0]), _REACH * abs(bounds[0].value))


_NEARBY = frozenset({"over", "under"})
_STEPS = 2
"""Who writes "over 21,000" counts in thousands, and means 21,000 and a bit."""
_REACH = 0.15


def _step(node: Node) -> float:
    """Return what one in the last digit that is not zero is worth, in the base unit."""
    return _step_of(node.claim.quantity) * abs(node.value)


def _step_of(quantity: Quantity) -> float:
    """Return what one in the last digit that is not zero is worth, as a share of the value."""
    value = quantity.value
    if not isinstance(value, Decimal) or not value:
        return 0.0
    exponent = value.normalize().as_tuple().exponent
    assert isinstance(exponent, int)
    return float(10.0**exponent / abs(float(value)))


def _rounds(whole: Node, exact: Node) -> bool:
    """Return whether a whole number is a decimal one rounded: 10,415 points for 10,415.03."""
    decimal = not exact.value.is_integer()
    return decimal and whole.low == whole.high and abs(whole.value - exact.value) <= HALF


def _rounding(node: Node) -> float:
    """Return by how much a converted value may be rounded, in the dimension's base unit.

    Half of the last digit that is not zero, and no more than one percent.
    """
    value = node.claim.quantity.value
    if not isinstance(value, Decimal) or not value or node.block in _UNCONVERTED:
        return 0.0
    exponent = value.normalize().as_tuple().exponent
    assert isinstance(exponent, int)
    step = 0.5 * 10.0**exponent / abs(float(value))
    limit = _MONTHS if node.unit in _UNEVEN else CONVERSION
    return min(step, limit) * abs(node.value)


_UNEVEN = frozenset({"month", "quarter", "year"})
_MONTHS = 0.08
"""A month has 28 to 31 days: four weeks are one, and 90 days are three."""


def build(extractions: Sequence[Extraction]) -> list[Node]:
    """Return a node for every claim that has a value, in document order."""
    nodes: list[Node] = []
    first = 0
    for number, extraction in enumerate(extractions):
        nodes.extend(nodes_of(extraction, number, first))
        first += len(extraction.claims)
    return nodes


def nodes_of(extraction: Extraction, document: int, first: int) -> list[Node]:
    """Return the nodes of one document by its number; `first` is its first claim's index."""
    made = (
        _node(index, document, claim, extraction.contexts[claim.id])
        for index, claim in enumerate(extraction.claims, first)
    )
    return [node for node in made if node is not None]


def _node(index: int, document: int, claim: Claim, context: Context) -> Node | None:
    base = interval(claim.quantity)
    if base is None or _says_little(claim.quantity):
        return None
    block, value, low, high = base
    if claim.quantity.qualifier == "about" and isinstance(claim.quantity.value, Decimal):
        low, high = _close(claim.quantity, value, low, high)
    digits = digits_of(claim.quantity)
    return Node(
        index=index,
        document=document,
        claim=claim,
        context=context,
        block=block,
        value=value,
        low=low,
        high=high,
        digits=digits,
        sharpness=_sharpness(claim.quantity, digits),
        written=_written(claim),
        unit=claim.quantity.unit or "",
        age=claim.quantity.label == "age",
        subject_words=_words(claim.subject.key) if claim.subject else _NO_WORDS,
        measure=claim.measure.key if claim.measure else "",
        traits=_traits(claim, context),
    )


def _close(quantity: Quantity, value: float, low: float, high: float) -> tuple[float, float]:
    """Return the bounds of a rough value, closer the more digits are written.

    "Rund 9.000" may be 8,600, but nobody says "rund 342.000" of 330,000.
    """
    reach = _ROUGH * _step_of(quantity) * abs(value)
    return max(low, value - reach), min(high, value + reach)


_ROUGH = 1.5
"""By so many units of its last digit a rough value may be off: "rund 45" is 44 to 46."""


def _says_little(quantity: Quantity) -> bool:
    """Return whether two such quantities confirm nothing: "both men", "the first time"."""
    if quantity.kind == "ordinal" and quantity.value == 1:
        return True
    return quantity.label in _SAY_LITTLE


_SAY_LITTLE = frozenset({"vague", "paired"})


def _traits(claim: Claim, context: Context) -> Traits:
    quantity = claim.quantity
    return Traits(
        quantity.kind, claim.aspect, claim.modality, claim.scope, quantity.relation,
        quantity.per, quantity.label == "age", context.role == "headline",
    )  # fmt: skip


_NO_WORDS: frozenset[str] = frozenset()


@lru_cache(maxsize=1 << 16)
def _words(key: str) -> frozenset[str]:
    return frozenset(key.split())


def _written(claim: Claim) -> float:
    value = claim.quantity.value
    return float(value) if isinstance(value, Decimal) else -1.0


def _sharpness(quantity: Quantity, digits: str) -> float:
    """Return how telling an equal value is: the significant digits written, dates by width."""
    if quantity.unit == times.UNIT:
        return times.sharpness(str(quantity.value))
    if quantity.kind == "date":
        return {4: 1.0, 7: 2.0}.get(len(str(quantity.value)), 3.0)
    return float(min(len(digits), 5))
