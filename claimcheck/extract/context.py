"""What stands around a claim, as keys that can be compared across texts and languages."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from functools import cache
from operator import itemgetter

import msgspec

from claimcheck.extract.names.version_names import Version
from claimcheck.extract.sentence import Analysis, Place
from claimcheck.extract.words.lemma import compound_parts
from claimcheck.extract.words.remembered import Remembered
from claimcheck.extract.words.things import common_key, noun_key
from claimcheck.lexicon import table
from claimcheck.model import Role

_CLAUSE_PENALTY = 3
_KEY = itemgetter(1)
_HALF_WEIGHT = 5.0
_FAR = 200


def _strength(weight: float, gap: int) -> float:
    return weight / (1.0 + gap / _HALF_WEIGHT)


_STRENGTHS = {weight: [_strength(weight, gap) for gap in range(_FAR)] for weight in (1.0, 0.5)}
"""By weight and gap, so that all claims share these few numbers."""


class Context(msgspec.Struct, frozen=True, gc=False):
    """The neighbourhood of a claim.

    `keys` are those of the whole sentence, each once; `strengths` weighs each
    key by its nearness to the number; `siblings` the other values near it; `noun` the keys of
    the counted noun phrase; `left` and `right` the nearest keys before and behind; `position`
    is 0 for the first claim of the document and 1 for the last, whatever stands between.
    `readings` are the measures that the number may be said to have besides its own; `sides`
    the names beside a score; `as_of` whether it is a date that tells nothing that happened;
    `version` which version of a product the number is of.
    """

    keys: tuple[str, ...]
    strengths: tuple[float, ...]
    siblings: frozenset[str]
    noun: frozenset[str]
    left: str
    right: str
    role: Role
    position: float
    readings: frozenset[str] = frozenset()
    sides: frozenset[str] = frozenset()
    as_of: bool = False
    version: Version = ()

    @property
    def near(self) -> dict[str, float]:
        """How near each key is to the number; a table for each of a million claims is too much."""
        return dict(zip(self.keys, self.strengths, strict=True))


class Keys(msgspec.Struct, frozen=True, gc=False):
    """What a sentence is about, as `sentence_keys` reads it.

    `rows` are (token, key, weight); `order` the keys alone, each once.
    `whole` are the tokens with a key of full weight, in order, and `nearest` the first such
    key of each by the alphabet.
    `values` are the quantities of the sentence, as texts, if it has several.
    """

    rows: list[tuple[int, str, float]]
    order: tuple[str, ...]
    whole: list[int]
    nearest: Mapping[int, str]
    values: Sequence[str]


def sentence_keys(analysis: Analysis) -> Keys:
    """Return what a sentence is about.

    Measure concepts and names stand for their words, so that texts in two languages
    share keys; compounds add their parts at half weight.
    """
    taken: set[int] = set()
    rows: list[tuple[int, str, float]] = []
    for hit in analysis.measures:
        if hit.kind != "change":
            rows.append((hit.first, f"#{hit.key}", 1.0))
    for name in analysis.names:
        taken.update(range(name.first, name.last))
        rows.extend([(name.first, part, 1.0) for part in name.key.split()])
    places = analysis.places
    for place in places:
        if place.quantity.kind != "count":
            taken.update(range(place.first, place.last))
    known = map(_word_keys(analysis.sentence.language).__getitem__, analysis.tokens.words)
    own = [(i, keys) for i, keys in enumerate(known) if keys and i not in taken]
    nearest = {i: keys[0][0] for i, keys in own}
    for i, key, _ in rows:
        if i not in nearest or key < nearest[i]:
            nearest[i] = key
    rows += [(i, key, weight) for i, keys in own for key, weight in keys]
    return Keys(
        rows=rows,
        order=tuple(dict.fromkeys(map(_KEY, rows))),
        whole=sorted(nearest),
        nearest=nearest,
        values=[f"{p.quantity.value} {p.quantity.unit}" for p in places] if len(places) > 1 else (),
    )


@cache
def _word_keys(language: str) -> Remembered[tuple[tuple[str, float], ...]]:
    """Return the table of the keys of each word with their weights: of the whole, of the parts."""
    stop = frozenset(table(f"{language}/claims")["names"]["stop_words"])

    def keys(word: str) -> tuple[tuple[str, float], ...]:
        if not word[0].isalpha() or word.lower() in stop:
            return ()
        parts = compound_parts(word, language)
        halves = [common_key(p.lower(), language) for p in parts] if len(parts) > 1 else []
        return ((noun_key(word, language), 1.0), *((half, 0.5) for half in halves))

    return Remembered(keys)


def context(analysis: Analysis, place: Place, keys: Keys, position: float) -> Context:
    """Return the context of one quantity in its analysed sentence."""
    near: dict[str, float] = {}
    clauses = analysis.tokens.clause
    clause = place.clause
    first, last, left, right = place.first, place.last, place.left, place.right
    for index, key, weight in keys.rows:
        if index < first:
            gap = first - index
        elif index < last:
            gap = 0
        else:
            gap = index - last + 1
        if clauses[index] != clause:
            gap += _CLAUSE_PENALTY
        if not left <= index < right:
            gap += _CLAUSE_PENALTY
        strength = _STRENGTHS[weight][gap] if gap < _FAR else _strength(weight, gap)
        if key not in near or strength > near[key]:
            near[key] = strength
    return Context(
        keys=keys.order,
        strengths=tuple(near.values()),
        siblings=_siblings(analysis, place, keys),
        noun=_nouns(analysis.sentence.language)[place.quantity.noun],
        left=_before(keys, first),
        right=_behind(keys, last),
        role=analysis.sentence.role,
        position=position,
    )


_NONE: frozenset[str] = frozenset()
"""The one empty set of all claims: Python makes a new one each time."""


@cache
def _nouns(language: str) -> Remembered[frozenset[str]]:
    """Return the table of the keys of each counted noun phrase."""

    def keys(noun: str) -> frozenset[str]:
        words = noun.replace("-", " ").split()
        return frozenset([noun_key(word, language) for word in words]) or _NONE

    return Remembered(keys)


def _siblings(analysis: Analysis, place: Place, keys: Keys) -> frozenset[str]:
    if len(analysis.places) == 1:
        return _NONE
    near = analysis.indices_near(place)
    return frozenset([keys.values[i] for i in near if analysis.places[i] is not place]) or _NONE


def _before(keys: Keys, first: int) -> str:
    """Return the full-weight key that stands nearest before a token."""
    at = bisect_left(keys.whole, first)
    return keys.nearest[keys.whole[at - 1]] if at else ""


def _behind(keys: Keys, last: int) -> str:
    """Return the full-weight key that stands nearest from token `last` on."""
    at = bisect_left(keys.whole, last)
    return keys.nearest[keys.whole[at]] if at < len(keys.whole) else ""
