"""What may be the subject of a number, and what speaks for and against each of it.

Candidates are the names of the sentence and its noun phrases, and what is carried over:
the subject of the number before, the actor of the sentence before, the document's main
actor. Each has traits; `data/subjects.toml` says what each trait weighs.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import repeat

from claimcheck.extract.names.actors import Actors
from claimcheck.extract.names.finder import NameHit
from claimcheck.extract.names.known import known_keys, place_keys
from claimcheck.extract.names.nouns import OWNERS, NounHit
from claimcheck.extract.sentence import Analysis, Place
from claimcheck.extract.subjects.ages import holders, named_elsewhere
from claimcheck.extract.subjects.asides import speaks_aside
from claimcheck.extract.subjects.asked import Asked
from claimcheck.extract.subjects.before.bodies import stands_for
from claimcheck.extract.subjects.before.carried_names import carried_names, share_of_main
from claimcheck.extract.subjects.before.countries import nations
from claimcheck.extract.subjects.before.referents import before_pronoun, stood_for
from claimcheck.extract.subjects.before.somebody import fits, somebody
from claimcheck.extract.subjects.traits import (
    OFTEN,
    Option,
    acting_form,
    agreement_traits,
    kind_traits,
    standing_traits,
)
from claimcheck.extract.subjects.unfit import is_unfit, of_nobody
from claimcheck.extract.words.grammar import Grammar, grammar
from claimcheck.lexicon import table
from claimcheck.model import Named

_NEAR, _FAR, _VERY_FAR = 2, 7, 15


@cache
def trait_weights(language: str) -> dict[str, float]:
    """Return what each trait weighs in a language; one that none were learnt for is as English."""
    weights: dict[str, dict[str, float]] = table("subjects")
    return weights.get(language, weights["en"])


def weight(option: Option, language: str) -> float:
    """Return how likely an option is to be the subject, in log odds."""
    return sum(map(trait_weights(language).get, option.traits, repeat(0.0)))


def options(number: Asked) -> list[Option]:
    """Return the candidates for the subject of a number; the last one is that there is none."""
    analysis, place, kind = number.analysis, number.place, number.kind
    found = _in_sentence(number)
    held = holders(analysis, place) if kind == "age" else None
    if held is not None:
        found = [option for option in found if option.hit and option.hit.first in held.firsts]
        if held.sure and found:
            return found
    if held is not None and held.before:
        known = somebody(number, held.code, described=bool(found))
        if known is not None:
            return [Option(*known, ("age:known",))]
    alone = "alone" if not found else "beside"
    acts = acting_form(analysis, place)
    carried = carried_names(number, alone, acts)
    if held is None:
        found.extend(carried)
    elif held.before:
        found.extend(
            option
            for option in carried
            if option.name is not None
            and not named_elsewhere(analysis, option.name)
            and fits(number, option.name, held.code)
        )
    if kind != "age":
        found.extend(nations(number, found, acts))
    if of_nobody(analysis, place, number.measured, number.what):
        found = [option for option in found if _is_place(option)]
    share = share_of_main(number.focus.actors)
    none = ["none", f"none:{kind}", f"none:{alone}", f"none:{share}", f"none:{acts}"]
    if analysis.agreement.known:
        none.append("none:shown")
    if number.what is None:
        none.append("none:unmeasured")
    if number.national:
        none.append("none:national")
    found.append(Option(None, None, tuple(none)))
    return found


def _in_sentence(number: Asked) -> list[Option]:
    """Return the candidates that stand in the sentence: its names and its noun phrases."""
    analysis, place, focus = number.analysis, number.place, number.focus
    measured = number.measured
    found: list[Option] = []
    near = analysis.candidates_near(place)
    actor = focus.name
    language = analysis.sentence.language
    acting: set[int] = set()
    outdone: bool | None = None
    aside = speaks_aside(analysis, place) if number.kind != "age" else frozenset()
    code = stood_for(analysis, place) if analysis.agreement.known else 0
    for candidate in near:
        if candidate.first in aside:
            continue
        if candidate.first < place.last and place.first < candidate.last:
            continue
        if measured is not None and _is_measured(number, candidate, measured):
            continue
        if number.kind == "age" and not _ages(analysis, candidate):
            continue
        if is_unfit(analysis, place, candidate, measured):
            continue
        traits = _traits(number, candidate, acting)
        traits.extend(kind_traits(candidate, focus.actors, language, number.national))
        traits.extend(standing_traits(analysis, place, candidate, traits[0], traits[1] == "free"))
        traits.extend(agreement_traits(analysis, place, candidate, traits[0], traits[1] == "free"))
        if traits[1] == "led" and candidate.last <= place.first:
            if outdone is None:
                outdone = _has_free(analysis, place, near)
            if outdone:
                traits.append("led:outdone")
        traits.extend(before_pronoun(analysis, place, candidate, code, focus.actors))
        if actor is not None and candidate.key == actor.key:
            traits.append("is_actor")
        if number.speaker is not None and candidate.text == number.speaker:
            traits.append("speaker")
        if number.kind == "age":
            traits.append(_beside_age(place, candidate))
        body = stands_for(analysis, candidate, focus) if isinstance(candidate, NounHit) else None
        if body is not None:
            found.append(Option(body, None, ("generic", *traits)))
        else:
            found.append(Option(Named(candidate.text, candidate.key), candidate, tuple(traits)))
    return found


def _is_place(option: Option) -> bool:
    return option.name is not None and option.name.key in place_keys()


def _is_measured(number: Asked, candidate: NameHit | NounHit, measured: tuple[int, int]) -> bool:
    """Return whether a candidate is the word for what is measured, and nobody as well.

    A known name is somebody ("der US-Kongress"), and so is a body that does something at a date.
    """
    if candidate.first >= measured[1] or measured[0] >= candidate.last:
        return False
    if isinstance(candidate, NameHit):
        whole = candidate.first <= measured[0] and measured[1] <= candidate.last
        return not (whole and candidate.key in known_keys())
    acting = number.analysis.agreement.acting.get(number.place.clause)
    acts = acting is not None and acting.first == candidate.first and number.kind == "date"
    return not (acts and candidate.key.endswith(_rules(number).own_bodies))


def _rules(number: Asked) -> Grammar:
    return grammar(number.analysis.sentence.language)


def _has_free(analysis: Analysis, place: Place, near: Sequence[NameHit | NounHit]) -> bool:
    """Return whether something that no preposition leads stands before a number in its clause."""
    clause = place.clause
    return any(
        candidate.last <= place.first
        and candidate.first not in analysis.oblique
        and analysis.clause(candidate.first) == clause
        and candidate.last - 1 not in analysis.measured
        for candidate in near
    )


def _ages(analysis: Analysis, candidate: NameHit | NounHit) -> bool:
    """Return whether a candidate may be somebody who has an age: no place, no body, no thing."""
    if isinstance(candidate, NameHit):
        return candidate.key not in known_keys()
    rules = grammar(analysis.sentence.language)
    head = candidate.text.split()[-1].lower()
    return head in rules.roles or rules.ends_in_role(head) or head.endswith(rules.people)


def _traits(number: Asked, candidate: NameHit | NounHit, acting: set[int]) -> list[str]:
    """Return what is to be said of a candidate; its form and its standing come first."""
    analysis, place, kind = number.analysis, number.place, number.kind
    actors, measured = number.focus.actors, number.measured
    form = "name"
    if isinstance(candidate, NounHit):
        form = "plain" if candidate.plain else "noun"
    standing = _standing(analysis, candidate)
    before = candidate.first < place.first
    clause = analysis.clause(candidate.first)
    where = "other"
    if clause == place.clause:
        where = "same"
    elif before and _opens(analysis, candidate.first):
        where = "opening"
    side = "before" if before else ("behind" if candidate.first < place.right else "beyond")
    gap = place.first - candidate.last if before else candidate.first - place.last
    acts = standing == "free" and clause not in acting
    if acts:
        acting.add(clause)
    inverted = acts and not before and where == "same" and _leads(analysis, place)
    adjacent = before and gap == 0
    traits = [*_of_position(form, standing, where, side, _distance(gap), adjacent, acts, inverted)]
    if measured is not None:
        attached = _attached(analysis, candidate, measured, standing)
        if attached:
            traits.append(f"attached:{attached}")
            traits.append(f"attached:{form}")
    if candidate.last - 1 in analysis.measured:
        traits.append("measured")
    if actors.counts.get(candidate.key, 0) >= OFTEN:
        traits.append("often" if form == "name" else "often:noun")
    if isinstance(candidate, NounHit):
        traits.extend(_of_noun(analysis, candidate, actors))
    else:
        traits.extend(_of_name(candidate, actors, standing, kind))
    return traits


def _of_name(candidate: NameHit, actors: Actors, standing: str, kind: str) -> Iterator[str]:
    """Yield what is to be said of a name."""
    if candidate.key in place_keys():
        yield f"place:{standing}"
        yield "place"
    if actors.main is not None and candidate.key == actors.main.key:
        yield "is_main"
    if candidate.last - candidate.first > 1:
        yield "long"
        yield f"long:{kind}"


def _of_noun(analysis: Analysis, candidate: NounHit, actors: Actors) -> Iterator[str]:
    """Yield what is to be said of a noun that is no name."""
    if actors.topic is not None and candidate.key == actors.topic.key:
        yield "is_topic"
    if analysis.tagged("party", candidate.last - 1, candidate.last) is not None:
        yield "party"
    elif candidate.text.split()[-1].lower() in grammar(analysis.sentence.language).roles:
        yield "role"


@cache
def _of_position(
    form: str,
    standing: str,
    where: str,
    side: str,
    distance: str,
    adjacent: bool,
    acts: bool,
    inverted: bool,
) -> tuple[str, ...]:
    """Return what is to be said of whatever stands so; built once, since so much does."""
    traits = [form, standing, f"{form}:{standing}", f"{where}:{side}", distance]
    if adjacent:
        traits.append(f"adjacent:{form}:{standing}")
    if acts:
        traits += ["acts", f"acts:{where}:{side}", f"acts:{form}"]
    if standing == "free" and where == "same" and side == "before":
        traits.append("free:same:before")
    if inverted:
        traits += ["inverted", f"inverted:{form}"]
    return tuple(traits)


def _beside_age(place: Place, candidate: NameHit | NounHit) -> str:
    """Return where a candidate stands to an age: "Ortiz, 35", "the 40-year-old Thompson"."""
    if candidate.first < place.first:
        return "age:right_before" if place.first - candidate.last < 2 else "age:before"
    return "age:right_behind" if candidate.first - place.last < 2 else "age:behind"


def _leads(analysis: Analysis, place: Place) -> bool:
    """Return whether the number opens its clause ("Am Dienstag kündigte …", "In 2019, …")."""
    clause = place.clause
    words, prepositions = analysis.tokens.words, analysis.prepositions
    for index in range(place.first - 1, -1, -1):
        if analysis.clause(index) != clause or not words[index][0].isalnum():
            return True
        if index not in prepositions and words[index].lower() not in _openers(analysis):
            return False
    return True


def _openers(analysis: Analysis) -> frozenset[str]:
    return grammar(analysis.sentence.language).openers


def _distance(gap: int) -> str:
    if gap <= _NEAR:
        return "near"
    if gap <= _FAR:
        return "mid"
    return "far" if gap <= _VERY_FAR else "very_far"


def _standing(analysis: Analysis, candidate: NameHit | NounHit) -> str:
    """Return "led" behind a preposition and the like, "owner" with "'s", else "free"."""
    words = analysis.tokens.words
    if words[candidate.last - 1].endswith(OWNERS):
        return "owner"
    return "led" if candidate.first in analysis.oblique else "free"


def _opens(analysis: Analysis, first: int) -> bool:
    """Return whether nothing but marks, such as a bullet's, stands before a token."""
    words = analysis.tokens.words
    return not (first and words[0][0].isalnum()) and not any(w[0].isalnum() for w in words[:first])


def _attached(
    analysis: Analysis, candidate: NameHit | NounHit, measured: tuple[int, int], standing: str
) -> str:
    """Return how the candidate stands with the measure: "Umsatz von X", "X's profit"."""
    gap = candidate.first - measured[1]
    if gap == 0 or (gap in (1, 2) and standing == "led"):
        return "behind"
    if candidate.last == measured[0]:
        word = analysis.tokens.words[candidate.last - 1]
        if standing == "owner" or word.endswith(("s", "x")):
            return "owner"
    return ""
