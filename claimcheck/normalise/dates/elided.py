"""Reads times that leave their unit to another one: "in DIESEM und im kommenden Jahr"."""

from __future__ import annotations

import re

from claimcheck.normalise.dates import calendar
from claimcheck.normalise.dates.datewords import after, before
from claimcheck.normalise.dates.reading import SHIFTS, DatedText, Reading, resolved, sentence

_UNITS = ("year", "half", "quarter", "month", "week")
_ORDERED = {"quarter": (calendar.quarter, 4), "half": (calendar.half, 2)}
_LAST = 4
"""How many words may follow one at the end of its clause."""
_WORD = re.compile(r"[^\W\d_]+")


def with_elided(dated: DatedText, readings: list[Reading]) -> list[Reading]:
    """Return the readings with those whose unit only another one of the sentence names."""
    found: list[Reading] = []
    for whole in readings:
        if whole.grain in _UNITS and whole.low is not None and _is_named(dated, whole):
            found += _beside(dated, whole, [*readings, *found])
    return sorted([*readings, *found], key=lambda reading: reading.start) if found else readings


def _is_named(dated: DatedText, whole: Reading) -> bool:
    """Say whether a time ends in the word of its unit, with something before it."""
    words = _WORD.findall(dated.text[whole.start : whole.end].lower())
    return any(dated.words.units.get(word) == whole.grain for word in words[-2:])


def _beside(dated: DatedText, whole: Reading, taken: list[Reading]) -> list[Reading]:
    left, right = sentence(dated.text, whole.start, whole.end)
    words = dated.words
    found = []
    for start, text in ((whole.start - len(left), left), (whole.end, right)):
        for match in _WORD.finditer(text):
            word = match[0].lower()
            if word not in words.ordinals and word not in words.adjectives:
                continue
            at, end = start + match.start(), start + match.end()
            reading = _read(dated, word, at, end, whole)
            if reading and all(end <= one.start or at >= one.end for one in taken):
                found.append(reading)
    return found


def _read(dated: DatedText, word: str, start: int, end: int, whole: Reading) -> Reading | None:
    words = dated.words
    index, shift = words.ordinals.get(word), words.adjectives.get(word)
    if index is None and shift not in ("previous", "current", "next"):
        return None
    if not _stands_alone(dated, start, end, whole):
        return None
    grain = whole.grain
    assert whole.low is not None
    if index is not None:
        if grain not in _ORDERED or index > _ORDERED[grain][1]:
            return None
        stretch = _ORDERED[grain][0](whole.low.year, index)
    elif dated.published is None:
        return None
    else:
        day = calendar.shifted(dated.published, grain, SHIFTS[str(shift)])
        stretch = calendar.around(day, grain)
    reading = resolved(start, end, stretch, "year", None, "relative_date")
    reading.grain, reading.reasons = grain, ("unit",)
    return None if stretch[0] == whole.low else reading


def _stands_alone(dated: DatedText, start: int, end: int, whole: Reading) -> bool:
    """Say whether no noun follows an adjective, led as the time is that names the unit."""
    lead, behind = before(dated.text, start), after(dated.text, end)
    words = dated.words
    if lead is not None and words.has("elided.led", lead):
        follows = "elided.behind"
    elif start > whole.end and not words.nouns_capitalised:
        follows = "elided.ends"  # "1 per cent this year and 2 per cent next."
    else:
        return False
    if behind is None or behind.text.isdecimal() or words.has(follows, behind):
        return True
    return words.nouns_capitalised and _ends_small(dated, end)


def _ends_small(dated: DatedText, at: int) -> bool:
    """Say whether the clause ends with no further noun: "280, die sie im ersten erzielt hatte"."""
    for _ in range(_LAST):
        token = after(dated.text, at)
        if token is None or not token.text[0].isalpha():
            return True
        if not token.text.islower():
            return False
        at = token.end
    return False
