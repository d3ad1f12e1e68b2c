"""Sizes that only name a model or a class: "the 15-inch version", "der 65-Zöller".

A measure that stands before its noun with a hyphen, again and again with the same value,
tells the models of a product apart. It is part of a name, and no claim.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from claimcheck.model import Quantity

REASON = "a size that names a model or class"
_OFTEN = 2


def naming_sizes(text: str, quantities: Sequence[Quantity]) -> frozenset[int]:
    """Return the starts of the quantities of a document that only name a size.

    `text` is what the spans of the quantities point into.
    """
    joined: set[str] = set()
    stated: Counter[str] = Counter()
    for quantity in quantities:
        if _same_kind(text, quantity):
            stated[str(quantity.value)] += 1
            if quantity.kind == "measure" and _joined(text, quantity):
                joined.add(str(quantity.value))
    names = {value for value in joined if stated[value] >= _OFTEN}
    return frozenset(
        quantity.span.start
        for quantity in quantities
        if str(quantity.value) in names and _same_kind(text, quantity)
    )


def _joined(text: str, quantity: Quantity) -> bool:
    """Return whether number and unit are written as one word with a hyphen."""
    number = quantity.number
    end = number.end if number is not None else quantity.span.start
    return text[end : end + 1] == "-"


def _same_kind(text: str, quantity: Quantity) -> bool:
    if quantity.kind == "measure":
        return True
    return quantity.kind == "number" and text[quantity.span.end : quantity.span.end + 1] in '-"”″'
