"""What happens on a date: the noun that it describes, or the verb of its own clause.

"The 2006 film"; "in 1959 he served", "ab 2022 soll die Bremse eingehalten werden". A word
that is in no concept is a measure of its own: two articles that choose it share its key.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from claimcheck.extract.carried import Bound
from claimcheck.extract.governor import governor, is_age, is_noun
from claimcheck.extract.grammar import grammar
from claimcheck.extract.measures import MeasureHit, MeasureLexicon
from claimcheck.extract.nearness import OTHER_CLAUSE
from claimcheck.extract.plain import bound, plain
from claimcheck.extract.sentence import Analysis, Place
from claimcheck.extract.stretches import stretch
from claimcheck.extract.things import common_key
from claimcheck.extract.usage import shapes
from claimcheck.extract.verbs import acts, infinitive, is_whole, opened, verb_words
from claimcheck.model import Named, TextSpan

_FAR = 38.0
"""What a concept costs that is not the event of a date."""
_PHRASE, _BESIDE = 5, 4
_A_MONTH = 27
_UNSCOPED = frozenset({"date", "ordinal", "duration", "score"})
_OWNERS = ("'s", "’s")
_TURNED = ("forecast", "plan", "estimate", "demands", "hypothetical")
"""Cues that are verbs of which what they expect or want is the event."""


def event(
    analysis: Analysis,
    place: Place,
    lexicon: MeasureLexicon,
    near: Sequence[tuple[float, MeasureHit]],
) -> Bound | None:
    """Return the event of a date; `near` are the concepts around with their costs, likeliest first.

    A noun that leads to the date or that it describes comes first, then a concept of its
    own clause, then the verb of that clause; last a concept of another one.
    """
    led = governor(analysis, place, lexicon)
    if isinstance(led, MeasureHit):
        return bound(analysis, led, loose=False)
    phrase = _described(analysis, place)
    if phrase is not None:
        return _noun(analysis, place, lexicon, phrase)
    clause = _clause(analysis, place)
    index = _verb(analysis, place, clause)
    own = next((hit for cost, hit in near if hit.first in clause and cost < _FAR), None)
    if own is not None and (index is None or not _stands_between(analysis, place, own, index)):
        return bound(analysis, own, loose=False)
    if index is not None:
        return _done(analysis, place, lexicon, index, clause)
    if is_whole(analysis, clause) or not near or near[0][0] >= _FAR:
        return None
    return bound(analysis, near[0][1], loose=near[0][0] >= OTHER_CLAUSE)


def _stands_between(analysis: Analysis, place: Place, own: MeasureHit, index: int) -> bool:
    """Return whether another verb stands nearer to the date than the one of a concept.

    Both have the date where they are joined: "killed one man and wounded two on Monday".
    """
    if own.kind != "verb" or own.first <= index < own.last:
        return False
    first, last = sorted((own.first, index))
    if any(first < joint < last for joint in analysis.joints):
        return False
    return place.last <= index < own.first or own.first < index < place.first


def _described(analysis: Analysis, place: Place) -> range | None:
    """Return the noun phrase that a date stands in like an adjective: "the May 1997 verdict"."""
    words, before = analysis.tokens.words, place.first - 1
    rules = grammar(analysis.sentence.language)
    if rules.capital_nouns or before < 0:
        return None
    leader = words[before]
    if leader.lower() not in rules.articles and not leader.endswith(_OWNERS):
        return None
    last = place.last
    while last < min(place.last + _PHRASE, len(words)) and _in_phrase(analysis, last):
        last += 1
    return range(place.last, last) if last > place.last else None


def _in_phrase(analysis: Analysis, index: int) -> bool:
    word, language = analysis.tokens.words[index], analysis.sentence.language
    if not word[0].isalpha() or index in analysis.prepositions or index in analysis.numbered:
        return False
    known = verb_words(language)
    if word.lower() in grammar(language).stop_words or word.lower() in known.helpers:
        return False
    return word.endswith(known.gerunds) or not acts(analysis, index)


def _noun(analysis: Analysis, place: Place, lexicon: MeasureLexicon, phrase: range) -> Bound | None:
    """Return the event that a noun phrase names, or its head; nothing for a name."""
    head = phrase[-1]
    for hit in reversed(analysis.measures_near(place)):
        if hit.first in phrase and hit.last > head and lexicon.fits(hit.key, place.quantity):
            return bound(analysis, hit, loose=False)
    word = analysis.tokens.words[head]
    return plain(analysis, head) if word.islower() and word.isalpha() else None


def _clause(analysis: Analysis, place: Place) -> Sequence[int]:
    """Return the tokens of the clause that a date stands in.

    A date that opens a sentence before a comma is of the clause behind: "In May, he left".
    """
    own = stretch(analysis, place.first)
    pointed = _pointed_at(analysis, place, own)
    if pointed:
        return pointed
    size = len(analysis.tokens.words)
    if not is_whole(analysis, own) and own.stop < size:
        behind = stretch(analysis, own.stop)
        if is_whole(analysis, behind):
            return range(own.start, behind.stop)
    if not is_whole(analysis, own) and own.start > 0:
        return range(stretch(analysis, own.start - 1).start, own.stop)
    return own


def _pointed_at(analysis: Analysis, place: Place, tokens: Sequence[int]) -> Sequence[int]:
    """Return the clause that a date is pointed out for: "it was not until 2003 that he left"."""
    words = analysis.tokens.words
    known = verb_words(analysis.sentence.language)
    opener = next((i for i in tokens if words[i].lower() in known.points), None)
    if opener is None or opener > place.first:
        return ()
    if any(acts(analysis, i) for i in range(opener, place.first)):
        return ()
    that = next((i for i in range(place.last, len(words)) if words[i] in known.pointed), None)
    if that is None:
        return ()
    return range(that + 1, stretch(analysis, that).stop)


def _verb(analysis: Analysis, place: Place, clause: Sequence[int]) -> int | None:
    """Return the verb of a clause that says what happens on the date."""
    words = verb_words(analysis.sentence.language)
    acting = [i for i in clause if acts(analysis, i)]
    full = [
        i
        for i in acting
        if not _turned(analysis, i) and infinitive(analysis, i, clause) not in words.light
    ]
    acting = full or acting
    before = [i for i in acting if i < place.first]
    behind = [i for i in acting if i >= place.last]
    if not before:
        return behind[0] if behind else None
    if not behind:
        helpers = (w.lower() in words.helpers for w in _words(analysis, place.last, clause))
        return None if _is_joined(analysis, before[-1], place) and any(helpers) else before[-1]
    joined = _is_joined(analysis, before[-1], place)
    parted = any(place.last <= joint < behind[0] for joint in analysis.joints)
    return behind[0] if joined or (words.separable and not parted) else before[-1]


def _is_joined(analysis: Analysis, index: int, place: Place) -> bool:
    """Return whether a word such as "and" stands between a verb and the date behind it."""
    return any(index < joint < place.first for joint in analysis.joints)


def _words(analysis: Analysis, first: int, clause: Sequence[int]) -> Sequence[str]:
    return [analysis.tokens.words[i] for i in clause if i >= first]


def _done(
    analysis: Analysis,
    place: Place,
    lexicon: MeasureLexicon,
    index: int,
    clause: Sequence[int],
) -> Bound | None:
    """Return what a verb does as a measure, by its concept, its noun if it is light, or itself."""
    if _is_said(analysis, place, index, clause):
        return None
    language = analysis.sentence.language
    hits = [hit for hit in analysis.measures_near(place) if hit.first == index]
    if not hits and not index:
        hits = lexicon.find((opened(analysis, index),), language)
    for hit in hits:
        if hit.kind != "change" and lexicon.fits(hit.key, place.quantity):
            return bound(analysis, hit, loose=False)
    if _scopes(analysis, place, clause):
        return None
    key = infinitive(analysis, index, clause)
    if key in verb_words(language).light or _turned(analysis, index):
        noun = _object(analysis, index, clause)
        return None if noun is None else plain(analysis, noun)
    tokens = analysis.tokens
    span = TextSpan(tokens.starts[index], tokens.ends[index])
    name = Named(tokens.words[index], common_key(key, language))
    return Bound(name, span, False, (index, index + 1), True)


def _scopes(analysis: Analysis, place: Place, clause: Sequence[int]) -> bool:
    """Return whether a month or more only says of when another number of its clause is."""
    low, high = place.quantity.low, place.quantity.high
    if not isinstance(low, date) or not isinstance(high, date) or (high - low).days < _A_MONTH:
        return False
    return any(
        other.first in clause
        and other.quantity.kind not in _UNSCOPED
        and not is_age(analysis, other)
        for other in analysis.places
    )


def _is_said(analysis: Analysis, place: Place, index: int, clause: Sequence[int]) -> bool:
    """Return whether a date is rather when something was said."""
    away = min(abs(index - place.first), abs(index - place.last + 1))
    return any(
        cue.first in clause
        and cue.first != index
        and min(abs(cue.first - place.first), abs(cue.first - place.last + 1)) <= away
        for cue in analysis.tags.get("says", ())
    )


def _turned(analysis: Analysis, index: int) -> bool:
    return any(analysis.tagged(tag, index, index + 1) is not None for tag in _TURNED)


def _object(analysis: Analysis, index: int, clause: Sequence[int]) -> int | None:
    """Return the noun of a light verb: "es wird eine Wahl geben", "they made a bid"."""
    words, language = analysis.tokens.words, analysis.sentence.language
    rules, forms = grammar(language), shapes(language)
    heads = {
        candidate.last - 1
        for candidate in analysis.candidates
        if candidate.first not in analysis.oblique
    } | {hit.last - 1 for hit in analysis.measures if hit.kind in ("noun", "entity")}
    nouns = [
        i
        for i in heads.intersection(clause)
        if is_noun(analysis, i)
        and not (forms[words[i]].role or rules.ends_in_role(words[i].lower()))
        and not words[i].lower().endswith(rules.people)
        and (rules.capital_nouns or i > index)
    ]
    nearest = min(nouns, key=lambda i: abs(i - index), default=None)
    return nearest if nearest is not None and abs(nearest - index) <= _BESIDE else None
