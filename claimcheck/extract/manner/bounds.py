"""Bounds that verbs and marks set: what "übertraf die 75-Milliarden-Marke" is more than."""

from __future__ import annotations

from msgspec.structs import replace

from claimcheck.extract.sentence import Analysis, Place
from claimcheck.extract.words.cues import Cue, cues
from claimcheck.model import Qualifier, Quantity

_VERBS: tuple[tuple[str, Qualifier], ...] = (("exceeds", "over"), ("falls_short", "under"))
_SIDES: tuple[tuple[str, Qualifier], ...] = (("above", "over"), ("below", "under"))
_DENIED: dict[Qualifier, Qualifier] = {"over": "at_most", "under": "at_least"}
_NEGATIONS = ("not", "never")
_LOWER = frozenset({"over", "at_least"})
_TAGS = frozenset({"exceeds", "falls_short", "threshold"})
_SKIPPED = frozenset({"not", "never", "infinitive"})
_SIDE = 4
"""How many words before a mark the preposition stands: "unter die wichtige Marke von 30"."""


def bounded(analysis: Analysis, place: Place) -> Quantity:
    """Return the quantity, as a bound where the clause passes or misses it.

    Only an unhedged number is a mark: before or behind a word like "Marke" or "mark" in the
    clause of the verb, or right beside the verb ("die Kosten überstiegen 30 Euro").
    """
    quantity = place.quantity
    if quantity.qualifier != "exact" or quantity.kind == "date" or quantity.relation == "by":
        return quantity
    if analysis.tags.keys().isdisjoint(_TAGS):
        return quantity
    qualifier = _bound(analysis, place)
    if qualifier is None:
        return quantity
    if qualifier in _LOWER:
        return replace(quantity, qualifier=qualifier, low=quantity.value, high=None)
    return replace(quantity, qualifier=qualifier, low=None, high=quantity.value)


def _bound(analysis: Analysis, place: Place) -> Qualifier | None:
    words = analysis.tokens.words
    first = max(place.first - 2, 0)
    behind = analysis.tagged("threshold", place.first, min(place.last + 2, len(words)))
    before = analysis.tagged("threshold", first, place.first)
    marked = behind is not None or before is not None or _joined_mark(analysis, place)
    for tag, qualifier in _VERBS:
        cue = analysis.tagged_in_clause(tag, place) if marked else _beside(analysis, place, tag)
        if cue is not None:
            return _DENIED[qualifier] if _denied(analysis, place) else qualifier
    if not marked:
        return None
    end = place.first if before is None else before.first
    start = end - (2 if before is None else _SIDE)
    for tag, qualifier in _SIDES:
        if analysis.tagged(tag, max(start, 0), end):
            return _DENIED[qualifier] if _denied(analysis, place) else qualifier
    return None


def _beside(analysis: Analysis, place: Place, tag: str) -> Cue | None:
    """Return a verb right before the number, or behind it but for "nicht" or "zu".

    Verbs that may do something else to what is counted need a mark: "passed 12 bills".
    """
    words = analysis.tokens.words
    tags = cues(analysis.sentence.language)
    cue = analysis.tagged(tag, place.first - 1, place.first) if place.first else None
    if cue is None and place.quantity.relation == "none":
        at = place.last
        while at < len(words) - 1 and not _SKIPPED.isdisjoint(tags.tags(words[at])):
            at += 1
        cue = analysis.tagged(tag, at, at + 1)
    return None if cue is None or "needs_mark" in cue.tags else cue


def _denied(analysis: Analysis, place: Place) -> bool:
    return any(analysis.tagged_in_clause(tag, place) for tag in _NEGATIONS)


def _joined_mark(analysis: Analysis, place: Place) -> bool:
    """Return whether the mark is the end of a hyphenated word: "75-Milliarden-Dollar-Marke"."""
    last = analysis.tokens.words[place.last - 1].rsplit("-", 1)[-1]
    return "threshold" in cues(analysis.sentence.language).tags(last)
