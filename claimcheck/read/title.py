"""Recognises a headline: a short first line that is no sentence."""

from __future__ import annotations

import re

LONGEST = 140
"""A headline has at most this many characters."""

_LINE = re.compile(r"[^\r\n\u2028\u2029\x0b\x0c]+")
_BULLET = re.compile(r"[-*•–·▪►‣◦]\s|\d{1,2}[.)]\s")
_MARKS = re.compile(r"#{1,6}[ \t]+")


def headline(text: str, start: int = 0) -> str:
    """Return the headline of the article that starts at `start`, or nothing.

    >>> headline("Museum meldet Rekord\\n\\nMehr Gäste als je zuvor kamen 2025.")
    'Museum meldet Rekord'
    """
    span = headline_span(text, start)
    return text[span[0] : span[1]] if span else ""


def headline_span(text: str, start: int = 0) -> tuple[int, int] | None:
    """Return where the headline stands, without Markdown marks; None if there is none."""
    first = next((line for line in _LINE.finditer(text, start) if line[0].strip()), None)
    if first is None or not text[first.end() :].strip():
        return None
    begin = first.start() + len(first[0]) - len(first[0].lstrip())
    end = first.start() + len(first[0].rstrip())
    marks = _MARKS.match(text, begin)
    if marks:
        return (marks.end(), end) if marks.end() < end else None
    return (begin, end) if is_heading(text[begin:end]) else None


def is_heading(line: str, longest: int = LONGEST) -> bool:
    """Tell whether a line on its own reads as a heading: short, and without a full stop."""
    if not line or len(line) > longest or _BULLET.match(line):
        return False
    end = line.rstrip("\"'”“»«’‘)")
    return bool(end) and end[-1] not in ".:;,…" and any(map(str.isalpha, line))
