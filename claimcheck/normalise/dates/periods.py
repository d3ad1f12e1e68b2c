"""Reads periods: "last year", "im Sommer 2025", "Vorjahreszeitraum", "the week to"."""

from __future__ import annotations

from datetime import date

from claimcheck.normalise.dates import calendar
from claimcheck.normalise.dates.counts import Count, number_of, spelled
from claimcheck.normalise.dates.datewords import Token, after, before
from claimcheck.normalise.dates.distance import (
    ANCHORS,
    before_date,
    counted,
    counted_from,
    past_unit,
    pending,
    told_unit,
)
from claimcheck.normalise.dates.leaning import leaning
from claimcheck.normalise.dates.numbered import day_of, of_other, ordered, ordinal
from claimcheck.normalise.dates.portion import Portion
from claimcheck.normalise.dates.reading import (
    SHIFTS,
    YEAR_INFERRED,
    DatedText,
    Grain,
    Reading,
    following_year,
    is_planned,
    resolved,
    sentence,
    tense,
    unresolved,
)
from claimcheck.normalise.dates.retold import before_told, mirror, year_earlier
from claimcheck.normalise.dates.senses import Sense
from claimcheck.normalise.hours import clock

_UNCOUNTED = ("hour", "fortnight", "period")
_JUST_BEGUN = 2
"""Up to this month "the end of the year" is that of the last one, unless it lies ahead."""


def read_day(dated: DatedText, sense: Sense, token: Token) -> Reading | None:
    """Read "gestern", "tomorrow", with the part of the day behind it."""
    following = after(dated.text, token.end)
    end = token.end
    if dated.words.has("dayparts.words", following) and following is not None:
        end = following.end
    if dated.words.has("weak_days", token) and not _names_time(dated, following):
        return None
    start, shift = token.start, int(sense.value)
    link = before(dated.text, start)
    day = before(dated.text, link.start) if link is not None else None
    if link is not None and day is not None and dated.words.units.get(day.low) == "day":
        step = {"before": -1, "after": 1}.get(dated.words.bounds.get(link.low, ""))
        count = before(dated.text, day.start)
        times = number_of(dated, count) if step is not None and count is not None else None
        if step is not None and times is not None:
            start, shift = times[1], shift + step * times[0]
        elif step is not None:
            start, shift = day.start, shift + step
    return _shifted(dated, start, end, "day", shift)


def _names_time(dated: DatedText, token: Token | None) -> bool:
    """Say whether a word is a weekday, a unit or a part of the day: "am heutigen MITTWOCH"."""
    sense = dated.words.senses.get(token.low) if token is not None else None
    return sense is not None and sense.kind in ("weekday", "unit", "daypart", "month")


def read_daypart(dated: DatedText, sense: Sense, token: Token) -> Reading | None:
    """Read "last night", "this morning"."""
    previous = before(dated.text, token.start)
    if previous is None or previous.start < dated.done:
        return None
    shift = dated.words.adjectives.get(previous.low)
    if shift not in ("previous", "current"):
        clock.read_part(dated, sense, token)
        return None
    return _shifted(dated, previous.start, token.end, "day", SHIFTS[shift])


def read_whole(dated: DatedText, sense: Sense, token: Token) -> Reading | None:
    """Read one word that names a unit and a shift: "Vorjahr", "Jahresende"."""
    what = sense.detail
    unit, shift = what["unit"], int(what["shift"])
    if "year_earlier" in what:
        return mirror(token.start, token.end, unit)
    anchor = what.get("anchored") and (
        dated.anchor(token.start, ANCHORS[unit]) or (unit == "day" and _told_day(dated, token))
    )
    year = following_year(dated, token.end)
    if "part" in what and unit == "year" and year.number is not None:
        reading = resolved(token.start, year.end, calendar.year(year.number), "year", year.reason)
    elif anchor:
        reading = counted_from(token.start, token.end, unit, shift, anchor)
    elif what.get("part") == "end" and unit == "year" and _is_over(dated, token, token.end):
        reading = _shifted(dated, token.start, token.end, unit, shift - 1)
        reading.reasons = (YEAR_INFERRED,)
    else:
        reading = _shifted(dated, token.start, token.end, unit, shift)
        if what.get("anchored") and unit == "year" and shift == -1:
            reading = before_told(dated, reading)
    return _narrowed(reading, what.get("part"))


def _told_day(dated: DatedText, token: Token) -> date | None:
    """Return the day that the sentence told last: "am Sonntag 95 (Vortag: 97)"."""
    last = dated.readings[-1] if dated.readings else None
    if last is None or last.grain not in ("day", "weekday"):
        return None
    left, _ = sentence(dated.text, token.start, token.end)
    return last.low if token.start - last.end < len(left) else None


def _narrowed(reading: Reading, part: str | None) -> Reading:
    if part is None:
        return reading
    reading.qualifier = "about"
    if reading.low is not None and reading.high is not None:
        reading.value = calendar.iso(reading.low, reading.high)
        reading.low, reading.high = calendar.part_of((reading.low, reading.high), part)
    return reading


def _shifted(dated: DatedText, start: int, end: int, unit: Grain, shift: int) -> Reading:
    if dated.published is None:
        return unresolved(start, end, unit)
    at = dated.published
    stretch = calendar.around(calendar.shifted(at, unit, shift), unit)
    if unit == "weekend" and shift == 1:
        stretch = calendar.around(at, unit)
        if stretch[0] <= at:
            stretch = calendar.around(calendar.shifted(at, unit, 1), unit)
    return resolved(start, end, stretch, unit, None, "relative_date")


def read_unit(dated: DatedText, sense: Sense, token: Token) -> Reading | None:
    """Read a unit of time by what stands around it; alone it is no date."""
    text, words, unit = dated.text, dated.words, sense.value
    plural = words.has("plurals.words", token)
    if words.adjectives_follow and not plural and (behind := after(text, token.end)) is not None:
        shift = words.adjectives.get(behind.low)
        if shift is not None:
            return _by_adjective(dated, token, behind, unit, shift)
    previous = before(text, token.start)
    if previous is None or previous.start < dated.done:
        return _pending(dated, token, unit)
    if (mirrored := year_earlier(dated, previous, token, unit)) is not None:
        return mirrored
    if unit == "period" or (unit in ("quarter", "half") and of_other(dated, token)):
        return None
    previous = _past_joints(dated, previous, unit)
    if (index := ordinal(dated, previous)) is not None:
        if unit in ("quarter", "half", "century"):
            return ordered(dated, index[0], token, unit, index[1])
        if index[0] >= dated.done and not plural:
            return _portion(index[0], token, unit, index[1])
    shift = words.adjectives.get(previous.low)
    if shift is not None and not plural:
        return _behind_adjective(dated, previous, token, unit, shift)
    half = words.has("distance.half", previous)
    known = previous.text.isdecimal() or previous.low in words.counts
    if half or known or spelled(text, words, previous) is not None:
        return counted(dated, unit, token, previous)
    return None if unit in _UNCOUNTED else _by_itself(dated, previous, token, unit)


def _past_joints(dated: DatedText, previous: Token, unit: Grain) -> Token:
    """Return the word before a unit, past a hyphen and "fiscal": "second-quarter"."""
    words = dated.words
    if previous.text == "-":
        left = before(dated.text, previous.start) or previous
        if unit in ("quarter", "century") or words.has("distance.half", left):
            previous = left
    if words.has("codes.fiscal", previous):
        previous = before(dated.text, previous.start) or previous
    return previous


def _behind_adjective(
    dated: DatedText, previous: Token, token: Token, unit: Grain, shift: str
) -> Reading | None:
    """Read "last year", "in the past week"."""
    if dated.words.has("codes.weak_halves", token):
        return None
    if dated.words.has("distance.windowed", previous) and unit != "weekend":
        return past_unit(dated, previous, token, unit)
    return _by_adjective(dated, previous, token, unit, shift)


def _by_itself(dated: DatedText, previous: Token, token: Token, unit: Grain) -> Reading | None:
    """Read a unit that no number or adjective stands before: "am Wochenende", "year-end"."""
    words = dated.words
    if unit == "weekend" and words.has("before_weekend", previous):
        reading = _by_adjective(dated, previous, token, unit, "current")
        if reading is not None:
            reading.start = token.start
        return reading
    for read in (_part_behind, _turned, told_unit):
        if (found := read(dated, token, unit)) is not None:
            return found
    if words.has("articles", previous):
        current = _part_of_current(dated, previous, token, unit)
        if current is not None:
            return current
    return _pending(dated, token, unit)


def _portion(start: int, token: Token, unit: Grain, index: int) -> Reading:
    """Return "the first week", which a following date must complete."""
    reading = Reading(start, token.end, None, None, "pending")
    reading.portion = Portion(unit, index, index)
    return reading


def _turned(dated: DatedText, token: Token, unit: Grain) -> Reading | None:
    """Read "the week before last", "the year after next"."""
    words = dated.words
    link = after(dated.text, token.end)
    bound = words.bounds.get(link.low) if link is not None else None
    if link is None or bound not in ("before", "after"):
        return None
    last = after(dated.text, link.end)
    shift = words.adjectives.get(last.low) if last is not None else None
    wanted = {"before": "previous", "after": "next"}[bound]
    if last is None or shift != wanted or words.has("plurals.words", token):
        return None
    behind = after(dated.text, last.end)
    if behind is not None and (behind.low in words.senses or behind.text.isdecimal()):
        return None
    return _shifted(dated, token.start, last.end, unit, -2 if bound == "before" else 2)


def _by_adjective(
    dated: DatedText, previous: Token, token: Token, unit: Grain, shift: str
) -> Reading | None:
    start, end = previous.start, token.end
    if unit in _UNCOUNTED:
        return None
    if shift == "final":
        return _portion(start, token, unit, -1)
    if shift in ("same", "preceding", "following") or unit == "day":
        reading = _anchored(dated, start, token, unit, shift)
        if reading is not None or unit == "day" or shift == "same" or unit not in ANCHORS:
            return reading
    if unit == "century" and shift != "current":
        return None
    reading = _shifted(dated, start, end, unit, SHIFTS[shift])
    at = dated.published
    if unit == "weekend" and shift == "current" and at and reading.low and reading.low > at:
        coming = is_planned(dated, start, end) or leaning(dated, start, end) == "future"
        if coming or _is_coming(dated, previous, start, end):
            return reading
        before_last = calendar.shifted(reading.low, "week", -1)
        reading.low, reading.high = calendar.around(before_last, "weekend")
    if unit == "weekend" and shift == "previous" and at and at.weekday() < 5:
        reading.low, reading.high = calendar.around(calendar.shifted(at, "week", -1), "weekend")
    if shift == "previous":
        reading.portion = Portion(unit, -1, -1)
    return day_of(dated, reading) if unit == "month" else reading


def _is_coming(dated: DatedText, word: Token, start: int, end: int) -> bool:
    """Say whether "this weekend" is the next one: late enough in the week, nothing past told."""
    at = dated.published
    alone = start == word.start and not dated.text[:start].strip() + dated.text[end:].strip()
    if at is None or dated.words.adjectives.get(word.low) != "current":
        return False
    if at.weekday() == 0 and not alone:
        return False
    return (leaning(dated, start, end) or tense(dated, start, end)) != "past"


def _anchored(
    dated: DatedText, start: int, token: Token, unit: Grain, shift: str
) -> Reading | None:
    """Read a unit counted from the date before: "the same day", "the following year"."""
    if unit not in ANCHORS:
        return None
    if shift not in SHIFTS or (unit == "day" and shift == "previous"):
        return _portion(start, token, unit, -1)
    anchor = dated.anchor(start, ANCHORS[unit], written=False)
    year = following_year(dated, token.end)
    if anchor and shift == "same" and year.number is not None and unit != "year":
        moved = calendar.shifted(anchor, "year", year.number - anchor.year)
        return counted_from(start, year.end, unit, 0, moved)
    if anchor is not None:
        return counted_from(start, token.end, unit, SHIFTS[shift], anchor)
    if unit == "day" and shift == "same" and dated.published is not None:
        day = dated.published
        return resolved(start, token.end, (day, day), "day", "day of publication", "relative_date")
    return None


def _part_of_current(dated: DatedText, article: Token, token: Token, unit: Grain) -> Reading | None:
    """Read "Ende des Jahres", "the end of the month": the part is taken in later."""
    words = dated.words
    in_year = unit == "year" and following_year(dated, token.end).number is not None
    if in_year or unit in ("day", "weekend"):
        return None
    previous = before(dated.text, article.start)
    if words.has("articles", previous) and previous is not None:
        previous = before(dated.text, previous.start)
    if words.has("parts.within", previous) and previous is not None:
        return _within(dated, previous, token, unit)
    part = words.parts.get(previous.low) if previous is not None else None
    last = dated.readings[-1] if dated.readings else None
    if part is None and last is not None and last.portion is not None and last.grain == "pending":
        gap = dated.text[last.end : token.start].lower().split()
        fillers = words.sets["articles"] | words.sets["genitives"] | words.sets["joints"]
        if not fillers >= {*gap} or following_year(dated, token.end).number is not None:
            return None
        return _shifted(dated, token.start, token.end, unit, 0)
    if part is None:
        return None
    if unit == "year" and part == "end" and _is_over(dated, previous or token, token.end):
        reading = _shifted(dated, token.start, token.end, unit, -1)
        reading.reasons = (YEAR_INFERRED,)
        return reading
    if unit in ("decade", "century"):
        far = part == "begin" or tense(dated, token.start, token.end) == "past"
        if far or dated.anchor(token.start, ("century", "decade", "years", "year")):
            return None
    return _shifted(dated, token.start, token.end, unit, 0)


def _is_over(dated: DatedText, first: Token, end: int) -> bool:
    """Say whether "the end of the year" is that of the last one: in a year that just began."""
    month = dated.published.month if dated.published is not None else 0
    if not 0 < month <= _JUST_BEGUN or _bounded_ahead(dated, first):
        return False
    return tense(dated, first.start, end) != "future"


def _within(dated: DatedText, lead: Token, token: Token, unit: Grain) -> Reading | None:
    """Read "im Laufe der Woche": the running one, in a new year only where the text looks ahead."""
    month = dated.published.month if dated.published is not None else 0
    begun = unit == "year" and 0 < month <= _JUST_BEGUN
    if unit not in ("week", "month", "year"):
        return None
    if begun and tense(dated, lead.start, token.end) != "future":
        return None
    return _shifted(dated, lead.start, token.end, unit, 0)


def _bounded_ahead(dated: DatedText, part: Token | None) -> bool:
    """Say whether "bis", "by" stands before "Ende des Jahres"."""
    token = before(dated.text, part.start) if part is not None else None
    while token is not None and dated.words.has("articles", token):
        if token.low in dated.words.bounds:
            break
        token = before(dated.text, token.start)
    return token is not None and dated.words.bounds.get(token.low) in ("until", "starting")


def _part_behind(dated: DatedText, token: Token, unit: Grain) -> Reading | None:
    """Read "year-end", "month end"."""
    part = after(dated.text, token.end)
    if part is not None and part.text == "-":
        part = after(dated.text, part.end)
    if part is None or not dated.words.has("parts.behind", part):
        return None
    year = following_year(dated, part.end)
    if unit == "year" and year.number is not None:
        stretch = calendar.year(year.number)
        return _narrowed(resolved(token.start, year.end, stretch, "year", year.reason), "end")
    return _narrowed(_shifted(dated, token.start, part.end, unit, 0), "end")


def _pending(dated: DatedText, token: Token, unit: Grain) -> Reading | None:
    """Read "the week to", "the week of", "the day after", which the next date must complete."""
    link = after(dated.text, token.end)
    of_day = dated.words.has("genitives", link) or dated.words.has("week_of", link)
    if unit == "week" and link is not None and of_day:
        reading = pending(token.start, token, Count(0, unit, token.start))
        reading.end = link.end
        return reading
    one = unit in ("day", "week") and not dated.words.has("plurals.words", token)
    if one and (day := before_date(dated, Count(1, unit, token.start), token)) is not None:
        return day
    opens = unit not in _UNCOUNTED and dated.words.has("range.up_to", link)
    return pending(token.start, token, Count(1, unit, token.start)) if opens else None
