"""Which words may be the finite verb that a clause has once."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from claimcheck.extract.words.lemma import morphology
from claimcheck.lexicon import table


def finite(words: Sequence[str], index: int, language: str) -> bool:
    """Return whether the token may be the verb that a clause has once."""
    if index >= len(words):
        return False
    word = words[index]
    if not word[0].islower():
        return False
    return word in _auxiliaries(language) or morphology(language).reading(word).verb is not None


@cache
def _auxiliaries(language: str) -> frozenset[str]:
    return frozenset(table(f"{language}/claims")["cues"]["auxiliary"])
