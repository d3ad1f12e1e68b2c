"""Reads relative and named periods: quarters, seasons, decades, "last year", "vor drei Jahren"."""

from __future__ import annotations

import re

from claimcheck.normalise import calendar
from claimcheck.normalise.datewords import Sense, Token, after, before
from claimcheck.normalise.reading import (
    YEAR_INFERRED,
    Place,
    Reading,
    following_year,
    resolved,
    unresolved,
)

SHIFTS = {"previous": -1, "current": 0, "same": 0, "next": 1}


def read_word(place: Place, sense: Sense, token: Token, done: int) -> Reading | None:
    """Read what a trigger word other than a month or weekday names."""
    if sense.kind == "day":
        return _shifted_unit(
            place, token.start, _with_daypart(place, token.end), "day", sense.value
        )
    if sense.kind == "whole":
        return _read_whole(place, sense, token)
    if sense.kind == "season":
        return _read_season(place, sense, token, done)
    if sense.kind == "unit":
        return _read_unit(place, sense.value, token, done)
    return None


def _with_daypart(place: Place, end: int) -> int:
    following = after(place.text, end)
    return following.end if following and following.low in place.words.dayparts else end


def _shifted_unit(place: Place, start: int, end: int, unit: str, shift: int) -> Reading:
    if place.published is None:
        return unresolved(start, end, unit)
    at = calendar.shifted(place.published, unit, shift)
    found = calendar.around(at, unit)
    if unit == "weekend" and shift == 0 and found[0] > place.published:
        found = calendar.around(calendar.shifted(at, unit, -1), unit)
    return resolved(start, end, found, unit, None, "relative_date")


def _read_whole(place: Place, sense: Sense, token: Token) -> Reading:
    shift, part = sense.extra
    reading = _shifted_unit(place, token.start, token.end, sense.value, shift)
    if part and reading.low is not None and reading.high is not None:
        reading.value = calendar.iso(reading.low, reading.high)
        reading.low, reading.high = calendar.part_of((reading.low, reading.high), part)
        reading.qualifier = "about"
    return reading


def _read_season(place: Place, sense: Sense, token: Token, done: int) -> Reading | None:
    words = place.words
    year, end, reason = following_year(place, token.end)
    previous = before(place.text, token.start)
    shift = words.adjectives.get(previous.low) if previous and previous.start >= done else None
    if year is not None:
        found = calendar.season(year, sense.value)
        reading = resolved(token.start, end, found, "season", reason)
    elif shift is None or previous is None:
        return None
    elif place.published is None:
        return unresolved(previous.start, token.end, "season")
    else:
        at = place.published
        options = [calendar.season(of, sense.value) for of in range(at.year - 2, at.year + 3)]
        if shift == "previous":
            found = [option for option in options if option[1] < at][-1]
        elif shift == "next":
            found = next(option for option in options if option[0] > at)
        else:
            found = calendar.nearest(options, at)
        reading = resolved(previous.start, token.end, found, "season", None, "relative_date")
    reading.qualifier = "about"
    return reading


def _read_unit(place: Place, unit: str, token: Token, done: int) -> Reading | None:
    text, words = place.text, place.words
    previous = before(text, token.start)
    if previous is None or previous.start < done:
        return None
    if unit in ("quarter", "half") and (index := _ordinal(place, previous)) is not None:
        return _numbered(place, index[0], token.end, unit, index[1])
    shift = words.adjectives.get(previous.low)
    if shift is not None and token.low not in ("",):
        if shift == "same":
            return _same(place, previous.start, token.end, unit)
        return _shifted_unit(place, previous.start, token.end, unit, SHIFTS[shift])
    count = words.counts.get(previous.low)
    if count is None and previous.text.isdecimal() and len(previous.text) < 4:
        count = int(previous.text)
    if count is None:
        return None
    return _counted(place, unit, token, previous, count, done)


def _ordinal(place: Place, token: Token) -> tuple[int, int] | None:
    words = place.words
    if token.low in words.ordinals:
        return token.start, words.ordinals[token.low]
    if token.low in words.ordinal_marks:
        digits = before(place.text, token.start)
        if digits is not None and digits.text in ("1", "2", "3", "4"):
            return digits.start, int(digits.text)
    return None


def _numbered(place: Place, start: int, end: int, unit: str, index: int) -> Reading | None:
    """Return a numbered quarter or half; without a year the one that fits the publication."""
    if unit == "half" and index > 2:
        return None
    year, end, reason = following_year(place, end)
    reading_of = calendar.quarter if unit == "quarter" else calendar.half
    if year is not None:
        return resolved(start, end, reading_of(year, index), unit, reason)
    if place.published is None:
        return unresolved(start, end, unit)
    at = place.published
    options = [reading_of(of, index) for of in range(at.year - 1, at.year + 2)]
    reading = resolved(start, end, calendar.nearest(options, at, 4), unit, YEAR_INFERRED)
    reading.yearless = False
    return reading


def _same(place: Place, start: int, end: int, unit: str) -> Reading | None:
    if unit != "day" or place.last_day is None:
        return None
    day = place.last_day
    return resolved(start, end, (day, day), "day", "day from the date before", "relative_date")


def _counted(
    place: Place, unit: str, token: Token, count_token: Token, count: int, done: int
) -> Reading | None:
    """Read "vor drei Jahren", "three years ago", "in the next twelve months"."""
    text, words = place.text, place.words
    lead = before(text, count_token.start)
    while lead is not None and lead.low in words.hedges:
        lead = before(text, lead.start)
    following = after(text, token.end)
    if following is not None and following.low in words.around["after"]:
        return _ago(place, count_token.start, following.end, unit, -count)
    if lead is None or lead.start < done:
        return None
    if lead.low in words.around["ago"]:
        return _ago(place, lead.start, token.end, unit, -count)
    shift = words.adjectives.get(lead.low)
    if shift not in ("previous", "next"):
        return None
    if place.published is None:
        return unresolved(lead.start, token.end, "window")
    at = place.published
    other = calendar.shifted(at, unit, count if shift == "next" else -count)
    stretch = (min(at, other), max(at, other))
    reading = resolved(lead.start, token.end, stretch, "window", None, "relative_date")
    reading.qualifier = "range"
    return reading


def _ago(place: Place, start: int, end: int, unit: str, count: int) -> Reading:
    reading = _shifted_unit(place, start, end, unit, count)
    if unit != "day":
        reading.qualifier = "about"
    return reading


def read_code(place: Place, match: re.Match[str], done: int) -> Reading | None:
    """Read "Q2", "2Q25", "H1 2025", "FY25", "'90s"."""
    code = match.group()
    start, end = match.span()
    if code.startswith("FY"):
        digits = code[2:].strip()
        year = int(digits) + (2000 if len(digits) == 2 else 0)
        if not 1900 <= year <= 2100:
            return None
        stretch = calendar.year(year, place.fiscal_start)
        return resolved(start, end, stretch, "year", None, "fiscal_year")
    if code[0] == "'":
        first = 1900 + int(code[1:3])
        return resolved(start, end, calendar.months(first, 1, 120), "decade", "century")
    letter, index = (code[0], code[1]) if code[0] in "QH" else (code[1], code[0])
    if place.text[end : end + 1].isalnum() or place.text[end : end + 1] == "-":
        return None
    return _numbered(place, start, end, "quarter" if letter == "Q" else "half", int(index))


def read_decade(place: Place, start: int, end: int, number: int) -> Reading | None:
    """Read "1990er-Jahre", "the 1990s"."""
    if number % 10:
        return None
    token = after(place.text, end)
    if token is None or token.start != end or token.low not in place.words.year_suffixes:
        return None
    stop = token.end
    sign = after(place.text, stop)
    if sign is not None and sign.text == "-":
        sign = after(place.text, sign.end)
    if sign is not None and sign.low in place.words.around["decades"]:
        stop = sign.end
    return resolved(start, stop, calendar.months(number, 1, 120), "decade")


def read_year_run(place: Place, start: int, end: int, number: int) -> Reading | None:
    """Read "2012-13", "2024/25", "1939-1945"."""
    text = place.text
    if text[end : end + 1] not in ("-", "/", "–"):
        return None
    token = after(text, end + 1)
    if token is None or token.start != end + 1 or not token.text.isdecimal():
        return None
    right = text[token.end : token.end + 2]
    if right[:1].isalpha() or (right[:1] in ("-", "/", ".", ",") and right[1:].isdecimal()):
        return None
    if len(token.text) == 2:
        last = number // 100 * 100 + int(token.text)
        if last == number - 99:
            last += 100
        if last != number + 1 and text[end] == "/":
            return None
    elif len(token.text) == 4:
        last = int(token.text)
    else:
        return None
    if not number < last <= 2100:
        return None
    following = after(text, token.end)
    if following is not None and following.low in place.words.after_counts:
        return None
    stretch = (calendar.year(number)[0], calendar.year(last)[1])
    reading = resolved(start, token.end, stretch, "years")
    reading.qualifier = "range"
    return reading


def read_before_year(
    place: Place, start: int, end: int, number: int, previous: Token | None, done: int
) -> Reading | None:
    """Read a fiscal year by the word before its number."""
    if previous is None or previous.start < done or previous.low not in place.words.fiscal:
        return None
    stretch = calendar.year(number, place.fiscal_start)
    return resolved(previous.start, end, stretch, "year", None, "fiscal_year")


def bound(reading: Reading, kind: str, start: int, end: int) -> Reading:
    """Open a reading towards the past or the future; the wording then belongs to its span."""
    reading.start, reading.end = start, end
    low, high = reading.low, reading.high
    if reading.value is None and low is not None and high is not None:
        reading.value = calendar.iso(low, high)
    reading.qualifier = "at_least" if kind in ("since", "after") else "at_most"
    if low is None or high is None:
        return reading
    if kind == "since":
        reading.high = None
    elif kind == "until":
        reading.low = None
    elif kind == "before":
        reading.low, reading.high = None, calendar.shifted_days(low, -1)
    else:
        reading.low, reading.high = calendar.shifted_days(high, 1), None
    return reading
