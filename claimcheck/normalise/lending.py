"""Lends the unit of one number to another: "bis zu 30, teils 40 Zentimeter"."""

from __future__ import annotations

from decimal import Decimal

from claimcheck.normalise.degrees import DEGREES
from claimcheck.normalise.draft import Draft
from claimcheck.normalise.language import Language
from claimcheck.normalise.tokens import Tokens

AGE = "age"
CLAUSE = 6
"""Tokens from the comma to a number that may share the unit ("bis 40, in Staulagen bis 60 cm")."""
NOUN = 2
"""Tokens of what is measured before that comma ("20 Zentimeter Neuschnee, …")."""
ENDS = frozenset(".;!?)")
FAR = 10
"""How many times one of two such numbers may be as large as the other."""


def take(bare: Draft, full: Draft, *, scale: bool) -> None:
    """Give a bare number the kind and unit of another, and its scale as well."""
    bare.kind, bare.unit, bare.bare = full.kind, full.unit, full.bare
    bare.times, bare.per = full.times, full.per
    bare.noun = full.noun
    bare.label = full.label if full.label == AGE else bare.label
    number, other = bare.number, full.upper or full.number
    if scale and number.scale == 1 and other.scale > 1 and number.value < 1000:
        ratio = number.value / other.value if other.value else Decimal(0)
        if Decimal("0.02") < ratio < Decimal(50):
            number.scale = other.scale
    bare.inferred.append("unit")


def over_comma(first: Draft, second: Draft, tokens: Tokens, language: Language) -> None:
    """Let one of two measures in clauses side by side take the unit that only the other has.

    "Bis zu 30, teils 40 Zentimeter"; "11 bis 7, im Bergland auf 4 Grad"; "bis 90 km/h, auf dem
    Brocken bis 120".
    """
    between = tokens.words[first.stop : second.first]
    comma = between.index(",") if "," in between[: NOUN + 1] else NOUN + 1
    clause = between[comma + 1 :]
    told = 0 < len(clause) <= CLAUSE and clause[0].islower() and all(map(str.isalpha, clause))
    if not told or tokens.barrier(second.first) or not _alike(first, second):
        return
    if _is_bare(first) and second.kind == "measure" and comma == 0:
        there = " ".join(clause) in language.words["there"]
        led = tokens.words[first.first - 1] == clause[-1] or _is_bounded(first)
        if there or (led and second.unit in DEGREES):
            take(first, second, scale=False)
    elif _is_bare(second) and first.kind == "measure" and _is_bounded(first):
        ends = tokens.barrier(second.stop) or tokens.words[second.stop] in ENDS
        if second.hedge and ends:
            take(second, first, scale=False)


def _is_bare(draft: Draft) -> bool:
    number = draft.number
    return draft.kind == "number" and draft.unit is None and number.digits and number.scale == 1


def _is_bounded(draft: Draft) -> bool:
    return draft.upper is not None or draft.hedge is not None


def _alike(first: Draft, second: Draft) -> bool:
    """Tell whether two numbers are of one size, but for degrees, which may be near zero."""
    if first.unit in DEGREES or second.unit in DEGREES:
        return True
    low, high = sorted((first.number.total, second.number.total))
    return 0 < high <= low * FAR
