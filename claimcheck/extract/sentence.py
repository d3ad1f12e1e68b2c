"""One sentence, analysed once: tokens, quantities, names, measures and cue words."""

from __future__ import annotations

import msgspec

from claimcheck.extract.cues import Cue, cues
from claimcheck.extract.measures import MeasureHit, MeasureLexicon
from claimcheck.extract.names import NameHit, Usage, find
from claimcheck.extract.tokens import Tokens
from claimcheck.model import Quantity, Sentence


class Place(msgspec.Struct, frozen=True):
    """A quantity by its tokens [first, last); `left` and `right` bound its territory.

    The territory is the stretch that is nearer to this quantity than to any other.
    """

    quantity: Quantity
    first: int
    last: int
    left: int
    right: int


class Analysis(msgspec.Struct, frozen=True):
    """What one sentence holds, by token indices."""

    sentence: Sentence
    tokens: Tokens
    places: tuple[Place, ...]
    names: tuple[NameHit, ...]
    measures: tuple[MeasureHit, ...]
    cues: tuple[Cue, ...]

    def clause(self, index: int) -> int:
        """Return the number of the clause that holds the token."""
        clause = self.tokens.clause
        return clause[min(index, len(clause) - 1)] if clause else 0

    def tagged(self, tag: str, first: int, last: int) -> Cue | None:
        """Return the first cue with `tag` in the tokens [first, last)."""
        for cue in self.cues:
            if tag in cue.tags and cue.first < last and first < cue.last:
                return cue
        return None

    def tagged_in_clause(self, tag: str, place: Place) -> Cue | None:
        """Return a cue with `tag` in the clauses that the quantity stands in."""
        clauses = {self.clause(place.first), self.clause(place.last - 1)}
        for cue in self.cues:
            if tag in cue.tags and self.clause(cue.first) in clauses:
                return cue
        return None


def analyse(
    sentence: Sentence,
    tokens: Tokens,
    quantities: tuple[Quantity, ...],
    usage: Usage,
    lexicon: MeasureLexicon,
) -> Analysis:
    """Return the analysis of `sentence`, whose quantities stand in order of position."""
    ranges = [tokens.covering(q.span.start, q.span.end) for q in quantities]
    places = []
    for i, (quantity, span) in enumerate(zip(quantities, ranges, strict=True)):
        left = ranges[i - 1].stop if i else 0
        right = ranges[i + 1].start if i + 1 < len(ranges) else len(tokens.words)
        places.append(Place(quantity, span.start, span.stop, min(left, span.start), right))
    closed = frozenset(
        index
        for quantity, span in zip(quantities, ranges, strict=True)
        if quantity.kind != "count"
        for index in span
    )
    language = sentence.language
    return Analysis(
        sentence=sentence,
        tokens=tokens,
        places=tuple(places),
        names=tuple(find(tokens, usage, language, closed)),
        measures=tuple(lexicon.find(tokens.words, language)),
        cues=tuple(cues(language).find(tokens.words)),
    )
