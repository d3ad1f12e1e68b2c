"""Reads CommonMark. The text stays the file's own; `prose` is the same without markup."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

from msgspec.structs import replace

from claimcheck.read import text as plain_text
from claimcheck.read.article import Article, File

if TYPE_CHECKING:
    from markdown_it.token import Token

_MARKUP = re.compile(r"[*_`<\[\\&|~>]|^[ \t]{4}|^(?:=+|-+)[ \t]*$", re.MULTILINE)
"""What headings, lists and paragraphs alone do not have: where it is missing, all is prose."""

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r|\Z)")
_TARGET = re.compile(r"\](?:\((?:[^()\\]|\\.|\((?:[^()\\]|\\.)*\))*\)|\[[^\]]*\])?", re.DOTALL)
_MARK = re.compile(r"(?:[ \t]|>)*(#{1,6}[ \t]|[-*+][ \t]|\d{1,9}[.)][ \t])")
_BAR = re.compile(r"(?<!\\)\|")
_TAG = re.compile(r"<!--|<(?:script|style)\b|</?[a-z][^<>]*>", re.I)
_CLOSING = {"<!--": re.compile("-->")} | {
    f"<{name}": re.compile(rf"</{name}\s*>", re.I) for name in ("script", "style")
}
_STRAY_STOP = re.compile(r"(?<=\S)( +)([.,;:!?…]+)(?!\S)")
_FOOTNOTE = re.compile(r"\[\^[^\]\s]{1,40}\]:?")


def articles(file: File) -> Iterator[Article]:
    """Yield the one article in a Markdown file.

    Code, comments, HTML, targets of links and pictures are not read; emphasis and the
    like are passed over.
    """
    for article in plain_text.articles(file):
        yield replace(article, prose=prose(article.text, article.body))


def prose(text: str, body: int = 0) -> str:
    """Return `text` with blanks for the markup from `body` on; empty if there is none.

    >>> prose("Die **Werft** hat [40](https://example.org/40) Leute.")
    'Die   Werft   hat  40                           Leute.'
    """
    if not _MARKUP.search(text, body):
        return ""
    lines = [match.start() for match in _LINE.finditer(text, body) if match.start() < len(text)]
    lines.append(len(text))
    written = [c if c in "\r\n" else " " for c in text]
    _keep(text, 0, body, written)
    at = body
    for token in _parsed("".join(text[a:b].rstrip("\r\n") + "\n" for a, b in pairwise(lines))):
        if token.map and token.map[1] < len(lines):
            start, end = lines[token.map[0]], lines[token.map[1]]
            read = _READERS.get(token.type)
            at = read(text, max(start, at), end, token, written) if read else at
    for mark in _FOOTNOTE.finditer(text, body):
        written[mark.start() : mark.end()] = " " * len(mark[0])
    found = _STRAY_STOP.sub(partial(_closed_up, text), "".join(written))
    return "" if found == text else found


def _closed_up(text: str, match: re.Match[str]) -> str:
    """Put a full stop behind its word where only markup was between ("**40**.")."""
    if any(map(str.isspace, text[match.start(1) : match.end(1)])):
        return match[0]
    return match[2] + match[1]


def _parsed(text: str) -> list[Token]:
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    return parser.disable(["text_join", "fragments_join"]).parse(text)


def _mark(text: str, at: int, end: int, token: Token, written: list[str]) -> int:
    """Keep the mark of a heading or list item: it tells the role of the line."""
    mark = _MARK.match(text, at, end)
    if mark:
        _keep(text, mark.start(1), mark.end(1), written)
    return at


def _row(text: str, at: int, end: int, token: Token, written: list[str]) -> int:
    """Keep what parts the cells of a table row."""
    line = text[at:end].strip()
    first = text.find(line, at) + line.startswith("|")
    last = text.find(line, at) + len(line) - line.endswith("|")
    for bar in _BAR.finditer(text, first, last):
        written[bar.start()] = "|"
    return at


def _indented(text: str, at: int, end: int, token: Token, written: list[str]) -> int:
    """Keep indented lines: CommonMark calls them code, and in an article they are none."""
    _keep(text, at, end, written)
    return end


def _html(text: str, at: int, end: int, token: Token, written: list[str]) -> int:
    """Keep the words between tags."""
    for start, close in _tags(text, at, end):
        _keep(text, at, start, written)
        at = close
    _keep(text, at, end, written)
    return end


def _tags(text: str, at: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield where tags, comments and scripts stand; what is never closed is looked for once."""
    unclosed: set[str] = set()
    while tag := _TAG.search(text, at, end):
        at, name = tag.end(), tag[0].lower()
        closing = _CLOSING.get(name)
        if closing is None:
            yield tag.span()
        elif name not in unclosed:
            found = closing.search(text, at, end)
            if found:
                at = found.end()
                yield tag.start(), at
            else:
                unclosed.add(name)


def _inline(text: str, at: int, end: int, token: Token, written: list[str]) -> int:
    """Keep the words of a paragraph, heading or cell, found one after the other in its lines."""
    for child in token.children or ():
        if child.type in ("text", "code_inline"):
            for words in filter(None, (child.content, child.content.replace("|", "\\|"))):
                found = text.find(words, at, end)
                if found >= 0:
                    at = _keep(text, found, found + len(words), written)
                    break
        elif child.type == "text_special":
            found = text.find(child.markup, at, end)
            if found >= 0:
                at = found + len(child.markup)
                written[found:at] = child.content[: len(child.markup)].ljust(len(child.markup))
        elif child.type == "link_close" and child.markup != "autolink":
            at = _behind(_TARGET, text, at, end)
        elif child.type == "image":
            at = _behind(_TARGET, text, max(at, text.find("![", at, end)), end)
        elif child.type == "html_inline":
            at = _behind(re.compile(re.escape(child.content)), text, at, end)
    return at


def _keep(text: str, start: int, end: int, written: list[str]) -> int:
    written[start:end] = text[start:end]
    return end


def _behind(pattern: re.Pattern[str], text: str, at: int, end: int) -> int:
    found = pattern.search(text, at, end)
    return found.end() if found else at


_READERS: dict[str, Callable[[str, int, int, Token, list[str]], int]] = {
    "inline": _inline,
    "heading_open": _mark,
    "list_item_open": _mark,
    "tr_open": _row,
    "code_block": _indented,
    "html_block": _html,
}
