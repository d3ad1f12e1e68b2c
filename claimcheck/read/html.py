"""Reads HTML pages: the main text by trafilatura where it is installed, else by rules."""

from __future__ import annotations

import codecs
import logging
import re
from collections.abc import Iterator
from typing import Any

from claimcheck import language as languages
from claimcheck.errors import InputError
from claimcheck.read.article import Article, File, Part, lay_out
from claimcheck.read.decode import decode
from claimcheck.read.extras import have
from claimcheck.read.page_meta import PageMeta, page_meta
from claimcheck.read.page_text import main_text
from claimcheck.read.page_tree import parse

_CHARSET = re.compile(rb"<(?:meta|\?xml)[^>]*?(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]+)", re.I)
_LATIN = frozenset({"iso8859-1", "ascii", "iso8859-15"})
_PARTS = ("head", "p", "item", "row", "quote", "ab", "figDesc")
"""The elements of trafilatura's tree that stand for themselves."""

_LONGEST_ROW = 400
"""Characters of a table row; a longer one lays out an old page, and is no data."""

_WORD = re.compile(r"\w+")


def articles(file: File) -> Iterator[Article]:
    """Yield the article of an HTML page."""
    yield article(file.data, file.place)


def article(data: bytes, place: str, charset: str = "") -> Article:
    """Return the article of the page `data`, which is in `charset` if the page is silent."""
    if not data.strip():
        raise InputError("is empty", place=place, hint="save the page anew, or leave it out")
    page, notes = _decoded(data, place, charset)
    root = parse(page)
    meta = page_meta(root, page)
    if meta.own_report:
        raise InputError(
            "is a report of claimcheck, not an article",
            place=place,
            hint="write reports to another folder, or leave it out with --exclude",
        )
    parts = _by_trafilatura(page)
    if not parts:
        why = "trafilatura is not installed" if parts is None else "trafilatura found none"
        notes = (*notes, f"main text found by plain rules: {why}")
        parts = main_text(root)
    text, anchors = lay_out(_with_headline(parts, meta))
    if not text:
        raise InputError(
            "has no text", place=place, hint="save the page when it is shown in full, or as text"
        )
    code = languages.known(meta.language)
    if meta.language and not code:
        notes = (*notes, f"the page says that it is in {meta.language[:12]!r}: figures are unsure")
    return Article(
        text=text,
        title=meta.title,
        source=meta.outlet,
        url=meta.url,
        likely_language=code,
        published=meta.published,
        anchors=anchors,
        notes=notes,
    )


def _decoded(data: bytes, place: str, charset: str) -> tuple[str, tuple[str, ...]]:
    """Return the page as text, by its own word on its encoding where that holds."""
    said = _CHARSET.search(data[:4096])
    name = said[1].decode("ascii", "replace") if said else charset
    try:
        codec = codecs.lookup(name).name if name else ""
    except LookupError:
        codec = ""
    marked = data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    if codec and not marked and not codec.startswith("utf"):
        try:
            return data.decode("cp1252" if codec in _LATIN else codec), ()
        except (UnicodeDecodeError, LookupError):
            pass
    return decode(data, path=place)


def _by_trafilatura(page: str) -> list[Part] | None:
    """Return the parts of the main text, none if nothing is found; None without trafilatura."""
    trafilatura = have("trafilatura")
    if trafilatura is None:
        return None
    for name in ("trafilatura", "htmldate", "justext"):
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)
    found = trafilatura.bare_extraction(
        page, with_metadata=False, include_comments=False, include_tables=True,
        include_formatting=False, include_links=False, output_format="python",
    )  # fmt: skip
    body = getattr(found, "body", None)
    parts = _parts(body) if body is not None else []
    layout = any(" | " in part.text and len(part.text) > _LONGEST_ROW for part in parts)
    return [] if layout else parts


def _parts(body: Any) -> list[Part]:
    """Return the parts of trafilatura's tree, in which headings, items and rows are marked."""
    found: list[Part] = []
    for node in body.iter(*_PARTS):
        if node.tag == "row":
            cells = [" ".join("".join(cell.itertext()).split()) for cell in node.iter("cell")]
            found.append(Part(" | ".join(cells)))
        elif next(node.iterancestors("row"), None) is None:
            text = "\n".join(filter(None, (" ".join(x.split()) for x in _own(node).split("\n"))))
            mark = _mark(node)
            found.append(Part(" ".join(text.split()) if mark else text, mark))
    return [part for part in found if part.text]


def _mark(node: Any) -> str:
    if node.tag == "head":
        return "# " if node.get("rend") == "h1" else "## "
    listed = node.tag == "item" or node.getparent().tag == "item"
    return "- " if listed else ""


def _own(node: Any) -> str:
    """Return the text of a node without that of the parts inside it."""
    pieces = [node.text or ""]
    for child in node:
        if child.tag == "lb" or child.tag in _PARTS or child.tag in ("list", "table"):
            pieces.append("\n")
        elif isinstance(child.tag, str):
            pieces.append(_own(child))
        pieces.append(child.tail or "")
    return "".join(pieces)


def _with_headline(parts: list[Part], meta: PageMeta) -> list[Part]:
    """Put the headline that readers see on top, if the main text does not open with it."""
    opening = _plain(" ".join(part.text for part in parts[:4]))
    if not meta.headline or _plain(meta.headline) in opening:
        return parts
    return [Part(meta.headline, "# "), *parts]


def _plain(text: str) -> str:
    return " ".join(_WORD.findall(text.casefold()))
