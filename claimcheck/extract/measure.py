"""What a number measures: the counted noun, the governing noun or the verb of its clause."""

from __future__ import annotations

from decimal import Decimal

import msgspec

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

    `tokens` are where it stands in the sentence, None for one that is carried over.
    """

    name: Named
    span: TextSpan | None
    loose: bool
    tokens: tuple[int, int] | None = None
    verb: bool = False


class Carried(msgspec.Struct):
    """The measure of the number before, which a bare number behind it carries on."""

    bound: Bound | None = None
    quantity: Quantity | None = None


def measure(
    analysis: Analysis, place: Place, lexicon: MeasureLexicon, carried: Carried
) -> Bound | None:
    """Return the measure of the quantity.

    Nearness decides, with a preference for verbs over nouns that are only counted
    ("beschäftigt 1.480 Menschen"); then the measure of the number before, what the unit
    says by itself, and the noun that stands nearest.
    """
    quantity = place.quantity
    if quantity.label == "age":
        return Bound(Named(quantity.quote, "age"), quantity.span, loose=False)
    own = lexicon.unit_concept(quantity.unit) if quantity.unit else None
    best: tuple[float, int] | None = None
    found: MeasureHit | None = None
    counted = quantity.kind == "count"
    strong = own is not None and not lexicon.info(own).entity
    near = lexicon.info(own).near if own is not None else ()
    for hit in analysis.measures_near(place):
        if hit.kind == "change" or not lexicon.fits(hit.key, quantity):
            continue
        cost = _cost(analysis, place, hit, counted)
        if hit.kind == "verb" and strong and hit.key not in near:
            continue
        if cost is not None and (best is None or (cost, hit.first) < best):
            best, found = (cost, hit.first), hit
    if own is not None:
        mentioned = lexicon.info(own).entity
        if best is None or best[0] >= (_MENTIONED if mentioned else _OWN):
            return Bound(
                Named(quantity.noun or quantity.quote, own), quantity.span, False,
                (place.first, place.last),
            )  # fmt: skip
    if found is not None and best is not None and best[0] < _CARRIED:
        return _bound(analysis, found, loose=False)
    if carried.bound is not None and _carries(lexicon, quantity, carried):
        return msgspec.structs.replace(carried.bound, span=None, loose=True, tokens=None)
    if found is not None and best is not None and best[0] < _CARRIED + _OTHER_CLAUSE:
        return _bound(analysis, found, loose=True)
    return _by_noun(analysis, place) or _by_unit(quantity)


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
    distance = float(place.first - hit.last if before else hit.first - place.last + 1)
    other = analysis.numbered.get(hit.first)
    if other is not None:
        if other.kind != "count":
            return None
        distance += _COUNTED_ELSEWHERE if counted else _OTHER_TERRITORY
    if analysis.clause(hit.first) != analysis.clause(place.first):
        distance += _OTHER_CLAUSE
    elif not place.left <= hit.first < place.right:
        distance += _OTHER_TERRITORY
    elif counted and not noun:
        return 2.0 + distance / 10
    if noun and _is_aside(analysis, place, hit):
        distance += _ASIDE
    if hit.key == "duration" and place.quantity.kind != "duration":
        distance += _MENTIONED
    if hit.kind == "entity":
        distance += _MENTIONED
    elif noun and counted:
        distance += _OWN
    return distance + (0.0 if noun else 2.0)


def _is_aside(analysis: Analysis, place: Place, hit: MeasureHit) -> bool:
    """Return whether a preposition leads the noun, and none leads from it to the number.

    "die Zahl der Opfer nach dem Brand stieg auf drei", but "bei einem Umsatz von drei".
    """
    led = hit.first - 1 in analysis.prepositions or hit.first - 2 in analysis.prepositions
    return led and hit.last not in analysis.prepositions and hit.last != place.first


def _in_noun(analysis: Analysis, place: Place, hit: MeasureHit) -> bool:
    return analysis.tokens.words[hit.first] in place.quantity.noun


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
