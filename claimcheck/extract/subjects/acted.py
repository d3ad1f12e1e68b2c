"""Whose number it is by the clause that it stands in, where the forms of words show that.

The counterpart of `owners` for German: the subject of the number's own clause owns what it does,
and when, if nothing else in the clause may.
"""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.extract.clauses.insertions import by_words
from claimcheck.extract.concepts.lexicon import lexicon
from claimcheck.extract.names.finder import NameHit
from claimcheck.extract.names.known import body_keys
from claimcheck.extract.names.nouns import NounHit
from claimcheck.extract.sentence import Analysis, Place
from claimcheck.extract.subjects.asked import Asked
from claimcheck.extract.subjects.before.somebody import is_person
from claimcheck.extract.subjects.ruled import UNKNOWN, Ruled
from claimcheck.extract.subjects.unfit import is_unfit
from claimcheck.extract.words.cases import AUXILIARY, Cases, cases
from claimcheck.extract.words.grammar import grammar
from claimcheck.model import Named

_TELLING = ("says", "estimate", "forecast", "demands", "offers", "revised")
_WHEN = frozenset({"date", "duration"})
_OF_COMPANIES = "economy"
"""The domain of what companies report."""
_LED = 2
"""A preposition that leads a number stands at most so many tokens before it."""


def acted(number: Asked) -> Ruled:
    """Return whose number the subject of its clause shows it to be."""
    analysis, place = number.analysis, number.place
    acting = analysis.agreement.acting.get(place.clause)
    known = cases(analysis.sentence.language)
    if known is None or not analysis.agreement.known or acting is None or acting.inherited:
        return UNKNOWN
    hit = next((one for one in analysis.candidates if one.first == acting.first), None)
    if hit is None or _imposes(analysis, hit, known):
        return UNKNOWN
    if is_unfit(analysis, place, hit, number.measured):
        return UNKNOWN
    owns = _named_owns if isinstance(hit, NameHit) else _noun_owns
    if not owns(analysis, place, hit) or (acting.relative and isinstance(hit, NounHit)):
        return UNKNOWN
    return UNKNOWN if _only_tells(number, hit, known) else Ruled(hit)


def _imposes(analysis: Analysis, hit: NameHit | NounHit, known: Cases) -> bool:
    """Return whether somebody arrests or sentences others: the police, "das Landgericht Kiel"."""
    said = analysis.tokens.words[max(hit.first - isinstance(hit, NameHit), 0) : hit.last]
    return any(word.lower().endswith(known.enforcers) for word in said)


def _noun_owns(analysis: Analysis, place: Place, hit: NameHit | NounHit) -> bool:
    """Return whether the noun that acts owns a number: only when, if it is no event."""
    head = hit.last - 1
    plain = isinstance(hit, NounHit) and hit.plain
    event = any(m.kind == "noun" and m.first <= head < m.last for m in analysis.measures)
    return place.quantity.kind in _WHEN and not plain and not event


def _named_owns(analysis: Analysis, place: Place, hit: NameHit | NounHit) -> bool:
    """Return whether the name that acts owns a number, and no other name of its clause may.

    None may beside a date, and behind a verb that takes the number: "Lobau liefert Emden 3 Busse".
    """
    words = analysis.tokens.words
    genitive = words[hit.last - 1].endswith("s") and _is_capital(words, hit.last)
    if hit.last - 1 in analysis.owned or genitive:
        return False
    clause = place.clause
    others = [one for one in analysis.names if analysis.clause(one.first) == clause]
    if others == [hit] or place.quantity.kind in _WHEN:
        return True
    if place.first and words[place.first - 1] in by_words(analysis.sentence.language):
        return True
    direct = analysis.prepositions.isdisjoint(range(place.first - _LED, place.first))
    beside = [one for one in others if one.last in (place.first, place.first - 1)]
    return direct and all(one.first - 1 not in analysis.joints for one in beside)


def _is_capital(words: Sequence[str], at: int) -> bool:
    return at < len(words) and words[at][0].isupper()


def _only_tells(number: Asked, hit: NameHit | NounHit, known: Cases) -> bool:
    """Return whether the subject only tells, guesses or asks for the number."""
    analysis, words = number.analysis, number.analysis.tokens.words
    told = [
        (tag, cue)
        for tag in _TELLING
        if (cue := analysis.tagged_in_clause(tag, number.place)) is not None
        and not _is_auxiliary(words[cue.first], known)
    ]
    if not told or _reports_own(number, hit):
        return False
    rules = grammar(analysis.sentence.language)
    measures = hit.key in body_keys() or words[hit.last - 1].lower().endswith(rules.measurers)
    if measures or any(tag != "says" for tag, _ in told):
        return True
    if number.place.quantity.kind == "date":
        led = number.place.first - 1
        return led in analysis.prepositions and words[led].lower() not in known.told_on
    return words[told[0][1].first] not in known.numbering


def _reports_own(number: Asked, hit: NameHit | NounHit) -> bool:
    """Return whether a company tells its own sales: "Ein Plus von 18 Prozent meldete Trago".

    It does where its sentence names nobody else, and no body that tells those of others.
    """
    analysis, what = number.analysis, number.what
    if what is None or number.national or not isinstance(hit, NameHit):
        return False
    name = Named(hit.text, hit.key)
    person = name.key in number.focus.actors.people or name in number.focus.titled
    if person or is_person(number, name) or hit.key in body_keys():
        return False
    return lexicon().info(what).domain == _OF_COMPANIES and list(analysis.names) == [hit]


def _is_auxiliary(word: str, known: Cases) -> bool:
    """Return whether a word only helps a verb: who "dürfte 300 Schiffe bauen" owns them."""
    part = known.parts[word]
    return part is not None and part[0] == AUXILIARY
