"""Finds the article files that the paths on a command line stand for."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from claimcheck.errors import InputError

SUFFIXES = (".txt", ".md")
STDIN = "-"


def expand(paths: Iterable[str | os.PathLike[str]]) -> list[Path]:
    """Return the files that `paths` name, each once, sorted; "-" is standard input.

    A file is taken as it is, a folder gives all articles below it, and a pattern
    ("news/*.txt", "**/*.md") what it matches. Raises `InputError` for a path that
    does not exist and for a folder or pattern without articles.
    """
    found: dict[str, Path] = {}
    for given in paths:
        name = os.fspath(given)
        if name == STDIN:
            found.setdefault(STDIN, Path(STDIN))
            continue
        for path in _files(name):
            real = os.path.realpath(path)
            found[real] = min(found.get(real, path), path, key=_plainness)
    if not found:
        raise InputError("no article to read", hint="name a file, a folder, or - for stdin")
    return sorted(found.values(), key=shown)


def shown(path: Path) -> str:
    """Return a path as it is shown and compared: `/` between parts, odd bytes as `\\xff`."""
    return os.fsencode(path.as_posix()).decode("utf-8", "backslashreplace")


def _plainness(path: Path) -> tuple[int, str]:
    """Sort the plainest of several names of one file first."""
    return len(path.parts), shown(path)


def _files(name: str) -> Iterator[Path]:
    path = Path(name)
    if path.is_dir():
        yield from _below(path)
    elif path.exists():
        yield path
    elif any(character in name for character in "*?["):
        yield from _matching(name)
    else:
        raise InputError("no such file or folder", place=shown(path), hint=_near(path))


def _below(folder: Path) -> list[Path]:
    files = []
    for root, folders, names in os.walk(folder, onerror=_unreadable):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        files += [
            Path(root) / name
            for name in names
            if name.lower().endswith(SUFFIXES) and not name.startswith(".")
        ]
    if not files:
        raise InputError(
            f"folder has no article ({', '.join('*' + suffix for suffix in SUFFIXES)})",
            place=shown(folder),
            hint="name another folder, or the files themselves",
        )
    return files


def _unreadable(error: OSError) -> None:
    raise InputError(
        f"folder cannot be read: {error.strerror}",
        place=shown(Path(error.filename)),
        hint="check its permissions",
    )


def _matching(pattern: str) -> list[Path]:
    from glob import glob

    names = glob(pattern, recursive=True)  # noqa: PTH207 - Path.glob takes no absolute patterns
    files = [Path(name) for name in names if Path(name).is_file()]
    if not files:
        raise InputError(
            "pattern matches no file", place=shown(Path(pattern)), hint="check the folder name"
        )
    return files


def _near(path: Path) -> str:
    """Suggest the file that was perhaps meant."""
    from difflib import get_close_matches

    try:
        names = sorted(entry.name for entry in path.parent.iterdir())[:2000]
    except OSError:
        return "check the folder name"
    close = get_close_matches(path.name, names, n=1, cutoff=0.75)
    return f"did you mean {shown(path.parent / close[0])}?" if close else "check the name"
