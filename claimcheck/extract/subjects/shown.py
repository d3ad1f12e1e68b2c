"""The subject that a clause shows, by what was named before where it is only stood for."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.extract.concepts.tolls import SHORTEST_PART
from claimcheck.extract.names.finder import NameHit
from claimcheck.extract.names.known import place_keys
from claimcheck.extract.names.nouns import NounHit
from claimcheck.extract.sentence import Analysis
from claimcheck.extract.subjects.before.bodies import generic, is_owned, stands_for
from claimcheck.extract.subjects.before.focus import Focus
from claimcheck.extract.subjects.before.referents import gender_of
from claimcheck.extract.subjects.options import weight
from claimcheck.extract.subjects.phrases import main_subject
from claimcheck.extract.subjects.ruled import Ruled
from claimcheck.extract.subjects.traits import Option
from claimcheck.extract.words.genders import ANY, FEMININE, MASCULINE, NEUTER
from claimcheck.extract.words.grammar import grammar
from claimcheck.model import Named

_AGREES, _CLASH = "pronoun:agrees", "pronoun:clashes"
_PERSON = MASCULINE | FEMININE
_ONE = _PERSON | NEUTER
_SOMEBODY = frozenset({MASCULINE, FEMININE, _PERSON})
Shown = tuple[Named, NameHit | NounHit | None]
"""A name, and where it stands in the sentence if it does."""


def shown(
    analysis: Analysis, found: Ruled, options: Sequence[Option], focus: Focus
) -> Shown | None:
    """Return the subject of a number by what its clause shows; None if that is nothing."""
    hit = found.hit
    if hit is None:
        if not found.code:
            return None
        told = _stood_for(analysis, found, options, focus)
        if told is not None:
            focus.stood = (told[0], found.code)
        return told
    if isinstance(hit, NounHit):
        name = known_as(analysis, hit, focus)
        if name is not None:
            return name, None
        if generic(hit, analysis.sentence.language):
            return _company(analysis, hit, found, focus)
    return _named(hit), hit


def known_as(analysis: Analysis, hit: NounHit, focus: Focus) -> Named | None:
    """Return whom the article calls by a noun, where it is said of what is known."""
    if not focus.called or not _is_known(analysis, hit):
        return None
    name = focus.called.get(hit.key)
    if name is None and grammar(analysis.sentence.language).capital_nouns:
        longer = {n for key, n in focus.called.items() if _ends_in(key, hit.key)}
        name = longer.pop() if len(longer) == 1 else None  # "der Autobauer", then "der Bauer"
    return name


def _ends_in(key: str, noun: str) -> bool:
    return len(noun) >= SHORTEST_PART and key.endswith(noun)


def _is_known(analysis: Analysis, hit: NounHit) -> bool:
    """Return whether a noun is said of what is known: "the mill", but not "the mill of Lobau"."""
    rules = grammar(analysis.sentence.language)
    words = analysis.tokens.words
    behind = hit.last in analysis.prepositions
    if rules.capital_nouns and (is_owned(analysis, hit) or hit.last - hit.first > 2):
        return False  # "die Reederei des Vaters", "die dänische Reederei"
    return words[hit.first].lower() in rules.definite and not behind and " " not in hit.text


def _named(hit: NameHit | NounHit) -> Named:
    return Named(hit.text, hit.key)


def _company(analysis: Analysis, hit: NounHit, found: Ruled, focus: Focus) -> Shown:
    """Return what "the company" stands for, if it is somebody who was named."""
    people = focus.actors.people
    for other in found.before:
        if other.key not in place_keys() and other.key not in people:
            return _named(other), other
    body = stands_for(analysis, hit, focus)
    if body is None:
        return _named(hit), hit
    spoken, main = _spoken_of(focus), focus.actors.main
    names = [_named(spoken)] if isinstance(spoken, NameHit) else []
    names += [name for name in (focus.proper, main) if name is not None]
    here = people.union(name.key for name in analysis.names)
    bodies = [name for name in names if name.key not in here and name not in focus.titled]
    names = bodies or [body]
    often = [name for name in names if focus.actors.counts.get(name.key, 0) > 1]
    return (often or names)[0], None


def _stood_for(
    analysis: Analysis, found: Ruled, options: Sequence[Option], focus: Focus
) -> Shown | None:
    """Return what a pronoun stands for: in its sentence, in the one before, or before that."""
    language = analysis.sentence.language
    for other in found.before:
        if _can_be(other, found.code, focus, language):
            return _named(other), other
    spoken = _spoken_of(focus)
    person = not found.code & ~_PERSON
    if isinstance(spoken, int):
        if focus.stood is not None and person and spoken & found.code & focus.stood[1]:
            return focus.stood[0], None
    elif spoken is not None and _can_be(spoken, found.code, focus, language):
        unnamed = isinstance(spoken, NounHit) and (person or generic(spoken, language))
        if not unnamed:  # "the driver", "the company": most of them have a name
            return _named(spoken), None
    carried = [
        option
        for option in options
        if option.hit is None
        and _CLASH not in option.traits
        and _agrees(option, found, focus, language)
    ]
    best = max(
        (option for option in carried if option.name),
        key=lambda option: (person and _AGREES in option.traits, weight(option, language)),
        default=None,
    )
    if best is not None and best.name is not None:
        return best.name, None
    main = focus.actors.main
    if not person or main is None or focus.actors.since[main.key] > analysis.sentence.start:
        return None
    gender = gender_of(main, False, focus.actors, language)
    return (main, None) if gender & found.code and gender != ANY else None


def _spoken_of(focus: Focus) -> NameHit | NounHit | int | None:
    before = focus.before()
    return main_subject(before) if before is not None else None


def _can_be(hit: NameHit | NounHit, code: int, focus: Focus, language: str) -> bool:
    """Return whether a pronoun can stand for a name or a noun; who is not known may be anybody."""
    gender = gender_of(_named(hit), isinstance(hit, NounHit), focus.actors, language)
    if gender == 0:
        return isinstance(hit, NameHit) and not code & ~_ONE
    return bool(gender & code) and gender != ANY


def _agrees(option: Option, found: Ruled, focus: Focus, language: str) -> bool:
    """Return whether who is carried over can be a pronoun's, by what is known of it."""
    if option.name is None:
        return True
    gender = gender_of(option.name, option.name.text.islower(), focus.actors, language)
    return not gender or bool(gender & found.code)


def kept(found: Ruled, options: Sequence[Option], focus: Focus, language: str) -> Sequence[Option]:
    """Return the options without those that what the clause shows rules out."""
    if found.nobody:
        return [o for o in options if o.hit is not None or o.name is None]
    if not found.no_person:
        return options
    people = focus.actors.people

    def stays(option: Option) -> bool:
        name = option.name
        if option.hit is not None:
            return option.hit.last - 1 not in found.others
        if name is None or option.traits[0] == "last":
            return True
        gender = gender_of(name, False, focus.actors, language)
        return name.key not in people and gender not in _SOMEBODY

    return [option for option in options if stays(option)]
