"""The short names of units for people: "km" for `kilometre`, "people" for `person`."""

from __future__ import annotations

from functools import cache

from claimcheck.lexicon import table

_ENDINGS = (("y", "ies"), ("ss", "sses"), ("ch", "ches"), ("sh", "shes"), ("x", "xes"))
_VOWELS = "aeiou"


def unit_words(unit: str, *, one: bool = False) -> str:
    """Return a unit by symbol if it has one, else by its name, plural unless `one`.

    Names that are no known English ones, such as a German noun, stay as they are.
    """
    symbol = _symbols().get(unit)
    if symbol or one or unit not in _names():
        return symbol or unit.replace("_", " ")
    head, by, rate = unit.partition("_per_")
    return (_plural(head) + by + rate).replace("_", " ")


@cache
def _symbols() -> dict[str, str]:
    data = table("units")
    prefixes = data["prefixes"]
    found = {}
    for name, unit in data["units"].items():
        if unit.get("kind") == "duration" or not unit.get("symbols"):
            continue
        symbol = unit["symbols"][0]
        found[name] = symbol
        for prefix in unit.get("prefixes", ()):
            found[prefix + name] = prefixes[prefix]["symbol"] + symbol
    return found


@cache
def _names() -> frozenset[str]:
    return frozenset(table("units")["units"]) | frozenset(table("en/counts")["keys"])


@cache
def _irregular() -> dict[str, str]:
    found: dict[str, str] = {}
    for plural, singular in table("en/counts")["irregular"].items():
        if plural[0] == singular[0]:
            found.setdefault(singular, plural)
    return found


def _plural(word: str) -> str:
    if word in _irregular():
        return _irregular()[word]
    if word in table("en/counts")["uninflected"]:
        return word
    for ending, plural in _ENDINGS:
        if word.endswith(ending) and not (ending == "y" and word[-2:-1] in _VOWELS):
            return word.removesuffix(ending) + plural
    return word + "s"
