"""A number that explains the name right before it, or one that is set against another's.

"Lobau (3 Prozent)", "die Kette Lobau, ein Betrieb mit 40 Läden, schließt" and "12 Prozent,
gegenüber 9 bei Lobau": none of them is told of what the rest of the sentence is about.
"""

from __future__ import annotations

from claimcheck.extract.names.finder import NameHit
from claimcheck.extract.names.nouns import NounHit
from claimcheck.extract.sentence import Analysis, Place
from claimcheck.extract.subjects.phrases import covering
from claimcheck.extract.subjects.wordings.gapped import alike
from claimcheck.extract.words.cases import cases
from claimcheck.extract.words.grammar import grammar
from claimcheck.extract.words.usage import shapes

_KINDS = frozenset({"count", "money", "number", "percent"})
_PRICES = frozenset({"money", "number"})
_HEDGES = 2
"""At most so many words stand between a preposition and its number: "mit rund 40"."""


def explained(analysis: Analysis, place: Place) -> NameHit | NounHit | None:
    """Return the name that a number in brackets, or in an apposition, explains.

    Only where nouns have a capital letter is that told apart from a list of names here; for
    other languages the order of words tells it.
    """
    rules = grammar(analysis.sentence.language)
    if not rules.capital_nouns or place.quantity.kind not in _KINDS:
        return None
    return (
        _bracketed(analysis, place)
        or _counted_by(analysis, place)
        or _apposed(analysis, place)
        or _ranked(analysis, place)
    )


def _bracketed(analysis: Analysis, place: Place) -> NameHit | NounHit | None:
    """Return the name right before a bracket that opens on a number: "Lobau (3 Prozent)"."""
    words = analysis.tokens.words
    at = next(
        (i for i in range(place.first - 1, max(place.first - 3, 0), -1) if words[i] == "("), -1
    )
    if at < 1 or any(word[0].isupper() for word in words[at + 1 : place.first]):
        return None
    if place.quantity.kind in _PRICES:
        whole = _head(analysis, place, at)
        if whole is not None:
            return whole
    known = shapes(analysis.sentence.language)
    for hit in analysis.candidates_near(place):
        if hit.last == at and at - 1 not in analysis.measured:
            proper = isinstance(hit, NameHit) or not known[words[at - 1]].plain_noun
            return hit if proper else None
    return None


def _head(analysis: Analysis, place: Place, end: int) -> NameHit | NounHit | None:
    """Return what comes with what stands before a bracket: "Nudeln mit Krabben (18 Euro)"."""
    words, rules = analysis.tokens.words, grammar(analysis.sentence.language)
    known = shapes(analysis.sentence.language)

    def in_phrase(at: int) -> bool:
        return words[at][0].isupper() or known[words[at]].adjective or at in analysis.joints

    hits = {hit.last: hit for hit in analysis.candidates_near(place)}
    found, i = None, end - 1
    while i > 0:
        if words[i] in rules.accompanying:
            found = hits.get(i)
            if found is None:
                return None
            i = found.first
        elif found is not None or not in_phrase(i):
            break
        i -= 1
    return found


def _counted_by(analysis: Analysis, place: Place) -> NameHit | NounHit | None:
    """Return what a participle behind a number describes: "die 40 Läden zählende Kette Lobau"."""
    words, at = analysis.tokens.words, place.last
    if at < len(words) and words[at][0].isupper():
        at += 1
    present = grammar(analysis.sentence.language).present
    if at + 2 >= len(words) or not words[at].endswith(present) or not words[at + 1][0].isupper():
        return None
    named = covering(analysis, at + 2)
    if isinstance(named, NameHit) and named.first <= at + 2:
        return named
    return covering(analysis, at + 1)


def _apposed(analysis: Analysis, place: Place) -> NameHit | None:
    """Return the name before an apposition with a number: "Lobau, ein Werk mit 40 Leuten,"."""
    words = analysis.tokens.words
    led = range(max(place.first - 1 - _HEDGES, 0), place.first)
    if analysis.prepositions.isdisjoint(led):
        return None
    rules = grammar(analysis.sentence.language)
    for name in analysis.names:
        start = name.last + 1
        if name.last >= place.first or words[name.last] != "," or start >= place.first:
            continue
        if words[start] not in rules.articles or "," in words[start : place.first]:
            continue
        end = next((i for i in range(place.last, len(words)) if words[i] in ",–."), -1)
        if end > 0 and words[end - 1][:1].isupper() and not _has_verb(analysis, start, end):
            return name
    return None


def _ranked(analysis: Analysis, place: Place) -> NameHit | NounHit | None:
    """Return what a rank is told of by its size: "Lobau, mit 300 Leuten die größte Werft"."""
    words, rules = analysis.tokens.words, grammar(analysis.sentence.language)
    led = next((i for i in range(place.first - 1, 0, -1) if words[i] in rules.accompanying), 0)
    at = place.last
    if led < 2 or place.first - led > _HEDGES + 1 or words[led - 1] != ",":
        return None
    rank, known = words[at : at + 2], cases(analysis.sentence.language)
    if known is None or len(rank) < 2 or rank[0] not in rules.definite:
        return None
    if not rank[1].endswith(known.highest):
        return None
    end = next((i for i in range(at, len(words)) if words[i] in ",–."), len(words))
    if _has_verb(analysis, at, end):
        return None
    hits = {hit.last: hit for hit in analysis.candidates_near(place)}
    hit = hits.get(led - 1)
    if isinstance(hit, NameHit):
        return hits.get(hit.first - 1, hit)  # "die Werft in Lobau"
    return hit


def _has_verb(analysis: Analysis, first: int, last: int) -> bool:
    """Return whether some tokens hold a verb, and so are a clause of their own."""
    tags = ("auxiliary", "says", "equals")
    return any(analysis.tagged(tag, i, i + 1) for tag in tags for i in range(first, last))


def named_behind(analysis: Analysis, place: Place) -> NameHit | NounHit | None:
    """Return the name in brackets behind a number of a row: "3 Prozent (Kiel) und 4 (Bonn)"."""
    if not grammar(analysis.sentence.language).capital_nouns or place.quantity.kind not in _KINDS:
        return None
    named = {other.first: _in_brackets(analysis, other) for other in analysis.places}
    row = [hit for hit in named.values() if hit is not None]
    return named.get(place.first) if len(row) > 1 else None


def _in_brackets(analysis: Analysis, place: Place) -> NameHit | NounHit | None:
    """Return the name that stands alone in the brackets right behind a number."""
    words, at = analysis.tokens.words, place.last
    if words[at : at + 1] != ("(",):
        return None
    hits = (hit for hit in analysis.candidates if hit.first == at + 1)
    return next((hit for hit in hits if words[hit.last : hit.last + 1] == (")",)), None)


def set_against(
    analysis: Analysis, place: Place, measured: tuple[int, int] | None
) -> NameHit | None:
    """Return the name behind a number that is held against another: "gegenüber 9 bei Lobau"."""
    cues = analysis.tags.get("held_against")
    if cues is None or place.quantity.kind not in _KINDS or not _follows_alike(analysis, place):
        return None
    behind = range(max(place.first - _HEDGES, 0), place.first + 1)
    if not any(cue.last in behind for cue in cues):
        return None
    at = place.last
    if measured is not None and measured[0] == at:
        at = measured[1]
    if at not in analysis.prepositions:
        return None
    return next((name for name in analysis.names if name.first == at + 1), None)


def _follows_alike(analysis: Analysis, place: Place) -> bool:
    """Return whether the number before is of the same kind."""
    before = [other for other in analysis.places if other.last < place.first]
    return bool(before) and alike(before[-1].quantity.kind, place.quantity.kind)
