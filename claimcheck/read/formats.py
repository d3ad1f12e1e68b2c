"""The formats that articles come in: how each is recognised, and which module reads it.

A format is a row here and a module beside this one with `articles(file)`, which takes a
`File` and yields an `Article` for each article in it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from importlib import import_module
from pathlib import PurePath
from typing import cast

from claimcheck.errors import InputError
from claimcheck.model import Record
from claimcheck.read.article import Article, File
from claimcheck.read.streams import PACKED, SIGNS, unpacked_name


class Format(Record, frozen=True):
    """A format: what people call it, the suffixes of its files, the module that reads it."""

    name: str
    suffixes: tuple[str, ...]
    module: str


TEXT = Format(name="text", suffixes=(".txt",), module="text")
FORMATS = (
    TEXT,
    Format(name="Markdown", suffixes=(".md", ".markdown"), module="markdown"),
    Format(name="an HTML page", suffixes=(".html", ".htm", ".xhtml"), module="html"),
    Format(name="a saved page", suffixes=(".mhtml", ".mht"), module="mhtml"),
    Format(name="a Word file", suffixes=(".docx",), module="docx"),
    Format(name="a PDF file", suffixes=(".pdf",), module="pdf"),
    Format(name="JSON lines", suffixes=(".jsonl", ".ndjson"), module="jsonl"),
)
SUFFIXES = tuple(suffix for format_ in FORMATS for suffix in format_.suffixes)
"""The suffixes of the files that are read in folders; packed ones as well."""

_BY_SUFFIX = {suffix: format_ for format_ in FORMATS for suffix in format_.suffixes}
_HTML = re.compile(rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{,2000}?-->\s*)*<(?:!doctype\s+html|html)\b",
                   re.IGNORECASE | re.DOTALL)  # fmt: skip
_JSON_LINE = re.compile(rb'\s*\{\s*"[^"]{1,40}"\s*:')
_MIME = re.compile(rb"(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*MIME-Version:", re.IGNORECASE)
_FOREIGN = (
    (b"\xd0\xcf\x11\xe0", "an old Office file, or one with a password",
     "save it as .docx, without a password"),
    (b"{\\rtf", "an RTF file", "save it as .docx"),
    (b"bplist00", "a Safari web archive", "save the page as page source (.html)"),
    (b"PK\x03\x04", "a zip or Office file", "save it as .docx, or as UTF-8 text"),
)  # fmt: skip


def is_article(name: str) -> bool:
    """Tell by its name whether a file in a folder is an article."""
    return unpacked_name(name.lower()).endswith(SUFFIXES)


def read_with(file: File) -> Iterable[Article]:
    """Return the articles in a file, by the format that its name or else its content tells."""
    format_ = _BY_SUFFIX.get(_suffix(file.path))
    if format_ is None or format_.module != "jsonl":
        head = file.head()
        try:
            format_ = _checked(format_, head, file)
        except InputError:
            file.close()
            raise
    module = import_module(f"claimcheck.read.{format_.module}")
    return cast(Callable[[File], Iterable[Article]], module.articles)(file)


def _suffix(path: str) -> str:
    return PurePath(unpacked_name(path)).suffix.lower()


def _checked(named: Format | None, head: bytes, file: File) -> Format:
    """Return the format, or complain about content that is not what the name says."""
    packing = next((suffix for sign, suffix in SIGNS.items() if head.startswith(sign)), "")
    if packing:
        raise InputError(
            f"is packed as {packing}, and its name does not say so",
            place=file.place,
            hint=_rename(file, packing),
        )
    found = sniff(head)
    if found is not None:
        if named is None or found is named:
            return found
        raise InputError(
            f"is {found.name}, not {named.name}",
            place=file.place,
            hint=_rename(file, found.suffixes[0]),
        )
    if named is not None and named.module == "docx" and head.startswith(b"PK"):
        return named
    foreign = next(((what, hint) for sign, what, hint in _FOREIGN if head.startswith(sign)), None)
    if foreign:
        wanted = named or TEXT
        raise InputError(f"is {foreign[0]}, not {wanted.name}", place=file.place, hint=foreign[1])
    if _suffix(file.path) == ".json":
        raise InputError(
            "is JSON, of which only lines with an article each are read",
            place=file.place,
            hint="write each article as one line of a .jsonl file, e.g. with jq -c '.[]'",
        )
    if named is None and file.path == "-" and _JSON_LINE.match(head):
        return _BY_SUFFIX[".jsonl"]
    return named or TEXT


def _rename(file: File, suffix: str) -> str:
    """Say how the file is to be called; a packed one keeps the suffix that it has."""
    name = PurePath(file.path)
    if suffix in PACKED:
        return (
            f"rename it to {name.name}{suffix}"
            if name.name != "-"
            else (f"say --stdin-filename article.txt{suffix}")
        )
    return f"rename it to {PurePath(unpacked_name(name.name)).with_suffix(suffix)}"


def sniff(head: bytes) -> Format | None:
    """Return the format that the first bytes of a file show beyond doubt, else None."""
    if b"%PDF-" in head[:1024]:
        return _BY_SUFFIX[".pdf"]
    if head.startswith(b"PK\x03\x04") and (b"word/" in head or b"[Content_Types].xml" in head):
        return _BY_SUFFIX[".docx"] if b"word/" in head else None
    if _HTML.match(head.removeprefix(b"\xef\xbb\xbf")):
        return _BY_SUFFIX[".html"]
    if _MIME.match(head[:4096]) and b"multipart/related" in head[:4096]:
        return _BY_SUFFIX[".mhtml"]
    return None
