"""Joins dates that stand together: "Dienstag, 2. September", "3. bis 5. Mai", "the week to"."""

from __future__ import annotations

from claimcheck.normalise.dates import calendar
from claimcheck.normalise.dates.datewords import after, before
from claimcheck.normalise.dates.portion import taken
from claimcheck.normalise.dates.reading import (
    BY_WEEKDAY,
    FROM_BEFORE,
    NO_DATE,
    NO_LENGTH,
    YEAR_INFERRED,
    DatedText,
    Reading,
)
from claimcheck.normalise.dates.retold import TOLD, by_years, resolve_told
from claimcheck.normalise.dates.weekends import weekend_of
from claimcheck.normalise.dates.years_shared import ordered, settle, share_year

_FAR = 24
"""Two dates further apart than this are not joined."""
_NEAR = 300
"""A period is that of the year before a date so many characters back, at most."""
_PERIODS = ("range", "quarter", "half", "month", "week", "season", "year", "years", "window")
_SIZES = {
    "day": 1, "weekday": 1, "weekend": 1, "week": 2, "month": 3, "quarter": 4, "half": 5,
    "season": 4, "year": 6, "years": 6, "decade": 7, "century": 8,
}  # fmt: skip


def joined(dated: DatedText) -> list[Reading]:
    """Return the readings of a text, those that belong together made one."""
    joined: list[Reading] = []
    for reading in dated.readings:
        last = joined[-1] if joined else None
        if last is not None and reading.start - last.end <= _FAR:
            gap = dated.text[last.end : reading.start]
            whole = _completed(dated, last, reading, gap) if last.grain == "pending" else None
            whole = whole or _portion(dated, last, reading, gap)
            whole = whole or _moved(dated, last, reading, gap)
            whole = whole or _weekday_beside(dated, last, reading, gap)
            whole = whole or _apposition(dated, last, reading, gap)
            whole = whole or weekend_of(dated, last, reading, gap)
            whole = whole or _range(dated, last, reading, gap)
            if whole is not None:
                joined[-1] = whole
                continue
            share_year(dated, last, reading, gap)
        if last is not None and last.grain == "pending":
            joined.pop()
        if reading.length is not None and reading.length[1] == TOLD:
            if not resolve_told(dated, joined, reading):
                continue
        elif reading.grain == "mirror":
            _mirror(dated, joined, reading)
        joined.append(reading)
    if joined and joined[-1].grain == "pending":
        joined.pop()
    return joined


def _mirror(dated: DatedText, before_it: list[Reading], reading: Reading) -> None:
    """Resolve "the same period last year" by the period before it, or to all of that year."""
    unit = reading.length[1] if reading.length else "period"
    grains = _PERIODS if unit == "period" else (unit, "range")
    at = dated.published
    for earlier in reversed(before_it[-4:]):
        if reading.start - earlier.end > _NEAR:
            break
        if earlier.length is not None or earlier.low is None or earlier.high is None:
            continue
        if earlier.grain in grains:
            reading.low, reading.high = by_years(earlier.low, earlier.high, -1)
            reading.reasons = (FROM_BEFORE,)
            return
    if at is None:
        reading.reasons = (NO_DATE,)
        return
    if unit in ("month", "quarter"):
        last = calendar.shifted(calendar.shifted(at, "year", -1), unit, -1)
        reading.low, reading.high = calendar.around(last, unit)
        reading.reasons = (YEAR_INFERRED,)
        return
    reading.low, reading.high = calendar.year(at.year - 1)
    reading.reasons = (NO_LENGTH,)


def _portion(dated: DatedText, part: Reading, whole: Reading, gap: str) -> Reading | None:
    """Return "the first half of" and "May" as one date."""
    words = dated.words
    fillers = words.sets["articles"] | words.sets["joints"] | words.sets["genitives"]
    if part.portion is None or not all(word in fillers for word in gap.lower().split()):
        return None
    size = 2 if part.portion.unit == "half" else _SIZES.get(part.portion.unit, 0)
    if size >= _SIZES.get(whole.grain, 0):
        return None
    grain = "day" if part.portion.unit == "weekday" else part.portion.unit
    reading = Reading(part.start, whole.end, None, None, grain, label=whole.label)
    reading.reasons, reading.yearless = whole.reasons, whole.yearless
    if whole.low is None or whole.high is None:
        return reading
    stretch = taken((whole.low, whole.high), part.portion)
    if stretch is None:
        return None
    reading.low, reading.high = stretch
    if part.portion.first != part.portion.last:
        reading.qualifier = "range"
    elif part.portion.unit == "week":
        reading.qualifier = "about"
    return reading


def _weekday_beside(dated: DatedText, first: Reading, second: Reading, gap: str) -> Reading | None:
    """Return "Donnerstag vor Ostern": the weekday right before or after a day."""
    step = {"before": -1, "after": 1}.get(dated.words.bounds.get(gap.strip().lower(), ""))
    if step is None or first.grain != "weekday" or second.grain != "day" or first.low is None:
        return None
    at = second.low if step < 0 else second.high
    if at is None or first.label != "relative_date":
        return None
    away = (step * (first.low.weekday() - at.weekday())) % 7 or 7
    reading = Reading(first.start, second.end, None, None, "day", label=second.label)
    reading.low = reading.high = calendar.shifted_days(at, step * away)
    reading.reasons = second.reasons
    return reading


def _month_away(dated: DatedText, first: Reading, second: Reading) -> Reading | None:
    """Return "im Mai vor zwei Jahren": the month in the year that is meant."""
    month, away = (first, second) if first.grain == "month" else (second, first)
    if month.grain != "month" or not month.yearless or away.length is None:
        return None
    if away.length[1] != "year" or away.low is None or dated.published is None:
        return None
    reading = Reading(first.start, second.end, None, None, "month", label="relative_date")
    if month.low is not None:
        year = dated.published.year + away.length[0]
        reading.low, reading.high = calendar.months(year, month.low.month)
    return reading


def _moved(dated: DatedText, first: Reading, second: Reading, gap: str) -> Reading | None:
    """Return a day counted from another: "heute vor fünf Jahren", "five years ago today"."""
    if gap.strip() and gap.strip().lower() not in dated.words.sets["joints"]:
        return None
    month = _month_away(dated, first, second)
    if month is not None or gap.strip():
        return month
    day, away = (first, second) if first.grain in ("day", "weekday") else (second, first)
    if day.grain not in ("day", "weekday") or away.length is None or away.grain == "pending":
        return None
    count, unit = away.length
    if away.grain == "mirror" or away.qualifier in ("at_most", "at_least"):
        return None
    if unit == "day" and (day.grain == "weekday" or not day.label):
        return None
    if day.grain == "weekday" and count > 0:
        _come(dated, day)
    return _counted_on(first, second, day, count, unit)


def _come(dated: DatedText, weekday: Reading) -> None:
    """Move a weekday that is past to the coming one, from which is counted on."""
    if weekday.low and dated.published and weekday.low < dated.published:
        weekday.low = weekday.high = calendar.shifted_days(weekday.low, 7)


def _counted_on(
    first: Reading, second: Reading, day: Reading, count: int, unit: str
) -> Reading | None:
    if day.low != day.high or day.qualifier != "exact":
        return None
    reading = Reading(first.start, second.end, None, None, "day", label="relative_date")
    reading.reasons = day.reasons
    if day.low is not None:
        reading.low = reading.high = calendar.shifted(day.low, unit, count)
    return reading


def _completed(dated: DatedText, opening: Reading, end: Reading, gap: str) -> Reading | None:
    """Return the stretch of a unit that a date closes: "the three months to June"."""
    if opening.length is None or end.grain == "pending":
        return None
    if any(char.isdigit() for char in gap):  # "fell by half to 431,000 in 2024"
        return None
    count, unit = opening.length
    if count == 0:
        return _week_of(dated, opening, end, gap)
    if opening.counts_on:
        if all(word in dated.words.sets["articles"] for word in gap.lower().split()):
            return _beside(opening, end, count, unit)
        if len(gap.split()) != 1:
            return None
        if end.grain == "weekday":
            _come(dated, end)
        return _counted_on(opening, end, end, count, unit)
    reading = Reading(
        opening.start, end.end, None, None, "range", label=end.label, reasons=end.reasons
    )
    if end.high is not None:
        low = calendar.shifted_days(calendar.shifted(end.high, unit, -count), 1)
        if calendar.shifted_days(end.high, 1).day == 1 and unit not in ("day", "week"):
            low = calendar.months(end.high.year, end.high.month + 1)[0]
            low = calendar.shifted(low, unit, -count)
        reading.low, reading.high = low, end.high
    return reading


def _week_of(dated: DatedText, opening: Reading, day: Reading, gap: str) -> Reading | None:
    """Return "the week of March 9": the week that holds the day."""
    fillers = dated.words.sets["articles"] | dated.words.sets["genitives"]
    if day.grain != "day" or not all(word in fillers for word in gap.lower().split()):
        return None
    if day.qualifier == "range" or dated.words.has("range.to", after(dated.text, day.end)):
        return None  # "the week of March 9 to March 15"
    reading = Reading(opening.start, day.end, None, None, "week", label=day.label)
    reading.reasons = day.reasons
    if day.low is not None and day.low == day.high:
        reading.low, reading.high = calendar.around(day.low, "week")
    return reading


def _beside(opening: Reading, end: Reading, count: int, unit: str) -> Reading | None:
    """Return "two days before Christmas": the unit so many before or after a day."""
    if end.grain not in ("day", "weekday") or end.qualifier not in ("exact", "about"):
        return None
    reading = Reading(opening.start, end.end, None, None, "day", label=end.label)
    reading.reasons = end.reasons
    at = end.low if count < 0 else end.high
    if at is not None:
        stretch = calendar.around(calendar.shifted(at, unit, count), unit)
        if unit == "week" and abs(count) == 1:
            stretch = (
                calendar.shifted_days(at, min(7 * count, 1)),
                calendar.shifted_days(at, max(7 * count, -1)),
            )
        reading.low, reading.high = stretch
        reading.qualifier = "exact" if unit == "day" else "about"
        reading.grain = "day" if unit == "day" else unit
    return reading


def _apposition(dated: DatedText, first: Reading, second: Reading, gap: str) -> Reading | None:
    """Return "Dienstag, 2. September" or "today, Tuesday" as one date, by the written one."""
    words = dated.words
    fillers = words.sets["articles"] | words.sets["joints"]
    apart = gap.replace(",", " ").replace("(", " ")
    if not all(word in fillers for word in apart.lower().split()):
        return None
    if "(" in gap and dated.text[second.end : second.end + 1] != ")":
        return None
    both = first.grain == "range" and first.label != "" and second.qualifier == "range"
    if (first.grain == "weekday" or both) and second.grain == "day" and second.label == "":
        second.start = first.start
        second.end += "(" in gap
        _agree(first, second)
        return second
    if "," not in gap and {first.grain, second.grain} == {"week", "weekday"}:
        return _in_week(first, second)
    if first.low is None or first.low != second.low or first.high != second.high:
        return None
    if {first.grain, second.grain} == {"day", "weekday"}:
        first.end = second.end
        return first
    return None


def _in_week(first: Reading, second: Reading) -> Reading:
    """Return "vergangene Woche Donnerstag" or "Tuesday last week" as the day of that week."""
    week, day = (first, second) if first.grain == "week" else (second, first)
    if week.low is not None and day.low is not None:
        day.low = day.high = calendar.shifted_days(week.low, day.low.weekday())
        day.reasons = ()
    day.start, day.end = first.start, second.end
    return day


def _agree(weekday: Reading, day: Reading) -> None:
    """Give a date without year the nearest year in which it falls on the weekday before it."""
    if not day.yearless or day.low is None or weekday.low is None or day.low != day.high:
        return
    if abs((day.low - weekday.low).days) == 1:
        return  # a slip of the writer: this week's Saturday is the 25th
    wanted, month, number = weekday.low.weekday(), day.low.month, day.low.day
    for step in (0, -1, 1, -2, 2, -3, 3):
        found = calendar.day(day.low.year + step, month, number)
        if found is not None and found[0].weekday() == wanted:
            if step or day.reasons != (YEAR_INFERRED,):
                day.low = day.high = found[0]
                day.reasons = (BY_WEEKDAY,)
            return


def _range(dated: DatedText, first: Reading, second: Reading, gap: str) -> Reading | None:
    """Return the stretch from one date to the next, or None where no range word joins them."""
    words = dated.words
    link = [
        word
        for word in gap.lower().split()
        if word not in words.sets["articles"] and word not in words.sets["joints"]
    ] or words.sets["range.overnight"].intersection(gap.lower().split())
    if len(link) != 1:
        return None
    (joint,) = link
    opening = before(dated.text, first.start)
    if first.grain == "day" and words.has("articles", opening) and opening is not None:
        opening = before(dated.text, opening.start)  # "zwischen DEM 1. Mai und DEM 7. Juni"
    opened = words.has("range.open", opening)
    through = joint in words.sets["range.to"]
    if opened and first.grain in ("day", "weekday") and joint in words.sets["range.overnight"]:
        through = _adjoin(first, second)
    listed = joint == "/" or joint in words.sets["range.and"]
    if not (through or listed) or (first.grain != second.grain and not opened):
        return None
    if listed and not opened and first.grain != "month":
        return None
    if not ordered(first, second):
        return None
    if listed and not opened and not _adjoin(first, second):
        return None
    settle(dated, first, second)
    reading = Reading(first.start, second.end, first.low, second.high, "range", qualifier="range")
    reading.label = first.label or second.label
    both = first.reasons + second.reasons if second.yearless else second.reasons
    reading.reasons = tuple(dict.fromkeys(both))
    return reading


def _adjoin(first: Reading, second: Reading) -> bool:
    return first.high is not None and second.low == calendar.shifted_days(first.high, 1)
