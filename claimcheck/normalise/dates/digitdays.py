"""Reads days in digits: "2025-09-02", "02.09.2025", "9/2/2025", "4. bis 22.1.2017"."""

from __future__ import annotations

import re
from datetime import date

from claimcheck.normalise.dates import calendar
from claimcheck.normalise.dates.datewords import Token, after, before
from claimcheck.normalise.dates.days import day_ending, month_reading
from claimcheck.normalise.dates.reading import CENTURY, DatedText, Reading, Year, resolved
from claimcheck.normalise.hours import clock

_DIGITS = re.compile(r"(\d{1,2})([./-])(\d{1,2})(?:\2(\d{4}|\d\d))?(?!\d)")
_SLASHED = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})/(?:\d{4}|\d\d)(?![\d/])")
_SPACED = re.compile(r"(\d{1,2})(\.) (\d{1,2})(?:\. (\d{4})(?!\d)|(?=\.))")
_MONTH = re.compile(r"(0[1-9]|1[0-2])/((?:19|20)?\d\d)(?![\d/])")
_ISO = re.compile(r"(\d{4})([-/.])(?:(\d\d)(?:\2(\d\d))?|(\d)\2(\d{1,2})|(\d\d)\2(\d))(?![\d-])")
_HOUR = re.compile(r"\s?\d{1,2}(?:[.:]\d\d)?(?!\d)")
_WEEK = re.compile(r"(\d{4})-W(0[1-9]|[1-4]\d|5[0-2])(?!\w)")
_LONGEST_SHORT = 5
"""Letters of abbreviations are fewer."""
_CENTURY = 70
"""Two-digit years from here on are 19xx."""


def read_digits(dated: DatedText, token: Token) -> Reading | None:
    """Read "2025-09-02", "02.09.2025", "9/2/2025" and, after "am" or the like, "2.9."."""
    text = dated.text
    if len(token.text) == 4:
        if (weekly := _WEEK.match(text, token.start)) is not None:
            first = date.fromisocalendar(int(weekly[1]), int(weekly[2]), 1)
            return resolved(token.start, weekly.end(), calendar.around(first, "week"), "week")
        match = _ISO.match(text, token.start)
        if match is None or not _is_free(text, *match.span()):
            return None
        year, month = int(match[1]), int(match[3] or match[5] or match[7])
        number = match[4] or match[6] or match[8]
        if number is None:
            if match[2] != "-" or not 1 <= month <= 12 or month > year % 100:
                return None
            return resolved(token.start, match.end(), calendar.months(year, month), "month")
        day = calendar.day(year, month, int(number))
        if day is not None:
            clock.read_iso(dated, match.end())
        return resolved(token.start, match.end(), day, "day") if day else None
    match = _SPACED.match(text, token.start) or _DIGITS.match(text, token.start)
    if match is None or (match[2] == "/" and match[4] is None):
        return _month_of(dated, token)
    if not _is_free(text, *match.span()):
        return None
    return _dated(dated, match)


def _month_of(dated: DatedText, token: Token) -> Reading | None:
    """Read "bis 03/2027": a month and its year behind a word that opens dates, or alone.

    Where months stand before days anyway, four digits of the year are enough.
    """
    match = _MONTH.match(dated.text, token.start)
    if match is None or not _is_free(dated.text, *match.span()):
        return None
    previous = _past_dot(dated, before(dated.text, token.start))
    whole, leads = len(match[2]) == 4, dated.words.month_first
    told = previous is None or leads if whole else False
    if not told and (leads or not dated.words.has("before_digits", previous)):
        return None
    year = int(match[2]) if whole else _century(int(match[2]))
    reason = None if whole else CENTURY
    return resolved(token.start, match.end(), calendar.months(year, int(match[1])), "month", reason)


def _past_dot(dated: DatedText, token: Token | None) -> Token | None:
    """Return the word before the full stop of an abbreviation: "Bj. 06/2014", "geb. 3.7."."""
    if token is None or token.text != ".":
        return token
    word = before(dated.text, token.start)
    short = word is not None and word.end == token.start and len(word.text) < _LONGEST_SHORT
    return word if short else token


def _century(short: int) -> int:
    """Return the year that two digits stand for."""
    return short + (1900 if short >= _CENTURY else 2000)


def _opens_range(dated: DatedText, at: int) -> bool:
    """Say whether another date in digits follows: "1.7.–31.8.2025"."""
    sign = after(dated.text, at)
    if sign is None or not dated.words.has("range.to", sign):
        return False
    other = after(dated.text, sign.end)
    return other is not None and _DIGITS.match(dated.text, other.start) is not None


def _closes_range(dated: DatedText, sign: Token | None) -> bool:
    """Say whether a day stands right before and the sign of a range between: "30.8.-2.9."."""
    last = dated.readings[-1] if dated.readings else None
    if last is None or sign is None or last.grain != "day" or last.end != sign.start:
        return False
    return dated.words.has("range.to", sign) and dated.text[last.end - 1] == "."


def _behind_weekday(dated: DatedText, sign: Token | None) -> bool:
    """Say whether a weekday and its comma or full stop end before a day: "Mo., 15.9."."""
    marks = 0
    while sign is not None and sign.text in (",", ".") and marks < 2:
        sign, marks = before(dated.text, sign.start), marks + 1
    return marks > 0 and dated.words.has("weekday_marks", sign)


def _goes_on(dated: DatedText, at: int) -> bool:
    """Say whether a comma and an hour follow the full stop of a day: "12.3., 19.30 Uhr"."""
    comma = after(dated.text, at)
    if comma is None or comma.start != at or comma.text != ",":
        return False
    hour = _HOUR.match(dated.text, comma.end)
    return hour is not None and dated.words.has("clock.words", after(dated.text, hour.end()))


def _is_free(text: str, start: int, end: int) -> bool:
    left, right = text[start - 1 : start], text[end : end + 2]
    if start and (left in "$€£%,.:/-+#_" or left.isalnum()):
        return left == "-" and text[start - 2 : start - 1] == "."
    if right[:1] == "T" and right[1:].isdecimal():
        return True
    return not (right[:1].isalpha() or right[:1] in ("%", "€", "$", "°", "/")) and not (
        right[:1] in (",", ".", "-", ":") and right[1:].isdecimal()
    )


def _dated(dated: DatedText, match: re.Match[str]) -> Reading | None:
    words = dated.words
    start, end = match.span()
    sign = match[2]
    day, month = int(match[1]), int(match[3])
    reasons: tuple[str, ...] = ()
    year = Year(None, end)
    if match[4] is None:
        if words.month_first:
            return None  # "from 3.9."
        previous = _past_dot(dated, before(dated.text, start))
        introduced = words.has("before_digits", previous) or _opens_range(dated, end + 1)
        introduced = introduced or _behind_weekday(dated, previous)
        introduced = introduced or _closes_range(dated, previous)
        bracketed = dated.text[start - 1 : start] == "(" and dated.text[end : end + 2] == ".)"
        introduced = introduced or (bracketed and len(match[3]) == 2)
        introduced = introduced or (previous is None and after(dated.text, end + 1) is None)
        introduced = introduced or _goes_on(dated, end + 1)
        if sign != "." or dated.text[end : end + 1] != "." or not introduced:
            return None
        year = Year(None, end + 1)
    elif len(match[4]) == 4:
        year = Year(int(match[4]), end)
        if not 1500 <= int(match[4]) <= 2200:
            return None
    elif sign == "-" or (sign == "." and not (match[1] > "31" or 1 <= month <= 12)):
        return None
    else:
        short = int(match[4])
        year = Year(_century(short), end)
        reasons = (CENTURY,)
    if sign == "/" and words.month_first and not _days_lead(dated):
        day, month = month, day
        if max(day, month) <= 12 and day != month:
            reasons = (*reasons, "month before day")
    if month > 12 >= day and sign == "/":
        day, month = month, day
    if not 1 <= month <= 12 or not 1 <= day <= 31:
        return None
    reading = month_reading(dated, start, month, (day,), year, None)
    if reading is not None:
        reading.reasons += reasons
        if sign == ".":
            _from_day(dated, reading, day)
    return reading


def _days_lead(dated: DatedText) -> bool:
    """Say whether the text shows elsewhere that its days stand before its months: "25/12/2024"."""
    if "/" not in dated.text:
        return False
    pairs = [(int(m[1]), int(m[2])) for m in _SLASHED.finditer(dated.text)]
    first = any(12 < day < 32 and month <= 12 for day, month in pairs)
    return first and not any(month > 12 for _, month in pairs)


def _from_day(dated: DatedText, reading: Reading, last: int) -> None:
    """Take in the first day of a stretch inside one month: "4. bis 22.1.2017"."""
    link = before(dated.text, reading.start)
    if link is None or not dated.words.has("range.to", link):
        return
    first = day_ending(dated, link.start)
    if first is None or not first[2] or first[0] >= last or reading.low is None:
        return
    reading.start, reading.qualifier = first[1], "range"
    reading.low = reading.low.replace(day=first[0])
