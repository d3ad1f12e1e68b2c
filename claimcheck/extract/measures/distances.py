"""How far a concept of a sentence is from being what a number measures."""

from __future__ import annotations

import msgspec

from claimcheck.extract.concepts.concept import Concept
from claimcheck.extract.concepts.fitting import is_sum
from claimcheck.extract.concepts.hits import MeasureHit
from claimcheck.extract.concepts.keys import DURATION, MARKS, VAGUE
from claimcheck.extract.concepts.lexicon import MeasureLexicon
from claimcheck.extract.measures.labels import label_head
from claimcheck.extract.measures.others import (
    is_led,
    is_led_to_other,
    is_of_other,
    is_of_other_kind,
    is_stuff,
    of_other_size,
)
from claimcheck.extract.measures.shares import has_whole, is_share_of
from claimcheck.extract.sentence import Analysis, Place
from claimcheck.extract.words.grammar import grammar

_RELATIVE = frozenset({"percent", "percentage_point", "ratio"})
_TIMES = frozenset({"date", "duration", "clock"})
_PARTS = frozenset({"count", "number"})
OTHER_CLAUSE = 20.0
MENTIONED = 12.0
OWN = 5.0
NAMED = 4.5
"""Customers are more than people: what is counted by name needs no other word."""
_ATTACHED = 0.5
_INSIDE = 1.0
_SAID = 2.0
_OTHER_TERRITORY = 4.0
_COUNTED_ELSEWHERE = 15.0
_ASIDE = 8.0
_WHOLE = 10.0
_REASON = 4
"""How many tokens before a noun the preposition can stand that makes it a reason."""


class Number(msgspec.Struct, frozen=True, gc=False):
    """A number whose measure is sought, and what its sentence says of it whatever the concept.

    `own` is the concept that its unit names, and `info` what is known of that one; `opened`
    is where the number opens a clause of its own, 0 where it does not.
    """

    analysis: Analysis
    place: Place
    lexicon: MeasureLexicon
    own: str | None
    info: Concept | None
    opened: int

    @property
    def counted(self) -> bool:
        """Whether things or people are counted."""
        return self.place.quantity.kind == "count"

    @property
    def relative(self) -> bool:
        """Whether it is a percentage or the like."""
        return self.place.quantity.kind in _RELATIVE

    @property
    def of_people(self) -> bool:
        """Whether its unit names people."""
        return self.info is not None and "person" in self.info.units

    @property
    def is_thing(self) -> bool:
        """Whether things of a kind are counted, which is what is measured unless more is said."""
        whole = self.counted and self.place.quantity.per is None
        return whole and (self.info is None or not self.info.generic)

    def is_inside(self, hit: MeasureHit) -> bool:
        """Return whether a concept is a word of the number's own phrase."""
        return self.place.first <= hit.first < self.place.last

    def is_before(self, hit: MeasureHit) -> bool:
        """Return whether a concept stands before the number."""
        return hit.first < self.place.first


def cost(number: Number, hit: MeasureHit) -> float | None:
    """Return how far a concept is from being the measure; None where it cannot be.

    It is a matter of tokens between them, of the numbers that stand nearer to the concept,
    of the clauses of both, and of what the concept does in its clause.
    """
    analysis, place = number.analysis, number.place
    if number.is_inside(hit):
        return _inside(number, hit)
    if hit.only == "sizes" and hit.kind == "adjective" and of_other_size(analysis, place, hit):
        return None
    if place.quantity.kind == "measure" and is_stuff(analysis, place, hit):
        return _ATTACHED
    if number.counted and hit.first in analysis.numbered and _is_part_of(analysis, place, hit):
        return NAMED
    taken = _taken(number, hit)
    if taken is None:
        return None
    distance = gap(number, hit) + taken
    label = label_head(analysis, place)
    if label is not None and place.quantity.kind == "number" and label < hit.first < place.first:
        return None  # "Tage mit Betrieb: 138"
    if label == hit.last - 1 or (hit.last == place.first - 1 and _is_colon(analysis, hit.last)):
        distance = 0.0
    else:
        apart = _apart(number, hit)
        said = _said(number, hit, distance) if apart == 0 else None
        if apart is None or said is not None:
            return said
        distance += apart
    role = _role(number, hit)
    return None if role is None else distance + role


def _inside(number: Number, hit: MeasureHit) -> float | None:
    """Return the cost of a word of the number's own phrase; None for a part of its unit."""
    place = number.place
    if number.relative:
        one = place.last == place.first + 1 and hit.kind != "verb"
        return _INSIDE if one or hit.last > place.last else None  # "per cent of the vote"
    if place.quantity.per is not None and not (number.counted and _in_noun(place, hit, number)):
        return None
    if hit.last > place.last or hit.only == "topic":
        return _INSIDE  # "300 rounds of ammunition", "300 shots" of vaccine
    return MENTIONED if hit.kind == "entity" else OWN


def _in_noun(place: Place, hit: MeasureHit, number: Number) -> bool:
    return number.analysis.tokens.words[hit.first] in place.quantity.noun


def _taken(number: Number, hit: MeasureHit) -> float | None:
    """Return by how much other numbers have a better claim to a concept; None where one has it."""
    analysis, place = number.analysis, number.place
    before, taken = number.is_before(hit), 0.0
    other = analysis.numbered.get(hit.first)
    if other is not None:
        if other.kind != "count" or _is_of_parts(number, hit):
            return None
        bare = not before and place.quantity.kind == "number"
        taken = _COUNTED_ELSEWHERE if number.counted or bare else _OTHER_TERRITORY
    if hit.kind != "verb" and before and is_led_to_other(analysis, place, hit):
        if is_of_other_kind(analysis, place, hit):
            return None
        taken += MENTIONED
    return taken


def _apart(number: Number, hit: MeasureHit) -> float | None:
    """Return how far the clauses of both are from each other; None where they say two things."""
    analysis, place, before = number.analysis, number.place, number.is_before(hit)
    one_clause = analysis.clause(hit.first) == _clause(analysis, place, before)
    if not one_clause or hit.first < number.opened:
        asked = number.relative and not before
        if asked and analysis.tagged_in_clause("says", place) is not None:
            return None  # "40 Prozent sagten, dass sie Hilfen erhalten"
        return OTHER_CLAUSE
    return 0.0 if _in_reach(analysis, place, hit) else _OTHER_TERRITORY


def _said(number: Number, hit: MeasureHit, distance: float) -> float | None:
    """Return the cost of a verb that says what is counted or what became of it, None for others."""
    analysis, place = number.analysis, number.place
    if hit.kind != "verb":
        return None
    if hit.last == place.first and place.quantity.unit is None:
        return _ATTACHED  # "the blast killed four"
    if not number.counted:
        return None
    joined = number.is_before(hit) and hit.last == place.first - 1 and hit.last in analysis.joints
    return _SAID + distance / 10 + (MENTIONED if joined else 0.0)


def _role(number: Number, hit: MeasureHit) -> float | None:
    """Return what a concept costs for what it does in its clause; None where it measures others."""
    analysis, place, relative = number.analysis, number.place, number.relative
    noun, before, extra = hit.kind != "verb", number.is_before(hit), 0.0
    if before and is_of_other(analysis, place, hit):
        if is_sum(place.quantity):
            return None
        extra += MENTIONED
    aside = noun and _is_aside(analysis, place, hit)
    if aside and hit.key in MARKS and not before:
        return None
    if noun and before and relative and is_led(analysis, hit.first) and has_whole(analysis, place):
        return None  # "nach Ausfällen 90 Prozent ihrer Züge"
    if noun and is_reason(analysis, hit.first):
        extra += OTHER_CLAUSE
    elif aside:
        extra += _ASIDE
    if relative and not before and is_share_of(analysis, place, hit):
        shared = analysis.tagged("share_of", place.last, place.last + 1) is not None
        extra += _WHOLE if shared or hit.kind != "entity" else 0.0
    return extra + _by_kind(number, hit)


def _by_kind(number: Number, hit: MeasureHit) -> float:
    """Return what a concept costs for the sort of word that it is."""
    extra = 0.0
    if hit.key == DURATION and number.place.quantity.kind != "duration":
        extra += MENTIONED
    if hit.key in VAGUE:
        extra += OWN
    if hit.kind == "entity":
        return extra + MENTIONED
    if hit.kind == "verb":
        return extra + _SAID
    return extra + (OWN if number.counted else 0.0)


def _is_colon(analysis: Analysis, index: int) -> bool:
    return analysis.tokens.words[index] == ":"


def _is_of_parts(number: Number, hit: MeasureHit) -> bool:
    """Return whether a share stands beside a count that it is no share of.

    In "28 per cent and 49 seats" the 28 are not of the seats.
    """
    return number.relative and not is_share_of(number.analysis, number.place, hit)


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


def gap(number: Number, hit: MeasureHit) -> int:
    """Return how many tokens lie between, without those of insertions."""
    analysis, place, before = number.analysis, number.place, number.is_before(hit)
    apart = place.first - hit.last if before else hit.first - place.last + 1
    clause, clauses = place.clause, analysis.tokens.clause
    if apart < 3 or analysis.clause(hit.first) != clause:
        return apart
    between = range(hit.last, place.first) if before else range(place.last, hit.first)
    return apart - sum(clauses[i] != clause for i in between)


def _is_aside(analysis: Analysis, place: Place, hit: MeasureHit) -> bool:
    """Return whether a preposition leads the noun, and none leads from it to the number.

    "die Zahl der Opfer nach dem Brand stieg auf drei", but "bei einem Umsatz von drei".
    """
    led = is_led(analysis, hit.first)
    if not led or _is_of_carrier(analysis, hit):
        return False
    return hit.last != place.first and not _leads_on(analysis, place, hit)


def _leads_on(analysis: Analysis, place: Place, hit: MeasureHit) -> bool:
    """Return whether a preposition leads from a noun on, and over no verb to a number behind.

    "The death toll from the crash at Halvern rose to 14" counts no crashes.
    """
    if hit.last not in analysis.prepositions:
        return False
    order = analysis.order
    verb = order.clauses[hit.first].verb if order is not None else -1
    return not hit.last < verb < place.first


def _is_part_of(analysis: Analysis, place: Place, hit: MeasureHit) -> bool:
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
