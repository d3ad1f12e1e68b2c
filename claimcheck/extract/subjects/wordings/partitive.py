"""Whose things a number is some of: "three of Boeing's jets"."""

from __future__ import annotations

from claimcheck.extract.names.finder import NameHit
from claimcheck.extract.names.nouns import OWNERS
from claimcheck.extract.sentence import Analysis, Place


def owner_within(analysis: Analysis, place: Place) -> NameHit | None:
    """Return the name that a number has in its own words as the owner of what it counts."""
    words = analysis.tokens.words
    for name in analysis.names:
        inside = place.first < name.first and name.last < place.last
        if inside and isinstance(name, NameHit) and words[name.last - 1].endswith(OWNERS):
            return name
    return None
