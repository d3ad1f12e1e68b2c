"""Nouns beside a number that are never whose number it is.

What only says when ("seit Beginn der Pandemie"), a doing ("Pizza zum Mitnehmen"), what the number
is held against ("im Vergleich zu Lobau"), what another one counts ("200 Paar Handschuhe"), and who
lost, where a score is that of who won.
"""

from __future__ import annotations

import re
from functools import cache

from claimcheck.extract.names.finder import NameHit
from claimcheck.extract.names.nouns import NounHit
from claimcheck.extract.sentence import Analysis, Place
from claimcheck.extract.words.cases import cases
from claimcheck.extract.words.genders import MASCULINE, NEUTER
from claimcheck.extract.words.grammar import grammar
from claimcheck.extract.words.lemma import morphology
from claimcheck.lexicon import table

_COUNTED = frozenset({"count", "measure", "number"})
_OPENING = frozenset('„“"«»')
_INFINITIVE = "n"
_ELECTION = "election_day"
_PHRASE = 3
"""How many tokens before a noun its preposition stands at most, with an adjective between."""
_ARTICLE = 2
"""How many tokens before a noun its preposition stands at most: "zu dem Beginn"."""


def is_unfit(
    analysis: Analysis,
    place: Place,
    candidate: NameHit | NounHit,
    measured: tuple[int, int] | None,
) -> bool:
    """Return whether a noun of a number's sentence cannot be whose number it is."""
    if _is_counted(analysis, place, candidate) or _is_compared(analysis, place, candidate):
        return True
    if isinstance(candidate, NameHit):
        nobody = _is_noun_of_nobody(analysis, candidate) or _reigns(analysis, candidate)
        return nobody or _lost(analysis, place, candidate) or _is_title(analysis, candidate)
    return _only_dates(analysis, candidate, measured) or _is_doing(analysis, candidate)


def _lost(analysis: Analysis, place: Place, name: NameHit) -> bool:
    """Return whether a score is told from the side of who lost: "Lobau verlor mit 1:2" is 2:1."""
    acting = analysis.agreement.acting.get(place.clause)
    if place.quantity.kind != "score" or acting is None or acting.first != name.first:
        return False
    written = [part for part in re.split(r"\D+", place.quantity.quote) if part]
    return written != str(place.quantity.value).split(":")


def _is_title(analysis: Analysis, name: NameHit) -> bool:
    """Return whether a name in quotation marks says which of a genitive: "der Wirt der „Krone“"."""
    words, first = analysis.tokens.words, name.first
    if first < 4 or words[first - 1] not in _OPENING or not words[first - 2][0].isupper():
        return False
    rules, article = grammar(analysis.sentence.language), words[first - 3].lower()
    genitive = article in rules.genitives or article in rules.genitive_articles
    return genitive and words[first - 4][0].isupper()


def _is_noun_of_nobody(analysis: Analysis, name: NameHit) -> bool:
    """Return whether a name is only a noun that nobody's number is of, with no article before it.

    Whoever is called so has a longer name in the text: "Ada Sommer".
    """
    rules, word = grammar(analysis.sentence.language), name.text.lower()
    if not rules.capital_nouns or name.last - name.first > 1 or name.key != word:
        return False
    return word in rules.no_subjects or word.endswith(rules.times)


def _reigns(analysis: Analysis, name: NameHit) -> bool:
    """Return whether a name only says who ruled or led at the time: "unter Trump"."""
    before = analysis.tokens.words[name.first - 1].lower() if name.first else ""
    return before in grammar(analysis.sentence.language).reigning


def of_nobody(
    analysis: Analysis, place: Place, measured: tuple[int, int] | None, what: str | None
) -> bool:
    """Return whether a date is that of an election which a preposition leads.

    "Die Partei stellt ihn für die Wahl am 17. März auf" tells when the country votes, and nothing
    of the party.
    """
    if measured is None or what != _ELECTION or place.quantity.kind != "date":
        return False
    known, led = analysis.agreement.known, analysis.prepositions
    between = range(measured[1], place.first)
    beside = measured[1] <= place.first and all(i in led for i in between)
    return known and beside and not led.isdisjoint(range(measured[0] - _PHRASE, measured[0]))


def _only_dates(analysis: Analysis, candidate: NounHit, measured: tuple[int, int] | None) -> bool:
    """Return whether a noun belongs to a phrase of time, and the number to no such time.

    "Seit der Krise" is one, "seit der Konzern wächst" a clause with its subject.
    """
    words, first = analysis.tokens.words, candidate.first
    rules = grammar(analysis.sentence.language)
    if candidate.plain and first and words[candidate.last - 1].lower() in rules.dating:
        return words[first - 1].lower() in rules.since
    if not candidate.key.endswith(rules.abstract):
        return False  # the dead since the start of a storm are the storm's
    link = first if words[first].lower() in rules.of_works else first - 1
    at = link - 1
    if at > 0 and words[link].lower() in rules.of_works and words[at].lower() in rules.dating:
        measures = measured is not None and measured[0] <= at < measured[1]
        led = any(
            i in analysis.prepositions or words[i].lower() in rules.since
            for i in range(max(at - _ARTICLE, 0), at)
        )
        return led and not measures
    known = cases(analysis.sentence.language)
    if known is None or known.nouns is None or candidate.plain or not first:
        return False
    nominative = known.nouns[words[candidate.last - 1]][0]
    acts = nominative & known.articles.get(words[first].lower(), 0)
    return words[first - 1].lower() in rules.since and bool(nominative) and not acts


def _is_doing(analysis: Analysis, candidate: NounHit) -> bool:
    """Return whether a noun is a verb that a preposition with its article leads: "fürs Üben"."""
    words, first = analysis.tokens.words, candidate.first
    if words[first].lower() not in grammar(analysis.sentence.language).for_doing:
        return False
    known = cases(analysis.sentence.language)
    if known is None or known.nouns is None:
        return False
    word = words[candidate.last - 1]
    if known.nouns[word][1] & (MASCULINE | NEUTER) or not word.endswith(_INFINITIVE):
        return False
    forms, lower = morphology(analysis.sentence.language), word.lower()
    verbs = (lower[len(p) :] for p in _prefixes(analysis.sentence.language) if lower.startswith(p))
    known_verb = any(forms.reading(verb).verb for verb in (lower, *verbs))
    return known_verb and forms.reading(word).noun is None


@cache
def _prefixes(language: str) -> tuple[str, ...]:
    return tuple(table(f"{language}/lemmas")["prefixes"])


def _is_compared(analysis: Analysis, place: Place, candidate: NameHit | NounHit) -> bool:
    """Return whether a number is held against something: "im Vergleich zu Lobau 3 Prozent mehr"."""
    cues = analysis.tags.get("held_against")
    return (
        cues is not None
        and candidate.last <= place.first
        and any(
            candidate.first <= cue.last <= candidate.first + 1 and cue.last - cue.first > 1
            for cue in cues
        )
    )


def _is_counted(analysis: Analysis, place: Place, candidate: NameHit | NounHit) -> bool:
    """Return whether a noun is what another number counts by pairs or litres of it."""
    words = analysis.tokens.words
    if place.quantity.kind != "count" or not words[candidate.first][0].isupper():
        return False
    return any(
        other is not place
        and other.last == candidate.first
        and other.quantity.kind in _COUNTED
        and words[other.last - 1][0].isupper()
        for other in analysis.places
    )
