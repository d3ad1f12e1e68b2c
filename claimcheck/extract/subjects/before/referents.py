"""Which of what was named before a pronoun can stand for."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.extract.clauses.agreement import PRONOUN
from claimcheck.extract.names.actors import Actors
from claimcheck.extract.names.finder import NameHit
from claimcheck.extract.names.known import known_keys, party_keys, place_keys
from claimcheck.extract.names.nouns import NounHit
from claimcheck.extract.sentence import Analysis, Place
from claimcheck.extract.words.cases import cases
from claimcheck.extract.words.genders import ANY, FEMININE, MASCULINE, NEUTER, PLURAL, SINGULAR
from claimcheck.extract.words.grammar import grammar
from claimcheck.extract.words.parts import parts
from claimcheck.extract.words.person_names import first_name
from claimcheck.model import Named

_PERSON = MASCULINE | FEMININE
CLASHES = "pronoun:clashes"
_AGREES, _CLASHES = ("pronoun:agrees",), (CLASHES,)
_HERE, _NOT_HERE = ("here:agrees",), ("here:clashes",)


def stood_for(analysis: Analysis, place: Place) -> int:
    """Return what the pronoun that is the subject of a number's clause can stand for, or 0."""
    acting = analysis.agreement.acting.get(place.clause)
    return acting.code if acting is not None and acting.first == PRONOUN else 0


def agreeing(code: int, name: Named, noun: bool, actors: Actors, language: str) -> Sequence[str]:
    """Return whether a name, or a noun, can be what a pronoun says, where that is known."""
    gender = gender_of(name, noun, actors, language)
    if not gender or gender == ANY:
        return ()
    return _AGREES if gender & code else _CLASHES


def gender_of(name: Named, noun: bool, actors: Actors, language: str) -> int:
    """Return what pronouns can stand for a name or noun; 0 where nothing is known."""
    known = cases(language)
    nouns = known.nouns if known is not None else None
    key = name.key
    if noun:
        if nouns is None:
            return _kind_of_noun(name.text, key, language)
        return nouns[name.text][1]
    if key in place_keys():
        return NEUTER if nouns is None else nouns[name.text][1] or NEUTER
    if key in party_keys():
        return FEMININE | PLURAL if nouns is not None else NEUTER
    if key in known_keys():
        return 0 if nouns is not None else ANY & ~_PERSON
    first = key.partition(" ")[0]
    called = first_name(first) if first != key else 0
    titled = actors.genders.get(first, 0) or actors.genders.get(key.rpartition(" ")[2], 0)
    if called:
        return called & titled or called
    return titled or (_PERSON if key in actors.people else 0)


def _kind_of_noun(text: str, key: str, language: str) -> int:
    """Return what pronouns can stand for a noun by its form, where nouns have no gender."""
    rules, known = grammar(language), parts(language)
    head = text.split()[-1].lower()
    if head in rules.roles or key.split()[-1] in rules.roles or rules.ends_in_role(head):
        return _PERSON
    if known is None:
        return 0
    if head in known.plurals or (head.endswith("s") and not head.endswith(known.singulars)):
        return PLURAL
    if head.endswith(rules.people):
        return 0
    return NEUTER | PLURAL if head.endswith(rules.company_nouns) else NEUTER


def before_pronoun(
    analysis: Analysis, place: Place, hit: NameHit | NounHit, code: int, actors: Actors
) -> Sequence[str]:
    """Return whether a candidate of a clause before is what the number's pronoun can stand for."""
    if not code or hit.first > place.first or analysis.clause(hit.first) == place.clause:
        return ()
    noun = isinstance(hit, NounHit)
    gender = gender_of(Named(hit.text, hit.key), noun, actors, analysis.sentence.language)
    known = cases(analysis.sentence.language)
    if noun and known is not None:
        gender &= known.behind.get(analysis.tokens.words[hit.first].lower(), ANY)
    if not gender or gender == ANY:
        return ()
    return _HERE if gender & code else _NOT_HERE


def heard(analysis: Analysis, before: Analysis, code: int, actors: Actors) -> Named | None:
    """Return the first of the sentence before that agrees with a pronoun, by what is known."""
    language = analysis.sentence.language
    known = cases(language)
    if known is None:
        return None
    words = before.tokens.words
    for candidate in before.candidates:
        name = Named(candidate.text, candidate.key)
        noun = isinstance(candidate, NounHit)
        gender = gender_of(name, noun, actors, language)
        if noun and known.nouns is not None:
            gender &= known.behind.get(words[candidate.first].lower(), ANY)
        if gender & code and gender not in (ANY, SINGULAR):
            return name
    return None
