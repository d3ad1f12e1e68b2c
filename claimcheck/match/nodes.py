"""Claims made ready for matching: values in base units, and what kind of number each is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence, Set
from decimal import Decimal
from functools import cache, lru_cache

import msgspec
from msgspec.structs import replace

from claimcheck.extract import Context, Extraction
from claimcheck.extract.concepts.lexicon import lexicon
from claimcheck.extract.names.known import place_keys
from claimcheck.extract.words.usage import shapes
from claimcheck.match import times
from claimcheck.match.dimension import interval, step_share
from claimcheck.model import Aspect, Claim, Kind, Modality, Named, Quantity, Relation
from claimcheck.slips import digits_of


class Traits(msgspec.Struct, frozen=True, eq=False):
    """What kind of number a claim holds.

    Few of them occur; those of one kind are one object, so that pairs are quickly memoised.
    """

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
    `words` are the keys of its sentence, those of one sentence one object.
    `lost` are the defeats of a record, -1 for what is none.
    """

    index: int
    document: int
    claim: Claim
    context: Context
    words: frozenset[str]
    block: str
    value: float
    low: float
    high: float
    digits: str
    sharpness: float
    written: float
    lost: float
    unit: str
    age: bool
    subject_words: frozenset[str]
    named: bool
    """Whether a name says whose number it is, and no noun: "der Konzern" may be any name."""
    measure: str
    """The key of what is measured; empty where it is not known."""
    traits: Traits
    scoping: bool
    """Whether it is a date that is no more than the period of other numbers."""
    period: bool
    """Whether it is the period of other numbers, be it also when something happened."""
    ago: bool
    """Whether it is a time that only says how long ago something was: "vor zwei Jahren"."""
    only: bool = False
    """Whether it is all that its article gives of a measure that one event has but one of, or all
    of its owner's that it gives of one that each owner has but one of."""

    @property
    def bare(self) -> bool:
        """Whether the number stands without a unit and without a counted noun."""
        return not self.unit and self.claim.quantity.kind == "number"


def build(extractions: Sequence[Extraction]) -> list[Node]:
    """Return a node for every claim that has a value, in document order."""
    nodes: list[Node] = []
    first = 0
    for number, extraction in enumerate(extractions):
        nodes.extend(nodes_of(extraction, number, first))
        first += len(extraction.claims)
    return nodes


def nodes_of(
    extraction: Extraction, document: int, first: int, wanted: Set[str] | None = None
) -> list[Node]:
    """Return the nodes of one document by its number; `first` is its first claim's index.

    With `wanted`, those of the claims with such ids alone.
    """
    periods = {
        span.start for c in extraction.claims if (span := c.evidence.get("period")) is not None
    }
    dates = {claim.span.end for claim in extraction.claims if claim.quantity.kind == "date"}
    bags, language = _Bags(), extraction.document.language
    made = (
        _node(index, document, claim, extraction.contexts[claim.id], bags, periods, dates, language)
        for index, claim in enumerate(extraction.claims, first)
        if wanted is None or claim.id in wanted
    )
    nodes = [node for node in made if node is not None]
    return _with_only(nodes)


class _Bags(dict[tuple[str, ...], frozenset[str]]):
    """The keys of each sentence as a set, made with its first node."""

    def __missing__(self, keys: tuple[str, ...]) -> frozenset[str]:
        found = self[keys] = frozenset(keys)
        return found


def _with_only(nodes: list[Node]) -> list[Node]:
    """Return the nodes with what is known of those that are the only figure of their measure."""
    info = lexicon().info
    places: dict[tuple[str, str], list[int]] = defaultdict(list)
    for place, node in enumerate(nodes):
        if node.measure and (info(node.measure).single or node.measure in _narrowed()):
            places[node.measure, node.block].append(place)
    for found in places.values():
        if all(one_value(nodes[found[0]], nodes[place]) for place in found[1:]):
            for place in found:
                nodes[place] = replace(nodes[place], only=True)
    return _with_own(nodes)


def _with_own(nodes: list[Node]) -> list[Node]:
    """Return the nodes with what is known of those that are all their owner has of a measure."""
    info = lexicon().info
    owned: dict[str, list[int]] = defaultdict(list)
    for place, node in enumerate(nodes):
        if node.measure and node.subject_words and info(node.measure).each:
            owned[node.measure].append(place)
    for places in owned.values():
        for place in places:
            node = nodes[place]
            others = [nodes[other] for other in places]
            others = [o for o in others if not o.subject_words.isdisjoint(node.subject_words)]
            if node.traits.aspect == "level" and all(one_value(node, other) for other in others):
                nodes[place] = replace(node, only=True)
    return nodes


def is_named(subject: Named, language: str) -> bool:
    """Return whether a subject is a name, and no noun."""
    first, _, rest = subject.text.partition(" ")
    if first.islower():
        return False
    if rest or subject.key in place_keys():
        return True
    form = shapes(language)[first]
    return not form.plain_noun or form.odd or form.compound  # "Nordlicht" may be a name


@cache
def _narrowed() -> frozenset[str]:
    """Return the measures that one of which an event has but one is a closer word for."""
    return frozenset(key for c in lexicon().concepts if c.single for key in c.narrows)


def one_value(a: Node, b: Node) -> bool:
    """Return whether two figures of one dimension are one: "31.2", "some 31"."""
    return a.low <= b.high and b.low <= a.high


def _node(
    index: int,
    document: int,
    claim: Claim,
    context: Context,
    bags: _Bags,
    periods: Set[int],
    dates: Set[int],
    language: str,
) -> Node | None:
    quantity = claim.quantity
    base = None if context.as_of or _says_little(quantity) else interval(quantity)
    if base is None:
        return None
    block, value, low, high = base
    kind, label, digits = quantity.kind, quantity.label, digits_of(quantity)
    if kind == "ordinal" and claim.measure and lexicon().info(claim.measure.key).tallied:
        block = kind = "count"  # the 58th victory makes 58 victories
    if quantity.qualifier == "about" and isinstance(quantity.value, Decimal):
        low, high = _close(quantity, value, low, high)
    age, start = label == "age", claim.span.start
    return Node(
        index=index,
        document=document,
        claim=claim,
        context=context,
        words=bags[context.keys],
        block=block,
        value=value,
        low=low,
        high=high,
        digits=digits,
        sharpness=sharpness(quantity, digits),
        written=_written(quantity, value),
        lost=float(str(quantity.value).split(":")[1]) if label == "record" else -1.0,
        unit=quantity.unit or "",
        age=age,
        subject_words=_words(claim.subject.key) if claim.subject else _NO_WORDS,
        named=claim.subject is not None and is_named(claim.subject, language),
        measure=claim.measure.key if claim.measure else "",
        traits=_traits(
            kind, claim.aspect, claim.modality, claim.scope, quantity.relation,
            quantity.per, age, context.role == "headline",
        ),
        scoping=start in periods and _only_scopes(claim),
        period=start in periods,
        ago=kind == "duration" and claim.span.end in dates,
    )  # fmt: skip


def _only_scopes(claim: Claim) -> bool:
    """Return whether a date says no more than when a number was: "2025", "im zweiten Quartal"."""
    quantity = claim.quantity
    if quantity.kind != "date" or claim.measure is not None:
        return False
    if quantity.qualifier not in ("exact", "range"):  # "bis 2031" is when something is due
        return False
    return str(quantity.value)[5:6] in ("", "Q", "H")


def _close(quantity: Quantity, value: float, low: float, high: float) -> tuple[float, float]:
    """Return the bounds of a rough value, closer the more digits are written.

    "Rund 9.000" may be 8,600, but nobody says "rund 342.000" of 330,000.
    """
    reach = _ROUGH * step_share(quantity) * abs(value)
    return max(low, value - reach), min(high, value + reach)


_ROUGH = 1.5
"""By so many units of its last digit a rough value may be off: "rund 45" is 44 to 46."""


def _says_little(quantity: Quantity) -> bool:
    """Return whether two such confirm nothing: "both men", "the first time", "a kilo"."""
    if quantity.kind == "ordinal" and quantity.value == 1:
        return True
    if quantity.kind == "measure" and quantity.value == 1 and quantity.qualifier == "exact":
        return quantity.quote[0].isalpha() or quantity.label in _SAY_LITTLE
    return quantity.label in _SAY_LITTLE


_SAY_LITTLE = frozenset({"vague", "paired"})


_traits = cache(Traits)
_NO_WORDS: frozenset[str] = frozenset()


@lru_cache(maxsize=1 << 16)
def _words(key: str) -> frozenset[str]:
    return frozenset(key.split())


def _written(quantity: Quantity, base: float) -> float:
    """Return the number as it is written, of a record the wins; -1 for dates."""
    value = quantity.value
    if quantity.kind == "score":
        return float(str(value).split(":")[0]) if quantity.label == "record" else base
    return float(value) if isinstance(value, Decimal) else -1.0


def sharpness(quantity: Quantity, digits: str) -> float:
    """Return how telling an equal value is: the significant digits written, dates by width."""
    if quantity.unit == times.UNIT:
        return times.sharpness(str(quantity.value))
    if quantity.kind == "date":
        return {4: 1.0, 7: 2.0}.get(len(str(quantity.value)), 3.0)
    if quantity.kind == "score":
        return float(len(str(quantity.value)) - 2)  # many matches end 2:1
    return float(min(len(digits), 5))
