"""Finds the article files that the paths on a command line stand for."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from claimcheck.errors import InputError
from claimcheck.read.formats import SUFFIXES, is_article
from claimcheck.read.patterns import Patterns

STDIN = "-"
_PAGE_FOLDERS = ("_files", "-Dateien", "_Dateien", ".files")
"""How browsers end the name of the folder that they save beside a page."""


def expand(paths: Iterable[str | os.PathLike[str]], exclude: Sequence[str] = ()) -> list[Path]:
    """Return the files that `paths` name, each once, sorted; "-" is standard input.

    A file is taken as it is, a folder gives all articles below it, and a pattern
    ("news/*.txt", "**/*.md") what it matches. What matches `exclude`, by its name, by
    that of a folder, or by both ("drafts/*.md"), is left out. Raises `InputError` for a
    path that does not exist and for a folder or pattern without articles.
    """
    found: dict[str, Path] = {}
    excluded = Patterns(exclude)
    for given in paths:
        name = os.fspath(given)
        if name == STDIN:
            found.setdefault(STDIN, Path(STDIN))
            continue
        if not name.strip():
            raise InputError(
                "a path is empty", hint="name a file or folder; is a shell variable unset?"
            )
        for path in _files(name, excluded):
            real = os.path.realpath(path)
            found[real] = min(found.get(real, path), path, key=_plainness)
    if not found:
        less = "exclude less: --exclude, or `exclude` in the settings"
        hint = less if exclude else "name a file, a folder, or - for stdin"
        raise InputError("no article to read", hint=hint)
    return sorted(found.values(), key=shown)


def shown(path: Path) -> str:
    """Return a path as it is shown and compared: `/` between parts, odd bytes as `\\xff`."""
    return os.fsencode(path.as_posix()).decode("utf-8", "backslashreplace")


def is_pattern(name: str) -> bool:
    """Tell whether a name that no file has is a pattern for files."""
    return any(character in name for character in "*?[")


def home(path: str) -> tuple[str, int]:
    """Return the file that an article called `path` is from; none if it came from elsewhere.

    With it goes the line of the article in a file with one a line, else 0.
    """
    file, _, number = path.rpartition("#")
    if Path(path).is_file():
        return path, 0
    return (file, int(number)) if number.isdecimal() and Path(file).is_file() else ("", 0)


def _plainness(path: Path) -> tuple[int, str]:
    """Sort the plainest of several names of one file first."""
    return len(path.parts), shown(path)


def _files(name: str, excluded: Patterns) -> Iterator[Path]:
    path = Path(name)
    if path.is_dir():
        yield from _below(path, excluded)
        return
    if path.exists():
        files = [path]
    elif is_pattern(name):
        files = _matching(name)
    else:
        raise missing(name)
    yield from (path for path in files if not excluded.match(shown(path)))


def _below(folder: Path, excluded: Patterns) -> list[Path]:
    files = []
    articles = 0
    for root, folders, names in os.walk(folder, onerror=_unreadable):
        here = Path(root).relative_to(folder)
        pages = {Path(name).stem for name in names if name.lower().endswith((".html", ".htm"))}
        folders[:] = sorted(
            name
            for name in folders
            if not name.startswith(".")
            and not _of_page(name, pages)
            and not excluded.match(shown(here / name))
        )
        for name in names:
            if is_article(name) and not name.startswith("."):
                articles += 1
                if not excluded.match(shown(here / name)):
                    files.append(Path(root) / name)
    if not articles and not excluded:
        raise InputError(
            f"folder has no article ({', '.join('*' + suffix for suffix in SUFFIXES)})",
            place=shown(folder),
            hint="name another folder, or the files themselves",
        )
    return files


def _of_page(folder: str, pages: set[str]) -> bool:
    """Tell whether a folder was saved beside a page, for its pictures and frames."""
    return any(folder == page + end for page in pages for end in _PAGE_FOLDERS)


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
            "pattern matches no file", place=shown(Path(pattern)), hint="check folder and suffix"
        )
    return files


def missing(name: str) -> InputError:
    """Return what is to be said of a path that does not exist."""
    path = Path(name)
    if path.is_symlink():
        return InputError("is a link that leads nowhere", place=shown(path), hint="mend the link")
    if "://" in name:
        return InputError(
            "is an address, and nothing is downloaded", place=name, hint="save the page as a file"
        )
    return InputError("no such file or folder", place=shown(path), hint=_near(path))


def _near(path: Path) -> str:
    """Suggest the file that was perhaps meant."""
    from difflib import get_close_matches

    try:
        names = sorted(entry.name for entry in path.parent.iterdir())[:2000]
    except OSError:
        return "check the folder name"
    close = get_close_matches(path.name, names, n=1, cutoff=0.75)
    return f"did you mean {shown(path.parent / close[0])}?" if close else "check the name"
