"""Verbs that say nothing of the counted things beside them: "sold to two witnesses"."""

from __future__ import annotations

from claimcheck.extract.concepts.hits import MeasureHit
from claimcheck.extract.concepts.lexicon import MeasureLexicon
from claimcheck.extract.measures.distances import is_whole
from claimcheck.extract.sentence import Analysis, Place
from claimcheck.extract.words.grammar import grammar

_SAID = frozenset({"verb", "adjective"})
_PARTS = frozenset({"count", "number", "percent"})
"""The kinds of numbers that tell a part of a whole."""
_ATTACHED = 3
"""How many tokens behind a noun a verb may stand that belongs to it."""
_WITH_FATES = frozenset({"person", "case"})
"""What is counted where verbs tell what became of people."""


def passes_by(
    analysis: Analysis, place: Place, lexicon: MeasureLexicon, own: str | None, verb: MeasureHit
) -> bool:
    """Return whether a verb says nothing of counted things, since a preposition leads to them.

    In "die Händler hatten an zwei Zeugen verkauft" no witnesses are sold.
    """
    first, prepositions = place.first, analysis.prepositions
    if verb.kind not in _SAID or place.quantity.kind != "count":
        return False
    if is_whole(analysis, place) or _is_all(analysis, place, verb):
        return True
    things = own is None and place.quantity.unit not in _WITH_FATES
    if lexicon.info(verb.key).befalls and not things:
        return False
    if first <= verb.first < place.last:  # "von drei angeklagten Fällen"
        return False
    if own is not None and lexicon.info(own).entity and _is_latest(analysis, place):
        return True
    units = lexicon.info(verb.key).units
    if own is not None and lexicon.info(own).generic and (not units or "person" in units):
        return False
    if (
        first > 1
        and analysis.tokens.words[first - 1].lower() in grammar(analysis.sentence.language).articles
    ):
        first -= 1
    return first - 1 in prepositions and analysis.tagged("share_of", first - 1, first) is None


def _is_latest(analysis: Analysis, place: Place) -> bool:
    """Return whether things are only those among which others are: "one of their last 11 games"."""
    before = analysis.tokens.words[place.first - 1].lower() if place.first else ""
    return before in grammar(analysis.sentence.language).latest


def _is_all(analysis: Analysis, place: Place, verb: MeasureHit) -> bool:
    """Return whether the number is the whole of which one before it is a part.

    In "zwei der fünf Wagen entgleisten" five did not; but in "half of the five jobs to go"
    they do.
    """
    before = place.first - 1
    while (
        before > place.left
        and analysis.tokens.words[before].endswith(
            grammar(analysis.sentence.language).adjective_endings
        )
        and analysis.tagged("share_of", before, before + 1) is None
    ):
        before -= 1
    if _opens_whole(analysis, place) and analysis.clause(verb.first) == place.clause:
        return True
    cue = analysis.tagged("share_of", before, before + 1)
    if cue is None or cue.first - 1 not in analysis.numbered:
        return False
    attached = place.last <= verb.first < place.last + _ATTACHED
    return not attached or grammar(analysis.sentence.language).verb_last


def _opens_whole(analysis: Analysis, place: Place) -> bool:
    """Return whether a sentence opens with the whole: "Von den 300 Kranken starben zwölf"."""
    first, words = place.first, analysis.tokens.words
    if first > 1 and words[first - 1].lower() in grammar(analysis.sentence.language).articles:
        first -= 1
    opened = any(
        (cue := analysis.tagged(tag, first - 1, first)) is not None and cue.first == 0
        for tag in ("leads_to", "whole_of")
    )
    if not opened:
        return False
    part = any(
        other.first >= place.last and other.quantity.kind in _PARTS for other in analysis.places
    )
    return part or analysis.tagged("some_of", place.last, len(words)) is not None
