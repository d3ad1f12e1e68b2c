"""Which documents tell of the same event, found without comparing all with all.

Documents that share nothing rare are not held against each other: on different events
neither equal nor differing numbers mean anything. Rare words tie two articles together, and
figures and days far more: two quarterly reports share all their words, and no figure.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence, Set
from itertools import combinations
from math import log
from typing import Protocol

SMALL = 8
"""Up to so many documents were chosen by a person, and are all held against each other."""
CHOSEN = 1_000_000
"""How much says that two documents tell of one event which a person put side by side."""
FIGURE, DAY = "=", "@"
"""What the signs of figures and days begin with; words never do."""


class Shelf(Protocol):
    """The signs of documents by their number: a list, or what puts them together when asked."""

    def __len__(self) -> int: ...

    def __getitem__(self, number: int, /) -> Set[str]: ...


def links(signs: Shelf) -> dict[tuple[int, int], int]:
    """Return the pairs of documents that may tell of one event, and how much says so of each.

    They share some signs that are rare (`words.SignsOf`); it is given in thousandths of a word that
    but two documents hold. Each sign leads to the documents that hold it, so that the work grows
    with what documents share and not with the square of their number. How rare a sign is goes by
    the number of documents that hold it, never by how many there are beside: another article on
    something else changes nothing.
    """
    count = len(signs)
    if count <= SMALL:
        return dict.fromkeys(combinations(range(count), 2), CHOSEN)
    if count <= HELD:
        signs = [signs[number] for number in range(count)]
    weights = _weights(signs)
    earlier: dict[str, list[int]] = {sign: [] for sign in weights}
    found = {}
    for two in range(count):
        shared: dict[int, int] = defaultdict(int)
        for sign in signs[two] & weights.keys():
            weight, holders = weights[sign], earlier[sign]
            for one in holders:
                shared[one] += weight
            holders.append(two)
        found.update({(one, two): sure for one, sure in shared.items() if sure >= _ENOUGH})
    return dict(sorted(found.items()))


def unsure(link: int) -> float:
    """Return by how many log odds the claims of two of many documents are less sure."""
    return max(_SURELY - link, 0) * _LESS


def _weights(signs: Shelf) -> Mapping[str, int]:
    """Return what each sign weighs that more than one document holds, and not too many.

    It is told in thousandths of a word that but two hold. Most signs of many documents stand in
    one alone: they would fill the memory.
    """
    holders: Counter[str] = Counter()
    for number in range(len(signs)):
        holders.update(signs[number])
    found = {
        sign: _KINDS.get(sign[0], _WORD)[count]
        for sign, count in holders.items()
        if 1 < count <= _MOST
    }
    return {sign: weight for sign, weight in found.items() if weight}


HELD = 6000
"""The signs of so many documents are held in memory, those of more put together when asked for."""
_MOST = 50
"""A sign that more documents hold ties none of them together."""


def _falling(most: float, none: int) -> Sequence[int]:
    """Return in thousandths what a sign weighs by how many hold it: nothing from `none` on."""
    return [0, 0, *(
        max(0, round(1000 * most * log(none / count) / log(none / 2)))
        for count in range(2, _MOST + 1)
    )]  # fmt: skip


_WORD = _falling(1, 30)
_KINDS = {DAY: _falling(2, 30), FIGURE: _falling(4, 200)}
"""A word, a day and a figure: of a figure there are so many that even a dozen articles with one
are on one event."""
_ENOUGH = 9000
"""So much is shared by what may tell of one event: by 562 of 817 pairs of articles on one event in
annotated bundles, all held against all, and by 71 of 141,737 on two."""
_SURELY, _LESS = 13_000, 0.6 / 1000
"""What ties two of many articles to one event as good as surely, 417 of 430 in annotated bundles;
and by how many log odds two claims are less sure for each thousandth that is missing."""
