"""Reads the values of settings from TOML; each reader raises ValueError with what is wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from types import MappingProxyType
from typing import Any, TypeVar

import msgspec

from claimcheck.model import Record

FAIL_ON = ("error", "warning", "info", "never")
SEVERITIES = ("error", "warning", "info", "off")
UNUSED = ("note", "error", "off")
Item = TypeVar("Item")


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
    """A fact, finding or rule that is not to be reported, with the reason and the last day."""

    id: str
    reason: str = ""
    until: date | None = None


class PathRules(Record, frozen=True, kw_only=True):
    """What holds for findings in files whose path matches `pattern`, seen from `folder`."""

    pattern: str
    folder: str = ""
    select: tuple[str, ...] = ()
    severity: dict[str, str] = msgspec.field(default_factory=dict)
    ignore: tuple[str, ...] = ()


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise ValueError(f"must be text in quotation marks, not {value!r}")
    return value


def _choice(value: Any, allowed: tuple[str, ...]) -> str:
    if value not in allowed:
        from difflib import get_close_matches

        close = get_close_matches(str(value), allowed, n=1)
        hint = f"; did you mean {close[0]!r}?" if close else ""
        raise ValueError(f"{value!r} is not one of {', '.join(allowed)}{hint}")
    return str(value)


def _known(given: Mapping[str, Any], keys: Iterable[str]) -> None:
    """Complain about a key that is none of `keys`."""
    for key in given:
        if key not in keys:
            from difflib import get_close_matches

            close = get_close_matches(key, list(keys), n=1, cutoff=0.5)
            hint = f"did you mean {close[0]!r}?" if close else f"known are {', '.join(keys)}"
            raise ValueError(f"unknown key {key!r}; {hint}")


def _rules(value: Any) -> tuple[str, ...]:
    from claimcheck.rule_names import codes

    names = _texts(value)
    for name in names:
        codes(name)
    return names


def _severity(value: Any) -> dict[str, str]:
    levels = _each(value, lambda level: _choice(level, SEVERITIES))
    _rules(list(levels))
    return levels


def _language(value: Any) -> str:
    from claimcheck.language import codes, known

    code = known(_text(value))
    if not code:
        raise ValueError(f"{value!r} is not one of {', '.join(codes())}")
    return code


def _labels(value: Any) -> str:
    from claimcheck.report.labels import LANGUAGES

    return _choice(value, LANGUAGES)


def _table(value: Any) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise ValueError("must be a table")
    return value


def _each(value: Any, read: Callable[[Any], Item]) -> dict[str, Item]:
    """Return a table with each value read; what is wrong is told with the key."""
    found = {}
    for key, item in _table(value).items():
        try:
            found[key] = read(item)
        except ValueError as error:
            raise ValueError(f"{key}: {error}") from None
    return found


def _texts(value: Any) -> tuple[str, ...]:
    items = [value] if isinstance(value, str) else value
    if not isinstance(items, list) or not all(isinstance(item, str) and item for item in items):
        raise ValueError(f"must be a list of texts, not {value!r}")
    return tuple(items)


def _words(value: Any) -> dict[str, tuple[str, ...]]:
    return _each(value, _texts)


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
        _known(row, keys)
        missing = [key for key, needed in keys.items() if needed and not row.get(key)]
        if missing:
            raise ValueError(f"{missing[0]!r} is missing")
    return value


def _distinct(value: Any) -> tuple[Distinct, ...]:
    rows = _rows(value, {"a": True, "b": True, "reason": False})
    return tuple(Distinct(**{key: _text(text) for key, text in row.items()}) for row in rows)


def _ignore(value: Any) -> tuple[Ignore, ...]:
    rules = [row for row in value if isinstance(row, str)] if isinstance(value, list) else []
    tables = [row for row in value if not isinstance(row, str)] if rules else value
    rows = _rows(tables, {"id": True, "reason": True, "until": False})
    return (
        *(Ignore(id=name) for name in _rules(rules)),
        *(
            Ignore(id=_text(row["id"]), reason=_text(row["reason"]), until=_day(row.get("until")))
            for row in rows
        ),
    )


def _per_path(value: Any) -> tuple[PathRules, ...]:
    readers: dict[str, Callable[[Any], Any]] = {
        "select": _rules, "severity": _severity, "ignore": _rules,
    }  # fmt: skip
    found = []
    for pattern, table in _table(value).items():
        try:
            _known(_table(table), readers)
            given = {key: readers[key](item) for key, item in table.items()}
        except ValueError as error:
            raise ValueError(f"{pattern!r}: {error}") from None
        found.append(PathRules(pattern=pattern, **given))
    return tuple(found)


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
        "labels": _labels,
        "against": _texts,
        "select": _rules,
        "severity": _severity,
        "baseline": _text,
        "unused_ignores": lambda value: _choice(value, UNUSED),
        "aliases": _words,
        "synonyms": _words,
        "measures": _words,
        "units": _units,
        "tolerances": lambda value: _each(value, _tolerance),
        "rates": _text,
        "ranks": lambda value: _each(value, lambda rank: _number(rank, 1, 99)),
        "exclude": _texts,
        "fiscal_years": lambda value: _each(value, lambda month: _number(month, 1, 12)),
        "distinct": _distinct,
        "ignore": _ignore,
        "per_path": _per_path,
    }
)
"""How the value of each setting is read."""
