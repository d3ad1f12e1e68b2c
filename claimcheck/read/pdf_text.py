"""Makes running text of the lines of PDF pages."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

import msgspec

from claimcheck.language import detect
from claimcheck.lexicon import languages, table
from claimcheck.model import Anchor

_HYPHENS = "-\u00ad\u2010"
_BULLET = re.compile(r"(?:[•·▪►‣◦●■*\uf0b7]|[-–](?=\s))\s*")
_PAGE_NUMBER = re.compile(
    r"\W*(?:(?:seite|page|s\.|p\.)\s*)?\d{1,4}(?:\s*(?:von|of|/)\s*\d{1,4})?\W*", re.IGNORECASE
)
_PRINT_HEAD = re.compile(r"\d{1,4}[./-]\d\d?[./-]\d{2,4}, \d\d?:\d\d\b.*")
_PRINT_FOOT = re.compile(r"(?:https?|file)://\S+ \d+/\d+")
"""What a browser prints around a page: day, hour and title; address and number."""

_LIGATURES = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
)
_FINAL = re.compile(r"[.!?:…][\"'”“»«’‘)\]]*\Z")
_UNKNOWN = re.compile("[\ufffd\ue000-\uf8ff]|\\(cid:\\d+\\)|/g\\d+")
_WORD = re.compile(r"[^\W\d_]+")
_EDGE = 2
"""How many lines at the top and foot of a page may be running heads."""

_LARGER, _SMALLER = 1.12, 0.9
"""Letters this much larger than the body's are a heading's, smaller ones a note's."""

_GAP = 1.35
"""A paragraph ends where the next line is this much farther than lines usually are."""

_FULL = 0.85
"""A line was broken by the width where the next word would have gone beyond this share."""


class Line(msgspec.Struct, frozen=True):
    """A line on a page: its text, the size of its letters and its height; 0 if not known."""

    text: str
    size: float = 0.0
    height: float = 0.0


class _Paragraph(msgspec.Struct):
    """Lines that belong together, and the page that they begin on."""

    lines: list[Line]
    starts: list[tuple[int, int]]
    """Index of a line with which a page begins, and the number of the page."""


def join_pages(pages: Sequence[Sequence[Line]]) -> tuple[str, tuple[Anchor, ...]]:
    """Return the running text of pages, and where each begins in it.

    Lines are joined to paragraphs, words that a line end has cut are made whole, and page
    numbers and lines that head or foot most pages are left out. Larger letters make a
    heading.
    """
    cleaned = _without_running([[_clean(line) for line in page] for page in pages])
    lines = [line for page in cleaned for line in page]
    shape = _Shape(lines)
    paragraphs: list[_Paragraph] = []
    for number, page in enumerate(cleaned, start=1):
        for index, line in enumerate(page):
            above = paragraphs[-1].lines[-1] if paragraphs else None
            if above is None or not shape.goes_on(above, line, index == 0):
                paragraphs.append(_Paragraph([], []))
            if index == 0:
                paragraphs[-1].starts.append((len(paragraphs[-1].lines), number))
            paragraphs[-1].lines.append(line)
    return _written(paragraphs, shape)


def _clean(line: Line) -> Line:
    text = unicodedata.normalize("NFC", line.text.translate(_LIGATURES))
    return msgspec.structs.replace(line, text=" ".join(text.split()))


def _written(paragraphs: Sequence[_Paragraph], shape: _Shape) -> tuple[str, tuple[Anchor, ...]]:
    pieces: list[str] = []
    anchors: list[Anchor] = []
    at = 0
    for paragraph in paragraphs:
        mark = shape.mark(paragraph.lines[0])
        starts = dict(paragraph.starts)
        text = ""
        for index, line in enumerate(paragraph.lines):
            words = _BULLET.sub("", line.text, count=1) if mark == "- " and not index else line.text
            text = _joined(text, words) if index else mark + words
            if index in starts:
                before = len(text) - len(words) if index else 0
                anchors.append(Anchor(at + before, page=starts[index]))
        pieces.append(text)
        at += len(text) + 2
    return "\n\n".join(pieces) + "\n", tuple(anchors)


def _joined(text: str, line: str) -> str:
    """Join two lines of a paragraph; a word that was cut between them is made whole."""
    if text[-1:] not in _HYPHENS or text[-2:-1].isspace():
        return f"{text} {line}"
    if text.endswith("\u00ad"):
        return text[:-1] + line
    word = _WORD.match(line)
    if word and word[0] in _after_hyphen():
        return f"{text} {line}"
    cut = text[-2:-1].isalpha() and line[0].islower()
    return text[:-1] + line if cut else text + line


@cache
def _after_hyphen() -> frozenset[str]:
    """Return the words before which a hyphen stays ("Nord- und Ostsee"), of all languages."""
    return frozenset(word for code in languages() for word in table(f"{code}/text")["after_hyphen"])


class _Shape:
    """What the lines of a file usually look like, and what is told by lines that differ."""

    def __init__(self, lines: Sequence[Line]) -> None:
        sizes: Counter[float] = Counter()
        for line in lines:
            sizes[line.size] += len(line.text)
        self.size = sizes.most_common(1)[0][0] if sizes else 0.0
        steps = Counter(
            round(above.height - below.height, 1)
            for above, below in pairwise(lines)
            if 0 < above.height - below.height < 10 * (self.size or 12)
        )
        self.step = steps.most_common(1)[0][0] if steps else 0.0
        lengths = sorted(len(line.text) for line in lines if line.size == self.size)
        self.width = lengths[round(0.9 * (len(lengths) - 1))] if lengths else 0

    def mark(self, line: Line) -> str:
        """Return the mark of a heading or list item; nothing for other lines."""
        if self.size and line.size > _LARGER * self.size and len(line.text) < 200:
            return "## "
        return "- " if _BULLET.match(line.text) else ""

    def goes_on(self, above: Line, line: Line, new_page: bool) -> bool:
        """Tell whether a line continues the paragraph of the line above it."""
        if _BULLET.match(line.text) or abs(above.size - line.size) > 0.06 * self.size:
            return False
        step = above.height - line.height
        if self.mark(line) == "## ":
            return 0 < step < 2 * line.size
        if not new_page and self.step and step > _GAP * self.step:
            return False
        if above.text[-1] in _HYPHENS + "," or line.text[0].islower():
            return True
        first = line.text.split()[0]
        full = len(above.text) + 1 + len(first) > _FULL * self.width
        return full and not (new_page and _FINAL.search(above.text))


def _without_running(pages: list[list[Line]]) -> list[list[Line]]:
    """Leave out empty lines, page numbers, and what heads or foots most pages."""
    pages = [_as_shown([line for line in page if line.text]) for page in pages]
    seen: Counter[str] = Counter()
    for page in pages:
        seen.update({_pattern(line.text) for line in _edges(page)})
    often = {
        text
        for text, count in seen.items()
        if count >= max(2, 0.5 * len(pages)) and _WORD.search(text) and not _FINAL.search(text)
    }
    return [_inside(page, often) for page in pages]


def _as_shown(page: list[Line]) -> list[Line]:
    """Return a page without what a browser printed around it, the last in the file."""
    if not page or not _PRINT_FOOT.fullmatch(page[-1].text):
        return page
    headed = len(page) > 1 and _PRINT_HEAD.fullmatch(page[-2].text)
    return page[: -2 if headed else -1]


def _edges(page: list[Line]) -> list[Line]:
    return [*page[:_EDGE], *page[_EDGE:][-_EDGE:]]


def _inside(page: list[Line], often: set[str]) -> list[Line]:
    """Return the lines of a page without those at its edges that are no text of its own."""

    def running(line: Line) -> bool:
        return _pattern(line.text) in often or _PAGE_NUMBER.fullmatch(line.text) is not None

    head = [line for line in page[:_EDGE] if not running(line)]
    foot = [line for line in page[_EDGE:][-_EDGE:] if not running(line)]
    return [*head, *page[_EDGE : max(_EDGE, len(page) - _EDGE)], *foot]


def _pattern(text: str) -> str:
    return re.sub(r"\d+", "0", text)


def looks_broken(text: str) -> str:
    """Return what is wrong with a text that was got out badly; nothing if all looks well."""
    words = _WORD.findall(text)
    letters = sum(map(len, words))
    if 200 * len(_UNKNOWN.findall(text)) > letters:
        return "unknown characters"
    if len(words) >= 30 and 2 * sum(len(word) == 1 for word in words) > len(words):
        return "letters stand apart"
    if letters >= 300 and letters > 18 * len(words):
        return "blanks are missing"
    if letters >= 300 and not detect(text):
        return "no common word in it"
    return ""
