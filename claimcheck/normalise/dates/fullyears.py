"""Reads the year that results and forecasts are told for: "im Gesamtjahr", "the full year"."""

from __future__ import annotations

from claimcheck.normalise.dates import calendar
from claimcheck.normalise.dates.datewords import Token, after, before
from claimcheck.normalise.dates.leaning import has_beside
from claimcheck.normalise.dates.reading import (
    YEAR_INFERRED,
    DatedText,
    Reading,
    following_year,
    resolved,
    tense,
    unresolved,
)
from claimcheck.normalise.dates.senses import Sense

_TOLD = 3
"""Up to this month results are those of the year before."""


def read_full(dated: DatedText, sense: Sense, token: Token) -> Reading | None:
    """Read a whole year without its number: the running one, early in it the last one.

    A past told later in the year may be that of either, as may one early on that is not told.
    """
    words, end = dated.words, token.end
    if sense.value == "lead":
        unit = after(dated.text, end)
        joined = unit is not None and unit.text == "-"
        unit = after(dated.text, unit.end) if joined and unit is not None else unit
        led = joined or words.has("articles", before(dated.text, token.start))
        if unit is None or words.units.get(unit.low) != "year" or not led:
            return None
        end = unit.end
        if words.has("plurals.words", unit):
            return None
    if following_year(dated, end).number is not None:
        return None
    if dated.published is None:
        return unresolved(token.start, end, "year")
    said = tense(dated, token.start, end)
    if said == "future" or has_beside(dated, token.start, end, "full_year.ahead"):
        year = dated.published.year
    elif (said == "past") == (dated.published.month <= _TOLD):
        year = dated.published.year - (said == "past")
    else:
        return None
    return resolved(token.start, end, calendar.year(year), "year", YEAR_INFERRED, "relative_date")
