"""Which nouns and names of a sentence cannot be the subject of their clause.

Those that a preposition leads ("in Köln", "with chief executive Amy Okafor"), those in
the genitive ("die Wirkung des Mittels"), and those with an article that only objects have.
"""

from __future__ import annotations

from collections.abc import Sequence, Set

from claimcheck.extract.clauses.rows import led_rows
from claimcheck.extract.names.finder import NameHit
from claimcheck.extract.names.nouns import NounHit
from claimcheck.extract.words.grammar import Grammar, grammar
from claimcheck.extract.words.usage import Shape, shapes

_REACH = 6
_DASHES = "–—"
"""Marks that some write for the hyphen of a name: "Alt–Grafenau"."""


def oblique(
    words: Sequence[str],
    candidates: Sequence[NameHit | NounHit],
    prepositions: Set[int],
    joints: Set[int],
    language: str,
) -> frozenset[int]:
    """Return the first tokens of the candidates that do not stand as subjects."""
    if not candidates:
        return frozenset()
    rules, forms = grammar(language), shapes(language)
    found: set[int] = set()
    names = {candidate.first for candidate in candidates if isinstance(candidate, NameHit)}
    end = before = -1
    for candidate in candidates:
        first = candidate.first
        joined = first - 1 in joints and end == first - 1
        called = rules.capital_nouns and forms[words[first]].adjective and candidate.last in names
        leader = _leader(words, first, prepositions, rules, forms, called)
        if leader or (joined and before in found):
            found.add(first)
        end, before = candidate.last, first
    rows = list(led_rows(words, language))
    if rows:
        found.update(c.first for c in candidates if any(c.last - 1 in row for row in rows))
    return frozenset(found)


def _leader(
    words: Sequence[str],
    first: int,
    prepositions: Set[int],
    rules: Grammar,
    forms: dict[str, Shape],
    called: bool,
) -> bool:
    """Return whether a preposition, or an article of another case, leads to a token.

    `called` tells whether it opens what a name right behind is called.
    """
    if called and _is_verb(words, first, prepositions, forms):
        return False
    start = first if forms[words[first]].article else first - 1
    for i in range(start, max(first - 1 - _REACH, -1), -1):
        word = words[i]
        lower = word.lower()
        if i in prepositions or lower in rules.oblique:
            return True
        form = forms[word]
        if form.article:
            if i - 1 in prepositions:
                return True
            return lower in rules.genitive_articles and i > 0 and _is_noun(words[i - 1], rules)
        if word in _DASHES or (i < start and words[i + 1] in _DASHES):
            continue
        if form.adjective and rules.capital_nouns and _is_verb(words, i, prepositions, forms):
            return False
        if not (form.adjective or (form.capital and (form.role or form.common))):
            return False
    return False


def _is_verb(
    words: Sequence[str], at: int, prepositions: Set[int], forms: dict[str, Shape]
) -> bool:
    """Return whether what looks like an adjective stands behind a noun: "Am Montag besuchte"."""
    before = words[at - 1] if at else ""
    return (
        before[:1].isupper()
        and before[-1].isalpha()
        and at - 1 not in prepositions
        and not forms[before].article
    )


def _is_noun(word: str, rules: Grammar) -> bool:
    return rules.capital_nouns and word[0].isupper() and word[-1].isalpha()
