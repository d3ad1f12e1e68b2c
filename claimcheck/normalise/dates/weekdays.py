"""Reads weekdays: "on Tuesday night", "vergangenen Montag", "Friday the 15th"."""

from __future__ import annotations

from datetime import date

from claimcheck.normalise.dates import calendar
from claimcheck.normalise.dates.datewords import Token, after, before
from claimcheck.normalise.dates.days import ENDS, day_starting
from claimcheck.normalise.dates.leaning import has_beside, leaning
from claimcheck.normalise.dates.numbered import ordinal
from claimcheck.normalise.dates.portion import Portion
from claimcheck.normalise.dates.reading import (
    AHEAD,
    BY_WEEKDAY,
    FUTURE_TENSE,
    MAYBE_LATER,
    DatedText,
    Reading,
    is_planned,
    resolved,
    unresolved,
)
from claimcheck.normalise.dates.senses import Sense

_MORE_DAYS_BACK = {"next": (-7, -7), "previous": (0, 7), "earlier": (7, 14), "later": (-14, -14)}
"""How many more days back an adjective means, and where today is that weekday."""


_TURNED = {"before": ("earlier", "previous"), "after": ("later", "next")}


def read_weekday(dated: DatedText, sense: Sense, token: Token) -> Reading | None:
    """Read a weekday: the last one up to the publication, or as an adjective shifts it."""
    text, words, weekday = dated.text, dated.words, int(sense.value)
    start, end = token.start, token.end
    following = after(text, end)
    if words.has("dayparts.words", following) and following is not None:
        end = following.end
    previous = before(text, start)
    if words.has("dayparts.before", previous) and previous is not None:
        start = previous.start
        previous = before(text, start)
    if words.has("titles", previous) or _is_told_again(dated, previous):
        return None
    shift = None
    if previous is not None and previous.start >= dated.done:
        shift = words.adjectives.get(previous.low)
        if shift is not None:
            start = previous.start
    numbered_day = _numbered_weekday(dated, start, end, weekday)
    if numbered_day is not None:
        return numbered_day
    index = ordinal(dated, previous) if previous is not None and not shift else None
    if index is not None and index[0] >= dated.done:
        if words.has("titles", before(text, index[0])):
            return None  # "every second Tuesday of the month"
        reading = Reading(index[0], end, None, None, "pending")
        reading.portion = Portion("weekday", index[1], index[1], weekday)
        return reading
    following = after(text, end)
    if words.adjectives_follow and following is not None and following.low in words.adjectives:
        shift, end = words.adjectives[following.low], following.end
    if shift is None and (turned := turned_end(dated, end)) is not None:
        shift, end = turned
    on = _week_on(dated, following) if shift is None else None
    today = dated.published
    if today is None:
        return unresolved(start, on or end, "weekday")
    if on is not None:
        back, reason, end = ((today.weekday() - weekday) % 7 or 7) - 14, None, on
    else:
        back, reason = _days_back(dated, today, start, end, weekday, shift)
        if shift == "next" and words.has("unsure_next", previous) and today.weekday() < weekday:
            reason = MAYBE_LATER
    day = calendar.shifted_days(today, -back)
    reading = resolved(start, end, (day, day), "weekday", reason, "relative_date")
    if shift == "previous":
        reading.portion = Portion("weekday", -1, -1, weekday)
    return reading


def _is_told_again(dated: DatedText, adjective: Token | None) -> bool:
    """Say whether "a wet Saturday" only says what a day right before it was like."""
    last = dated.readings[-1] if dated.readings else None
    if adjective is None or last is None or last.grain != "day" or not adjective.text.islower():
        return False
    article = before(dated.text, adjective.start)
    if article is None or not dated.words.has("titles", article):
        return False
    return dated.text[last.end : article.start].strip() == ","


def _days_back(
    dated: DatedText, today: date, start: int, end: int, weekday: int, shift: str | None
) -> tuple[int, str | None]:
    """Return how many days ago a weekday was, negative where it is to come, and what says so."""
    back = (today.weekday() - weekday) % 7
    if shift not in (None, "current"):
        return back + _MORE_DAYS_BACK.get(shift, (0, 0))[back == 0], None
    if back and _lies_ahead(dated, start, end):
        return back - 7, FUTURE_TENSE
    if shift == "current" and weekday > today.weekday() and leaning(dated, start, end) != "past":
        return back - 7, AHEAD  # "this Friday" is that of the running week
    return back, None


def _week_on(dated: DatedText, week: Token | None) -> int | None:
    """Return where "week" behind a weekday ends, which is a week after the coming one."""
    if week is None or week.text != week.low or not dated.words.has("week_on", week):
        return None
    behind = dated.text[week.end : week.end + 2]
    return None if behind[:1] in ("-", "'", "’") or behind[1:].isdecimal() else week.end


def turned_end(dated: DatedText, end: int) -> tuple[str, int] | None:
    """Return the shift of "before last" or "after next" behind a weekday, and where it ends."""
    link = after(dated.text, end)
    bound = dated.words.bounds.get(link.low, "") if link is not None else ""
    shift, wanted = _TURNED.get(bound, ("", ""))
    last = after(dated.text, link.end) if link is not None and shift else None
    if last is None or dated.words.adjectives.get(last.low) != wanted:
        return None
    behind = after(dated.text, last.end)
    named = behind is not None and (behind.low in dated.words.senses or behind.text.isdecimal())
    return None if named else (shift, last.end)


def _lies_ahead(dated: DatedText, start: int, end: int) -> bool:
    """Say whether the clause looks ahead to a weekday."""
    if is_planned(dated, start, end):
        return True
    said = leaning(dated, start, end)
    meant = dated.words.has("meant_for", before(dated.text, start))
    return said == "future" or (meant and has_beside(dated, start, end, "meant_words"))


def _numbered_weekday(dated: DatedText, start: int, end: int, weekday: int) -> Reading | None:
    """Read "Friday the 15th": the nearest such Friday."""
    article = after(dated.text, end)
    if article is not None and article.text == "," and not dated.words.bare_days:
        article = after(dated.text, article.end)  # "am Montag, dem 14."
    if not dated.words.has("articles", article) or article is None:
        return None
    day = after(dated.text, article.end)
    found = day_starting(dated, article.end)
    if (named := _named(dated, day)) is not None:
        found = named
    elif day is None or found is None or found[1] != day.end + 2:
        return None
    link = after(dated.text, found[1])
    if dated.words.has("articles", link) or (link is not None and link.low in dated.words.months):
        return None
    if dated.published is None:
        return unresolved(start, found[1], "day")
    for away in range(400):
        for at in (-away, away):
            near = calendar.shifted_days(dated.published, at)
            if near.weekday() == weekday and near.day == found[0]:
                return resolved(start, found[1], (near, near), "day", BY_WEEKDAY, "relative_date")
    return None


def _named(dated: DatedText, day: Token | None) -> tuple[int, int] | None:
    """Return number and end of a day in words, "eleventh", or before a dot, "14."."""
    if day is None:
        return None
    dot = after(dated.text, day.end)
    dotted = dated.words.has("ordinal_marks", dot) and dot is not None and dot.start == day.end
    if dotted and dot is not None and day.text.isdecimal() and not dated.words.bare_days:
        noun = after(dated.text, dot.end)
        named = noun is not None and noun.text[0].isupper() and noun.low not in dated.words.months
        goes_on = named or (noun is not None and noun.text.isdecimal())
        return (int(day.text), dot.end) if 0 < int(day.text) < 32 and not goes_on else None
    number = dated.words.ordinals.get(day.low, 0)
    ends = dot is None or dot.text in ENDS
    return (number, day.end) if ends and 2 < number < 32 else None
