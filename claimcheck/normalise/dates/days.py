"""Reads days and months: "2. September", "Sept. 8", "the twenty-second of June"."""

from __future__ import annotations

from claimcheck.normalise.dates import calendar, leftover
from claimcheck.normalise.dates.datewords import Token, after, before
from claimcheck.normalise.dates.leaning import leaning
from claimcheck.normalise.dates.reading import (
    AHEAD,
    FUTURE_TENSE,
    NO_DATE,
    NO_SUCH_DAY,
    PAST_TENSE,
    YEAR_INFERRED,
    DatedText,
    Reading,
    Year,
    bound_before,
    following_year,
    is_planned,
    is_year,
)
from claimcheck.normalise.dates.senses import Sense

_BESIDE = 8
"""So many words before a day or month may speak of the future."""
_COMING = 60
"""From so many days on, a date that is past is the coming one where its verb looks ahead."""
_STARTING = 200
"""Up to so many days ahead "from November" is the coming one where no verb tells."""
_BOUND = 120
"""Up to so many days ahead a date behind "until" is the coming one."""
ENDS = frozenset(".,;:!?)")
_SURE = {"day": 60, "month": 15}
"""Days: what is this near to the publication and has no year is the near one in any tense."""


def read_month(dated: DatedText, sense: Sense, token: Token) -> Reading | None:
    """Read a month name with the days before or after it and the year behind it."""
    text, words = dated.text, dated.words
    end = token.end
    if text[token.start - 1 : token.start] in ("-", "/"):
        reading = leftover.read_hyphenated(dated, token)
        if reading is not None:
            return reading
    if text[end : end + 1] == "." and len(token.text) < 5:
        dotted = after(text, end + 1)
        if not sense.detail or (dotted is not None and dotted.text.isdecimal()):
            end += 1
    days, start = _days_before(dated, token.start)
    year = following_year(dated, end)
    if not days and year.number is None:
        days, behind = _days_after(dated, token, end)
        year = following_year(dated, behind)
        if len(days) == 3:
            return _both_days(dated, token, sense.value, end, days, year)
        if not words.bare_days and (year.number is None or dated.text[behind] != ","):
            days, year = (), Year(None, end)
    if not days and not words.bare_days and year.number is not None:
        bare = day_ending(dated, token.start)  # "5 Januar 2015"
        days, start = ((bare[0],), bare[1]) if bare else (days, start)
    elif len(days) == 1 and year.number is None and words.bare_days:
        start, year = _year_before(dated, start, year)
    previous = before(text, start)
    if days and not words.bare_days and text[end : end + 1] == "-" and text[start].isalpha():
        return None
    if not days and year.number is None and not _is_month(dated, sense, token, previous):
        return None
    shift = None
    if len(days) < 2 and previous is not None and previous.start >= dated.done:
        shift = words.adjectives.get(previous.low)
        if shift is not None and not days:
            start = previous.start
    if len(days) == 3:
        _read_other(dated, start, sense.value, days[0], year)
        days = days[-1:]
    reading = month_reading(dated, start, sense.value, days, year, shift)
    if reading is not None and shift and not days:
        reading.label = "relative_date"
    return reading


def _year_before(dated: DatedText, start: int, none: Year) -> tuple[int, Year]:
    """Return the year that stands before a month and its day: "2016 Nov 16"."""
    last, lead = dated.readings[-1] if dated.readings else None, before(dated.text, start)
    if last is None or lead is None or not is_year(lead):
        return start, none
    if (last.start, last.end) != (lead.start, lead.end):
        return start, none
    if dated.text[lead.end : start] != " ":
        return start, none
    dated.readings.pop()
    return lead.start, Year(int(lead.text), none.end)


def _read_other(dated: DatedText, start: int, month: int, day: int, year: Year) -> None:
    """Add the first of two days that share a month: the 5th in "am 5. und 12. Mai"."""
    link = before(dated.text, start)
    found = day_ending(dated, link.start) if link is not None else None
    reading = month_reading(dated, start, month, (day,), year, None) if found else None
    if reading is not None and found is not None and link is not None:
        reading.start = found[1]
        reading.end = len(dated.text[: link.start].rstrip())
        dated.readings.append(reading)


def _both_days(
    dated: DatedText, month: Token, number: int, at: int, days: tuple[int, ...], year: Year
) -> Reading | None:
    """Add the first of two days behind a month, and return the second: "on July 3 and 5".

    The first starts at `at` or behind it.
    """
    one = day_starting(dated, at)
    link = after(dated.text, one[1]) if one is not None else None
    two = after(dated.text, link.end) if link is not None else None
    first = month_reading(dated, month.start, number, days[:1], year, None)
    if first is None or one is None or two is None:
        return None
    first.end = one[1]
    dated.readings.append(first)
    return month_reading(dated, two.start, number, days[-1:], year, None)


def _number(token: Token | None) -> int | None:
    if token is None or not token.text.isdecimal() or len(token.text) > 2:
        return None
    number = int(token.text)
    return number if 1 <= number <= 31 else None


def day_ending(dated: DatedText, at: int) -> tuple[int, int, bool] | None:
    """Return number, start and whether it is marked of a day that ends at `at`: "2.", "2nd"."""
    text, words = dated.text, dated.words
    token = before(text, at)
    marked = False
    if words.has("ordinal_marks", token) and token is not None and token.start > dated.done:
        marked = True
        mark, token = token, before(text, token.start)
        if token is not None and token.end != mark.start:
            return None
    if token is None or token.start < dated.done:
        return None
    if not marked and (number := words.ordinals.get(token.low)):
        return _with_tens(dated, token, number)
    if (found := _number(token)) is None:
        return None
    left = text[token.start - 1 : token.start]
    if token.start and (left in ".,:/$€£#" and text[token.start - 2 : token.start - 1].isdecimal()):
        return (found, token.start, marked) if left == "/" else None
    return None if left and left in "$€£#" else (found, token.start, marked)


def _with_tens(dated: DatedText, token: Token, number: int) -> tuple[int, int, bool]:
    """Return a day in words with the tens before it: "twenty-second"."""
    tens = before(dated.text, token.start)
    if tens is not None and tens.text == "-":
        tens = before(dated.text, tens.start)
    count = int(dated.words.counts.get(tens.low, 0)) if tens is not None else 0
    if tens is None or number > 9 or count not in (20, 30) or count + number > 31:
        return number, token.start, True
    return count + number, tens.start, True


def _days_before(dated: DatedText, at: int) -> tuple[tuple[int, ...], int]:
    """Return the day, or first and last day, right before a month name, and where they start.

    Two days that are no stretch ("am 5. und 12. Mai") come as three, 0 between them; the start
    is the last one's.
    """
    text, words = dated.text, dated.words
    joint = before(text, at)
    if words.bare_days and words.has("articles", joint) and joint is not None:
        last = day_ending(dated, joint.start)
        direct = text[joint.end : at] == " " and joint.low in words.sets["genitives"]
        last = last if last is not None and (last[2] or direct) else None
    else:
        last = day_ending(dated, at)
    if last is None or not (last[2] or words.bare_days):
        return (), at
    link = before(text, last[1])
    if link is not None and words.has("articles", link):
        past = before(text, link.start)
        day = past is not None and past.text in words.sets["ordinal_marks"]
        link = link if day and words.has("range.overnight", link) else past
    if link is None or link.start < dated.done:
        return (last[0],), last[1]
    to = words.has("range.to", link) or link.text == "/"
    overnight = words.has("range.overnight", link)
    if to or overnight or words.has("range.and", link):
        first = day_ending(dated, link.start)
        if first is not None and overnight and first[0] + 1 != last[0]:
            first = None
        if first is not None and first[0] < last[0]:
            opening = before(text, first[1])
            opened = words.has("range.open", opening)
            if words.has("articles", opening) and opening is not None and not opened:
                opened = words.has("range.open", before(text, opening.start))
            if to or opened or first[0] + 1 == last[0]:
                return (first[0], last[0]), first[1]
            return (first[0], 0, last[0]), last[1]
    return (last[0],), last[1]


def _days_after(dated: DatedText, month: Token, at: int) -> tuple[tuple[int, ...], int]:
    """Return the day, or first and last day, behind a month name, and where they end.

    Two days that are no stretch ("July 3 and 5") come as three, 0 between them.
    """
    joined = dated.words.bare_days and dated.text[at : at + 1] in ("-", "/")
    first = day_starting(dated, at + joined)
    if first is None or (joined and dated.text[first[1] : first[1] + 1] in ("-", "/")):
        return (), at
    link = after(dated.text, first[1])
    to = dated.words.has("range.to", link)
    if link is not None and (to or dated.words.has("range.and", link)):
        last = day_starting(dated, link.end)
        if last is not None and last[0] > first[0]:
            opened = dated.words.has("range.open", before(dated.text, month.start))
            ends = (behind := after(dated.text, last[1])) is None or behind.text in ENDS
            if to or last[0] == first[0] + 1 or (opened and ends):
                return (first[0], last[0]), last[1]
            if ends:
                return (first[0], 0, last[0]), last[1]
    return (first[0],), first[1]


def day_starting(dated: DatedText, at: int) -> tuple[int, int] | None:
    """Return number and end of the day that starts at `at`: "5", "5th", "Fourth"."""
    token = after(dated.text, at)
    number = _number(token)
    if token is not None and dated.words.bare_days and number is None and token.text[0].isalpha():
        return _named_day(dated, token)
    if token is None or number is None:
        return None
    right = dated.text[token.end : token.end + 2]
    if right.lower() in dated.words.sets["ordinal_marks"]:
        return number, token.end + 2
    if right[:1].isalpha() or (right[:1] in (".", ",", ":", "/") and right[1:].isdecimal()):
        return None
    return None if right[:1] in ("%", "°") else (number, token.end)


def _named_day(dated: DatedText, token: Token) -> tuple[int, int] | None:
    """Return a day in words behind its month: "Fourth", "twenty-ninth"."""
    words = dated.words
    unit = after(dated.text, token.end) if words.counts.get(token.low) in (20, 30) else None
    if unit is not None and unit.text == "-":
        unit = after(dated.text, unit.end)
    if unit is not None and 0 < words.ordinals.get(unit.low, 0) < 10:
        return int(words.counts[token.low]) + words.ordinals[unit.low], unit.end
    behind = after(dated.text, unit.end) if unit is not None else None
    if unit is not None and (behind is None or behind.text in ENDS):
        day = int(words.counts[token.low]) + int(words.counts.get(unit.low, 0))
        return (day, unit.end) if day % 10 and day < 32 else None  # "May twenty-nine"
    led = words.has("articles", token)
    if led and (named_day := after(dated.text, token.end)) is not None:
        token = named_day  # "January the first"
    behind = after(dated.text, token.end)
    ends = behind is None or behind.text in ENDS
    named = words.ordinals.get(token.low, 0) if token.text[0].isupper() or ends else 0
    return (named, token.end) if 0 < named < 32 else None


def _is_month(dated: DatedText, sense: Sense, token: Token, previous: Token | None) -> bool:
    """Say whether a name without day and year is the month and no surname or verb."""
    words = dated.words
    link = after(dated.text, token.end)
    other = after(dated.text, link.end) if link and words.has("range.to", link) else None
    if other is not None and other.low in words.months and other.text[0].isupper():
        return True
    if not sense.detail:
        return False
    if previous is not None and (words.has("range.to", previous) or previous.text == "/"):
        first = before(dated.text, previous.start)
        if first is not None and (first.low in words.months or first.low in words.parts):
            return True
    if words.has("before_weak_months", previous) or _shares_year(dated, token):
        return True
    if previous is not None and (previous.low in words.adjectives or previous.low in words.parts):
        return True
    if words.has("titles", previous):
        return False
    following = after(dated.text, token.end)
    glued = dated.text[token.end : token.end + 1] in ("-", "/")
    noun = following is not None and following.text[0].isupper()
    if words.has("before_months", previous):
        return token.low not in words.sets["weak_months"] or not (noun or glued)
    return token.low not in words.sets["weak_months"] and (glued or not noun)


def _shares_year(dated: DatedText, token: Token) -> bool:
    """Say whether a second month follows: "Mai/Juni 2025"."""
    link = after(dated.text, token.end)
    if link is None or not (link.text == "/" or dated.words.has("range.and", link)):
        return False
    other = after(dated.text, link.end)
    return other is not None and other.low in dated.words.months


def month_reading(
    dated: DatedText, start: int, month: int, days: tuple[int, ...], year: Year, shift: str | None
) -> Reading | None:
    """Return the reading of a month, a day or some days, in the year written or the best one."""

    def stretch(number: int) -> calendar.Stretch | None:
        if not days:
            return calendar.months(number, month)
        first = calendar.day(number, month, days[0])
        last = calendar.day(number, month, days[-1])
        return (first[0], last[1]) if first and last else None

    found: calendar.Stretch | None
    anywhen: calendar.Stretch | None = None
    reasons: tuple[str, ...] = ()
    published = dated.published
    if year.number is not None:
        found = stretch(year.number)
        reasons = (year.reason,) if year.reason else ()
        if found is None:
            reasons = (*reasons, NO_SUCH_DAY)
    elif published is None:
        anywhen = stretch(2000)
        if anywhen is None:
            return None
        found = None
        reasons = (NO_DATE,)
    else:
        options = [
            option
            for number in range(published.year - 1, published.year + 2)
            if (option := stretch(number))
        ]
        if not options:
            return None
        found, reasons = picked(dated, start, year.end, options, shift)
    if found is None and not reasons:
        return None
    low, high = found or (None, None)
    reading = Reading(start, year.end, low, high, "day" if days else "month")
    reading.reasons = reasons
    reading.yearless = year.number is None and shift is None
    reading.calendar_days = anywhen
    reading.qualifier = "range" if len(days) > 1 else "exact"
    reading.label = "relative_date" if year.reason == YEAR_INFERRED else ""
    return reading


def picked(
    dated: DatedText, start: int, end: int, options: list[calendar.Stretch], shift: str | None
) -> tuple[calendar.Stretch, tuple[str, ...]]:
    """Return the year's stretch that an adjective, the tense or nearness speaks for, and why."""
    at = dated.published
    assert at is not None
    past = [option for option in options if option[0] <= at]
    if shift == "earlier":
        return ([option for option in past if option[1] < at] * 2)[-2], (YEAR_INFERRED,)
    if shift in ("previous", "preceding"):
        return [option for option in past if option[1] < at][-1], (YEAR_INFERRED,)
    if shift in ("next", "following"):
        return next(option for option in options if option[0] > at), (YEAR_INFERRED,)
    if shift == "current":
        same = [option for option in options if option[0].year == at.year]
        return (same or options)[0], (YEAR_INFERRED,)
    best = calendar.nearest(options, at)
    away = calendar.distance(best, at)
    sure = _SURE["day" if best[0] == best[1] else "month"]
    bound = bound_before(dated, start)
    bounded = away < _BOUND and bound == "until"
    said = leaning(dated, start, end) if away < -_COMING or away > sure else ""
    if bound == "starting" and said == "" and away < -_COMING:
        coming = [option for option in options if option[0] > at]
        if coming and calendar.distance(coming[0], at) < _STARTING:
            return coming[0], (YEAR_INFERRED, AHEAD)
    planned = away < -sure and is_planned(dated, start, end, _BESIDE)
    if away > 0 and past and bound == "since":
        return past[-1], (YEAR_INFERRED,)
    if away > sure and past and not bounded and said == "past":
        return past[-1], (YEAR_INFERRED, PAST_TENSE)
    if planned or (away < -_COMING and said == "future"):
        coming = [option for option in options if option[0] > at]
        return (coming or [best])[0], (YEAR_INFERRED, FUTURE_TENSE)
    return best, (YEAR_INFERRED,)
