"""The short names of units for people: "km" for `kilometre`, "people" for `person`."""

from __future__ import annotations

from functools import cache

from claimcheck.lexicon import table as lexicon
from claimcheck.report.labels import table

_ENDINGS = (("y", "ies"), ("ss", "sses"), ("ch", "ches"), ("sh", "shes"), ("x", "xes"))
_VOWELS = "aeiou"


def unit_words(unit: str, *, one: bool = False) -> str:
    """Return a unit by symbol if it has one, else by its name, plural unless `one`.

    The language of the report may have its own words. Names that are no known English ones,
    such as a German noun, stay as they are.
    """
    forms = table("units").get(unit)
    if forms:
        return str(forms[0 if one else 1])
    symbol = _symbols().get(unit)
    if symbol or one or unit not in _names():
        return symbol or unit.replace("_", " ")
    head, by, rate = unit.partition("_per_")
    return (_plural(head) + by + rate).replace("_", " ")


def is_known(unit: str) -> bool:
    """Return whether a unit has a name of its own, and is no noun of an article."""
    return unit in _names() or unit in _symbols()


@cache
def _symbols() -> dict[str, str]:
    data = lexicon("units")
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
    return frozenset(lexicon("units")["units"]) | frozenset(lexicon("en/counts")["keys"])


@cache
def _irregular() -> dict[str, str]:
    found: dict[str, str] = {}
    for plural, singular in lexicon("en/counts")["irregular"].items():
        if plural[0] == singular[0]:
            found.setdefault(singular, plural)
    return found


def _plural(word: str) -> str:
    if word in _irregular():
        return _irregular()[word]
    if word in lexicon("en/counts")["uninflected"]:
        return word
    for ending, plural in _ENDINGS:
        if word.endswith(ending) and not (ending == "y" and word[-2:-1] in _VOWELS):
            return word.removesuffix(ending) + plural
    return word + "s"
