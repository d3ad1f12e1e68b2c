"""Marks the words of a text that say something of numbers or dates, all in one pass."""

from __future__ import annotations

from collections.abc import Set
from functools import cache
from itertools import compress, count
from typing import NamedTuple

from claimcheck.normalise.dates.datewords import date_words
from claimcheck.normalise.language import Language
from claimcheck.normalise.tokens import Remembered, Tokens

MEMORY = 300_000
"""Words whose mark is kept; all words of all texts are asked for."""
_NUMBER, _DIGITS, _DATE = 1, 2, 4


class Places(NamedTuple):
    """The tokens of a text at which something may begin."""

    numbers: list[int]
    digits: list[int]
    dates: list[int]
    """Digits and words of dates."""


class _Marks:
    """What the words of one language are; each is asked once."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._dated = _date_words(language.code)
        self.of = Remembered(self._mark, MEMORY).__getitem__
        """What a word is, 0 for most."""

    def _mark(self, word: str) -> int:
        if word[:1].isdecimal():
            return _NUMBER | _DIGITS
        dated = _DATE if word in self._dated else 0
        return dated | (_NUMBER if self._language.says_number(word) else 0)


def _date_words(code: str) -> Set[str]:
    """Return the words of dates of a language, none where it has no data for them."""
    try:
        words = date_words(code)
    except KeyError:
        return frozenset()
    return words.triggers.words if words is not None else frozenset()


@cache
def _marks(language: Language) -> _Marks:
    return _Marks(language)


def places(tokens: Tokens, language: Language) -> Places:
    """Return where numbers, digits and dates may begin in a text."""
    marks = [*map(_marks(language).of, tokens.words)]
    marked = [*compress(count(), marks)]
    return Places(
        [i for i in marked if marks[i] & _NUMBER],
        [i for i in marked if marks[i] & _DIGITS],
        [i for i in marked if marks[i] & (_DIGITS | _DATE)],
    )
