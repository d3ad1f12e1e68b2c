"""How near each concept of a sentence is to being what a number measures."""

from __future__ import annotations

from claimcheck.extract.clauses.coordinate import opened_by
from claimcheck.extract.measures.concepts import Concept
from claimcheck.extract.measures.labels import label_head
from claimcheck.extract.measures.lexicon import MeasureHit, MeasureLexicon, is_sum
from claimcheck.extract.measures.others import (
    VAGUE,
    is_currency,
    is_figure,
    is_gap,
    is_led,
    is_led_to_other,
    is_no_count,
    is_of_other,
    is_of_other_kind,
    is_other_stuff,
    is_said_of,
    is_source,
    is_stuff,
    looks_like_verb,
    of_other_size,
)
from claimcheck.extract.measures.shares import (
    costs,
    counts_people,
    has_whole,
    is_of_others,
    is_of_sum,
    is_opinion,
    is_share_of,
)
from claimcheck.extract.sentence import Analysis, Place
from claimcheck.extract.words.grammar import grammar

_RANKS = frozenset({"rank"})
_RELATIVE = frozenset({"percent", "percentage_point", "ratio"})
_TIMES = frozenset({"date", "duration", "clock"})
_PRICED = frozenset({"money", "percent"})
"""The units of what a share tells that something costs more: no tickets, but their price."""
_PARTS = frozenset({"count", "number"})
OTHER_CLAUSE = 20.0
MENTIONED = 12.0
OWN = 5.0
_NAMED = 4.5
"""Customers are more than people: what is counted by name needs no other word."""
_OTHER_TERRITORY = 4.0
_COUNTED_ELSEWHERE = 15.0
_ASIDE = 8.0
_WHOLE = 10.0
_OF_WHO = 3.0
_NUMBER_WORDS_BEFORE = 3
_BESIDE = 3
"""How far from counted things a phrase may be that says more of them: "ohne Strom"."""
_REASON = 4
"""How many tokens before a noun the preposition can stand that makes it a reason."""
_MARKS = frozenset({"average", "record", "value"})
"""Of these, what a number is held against: "weit unter dem bisherigen Rekord"."""


def near_concepts(
    analysis: Analysis, place: Place, lexicon: MeasureLexicon, own: str | None
) -> list[tuple[float, MeasureHit]]:
    """Return the concepts that may be the measure with their costs, the likeliest first."""
    quantity = place.quantity
    info = lexicon.info(own) if own is not None else None
    counted = quantity.kind == "count"
    relative = quantity.kind in _RELATIVE
    thing = counted and quantity.per is None and (info is None or not info.generic)
    persons = info is not None and "person" in info.units
    of_sum = relative and is_of_sum(analysis, place, lexicon)
    often = quantity.unit == "time"  # "man lebt nur zweimal"
    looking_on = info is not None and _look_on(analysis, place)
    opened = opened_by(analysis, place)
    gap = is_gap(analysis, place)
    dearer = relative and costs(analysis, place, lexicon)
    meant = is_sum(quantity) and analysis.tagged("meant_for", place.last, place.last + 1)
    found: list[tuple[float, MeasureHit]] = []
    for hit in analysis.measures_near(place):
        if hit.kind == "change" or not is_figure(analysis, quantity, hit, lexicon):
            continue
        if gap and (hit.kind != "verb" or hit.last != place.first):
            continue
        inside = place.first <= hit.first < place.last
        if inside and (hit.key == own or looks_like_verb(analysis, place, hit)):
            continue
        if inside and counted and hit.kind == "adjective" and hit.only == "sizes":
            continue  # "30 older jets"
        if inside and quantity.kind == "money" and is_currency(analysis, place, hit):
            continue
        if is_other_stuff(analysis, place, hit):
            continue
        if hit.kind == "entity" and relative and not _of_whole(analysis, place, hit):
            continue
        verbal = hit.kind in ("verb", "adjective")
        if verbal and (looking_on or (often and "person" in lexicon.info(hit.key).units)):
            continue
        if of_sum and not verbal and counts_people(lexicon, hit.key):
            continue
        if relative and lexicon.info(hit.key).units == _RANKS:
            continue
        if relative and not verbal and is_opinion(analysis, place, hit, lexicon):
            continue
        if relative and hit.kind == "verb" and is_of_others(analysis, place, hit, lexicon):
            continue
        if quantity.kind == "number" and is_no_count(analysis, place, hit, lexicon):
            continue
        if dearer and not verbal and lexicon.info(hit.key).units.isdisjoint(_PRICED):
            continue
        if meant and hit.first >= place.last and "money" not in lexicon.info(hit.key).units:
            continue
        if is_source(analysis, place, hit):
            continue
        of_own = own is not None and own in lexicon.info(hit.key).units
        if persons and not verbal and not of_own and not _of_people(lexicon, hit.key):
            continue
        if info is not None and verbal and not _befalls(lexicon, hit.key, info, persons):
            continue
        if thing and not verbal and not of_own and not _says_more(analysis, place, hit):
            continue
        cost = _cost(analysis, place, hit, counted, opened)
        if info is not None and info.generic and place.first <= hit.first < place.last:
            if not verbal and _is_one_of_two(analysis, place, hit):
                continue
            cost = min(cost, _NAMED) if cost is not None else None
        told = verbal and (persons or thing) and lexicon.info(hit.key).befalls
        if told and is_said_of(analysis, place, hit):
            cost = _OF_WHO
        if cost is not None:
            found.append((cost, hit))
    found.sort(key=_by_cost)
    return found


def _look_on(analysis: Analysis, place: Place) -> bool:
    """Return whether something is done before the counted people, and not by or to them."""
    return analysis.tagged("watched_by", place.first - 1, place.first) is not None


def is_whole(analysis: Analysis, place: Place) -> bool:
    """Return whether these are all of whom the number before counts some.

    In "three of the five suspects were freed" nothing is said of the five.
    """
    return place.quantity.kind == "count" and any(
        _is_partitive(analysis, other, place) for other in analysis.places
    )


def _is_partitive(analysis: Analysis, part: Place, whole: Place) -> bool:
    """Return whether only "of the" or the like stands between two counts."""
    if not 0 < whole.first - part.last <= 2 or part.quantity.kind not in _PARTS:
        return False
    cue = analysis.tagged("share_of", part.last, whole.first)
    return cue is not None and cue.first == part.last and cue.last == whole.first


def _by_cost(row: tuple[float, MeasureHit]) -> tuple[float, bool, int]:
    return row[0], row[1].kind == "noun", row[1].first


def _of_people(lexicon: MeasureLexicon, key: str) -> bool:
    """Return whether people can be counted by a concept."""
    units = lexicon.info(key).units
    return not units or "person" in units


def _befalls(lexicon: MeasureLexicon, key: str, own: Concept, persons: bool) -> bool:
    """Return whether what a verb says can be said of the counted things."""
    if own.befalls:
        return key in own.near
    if not own.entity:
        return key in own.near or (persons and lexicon.info(key).befalls)
    units = lexicon.info(key).units
    if key in own.near and lexicon.info(key).befalls:
        return True  # "90 Rinder verendeten"
    if own.generic:
        return not persons or not units or "person" in units
    return not units or ("person" in units) == persons


def _cost(
    analysis: Analysis, place: Place, hit: MeasureHit, counted: bool, opened: int
) -> float | None:
    """Return how far a concept is from being the measure; None where it is part of a unit.

    `opened` is where the number opens a clause of its own, 0 where it does not.
    """
    noun, relative = hit.kind != "verb", place.quantity.kind in _RELATIVE
    if place.first <= hit.first < place.last:
        if relative:
            one = place.last == place.first + 1 and noun
            return 1.0 if one or hit.last > place.last else None  # "per cent of the vote"
        if not counted and place.quantity.per is not None:
            return None
        if place.quantity.per is not None and not _in_noun(analysis, place, hit):
            return None
        if hit.last > place.last or hit.only == "topic":
            return 1.0  # "300 rounds of ammunition", "300 shots" of vaccine
        return MENTIONED if hit.kind == "entity" else OWN
    if hit.only == "sizes" and hit.kind == "adjective" and of_other_size(analysis, place, hit):
        return None
    if place.quantity.kind == "measure" and is_stuff(analysis, place, hit):
        return 0.5
    before = hit.first < place.first
    distance = float(_gap(analysis, place, hit))
    other = analysis.numbered.get(hit.first)
    if other is not None and counted and _is_part(analysis, place, hit):
        return _NAMED
    if other is not None:
        if other.kind != "count" or _is_of_parts(analysis, place, hit):
            return None
        bare = not before and place.quantity.kind == "number"
        distance += _COUNTED_ELSEWHERE if counted or bare else _OTHER_TERRITORY
    if noun and before and is_led_to_other(analysis, place, hit):
        if is_of_other_kind(analysis, place, hit):
            return None
        distance += MENTIONED
    label = label_head(analysis, place)
    if label is not None and place.quantity.kind == "number" and label < hit.first < place.first:
        return None  # "Tage mit Betrieb: 138"
    if label == hit.last - 1 or (hit.last == place.first - 1 and _is_colon(analysis, hit.last)):
        distance = 0.0
    elif analysis.clause(hit.first) != _clause(analysis, place, before) or hit.first < opened:
        if relative and not before and analysis.tagged_in_clause("says", place) is not None:
            return None  # "40 Prozent sagten, dass sie Hilfen erhalten"
        distance += OTHER_CLAUSE
    elif not _in_reach(analysis, place, hit):
        distance += _OTHER_TERRITORY
    elif hit.kind == "verb" and hit.last == place.first and place.quantity.unit is None:
        return 0.5  # "the blast killed four"
    elif counted and not noun:
        joined = before and hit.last == place.first - 1 and hit.last in analysis.joints
        return 2.0 + distance / 10 + (MENTIONED if joined else 0.0)
    if before and is_of_other(analysis, place, hit):
        distance += MENTIONED
        if is_sum(place.quantity):
            return None
    aside = noun and _is_aside(analysis, place, hit)
    if aside and hit.key in _MARKS and not before:
        return None
    if noun and before and relative and is_led(analysis, hit.first) and has_whole(analysis, place):
        return None  # "nach Ausfällen 90 Prozent ihrer Züge"
    if noun and is_reason(analysis, hit.first):
        distance += OTHER_CLAUSE
    elif aside:
        distance += _ASIDE
    if not before and relative and is_share_of(analysis, place, hit):
        distance += (
            _WHOLE
            if analysis.tagged("share_of", place.last, place.last + 1) or hit.kind != "entity"
            else 0.0
        )
    if hit.key == "duration" and place.quantity.kind != "duration":
        distance += MENTIONED
    if hit.key in VAGUE:
        distance += OWN
    if hit.kind == "entity":
        distance += MENTIONED
    elif noun and counted:
        distance += OWN
    return distance + (0.0 if noun else 2.0)


def _is_colon(analysis: Analysis, index: int) -> bool:
    return analysis.tokens.words[index] == ":"


def _is_of_parts(analysis: Analysis, place: Place, hit: MeasureHit) -> bool:
    """Return whether a share stands beside a count that it is no share of.

    In "28 per cent and 49 seats" the 28 are not of the seats.
    """
    return place.quantity.kind in _RELATIVE and not is_share_of(analysis, place, hit)


def _in_reach(analysis: Analysis, place: Place, hit: MeasureHit) -> bool:
    """Return whether no other number stands between; times do not keep verbs away."""
    if place.left <= hit.first < place.right:
        return True
    if hit.kind != "verb":
        return False
    first, last = min(hit.first, place.last), max(hit.last, place.first)
    return all(
        other.quantity.kind in _TIMES
        or other.last <= first
        or last <= other.first
        or _is_partitive(analysis, place, other)
        for other in analysis.places
        if other is not place
    )


def _gap(analysis: Analysis, place: Place, hit: MeasureHit) -> int:
    """Return how many tokens lie between, without those of insertions."""
    before = hit.first < place.first
    gap = place.first - hit.last if before else hit.first - place.last + 1
    clause, clauses = place.clause, analysis.tokens.clause
    if gap < 3 or analysis.clause(hit.first) != clause:
        return gap
    between = range(hit.last, place.first) if before else range(place.last, hit.first)
    return gap - sum(clauses[i] != clause for i in between)


def _is_aside(analysis: Analysis, place: Place, hit: MeasureHit) -> bool:
    """Return whether a preposition leads the noun, and none leads from it to the number.

    "die Zahl der Opfer nach dem Brand stieg auf drei", but "bei einem Umsatz von drei".
    """
    led = is_led(analysis, hit.first)
    if not led or _is_of_carrier(analysis, hit):
        return False
    return hit.last not in analysis.prepositions and hit.last != place.first


def _is_part(analysis: Analysis, place: Place, hit: MeasureHit) -> bool:
    """Return whether the number is a part of what is counted next: "drei der fünf Angeklagten"."""
    cue = analysis.tagged("share_of", place.last, place.last + 1)
    return cue is not None and any(
        cue.last == other.first and other.first <= hit.first < other.last
        for other in analysis.places
    )


def _is_of_carrier(analysis: Analysis, hit: MeasureHit) -> bool:
    """Return whether the noun says what is carried by the one before: "ein Rekord von Toten"."""
    cue = analysis.tagged("leads_to", hit.first - 1, hit.first)
    return cue is not None and any(
        other.key in VAGUE and other.last == cue.first for other in analysis.measures
    )


def _clause(analysis: Analysis, place: Place, before: bool) -> int:
    """Return the clause of a number; one in brackets is of what stands before them.

    "die Importe von Waren (minus 8,6 Prozent)".
    """
    words, numbered = analysis.tokens.words, analysis.numbered
    for i in (place.first - 1, place.first - 2):
        if before and i > 0 and words[i] == "(" and i - 1 not in numbered:
            return analysis.clause(i - 1)
    return place.clause


def is_reason(analysis: Analysis, first: int) -> bool:
    """Return whether the noun is why or in spite of what something happens.

    "trotz hoher Einsparungen mit drei Millionen den größten Verlust".
    """
    rules = grammar(analysis.sentence.language)
    words = analysis.tokens.words
    for i in range(first - 1, max(first - _REASON, 0) - 1, -1):
        word = words[i]
        if word.lower() in rules.reasons:
            return True
        if not word[0].islower():
            break
    return False


def _of_whole(analysis: Analysis, place: Place, hit: MeasureHit) -> bool:
    """Return whether a share is said to be one of these things, or they are what is counted.

    "61 Prozent der Firmen", "die Zahl der Firmen sank um drei Prozent"; but no bank is
    measured in "die Bank erwartet drei Prozent".
    """
    first = max(hit.first - _NUMBER_WORDS_BEFORE, 0)
    return (
        place.first <= hit.first < place.last + 1
        or is_share_of(analysis, place, hit)
        or analysis.tagged("number_of", first, hit.first) is not None
    )


def _is_one_of_two(analysis: Analysis, place: Place, hit: MeasureHit) -> bool:
    """Return whether the counted noun is joined to another one: "300 Frauen und Männer"."""
    return any(
        other.key != hit.key and place.first <= other.first < place.last
        for other in analysis.measures
        if other.kind in ("noun", "entity")
    ) and any(place.first < joint < place.last for joint in analysis.joints)


def _says_more(analysis: Analysis, place: Place, hit: MeasureHit) -> bool:
    """Return whether a noun says more of counted things than their own one.

    It is part of their phrase, a phrase itself ("ohne Strom"), or counted by a word
    before it ("die Zahl der Wölfe").
    """
    first = max(hit.first - _NUMBER_WORDS_BEFORE, 0)
    return (
        place.first <= hit.first < place.last
        or (hit.last - hit.first > 1 and _gap(analysis, place, hit) <= _BESIDE)
        or analysis.tagged("number_of", first, hit.first) is not None
    )


def _in_noun(analysis: Analysis, place: Place, hit: MeasureHit) -> bool:
    return analysis.tokens.words[hit.first] in place.quantity.noun
