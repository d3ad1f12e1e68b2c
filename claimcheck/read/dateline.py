"""Infers when an article was published from what stands in it.

Two places give it away: a line at the top or foot ("Stand: 2. September 2025",
"Berlin, 2. September 2025 –"), and a promotion that names its day ("Neue Analyse vom
30. August"), if the article settles the year. A wrong date is worse than none, so
whatever is in doubt yields none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from itertools import islice

import msgspec

from claimcheck.lexicon import table
from claimcheck.segment.promotion import is_promotion

_LINE = re.compile(r"[^\r\n]+")
_DATE = re.compile(
    r"""(?<![\w.,/-])(?:
    (?P<iso>\d{4})-(?P<iso_month>\d\d)-(?P<iso_day>\d\d)
    | (?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>\d{4})
    | (?P<d>\d{1,2})(?:\.|st|nd|rd|th)?\s(?P<name>[^\W\d_]{3,12})\.?,?\s(?P<y>\d{4})
    | (?P<name2>[^\W\d_]{3,12})\.?\s(?P<d2>\d{1,2})(?:st|nd|rd|th)?,?\s(?P<y2>\d{4})
    )(?![\w-])""",
    re.VERBOSE,
)
_DAY_MONTH = re.compile(r"(?<!\w)(\d{1,2})(?:\.|st|nd|rd|th)?\s([^\W\d_]{3,12})(?!\w)")
_DIGITS = re.compile(r"[0-9]++")
_FOUR_DIGITS = re.compile(r"\d{4}")
_DAY = re.compile(r"(?<=[^\W\d_])\s(\d{1,2})(?:st|nd|rd|th)?(?![\w.]\d|\w)")
_LAST_WORD = re.compile(r"(?<!\w)[^\W\d_]{3,12}\Z")
_LONGEST_MONTH = 12
_YEAR = re.compile(r"(?<![\w.,/–-])(?:19|20)\d\d(?![\w/–-]|[.,]\d)")
_WORDS = re.compile(r"[^\W\d_]+")
_AFTER = re.compile(r"\s*(?:\Z|[-–—|:)•·]|,?\s*(?:um\s|at\s)?\d{1,2}[:.]\d\d\b|\()")
_PLACE = re.compile(r"(?:[A-ZÄÖÜ][^\W\d_]+[ /-]?){1,3}(?:\s?\([\w/ ]{2,12}\))?,?\s*")
_HEAD, _FOOT = 4, 2
_FIRST_SAFE_MONTH = 5
"""Before May, an article that names one year may well look back on the year before."""


class Inferred(msgspec.Struct, frozen=True):
    """A date of publication, and the offset of the words that it was read from."""

    when: date
    at: int


def infer(text: str, *, start: int, language: str) -> Inferred | None:
    """Return the date of publication that the text from `start` on gives, or None."""
    return _from_dateline(text, start, language) or _from_promotion(text, start, language)


def _from_dateline(text: str, start: int, language: str) -> Inferred | None:
    cues = frozenset(table(f"{language}/text")["dateline"]["published"])
    found = []
    for begin, line in _edges(text, start):
        if not _FOUR_DIGITS.search(line):
            continue
        for match in _DATE.finditer(line):
            when = _full(match, _months(language))
            if when and _is_dateline(line, match, cues):
                found.append(Inferred(when, begin + match.start()))
    return found[0] if len({item.when for item in found}) == 1 else None


def _edges(text: str, start: int) -> Iterator[tuple[int, str]]:
    """Yield offset and text of the first and last lines, the openings of long ones."""
    tail = max(start, len(text) - 600)
    lines = _LINE.finditer(text, start, start + 3000)
    head = islice((match for match in lines if match[0].strip()), _HEAD)
    foot = [match for match in _LINE.finditer(text, tail) if match[0].strip()]
    spans = {match.start(): match[0] for match in head}
    spans |= {
        match.start(): match[0] for match in foot[-_FOOT:] if text[match.start() - 1] in "\r\n"
    }
    for begin, line in sorted(spans.items()):
        yield begin, line[:200]


def _is_dateline(line: str, date_match: re.Match[str], cues: frozenset[str]) -> bool:
    """Tell whether a date in a line says when the article was published."""
    before = line[: date_match.start()]
    words = _WORDS.findall(before.lower())
    if words and (words[-1] in cues or " ".join(words[-2:]) in cues) and len(words) <= 6:
        return True
    opening = not before.strip(" (*_") or _PLACE.fullmatch(before.lstrip()) is not None
    return opening and _AFTER.match(line, date_match.end()) is not None


def _from_promotion(text: str, start: int, language: str) -> Inferred | None:
    """Return the day that all promotions agree on, in the one year that the text names."""
    on = frozenset(table(f"{language}/text")["dateline"]["on"])
    found: dict[tuple[int, int], int] = {}
    months = _months(language)
    for at, day, name in _days(text, start):
        month = months.get(name.lower())
        if not month:
            continue
        before = _WORDS.findall(text[max(start, at - 12) : at].lower())
        if before and before[-1] in on and _in_promotion(text, at, language):
            found.setdefault((month, day), at)
    if len(found) != 1:
        return None
    ((month, day), at) = next(iter(found.items()))
    year = _year(text, start, language)
    when = _date(year, month, day) if year and month >= _FIRST_SAFE_MONTH else None
    return Inferred(when, at) if when else None


def _days(text: str, start: int) -> Iterator[tuple[int, int, str]]:
    """Yield offset, day and word of what looks like a day and its month, in either order."""
    # Digits are quick to find; the patterns tried at every letter took six times as long.
    runs = [m.start() for m in _DIGITS.finditer(text, start) if m.end() - m.start() < 3]
    for match in filter(None, [_DAY_MONTH.match(text, at) for at in runs]):
        yield match.start(), int(match[1]), match[2]
    for match in filter(None, [_DAY.match(text, at - 1) for at in runs if at > start]):
        word = _LAST_WORD.search(
            text[max(start, match.start() - _LONGEST_MONTH - 1) : match.start()]
        )
        if word:
            yield match.start() - len(word[0]), int(match[1]), word[0]


def _in_promotion(text: str, at: int, language: str) -> bool:
    begin = (
        max(text.rfind("\n", max(0, at - 2000), at), text.rfind("\r", max(0, at - 2000), at)) + 1
    )
    line = _LINE.match(text, begin, begin + 4000)
    return line is not None and is_promotion(line[0], language)


def _year(text: str, start: int, language: str) -> int | None:
    """Return the one year that the text names, if a word before it makes it the topic."""
    cues = frozenset(table(f"{language}/text")["dateline"]["year"])
    years: dict[int, bool] = {}
    for match in _YEAR.finditer(text, start):
        before = _WORDS.findall(text[max(start, match.start() - 24) : match.start()].lower())
        topic = bool(before) and (before[-1] in cues or before[-1] in _months(language))
        years[int(match[0])] = years.get(int(match[0]), False) or topic
    return next(iter(years)) if len(years) == 1 and all(years.values()) else None


def _full(match: re.Match[str], months: Mapping[str, int]) -> date | None:
    """Return the date of a match of `_DATE`; None where the calendar has no such day."""
    if match["iso"]:
        return _date(int(match["iso"]), int(match["iso_month"]), int(match["iso_day"]))
    if match["year"]:
        return _date(int(match["year"]), int(match["month"]), int(match["day"]))
    name, number = match["name"] or match["name2"], match["d"] or match["d2"]
    month = months.get(name.lower(), 0)
    return _date(int(match["y"] or match["y2"]), month, int(number)) if month else None


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if 1900 <= year < 2100 else None
    except ValueError:
        return None


@cache
def _months(language: str) -> Mapping[str, int]:
    """Return the numbers of the months by name, long and short, in lower case."""
    names = table(f"{language}/cldr_dates")["months"]
    return {
        name.lower().rstrip("."): number
        for width in ("long", "short")
        for name, number in names[width].items()
    }
