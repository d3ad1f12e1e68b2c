"""What a number measures: the counted noun, the governing noun or the verb of its clause."""

from __future__ import annotations

import msgspec

from claimcheck.extract.concepts.hits import MeasureHit
from claimcheck.extract.concepts.keys import AGE, AVERAGE, CASH, LAPSE, PRICE, VAGUE
from claimcheck.extract.concepts.lexicon import MeasureLexicon
from claimcheck.extract.measures.answers import answered
from claimcheck.extract.measures.antecedents import antecedent
from claimcheck.extract.measures.carried import (
    RELATIVE,
    Bound,
    Carried,
    again,
    carries,
    elided,
    needs_unit,
    of_sentence,
    put_right,
    said_as_count,
    same_amount,
    same_term,
    same_time,
    share_of_other,
    within,
)
from claimcheck.extract.measures.compared import compared_noun, compared_size, more_people
from claimcheck.extract.measures.counted import changed_to, ends_change, named_things
from claimcheck.extract.measures.distances import (
    MENTIONED,
    OTHER_CLAUSE,
    OWN,
    is_whole,
)
from claimcheck.extract.measures.governor import (
    governor,
    is_age,
    is_age_limit,
    is_aged,
    is_bare_age,
    made_of,
    said_as,
    share_noun,
)
from claimcheck.extract.measures.happenings.happening import event, occurring
from claimcheck.extract.measures.happenings.lapses import is_lapse
from claimcheck.extract.measures.happenings.lasting import lasting
from claimcheck.extract.measures.joined import by_thing, joined_measure
from claimcheck.extract.measures.labels import by_heading, by_label, by_name
from claimcheck.extract.measures.narrowed import narrowed
from claimcheck.extract.measures.nearness import near_concepts
from claimcheck.extract.measures.passing import passes_by
from claimcheck.extract.measures.plain import (
    bound,
    by_count,
    by_minus,
    by_moving,
    by_noun,
    by_object,
    by_subject,
    by_unit,
    by_way,
    noun_at,
    ordered,
    plain,
)
from claimcheck.extract.measures.pronouns import before_colon, by_pronoun
from claimcheck.extract.measures.refined import of_share_or_rate, priced, saved
from claimcheck.extract.measures.scores.results import of_score
from claimcheck.extract.measures.shares import quality
from claimcheck.extract.menus import PRICED
from claimcheck.extract.sentence import Analysis, Place
from claimcheck.model import Named

_CARRIED = 18.0
_READINGS = 3
_PLAIN = 2.0

_TIME, _PERSON = "time", "person"


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
    if quantity.label == "age" or is_age(analysis, place) or is_aged(analysis, place):
        return Bound(Named(quantity.quote, AGE), quantity.span, loose=False)
    if is_age_limit(analysis, place, lexicon):
        return Bound(Named(quantity.quote, AGE), quantity.span, loose=False)
    if quantity.label == PRICED:
        return Bound(Named(quantity.quote, PRICE), quantity.span, loose=True)
    if quantity.kind == "score":
        return of_score(analysis, place)
    if is_lapse(analysis, place):
        return Bound(Named(quantity.quote, LAPSE), quantity.span, loose=False)
    joined = joined_measure(analysis, place, lexicon)
    if joined is not None:
        return narrowed(analysis, place, _of_joined(analysis, place, *joined), lexicon)
    own = lexicon.unit_concept(quantity.unit) if quantity.unit else None
    if quantity.kind == "count":
        own = named_things(analysis, place, lexicon, 1 if own is None else 2) or own
    lost = _lost(lexicon, own)
    if lost and _is_cut(analysis, place):
        return Bound(Named(quantity.noun or quantity.quote, lost), quantity.span, loose=False)
    near = near_concepts(analysis, place, lexicon, own)
    if near and passes_by(analysis, place, lexicon, own, near[0][1]):
        near = [row for row in near if place.first <= row[1].first < place.last]
    if quantity.kind == "date":
        wide = event(analysis, place, lexicon, near)
        wide = wide or answered(analysis, place, lexicon, carried)
    else:
        best = near[0] if near else (0.0, None)
        wide = _chosen(analysis, place, lexicon, carried, own, *best)
    found = lasting(analysis, place, narrowed(analysis, place, wide, lexicon), lexicon, carried)
    if found is None:
        return None
    lived = lexicon.info(found.name.key).befalls or analysis.tagged_in_clause("lived", place)
    total = analysis.tagged_in_clause("number_of", place) is not None
    if lived and not total and is_bare_age(analysis, place, led=True):
        return Bound(Named(quantity.quote, AGE), quantity.span, loose=False)
    found = saved(analysis, place, priced(analysis, found, lexicon, place), lexicon)
    found = of_share_or_rate(analysis, place, found, lexicon)
    others = {hit.key for cost, hit in near[:_READINGS] if cost < MENTIONED}
    if wide is not None:
        others.add(wide.name.key)
    others.update(lexicon.info(found.name.key).near, found.others)
    if own is not None and not lexicon.info(own).generic:
        others.add(own)
    return msgspec.structs.replace(found, others=frozenset(others - {found.name.key}))


def _of_joined(analysis: Analysis, place: Place, key: str, index: int) -> Bound:
    """Return the concept of the noun that a quantity is joined to; whose people are, is free."""
    quantity = place.quantity
    if quantity.kind == "count" and quantity.unit == _PERSON:
        tokens = place.first, place.last
        return Bound(Named(quantity.noun or quantity.quote, key), quantity.span, False, tokens)
    noun = plain(analysis, index)
    return msgspec.structs.replace(noun, name=Named(noun.name.text, key))


def _lost(lexicon: MeasureLexicon, own: str | None) -> str:
    """Return what things are that are cut; people may be affected and stay."""
    info = lexicon.info(own) if own is not None else None
    return "" if info is None or _PERSON in info.units else info.lost


def _is_cut(analysis: Analysis, place: Place) -> bool:
    """Return whether a verb of decrease stands right before the things: "cutting 300 jobs".

    Or a noun that says so ("the loss of 300 jobs"); or whether the clause says that they
    disappear, and no whole of them: "300 jobs will go".
    """
    denied = analysis.tagged("not", place.first - 1, place.first)
    first = place.first if denied is None else denied.first  # "cut NOT 500 but 300 jobs"
    if any(
        hit.kind == "change" and hit.direction < 0 and hit.last == first
        for hit in analysis.measures_near(place)
    ):
        return True
    if analysis.tagged("loss_of", place.first - 1, place.first) is not None:
        return True
    cue = analysis.tagged_in_clause("lost", place)
    whole = analysis.tagged("share_of", place.first - 2, place.first)
    if cue is None or whole is not None or is_whole(analysis, place):
        return False
    first, last = sorted((cue.first, place.first))
    return not any(first < other.first < last for other in analysis.places if other is not place)


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
        again = occurring(analysis, place, lexicon) if quantity.unit == _TIME else None
        return again or ordered(analysis, place, lexicon)
    timed = carried.time if quantity.kind in ("number", "duration") else None
    begun = carried.bound if timed is None else timed[0]
    if begun is not None and ends_change(analysis, place):
        key = begun.name.key
        if own is None or key not in lexicon or lexicon.fits(key, quantity):
            return within(begun, analysis.sentence)  # else "um 3 Prozent auf 500 Kühe"
    governed = governor(analysis, place, lexicon)
    settled = _settled(analysis, place, lexicon, carried, governed, own, best, found)
    if settled is not None:
        return settled
    if own is not None:
        mentioned = lexicon.info(own).entity
        if found is not None and own in lexicon.info(found.key).units:
            mentioned = True
        if found is None or best >= (MENTIONED if mentioned else OWN):
            return Bound(
                Named(quantity.noun or quantity.quote, own), quantity.span, False,
                (place.first, place.last),
            )  # fmt: skip
    noun = governed if isinstance(governed, int) else share_noun(analysis, place)
    if noun is not None and (found is None or best >= _plain_limit(analysis, noun)):
        return plain(analysis, noun)
    labelled = by_label(analysis, place)
    if labelled is not None and (found is None or found.first >= place.last):
        return labelled
    stands_in = found is not None and _stands_in(analysis, found)
    if found is not None and best < _CARRIED and not stands_in:
        return bound(analysis, found, loose=False)
    named = before_colon(analysis, place, lexicon)
    if named is not None and not of_sentence(analysis, carried):
        return bound(analysis, named, loose=True)
    topic = by_pronoun(analysis, place, lexicon, carried)
    if topic is not None and not (
        of_sentence(analysis, carried) and carries(lexicon, quantity, carried)
    ):
        return topic
    nearer = (
        found is not None
        and best < _CARRIED + OTHER_CLAUSE
        and _is_said_before(analysis, place, found, carried)
    )
    if found is not None and nearer:
        return bound(analysis, found, loose=True)
    return _left(analysis, place, lexicon, carried, best, found)


def _settled(
    analysis: Analysis,
    place: Place,
    lexicon: MeasureLexicon,
    carried: Carried,
    governed: MeasureHit | int | None,
    own: str | None,
    best: float,
    found: MeasureHit | None,
) -> Bound | None:
    """Return the measure where words say it outright, however near another concept stands."""
    asked_for = answered(analysis, place, lexicon, carried)
    if asked_for is not None:
        return asked_for
    named = by_name(analysis, place)
    if named is not None:
        return named
    again = put_right(analysis, place, carried) or elided(analysis, place, carried, lexicon)
    again = again or same_term(analysis, place, carried)
    again = again or said_as_count(analysis, place, carried, lexicon)
    if again is not None:
        return again
    sum_of = made_of(analysis, place, lexicon) or said_as(analysis, place, lexicon)
    if sum_of is not None:
        paid = sum_of.key == CASH and found is not None and found.kind == "verb"
        return bound(analysis, found if paid and found else sum_of, loose=False)
    if isinstance(governed, MeasureHit):
        carrier = governed.key in VAGUE and found is not None and found.key not in VAGUE
        return bound(analysis, found if carrier and found else governed, loose=False)
    related = antecedent(analysis, place, lexicon)
    if related is not None:
        return bound(analysis, related, loose=False)
    trait = quality(analysis, place)
    if trait is not None:
        return noun_at(analysis, trait)
    size = compared_size(analysis, place, lexicon, found if best < _CARRIED else None)
    if size is not None:
        return bound(analysis, size, loose=False)
    compared = compared_noun(analysis, place)
    if compared is not None:
        noun = noun_at(analysis, compared)
        said = found is not None and found.key in lexicon.info(noun.name.key).near
        if found is not None and noun.name.key not in lexicon:
            said = found.kind == "verb" and best < _CARRIED  # "weniger Papier abgesetzt"
        return bound(analysis, found, loose=False) if found and said else noun
    return more_people(analysis, place, lexicon, own, carried)


def _left(
    analysis: Analysis,
    place: Place,
    lexicon: MeasureLexicon,
    carried: Carried,
    best: float,
    found: MeasureHit | None,
) -> Bound | None:
    """Return the measure where nothing near says it: who moves, the number before, any noun."""
    quantity = place.quantity
    if quantity.unit == _TIME and quantity.per is None:
        return occurring(analysis, place, lexicon)
    mover = (
        by_way(analysis, place)
        or by_moving(analysis, place, lexicon)
        or by_subject(analysis, place)
        or (by_count(analysis, place) if found is None else None)
    )
    if mover is not None:
        return mover
    headed = by_heading(analysis, place, lexicon, carried)
    if headed is not None:
        return headed
    if quantity.kind in RELATIVE and not of_sentence(analysis, carried):
        things = changed_to(analysis, place, lexicon)
        if things is not None:
            return things
    part = quantity.kind in RELATIVE and not of_sentence(analysis, carried)
    whole = by_object(analysis, place) if part else None
    if whole is not None:
        return whole
    if (
        carried.bound is not None
        and carries(lexicon, quantity, carried)
        and not is_whole(analysis, place)
        and not needs_unit(analysis, place, carried)
        and not share_of_other(analysis, place, carried, lexicon)
    ):
        return msgspec.structs.replace(carried.bound, span=None, loose=True, tokens=None)
    if found is not None and best < _CARRIED:
        return bound(analysis, found, loose=False)
    timed = same_time(analysis, place, carried)
    if timed is not None:
        return timed
    same = again(analysis, place, carried) if carried.bound is None else None
    if same is not None:
        return same
    behind = quantity.kind == "duration" and found is not None and found.first > place.first
    behind = behind or (bool(quantity.noun) and found is not None and found.kind == "verb")
    if found is not None and best < _CARRIED + OTHER_CLAUSE and not behind:
        return bound(analysis, found, loose=True)
    return (
        by_noun(analysis, place)
        or by_minus(analysis, place)
        or by_unit(quantity)
        or by_thing(analysis, place, lexicon)
        or by_object(analysis, place)
        or same_amount(quantity, carried)
    )


def _is_said_before(analysis: Analysis, place: Place, found: MeasureHit, carried: Carried) -> bool:
    """Return whether a noun of this sentence comes before the number, but no other number does.

    It says more than what was measured in the sentence before.
    """
    return (
        found.kind == "noun"
        and found.first < place.first
        and found.key not in VAGUE
        and not of_sentence(analysis, carried)
    )


def _stands_in(analysis: Analysis, found: MeasureHit) -> bool:
    """Return whether a noun only stands for what was measured before: "Die Quote lag bei"."""
    if found.key == AVERAGE:
        return True
    cue = analysis.tagged("topic_pronoun", found.first, found.last)
    if cue is None or found.key not in VAGUE:
        return False
    return analysis.tagged("share_of", cue.last, cue.last + 1) is None


def _plain_limit(analysis: Analysis, index: int) -> float:
    """Return how near a concept must be to be likelier than the plain noun before a number."""
    led = index - 1 in analysis.prepositions or index - 2 in analysis.prepositions
    return _CARRIED if led else _PLAIN
