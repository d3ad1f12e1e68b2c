"""What a share, a rate or a price of something measures: a turnout, a stake, a fuel price."""

from __future__ import annotations

from decimal import Decimal

import msgspec

from claimcheck.extract.concepts.keys import COSTS, HOUSE_PRICE, PRICE, RENT
from claimcheck.extract.concepts.lexicon import MeasureLexicon
from claimcheck.extract.measures.carried import RELATIVE, Bound
from claimcheck.extract.measures.shares import wholes
from claimcheck.extract.sentence import Analysis, Place
from claimcheck.extract.words.grammar import grammar
from claimcheck.model import Named

_LARGE = 1_000_000
_RENTED = 100
"""What a square metre costs at most that is rented; those that are sold cost more."""


def of_share_or_rate(
    analysis: Analysis, place: Place, found: Bound, lexicon: MeasureLexicon
) -> Bound:
    """Return the concept that shares or rates of the measure are figures of, if it has one."""
    info, quantity = lexicon.info(found.name.key), place.quantity
    if quantity.kind in RELATIVE:
        key = info.in_percent
        if not key and info.of_parts and _is_part_of(analysis, place, found):
            key = info.of_parts
        if not key and info.rate and _is_rate(analysis, place, info.rate):
            key = info.rate
    else:
        per = quantity.per or ""
        key = info.per.get(per) or info.per.get(per.rpartition(" ")[2], "")  # "1000 birth"
        low = isinstance(quantity.value, Decimal) and quantity.value < _RENTED
        if low and quantity.kind == "money" and (key or found.name.key) == HOUSE_PRICE:
            key = RENT
    if not key or not lexicon.fits(key, quantity):
        return found
    return msgspec.structs.replace(found, name=Named(found.name.text, key))


def _is_rate(analysis: Analysis, place: Place, rate: str) -> bool:
    """Return whether a share of those counted is the rate of them, by a word or a verb of it.

    "58 percent of voters turned out" is a turnout, "58 percent of voters are women" is none.
    """
    if analysis.tagged_in_clause("rate_noun", place) is not None:
        return True
    clause = place.clause
    return any(
        hit.key == rate and hit.kind == "verb" and analysis.clause(hit.first) == clause
        for hit in analysis.measures
    )


def _is_part_of(analysis: Analysis, place: Place, found: Bound) -> bool:
    """Return whether a share is one of the things that it is said to measure."""
    return found.tokens is not None and any(
        hit.first == found.tokens[0] for hit in wholes(analysis, place)
    )


def saved(analysis: Analysis, place: Place, found: Bound, lexicon: MeasureLexicon) -> Bound:
    """Return what it is by which the measure is lowered: costs cut by three million are savings.

    And a staff cut by 300 are jobs lost.
    """
    quantity, lost = place.quantity, lexicon.info(found.name.key).lost
    if not lost or quantity.kind in RELATIVE or quantity.relation != "by":
        return found
    if any(other.quantity.relation == "to" for other in analysis.places):
        return found  # "fell by three million to twelve"
    clause = analysis.clause(place.first)
    cut = any(
        hit.kind == "change" and hit.direction < 0 and analysis.clause(hit.first) == clause
        for hit in analysis.measures
    )
    return msgspec.structs.replace(found, name=Named(found.name.text, lost)) if cut else found


def priced(analysis: Analysis, found: Bound, lexicon: MeasureLexicon, place: Place) -> Bound:
    """Return the price of what is said to cost so much, by the name that it has if any.

    Millions are no price.
    """
    value = place.quantity.value
    large = isinstance(value, Decimal) and value >= _LARGE
    if found.name.key != COSTS or large:
        return found
    named = _price_of_thing(analysis, found, lexicon, place)
    if named is None and not found.verb:
        return found
    return msgspec.structs.replace(found, name=Named(found.name.text, named or PRICE))


def _price_of_thing(
    analysis: Analysis, found: Bound, lexicon: MeasureLexicon, place: Place
) -> str | None:
    """Return the name of the price of the thing that is said to cost: "Petrol costs $3".

    What is counted as well is no price: a "Buchpreis" is an award.
    """
    if found.tokens is None or not (found.verb or place.first == found.tokens[1]):
        return None
    language = analysis.sentence.language
    spelled = str if grammar(language).capital_nouns else str.lower
    clause = analysis.clause(found.tokens[0])
    for index in range(found.tokens[0] - 1, -1, -1):
        if analysis.clause(index) != clause:
            break
        for word in grammar(language).prices:
            text = word.format(spelled(analysis.tokens.words[index]))
            keys = {hit.key for hit in lexicon.find(text.split(), language)}
            named = {key for key in keys - {COSTS, PRICE} if "count" not in lexicon.info(key).units}
            if len(keys) == len(named) == 1:
                return named.pop()
    return None
