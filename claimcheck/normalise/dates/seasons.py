"""Reads seasons and terms: "im Sommer 2025", "last winter", "Wintersemester 2024/25"."""

from __future__ import annotations

from claimcheck.normalise.dates import calendar
from claimcheck.normalise.dates.datewords import Token, after, before
from claimcheck.normalise.dates.reading import (
    SHIFTS,
    YEAR_INFERRED,
    DatedText,
    Reading,
    bound_before,
    following_year,
    resolved,
    tense,
    unresolved,
)
from claimcheck.normalise.dates.senses import Sense


def read_season(dated: DatedText, sense: Sense, token: Token) -> Reading | None:
    """Read a season or term with a year behind it, or an adjective, "im", "seit" before it."""
    words = dated.words
    year = following_year(dated, token.end)
    first, count = sense.value
    if year.number is not None:
        number = year.number - year.run
        stretch = calendar.months(number, first, count)
        reading = resolved(token.start, year.end, stretch, "season", year.reason)
        reading.qualifier = "about"
        return reading
    previous = before(dated.text, token.start)
    if previous is None or previous.start < dated.done:
        return None
    shift = words.adjectives.get(previous.low)
    if shift not in SHIFTS and not _is_season(dated, previous, token):
        return None
    if token.low in words.sets["weak_seasons"] and words.has(
        "joints", after(dated.text, token.end)
    ):
        return None
    start = previous.start if shift is not None else token.start
    if dated.published is None:
        return unresolved(start, token.end, "season")
    at = dated.published
    options = [calendar.months(of, first, count) for of in range(at.year - 2, at.year + 3)]
    step = SHIFTS[shift or "current"]
    said = tense(dated, start, token.end) if shift is None else ""
    if step < 0:
        stretch = [option for option in options if option[1] < at][step]
    elif step > 0:
        stretch = [option for option in options if option[0] > at][step - 1]
    elif shift is None and bound_before(dated, start) == "until":
        stretch = next(option for option in options if option[1] >= at)
    elif said == "past" or (shift is None and bound_before(dated, start) == "since"):
        stretch = [option for option in options if option[0] <= at][-1]
    elif said == "future":
        stretch = next(option for option in options if option[1] >= at)
    elif shift == "current" and (own := [o for o in options if o[0].year == o[1].year == at.year]):
        stretch = own[0]
    else:
        stretch = calendar.nearest(options, at)
    reason = YEAR_INFERRED if shift is None else None
    reading = resolved(start, token.end, stretch, "season", reason, "relative_date")
    reading.qualifier = "about"
    return reading


def _is_season(dated: DatedText, previous: Token, token: Token) -> bool:
    """Say whether a bare season is one of a year: a bound or the tense must say so."""
    words = dated.words
    if token.low in words.sets["weak_seasons"]:
        return False
    lead: Token | None = previous
    if words.has("joints", lead) and previous.low not in words.bounds:
        lead = before(dated.text, previous.start)  # "spätestens im Herbst"
    while lead is not None and words.has("articles", lead) and lead.low not in words.bounds:
        lead = before(dated.text, lead.start)
    if lead is not None and words.bounds.get(lead.low) in ("since", "until", "starting"):
        return True
    led = any(words.has("before_seasons", word) for word in (previous, lead))
    if not led:
        return False
    return tense(dated, token.start, token.end) != ""
