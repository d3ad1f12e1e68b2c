"""Loads the language knowledge in `data/`.

The TOML files are what people edit. `make data` packs them into `data/lexicon.json`,
which loads in two milliseconds where the TOML takes a hundred; a test holds it fresh.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import msgspec

DATA = Path(__file__).parent / "data"
PACKED = "lexicon.json"


def pack(folder: Path) -> bytes:
    """Return all TOML files below `folder` as one JSON object, keyed by path without suffix."""
    import tomllib

    tables = {
        path.relative_to(folder).with_suffix("").as_posix(): tomllib.loads(path.read_text("utf-8"))
        for path in sorted(folder.rglob("*.toml"))
    }
    return msgspec.json.format(msgspec.json.encode(tables, order="deterministic"), indent=0)


@cache
def _packed() -> dict[str, msgspec.Raw]:
    return msgspec.json.decode((DATA / PACKED).read_bytes(), type=dict[str, msgspec.Raw])


@cache
def table(name: str) -> dict[str, Any]:
    """Return one data file as a mapping, e.g. `table("de/numbers")` or `table("units")`.

    A file is decoded when it is first asked for. Raises KeyError for an unknown one.
    """
    data: dict[str, Any] = msgspec.json.decode(_packed()[name])
    return data


def has_table(name: str) -> bool:
    """Return whether there is such a data file."""
    return name in _packed()


@cache
def languages() -> tuple[str, ...]:
    """Return the codes of the languages that have data, sorted."""
    return tuple(sorted({name.split("/")[0] for name in _packed() if "/" in name}))


def main() -> None:
    """Write `data/lexicon.json` anew."""
    (DATA / PACKED).write_bytes(pack(DATA))


if __name__ == "__main__":
    main()
