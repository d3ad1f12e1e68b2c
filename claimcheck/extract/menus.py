"""Prices between brackets that leave out their currency: "Spargel mit Schinken (25,50)".

A menu writes all its prices so, and the article on it some with their currency.
"""

from __future__ import annotations

import re
from decimal import Decimal

from msgspec.structs import replace

from claimcheck.model import Quantity

PRICED = "price"
"""The label of such a number."""
_PRICE = re.compile(r"\d{1,3}[.,]\d\d")
_OPENS = re.compile(r"\((?:[^()\d]{0,30} )?$")
_CLOSES = re.compile(r"\)|[,;] |/| [^()\d]{1,20}\)")
"""What stands around a price: "(hot or cold 19.90 for two)"."""
_FEWEST = 2
"""A single number between brackets is another thing's as often."""
_BEFORE = 40
_MOST = 500
"""Nothing on a menu costs so much."""


def with_menu_prices(text: str, quantities: list[Quantity]) -> list[Quantity]:
    """Return the quantities, bare prices between brackets in the only currency of the article."""
    sums = [quantity for quantity in quantities if quantity.kind == "money"]
    currency = sums[0].unit if len({quantity.unit for quantity in sums}) == 1 else None
    if currency is None or not any(_is_price(quantity) for quantity in sums):
        return quantities
    bare = {quantity.span for quantity in quantities if _is_bracketed(text, quantity)}
    if len(bare) < _FEWEST:
        return quantities
    return [
        replace(quantity, kind="money", unit=currency, label=PRICED, inferred=("unit",))
        if quantity.span in bare
        else quantity
        for quantity in quantities
    ]


def _is_price(quantity: Quantity) -> bool:
    value = quantity.value
    small = isinstance(value, Decimal) and 0 < value < _MOST
    return small and _PRICE.fullmatch(quantity.written) is not None


def _is_bracketed(text: str, quantity: Quantity) -> bool:
    if quantity.kind != "number" or quantity.unit is not None or not _is_price(quantity):
        return False
    first, last = quantity.span.start, quantity.span.end
    opens = _OPENS.search(text, max(first - _BEFORE, 0), first)
    return opens is not None and _CLOSES.match(text, last) is not None
