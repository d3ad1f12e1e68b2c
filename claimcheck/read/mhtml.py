"""Reads pages that a browser saved as one file (MHTML)."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.errors import InputError
from claimcheck.read.article import Article, File
from claimcheck.read.html import article


def articles(file: File) -> Iterator[Article]:
    """Yield the article of the page, the first HTML part; pictures and frames are not read."""
    from email import message_from_bytes
    from email.policy import default

    message = message_from_bytes(file.data, policy=default)
    page = next((part for part in message.walk() if part.get_content_type() == "text/html"), None)
    data = page.get_payload(decode=True) if page is not None else None
    if page is None or not isinstance(data, bytes) or not data.strip():
        raise InputError(
            "holds no page", place=file.place, hint="save the page anew, as HTML or MHTML"
        )
    yield article(data, file.place, charset=page.get_content_charset() or "")
