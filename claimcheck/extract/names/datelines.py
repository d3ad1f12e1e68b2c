"""The place before the first sentence of an agency's story: "CORK, Ireland - An Irish judge"."""

from __future__ import annotations

from collections.abc import Sequence

_DASHES = frozenset("-–—")
_MARKS = frozenset(",./()")
_LONGEST = 10
_SHOUTED = 4
"""An acronym of fewer letters may be a company that something is said of: "IBM – the maker"."""


def datelined(words: Sequence[str]) -> int:
    """Return how many tokens of a sentence are a dateline; 0 where it has none.

    Its place is in capitals, or the agency stands behind it in brackets: "Kassel (dpa) -".
    """
    if _DASHES.isdisjoint(words[:_LONGEST]) or not words[0][0].isupper():
        return 0
    open_bracket = closed = shouted = False
    for i, word in enumerate(words[:_LONGEST]):
        if word in _DASHES:
            return i + 1 if i and (shouted or closed) else 0
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
