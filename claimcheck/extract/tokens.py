"""Sentences as tokens: the words, where they stand, and where clauses end."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import pairwise

import msgspec

_TOKEN = re.compile(
    r"[a-zA-ZÀ-ÖØ-öø-ÿ]++(?=[ ,])"  # what is quick to test, then any words
    r"|[^\W\d_][^\W_]*+(?:[-’'&.][^\W_]++)*+[’']?"  # words, with hyphens and apostrophes
    r"|\d++(?:[.,:/-]\d++)*+(?:[-’'][^\W_]++)*+"  # numbers, "50-Tage-Durchschnitt"
    r"|[^\w\s]"
)
_BREAKS = frozenset(',;:–—()[]„“”"«»')
_DASHES = frozenset("–—")


class Tokens(msgspec.Struct, frozen=True, gc=False):
    """The tokens of one sentence; offsets are into the document's text.

    `clause` numbers the stretches between commas, dashes, brackets and quotes; `inside` are
    marks that part nothing.
    """

    words: tuple[str, ...]
    starts: Sequence[int]
    ends: Sequence[int]
    clause: Sequence[int]
    inside: frozenset[int] = frozenset()

    def at(self, offset: int) -> int:
        """Return the index of the first token that ends after `offset`."""
        return bisect_left(self.ends, offset + 1)

    def covering(self, start: int, end: int) -> range:
        """Return the indices of the tokens that overlap [start, end)."""
        return range(bisect_left(self.ends, start + 1), bisect_left(self.starts, end))


def split(text: str, start: int, end: int) -> tuple[str, ...]:
    """Return the words and marks in [start, end) of `text`."""
    return tuple(_TOKEN.findall(text, start, end))


def tokenise(text: str, start: int, end: int, opaque: Iterable[tuple[int, int]] = ()) -> Tokens:
    """Cut [start, end) of `text` into tokens.

    `opaque` are the spans of quantities: punctuation inside them breaks no clause.
    """
    return placed(split(text, start, end), text, start, opaque)


def placed(
    words: tuple[str, ...], text: str, start: int, opaque: Iterable[tuple[int, int]] = ()
) -> Tokens:
    """Return the tokens whose words `split` has cut from `text`, from `start` on."""
    starts: list[int] = []
    ends: list[int] = []
    end = start
    for word in words:
        at = text.index(word, end)
        end = at + len(word)
        starts.append(at)
        ends.append(end)
    clause = [0] * len(words)
    inside = tuple(opaque)
    marks = [i for i, word in enumerate(words) if word in _BREAKS]
    breaks = [i for i in marks if not _breaks_nothing(text, starts[i], inside)]
    for number, (first, last) in enumerate(pairwise([*breaks, len(words)]), 1):
        clause[first:last] = [number] * (last - first)
    return Tokens(words, starts, ends, clause)


def _breaks_nothing(text: str, at: int, inside: Sequence[tuple[int, int]]) -> bool:
    """Return whether a mark stands inside a quantity, or joins a name as a hyphen does."""
    return any(a <= at < b for a, b in inside) or (text[at] in _DASHES and _joins(text, at))


def _joins(text: str, at: int) -> bool:
    """Return whether the dash stands inside a word, as a hyphen does: "Alt–Grafenau"."""
    return text[at - 1 : at].isalpha() and text[at + 1 : at + 2].isupper()


def name_like(tokens: Sequence[str], i: int) -> bool:
    """Return whether a token looks like a name where common nouns have no capital letter.

    A capitalised word is none at the start, behind punctuation, or in a title where most
    words are capitalised.
    """
    if not i or not tokens[i].istitle():
        return False
    if not tokens[i - 1][-1].isalnum() and tokens[i - 1] not in ",.":
        return False
    long = [token for token in tokens if len(token) > 3 and token[0].isalpha()]
    return 2 * sum(token[0].isupper() for token in long) <= len(long)
