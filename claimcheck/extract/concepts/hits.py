"""What the words of a sentence say that its numbers may measure, and what remains of it.

Words are looked up one by one; which of their meanings hold is settled when all are there.
"""

from __future__ import annotations

from collections.abc import Container

import msgspec

from claimcheck.extract.concepts.completions import Completed
from claimcheck.extract.concepts.meanings import TOPIC, Meaning

_SIZES = "sizes"


class MeasureHit(msgspec.Struct, frozen=True, gc=False):
    """A concept or a word of change in the tokens [first, last).

    `kind` is "noun", "verb", "adjective", "entity" (a noun that is often just mentioned),
    "weak" (a noun that means the concept only beside a change) or "change"; a change has
    the key "change" and a direction: 1 up, -1 down, 0 either.
    `modifiers` are the lemmas of the parts of a compound before its head; `role` is what
    a compound's head makes of the number: "share", "target", "forecast", "rank" or "".
    `only` is "sums" for a word that means the concept only of sums of money, "sizes" for one
    that never means it of a percentage, "topic" for one that means it only in articles that
    speak of it.
    """

    first: int
    last: int
    key: str
    kind: str
    direction: int = 0
    modifiers: tuple[str, ...] = ()
    role: str = ""
    only: str = ""


def hit_of(first: int, last: int, meaning: Meaning, parts: tuple[str, ...]) -> MeasureHit:
    """Return what a meaning of a word or phrase says at its tokens."""
    return MeasureHit(
        first, last, meaning.key, meaning.kind, meaning.direction, parts, meaning.role,
        meaning.only,
    )  # fmt: skip


def hits_on_topic(hits: list[MeasureHit], topics: Container[str]) -> list[MeasureHit]:
    """Drop words that mean their concept only in articles that speak of it, or all else they mean.

    In articles that speak of it, weak nouns mean it without a change as well; a verb that means
    it means nothing else that is no share ("score", of points, no goals).
    """
    if not any(hit.only == TOPIC or (hit.kind == "weak" and hit.key in topics) for hit in hits):
        return hits
    meant = {
        hit.first for hit in hits if hit.only == TOPIC and hit.key in topics and hit.kind != "verb"
    }
    said = {
        hit.first for hit in hits if hit.only == TOPIC and hit.key in topics and hit.kind == "verb"
    }
    return [
        msgspec.structs.replace(hit, kind="noun")
        if hit.kind == "weak" and hit.key in topics
        else hit
        for hit in hits
        if (
            hit.key in topics
            if hit.only == TOPIC
            else hit.first not in meant and not (hit.only == _SIZES and hit.first in said)
        )
    ]


def settled(
    hits: list[MeasureHit], verbs: dict[int, Completed], events: frozenset[str]
) -> list[MeasureHit]:
    """Put completed verbs in the place of bare ones, and drop weak nouns without a change.

    A noun that completes a verb means what both do ("Stimme" in "ihre Stimme abgaben"),
    unless it is one of `events`.
    """
    if verbs:
        hits = [hit for hit in hits if hit.first not in verbs]
        for i, verb in verbs.items():
            hits.extend(hit_of(i, i + 1, meaning, ()) for meaning in verb.meanings)
            if not verb.meanings:  # an idiom
                continue
            said = verb.meanings[0]
            same = {hit.first for hit in hits if hit.key == said.key}
            for k, hit in enumerate(hits):
                inside = verb.first <= hit.first < verb.last and hit.kind == "noun"
                if inside and events.isdisjoint((hit.key, said.key)) and hit.first not in same:
                    hits[k] = msgspec.structs.replace(hit, key=said.key, only=said.only)
        hits.sort(key=lambda hit: hit.first)
    if any(hit.kind == "weak" for hit in hits) and not any(hit.kind == "change" for hit in hits):
        hits = [hit for hit in hits if hit.kind != "weak"]
    return hits
