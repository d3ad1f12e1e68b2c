"""The place before the first sentence of an agency's story: "CORK, Ireland - An Irish judge"."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.extract.names.known import known_names, place_keys

_DASHES = frozenset("-–—")
_MARKS = frozenset(",./()")
_LONGEST = 10
_SHOUTED = 4
"""An acronym of fewer letters may be a company that something is said of: "IBM – the maker"."""


def datelined(words: Sequence[str]) -> int:
    """Return how many tokens of a sentence are a dateline; 0 where it has none.

    Its place is in capitals, or the agency stands behind it in brackets: "Kassel (dpa) -"; or it
    is one known place before a sentence that opens with no other: "Dresden – Volle Züge haben".
    """
    if _DASHES.isdisjoint(words[:_LONGEST]) or not words[0][0].isupper():
        return 0
    open_bracket = closed = shouted = False
    for i, word in enumerate(words[:_LONGEST]):
        if word in _DASHES:
            placed = i == 1 and _is_place(words[0]) and _opens(words[2:3])
            return i + 1 if i and (shouted or closed or placed) else 0
        if word == "(":
            open_bracket = True
        elif word == ")" and open_bracket:
            open_bracket, closed = False, _is_agency(words[words.index("(") + 1 : i])
        elif word.isupper() and len(word) >= _SHOUTED and not open_bracket:
            shouted = True
        elif not (open_bracket or word in _MARKS or word[0].isupper() or word[0].isdigit()):
            return 0
    return 0


def _is_agency(words: Sequence[str]) -> bool:
    """Return whether what stands in brackets may be an agency, and is no share's symbol."""
    if len(words) != 1:
        return False
    return not words[0].isupper() or len(words[0]) < _SHOUTED


def _is_place(word: str) -> bool:
    rows = known_names().get(word.lower(), ())
    return any(len(parts) == 1 and key in place_keys() for parts, key in rows)


def _opens(words: Sequence[str]) -> bool:
    """Return whether a word opens a sentence, and is no place at the other end of a way."""
    return any(word[0].isupper() and not _is_place(word) for word in words)
