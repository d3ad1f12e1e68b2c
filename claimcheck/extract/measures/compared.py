"""What a number compares: "12 Prozent weniger Fahrten", "doppelt so viele Käufer"."""

from __future__ import annotations

import msgspec

from claimcheck.extract.concepts.hits import MeasureHit
from claimcheck.extract.concepts.lexicon import MeasureLexicon
from claimcheck.extract.measures.carried import RELATIVE, Bound, Carried
from claimcheck.extract.measures.governor import head_behind, is_noun
from claimcheck.extract.sentence import Analysis, Place
from claimcheck.extract.words.grammar import grammar

_BRACKETED = 6
"""How many tokens behind an opening bracket the closing one may stand."""
_THINGS = 4
"""How many words behind "more" a "than" may end: "130 more people than"."""
_WAYS = ("way", "way_up", "way_down")
_EXTENTS = frozenset({"length", "area", "volume", "duration"})


def compared_noun(analysis: Analysis, place: Place) -> int | None:
    """Return the noun of which there is so much more or less, or so many times as much."""
    quantity = place.quantity
    times = quantity.kind == "ratio" or quantity.unit == "time"
    if quantity.kind == "count" and quantity.noun and not times:
        return None  # "verlangt von 300 Kunden weniger Geld"
    last = behind_brackets(analysis, place)
    if quantity.kind == "measure" and any(analysis.tagged(way, last, last + 1) for way in _WAYS):
        return None  # "600 metres below the river"
    cue = analysis.tagged("more_less", last, last + 1)
    if cue is None and last > 1:
        cue = analysis.tagged("more_less", last - 1, last)
    if cue is None and (times or last > place.last):
        cue = analysis.tagged("times_as", last, last + 1)
    if cue is None:
        return None
    head = head_behind(analysis, cue.last)
    return head if head is not None and is_noun(analysis, head) else None


def compared_size(
    analysis: Analysis, place: Place, lexicon: MeasureLexicon, found: MeasureHit | None
) -> MeasureHit | None:
    """Return what something is so much more or less of: "9 Prozent teurer", "40 per cent faster".

    A concept `found` around that is a kind of it says more: "die Mieten sind 9 Prozent teurer".
    Anything can be higher and longer.
    """
    last = behind_brackets(analysis, place)
    if place.quantity.kind not in RELATIVE:
        return None
    cue = analysis.tagged("more_less", last, last + 1)
    if cue is not None and not _is_before_noun(analysis, cue.last):
        last = cue.last  # "9 per cent more expensive", but not "weniger schwere Fälle"
    for hit in analysis.measures:
        if hit.first not in (place.last, last) or (hit.kind, hit.only) != ("adjective", "sizes"):
            continue
        if lexicon.info(hit.key).units.isdisjoint(_EXTENTS):
            info = lexicon.info(found.key) if found is not None else None
            return found if info is not None and hit.key in info.near else hit
    return None


def _is_before_noun(analysis: Analysis, index: int) -> bool:
    words = analysis.tokens.words
    return (
        grammar(analysis.sentence.language).capital_nouns
        and index + 1 < len(words)
        and words[index + 1][0].isupper()
    )


def differs(analysis: Analysis, place: Place) -> bool:
    """Return whether so many are more than others: "40.000 mehr als im Mai", "8.000 weniger"."""
    number, behind = place.quantity.number, place.last
    inside = None
    if number is not None:  # "8,000 fewer homes"
        held = analysis.tokens.covering(number.start, number.end)
        inside = analysis.tagged("more_less", held.stop, behind)
    cue = inside or analysis.tagged("more_less", behind, behind + 1)
    if cue is None:
        return False
    behind = max(behind, cue.last)
    if analysis.tagged("than", behind, behind + 1) is not None:
        return True
    counted = bool(place.quantity.noun) and inside is None
    if analysis.tagged("fewer", cue.first, cue.last) is not None:
        words = analysis.tokens.words
        other = behind < len(words) and is_noun(analysis, behind)
        return not (counted and other)  # "verlangt von 300 Kunden weniger Geld"
    than = analysis.tagged("than", behind, behind + _THINGS)
    if counted and than is None and "additional" not in cue.tags:
        return _ends_there(analysis, place, behind)
    if counted or than is None:
        return False
    return analysis.clause(behind) == analysis.clause(than.first)


def _ends_there(analysis: Analysis, place: Place, at: int) -> bool:
    """Return whether a clause ends behind "mehr": "es kamen 250 Besucher mehr"."""
    words = analysis.tokens.words
    ends = at >= len(words) or not words[at][0].isalnum()
    return ends and place.quantity.qualifier not in ("under", "at_most")


def more_people(
    analysis: Analysis, place: Place, lexicon: MeasureLexicon, own: str | None, carried: Carried
) -> Bound | None:
    """Return what was counted before where so many people more are told: "8.719 Frauen mehr als".

    `own` is the concept of the people's unit.
    """
    before = carried.bound
    if before is None or own is None or not lexicon.info(own).generic:
        return None
    grown = place.quantity.relation == "by"  # "eine Zunahme um 1672 Menschen"
    if (
        not (grown or differs(analysis, place))
        or "person" not in lexicon.info(before.name.key).units
    ):
        return None
    return msgspec.structs.replace(before, span=None, loose=True, tokens=None)


def behind_brackets(analysis: Analysis, place: Place) -> int:
    """Return where the text goes on behind a number and the brackets around or behind it.

    In "fast vier Mal (3,9) so viele Kranke" both numbers are of the sick.
    """
    words, last = analysis.tokens.words, place.last
    if words[place.first - 1 : place.first] == ("(",):
        return last + 1 if words[last : last + 1] == (")",) else last
    if words[last : last + 1] != ("(",):
        return last
    behind = words[last : last + _BRACKETED]
    return last + behind.index(")") + 1 if ")" in behind else last
