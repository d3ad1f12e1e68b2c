"""Which documents tell of the same event, found without comparing all with all.

Documents that share nothing rare are not held against each other: on different events
neither equal nor differing numbers mean anything.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Set
from itertools import chain, combinations
from math import log
from typing import Protocol

SMALL = 8
"""Up to so many documents were chosen by a person, and are all held against each other."""
NEEDED = 0.08
"""How alike two of many documents must be to be held against each other."""


class Shelf(Protocol):
    """The keys of documents by their number: a list, or what puts them together when asked."""

    def __len__(self) -> int: ...

    def __getitem__(self, number: int, /) -> Set[str]: ...


def pairs(keys: Shelf) -> list[tuple[int, int]]:
    """Return the pairs of documents that may tell of one event by their keys, in order.

    They share many keys, or some that are rare. Among many documents an index proposes the
    pairs, so that the work grows with what documents share and not with the square of their
    number. How rare a key is goes by the number of documents that hold it, never by how
    many there are beside: another article on something else changes nothing.
    """
    count = len(keys)
    if count <= SMALL:
        return list(combinations(range(count), 2))
    if count <= HELD:
        keys = [keys[number] for number in range(count)]
    holders = _holders(keys)
    found = []
    for one, later in _sharing(keys, holders) if count > FEW else _all(count):
        held = keys[one]
        for two in later:
            other = keys[two]
            shared = held & other
            share = len(shared) / (min(len(held), len(other)) or 1)
            if share >= _MUCH or (share >= _SOME and _rarity(shared, holders) >= _RARE):
                found.append((one, two))
    return sorted(found)


def _all(count: int) -> Iterator[tuple[int, Iterable[int]]]:
    for one in range(count):
        yield one, range(one + 1, count)


def _holders(keys: Shelf) -> Mapping[str, int]:
    """Return how many documents hold each key, for the keys that more than one holds.

    Most keys of many documents stand in one alone: they would fill the memory.
    """
    counts: Counter[str] = Counter()
    for number in range(len(keys)):
        counts.update(keys[number])
    return {key: count for key, count in counts.items() if count > 1}


def _sharing(keys: Shelf, holders: Mapping[str, int]) -> Iterator[tuple[int, Iterable[int]]]:
    """Yield each document with the later ones that share some keys with it, none of them common.

    From the last document on, so that the index holds none but those that come later.
    """
    telling = {key for key, count in holders.items() if count <= _COMMON}
    later: dict[str, list[int]] = {key: [] for key in telling}
    for one in reversed(range(len(keys))):
        groups = [later[key] for key in keys[one] & telling]
        shared = Counter(chain.from_iterable(groups))
        yield one, [two for two, count in shared.items() if count >= _LEAST]
        for group in groups:
            group.append(one)


def _rarity(shared: Set[str], holders: Mapping[str, int]) -> int:
    """Return in thousandths how many keys are as rare as one held by only two documents."""
    return sum(_WEIGHT[holders[key]] for key in shared if holders[key] <= _WIDEST)


FEW = 200
"""Up to so many documents, each is looked at beside each; that is faster than an index."""
HELD = 6000
"""The keys of so many documents are held in memory, those of more put together when asked for."""
_COMMON = 50
"""A key that more documents hold proposes no pair of them."""
_LEAST = 3
_WIDEST = 6
_WEIGHT = [0, *(round(1000 * log(100 / count) / log(50)) for count in range(1, _WIDEST + 1))]
"""What a key weighs that so many documents hold: 1000 for two, 719 for six."""
_RARE = 3000
_SOME = 0.1
"""The least share of the shorter document's keys that both hold; with less, they are never
as alike as `NEEDED`."""
_MUCH = 0.25
"""From this share on, the keys need not be rare: a dozen articles on one event."""
