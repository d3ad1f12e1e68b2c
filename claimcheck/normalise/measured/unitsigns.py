"""Reads units that are written as products and powers: "m s⁻²", "N·m", "W/(m²K)", "kg m-3"."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache
from typing import NamedTuple

from claimcheck.normalise.measured import units
from claimcheck.normalise.tokens import Tokens

DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻−", "0123456789--")
POWERS = {1: "", 2: "square_", 3: "cubic_"}
JOINERS = frozenset("·⋅∙*/^⁻")
"""Tokens behind a symbol that may go on with it."""
MINUS = ("-", "−", "⁻")
_FACTOR = re.compile(r"([a-zA-ZµμΩÅ]++)(\^?[-−]?\d(?!\d|[.,]\d)|⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹])?")
_JOIN = re.compile(r" ?[·⋅∙*] ?|/(?!/)| ?")
Powers = dict[str, int]


class Signs(NamedTuple):
    """A unit in signs: the token where it ends, the unit, and what it is per."""

    stop: int
    unit: str
    per: str | None


class _Product(NamedTuple):
    end: int
    powers: Powers
    marked: bool
    """Whether it is more than one symbol, or two with a slash between them."""


def read(tokens: Tokens, at: int) -> Signs | None:
    """Return the unit that begins at a token, if more than a slash joins or raises its signs."""
    if tokens.words[at + 1] not in JOINERS and not _raised_behind(tokens, at):
        return None
    found = _product(tokens.text, tokens.starts[at], 1)
    stop = bisect_left(tokens.starts, found.end, lo=at, hi=tokens.size)
    if not found.marked or tokens.end(stop - 1) != found.end:
        return None
    known = _compounds().get(_signature(found.powers))
    if known:
        return Signs(stop, known, None)
    above = _name({unit: power for unit, power in found.powers.items() if power > 0})
    below = _name({unit: -power for unit, power in found.powers.items() if power < 0})
    return Signs(stop, above, below or None) if above else None


def _raised_behind(tokens: Tokens, at: int) -> bool:
    """Tell whether a second symbol with a power follows: "kg m-3", "N m^2"."""
    words = tokens.words
    if words[at + 1] not in _symbols() or not tokens.glued(at + 2):
        return False
    return words[at + 2] in MINUS or words[at + 2] == "^"


def _product(text: str, start: int, sign: int, *, inside: bool = False) -> _Product:
    """Read factors from an offset on, up to what is no symbol of a unit."""
    powers: Powers = {}
    at = end = start
    marked, joint = False, "/"
    while (match := _FACTOR.match(text, at)) and (unit := _symbols().get(match[1])):
        power = int((match[2] or "1").lstrip("^").translate(DIGITS))
        written = power < 0 or (match[2] or "").startswith("^")
        if joint == " " and not (written or inside):
            break
        powers[unit] = powers.get(unit, 0) + sign * power
        marked = marked or power < 0 or joint != "/"
        end = match.end()
        join = _JOIN.match(text, end)
        assert join is not None
        joint, at = join[0].strip() or join[0], join.end()
        if not joint and not match[2]:
            break
        sign = -1 if joint == "/" else sign
        if joint == "/" and text[at : at + 1] == "(":
            inner = _product(text, at + 1, -1, inside=True)
            if inner.end > at + 1 and text[inner.end : inner.end + 1] == ")":
                merged = powers | {u: powers.get(u, 0) + p for u, p in inner.powers.items()}
                return _Product(inner.end + 1, merged, True)
            break
    return _Product(end, powers, marked)


def _name(powers: Powers) -> str:
    """Return the name of a product: "square_metre_kelvin"."""
    return "_".join(
        POWERS[power] + unit if power in POWERS else f"{unit}^{power}"
        for unit, power in powers.items()
    )


def _signature(powers: Powers) -> frozenset[tuple[str, int]]:
    return frozenset((unit, power) for unit, power in powers.items() if power)


@cache
def _symbols() -> dict[str, str]:
    """Return the units of all symbols made of letters."""
    return {
        symbol: unit.name
        for unit in units.shipped().values()
        for symbol in unit.symbols
        if symbol.isalpha() and not symbol[-1].isdigit()
    }


@cache
def _compounds() -> dict[frozenset[tuple[str, int]], str]:
    """Return the shipped units that are products, by what they are products of."""
    names = {unit.pint: unit.name for unit in units.shipped().values() if unit.pint}
    found = {}
    for unit in units.shipped().values():
        above, _, below = unit.pint.partition(" / ")
        powers: Powers = {}
        for part, sign in ((above, 1), (below, -1)):
            for factor in part.split(" * ") if part else ():
                name, _, power = factor.partition(" ** ")
                powers[names.get(name, name)] = sign * int(power or 1)
        if len(powers) > 1 or set(powers.values()) - {1}:
            found[_signature(powers)] = unit.name
    return found
