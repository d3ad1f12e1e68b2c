"""The settings, and where each comes from.

They stand in `claimcheck.toml`, or under `[tool.claimcheck]` in `pyproject.toml`, in the
folder of the first article or above it. Options of the command line win.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import msgspec

from claimcheck.config_values import ALLOWED, READERS, Distinct, Ignore, Tolerance
from claimcheck.errors import ConfigError
from claimcheck.model import Record

FILE = "claimcheck.toml"
PYPROJECT = "pyproject.toml"
DEFAULT = "default"

__all__ = ["ALLOWED", "Config", "Distinct", "Ignore", "Tolerance", "find", "load", "override"]


class Config(Record, frozen=True, kw_only=True):
    """All settings. `origins` says of each where it comes from: "default", a file and
    line, or an option.

    `aliases`, `synonyms` and `measures` give the words for a name, a counted thing and a
    measure. `units` are definitions in pint's syntax. `tolerances` are by unit or measure.
    `severity` is by rule ("off" silences it), `ranks` by source, 1 being the most official.
    `fiscal_years` give the first month of a company's year.
    """

    fail_on: str = "error"
    language: str = ""
    severity: dict[str, str] = msgspec.field(default_factory=dict)
    aliases: dict[str, tuple[str, ...]] = msgspec.field(default_factory=dict)
    synonyms: dict[str, tuple[str, ...]] = msgspec.field(default_factory=dict)
    measures: dict[str, tuple[str, ...]] = msgspec.field(default_factory=dict)
    units: tuple[str, ...] = ()
    tolerances: dict[str, Tolerance] = msgspec.field(default_factory=dict)
    ranks: dict[str, int] = msgspec.field(default_factory=dict)
    fiscal_years: dict[str, int] = msgspec.field(default_factory=dict)
    distinct: tuple[Distinct, ...] = ()
    ignore: tuple[Ignore, ...] = ()
    origins: dict[str, str] = msgspec.field(default_factory=dict)

    def origin(self, setting: str) -> str:
        """Return where a setting comes from."""
        return self.origins.get(setting, DEFAULT)


SETTINGS: tuple[str, ...] = tuple(name for name in Config.__struct_fields__ if name != "origins")
"""The names of all settings, in the order in which they are shown."""


def find(start: Path) -> Path | None:
    """Return the configuration file for an article, looking upwards from where it is."""
    folder = Path(start).absolute()
    for place in (folder, *folder.parents):
        if (place / FILE).is_file():
            return place / FILE
        project = place / PYPROJECT
        if project.is_file() and _has_table(project):
            return project
    return None


def load(path: Path | None = None, *, start: Path | None = None) -> Config:
    """Return the settings of the file `path`, or of the one found upwards from `start`.

    Raises `ConfigError`, naming file and line, for what is no TOML, for unknown settings
    and for values that make no sense.
    """
    file = path if path is not None else find(start) if start is not None else None
    if file is None:
        return Config()
    text = _read(file)
    table = _parse(text, file)
    if file.name == PYPROJECT:
        table = table.get("tool", {}).get("claimcheck", {})
    return _checked(table, text, file)


def override(config: Config, origin: str, **settings: Any) -> Config:
    """Return the settings with those that are not None replaced, `origin` as their source."""
    given = {name: value for name, value in settings.items() if value is not None}
    origins = config.origins | dict.fromkeys(given, origin)
    return msgspec.structs.replace(config, **given, origins=origins)


def _read(file: Path) -> str:
    try:
        return file.read_text("utf-8-sig")
    except FileNotFoundError:
        raise ConfigError(
            "no such configuration file", place=str(file), hint="check --config"
        ) from None
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(
            f"configuration cannot be read: {getattr(error, 'strerror', '') or 'is not UTF-8'}",
            place=str(file),
            hint="name a TOML file in UTF-8 that you may read",
        ) from None


def _parse(text: str, file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"at line (\d+)", str(error))
        raise ConfigError(
            f"is not valid TOML: {re.sub(r' ?[(]at .*[)]', '', str(error))}",
            place=f"{file}:{line[1]}" if line else str(file),
            hint='strings need quotation marks: fail_on = "warning"',
        ) from None


def _has_table(project: Path) -> bool:
    try:
        text = project.read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        return False
    return re.search(r"^[ \t]*\[+tool\.claimcheck\b", text, re.MULTILINE) is not None


def _checked(table: Mapping[str, Any], text: str, file: Path) -> Config:
    values: dict[str, Any] = {}
    origins: dict[str, str] = {}
    for given, value in table.items():
        name = given.replace("-", "_")
        place = f"{file}:{_line(text, given)}"
        if name not in SETTINGS:
            raise ConfigError(f"unknown setting {given!r}", place=place, hint=_nearest(given))
        try:
            values[name] = READERS[name](value)
        except ValueError as error:
            raise ConfigError(f"{given}: {error}", place=place, hint=_how(name)) from None
        origins[name] = place
    return Config(**values, origins=origins)


def _line(text: str, name: str) -> int:
    """Return the line on which a setting begins."""
    key = re.escape(name)
    found = re.search(
        rf"^[ \t]*(?:\"?{key}\"?[ \t]*=|\[+(?:tool\.claimcheck\.)?{key}\b)", text, re.M
    )
    return text.count("\n", 0, found.start()) + 1 if found else 1


def _nearest(name: str) -> str:
    close = get_close_matches(name.lower(), SETTINGS, n=1, cutoff=0.5)
    known = f"the settings are {', '.join(SETTINGS)}"
    return f"did you mean {close[0]!r}?" if close else known


def _how(name: str) -> str:
    return f"e.g. {ALLOWED[name]}; `claimcheck config` shows all settings"
