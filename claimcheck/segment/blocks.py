"""Finds the blocks of a text: headline, paragraphs, headings, bullets.

A line is a block, and lines that a fixed width has broken are joined again.
"""

from __future__ import annotations

import re
from functools import cache

import msgspec

from claimcheck.lexicon import table
from claimcheck.read.title import headline_span

_LINE = re.compile(r"[^\r\n\u2028\u2029\x0b\x0c]+")
_BULLET = re.compile(r"(?:[-*•–·▪►‣◦]|\d{1,2}\))[ \t\u00a0]+(?=\S)")
_NUMBERED = re.compile(r"(\d{1,2})\.[ \t]+(?=\S)")
_MARKS = re.compile(r"#{1,6}[ \t]+(?=\S)")
_FINAL = re.compile(r"(?:[.!?:;…]++[\"'”“»«’‘›‹)]*|\])\Z")
_INNER_STOP = re.compile(r"[^\W\d]{2}[.!?][\"”“»«’]? +[A-ZÄÖÜ0-9„“\"»]")
_LONGEST_HEADING = 140
_FIRST_WORD = re.compile(r"\S{1,40}")


class Block(msgspec.Struct, frozen=True, gc=False):
    """A stretch of text that stands for itself; marks of bullets and headings left out."""

    start: int
    end: int
    bullet: bool = False
    marked: bool = False
    headline: bool = False


class _Line(msgspec.Struct, frozen=True, gc=False):
    start: int
    end: int
    apart: bool
    bullet: bool
    marked: bool


def blocks(text: str, start: int, language: str) -> tuple[Block, ...]:
    """Return the blocks of `text` from `start` on, in their order."""
    lines = _lines(text, start)
    width = _width(lines)
    head = headline_span(text, start)
    found: list[Block] = []
    at = 0
    while at < len(lines):
        first = last = lines[at]
        at += 1
        while at < len(lines) and _goes_on(text, first, last, lines[at], width, language):
            last = lines[at]
            at += 1
        found.append(
            Block(
                start=first.start,
                end=last.end,
                bullet=first.bullet,
                marked=first.marked,
                headline=(first.start, last.end) == head,
            )
        )
    return tuple(found)


def _lines(text: str, start: int) -> list[_Line]:
    found: list[_Line] = []
    before = start
    for match in _LINE.finditer(text, start):
        line = match[0]
        stripped = line.strip()
        if not stripped:
            continue
        begin = match.start() + line.index(stripped[0])
        end = begin + len(stripped)
        gap = text[before:begin]
        bullet = _BULLET.match(text, begin, end) or _numbered(text, begin, found)
        marks = _MARKS.match(text, begin, end)
        mark = bullet or marks
        found.append(
            _Line(
                start=mark.end() if mark else begin,
                end=end,
                apart=max(gap.count("\n"), gap.count("\r"), gap.count("\u2028")) > 1,
                bullet=bool(bullet),
                marked=bool(marks),
            )
        )
        before = end
    return found


def _numbered(text: str, begin: int, before: list[_Line]) -> re.Match[str] | None:
    """Match "2. " where the line belongs to a numbered list, and is no ordinal."""
    match = _NUMBERED.match(text, begin)
    if not match:
        return None
    number = int(match[1])
    follows = re.compile(rf"[^\r\n]*[\r\n]+[ \t]*{number + 1}\.[ \t]")
    if number == 1:
        return match if follows.match(text, begin) else None
    return match if before and before[-1].bullet else None


def _width(lines: list[_Line]) -> int:
    """Return the width that the text was broken at; 0 if it was not."""
    lengths = sorted(line.end - line.start for line in lines)
    if len(lengths) < 6 or not 40 <= lengths[-1] <= 100:
        return 0
    long = sum(length > lengths[-1] - 16 for length in lengths)
    return lengths[-1] if long >= 0.5 * len(lengths) else 0


def _goes_on(
    text: str, first: _Line, line: _Line, following: _Line, width: int, language: str
) -> bool:
    """Tell whether `following` continues the block, from its `first` line to its last, `line`."""
    if following.apart or following.bullet or following.marked or line.marked:
        return False
    word = _FIRST_WORD.match(text, following.start)
    if width and not first.bullet:
        return line.end - line.start + 1 + len(word[0] if word else "") > width
    tail = text[max(line.start, line.end - 40) : line.end]
    if _FINAL.search(tail):
        return False
    if first.start != line.start or tail[-1] in ",-–" or _opens_inside(text, first):
        return True
    if _opens_inside(text, following) or _only_ends(text, following):
        return True
    *before, last = tail.lower().split()
    never_last, small = _words(language)
    if last in never_last or (line.end - line.start < 20 and last in small):
        return True
    return _breaks_off(text, line, before, last)


def _breaks_off(text: str, line: _Line, before: list[str], last: str) -> bool:
    """Tell whether a line that ends without a stop ends in the middle of a sentence.

    It does if it is too long for a heading, or ends with a number that is no year, or is
    long and ends with a number and its scale, or has the end of a sentence inside.
    """
    length = line.end - line.start
    year = len(last) == 4 and last.isdigit()
    if length > _LONGEST_HEADING or (last[0].isdigit() and last[-1].isdigit() and not year):
        return True
    scaled = bool(before) and before[-1][-1].isdigit()
    return length > 60 and (scaled or _has_open_tail(text, line))


def _opens_inside(text: str, line: _Line) -> bool:
    """Tell whether a line opens in the middle of a sentence: with a small letter or a bracket."""
    return text[line.start].islower() or (text[line.start] == "(" and text[line.end - 1] != ")")


def _only_ends(text: str, line: _Line) -> bool:
    """Tell whether a line is just the last word of a sentence ("Freistaat.")."""
    return (
        line.end - line.start < 25
        and text.find(" ", line.start, line.end) < 0
        and (text[line.end - 1] == ".")
    )


def _has_open_tail(text: str, line: _Line) -> bool:
    """A line with a sentence end inside and none at its end was broken by its width."""
    return _INNER_STOP.search(text, line.start, line.end) is not None


@cache
def _words(language: str) -> tuple[frozenset[str], frozenset[str]]:
    data = table(f"{language}/text")
    return frozenset(data["never_last"]), frozenset(data["stop_words"])
