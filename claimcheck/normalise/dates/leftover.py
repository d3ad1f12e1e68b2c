"""Hands date forms that the own readers leave over to dateparser: "08-Sep-2025".

Only a span that already looks like a date gets here, never running text; dateparser takes a
tenth of a second to load, so it is loaded for the first such span alone.
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from claimcheck.normalise.dates import calendar
from claimcheck.normalise.dates.datewords import Token
from claimcheck.normalise.dates.reading import DatedText, Reading, resolved

_BEFORE = re.compile(r"(?<![\w.,/-])\d{1,2}[-/]$")
_BEHIND = re.compile(r"\.?[-/](\d{4}|\d\d)(?![\w/-])")


def read_hyphenated(dated: DatedText, token: Token) -> Reading | None:
    """Read a day, month name and year joined by hyphens or slashes around a month name."""
    text = dated.text
    lead = _BEFORE.search(text, max(dated.done, token.start - 4), token.start)
    tail = _BEHIND.match(text, token.end)
    if lead is None or tail is None:
        return None
    start, end = lead.start(), tail.end()
    day = _parsed(re.sub(r"[-/.]+", " ", text[start:end]), dated.words.language)
    if day is None:
        return None
    reason = "century not written" if len(tail[1]) == 2 else None
    return resolved(start, end, (day, day), "day", reason)


@lru_cache(maxsize=256)
def _parsed(written: str, language: str) -> date | None:
    import dateparser

    settings = {"STRICT_PARSING": True, "DATE_ORDER": "DMY"}
    found = dateparser.parse(written, languages=[language], settings=settings)
    if found is None:
        return None
    low, _ = calendar.around(found.date(), "day")
    return low
