"""Reads the values of settings from TOML; each reader raises ValueError with what is wrong."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from difflib import get_close_matches
from types import MappingProxyType
from typing import Any

from claimcheck.model import Record

FAIL_ON = ("error", "warning", "info", "never")
SEVERITIES = ("error", "warning", "info", "off")


class Tolerance(Record, frozen=True, kw_only=True):
    """How far two values may be apart and still agree: absolute, or a share of the value."""

    amount: Decimal
    relative: bool = False


class Distinct(Record, frozen=True, kw_only=True):
    """Two names or measures that look alike and are known to be different."""

    a: str
    b: str
    reason: str = ""


class Ignore(Record, frozen=True, kw_only=True):
    """A fact or finding that is not to be reported, with the reason and the last day."""

    id: str
    reason: str
    until: date | None = None


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise ValueError(f"must be text in quotation marks, not {value!r}")
    return value


def _choice(value: Any, allowed: tuple[str, ...]) -> str:
    if value not in allowed:
        close = get_close_matches(str(value), allowed, n=1)
        hint = f"; did you mean {close[0]!r}?" if close else ""
        raise ValueError(f"{value!r} is not one of {', '.join(allowed)}{hint}")
    return str(value)


def _language(value: Any) -> str:
    from claimcheck.language import codes, known

    code = known(_text(value))
    if not code:
        raise ValueError(f"{value!r} is not one of {', '.join(codes())}")
    return code


def _table(value: Any) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise ValueError("must be a table")
    return value


def _texts(value: Any) -> tuple[str, ...]:
    items = [value] if isinstance(value, str) else value
    if not isinstance(items, list) or not all(isinstance(item, str) and item for item in items):
        raise ValueError(f"must be a list of texts, not {value!r}")
    return tuple(items)


def _words(value: Any) -> dict[str, tuple[str, ...]]:
    return {name: _texts(words) for name, words in _table(value).items()}


def _units(value: Any) -> tuple[str, ...]:
    definitions = _texts(value)
    for definition in definitions:
        name, equals, meaning = definition.partition("=")
        if not (name.strip().isidentifier() and equals and meaning.strip()):
            raise ValueError(f"{definition!r} is not `name = definition`")
    return definitions


def _tolerance(value: Any) -> Tolerance:
    written = str(value).strip()
    relative = written.endswith("%")
    try:
        amount = Decimal(written.removesuffix("%").strip())
    except InvalidOperation:
        raise ValueError(f"{value!r} is neither a number nor a percentage") from None
    if isinstance(value, bool) or not amount.is_finite() or amount < 0:
        raise ValueError(f"{value!r} is not a positive number or percentage")
    return Tolerance(amount=amount / 100 if relative else amount, relative=relative)


def _number(value: Any, lowest: int, highest: int) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not lowest <= value <= highest:
        raise ValueError(f"{value!r} is not a whole number from {lowest} to {highest}")
    return value


def _rows(value: Any, keys: Mapping[str, bool]) -> list[dict[str, Any]]:
    """Check a list of tables: only known `keys`, and those that are needed."""
    if not isinstance(value, list) or not all(isinstance(row, dict) for row in value):
        raise ValueError("must be tables in double brackets")
    for row in value:
        unknown = sorted(set(row) - set(keys))
        missing = [key for key, needed in keys.items() if needed and not row.get(key)]
        if unknown:
            raise ValueError(f"unknown key {unknown[0]!r}; known are {', '.join(keys)}")
        if missing:
            raise ValueError(f"{missing[0]!r} is missing")
    return value


def _distinct(value: Any) -> tuple[Distinct, ...]:
    rows = _rows(value, {"a": True, "b": True, "reason": False})
    return tuple(Distinct(**{key: _text(text) for key, text in row.items()}) for row in rows)


def _ignore(value: Any) -> tuple[Ignore, ...]:
    rows = _rows(value, {"id": True, "reason": True, "until": False})
    return tuple(
        Ignore(id=_text(row["id"]), reason=_text(row["reason"]), until=_day(row.get("until")))
        for row in rows
    )


def _day(value: Any) -> date | None:
    if value is None or type(value) is date:
        return value
    try:
        return date.fromisoformat(str(value)[:10])
    except ValueError:
        raise ValueError(f"{value!r} is not an ISO date") from None


READERS: Mapping[str, Callable[[Any], Any]] = MappingProxyType(
    {
        "fail_on": lambda value: _choice(value, FAIL_ON),
        "language": _language,
        "severity": lambda value: {
            rule: _choice(level, SEVERITIES) for rule, level in _table(value).items()
        },
        "aliases": _words,
        "synonyms": _words,
        "measures": _words,
        "units": _units,
        "tolerances": lambda value: {
            name: _tolerance(written) for name, written in _table(value).items()
        },
        "ranks": lambda value: {
            source: _number(rank, 1, 99) for source, rank in _table(value).items()
        },
        "fiscal_years": lambda value: {
            company: _number(month, 1, 12) for company, month in _table(value).items()
        },
        "distinct": _distinct,
        "ignore": _ignore,
    }
)
"""How the value of each setting is read."""

ALLOWED: Mapping[str, str] = MappingProxyType(
    {
        "fail_on": 'fail_on = "warning"',
        "language": 'language = "de"',
        "severity": 'severity = { CC301 = "off" }',
        "aliases": 'aliases = { "Acme AG" = ["Acme", "the toolmaker"] }',
        "synonyms": 'synonyms = { person = ["Fahrgäste", "passengers"] }',
        "measures": 'measures = { occupancy = ["Auslastung", "occupancy"] }',
        "units": 'units = ["football_pitch = 7140 * meter ** 2"]',
        "tolerances": 'tolerances = { percent = "0.1", revenue = "1 %" }',
        "ranks": 'ranks = { "statistics office" = 1 }',
        "fiscal_years": 'fiscal_years = { "Acme AG" = 7 }',
        "distinct": '[[distinct]] with a = "Acme AG", b = "Acme Bank"',
        "ignore": '[[ignore]] with id = "f-7c41c2", reason = "checked by phone"',
    }
)
"""An example of each setting."""
