"""The development of a figure over time, as a small chart that needs no script."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from claimcheck.model import Fact
from claimcheck.report import words
from claimcheck.report.html.markup import Markup, el
from claimcheck.report.lists import development
from claimcheck.report.view import View

_WIDTH, _HEIGHT, _SIDE, _FOOT, _HEAD = 520, 150, 60, 24, 24


def chart(view: View, fact: Fact) -> Markup:
    """Return a fact's values by publication date; empty with fewer than two dated ones."""
    points: dict[tuple[date, Decimal], str] = {}
    for claim in view.known(fact.claims):
        day, value = view.documents[claim.document].published, claim.quantity.value
        if day and isinstance(value, Decimal):
            points[day, value] = words.reading(claim.quantity)
    if len({day for day, _ in points}) < 2:
        return Markup()
    ordered = sorted(points)
    places = [(_x(day, ordered), _y(value, ordered)) for day, value in ordered]
    line = el("polyline", points=" ".join(f"{x},{y}" for x, y in places))
    floor = str(_HEIGHT - _FOOT)
    axis = el("line", x1=str(_SIDE), x2=str(_WIDTH - _SIDE), y1=floor, y2=floor)
    marks = []
    days = set()
    for (x, y), (day, value) in zip(places, ordered, strict=True):
        marks.append(el("circle", cx=str(x), cy=str(y), r="4"))
        label = points[day, value]
        marks.append(el("text", label, x=str(x), y=str(y - 9), text_anchor="middle"))
        if day not in days:
            below = {"x": str(x), "y": str(_HEIGHT - 7), "text_anchor": "middle"}
            marks.append(el("text", day.isoformat(), **below))
        days.add(day)
    box = f"0 0 {_WIDTH} {_HEIGHT}"
    return el(
        "svg", axis, line, marks,
        class_="chart", viewBox=box, role="img", aria_label=development(view, fact),
    )  # fmt: skip


def _x(day: date, ordered: list[tuple[date, Decimal]]) -> int:
    first, last = ordered[0][0], ordered[-1][0]
    share = (day - first).days / (last - first).days
    return _SIDE + round(share * (_WIDTH - 2 * _SIDE))


def _y(value: Decimal, ordered: list[tuple[date, Decimal]]) -> int:
    values = [number for _, number in ordered]
    low, high = min(values), max(values)
    share = float((value - low) / (high - low)) if high > low else 0.5
    return _HEIGHT - _FOOT - 12 - round(share * (_HEIGHT - _FOOT - _HEAD - 12))
