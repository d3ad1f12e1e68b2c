"""Finds clock times, which are no quantities, and gives those beside a day to its span."""

from __future__ import annotations

import re

from claimcheck.model import Skip
from claimcheck.normalise.datewords import Sense, Token, after, before
from claimcheck.normalise.reading import Place, Reading

CLOCK_TIME = "clock time"
_TIME = re.compile(r"([01]?\d|2[0-4])(?:[:.]([0-5]\d))?(?:[:.][0-5]\d)?(?![\d.:]\d|\d)")
_HALF = re.compile(r"\s?([ap])(\.?)m\b\.?", re.IGNORECASE)


def read_clock(place: Place, sense: Sense, token: Token) -> None:
    """Note the time before an hour word: "17 Uhr", "18.30 Uhr", "zwei Uhr morgens"."""
    text, words = place.text, place.words
    number = before(text, token.start)
    if number is None or number.start < place.done:
        return None
    start = number.start
    if number.text.isdecimal():
        while start > place.done and text[start - 1 : start] in ".:0123456789":
            start -= 1
        if not text[start].isdecimal() or _TIME.match(text, start) is None:
            return None
    elif number.low not in words.counts:
        return None
    start = _range_start(place, start)
    end = token.end
    following = after(text, end)
    if words.has("dayparts.words", following) and following is not None:
        end = following.end
    place.skip(start, end, CLOCK_TIME)
    return None


def _range_start(place: Place, start: int) -> int:
    """Return where a time before "bis", "und" or a dash starts: "zwischen 8 und 17 Uhr"."""
    text, words = place.text, place.words
    link = before(text, start)
    if link is None or not (words.has("range.to", link) or words.has("range.and", link)):
        return start
    number = before(text, link.start)
    if number is None or not number.text.isdecimal():
        return start
    first = number.start
    while first > place.done and text[first - 1] in ".:0123456789":
        first -= 1
    match = _TIME.match(text, first)
    if first < place.done or match is None or match.end() != number.end:
        return start
    opened = words.has("range.open", before(text, first))
    return first if opened or words.has("range.to", link) else start


def read_led(place: Place, sense: Sense, token: Token) -> None:
    """Note a time behind words that shift the hour: "halb acht", "quarter to nine"."""
    hour = after(place.text, token.end)
    if hour is None:
        return None
    number = int(hour.text) if hour.text.isdecimal() and len(hour.text) < 3 else 0
    number = number or int(place.words.counts.get(hour.low, 0))
    if 1 <= number <= 12 and not place.text[hour.end : hour.end + 1].isalnum():
        place.skip(token.start, hour.end, CLOCK_TIME)
    return None


def read_hours(place: Place, token: Token) -> None:
    """Note a time by its shape: "5:26pm", "9 a.m.", "um 18:30"."""
    text, words = place.text, place.words
    match = _TIME.match(text, token.start)
    if match is None:
        return
    half = _HALF.match(text, match.end()) if words.sets["clock.halves"] else None
    if half is not None:
        end = half.end()
        if text[end - 1] == "." and not half[2]:
            end -= 1
        place.skip(token.start, end, CLOCK_TIME)
    elif (
        match[2]
        and text[match.start(2) - 1] == ":"
        and words.has("clock.before", before(text, token.start))
    ):
        place.skip(token.start, match.end(), CLOCK_TIME)


def joined_with_days(place: Place, readings: list[Reading]) -> list[Skip]:
    """Take clock times beside a day into the day's span; return what stays skipped."""
    days = [reading for reading in readings if reading.grain in ("day", "weekday")]
    ends = {reading.end: reading for reading in days}
    starts = {reading.start: reading for reading in days}
    left: list[Skip] = []
    for skip in place.skips:
        if skip.reason != CLOCK_TIME or not days:
            left.append(skip)
            continue
        before_it = _past(place, skip.span.start)
        after_it = _ahead(place, skip.span.end)
        if before_it in ends:
            ends[before_it].end = skip.span.end
        elif after_it in starts:
            starts[after_it].start = skip.span.start
        else:
            left.append(skip)
    return left


def _past(place: Place, at: int) -> int:
    """Return where the last word ends that is no "um", "at about" or comma before a time."""
    for _ in range(4):
        token = before(place.text, at)
        if token is None or not (token.text == "," or place.words.has("clock.before", token)):
            return token.end if token is not None else -1
        at = token.start
    return -1


def _ahead(place: Place, at: int) -> int:
    """Return where the first word starts that is no joint or comma behind a time."""
    words = place.words
    for _ in range(3):
        token = after(place.text, at)
        if token is None or not (
            token.text == "," or words.has("joints", token) or words.has("articles", token)
        ):
            return token.start if token is not None else -1
        at = token.end
    return -1
