"""Reads periods: "last year", "vor drei Jahren", "im Sommer 2025", "the week to"."""

from __future__ import annotations

from datetime import date

from claimcheck.normalise import calendar
from claimcheck.normalise.datewords import Sense, Token, after, before
from claimcheck.normalise.numbered import ordered, ordinal
from claimcheck.normalise.reading import (
    CENTURY,
    FROM_BEFORE,
    YEAR_INFERRED,
    Grain,
    Place,
    Reading,
    following_year,
    is_year,
    resolved,
    unresolved,
)
from claimcheck.normalise.years import behind_decade, fiscal_year

_LONGEST = 12 * 999
"""Months: what is counted further away is no date."""
_SHIFTS = {"previous": -1, "preceding": -1, "current": 0, "same": 0, "next": 1, "following": 1}
_ANCHORS: dict[str, tuple[str, ...]] = {
    "day": ("day", "weekday"),
    "week": ("week", "day", "weekday"),
    "month": ("month",),
    "quarter": ("quarter",),
    "year": ("year", "quarter", "half"),
}


def read_day(place: Place, sense: Sense, token: Token) -> Reading | None:
    """Read "gestern", "tomorrow", with the part of the day behind it."""
    following = after(place.text, token.end)
    end = token.end
    if place.words.has("dayparts.words", following) and following is not None:
        end = following.end
    start, shift = token.start, int(sense.value)
    link = before(place.text, start)
    day = before(place.text, link.start) if link is not None else None
    if link is not None and day is not None and place.words.units.get(day.low) == "day":
        step = {"before": -1, "after": 1}.get(place.words.bounds.get(link.low, ""))
        if step is not None:
            start, shift = day.start, shift + step
    return _shifted(place, start, end, "day", shift)


def read_daypart(place: Place, sense: Sense, token: Token) -> Reading | None:
    """Read "last night", "this morning"."""
    previous = before(place.text, token.start)
    if previous is None or previous.start < place.done:
        return None
    shift = place.words.adjectives.get(previous.low)
    if shift not in ("previous", "current"):
        return None
    return _shifted(place, previous.start, token.end, "day", _SHIFTS[shift])


def read_whole(place: Place, sense: Sense, token: Token) -> Reading | None:
    """Read one word that names a unit and a shift: "Vorjahr", "Jahresende"."""
    what = sense.detail
    unit, shift = what["unit"], int(what["shift"])
    anchor = what.get("anchored") and place.anchor(token.start, _ANCHORS[unit])
    year = following_year(place, token.end)
    if "part" in what and unit == "year" and year.number is not None:
        reading = resolved(token.start, year.end, calendar.year(year.number), "year", year.reason)
    elif anchor:
        reading = _from(place, token.start, token.end, unit, shift, anchor)
    else:
        reading = _shifted(place, token.start, token.end, unit, shift)
    return _narrowed(reading, what.get("part"))


def _narrowed(reading: Reading, part: str | None) -> Reading:
    if part is None:
        return reading
    reading.qualifier = "about"
    if reading.low is not None and reading.high is not None:
        reading.value = calendar.iso(reading.low, reading.high)
        reading.low, reading.high = calendar.part_of((reading.low, reading.high), part)
    return reading


def _shifted(place: Place, start: int, end: int, unit: Grain, shift: int) -> Reading:
    if place.published is None:
        return unresolved(start, end, unit)
    at = place.published
    stretch = calendar.around(calendar.shifted(at, unit, shift), unit)
    if unit == "weekend" and shift == 1:
        stretch = calendar.around(at, unit)
        if stretch[0] <= at:
            stretch = calendar.around(calendar.shifted(at, unit, 1), unit)
    return resolved(start, end, stretch, unit, None, "relative_date")


def _from(place: Place, start: int, end: int, unit: Grain, shift: int, at: date) -> Reading:
    stretch = calendar.around(calendar.shifted(at, unit, shift), unit)
    return resolved(start, end, stretch, unit, FROM_BEFORE, "relative_date")


def read_season(place: Place, sense: Sense, token: Token) -> Reading | None:
    """Read a season with a year behind it or an adjective before it."""
    words = place.words
    year = following_year(place, token.end)
    name = str(sense.value)
    if year.number is not None:
        number = year.number - year.run
        stretch = calendar.season(number, name)
        reading = resolved(token.start, year.end, stretch, "season", year.reason)
        reading.qualifier = "about"
        return reading
    previous = before(place.text, token.start)
    if previous is None or previous.start < place.done:
        return None
    shift = words.adjectives.get(previous.low)
    if shift is None or shift == "same":
        return None
    if place.published is None:
        return unresolved(previous.start, token.end, "season")
    at = place.published
    options = [calendar.season(of, name) for of in range(at.year - 2, at.year + 3)]
    if _SHIFTS[shift] < 0:
        stretch = [option for option in options if option[1] < at][-1]
    elif _SHIFTS[shift] > 0:
        stretch = next(option for option in options if option[0] > at)
    else:
        stretch = calendar.nearest(options, at)
    reading = resolved(previous.start, token.end, stretch, "season", None, "relative_date")
    reading.qualifier = "about"
    return reading


def read_decade(place: Place, sense: Sense, token: Token) -> Reading | None:
    """Read a decade in words: "neunziger Jahre", "the nineteen sixties"."""
    text, words = place.text, place.words
    previous = before(text, token.start)
    end = behind_decade(place, token.end)
    start = token.start
    written = words.has("names.century_words", previous)
    if written and previous is not None:
        start = previous.start
    elif end == token.end and not (
        words.has("articles", previous) or (previous is not None and previous.low in words.parts)
    ):
        return None
    reason = None if written else CENTURY
    return resolved(start, end, calendar.months(int(sense.value), 1, 120), "decade", reason)


def read_fiscal(place: Place, sense: Sense, token: Token) -> Reading | None:
    """Read "FY25", "FY2025"; four digits standing apart are read as a year, with this before."""
    following = after(place.text, token.end)
    if following is not None and place.words.units.get(following.low) == "year":
        following = after(place.text, following.end)
    if is_year(following) and following is not None and following.start > token.end:
        return None
    year = following_year(place, token.start)
    return fiscal_year(place, token.start, year) if year.number is not None else None


def read_week_number(place: Place, sense: Sense, token: Token) -> Reading | None:
    """Read "KW 35", "35. Kalenderwoche"."""
    text = place.text
    number, start, end = after(text, token.end), token.start, token.end
    if number is not None and number.text.isdecimal() and len(number.text) < 3:
        end = number.end
    else:
        mark = before(text, token.start)
        number = (
            before(text, mark.start) if mark and place.words.has("ordinal_marks", mark) else None
        )
        if number is None or not number.text.isdecimal() or number.start < place.done:
            return None
        start = number.start
    year = following_year(place, end)
    of = year.number or (place.published.year if place.published else None)
    if of is None:
        return unresolved(start, end, "week")
    try:
        monday = date.fromisocalendar(of, int(number.text), 1)
    except ValueError:
        return None
    reason = year.reason if year.number else YEAR_INFERRED
    return resolved(start, year.end, calendar.around(monday, "week"), "week", reason)


def read_unit(place: Place, sense: Sense, token: Token) -> Reading | None:
    """Read a unit of time by what stands around it; alone it is no date."""
    text, words, unit = place.text, place.words, sense.value
    if words.adjectives_follow and (behind := after(text, token.end)) is not None:
        shift = words.adjectives.get(behind.low)
        if shift is not None and not words.has("plurals.words", token):
            return _by_adjective(place, token, behind, unit, shift)
    previous = before(text, token.start)
    if previous is None or previous.start < place.done:
        return _pending(place, token.start, token, 1, unit)
    if previous.text == "-" and unit == "quarter":
        previous = before(text, previous.start) or previous
    if words.has("codes.fiscal", previous):
        previous = before(text, previous.start) or previous
    if unit in ("quarter", "half", "century") and (index := ordinal(place, previous)):
        return ordered(place, index[0], token, unit, index[1])
    shift = words.adjectives.get(previous.low)
    if shift is not None and not words.has("plurals.words", token):
        return _by_adjective(place, previous, token, unit, shift)
    count = words.counts.get(previous.low)
    if previous.text.isdecimal() and len(previous.text) < 4:
        count = int(previous.text)
    if count is not None:
        return _counted(place, unit, token, previous, count)
    if unit == "weekend" and words.has("before_weekend", previous):
        reading = _by_adjective(place, previous, token, unit, "current")
        if reading is not None:
            reading.start = token.start
        return reading
    if (closed := _part_behind(place, token, unit)) is not None:
        return closed
    if words.has("articles", previous):
        current = _part_of_current(place, previous, token, unit)
        if current is not None:
            return current
    return _pending(place, token.start, token, 1, unit)


def _by_adjective(
    place: Place, previous: Token, token: Token, unit: Grain, shift: str
) -> Reading | None:
    start, end = previous.start, token.end
    if shift in ("same", "preceding", "following") or unit == "day":
        if unit not in _ANCHORS:
            return None
        anchor = place.anchor(start, _ANCHORS[unit], written=False)
        year = following_year(place, end)
        if anchor and shift == "same" and year.number is not None and unit != "year":
            moved = calendar.shifted(anchor, "year", year.number - anchor.year)
            return _from(place, start, year.end, unit, 0, moved)
        if anchor is not None:
            return _from(place, start, end, unit, _SHIFTS[shift], anchor)
        if unit == "day" and shift == "same" and place.published is not None:
            day = place.published
            return resolved(start, end, (day, day), "day", "day of publication", "relative_date")
        if unit == "day" or shift == "same":
            return None
    if unit == "century" and shift != "current":
        return None
    reading = _shifted(place, start, end, unit, _SHIFTS[shift])
    at = place.published
    if unit == "weekend" and shift == "current" and at and reading.low and reading.low > at:
        before_last = calendar.shifted(reading.low, "week", -1)
        reading.low, reading.high = calendar.around(before_last, "weekend")
    if unit == "weekend" and shift == "previous" and at and at.weekday() < 5:
        reading.low, reading.high = calendar.around(calendar.shifted(at, "week", -1), "weekend")
    return reading


def _part_of_current(place: Place, article: Token, token: Token, unit: Grain) -> Reading | None:
    """Read "Ende des Jahres", "the end of the month": the part is taken in later."""
    if unit in ("day", "weekend", "decade", "century"):
        return None
    previous = before(place.text, article.start)
    if place.words.has("articles", previous) and previous is not None:
        previous = before(place.text, previous.start)
    if previous is None or previous.low not in place.words.parts:
        return None
    return _shifted(place, token.start, token.end, unit, 0)


def _part_behind(place: Place, token: Token, unit: Grain) -> Reading | None:
    """Read "year-end", "month end"."""
    part = after(place.text, token.end)
    if part is not None and part.text == "-":
        part = after(place.text, part.end)
    if part is None or not place.words.has("parts.behind", part):
        return None
    return _narrowed(_shifted(place, token.start, part.end, unit, 0), "end")


def _pending(place: Place, start: int, token: Token, count: int, unit: Grain) -> Reading | None:
    """Read "the week to", which the next date must complete."""
    link = after(place.text, token.end)
    if not place.words.has("range.up_to", link):
        return None
    reading = Reading(start, token.end, None, None, "pending")
    reading.length = (count, unit)
    return reading


def _counted(
    place: Place, unit: Grain, token: Token, count_token: Token, count: int
) -> Reading | None:
    """Read "vor drei Jahren", "three years ago", "the next twelve months"."""
    text, words = place.text, place.words
    start = count_token.start
    if calendar.MONTHS_IN.get(unit, 1) * count > _LONGEST:
        return None
    if (halved := before(text, start)) is not None and words.units.get(halved.low) == "half":
        return None
    behind = after(text, token.end)
    if behind is not None:
        if words.has("distance.behind", behind):
            return _away(place, start, behind.end, unit, -count, _beyond(place, start))
        for group, sign in (("distance.earlier", -1), ("distance.later", 1)):
            if words.has(group, behind) and unit in _ANCHORS:
                anchor = place.anchor(start, _ANCHORS[unit])
                if anchor is None or _has_object(place, behind):
                    break
                return _from(place, start, behind.end, unit, sign * count, anchor)
    lead = before(text, start)
    while lead is not None and words.has("distance.hedges", lead):
        lead = before(text, lead.start)
    if lead is None or lead.start < place.done:
        return None
    if words.has("distance.before", lead):
        beyond = _beyond(place, start)
        return _away(place, lead.start, token.end, unit, -count, beyond)
    shift = words.adjectives.get(lead.low)
    if shift in ("previous", "next") and unit not in ("weekend", "century"):
        if words.has("genitives", behind):
            return None
        return _window(place, lead.start, token.end, unit, count, shift)
    if words.has("articles", lead):
        return _pending(place, start, token, count, unit)
    return None


def _has_object(place: Place, token: Token) -> bool:
    """Say whether "before" opens a clause or object of its own: "two years before the war"."""
    following = after(place.text, token.end)
    return (
        following is not None and following.text[0].isalnum() and (token.low in place.words.bounds)
    )


def _beyond(place: Place, at: int) -> int | None:
    """Return where "mehr als", "over" before a number starts, or None without."""
    for _ in range(2):
        token = before(place.text, at)
        if token is None or not place.words.has("distance.hedges", token):
            return None
        if place.words.has("distance.beyond", token):
            return token.start
        at = token.start
    return None


def _away(
    place: Place, start: int, end: int, unit: Grain, count: int, beyond: int | None
) -> Reading:
    reading = _shifted(place, start, end, unit, count)
    if beyond is not None:
        reading.start = min(start, beyond)
        reading.qualifier = "at_most"
        if reading.low is not None and reading.high is not None:
            reading.value = calendar.iso(reading.low, reading.high)
            reading.low = None
    elif unit != "day":
        reading.qualifier = "about"
    return reading


def _window(place: Place, start: int, end: int, unit: Grain, count: int, shift: str) -> Reading:
    if place.published is None:
        return unresolved(start, end, "window")
    at = place.published
    other = calendar.shifted(at, unit, count if shift == "next" else -count)
    stretch = (min(at, other), max(at, other))
    reading = resolved(start, end, stretch, "window", None, "relative_date")
    reading.qualifier = "range"
    return reading
