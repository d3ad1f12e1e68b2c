"""What is known of a word by itself, worked out once, however often the word comes."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

V = TypeVar("V")

MOST = 1 << 16
"""How many words are remembered at most: about those of a thousand articles."""


class Remembered(dict[str, V]):
    """A table that asks `work` for a word that it does not have yet.

    When it is half full, the words that have not come since the last time are forgotten,
    so that no number of articles makes it grow.
    """

    __slots__ = ("_before", "_half", "_work")

    def __init__(self, work: Callable[[str], V], most: int = MOST) -> None:
        super().__init__()
        self._work = work
        self._half = most // 2
        self._before: dict[str, V] = {}

    def __missing__(self, word: str) -> V:
        before = self._before
        value = before.pop(word) if word in before else self._work(word)
        if len(self) >= self._half:
            self._before = dict(self)
            self.clear()
        self[word] = value
        return value
