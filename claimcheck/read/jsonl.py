"""Reads corpora with one article, a JSON object, on each line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

import msgspec

from claimcheck.errors import InputError
from claimcheck.read.article import Article, File
from claimcheck.read.text import known_language

KEYS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "text": ("text", "maintext", "body", "content", "articleBody"),
        "title": ("title", "headline"),
        "published": ("published", "date", "date_publish", "datePublished", "published_at"),
        "lang": ("lang", "language"),
        "source": ("source", "outlet", "publisher", "source-hostname", "source_domain"),
        "url": ("url",),
    }
)
"""The keys that are read, and what other programs call them; the first that is there counts."""

_SURROGATES = re.compile("[\ud800-\udfff]")
_DAY = re.compile(r"\d{4}-\d\d-\d\d(?:[T ].*)?", re.DOTALL)


def articles(file: File) -> Iterator[Article]:
    """Yield the article on each line. Raises `InputError` naming the line that is broken."""
    found = False
    for number, line in file.lines():
        if number == 1:
            line = line.removeprefix(b"\xef\xbb\xbf")
        if line.strip():
            found = True
            yield _article(_record(line, f"{file.place}:{number}"), line.strip(), number, file)
    if not found:
        raise InputError("is empty", place=file.place, hint="put an article on each line")


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode()
    except UnicodeDecodeError:
        return False
    return True


def _record(line: bytes, place: str) -> dict[str, Any]:
    try:
        record = msgspec.json.decode(line)
    except (UnicodeDecodeError, msgspec.DecodeError, RecursionError) as error:
        if not _is_utf8(line):  # which msgspec says in another way since 0.23
            raise InputError(
                "the line is not UTF-8", place=place, hint="save it as UTF-8"
            ) from None
        record = _leniently(line)
        if record is None:
            raise InputError(
                f"the line is no JSON: {error}",
                place=place,
                hint="each line is one whole article: no line breaks inside, no list around",
            ) from None
    if not isinstance(record, dict):
        raise InputError(
            "the line is JSON, but no object",
            place=place,
            hint='write each article as {"text": "…", "published": "2025-09-02"}',
        )
    return record


def _leniently(line: bytes) -> Any:
    """Return JSON with lone surrogates or control characters inside, which msgspec refuses."""
    import json

    try:
        return json.loads(line.decode("utf-8"), strict=False)
    except (ValueError, RecursionError):
        return None


def _article(record: dict[str, Any], raw: bytes, number: int, file: File) -> Article:
    place = f"{file.place}:{number}"
    text = _value(record, "text", place)
    if not text.strip():
        named = [key for key in KEYS["text"] if key in record]
        keys = ", ".join(sorted(map(str, record))[:8])
        raise InputError(
            "the article has an empty text" if named else "the article has no `text`",
            place=place,
            hint="take the line out" if named else f"name the text `text`; the keys are {keys}",
        )
    return Article(
        text=text,
        title=" ".join(_value(record, "title", place).split()),
        source=_outlet(_value(record, "source", place).strip()),
        url=_value(record, "url", place).strip(),
        language=known_language(_value(record, "lang", place), "lang", place),
        published=_published(_value(record, "published", place).strip(), place),
        name=f"#{number}",
        raw=raw,
    )


def _value(record: dict[str, Any], key: str, place: str) -> str:
    """Return the text under a key or one of its other names; empty if there is none."""
    name = next((name for name in KEYS[key] if record.get(name) is not None), key)
    value = record.get(name)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise InputError(
            f"`{name}` is {type(value).__name__}, not text",
            place=place,
            hint=f'write it in quotation marks: "{name}": "…"',
        )
    return _SURROGATES.sub("\ufffd", value)


def _outlet(source: str) -> str:
    """Return the name of an outlet; of an address, that of its host."""
    host = re.match(r"https?://(?:www\.)?([\w.-]+)", source)
    return host[1] if host else source


def _published(written: str, place: str) -> date | None:
    try:
        if written and not _DAY.fullmatch(written):
            raise ValueError
        return date.fromisoformat(written[:10]) if written else None
    except ValueError:
        raise InputError(
            f"the date `{written[:40]}` is not ISO",
            place=place,
            hint='write year-month-day, e.g. "published": "2025-09-02"',
        ) from None
