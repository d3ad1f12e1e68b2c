"""Loads the language knowledge in `data/`.

The TOML files are what people edit. `make data` packs them into `data/lexicon.json`,
which loads in two milliseconds where the TOML takes a hundred, and adds what the words of
concepts mean, which is worked out of them; tests hold it fresh.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import msgspec

DATA = Path(__file__).parent / "data"
PACKED = "lexicon.json"
T = TypeVar("T")


def pack(folder: Path) -> dict[str, Any]:
    """Return all TOML files below `folder`, keyed by path without suffix."""
    import tomllib

    return {
        path.relative_to(folder).with_suffix("").as_posix(): tomllib.loads(path.read_text("utf-8"))
        for path in sorted(folder.rglob("*.toml"))
    }


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


def packed(name: str, type: type[T]) -> T:
    """Return what is worked out of the data files beforehand."""
    return msgspec.json.decode(_packed()[name], type=type)


def has_table(name: str) -> bool:
    """Return whether there is such a data file."""
    return name in _packed()


@cache
def languages() -> tuple[str, ...]:
    """Return the codes of the languages that have data, sorted."""
    return tuple(sorted({name.split("/")[0] for name in _packed() if "/" in name}))


def main() -> None:
    """Write `data/lexicon.json` anew: the files, and then what is worked out of them."""
    tables = pack(DATA)
    _write(tables)
    from claimcheck.extract.concepts.wordbuild import shipped

    _write({**tables, **shipped()})


def _write(tables: dict[str, Any]) -> None:
    encoded = msgspec.json.encode(tables, order="deterministic")
    (DATA / PACKED).write_bytes(msgspec.json.format(encoded, indent=0))


if __name__ == "__main__":
    main()
