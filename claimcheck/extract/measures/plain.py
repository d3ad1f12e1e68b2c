"""Measures that are no concept: the counted noun, and what a unit says by itself."""

from __future__ import annotations

import re
from decimal import Decimal

import msgspec

from claimcheck.extract.concepts.fitting import dimension
from claimcheck.extract.concepts.hits import MeasureHit
from claimcheck.extract.concepts.keys import (
    BY_DIMENSION,
    BY_RATE,
    DEFICIT,
    DEPTH,
    DISCHARGE,
    DISTANCE,
    DURATION,
    HEIGHT,
    MINUTE_OF_PLAY,
    PRICE,
    SPEED,
    STANDING,
    WEIGHT,
    WORKING_HOURS,
)
from claimcheck.extract.concepts.lexicon import MeasureLexicon
from claimcheck.extract.measures.carried import BULK, RELATIVE, Bound
from claimcheck.extract.measures.governor import numbered_noun, purpose, running, stuff, whole
from claimcheck.extract.names.nouns import NounHit
from claimcheck.extract.sentence import Analysis, Place
from claimcheck.extract.words.grammar import grammar
from claimcheck.extract.words.lemma import lemma
from claimcheck.extract.words.things import common_key, counted_key
from claimcheck.model import Named, Quantity, TextSpan

_WORKED = ("hour", "week")
_OF_SUBJECTS = RELATIVE | {"number", "money", "measure"}
_MOVED = frozenset({"by", "to", "from"})
_TIMES = frozenset({"minute", "hour", "day", "week", "month", "quarter", "year"})
_WAYS = (("way", DISTANCE), ("way_down", DEPTH), ("way_up", HEIGHT))
_CLOCKED = frozenset({"second", "minute", "hour"})
_ALTITUDES = {"metre": 500, "foot": 1500}
"""From how many of a unit on a length is one above the sea, where something is "at" it."""
_DIGITS = re.compile(r"\d+")
_PLACE, _MINUTE = "place", "minute"
_HEAD = 3
"""So many words before a noun may say that it is counted: "die Zahl der wilden Bienen"."""
_OWNER = 3
"""So many words may stand between a verb and the n-th of a thing: "won the club's 16th match"."""
_NOUNS = frozenset({"noun", "entity"})
_SUMS = frozenset({"money"})
_ORDERED = frozenset({"rank", "count", "ordinal", "person", "number"})
"""The units of concepts that the n-th may be a figure of."""

_SOLD = BULK | {"energy"}
"""The dimensions of what is sold by the amount: "350 Euro je Megawattstunde"."""


def plain(analysis: Analysis, index: int) -> Bound:
    """Return a noun that is no concept as a measure of its own."""
    tokens = analysis.tokens
    word = tokens.words[index]
    language = analysis.sentence.language
    rules = grammar(language)
    key = lemma(word, language).lower()
    if key == word.lower() and index and tokens.words[index - 1].lower() in rules.genitives:
        key = key.removesuffix("s")
    shared = common_key(key, language)
    if shared == key == word.lower():
        shared = counted_key(word, language)
    span = TextSpan(tokens.starts[index], tokens.ends[index])
    return Bound(Named(word, shared), span, False, (index, index + 1))


def ordered(analysis: Analysis, place: Place, lexicon: MeasureLexicon) -> Bound | None:
    """Return the noun that an ordinal counts: "the fifth successful rescue operation".

    Without one it is a rank ("finished third"), or behind an article counts what the noun
    before it names: "the launch, her third".
    """
    words, first = analysis.tokens.words, place.first
    if place.quantity.unit == _PLACE:
        return _placed(analysis, place)
    if place.quantity.unit == _MINUTE:
        return Bound(Named(place.quantity.quote, MINUTE_OF_PLAY), place.quantity.span, loose=True)
    index = numbered_noun(analysis, place)
    spell = running(analysis, place)
    if spell is not None:
        noun = noun_at(analysis, spell)
        lasts = "duration" in lexicon.info(noun.name.key).units
        return noun if lasts else plain(analysis, spell)
    if index is not None:
        brought = _brought(analysis, place, index, lexicon)
        return brought or _counted(noun_at(analysis, index, lexicon, place), place, lexicon)
    if place.quantity.unit in _TIMES:
        return None  # "the fourth day of the trial"
    ranked = any(
        hit.key == STANDING and first <= hit.first < place.last for hit in analysis.measures
    )
    if ranked or analysis.tagged("ranked", first - 2, first) is not None:
        return Bound(Named(place.quantity.quote, STANDING), place.quantity.span, loose=True)
    if not first or words[first - 1].lower() not in grammar(analysis.sentence.language).articles:
        return None
    if analysis.tagged("dependent", first - 1, first) is not None:
        return None
    for hit in reversed(analysis.measures_near(place)):
        if hit.last >= first or hit.kind not in _NOUNS or _is_led(analysis, hit):
            continue
        if lexicon.fits(hit.key, place.quantity):
            return bound(analysis, hit, loose=True)
    return None


def _placed(analysis: Analysis, place: Place) -> Bound:
    """Return that a place is a rank, or what a number behind a noun counts: "Flug Nummer 4"."""
    if place.last - place.first > 1:
        for hit in analysis.measures_near(place):
            if hit.last == place.first and hit.kind in _NOUNS:
                return bound(analysis, hit, loose=False)
    return Bound(Named(place.quantity.quote, STANDING), place.quantity.span, loose=True)


def _counted(noun: Bound, place: Place, lexicon: MeasureLexicon) -> Bound:
    """Return a noun as the concept that its unit names, where it is none that the number fits.

    "Ihr vierter Titel", "their ninth loss".
    """
    own = lexicon.unit_concept(place.quantity.unit) if place.quantity.unit else None
    if own is None or not lexicon.info(noun.name.key).units.isdisjoint(_ORDERED):
        return noun
    return msgspec.structs.replace(noun, name=Named(noun.name.text, own))


def _brought(analysis: Analysis, place: Place, index: int, lexicon: MeasureLexicon) -> Bound | None:
    """Return what a verb right before says that the n-th of a thing is: "won his 16th fight"."""
    over = [hit for hit in analysis.measures if hit.first <= index < hit.last]
    if not any(hit.kind == "entity" for hit in over):
        return None
    first = place.first
    while first > place.first - _OWNER and not _is_verb_end(analysis, first):
        first -= 1
    for hit in analysis.measures:
        if hit.last == first and hit.kind == "verb" and lexicon.info(hit.key).tallied:
            return bound(analysis, hit, loose=False)
    return None


def _is_verb_end(analysis: Analysis, index: int) -> bool:
    return any(hit.last == index and hit.kind == "verb" for hit in analysis.measures)


def _is_led(analysis: Analysis, hit: MeasureHit) -> bool:
    """Return whether a preposition stands before a noun, or before its article."""
    before = hit.first - 2, hit.first - 1
    led = not analysis.prepositions.isdisjoint(before)
    return led or analysis.tagged("share_of", before[0], hit.first) is not None


def noun_at(
    analysis: Analysis,
    index: int,
    lexicon: MeasureLexicon | None = None,
    place: Place | None = None,
) -> Bound:
    """Return a noun as the measure, by its concept if it has one.

    Of several concepts it is the one that the number of a `place` fits: a third turnover is
    no revenue.
    """
    hits = [
        hit
        for hit in analysis.measures
        if hit.first <= index < hit.last
        and hit.kind != "change"
        and (hit.kind != "verb" or hit.last - hit.first > 1)  # "Infektionen nachgewiesen"
    ]
    if len(hits) > 1 and lexicon is not None and place is not None:
        hits = [hit for hit in hits if lexicon.fits(hit.key, place.quantity)] or hits
    return bound(analysis, hits[0], loose=False) if hits else plain(analysis, index)


def by_unit(quantity: Quantity) -> Bound | None:
    """Return what a number of this unit measures where no word says so.

    Sums are told by what they are per: "$15 an hour", "36 Cent je Kilowattstunde".
    """
    if quantity.kind == "duration":
        if (quantity.unit, quantity.per) == _WORKED:
            return Bound(Named(quantity.quote, WORKING_HOURS), quantity.span, loose=True)
        return Bound(Named(quantity.quote, DURATION), quantity.span, loose=True)
    kind = dimension(quantity.unit or "")
    key = BY_DIMENSION.get(kind)
    if quantity.kind == "money":
        per = quantity.per or ""
        key = BY_RATE.get(per) or (PRICE if dimension(per) in _SOLD else None)
    elif kind == "length" and quantity.per in _CLOCKED:
        key = SPEED  # "die Lava kam 200 Meter pro Stunde voran"
    elif kind == "volume" and quantity.per == "second":
        key = DISCHARGE
    elif kind == "mass" and "-" in quantity.quote:
        key = WEIGHT  # "a 300-pound bear"
    return Bound(Named(quantity.quote, key), quantity.span, loose=True) if key else None


def by_way(analysis: Analysis, place: Place) -> Bound | None:
    """Return what a length says with the word behind it: "50 miles off the coast", "below it".

    Feet and inches are how tall somebody is, and what follows them is how heavy.
    """
    quantity = place.quantity
    if quantity.kind != "measure":
        return None
    if _is_stature(quantity):
        return Bound(Named(quantity.quote, HEIGHT), quantity.span, loose=True)
    if _is_beside_stature(analysis, place):
        return Bound(Named(quantity.quote, WEIGHT), quantity.span, loose=True)
    if dimension(quantity.unit or "") != "length":
        return None
    if analysis.tagged("way_within", place.first - 1, place.first) is not None:
        return Bound(Named(quantity.quote, DISTANCE), quantity.span, loose=True)
    for tag, key in _WAYS:
        if analysis.tagged(tag, place.last, place.last + 1) is not None:
            return Bound(Named(quantity.quote, key), quantity.span, loose=True)
    key = _level(analysis, place)
    return Bound(Named(quantity.quote, key), quantity.span, loose=True) if key else None


def _level(analysis: Analysis, place: Place) -> str:
    """Return how far up or down something is: "the camp at 4,600 metres", "a wreck at 90"."""
    quantity = place.quantity
    cue = analysis.tagged("way_level", place.first - 2, place.first)
    if cue is None or cue.last != place.first:
        return ""
    if analysis.tagged_in_clause("sunken", place) is not None:
        return DEPTH
    least = _ALTITUDES.get(quantity.unit or "")
    value = quantity.value
    up = least is not None and isinstance(value, Decimal) and value >= least
    return HEIGHT if up and quantity.relation == "none" else ""


def _is_stature(quantity: Quantity) -> bool:
    """Return whether a length is in feet and inches, as how tall somebody is: "5-foot-8"."""
    return quantity.unit == "inch" and len(_DIGITS.findall(quantity.quote)) > 1


def _is_beside_stature(analysis: Analysis, place: Place) -> bool:
    """Return whether a mass follows how tall somebody is: "5-foot-8, 135 pounds"."""
    if dimension(place.quantity.unit or "") != "mass":
        return False
    before = [other.quantity for other in analysis.places if other.first < place.first]
    return bool(before) and _is_stature(before[-1])


def by_object(analysis: Analysis, place: Place) -> Bound | None:
    """Return the noun that a sum is for, a share is of or so much there is of.

    A sum that something is had for is its price: "ein Menü für 30 Euro".
    """
    quantity = place.quantity
    index = None
    if quantity.kind == "money":
        index = purpose(analysis, place)
        if index is None and analysis.tagged("meant_for", place.first - 1, place.first):
            return Bound(Named(quantity.quote, PRICE), quantity.span, loose=True)
    elif quantity.kind in RELATIVE:
        index = whole(analysis, place)
    elif quantity.kind == "measure":
        index = stuff(analysis, place)
    return msgspec.structs.replace(noun_at(analysis, index), loose=True) if index else None


def by_minus(analysis: Analysis, place: Place) -> Bound | None:
    """Return what a sum is that a clause calls a minus, of which it says no more."""
    cue = analysis.tagged_in_clause("minus_noun", place)
    if cue is None or place.quantity.kind != "money":
        return None
    tokens, noun = analysis.tokens, cue.last - 1
    span = TextSpan(tokens.starts[noun], tokens.ends[noun])
    return Bound(Named(tokens.words[noun], DEFICIT), span, True, (noun, cue.last))


def by_noun(analysis: Analysis, place: Place) -> Bound | None:
    """Return the counted noun as a measure of its own."""
    quantity = place.quantity
    if not quantity.noun:
        return None
    head = quantity.noun.split()[-1]
    key = counted_key(head, analysis.sentence.language)
    return Bound(Named(quantity.noun, key), quantity.span, False, (place.first, place.last))


def by_moving(analysis: Analysis, place: Place, lexicon: MeasureLexicon) -> Bound | None:
    """Return what a verb says that also tells the change: "Energie verteuerte sich um 3 Prozent".

    Only prices are told so; other verbs of change say many things.
    """
    clause = analysis.clause(place.first)
    if place.quantity.relation != "by":
        return None
    changes = {hit.first for hit in analysis.measures if hit.kind == "change"}
    for hit in analysis.measures:
        moving = hit.kind == "verb" and hit.first in changes and not hit.only
        price = moving and lexicon.info(hit.key).units == _SUMS
        if price and analysis.clause(hit.first) == clause:
            return bound(analysis, hit, loose=False)
    return None


def by_subject(analysis: Analysis, place: Place) -> Bound | None:
    """Return the noun that is no concept, but rises, falls or stands at the number.

    "Die Sterberate lag bei drei Prozent."
    """
    quantity, clause = place.quantity, place.clause
    if quantity.kind not in _OF_SUBJECTS or quantity.noun:
        return None
    moved = quantity.relation in _MOVED or any(
        hit.kind == "change" and analysis.clause(hit.first) == clause for hit in analysis.measures
    )
    equal = _equal(analysis, place)
    if equal is not None:
        return plain(analysis, equal)
    if not moved and analysis.tagged_in_clause("level_verb", place) is None:
        return None
    endings = grammar(analysis.sentence.language).measuring
    for candidate in analysis.candidates_near(place):
        index = candidate.last - 1
        if candidate.first in analysis.oblique or analysis.clause(index) != clause:
            continue
        if index < place.first and candidate.key.endswith(endings):
            return plain(analysis, index)
    return None


def by_count(analysis: Analysis, place: Place) -> Bound | None:
    """Return the noun that is no concept, of which so many more or less are counted.

    "Die Zahl der Falter sank um drei Prozent."
    """
    quantity, clause = place.quantity, place.clause
    if quantity.kind not in _OF_SUBJECTS or quantity.noun or quantity.relation not in _MOVED:
        return None
    for candidate in analysis.candidates_near(place):
        first, index = candidate.first, candidate.last - 1
        if index >= place.first or analysis.clause(index) != clause:
            continue
        if analysis.tagged("counted_up", max(first - _HEAD, 0), first) is not None:
            return plain(analysis, index)
    return None


def _equal(analysis: Analysis, place: Place) -> int | None:
    """Return the thing that is said to be so much: "die Reinheit beträgt 78 Prozent".

    People and companies are no such thing.
    """
    cue = analysis.tagged("equals", place.first - 2, place.first)
    if cue is None or cue.last != place.first:
        return None
    rules = grammar(analysis.sentence.language)
    for candidate in analysis.candidates_near(place):
        if candidate.last != cue.first or candidate.first in analysis.oblique:
            continue
        head = analysis.tokens.words[candidate.last - 1].lower()
        people = head in rules.roles or rules.ends_in_role(head) or head.endswith(rules.people)
        if isinstance(candidate, NounHit) and not people and not head.endswith(rules.company_nouns):
            return candidate.last - 1
    return None


def bound(analysis: Analysis, hit: MeasureHit, loose: bool) -> Bound:
    """Return a concept of the sentence as the measure."""
    tokens = analysis.tokens
    text = " ".join(tokens.words[hit.first : hit.last])
    span = TextSpan(tokens.starts[hit.first], tokens.ends[hit.last - 1])
    return Bound(Named(text, hit.key), span, loose, (hit.first, hit.last), hit.kind == "verb")
