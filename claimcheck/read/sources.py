"""Reads `sources.toml`: what is known of articles by the names of their files.

    [[source]]
    files = ["dpa/*", "*-dpa.txt"]
    outlet = "dpa"
    rank = 1
    lang = "de"
    published = "name"

The file lies beside the articles or in a folder above; patterns are relative to it. The
first table that matches and has a key gives it. `published` is a date, or "name" where
the names of the files hold it ("2025-09-02-hafen.txt", "hafen_20250902.html").
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from claimcheck.errors import ConfigError
from claimcheck.model import Record
from claimcheck.read.patterns import Patterns

FILE = "sources.toml"
KEYS = ("files", "outlet", "rank", "lang", "published")
BY_NAME = "name"

_DAY = re.compile(r"(?<!\d)((?:19|20)\d\d)([-_.]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d)")


class About(Record, frozen=True):
    """What a `sources.toml` says of a file. `published` is a date, or "name"."""

    source: str = ""
    rank: int | None = None
    language: str = ""
    published: date | str | None = None

    def published_of(self, path: str) -> date | None:
        """Return the date of publication of the file `path`."""
        if isinstance(self.published, date):
            return self.published
        return date_in(Path(path).name) if self.published == BY_NAME else None


class _Row(Record, frozen=True):
    files: Patterns
    values: dict[str, Any]


class Sources:
    """The `sources.toml` files of one run, each read once."""

    def __init__(self) -> None:
        self._rows: dict[Path, tuple[_Row, ...]] = {}

    def about(self, path: Path) -> About:
        """Return what the nearest `sources.toml`, beside a file or above, says of it."""
        file = path.absolute()
        found = next((folder for folder in file.parents if self._in(folder)), None)
        if found is None:
            return About()
        name = file.relative_to(found).as_posix()
        values: dict[str, Any] = {}
        for row in self._in(found):
            if row.files.match(name):
                values = row.values | values
        return About(
            source=values.get("outlet", ""),
            rank=values.get("rank"),
            language=values.get("lang", ""),
            published=values.get("published"),
        )

    def _in(self, folder: Path) -> tuple[_Row, ...]:
        if folder not in self._rows:
            file = folder / FILE
            self._rows[folder] = _read(file) if file.is_file() else ()
        return self._rows[folder]


def date_in(name: str) -> date | None:
    """Return the one date that a file name holds, written year, month, day."""
    found = set()
    for year, _, month, day in _DAY.findall(name):
        try:
            found.add(date(int(year), int(month), int(day)))
        except ValueError:
            continue
    return found.pop() if len(found) == 1 else None


def _read(file: Path) -> tuple[_Row, ...]:
    """Return the tables of a `sources.toml`; none if the file is another program's."""
    import tomllib
    from difflib import get_close_matches

    try:
        text = file.read_text("utf-8-sig")
        table = tomllib.loads(text)
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(
            f"cannot be read: {getattr(error, 'strerror', '') or 'is not UTF-8'}",
            place=str(file),
            hint="save it as UTF-8, or remove it",
        ) from None
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(
            f"is not valid TOML: {error}",
            place=str(file),
            hint='strings need quotation marks: outlet = "dpa"',
        ) from None
    rows = table.get("source")
    if rows is None:
        close = get_close_matches("source", table, n=1)
        if close:
            raise _wrong(file, f"unknown table {close[0]!r}", "write [[source]]")
        return ()
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise _wrong(file, "source is no list of tables", "write [[source]]")
    return tuple(_row(row, number, file) for number, row in enumerate(rows, start=1))


def _row(row: dict[str, Any], number: int, file: Path) -> _Row:
    where = f"[[source]] number {number}"
    unknown = sorted(set(row) - set(KEYS))
    if unknown:
        from difflib import get_close_matches

        close = get_close_matches(unknown[0], KEYS, n=1)
        known = f"did you mean {close[0]!r}?" if close else f"the keys are {', '.join(KEYS)}"
        raise _wrong(file, f"{where}: unknown key {unknown[0]!r}", known)
    values = {key: _value(key, row[key], where, file) for key in row}
    files = values.pop("files", None)
    if files is None:
        raise _wrong(file, f"{where}: files is missing", 'e.g. files = ["dpa/*"]')
    return _Row(files=files, values=values)


def _value(key: str, value: Any, where: str, file: Path) -> Any:
    """Return a value as it is used; what makes no sense is complained about."""
    if key == "files":
        patterns = [value] if isinstance(value, str) else value
        if isinstance(patterns, list) and patterns and _all_texts(patterns):
            return Patterns(patterns)
    elif key == "outlet" and isinstance(value, str) and value.strip():
        return value.strip()
    elif key == "rank" and type(value) is int and 1 <= value <= 99:
        return value
    elif key == "lang" and isinstance(value, str):
        from claimcheck.language import known

        if known(value):
            return known(value)
    elif key == "published":
        if type(value) is date or value == BY_NAME:
            return value
        if isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", value):
            try:
                return date.fromisoformat(value)
            except ValueError:
                pass
    example = {
        "files": 'files = ["dpa/*", "*-dpa.txt"]',
        "outlet": 'outlet = "dpa"',
        "rank": "rank = 1; whole numbers from 1 to 99, 1 being the most official",
        "lang": 'lang = "de"',
        "published": 'published = 2025-09-02, or published = "name"',
    }
    raise _wrong(file, f"{where}: {key} makes no sense: {value!r}", f"e.g. {example[key]}")


def _all_texts(values: Iterable[Any]) -> bool:
    return all(isinstance(value, str) and value.strip() for value in values)


def _wrong(file: Path, message: str, hint: str) -> ConfigError:
    return ConfigError(message, place=str(file), hint=hint)
