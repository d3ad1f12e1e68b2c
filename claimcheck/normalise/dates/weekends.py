"""Makes a weekend and the days that name it one: "the weekend of June 7-8"."""

from __future__ import annotations

from datetime import date

from claimcheck.normalise.dates import calendar
from claimcheck.normalise.dates.reading import BY_WEEKDAY, DatedText, Reading

_FRIDAY, _SATURDAY = 4, 5
_FILLERS = ("articles", "joints", "genitives", "range.open")
_YEARS = (0, -1, 1, -2, 2, -3, 3)
"""Years from the likeliest one in which the days may be a weekend."""


def weekend_of(dated: DatedText, weekend: Reading, days: Reading, gap: str) -> Reading | None:
    """Return "am Wochenende (7./8. Juni)", "the weekend of June 7" as the days of the weekend."""
    if weekend.grain != "weekend" or days.grain != "day" or days.label:
        return None
    sets = dated.words.sets
    fillers = gap.replace(",", " ").replace("(", " ").lower().split()
    if not all(any(word in sets[group] for group in _FILLERS) for word in fillers):
        return None
    closed = dated.text[days.end : days.end + 1] == ")"
    if "(" in gap and not closed:
        return None
    if days.low is not None and days.high is not None and not _settled(days, days.low, days.high):
        return None
    days.start, days.end = weekend.start, days.end + ("(" in gap)
    days.grain = "weekend"
    return days


def _settled(days: Reading, low: date, high: date) -> bool:
    """Give the days the year in which they are a weekend; say whether there is one."""
    single = low == high
    for step in _YEARS if days.yearless else (0,):
        first = calendar.day(low.year + step, low.month, low.day)
        last = calendar.day(high.year + step, high.month, high.day)
        if first is None or last is None:
            continue
        at = first[0].weekday()
        if at < (_SATURDAY if single else _FRIDAY) or (at == 6 and not single):
            continue
        if step:
            days.reasons = (BY_WEEKDAY,)
        days.low, days.high = (
            calendar.around(first[0], "weekend") if single else (first[0], last[0])
        )
        return True
    return False
