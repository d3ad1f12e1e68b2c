"""What happens on a date: the noun that it describes, or the verb of its own clause.

"The 2006 film"; "in 1959 he served", "ab 2022 soll die Bremse eingehalten werden". A word
that is in no concept is a measure of its own: two articles that choose it share its key.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from msgspec.structs import replace

from claimcheck.extract.clauses.ownclause import clause_of, joined, opens_behind, turned, verb_of
from claimcheck.extract.clauses.stretches import stretch
from claimcheck.extract.concepts.fitting import is_below
from claimcheck.extract.concepts.hits import MeasureHit
from claimcheck.extract.concepts.keys import ANNOUNCEMENT
from claimcheck.extract.concepts.lexicon import MeasureLexicon
from claimcheck.extract.measures.carried import Bound
from claimcheck.extract.measures.distances import OTHER_CLAUSE
from claimcheck.extract.measures.governor import governor, is_age, is_noun
from claimcheck.extract.measures.happenings.lightverbs import object_of
from claimcheck.extract.measures.happenings.overruled import (
    decided,
    describes,
    ended,
    held,
    is_body,
)
from claimcheck.extract.measures.happenings.spells import spell, starts_rule
from claimcheck.extract.measures.others import is_led
from claimcheck.extract.measures.plain import bound, plain
from claimcheck.extract.sentence import Analysis, Place
from claimcheck.extract.words.cases import cases
from claimcheck.extract.words.grammar import grammar
from claimcheck.extract.words.things import common_key
from claimcheck.extract.words.verbs import (
    acting,
    acts,
    infinitive,
    is_like_adjective,
    is_verb,
    is_whole,
    opened,
    verb_words,
)
from claimcheck.model import Named, TextSpan

_FAR = 38.0
"""What a concept costs that is not the event of a date."""
_PHRASE, _BESIDE, _ATTACHED, _NEAR = 5, 3, 2, 7
_A_MONTH = 27
_OFTEN = 100
"""From so many times on it is told of many people."""
_UNSCOPED = frozenset({"date", "ordinal", "duration", "score"})
_OWNERS = ("'s", "’s")


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
    near = [row for row in near if row[1].kind == "noun" or not describes(analysis, row[1])]
    led = governor(analysis, place, lexicon)
    if isinstance(led, MeasureHit):
        return bound(analysis, led, loose=False)
    named = _named(analysis, place)
    if named is not None:
        return named
    phrase = _described(analysis, place)
    if phrase is not None:
        return _noun(analysis, place, lexicon, phrase)
    beside = _put_beside(analysis, place, near)
    if beside is not None:
        return bound(analysis, beside, loose=False)
    clause = clause_of(analysis, place)
    participle = _in_attribute(analysis, place)
    if participle is not None:
        return _done(analysis, place, lexicon, participle, clause)
    rule = starts_rule(analysis, place, clause)
    if rule is not None:
        return rule
    fate = _of_counted(analysis, place, lexicon)
    if fate is not None:
        return bound(analysis, fate, loose=False)
    index = verb_of(analysis, place, clause)
    if _is_foretold(analysis, place, near, index):
        return None
    for _, hit in near:
        if hit.kind == "verb" and hit.first < place.first < hit.last:
            return bound(analysis, hit, loose=False)  # "runs until May"
    for cost, hit in near:
        if hit.first in clause and cost < _FAR and _happens(analysis, place, hit, clause, index):
            if index is not None and is_body(analysis, place, hit, index):
                break
            said = ended(hit, near, index) or decided(analysis, place, hit, near, index)
            said = said or held(analysis, hit, near, clause)
            return bound(analysis, said, loose=False)
    if index is not None:
        return _done(analysis, place, lexicon, index, clause)
    if is_whole(analysis, clause) or not near or near[0][0] >= _FAR:
        return None
    return bound(analysis, near[0][1], loose=near[0][0] >= OTHER_CLAUSE)


def occurring(analysis: Analysis, place: Place, lexicon: MeasureLexicon) -> Bound | None:
    """Return what is done so many times, or for the n-th time: "the start was put off twice"."""
    clause = clause_of(analysis, place)
    index = verb_of(analysis, place, clause)
    done = None if index is None else _done(analysis, place, lexicon, index, clause)
    if done is None or index is None or not is_below(place.quantity, _OFTEN):
        return done
    if "person" in lexicon.info(done.name.key).units:  # "man lebt nur zweimal"
        key = common_key(infinitive(analysis, index, clause), analysis.sentence.language)
        return replace(done, name=Named(done.name.text, key))
    return done


def _is_foretold(
    analysis: Analysis, place: Place, near: Sequence[tuple[float, MeasureHit]], index: int | None
) -> bool:
    """Return whether something is announced for a date: "für das Jahr stellte er 3 in Aussicht"."""
    known, words = cases(analysis.sentence.language), analysis.tokens.words
    before = range(max(place.first - 2, 0), place.first)
    if known is None or known.concerning.isdisjoint([words[i].lower() for i in before]):
        return False
    return any(hit.key == ANNOUNCEMENT and hit.first == index for _, hit in near)


def _named(analysis: Analysis, place: Place) -> Bound | None:
    """Return the noun that a word such as "of" or "vom" joins a date to: "the crisis of 2008"."""
    last = place.first - 1
    cue = analysis.tagged("leads_to", last, place.first) if last > 0 else None
    if cue is None or not cue.first or analysis.clause(last) != place.clause:
        return None
    head = cue.first - 1
    return plain(analysis, head) if is_noun(analysis, head) else None


def _put_beside(
    analysis: Analysis, place: Place, near: Sequence[tuple[float, MeasureHit]]
) -> MeasureHit | None:
    """Return the noun that a date is put beside: "the theft, on 9 May, had been well planned"."""
    own = stretch(analysis, place.first)
    if not own.start or place.first - own.start > _BESIDE or place.last != own.stop:
        return None
    if acting(analysis, range(own.start, place.first)):
        return None  # "the recall, announced on Thursday, covers"
    for _, hit in near:
        if hit.kind == "noun" and hit.last == own.start and not is_led(analysis, hit.first):
            return hit
    return None


def _of_counted(analysis: Analysis, place: Place, lexicon: MeasureLexicon) -> MeasureHit | None:
    """Return what a verb says of counted people right before a date: "nine men killed Sunday"."""
    words = analysis.tokens.words
    last = place.first - (place.first - 1 in analysis.prepositions) - 1
    counted = analysis.numbered.get(last)
    if counted is None or counted.kind != "count" or not is_verb(analysis, last):
        return None
    for hit in lexicon.find(words[last : last + 1], analysis.sentence.language):
        if hit.kind == "verb" and lexicon.fits(hit.key, place.quantity):
            return replace(hit, first=last, last=last + 1)
    return None


def _in_attribute(analysis: Analysis, place: Place) -> int | None:
    """Return the participle that a date stands before in a noun's phrase: "das 1967 erbaute Haus".

    What is said of it may stand between: "die 2007 in Rom gezeigten Bilder".
    """
    words, language = analysis.tokens.words, analysis.sentence.language
    before = place.first - 1
    while before > 0 and words[before].lower() in verb_words(language).no_verbs:
        before -= 1
    if before < 0 or words[before].lower() not in grammar(language).articles:
        return None
    alone = before in analysis.prepositions or not grammar(language).verb_last
    farthest = place.last + (1 if alone else _PHRASE)
    for i in range(place.last, min(farthest, len(words))):
        if not words[i][0].isalnum() or i in analysis.numbered:
            return None
        if is_verb(analysis, i):
            return i if is_like_adjective(analysis, i) else None
    return None


def _happens(
    analysis: Analysis, place: Place, hit: MeasureHit, clause: Sequence[int], index: int | None
) -> bool:
    """Return whether a concept of its clause is what happens on a date; `index` is the verb."""
    if hit.kind != "verb":
        behind = place.last < hit.first and place.first - 1 in analysis.prepositions
        if behind and analysis.tagged("said_as", hit.first - 1, hit.first) is not None:
            return False  # "am Montag als Kompromiss vorgeschlagen"
        if index is None or index < hit.first:
            of_speaker = _is_of_speaker(analysis, place, hit, index)
            return not of_speaker and (index is None or not _is_of_other_time(analysis, place, hit))
        return not _is_of_other_time(analysis, place, hit)
    if _is_aside(analysis, hit.first, index):
        return False
    if index is None:
        return hit.first < place.first or not _is_said_before(analysis, place, hit, clause)
    return hit.first <= index < hit.last or not _is_of_other_verb(
        analysis, place, hit, clause, index
    )


def _is_aside(analysis: Analysis, index: int, verb: int | None) -> bool:
    """Return whether a form of a verb says nothing of its own: it describes, or tells of what.

    "Who found the wounded officer"; "was jailed on Friday for stealing".
    """
    word, before = analysis.tokens.words[index], analysis.tokens.words[index - 1].lower()
    if not index or not is_verb(analysis, index):
        return False
    language = analysis.sentence.language
    if before in grammar(language).articles:
        return not acts(analysis, index)
    led = verb not in (None, index) and index - 1 in analysis.prepositions
    return led and word.endswith(verb_words(language).gerunds)


def _is_of_speaker(analysis: Analysis, place: Place, hit: MeasureHit, index: int | None) -> bool:
    """Return whether a noun only tells who said something: "said crime reporter Ann Bell Monday".

    A verb between them, at `index`, may be no verb.
    """
    said = analysis.tagged("says", max(hit.first - _NEAR, 0), hit.first)
    if said is None or place.first < hit.first or is_led(analysis, hit.first):
        return False
    if index is not None and index <= said.first:
        return False
    return analysis.clause(said.first) == analysis.clause(hit.first)


def _is_of_other_time(analysis: Analysis, place: Place, hit: MeasureHit) -> bool:
    """Return whether a noun is only before, after or until what the date happens.

    "He died on Monday after the trial"; but "after the trial on Monday he left".
    """
    joint = analysis.tagged("leads_to", place.first - 1, place.first) is not None
    if hit.last <= place.first and (joint or place.first <= hit.last + _ATTACHED):
        return False
    words, known = analysis.tokens.words, verb_words(analysis.sentence.language)
    before = range(max(hit.first - _BESIDE, 0), hit.first)
    cut = max((i for i in before if not words[i][0].isalnum()), default=-1)
    return any(words[i].lower() in known.other_times for i in before if i > cut)


def _is_said_before(
    analysis: Analysis, place: Place, hit: MeasureHit, clause: Sequence[int]
) -> bool:
    """Return whether an auxiliary has the date, and a verb behind "and" has not."""
    words, helpers = analysis.tokens.words, verb_words(analysis.sentence.language).helpers
    whole = any(words[i].lower() in helpers for i in clause if i < place.first)
    other = whole and joined(analysis, place.last, hit.first)
    return other and opens_behind(analysis, hit.first)


def _is_of_other_verb(
    analysis: Analysis, place: Place, hit: MeasureHit, clause: Sequence[int], index: int
) -> bool:
    """Return whether another verb than that of a concept has the date.

    It does where it stands nearer, or where its side of "and" holds the date. Two behind
    each other have it together: "killed one man and wounded two on Monday". Where verbs
    come last, the last one has it behind an auxiliary.
    """
    first, last = sorted((hit.first, index))
    dated = (when for when in analysis.places if when.quantity.kind == "date")
    if index < place.first and any(hit.first < when.first < index for when in dated):
        return True
    if joined(analysis, first, last):
        return index < place.first and joined(analysis, place.last, hit.first)
    known, words = verb_words(analysis.sentence.language), analysis.tokens.words
    if known.separable and place.last <= hit.first < index:
        return any(words[i].lower() in known.helpers for i in clause)
    return place.last <= index < hit.first or hit.first < index < place.first


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
    counts = any(  # "was fatally shot": a phrase that only counts the dead
        hit.first <= index < hit.last and lexicon.info(hit.key).befalls
        for hit in analysis.measures_near(place)
    )
    told = any(lexicon.fits(hit.key, place.quantity) for hit in hits)
    if not told and (counts or not index):
        alone = lexicon.find((opened(analysis, index),), language)
        hits = [replace(hit, first=index, last=index + 1) for hit in alone]
    for hit in hits:
        if hit.kind != "change" and lexicon.fits(hit.key, place.quantity):
            return bound(analysis, hit, loose=False)
    lasts = spell(analysis, place, index, clause)
    if lasts is not None:
        return lasts
    if _scopes(analysis, place, clause):
        return None
    key = infinitive(analysis, index, clause)
    if key in verb_words(language).light or turned(analysis, index, clause):
        noun = object_of(analysis, index, clause)
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
