"""A small tree of an HTML page, made in time linear in its length.

The standard library's parser takes minutes for some broken pages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param",
     "source", "track", "wbr",}
)  # fmt: skip
BLOCKS = frozenset(
    {"address", "article", "aside", "blockquote", "body", "center", "dd", "details", "dialog",
     "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2",
     "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "menu", "nav", "ol", "option", "p",
     "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",}
)  # fmt: skip
_CLOSED_BY = {
    "li": ("li",), "dt": ("dt", "dd"), "dd": ("dt", "dd"), "tr": ("tr", "td", "th"),
    "td": ("td", "th"), "th": ("td", "th"), "option": ("option",),
}  # fmt: skip
_SCOPES = frozenset(
    {"ul", "ol", "dl", "table", "select", "article", "section", "main", "body", "html", "div",}
)  # fmt: skip
_DEEPEST = 250


class Node:
    """An element: tag, attributes, and in their order elements and texts."""

    __slots__ = ("attributes", "children", "parent", "tag")

    def __init__(self, tag: str, attributes: dict[str, str], parent: Node | None) -> None:
        self.tag = tag
        self.attributes = attributes
        self.parent = parent
        self.children: list[Node | str] = []

    def get(self, name: str) -> str:
        """Return an attribute, without blanks around it; empty if there is none."""
        return self.attributes.get(name, "").strip()

    def elements(self, *tags: str) -> Iterator[Node]:
        """Yield all elements below, in the order of the page; only those with these tags."""
        waiting = [child for child in reversed(self.children) if isinstance(child, Node)]
        while waiting:
            node = waiting.pop()
            if not tags or node.tag in tags:
                yield node
            waiting += [child for child in reversed(node.children) if isinstance(child, Node)]

    def text(self) -> str:
        """Return all text below, as it is written."""
        pieces: list[str] = []
        waiting: list[Node | str] = [self]
        while waiting:
            node = waiting.pop()
            if isinstance(node, str):
                pieces.append(node)
            else:
                waiting += reversed(node.children)
        return "".join(pieces)

    def words(self) -> str:
        """Return all text below on one line."""
        return " ".join(self.text().split())

    def remove(self) -> None:
        """Take the element out of the page."""
        if self.parent is not None:
            self.parent.children.remove(self)
            self.parent = None


def parse(page: str) -> Node:
    """Return the root of a page; whatever is wrong with its HTML, a tree comes out."""
    builder = _Builder()
    at = misread = 0
    while at < len(page):
        opened = page.find("<", at)
        if opened < 0:
            break
        pattern = _TAG if misread < _MOST_MISREAD else _PLAIN_TAG
        tag = pattern.match(page, opened)
        if tag is None:
            misread += 1
            end = _after_no_tag(page, opened)
            if end == opened:
                end = opened + 1
                builder.data(page[at:end])
            else:
                builder.data(page[at:opened])
            at = end
            continue
        builder.data(page[at:opened])
        at = tag.end()
        name = tag[2].lower()
        if tag[1]:
            builder.end(name)
            continue
        builder.start(name, _attributes(tag[3]), closed=tag[3].endswith("/"))
        if name in _RAW:
            close = re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE).search(page, at)
            raw = page[at : close.start() if close else len(page)]
            builder.data(raw, plain=name in ("script", "style"))
            at += len(raw)
    builder.data(page[at:])
    return builder.root


_TAG = re.compile(r"<(/?)([A-Za-z][^\s/>]*+)((?:[^>\"']++|\"[^\"]*+\"|'[^']*+')*+)>")
_PLAIN_TAG = re.compile(r"<(/?)([A-Za-z][^\s/>]*+)([^>]*+)>")
_ATTRIBUTE = re.compile(r"([^\s=/>\"']++)(?:\s*+=\s*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\s>]++)))?")
_RAW = frozenset({"script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"})
_MOST_MISREAD = 100
"""How many tags may have a quotation mark too many before quotation marks mean nothing."""


def _after_no_tag(page: str, at: int) -> int:
    """Return the end of a comment or declaration that begins at `at`; `at` if there is none."""
    if page.startswith("<!--", at):
        end = page.find("-->", at + 4)
        return end + 3 if end >= 0 else len(page)
    if page.startswith(("<!", "<?"), at):
        end = page.find(">", at)
        return end + 1 if end >= 0 else len(page)
    return at


def _attributes(written: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for match in _ATTRIBUTE.finditer(written):
        value = next((value for value in match.groups()[1:] if value is not None), "")
        found.setdefault(match[1].lower(), unescape(value) if "&" in value else value)
    return found


class _Builder:
    """Puts tags and texts, as they come, into a tree."""

    def __init__(self) -> None:
        self.root = Node("", {}, None)
        self.open = [self.root]

    def start(self, tag: str, attributes: dict[str, str], closed: bool) -> None:
        """Add an element; what follows is in it, unless it cannot hold anything."""
        self._imply_end(tag)
        node = Node(tag, attributes, self.open[-1])
        self.open[-1].children.append(node)
        inside = tag not in VOID and not (closed and tag not in BLOCKS and tag not in _RAW)
        if inside and len(self.open) < _DEEPEST:
            self.open.append(node)

    def end(self, tag: str) -> None:
        """Close the nearest open element with this tag, and what is open in it."""
        for depth in range(len(self.open) - 1, 0, -1):
            if self.open[depth].tag == tag:
                del self.open[depth:]
                return

    def data(self, text: str, plain: bool = False) -> None:
        """Add text, its character references resolved unless it is `plain`."""
        if text:
            self.open[-1].children.append(text if plain or "&" not in text else unescape(text))

    def _imply_end(self, tag: str) -> None:
        """Close what need not be closed: a paragraph before a block, an item before the next."""
        if tag in BLOCKS and self.open[-1].tag == "p":
            self.open.pop()
        for depth in range(len(self.open) - 1, 0, -1):
            above = self.open[depth].tag
            if above in _CLOSED_BY.get(tag, ()):
                del self.open[depth:]
                if tag != "tr":
                    return
            elif above in _SCOPES or tag not in _CLOSED_BY:
                return
