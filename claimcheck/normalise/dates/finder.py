"""Finds dates and periods in text and resolves them against the publication date.

The tokens of the text are searched for digits and date words; what stands around one is
then read token by token: days and months in `days.py`, years in `years.py`, quarters in
`numbered.py`, other periods in `periods.py`. `joins.py` joins what stands together,
`opened.py` opens it ("seit 2019"); here a date is narrowed ("Anfang Mai").
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import TypeVar

from msgspec.structs import replace

from claimcheck.model import Quantity, Skip, TextSpan
from claimcheck.normalise.dates import (
    calendar,
    days,
    digitdays,
    elided,
    eras,
    fullyears,
    holidays,
    joins,
    numbered,
    opened,
    periods,
    seasons,
    small,
    weekdays,
    years,
)
from claimcheck.normalise.dates.datewords import (
    DateWords,
    Token,
    after,
    before,
    date_words,
)
from claimcheck.normalise.dates.reading import APOSTROPHES, DatedText, Reading
from claimcheck.normalise.dates.senses import Sense
from claimcheck.normalise.hours import clock, quantities, spokenhours, turnedhours
from claimcheck.normalise.marks import Places
from claimcheck.normalise.tokens import Tokens

Found = TypeVar("Found", Quantity, Skip)
_BESIDE = 5
"""Letters between a part of the day and its hour: "tonight at 7"."""
_READERS: dict[str, Callable[[DatedText, Sense, Token], Reading | None]] = {
    "month": days.read_month,
    "weekday": weekdays.read_weekday,
    "day": periods.read_day,
    "daypart": periods.read_daypart,
    "whole": periods.read_whole,
    "unit": periods.read_unit,
    "full_year": fullyears.read_full,
    "season": seasons.read_season,
    "decade": eras.read_decade,
    "fiscal": eras.read_fiscal,
    "code": numbered.read_code,
    "numbered": numbered.read_named,
    "week_number": eras.read_week_number,
    "clock": clock.read_clock,
    "clock_lead": clock.read_led,
    "clock_named": turnedhours.read_named,
    "clock_minutes": spokenhours.read_minutes,
    "clock_minute_word": turnedhours.read_minute_word,
    "clock_hour": spokenhours.read_word,
    "clock_part": clock.read_part,
    "month_part": numbered.read_month_part,
}


def find_dates(
    text: str,
    language: str | DateWords,
    published: date | None,
    fiscal_year_start: int = 1,
    tokens: Tokens | None = None,
    places: Places | None = None,
    apart: bool = False,
) -> tuple[list[Quantity], list[Skip]]:
    """Return the dates and periods of a text in order, and what only looks like one.

    `language` is its code, or its words; one without data gives nothing. `fiscal_year_start` is
    the month (1 to 12) in which the fiscal years of the text open; a fiscal year bears the number
    of the calendar year that it ends in. Without `published`, or with one in no plausible year
    (1000 to 9000), relative dates stay unresolved (value None). `tokens` are those of the text,
    and `places` where something may begin in it, if both are known already. With
    `apart` a clock time beside a day is not made part of it.
    """
    words = date_words(language) if isinstance(language, str) else language
    if words is None:
        return [], []
    spelt = small.with_capitals(text, words)
    if spelt != text:
        found, skips = find_dates(spelt, words, published, fiscal_year_start, None, places, apart)
        return _quoting(text, found), _quoting(text, skips)
    if published is not None and not 1000 <= published.year <= 9000:
        published = None
    dated = DatedText(text, words, published, fiscal_year_start, readings=[], skips=[], times=[])
    if tokens is not None and places is not None:
        _scan(dated, tokens, places.dates)
    else:
        tokens = Tokens(text)
        _scan(dated, tokens, words.triggers.places(tokens, places.digits if places else None))
    joined = elided.with_elided(dated, joins.joined(dated))
    readings = [opened.bounded(dated, reading) for reading in joined]
    found = [_quantity(text, reading) for reading in readings]
    if dated.times:
        found = _with_times(dated, readings, found, apart)
    return found, dated.skips


def _quoting(text: str, found: list[Found]) -> list[Found]:
    return [replace(one, quote=text[one.span.start : one.span.end]) for one in found]


def _with_times(
    dated: DatedText, readings: list[Reading], days: list[Quantity], apart: bool
) -> list[Quantity]:
    """Return dates and clock times in order; a time beside a day is part of it, or `apart`."""
    times = quantities.clocks(dated)
    quantities.beside_days(dated, times, readings)
    kept = {day.span.start: day for day in days}
    found = []
    for time in times:
        whole = None if apart else quantities.joined(time, kept)
        if whole is None:
            found.append(quantities.quantity(dated.text, time))
            continue
        kept.pop(time.day.start if time.day else -1, None)
        quote = dated.text[whole.span.start : whole.span.end]
        found.append(replace(whole, quote=quote))
    return sorted([*kept.values(), *found], key=lambda one: one.span.start)


def _scan(dated: DatedText, tokens: Tokens, places: Iterable[int]) -> None:
    """Collect the readings of a text, each narrowed by "Anfang", "late" before it."""
    senses, names, phrases = dated.words.senses, dated.words.names, dated.words.phrases
    plain_days = dated.words.plain_days
    for start, word in dated.words.triggers.find(tokens, places):
        if start < dated.done:
            continue
        low = word.lower()
        sense = senses.get(low)
        if sense is None and low not in phrases and not word[0].isdecimal():
            continue
        token = Token(start, start + len(word), word, low)
        if low in phrases and (reading := holidays.read_phrase(dated, token)) is not None:
            dated.done = reading.end
            dated.readings.append(_narrowed(dated, reading))
            continue
        if low in names and _is_name(dated, token):
            continue
        if sense is None:
            reading = _digits(dated, token) if word[0].isdecimal() else None
        elif low in plain_days and _is_tomorrow(dated, token):
            reading = periods.read_day(dated, Sense("day", plain_days[token.low]), token)
        else:
            reading = _READERS[sense.kind](dated, sense, token)
        if reading is not None:
            dated.done = reading.end
            dated.readings.append(_narrowed(dated, reading))


def _digits(dated: DatedText, token: Token) -> Reading | None:
    size = token.end - token.start
    following = dated.text[token.end : token.end + 1]
    if size == 4:
        if following == " " and clock.read_military(dated, token):
            return None
        if not "1000" <= token.text <= "2100":
            return None
        reading = digitdays.read_digits(dated, token) if following in ("-", "/", ".") else None
        return reading or years.read_year(dated, token)
    if size > 2:
        return None
    if not following.isalnum() and _is_hour(dated, token):
        return None
    beside = dated.readings and token.start - dated.readings[-1].end < _BESIDE
    if beside and spokenhours.read_exact(dated, token, int(token.text)):
        return None
    if following in ("h", "H") and spokenhours.read_lettered(dated, token):
        return None
    if size == 2 and dated.text[token.start - 1 : token.start] in APOSTROPHES:
        reading = years.read_short_year(dated, token)
        if reading is not None:
            return reading
    if following in ("/", ".", "-"):
        reading = digitdays.read_digits(dated, token)
        if reading is not None:
            return reading
    if following in (" ", "\u00a0") and not dated.words.sets["clock.halves"]:
        return None
    if following in (":", ".", " ", "a", "p", "A", "P", "\u00a0"):
        clock.read_hours(dated, token)
    elif following.isalpha():
        return _turned_code(dated, token) if size == 1 else years.read_short_decade(dated, token)
    return None


def _is_hour(dated: DatedText, token: Token) -> bool:
    """Note "20 to 7" and "um kurz vor 8"; say whether it was one."""
    if dated.text[token.end + 1 : token.end + 2].isdecimal():
        return False
    turn = dated.text[token.end + 1 : token.end + 10].partition(" ")[0].rstrip(".,")
    if turn in dated.words.clock.turns and turnedhours.read_turned(dated, token):
        return True
    if turn in dated.words.sets["clock.sharp"] and spokenhours.read_tonight(dated, token):
        return True
    return spokenhours.read_shortly(dated, token, int(token.text))


def _is_tomorrow(dated: DatedText, token: Token) -> bool:
    """Say whether a word like "morgen" is the day: in small letters, or opening a sentence."""
    if token.text == token.low:
        return True
    previous = before(dated.text, token.start)
    return previous is None or previous.text in ".!?:"


def _turned_code(dated: DatedText, token: Token) -> Reading | None:
    """Read "2Q25" and "1H 2025" as "Q2" and "H1"."""
    letter = after(dated.text, token.end)
    if letter is None or letter.text != letter.text.upper():
        return None
    sense = dated.words.senses.get(letter.low + token.text)
    if sense is None or sense.kind != "code":
        return None
    turned = Token(token.start, letter.end, token.text + letter.text, letter.low + token.text)
    return numbered.read_code(dated, sense, turned)


def _is_name(dated: DatedText, token: Token) -> bool:
    """Say whether a word belongs to a phrase that is no date; then note the phrase as skipped."""
    text = dated.text
    for phrase in dated.words.names[token.low]:
        start = token.start - phrase.find(token.low)
        end = start + len(phrase)
        whole = start >= 0 and text[start:end].lower() == phrase
        if whole and not text[end : end + 1].isalpha() and not _is_dated(dated, phrase, end):
            compared = phrase in dated.words.comparisons
            dated.skip(start, end, "comparison of periods" if compared else "part of a name")
            return True
    return False


def _is_dated(dated: DatedText, phrase: str, end: int) -> bool:
    """Say whether a year follows a phrase that ends with a month, so that it is a date."""
    monthly = phrase.rpartition(" ")[2] in dated.words.months
    return monthly and dated.text[end : end + 6].strip(" ,")[:4].isdecimal()


def _narrowed(dated: DatedText, reading: Reading) -> Reading:
    """Narrow a period by the word before it: "Anfang September", "the end of 2030"."""
    words = dated.words
    if reading.grain in ("day", "weekday", "weekend", "range", "window", "pending", "mirror"):
        return reading
    token = before(dated.text, reading.start)
    for _ in range(3):
        if not words.has("articles", token) or token is None or token.low in words.parts:
            break
        token = before(dated.text, token.start)
    if words.has("joints", token) and token is not None:
        lead = before(dated.text, token.start)
        token = lead if words.has("dayparts.before", lead) else token
    if token is not None and token.text == "-":
        token = before(dated.text, token.start)
    part = words.parts.get(token.low) if token is not None else None
    if token is None or part is None:
        return reading
    if part in ("so_far", "ahead"):
        return _cut(dated, reading, token.start, part)
    reading.start = token.start
    reading.qualifier = "about"
    if reading.low is not None and reading.high is not None:
        reading.value = reading.value or calendar.iso(reading.low, reading.high)
        reading.low, reading.high = calendar.part_of((reading.low, reading.high), part)
    return reading


def _cut(dated: DatedText, reading: Reading, start: int, part: str) -> Reading:
    """Cut the running period at the publication: "earlier this year", "later this month"."""
    at = dated.published
    if at is None or reading.low is None or reading.high is None:
        return reading
    if reading.low <= at <= reading.high:
        reading.value = reading.value or calendar.iso(reading.low, reading.high)
        reading.start, reading.qualifier = start, "about"
        if part == "so_far":
            reading.high = at
        else:
            reading.low = at
    return reading


def _quantity(text: str, reading: Reading) -> Quantity:
    value = reading.value
    if value is None and reading.low is not None and reading.high is not None:
        value = calendar.iso(reading.low, reading.high)
    return Quantity(
        kind="date",
        value=value,
        low=reading.low,
        high=reading.high,
        unit="date",
        qualifier=reading.qualifier,
        span=TextSpan(reading.start, reading.end),
        quote=text[reading.start : reading.end],
        label=reading.label,
        inferred=tuple(dict.fromkeys(reading.reasons)),
    )
