"""Numbers that leave out their unit: "60 Beschäftigte, im Nachbarort 85"."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from decimal import Decimal
from operator import attrgetter

from msgspec.structs import replace

from claimcheck.extract.concepts.concept import Concept
from claimcheck.extract.concepts.keys import AGE, MAGNITUDE, RETIREMENT_AGE
from claimcheck.extract.concepts.lexicon import MeasureLexicon
from claimcheck.extract.manner.bounds import bounded
from claimcheck.extract.measures.carried import (
    Bound,
    Carried,
    are_things,
    has_decimals,
    of_sentence,
)
from claimcheck.extract.measures.governor import is_noun
from claimcheck.extract.sentence import Analysis, Place
from claimcheck.extract.words.grammar import grammar
from claimcheck.extract.words.lemma import morphology
from claimcheck.model import Bound as Limit
from claimcheck.model import Quantity
from claimcheck.normalise.language import load
from claimcheck.normalise.quantities.nouns import head_key

REASON = "unit"
"""What `inferred` of such a quantity says."""

_PEOPLE = frozenset({"person", "count"})
_SHARES = frozenset({"percent", "points"})
_MONEY = frozenset({"money"})
_FIRST = attrgetter("first")
_OLDEST = 125
_STRONGEST = 10
"""Magnitudes are from below here."""
_WHOLE = 100
_CARRIED = frozenset({"count", "money", "measure"})
_SCALED = Decimal(1_000_000)
_SMALL = 1000
_ONE = Decimal(1)
_NUMBER_WORDS = 3
"""How many tokens before a noun its "number of" may open."""
_FAR = 20
"""How many times as large one of two numbers of a measure may be that shares its unit."""


def completed(
    analysis: Analysis,
    place: Place,
    what: Bound | None,
    carried: Carried,
    lexicon: MeasureLexicon,
) -> Quantity:
    """Return the quantity of a place, with the unit that it leaves to its neighbours or measure.

    A number that carries on the measure of a count before it counts the same; so do
    people that something else is said of ("zwei Menschen starben, elf wurden verletzt"), and
    what a player did so often ("scored 17"), or the number of what ("the number of arrests").
    A number that names the noun beside it counts nothing ("platform 14", "the 1200 block").
    What is measured in percent alone is so behind a percentage.
    A sum of money takes the currency of the sum before it, of the one that follows in the
    sentence ("von 0,9 auf 1,2 Millionen Euro"), or else of the last one of the article, or
    of all of them where they have but one.
    """
    quantity = bounded(analysis, place)
    bare = quantity.kind == "number" and quantity.unit is None and not quantity.label
    if not bare or what is None or quantity.per is not None:
        return quantity
    if what.name.key == AGE and isinstance(quantity.value, Decimal) and quantity.value < _OLDEST:
        return replace(quantity, kind="duration", unit="year", label=AGE)
    if what.name.key == RETIREMENT_AGE and isinstance(quantity.value, Decimal):
        return replace(quantity, kind="duration", unit="year")
    if what.verb and what.name.key == MAGNITUDE and _is_magnitude(quantity.value):
        return replace(quantity, kind="measure", unit=MAGNITUDE)
    if carried.time is not None and what.span is None and what.name == carried.time[0].name:
        return _with(quantity, carried.time[1])
    last = carried.quantity
    beside = what.tokens is not None and what.tokens[1] == place.first and not what.verb
    if beside and last is not None and last.kind == "percent" and of_sentence(analysis, carried):
        return _with(quantity, last) if _is_part(quantity) else quantity
    if place.first and is_noun(analysis, place.first - 1):
        return quantity
    info = lexicon.info(what.name.key)
    behind = what.tokens is not None and what.tokens[0] >= place.last
    sum_of_it = behind and info.units == _MONEY and _is_large(quantity)
    following = analysis.tokens.words[place.last : place.last + 1]
    forms = morphology(analysis.sentence.language)
    if not sum_of_it and any(forms.reading(word).noun for word in following):
        return quantity
    if info.distinct and info.topic and info.counted:
        return replace(
            quantity, kind="count", unit=info.counted[0], inferred=_inferred(quantity)
        )  # "Basile added 22": points
    return (
        _like_before(analysis, place, quantity, what, carried, lexicon)
        or _like_noun(analysis, quantity, what, info)
        or _like_sum(analysis, place, quantity, info, carried)
        or (_people(quantity) if _counts_only_people(info) and not what.loose else quantity)
    )


def _is_magnitude(value: object) -> bool:
    return isinstance(value, Decimal) and 2 < value < _STRONGEST


def _like_before(
    analysis: Analysis,
    place: Place,
    quantity: Quantity,
    what: Bound,
    carried: Carried,
    lexicon: MeasureLexicon,
) -> Quantity | None:
    """Return a bare number with the unit of the number before, if it counts or measures the same.

    It counts people where only some sort of them was counted before, or happens to others.
    Things are whole, unless they are averaged: where "drei Länder" are above 500.1, that is none.
    """
    before, info = carried.quantity, lexicon.info(what.name.key)
    if before is None:
        return None
    if before.kind == "percent":
        carried_on = what.span is None and "percent" in info.units and _is_exact(quantity)
        return _with(quantity, before) if carried_on or _is_share(quantity, info) else None
    if not before.unit or before.kind not in _CARRIED:
        return None
    same = what.span is None or (
        carried.bound is not None and carried.bound.name.key == what.name.key
    )
    if before.kind == "money":
        same = same or _is_sum(quantity, info)
    else:
        same = same or ("person" in info.units and _counts_people(before, lexicon))
        others = _some_people(before, lexicon) or _befalls_others(what, carried, lexicon)
        if same and what.span is not None and others:
            return _people(quantity)
    if not same or (before.kind == "measure" and not _stands_free(analysis, place)):
        return None
    averaged = analysis.tagged_in_clause("average", place) is not None
    if are_things(before) and has_decimals(quantity) and not averaged:
        return None
    return _carried_on(quantity, before, scale=info.units <= _MONEY)


def _like_sum(
    analysis: Analysis, place: Place, quantity: Quantity, info: Concept, carried: Carried
) -> Quantity | None:
    """Return a bare number in the currency of the sum behind it, or of the article's last one."""
    later = _following(analysis, place)
    if later is not None and later.kind == "money" and _is_sum(quantity, info):
        return _with(quantity, later)
    if carried.money is not None and info.units == _MONEY and _is_large(quantity):
        return _with(quantity, carried.money)
    return None


def _like_noun(
    analysis: Analysis, quantity: Quantity, what: Bound, info: Concept
) -> Quantity | None:
    """Return a bare number with the noun that it is the number of: "the number of arrests: 34".

    So that it counts what "34 arrests" count, and no people.
    """
    if what.tokens is None or what.verb or info.units.isdisjoint(_PEOPLE):
        return None
    first, last = what.tokens
    if analysis.tagged("number_of", max(first - _NUMBER_WORDS, 0), first) is None:
        return None
    noun = analysis.tokens.words[last - 1]
    unit = head_key(noun, load(analysis.sentence.language), plural=True)
    return replace(quantity, kind="count", unit=unit, inferred=_inferred(quantity))


def _counts_only_people(info: Concept) -> bool:
    """Return whether a bare number of it is one of people, and not of what each of them has."""
    return "person" in info.units and info.units <= _PEOPLE and not info.for_people


def _people(quantity: Quantity) -> Quantity:
    return replace(quantity, kind="count", unit="person", inferred=_inferred(quantity))


def only_currency(quantities: Sequence[Quantity]) -> Quantity | None:
    """Return the first sum of an article that has one currency alone."""
    sums = [quantity for quantity in quantities if quantity.kind == "money"]
    return sums[0] if len({quantity.unit for quantity in sums}) == 1 else None


def _following(analysis: Analysis, place: Place) -> Quantity | None:
    """Return the next quantity of the sentence."""
    at = bisect_right(analysis.places, place.first, key=_FIRST)
    return analysis.places[at].quantity if at < len(analysis.places) else None


def _with(quantity: Quantity, other: Quantity) -> Quantity:
    inferred = _inferred(quantity)
    return replace(quantity, kind=other.kind, unit=other.unit, inferred=inferred)


def _stands_free(analysis: Analysis, place: Place) -> bool:
    """Return whether no noun or preposition makes something else of a bare number.

    "Level four", "a scale of five" and "seit 20" are no kilometres.
    """
    before = place.first - 1
    if before < 0:
        return True
    language = analysis.sentence.language
    word = analysis.tokens.words[before]
    if not grammar(language).capital_nouns and morphology(language).reading(word).noun:
        return False
    if before not in analysis.prepositions:
        return True
    leads = analysis.tagged("leads_to", before, place.first) is not None
    return leads and analysis.tagged("share_of", before, place.first) is None


def _carried_on(quantity: Quantity, before: Quantity, *, scale: bool) -> Quantity:
    """Return a bare number with unit and scale of the one whose measure it carries on.

    In "Revenue came to $184 million. The year before it was 171." both are millions, but not
    where things may be counted ("ordered drones for $310 million; had asked for 200"). What is
    measured is not given to a number that is of another order.
    """
    if before.kind == "count" and (are_things(before) or not has_decimals(quantity)):
        return _with(quantity, before)
    value, other = quantity.value, before.value
    if not isinstance(value, Decimal) or not isinstance(other, Decimal) or not value or not other:
        return _with(quantity, before)
    size = Decimal(1000) ** (other.copy_abs().adjusted() // 3) if other >= _SCALED else _ONE
    near = _is_near(value, other)
    scaled = not near and value < _SMALL and _is_near(value * size, other)
    if scaled and (scale or before.kind != "money"):
        return _with(_scaled(quantity, value, size), before)
    return quantity if before.kind != "money" and not near else _with(quantity, before)


def _is_near(value: Decimal, other: Decimal) -> bool:
    return _FAR * abs(value) > abs(other) and abs(value) < _FAR * abs(other)


def _scaled(quantity: Quantity, value: Decimal, scale: Decimal) -> Quantity:
    def times(bound: Limit) -> Limit:
        return bound * scale if isinstance(bound, Decimal) else bound

    return replace(
        quantity, value=value * scale, low=times(quantity.low), high=times(quantity.high)
    )


def _inferred(quantity: Quantity) -> tuple[str, ...]:
    return (*quantity.inferred, REASON)


def _is_share(quantity: Quantity, info: Concept) -> bool:
    """Return whether a number leaves out "per cent": "22.4 per cent, and the Greens 9.8"."""
    return "percent" in info.units and info.units <= _SHARES and _is_part(quantity)


def _is_part(quantity: Quantity) -> bool:
    return isinstance(quantity.value, Decimal) and 0 <= quantity.value <= _WHOLE


def _is_exact(quantity: Quantity) -> bool:
    """Return whether a number below a hundred has decimals."""
    return _is_part(quantity) and quantity.value != int(Decimal(str(quantity.value)))


def _is_sum(quantity: Quantity, info: Concept) -> bool:
    large = _is_large(quantity)
    if info.units == _MONEY:
        return large or quantity.relation == "from"
    return large and "money" in info.units


def _is_large(quantity: Quantity) -> bool:
    return isinstance(quantity.value, Decimal) and quantity.value >= _SCALED


def _counts_people(quantity: Quantity, lexicon: MeasureLexicon) -> bool:
    concept = lexicon.unit_concept(quantity.unit or "")
    return quantity.unit == "person" or (
        concept is not None and "person" in lexicon.info(concept).units
    )


def _befalls_others(what: Bound, carried: Carried, lexicon: MeasureLexicon) -> bool:
    """Return whether what became of people is not said of those counted before.

    In "two gunmen opened fire, killing five" no gunmen die.
    """
    before = lexicon.info(carried.bound.name.key) if carried.bound is not None else None
    told = before is None or before.befalls or before.generic
    return not told and lexicon.info(what.name.key).befalls


def _some_people(quantity: Quantity, lexicon: MeasureLexicon) -> bool:
    """Return whether people of one sort are counted: after "six children" a toll is of all."""
    concept = lexicon.unit_concept(quantity.unit or "")
    return concept is not None and lexicon.info(concept).domain == "demography"
