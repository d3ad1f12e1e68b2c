"""Slips that only show beside a third claim: the figure is there, and stands for something else.

"Revenue was 64.7 million" against "revenue rose from 64.7 to 76.4 million": the first
article took the figure of the time before. What stands in one article as a change and in
the other as a level is such a slip too.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from claimcheck.match import Match
from claimcheck.match.relations import taken


class Elsewhere:
    """For what else the other article has a claim's figure."""

    def __init__(self, matches: Iterable[Match]) -> None:
        self._found: dict[tuple[int, int], set[str]] = defaultdict(set)
        for match in matches:
            if match.meets and match.a.block == match.b.block:
                for node, other in ((match.a, match.b), (match.b, match.a)):
                    name = taken(node, other)
                    if name:
                        self._found[(node.index, other.document)].add(name)

    def mixed_up(self, match: Match) -> list[str]:
        """Return the slips that would explain why two values differ, by name."""
        one = self._found.get((match.a.index, match.b.document), set())
        two = self._found.get((match.b.index, match.a.document), set())
        return sorted(one | two)
