"""Level, change, share, rate or rank: what a number says about its measure; and its scope."""

from __future__ import annotations

from claimcheck.extract.measures.compared import differs
from claimcheck.extract.sentence import Analysis, Place
from claimcheck.extract.times.bases import of_base
from claimcheck.extract.words.cues import Cue
from claimcheck.extract.words.grammar import grammar
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


_LEADING = 2


def aspect(analysis: Analysis, place: Place, is_share: bool = False) -> Aspect:
    """Return what the quantity says about its measure; `is_share` if that is a share itself.

    A stated change ("von 64,7 um 18 Prozent auf 76,4") settles it; then rates and
    ranks by their form, changes and shares by the words of the quantity's territory.
    """
    quantity = place.quantity
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
    if quantity.kind in _RELATIVE and _changes(analysis, place):
        return "change"
    if quantity.kind in _SIZED and _compares(analysis, place):
        return "change"
    if quantity.kind in _COUNTED and differs(analysis, place):
        return "change"
    if quantity.kind in ("percent", "ratio") and not is_share and _shares(analysis, place):
        return "share"
    return "target" if _aims(analysis, place) else "level"


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
        if analysis.tagged("share", hit.first, hit.last) is not None:
            continue  # "made up 17 per cent"
        if analysis.clause(hit.first) == clause:
            return True
    cue = analysis.tagged("more_less", place.last, min(place.last + 2, len(analysis.tokens.words)))
    return cue is not None


def _compares(analysis: Analysis, place: Place) -> bool:
    """Return whether "more" or "wärmer" stands right behind the quantity."""
    return analysis.tagged("more_less", place.last, place.last + 1) is not None


def _shares(analysis: Analysis, place: Place) -> bool:
    words = analysis.tokens.words
    if analysis.tagged("share_of", place.last, min(place.last + 1, len(words))):
        return True
    return analysis.tagged("share", place.left, place.right) is not None
