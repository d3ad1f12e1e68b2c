"""A page of styled lines for the terminal: wrapping, columns, symbols, colour.

Text is made safe and measured before it is styled, so what is printed is what was
measured. Only ordinary spaces are places to break a line: the no-break spaces inside a
value are not, and become ordinary ones when the page is printed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.report.cells import cell_len
from claimcheck.report.safe import printable
from claimcheck.report.words import NBSP

if TYPE_CHECKING:
    from rich.text import Text

STYLES = {
    "error": "bold red",
    "warning": "bold yellow",
    "info": "bold cyan",
    "ok": "bold green",
    "head": "bold",
    "value": "bold",
    "gutter": "blue",
    "quiet": "dim",
    "": "",
}
_ASCII = {
    "≠": "!=", "≥": ">=", "≤": "<=", "≈": "~", "·": "|", "…": "...", "–": "-", "—": "-",
    "−": "-", "→": "->", "×": "x", "─": "-", "²": "2", "³": "3", "°": "o", "✓": "=",
    "„": '"', "“": '"', "”": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "‚": "'", "€": "E",
    NBSP: NBSP,
}  # fmt: skip
_BREAKS = re.compile(r"(?<=[/_\\-])(?=\S)")
_IN_NUMBER = re.compile(r"\d[\d.,\u00a0]|[.,\u00a0]\d")


class Cell(NamedTuple):
    """A table cell; line breaks in `text` are kept."""

    text: str
    style: str = ""


Line = list[tuple[str, str]]
"""The parts of a line, each with the name of its style."""


class Column(NamedTuple):
    """A table column: `flow` wraps, otherwise it keeps its natural width."""

    flow: bool = False
    right: bool = False


def _plain_letter(letter: str) -> str:
    if letter in _ASCII:
        return _ASCII[letter]
    base = unicodedata.normalize("NFD", letter)[0]
    return base if base.isascii() else "?"


class Page:
    """Collects lines and prints them; `width` is in character cells."""

    def __init__(self, width: int, ascii: bool = False) -> None:
        self.width = max(width, 40)
        self.ascii = ascii
        self.lines: list[Line] = []

    def clean(self, text: str) -> str:
        """Return text fit for a terminal: one line, no control characters, symbols known."""
        if text.isascii() and text.isprintable():
            return text
        text = printable(text.replace("\t", " ").replace("\r\n", " ").replace("\n", " "))
        text = text.encode("utf-8", "replace").decode("utf-8")
        if self.ascii and not text.isascii():
            text = "".join(c if c.isascii() else _plain_letter(c) for c in text)
        return text

    def blank(self) -> None:
        """Add an empty line, never two in a row."""
        if self.lines and _plain(self.lines[-1]):
            self.lines.append([])

    def line(self, *parts: str | tuple[str, str]) -> None:
        """Add one line of clean parts, each plain or with a style name; it is not wrapped."""
        self.lines.append([(part, "") if isinstance(part, str) else part for part in parts])

    def title(self, text: str) -> None:
        """Add a section title after an empty line."""
        self.blank()
        self.line((self.clean(text), "head"))

    def rule(self) -> None:
        """Add a horizontal line over the whole width."""
        self.line(((self.clean("─") * self.width), "quiet"))

    def paragraph(
        self, text: str, lead: Sequence[tuple[str, str]] = (), style: str = "", hang: int = -1
    ) -> None:
        """Add wrapped text after a styled lead; later lines are indented by `hang` cells."""
        lead = [(self.clean(part), name) for part, name in lead]
        indent = sum(cell_len(part) for part, _ in lead)
        hang = indent if hang < 0 else hang
        rows = wrap(self.clean(text), self.width - hang, self.width - indent)
        for index, row in enumerate(rows or [""]):
            if index == 0:
                self.line(*lead, (row, style))
            else:
                self.line(" " * hang, (row, style))

    def table(self, rows: Iterable[Sequence[Cell]], columns: Sequence[Column]) -> None:
        """Add rows in columns; when even the narrowest do not fit, a row becomes a paragraph."""
        cleaned = [[self._cell(cell) for cell in row] for row in rows]
        if not cleaned:
            return
        widths = self._widths(cleaned, columns)
        for row in cleaned:
            if widths:
                self._columns(row, columns, widths)
            else:
                self._stacked(row)

    def _cell(self, cell: Cell) -> Cell:
        return Cell("\n".join(self.clean(line) for line in cell.text.split("\n")), cell.style)

    def _widths(self, rows: list[list[Cell]], columns: Sequence[Column]) -> list[int]:
        natural = [
            max(cell_len(line) for row in rows for line in row[i].text.split("\n"))
            for i in range(len(columns))
        ]
        room = self.width - 2 * (len(columns) - 1)
        over = sum(natural) - room
        if over <= 0:
            return natural
        least = [
            max(cell_len(word) for row in rows for word in _words(row[i].text))
            if column.flow else natural[i]
            for i, column in enumerate(columns)
        ]  # fmt: skip
        while over > 0:
            widest = max(range(len(columns)), key=lambda i: (natural[i] > least[i], natural[i]))
            if natural[widest] <= least[widest]:
                return []
            natural[widest] -= 1
            over -= 1
        return natural

    def _columns(self, row: list[Cell], columns: Sequence[Column], widths: list[int]) -> None:
        wrapped = [
            [part for line in cell.text.split("\n") for part in (wrap(line, width) or [""])]
            for cell, width in zip(row, widths, strict=True)
        ]
        for index in range(max(map(len, wrapped))):
            parts: list[tuple[str, str]] = []
            for cell, lines, column, width in zip(row, wrapped, columns, widths, strict=True):
                text = lines[index] if index < len(lines) else ""
                pad = " " * (width - cell_len(text))
                parts += [(pad, ""), (text, cell.style)] if column.right else [(text, cell.style)]
                parts.append(("  " if column.right else pad + "  ", ""))
            self.line(*parts)

    def _stacked(self, row: list[Cell]) -> None:
        texts = [cell.text.replace("\n", "; ") for cell in row if cell.text.strip()]
        self.paragraph("  ".join(texts), hang=4)

    def text(self, color: bool) -> str:
        """Return the page as it is printed."""
        return self.colored() if color else self.plain()

    def styled(self) -> list[Text]:
        """Return the lines with their styles, as rich prints them; it is loaded only for that."""
        from rich.text import Text

        lines = [Text(no_wrap=True) for _ in self.lines]
        for line, parts in zip(lines, self.lines, strict=True):
            for text, style in parts:
                line.append(text, STYLES[style])
            line.rstrip()
        return lines

    def plain(self) -> str:
        """Return the page without colour."""
        return "".join(_plain(line) + "\n" for line in self.lines).replace(NBSP, " ")

    def colored(self) -> str:
        """Return the page with ANSI colours."""
        from io import StringIO

        from rich.console import Console

        out = StringIO()
        console = Console(
            file=out, width=self.width, force_terminal=True, color_system="standard",
            legacy_windows=False, highlight=False, emoji=False, markup=False,
        )  # fmt: skip
        for line in self.styled():
            console.print(line, soft_wrap=True)
        return out.getvalue().replace(NBSP, " ")


def _plain(line: Line) -> str:
    return "".join(text for text, _ in line).rstrip()


def _words(text: str) -> list[str]:
    """Return what stands between spaces and line breaks; long file names give way."""
    found = [part for word in re.split("[ \n]", text) for part in _BREAKS.split(word)]
    return found or [""]


def wrap(text: str, width: int, first: int = -1) -> list[str]:
    """Break text at ordinary spaces into lines of at most `width` cells.

    `first` is the room on the first line. A word that is too long is broken after a slash,
    hyphen or underscore, else anywhere but inside a number, which would rather stick out.
    """
    lines: list[str] = []
    line = ""
    room = width if first < 0 else first
    for word in text.split(" "):
        while word:
            joined = f"{line} {word}" if line else word
            if cell_len(joined) <= room:
                line, word = joined, ""
            elif line or room < width:
                lines.append(line)
                line, room = "", width
            else:
                line, word = _split(word, room)
                if word:
                    lines.append(line)
                    line = ""
    return [*lines, line] if line else lines


def _split(word: str, width: int) -> tuple[str, str]:
    cuts = [match.start() for match in _BREAKS.finditer(word)]
    fitting = [cut for cut in cuts if cell_len(word[:cut]) <= width]
    cut = fitting[-1] if fitting else max(width, 1)
    while 0 < cut < len(word) and _IN_NUMBER.match(word[cut - 1 : cut + 1]):
        cut -= 1
    return (word[:cut], word[cut:]) if cut else (word, "")
