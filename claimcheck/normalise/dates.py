"""Finds dates and periods in text and resolves them against the publication date.

One trigger pattern finds the places where a date may stand; what is around a trigger is
read token by token. `periods.py` reads relative and named periods, this module the rest.
"""

from __future__ import annotations

import re
from datetime import date

from claimcheck.model import Qualifier, Quantity, Skip, TextSpan
from claimcheck.normalise import calendar, periods
from claimcheck.normalise.datewords import Sense, Token, after, before, date_words
from claimcheck.normalise.reading import (
    UNKNOWN,
    YEAR_INFERRED,
    Place,
    Reading,
    following_year,
    resolved,
    unresolved,
)

_CLOCK_REST = re.compile(r"(?:[:.]\d\d){0,2}(?!\d)")


def find_dates(
    text: str, language: str, published: date | None, fiscal_year_start: int = 1
) -> tuple[list[Quantity], list[Skip]]:
    """Return the dates and periods of a text in order, and what only looks like one.

    `fiscal_year_start` is the month in which the fiscal years of the text open; a fiscal
    year bears the number of the calendar year that it ends in. A language without data
    gives nothing. Never raises on any text.
    """
    words = date_words(language)
    if words is None:
        return [], []
    place = Place(text, words, published, fiscal_year_start)
    readings, skips = _scan(place)
    readings = [_bounded(place, reading) for reading in _joined(place, readings)]
    readings, skips = _with_clock(place, readings, skips)
    return [_quantity(text, reading) for reading in readings], skips


def _scan(place: Place) -> tuple[list[Reading], list[Skip]]:
    readings: list[Reading] = []
    skips: list[Skip] = []
    done = 0
    senses = place.words.senses
    for match in place.words.trigger.finditer(place.text):
        kind = match.lastindex
        start = match.start()
        if start < done:
            continue
        reading: Reading | None = None
        if kind == 6:
            sense = senses.get(match.group().lower())
            if sense is None:
                continue
            token = Token(start, match.end(), match.group(), match.group().lower())
            reading = _read_word(place, sense, token, done, skips)
        elif kind == 4:
            reading = _read_year(place, match, done)
        elif kind == 1:
            reading = _read_iso(place, match)
        elif kind == 2:
            reading = _read_digits(place, match) or _clock_skip(place, match, skips)
        elif kind == 5:
            reading = _clock_skip(place, match, skips)
        elif kind == 7:
            reading = periods.read_code(place, match, done)
        if reading is None:
            continue
        readings.append(reading)
        done = reading.end
        if reading.low is not None:
            if reading.grain == "day":
                place.last_day = reading.low
            place.last_year = reading.low.year
    return readings, skips


def _read_word(
    place: Place, sense: Sense, token: Token, done: int, skips: list[Skip]
) -> Reading | None:
    words = place.words
    named = words.names.get(token.low)
    if named and (found := _named(place.text, token, named)):
        start, end, phrase = found
        if phrase in words.year_on_year:
            skips.append(_skip(place.text, start, end, "comparison with an earlier period"))
        return None
    if sense.kind == "month":
        return _read_month(place, sense, token, done)
    if sense.kind == "weekday":
        return _read_weekday(place, sense, token, done)
    if sense.kind == "clock":
        return None
    return periods.read_word(place, sense, token, done)


def _named(text: str, token: Token, phrases: list[str]) -> tuple[int, int, str] | None:
    for phrase in phrases:
        at = phrase.find(token.low)
        start = token.start - at
        if start >= 0 and text[start : start + len(phrase)].lower() == phrase:
            return start, start + len(phrase), phrase
    return None


def _skip(text: str, start: int, end: int, reason: str) -> Skip:
    return Skip(span=TextSpan(start, end), quote=text[start:end], reason=reason)


def _number(token: Token | None, limit: int = 31) -> int | None:
    if token is None or not token.text.isdecimal() or len(token.text) > 2:
        return None
    number = int(token.text)
    return number if 1 <= number <= limit else None


def _day_before(place: Place, at: int, done: int) -> tuple[int, int] | None:
    """Return the start and the number of a day that stands right before `at`: "2. ", "2nd of"."""
    text, words = place.text, place.words
    token = before(text, at)
    if token is not None and token.low in words.fillers and words.month_before_day:
        token = before(text, token.start)
    marked = False
    if token is not None and token.low in words.ordinal_marks and token.start >= done:
        marked = True
        token = before(text, token.start)
    if token is None or token.start < done:
        return None
    number = _number(token)
    if number is None or not (marked or words.month_before_day):
        return None
    if token.start and text[token.start - 1] in ".,:/$€£" and text[token.start - 1 :][:1] != "(":
        return None
    return token.start, number


def _day_after(place: Place, at: int) -> tuple[int, int] | None:
    """Return the end and the number of a day that follows a month: "April 22", "June 3rd"."""
    token = after(place.text, at)
    number = _number(token)
    if token is None or number is None:
        return None
    end = token.end
    following = place.text[end : end + 2]
    if following.lower() in place.words.ordinal_marks:
        end += 2
    elif following[:1].isalpha() or (
        following[:1] in (".", ",", ":") and following[1:].isdecimal()
    ):
        return None
    return end, number


def _read_month(place: Place, sense: Sense, token: Token, done: int) -> Reading | None:
    text, words = place.text, place.words
    if not token.text[0].isupper():
        return None
    end = token.end
    if text[end : end + 1] == "." and (not sense.extra or len(token.text) < 5):
        dotted = after(text, end + 1)
        if not sense.extra or (dotted is not None and dotted.text.isdecimal()):
            end += 1
    day_at = _day_before(place, token.start, done)
    start = token.start
    number = None
    if day_at is not None:
        start, number = day_at
    elif words.month_before_day and (day_after := _day_after(place, end)):
        end, number = day_after
    year, year_end, reason = following_year(place, end)
    previous = before(text, start)
    if number is None and year is None and not _month_alone(place, sense, token, previous):
        return None
    shift = words.adjectives.get(previous.low) if previous and number is None else None
    if shift and previous and previous.start >= done:
        start = previous.start
    return _month_reading(place, start, year_end, sense.value, number, year, reason, shift)


def _month_alone(place: Place, sense: Sense, token: Token, previous: Token | None) -> bool:
    """Say whether a month name without day and year means the month."""
    words = place.words
    if place.text[token.end : token.end + 1].isdecimal():
        return False
    known = previous is not None and (
        previous.low in words.before_names
        or previous.low in words.adjectives
        or previous.low in words.parts
        or previous.low in words.range_to
        or previous.low in words.months
    )
    if not sense.extra or token.low in words.weak_months:
        return known
    following = after(place.text, token.end)
    return known or not (
        following is not None
        and following.text[0].isupper()
        and place.text[token.end : token.end + 1] == " "
    )


def _month_reading(
    place: Place,
    start: int,
    end: int,
    month: int,
    number: int | None,
    year: int | None,
    reason: str | None,
    shift: str | None,
) -> Reading | None:
    grain = "month" if number is None else "day"

    def stretch(of: int) -> calendar.Stretch | None:
        return calendar.months(of, month) if number is None else calendar.day(of, month, number)

    if year is not None:
        found = stretch(year)
        if found is None:
            return None
        return resolved(start, end, found, grain, reason, "relative_date" if reason else "")
    published = place.published
    if published is None:
        return unresolved(start, end, grain)
    candidates = [
        found for of in range(published.year - 1, published.year + 2) if (found := stretch(of))
    ] or [found for of in range(published.year - 4, published.year + 4) if (found := stretch(of))]
    if not candidates:
        return None
    if shift == "previous":
        candidates = [found for found in candidates if found[1] < published][-1:] or candidates
    elif shift == "next":
        candidates = [found for found in candidates if found[0] > published][:1] or candidates
    elif shift == "current":
        candidates = [found for found in candidates if found[0].year == published.year]
    if not candidates:
        return None
    found = calendar.nearest(candidates, published)
    reading = resolved(start, end, found, grain, YEAR_INFERRED, "relative_date" if shift else "")
    reading.yearless = shift is None
    return reading


def _read_weekday(place: Place, sense: Sense, token: Token, done: int) -> Reading | None:
    text, words = place.text, place.words
    if not token.text[0].isupper():
        return None
    start, end = token.start, token.end
    if not sense.extra:
        if text[end : end + 1] not in (".", ","):
            return None
        following = after(text, end + 1)
        following = after(text, following.end) if following and following.text == "," else following
        if following is None or not (following.text.isdecimal() or following.low in words.months):
            return None
        end += text[end] == "."
    following = after(text, end)
    if following is not None and following.low in words.dayparts:
        end = following.end
    previous = before(text, start)
    if previous is not None and previous.low in words.daypart_before and len(previous.low) > 3:
        start = previous.start
        previous = before(text, start)
    shift = words.adjectives.get(previous.low) if previous else None
    if shift and previous and previous.start >= done:
        start = previous.start
    published = place.published
    if published is None:
        return unresolved(start, end, "weekday")
    back = (published.weekday() - sense.value) % 7
    if shift == "next":
        found = calendar.shifted_days(published, 7 - back)
    elif shift == "previous":
        found = calendar.shifted_days(published, -(back or 7))
    else:
        found = calendar.shifted_days(published, -back)
    return resolved(start, end, (found, found), "weekday", None, "relative_date")


def _read_year(place: Place, match: re.Match[str], done: int) -> Reading | None:
    text, words = place.text, place.words
    start, end = match.span()
    number = int(match.group())
    if number > 2100 or not _stands_alone(place, start, end):
        return None
    if (decade := periods.read_decade(place, start, end, number)) is not None:
        return decade
    if (run := periods.read_year_run(place, start, end, number)) is not None:
        return run
    previous = before(text, start)
    if not _is_year(place, start, end, number, previous):
        return None
    reading = periods.read_before_year(place, start, end, number, previous, done)
    return reading or resolved(start, end, calendar.year(number), "year")


def _stands_alone(place: Place, start: int, end: int) -> bool:
    """Say whether four digits are no part of a longer sign: "1,2004", "2004-05-B", "€2000"."""
    text = place.text
    left = text[start - 1 : start]
    if left and left in ".,:#$€£%_'’+*=&@":
        return False
    if left in ("/", "-", "–") and start > 1 and text[start - 2].isdecimal() and left == "/":
        return False
    right = text[end : end + 2]
    if right[:1] and (right[0] in "%€$£°_=@" or (right[0] in ".,:" and right[1:].isdecimal())):
        return False
    if right[:1].isalpha():
        token = after(text, end)
        return token is not None and token.low in place.words.year_suffixes
    return True


def _is_year(place: Place, start: int, end: int, number: int, previous: Token | None) -> bool:
    """Say whether four digits name a year and do not count what follows."""
    text, words = place.text, place.words
    before_low = previous.low if previous else ""
    if before_low in words.before_years:
        return True
    if before_low in words.before_counts:
        return False
    following = after(text, end)
    if following is None or not following.text[0].isalpha():
        return not (following is not None and following.text in "%€$£°")
    if following.low in words.after_counts:
        return False
    spaced = text[end : end + 1] in (" ", "\n", "\u00a0")
    if words.capital_counts:
        return not (spaced and following.text[0].isupper() and following.low not in words.months)
    known = (
        before_low in words.before_names
        or before_low in words.parts
        or before_low in words.bounds
        or before_low in words.seasons
        or before_low in words.months
        or before_low in ("(", ",", "and")
    )
    return known and (number % 100 != 0 or following.text[0].isupper())


def _read_iso(place: Place, match: re.Match[str]) -> Reading | None:
    found = calendar.day(*map(int, match.group().split("-")))
    return found and resolved(*match.span(), found, "day")


def _read_digits(place: Place, match: re.Match[str]) -> Reading | None:
    """Read "02.09.2025", "9/2/2025", "2.9." and, with a word before it, "2.9.25"."""
    text, words = place.text, place.words
    start, end = match.span()
    sign = match.group(3)
    fields = match.group().split(sign)
    previous = before(text, start)
    if text[start - 1 : start] in tuple("$€£%,.:/-+") and start:
        return None
    introduced = previous is not None and (
        previous.low in words.before_names or previous.low in words.fillers
    )
    reasons: list[str] = []
    year: int | None = None
    if len(fields) == 3:
        if len(fields[2]) == 2 and (sign == "-" or (sign == "." and fields[1] > "12")):
            return None
        year = int(fields[2])
        if len(fields[2]) == 2:
            year += 2000 if year < 70 else 1900
            reasons.append("century")
        if not 1500 <= year <= 2200:
            return None
    elif sign != "." or text[end : end + 1] != "." or not introduced:
        return None
    else:
        end += 1
    day, month = int(fields[0]), int(fields[1])
    if sign != "." and words.month_first:
        day, month = month, day
        if day <= 12 and month <= 12 and day != month:
            reasons.append("month before day")
    if month > 12 and day <= 12:
        day, month = month, day
    if year is None:
        reading = (
            _month_reading(place, start, end, month, day, None, None, None)
            if 0 < month < 13
            else None
        )
        return reading
    found = calendar.day(year, month, day)
    if found is None:
        return None
    reading = resolved(start, end, found, "day")
    reading.reasons.extend(reasons)
    return reading


def _clock_skip(place: Place, match: re.Match[str], skips: list[Skip]) -> None:
    """Note a clock time: "18.30 Uhr", "5:26pm", "9 a.m."."""
    text, words = place.text, place.words
    start, end = match.start(), match.end()
    hour, _, minute = match.group().replace(".", ":").partition(":")
    if int(hour) > 24 or (minute and (not minute[:2].isdecimal() or int(minute[:2]) > 59)):
        return
    token = after(text, end)
    sense = words.senses.get(token.low) if token else None
    if token and sense and sense.kind == "clock":
        skips.append(_skip(text, start, token.end, "clock time"))
    elif token and token.text[0] in "aApP":
        half = re.compile(r"[ap]\.?m\b\.?", re.I).match(text, token.start)
        if half:
            stop = half.end() - (half.group()[1] != "." and half.group()[-1] == ".")
            skips.append(_skip(text, start, stop, "clock time"))


def _joined(place: Place, readings: list[Reading]) -> list[Reading]:
    """Join a weekday with the date after it, and two ends of a range."""
    joined: list[Reading] = []
    for reading in readings:
        last = joined[-1] if joined else None
        if last is None or reading.start - last.end > 24:
            joined.append(reading)
            continue
        gap = place.text[last.end : reading.start].strip().lower()
        if last.grain == "weekday" and reading.grain == "day" and _is_apposition(place, gap):
            reading.start = last.start
            joined[-1] = reading
        elif (ranged := _range(place, last, reading, gap)) is not None:
            joined[-1] = ranged
        else:
            joined.append(reading)
    return joined


def _is_apposition(place: Place, gap: str) -> bool:
    return all(word in place.words.fillers for word in gap.replace(",", " ").split())


def _range(place: Place, low: Reading, high: Reading, gap: str) -> Reading | None:
    """Return the stretch from one reading to the next, or None where no range word joins them."""
    words = place.words
    link = [word for word in gap.split() if word not in words.fillers]
    if len(link) != 1:
        return None
    opening = before(place.text, low.start)
    opened = opening is not None and opening.low in words.range_open
    if link[0] not in words.range_to and not (opened and link[0] in words.range_and):
        return None
    if not opened and low.grain != high.grain:
        return None
    if low.low is None or high.low is None or low.high is None or high.high is None:
        return None
    if low.yearless and not high.yearless:
        moved = _in_year(low, high.low.year)
        if moved is not None and moved[0] > high.low:
            moved = _in_year(low, high.low.year - 1)
        if moved is None:
            return None
        low.low, low.high = moved
    elif high.yearless and high.low < low.low:
        moved = _in_year(high, low.low.year) or (high.low, high.high)
        if moved[0] < low.low:
            moved = _in_year(high, low.low.year + 1) or moved
        high.low, high.high = moved
    if low.low > high.high:
        return None
    stretch = (low.low, high.high)
    reading = resolved(low.start, high.end, stretch, "range", None, low.label or high.label)
    reading.qualifier = "range"
    reading.reasons = [
        *dict.fromkeys(high.reasons + (low.reasons if high.yearless or not low.yearless else []))
    ]
    return reading


def _in_year(reading: Reading, year: int) -> calendar.Stretch | None:
    if reading.low is None:
        return None
    if reading.grain == "day":
        return calendar.day(year, reading.low.month, reading.low.day)
    return calendar.months(year, reading.low.month)


def _bounded(place: Place, reading: Reading) -> Reading:
    """Narrow a reading by "Anfang", "late" before it and open it by "seit", "until"."""
    words = place.words
    token = before(place.text, reading.start)
    for _ in range(3):
        if token is None or token.low not in words.fillers:
            break
        token = before(place.text, token.start)
    if token is not None and token.text == "-":
        token = before(place.text, token.start)
    if (
        token is not None
        and token.low in words.parts
        and reading.grain not in ("day", "weekday", "range")
    ):
        reading.start = token.start
        reading.qualifier = "about"
        if reading.low is not None and reading.high is not None:
            reading.value = reading.value or calendar.iso(reading.low, reading.high)
            part = calendar.part_of((reading.low, reading.high), words.parts[token.low])  # type: ignore[arg-type]
            reading.low, reading.high = part
        token = before(place.text, token.start)
        if token is not None and token.low in words.fillers:
            token = before(place.text, token.start)
    if token is None or token.low not in words.bounds or reading.qualifier == "range":
        return reading
    bound = words.bounds[token.low]
    end = reading.end
    if token.low in words.needs_close:
        close = after(place.text, reading.end)
        if close is None or close.low not in words.close:
            return reading
        end = close.end
    return periods.bound(reading, bound, token.start, end)


def _with_clock(
    place: Place, readings: list[Reading], skips: list[Skip]
) -> tuple[list[Reading], list[Skip]]:
    """Take clock times beside a day into the day's span; the others stay skipped."""
    days = {reading.end: reading for reading in readings if reading.grain in ("day", "weekday")}
    starts = {reading.start: reading for reading in days.values()}
    left: list[Skip] = []
    for skip in skips:
        if skip.reason != "clock time":
            left.append(skip)
            continue
        token = before(place.text, skip.span.start)
        while token is not None and (token.low in place.words.clock_before or token.text == ","):
            if token.end in days:
                break
            token = before(place.text, token.start)
        if token is not None and token.end in days:
            days[token.end].end = skip.span.end
            continue
        token = after(place.text, skip.span.end)
        while token is not None and (token.low in place.words.fillers or token.text == ","):
            token = after(place.text, token.end)
        if token is not None and token.start in starts:
            starts[token.start].start = skip.span.start
            continue
        left.append(skip)
    return readings, left


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
