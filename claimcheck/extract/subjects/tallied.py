"""Whose number it is that others count, measure or expect, and that nobody owns.

"Für Polen erwartet der Währungsfonds 3 Prozent" and "Police recorded 40 deaths in Emden" tell
of Poland and Emden, and of the fund and the police nothing. Nor is a toll that of whom somebody
told it, or of "the province", which another article calls the quake.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.extract.concepts.tolls import is_toll
from claimcheck.extract.names.finder import NameHit
from claimcheck.extract.names.known import body_keys
from claimcheck.extract.names.nouns import NounHit
from claimcheck.extract.sentence import Analysis, Place
from claimcheck.extract.subjects.asked import Asked
from claimcheck.extract.subjects.before.bodies import generic
from claimcheck.extract.subjects.before.referents import stood_for
from claimcheck.extract.subjects.before.somebody import is_person
from claimcheck.extract.subjects.ruled import UNKNOWN, Ruled
from claimcheck.extract.subjects.traits import Option
from claimcheck.extract.words.cases import Cases, cases
from claimcheck.extract.words.grammar import grammar
from claimcheck.extract.words.parts import TO, parts
from claimcheck.model import Named

_NO_COUNTS = frozenset({"date", "duration"})
_COUNTS = frozenset({"count", "number", "percent", "ratio"})
_PAID = frozenset({"costs", "price"})
_SPEAKER, _PLACE = "speaker", "place"
_TELLER = frozenset({"speaker", "reports", "subject"})
_BESIDE = "beside:acted:name:led:same"
_TITLE = 2
"""How many tokens a preposition and a title are."""
_TELLING = ("says", "estimate", "forecast")


def place_of(
    analysis: Analysis, place: Place, best: Option, found: Sequence[Option], what: str | None
) -> Option | None:
    """Return the place that a number is of, if the likeliest subject only counts or tells it.

    What something costs is its own, and not that of who asks or expects it.
    """
    known = cases(analysis.sentence.language)
    if known is None or best.hit is None or place.quantity.kind in _NO_COUNTS:
        return None
    if "subject" not in best.traits:
        return None
    if _tallies(analysis, place, best.hit):
        places = {id(name) for name in _places(analysis, place, best.hit, known)}
    elif what in _PAID and isinstance(best.hit, NounHit):
        places = {id(name) for name in _concerned(analysis, place, known)}
    else:
        return None
    return next((option for option in found if id(option.hit) in places), None)


def without_counting(number: Asked, clause: Ruled) -> Ruled:
    """Return what the clause shows without who only counts, or a place that has no name."""
    hit, analysis, place = clause.hit, number.analysis, number.place
    if hit is None or place.quantity.kind not in _COUNTS:
        return clause
    known = cases(analysis.sentence.language)
    if known is not None and _tallies(analysis, place, hit):
        held = next(_places(analysis, place, hit, known), None)
        if held is not None:
            return Ruled(held)
    inside = _name_inside(analysis, hit)
    if inside is not None:
        return Ruled(inside)
    name = Named(hit.text, hit.key)
    if is_tolls(number) and _is_somewhere(name, analysis.sentence.language, hit):
        return Ruled(nobody=True)
    none = _is_told(analysis, hit) or (is_tolls(number) and _suffers_none(number, name, hit))
    return UNKNOWN if none else clause


def owning(number: Asked, found: Sequence[Option]) -> Sequence[Option]:
    """Return the options without whom somebody tells the number, and who own no toll."""
    analysis = number.analysis
    left = [option for option in found if option.hit is None or not _is_told(analysis, option.hit)]
    if is_tolls(number):
        left = [option for option in left if not _owns_no_toll(number, option)]
    if number.place.quantity.kind not in _NO_COUNTS and number.kind != "age":
        left = [option for option in left if not _only_tells(number, option)]
    return left or found


def _only_tells(number: Asked, option: Option) -> bool:
    """Return whether an option is somebody who only says or guesses the number.

    Nor is it that of somebody whom a preposition puts behind the subject: "Die Elf von Trainer
    Lena Wenz hat 34 Punkte".
    """
    analysis, place, hit = number.analysis, number.place, option.hit
    if hit is None or option.name is None:
        return False
    if _BESIDE in option.traits and _stands_behind(
        analysis, hit, analysis.agreement.acting[place.clause].first
    ):
        return _is_person(number, option.name)
    if _TELLER.isdisjoint(option.traits):
        return False
    if stood_for(analysis, place) or analysis.clause(hit.first) != place.clause:
        return False
    language, words = analysis.sentence.language, analysis.tokens.words
    verbs = [cue for tag in _TELLING if (cue := analysis.tagged_in_clause(tag, place)) is not None]
    tallying = grammar(language).tallying
    if not any("says" in cue.tags or words[cue.first] in tallying for cue in verbs):
        return False
    if isinstance(hit, NounHit):
        somewhere = _is_somewhere(option.name, language, hit)
        return "role" in option.traits and not (somewhere or generic(hit, language))
    return _is_person(number, option.name)


def _stands_behind(analysis: Analysis, hit: NameHit | NounHit, subject: int) -> bool:
    """Return whether a name with its preposition stands right behind the subject."""
    last = next((one.last for one in analysis.candidates if one.first == subject), hit.first)
    return 0 < hit.first - last <= _TITLE


def _is_person(number: Asked, name: Named) -> bool:
    focus = number.focus
    return name.key in focus.actors.people or name in focus.titled or is_person(number, name)


def _owns_no_toll(number: Asked, option: Option) -> bool:
    """Return whether a toll cannot be that of an option."""
    if option.name is None:
        return False
    told = _SPEAKER in option.traits and _PLACE not in option.traits
    return told or _suffers_none(number, option.name, option.hit)


def _suffers_none(number: Asked, name: Named, hit: NameHit | NounHit | None) -> bool:
    """Return whether a toll cannot be that of what has a name, by what that is."""
    analysis, place = number.analysis, number.place
    language = analysis.sentence.language
    if _is_somewhere(name, language, hit):
        return True
    if hit is None:
        return _measures(name.key, name.key, language)
    return _tallies(analysis, place, hit) or _is_theirs(analysis, hit)


def _is_theirs(analysis: Analysis, hit: NameHit | NounHit) -> bool:
    """Return whether something is only what somebody has: "300 people had to leave their homes"."""
    known = parts(analysis.sentence.language)
    return known is not None and analysis.tokens.words[hit.first].lower() in known.possessive


def is_tolls(number: Asked) -> bool:
    """Return whether a number counts the dead, or the houses that burned down."""
    counts = number.what is not None and number.place.quantity.kind in _COUNTS
    return counts and is_toll(number.what or "")


def _is_told(analysis: Analysis, hit: NameHit | NounHit) -> bool:
    """Return whether something is a paper or agency that somebody tells something."""
    language, words = analysis.sentence.language, analysis.tokens.words
    rules = grammar(language)
    before = hit.first - 1
    if before > 0 and words[before].lower() in rules.articles:
        before -= 1
    if before < 0 or words[before].lower() not in rules.addressing:
        return False
    known = parts(language)
    asked = hit.last < len(words) and known is not None and known.kinds[words[hit.last]] == TO
    return not asked and _measures(hit.key, words[hit.last - 1], language)


def _name_inside(analysis: Analysis, hit: NameHit | NounHit) -> NameHit | None:
    """Return the name of a place that is said with its kind: "Aceh province"."""
    known = parts(analysis.sentence.language)
    if known is None or isinstance(hit, NameHit) or hit.key not in known.kinds_of_place:
        return None
    names = (name for name in analysis.names if hit.first <= name.first)
    return next((name for name in names if name.last == hit.last - 1), None)


def _is_somewhere(name: Named, language: str, hit: NameHit | NounHit | None) -> bool:
    """Return whether a noun is a kind of place and no more: "the province"."""
    if isinstance(hit, NameHit) or " " in name.text:
        return False
    known = parts(language)
    if known is not None:
        return name.key in known.kinds_of_place
    told = cases(language)
    return told is not None and name.key.endswith(told.places)


def _tallies(analysis: Analysis, place: Place, hit: NameHit | NounHit) -> bool:
    """Return whether somebody who measures does so in the clause of a number."""
    words, language = analysis.tokens.words, analysis.sentence.language
    if not _measures(hit.key, words[hit.last - 1], language):
        return False
    clause, tallying = place.clause, grammar(language).tallying
    return any(word in tallying and analysis.clause(i) == clause for i, word in enumerate(words))


def _places(
    analysis: Analysis, place: Place, teller: NameHit | NounHit, known: Cases
) -> Iterator[NameHit]:
    """Yield the names that a number's clause puts what is counted in, or opens on."""
    words, clause = analysis.tokens.words, place.clause
    for name in analysis.names:
        if name.first - 1 == teller.last:
            continue  # "das Institut in Kiel"
        if name.first and analysis.clause(name.first) == clause:
            before = words[name.first - 1].lower()
            opens = analysis.clause(name.first - 2) != clause if name.first > 1 else True
            if before in known.within or (opens and before in known.concerning):
                yield name


def _concerned(analysis: Analysis, place: Place, known: Cases) -> Iterator[NameHit]:
    """Yield the name that a clause opens on: "Für das Stadion Lobau rechnet die Stadt mit"."""
    words, articles = analysis.tokens.words, grammar(analysis.sentence.language).articles
    for name in analysis.names:
        led = name.first - 1
        while led > 0 and (words[led].lower() in articles or words[led][0].isupper()):
            led -= 1
        opens = led == 0 or (led > 0 and analysis.clause(led - 1) != place.clause)
        same = analysis.clause(name.first) == place.clause
        if opens and same and led >= 0 and words[led].lower() in known.concerning:
            yield name


def _measures(key: str, word: str, language: str) -> bool:
    """Return whether what has a key and ends in a word measures, counts or tells for others."""
    return key in body_keys() or word.lower().endswith(grammar(language).measurers)
