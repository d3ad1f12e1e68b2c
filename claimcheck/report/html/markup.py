"""Builds HTML from elements; whatever is not `Markup` already is escaped."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape
from urllib.parse import quote

from claimcheck.report.safe import printable

_VOID = frozenset({"meta", "br", "wbr", "link"})


class Markup(str):
    """Finished HTML."""

    __slots__ = ()


def safe(text: str) -> Markup:
    """Return text from anywhere as HTML."""
    if isinstance(text, Markup):
        return text
    clean = printable(text).encode("utf-8", "replace").decode("utf-8")
    return Markup(escape(clean))


def el(name: str, /, *children: str | Iterable[str], **attributes: str | bool | None) -> Markup:
    """Return an element. A trailing underscore is dropped from attribute names (`class_`),
    other underscores become hyphens; None and False leave the attribute out."""
    parts = [f"<{name}"]
    for key, value in attributes.items():
        key = key.rstrip("_").replace("_", "-")
        if value is True:
            parts.append(f" {key}")
        elif value is not None and value is not False:
            parts.append(f' {key}="{safe(value)}"')
    parts.append(">")
    if name in _VOID:
        return Markup("".join(parts))
    for child in children:
        parts += [safe(child)] if isinstance(child, str) else map(safe, child)
    return Markup("".join(parts) + f"</{name}>")


def join(parts: Iterable[str], between: str = "") -> Markup:
    """Return parts after one another with the same text between them."""
    return Markup(safe(between).join(safe(part) for part in parts))


def web(url: str | None, passage: str = "") -> str | None:
    """Return a web address that is safe to link, with a fragment that finds the passage."""
    if not url or not re.match(r"https?://[^\s<>\"]+\Z", url):
        return None
    if not passage:
        return url
    words = quote(" ".join(passage.split()), safe="").replace("-", "%2D")
    return f"{url.partition('#')[0]}#:~:text={words}"
