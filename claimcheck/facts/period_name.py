"""The shortest unmistakable name of a period: "Q2 2025", "2025-08", "until 2030-12-31"."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from claimcheck.model import Period

FROM, UNTIL = "from", "until"


def period_name(when: Period, since: str = FROM, until: str = UNTIL) -> str:
    """Return a period by its days, and as it is written where those are not known."""
    start, end = (None, None) if when.fiscal else (when.start, when.end)
    if start and end:
        return _between(start, end)
    if start:
        return f"{since} {start.isoformat()}"
    if end:
        return f"{until} {end.isoformat()}"
    return " ".join(when.text.split())


def _between(start: date, end: date) -> str:
    if start == end:
        return start.isoformat()
    whole = start.day == 1 and end.day == monthrange(end.year, end.month)[1]
    if whole and start.year == end.year:
        months = (start.month, end.month)
        if months == (1, 12):
            return f"{start.year:04}"
        if start.month == end.month:
            return f"{start.year:04}-{start.month:02}"
        if months in ((1, 6), (7, 12)):
            return f"H{(start.month + 5) // 6} {start.year:04}"
        if start.month % 3 == 1 and end.month == start.month + 2:
            return f"Q{(start.month + 2) // 3} {start.year:04}"
    if whole and (start.month, end.month) == (1, 12):
        return f"{start.year:04}–{end.year:04}"
    if whole:
        return f"{start.year:04}-{start.month:02}…{end.year:04}-{end.month:02}"
    return f"{start.isoformat()}…{end.isoformat()}"
