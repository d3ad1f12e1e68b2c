"""Claims made ready for matching: values in base units, words weighed by rarity.

A claim's neighbourhood is a bag of keys (lemmas, measure concepts, names), each
weighed by how near it stands to the number. Rarity is counted over the sentences of
the two documents that are compared: a word in every sentence ties nothing together, and
a third document has no say in what two have in common.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from decimal import Decimal
from math import log, sqrt

import msgspec

from claimcheck.extract import Context, Extraction
from claimcheck.match.dimension import interval
from claimcheck.model import Claim

HALF = 0.5
CONVERSION = 0.01
"""The share by which a value that was converted to another unit may be rounded."""
_UNCONVERTED = frozenset({"date", "count", "money", "percent", "rank", "factor", "temperature"})


class Node(msgspec.Struct, frozen=True, eq=False):
    """One claim with what matching needs at hand.

    `block` names the dimension: only claims of one block can be about the same fact.
    `value`, `low` and `high` are in the dimension's base unit (days for dates);
    `written` is the value in its own unit, -1 for dates.
    """

    index: int
    document: int
    claim: Claim
    context: Context
    block: str
    value: float
    low: float
    high: float
    sharpness: float
    written: float
    unit: str
    age: bool
    subject_words: frozenset[str]

    @property
    def bare(self) -> bool:
        """Whether the number stands without a unit and without a counted noun."""
        return not self.unit and self.claim.quantity.kind == "number"


def meet(a: Node, b: Node) -> bool:
    """Return whether both values can be true: whether their intervals overlap.

    Neighbours that only touch (7.7 and 7.8 meet at 7.75) differ, since both were written
    to the same precision; a point on the edge of an interval is in it. Values in two units
    may be converted and rounded again: 620 miles are 1,000 kilometres. Whether a cut is written
    as 40 percent or as minus 40 is a convention.
    """
    low, high = max(a.low, b.low), min(a.high, b.high)
    if low > high and a.unit != b.unit and a.block == b.block:
        high += _rounding(a) + _rounding(b)
    if low < high or (low == high and (a.low == a.high or b.low == b.high)):
        return True
    if a.block == b.block == "percent" and a.value == -b.value:
        return True
    return a.block == b.block == "count" and (_rounds(a, b) or _rounds(b, a))


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
    return min(step, CONVERSION) * abs(node.value)


class Vectors(msgspec.Struct, frozen=True):
    """The keys near a claim's number and in its sentence, weighed by rarity; unit length."""

    near: dict[str, float]
    words: dict[str, float]


def vectors(nodes: Sequence[Node]) -> dict[int, Vectors]:
    """Return the vectors of the nodes of two documents by their index."""
    rarity = Rarity(node.context.words for node in nodes)
    return {
        node.index: Vectors(
            _unit_vector({key: w * rarity(key) for key, w in node.context.near.items()}),
            _unit_vector({key: rarity(key) for key in node.context.words}),
        )
        for node in nodes
    }


def build(extractions: Sequence[Extraction]) -> list[Node]:
    """Return a node for every claim that has a value, in document order."""
    nodes: list[Node] = []
    for number, extraction in enumerate(extractions):
        for claim in extraction.claims:
            node = _node(len(nodes), number, claim, extraction.contexts[claim.id])
            if node is not None:
                nodes.append(node)
    return nodes


class Rarity:
    """How rare each key is over the sentences that hold claims (inverse sentence frequency)."""

    def __init__(self, sentences: Iterable[Iterable[str]]) -> None:
        count: Counter[str] = Counter()
        total = 0
        for words in {frozenset(words) for words in sentences}:
            count.update(words)
            total += 1
        self._unit = {key: log(1 + total / n) for key, n in count.items()}
        self._unseen = log(1 + total)

    def __call__(self, key: str) -> float:
        """Return the weight of `key`: 0.7 in every sentence, more the rarer it is."""
        return self._unit.get(key, self._unseen)


def cosine(a: dict[str, float], b: dict[str, float]) -> float:
    """Return the cosine of two unit vectors held as mappings."""
    if len(a) > len(b):
        a, b = b, a
    get = b.get
    return sum(weight * get(key, 0.0) for key, weight in a.items())


def _unit_vector(weights: dict[str, float]) -> dict[str, float]:
    norm = sqrt(sum(w * w for w in weights.values()))
    return {key: w / norm for key, w in weights.items()} if norm else {}


def _node(index: int, document: int, claim: Claim, context: Context) -> Node | None:
    base = interval(claim.quantity)
    if base is None or claim.quantity.label == "vague":
        return None
    block, value, low, high = base
    return Node(
        index=index,
        document=document,
        claim=claim,
        context=context,
        block=block,
        value=value,
        low=low,
        high=high,
        sharpness=_sharpness(claim),
        written=_written(claim),
        unit=claim.quantity.unit or "",
        age=claim.quantity.label == "age",
        subject_words=frozenset(claim.subject.key.split()) if claim.subject else frozenset(),
    )


def _written(claim: Claim) -> float:
    value = claim.quantity.value
    return float(value) if isinstance(value, Decimal) else -1.0


def _sharpness(claim: Claim) -> float:
    """Return how telling an equal value is: the significant digits written, dates by width."""
    quantity = claim.quantity
    if quantity.kind == "date":
        return {4: 1.0, 7: 2.0}.get(len(str(quantity.value)), 3.0)
    assert isinstance(quantity.value, Decimal)
    digits = str(abs(quantity.value)).replace(".", "").strip("0")
    return float(min(len(digits), 5))
