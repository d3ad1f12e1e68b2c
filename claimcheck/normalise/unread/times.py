"""Tells times that something took from clock times and scores, by how they are written."""

from __future__ import annotations

from collections.abc import Sequence


def lasts(parts: Sequence[str]) -> bool:
    """Tell whether digits joined by colons are a race time: "2:07:55", "1:43,21".

    "14:07:55" may be a time of day and "3:1" a score: neither is one.
    """
    first, *later = parts
    whole, _, places = later[-1].replace(",", ".").partition(".")
    if not first.isdecimal() or not (not places or places.isdecimal()):
        return False
    if any(len(p) != 2 or not p.isdecimal() or p > "59" for p in (*later[:-1], whole)):
        return False
    if places == "000":
        return False  # a scale of 1:50.000
    if len(later) == 2:
        return len(first) == 1
    return len(later) == 1 and 0 < len(places) < 4 and len(first) < 3
