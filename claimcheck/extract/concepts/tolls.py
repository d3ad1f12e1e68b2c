"""What places and people suffer, and the happenings that they suffer it from.

A toll is as well that of the quake as of the place that it struck.
"""

from __future__ import annotations

from functools import cache

from claimcheck.extract.concepts.lexicon import lexicon
from claimcheck.extract.words.remembered import Remembered

_SUFFERED = "disasters"
SHORTEST_PART = 5
"""How long a noun is, at least, that others may be compounds of."""


@cache
def is_toll(measure: str) -> bool:
    """Return whether a measure counts what was suffered: the dead, the houses that burned down."""
    info = lexicon().info(measure)
    return info.domain == _SUFFERED and (info.befalls or info.grows)


def happens(noun: str) -> bool:
    """Return whether a noun names a happening that people suffer from: "quake", "Zugunglück"."""
    return _happenings()[noun]


@cache
def _happenings() -> Remembered[bool]:
    nouns = frozenset(
        noun.lower()
        for concept in lexicon().concepts
        if concept.harms
        for field, listed in concept.words.items()
        if "_" not in field
        for noun in listed
        if " " not in noun
    )
    endings = tuple(noun for noun in nouns if len(noun) >= SHORTEST_PART)
    return Remembered(lambda noun: noun in nouns or noun.endswith(endings))
