"""Level, change, share, rate or rank: what a number says about its measure."""

from __future__ import annotations

from claimcheck.extract.concepts.concept import Concept
from claimcheck.extract.measures.compared import differs
from claimcheck.extract.sentence import Analysis, Place
from claimcheck.extract.words.cues import Cue, cues, names_level
from claimcheck.extract.words.grammar import grammar
from claimcheck.extract.words.lemma import morphology
from claimcheck.model import Aspect
from claimcheck.normalise.measured.units import dimension

_RELATIVE = frozenset({"percent", "percentage_point", "ratio"})
_SIZED = frozenset({"money", "measure"})
_COUNTED = frozenset({"count", "number"})
_REACH = 8
_VOTE = "vote"
_TIMES = frozenset({"date", "duration"})
_PERCENT = frozenset({"percent"})
_MARKETS, _RATES = "markets", frozenset({"percent", "points"})
_LEADING = 2
_TO_LEVEL = 3
"""How many words behind "über" a level may end: "über dem guten Vorjahreswert"."""


def aspect(analysis: Analysis, place: Place, measured: Concept | None = None) -> Aspect:
    """Return what the quantity says about its measure; `measured` is that measure.

    A stated change ("von 64,7 um 18 Prozent auf 76,4") settles it; then rates and
    ranks by their form, changes and shares by the words of the quantity's territory.
    """
    quantity = place.quantity
    is_share = measured is not None and measured.units == _PERCENT
    if quantity.unit == _VOTE and quantity.relation in ("by", "to"):
        return "level"  # "passed by 67 votes to 32"
    if quantity.relation == "by":
        return "level" if measured and _of_own(analysis, place, measured) else "change"
    if quantity.relation in ("from", "to"):
        return "from" if quantity.relation == "from" else "to"
    if quantity.kind == "ordinal":
        return "rank"
    if quantity.per is not None:
        return "rate"
    if quantity.kind in _RELATIVE and (
        _changes(analysis, place)
        or _beside_level(analysis, place, is_share=is_share)
        or (not is_share and _signed(analysis, place))
        or _goes_on(analysis, place)
    ):
        return "change"
    if quantity.kind in _SIZED and (_compares(analysis, place) or _adds(analysis, place)):
        return "change"
    if quantity.kind in _COUNTED and differs(analysis, place):
        return "change"
    if quantity.kind in ("percent", "ratio") and not is_share and _shares(analysis, place):
        return "share"
    if quantity.kind == "percent" and measured is not None and _is_price(measured):
        return "change"  # "die Aktie gewann bis zum Mittag 4,7 Prozent"
    return "target" if _aims(analysis, place) else "level"


def _of_own(analysis: Analysis, place: Place, measured: Concept) -> bool:
    """Return whether a rate is named for a change, and is none of one: "eine Teuerung von 8"."""
    if not measured.units <= _RATES or not analysis.tagged(
        "leads_to", place.first - 1, place.first
    ):
        return False
    before = [hit for hit in analysis.measures if hit.last == place.first - 1]
    return any(hit.key == measured.key and hit.kind == "noun" for hit in before) and not any(
        hit.kind == "change" for hit in before
    )


def _is_price(measured: Concept) -> bool:
    """Return whether something is traded at it, so that a percentage of it is a step."""
    return measured.domain == _MARKETS and not measured.units <= _RATES


def _aims(analysis: Analysis, place: Place) -> bool:
    """Return whether a word before says that the number is aimed at, and is no "field goal"."""
    if place.quantity.kind == "score":
        return False
    if any(
        hit.role == "target" and hit.last <= place.first <= hit.last + _LEADING
        for hit in analysis.measures
    ):
        return True  # "das Umsatzziel von 4 Millionen"
    cue = analysis.tagged("target", max(place.left, place.first - _REACH), place.first)
    if cue is None or _is_aimed_at(analysis, place, cue):
        return False
    return not any(
        hit.first < cue.first < hit.last and hit.kind == "noun" for hit in analysis.measures
    )


def _is_aimed_at(analysis: Analysis, place: Place, cue: Cue) -> bool:
    """Return whether known ones are the target, and not their number: "targeted the two men"."""
    definite = grammar(analysis.sentence.language).definite
    between = analysis.tokens.words[cue.last : place.first]
    return place.quantity.kind == "count" and len(between) == 1 and between[0].lower() in definite


def _changes(analysis: Analysis, place: Place) -> bool:
    clause, left = place.clause, _past_times(analysis, place)
    for hit in analysis.measures:
        if hit.kind != "change" or not left - 1 <= hit.first < place.right + 1:
            continue
        if any(analysis.tagged(tag, hit.first, hit.last) for tag in ("share", "signed")):
            continue  # "made up 17 per cent", "bei minus 0,5 Prozent"
        if _tells(analysis, place, hit.first):
            continue
        if analysis.clause(hit.first) == clause and not _tells_of_level(analysis, place, hit.first):
            return True
    cue = analysis.tagged("more_less", place.last, min(place.last + 2, len(analysis.tokens.words)))
    if cue is None or "," in analysis.tokens.words[place.last : cue.first]:
        return False  # "at 1.9 per cent, lower than expected"
    return not _tells_of_level(analysis, place, cue.first)


def _past_times(analysis: Analysis, place: Place) -> int:
    """Return where the words for a number start, a time before its verb left out.

    "The rise in rents over 12 months was 5.9 per cent".
    """
    left = place.left
    between = analysis.tagged("equals", left, place.first) or analysis.tagged(
        "level_verb", left, place.first
    )
    if between is None or between.first - left > 1:
        return left
    for other in reversed(analysis.places):
        if other.last == left and other.quantity.kind in _TIMES:
            left = other.left
    return left


def _tells(analysis: Analysis, place: Place, index: int) -> bool:
    """Return whether those counted only say so: "half of those asked said prices had risen"."""
    said = analysis.tags.get("says", ())
    return any(place.last <= cue.first < index for cue in said)


def _tells_of_level(analysis: Analysis, place: Place, comparative: int) -> bool:
    """Return whether a level is less than another: "fiel mit 40 Prozent geringer aus als"."""
    words = analysis.tokens.words
    if not _stands_at(analysis, place):
        return False
    cue = analysis.tagged("more_less", comparative, comparative + 1)
    if cue is None or cue.last >= len(words):
        return cue is not None
    return not morphology(analysis.sentence.language).reading(words[cue.last]).noun


def _beside_level(analysis: Analysis, place: Place, *, is_share: bool) -> bool:
    """Return whether a share is the distance to a level: "3 Prozent über dem Vorjahreswert".

    A rate that stands above another "mit 64 Prozent" is told itself.
    """
    words, at = analysis.tokens.words, place.last
    if is_share and _stands_at(analysis, place):
        return False
    if not any(analysis.tagged(side, at, at + 1) for side in ("above", "below")):
        return False
    language = analysis.sentence.language
    return any(names_level(word, language) for word in words[at + 1 : at + 1 + _TO_LEVEL])


def _signed(analysis: Analysis, place: Place) -> bool:
    """Return whether a sign tells a step: "die Exporte sanken (minus 9,9 Prozent)"."""
    words, first = analysis.tokens.words, place.first
    if analysis.tagged("signed", max(first - 1, 0), first + 1) is None:
        return False
    first -= analysis.tagged("signed", first, first + 1) is None
    known = cues(analysis.sentence.language)
    return first < 1 or "preposition" not in known.tags(words[first - 1])  # "bei minus 0,5"


def _stands_at(analysis: Analysis, place: Place) -> bool:
    before = place.first - 1
    return before >= 0 and analysis.tagged("stands_at", before, place.first) is not None


def _compares(analysis: Analysis, place: Place) -> bool:
    """Return whether "more" or "wärmer" stands right behind the quantity, and tells a step.

    What lies "60 metres above the gorge" or "stands with 12 tonnes worse" does not.
    """
    cue = analysis.tagged("more_less", place.last, place.last + 1)
    if cue is None:
        return False
    if "fewer" not in cue.tags and _tells_of_level(analysis, place, cue.first):
        return False
    return not _lies(analysis, place, cue)


def _adds(analysis: Analysis, place: Place) -> bool:
    """Return whether a sign between a measure and an amount tells a step: "Löhne plus 120 Euro".

    What is added to it goes on: "a fee plus 20 dollars in tax".
    """
    words, sign = analysis.tokens.words, place.first - 1
    if sign - 1 not in analysis.measured or analysis.tagged("signed", sign, place.first) is None:
        return False
    return place.last == len(words) or not words[place.last][0].isalnum()


def _lies(analysis: Analysis, place: Place, cue: Cue) -> bool:
    """Return whether a length tells where something is: "60 metres above the sea"."""
    unit = place.quantity.unit
    if unit is None or dimension(unit) != "length":
        return False
    if analysis.tagged("way_up", *_span(cue)) is None and (
        analysis.tagged("way_down", *_span(cue)) is None
    ):
        return False
    behind = range(cue.last, cue.last + _TO_LEVEL)
    if analysis.tagged("sea_level", behind.start, behind.stop) is not None:
        return True
    language = analysis.sentence.language
    return not any(
        names_level(word, language) for word in analysis.tokens.words[behind.start : behind.stop]
    )


def _span(cue: Cue) -> tuple[int, int]:
    return cue.first, cue.last


def _goes_on(analysis: Analysis, place: Place) -> bool:
    """Return whether a share goes on with a change in the same words.

    "Earnings rose 0.3 per cent on the month and 3.7 per cent on the year".
    """
    words = analysis.tokens.words
    kind = place.quantity.kind
    passed = [o for o in analysis.places if o.last < place.first and o.quantity.kind == kind]
    before = passed[-1] if passed else None
    if before is None or place.first - before.last > _REACH or place.last >= len(words):
        return False
    if not any(before.last < joint < place.first for joint in analysis.joints):
        return False
    if words[before.last] != words[place.last] or place.last not in analysis.prepositions:
        return False
    return before.quantity.relation == "by" or _changes(analysis, before)


def _shares(analysis: Analysis, place: Place) -> bool:
    words = analysis.tokens.words
    if analysis.tagged("share_of", place.last, min(place.last + 1, len(words))):
        return True
    return analysis.tagged("share", place.left, place.right) is not None
