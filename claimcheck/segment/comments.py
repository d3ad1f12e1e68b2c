"""HTML comments in articles: they are for editors and machines, and no part of the text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from claimcheck.model import Document, TextSpan

MARK = "claimcheck:"
"""How a comment for this program begins."""
_OPEN, _CLOSE = "<!--", "-->"
_SHOWN = re.compile(r"[^\s]")


def comments(text: str) -> Iterator[TextSpan]:
    """Yield where the comments of a text stand; one that is never closed is none."""
    at = text.find(_OPEN)
    while at >= 0:
        end = text.find(_CLOSE, at + len(_OPEN))
        if end < 0:
            return
        end += len(_CLOSE)
        yield TextSpan(at, end)
        at = text.find(_OPEN, end)


def blanked(text: str) -> str:
    """Return the text with blanks for its comments: every other character keeps its place.

    >>> blanked("A <!-- 5 --> b")
    'A            b'
    """
    parts: list[str] = []
    at = 0
    for span in comments(text):
        parts += (text[at : span.start], _SHOWN.sub(" ", text[span.start : span.end]))
        at = span.end
    return "".join((*parts, text[at:])) if parts else text


def without_comments(document: Document) -> Document:
    """Return the document with its comments taken out of its prose."""
    prose = document.prose or document.text
    bare = blanked(prose)
    return document if bare is prose else replace(document, prose=bare)


def speaks(document: Document) -> bool:
    """Return whether a document has a comment for this program."""
    text = document.text
    return MARK in text and any(
        text[span.start + len(_OPEN) : span.end].lstrip().startswith(MARK)
        for span in comments(text)
    )
