"""Reads numbered periods: "Q2", "2. Quartal 2025", "first half of 2025", "19. Jahrhundert"."""

from __future__ import annotations

from claimcheck.normalise.dates import calendar
from claimcheck.normalise.dates.datewords import DateWords, Token, after, before
from claimcheck.normalise.dates.leaning import leaning
from claimcheck.normalise.dates.portion import Portion, taken
from claimcheck.normalise.dates.reading import (
    NO_START,
    YEAR_INFERRED,
    DatedText,
    Grain,
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


def read_code(dated: DatedText, sense: Sense, token: Token) -> Reading | None:
    """Read "Q2", "H1 2025", "Q4 FY2025"."""
    behind = dated.text[token.end : token.end + 1]
    coded = dated.text[token.start].isalpha() and behind.isalnum()
    if coded or (behind in ("-", "_", ".") and not _ends(dated, token.end)):
        return None
    return _year_before(dated, token, sense) or _numbered(
        dated, token.start, token.end, sense.value, sense.detail
    )


def _year_before(dated: DatedText, token: Token, sense: Sense) -> Reading | None:
    """Read "2016 Q3": a year stands right before the code, and none behind."""
    last = dated.readings[-1] if dated.readings else None
    beside = last is not None and dated.text[last.end : token.start] in (" ", "-", "/")
    if last is None or not beside or last.grain != "year" or last.low is None or last.reasons:
        return None
    if following_year(dated, token.end).number is not None or last.qualifier != "exact":
        return None
    size = calendar.MONTHS_IN.get(sense.value)
    if not size or not dated.text[last.start : last.end].isdecimal():
        return None
    dated.readings.pop()
    stretch = calendar.months(last.low.year, (int(sense.detail) - 1) * size + 1, size)
    return resolved(last.start, token.end, stretch, sense.value)


def read_named(dated: DatedText, sense: Sense, token: Token) -> Reading | None:
    """Read "Schlussquartal 2024"; without a year it may be one of a fiscal year."""
    if following_year(dated, token.end).number is None:
        return None
    return _numbered(dated, token.start, token.end, sense.value, sense.detail)


def read_month_part(dated: DatedText, sense: Sense, token: Token) -> Reading | None:
    """Read "in der zweiten Juliwoche", "die erste Maihälfte 2025"."""
    from claimcheck.normalise.dates.days import month_reading

    previous = before(dated.text, token.start)
    if previous is None or previous.start < dated.done:
        return None
    found = ordinal(dated, previous)
    if found is None and dated.words.adjectives.get(previous.low) == "previous":
        found = previous.start, -1
    if found is None:
        return None
    start, index = found
    year = following_year(dated, token.end)
    month = month_reading(dated, start, int(sense.value), (), year, None)
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


def day_of(dated: DatedText, month: Reading) -> Reading:
    """Return the day or days before a month: "am 15. des vergangenen Monats", "4. bis 22. …"."""
    words = dated.words
    link = before(dated.text, month.start)
    token = before(dated.text, link.start) if link is not None else None
    direct = link is not None and words.has("ordinal_marks", link)
    if direct:
        token = link
    if token is None or not (direct or words.has("articles", link)):
        return month
    index = ordinal(dated, token)
    if index is None or index[0] < dated.done:
        return month
    day = calendar.day(month.low.year, month.low.month, index[1]) if month.low else None
    if month.low is not None and day is None:
        return month
    if day is None:
        return unresolved(index[0], month.end, "day")
    reading = resolved(index[0], month.end, day, "day", None, "relative_date")
    first = _first_of_two(dated, index[0], index[1])
    opening = calendar.day(day[0].year, day[0].month, first[1]) if first else None
    if first is not None and opening is not None:
        reading.start, reading.low, reading.qualifier = first[0], opening[0], "range"
    return reading


def _ends(dated: DatedText, at: int) -> bool:
    return not dated.text[at + 1 : at + 2].isdecimal()


def ordinal(dated: DatedText, token: Token) -> tuple[int, int] | None:
    """Return start and number of an ordinal that ends with a token: "zweites", "2."."""
    words = dated.words
    if token.low in words.ordinals:
        number = words.ordinals[token.low]
        sign = before(dated.text, token.start)
        tens = before(dated.text, sign.start) if sign is not None and sign.text == "-" else None
        if tens is not None and number < 10 and words.counts.get(tens.low) in (20, 30):
            return tens.start, int(words.counts[tens.low]) + number
        return token.start, number
    if words.has("ordinal_marks", token):
        digits = before(dated.text, token.start)
        if digits is not None and digits.text in _ROMAN:
            return digits.start, _ROMAN[digits.text]
        if digits is not None and digits.text.isdecimal() and len(digits.text) < 3:
            return digits.start, int(digits.text)
    return None


def ordered(dated: DatedText, start: int, token: Token, unit: Grain, index: int) -> Reading | None:
    """Read a quarter, half or century by the ordinal before it."""
    if start < dated.done:
        return None
    if unit == "century":
        short = dated.text[token.end : token.end + 1] == "."  # "2. Jh. v. Chr."
        if not 1 <= index <= 30 or skips_era(dated, start, token.end + short):
            return None
        stretch = calendar.months(100 * index - 99, 1, 1200)
        both = _first_of_two(dated, start, index)
        if both is not None:
            start = both[0]
            stretch = (calendar.months(100 * both[1] - 99, 1)[0], stretch[1])
        return resolved(start, token.end, stretch, "century")
    if (first := _first_of_two(dated, start, index)) is not None:
        return _quarters(dated, first, token.end, unit, index)
    if unit == "quarter" and dated.is_sport() and following_year(dated, token.end).number is None:
        dated.skip(start, token.end, "part of a game")
        return None
    if unit == "half" and not (index == 1 or index == 2):
        return None
    reading = _numbered(dated, start, token.end, unit, index)
    if unit == "half" and (reading is None or reading.yearless or reading.low is None):
        words = dated.words
        alone = words.half_alone or dated.has_near("codes.half_words", start, token.end)
        alone = alone and not words.has("codes.weak_halves", token)
        if reading is None or not (alone or of_year(dated, token.end)):
            reading = Reading(start, token.end, None, None, "pending")
        reading.portion = Portion("half", index, index)
    return reading


def _first_of_two(dated: DatedText, at: int, index: int) -> tuple[int, int] | None:
    """Return start and number of an ordinal joined before another: "ersten und" zweiten."""
    words = dated.words
    link = before(dated.text, at)
    if words.has("articles", link) and link is not None:
        link = before(dated.text, link.start)
    to = words.has("range.to", link)
    if link is None or not (to or words.has("range.and", link)):
        return None
    token = before(dated.text, link.start)
    first = ordinal(dated, token) if token is not None else None
    if first is None or first[0] < dated.done or not 0 < first[1] < index:
        return None
    return first if to or first[1] + 1 == index else None


def _quarters(
    dated: DatedText, first: tuple[int, int], end: int, unit: Grain, index: int
) -> Reading | None:
    """Return several quarters of one year: "1. bis 3. Quartal 2024"."""
    last = _numbered(dated, first[0], end, unit, index)
    size = 3 if unit == "quarter" else 6
    if last is None:
        return None
    if last.low is not None:
        last.low = calendar.shifted(last.low, "month", size * (first[1] - index))
    last.qualifier = "range"
    return last


def of_year(dated: DatedText, at: int) -> bool:
    """Say whether "of the year" follows."""
    token = after(dated.text, at)
    while token is not None and dated.words.has("articles", token):
        if dated.words.units.get(token.low) == "year":
            return True
        token = after(dated.text, token.end)
    return False


def of_other(dated: DatedText, token: Token) -> bool:
    """Say whether a quarter or half is one of what is no year: "the last quarter of an hour"."""
    words, link = dated.words, after(dated.text, token.end)
    if words.has("other_wholes", link):
        return True  # "the last half hour"
    while link is not None and _leads(words, link):
        link = after(dated.text, link.end)
        if words.has("other_wholes", link):
            return True
    return False


def _leads(words: DateWords, token: Token) -> bool:
    """Say whether a word stands between a part and its whole: "of", "the", "an"."""
    article = words.has("articles", token) or words.counts.get(token.low) == 1
    return article or words.has("genitives", token)


def _numbered(dated: DatedText, start: int, end: int, unit: Grain, index: int) -> Reading | None:
    """Return a numbered quarter or half; without a year the one that fits the publication."""
    if not 1 <= index <= (4 if unit == "quarter" else 2):
        return None
    of = calendar.quarter if unit == "quarter" else calendar.half
    previous = before(dated.text, end)
    short = previous is not None and len(previous.text) < len("Jhr") and previous.text.isalpha()
    dotted = short and dated.text[end : end + 1] == "."  # "1. Hj. 2012"
    year = following_year(dated, end + dotted)
    behind = _of_fiscal_year(dated, end) if year.number is None else None
    fiscal = year.fiscal or year.run or behind is not None or _is_fiscal(dated, start, previous)
    opens = dated.fiscal_start if fiscal else 1
    unsure = NO_START if fiscal and opens == 1 else None
    label = "fiscal_year" if fiscal else ""
    end = behind or end
    if year.number is not None:
        stretch = of(year.number, index, opens)
        if year.run and opens == 1:
            stretch = (calendar.year(year.number - 1)[0], calendar.year(year.number)[1])
            return resolved(start, year.end, stretch, "years", NO_START, label)
        reading = resolved(start, year.end, stretch, unit, year.reason, label)
        reading.reasons += (unsure,) if unsure else ()
        return reading
    if dated.published is None:
        reading = unresolved(start, end, unit)
        reading.label = label
        return reading
    at = dated.published
    options = [of(number, index, opens) for number in range(at.year - 1, at.year + 3)]
    best = calendar.nearest(options, at, _NOT_BEGUN_COST)
    said = leaning(dated, start, end) or tense(dated, start, end)
    if best[1] < at and said == "future":
        best = next(option for option in options if option[1] >= at)
    elif best[0] > at and said == "past":
        best = [option for option in options if option[0] <= at][-1]
    reading = resolved(start, end, best, unit, YEAR_INFERRED, label)
    reading.reasons += (unsure,) if unsure else ()
    reading.yearless = True
    return reading


def _is_fiscal(dated: DatedText, start: int, unit: Token | None) -> bool:
    """Say whether a quarter is called fiscal: "Geschäftsquartal", "third fiscal quarter"."""
    words = dated.words
    between = before(dated.text, unit.start) if unit is not None else None
    told = (unit, between, before(dated.text, start))
    return any(words.has("codes.fiscal", token) for token in told)


def _of_fiscal_year(dated: DatedText, at: int) -> int | None:
    """Return the end of "of the fiscal year" behind a quarter."""
    words = dated.words
    token = after(dated.text, at)
    if not words.has("genitives", token):
        return None
    while token is not None and _leads(words, token):
        token = after(dated.text, token.end)
    if token is None or not words.has("codes.fiscal", token):
        return None
    year = after(dated.text, token.end)
    whole = year is not None and words.units.get(year.low) == "year"
    return year.end if year is not None and whole else token.end
