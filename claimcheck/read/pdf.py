"""Reads PDF files page by page, as well as their text can be got out."""

from __future__ import annotations

import io
import logging
import math
import re
from collections.abc import Iterator
from typing import Any

from claimcheck.errors import InputError
from claimcheck.read.article import LARGEST, Article, File
from claimcheck.read.extras import need
from claimcheck.read.pdf_text import Line, join_pages, looks_broken

_HEADING = re.compile(r"^## (.+)$", re.MULTILINE)

_START = 1024
"""Bytes before `%PDF` that readers put up with."""


def articles(file: File) -> Iterator[Article]:
    """Yield the article of a PDF file. Its anchors are the pages.

    The dates in its properties are those of the file, not of publication.
    """
    pypdf = need("pypdf", extra="pdf", place=file.place)
    if not file.data.strip():
        raise InputError("is empty", place=file.place, hint="leave it out")
    if b"%PDF-" not in file.data[:_START]:
        raise InputError("is no PDF file", place=file.place, hint="fetch or save it again")
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    reader = _reader(pypdf, file)
    pages = _pages(reader, file)
    text, anchors = join_pages(pages)
    if not text.strip():
        raise InputError(
            "has no text, only pictures of pages",
            place=file.place,
            hint="run text recognition over it first, e.g. with ocrmypdf",
        )
    yield Article(text=text, title=_title(reader, text), anchors=anchors, notes=_notes(pages, text))


def _reader(pypdf: Any, file: File) -> Any:
    try:
        reader = pypdf.PdfReader(io.BytesIO(file.data))
        opened = not reader.is_encrypted or reader.decrypt("")
    except ImportError:
        raise InputError(
            "is encrypted, and cryptography is not installed",
            place=file.place,
            hint="pip install cryptography (in the extra `pdf`), or leave the file out"
            " with --exclude",
        ) from None
    except Exception as error:  # pypdf raises whatever a damaged file makes it stumble over
        raise _damaged(error, file) from None
    if not opened:
        raise InputError(
            "is protected by a password", place=file.place, hint="save it without the password"
        )
    return reader


def _pages(reader: Any, file: File) -> list[list[Line]]:
    """Return the lines of each page."""
    found: list[list[Line]] = []
    length = 0
    try:
        for page in reader.pages:
            found.append(_lines(page))
            length += sum(len(line.text) for line in found[-1])
            if length > LARGEST:
                raise InputError(
                    f"holds more than {LARGEST // 1_000_000} million characters",
                    place=file.place,
                    hint="that is no article: leave it out",
                )
    except InputError:
        raise
    except Exception as error:
        raise _damaged(error, file) from None
    return found


def _lines(page: Any) -> list[Line]:
    """Return the lines of a page in the order in which the file writes them."""
    found: list[Line] = []
    text, size, height = "", 0.0, 0.0

    def visit(piece: str, cm: list[float], tm: list[float], _font: Any, points: Any) -> None:
        nonlocal text, size, height
        before, *after = piece.split("\n")
        for number, part in enumerate((before, *after)):
            if number:
                found.append(Line(text, size, height))
                text, size, height = "", 0.0, 0.0
            if part.strip() and not text.strip():
                across = tm[0] * cm[0] + tm[1] * cm[2], tm[0] * cm[1] + tm[1] * cm[3]
                size = round(float(points or 0) * math.hypot(*across), 1)
                height = round(tm[4] * cm[1] + tm[5] * cm[3] + cm[5], 1)
            text += part

    page.extract_text(visitor_text=visit)
    return [*found, Line(text, size, height)]


def _damaged(error: Exception, file: File) -> InputError:
    if isinstance(error, MemoryError):
        raise error
    return InputError(
        "is damaged: its pages cannot be read",
        place=file.place,
        hint="fetch or save it again, or open it in a viewer and print it to a new PDF file",
    )


def _title(reader: Any, text: str) -> str:
    """Return the title of the properties if the text opens with it, else the first heading.

    What stands in the properties is often a file name.
    """
    try:
        title = " ".join(str(reader.metadata.title or "").split()) if reader.metadata else ""
    except Exception:
        title = ""
    opening = " ".join(text[:2000].split()).casefold()
    if title and title.casefold() in opening:
        return title
    heading = _HEADING.search(text, 0, 2000)
    return heading[1] if heading else ""


def _notes(pages: list[list[Line]], text: str) -> tuple[str, ...]:
    empty = [
        str(number)
        for number, page in enumerate(pages, start=1)
        if not any(line.text.strip() for line in page)
    ]
    notes = []
    if empty:
        shown = ", ".join(empty[:8]) + (" …" if len(empty) > 8 else "")
        notes.append(f"no text on page {shown}: pictures are not read")
    broken = looks_broken(text)
    if broken:
        notes.append(f"the text looks broken ({broken}): figures in it may be read wrong")
    return tuple(notes)
