"""Claims that are never one fact, however alike their words are."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

from claimcheck.extract.concepts.keys import DURATION, SENTENCE, TIME_APART
from claimcheck.extract.concepts.lexicon import lexicon
from claimcheck.extract.names.versions import clash
from claimcheck.match.nodes import Node

_MEMO = 4096
_PERSON = "person"
_NUMBERED = frozenset({"rank", "count"})
_APART_IN_YEARS = 3
"""From so many years on, ages "12 to 71" are those of several people."""


def distinct(a: Node, b: Node) -> bool:
    """Return whether two claims are never held against each other.

    It is asked of all pairs, so a rule is not called where a look tells that it has no say.
    """
    return (
        (a.unit != b.unit and (_people_beside_things(a, b) or _two_tallies(a, b)))
        or (a.ago != b.ago and _ago_beside_length(a, b))
        or (a.age != b.age and SENTENCE in (a.measure, b.measure))  # "Beal, 27", "27 years"
        or (a.age and b.age and _one_of_many_ages(a, b))
        or (
            a.context.version != b.context.version  # the Pro and the Mini
            and clash(a.context.version, b.context.version)
        )
    )


def _people_beside_things(a: Node, b: Node) -> bool:
    """Return whether one counts people and the other what no people are: 14 countries, 14 hurt."""
    if a.block != "count" or b.block != "count":
        return False
    return _are_no_people(a.unit, b.unit) or _are_no_people(b.unit, a.unit)


@lru_cache(_MEMO)
def _are_no_people(people: str, things: str) -> bool:
    known = lexicon()
    one, two = known.unit_concept(people), known.unit_concept(things)
    if one is None or two is None or _PERSON not in known.info(one).units:
        return False
    info = known.info(two)
    return info.entity and _PERSON not in info.units and not info.for_people


def _two_tallies(a: Node, b: Node) -> bool:
    """Return whether two things are counted of which none is ever called the other.

    Twelve rebounds are no twelve baskets, and no twelve passes either.
    """
    if not a.unit or not b.unit or a.block not in _NUMBERED or b.block not in _NUMBERED:
        return False
    return _are_distinct(a.unit, b.unit)


@lru_cache(_MEMO)
def _are_distinct(one: str, two: str) -> bool:
    known = lexicon()
    keys = known.unit_concept(one), known.unit_concept(two)
    first, second = (known.info(key) if key else None for key in keys)
    if first is None or second is None:
        return False
    if keys[0] == keys[1] or keys[1] in first.near or keys[0] in second.near:
        return False
    return first.distinct and second.distinct


def _ago_beside_length(a: Node, b: Node) -> bool:
    """Return whether one says how long ago something was, the other how long something lasts.

    "Vor zwei Jahren" is no contract of two years.
    """
    return _is_length((b if a.ago else a).measure)


@lru_cache(_MEMO)
def _is_length(measure: str) -> bool:
    known = lexicon()
    return measure in known and measure not in (DURATION, TIME_APART, *known.info(TIME_APART).near)


def _one_of_many_ages(a: Node, b: Node) -> bool:
    """Return whether one gives the ages of several people, and the other that of one among them.

    "12 to 71" and "Ann Ray, 40"; but a boy of 12 may be the youngest.
    """
    return _is_among(a, b) or _is_among(b, a)


def _is_among(many: Node, one: Node) -> bool:
    low, high = many.claim.quantity.low, many.claim.quantity.high
    age = one.claim.quantity.value
    if not (isinstance(low, Decimal) and isinstance(high, Decimal) and isinstance(age, Decimal)):
        return False
    return high - low >= _APART_IN_YEARS and low < age < high
