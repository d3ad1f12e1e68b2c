"""Reads the year in words behind a day: "November 19, seventeen eighty-nine"."""

from __future__ import annotations

from functools import lru_cache

from claimcheck.normalise.dates.datewords import DateWords, Token, after, date_words
from claimcheck.normalise.numbers.words import Atom, evaluate, take_apart

FIRST, LAST = 1500, 2100
MOST = 8
ENDS = frozenset(".,;:!?)")


def year_in_words(text: str, words: DateWords, token: Token) -> tuple[int, int] | None:
    """Return the year that begins at a token and where it ends; a clause or text must end there.

    So "on May 4 nineteen people died" has none.
    """
    if words.joined:
        year, end = _joined(words.language, token.low), token.end
    elif token.low not in words.numbers:
        return None
    else:
        atoms: list[Atom] = []
        last: Token | None = token
        end = token.start
        while last is not None and len(atoms) < MOST:
            if last.low in words.numbers:
                atoms.append(words.numbers[last.low])
                end = last.end
            elif last.text != "-":
                break
            last = after(text, last.end)
        year = _year(atoms, words)
    if not FIRST <= year <= LAST:
        return None
    behind = after(text, end)
    ends = behind is None or behind.text in ENDS
    return (year, end) if ends else None


@lru_cache(maxsize=20_000)
def _joined(language: str, word: str) -> int:
    """Return the number that one joined word means, or 0."""
    words = date_words(language)
    parts = take_apart(word, words.numbers, words.longest) if words is not None else None
    return _year(parts, words) if parts and words is not None else 0


def _year(atoms: list[Atom], words: DateWords) -> int:
    """Return the year of number words, by hundreds ("nineteen eighty-four") too, or 0."""
    value = evaluate(atoms, units_first=words.joined) if atoms and atoms[0] is not None else None
    if value is not None:
        return int(value)
    first = atoms[0] if atoms else None
    rest = evaluate(atoms[1:], units_first=False) if len(atoms) > 1 and first is not None else None
    if first is None or rest is None or not (11 <= first <= 20 and 10 <= rest < 100):
        return 0
    return int(first * 100 + rest)
