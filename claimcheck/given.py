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


def _complete(document: Document, language: str | None) -> Document:
    when: object = document.published
    if when is not None and not isinstance(when, date):
        raise TypeError(f"published is {when!r}: give a datetime.date, such as date(2025, 9, 2)")
    if document.language in languages.codes():
        return document
    if document.language:
        code = languages.known(document.language)
        if not code:
            raise InputError(
                f"language {document.language!r} is not known",
                place=document.path or document.id or "document",
                hint=f"known are {', '.join(languages.codes())}; without one it is recognised",
            )
        return replace(document, language=code)
    text = (document.prose or document.text)[document.body :]
    return replace(document, language=language or languages.detect(text) or languages.codes()[0])
