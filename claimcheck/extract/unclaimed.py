"""Numbers that claim nothing: sizes that name a model, what a rate is counted on, parts of names.

A measure that stands before its noun with a hyphen, again and again with the same value, tells
the models of a product apart: "the 15-inch version", "der 65-Zöller". In "260 Fälle pro 100.000
Einwohner" nothing is said of 100,000 people, and "15.000 Nvidia H100 GPUs" holds a name.
Here `text` is what the spans of the quantities point into.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from claimcheck.lexicon import table
from claimcheck.model import Quantity, TextSpan

PART_OF_NAME = "part of a name"
_SIZE = "a size that names a model or class"
_BASE = "what a rate is counted on"
_NAME = re.compile(r"\b[^\W\d_]+-?\d+\w*(?:-[^\W_]+)*")
_NO_SIZES = frozenset({
    "magnitude", "mile", "kilometre", "mile_per_hour", "kilometre_per_hour", "hectare",
    "acre",
})  # fmt: skip
"""Units of what happens and of land, which name no models: "a 6.4-magnitude quake"."""
_OFTEN = 2
_LEAST_BASE = 100
_REACH = 12


def unclaimed(text: str, quantities: Sequence[Quantity], language: str) -> Mapping[int, str]:
    """Return why quantities of a document are no claims, by where those start."""
    reasons = dict.fromkeys(_naming_sizes(text, quantities), _SIZE)
    return reasons | dict.fromkeys(_denominators(text, quantities, language), _BASE)


def names_inside(text: str, quantity: Quantity) -> Iterator[TextSpan]:
    """Yield where a count's noun holds a name with digits, which are no figures."""
    if quantity.kind != "count" or quantity.number is None:
        return
    for match in _NAME.finditer(text, quantity.number.end, quantity.span.end):
        yield TextSpan(match.start(), match.end())


def _naming_sizes(text: str, quantities: Sequence[Quantity]) -> Iterator[int]:
    """Yield where quantities start that only name a size."""
    joined: set[str] = set()
    stated: Counter[str] = Counter()
    for quantity in quantities:
        if _is_size(text, quantity):
            stated[_size(quantity)] += 1
            if quantity.kind == "measure" and _joined(text, quantity):
                joined.add(_size(quantity))
    for size in joined:
        stated[size] += stated[size.split()[0]]  # a 15-inch screen, and one of 15"
    names = {size for size in joined if stated[size] >= _OFTEN}
    names |= {size.split()[0] for size in names}
    for quantity in quantities:
        if _size(quantity) in names and _is_size(text, quantity):
            yield quantity.span.start


def _size(quantity: Quantity) -> str:
    """Return the number and the unit, if it has one: four inches are no four gigabytes."""
    return f"{quantity.value} {quantity.unit or ''}".strip()


def _joined(text: str, quantity: Quantity) -> bool:
    """Return whether number and unit are written as one word with a hyphen."""
    number = quantity.number
    end = number.end if number is not None else quantity.span.start
    return text[end : end + 1] == "-"


def _is_size(text: str, quantity: Quantity) -> bool:
    if quantity.kind == "measure":
        return quantity.unit not in _NO_SIZES
    return quantity.kind == "number" and text[quantity.span.end : quantity.span.end + 1] in '-"”″'


def _denominators(text: str, quantities: Sequence[Quantity], language: str) -> Iterator[int]:
    """Yield where powers of ten start that stand behind "pro", "je" or "per"."""
    words = frozenset(table(f"{language}/units")["per_words"])
    for quantity in quantities:
        if (
            quantity.kind in ("count", "number")
            and _is_power_of_ten(quantity.value)
            and _word_before(text, quantity.span.start) in words
        ):
            yield quantity.span.start


def _is_power_of_ten(value: Decimal | str | None) -> bool:
    return isinstance(value, Decimal) and value >= _LEAST_BASE and str(int(value)).strip("0") == "1"


def _word_before(text: str, start: int) -> str:
    words = text[max(start - _REACH, 0) : start].split()
    return words[-1].lower() if words else ""
