"""Makes clock times quantities: "zwischen 8 und 9 Uhr", "gegen 7.40 Uhr", beside their day.

A time without a day has the value "T07:40", and times of day as bounds; a time right beside
a day is part of it ("2025-09-02T07:40"), whose bounds remain days. Bounds that cross
midnight run from the later time to the earlier.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import time as clock_time
from typing import Literal

import msgspec

from claimcheck.model import Qualifier, Quantity, TextSpan
from claimcheck.normalise.dates.datewords import Token, after, before
from claimcheck.normalise.dates.reading import DatedText, Reading, Time
from claimcheck.normalise.hours import clockwords
from claimcheck.normalise.hours.clockwords import DAY, HOUR, NOON

UNIT = "time_of_day"
EITHER = "half of the day not written"
SPAN = "time_span"
ZONED = "time_zone"
_ABOUT, _ABOUT_ROUND = 10, 15
"""Minutes around "about 7.40", and around "about eight" or "about a quarter past"."""
_SHORTLY = 20
_WORDS = 5
"""So many words before a time may hedge or bound it."""
Mode = Literal["exact", "about", "shortly", "bound"]


class Clock(msgspec.Struct):
    """A time, or two that open and close a stretch, with what was said before it."""

    start: int
    end: int
    first: Time
    last: Time | None = None
    within: bool = False
    """Whether something happened between the two times: "zwischen 8 und 9 Uhr"."""
    about: bool = False
    shortly: bool = False
    bound: str = ""
    day: Reading | None = None


def clocks(dated: DatedText) -> list[Clock]:
    """Return the clock times of a text, opened stretches made one, with their hedges."""
    found: list[Clock] = []
    for time in dated.times:
        last = found[-1] if found else None
        if last is not None and last.last is None and _joins(dated, last, time):
            last.end = time.end
            last.last = time
            continue
        found.append(Clock(time.start, time.end, time))
    for clock in found:
        _hedge(dated, clock)
    return found


def _joins(dated: DatedText, clock: Clock, time: Time) -> bool:
    """Say whether a time closes a stretch that another opened: "7 a.m. to 9 p.m."."""
    words = dated.words
    if time.start - clock.end > 16:
        return False
    gap = dated.text[clock.end : time.start].lower().split()
    link = [word for word in gap if word not in words.sets["articles"]]
    if len(link) != 1:
        return False
    opened = words.has("range.open", _leading(dated, clock.start))
    clock.within = link[0] in words.sets["range.and"] and opened
    return clock.within or link[0] in words.sets["range.to"]


def _leading(dated: DatedText, at: int) -> Token | None:
    """Return the word before a time, what only leads to times left out."""
    token = before(dated.text, at)
    while token is not None and dated.words.has("clock.about", token):
        token = before(dated.text, token.start)
    return token


def _hedge(dated: DatedText, clock: Clock) -> None:
    """Read what stands before a time: "gegen", "kurz nach", "until about"."""
    text, words = dated.text, dated.words
    token = before(text, clock.start)
    for _ in range(_WORDS):
        if token is None:
            return
        if token.text == "." and words.has("clock.about", before(text, token.start)):
            token = before(text, token.start)
        elif words.has("clock.about", token):
            clock.about, clock.start = True, token.start
            token = before(text, token.start)
        elif words.has("bounds.split", token):
            close = after(text, clock.end)
            if close is not None and words.has("bounds.close", close) and clock.last is None:
                clock.bound, clock.start, clock.end = "starting", token.start, close.end
            return
        elif token.low in words.bounds and clock.last is None and not clock.bound:
            clock.bound, clock.start = words.bounds[token.low], token.start
            token = before(text, token.start)
        elif words.has("clock.shortly", token) and clock.bound in ("before", "after"):
            clock.shortly, clock.start = True, token.start
            return
        elif words.has("clock.before", token) and not clock.bound:
            token = before(text, token.start)
        else:
            return


def beside_days(dated: DatedText, found: list[Clock], readings: list[Reading]) -> None:
    """Give each time the day that stands right beside it, and what part of the day it names."""
    days = [reading for reading in readings if reading.grain in ("day", "weekday")]
    ends = {reading.end: reading for reading in days}
    starts = {reading.start: reading for reading in days}
    for clock in found:
        behind = _ahead(dated, clock.end)
        clock.day = ends.get(_past(dated, clock.start)) or starts.get(behind)
        named = clockwords.ending(dated.text, _past(dated, clock.start), dated.words.clock.parts)
        if named is None and clock.day is not None and clock.day.start > clock.start:
            named = clockwords.ending(dated.text, clock.day.end, dated.words.clock.parts)
        alone = clock.day is not None and dated.text[clock.day.start : clock.day.end]
        if named is not None and alone not in dated.words.plain_days:
            for time in filter(None, (clock.first, clock.last)):
                if HOUR <= time.minute < NOON or (time.either or named == "night"):
                    time.minute = clockwords.in_part(time.minute, named)
                time.either = False


def _past(dated: DatedText, at: int) -> int:
    """Return where the last word ends that is no "um", "at about" or comma before a time."""
    words = dated.words
    for _ in range(_WORDS):
        token = before(dated.text, at)
        if token is None or not (
            token.text == ","
            or words.has("clock.before", token)
            or words.has("clock.about", token)
            or words.has("range.open", token)
        ):
            return token.end if token is not None else -1
        at = token.start
    return -1


def _ahead(dated: DatedText, at: int) -> int:
    """Return where the first word starts that is no joint or comma behind a time."""
    words = dated.words
    for _ in range(3):
        token = after(dated.text, at)
        if token is None or not (
            token.text == "," or words.has("joints", token) or words.has("articles", token)
        ):
            return token.start if token is not None else -1
        at = token.end
    return -1


def joined(clock: Clock, days: Mapping[int, Quantity]) -> Quantity | None:
    """Return the day beside a time with the time, None where there is none or it is not known.

    `days` are those of the text by where they start.
    """
    day = days.get(clock.day.start) if clock.day is not None else None
    if day is None or len(str(day.value)) != len("2025-09-02"):
        return None
    start, end = min(day.span.start, clock.start), max(day.span.end, clock.end)
    alone = quantity("", clock)
    reasons = tuple(dict.fromkeys((*day.inferred, *alone.inferred)))
    qualifier = alone.qualifier if day.qualifier == "exact" else day.qualifier
    return msgspec.structs.replace(
        day,
        value=f"{day.value}{alone.value}",
        qualifier=qualifier,
        span=TextSpan(start, end),
        inferred=reasons,
    )


def quantity(text: str, clock: Clock) -> Quantity:
    """Return the quantity of a time without its day."""
    first, last = clock.first, clock.last
    low, high, qualifier = _bounds(clock)
    value = _iso(first) + (f"/{_iso(last)}" if last is not None else "")
    either = first.either or (last is not None and last.either)
    label = SPAN if last is not None and not clock.within else ""
    zoned = first.zone == ""
    return Quantity(
        kind="date",
        value=value,
        low=low,
        high=high,
        unit=UNIT,
        qualifier=qualifier,
        span=TextSpan(clock.start, clock.end),
        quote=text[clock.start : clock.end],
        label=ZONED if zoned else label,
        inferred=(EITHER,) if either else (),
    )


def _iso(time: Time) -> str:
    zone = time.zone if time.zone and time.zone != "local" else ""
    return f"T{time.minute // HOUR:02}:{time.minute % HOUR:02}{zone}"


def _bounds(clock: Clock) -> tuple[clock_time | None, clock_time | None, Qualifier]:
    """Return the first and last time that the wording allows, and its qualifier."""
    at = clock.first.minute
    width = _ABOUT if at % 15 else _ABOUT_ROUND
    if clock.last is not None:
        return _time(at), _time(clock.last.minute), "range"
    if clock.shortly and clock.bound == "after":
        return _time(at), _time(at + _SHORTLY), "over"
    if clock.shortly:
        return _time(at - _SHORTLY), _time(at), "under"
    if clock.bound in ("after", "before"):
        return (_time(at), None, "over") if clock.bound == "after" else (None, _time(at), "under")
    if clock.bound:
        starts = clock.bound in ("since", "starting")
        return (_time(at), None, "at_least") if starts else (None, _time(at), "at_most")
    if clock.about:
        return _time(at - width), _time(at + width), "about"
    return _time(at), _time(at), "exact"


def _time(minute: int) -> clock_time:
    return clock_time(*divmod(minute % DAY, HOUR))
