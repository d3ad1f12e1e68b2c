"""What a number measures: the counted noun, the governing noun or the verb of its clause."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

import msgspec

from claimcheck.extract.concepts import Concept
from claimcheck.extract.governor import governor, is_age, numbered_noun
from claimcheck.extract.lemma import lemma
from claimcheck.extract.measures import MeasureHit, MeasureLexicon, dimension
from claimcheck.extract.sentence import Analysis, Place
from claimcheck.model import Named, Quantity, TextSpan

_RELATIVE = frozenset({"percent", "percentage_point", "ratio"})
_COUNTED = frozenset({"count", "number"})
_OTHER_CLAUSE = 20.0
_OTHER_TERRITORY = 4.0
_MENTIONED = 12.0
_COUNTED_ELSEWHERE = 15.0
_CARRIED = 18.0
_OWN = 5.0
_ASIDE = 8.0
_WHOLE = 6.0
_READINGS = 3
_VAGUE = frozenset({"share", "amount", "value", "average", "record"})
"""Concepts that only carry another one: "der Anteil der Frauen"."""
_NO_TOPIC = frozenset({"date", "ordinal", "duration"})
_PLAIN = 2.0
_NUMBER_WORDS_BEFORE = 3

_BY_DIMENSION = {
    "temperature": "temperature",
    "speed": "speed",
    "power": "power",
    "area": "area",
    "charge": "battery_capacity",
}
"""What a number of this dimension measures where no word says so."""


class Bound(msgspec.Struct, frozen=True, gc=False):
    """A measure with its words; `loose` when it stands outside the number's clause.

    `tokens` are where it stands in the sentence, None for one that is carried over;
    `others` are what else the number may be said to measure ("14 rifles were seized").
    """

    name: Named
    span: TextSpan | None
    loose: bool
    tokens: tuple[int, int] | None = None
    verb: bool = False
    others: frozenset[str] = frozenset()


class Carried(msgspec.Struct):
    """The measure of the number before, which a bare number behind it carries on."""

    bound: Bound | None = None
    quantity: Quantity | None = None
    topic: Bound | None = None
    """What the sentence before speaks of, for the pronouns of the next one."""
    heard: tuple[str, ...] = ()
    """The words of a sentence without numbers right before, not yet looked at."""


def measure(
    analysis: Analysis, place: Place, lexicon: MeasureLexicon, carried: Carried
) -> Bound | None:
    """Return the measure of the quantity.

    The noun that leads to it ("ein Umsatz von") settles it. Else nearness decides: a
    counted thing is its own measure unless a verb says what became of it, and who is
    counted ("Menschen") says less than what is said of them. Then come the measure of
    the number before, what the unit says by itself, and the noun that stands nearest.
    """
    quantity = place.quantity
    if quantity.label == "age" or is_age(analysis, place):
        return Bound(Named(quantity.quote, "age"), quantity.span, loose=False)
    own = lexicon.unit_concept(quantity.unit) if quantity.unit else None
    ranked = _ranked(analysis, place, lexicon, own)
    found = _chosen(analysis, place, lexicon, carried, own, *(ranked[0] if ranked else (0.0, None)))
    if found is None:
        return None
    found = _of_share_or_rate(found, quantity, lexicon)
    others = {hit.key for cost, hit in ranked[:_READINGS] if cost < _MENTIONED}
    others.update(lexicon.info(found.name.key).near)
    if own is not None and not lexicon.info(own).generic:
        others.add(own)
    return msgspec.structs.replace(found, others=frozenset(others - {found.name.key}))


def _chosen(
    analysis: Analysis,
    place: Place,
    lexicon: MeasureLexicon,
    carried: Carried,
    own: str | None,
    best: float,
    found: MeasureHit | None,
) -> Bound | None:
    """Return the measure; `own` is the concept of the unit, `found` the likeliest one around."""
    quantity = place.quantity
    if quantity.kind == "ordinal":
        return _ordered(analysis, place, lexicon)
    governed = governor(analysis, place, lexicon)
    if isinstance(governed, MeasureHit):
        return _bound(analysis, governed, loose=False)
    if own is not None:
        mentioned = lexicon.info(own).entity
        if found is None or best >= (_MENTIONED if mentioned else _OWN):
            return Bound(
                Named(quantity.noun or quantity.quote, own), quantity.span, False,
                (place.first, place.last),
            )  # fmt: skip
    if governed is not None and (found is None or best >= _plain_limit(analysis, governed)):
        return _plain(analysis, governed)
    if found is not None and best < _CARRIED:
        return _bound(analysis, found, loose=False)
    topic = _by_pronoun(analysis, place, lexicon, carried)
    if topic is not None:
        return topic
    if carried.bound is not None and _carries(lexicon, quantity, carried):
        return msgspec.structs.replace(carried.bound, span=None, loose=True, tokens=None)
    if found is not None and best < _CARRIED + _OTHER_CLAUSE:
        return _bound(analysis, found, loose=True)
    return _by_noun(analysis, place) or _by_unit(quantity)


def topic(analysis: Analysis, lexicon: MeasureLexicon, carried: Carried) -> Bound | None:
    """Return the measure that the next sentence can mean by a pronoun.

    That is the first noun that a sentence measures something by, or else what the
    sentence itself means by a pronoun.
    """
    found = _first_noun(analysis.tokens.words, analysis.measures)
    if found is None and "topic_pronoun" in analysis.tags:
        return _before(analysis, lexicon, carried)
    return found


def _before(analysis: Analysis, lexicon: MeasureLexicon, carried: Carried) -> Bound | None:
    """Return what the sentence before speaks of."""
    if not carried.heard:
        return carried.topic
    hits = lexicon.find(carried.heard, analysis.sentence.language)
    return _first_noun(carried.heard, hits)


def _first_noun(words: Sequence[str], hits: Iterable[MeasureHit]) -> Bound | None:
    for hit in hits:
        if hit.kind == "noun" and not hit.role:
            text = " ".join(words[hit.first : hit.last])
            return Bound(Named(text, hit.key), None, loose=True)
    return None


def _by_pronoun(
    analysis: Analysis, place: Place, lexicon: MeasureLexicon, carried: Carried
) -> Bound | None:
    """Return the topic where a pronoun stands for it in the number's clause ("Sie lag bei")."""
    quantity = place.quantity
    if quantity.kind in _NO_TOPIC or quantity.noun or not (carried.topic or carried.heard):
        return None
    cue = analysis.tagged_in_clause("topic_pronoun", place)
    found = _before(analysis, lexicon, carried) if cue and cue.first <= place.last else None
    if found is None:
        return None
    key = found.name.key
    return found if lexicon.info(key).units and lexicon.fits(key, quantity) else None


def _ranked(
    analysis: Analysis, place: Place, lexicon: MeasureLexicon, own: str | None
) -> list[tuple[float, MeasureHit]]:
    """Return the concepts that may be the measure with their costs, the likeliest first."""
    quantity = place.quantity
    info = lexicon.info(own) if own is not None else None
    counted = quantity.kind == "count"
    thing = counted and quantity.per is None and (info is None or not info.generic)
    persons = info is not None and "person" in info.units
    ranked: list[tuple[float, MeasureHit]] = []
    for hit in analysis.measures_near(place):
        if hit.kind == "change" or not lexicon.fits(hit.key, quantity):
            continue
        verbal = hit.kind in ("verb", "adjective")
        if info is not None and verbal and not _befalls(lexicon, hit.key, info, persons):
            continue
        if thing and not verbal and not _says_more(analysis, place, hit):
            continue
        cost = _cost(analysis, place, hit, counted)
        if cost is not None:
            ranked.append((cost, hit))
    ranked.sort(key=_by_cost)
    return ranked


def _by_cost(row: tuple[float, MeasureHit]) -> tuple[float, int]:
    return row[0], row[1].first


def _befalls(lexicon: MeasureLexicon, key: str, own: Concept, persons: bool) -> bool:
    """Return whether what a verb says can be said of the counted things."""
    if not own.entity:
        return key in own.near
    if own.generic:
        return True
    units = lexicon.info(key).units
    return not units or ("person" in units) == persons


def _of_share_or_rate(found: Bound, quantity: Quantity, lexicon: MeasureLexicon) -> Bound:
    """Return the concept that shares or rates of the measure are figures of, if it has one."""
    info = lexicon.info(found.name.key)
    key = info.in_percent if quantity.kind in _RELATIVE else info.per.get(quantity.per or "", "")
    if not key:
        return found
    return msgspec.structs.replace(found, name=Named(found.name.text, key))


def _cost(analysis: Analysis, place: Place, hit: MeasureHit, counted: bool) -> float | None:
    """Return how far a concept is from being the measure; None where it is part of a unit."""
    noun = hit.kind != "verb"
    if place.first <= hit.first < place.last:
        if place.quantity.kind in _RELATIVE or (not counted and place.quantity.per is not None):
            return None
        if place.quantity.per is not None and not _in_noun(analysis, place, hit):
            return None
        return _MENTIONED if hit.kind == "entity" else _OWN
    before = hit.first < place.first
    distance = float(_gap(analysis, place, hit))
    other = analysis.numbered.get(hit.first)
    if other is not None:
        if other.kind != "count":
            return None
        distance += _COUNTED_ELSEWHERE if counted else _OTHER_TERRITORY
    if hit.last == place.first - 1 and analysis.tokens.words[hit.last] == ":":
        distance = 0.0
    elif analysis.clause(hit.first) != analysis.clause(place.first):
        distance += _OTHER_CLAUSE
    elif not place.left <= hit.first < place.right:
        distance += _OTHER_TERRITORY
    elif counted and not noun:
        joined = before and hit.last == place.first - 1 and hit.last in analysis.joints
        return 2.0 + distance / 10 + (_MENTIONED if joined else 0.0)
    if noun and _is_aside(analysis, place, hit):
        distance += _ASIDE
    if not before and place.quantity.kind in _RELATIVE and _is_whole(analysis, place, hit):
        distance += _WHOLE
    if hit.key == "duration" and place.quantity.kind != "duration":
        distance += _MENTIONED
    if hit.key in _VAGUE:
        distance += _OWN
    if hit.kind == "entity":
        distance += _MENTIONED
    elif noun and counted:
        distance += _OWN
    return distance + (0.0 if noun else 2.0)


def _gap(analysis: Analysis, place: Place, hit: MeasureHit) -> int:
    """Return how many tokens lie between, without those of insertions."""
    before = hit.first < place.first
    gap = place.first - hit.last if before else hit.first - place.last + 1
    clause, clauses = analysis.clause(place.first), analysis.tokens.clause
    if gap < 3 or analysis.clause(hit.first) != clause:
        return gap
    between = range(hit.last, place.first) if before else range(place.last, hit.first)
    return gap - sum(clauses[i] != clause for i in between)


def _is_aside(analysis: Analysis, place: Place, hit: MeasureHit) -> bool:
    """Return whether a preposition leads the noun, and none leads from it to the number.

    "die Zahl der Opfer nach dem Brand stieg auf drei", but "bei einem Umsatz von drei".
    """
    led = hit.first - 1 in analysis.prepositions or hit.first - 2 in analysis.prepositions
    return led and hit.last not in analysis.prepositions and hit.last != place.first


def _is_whole(analysis: Analysis, place: Place, hit: MeasureHit) -> bool:
    """Return whether the concept is the whole that the number is a share of ("der Haushalte")."""
    cue = analysis.tagged("share_of", place.last, min(place.last + 1, hit.first))
    return cue is not None and hit.first <= cue.last + 1


def _says_more(analysis: Analysis, place: Place, hit: MeasureHit) -> bool:
    """Return whether a noun says more of counted things than their own one.

    It is part of their phrase, a phrase itself ("ohne Strom"), or counted by a word
    before it ("die Zahl der Wölfe").
    """
    first = max(hit.first - _NUMBER_WORDS_BEFORE, 0)
    return (
        place.first <= hit.first < place.last
        or hit.last - hit.first > 1
        or analysis.tagged("number_of", first, hit.first) is not None
    )


def _plain_limit(analysis: Analysis, index: int) -> float:
    """Return how near a concept must be to be likelier than the plain noun before a number."""
    led = index - 1 in analysis.prepositions or index - 2 in analysis.prepositions
    return _CARRIED if led else _PLAIN


def _plain(analysis: Analysis, index: int) -> Bound:
    """Return a noun that is no concept as a measure of its own."""
    tokens = analysis.tokens
    word = tokens.words[index]
    key = lemma(word, analysis.sentence.language).lower()
    span = TextSpan(tokens.starts[index], tokens.ends[index])
    return Bound(Named(word, key), span, False, (index, index + 1))


def _in_noun(analysis: Analysis, place: Place, hit: MeasureHit) -> bool:
    return analysis.tokens.words[hit.first] in place.quantity.noun


def _ordered(analysis: Analysis, place: Place, lexicon: MeasureLexicon) -> Bound | None:
    """Return the noun that an ordinal counts: "the fifth successful rescue operation"."""
    index = numbered_noun(analysis, place)
    if index is None:
        return None
    for hit in analysis.measures:
        if hit.first <= index < hit.last and hit.kind not in ("verb", "change"):
            return _bound(analysis, hit, loose=False)
    return _plain(analysis, index)


def _carries(lexicon: MeasureLexicon, quantity: Quantity, carried: Carried) -> bool:
    """Return whether the number can be one more figure of the measure before."""
    before = carried.quantity
    if before is None or carried.bound is None or not isinstance(quantity.value, Decimal):
        return False
    if quantity.kind in _COUNTED and quantity.noun and quantity.unit != before.unit:
        return False
    if quantity.kind in ("duration", "ordinal", "measure") and quantity.unit != before.unit:
        return False
    bare = quantity.kind == "number" and quantity.unit is None and before.kind != "date"
    return bare or lexicon.fits(carried.bound.name.key, quantity)


def _by_unit(quantity: Quantity) -> Bound | None:
    if quantity.kind == "duration":
        return Bound(Named(quantity.quote, "duration"), quantity.span, loose=True)
    key = _BY_DIMENSION.get(dimension(quantity.unit or ""))
    return Bound(Named(quantity.quote, key), quantity.span, loose=True) if key else None


def _by_noun(analysis: Analysis, place: Place) -> Bound | None:
    """Return the counted noun as a measure of its own."""
    quantity = place.quantity
    if not quantity.noun:
        return None
    head = quantity.noun.split()[-1]
    key = lemma(head, analysis.sentence.language).lower()
    return Bound(Named(quantity.noun, key), quantity.span, False, (place.first, place.last))


def _bound(analysis: Analysis, hit: MeasureHit, loose: bool) -> Bound:
    tokens = analysis.tokens
    text = " ".join(tokens.words[hit.first : hit.last])
    span = TextSpan(tokens.starts[hit.first], tokens.ends[hit.last - 1])
    return Bound(Named(text, hit.key), span, loose, (hit.first, hit.last), hit.kind == "verb")
