"""What the date readers share: the reading in the making, years behind a date, tense."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import Literal

import msgspec

from claimcheck.model import Qualifier, Skip, TextSpan
from claimcheck.normalise.dates import calendar
from claimcheck.normalise.dates.datewords import NEAR, DateWords, Token, after, before
from claimcheck.normalise.dates.portion import Portion
from claimcheck.normalise.dates.yearwords import year_in_words

NO_DATE = "publication date unknown"
NO_SUCH_DAY = "no such day"
YEAR_INFERRED = "year from publication date"
FROM_BEFORE = "counted from the date before"
PAST_TENSE = "past tense"
FUTURE_TENSE = "future tense"
NO_START = "start of the fiscal year unknown"
CENTURY = "century not written"
AHEAD = "counted ahead"
MAYBE_LATER = "may be a week later"
NO_LENGTH = "length of the period unknown"
BY_WEEKDAY = "year by the weekday"
BY_NEXT = "year of the date behind it"

SHIFTS = {
    "earlier": -2, "previous": -1, "preceding": -1, "current": 0, "same": 0,
    "next": 1, "following": 1, "later": 2,
}  # fmt: skip
"""How many units an adjective goes back or ahead."""

Grain = Literal[
    "day", "weekday", "weekend", "week", "month", "quarter", "half", "season", "year",
    "years", "decade", "century", "window", "range", "pending", "mirror", "hour", "fortnight",
    "period",
]  # fmt: skip
_WORD = re.compile(r"[^\W\d_]+")
_STOP = re.compile(r"[.!?:][\s”“\"]+(?=\S|$)|\n")
_REACH = 150
_LATEST, _AHEAD = 2025, 25
APOSTROPHES = ("'", "’")


class Reading(msgspec.Struct):
    """A date while it is being read; `low` and `high` None where nothing resolves it.

    `grain` is what was named. A `pending` reading only counts once a date follows it:
    "the week to" 12 March. `yearless` marks a day or month whose year was not written.
    `length` counts units up to a date or away from one, on from it where `counts_on`;
    `portion` is taken from a longer date that follows; a `mirror` is the period that the
    text gave before, a year earlier. `calendar_days` are the days that a `yearless` reading
    names, in any year, where nothing tells the year.
    """

    start: int
    end: int
    low: date | None
    high: date | None
    grain: str
    value: str | None = None
    qualifier: Qualifier = "exact"
    label: str = ""
    reasons: tuple[str, ...] = ()
    yearless: bool = False
    calendar_days: calendar.Stretch | None = None
    length: tuple[int, str] | None = None
    counts_on: bool = False
    portion: Portion | None = None


class Time(msgspec.Struct):
    """A clock time as written: `minute` counts from midnight.

    `whole` where no minutes are written; `either` where it may stand for either half of the
    day; `zone` is its offset ("Z", "+02:00"), "" where it is named and has no fixed one.
    """

    start: int
    end: int
    minute: int
    whole: bool
    either: bool = False
    zone: str = "local"


class DatedText(msgspec.Struct):
    """The text being read and all that resolves its dates."""

    text: str
    words: DateWords
    published: date | None
    fiscal_start: int
    done: int = 0
    """Everything before this offset belongs to an earlier date."""
    readings: list[Reading] = []
    skips: list[Skip] = []
    times: list[Time] = []
    sport: bool | None = None

    def is_sport(self) -> bool:
        """Say whether the text reports a game, whose quarters are no quarters of a year."""
        if self.sport is None:
            found = _WORD.findall(self.text.lower())
            self.sport = not self.words.sets["sport_words"].isdisjoint(found)
        return self.sport

    def has_near(self, group: str, start: int, end: int) -> bool:
        """Say whether the sentence around a date holds a word of a group."""
        left, right = sentence(self.text, start, end)
        near = _WORD.findall((left + " " + right).lower())
        return not self.words.sets[group].isdisjoint(near)

    def skip(self, start: int, end: int, reason: str) -> None:
        """Note a stretch that is no date and read on behind it."""
        self.skips.append(
            Skip(span=TextSpan(start, end), quote=self.text[start:end], reason=reason)
        )
        self.done = end

    def anchor(self, at: int, grains: tuple[str, ...], written: bool = True) -> date | None:
        """Return the first day of the last date of one of the grains, if it is close before.

        `written` asks for a date in the same sentence, not relative to the publication.
        """
        for reading in reversed(self.readings[-4:]):
            if at - reading.end > (_REACH if written else 4 * _REACH):
                break
            if reading.grain in grains and reading.low:
                if written and (reading.label or ". " in self.text[reading.end : at]):
                    continue
                return reading.low
        return None


def resolved(
    start: int,
    end: int,
    stretch: calendar.Stretch,
    grain: Grain,
    reason: str | None = None,
    label: str = "",
) -> Reading:
    """Return a reading with its first and last day."""
    reasons = (reason,) if reason else ()
    return Reading(start, end, *stretch, grain, label=label, reasons=reasons)


def unresolved(start: int, end: int, grain: Grain) -> Reading:
    """Return a reading that only a publication date could resolve."""
    return Reading(start, end, None, None, grain, label="relative_date", reasons=(NO_DATE,))


def tense(dated: DatedText, start: int, end: int) -> str:
    """Return "past" or "future" where the words of the sentence say so alone, else ""."""
    left, right = sentence(dated.text, start, end)
    near = {word.lower() for word in _WORD.findall(left + " " + right)}
    past = not near.isdisjoint(dated.words.sets["past_words"])
    future = not near.isdisjoint(dated.words.sets["future_words"])
    if not past and not future:
        endings = dated.words.past_endings
        past = any(len(word) > 4 and word.endswith(endings) for word in near)
    return "" if past == future else "past" if past else "future"


def is_planned(dated: DatedText, start: int, end: int, reach: int = 4) -> bool:
    """Say whether "soll", "planned for" beside a date and the tense put it into the future.

    `reach` counts the words before the date that are beside it.
    """
    words = dated.words
    left, right = sentence(dated.text, start, end)
    behind = right.lower().split(None, 1)[:1]
    beside = left.lower().split()[-reach:] + behind
    modal = not words.sets["modal_words"].isdisjoint(beside)
    plan = not words.sets["plan_words"].isdisjoint(beside)
    if not (modal or plan) or not words.sets["bounds.since"].isdisjoint(beside):
        return False
    if not words.sets["past_words"].isdisjoint(behind):
        return False  # "Die Bahn will pünktlicher werden, im Juli waren es 56 Prozent"
    said = tense(dated, start, end)
    return (modal and said == "") or (plan and said == "future")


def bound_before(dated: DatedText, start: int) -> str:
    """Return which bound stands before a date, articles and "Ende" between them, or ""."""
    words = dated.words
    token = before(dated.text, start)
    for _ in range(3):
        if token is None or token.low in words.bounds:
            break
        if token.low not in words.parts and not words.has("articles", token):
            return ""
        token = before(dated.text, token.start)
    return words.bounds.get(token.low, "") if token is not None else ""


@lru_cache(maxsize=NEAR)
def sentence(text: str, start: int, end: int, reach: int = 90) -> tuple[str, str]:
    """Return what stands before and after a date in its sentence, up to `reach` characters each."""
    left = _STOP.split(text[max(0, start - reach) : start])[-1]
    right = _STOP.split(text[end : end + reach], maxsplit=1)[0]
    return left, right


def is_year(token: Token | None) -> bool:
    """Say whether a token is four digits from 1500 to 2100."""
    return token is not None and len(token.text) == 4 and "1500" <= token.text <= "2100"


def skips_era(dated: DatedText, start: int, end: int) -> bool:
    """Pass over a year or century before Christ: "1200 v. Chr."; say whether it was one."""
    words = dated.words
    token = after(dated.text, end)
    if not words.has("era.opens", token):
        return False
    for _ in range(3):
        if token is None or words.has("era.closes", token):
            break
        token = after(dated.text, token.end)
    if token is None or not words.has("era.closes", token):
        return False
    dated.skip(start, token.end, "year of an era")
    return True


class Year(msgspec.Struct, frozen=True):
    """A year behind a date: its number (None without), end, reason if inferred.

    `fiscal` where a word says so, `run` where it is the second of two ("2024/25").
    """

    number: int | None
    end: int
    reason: str | None = None
    fiscal: bool = False
    run: bool = False


def following_year(dated: DatedText, at: int) -> Year:
    """Return the year that follows a day, month or period: "2025", "of last year", ", 2005"."""
    text, words = dated.text, dated.words
    none = Year(None, at)
    token = after(text, at)
    if token is not None and token.text in (",", "/", "'", "’"):
        sign, token = token.text, after(text, token.end)
        if token is not None and sign == "," and token.text in APOSTROPHES:
            sign, token = token.text, after(text, token.end)  # "Sept. 3, '24"
        if token is not None and sign != "," and len(token.text) == 2 and token.text.isdecimal():
            glued = text[token.start - 1] == sign and not text[token.end : token.end + 1].isalnum()
            return Year(full_year(dated, token), token.end, CENTURY) if glued else none
        if not is_year(token):
            return _worded_year(dated, token) or none
    if token is not None and token.start == at and len(token.text) == 2 and token.text.isdecimal():
        return Year(full_year(dated, token), token.end, CENTURY)
    fiscal = False
    for _ in range(4):
        if token is None:
            return none
        if token.low in words.sets["codes.fiscal"]:
            fiscal = True
        elif not (words.has("articles", token) or words.has("joints", token)):
            break
        token = after(text, token.end)
    if token is None:
        return none
    if token.text in APOSTROPHES and token.start > at + 1:
        short = following_year(dated, token.start)  # "the summer of '69"
        return short if short.number is not None else none
    if token.text.isdecimal():
        return _written_year(dated, token, fiscal) or none
    return _relative_year(dated, token) or _worded_year(dated, token) or none


def _worded_year(dated: DatedText, token: Token | None) -> Year | None:
    """Return the year that is written in words: "February, two thousand and fourteen"."""
    found = year_in_words(dated.text, dated.words, token) if token is not None else None
    return Year(*found) if found else None


def full_year(dated: DatedText, token: Token) -> int:
    """Return the year of two digits: of this century up to a few years ahead."""
    number = 2000 + int(token.text)
    latest = (dated.published.year if dated.published else _LATEST) + _AHEAD
    return number - 100 if number > latest else number


def _written_year(dated: DatedText, token: Token, fiscal: bool) -> Year | None:
    text = dated.text
    right = text[token.end : token.end + 3]
    if fiscal and len(token.text) == 2 and not right[:1].isalnum():
        return Year(2000 + int(token.text), token.end, None, True)
    if not is_year(token) or (right[:1] in (",", ".") and right[1:2].isdecimal()):
        return None
    if right[:1] in ("/", "-", "–") and right[1:].isdecimal():
        number = int(token.text)
        if int(right[1:]) == (number + 1) % 100 and not text[token.end + 3 :][:1].isdecimal():
            return Year(number + 1, token.end + 3, None, fiscal, True)
    elif right[:1].isalpha():
        return None
    return Year(int(token.text), token.end, None, fiscal)


def _relative_year(dated: DatedText, token: Token) -> Year | None:
    text, words = dated.text, dated.words
    if dated.published is None:
        return None
    sense = words.senses.get(token.low)
    if sense is not None and sense.kind == "whole" and sense.value == "year":
        return Year(dated.published.year + int(sense.detail["shift"]), token.end, YEAR_INFERRED)
    shift = {"previous": -1, "current": 0, "next": 1}.get(words.adjectives.get(token.low, ""))
    unit = after(text, token.end)
    if shift is None or unit is None or words.units.get(unit.low) != "year":
        return None
    fiscal = unit.low in words.sets["codes.fiscal"]
    return Year(dated.published.year + shift, unit.end, YEAR_INFERRED, fiscal)
