"""Reads numbered periods: "Q2", "2. Quartal 2025", "first half of 2025", "19. Jahrhundert"."""

from __future__ import annotations

from claimcheck.normalise.dates import calendar
from claimcheck.normalise.dates.datewords import DateWords, Token, after, before
from claimcheck.normalise.dates.leaning import leaning
from claimcheck.normalise.dates.portion import Portion, taken
from claimcheck.normalise.dates.reading import (
    NO_START,
    YEAR_INFERRED,
    Grain,
    Place,
    Reading,
    following_year,
    resolved,
    skips_era,
    tense,
    unresolved,
)
from claimcheck.normalise.dates.senses import Sense

_ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4}
_NOT_BEGUN_COST = 4
"""Reports mostly speak of quarters that have begun: days ahead count this much more."""


def read_code(place: Place, sense: Sense, token: Token) -> Reading | None:
    """Read "Q2", "H1 2025", "Q4 FY2025"."""
    behind = place.text[token.end : token.end + 1]
    coded = place.text[token.start].isalpha() and behind.isalnum()
    if coded or (behind in ("-", "_", ".") and not _ends(place, token.end)):
        return None
    return _year_before(place, token, sense) or _numbered(
        place, token.start, token.end, sense.value, sense.detail
    )


def _year_before(place: Place, token: Token, sense: Sense) -> Reading | None:
    """Read "2016 Q3": a year stands right before the code, and none behind."""
    last = place.readings[-1] if place.readings else None
    beside = last is not None and place.text[last.end : token.start] in (" ", "-", "/")
    if last is None or not beside or last.grain != "year" or last.low is None or last.reasons:
        return None
    if following_year(place, token.end).number is not None or last.qualifier != "exact":
        return None
    size = calendar.MONTHS_IN.get(sense.value)
    if not size or not place.text[last.start : last.end].isdecimal():
        return None
    place.readings.pop()
    stretch = calendar.months(last.low.year, (int(sense.detail) - 1) * size + 1, size)
    return resolved(last.start, token.end, stretch, sense.value)


def read_named(place: Place, sense: Sense, token: Token) -> Reading | None:
    """Read "Schlussquartal 2024"; without a year it may be one of a fiscal year."""
    if following_year(place, token.end).number is None:
        return None
    return _numbered(place, token.start, token.end, sense.value, sense.detail)


def read_month_part(place: Place, sense: Sense, token: Token) -> Reading | None:
    """Read "in der zweiten Juliwoche", "die erste Maihälfte 2025"."""
    from claimcheck.normalise.dates.days import month_reading

    previous = before(place.text, token.start)
    if previous is None or previous.start < place.done:
        return None
    found = ordinal(place, previous)
    if found is None and place.words.adjectives.get(previous.low) == "previous":
        found = previous.start, -1
    if found is None:
        return None
    start, index = found
    year = following_year(place, token.end)
    month = month_reading(place, start, int(sense.value), (), year, None)
    if month is None or month.low is None or month.high is None:
        return month
    stretch = taken((month.low, month.high), Portion(sense.detail, index, index))
    if stretch is None:
        return None
    month.low, month.high = stretch
    month.grain = sense.detail
    month.qualifier = "about" if sense.detail == "week" else "exact"
    month.yearless = False
    return month


def _ends(place: Place, at: int) -> bool:
    return not place.text[at + 1 : at + 2].isdecimal()


def ordinal(place: Place, token: Token) -> tuple[int, int] | None:
    """Return start and number of an ordinal that ends with a token: "zweites", "2."."""
    words = place.words
    if token.low in words.ordinals:
        number = words.ordinals[token.low]
        sign = before(place.text, token.start)
        tens = before(place.text, sign.start) if sign is not None and sign.text == "-" else None
        if tens is not None and number < 10 and words.counts.get(tens.low) in (20, 30):
            return tens.start, int(words.counts[tens.low]) + number
        return token.start, number
    if words.has("ordinal_marks", token):
        digits = before(place.text, token.start)
        if digits is not None and digits.text in _ROMAN:
            return digits.start, _ROMAN[digits.text]
        if digits is not None and digits.text.isdecimal() and len(digits.text) < 3:
            return digits.start, int(digits.text)
    return None


def ordered(place: Place, start: int, token: Token, unit: Grain, index: int) -> Reading | None:
    """Read a quarter, half or century by the ordinal before it."""
    if start < place.done:
        return None
    if unit == "century":
        if not 1 <= index <= 30 or skips_era(place, start, token.end):
            return None
        stretch = calendar.months(100 * index - 99, 1, 1200)
        both = _first_of_two(place, start, index)
        if both is not None:
            start = both[0]
            stretch = (calendar.months(100 * both[1] - 99, 1)[0], stretch[1])
        return resolved(start, token.end, stretch, "century")
    if (first := _first_of_two(place, start, index)) is not None:
        return _quarters(place, first, token.end, unit, index)
    if unit == "quarter" and place.is_sport() and following_year(place, token.end).number is None:
        place.skip(start, token.end, "part of a game")
        return None
    if unit == "half" and not (index == 1 or index == 2):
        return None
    reading = _numbered(place, start, token.end, unit, index)
    if unit == "half" and (reading is None or reading.yearless or reading.low is None):
        words = place.words
        alone = words.half_alone or place.has_near("codes.half_words", start, token.end)
        alone = alone and not words.has("codes.weak_halves", token)
        if reading is None or not (alone or of_year(place, token.end)):
            reading = Reading(start, token.end, None, None, "pending")
        reading.portion = Portion("half", index, index)
    return reading


def _first_of_two(place: Place, at: int, index: int) -> tuple[int, int] | None:
    """Return start and number of an ordinal joined before another: "ersten und" zweiten."""
    words = place.words
    link = before(place.text, at)
    if words.has("articles", link) and link is not None:
        link = before(place.text, link.start)
    to = words.has("range.to", link)
    if link is None or not (to or words.has("range.and", link)):
        return None
    token = before(place.text, link.start)
    first = ordinal(place, token) if token is not None else None
    if first is None or first[0] < place.done or not 0 < first[1] < index:
        return None
    return first if to or first[1] + 1 == index else None


def _quarters(
    place: Place, first: tuple[int, int], end: int, unit: Grain, index: int
) -> Reading | None:
    """Return several quarters of one year: "1. bis 3. Quartal 2024"."""
    last = _numbered(place, first[0], end, unit, index)
    size = 3 if unit == "quarter" else 6
    if last is None:
        return None
    if last.low is not None:
        last.low = calendar.shifted(last.low, "month", size * (first[1] - index))
    last.qualifier = "range"
    return last


def of_year(place: Place, at: int) -> bool:
    """Say whether "of the year" follows."""
    token = after(place.text, at)
    while token is not None and place.words.has("articles", token):
        if place.words.units.get(token.low) == "year":
            return True
        token = after(place.text, token.end)
    return False


def of_other(place: Place, token: Token) -> bool:
    """Say whether a quarter or half is one of what is no year: "the last quarter of an hour"."""
    words, link = place.words, after(place.text, token.end)
    if words.has("other_wholes", link):
        return True  # "the last half hour"
    while link is not None and _leads(words, link):
        link = after(place.text, link.end)
        if words.has("other_wholes", link):
            return True
    return False


def _leads(words: DateWords, token: Token) -> bool:
    """Say whether a word stands between a part and its whole: "of", "the", "an"."""
    article = words.has("articles", token) or words.counts.get(token.low) == 1
    return article or words.has("genitives", token)


def _numbered(place: Place, start: int, end: int, unit: Grain, index: int) -> Reading | None:
    """Return a numbered quarter or half; without a year the one that fits the publication."""
    if not 1 <= index <= (4 if unit == "quarter" else 2):
        return None
    of = calendar.quarter if unit == "quarter" else calendar.half
    previous = before(place.text, end)
    short = previous is not None and len(previous.text) < len("Jhr") and previous.text.isalpha()
    dotted = short and place.text[end : end + 1] == "."  # "1. Hj. 2012"
    year = following_year(place, end + dotted)
    fiscal = year.fiscal or year.run or place.words.has("codes.fiscal", previous)
    opens = place.fiscal_start if fiscal else 1
    unsure = NO_START if fiscal and opens == 1 else None
    label = "fiscal_year" if fiscal else ""
    if year.number is not None:
        stretch = of(year.number, index, opens)
        if year.run and opens == 1:
            stretch = (calendar.year(year.number - 1)[0], calendar.year(year.number)[1])
            return resolved(start, year.end, stretch, "years", NO_START, label)
        return resolved(start, year.end, stretch, unit, year.reason or unsure, label)
    if place.published is None:
        reading = unresolved(start, end, unit)
        reading.label = label
        return reading
    at = place.published
    options = [of(number, index, opens) for number in range(at.year - 1, at.year + 3)]
    best = calendar.nearest(options, at, _NOT_BEGUN_COST)
    said = leaning(place, start, end) or tense(place, start, end)
    if best[1] < at and said == "future":
        best = next(option for option in options if option[1] >= at)
    elif best[0] > at and said == "past":
        best = [option for option in options if option[0] <= at][-1]
    reading = resolved(start, end, best, unit, YEAR_INFERRED, label)
    reading.yearless = True
    return reading
