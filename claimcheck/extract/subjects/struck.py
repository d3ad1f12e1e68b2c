"""Where people died of whom the clause names nobody: "12 died when a roof fell in Lobau"."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.extract.names.finder import NameHit
from claimcheck.extract.sentence import Analysis
from claimcheck.extract.subjects.asked import Asked
from claimcheck.extract.subjects.tallied import is_tolls
from claimcheck.extract.words.cases import cases
from claimcheck.model import Named


def struck(number: Asked) -> tuple[Named, NameHit | None] | None:
    """Return the only place that the sentence of a toll names, or the one before it.

    That is sure only where the order of words shows that the clause itself tells of none.
    """
    if not is_tolls(number) or number.analysis.order is None:
        return None
    people = number.focus.actors.people
    here = list(_places(number.analysis))
    if here or number.analysis.names:
        return _only(here, people, True)
    before = number.focus.before()
    return _only(list(_places(before)), people, False) if before is not None else None


def _only(
    found: list[NameHit], people: frozenset[str], here: bool
) -> tuple[Named, NameHit | None] | None:
    if len({hit.key for hit in found}) != 1 or found[0].key in people:
        return None
    return Named(found[0].text, found[0].key), found[0] if here else None


def _places(analysis: Analysis) -> Iterator[NameHit]:
    """Yield the names behind a preposition that says where."""
    known, words = cases(analysis.sentence.language), analysis.tokens.words
    if known is None:
        return
    for name in analysis.names:
        before = name.first - 1
        if before >= 0 and words[before].lower() in known.within:
            yield name
