"""Source excerpts with underlined spans, as compilers print them."""

from __future__ import annotations

from typing import NamedTuple

from claimcheck.model import Document, Span
from claimcheck.report.cells import cell_len
from claimcheck.report.page import Page, wrap

_LEAST_BEFORE = 8


class Window(NamedTuple):
    """The stretch of a line that fits: what stands before the span, the span, and after it."""

    before: str
    span: str
    after: str


def window(
    before: str, span: str, after: str, room: int, label: int = 0, dots: str = "…"
) -> Window:
    """Cut the text around a span to `room` cells at spaces, marking cuts with `dots`.

    The span itself is never cut. `label` is the room that is wanted beside the underline,
    below the text after the span.
    """
    size = cell_len(span)
    left = room - size - max(label, min(cell_len(after), room // 4))
    left = max(left, min(room - size, _LEAST_BEFORE), 0)
    before = _tail(before, max(min(left, room - size - label), 0), dots)
    return Window(before, span, _head(after, max(room - size - cell_len(before), 0), dots))


def _tail(text: str, room: int, dots: str) -> str:
    if cell_len(text) <= room:
        return text
    words = text.split(" ")
    kept = ""
    for i in range(len(words) - 1, -1, -1):
        longer = words[i] if i == len(words) - 1 else f"{words[i]} {kept}"
        if cell_len(longer) + len(dots) + 1 > room:
            break
        kept = longer
    if kept or text.endswith(" "):
        return f"{dots} {kept}"
    return dots if room >= len(dots) else ""


def _head(text: str, room: int, dots: str) -> str:
    if cell_len(text) <= room:
        return text
    words = text.split(" ")
    kept = ""
    for i, word in enumerate(words):
        longer = word if i == 0 else f"{kept} {word}"
        if cell_len(longer) + len(dots) + 1 > room:
            break
        kept = longer
    return f"{kept} {dots}" if room > len(dots) else ""


def line_around(document: Document, span: Span, reach: int) -> tuple[str, str, str]:
    """Return the text of the span's line before it, the span, and the rest of its last line.

    At most `reach` characters are looked at on either side: a line can be megabytes long.
    """
    text = document.text
    far, near = max(span.start - reach, 0), min(span.end + reach, len(text))
    start = max(text.rfind("\n", far, span.start), text.rfind("\r", far, span.start), far - 1) + 1
    ends = (text.find(mark, span.end, near) for mark in "\r\n")
    end = min((found for found in ends if found >= 0), default=near)
    return text[start : span.start], text[span.start : span.end], text[span.end : end]


def excerpt(
    page: Page, document: Document, span: Span, gutter: int, mark: str, style: str, note: str
) -> None:
    """Add a line of the document with the span underlined and a note beside the underline.

    `gutter` is the width of the line numbers. Where the note does not fit beside the
    underline it comes below.
    """
    room = page.width - gutter - 3
    before, inside, after = map(page.clean, line_around(document, span, 4 * room))
    note = page.clean(note)
    label = min(cell_len(note) + 3, room // 2)
    dots = page.clean("…")
    cut = window(before.lstrip(), inside, after.rstrip(), room, label, dots)
    number = str(span.line).rjust(gutter)
    bar = (" " * gutter + " | ", "gutter")
    offset = cell_len(cut.before)
    if offset + cell_len(cut.span) > room:
        _folded(page, cut.span, number, gutter, room, style)
        page.paragraph(f"= {note}", [bar], style)
        return
    page.line((f"{number} | ", "gutter"), cut.before, (cut.span, "value"), cut.after)
    underline = " " * offset + mark * max(cell_len(cut.span), 1)
    if not note:
        page.line(bar, (underline, style))
    elif cell_len(underline) + 3 + cell_len(note) <= room:
        page.line(bar, (f"{underline} = {note}", style))
    else:
        page.line(bar, (underline, style))
        indent = max(min(offset, room - cell_len(note) - 2), 0)
        page.paragraph(f"= {note}", [bar, (" " * indent, "")], style)


def _folded(page: Page, span: str, number: str, gutter: int, room: int, style: str) -> None:
    for index, row in enumerate(wrap(span, room)):
        lead = number if index == 0 else " " * gutter
        page.line((f"{lead} | ", "gutter"), (row, style))
