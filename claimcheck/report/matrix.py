"""Facts by sources, as a table; sources that do not fit beside each other come below."""

from __future__ import annotations

from claimcheck.model import Fact
from claimcheck.report import words
from claimcheck.report.cells import cell_len
from claimcheck.report.labels import say
from claimcheck.report.page import Page, wrap
from claimcheck.report.reasons import label
from claimcheck.report.view import View
from claimcheck.report.words import NBSP

_Cell = tuple[str, str]
_ORDER = {"contradiction": 0, "update": 1, "agreement": 2, "not_comparable": 3, "single": 4}
_STYLES = {"contradiction": "error", "update": "info", "agreement": "ok", "not_comparable": "info"}
_LABEL = 24
_VALUES = 3
_NONE = ("·", "")
_LEGEND = (
    ("=", "agree"), ("≠", "contradict"), ("→", "update"), ("?", "not comparable"),
    ("1", "one source only"), ("·", "not mentioned"), (":8", "line"), (">", "more than"),
    ("≥", "at least"), ("~", "about"),
)  # fmt: skip


def add_matrix(page: Page, view: View) -> None:
    """Add the matrix; facts of one source only with `--show single`."""
    facts = [
        fact
        for fact in sorted(view.report.facts, key=lambda fact: _ORDER[fact.verdict])
        if fact.verdict != "single" or view.options.lists("single")
    ]
    if not facts:
        return
    page.title(say("FACTS BY SOURCES"))
    cells = {fact.id: _cells(view, fact) for fact in facts}
    heads = {
        document.id: [view.letters[document.id], words.published(document)]
        for document in view.report.documents
    }
    widths = {
        name: max(
            [cell_len(page.clean(line)) for line in head]
            + [
                cell_len(page.clean("".join(cell))) + 1
                for fact in facts
                for cell in cells[fact.id][name]
            ]
        )
        for name, head in heads.items()
    }
    for chunk in _chunks(page.width, widths):
        page.blank()
        _panel(page, view, facts, cells, heads, {name: widths[name] for name in chunk})
    page.blank()
    legend = (f"{sign} {say(word)}".replace(" ", NBSP) + NBSP * 2 for sign, word in _LEGEND)
    page.paragraph(" ".join(legend), style="quiet")


def _cells(view: View, fact: Fact) -> dict[str, list[_Cell]]:
    found: dict[str, list[_Cell]] = {}
    claims = view.known(fact.claims)
    for document in view.report.documents:
        values = view.values(claim for claim in claims if claim.document == document.id)
        lines = [(value.reading, f":{value.claims[0].span.line}") for value in values[:_VALUES]]
        if len(values) > _VALUES:
            lines.append((f"+{len(values) - _VALUES}", ""))
        found[document.id] = lines or [_NONE]
    return found


def _chunks(width: int, widths: dict[str, int]) -> list[list[str]]:
    room = width - _LABEL - 3
    chunks: list[list[str]] = [[]]
    used = 0
    for name, size in widths.items():
        if chunks[-1] and used + size + 2 > room:
            chunks.append([])
            used = 0
        chunks[-1].append(name)
        used += size + 2
    return chunks


def _panel(
    page: Page,
    view: View,
    facts: list[Fact],
    cells: dict[str, dict[str, list[_Cell]]],
    heads: dict[str, list[str]],
    widths: dict[str, int],
) -> None:
    room = max(page.width - 3 - sum(size + 2 for size in widths.values()), _LABEL)
    room = min(room, max(cell_len(page.clean(_label(view, fact))) for fact in facts))
    for index in range(2):
        line: list[str | tuple[str, str]] = [" " * (room + 3)]
        for name, size in widths.items():
            line.append(("  " + _pad(page.clean(heads[name][index]), size), "head"))
        page.line(*line)
    page.rule()
    for fact in facts:
        row = {name: cells[fact.id][name] for name in widths}
        if len(widths) == len(heads) or any(lines != [_NONE] for lines in row.values()):
            _row(page, view, fact, row, widths, room)


def _row(
    page: Page,
    view: View,
    fact: Fact,
    row: dict[str, list[_Cell]],
    widths: dict[str, int],
    room: int,
) -> None:
    rows = wrap(page.clean(_label(view, fact)), room)
    mark = {"agreement": "=", "contradiction": "≠", "update": "→", "not_comparable": "?"}
    style = _STYLES.get(fact.verdict, "quiet")
    for index in range(max(len(rows), *(len(lines) for lines in row.values()))):
        sign = page.clean(mark.get(fact.verdict, "1")) if index == 0 else " "
        text = rows[index] if index < len(rows) else ""
        line: list[str | tuple[str, str]] = [(_pad(sign, 3), style), _pad(text, room)]
        for name, lines in row.items():
            value, place = map(page.clean, lines[index] if index < len(lines) else ("", ""))
            style = "" if place else "quiet"
            line.append(("  " + _pad(value, widths[name] - len(place)), style))
            line.append((place, "quiet"))
        page.line(*line)


def _label(view: View, fact: Fact) -> str:
    return f"{label(view, fact)} #{fact.id}"


def _pad(text: str, width: int) -> str:
    return text + " " * (width - cell_len(text))
