"""What a size describes that stands before it like an adjective: "der 39 Meter lange Kahn"."""

from __future__ import annotations

from claimcheck.extract.names.finder import NameHit
from claimcheck.extract.names.nouns import NounHit
from claimcheck.extract.sentence import Analysis, Place
from claimcheck.extract.words.verbs import is_like_adjective


def described(
    analysis: Analysis, place: Place, measured: tuple[int, int] | None
) -> NameHit | NounHit | None:
    """Return the noun that the adjective behind a size describes, which says what is measured."""
    last = place.last
    if measured != (last, last + 1) or not is_like_adjective(analysis, last):
        return None
    return next((hit for hit in analysis.candidates_near(place) if hit.last == last + 2), None)
