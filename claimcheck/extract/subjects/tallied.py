"""Whose number it is that others count, measure or expect: of the place that they do so for.

"Für Polen erwartet der Währungsfonds 3 Prozent" and "Das Amt verzeichnete in Emden 40 Fälle" tell
of Poland and Emden, and of the fund and the office nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.extract.names.finder import NameHit
from claimcheck.extract.names.known import body_keys
from claimcheck.extract.sentence import Analysis, Place
from claimcheck.extract.subjects.traits import Option
from claimcheck.extract.words.cases import cases
from claimcheck.extract.words.grammar import grammar

_NO_COUNTS = frozenset({"date", "duration"})


def place_of(
    analysis: Analysis, place: Place, best: Option, found: Sequence[Option]
) -> Option | None:
    """Return the place that a number is of, if the likeliest subject only counts or tells it."""
    known = cases(analysis.sentence.language)
    if known is None or best.hit is None or place.quantity.kind in _NO_COUNTS:
        return None
    if "subject" not in best.traits or not _measures(analysis, best):
        return None
    words, clause = analysis.tokens.words, analysis.clause(place.first)
    tallying = grammar(analysis.sentence.language).tallying
    if not any(word in tallying and analysis.clause(i) == clause for i, word in enumerate(words)):
        return None
    for option in found:
        hit = option.hit
        if not isinstance(hit, NameHit) or hit.first - 1 == best.hit.last:
            continue  # "das Institut in Kiel"
        if hit.first and analysis.clause(hit.first) == clause:
            before = words[hit.first - 1].lower()
            opens = analysis.clause(hit.first - 2) != clause if hit.first > 1 else True
            if before in known.within or (opens and before in known.concerning):
                return option
    return None


def _measures(analysis: Analysis, option: Option) -> bool:
    """Return whether an option is one who measures, counts or tells what others do."""
    hit = option.hit
    if hit is None:
        return False
    word = analysis.tokens.words[hit.last - 1].lower()
    return hit.key in body_keys() or word.endswith(grammar(analysis.sentence.language).measurers)
