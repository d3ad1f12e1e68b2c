"""Passages that articles have from one hand, such as an agency's: they are one source.

Two sentences are copies if most of their pairs of neighbouring words are the same. An
editor's word more or less does not change that; a figure that was put in by hand does not
either. Short sentences are alike by chance, and are copies only beside a copied passage.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

from msgspec.structs import replace

from claimcheck.model import Claim, Document, Fact

SHORTEST = 8
"""A sentence of fewer words is no passage."""
ALIKE = 0.7
"""The share of the shorter sentence's pairs of words that a copy has in common with it."""
_BEFORE = 120
"""So many characters before a short sentence tell where it was copied from."""
_MOST = 40
"""So many wordings of one fact are told apart; it bounds the work for a fact of thousands."""
Pairs = frozenset[tuple[str, str]]


class Passages:
    """The sentences of a run's documents, asked for copies.

    `drafts` are the documents under check by their ids: what a draft takes from a source
    makes that source no less of one.
    """

    def __init__(
        self,
        claims: Sequence[Claim],
        documents: Sequence[Document],
        drafts: frozenset[str] = frozenset(),
    ) -> None:
        self._drafts = drafts
        self._claims = {claim.id: claim for claim in claims}
        self._texts = {document.id: document.text for document in documents}
        self._order = {document.id: place for place, document in enumerate(documents)}

    def independent(self, fact: Fact) -> Fact:
        """Return the fact with its sources counted, those that hold one passage as one."""
        documents = dict.fromkeys(self._claims[key].document for key in fact.claims)
        groups = self.shared(fact.claims) if len(documents) > 1 else ()
        if not groups:
            return fact
        copied = sum(len(group) - 1 for group in groups)
        return replace(fact, independent_sources=len(documents) - copied, copies=groups)

    def shared(self, claims: Sequence[str]) -> tuple[tuple[str, ...], ...]:
        """Return the groups of documents that hold one passage among some claims, in order."""
        leader: dict[str, str] = {}

        def find(key: str) -> str:
            while leader.setdefault(key, key) != key:
                key = leader[key]
            return key

        wordings: list[tuple[Pairs, str]] = []
        known: dict[Pairs, str] = {}
        for claim in (self._claims[key] for key in claims):
            pairs = None if claim.document in self._drafts else self._pairs(claim)
            if pairs is None:
                continue
            document = claim.document
            held = known.get(pairs)
            if held is not None:
                leader[find(document)] = find(held)
                continue
            for other, holder in wordings:
                if holder != document and copied(pairs, other):
                    leader[find(document)] = find(holder)
            known[pairs] = document
            if len(wordings) < _MOST:
                wordings.append((pairs, document))
        groups: Mapping[str, list[str]] = defaultdict(list)
        for document in sorted(leader, key=self._order.__getitem__):
            groups[find(document)].append(document)
        return tuple(tuple(group) for group in groups.values() if len(group) > 1)

    def _pairs(self, claim: Claim) -> Pairs | None:
        """Return the pairs of words of a claim's sentence, with those before it if it is short."""
        text, start, end = self._texts[claim.document], claim.sentence.start, claim.sentence.end
        pairs = passage(text[start:end])
        if pairs is not None:
            return pairs
        before = text[max(0, start - _BEFORE) : start].split()
        return passage(f"{' '.join(before[1:])} {text[start:end]}") if len(before) > 1 else None


def copied(one: Pairs, two: Pairs) -> bool:
    """Return whether two passages are so alike that one hand wrote them."""
    least = ALIKE * min(len(one), len(two))
    return len(one & two) >= least and 2 * min(len(one), len(two)) >= max(len(one), len(two))


@lru_cache(maxsize=1 << 12)
def passage(sentence: str) -> Pairs | None:
    """Return the pairs of neighbouring words of a sentence; None for one that is too short."""
    words = [word.strip(".,;:!?„“”\"'»«()–-") for word in sentence.casefold().split()]
    words = [word for word in words if word]
    return frozenset(pairwise(words)) if len(words) >= SHORTEST else None
