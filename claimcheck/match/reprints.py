"""Texts that many outlets print: each is held against a few of its kind, not against all.

A thousand prints of one agency text make half a million pairs that tell the same. The first
few stand for the text: they are held against each other, against all other articles, and
each further print against them alone. So a figure that one print has wrong is still found,
and what the prints say is still one fact. Which are first goes by the texts, never by the
order in which they were given. Reports in one mould, each with figures of its own, are no prints.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from datetime import date

from claimcheck.match.words import Keys
from claimcheck.model import Document

MOST = 6
"""So many prints of one text stand for it."""
ALIKE = 0.6
"""The share of its sentences with a figure that a print has in common with another."""
_SHORTEST = 4
"""Sentences of fewer words are the same by chance."""
_FIGURES = 0.5
"""The share of the fewer telling figures of two prints that both have."""


def further(
    documents: Sequence[Document], told: Sequence[Set[tuple[str, ...]]], figures: Sequence[Keys]
) -> Mapping[int, Sequence[int]]:
    """Return by its number each further print of a text, and the prints it is held against.

    `told` are the words of each document's sentences that hold a figure, `figures` the figures.
    """
    if len(documents) <= MOST:
        return {}
    prints = [group for group in _prints(documents, told, figures) if len(group) > MOST]
    return {number: group[:MOST] for group in prints for number in group[MOST:]}


def _prints(
    documents: Sequence[Document], told: Sequence[Set[tuple[str, ...]]], figures: Sequence[Keys]
) -> list[list[int]]:
    """Return the documents by number, those together that are prints of one text."""
    texts: list[list[int]] = []
    sizes: list[int] = []
    first: dict[tuple[str, ...], int] = {}
    for number in sorted(range(len(documents)), key=lambda at: _order(documents[at])):
        sentences = [one for one in told[number] if len(one) >= _SHORTEST]
        shared = [first[one] for one in sentences if one in first]
        text = max(sorted(set(shared)), key=shared.count, default=-1)
        alike = shared and shared.count(text) >= ALIKE * max(len(sentences), sizes[text])
        if alike and _share(figures[number], figures[texts[text][0]]):
            texts[text].append(number)
            continue
        for one in sentences:
            first.setdefault(one, len(texts))
        texts.append([number])
        sizes.append(len(sentences))
    return texts


def _share(one: Keys, two: Keys) -> bool:
    return len(one & two) >= _FIGURES * min(len(one), len(two))


def _order(document: Document) -> tuple[str, date]:
    return document.text, document.published or date.min
