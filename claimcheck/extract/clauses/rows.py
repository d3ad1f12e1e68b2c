"""Rows of nouns that a preposition leads, where nouns have a capital letter: "in A, B und C".

The commas of such a row part no clauses, and none of its nouns stands as a subject.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from claimcheck.extract.clauses.finite import finite
from claimcheck.extract.words.grammar import grammar
from claimcheck.extract.words.usage import Shape, shapes
from claimcheck.lexicon import table


def led_rows(words: Sequence[str], language: str) -> Iterator[range]:
    """Yield the tokens of each row, from its first noun to the last."""
    if not grammar(language).capital_nouns:
        return
    joining, forms = _joining(language), shapes(language)
    if joining.isdisjoint(words):
        return
    for joint in range(2, len(words) - 1):
        if words[joint] not in joining:
            continue
        last = _last(words, joint + 1, forms)
        first = joint - 1
        while last and _is_noun(words, first):
            before = first - 1
            while before > 0 and forms[words[before]].adjective:
                before -= 1
            if _leads(words, before, language):
                if not _goes_on(words, first, last, language):
                    yield range(first, last)
                break
            if words[before] != ",":
                break
            first = before - 1


def _goes_on(words: Sequence[str], first: int, last: int, language: str) -> bool:
    """Return whether another clause starts in a row: "kam sie aus Rom, Ott und Berg kamen"."""
    opening = first
    while opening and words[opening - 1] != ",":
        opening -= 1
    return finite(words, last, language) and any(
        finite(words, i, language) for i in range(opening, first)
    )


def _last(words: Sequence[str], at: int, forms: dict[str, Shape]) -> int:
    """Return the end of the last of a row, which starts at a token; 0 if that is no bare noun."""
    while at < len(words) - 1 and forms[words[at]].adjective:
        at += 1
    return at + 1 if _is_noun(words, at) else 0


def _is_noun(words: Sequence[str], at: int) -> bool:
    word = words[at]
    return at > 0 and word[0].isupper() and word[-1].isalpha()


def _leads(words: Sequence[str], at: int, language: str) -> bool:
    """Return whether a preposition, perhaps with an article, ends at a token."""
    known, articles = _prepositions(language), grammar(language).articles
    lower = words[at].lower()
    if at > 0 and lower in articles and lower not in known:
        lower = words[at - 1].lower()
    return at >= 0 and lower in known


@cache
def _prepositions(language: str) -> frozenset[str]:
    return frozenset(table(f"{language}/claims")["cues"]["preposition"])


@cache
def _joining(language: str) -> frozenset[str]:
    return frozenset(table(f"{language}/claims")["cues"]["joint"])
