"""Level, change, share, rate or rank: what a number says about its measure; and its scope."""

from __future__ import annotations

from claimcheck.extract.measures.compared import differs
from claimcheck.extract.measures.concepts import Concept
from claimcheck.extract.sentence import Analysis, Place
from claimcheck.extract.times.bases import of_base
from claimcheck.extract.words.cues import Cue, cues, names_level
from claimcheck.extract.words.grammar import grammar
from claimcheck.extract.words.lemma import morphology
from claimcheck.model import Aspect

SCOPE_TAGS = frozenset({
    "part", "segment", "adjusted", "gross", "net", "seasonally_adjusted", "cumulative",
    "per_unit", "average", "previous_period",
})  # fmt: skip
_RELATIVE = frozenset({"percent", "percentage_point", "ratio"})
_SIZED = frozenset({"money", "measure"})
_COUNTED = frozenset({"count", "number"})
_REACH = 8
_VOTE = "vote"
_PERCENT = frozenset({"percent"})
_MARKETS, _YIELDS = "markets", frozenset({"percent", "points"})
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
        return "change"
    if quantity.relation in ("from", "to"):
        return "from" if quantity.relation == "from" else "to"
    if quantity.kind == "ordinal":
        return "rank"
    if quantity.per is not None:
        return "rate"
    if quantity.kind in _RELATIVE and (
        _changes(analysis, place)
        or _beside_level(analysis, place)
        or (not is_share and _signed(analysis, place))
    ):
        return "change"
    if quantity.kind in _SIZED and _compares(analysis, place):
        return "change"
    if quantity.kind in _COUNTED and differs(analysis, place):
        return "change"
    if quantity.kind in ("percent", "ratio") and not is_share and _shares(analysis, place):
        return "share"
    if quantity.kind == "percent" and measured is not None and _is_price(measured):
        return "change"  # "die Aktie gewann bis zum Mittag 4,7 Prozent"
    return "target" if _aims(analysis, place) else "level"


def _is_price(measured: Concept) -> bool:
    """Return whether something is traded at it, so that a percentage of it is a step."""
    return measured.domain == _MARKETS and not measured.units <= _YIELDS


def scope(analysis: Analysis, place: Place) -> tuple[str, ...]:
    """Return the tags of the words that narrow the claim, sorted."""
    first = max(place.left, place.first - _REACH)
    last = min(place.right, place.last + _REACH)
    clause = analysis.clause(place.first)
    found: set[str] = set()
    for tag in analysis.tags.keys() & SCOPE_TAGS:
        for cue in analysis.tags[tag]:
            if not first <= cue.first < last or cue.first in analysis.numbered:
                continue
            if analysis.clause(cue.first) == clause:
                found.add(tag)
    if of_base(analysis, place):
        found.add("previous_period")
    if _additional(analysis, place):
        found.add("additional")
    if place.quantity.kind == "date" and _reported(analysis, place):
        found.add("reported")
    return tuple(sorted(found))


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


def _additional(analysis: Analysis, place: Place) -> bool:
    """Return whether a count comes on top of others: "three more bodies", "19 kamen dazu"."""
    if place.quantity.kind not in ("count", "number"):
        return False
    number = place.quantity.number
    if number is None:
        return False
    held = analysis.tokens.covering(number.start, number.end)
    cues = analysis.tags.get("additional", ())
    if any(held.start == cue.last or held.stop == cue.first for cue in cues):
        return True
    return analysis.tagged_in_clause("adds", place) is not None


def _reported(analysis: Analysis, place: Place) -> bool:
    """Return whether a date is only the day on which something was said."""
    clause = analysis.clause(place.first)
    return any(analysis.clause(cue.first) == clause for cue in analysis.tags.get("says", ()))


def _changes(analysis: Analysis, place: Place) -> bool:
    clause = analysis.clause(place.first)
    for hit in analysis.measures:
        if hit.kind != "change" or not place.left - 1 <= hit.first < place.right + 1:
            continue
        if any(analysis.tagged(tag, hit.first, hit.last) for tag in ("share", "signed")):
            continue  # "made up 17 per cent", "bei minus 0,5 Prozent"
        if analysis.clause(hit.first) == clause and not _tells_of_level(analysis, place, hit.first):
            return True
    cue = analysis.tagged("more_less", place.last, min(place.last + 2, len(analysis.tokens.words)))
    if cue is None or "," in analysis.tokens.words[place.last : cue.first]:
        return False  # "at 1.9 per cent, lower than expected"
    return not _tells_of_level(analysis, place, cue.first)


def _tells_of_level(analysis: Analysis, place: Place, comparative: int) -> bool:
    """Return whether a level is less than another: "fiel mit 40 Prozent geringer aus als"."""
    words = analysis.tokens.words
    if analysis.tagged("stands_at", place.first - 1, place.first) is None or place.first == 0:
        return False
    cue = analysis.tagged("more_less", comparative, comparative + 1)
    if cue is None or cue.last >= len(words):
        return cue is not None
    return not morphology(analysis.sentence.language).reading(words[cue.last]).noun


def _beside_level(analysis: Analysis, place: Place) -> bool:
    """Return whether a share is the distance to a level: "3 Prozent über dem Vorjahreswert"."""
    words, at = analysis.tokens.words, place.last
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


def _compares(analysis: Analysis, place: Place) -> bool:
    """Return whether "more" or "wärmer" stands right behind the quantity."""
    return analysis.tagged("more_less", place.last, place.last + 1) is not None


def _shares(analysis: Analysis, place: Place) -> bool:
    words = analysis.tokens.words
    if analysis.tagged("share_of", place.last, min(place.last + 1, len(words))):
        return True
    return analysis.tagged("share", place.left, place.right) is not None
