"""The measure of one number that the numbers behind it carry on."""

from __future__ import annotations

from decimal import Decimal

import msgspec

from claimcheck.extract.concepts.fitting import dimension
from claimcheck.extract.concepts.lexicon import MeasureLexicon
from claimcheck.extract.names.nouns import OWNERS
from claimcheck.extract.sentence import Analysis, Place
from claimcheck.extract.words.grammar import grammar
from claimcheck.extract.words.verbs import verb_words
from claimcheck.model import Named, Quantity, Sentence, TextSpan

RELATIVE = frozenset({"percent", "percentage_point", "ratio"})
_OWN_UNIT = frozenset({"duration", "ordinal", "measure"})
_LED = 4
"""How many words before things may stand a preposition that leads them: "of the town's two"."""
_RIGHT_BEHIND = 4
"""How many tokens behind a time a bare number can stand that leaves out its unit."""
_NO_TERM = 1000
"""From here on a bare number is no length of time that only lacks its unit."""
_MILLION = Decimal(1_000_000)
_HALF = Decimal("0.5")
_FEW = 100
"""Up to so many are counted rather than paid or measured where no unit is told."""
COUNTED = frozenset({"count", "number"})
_RATHER = 2
"""How many tokens may stand between a denied number, "sondern" and the right one."""
_SAYING = 2
"""How many tokens before a share the words may stand that say the count before again."""
_CLOSING = frozenset(".;!?")
BULK = frozenset({"mass", "volume"})
"""The dimensions of what is sold and carried by the amount."""
APART = {"money", "measure"}
"""Kinds of numbers that are never of one measure: litres and what they cost."""


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


def within(bound: Bound, sentence: Sentence) -> Bound:
    """Return a measure whose tokens, if it has any, are those of a sentence."""
    here = bound.span is not None and sentence.start <= bound.span.start < sentence.end
    return bound if here else msgspec.structs.replace(bound, tokens=None)


class Carried(msgspec.Struct):
    """The measure of the number before, which a bare number behind it carries on."""

    bound: Bound | None = None
    quantity: Quantity | None = None
    topics: tuple[Bound, ...] = ()
    """What the sentence before speaks of, for the pronouns of the next one."""
    heard: tuple[str, ...] = ()
    """The words of a sentence without numbers right before, not yet looked at."""
    before: tuple[Bound, Quantity] | None = None
    """The last measure of the paragraphs before, with its number."""
    heading: tuple[str, ...] = ()
    """The words of the last sentence that is no item of a list of figures."""
    said: tuple[str, ...] = ()
    """The words of a sentence with numbers right before, in the same paragraph."""
    time: tuple[Bound, Quantity] | None = None
    """What the last number measures, if it is a length of time."""
    amounts: dict[str, Bound] = msgspec.field(default_factory=dict)
    """What the last number of each unit measured, for amounts that nothing else is said of."""
    money: Quantity | None = None
    """The last sum with a currency, wherever it stands."""


def of_sentence(analysis: Analysis, carried: Carried) -> bool:
    """Return whether the measure of the number before was read in this sentence."""
    before = carried.quantity
    return before is not None and before.span.start >= analysis.sentence.start


def carries(lexicon: MeasureLexicon, quantity: Quantity, carried: Carried) -> bool:
    """Return whether the number can be one more figure of the measure before."""
    before = carried.quantity
    if before is None or carried.bound is None or not isinstance(quantity.value, Decimal):
        return False
    if quantity.kind in COUNTED and quantity.noun and quantity.unit != before.unit:
        return False
    if quantity.kind in _OWN_UNIT and quantity.unit != before.unit:
        return False
    if {quantity.kind, before.kind} == APART:
        return False
    if quantity.unit == "time" != before.unit:
        return False
    if _is_of_other_sort(lexicon, carried.bound.name.key, quantity, before):
        return False
    if quantity.kind == "percent" and before.kind == "measure" and before.relation == "none":
        return False  # "the 13-inch model is 30 percent faster"
    bare = quantity.kind == "number" and quantity.unit is None and before.kind != "date"
    return bare or lexicon.fits(carried.bound.name.key, quantity)


def has_decimals(quantity: Quantity) -> bool:
    """Return whether a number is written with decimals: 803.9, and 642.0."""
    value, low = quantity.value, quantity.low
    if not isinstance(value, Decimal):
        return False
    written = isinstance(low, Decimal) and 0 < value - low < _HALF
    return value != value.to_integral_value() or (written and quantity.qualifier == "exact")


def are_things(quantity: Quantity) -> bool:
    """Return whether some whole things are counted, and no millions: those are told as 2.5."""
    value = quantity.value
    counted = quantity.kind == "count" and isinstance(value, Decimal) and value < _MILLION
    return counted and not has_decimals(quantity)


def again(analysis: Analysis, place: Place, carried: Carried) -> Bound | None:
    """Return the last measure of the paragraph before where a clause says how much it is now.

    "Bis 2030 sollen es 80 Prozent werden."
    """
    cue = analysis.tagged_in_clause("again", place) if carried.before is not None else None
    if carried.before is None or cue is None:
        return None
    words = analysis.tokens.words
    helpers = verb_words(analysis.sentence.language).helpers
    if helpers.isdisjoint((words[cue.first - 1], *words[cue.last : cue.last + 1])):
        return None
    bound, before = carried.before
    quantity = place.quantity
    if (quantity.kind, quantity.unit, quantity.noun) != (before.kind, before.unit, before.noun):
        return None
    return msgspec.structs.replace(bound, span=None, loose=True, tokens=None)


def _is_of_other_sort(
    lexicon: MeasureLexicon, key: str, quantity: Quantity, before: Quantity
) -> bool:
    """Return whether a sum follows things that no concept names: "two diners … $1.35 an hour".

    Or one by weight follows another one: "a reward of $900 … at $40 a kilo".
    """
    if quantity.kind == before.kind == "money":
        return quantity.per != before.per and dimension(quantity.per or "") in BULK
    return quantity.kind in APART and quantity.kind != before.kind and not lexicon.info(key).units


def takes_over(analysis: Analysis, place: Place, carried: Carried) -> bool:
    """Return whether the numbers behind a number can carry on its measure.

    Not that of things that are only told beside those that are counted: "184 patients are on
    the books of four hospitals, 39 more than in May".
    """
    before, quantity = carried.quantity, place.quantity
    if before is None or before.kind != "count" or not of_sentence(analysis, carried):
        return True
    if quantity.kind != "count" or quantity.relation != "none" or quantity.unit == before.unit:
        return True
    words, rules = analysis.tokens.words, grammar(analysis.sentence.language)
    for i in range(place.first - 1, max(place.first - 1 - _LED, -1), -1):
        if i in analysis.prepositions or analysis.tagged("share_of", i, i + 1) is not None:
            return False
        word = words[i].lower()
        if not (word in rules.articles or word.endswith(rules.adjective_endings + OWNERS)):
            return True
    return True


def elided(
    analysis: Analysis, place: Place, carried: Carried, lexicon: MeasureLexicon
) -> Bound | None:
    """Return the measure before where an article stands for its noun: "das der Länder auf 3"."""
    before = carried.quantity
    if carried.bound is None or before is None or before.kind in COUNTED:
        return None
    cue = analysis.tagged_in_clause("elided_noun", place)
    if cue is None or cue.first >= place.first or not of_sentence(analysis, carried):
        return None
    if not carries(lexicon, place.quantity, carried):
        return None
    return msgspec.structs.replace(carried.bound, span=None, loose=True, tokens=None)


def put_right(analysis: Analysis, place: Place, carried: Carried) -> Bound | None:
    """Return the measure of the denied number that this one stands for: "nicht 5, SONDERN 8"."""
    cue = analysis.tagged("instead", max(0, place.first - _RATHER), place.first)
    last = carried.quantity
    if cue is None or carried.bound is None or last is None:
        return None
    if carried.bound.tokens is not None and carried.bound.tokens[0] >= place.last:
        return None  # "nicht 5, sondern 8 Prozent fallen weg": both have what follows
    for before in analysis.places:
        beside = cue.first - _RATHER <= before.last <= cue.first
        same = before.quantity.span == last.span and last.unit == place.quantity.unit
        if beside and same and analysis.tagged("not", max(0, before.first - 2), before.first):
            return msgspec.structs.replace(carried.bound, span=None, loose=False, tokens=None)
    return None


def needs_unit(analysis: Analysis, place: Place, carried: Carried) -> bool:
    """Return whether a bare number cannot leave out the unit of the sentence before.

    In "they had paid $900 each. Three did not come home" it is no sum; but "in 2020 it was three".
    """
    before, value = carried.quantity, place.quantity.value
    if place.quantity.kind != "number" or before is None or before.kind not in APART:
        return False
    if not isinstance(value, Decimal) or value != value.to_integral_value() or value > _FEW:
        return False
    again = analysis.tagged_in_clause("topic_pronoun", place)
    return again is None and not of_sentence(analysis, carried)


def same_time(analysis: Analysis, place: Place, carried: Carried) -> Bound | None:
    """Return what a time right before a bare number measures: "34 hours a week, down from 41"."""
    quantity = place.quantity
    if carried.time is None or quantity.kind != "number" or quantity.unit or quantity.noun:
        return None
    bound, before = carried.time
    here = analysis.sentence.start <= before.span.start < quantity.span.start
    if not here or place.first - analysis.tokens.at(before.span.end) > _RIGHT_BEHIND:
        return None
    return msgspec.structs.replace(bound, span=None, loose=True, tokens=None)


def same_term(analysis: Analysis, place: Place, carried: Carried) -> Bound | None:
    """Return what the time before measures if a verb says it again: "got nine years. Beal got six".

    In one sentence the verb may be left out: "is serving 18, and Beal seven".
    """
    quantity, words = place.quantity, analysis.tokens.words
    if carried.time is None or quantity.kind != "number" or quantity.unit:
        return None
    bound, before = carried.time
    if isinstance(quantity.value, Decimal) and quantity.value >= _NO_TERM:
        return None  # "lasted 90 minutes and was attended by 3,000"
    clause = place.clause
    said = any(
        hit.kind == "verb" and hit.key == bound.name.key and analysis.clause(hit.first) == clause
        for hit in analysis.measures
    )
    here = before.span.start >= analysis.sentence.start
    last = place.last == len(words) or words[place.last] in _CLOSING
    if not said and not (here and last and bound.verb):
        return None
    return msgspec.structs.replace(bound, span=None, loose=True, tokens=None)


def share_of_other(
    analysis: Analysis, place: Place, carried: Carried, lexicon: MeasureLexicon
) -> bool:
    """Return whether a share follows a count in the sentence before, and no word says a change.

    After "412 operations were cancelled" the 61.4 per cent are of something else; but after
    votes come shares of the vote. In one sentence it is so behind things that are only counted:
    "nine countries reached the two-percent target".
    """
    before, bound = carried.quantity, carried.bound
    if before is None or bound is None:
        return False
    if of_sentence(analysis, carried) and (
        not lexicon.info(bound.name.key).entity
        or analysis.tagged("that_is", place.first - _SAYING, place.first) is not None
    ):
        return False  # "20 children, that is ten per cent"
    if place.quantity.kind not in RELATIVE or before.kind in RELATIVE:
        return False
    if analysis.tagged("more_less", place.last, place.last + 1) is not None:
        return False  # "that was 6 per cent more than a year before"
    clause = place.clause
    return not lexicon.info(bound.name.key).in_percent and not any(
        hit.kind == "change" and analysis.clause(hit.first) == clause for hit in analysis.measures
    )


_AMOUNTS = frozenset({"mass", "volume", "energy", "emission"})


def said_as_count(
    analysis: Analysis, place: Place, carried: Carried, lexicon: MeasureLexicon
) -> Bound | None:
    """Return what a share measures for those counted behind it whom it is said to be.

    "9.9 per cent of the workforce, or 14.3 million people"; the unemployed where the share is
    the rate of them.
    """
    quantity, before = place.quantity, carried.quantity
    if quantity.kind != "count" or before is None or before.kind != "percent":
        return None
    cue = analysis.tagged("that_is", place.first - _SAYING, place.first)
    if carried.bound is None or cue is None or not of_sentence(analysis, carried):
        return None
    own = lexicon.unit_concept(quantity.unit) if quantity.unit else None
    if own is None or not lexicon.info(own).generic:
        return None
    key = carried.bound.name.key
    if not lexicon.fits(key, quantity):
        key = next((c.key for c in lexicon.concepts if key in (c.rate, c.in_percent)), "")
    if key not in lexicon or not lexicon.fits(key, quantity):
        return None
    named = Named(carried.bound.name.text, key)
    return msgspec.structs.replace(carried.bound, name=named, span=None, loose=True, tokens=None)


def same_amount(quantity: Quantity, carried: Carried) -> Bound | None:
    """Return what the last amount of this unit measured: tonnes after tonnes of emissions.

    Lengths are of too many things in one article.
    """
    if quantity.kind != "measure" or dimension(quantity.unit or "") not in _AMOUNTS:
        return None
    known = carried.amounts.get(quantity.unit or "")
    if known is None:
        return None
    return msgspec.structs.replace(known, span=None, tokens=None, loose=True)
