"""Reads weekdays: "on Tuesday night", "vergangenen Montag", "Friday the 15th"."""

from __future__ import annotations

from datetime import date

from claimcheck.normalise.dates import calendar
from claimcheck.normalise.dates.datewords import Token, after, before
from claimcheck.normalise.dates.days import day_starting
from claimcheck.normalise.dates.leaning import has_beside, leaning
from claimcheck.normalise.dates.numbered import ordinal
from claimcheck.normalise.dates.portion import Portion
from claimcheck.normalise.dates.reading import (
    AHEAD,
    BY_WEEKDAY,
    FUTURE_TENSE,
    MAYBE_LATER,
    Place,
    Reading,
    is_planned,
    resolved,
    unresolved,
)
from claimcheck.normalise.dates.senses import Sense

_MORE_DAYS_BACK = {"next": (-7, -7), "previous": (0, 7), "earlier": (7, 14), "later": (-14, -14)}
"""How many more days back an adjective means, and where today is that weekday."""


def read_weekday(place: Place, sense: Sense, token: Token) -> Reading | None:
    """Read a weekday: the last one up to the publication, or as an adjective shifts it."""
    text, words, weekday = place.text, place.words, int(sense.value)
    start, end = token.start, token.end
    following = after(text, end)
    if words.has("dayparts.words", following) and following is not None:
        end = following.end
    previous = before(text, start)
    if words.has("dayparts.before", previous) and previous is not None:
        start = previous.start
        previous = before(text, start)
    if words.has("titles", previous):
        return None
    shift = None
    if previous is not None and previous.start >= place.done:
        shift = words.adjectives.get(previous.low)
        if shift is not None:
            start = previous.start
    numbered_day = _numbered_weekday(place, start, end, weekday)
    if numbered_day is not None:
        return numbered_day
    index = ordinal(place, previous) if previous is not None and not shift else None
    if index is not None and index[0] >= place.done:
        reading = Reading(index[0], end, None, None, "pending")
        reading.portion = Portion("weekday", index[1], index[1], weekday)
        return reading
    following = after(text, end)
    if words.adjectives_follow and following is not None and following.low in words.adjectives:
        shift, end = words.adjectives[following.low], following.end
    if shift is None and (turned := turned_end(place, end)) is not None:
        shift, end = "earlier", turned
    on = _week_on(place, following) if shift is None else None
    today = place.published
    if today is None:
        return unresolved(start, on or end, "weekday")
    if on is not None:
        back, reason, end = ((today.weekday() - weekday) % 7 or 7) - 14, None, on
    else:
        back, reason = _days_back(place, today, start, end, weekday, shift)
        if shift == "next" and words.has("unsure_next", previous) and today.weekday() < weekday:
            reason = MAYBE_LATER
    day = calendar.shifted_days(today, -back)
    reading = resolved(start, end, (day, day), "weekday", reason, "relative_date")
    if shift == "previous":
        reading.portion = Portion("weekday", -1, -1, weekday)
    return reading


def _days_back(
    place: Place, today: date, start: int, end: int, weekday: int, shift: str | None
) -> tuple[int, str | None]:
    """Return how many days ago a weekday was, negative where it is to come, and what says so."""
    back = (today.weekday() - weekday) % 7
    if shift not in (None, "current"):
        return back + _MORE_DAYS_BACK.get(shift, (0, 0))[back == 0], None
    if back and _lies_ahead(place, start, end):
        return back - 7, FUTURE_TENSE
    if shift == "current" and weekday > today.weekday() and leaning(place, start, end) != "past":
        return back - 7, AHEAD  # "this Friday" is that of the running week
    return back, None


def _week_on(place: Place, week: Token | None) -> int | None:
    """Return where "week" behind a weekday ends, which is a week after the coming one."""
    if week is None or week.text != week.low or not place.words.has("week_on", week):
        return None
    behind = place.text[week.end : week.end + 2]
    return None if behind[:1] in ("-", "'", "’") or behind[1:].isdecimal() else week.end


def turned_end(place: Place, end: int) -> int | None:
    """Return where "before last" behind a weekday ends."""
    link = after(place.text, end)
    if link is None or place.words.bounds.get(link.low) != "before":
        return None
    last = after(place.text, link.end)
    if last is None or place.words.adjectives.get(last.low) != "previous":
        return None
    behind = after(place.text, last.end)
    named = behind is not None and (behind.low in place.words.senses or behind.text.isdecimal())
    return None if named else last.end


def _lies_ahead(place: Place, start: int, end: int) -> bool:
    """Say whether the clause looks ahead to a weekday."""
    if is_planned(place, start, end):
        return True
    said = leaning(place, start, end)
    meant = place.words.has("meant_for", before(place.text, start))
    return said == "future" or (meant and has_beside(place, start, end, "meant_words"))


def _numbered_weekday(place: Place, start: int, end: int, weekday: int) -> Reading | None:
    """Read "Friday the 15th": the nearest such Friday."""
    article = after(place.text, end)
    if not place.words.bare_days or not place.words.has("articles", article) or article is None:
        return None
    day = after(place.text, article.end)
    found = day_starting(place, article.end)
    if day is None or found is None or found[1] != day.end + 2:
        return None
    link = after(place.text, found[1])
    if place.words.has("articles", link) or (link is not None and link.low in place.words.months):
        return None
    if place.published is None:
        return unresolved(start, found[1], "day")
    for away in range(400):
        for at in (-away, away):
            near = calendar.shifted_days(place.published, at)
            if near.weekday() == weekday and near.day == found[0]:
                return resolved(start, found[1], (near, near), "day", BY_WEEKDAY, "relative_date")
    return None
