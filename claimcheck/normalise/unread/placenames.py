"""Names of places in one word, which are no people and follow postcodes."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from claimcheck.lexicon import table

KINDS = ("city", "region", "country")


@cache
def place_names() -> frozenset[str]:
    """Return the names of known countries, regions and cities that are one word."""
    named = (entry for entry in table("names").values() if entry["kind"] in KINDS)
    rows = [*table("territories").values(), *named]
    return frozenset(name for row in rows for name in _names(row.values()) if " " not in name)


def _names(values: Iterable[object]) -> Iterable[str]:
    for value in values:
        if isinstance(value, list):
            yield from map(str, value)
