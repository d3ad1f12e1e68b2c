"""What a duration is the length of, by the words around it for what lasts: a strike, a trial.

"Neun Tage" are how long something lasts, no more; beside "Streik" they are the length of a
strike, beside "verhandeln" that of talks. The likeliest is the noun that the duration is
joined to, then the verb of its clause, then the nearest noun, and where a sentence only says
that it lasts so long, what the sentence before speaks of.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

import msgspec

from claimcheck.extract.concepts.keys import (
    AGE,
    DEADLINE,
    DURATION,
    LASTING,
    RACE_TIME,
    STAY,
    TERM_OF_OFFICE,
    TIME_APART,
)
from claimcheck.extract.concepts.lexicon import MeasureLexicon
from claimcheck.extract.measures.carried import Bound, Carried
from claimcheck.extract.measures.distances import is_reason
from claimcheck.extract.measures.governor import head_behind
from claimcheck.extract.measures.happenings.lastingwords import (
    NOTHING,
    LastingWord,
    lasting_words,
    times_told,
)
from claimcheck.extract.measures.narrowed import own_clauses
from claimcheck.extract.measures.others import is_gap, is_led
from claimcheck.extract.sentence import Analysis, Place
from claimcheck.extract.words.grammar import grammar
from claimcheck.extract.words.remembered import Remembered
from claimcheck.extract.words.usage import shapes
from claimcheck.model import Named

_SAYING = frozenset({"noun", "verb"})
_NIGHT = "night"
_COLONS = 2
_REACH = 25
"""How many tokens away from the duration such a word may stand."""
_VERB, _LED, _LOOSE, _FAR, _OTHER = 2.0, 4.0, 3.0, 4.0, 20.0
_LIMIT = 14.0
_FAR_NOUN = 3
"""A noun so many tokens before a duration says less than a phrase right behind it."""
_Said = tuple[int, int, tuple[str, ...], bool]
"""Tokens, the concepts that they say, and whether a verb says so."""


class _Asked(msgspec.Struct, frozen=True, gc=False):
    """A duration that is asked for what lasts so long, and all that may answer."""

    analysis: Analysis
    place: Place
    lexicon: MeasureLexicon
    carried: Carried
    found: Bound
    """What was found before: no more than a duration, or a noun that is no concept."""
    known: Remembered[LastingWord]

    @property
    def said(self) -> bool:
        """Whether a word here says that something lasts."""
        return self.found.tokens is not None


def lasting(
    analysis: Analysis, place: Place, found: Bound | None, lexicon: MeasureLexicon, carried: Carried
) -> Bound | None:
    """Return the measure of a duration as what lasts names it; the one that was found is another.

    A time between two things is no length of either, but may be the lead of one; a time in
    which something happens may be a deadline.
    """
    if found is None or place.quantity.kind != "duration":
        return found
    if "duration" in lexicon.info(found.name.key).units and _is_window(analysis, place):
        found = msgspec.structs.replace(found, name=Named(found.name.text, DURATION))
    known = lasting_words(lexicon, analysis.sentence.language)
    asked = _Asked(analysis, place, lexicon, carried, found, known)
    behind = _right_behind(asked)
    if found.name.key == DURATION:
        key = _length(asked)
    elif behind is not None:
        key = behind
    elif found.name.key not in lexicon and found.tokens is not None:
        named = _said(asked, range(*found.tokens))
        key = next((key for said in named if (key := _fitting(asked, said[2]))), None)
    else:
        return found
    return (
        found if key is None else msgspec.structs.replace(found, name=Named(found.name.text, key))
    )


def _right_behind(asked: _Asked) -> str | None:
    """Return what a phrase right behind a duration says, before a noun far from it.

    In "two who escaped from jail were caught after nine days on the run" they are no sentence.
    """
    place, tokens = asked.place, asked.found.tokens
    if tokens is None or asked.found.verb or tokens[1] > place.first - _FAR_NOUN:
        return None
    behind = range(place.last, min(place.last + 1, len(asked.analysis.tokens.words)))
    for first, last, keys, verb in _said(asked, behind):
        if last - first > 1 and not verb:
            return _fitting(asked, keys)
    return None


def _length(asked: _Asked) -> str | None:
    """Return the concept of what lasts, None where no word says it."""
    analysis, place = asked.analysis, asked.place
    if _has_passed(analysis, place):
        return TIME_APART
    key = _nearest(asked)
    if is_gap(analysis, place):
        return key if key in asked.lexicon.info(TIME_APART).near else TIME_APART
    if _is_window(analysis, place):
        return key if key == DEADLINE else None
    return key or _in_office(analysis, place) or _by_form(place) or _before(asked)


def _in_office(analysis: Analysis, place: Place) -> str | None:
    """Return the time in office where a title follows: "seit 14 Jahren Kanzlerin"."""
    words, forms, last = analysis.tokens.words, shapes(analysis.sentence.language), place.last
    if not grammar(analysis.sentence.language).capital_nouns or place.quantity.unit != "year":
        return None
    last += " ".join(words[last : last + 1]) in times_told(analysis.sentence.language).long
    behind = words[last + 1] if last + 1 < len(words) else "."
    titled = last < len(words) and words[last][0].isupper() and forms[words[last]].role
    return TERM_OF_OFFICE if titled and not behind[0].isupper() else None


def _has_passed(analysis: Analysis, place: Place) -> bool:
    """Return whether so much time has passed since something: "ten days ago"."""
    told = times_told(analysis.sentence.language)
    words = analysis.tokens.words
    return bool(
        told.ago.intersection(map(str.lower, words[max(place.first - 1, 0) : place.first]))
        or told.ago_behind.intersection(words[place.last : place.last + 1])
    )


def _is_window(analysis: Analysis, place: Place) -> bool:
    """Return whether something happens in a time: "binnen 24 Stunden", "in the last two weeks"."""
    told = times_told(analysis.sentence.language)
    before = [word.lower() for word in analysis.tokens.words[max(place.first - 3, 0) : place.first]]
    if not told.window.isdisjoint(before[-2:]):
        return True
    inside = analysis.tokens.words[place.first : place.first + 1]  # "the last two weeks"
    adjective = before[-1:] if before[-1:] and before[-1] in told.window_word else inside
    return not (told.window_word.isdisjoint(adjective) or told.window_in.isdisjoint(before))


def _nearest(asked: _Asked) -> str | None:
    """Return the likeliest concept of the words around.

    In another clause it counts only where a word here says that something lasts.
    """
    analysis, place = asked.analysis, asked.place
    words = analysis.tokens.words
    owner = _owner(analysis, place)
    near = owner or range(max(place.first - _REACH, 0), min(place.last + _REACH, len(words)))
    clauses = own_clauses(analysis, place)
    limit = 2 * _OTHER if asked.said else _LIMIT
    best: tuple[float, str] | None = None
    for said in chain(_said(asked, near), _hits(asked, near)):
        key = _fitting(asked, said[2])
        if key is None or (key == AGE and asked.said):
            continue  # "im Alter von 35 bis 70, und das acht Jahre lang"
        cost = _cost(asked, said, clauses)
        if cost < limit and (best is None or cost < best[0]):
            best = cost, key
    return best[1] if best else None


def _owner(analysis: Analysis, place: Place) -> range | None:
    """Return the words that a duration is an adjective of: "siebenjähriger Finanzrahmen"."""
    last, word = place.last, analysis.tokens.words[place.last - 1]
    if "-" in place.quantity.quote and " " not in place.quantity.quote:
        head = head_behind(analysis, last, articles=False)
    elif shapes(analysis.sentence.language)[word].adjective:
        head = head_behind(analysis, last)
    else:
        return None
    return None if head is None else range(last, head + 1)


def _said(asked: _Asked, near: Sequence[int]) -> Iterator[_Said]:
    """Yield what words say of what lasts."""
    tokens, known = asked.analysis.tokens, asked.known
    words, clause, numbered = tokens.words, tokens.clause, asked.analysis.numbered
    for i in near:
        if i in numbered and numbered[i].kind == "date":
            continue  # "on release in March"
        word = known[words[i]]
        if not i and word is NOTHING:
            word = known[words[i].lower()]  # "Gedreht wurde an 40 Tagen"
        if word is NOTHING:
            continue
        if word.keys:
            yield i, i + 1, word.keys, False
        if word.acts:
            yield i, i + 1, word.acts, True
        for rest, keys in word.phrases:
            last = i + 1 + len(rest)
            if tuple([other.lower() for other in words[i + 1 : last]]) == rest:
                yield i, last, keys, bool(word.acts)
                break
        for other, keys in word.parted:
            if any(words[k] == other and clause[k] == clause[i] and _ends(words, k) for k in near):
                yield i, i + 1, keys, True


def _ends(words: Sequence[str], index: int) -> bool:
    """Return whether a word that completes a verb may: a particle only where its clause ends."""
    ends = index + 1 == len(words) or not words[index + 1][0].isalnum()
    return ends or words[index][0].isupper()


def _hits(asked: _Asked, near: Sequence[int]) -> Iterator[_Said]:
    """Yield the concepts of the sentence that durations may be the length of."""
    for hit in asked.analysis.measures_near(asked.place):
        if hit.first in near and hit.kind in _SAYING and hit.key not in LASTING:
            yield hit.first, hit.last, (hit.key,), hit.kind == "verb"


def _fitting(asked: _Asked, keys: Sequence[str]) -> str | None:
    """Return the first of the concepts that has figures of this unit."""
    for key in keys:
        info = asked.lexicon.info(key)
        fits = not info.in_units or asked.place.quantity.unit in info.in_units
        if fits and "duration" in info.units:
            return key
    return None


def _cost(asked: _Asked, said: _Said, clauses: Sequence[int]) -> float:
    """Return how far words are from saying what lasts so long.

    A noun that is not joined to the duration is farther where no word says that it lasts.
    """
    analysis, place = asked.analysis, asked.place
    first, last, _, verb = said
    if place.first <= first < place.last:
        return 0.0
    gap = first - place.last if first >= place.last else place.first - last
    cost = _VERB + gap / 10 if verb else float(gap)
    if not verb and not _is_joined(analysis, place, first, last):
        if is_reason(analysis, first):
            cost += _OTHER
        elif is_led(analysis, first):
            cost += _LED
        if not asked.said:
            cost += _LOOSE
    if not place.left <= first < place.right:
        cost += _FAR
    clause = analysis.clause(first)
    if clause not in clauses or (verb and clause != clauses[0]):
        cost += _OTHER  # verbs before a relative clause say nothing of what it tells
    return cost


def _is_joined(analysis: Analysis, place: Place, first: int, last: int) -> bool:
    """Return whether a noun leads to a duration or is what there is so long of.

    "A trial of nine weeks", "the nine-week fraud trial", "three days of rain", "zwei Wochen
    in Quarantäne".
    """
    behind = place.last
    if first >= behind:
        return (
            first - behind <= 1
            or "-" in place.quantity.quote
            or analysis.tagged("share_of", behind, behind + 1) is not None
        )
    led = last == place.first and place.first in analysis.prepositions  # "ein Ausfall über"
    return led or analysis.tagged("leads_to", last, place.first) is not None


def _by_form(place: Place) -> str | None:
    """Return what a duration is by how it is written: "2:08:41 Stunden", "drei Nächte"."""
    if place.quantity.unit == _NIGHT:
        return STAY
    return RACE_TIME if place.quantity.quote.count(":") == _COLONS else None


def _before(asked: _Asked) -> str | None:
    """Return what the sentence before speaks of, where this one only says that it lasts.

    Nothing is returned where it speaks of two things.
    """
    if not asked.said:
        return None
    words = map(asked.known.__getitem__, asked.carried.heard or asked.carried.said)
    keys = {_fitting(asked, word.keys) for word in words} - {None}
    return keys.pop() if len(keys) == 1 else None
