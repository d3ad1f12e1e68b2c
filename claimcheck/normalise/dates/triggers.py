"""Finds the words and digits of a text at which a date may stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import compress

from claimcheck.normalise.tokens import TOKEN, Tokens

_DIGITS = re.compile(r"\d+")
_VOWELS = frozenset("aeiouyäöü")
_LAST = "2359"
"""The last clock time in four digits; the last year is before it."""


class Triggers:
    """The words that name something about dates, as they are written."""

    def __init__(
        self, words: Iterable[str], capitalised: frozenset[str], hours: Iterable[str] = ()
    ) -> None:
        """Take the words in small letters, and those that count only with a capital.

        `hours` may be glued to their digits: "18Uhr".
        """
        self._hours = frozenset(word.title() for word in hours)
        self.words: set[str] = set()
        """The first words of all of them, as they are written."""
        self._longer: dict[str, tuple[str, ...]] = {}
        for word in sorted(words, key=len, reverse=True):
            forms = {word[0].upper() + word[1:]}
            forms |= {word.upper()} if len(word) < 3 or _VOWELS.isdisjoint(word) else set()
            forms |= set() if word in capitalised else {word}
            for form in forms:
                self._add(form)

    def _add(self, form: str) -> None:
        first = form if form.isalpha() else TOKEN.findall(form)[0]
        if first[0].isdecimal():
            return
        self.words.add(first)
        if first != form:
            self._longer[first] = (*self._longer.get(first, ()), form)

    def find(self, tokens: Tokens, places: Iterable[int]) -> Iterator[tuple[int, str]]:
        """Yield start and text of every such word, and of every digit run that may be a date.

        Digit runs have at most four digits, those with four are 0000 to 2359; no run or word
        that continues a letter, digit or underscore is given. `places` are the tokens that
        begin with a digit or are such words.
        """
        known, starts, text = self.words, tokens.starts, tokens.text
        words = tokens.words
        for i in places:
            word, start = words[i], starts[i]
            left = text[start - 1 : start] if start else ""
            if (left.isalnum() or left == "_") and not (left.isdecimal() and word in self._hours):
                continue
            if word in known:
                yield start, self._whole(text, start, word)
            elif word.isdecimal():
                if _may_be_date(word):
                    yield start, word
            else:
                for match in _DIGITS.finditer(word):
                    if _may_be_date(match.group()):
                        yield start + match.start(), match.group()

    def places(self, tokens: Tokens, digits: Iterable[int] | None = None) -> list[int]:
        """Return the tokens that are such words, and `digits`, those that begin with one."""
        words = tokens.words
        found = compress(range(tokens.size), map(self.words.__contains__, words))
        if digits is None:
            digits = (i for i, word in enumerate(words) if "/" < word < ":")
        return sorted([*found, *digits])

    def _whole(self, text: str, start: int, word: str) -> str:
        for form in self._longer.get(word, ()):
            if text.startswith(form, start):
                return form
        return word


def _may_be_date(digits: str) -> bool:
    return len(digits) < 4 or (len(digits) == 4 and digits <= _LAST)
