"""Reads decades in words, fiscal years by their code, and calendar weeks."""

from __future__ import annotations

from datetime import date

from claimcheck.normalise.dates import calendar
from claimcheck.normalise.dates.datewords import Token, after, before
from claimcheck.normalise.dates.reading import (
    CENTURY,
    YEAR_INFERRED,
    DatedText,
    Reading,
    following_year,
    is_year,
    resolved,
    unresolved,
)
from claimcheck.normalise.dates.senses import Sense
from claimcheck.normalise.dates.years import behind_decade, century_of, fiscal_year


def read_decade(dated: DatedText, sense: Sense, token: Token) -> Reading | None:
    """Read a decade in words: "neunziger Jahre", "the nineteen sixties"."""
    text, words = dated.text, dated.words
    previous = before(text, token.start)
    end = behind_decade(dated, token.end)
    start = token.start
    written = words.has("names.century_words", previous)
    if written and previous is not None:
        start = previous.start
    elif end == token.end and not (
        words.has("articles", previous) or (previous is not None and previous.low in words.parts)
    ):
        return None
    reason = None if written else CENTURY
    opening = int(sense.value) if written else century_of(dated, int(sense.value), start, end)
    return resolved(start, end, calendar.months(opening, 1, 120), "decade", reason)


def read_fiscal(dated: DatedText, sense: Sense, token: Token) -> Reading | None:
    """Read "FY25", "FY2025"; four digits standing apart are read as a year, with this before."""
    following = after(dated.text, token.end)
    if following is not None and dated.words.units.get(following.low) == "year":
        following = after(dated.text, following.end)
    if is_year(following) and following is not None and following.start > token.end:
        return None
    year = following_year(dated, token.start)
    return fiscal_year(dated, token.start, year) if year.number is not None else None


def read_week_number(dated: DatedText, sense: Sense, token: Token) -> Reading | None:
    """Read "KW 35", "35. Kalenderwoche"."""
    text = dated.text
    number, start, end = after(text, token.end), token.start, token.end
    if number is not None and number.text.isdecimal() and len(number.text) < 3:
        end = number.end
    else:
        mark = before(text, token.start)
        number = (
            before(text, mark.start) if mark and dated.words.has("ordinal_marks", mark) else None
        )
        if number is None or not number.text.isdecimal() or number.start < dated.done:
            return None
        start = number.start
    year = following_year(dated, end)
    of = year.number or (dated.published.year if dated.published else None)
    if of is None:
        return unresolved(start, end, "week")
    try:
        monday = date.fromisocalendar(of, int(number.text), 1)
    except ValueError:
        return None
    reason = year.reason if year.number else YEAR_INFERRED
    return resolved(start, year.end, calendar.around(monday, "week"), "week", reason)
