"""The first names that men and women have, and what those of a country are called."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from claimcheck.lexicon import table

LETTERS = ("m", "f")


@cache
def first_names() -> Mapping[str, str]:
    """Return the known first names in lower case, by whether men ("m") or women have them."""
    data = table("first_names")
    return {name: letter for letter in LETTERS for name in data[letter]}


def compatriots(language: str, endings: Mapping[str, str]) -> frozenset[str]:
    """Return what somebody of a known country is called: "Swede", "Schwede", "Engländerin".

    `endings` are what may stand in a word for its ending.
    """
    rows = table("demonyms").values()
    words = {word for row in rows for word in row.get(f"{language}_people", ())}
    for old, new in endings.items():
        words |= {word.removesuffix(old) + new for word in words if word.endswith(old)}
    return frozenset(words)


def is_full_name(first: str, last: str) -> bool:
    """Tell whether two words are a person's full name: "Hector Lujan"."""
    if not (first[:1].isupper() and last[:1].isupper() and last.isalpha() and last[-2:].islower()):
        return False
    return first.lower() in first_names()


def is_called(word: str) -> bool:
    """Tell whether a word is a first name: "die achtjährige LISA"."""
    return word[:1].isupper() and word.lower() in first_names()
