"""What a number measures more closely, by a word of its clause: hectares that burn.

"150 Hektar" are an area, and beside "Waldbrand" the area that burned; people at a rally are
demonstrators. A concept lists what it narrows, and words that may stand beside it for that,
as its own do, or right behind the number: "two points clear", "14-mal Gold".
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

import msgspec

from claimcheck.extract.concepts.concept import Concept
from claimcheck.extract.concepts.fitting import fits, is_below
from claimcheck.extract.concepts.lexicon import MeasureLexicon
from claimcheck.extract.measures.carried import RELATIVE, Bound
from claimcheck.extract.sentence import Analysis, Place
from claimcheck.extract.words.grammar import grammar
from claimcheck.extract.words.lemma import morphology
from claimcheck.extract.words.remembered import Remembered
from claimcheck.model import Named, Quantity

_REACH = 15
"""How many tokens away from the number such a word may stand."""
_LEXICONS = 64
_OPENS = frozenset('„“"»«')
"""What opens a title, which cuts a clause: "den „Tatort“ sahen 8 Millionen"."""
_PARTS = frozenset({"count", "number"})
_PERSON, _TIME = "person", "time"
_Row = tuple[Concept, frozenset[str], frozenset[str]]
"""What a measure is narrowed to, and the words that must stand beside, or behind."""


def narrowed(
    analysis: Analysis, place: Place, found: Bound | None, lexicon: MeasureLexicon
) -> Bound | None:
    """Return the measure as a word of the clause narrows it; the one that was found is another."""
    rows = _cues(lexicon, analysis.sentence.language).get(found.name.key if found else "", ())
    if place.quantity.kind == "date" and place.quantity.qualifier == "at_most":
        rows = [*_untils(lexicon, analysis.sentence.language), *rows]
    rows = [row for row in rows if _fits(row[0], place.quantity)]
    if found is None and place.quantity.kind in RELATIVE:  # no share is one of sums
        rows = [row for row in rows if "percent" in row[0].units]
    ordered = place.quantity.kind == "ordinal" and place.quantity.unit != _TIME
    follows = frozenset(map(str.lower, analysis.tokens.words[place.last : place.last + 1]))
    if _is_of_more(analysis, place):
        rows = [row for row in rows if not follows.isdisjoint(row[2])]
    if not rows or ordered:
        return found
    clauses = own_clauses(analysis, place)
    beside = _words(analysis, place, clauses)
    said = _said(analysis, place, clauses) if found is not None else frozenset[str]()
    for concept, words, behind in rows:
        key, needs = concept.key, words or behind
        if needs and key not in said and beside.isdisjoint(words) and follows.isdisjoint(behind):
            continue
        if found is None:
            return Bound(Named(place.quantity.quote, key), None, loose=True)
        return msgspec.structs.replace(found, name=Named(found.name.text, key))
    return found


def _said(analysis: Analysis, place: Place, clauses: Sequence[int]) -> frozenset[str]:
    """Return the concepts of the clause; verbs say of counted things what they do anyway."""
    kinds = {"noun"} if place.quantity.kind != "measure" else {"noun", "verb"}
    return frozenset(
        hit.key
        for hit in analysis.measures
        if hit.kind in kinds and analysis.clause(hit.first) in clauses
    )


def _fits(concept: Concept, quantity: Quantity) -> bool:
    """Return whether a number can be a figure of the narrower concept."""
    if concept.in_units and quantity.unit not in concept.in_units:
        return False
    if concept.below and not is_below(quantity, concept.below):
        return False
    return quantity.unit == concept.key or fits(concept, quantity)


def _is_of_more(analysis: Analysis, place: Place) -> bool:
    """Return whether a number is the whole of which the one before is a part, or of an adjective.

    "62 of its 172 shops close", "the five-man force"; other things are no part of it ("400 houses
    in six villages").
    """
    quantity = place.quantity
    if quantity.kind != "count":
        return False
    joined = "-" in quantity.quote and " " not in quantity.quote and quantity.unit != _TIME
    return joined or any(
        0 < place.first - other.last <= 2
        and other.quantity.kind in _PARTS
        and other.quantity.unit in (None, quantity.unit)
        for other in analysis.places
    )


def _words(analysis: Analysis, place: Place, clauses: Sequence[int]) -> frozenset[str]:
    """Return the forms of the words of the number's clause that are near it."""
    words, clause = analysis.tokens.words, analysis.tokens.clause
    forms = _forms(analysis.sentence.language)
    near = range(max(place.first - _REACH, 0), min(place.last + _REACH, len(words)))
    own = [i for i in near if clause[i] in clauses]
    if not _OPENS.isdisjoint(words):
        titles = {clause[i] for i in near if words[i] in _OPENS and clause[i - 1] in clauses}
        own += [i for i in near if clause[i] in titles and clause[i] not in clauses]
    return frozenset[str]().union(*[forms[words[i]] for i in own])


def own_clauses(analysis: Analysis, place: Place) -> tuple[int, ...]:
    """Return the number's clause, with the one before where that goes on in it or around it.

    Brackets and relative clauses go on: "10 km (6 miles)", "the quake, which hit at 10 km". What is
    put between commas is of the clause around it: "the prize, worth $5,000, went to".
    """
    words, clause, first = analysis.tokens.words, place.clause, place.first
    clauses = analysis.tokens.clause
    while first and clauses[first - 1] == clause:
        first -= 1
    if not first:
        return (clause,)
    relative = grammar(analysis.sentence.language).relative
    before = clauses[first - 1]
    goes_on = words[first] == "(" or words[first + 1].lower() in relative
    if goes_on or _is_around(analysis, place, before):
        return (clause, before)
    start = first - 1
    while start and clauses[start - 1] == before:
        start -= 1
    if start and words[first] == "," and words[start + 1].lower() in relative:
        return (clause, clauses[start - 1])  # "the show, which opened in May, has 40 works"
    return (clause,)


def _is_around(analysis: Analysis, place: Place, before: int) -> bool:
    """Return whether the clause before goes on behind that of the number."""
    last, clauses = place.last, analysis.tokens.clause
    while last < len(clauses) and clauses[last] == place.clause:
        last += 1
    return last < len(clauses) and clauses[last] == before


@cache
def _forms(language: str) -> Remembered[tuple[str, ...]]:
    """Return the table of what each word may be listed as.

    As written, in its dictionary form, by its last part.
    """
    known = morphology(language)

    def forms(word: str) -> tuple[str, ...]:
        reading = known.reading(word)
        head = () if reading.head is None else (reading.head,)
        return (word.lower(), reading.lemma.lower(), *head) if word[0].isalpha() else ()

    return Remembered(forms)


@lru_cache(_LEXICONS)
def _cues(lexicon: MeasureLexicon, language: str) -> Mapping[str, Sequence[_Row]]:
    """Return by concept what narrows it, and the words that must stand beside."""
    cues: dict[str, list[_Row]] = {}
    for concept in lexicon.concepts:
        if not concept.narrows:
            continue
        words, behind = (
            frozenset(map(str.lower, concept.words.get(f"{language}_{field}", ())))
            for field in ("beside", "behind")
        )
        needs_none = not any(field.endswith(("_beside", "_behind")) for field in concept.words)
        for key in _widened(lexicon, concept) if words or behind or needs_none else ():
            cues.setdefault(key, []).append((concept, words, behind))
    for rows in cues.values():
        rows.sort(key=lambda row: not row[2])  # right behind the number says more
    return cues


@lru_cache(_LEXICONS)
def _untils(lexicon: MeasureLexicon, language: str) -> list[_Row]:
    """Return the concepts that dates until which something lasts are of, with their words."""
    field = f"{language}_until"
    return [
        (concept, frozenset(map(str.lower, concept.words[field])), frozenset())
        for concept in lexicon.concepts
        if field in concept.words
    ]


def _widened(lexicon: MeasureLexicon, concept: Concept) -> list[str]:
    """Return what a concept narrows; "person" stands for all that says who is counted."""
    keys = dict.fromkeys(concept.narrows)
    if _PERSON in keys:
        del keys[_PERSON]
        keys.update(
            (other.key, None)
            for other in lexicon.concepts
            if other.named and not other.befalls and other.key != concept.key
        )
    return list(keys)
