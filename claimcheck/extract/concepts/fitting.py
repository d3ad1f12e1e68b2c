"""Which quantities can be figures of a concept, by their kind, unit and size."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

from claimcheck.extract.concepts.concept import DATED, Concept
from claimcheck.lexicon import table
from claimcheck.model import Quantity

_UNITS = 1 << 12
_SUM = 1_000_000
_RELATIVE = frozenset({"percent", "percentage_point", "ratio"})


def fits(concept: Concept, quantity: Quantity) -> bool:
    """Return whether a quantity of this kind and unit can be a figure of the concept.

    Percentages fit all concepts but dates, as changes and shares; a concept that
    says nothing of its units fits all.
    """
    units = concept.units
    if not units:
        return True
    kind = quantity.kind
    if concept.most and is_sum(quantity) and not is_below(quantity, concept.most):
        return False
    if kind in _RELATIVE:
        return not units <= DATED
    if kind == "count":
        if quantity.unit == "point" and "points" in units:
            return True
        return not units.isdisjoint(("count", "person", "number"))
    if kind == "number":
        sum_of_money = "money" in units and is_sum(quantity)
        return sum_of_money or not units.isdisjoint(("number", "count", "person", "rank"))
    if kind == "ordinal":
        return not units.isdisjoint(("rank", "count", "ordinal"))
    if kind == "date":
        return not units.isdisjoint(DATED)
    if kind == "measure":
        return dimension(quantity.unit or "") in units
    return kind in units


def is_sum(quantity: Quantity) -> bool:
    """Return whether a quantity is money, or as large a number as sums are.

    "Hilfen von 500 Millionen".
    """
    if quantity.kind != "number":
        return quantity.kind == "money"
    return isinstance(quantity.value, Decimal) and abs(quantity.value) >= _SUM


def is_below(quantity: Quantity, bound: int) -> bool:
    """Return whether a quantity that has one value is less than a bound."""
    value = quantity.value
    return not isinstance(value, Decimal) or value < bound


@lru_cache(maxsize=_UNITS)
def dimension(unit: str) -> str:
    """Return the dimension of a unit, with or without prefix; "" for an unknown one."""
    data = table("units")
    units = data["units"]
    known = units.get(unit)
    if known is None:
        for prefix in data["prefixes"]:
            known = known or units.get(unit.removeprefix(prefix))
    return str(known["dimension"]) if known else ""
