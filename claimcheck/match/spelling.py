"""Names that two articles spell differently: Trzaskowski and Trzaskowsky, Müller and Mueller.

Only words that the other article lacks are looked at, once for each distinct pair. Words
that begin or end alike are told by rapidfuzz; it is loaded when there are any.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from unicodedata import combining, normalize

from msgspec.structs import replace

from claimcheck.match.nodes import Node
from claimcheck.match.words import Article

SHORTEST = 6
_ALIKE = 88.0
_EDGE = 3
_MOST_ALIKE_EDGES = 50
_LETTERS = str.maketrans({"ß": "ss", "æ": "ae", "ø": "oe", "ł": "l", "đ": "d", "ı": "i"})
_UMLAUT = "\N{COMBINING DIAERESIS}"


def respelled(second: Article, first: Article) -> list[Node]:
    """Return the nodes of `second` with the subjects spelled as in `first`."""
    spelling = spellings(second.subject_words, first.subject_words)
    if not spelling:
        return second.nodes
    return [
        replace(
            node, subject_words=frozenset(spelling.get(word, word) for word in node.subject_words)
        )
        if not spelling.keys().isdisjoint(node.subject_words)
        else node
        for node in second.nodes
    ]


def spellings(words: frozenset[str], others: frozenset[str]) -> dict[str, str]:
    """Return how `others` spell those `words` that they only have in another spelling."""
    lonely, known = (_long(words - others), _long(others - words))
    found: dict[str, tuple[float, str]] = {}
    for word, other in sorted(_alike_at_an_edge(lonely, known)):
        score = _score(word, other)
        if score >= _ALIKE:
            found[word] = max(found.get(word, (0.0, "")), (score, other))
    return {word: other for word, (_, other) in found.items()}


@lru_cache(1 << 16)
def folded(word: str) -> str:
    """Return a word in plain letters: ü as ue, ß as ss, other letters without their marks."""
    letters = normalize("NFD", word.lower().translate(_LETTERS))
    letters = letters.replace(_UMLAUT, "e")
    return "".join(letter for letter in letters if not combining(letter))


def _long(words: Iterable[str]) -> dict[str, str]:
    return {word: folded(word) for word in words if len(word) >= SHORTEST and word.isalpha()}


def _alike_at_an_edge(words: dict[str, str], others: dict[str, str]) -> set[tuple[str, str]]:
    """Return the pairs that have their first or last half in common, and are about as long."""
    return {
        (word, other)
        for edge in (slice(None, _EDGE), slice(-_EDGE, None))
        for word, other in _sharing(edge, words, others)
        if abs(len(words[word]) - len(others[other])) <= 2 and _half(words[word], others[other])
    }


def _half(one: str, two: str) -> bool:
    size = min(len(one), len(two)) // 2
    return one[:size] == two[:size] or one[-size:] == two[-size:]


def _sharing(
    edge: slice, words: dict[str, str], others: dict[str, str]
) -> Iterator[tuple[str, str]]:
    by_edge: dict[str, list[str]] = defaultdict(list)
    for other, plain in sorted(others.items()):
        by_edge[plain[edge]].append(other)
    for word, plain in words.items():
        for other in by_edge[plain[edge]][:_MOST_ALIKE_EDGES]:
            yield word, other


def _score(word: str, other: str) -> float:
    """Return how alike two words are, up to 100; one that only adds an ending is another."""
    one, two = folded(word), folded(other)
    if one == two:
        return 100.0
    if one.startswith(two) or two.startswith(one) or one[-1] == "a" or two[-1] == "a":
        return 0.0
    from rapidfuzz.fuzz import ratio

    return ratio(one, two)
