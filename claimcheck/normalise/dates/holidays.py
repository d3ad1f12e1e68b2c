"""Reads holidays and stretches up to the publication: "Ostern", "Labor Day", "year to date"."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import Any

from claimcheck.normalise.dates import calendar
from claimcheck.normalise.dates.datewords import Token, after, before
from claimcheck.normalise.dates.days import picked
from claimcheck.normalise.dates.numbered import ordinal
from claimcheck.normalise.dates.reading import (
    NO_DATE,
    DatedText,
    Reading,
    following_year,
    resolved,
    unresolved,
)


def read_phrase(dated: DatedText, token: Token) -> Reading | None:
    """Return the holiday, or the stretch up to the publication, that opens with a token."""
    text = dated.text
    for phrase, rule in dated.words.phrases[token.low]:
        end = token.start + len(phrase)
        written = text[token.start : end]
        if written.lower().replace("’", "'") != phrase or text[end : end + 1].isalnum():
            continue
        if "to_date" in rule:
            return _to_date(dated, token.start, end, rule["to_date"])
        if written[0].islower() or text[end : end + 1] == "-":
            return None
        return _holiday(dated, token.start, end, rule)
    return None


def _to_date(dated: DatedText, start: int, end: int, unit: str) -> Reading:
    if dated.published is None:
        return unresolved(start, end, "window")
    low, _ = calendar.around(dated.published, unit)
    reading = resolved(start, end, (low, dated.published), "window", None, "relative_date")
    reading.qualifier = "range"
    return reading


def _holiday(dated: DatedText, start: int, end: int, rule: Mapping[str, Any]) -> Reading | None:
    words = dated.words
    year = following_year(dated, end)
    if rule.get("numbered"):
        mark = before(dated.text, start)
        index = ordinal(dated, mark) if mark is not None else None
        name, step, most = ("advent", 7, 4) if "advent" in rule else ("day", 1, 2)
        if index is None or index[1] > most:
            return None
        start, rule = index[0], {**rule, name: rule[name] + (index[1] - 1) * step}
    key = tuple(sorted(rule.items()))
    if year.number is not None:
        stretch = _stretch(year.number - year.run, key)
        return resolved(start, year.end, stretch, "day", year.reason) if stretch else None
    previous = before(dated.text, start)
    shift = words.adjectives.get(previous.low) if previous is not None else None
    if previous is None or previous.start < dated.done:
        shift = None
    if shift is None and not _introduced(dated, previous, end):
        return None
    if shift is not None and previous is not None:
        start = previous.start
    at = dated.published
    if at is None:
        reading = Reading(start, end, None, None, "day")
        reading.reasons = (NO_DATE,)
    else:
        numbers = range(at.year - 1, at.year + 2)
        options = [option for number in numbers if (option := _stretch(number, key))]
        stretch, reasons = picked(dated, start, end, options, shift)
        reading = resolved(start, end, stretch, "day")
        reading.reasons = reasons
    reading.label = "relative_date" if shift else ""
    return reading


def _introduced(dated: DatedText, previous: Token | None, end: int) -> bool:
    """Say whether the words around a holiday show the day, not an "Easter egg"."""
    words = dated.words
    lead = previous
    if lead is not None and words.has("articles", lead):
        lead = before(dated.text, lead.start)
    known = (
        previous is None
        or previous.text in ".!?:,"
        or words.has("before_holidays", previous)
        or words.has("before_holidays", lead)
        or previous.low in words.parts
    )
    following = after(dated.text, end)
    opening = previous is None or previous.text in ".!?:,"
    if opening and following is not None and following.text[0].isupper():
        return False
    if not known or words.nouns_capitalised or following is None:
        return known
    return not following.text[0].isalpha() or words.has("after_years", following)


@lru_cache(maxsize=1024)
def _stretch(year: int, key: tuple[tuple[str, Any], ...]) -> calendar.Stretch | None:
    """Return the days of a holiday in a year; the keys are explained in `data/de/dates.toml`."""
    rule = dict(key)
    if "easter" in rule:
        from dateutil.easter import easter

        low = calendar.shifted_days(easter(year), int(rule["easter"]))
    elif "advent" in rule:
        fourth = date(year, 12, 24)
        first_sunday = calendar.shifted_days(fourth, -((fourth.weekday() + 1) % 7) - 21)
        low = calendar.shifted_days(first_sunday, int(rule["advent"]))
    elif "weekday" in rule:
        first, last = calendar.months(year, int(rule["month"]))
        nth, weekday = int(rule["nth"]), int(rule["weekday"])
        if nth > 0:
            low = calendar.shifted_days(first, (weekday - first.weekday()) % 7 + 7 * (nth - 1))
        else:
            low = calendar.shifted_days(last, -((last.weekday() - weekday) % 7))
        low = calendar.shifted_days(low, int(rule.get("plus", 0)))
    else:
        day = calendar.day(year, int(rule["month"]), int(rule["day"]))
        if day is None:
            return None
        low = day[0]
    return low, calendar.shifted_days(low, int(rule.get("days", 1)) - 1)
