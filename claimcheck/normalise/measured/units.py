"""Units of measure: names, factors, conversion, and units that a user adds."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from decimal import Decimal
from functools import cache
from typing import Any, NamedTuple

from claimcheck.lexicon import table
from claimcheck.model import Kind

FEET = ("'", "′", "’")
INCHES = ('"', "″", "”")


class Unit(NamedTuple):
    """A unit: its dimension, and how many base units of it one is (plus an offset)."""

    name: str
    dimension: str
    factor: Decimal
    offset: Decimal
    kind: Kind
    symbols: tuple[str, ...]
    pint: str
    whole: str = ""
    times: Decimal = Decimal(1)


class Own(NamedTuple):
    """What a user adds: units in pint's syntax, and words for counted things with their key."""

    units: tuple[str, ...] = ()
    counts: tuple[tuple[str, str], ...] = ()


_NOTHING = Own()
_own: ContextVar[Own] = ContextVar("own", default=_NOTHING)


@cache
def shipped() -> dict[str, Unit]:
    """Return all units of the data by name, prefixed ones included."""
    data = table("units")
    prefixes = data["prefixes"]
    units: dict[str, Unit] = {}
    for name, row in data["units"].items():
        factor = Decimal(row["factor"])
        symbols = tuple(row.get("symbols", ()))
        pint = row.get("pint", name)
        units[name] = Unit(
            name, row["dimension"], factor, Decimal(row.get("offset", "0")),
            row.get("kind", "measure"), symbols, pint,
            row.get("whole", ""), Decimal(row.get("times", "1")),
        )  # fmt: skip
        stems = (*symbols, *row.get("stems", ()))
        for prefix in row.get("prefixes", ()):
            sign = prefixes[prefix]
            units[prefix + name] = Unit(
                prefix + name, row["dimension"], factor * Decimal(sign["factor"]), Decimal(0),
                row.get("kind", "measure"), _prefixed(sign["symbol"], stems),
                prefix + pint if pint else "",
            )  # fmt: skip
    return units


def _prefixed(prefix: str, symbols: tuple[str, ...]) -> tuple[str, ...]:
    """Return symbols behind the sign of a prefix, the micro sign as a Greek letter too."""
    signs = (prefix, "μ") if prefix == "µ" else (prefix,)
    return tuple(sign + symbol for sign in signs for symbol in symbols)


def find(name: str) -> Unit | None:
    """Return a unit by its name, or None."""
    for definition in _own.get().units:
        unit = define(definition)
        if unit.name == name:
            return unit
    return shipped().get(name)


def own() -> Own:
    """Return what is added within `using`."""
    return _own.get()


@contextmanager
def using(units: tuple[str, ...] = (), counts: tuple[tuple[str, str], ...] = ()) -> Iterator[None]:
    """Read units and counted things of a user's own as well, inside the `with` block.

    Raises ValueError when pint cannot read a definition.
    """
    for definition in units:
        define(definition)
    token = _own.set(Own(tuple(units), tuple(counts)))
    try:
        yield
    finally:
        _own.reset(token)


def added() -> dict[str, str]:
    """Return the words of the units that a user added, with the unit each means."""
    names = {}
    for unit in map(define, _own.get().units):
        names.update(dict.fromkeys((unit.name.replace("_", " "), *unit.symbols), unit.name))
    return names


def dimension(name: str) -> str | None:
    """Return what a unit measures ("length"), or None for an unknown one."""
    unit = find(name)
    return unit.dimension if unit else None


def convert(value: Decimal, source: str, target: str) -> Decimal | None:
    """Return a value in another unit, or None where the two measure different things."""
    one, other = find(source), find(target)
    if one is None or other is None or one.dimension != other.dimension:
        return None
    if one.name == other.name:
        return value
    return (value * one.factor + one.offset - other.offset) / other.factor


@cache
def define(definition: str) -> Unit:
    """Return a unit in pint's syntax, e.g. `"smoot = 1.7018 * meter = _ = smoots"`.

    Within `using` its name and aliases are read in every language. Raises ValueError when
    pint cannot read the definition.
    """
    import pint

    registry: pint.UnitRegistry[Any] = pint.UnitRegistry(non_int_type=Decimal)
    try:
        registry.define(definition)
        words = [part.strip() for part in definition.split("=")]
        name = words[0]
        quantity = registry.Quantity(Decimal(1), name).to_base_units()
        signature = str(quantity.dimensionality)
    except Exception as error:
        raise ValueError(f"not a unit definition: {definition!r} ({error})") from error
    home = next((u for u in shipped().values() if _same(registry, u, signature)), None)
    factor = Decimal(str(quantity.magnitude))
    if home is not None:
        factor /= Decimal(str(registry.parse_expression(home.pint).to_base_units().magnitude))
        factor *= home.factor
    symbols = tuple(word for word in words[2:] if word and word != "_")
    return Unit(
        name, home.dimension if home else signature, factor, Decimal(0),
        home.kind if home else "measure", symbols, name,
    )  # fmt: skip


def _same(registry: Any, unit: Unit, signature: str) -> bool:
    """Tell whether a shipped unit without offset has this dimension in pint."""
    if not unit.pint or unit.offset or unit.dimension in {"percent", "angle", "pixel"}:
        return False
    dimensionality = registry.parse_expression(unit.pint).dimensionality
    return str(dimensionality) == signature
