"""Reads the number of units in words: "TWENTY-ONE days ago", "vor HUNDERTZWANZIG Jahren"."""

from __future__ import annotations

from functools import lru_cache

from claimcheck.normalise.dates import calendar
from claimcheck.normalise.dates.datewords import DateWords, Token, after, before, date_words
from claimcheck.normalise.dates.reading import DatedText, Grain
from claimcheck.normalise.numbers.words import Atom, evaluate, take_apart

MOST = 10
"""Words of the longest number that is looked for."""
LONGEST = 30
"""Letters of the longest such word."""
MOST_DAYS = 1000
_FINER: dict[str, tuple[int, Grain]] = {
    "fortnight": (2, "week"), "decade": (10, "year"), "century": (100, "year"),
}  # fmt: skip
"""A distance in these is as exact as the unit below."""


class Count:
    """How many units, where the number starts, and what the unit is then."""

    __slots__ = ("number", "start", "unit")

    def __init__(self, number: float, unit: Grain, start: int) -> None:
        times, finer = _FINER.get(unit, (1, unit))
        number *= times
        if number % 1 and finer in calendar.MONTHS_IN:
            number, finer = number * calendar.MONTHS_IN[finer], "month"
        if number % 1 and finer == "month":
            number, finer = round(number * 52 / 12), "week"
        elif number % 1 and finer == "week":
            number, finer = number * 7, "day"
        self.number, self.unit, self.start = int(number), finer, start


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
    parts = take_apart(word, words.numbers, words.longest)
    value = evaluate(parts, units_first=True) if parts else None
    return int(value) if value is not None and value % 1 == 0 else 0


def with_larger(dated: DatedText, count: Count) -> Count | None:
    """Return a count with the larger units before it: "a YEAR and two months ago".

    None where they make no whole months or days together, so that the count alone says too little.
    """
    link = before(dated.text, count.start)
    if link is not None and (link.text == "," or dated.words.has("range.and", link)):
        link = before(dated.text, link.start)
    unit = (
        dated.words.units.get(link.low) if link is not None and link.start >= dated.done else None
    )
    token = before(dated.text, link.start) if unit and link is not None else None
    one = token is not None and (token.text == "1" or dated.words.counts.get(token.low) == 1)
    number = ((1, token.start) if one else number_of(dated, token)) if token is not None else None
    if unit is None or number is None or unit == count.unit:
        return count
    months = calendar.MONTHS_IN
    if unit in months and count.unit in months:
        total = number[0] * months[unit] + count.number * months[count.unit]
        return Count(total, "month", number[1])
    if unit == "week" and count.unit == "day":
        return Count(7 * number[0] + count.number, "day", number[1])
    return None


def goes_on(dated: DatedText, token: Token, count: Count) -> bool:
    """Say whether a smaller unit follows one that is counted: "vor einem JAHR und zwei Monaten"."""
    number = after(dated.text, token.end)
    if dated.words.has("range.and", number) and number is not None:
        number = after(dated.text, number.end)
    told = number is not None and (
        number.text.isdecimal() or dated.words.counts.get(number.low, 0) >= 1
    )
    behind = after(dated.text, number.end) if told and number is not None else None
    unit = dated.words.units.get(behind.low) if behind is not None else None
    return (count.unit, unit) in (("year", "month"), ("week", "day"))
