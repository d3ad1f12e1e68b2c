"""The concepts of a sentence that a number may measure, the likeliest first."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from claimcheck.extract.clauses.coordinate import opened_by
from claimcheck.extract.concepts.concept import Concept
from claimcheck.extract.concepts.fitting import is_sum
from claimcheck.extract.concepts.hits import MeasureHit
from claimcheck.extract.concepts.lexicon import MeasureLexicon
from claimcheck.extract.measures.distances import NAMED, Number, cost, gap
from claimcheck.extract.measures.heads import is_overruled
from claimcheck.extract.measures.others import (
    is_currency,
    is_figure,
    is_gap,
    is_no_count,
    is_other_stuff,
    is_said_of,
    is_source,
    looks_like_verb,
    only_says_when,
)
from claimcheck.extract.measures.shares import (
    costs,
    counts_people,
    has_rate,
    is_of_others,
    is_of_sum,
    is_opinion,
    is_share_of,
)
from claimcheck.extract.sentence import Analysis, Place
from claimcheck.extract.words.grammar import grammar

_RANKS = frozenset({"rank"})
_OF_WHO = 3.0
_NUMBER_WORDS_BEFORE = 3
_BESIDE = 3
"""How far from counted things a phrase may be that says more of them: "ohne Strom"."""
_PRICED = frozenset({"money", "percent"})
"""The units of what a share tells that something costs more: no tickets, but their price."""
_VERBAL = frozenset({"verb", "adjective"})
_RATED = frozenset({"percent", "points", "ratio"})
_LENGTHS = frozenset({"duration"})
_STEPS = frozenset({"by", "from", "to"})
_Rule = Callable[[Number, MeasureHit], bool]
"""Returns whether a concept cannot be what a number measures."""


def near_concepts(
    analysis: Analysis, place: Place, lexicon: MeasureLexicon, own: str | None
) -> list[tuple[float, MeasureHit]]:
    """Return the concepts that may be the measure with their costs, the likeliest first."""
    info = lexicon.info(own) if own is not None else None
    number = Number(analysis, place, lexicon, own, info, opened_by(analysis, place))
    rules = list(_rules(number))
    found: list[tuple[float, MeasureHit]] = []
    for hit in analysis.measures_near(place):
        if hit.kind == "change" or not is_figure(analysis, place.quantity, hit, lexicon):
            continue
        for rule in rules:
            if rule(number, hit):
                break
        else:
            far = _cost(number, hit)
            if far is not None:
                found.append((far, hit))
    found.sort(key=_by_cost)
    return found


def _rules(number: Number) -> Iterator[_Rule]:
    """Yield what leaves concepts out, of what may for such a number."""
    analysis, place, quantity = number.analysis, number.place, number.place.quantity
    yield _is_unit
    yield _is_overruled
    yield _is_told
    if is_gap(analysis, place):
        yield _is_no_verb_before
    if number.relative:
        yield _is_of_no_share
        if not _is_step(analysis, place):
            yield _is_length
        if is_of_sum(analysis, place, number.lexicon):
            yield _is_people
        if costs(analysis, place, number.lexicon):
            yield _is_no_price
        if has_rate(analysis, place, number.lexicon):
            yield _is_verb_of_no_rate
    if quantity.kind == "number":
        yield _is_not_counted
    if quantity.unit == "time":
        yield _is_verb_of_people  # "man lebt nur zweimal"
    if is_sum(quantity) and analysis.tagged("meant_for", place.last, place.last + 1) is not None:
        yield _is_no_money_behind
    if number.counted and not number.of_people and _is_dative(analysis, place):
        yield _is_given
    if number.info is not None:
        if analysis.tagged("watched_by", place.first - 1, place.first) is not None:
            yield _is_verbal
        yield _is_of_others
    if number.is_thing:
        yield _says_no_more


def _cost(number: Number, hit: MeasureHit) -> float | None:
    """Return what a concept costs that nothing leaves out, None where it cannot be the measure."""
    analysis, place, info = number.analysis, number.place, number.info
    found = cost(number, hit)
    verbal = hit.kind in _VERBAL
    if info is not None and info.generic and number.is_inside(hit):
        if not verbal and _is_one_of_two(analysis, place, hit):
            return None
        found = min(found, NAMED) if found is not None else None
    told = verbal and (number.of_people or number.is_thing)
    told = told and number.lexicon.info(hit.key).befalls
    if told and (number.is_inside(hit) or is_said_of(analysis, place, hit)):
        return _OF_WHO  # "25 infizierte Mitarbeiter"; "40 Menschen, die starben"
    return found


def _by_cost(row: tuple[float, MeasureHit]) -> tuple[float, bool, int]:
    return row[0], row[1].kind == "noun", row[1].first


def _is_unit(number: Number, hit: MeasureHit) -> bool:
    """Return whether a word of the number's phrase says no more than its unit does."""
    analysis, place = number.analysis, number.place
    if not number.is_inside(hit):
        return False
    if hit.key == number.own or looks_like_verb(analysis, place, hit):
        return True
    if number.place.quantity.kind == "money" and is_currency(analysis, place, hit):
        return True
    return number.counted and hit.kind == "adjective" and hit.only == "sizes"  # "30 older jets"


def _is_overruled(number: Number, hit: MeasureHit) -> bool:
    """Return whether another word of its phrase says more: "der verstorbenen BÜRGER"."""
    return is_overruled(number.analysis, number.place, hit, number.lexicon)


def _is_told(number: Number, hit: MeasureHit) -> bool:
    """Return whether a word only says where the number is from, when, or what other stuff is."""
    analysis, place = number.analysis, number.place
    return (
        is_source(analysis, place, hit)
        or is_other_stuff(analysis, place, hit)
        or only_says_when(analysis, place, hit)
    )


def _is_no_verb_before(number: Number, hit: MeasureHit) -> bool:
    """Return whether a word is no verb right before the number, which may have lost its noun."""
    return hit.kind != "verb" or hit.last != number.place.first


def _is_of_no_share(number: Number, hit: MeasureHit) -> bool:
    """Return whether shares and changes are no figures of a concept as it stands here."""
    analysis, place, lexicon = number.analysis, number.place, number.lexicon
    if hit.kind == "entity" and not _of_whole(analysis, place, hit):
        return True
    if lexicon.info(hit.key).units == _RANKS:
        return True
    if hit.kind not in _VERBAL:
        return is_opinion(analysis, place, hit, lexicon)
    return hit.kind == "verb" and is_of_others(analysis, place, hit, lexicon)


def _is_step(analysis: Analysis, place: Place) -> bool:
    """Return whether words around tell that a share is more or less of something."""
    if place.quantity.relation in _STEPS:
        return True
    if analysis.tagged("more_less", place.last, place.last + 1) is not None:
        return True
    return any(hit.kind == "change" for hit in analysis.measures_near(place))


def _is_length(number: Number, hit: MeasureHit) -> bool:
    """Return whether a concept is how long or old something is: no share is "31 Prozent"."""
    units = number.lexicon.info(hit.key).units
    return bool(units) and units <= _LENGTHS


def _is_given(number: Number, hit: MeasureHit) -> bool:
    """Return whether a verb has counted things in the dative: "den 20 Vereinen vorwerfen"."""
    return hit.kind == "verb" and hit.last > number.place.first


def _is_dative(analysis: Analysis, place: Place) -> bool:
    """Return whether an article that no plural subject or object has stands before things."""
    first, rules = place.first, grammar(analysis.sentence.language)
    if not rules.capital_nouns or not first or place.last - first < 2:
        return False
    led = first > 1 and first - 2 in analysis.prepositions
    return analysis.tokens.words[first - 1].lower() in rules.oblique and not led


def _is_people(number: Number, hit: MeasureHit) -> bool:
    """Return whether a noun counts people, of whom no share of a sum is told."""
    return hit.kind not in _VERBAL and counts_people(number.lexicon, hit.key)


def _is_no_price(number: Number, hit: MeasureHit) -> bool:
    """Return whether a noun is what costs more by a share: no tickets, but their price."""
    return hit.kind not in _VERBAL and number.lexicon.info(hit.key).units.isdisjoint(_PRICED)


def _is_verb_of_no_rate(number: Number, hit: MeasureHit) -> bool:
    """Return whether a verb counts or sums up beside a rate: "rates were held at 2 percent"."""
    units = number.lexicon.info(hit.key).units
    return hit.kind in _VERBAL and bool(units) and units.isdisjoint(_RATED)


def _is_not_counted(number: Number, hit: MeasureHit) -> bool:
    return is_no_count(number.analysis, number.place, hit, number.lexicon)


def _is_verb_of_people(number: Number, hit: MeasureHit) -> bool:
    return hit.kind in _VERBAL and "person" in number.lexicon.info(hit.key).units


def _is_verbal(number: Number, hit: MeasureHit) -> bool:
    """Return whether a verb tells what is done before the counted people, not by or to them."""
    return hit.kind in _VERBAL


def _is_no_money_behind(number: Number, hit: MeasureHit) -> bool:
    """Return whether a concept behind a sum is what the sum is for, and no sum itself."""
    behind = hit.first >= number.place.last
    return behind and "money" not in number.lexicon.info(hit.key).units


def _is_of_others(number: Number, hit: MeasureHit) -> bool:
    """Return whether a concept cannot be said of what the number's unit counts."""
    own, lexicon = number.info, number.lexicon
    if own is None:
        return False
    if hit.kind in _VERBAL:
        return not _befalls(lexicon, hit.key, own, number.of_people)
    units = lexicon.info(hit.key).units
    return number.of_people and number.own not in units and bool(units) and "person" not in units


def _says_no_more(number: Number, hit: MeasureHit) -> bool:
    """Return whether a noun says no more of counted things than their own one.

    It says more where it is part of their phrase, a phrase itself ("ohne Strom"), or
    counted by a word before it ("die Zahl der Wölfe").
    """
    if hit.kind in _VERBAL or number.own in number.lexicon.info(hit.key).units:
        return False
    if number.is_inside(hit) or (hit.last - hit.first > 1 and gap(number, hit) <= _BESIDE):
        return False
    first = max(hit.first - _NUMBER_WORDS_BEFORE, 0)
    return number.analysis.tagged("number_of", first, hit.first) is None


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
