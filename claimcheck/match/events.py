"""Which documents tell of the same event, found without comparing all with all.

Documents that share nothing rare are not held against each other: on different events
neither equal nor differing numbers mean anything.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Set
from itertools import chain
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


def pairs(keys: Shelf) -> Iterator[tuple[int, int]]:
    """Yield the pairs of documents that may tell of one event by their keys, in order.

    They share many keys, or some that are rare. Among many documents an index proposes the
    pairs, so that the work grows with what documents share and not with the square of their
    number. How rare a key is goes by the number of documents that hold it, never by how
    many there are beside: another article on something else changes nothing.
    """
    count = len(keys)
    if count <= SMALL:
        yield from ((i, j) for i in range(count) for j in range(i + 1, count))
        return
    holders = _holders(keys)
    many = count > FEW
    if not many:
        keys = [keys[number] for number in range(count)]
    for one in range(count):
        held = keys[one]
        for two in _sharing(one, held, holders) if many else range(one + 1, count):
            other = keys[two]
            shared = held & other
            share = len(shared) / (min(len(held), len(other)) or 1)
            if share >= _MUCH or (share >= _SOME and _rarity(shared, holders) >= _RARE):
                yield one, two


def _holders(keys: Shelf) -> Mapping[str, list[int]]:
    """Return the first documents that hold each key, for the keys that more than one holds.

    Most keys of many documents stand in one alone, and some in nearly all: both would fill
    the memory.
    """
    first: dict[str, int] = {}
    holders: dict[str, list[int]] = {}
    for index in range(len(keys)):
        held = keys[index]
        known = held & first.keys()
        first.update(dict.fromkeys(held - known, index))
        for key in known:
            group = holders.get(key)
            if group is None:
                holders[key] = [first[key], index]
            elif len(group) <= _COMMON:
                group.append(index)
    return holders


def _sharing(one: int, held: Set[str], holders: Mapping[str, list[int]]) -> list[int]:
    """Return the later documents that share some keys with a document, none of them common."""
    index = (holders.get(key, ()) for key in held)
    shared = Counter(chain.from_iterable(group for group in index if len(group) <= _COMMON))
    return sorted(two for two, count in shared.items() if two > one and count >= _LEAST)


def _rarity(shared: Set[str], holders: Mapping[str, list[int]]) -> int:
    """Return in thousandths how many keys are as rare as one held by only two documents."""
    return sum(_WEIGHT[len(holders[key])] for key in shared if len(holders[key]) <= _WIDEST)


FEW = 200
"""Up to so many documents, each is looked at beside each; that is faster than an index."""
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
