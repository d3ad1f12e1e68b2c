"""What stands around a claim, as keys that can be compared across texts and languages."""

from __future__ import annotations

from functools import cache

import msgspec

from claimcheck.extract.lemma import compound_parts, lemma
from claimcheck.extract.sentence import Analysis, Place
from claimcheck.extract.window import beside
from claimcheck.lexicon import table
from claimcheck.model import Role

_CLAUSE_PENALTY = 3.0
_HALF_WEIGHT = 5.0


class Context(msgspec.Struct, frozen=True, gc=False):
    """The neighbourhood of a claim.

    `near` weighs each key by its nearness to the number; `words` are the keys of the
    whole sentence; `siblings` the other values near it; `noun` the keys of the counted
    noun phrase; `left` and `right` the nearest keys before and behind; `position` is
    0 for the first claim of the document and 1 for the last, whatever stands between.
    """

    near: dict[str, float]
    words: frozenset[str]
    siblings: frozenset[str]
    noun: frozenset[str]
    left: str
    right: str
    role: Role
    position: float


@cache
def _stop_words(language: str) -> frozenset[str]:
    return frozenset(table(f"{language}/claims")["names"]["stop_words"])


def sentence_keys(analysis: Analysis) -> list[tuple[int, str, float]]:
    """Return (token, key, weight) for what a sentence is about.

    Measure concepts and names stand for their words, so that texts in two languages
    share keys; compounds add their parts at half weight.
    """
    language = analysis.sentence.language
    stop = _stop_words(language)
    taken: set[int] = set()
    keys: list[tuple[int, str, float]] = []
    for hit in analysis.measures:
        if hit.kind != "change":
            keys.append((hit.first, f"#{hit.key}", 1.0))
    for name in analysis.names:
        taken.update(range(name.first, name.last))
        keys.extend((name.first, part, 1.0) for part in name.key.split())
    numbers = {
        i for p in analysis.places for i in range(p.first, p.last) if p.quantity.kind != "count"
    }
    for i, word in enumerate(analysis.tokens.words):
        if i in taken or i in numbers or not word[0].isalpha() or word.lower() in stop:
            continue
        keys.append((i, lemma(word, language).lower(), 1.0))
        parts = compound_parts(word, language)
        if len(parts) > 1:
            keys.extend((i, part.lower(), 0.5) for part in parts)
    return keys


def context(
    analysis: Analysis, place: Place, keys: list[tuple[int, str, float]], position: float
) -> Context:
    """Return the context of one quantity in its analysed sentence."""
    near: dict[str, float] = {}
    clauses = analysis.tokens.clause
    clause = analysis.clause(place.first)
    for index, key, weight in keys:
        gap = float(max(place.first - index, index - place.last + 1, 0))
        if clauses[index] != clause:
            gap += _CLAUSE_PENALTY
        if not place.left <= index < place.right:
            gap += _CLAUSE_PENALTY
        strength = weight / (1.0 + gap / _HALF_WEIGHT)
        if strength > near.get(key, 0.0):
            near[key] = strength
    language = analysis.sentence.language
    return Context(
        near=near,
        words=frozenset(key for _, key, _ in keys),
        siblings=frozenset(
            f"{p.quantity.value} {p.quantity.unit}"
            for p in beside(analysis, place)
            if p is not place
        ),
        noun=frozenset(
            lemma(word, language).lower() for word in place.quantity.noun.replace("-", " ").split()
        ),
        left=_nearest(keys, place.first, -1),
        right=_nearest(keys, place.last - 1, 1),
        role=analysis.sentence.role,
        position=position,
    )


def _nearest(keys: list[tuple[int, str, float]], index: int, side: int) -> str:
    """Return the full-weight key that stands nearest to a token on one side of it."""
    beside = [(abs(i - index), key) for i, key, w in keys if (i - index) * side > 0 and w == 1.0]
    return min(beside, default=(0, ""))[1]
