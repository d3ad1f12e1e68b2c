"""What the date readers share: the reading in the making, and years that follow a date."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from claimcheck.model import Qualifier
from claimcheck.normalise import calendar
from claimcheck.normalise.datewords import DateWords, Token, after

UNKNOWN = "publication date unknown"
YEAR_INFERRED = "year from publication date"


@dataclass(slots=True)
class Reading:
    """A date while it is being read; `low` and `high` None where nothing resolves it."""

    start: int
    end: int
    low: date | None
    high: date | None
    grain: str
    value: str | None = None
    qualifier: Qualifier = "exact"
    label: str = ""
    reasons: list[str] = field(default_factory=list)
    yearless: bool = False


@dataclass(slots=True)
class Place:
    """The text being read and all that resolves its dates."""

    text: str
    words: DateWords
    published: date | None
    fiscal_start: int
    last_day: date | None = None
    last_year: int | None = None


def resolved(
    start: int,
    end: int,
    stretch: calendar.Stretch,
    grain: str,
    reason: str | None = None,
    label: str = "",
) -> Reading:
    """Return a reading with its first and last day."""
    return Reading(start, end, *stretch, grain, label=label, reasons=[reason] if reason else [])


def unresolved(start: int, end: int, grain: str) -> Reading:
    """Return a reading that only a publication date could resolve."""
    return Reading(start, end, None, None, grain, label="relative_date", reasons=[UNKNOWN])


def is_year(token: Token | None) -> bool:
    """Say whether a token is four digits from 1500 to 2100."""
    return token is not None and len(token.text) == 4 and "1500" <= token.text <= "2100"


def following_year(place: Place, at: int) -> tuple[int | None, int, str | None]:
    """Return the year that follows a day, month or period: "2025", "of last year", ", 2005".

    The second value is where it ends (`at` without one), the third why it is not written.
    """
    text, words = place.text, place.words
    token = after(text, at)
    if token is not None and token.text in (",", "/"):
        token = after(text, token.end)
        if not is_year(token):
            return None, at, None
    for _ in range(3):
        if token is None or token.low not in words.fillers:
            break
        token = after(text, token.end)
    if token is None:
        return None, at, None
    if is_year(token) and token.text.isdecimal():
        right = text[token.end : token.end + 2]
        if right[:1] in (",", ".") and right[1:].isdecimal():
            return None, at, None
        return int(token.text), token.end, None
    sense = words.senses.get(token.low)
    if sense is not None and sense.kind == "whole" and sense.value == "year":
        return _shifted(place, sense.extra[0], token.end, at)
    name = words.adjectives.get(token.low)
    if name is None:
        return None, at, None
    unit = after(text, token.end)
    if unit is None or words.units.get(unit.low) != "year":
        return None, at, None
    return _shifted(place, {"previous": -1, "next": 1}.get(name, 0), unit.end, at)


def _shifted(place: Place, shift: int, end: int, at: int) -> tuple[int | None, int, str | None]:
    if place.published is None:
        return None, at, None
    return place.published.year + shift, end, YEAR_INFERRED
