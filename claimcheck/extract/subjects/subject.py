"""Whose number it is: the likeliest of what may be its subject."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from claimcheck.extract.clauses.agreement import Acting
from claimcheck.extract.concepts.keys import OF_THINGS
from claimcheck.extract.concepts.lexicon import lexicon
from claimcheck.extract.names.compound_names import compound_name
from claimcheck.extract.names.finder import NameHit
from claimcheck.extract.names.known import known_keys
from claimcheck.extract.names.nations import national_measures
from claimcheck.extract.names.nouns import NounHit
from claimcheck.extract.sentence import Analysis, Place
from claimcheck.extract.subjects.acted import acted
from claimcheck.extract.subjects.ages import is_subject, tells_of_subject
from claimcheck.extract.subjects.asked import Asked
from claimcheck.extract.subjects.before.somebody import is_person
from claimcheck.extract.subjects.enforced import without_enforcer, without_enforcers
from claimcheck.extract.subjects.options import options, weight
from claimcheck.extract.subjects.owners import ruled
from claimcheck.extract.subjects.polled import without_objects
from claimcheck.extract.subjects.ruled import UNKNOWN, Ruled
from claimcheck.extract.subjects.shown import kept, known_as, shown
from claimcheck.extract.subjects.sources import without_sources
from claimcheck.extract.subjects.struck import struck
from claimcheck.extract.subjects.tallied import is_tolls, owning, place_of, without_counting
from claimcheck.extract.subjects.traits import Option
from claimcheck.extract.subjects.wordings.agents import agent
from claimcheck.extract.subjects.wordings.antecedent import antecedent
from claimcheck.extract.subjects.wordings.attributed import attributed
from claimcheck.extract.subjects.wordings.beside import explained, named_behind, set_against
from claimcheck.extract.subjects.wordings.gapped import own_place
from claimcheck.extract.subjects.wordings.located import located
from claimcheck.extract.subjects.wordings.nationals import team
from claimcheck.extract.subjects.wordings.partitive import owner_within
from claimcheck.extract.subjects.wordings.possessed import possessed
from claimcheck.extract.subjects.wordings.priced import priced
from claimcheck.extract.subjects.wordings.respective import respective
from claimcheck.extract.subjects.wordings.sized import described, sized
from claimcheck.extract.subjects.wordings.whose import owner_before
from claimcheck.extract.subjects.wordings.works import worked_on
from claimcheck.extract.words.cases import cases
from claimcheck.model import Named, TextSpan

_SCOPING = frozenset({"age", "date", "duration"})
_ACTING = frozenset({"leads:noun", "acts:same:before"})
_DESCRIBED = frozenset({"age:right_behind", "subject"})
"""Of an age beside the noun that acts ("der 54-jährige Fahrer starb") nobody else is told."""
_SUBJECTS = frozenset({"subject:name", "subject:noun"})
_NO_OWNERS = frozenset({"generic", "reports", "speaker", "source", "subject:relative"})
_IN_CLAUSE = frozenset({"same:before", "same:behind", "same:beyond"})
_OWNS = frozenset({"is_main", "attached:owner", "attached:behind"})
_TELLING = frozenset({"says", "estimate", "forecast", "demands", "offers", "revised"})


class Bound(msgspec.Struct, frozen=True, gc=False):
    """A subject with the words it was read from; `carried` when it is not in the sentence."""

    name: Named
    span: TextSpan | None
    carried: bool


def subject(number: Asked) -> Bound | None:
    """Return the subject of a number, or None when nothing is known of it."""
    analysis, focus, measured = number.analysis, number.focus, number.measured
    owner = compound_name(analysis, measured, focus.actors) if measured is not None else None
    if owner is not None and measured is not None:
        tokens = analysis.tokens
        start = tokens.starts[measured[0]]
        return Bound(owner, TextSpan(start, start + len(owner.text)), carried=False)
    aged = _aged(number)
    if aged is not None:
        return Bound(aged, None, carried=True)
    where = _apart(number)
    if where is not None:
        return Bound(Named(where.text, where.key), _span(analysis, where), carried=False)
    impersonal = number.what is not None and lexicon().info(number.what).impersonal
    clause = _by_clause(number, impersonal)
    found = _owning(number) if not clause.hit else []
    if impersonal:
        found = [option for option in found if not _is_of_person(number, option)]
    told = shown(analysis, clause, found, focus)
    if told is not None:
        return _bound(analysis, told)
    likely = kept(clause, found, focus, analysis.sentence.language)
    if not likely:
        return None  # exports are no person's, and none but persons are named
    return _chosen(number, likely)


def _apart(number: Asked) -> NameHit | NounHit | None:
    """Return whose a number is by a wording that shows it by itself."""
    analysis, place, measured = number.analysis, number.place, number.measured
    return (
        owner_within(analysis, place)
        or priced(analysis, place, measured, number.what)
        or respective(analysis, place)
        or own_place(analysis, place)
        or set_against(analysis, place, measured)
        or (explained(analysis, place) if number.kind != "age" else None)
        or named_behind(analysis, place)
        or team(analysis, place, number.what)
        or agent(analysis, place)
        or described(analysis, place, measured)
        or attributed(number)
        or antecedent(analysis, place)
        or sized(number)
        or owner_before(analysis, place, measured, number.focus.actors)
        or possessed(analysis, place, measured)
        or located(analysis, place, measured, number.focus.last)
    )


def _by_clause(number: Asked, impersonal: bool) -> Ruled:
    """Return whose a number is by the subject of its clause, as forms or the order show it."""
    analysis, place = number.analysis, number.place
    clause = UNKNOWN
    if number.kind != "age":
        by_forms = analysis.agreement.known
        clause = acted(number) if by_forms else ruled(analysis, place, number.measured)
    if impersonal and clause.hit is not None:
        acting = clause.hit
        if _is_of_person(number, Option(Named(acting.text, acting.key), acting, ())):
            clause = UNKNOWN
    return without_counting(number, without_enforcer(number, clause))


def _chosen(number: Asked, likely: Sequence[Option]) -> Bound | None:
    """Return the likeliest of what may own a number."""
    analysis = number.analysis
    best = _best(analysis, number.place, likely, number.what)
    if best.name is None:
        alone = _only_one(number, likely)
        told = (alone, None) if alone is not None else struck(number)
        return _bound(analysis, told) if told is not None else None
    called = None
    if isinstance(best.hit, NounHit):
        called = known_as(analysis, best.hit, number.focus)
    if best.hit is None or called is not None:
        return Bound(called or best.name, None, carried=True)
    return _of(analysis, best.hit)


def _bound(analysis: Analysis, told: tuple[Named, NameHit | NounHit | None]) -> Bound:
    name, hit = told
    return Bound(name, None, carried=True) if hit is None else _of(analysis, hit)


def _only_one(number: Asked, found: Sequence[Option]) -> Named | None:
    """Return the only one that a text has told of, where nothing else may own a number.

    "Lobau wächst. Die Quartalszahlen zeigen 18 Prozent mehr Umsatz."
    """
    analysis = number.analysis
    if number.kind in _SCOPING or is_tolls(number) or not analysis.agreement.known:
        return None
    if analysis.names or any(option.hit for option in found):
        return None
    keys = {option.name.key for option in found if option.name}
    named = [o.name for o in found if o.name and o.traits[0] == "proper"]
    return named[0] if len(named) == 1 and keys >= set(number.focus.actors.since) else None


def _owning(number: Asked) -> Sequence[Option]:
    """Return the options without those who only tell, ask, count or impose, or are thought of."""
    found = without_sources(number, owning(number, options(number)))
    if number.kind == "age" and any(_DESCRIBED.issubset(option.traits) for option in found):
        found = [option for option in found if option.hit or option.name is None]
    return without_objects(number, without_enforcers(number, found))


def _of(analysis: Analysis, hit: NameHit | NounHit) -> Bound:
    """Return what a number is of that is that of a name or a noun, or of the work on it."""
    hit = worked_on(analysis, hit)
    return Bound(Named(hit.text, hit.key), _span(analysis, hit), carried=False)


def _is_of_person(number: Asked, option: Option) -> bool:
    name, focus = option.name, number.focus
    if name is None or isinstance(option.hit, NounHit):
        return False
    return (
        name.key in focus.actors.people
        or is_person(number, name)
        or (name.key not in known_keys() and name in focus.titled)
    )


def _aged(number: Asked) -> Named | None:
    """Return whom "der 81-Jährige" is that the clause of another number is about."""
    analysis, place = number.analysis, number.place
    clause = place.clause
    for other in analysis.places:
        if other is place or analysis.clause(other.first) != clause:
            continue
        aged = is_subject(analysis, other) or tells_of_subject(analysis, place, other)
        if number.kind != "age" and aged:
            own = msgspec.structs.replace(number, place=other, measured=None, kind="age")
            known = subject(own)
            return known.name if known is not None else None
    return None


def _best(analysis: Analysis, place: Place, found: Sequence[Option], what: str | None) -> Option:
    """Return the likeliest option, or another where the forms of words show it."""
    best = max(found, key=lambda option: weight(option, analysis.sentence.language))
    if best.hit is None and (place.quantity.kind == "measure" or what in OF_THINGS):
        best = next((option for option in found if set(option.traits) >= _ACTING), best)
    acting = analysis.agreement.acting.get(place.clause)
    if best.hit is None:
        gives_way = not best.traits[0].startswith("nation")
    else:
        gives_way = acting is not None and (_is_object(best, acting) or _is_elsewhere(best, acting))
    if gives_way and not _tells(analysis, place):
        best = next((option for option in found if _acts(option)), best)
    if best.name is None:
        best = next((option for option in found if _stands_for_owner(option, what)), best)
    nobody = acting is None or acting.first < 0
    if best.name is None and nobody and analysis.agreement.known:
        best = next((option for option in found if _holds(analysis, option)), best)
    return place_of(analysis, place, best, found, what) or best


def _tells(analysis: Analysis, place: Place) -> bool:
    """Return whether the subject of a number's clause only tells or guesses the number."""
    told = _TELLING.intersection(analysis.tags)
    return any(analysis.tagged_in_clause(tag, place) is not None for tag in told)


def _acts(option: Option) -> bool:
    """Return whether an option is the subject of the clause, with which nothing is carried over.

    What only tells of the number, or stands for a name, is not; nor is a bare noun surely one.
    """
    traits = option.traits
    return not _SUBJECTS.isdisjoint(traits) and _NO_OWNERS.isdisjoint(traits)


def _stands_for_owner(option: Option, what: str | None) -> bool:
    """Return whether an option is somebody named before, whom a noun stands for as the subject.

    "The company" owns what it does; of what it says, only what no person has: "its revenue".
    """
    traits = option.traits
    if option.name is None or traits[0] != "generic" or _SUBJECTS.isdisjoint(traits):
        return False
    own = what is not None and what not in national_measures() and lexicon().info(what).impersonal
    return own or _NO_OWNERS.isdisjoint(traits[1:])


def _is_object(option: Option, acting: Acting) -> bool:
    """Return whether an option is a name behind the sure subject: "Der Bund zahlt Siemens 3"."""
    if not isinstance(option.hit, NameHit) or option.hit.first <= acting.first:
        return False
    free = {"free", "same:before"} <= set(option.traits)
    return acting.sure and free and "joined" not in option.traits


def _is_elsewhere(option: Option, acting: Acting) -> bool:
    """Return whether an option stands in another clause than the number, which has a subject.

    What the text is about, and what owns the measure, may do so.
    """
    if option.hit is None or acting.first < 0 or acting.inherited or acting.relative:
        return False
    traits = option.traits
    return _IN_CLAUSE.isdisjoint(traits) and _OWNS.isdisjoint(traits)


def _holds(analysis: Analysis, option: Option) -> bool:
    """Return whether an option is the place where a clause is so: "In Emden gab es 30"."""
    known = cases(analysis.sentence.language)
    if option.hit is None or known is None or _IN_CLAUSE.isdisjoint(option.traits):
        return False
    before = analysis.tokens.words[option.hit.first - 1].lower()
    return "place" in option.traits and before in known.within


def acts(analysis: Analysis, place: Place, tokens: tuple[int, int]) -> bool:
    """Return whether some tokens are the subject of a number's clause, as the forms show it."""
    acting = analysis.agreement.acting.get(place.clause)
    return (
        analysis.agreement.known
        and acting is not None
        and any(
            hit.first == acting.first and hit.first < tokens[1] and tokens[0] < hit.last
            for hit in analysis.candidates
        )
    )


def _span(analysis: Analysis, found: NameHit | NounHit) -> TextSpan:
    tokens = analysis.tokens
    return TextSpan(tokens.starts[found.first], tokens.ends[found.last - 1])
