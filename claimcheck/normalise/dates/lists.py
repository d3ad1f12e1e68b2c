"""Tells four digits that count, in a list of counts and places, from a year.

"5000 Jobs in Frankreich, 1700 in Großbritannien und 900 in Spanien": the first number counts
a noun, the others count the same thing elsewhere.
"""

from __future__ import annotations

import re

from claimcheck.normalise.dates.datewords import Token, after, before
from claimcheck.normalise.dates.reading import DatedText, is_year, sentence
from claimcheck.normalise.language import load

_REACH = 200
_LEAST = 100
"""The smallest count that a list with four digits in it opens with."""
_OFTEN = 3
"""How many times the first count a later one is at most, where its shape alone shows it."""
_MODERN = (1900, 2030)
_ROUND = 50
_COUNT = re.compile(
    r"(?<![\d.,$€£])(\d{1,3}(?:[.,'’ \xa0\u202f]\d{3})++|\d{3,9}+)"
    r"\s+([^\W\d_]++)(?:\s+([^\W\d_]++))?"
)
_ELSEWHERE = re.compile(
    r"(?<![\d.,$€£])(\d[\d.,]*+)\s+([^\W\d_]++)\s+(?:[^\W\d_A-ZÄÖÜ]++\s+)?[^\W\d_a-zäöü]"
)
_LED = re.compile(r"([^\W\d_]++)(?=\s+(?:[^\W\d_A-ZÄÖÜ]++\s+)?([^\W\d_a-zäöü][^\W\d_]+))")


def counts_elsewhere(dated: DatedText, token: Token, previous: Token | None) -> bool:
    """Say whether four digits count what the sentence counted before, in another place.

    `token` holds the digits, `previous` what stands before them.
    """
    following = after(dated.text, token.end)
    if previous is None:
        return False
    left, right = sentence(dated.text, token.start, token.end, _REACH)
    count = _first_count(dated, left)
    if count is None:
        return False
    number = int(token.text)
    rare = number % 50 == 0 or not _MODERN[0] <= number <= _MODERN[1]
    fits = rare and number <= _OFTEN * count[0]
    separate = _separates(dated, previous)
    if dated.words.has("list_places", following) and following is not None:
        if not (match := _LED.match(dated.text, following.start)):
            return False
        if _sibling(left, right, following.low):
            return separate or fits
        closed = _closes(dated, after(dated.text, match.end(2)))
        return separate and fits and closed and _led(count[1], following.low)
    named = dated.words.nouns_capitalised or previous.text[0].isupper()
    led = before(dated.text, previous.start)
    if not (named and previous.text[0].isupper() and dated.words.has("list_places", led)):
        return False
    assert led is not None
    opened = _separates(dated, before(dated.text, led.start))
    return opened and fits and _closes(dated, following) and _led(left, led.low, count[1])


def _first_count(dated: DatedText, left: str) -> tuple[int, str] | None:
    """Return the first count of a noun before a number, and what follows it, or None."""
    words = dated.words
    for match in _COUNT.finditer(left):
        written, noun, beyond = match.groups()
        value = int("".join(filter(str.isdecimal, written)))
        low = noun.lower()
        if value < _LEAST or low in words.units or low in words.months:
            continue
        if words.nouns_capitalised:
            capital = noun[0].isupper() or (beyond is not None and beyond[0].isupper())
            counted = capital and low not in words.sets["list_places"]
        else:
            function = any(low in words.sets[key] for key in ("after_years", "list_places"))
            counted = noun[0].islower() and not function
        if counted:
            return value, left[match.end(2) :]
    return None


def _sibling(left: str, right: str, preposition: str) -> bool:
    """Say whether another bare number with the same preposition is no year ("900 in Spanien")."""
    for part in (left, right):
        for match in _ELSEWHERE.finditer(part):
            digits = match[1].rstrip(".,")
            year = digits.isdecimal() and len(digits) == 4 and "1500" <= digits <= "2100"
            if match[2].lower() == preposition and len(digits) > 1 and not year:
                return True
    return False


def _led(part: str, preposition: str, other: str = "") -> bool:
    """Say whether a place with the same preposition stands in a part ("in Frankreich")."""
    return any(
        match[1].lower() == preposition for text in (part, other) for match in _LED.finditer(text)
    )


def _separates(dated: DatedText, token: Token | None) -> bool:
    """Say whether a comma or "und" parts the members of a list."""
    words = dated.words
    return token is not None and (token.text in ",;" or words.has("range.and", token))


def _closes(dated: DatedText, token: Token | None) -> bool:
    """Say whether a member of a list ends before a token."""
    return token is None or token.text in ".,;!?)" or dated.words.has("range.and", token)


def goes_on(dated: DatedText, following: Token | None) -> bool:
    """Say whether four digits are part of an account ("1605 0000") or count ("1500-Meter-Lauf")."""
    if following is None:
        return False
    if following.text.isdecimal():
        return len(following.text) == 4 and not is_year(following)
    if following.text != "-" or not dated.text[following.start - 1].isdecimal():
        return False
    counted = after(dated.text, following.end)
    if counted is None or counted.start != following.end:
        return False
    known = dated.words.sets["after_counts"]
    return counted.low in known or f"{counted.low}s" in known or _is_counted(dated, counted)


def _is_counted(dated: DatedText, word: Token) -> bool:
    """Say whether a word joined to four digits is a unit, money, or what round ones count."""
    speech = load(dated.words.language)
    key = speech.key(word.text)
    if speech.unit_of(word.text) or speech.money.match([key], 0) or key in speech.suffixes:
        return True
    behind = after(dated.text, word.end)
    joined = behind is not None and behind.text == "-"
    known = key in speech.count_words if speech.exact_case else f"{key}s" in speech.count_words
    return known and (joined or not speech.exact_case) and _is_round(dated.text, word.start)


def _is_round(text: str, at: int) -> bool:
    """Say whether the four digits before a hyphen are a round number."""
    return int(text[at - 5 : at - 1]) % _ROUND == 0
