"""Reads the number of units in words: "TWENTY-ONE days ago", "vor HUNDERTZWANZIG Jahren"."""

from __future__ import annotations

from functools import lru_cache

from claimcheck.normalise.dates.datewords import DateWords, Token, before, date_words
from claimcheck.normalise.dates.reading import DatedText
from claimcheck.normalise.numbers.words import Atom, evaluate, take_apart

MOST = 10
"""Words of the longest number that is looked for."""
LONGEST = 30
"""Letters of the longest such word."""
MOST_DAYS = 1000


def spelled(text: str, words: DateWords, token: Token) -> tuple[int, int] | None:
    """Return the whole number in words that ends with a token, and where it starts, or None.

    One word that is listed among the counts of dates is left to them.
    """
    if token.low not in words.numbers:
        return _joined(words.language, token) if words.joined else None
    atoms: list[Atom] = [words.numbers[token.low]]
    found, first = None, token
    while len(atoms) < MOST:
        previous = before(text, first.start)
        if previous is not None and previous.text == "-" and previous.end == first.start:
            previous = before(text, previous.start)
        if previous is None or previous.low not in words.numbers:
            break
        atoms.insert(0, words.numbers[previous.low])
        first = previous
        value = evaluate(atoms, units_first=words.joined) if atoms[0] is not None else None
        if value is not None and value % 1 == 0:
            found = int(value), first.start
    return found or _alone(words, token)


def number_of(dated: DatedText, token: Token) -> tuple[int, int] | None:
    """Return the whole number from two on that a token ends, in digits or words, and its start."""
    if token.text.isdecimal():
        return (int(token.text), token.start) if 1 < int(token.text) < MOST_DAYS else None
    if (told := spelled(dated.text, dated.words, token)) is not None:
        return told
    number = dated.words.counts.get(token.low, 0)
    return (int(number), token.start) if number % 1 == 0 and number > 1 else None


def _alone(words: DateWords, token: Token) -> tuple[int, int] | None:
    """Return the number of a single word that the counts of dates leave out, or None."""
    value = words.numbers[token.low]
    if token.low in words.counts or value is None or value % 1 or value < 2:
        return None
    return int(value), token.start


def _joined(language: str, token: Token) -> tuple[int, int] | None:
    number = _apart(language, token.low) if len(token.low) <= LONGEST else 0
    return (number, token.start) if number else None


@lru_cache(maxsize=20_000)
def _apart(language: str, word: str) -> int:
    """Return the number that one joined word means, or 0."""
    words = date_words(language)
    if words is None or word in words.counts:
        return 0
    parts = take_apart(word, words.numbers, max(map(len, words.numbers)))
    value = evaluate(parts, units_first=True) if parts else None
    return int(value) if value is not None and value % 1 == 0 else 0
