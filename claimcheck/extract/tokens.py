"""Sentences as tokens: the words, where they stand, and where clauses end."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable

import msgspec

_TOKEN = re.compile(
    r"[^\W\d_][^\W_]*(?:[-’'&.][^\W_]+)*[’']?"  # words, with hyphens and apostrophes
    r"|\d+(?:[.,:/-]\d+)*(?:[-’'][^\W_]+)*"  # numbers, "50-Tage-Durchschnitt"
    r"|[^\w\s]"
)
_BREAKS = frozenset(',;:–—()[]„“”"«»')


class Tokens(msgspec.Struct, frozen=True):
    """The tokens of one sentence; offsets are into the document's text.

    `clause` numbers the stretches between commas, dashes, brackets and quotes.
    """

    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    clause: tuple[int, ...]

    def at(self, offset: int) -> int:
        """Return the index of the first token that ends after `offset`."""
        return bisect_left(self.ends, offset + 1)

    def covering(self, start: int, end: int) -> range:
        """Return the indices of the tokens that overlap [start, end)."""
        return range(bisect_left(self.ends, start + 1), bisect_left(self.starts, end))


def tokenise(text: str, start: int, end: int, opaque: Iterable[tuple[int, int]] = ()) -> Tokens:
    """Cut [start, end) of `text` into tokens.

    `opaque` are the spans of quantities: punctuation inside them breaks no clause.
    """
    inside = tuple(opaque)
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    clause: list[int] = []
    number = 0
    for match in _TOKEN.finditer(text, start, end):
        word = match.group()
        at = match.start()
        if word in _BREAKS and not any(a <= at < b for a, b in inside):
            number += 1
        words.append(word)
        starts.append(at)
        ends.append(match.end())
        clause.append(number)
    return Tokens(tuple(words), tuple(starts), tuple(ends), tuple(clause))
