"""Reads numbers written in digits, in the style of a language or of the document."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

SPACES = "'’\u2009\u202f\xa0"
ONE = Decimal(1)
LONGEST = 40
"""Characters of the longest run of digits that is read as a number."""
OTHER = {".": ",", ",": "."}


class Literal(NamedTuple):
    """A number in digits: its value, the worth of its last digit, and how sure its style is."""

    value: Decimal
    last: Decimal
    inferred: str = ""


class Style(NamedTuple):
    """The decimal sign to assume where both readings are possible, and whether that is inferred."""

    decimal: str
    inferred: bool = False


def _kind(token: str) -> str:
    """Return the sign that is surely decimal in `token`, "" for none, "?" where both can be."""
    commas, points = token.count(","), token.count(".")
    if commas and points:
        return "," if token.rfind(",") > token.rfind(".") else "."
    sign = "," if commas else "." if points else ""
    if not sign:
        return ""
    groups = token.split(sign)
    if sign == "," and len(groups) > 2 and _in_lakhs(groups):
        return "."
    grouped = (
        all(len(g) == 3 for g in groups[1:])
        and 1 <= len(groups[0]) <= 3
        and not groups[0].startswith("0")
    )
    if len(groups) > 2:
        return OTHER[sign] if grouped else "!"
    return "?" if grouped else sign


def _in_lakhs(groups: list[str]) -> bool:
    """Tell whether digits are grouped as in India: twos before the last three ("2,50,000")."""
    first, *middle, last = groups
    twos = all(len(group) == 2 for group in middle)
    return twos and len(last) == 3 and 1 <= len(first) <= 2 and first[0] != "0"


def _clock(token: str) -> bool:
    """Tell whether digits around a point may be a time of day or a date ("6.25", "24.12")."""
    whole, _, places = token.partition(".")
    return len(places) == 2 and len(whole) <= 2 and int(whole) < 32 and places < "60"


def evidence(tokens: Iterable[str], home: str) -> Style:
    """Return the style that a document shows in its unambiguous numbers.

    Groups of three after one sign ("64.500") are hardly ever decimals: against a few versions
    and engines ("1.2") they speak for the style of the language.
    """
    home_count = other_count = grouped = 0
    for token in tokens:
        if len(token) < 3 or not ("." in token or "," in token):
            continue
        kind = _kind(token)
        if kind == "." != home and _clock(token):
            continue
        if kind == home:
            home_count += 1
        elif kind == OTHER[home]:
            other_count += 1
        elif kind == "?" and home not in token:
            grouped += 1
    if other_count > home_count + grouped:
        return Style(OTHER[home], inferred=True)
    return Style(home)


@lru_cache(maxsize=20000)
def literal(token: str, style: Style) -> Literal | None:
    """Read a digit token ("1.234,5") or return None where it is no number ("1.2.3")."""
    if len(token) > LONGEST:
        return None
    if token.isdecimal():
        return Literal(Decimal(token), ONE)
    bare = token
    for space in SPACES:
        if space in bare:
            bare = bare.replace(space, "")
    kind = _kind(bare)
    inferred = ""
    if kind == "!":
        return None
    if kind == "?":
        kind = style.decimal
        rounded = kind in bare and bare.endswith("000")
        if style.inferred and rounded:
            kind = OTHER[kind]  # "27.000" has no decimals, whatever the rest of the text shows
        elif kind == "," and rounded:
            kind, inferred = OTHER[kind], "decimal sign"  # "300,000" in a German text
        elif style.inferred:
            inferred = "decimal sign"
    whole, _, places = bare.rpartition(kind) if kind and kind in bare else (bare, "", "")
    whole = whole.replace(OTHER.get(kind, ","), "")
    if kind and not _grouped(bare, kind):
        return None
    if not kind:
        whole = whole.replace(",", "").replace(".", "")
    if not whole.isdigit():
        return None
    last = ONE.scaleb(-len(places)) if places else ONE
    return Literal(Decimal(f"{whole}.{places}" if places else whole), last, inferred)


def _grouped(token: str, decimal: str) -> bool:
    """Tell whether the digits before the decimal sign are grouped in threes, or not at all."""
    whole = token.rpartition(decimal)[0] if decimal in token else token
    groups = whole.split(OTHER[decimal])
    if len(groups) == 1 or all(len(group) == 3 for group in groups[1:]):
        return True
    return decimal == "." and _in_lakhs(groups)
