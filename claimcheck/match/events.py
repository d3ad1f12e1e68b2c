"""Which documents tell of the same event, found without comparing all with all.

Documents that share nothing rare are not held against each other: on different events
neither equal nor differing numbers mean anything.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from math import log

from claimcheck.match.nodes import Vectors

SMALL = 8
"""Up to so many documents were chosen by a person, and are all held against each other."""
NEEDED = 0.08
"""How alike two of many documents must be to be held against each other."""
_RARE_SHARE = 0.1


def bag(vectors: Iterable[Vectors]) -> dict[str, float]:
    """Return the keys of a document's claims with their greatest weight."""
    found: dict[str, float] = {}
    for one in vectors:
        for key, weight in one.words.items():
            if weight > found.get(key, 0.0):
                found[key] = weight
    return found


def likeness(one: dict[str, float], two: dict[str, float]) -> float:
    """Return how much two bags share, 0 to 1 of the smaller."""
    total = sum(min(one[key], two[key]) for key in one.keys() & two.keys())
    size = min(sum(one.values()), sum(two.values()))
    return total / size if size else 0.0


def pairs(keys: Sequence[frozenset[str]]) -> list[tuple[int, int]]:
    """Return the pairs of documents that may tell of one event by their keys, in order.

    For many documents an index of rare keys proposes the pairs, so that the work grows
    with what documents share and not with the square of their number.
    """
    count = len(keys)
    if count <= SMALL:
        return [(i, j) for i in range(count) for j in range(i + 1, count)]
    holders: dict[str, list[int]] = defaultdict(list)
    for index, held in enumerate(keys):
        for key in sorted(held):
            holders[key].append(index)
    most = max(int(count * _RARE_SHARE), 4)
    shared: dict[tuple[int, int], float] = defaultdict(float)
    for indices in holders.values():
        if 2 <= len(indices) <= min(most, 50):
            weight = log(count / len(indices))
            for at, i in enumerate(indices):
                for j in indices[at + 1 :]:
                    shared[(i, j)] += weight
    return sorted(pair for pair, weight in shared.items() if weight >= 3 * log(count / 2))
