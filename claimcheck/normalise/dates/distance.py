"""Reads counted periods: "vor drei Jahren", "in two weeks", "the next twelve months"."""

from __future__ import annotations

from datetime import date

from claimcheck.normalise.dates import calendar
from claimcheck.normalise.dates.counts import Count, goes_on, spelled, with_larger
from claimcheck.normalise.dates.datewords import Token, after, before
from claimcheck.normalise.dates.numbered import of_year
from claimcheck.normalise.dates.portion import Portion
from claimcheck.normalise.dates.reading import (
    APOSTROPHES,
    FROM_BEFORE,
    NO_DATE,
    YEAR_INFERRED,
    DatedText,
    Grain,
    Reading,
    resolved,
    tense,
    unresolved,
)
from claimcheck.normalise.dates.retold import years_from_told

ANCHORS: dict[str, tuple[str, ...]] = {
    "day": ("day", "weekday"),
    "week": ("week", "day", "weekday"),
    "month": ("month",),
    "quarter": ("quarter",),
    "year": ("year", "quarter", "half"),
}
_LONGEST = 12 * 999
"""Months: what is counted further away is no date."""
_NOT_BEGUN_COST = 4
HALF = 0.5
_JUST_OVER = 3
"""For so many months the first months of a year are told without it."""


def counted(dated: DatedText, unit: Grain, token: Token, count_token: Token) -> Reading | None:
    """Read a unit by the number before it: "three years ago", "the next twelve months"."""
    count = _count(dated, unit, token, count_token)
    if count is not None:
        count = None if goes_on(dated, token, count) else with_larger(dated, count)
    if count is None or calendar.MONTHS_IN.get(count.unit, 1) * count.number > _LONGEST:
        return None
    reading = _behind(dated, token, count)
    if reading is not None:
        return reading
    lead = before(dated.text, count.start)
    while lead is not None and dated.words.has("distance.hedges", lead):
        lead = before(dated.text, lead.start)
    if lead is None or lead.start < dated.done:
        return _closing(dated, token, count)
    return _led(dated, token, count, lead, unit) or _closing(dated, token, count)


def _count(dated: DatedText, unit: Grain, token: Token, count_token: Token) -> Count | None:
    """Return the number before a unit, halves included: "half a", "einem halben"."""
    text, words = dated.text, dated.words
    number: float | None
    if count_token.text.isdecimal():
        number = int(count_token.text) if len(count_token.text) < 4 else None
    else:
        number = words.counts.get(count_token.low)
    start = count_token.start
    if (told := spelled(text, words, count_token)) is not None:
        number, start = told
    previous = before(text, start)
    if words.has("distance.half", count_token):
        number = 0.5
        if previous is not None and words.counts.get(previous.low) == 1:
            start = previous.start
    elif number == 1 and words.has("distance.half", previous) and previous is not None:
        number, start = 0.5, previous.start
    if number is None:
        return None
    if number == HALF and (whole := _joined(dated, start)):
        number, start = whole[0] + HALF, whole[1]
    if unit == "half" and number == 1:
        return _and_a_half(dated, token, start)
    if unit == "hour":
        return Count(number / 24, "day", start) if number % 24 == 0 else None
    return Count(number, unit, start)


def _joined(dated: DatedText, start: int) -> tuple[int, int] | None:
    """Return the whole number that "and a half" at an offset follows, and where it starts."""
    link = before(dated.text, start)
    number = before(dated.text, link.start) if link and dated.words.has("range.and", link) else None
    if number is None:
        return None
    known = int(number.text) if number.text.isdecimal() else dated.words.counts.get(number.low)
    return (int(known), number.start) if known and known < 100 else None


def _and_a_half(dated: DatedText, token: Token, start: int) -> Count | None:
    """Return the count of "a year and a half"."""
    link = before(dated.text, start)
    unit = before(dated.text, link.start) if link and dated.words.has("range.and", link) else None
    if unit is None or unit.low not in dated.words.units:
        return None
    number = before(dated.text, unit.start)
    whole = dated.words.counts.get(number.low) if number is not None else None
    if number is None or whole is None:
        return None
    named: Grain = dated.words.units[unit.low]  # type: ignore[assignment]
    return Count(whole + 0.5, named, number.start)


def _behind(dated: DatedText, token: Token, count: Count) -> Reading | None:
    """Read what the words behind a unit say: "ago", "later", "from now"."""
    text, words = dated.text, dated.words
    behind = after(text, token.end)
    if behind is None:
        return None
    if words.has("distance.behind", behind):
        return _away(dated, count.start, behind.end, count, -1)
    if words.has("distance.from", behind):
        now = after(text, behind.end)
        if now is not None and words.has("distance.now", now):
            return _away(dated, count.start, now.end, count, 1)
        sense = words.senses.get(now.low) if now is not None else None
        if sense is None or sense.kind not in ("weekday", "day"):
            return None
        reading = pending(count.start, token, count)
        reading.counts_on = True
        return reading
    if words.has("distance.on", behind) and _lies_on(dated, count, behind):
        reading = pending(count.start, token, count)
        reading.counts_on = True
        return reading
    if (opened := before_date(dated, count, token)) is not None:
        return opened
    for group, sign in (("distance.earlier", -1), ("distance.later", 1)):
        if words.has(group, behind) and count.unit in ANCHORS:
            if has_object(dated, behind):
                break
            told = years_from_told(dated, count.start, behind.end, sign * count.number)
            if count.unit == "year" and told is not None:
                return told
            anchor = dated.anchor(count.start, ANCHORS[count.unit])
            if anchor is None:
                break
            return counted_from(count.start, behind.end, count.unit, sign * count.number, anchor)
    return None


def _lies_on(dated: DatedText, count: Count, behind: Token) -> bool:
    """Say whether a week is counted from the weekday behind it: "opens a week on Friday".

    "Suspended for a week on Friday" and "once a week on Friday" are not.
    """
    words = dated.words
    day = after(dated.text, behind.end)
    sense = words.senses.get(day.low) if day is not None else None
    if sense is None or sense.kind != "weekday" or count.unit != "week" or day is None:
        return False
    lead = before(dated.text, count.start)
    if lead is None:
        return True
    return words.has("coming_words", lead) or words.has("distance.on_words", lead)


def before_date(dated: DatedText, count: Count, token: Token) -> Reading | None:
    """Return "two days before", "drei Wochen nach", which the date that follows completes."""
    text, words = dated.text, dated.words
    bound = after(text, token.end)
    sign = {"before": -1, "after": 1}.get(words.bounds.get(bound.low, "") if bound else "", 0)
    if not sign or bound is None or count.unit not in ("day", "week", "month"):
        return None
    named = after(text, bound.end)
    while named is not None and words.has("articles", named) and named.low not in words.units:
        named = after(text, named.end)
    if named is None:
        return None
    sense = words.senses.get(named.low)
    known = sense is not None and sense.kind in ("month", "weekday")
    if not (known or named.low in words.phrases or named.text.isdecimal()):
        return None
    reading = pending(count.start, token, Count(sign * count.number, count.unit, count.start))
    reading.end = bound.end
    reading.counts_on = True
    return reading


def _led(dated: DatedText, token: Token, count: Count, lead: Token, unit: Grain) -> Reading | None:
    """Read what the word before a number says: "vor", "in", "last", "first"."""
    words = dated.words
    if words.has("distance.before", lead):
        return _away(dated, lead.start, token.end, count, -1)
    if words.has("distance.ahead", lead):
        timed = _in_time(dated, token.end)
        if timed or _is_ahead(dated, lead, token.end):
            return _away(dated, lead.start, timed or token.end, count, 1)
    shift = words.adjectives.get(lead.low)
    if shift == "previous" and words.has("distance.lasts", before(dated.text, lead.start)):
        return None  # "expected to last six weeks"
    if shift in ("previous", "next") and unit not in ("weekend", "century"):
        return _window(dated, lead.start, token, count, shift)
    if words.ordinals.get(lead.low) == 1 and words.has("plurals.words", token):
        return _first(dated, lead.start, token, count)
    if words.has("articles", lead) and count.number > 0:
        return _pending_before(dated, token, count)
    return None


def past_unit(dated: DatedText, previous: Token, token: Token, unit: Grain) -> Reading | None:
    """Read "the past year": twelve months up to the publication, no calendar year."""
    count = Count(1, unit, previous.start)
    if count.unit not in ("day", *calendar.MONTHS_IN, "week"):
        return None
    return _window(dated, previous.start, token, count, "previous")


def told_unit(dated: DatedText, token: Token, unit: Grain) -> Reading | None:
    """Read "the year before", "im Monat darauf" by the date that the text told last."""
    words, behind = dated.words, after(dated.text, token.end)
    if (
        behind is None
        or unit not in ("year", "quarter", "month")
        or words.has("plurals.words", token)
    ):
        return None
    earlier, later = words.has("distance.earlier", behind), words.has("distance.later", behind)
    if not (earlier or later) or has_object(dated, behind):
        return None
    sign = -1 if earlier else 1
    if unit == "year":
        return years_from_told(dated, token.start, behind.end, sign)
    anchor = dated.anchor(token.start, ANCHORS[unit])
    return counted_from(token.start, behind.end, unit, sign, anchor) if anchor else None


def counted_from(start: int, end: int, unit: Grain, shift: int, at: date) -> Reading:
    """Return the unit that lies a number of units from the day `at` of the text."""
    stretch = calendar.around(calendar.shifted(at, unit, shift), unit)
    return resolved(start, end, stretch, unit, FROM_BEFORE, "relative_date")


def pending(start: int, token: Token, count: Count) -> Reading:
    """Return a stretch of units that the next date completes."""
    reading = Reading(start, token.end, None, None, "pending")
    reading.length = (count.number, count.unit)
    return reading


def _pending_before(dated: DatedText, token: Token, count: Count) -> Reading | None:
    if not dated.words.has("range.up_to", after(dated.text, token.end)):
        return None
    return pending(count.start, token, count)


def _closing(dated: DatedText, token: Token, count: Count) -> Reading | None:
    """Read "three months ended", which a date must complete, whatever stands before it."""
    if not dated.words.has("range.closing", after(dated.text, token.end)):
        return None
    return pending(count.start, token, count)


def has_object(dated: DatedText, token: Token) -> bool:
    """Say whether "before" opens a clause of its own, or "later" compares: "later than planned"."""
    following = after(dated.text, token.end)
    if following is None or not following.text[0].isalnum():
        return False
    return token.low in dated.words.bounds or dated.words.has("distance.than", following)


def _in_time(dated: DatedText, end: int) -> int:
    """Return where "time" behind a possessive ends ("in two weeks' time"), or 0."""
    mark = after(dated.text, end)
    if mark is None or mark.text not in APOSTROPHES:
        return 0
    named = after(dated.text, mark.end)
    if named is not None and named.text == "s" and named.start == mark.end:
        named = after(dated.text, named.end)
    return named.end if named is not None and dated.words.has("distance.time", named) else 0


def _is_ahead(dated: DatedText, lead: Token, end: int) -> bool:
    """Say whether "in drei Wochen" is a date and no time that something took."""
    words, start = dated.words, lead.start
    if not (dated.text[:start].strip() or dated.text[end:].strip(" .")):
        return True
    if words.has("distance.took", after(dated.text, lead.end)):
        return False
    last = dated.readings[-1] if dated.readings else None
    if last is not None and last.grain in ("day", "weekday") and start - last.end < 2:
        return True
    if words.has("distance.once", before(dated.text, start)):
        return False
    following = after(dated.text, end)
    if words.has("genitives", following):
        return False
    found = tense(dated, start, end)
    if found == "past":
        return False
    return found == "future" or dated.has_near("distance.ahead_words", start, end)


def _beyond(dated: DatedText, at: int) -> int | None:
    """Return where "mehr als", "over" before a number starts, or None without."""
    for _ in range(2):
        token = before(dated.text, at)
        if token is None or not dated.words.has("distance.hedges", token):
            return None
        if dated.words.has("distance.beyond", token):
            return token.start
        at = token.start
    return None


def _away(dated: DatedText, start: int, end: int, count: Count, sign: int) -> Reading:
    beyond = _beyond(dated, count.start)
    unit, number = count.unit, sign * count.number
    if dated.published is None:
        reading = unresolved(start, end, unit)
    else:
        day = calendar.shifted(dated.published, unit, number)
        reading = resolved(start, end, calendar.around(day, unit), unit, None, "relative_date")
    reading.length = (number, unit)
    if beyond is not None:
        reading.start = min(start, beyond)
        reading.qualifier = "at_most" if sign < 0 else "at_least"
        if reading.low is not None and reading.high is not None:
            reading.value = calendar.iso(reading.low, reading.high)
            if sign < 0:
                reading.low = None
            else:
                reading.high = None
    elif unit != "day":
        reading.qualifier = "about"
    return reading


def _window(dated: DatedText, start: int, token: Token, count: Count, shift: str) -> Reading:
    """Return "the next two weeks", as a portion too: "the last two weeks of May"."""
    if dated.published is None:
        reading = unresolved(start, token.end, "window")
    else:
        at = dated.published
        number = count.number if shift == "next" else -count.number
        other = calendar.shifted(at, count.unit, number)
        stretch = (min(at, other), max(at, other))
        reading = resolved(start, token.end, stretch, "window", None, "relative_date")
    reading.qualifier = "range" if dated.published else "exact"
    if shift == "previous":
        reading.portion = Portion(count.unit, -count.number, -1)
    return reading


def _first(dated: DatedText, start: int, token: Token, count: Count) -> Reading | None:
    """Read "the first nine months", of the year unless another date follows."""
    reading = Reading(start, token.end, None, None, "pending")
    reading.portion = Portion(count.unit, 1, count.number)
    months = calendar.MONTHS_IN.get(count.unit, 0) * count.number
    following = after(dated.text, token.end)
    described = dated.words.opens_phrase(following) and not of_year(dated, token.end)
    just_over = months % 3 == 0 or _is_just_over(dated, months)
    if not 0 < months < 12 or not just_over or described:
        return reading
    reading.grain = "range"
    reading.qualifier = "range"
    if dated.published is None:
        reading.reasons, reading.label = (NO_DATE,), "relative_date"
        return reading
    at = dated.published
    options = [calendar.months(number, 1, months) for number in range(at.year - 1, at.year + 2)]
    reading.low, reading.high = calendar.nearest(options, at, _NOT_BEGUN_COST)
    reading.reasons = (YEAR_INFERRED,)
    reading.yearless = True
    return reading


def _is_just_over(dated: DatedText, months: int) -> bool:
    """Say whether so many months of the year have just passed: "die ersten acht Monate"."""
    at = dated.published
    if at is None or not 1 < months < 12:
        return False
    return 0 < at.month - months <= _JUST_OVER
