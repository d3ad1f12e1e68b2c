"""Claims that have no equal in the other article, where both tell of one event.

Swapped digits are chance among many figures. Between two figures that each article alone
has, in articles that surely share others, they hardly ever are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from math import exp

from msgspec.structs import replace

from claimcheck.match.pairs import Match
from claimcheck.slips import slips

_SLIPS = frozenset({"transposed_digits", "other_month"})
_SURER, _AT_MOST = 2.5, 0.75
"""By so many log odds: of such pairs with a score of 0.1 to 0.6, annotators take 11 of 12
for contradictions."""
_LIKELY, _SURE = 0.5, 0.8
_TELLING, _ENOUGH = 2, 1
"""So many digits, and so many values, make two articles surely tell of one event."""


class Shared:
    """Which claims have an equal in which document, and what two documents surely share."""

    def __init__(self, matches: Iterable[Match]) -> None:
        self._held: set[tuple[int, int]] = set()
        self._values: dict[tuple[int, int], set[tuple[str, float]]] = defaultdict(set)
        for match in matches:
            a, b = match.a, match.b
            if not match.meets or match.score < _LIKELY:
                continue
            self._held.update(((a.index, b.document), (b.index, a.document)))
            if match.score >= _SURE and min(a.sharpness, b.sharpness) >= _TELLING:
                self._values[a.document, b.document].add((a.block, a.value))

    def judged(self, match: Match) -> Match:
        """Return a pair with what its articles share, and surer where a slip explains it alone."""
        lone = self._alone(match)
        score = match.score
        if lone and not _SLIPS.isdisjoint(slips(match.a.claim, match.b.claim)):
            surer = score / (score + (1.0 - score) * exp(-_SURER))
            score = max(score, min(surer, _AT_MOST))
        strangers = (match.a.document, match.b.document) not in self._values
        return replace(match, score=score, lone=lone, strangers=strangers)

    def _alone(self, match: Match) -> bool:
        """Return whether neither of two differing claims has an equal, in articles on one event."""
        a, b = match.a, match.b
        if match.meets or len(self._values.get((a.document, b.document), ())) < _ENOUGH:
            return False
        return (a.index, b.document) not in self._held and (b.index, a.document) not in self._held
