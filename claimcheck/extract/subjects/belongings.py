"""What belongs to whom by the words of a phrase and right behind it."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.extract.clauses.order import Order, Phrase
from claimcheck.extract.names.finder import NameHit
from claimcheck.extract.names.nouns import OWNERS, NounHit
from claimcheck.extract.sentence import Analysis
from claimcheck.extract.subjects.phrases import covering, hit_of, is_measure, is_somebody
from claimcheck.extract.words.parts import Parts
from claimcheck.extract.words.person_names import first_name

_REACH = 3
"""So many words before a noun its owner stands: "the bank's annual pre-tax profit"."""


class Belongings:
    """Tells of one sentence what belongs to whom."""

    def __init__(self, analysis: Analysis, order: Order, known: Parts) -> None:
        self.analysis = analysis
        self.order = order
        self.known = known
        self.words = analysis.tokens.words

    def hit(self, phrase: Phrase) -> NameHit | NounHit | None:
        """Return what a phrase is, as an owner."""
        return hit_of(self.analysis, phrase, self.known)

    def owning(self, at: int) -> NameHit | NounHit | None:
        """Return the candidate that a token ends as an owner: "Lobau's"."""
        if at < 0 or not self.words[at].endswith(OWNERS):
            return None
        found = covering(self.analysis, at)
        return found if found is not None and found.last == at + 1 else None

    def owner_before(self, at: int) -> NameHit | NounHit | None:
        """Return what owns the noun at a token: "the bank's annual profit"."""
        for first in range(at - 1, max(at - 1 - _REACH, -1), -1):
            word = self.words[first]
            own = self.owning(first)
            if own is not None or word.endswith(self.known.owners):
                return own
            if not word[0].isalpha() or first in self.analysis.prepositions:
                return None
        return None

    def names_behind(self, phrase: Phrase) -> Iterator[NameHit]:
        """Yield the names behind a phrase that tell whose it is: "sales of cars at Lobau"."""
        end = phrase.last
        while end in self.order.led and self.words[end] in self.known.belonging:
            other = self.order.led[end]
            if other.first != end + 1:
                return
            hit = self.hit(other)
            if isinstance(hit, NameHit):
                yield hit
            end = other.last

    def named(self, phrase: Phrase) -> NameHit | NounHit | None:
        """Return what a phrase is, by the name that it gives: "the province of Skarn"."""
        if self.words[phrase.last - 1] in self.known.kinds_of_place:
            name = next(self.names_behind(phrase), None)
            if name is not None:
                return name
        return self.hit(phrase)

    def owner_of(self, measure: Phrase, whose: Phrase | None) -> NameHit | NounHit | None:
        """Return whose a measure is: "Lobau's sales", "sales at Lobau", "whose sales"."""
        own = self.owner_before(measure.last - 1)
        if own is not None:
            return own
        for name in self.analysis.names:
            if measure.first <= name.first and name.last < measure.last:
                return name
        if whose is not None:
            named = self._explained(whose)
            return self.hit(whose) if named is None else named
        behind = next(self.names_behind(measure), None)
        other = self.order.led.get(measure.last)
        if behind is not None or other is None:
            return behind
        held = self.words[other.led] in self.known.held
        placed = self.words[other.led] in self.known.where
        definite = self.words[other.first].lower() in self.known.definite
        return self.named(other) if held or (placed and definite) else None

    def _explained(self, phrase: Phrase) -> NameHit | None:
        """Return the name that a phrase explains: "Lobau, the mill whose sales"."""
        before = self.order.ending.get(phrase.first - 1)
        if before is None or self.words[phrase.first - 1] != ",":
            return None
        hit = self.hit(before)
        return hit if isinstance(hit, NameHit) else None

    def holder(self, thing: Phrase, whose: Phrase | None) -> NameHit | None:
        """Return whose a thing is that acts for it: "Lobau, whose kitchens served 300 meals".

        What people have are mostly firms, and what their families do is not theirs.
        """
        if whose is None or whose.led >= 0 or is_somebody(self.analysis, thing):
            return None
        hit = self.hit(whose)
        called = hit is not None and first_name(hit.key.partition(" ")[0])
        titles = (Phrase(i, i + 1) for i in range(whose.first, whose.last))
        called = called or any(is_somebody(self.analysis, title) for title in titles)
        return hit if isinstance(hit, NameHit) and not called else None

    def sized(self, first: int, last: int) -> NameHit | None:
        """Return the name that a size describes from behind: "Jo Berg, a 300-pound mobster"."""
        words, at = self.words, first - 2
        joined = "-" in words[last - 1] or words[last : last + 1] == ("-",)
        if at < 1 or not joined or words[at] != ",":
            return None
        before = self.order.ending.get(at)
        if before is None or words[first - 1].lower() not in self.known.indefinite:
            return None
        hit = self.hit(before)
        return hit if isinstance(hit, NameHit) else None

    def told_behind(self, end: int, before: int) -> NameHit | NounHit | None:
        """Return whose a measure is that ends before a token: "raised the price of bread to 3"."""
        other = self.order.led.get(end)
        if other is None or self.words[end] not in self.known.owned or other.last > before:
            return None
        return None if is_measure(self.analysis, other.last - 1) else self.named(other)
