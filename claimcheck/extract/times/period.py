"""The time that a number speaks of."""

from __future__ import annotations

from datetime import date
from functools import cache

from claimcheck.extract.clauses.coordinate import parted
from claimcheck.extract.clauses.stretches import ending, opening, stretch
from claimcheck.extract.sentence import Analysis, Place
from claimcheck.extract.times.bases import is_base
from claimcheck.extract.words.grammar import grammar
from claimcheck.extract.words.lemma import morphology
from claimcheck.lexicon import table
from claimcheck.model import Period, Quantity
from claimcheck.normalise.dates.reading import NO_START

_ADJACENT = 4
_PLANS = ("plan", "forecast", "future")
TIME = "time_of_day"
"""The unit of clock times, which are dates of no day."""


def period(
    analysis: Analysis, place: Place, carried: Quantity | None, told: date | None = None
) -> tuple[Period | None, Quantity | None, bool]:
    """Return the period of the quantity, the date it was read from, and whether it is carried.

    A date right behind or before the number binds first, then one in the same clause,
    then one in the sentence; `carried` is the date of the sentence before. A number that
    is `told` as a fact on that day is not of a later time that others are planned for.
    A date has no period; that of a clock time is its day.
    """
    is_time = place.quantity.unit == TIME
    if place.quantity.kind == "date" and not is_time:
        return None, None, False
    around = analysis.places_near(place)
    if told is not None:
        around = tuple([o for o in around if o is place or not _planned(analysis, place, o, told)])
    found = _nearest(analysis, place, around)
    if is_time:
        carried = None
    if found is not None and told is None and _comes_then(analysis, place, found):
        return _next(found), found, True
    if found is not None:
        return as_period(found), found, False
    if carried is not None:
        return as_period(carried), carried, True
    return None, None, False


def as_period(quantity: Quantity) -> Period:
    """Return the period that a date quantity names; an end alone counts from its January."""
    low, high = quantity.low, quantity.high
    if low is None and isinstance(high, date):
        low = date(high.year, 1, 1)
    return Period(
        quantity.quote,
        low if isinstance(low, date) else None,
        high if isinstance(high, date) else None,
        NO_START in quantity.inferred,
    )


def names_event(analysis: Analysis, when: Place) -> bool:
    """Return whether a year is part of the name of an event: "WM 2006", "the 2006 World Cup"."""
    words = analysis.tokens.words
    if not when.quantity.quote.isdecimal():
        return False
    if not grammar(analysis.sentence.language).capital_nouns:
        return when.last < len(words) and words[when.last][0].isupper()
    before = when.first - 1
    return before > 0 and words[before][0].isupper() and before not in analysis.measured


def _scopes(quantity: Quantity) -> bool:
    return quantity.kind == "date" and quantity.value is not None and quantity.unit != TIME


def _nearest(analysis: Analysis, place: Place, around: tuple[Place, ...]) -> Quantity | None:
    best: tuple[int, Quantity] | None = None
    clause = place.clause
    for other in around:
        if other is place or not _scopes(other.quantity) or _of_other(analysis, place, other):
            continue
        behind = other.first >= place.last
        if behind and _of_own_clause(analysis, place, other):
            return other.quantity
        gap = other.first - place.last if behind else place.first - other.last
        if behind and analysis.clause(other.first) != clause and _taken(analysis, around, other):
            continue
        if gap <= _ADJACENT and analysis.clause(other.first) != clause:
            gap += 3 if _taken(analysis, around, other) else 0
        elif gap > _ADJACENT:
            gap += 8 if analysis.clause(other.first) != clause else 2
        elif _between(around, place, other):
            gap += 10
        if behind and gap > _ADJACENT:
            gap += 3
        if best is None or gap < best[0]:
            best = (gap, other.quantity)
    return best[1] if best else None


def _comes_then(analysis: Analysis, place: Place, found: Quantity) -> bool:
    """Return whether a forecast goes on to the next year: "0,2 in diesem Jahr und dann 1,4"."""
    low, high = found.low, found.high
    if not isinstance(low, date) or (low.month, low.day) != (1, 1):
        return False
    if high != date(low.year, 12, 31):
        return False
    when = analysis.tokens.covering(found.span.start, found.span.end)
    cue = analysis.tagged("then", when.stop, place.first)
    taken = any(when.start - _ADJACENT <= p.last <= when.start for p in analysis.places)
    return cue is not None and cue.first >= when.stop and taken


def _next(year: Quantity) -> Period:
    """Return the year behind a year."""
    assert isinstance(year.low, date)
    number = year.low.year + 1
    return Period(year.quote, date(number, 1, 1), date(number, 12, 31))


def _planned(analysis: Analysis, place: Place, when: Place, told: date) -> bool:
    """Return whether a date is that of a plan in another clause, or behind an "and"."""
    low, high = when.quantity.low, when.quantity.high
    begins = low if isinstance(low, date) else high  # "bis 2030" has an end alone
    if when.quantity.kind != "date" or not isinstance(begins, date) or begins <= told:
        return False
    if analysis.clause(when.first) == place.clause:
        return parted(analysis, place.first, when.first)
    return any(analysis.tagged_in_clause(tag, when) is not None for tag in _PLANS)


def _of_other(analysis: Analysis, place: Place, when: Place) -> bool:
    """Return whether a date is of something else than the number, whatever stands nearest."""
    quantity = when.quantity
    if place.quantity.label == "age" and quantity.high is None:
        return True  # "the 53-year-old has been minister since 2010"
    if is_base(analysis, place, when) or _of_thing(analysis, place, when):
        return True
    begun = analysis.tagged_in_clause("origin", when)
    if place.clause == analysis.clause(when.first):
        return begun is not None and any(
            max(begun.first, when.first) < joint < place.first for joint in analysis.joints
        )  # "the mill opened in 1904 and employs 300"
    if _relative(analysis, when):
        return not _of_own_clause(analysis, place, when)
    return begun is not None and not _taken(analysis, analysis.places, when)


def _of_thing(analysis: Analysis, place: Place, when: Place) -> bool:
    """Return whether a size only describes what something happened to at the date.

    "A vessel 128 feet long that sank in 1891", "der 39 Meter lange Dreimaster sank 1891".
    """
    words, rules = analysis.tokens.words, grammar(analysis.sentence.language)
    if place.quantity.kind != "measure" or when.first < place.last:
        return False
    size = any(hit.kind == "adjective" and hit.first == place.last for hit in analysis.measures)
    if not size:
        return False
    if rules.capital_nouns:
        return words[place.last].endswith(rules.adjective_endings)
    behind = place.last + 1
    told = analysis.tagged("dependent", behind, when.first) is not None
    return told or any(word in rules.relative for word in words[behind : when.first])


def _relative(analysis: Analysis, when: Place) -> bool:
    """Return whether a date stands in a relative clause, which tells of another time."""
    span = stretch(analysis, when.first)
    start = opening(analysis, span)
    words, rules = analysis.tokens.words, grammar(analysis.sentence.language)
    if start == span.start or words[start] not in rules.relative:
        return False
    if not rules.capital_nouns:
        return True
    word = words[ending(analysis, span)]
    verb = morphology(analysis.sentence.language).reading(word).verb
    return word.islower() and (verb is not None or word in _final(analysis.sentence.language))


def _of_own_clause(analysis: Analysis, place: Place, when: Place) -> bool:
    """Return whether what is counted has the date: "nach 11.900, die im Februar kamen"."""
    words = analysis.tokens.words
    start = place.last + (words[place.last : place.last + 1] == (",",))
    if start >= when.first:
        return False
    relative = words[start] in grammar(analysis.sentence.language).relative
    relative = relative or analysis.tagged("dependent", start, start + 1) is not None
    if not relative:
        return False
    if start == place.last and grammar(analysis.sentence.language).capital_nouns:
        return False
    span = stretch(analysis, start)
    if not span.start <= when.first < span.stop or analysis.tagged_in_clause("origin", when):
        return False
    return not any(
        place.last < other.first < when.first and other.quantity.kind != "date"
        for other in analysis.places_near(place)
    )


@cache
def _final(language: str) -> frozenset[str]:
    return frozenset(table(f"{language}/claims")["cues"]["auxiliary"])


def _taken(analysis: Analysis, around: tuple[Place, ...], when: Place) -> bool:
    """Return whether a number in the date's own clause has it."""
    clause = analysis.clause(when.first)
    return any(p.quantity.kind != "date" and analysis.clause(p.first) == clause for p in around)


def _between(around: tuple[Place, ...], place: Place, other: Place) -> bool:
    """Return whether another number stands between the two."""
    low, high = sorted((place.first, other.first))
    return any(low < p.first < high and p.quantity.kind != "date" for p in around)
