"""What speaks for and against two claims being about the same fact.

Each piece of evidence has a name and a strength. The weights of the names are data
(`data/weights.toml`), learnt by `make weights` from annotated bundles; what a name
weighs in a verdict is shown by `claimcheck show`.

`structure` never looks at the values: it asks whether two claims would be about the same
fact whatever they said. `values` adds what the values themselves tell. What depends on a
few traits alone is memoised: among thousands of pairs the same combinations come again.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import cache, lru_cache
from math import log

import msgspec

from claimcheck.match.model import Evidence, Names, Piece, names, sure
from claimcheck.match.nodes import Node, Traits
from claimcheck.match.relations import (
    measure_relation,
    period_relation,
    relation,
    subject_relation,
    unit_relation,
)
from claimcheck.match.words import Words
from claimcheck.slips import may_slip, slips

_MEMO = 1 << 16


class PairContext(msgspec.Struct, frozen=True):
    """What is known about two documents together, while their claims are paired.

    `event` is how alike the documents are, 0 to 1; `crowd` how many claims of the two
    hold a value of a dimension; `units` and `measures` how many claims of both share a
    unit, or a measure in one dimension; `words` are the words of both; `others` the claims
    that stand against those of a document in one dimension; `published` the days of
    publication.
    """

    event: float
    crowd: Mapping[tuple[str, float], int]
    units: Mapping[str, int]
    measures: Mapping[tuple[str, str], int]
    words: Words
    others: Mapping[tuple[int, str], Sequence[Node]]
    published: tuple[date | None, date | None] = (None, None)
    doubt: float = 0.0
    """By how many log odds their claims are less sure, since they may be on two events."""

    def beside(self, node: Node) -> Sequence[Node]:
        """Return the claims of one dimension in the other document."""
        return self.others.get((node.document, node.block), ())


def _passed(name: str, steps: Sequence[float], count: int) -> list[str]:
    """Return the names of the first steps of a strength."""
    return [f"{name}>{step}" for step in steps[:count]]


def _steps(name: str, *steps: float) -> Callable[[float], Piece]:
    """Return what spreads a strength over steps, so that its weight need not be a straight line.

    It gives the evidence of all steps that the strength reaches.
    """
    passed = tuple(sure(*_passed(name, steps, count)) for count in range(len(steps) + 1))

    def reached(strength: float) -> Piece:
        return passed[bisect_right(steps, strength)]

    return reached


_SIMILARITY = (0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.65, 0.8)
_FLANKS = (1, 2, 3, 4)
_alike = _steps("alike", -4.0, -3.0, -2.0, -1.0, 0.0, 1.0, 2.0, 3.0)
_ratio = _steps("ratio", 0.3, 0.8, 0.97)
_slip_alike = _steps("slip+alike", -3.0, -1.5, 0.0)
_EVENT, _POSITION, _ALIKE = names("event"), names("position"), names("alike")
_UNIT_FEW, _MEASURE_FEW = names("unit:few"), names("measure:few")


def structure(a: Node, b: Node, context: PairContext) -> Evidence:
    """Return the evidence that does not depend on the values of the two claims."""
    words = context.words
    near, sentence = words.cosines(a, b)
    one, two = a.claim, b.claim
    first, second = a.context, b.context
    position = 1.0 - abs(first.position - second.position)
    return (
        _wording(
            bisect_right(_SIMILARITY, near),
            bisect_right(_SIMILARITY, sentence),
            bisect_right(_FLANKS, words.flanked(a, b)),
            bisect_right(_SIMILARITY, _siblings(first.siblings, second.siblings)),
        ),
        _traits(a.traits, b.traits),
        _relations(
            measure_relation(a, b),
            subject_relation(a, b),
            period_relation(one, two),
            unit_relation(one.quantity.unit, two.quantity.unit),
            relation(first.left, second.left),
            relation(first.right, second.right),
            _nouns(first.noun, second.noun),
            a.age and b.age,
            a.block == b.block == "money" and a.unit != b.unit,
        ),
        (_EVENT, context.event),
        (_POSITION, position),
        *_only(a, b, context),
    )


def unlike(a: Node, b: Node, context: PairContext) -> bool:
    """Return whether two values that differ have nothing in common that could tie them together.

    A quick test: neither word, measure, subject nor rare unit, and no slip of typing.
    """
    return (
        (not a.measure or a.measure != b.measure)
        and (not a.unit or a.unit != b.unit or context.units.get(a.unit, 0) > _RARE_UNIT)
        and a.subject_words.isdisjoint(b.subject_words)
        and a.words.isdisjoint(b.words)
        and not may_slip(a.digits, b.digits, a.block == "date")
    )


_RARE_UNIT = 6


def values(a: Node, b: Node, context: PairContext, alike: float, meets: bool) -> Evidence:
    """Return what the values tell; `alike` is the log odds of the structure."""
    one, two = a.claim.quantity, b.claim.quantity
    known = _value_traits(
        a.traits,
        b.traits,
        one.qualifier == two.qualifier,
        (one.label == "relative_date") + (two.label == "relative_date"),
    )
    if a.block != b.block or (a.value == b.value and not _wider(a, b)):
        told = _equal(a, b, context)
    else:
        told = _different(a, b, context, alike, meets)
    return (_ALIKE, alike), _alike(alike), known, *told


def _wider(a: Node, b: Node) -> bool:
    """Return whether one of two dates only opens with the other.

    A year does with its first day, a quarter with its first month.
    """
    if a.block != "date":
        return False
    short, long = sorted((a.high - a.low, b.high - b.low))
    return long > (_A_QUARTER if short >= _A_MONTH else _A_YEAR) * (short + 1)


def _equal(a: Node, b: Node, context: PairContext) -> Evidence:
    """Return what an equal number tells, the more so the more digits it has."""
    sharpness = min(a.sharpness, b.sharpness)
    if a.block != b.block and "" in (a.unit, b.unit):
        return (_bare(sharpness),)
    crowd = log(max(context.crowd.get((a.block, a.value), 2) / 2, 1.0))
    first = context.words.firsts(a, b)
    small = abs(a.value) <= _SMALL and _kind(a.traits, b.traits) in ("count", "number")
    return _same(sharpness, first, a.block == "date", small), (_CROWDED, crowd)


_CROWDED = names("value:crowded")


@lru_cache(_MEMO)
def _bare(sharpness: float) -> Piece:
    return sure("value:bare", f"value:digits:{sharpness:.0f}")


@lru_cache(_MEMO)
def _same(sharpness: float, first: int, dates: bool, small: bool) -> Piece:
    told = ["value:equal", f"value:digits:{sharpness:.0f}", f"value:first:{first}"]
    if dates:
        told += [f"date:first:{first}", f"date:width:{sharpness:.0f}"]
    return sure(*told, "value:small") if small else sure(*told)


def _different(a: Node, b: Node, context: PairContext, alike: float, meets: bool) -> Evidence:
    """Return how far two values are apart, and what slip would explain it."""
    dates = a.block == "date"
    if dates:
        far = _DAYS, 1.0 / (1.0 + abs(a.value - b.value) / 30)
    else:
        one, two = abs(a.value), abs(b.value)
        high = max(one, two)
        far = _ratio(min(one, two) / high if high else 1.0)
    if meets:
        return (far,) if dates else (far, *_rounded(a, b, context))
    if not may_slip(a.digits, b.digits, dates):
        return (far,)
    told: list[Piece] = [far]
    for slip in slips(a.claim, b.claim):
        digits = -1.0 if dates else min(a.sharpness, b.sharpness, 4.0)
        units = unit_relation(a.claim.quantity.unit, b.claim.quantity.unit)
        told += [_slip(slip, digits, measure_relation(a, b), units), _slip_alike(alike)]
        told.append((_chance(slip), log(len(context.beside(a)) * len(context.beside(b)) or 1)))
    return tuple(told)


@cache
def _chance(slip: str) -> Names:
    """Return what says how many pairs of figures there are of which one may look like a slip."""
    return names("slip:pairs", f"slip:{slip}:pairs")


_DAYS = names("value:days")


@lru_cache(_MEMO)
def _slip(slip: str, digits: float, measures: str, units: str) -> Piece:
    told = [f"slip:{slip}", f"slip+measure:{measures}", f"slip+unit:{units}"]
    return sure(*told) if digits < 0 else sure(*told, f"slip:{slip}:digits:{digits:.0f}")


def _rounded(a: Node, b: Node, context: PairContext) -> Evidence:
    """Return what a value and its rounded or converted form tell: "2.497" and "rund 2,5".

    The more other values of the article the rounded one would stand for, the less it tells.
    """
    fine, coarse = sorted((a, b), key=lambda n: (n.high - n.low, n.sharpness, n.value, n.index))
    told = [
        f"rounded:digits:{fine.sharpness:.0f}",
        f"rounded:coarse:{coarse.sharpness:.0f}",
        f"rounded:{coarse.claim.quantity.qualifier}",
    ]
    if a.unit != b.unit and a.block not in _NAMED:
        told.append("rounded:converted")
    others = sum(
        node.low <= coarse.high and coarse.low <= node.high for node in context.beside(coarse)
    )
    return sure(*told), (_OTHERS, log(max(others, 1)))


_OTHERS = names("rounded:others")
_NAMED = frozenset({"count", "money", "percent"})


_SMALL = 12
_A_YEAR = 300
"""By so many times or more is a year longer than a day."""
_A_QUARTER, _A_MONTH = 2, 27
"""By so many times is a quarter longer than a month, and so many days has a month at least."""


@lru_cache(_MEMO)
def _value_traits(one: Traits, two: Traits, qualifier: bool, relative: int) -> Piece:
    parts = [f"value+kind:{_kind(one, two)}"]
    if qualifier:
        parts.append("qualifier:same")
    if "reported" in one.scope or "reported" in two.scope:
        parts.append("date:reported")
    if relative:
        parts.append("date:relative" if relative == 2 else "date:one_relative")
    return sure(*parts)


def _kind(one: Traits, two: Traits) -> str:
    """Return the kind of both quantities, or one of the two whichever comes first."""
    return min(one.kind, two.kind)


@lru_cache(_MEMO)
def _traits(one: Traits, two: Traits) -> Piece:
    """Return the evidence of what kinds of number two claims hold."""
    parts = [f"kind:{_kind(one, two)}"]
    if one.headline and two.headline:
        parts.append("both_headline")
    if one.aspect != two.aspect:
        parts += ["aspect:differs", f"aspect:{'/'.join(sorted((one.aspect, two.aspect)))}"]
    if one.modality != two.modality:
        parts.append("modality:differs")
    scopes = set(one.scope), set(two.scope)
    parts += [f"scope:{tag}:differs" for tag in sorted(scopes[0] ^ scopes[1])]
    parts += [f"scope:{tag}:same" for tag in sorted(scopes[0] & scopes[1])]
    if one.relation != two.relation:
        parts.append("relation:differs")
    if one.per != two.per:
        parts.append("per:differs")
    if one.age != two.age:
        parts.append("age:differs")
    return sure(*parts)


@lru_cache(_MEMO)
def _relations(
    measure: str, subject: str, period: str, unit: str,
    left: str, right: str, noun: str, ages: bool, currencies: bool,
) -> Piece:  # fmt: skip
    """Return the evidence of how the parts of two claims stand to each other."""
    parts = [f"measure:{measure}", f"subject:{subject}", f"period:{period}", f"unit:{unit}"]
    parts += [f"left:{left}", f"right:{right}"]
    if left == right == "same":
        parts.append("left+right:same")
    if measure == "same":
        parts.append(f"measure+subject:{subject}")
    if ages:
        parts.append(f"age+subject:{subject}")
    if currencies:
        parts.append("currency:differs")
    if noun != "unknown":
        parts.append(f"noun:{noun}")
    return sure(*parts)


def _nouns(one: frozenset[str], two: frozenset[str]) -> str:
    if not one or not two:
        return "unknown"
    return "differs" if one.isdisjoint(two) else "same"


@lru_cache(_MEMO)
def _wording(near: int, sentence: int, flanks: int, siblings: int) -> Piece:
    """Return the evidence of alike words and equal figures around two claims, by their steps."""
    return sure(
        *_passed("near", _SIMILARITY, near),
        *_passed("sentence", _SIMILARITY, sentence),
        *_passed("flanks", _FLANKS, flanks),
        *_passed("siblings", _SIMILARITY, siblings),
    )


def _siblings(one: frozenset[str], two: frozenset[str]) -> float:
    """Return how many of the other values in the two sentences both have, as a share."""
    if one.isdisjoint(two):
        return 0.0
    return len(one & two) / min(len(one), len(two))


def _only(a: Node, b: Node, context: PairContext) -> Evidence:
    """Return how few claims share the unit or the measure: the only magazines in two articles."""
    told: Evidence = ()
    if a.unit and a.unit == b.unit:
        told = ((_UNIT_FEW, _few(context.units.get(a.unit, 2))),)
    if a.measure and a.measure == b.measure and a.block == b.block:
        count = context.measures.get((a.measure, a.block), 2)
        told = (*told, (_MEASURE_FEW, _few(count)))
    return told


def _few(count: int) -> float:
    """Return 1 for a pair that is alone, less the more there are."""
    return 2.0 / max(count, 2)
