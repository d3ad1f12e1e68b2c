"""Cuts text into words, digit runs and signs, and finds phrases among them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, chain
from typing import Generic, TypeVar

_ONE = (
    r"(?:[a-zA-ZÀ-ÖØ-öø-ÿ]++[^\W\d_]*+|[.,]|[^\W\d_]++"  # what is quick to test, then any letters
    r"|\d+(?:[.,]\d+|['’\u2009\u202f\xa0]\d{3}(?!\d))*"
    r"|[^\w\s]|_)"
)
TOKEN = re.compile(_ONE)
_SPACED = re.compile(_ONE + r"\s*+")
_PARAGRAPH = re.compile(r"\n\s*\n\s*")
_BEYOND = 32
"""More than the rules look around a token by counting places."""
_LEFT = 5
"""Words of the longest phrase that is sought before a number."""
_MEMORY = 1 << 14
T = TypeVar("T")


class Remembered(dict[str, T]):
    """What is asked of words, kept for the next time that one of them is met."""

    def __init__(self, ask: Callable[[str], T], limit: int = _MEMORY) -> None:
        super().__init__()
        self._ask, self._limit = ask, limit

    def __missing__(self, word: str) -> T:
        if len(self) > self._limit:
            self.clear()
        found = self[word] = self._ask(word)
        return found


class Tokens:
    """The tokens of a text, with their offsets: one pass that numbers and dates share.

    `words` and `starts` hold `size` tokens, and behind them a few empty ones: `words[i]` is
    "" a little before the first and behind the last token. `word(i)` is the same,
    `barrier(i)` tells whether a paragraph ends before token `i`, true at both ends of the
    text, and `opens_line(i)` whether a line does, behind the first one. They are methods of the
    list and the sets themselves, since the rules ask for a word forty times for each number.
    """

    __slots__ = (
        "barrier", "barriers", "heat", "opens_line", "size", "starts", "text", "word", "words",
    )  # fmt: skip

    def __init__(self, text: str) -> None:
        self.text = text
        self.heat: bool | None = None
        spaced: list[str] = _SPACED.findall(text)
        self.size = len(spaced)
        self.words = [*map(str.rstrip, spaced), *[""] * _BEYOND]
        first = len(text) - len(text.lstrip())
        self.starts = [*accumulate(map(len, spaced), initial=first), *[len(text)] * (_BEYOND - 1)]
        ends = [match.end() for match in _PARAGRAPH.finditer(text)]
        paragraphs = [bisect_left(self.starts, end, hi=self.size) for end in ends]
        outside = (*range(-_BEYOND, 1), *range(self.size, self.size + _BEYOND))
        self.barriers = {*paragraphs, *outside}
        lines = {bisect_left(self.starts, at, hi=self.size) for at in _line_ends(text)}
        self.opens_line: Callable[[int], bool] = (lines - {0, self.size}).__contains__
        self.word: Callable[[int], str] = self.words.__getitem__
        self.barrier: Callable[[int], bool] = self.barriers.__contains__

    def end(self, i: int) -> int:
        """Return the offset behind token `i`."""
        return self.starts[i] + len(self.words[i])

    def glued(self, i: int) -> bool:
        """Tell whether token `i` follows its predecessor without a gap."""
        return 0 < i < self.size and self.starts[i] == self.starts[i - 1] + len(self.words[i - 1])

    def gap(self, i: int) -> str:
        """Return the white space before token `i`."""
        if not 0 < i < self.size:
            return ""
        return self.text[self.starts[i - 1] + len(self.words[i - 1]) : self.starts[i]]

    def are_all(self, first: int, stop: int) -> bool:
        """Tell whether tokens `first` to before `stop` are the whole text: a phrase alone."""
        return first == 0 and stop == self.size

    def quote(self, first: int, stop: int) -> str:
        """Return the text of tokens `first` to before `stop`."""
        return self.text[self.starts[first] : self.end(stop - 1)]


def _line_ends(text: str) -> Iterator[int]:
    at = text.find("\n")
    while at >= 0:
        yield at
        at = text.find("\n", at + 1)


def split(phrase: str) -> tuple[str, ...]:
    """Return the tokens of a phrase, as a text would give them."""
    if phrase.isalpha():
        return (phrase,)
    words = phrase.split(" ")
    return tuple(words) if all(map(str.isalpha, words)) else tuple(TOKEN.findall(phrase))


class Phrases(Generic[T]):
    """Phrases with a meaning, found by their first word (or, backwards, by their last).

    `begins(word)` tells whether a phrase begins (or, backwards, ends) with a word: a method
    of the table itself, since the rules ask ten times for each number.
    """

    def __init__(self, *, backwards: bool = False) -> None:
        self._rows: dict[str, dict[str, list[tuple[tuple[str, ...], T]]]] = {}
        """The phrases by their first word and by their second, "" where they have one alone."""
        self._backwards = backwards
        self.begins: Callable[[str], bool] = self._rows.__contains__

    def add(self, phrase: str, meaning: T, *, replace: bool = True) -> None:
        """Add a phrase; a later one replaces an equal one unless told otherwise."""
        words = split(phrase)
        if not words:
            return
        ordered = words[::-1] if self._backwards else words
        by_second = self._rows.setdefault(ordered[0], {})
        second = ordered[1] if len(ordered) > 1 else ""
        rows = by_second.get(second)
        if rows is None:
            by_second[second] = [(words, meaning)]
            return
        for at, (known, _) in enumerate(rows):
            if known == words:
                if replace:
                    rows[at] = (words, meaning)
                return
        at = next((k for k, row in enumerate(rows) if len(row[0]) < len(words)), len(rows))
        rows.insert(at, (words, meaning))

    def extend(self, phrases: Iterable[str], meaning: T) -> None:
        """Add several phrases of one meaning."""
        for phrase in phrases:
            self.add(phrase, meaning)

    def firsts(self) -> set[str]:
        """Return the words that phrases begin (or, backwards, end) with."""
        return set(self._rows)

    def used(self) -> set[str]:
        """Return all words that stand in phrases."""
        lists = chain.from_iterable(by_second.values() for by_second in self._rows.values())
        return {word for rows in lists for words, _ in rows for word in words}

    def match(self, words: Sequence[str], at: int) -> tuple[int, T] | None:
        """Return length and meaning of the longest phrase that begins at `at`."""
        known = self._rows.get(words[at]) if 0 <= at < len(words) else None
        if known is None:
            return None
        following = words[at + 1] if at + 1 < len(words) else ""
        for phrase, meaning in known.get(following, ()):
            size = len(phrase)
            if tuple(words[at : at + size]) == phrase:
                return size, meaning
        return _alone(known)

    def match_back(self, words: Sequence[str], at: int) -> tuple[int, T] | None:
        """Return length and meaning of the longest phrase that ends at `at`, inclusive."""
        known = self._rows.get(words[at]) if 0 <= at < len(words) else None
        if known is None:
            return None
        for phrase, meaning in known.get(words[at - 1] if at else "", ()):
            size = len(phrase)
            if at + 1 >= size and tuple(words[at + 1 - size : at + 1]) == phrase:
                return size, meaning
        return _alone(known)

    def left_of(self, words: Sequence[str], at: int) -> tuple[int, T] | None:
        """Return length and meaning of the longest phrase right before `at`, in small letters."""
        known = self._rows.get(words[at - 1].lower()) if at > 0 else None
        if known is None:
            return None
        for phrase, meaning in known.get(words[at - 2].lower() if at > 1 else "", ()):
            size = len(phrase)
            if at >= size <= _LEFT and tuple(map(str.lower, words[at - size : at])) == phrase:
                return size, meaning
        return _alone(known)


def _alone(known: Mapping[str, Sequence[tuple[tuple[str, ...], T]]]) -> tuple[int, T] | None:
    """Return the meaning that a word has by itself, as that of a phrase of one word."""
    rows = known.get("")
    return (1, rows[0][1]) if rows else None


def said(phrases: Iterable[str], *, backwards: bool = False) -> Phrases[bool]:
    """Return phrases that mean one thing alone: that they are said."""
    found: Phrases[bool] = Phrases(backwards=backwards)
    found.extend(phrases, True)
    return found
