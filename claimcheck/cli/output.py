"""Where output goes: findings to standard output or a file, notes to standard error."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import IO, TYPE_CHECKING

import click

from claimcheck.errors import OutputError

if TYPE_CHECKING:
    from claimcheck.model import Document

_MOST_NOTES = 5
"""How often a note is repeated, file by file."""


def complain(message: str, usage: str = "") -> None:
    """Print an error to standard error, fit for a terminal."""
    if usage:
        _to_stderr(usage)
    _to_stderr(f"claimcheck: error: {message}")


def note(message: str, quiet: bool) -> None:
    """Print a note to standard error unless the user wants quiet."""
    if not quiet:
        _to_stderr(f"claimcheck: {message}")


def notes(documents: Iterable[Document], quiet: bool) -> None:
    """Print what is to be known of how files were read; the same of many is said in short."""
    named: dict[str, list[str]] = {}
    for document in documents:
        for text in document.notes:
            named.setdefault(text, []).append(called(document))
    for text, paths in named.items():
        shown = paths if len(paths) <= _MOST_NOTES else paths[: _MOST_NOTES - 1]
        for path in shown:
            note(f"{path}: {text}", quiet)
        if len(shown) < len(paths):
            note(f"{len(paths) - len(shown):,} more articles: {text}", quiet)


def called(document: Document) -> str:
    """Return what notes call a document."""
    return "standard input" if document.path == "-" else document.path or document.id


def counted(count: int, noun: str) -> str:
    """Return how many there are: "1 article", "2,000 articles"."""
    return f"{count:,} {noun}{'s' * (count != 1)}"


def _to_stderr(text: str) -> None:
    from claimcheck.report.safe import printable

    safe = printable(text).encode("utf-8", "backslashreplace").decode("utf-8")
    with suppress(OSError):  # where nobody can be told, the exit status still speaks
        click.echo(safe, err=True)


def emit(text: str, output: str | None, *, encoding: str = "utf-8") -> None:
    """Write a finished report to the file `output`, or to standard output for None or "-".

    A file appears whole or not at all. A pipe that is closed early is no error.
    """
    if output and output != "-":
        _to_file(text.encode("utf-8", "replace"), Path(output))
        return
    stream = sys.stdout.buffer
    try:
        stream.write(text.encode(encoding, "replace"))
        stream.flush()
    except BrokenPipeError:
        detach()
    except OSError as error:
        raise OutputError(f"standard output: {error.strerror}", hint="make room there") from None


def open_closed_streams() -> None:
    """Give a process that was started without standard output or error a place to write to."""
    nowhere = Path(os.devnull)
    sys.stdout = sys.stdout or nowhere.open("w")
    sys.stderr = sys.stderr or nowhere.open("w")


def detach() -> None:
    """Send what is still to be written to standard output nowhere."""
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
    except (OSError, ValueError):
        pass


def check_writable(output: str | None, option: str = "--output") -> None:
    """Raise `OutputError` now if `output`, given by `option`, could not be written later."""
    if not output or output == "-":
        return
    path = Path(output)
    folder = Path(os.path.realpath(path)).parent
    if path.is_dir():
        raise OutputError("is a folder", place=output, hint="name a file in it")
    if not folder.is_dir():
        raise OutputError(
            "the folder does not exist", place=str(path.parent), hint=f"mkdir -p {path.parent}"
        )
    target = path if path.exists() and not path.is_file() else folder
    if not os.access(target, os.W_OK):
        raise OutputError(
            "is not writable", place=str(path.parent), hint=f"choose another folder for {option}"
        )


def _to_file(data: bytes, path: Path) -> None:
    check_writable(str(path))
    try:
        if path.exists() and not path.is_file():
            path.write_bytes(data)
            return
        _replace(data, Path(os.path.realpath(path)))
    except OSError as error:
        raise OutputError(
            f"cannot be written: {error.strerror}", place=str(path), hint="choose another --output"
        ) from None


def _replace(data: bytes, path: Path) -> None:
    import tempfile

    mode = path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask()
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(name).chmod(mode)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def stdout_encoding() -> str:
    """Return the encoding that standard output asks for."""
    stream: IO[str] = sys.stdout
    return getattr(stream, "encoding", None) or "utf-8"


def wants_color(no_color: bool, output: str | None) -> bool:
    """Tell whether to colour: NO_COLOR and FORCE_COLOR count, and else a terminal does."""
    if no_color or os.environ.get("NO_COLOR") or (output and output != "-"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or sys.stdout.isatty()


def terminal_width(otherwise: int) -> int:
    """Return the columns of the terminal, as `shutil.get_terminal_size` does.

    Loading that loads all that packs files as well, which takes longer than some sentences.
    """
    given = os.environ.get("COLUMNS", "")
    if given.isdecimal() and int(given):
        return int(given)
    try:
        stdout = sys.__stdout__ or sys.stdout
        return os.get_terminal_size(stdout.fileno()).columns or otherwise
    except (AttributeError, ValueError, OSError):
        return otherwise
