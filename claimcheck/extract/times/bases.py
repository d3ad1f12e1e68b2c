"""Dates that a number is only held against: "more than in July", "gegenüber dem Vorjahr"."""

from __future__ import annotations

from claimcheck.extract.sentence import Analysis, Place
from claimcheck.extract.words.cues import cues, names_level
from claimcheck.extract.words.grammar import grammar
from claimcheck.normalise.dates.reading import FROM_BEFORE

_BETWEEN = 4
"""How many words may stand between the word of comparing and the date."""
_BESIDE = 2
_MARKS = frozenset(",;:(–—")


def is_base(analysis: Analysis, place: Place, when: Place) -> bool:
    """Return whether a number is compared with what was at a date, so that it is not of that date.

    What stands between the word of comparing and the date, or in brackets or with "mit" behind
    it, is the value of that date: "gegenüber 341 Millionen im Vorjahr".
    """
    at = comparison(analysis, when)
    return at is not None and not _of_base(analysis, place, when, at)


def of_base(analysis: Analysis, place: Place) -> bool:
    """Return whether a number is what something else is compared with, of an earlier date."""
    if "compared" not in analysis.tags or place.quantity.kind == "date":
        return False
    return any(
        _of_base(analysis, place, when, at)
        for when in analysis.places_near(place)
        if when.quantity.kind == "date" and (at := comparison(analysis, when)) is not None
    )


def _of_base(analysis: Analysis, place: Place, when: Place, at: int) -> bool:
    """Return whether a number belongs to the date of a comparison that begins at token `at`."""
    if place.first < when.first:
        return place.first >= at
    if place.quantity.relation == "by":
        return False  # "gegenüber Juli um 0,5 Prozent"
    return place.first >= when.last and _attached(analysis, when.last, place.first)


def comparison(analysis: Analysis, when: Place) -> int | None:
    """Return where the comparison begins whose base a date is."""
    words, language = analysis.tokens.words, analysis.sentence.language
    if FROM_BEFORE in when.quantity.inferred:
        lead = _led_from(analysis, when)
        if lead is not None:
            return lead
    for cue in reversed(analysis.tags.get("compared", ())):
        if cue.last > when.first:
            continue
        between = range(cue.last, when.first)
        if len(between) > _BETWEEN or not all(
            words[i].islower() or i in analysis.numbered or names_level(words[i], language)
            for i in between
        ):
            return None
        opens = cue.first == 0 or words[cue.first - 1] in _MARKS
        if opens and analysis.tagged("compared_within", cue.first, cue.last) is not None:
            return None  # "als im Herbst die Grenzen öffneten" tells when
        return cue.first
    return None


def _led_from(analysis: Analysis, when: Place) -> int | None:
    """Return where "from a year earlier" begins: what is counted from a date is no start."""
    words, first = analysis.tokens.words, when.first
    rules = grammar(analysis.sentence.language)
    first -= first > 0 and words[first - 1].lower() in rules.definite
    known = cues(analysis.sentence.language)
    if first > 0 and "compared_from" in known.tags(words[first - 1]):
        return first - 1
    return None


def _attached(analysis: Analysis, first: int, last: int) -> bool:
    """Return whether what stands between a date and a number makes it that date's own.

    "(9 million)", "mit 341 Millionen", or "als 61 Prozent wählen gingen".
    """
    between = analysis.tokens.words[first:last]
    rules = grammar(analysis.sentence.language)
    if between[:1] == (",",) and analysis.tagged("when", first + 1, first + 2) is not None:
        return _MARKS.isdisjoint(between[1:])
    return len(between) <= _BESIDE and all(
        word == "(" or word in rules.stop_words or index in analysis.prepositions
        for index, word in enumerate(between, first)
    )
