"""Completes documents that a program makes itself: their language, and a check of their date."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from msgspec.structs import replace

from claimcheck import language as languages
from claimcheck.errors import InputError
from claimcheck.model import Document


def complete(documents: Iterable[Document], language: str | None) -> list[Document]:
    """Return the documents with a language each: given, else `language`, else by their words."""
    return [_complete(document, language) for document in documents]


def check_date(published: object) -> None:
    """Raise TypeError for a day of publication that is no date."""
    if published is not None and not isinstance(published, date):
        raise TypeError(
            f"published is {published!r}: give a datetime.date, such as date(2025, 9, 2)"
        )


def known_language(language: str, place: str, hint: str = "") -> str:
    """Return the code of a language; InputError for one that has no data."""
    code = languages.known(language)
    if not code:
        known = f"known are {', '.join(languages.codes())}"
        raise InputError(f"language {language!r} is not known", place=place, hint=known + hint)
    return code


def _complete(document: Document, language: str | None) -> Document:
    if not isinstance(document, Document):
        raise TypeError(f"{document!r:.60} is no Document: make one with read or Document(text=…)")
    check_date(document.published)
    if document.language in languages.codes():
        return document
    if document.language:
        place = document.path or document.id or "document"
        code = known_language(document.language, place, "; without one it is recognised")
        return replace(document, language=code)
    text = (document.prose or document.text)[document.body :]
    return replace(document, language=language or languages.detect(text) or languages.codes()[0])
