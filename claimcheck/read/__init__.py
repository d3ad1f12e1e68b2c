"""Reads article files into documents."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

from claimcheck import language as languages
from claimcheck.errors import InputError
from claimcheck.model import Document, PublishedFrom
from claimcheck.progress import track
from claimcheck.read import frontmatter
from claimcheck.read.decode import decode
from claimcheck.read.paths import STDIN, expand, shown
from claimcheck.read.title import headline

Dates = date | Mapping[str, date] | None


def read(
    path: str | os.PathLike[str], *, language: str | None = None, published: Dates = None
) -> Document:
    """Return the article in a `.txt` or `.md` file, or on standard input for "-".

    `language` (an ISO 639-1 code) and `published` are used where the front matter does
    not say; `published` is one date, or a date by file name. What neither gives is
    recognised from the text. Raises `InputError` for what cannot be read as an article.
    """
    file = Path(path)
    return document(_bytes(file), path=shown(file), language=language, published=published)


def read_all(
    paths: Iterable[str | os.PathLike[str]],
    *,
    language: str | None = None,
    published: Dates = None,
) -> list[Document]:
    """Return all articles that `paths` stand for: files, folders, patterns, "-".

    They are sorted by path and named d1, d2 …, so that the order of `paths` is of no
    account; a file named twice is read once.
    """
    documents = [
        read(path, language=language, published=published)
        for path in track("opening files", list(expand(paths)))
    ]
    if isinstance(published, Mapping):
        _all_used(published, documents)
    return number(documents)


def number(documents: Iterable[Document], prefix: str = "d") -> list[Document]:
    """Return the documents with ids d1, d2 …, given by path and content, not by order."""
    from msgspec.structs import replace

    ordered = sorted(documents, key=lambda document: (document.path or "", document.sha256))
    return [
        replace(document, id=f"{prefix}{index}") for index, document in enumerate(ordered, start=1)
    ]


def document(
    data: bytes, *, path: str, language: str | None = None, published: Dates = None
) -> Document:
    """Return the article in `data`, the bytes of a file that is called `path`."""
    place = "standard input" if path == STDIN else path
    text, notes = decode(data, path=place)
    front = frontmatter.parse(text, path=place)
    if not text[front.body :].strip():
        raise InputError(
            "is empty" if not text.strip() else "has front matter and no text",
            place=place,
            hint="put the article into it, or leave it out",
        )
    code, notes = _language(text, front, language, place, notes + front.notes)
    written = frontmatter.published(front, path=place)
    when, origin, where = _published(text, front.body, written, _for_file(published, path), code)
    title = front.values.get("title") or headline(text, front.body)
    return Document(
        text=text,
        path=path,
        title=title or None,
        source=front.values.get("source") or None,
        url=front.values.get("url") or None,
        language=code,
        published=when,
        published_from=origin,
        published_at=where,
        sha256=hashlib.sha256(data).hexdigest(),
        body=front.body,
        notes=notes,
    )


def _bytes(path: Path) -> bytes:
    if str(path) == STDIN:
        return sys.stdin.buffer.read() if sys.stdin else b""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise InputError("no such file", place=shown(path), hint="check the name") from None
    except IsADirectoryError:
        raise InputError(
            "is a folder", place=shown(path), hint="name a file, or use read_all for folders"
        ) from None
    except OSError as error:
        raise InputError(
            f"cannot be read: {error.strerror}", place=shown(path), hint="check its permissions"
        ) from None


def _language(
    text: str,
    front: frontmatter.FrontMatter,
    given: str | None,
    path: str,
    notes: tuple[str, ...],
) -> tuple[str, tuple[str, ...]]:
    """Return the language by front matter, then option, then the words of the text."""
    written = front.values.get("lang", "")
    if written:
        code = languages.known(written)
        if not code:
            raise InputError(
                f"`lang: {written[:20]}` is a language that claimcheck does not know",
                place=f"{path}:{front.lines['lang']}",
                hint=f"known are {', '.join(languages.codes())}; leave out other articles",
            )
        return code, notes
    if given:
        return given, notes
    code = languages.detect(text[front.body :])
    if code:
        return code, notes
    fallback = languages.codes()[0]
    return fallback, (*notes, f"language not recognised, read as {fallback!r}; see --language")


def _published(
    text: str, start: int, written: date | None, option: date | None, language: str
) -> tuple[date | None, PublishedFrom | None, int | None]:
    """Return the publication date, where it is from, and its place if it is in the text."""
    from claimcheck.dateline import infer

    if written:
        return written, "front matter", None
    if option:
        return option, "option", None
    found = infer(text, start=start, language=language)
    return (found.when, "text", found.at) if found else (None, None, None)


def _names(path: str) -> tuple[str, ...]:
    pure = Path(path)
    return (path, pure.name, pure.stem)


def _for_file(given: Dates, path: str) -> date | None:
    if isinstance(given, Mapping):
        return next((given[name] for name in _names(path) if name in given), None)
    return given


def _all_used(dates: Mapping[str, date], documents: list[Document]) -> None:
    """Complain about a date for a file that was not read: most likely a slip of the pen."""
    names = {name for document in documents for name in _names(document.path or "")}
    unused = sorted(set(dates) - names)
    if unused:
        raise InputError(
            f"a date is given for {unused[0]!r}, and no such file is read",
            hint="name the file as in the list of paths, or by its name without folder",
        )
