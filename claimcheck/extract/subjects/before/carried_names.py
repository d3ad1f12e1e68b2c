"""What may be the subject of a number although its sentence does not name it.

The subject of the number before, the actor and the name of a sentence before, and those that
the document names most, each with what speaks for and against it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from claimcheck.extract.concepts.lexicon import lexicon
from claimcheck.extract.names.actors import Actors
from claimcheck.extract.names.known import known_keys, place_keys
from claimcheck.extract.names.nations import state_bodies
from claimcheck.extract.sentence import Analysis, Place
from claimcheck.extract.subjects.asked import Asked
from claimcheck.extract.subjects.before.focus import Focus
from claimcheck.extract.subjects.before.referents import CLASHES, agreeing, heard, stood_for
from claimcheck.extract.subjects.before.somebody import is_person
from claimcheck.extract.subjects.traits import OFTEN, Option
from claimcheck.extract.words.genders import FEMININE, MASCULINE
from claimcheck.model import Named

_DOMINANT, _SCATTERED = 0.4, 0.15
"""How much is said of the main name where it is what the document is about, and where not."""
_LAST_NAMED = {"actor": 3, "proper": 3, "main": 3, "topic": 1, "second": 1}
"""How many sentences before a number, at most, a name comes that is carried over to it."""
_LAST_OF_MAIN = 7
"""The same for the main name, where the document is about it or its measure is the subject."""
_OF_OTHERS = ("labour", "markets")
"""What figures are about that a state's body never owns."""
_PRONOUNS = ("personal", "generic_subject", "pronoun")


def carried_names(number: Asked, alone: str, acts: str) -> Iterator[Option]:
    """Yield the candidates that are carried over from before the sentence, or from its start.

    `alone` tells whether the sentence has others, and `acts` how the clause has a subject.
    """
    analysis, place, focus, kind = number.analysis, number.place, number.focus, number.kind
    actors, actor, proper = focus.actors, focus.name, focus.proper
    pronoun = _pronoun(analysis, place)
    main = _named_before(analysis, actors, actors.main)
    code = stood_for(analysis, place)
    if acts == "stood_for" and not code and analysis.agreement.known:
        return  # "wir", "man": nobody that was named
    language = analysis.sentence.language
    others: tuple[tuple[str, Named], ...] = ()
    if code:
        before = focus.before()
        other = heard(analysis, before, code, actors) if before is not None else None
        if other is not None and other not in (actor, proper):
            others = (("heard", other),)
    one = analysis.agreement.known and code in (MASCULINE, FEMININE)
    if focus.last is not None and (kind != "age" or _names_person(focus.last, actors)):
        bound = "last:bound" if focus.bound else "last:carried"
        traits: tuple[str, ...] = ("last", bound, f"last:{kind}", f"last:{acts}")
        said = agreeing(code, focus.last, False, actors, language) if code else ()
        if not (one and CLASHES in said):
            yield Option(focus.last, None, (*traits, *said))
    for source, name in (
        ("actor", actor),
        ("proper", proper),
        ("main", main),
        ("topic", _named_before(analysis, actors, actors.topic)),
        ("second", _named_before(analysis, actors, actors.second)),
        *others,
    ):
        if name is None or not _is_carried(name, number, pronoun):
            continue
        shown = analysis.agreement.known and kind != "age"
        if shown and _is_left(source, name, focus, analysis, acts):
            continue
        noun = source == "topic" or (source == "actor" and name != proper)
        as_main = source != "main" and main is not None and name.key == main.key
        traits = _source_traits(source, alone, kind, pronoun, number.national, acts)
        traits += _name_traits(source, name, noun, as_main, kind, actors)
        said = agreeing(code, name, noun, actors, language) if code else ()
        if one and CLASHES in said:
            continue
        traits = (*traits, *said)
        if source == "main":
            traits = (*traits, f"main:{share_of_main(actors)}")
        yield Option(name, None, traits)


def _name_traits(
    source: str, name: Named, noun: bool, as_main: bool, kind: str, actors: Actors
) -> tuple[str, ...]:
    """Return what is to be said of a name from a source, by what the document says of it."""
    said = []
    if as_main:
        said.append(f"{source}=main")
    if actors.counts.get(name.key, 0) >= OFTEN:
        said.append(f"{source}:often")
    if name.key in place_keys():
        said.append("carried:place")
    elif " " in name.key:
        said += ("carried:long", f"carried:long:{kind}")
    if source == "actor" and noun:
        said.append("actor:noun")
    return tuple(said)


@lru_cache(1 << 10)
def _source_traits(
    source: str, alone: str, kind: str, pronoun: tuple[str, ...], national: bool, acts: str
) -> tuple[str, ...]:
    """Return what is to be said of whatever comes from a source."""
    cued = [f"{source}:{cue}" for cue in pronoun]
    own = f"{source}:{'national' if national else 'own'}"
    return (source, f"{source}:{alone}", f"{source}:{kind}", f"{source}:{acts}", *cued, own)


def _is_carried(name: Named, number: Asked, pronoun: Sequence[str]) -> bool:
    if number.kind == "age" and pronoun:
        return name.key not in known_keys()
    if pronoun:
        return True
    return _carries(name, number) and not _only_decides(name, number)


def _only_decides(name: Named, number: Asked) -> bool:
    """Return whether a name is that of a state's body, which owns little but what it spends.

    What it decides on, or counts, is that of others: "Der Bundestag berät. Die Umsätze sanken".
    """
    if name.key not in state_bodies() or not number.analysis.agreement.known:
        return False
    what = number.what
    if number.kind != "money" or what is None:
        return True
    concept = lexicon().info(what)
    return concept.impersonal or number.national or concept.domain in _OF_OTHERS


def _carries(name: Named, number: Asked) -> bool:
    """Return whether a name can be carried over without a pronoun that stands for it.

    People own nothing but their age then: most who come often only speak in a story.
    """
    actors = number.focus.actors
    if number.kind == "people":
        return " " not in name.key
    if number.kind == "age":
        return _names_person(name, actors)
    if name.key in actors.people:
        return False
    return not is_person(number, name) and name not in number.focus.titled


def _names_person(name: Named, actors: Actors) -> bool:
    """Return whether a name carried over may be that of somebody who has an age."""
    return name.key in actors.people or (" " in name.key and name.key not in known_keys())


def _is_left(source: str, name: Named, focus: Focus, analysis: Analysis, acts: str) -> bool:
    """Return whether the text has spoken of other things since it named a source."""
    actors, start = focus.actors, analysis.sentence.start
    last = _LAST_NAMED.get(source)
    if last is None:
        return False
    if source in ("actor", "proper"):
        since = focus.since_actor if source == "actor" else focus.since_proper
        return actors.between(since, start) > last
    if source == "main" and (acts == "measure_acts" or share_of_main(actors) == "dominant"):
        last = _LAST_OF_MAIN
    return actors.since_named(name.key, start) > last


def _named_before(analysis: Analysis, actors: Actors, name: Named | None) -> Named | None:
    """Return the name, unless the text only names it later."""
    if name is None or actors.since[name.key] > analysis.sentence.start:
        return None
    return name


def share_of_main(actors: Actors) -> str:
    """Return how much of a document its main actor has."""
    if actors.share >= _DOMINANT:
        return "dominant"
    return "scattered" if actors.share < _SCATTERED else "shared"


def _pronoun(analysis: Analysis, place: Place) -> tuple[str, ...]:
    """Return the cues of the number's clause that stand for something named before.

    Behind the number, only the subject of the clause is such: "Zweimal musste er warten".
    """
    tags = analysis.tags
    clause = place.clause
    acts = analysis.agreement.known and stood_for(analysis, place)
    return tuple(
        [
            tag
            for tag in _PRONOUNS
            if tag in tags
            and any(
                (acts or cue.first < place.first) and analysis.clause(cue.first) == clause
                for cue in tags[tag]
            )
        ]
    )
