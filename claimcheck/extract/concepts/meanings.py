"""What the words of one language mean, of all concepts together."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

TOPIC = "topic"


class Meaning(msgspec.Struct, frozen=True, gc=False, array_like=True):
    """What a word says: a concept, or a change with its direction."""

    key: str
    kind: str
    direction: int = 0
    role: str = ""
    beside_number: bool = False
    """Whether the word means this only right beside a number ("3 Meter hoch")."""
    only: str = ""
    """"sums" for a word that means this only of sums of money ("received"), "sizes" for one
    that never means it of a percentage ("weit"), "topic" for one that means it only in articles
    that speak of it ("Beteiligung" of an election)."""


Meanings = tuple[Meaning, ...]
Phrases = Mapping[str, tuple[tuple[tuple[str, ...], Meanings], ...]]
"""Phrases by their second word: the words behind it, longest first, and the meanings."""
Companions = tuple[tuple[tuple[str, ...], Mapping[str, Meanings]], ...]


class Words(msgspec.Struct, frozen=True, kw_only=True):
    """What words and phrases mean, by number in `meanings`.

    Phrases, and the companions that complete verbs, are by their first word, longest first, and
    not decoded: an article has few of them.
    """

    nouns: dict[str, int]
    verbs: dict[str, int]
    adjectives: dict[str, int]
    phrases: dict[str, msgspec.Raw]
    companions: dict[str, msgspec.Raw]
    inside_phrases: frozenset[str]
    """All words of phrases."""
    bases: frozenset[str]
    """The verbs that something completes."""
    particles: frozenset[str]
    """What stands before the verb in an infinitive, and behind it in a sentence."""
    comparatives: dict[str, int]
    meanings: tuple[Meanings, ...]
