"""The settings, and where each comes from.

They stand in `claimcheck.toml`, or under `[tool.claimcheck]` in `pyproject.toml`, in the
folder of the first article or above it. Options of the command line win.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import msgspec

from claimcheck.config.values import READERS, Distinct, Ignore, PathRules, Tolerance
from claimcheck.errors import ConfigError
from claimcheck.model import Record

FILE = "claimcheck.toml"
PYPROJECT = "pyproject.toml"
DEFAULT = "default"

__all__ = [
    "SETTINGS", "Config", "Distinct", "Ignore", "PathRules", "Tolerance", "find", "load",
    "override",
]  # fmt: skip


class Config(Record, frozen=True, kw_only=True):
    """All settings. `origins` says of each where it comes from: "default", a file and
    line, or an option. `file` is the settings file that was read.

    `aliases`, `synonyms` and `measures` give the words for a name, a counted thing and a
    measure. `units` are definitions in pint's syntax. `tolerances` are by unit or measure.
    `severity` is by rule ("off" silences it), `ranks` by source, 1 being the most official.
    `exclude` are patterns of files and folders that are not read.
    `fiscal_years` give the first month of a company's year. `against`, `baseline` and `rates` are
    paths, seen from the working folder. `claimcheck.config.help` says more.
    """

    fail_on: str = "error"
    language: str = ""
    labels: str = "en"
    against: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    severity: dict[str, str] = msgspec.field(default_factory=dict)
    baseline: str = ""
    unused_ignores: str = "note"
    aliases: dict[str, tuple[str, ...]] = msgspec.field(default_factory=dict)
    synonyms: dict[str, tuple[str, ...]] = msgspec.field(default_factory=dict)
    measures: dict[str, tuple[str, ...]] = msgspec.field(default_factory=dict)
    units: tuple[str, ...] = ()
    tolerances: dict[str, Tolerance] = msgspec.field(default_factory=dict)
    rates: str = ""
    ranks: dict[str, int] = msgspec.field(default_factory=dict)
    exclude: tuple[str, ...] = ()
    fiscal_years: dict[str, int] = msgspec.field(default_factory=dict)
    distinct: tuple[Distinct, ...] = ()
    ignore: tuple[Ignore, ...] = ()
    per_path: tuple[PathRules, ...] = ()
    origins: dict[str, str] = msgspec.field(default_factory=dict)
    file: str = ""

    def origin(self, setting: str) -> str:
        """Return where a setting comes from."""
        return self.origins.get(setting, DEFAULT)


SETTINGS: tuple[str, ...] = tuple(
    name for name in Config.__struct_fields__ if name not in ("origins", "file")
)
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
        tools = table.get("tool", {})
        table = tools.get("claimcheck", {}) if isinstance(tools, dict) else {}
        if not isinstance(table, dict):
            raise ConfigError(
                "tool.claimcheck is no table", place=str(file), hint="[tool.claimcheck]"
            )
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
    import tomllib

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
            values[name] = _anchored(READERS[name](value), name, file.parent)
        except ValueError as error:
            raise ConfigError(f"{given}: {error}", place=place, hint=_how(name)) from None
        origins[name] = place
    return Config(**values, origins=origins, file=str(file))


def _anchored(value: Any, name: str, folder: Path) -> Any:
    """Return a value with the paths in it seen from the working folder, not from the file."""

    def path(written: str) -> str:
        given = Path(written).expanduser()
        return str(given) if given.is_absolute() else os.path.relpath(folder / given)

    if (name == "baseline" and value) or (name == "rates" and value not in ("", "ecb")):
        return path(value)
    if name == "against":
        return tuple(path(written) for written in value)
    if name == "per_path":
        return tuple(msgspec.structs.replace(row, folder=str(folder)) for row in value)
    return value


def _line(text: str, name: str) -> int:
    """Return the line on which a setting begins."""
    table = ""
    for number, line in enumerate(text.splitlines(), 1):
        head = re.match(r"[ \t]*\[+[ \t]*([^\]#]+)", line)
        if head:
            table = head[1].strip().removeprefix("tool.claimcheck").lstrip(".")
        at = table if head else line.lstrip() if not table else ""
        if re.match(rf"[\"']?{re.escape(name)}[\"']?[ \t]*(?:[=.]|$)", at):
            return number
    return 1


def _nearest(name: str) -> str:
    if name == "tool":
        return f"in {FILE} the settings stand at the top, without [tool.claimcheck]"
    if name in ("source", "sources"):
        return "what is known of sources stands in a sources.toml beside the articles"
    from difflib import get_close_matches

    close = get_close_matches(name.lower().replace("-", "_"), SETTINGS, n=1, cutoff=0.65)
    known = f"the settings are {', '.join(SETTINGS)}"
    return f"did you mean {close[0]!r}?" if close else known


def _how(name: str) -> str:
    from claimcheck.config.help import HELP

    return f"e.g. {HELP[name].line}"
