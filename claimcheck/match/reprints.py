"""Texts that many outlets print: each is held against a few of its kind, not against all.

A thousand prints of one agency text make half a million pairs that tell the same. The first
few stand for the text: they are held against each other, against all other articles, and
each further print against them alone. So a figure that one print has wrong is still found,
and what the prints say is still one fact. Which are first goes by the texts, never by the
order in which they were given.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from claimcheck.extract import Extraction

MOST = 6
"""So many prints of one text stand for it."""
ALIKE = 0.6
"""The share of its sentences with a figure that a print has in common with another."""
_SHORTEST = 4
"""Sentences of fewer words are the same by chance."""


def further(extractions: Sequence[Extraction]) -> Mapping[int, Sequence[int]]:
    """Return by its number each further print of a text, and the prints it is held against."""
    if len(extractions) <= MOST:
        return {}
    prints = [group for group in _prints(extractions) if len(group) > MOST]
    return {number: group[:MOST] for group in prints for number in group[MOST:]}


def _prints(extractions: Sequence[Extraction]) -> list[list[int]]:
    """Return the documents by number, those together that are prints of one text."""
    texts: list[list[int]] = []
    sizes: list[int] = []
    first: dict[frozenset[str], int] = {}
    for number in sorted(range(len(extractions)), key=lambda at: _order(extractions[at])):
        sentences = _sentences(extractions[number])
        shared = [first[one] for one in sentences if one in first]
        text = max(sorted(set(shared)), key=shared.count, default=-1)
        if shared and shared.count(text) >= ALIKE * max(len(sentences), sizes[text]):
            texts[text].append(number)
            continue
        for one in sentences:
            first.setdefault(one, len(texts))
        texts.append([number])
        sizes.append(len(sentences))
    return texts


def _order(extraction: Extraction) -> tuple[str, date]:
    document = extraction.document
    return document.text, document.published or date.min


def _sentences(extraction: Extraction) -> set[frozenset[str]]:
    """Return the words of each sentence that holds a figure; figures are no words."""
    contexts = extraction.contexts
    words = {contexts[claim.id].words for claim in extraction.claims}
    return {one for one in words if len(one) >= _SHORTEST}
