"""Finds the main text of a page by rules: what the page's elements say that they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from claimcheck.lexicon import table
from claimcheck.read.article import Part
from claimcheck.read.page_tree import BLOCKS, Node

_NEVER = frozenset(
    {"script", "style", "noscript", "template", "nav", "aside", "form", "button", "select",
     "textarea", "svg", "math", "iframe", "dialog", "menu", "object", "canvas", "video",
     "audio", "head", "title",}
)  # fmt: skip
_WHOLE = frozenset(["html", "body", "main", "article", "h1"])
_MARKS = {"h1": "# ", "li": "- "} | {f"h{level}": "## " for level in range(2, 7)}
_PROSE = frozenset(
    {"p", "li", "blockquote", "figcaption", "td", "th", "dd", "dt", "pre", "tr",}
) | set(_MARKS)  # fmt: skip
_WORDS = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")
_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_ENOUGH = 300
_MOSTLY = 0.6
_SHORT = 60
_STOPS = frozenset('.!?…“"')
_LONGEST_CELL = 200


def main_text(root: Node) -> list[Part]:
    """Return the parts of the article on a page; the tree is pruned on the way."""
    total = _prose(root)
    for node in list(root.elements()):
        if node.parent is not None and _is_apart(node, total):
            node.remove()
    parts = [part for part in _parts(_article(root)) if part.text]
    headline = next((index for index, part in enumerate(parts[:4]) if part.mark == "# "), 0)
    labels = all(len(part.text) < _SHORT for part in parts[:headline])
    return _without_empty_headings(parts[headline if labels else 0 :])


def _prose(node: Node) -> int:
    """Return how many characters stand in paragraphs, those of links not counted."""
    return sum(len(p.words()) - _linked(p) for p in node.elements("p"))


def _linked(node: Node) -> int:
    return sum(len(link.words()) for link in node.elements("a"))


def _is_apart(node: Node, total: int) -> bool:
    """Tell whether an element is around the article and not of it."""
    if node.tag in _NEVER or "hidden" in node.attributes or _HIDING.search(node.get("style")):
        return True
    if node.tag in _WHOLE:
        return False
    data = _words()
    apart = node.get("role").lower() in data["frames"] or (
        node.tag == "footer"
        or (node.tag == "header" and not any(True for _ in node.elements("h1")))
        or any(word in data["apart"] for word in _named(node))
    )
    return apart and 2 * _prose(node) <= total


def _named(node: Node) -> Iterator[str]:
    return (word.lower() for word in _WORDS.findall(f"{node.get('class')} {node.get('id')}"))


@cache
def _words() -> dict[str, frozenset[str]]:
    return {key: frozenset(words) for key, words in table("pages").items()}


def _article(root: Node) -> Node:
    """Return the element that holds the article: the best `<article>`, `<main>`, or all."""
    candidates = [node for node in root.elements("article") if _prose(node) >= _ENOUGH]
    marked = [node for node in root.elements() if node.get("itemprop") == "articleBody"]
    mains = [node for node in root.elements() if node.tag == "main" or node.get("role") == "main"]
    for found in (candidates, marked, mains):
        if found:
            best = max(found, key=_prose)
            if 2 * _prose(best) >= _prose(root):
                return best
    return root


def _parts(root: Node) -> Iterator[Part]:
    """Yield a part for each run of text between the borders of blocks."""
    run: list[tuple[str, bool]] = []
    waiting: list[tuple[Node | str, Node, bool] | Node] = [
        (child, root, False) for child in reversed(root.children)
    ]
    while waiting:
        item = waiting.pop()
        if isinstance(item, Node):  # the end of a block
            yield from _part(run, item)
            run = []
            continue
        child, block, link = item
        if isinstance(child, str):
            run.append((child, link))
        elif child.tag == "br":
            run.append(("\n", False))
        elif child.tag == "tr" and not _is_layout(child):
            yield from _part(run, block)
            run = []
            yield Part(" | ".join(cell.words() for cell in child.elements("td", "th")))
        elif child.tag in BLOCKS:
            yield from _part(run, block)
            run = []
            owner = block if child.tag in ("p", "div") and block.tag == "li" else child
            waiting.append(child)
            waiting += [(one, owner, link) for one in reversed(child.children)]
        else:
            linked = link or child.tag == "a"
            waiting += [(one, block, linked) for one in reversed(child.children)]
    yield from _part(run, root)


def _is_layout(row: Node) -> bool:
    """Tell whether a table row lays out a page, as in old ones, and is no data."""
    return any(True for _ in row.elements("p", "br", "table", "div")) or any(
        len(cell.words()) > _LONGEST_CELL for cell in row.elements("td", "th")
    )


def _part(run: list[tuple[str, bool]], block: Node) -> Iterator[Part]:
    """Yield the text of a run, if it is text and not a list of links or a label.

    Two line breaks in a row end a paragraph.
    """
    linked = sum(len("".join(piece.split())) for piece, link in run if link)
    whole = "".join(_spaced(piece) for piece, _ in run)
    if linked > _MOSTLY * len("".join(whole.split())):
        return
    mark = _MARKS.get(block.tag, "")
    for piece in re.split(r"\n\s*\n", whole):
        text = "\n".join(" ".join(line.split()) for line in piece.split("\n") if line.strip())
        label = block.tag not in _PROSE and len(text) < _SHORT and text[-1:] not in _STOPS
        if text and not label:
            yield Part(" ".join(text.split()) if mark else text, mark)


def _spaced(text: str) -> str:
    """Return text as a browser shows it: its own line breaks are blanks."""
    return text if text == "\n" else re.sub(r"[\t\n\r\f]", " ", text)


def _without_empty_headings(parts: list[Part]) -> list[Part]:
    """Drop headings at the end: what they stood over was no part of the article."""
    while parts and parts[-1].mark == "## ":
        parts.pop()
    return [
        part
        for index, part in enumerate(parts)
        if not (part.mark == "## " and parts[index + 1].mark == "## ")
    ]
