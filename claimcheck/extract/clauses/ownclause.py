"""The clause that a date stands in, and the verb of it that says what happens then."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from claimcheck.extract.clauses.order import RELATIVE, UNFINITE, Clause
from claimcheck.extract.clauses.stretches import stretch
from claimcheck.extract.sentence import Analysis, Place
from claimcheck.extract.words.grammar import grammar
from claimcheck.extract.words.verbs import (
    acting,
    acts,
    infinitive,
    is_like_adjective,
    is_separated,
    is_whole,
    verb_words,
)

_TURNED = ("forecast", "plan", "estimate", "demands", "hypothetical")
"""Cues that are verbs of which what they expect or want is the event."""
_OPENING, _CLOSING = frozenset("(["), frozenset(")]")
_NAMED = 3
"""How many tokens a name between commas has, with the comma."""


def clause_of(analysis: Analysis, place: Place) -> Sequence[int]:
    """Return the tokens of the clause that a date stands in.

    A date that opens a sentence before a comma is of the clause behind: "In May, he left".
    """
    own = stretch(analysis, place.first)
    pointed = _pointed_at(analysis, place, own)
    if pointed:
        return pointed
    relative = _relative(analysis, place, own)
    if relative:
        return relative
    size = len(analysis.tokens.words)
    around = _around_brackets(analysis, own)
    if len(around) > len(own) and is_whole(analysis, around):
        return around
    whole = is_whole(analysis, own)
    if not whole and own.stop < size:
        behind = stretch(analysis, own.stop)
        main = _behind_relative(analysis, behind)
        if main is not None:
            return (*own, *main)
        if is_whole(analysis, behind):
            return range(own.start, behind.stop)
        if not own.start and behind.stop < size:  # "In 1958, at the peak of her fame, she left"
            further = stretch(analysis, behind.stop)
            if is_whole(analysis, further):
                return (*own, *further)
    if not whole and own.start > 0:
        return range(_back(analysis, own.start), own.stop)
    resumed = _resumed(analysis, own)
    return resumed if len(resumed) > len(own) else _listed(analysis, own)


def _relative(analysis: Analysis, place: Place, tokens: Sequence[int]) -> Sequence[int]:
    """Return the relative clause that a date ends: "he died after a career that began in 1956".

    One of a gerund or a participle is its own as well: "died after falling ill on Monday".
    """
    if analysis.order is None:
        return ()
    clause = analysis.order.clauses[place.first]
    if clause.kind not in (RELATIVE, UNFINITE) or not 0 <= clause.verb < place.first:
        return ()
    if clause.kind == UNFINITE and not _is_told(analysis, place, clause):
        return ()
    told = range(clause.subject.first, clause.subject.last) if clause.subject else ()
    return [*told, *(i for i in tokens if analysis.order.clauses[i] is clause)]


def _is_told(analysis: Analysis, place: Place, clause: Clause) -> bool:
    """Return whether a gerund or a participle tells an event of its own, with a date of its own.

    None does before its noun ("unexplained wealth"), nor behind a verb ("made known").
    """
    verb, words = clause.verb, analysis.tokens.words
    if not acts(analysis, verb) or turned(analysis, verb, (verb,)):
        return False
    rules = grammar(analysis.sentence.language)
    if clause.passive and (clause.subject is None or clause.subject.last != verb):
        return False
    behind = words[place.last] if place.last < len(words) else "."
    described = behind.isalpha() and place.last not in analysis.prepositions
    told = (
        words[place.first - 1 : place.last] if described else words[place.first - 1 : place.first]
    )
    if words[verb - 1] == "to" or any(word.lower() in rules.articles for word in told):
        return False  # "as tension mounted after the May 3 attack"
    return infinitive(analysis, verb, (verb,)) not in verb_words(analysis.sentence.language).light


def _behind_relative(analysis: Analysis, clause: range) -> range | None:
    """Return what goes on with its verb behind a relative clause: "im Quartal, das …, stieg er"."""
    words, size = analysis.tokens.words, len(analysis.tokens.words)
    if clause.stop + 1 >= size or words[clause.start] != "," or len(clause) < _NAMED:
        return None
    if words[clause.start + 1] not in grammar(analysis.sentence.language).relative:
        return None
    behind = stretch(analysis, clause.stop)
    goes_on = words[behind.start] == "," and acts(analysis, behind.start + 1)
    return behind if goes_on and is_whole(analysis, behind) else None


def _around_brackets(analysis: Analysis, own: range) -> Sequence[int]:
    """Return a clause with what goes on behind brackets: "am Montag war Jo Berg (68) gestorben"."""
    words, size = analysis.tokens.words, len(analysis.tokens.words)
    tokens, stop = tuple(own), own.stop
    while stop < size and words[stop] in _OPENING:
        while stop < size and words[stop] not in _CLOSING:
            stop = stretch(analysis, stop).stop
        if stop < size:
            behind = stretch(analysis, stop)
            tokens, stop = (*tokens, *behind), behind.stop
    return tokens


def _back(analysis: Analysis, start: int) -> int:
    """Return where the stretches before a verbless one begin to be a clause.

    Names in a row are none: "he retained his IBF, WBO and WBA titles on Saturday".
    """
    words = analysis.tokens.words
    while True:
        before = stretch(analysis, start - 1)
        start = before.start
        in_a_row = len(before) <= _NAMED and words[start] == ","
        if not start or not in_a_row or is_whole(analysis, before):
            return start


def _resumed(analysis: Analysis, own: range) -> Sequence[int]:
    """Return a clause with the verb that ends it behind what cuts it in two.

    "Am Montag hatte die Erde, weit im Norden, gebebt", "war Jo Berg, 68, in Husum gestorben".
    """
    words, size = analysis.tokens.words, len(analysis.tokens.words)
    if own.stop >= size or words[own.stop] != "," or acting(analysis, own):
        return own
    aside = stretch(analysis, own.stop)
    if aside.stop >= size or words[aside.stop] != "," or is_whole(analysis, aside):
        return own
    behind = stretch(analysis, aside.stop)
    aged = all(i in analysis.numbered for i in aside[1:])
    ends = (aged or len(behind) <= _NAMED) and acts(analysis, behind.stop - 1)
    return (*own, *behind) if ends else own


def _listed(analysis: Analysis, own: range) -> Sequence[int]:
    """Return a clause with the verb behind a list: "war sie in Rom, Bari und Pisa gezeigt worden".

    A helper stands before the list, and no other verb does.
    """
    words, size, last = analysis.tokens.words, len(analysis.tokens.words), own.stop
    known, rules = verb_words(analysis.sentence.language), grammar(analysis.sentence.language)
    if last >= size or words[last] != "," or not rules.verb_last:
        return own
    if not _is_helped(analysis, own) or acting(analysis, own):
        return own
    while last < size and words[last] == "," and words[last - 1][0].isupper():
        behind = stretch(analysis, last)
        item = next((i for i in behind[1:] if not words[i][0].isupper()), behind.stop)
        if item == last + 1:
            return own
        if item < behind.stop:
            if item not in analysis.joints or not is_whole(analysis, behind):
                return own
            closes = next((i for i in behind if i > item and not words[i][0].isupper()), item + 1)
            acts_there = closes == item + 1 or words[closes].lower() in known.helpers
            return own if acts_there else range(own.start, behind.stop)
        last = behind.stop
    return own


def _pointed_at(analysis: Analysis, place: Place, tokens: Sequence[int]) -> Sequence[int]:
    """Return the clause that a date is pointed out for: "it was not until 2003 that he left"."""
    words = analysis.tokens.words
    known = verb_words(analysis.sentence.language)
    if known.pointed.isdisjoint(words):
        return ()
    opener = next((i for i in tokens if words[i].lower() in known.points), None)
    if opener is None or opener > place.first:
        return ()
    if acting(analysis, range(opener, place.first)):
        return ()
    that = next((i for i in range(place.last, len(words)) if words[i] in known.pointed), None)
    if that is None:
        return ()
    return range(that + 1, stretch(analysis, that).stop)


def verb_of(analysis: Analysis, place: Place, clause: Sequence[int]) -> int | None:
    """Return the verb of a clause that says what happens on the date."""
    words = verb_words(analysis.sentence.language)
    verbs = acting(analysis, clause)
    full = [
        i
        for i in verbs
        if not (i >= place.last and _is_led(analysis, i))
        and not turned(analysis, i, clause)
        and infinitive(analysis, i, clause) not in words.light
    ]
    verbs = full or verbs
    verbs = [i for i in verbs if not is_like_adjective(analysis, i)] or verbs
    before = [i for i in verbs if i < place.first]
    behind = [i for i in verbs if i >= place.last and not _is_led(analysis, i)]
    if not before:
        verbless = behind and joined(analysis, place.last, behind[0])
        helped = verbless and _is_helped(analysis, [i for i in clause if i < place.first])
        other = helped and opens_behind(analysis, behind[0])
        return behind[0] if behind and not other else None
    cut = joined(analysis, before[-1], place.first)
    if not behind:
        other = cut and _is_helped(analysis, [i for i in clause if i >= place.last])
        return None if other else before[-1]
    last = words.separable and not joined(analysis, place.last, behind[0])
    return behind[0] if cut or last else before[-1]


def _is_led(analysis: Analysis, index: int) -> bool:
    """Return whether a verb happens at another time by the word before it: "after moving"."""
    times = verb_words(analysis.sentence.language).other_times
    return index > 0 and analysis.tokens.words[index - 1].lower() in times


def _is_helped(analysis: Analysis, tokens: Iterable[int]) -> bool:
    """Return whether there is an auxiliary among the tokens."""
    words, helpers = analysis.tokens.words, verb_words(analysis.sentence.language).helpers
    return any(words[i].lower() in helpers for i in tokens)


def joined(analysis: Analysis, first: int, last: int) -> bool:
    """Return whether a word such as "and" stands in the tokens [first, last)."""
    return any(first <= joint < last for joint in analysis.joints)


def opens_behind(analysis: Analysis, index: int) -> bool:
    """Return whether a verb opens a clause behind "and" that leaves out its subject.

    Where verbs come last, none does that ends the clause of an auxiliary: "hat den Mann wegen
    Raubs und Betrugs verurteilt".
    """
    known = verb_words(analysis.sentence.language)
    return not known.separable or index - 1 in analysis.joints


def turned(analysis: Analysis, index: int, clause: Sequence[int]) -> bool:
    """Return whether a verb only expects or wants what happens."""
    if analysis.tags.keys().isdisjoint(_TURNED) or is_separated(analysis, index, clause):
        return False  # "fordert den Meister heraus"
    return any(analysis.tagged(tag, index, index + 1) is not None for tag in _TURNED)
