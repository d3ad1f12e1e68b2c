"""Which words that look like prepositions open a clause: "während Emden auf Platz drei liegt"."""

from __future__ import annotations

from collections.abc import Sequence, Set

from claimcheck.extract.clauses.finite import finite
from claimcheck.extract.words.grammar import grammar


def conjunctions(
    words: Sequence[str], clauses: Sequence[int], found: Set[int], language: str
) -> frozenset[int]:
    """Return those of some tokens whose clause ends in its only verbs, as theirs does."""
    openers = grammar(language).inserting
    opening = [i for i in found if words[i].lower() in openers and _opens(words, clauses, i)]
    return frozenset([i for i in opening if _ends_in_verb(words, clauses, i, language)])


def _opens(words: Sequence[str], clauses: Sequence[int], at: int) -> bool:
    """Return whether a token opens its clause, but for a mark."""
    return not at or not words[at - 1][0].isalnum()


def _ends_in_verb(words: Sequence[str], clauses: Sequence[int], at: int, language: str) -> bool:
    own = [i for i in range(at + 1, len(clauses)) if clauses[i] == clauses[at]]
    while own and not words[own[-1]][0].isalnum():
        own.pop()
    size = len(own)
    while own and finite(words, own[-1], language):
        own.pop()
    return 1 < len(own) < size and not any(finite(words, i, language) for i in own)
