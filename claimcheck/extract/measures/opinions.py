"""What the shares of a survey measure: those who were asked, or who is for or against something.

"40 Prozent gaben an, Freunde zu treffen": only people say and think, so a share that does is one
of people, whatever stands in what they say. In an article on a survey a share of which no word
says what it measures is one of those asked as well.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from functools import cache

import msgspec

from claimcheck.extract.clauses.stretches import stretch
from claimcheck.extract.concepts.keys import RESPONDENTS, SURVEY_OPPOSITION, SURVEY_SUPPORT
from claimcheck.extract.concepts.lexicon import MeasureLexicon
from claimcheck.extract.measures.carried import Bound
from claimcheck.extract.measures.governor import whole
from claimcheck.extract.measures.plain import bound, plain
from claimcheck.extract.measures.shares import changes, has_whole
from claimcheck.extract.sentence import Analysis, Place
from claimcheck.extract.words.grammar import grammar
from claimcheck.extract.words.verbs import acts, infinitive, opened, verb_words
from claimcheck.lexicon import table
from claimcheck.model import Named, TextSpan

_ASIDE = 3
"""How many small words may stand between a share and its verb: "halten demnach etwa 60 Prozent"."""
_OF_PEOPLE = frozenset({"percent", "points", "person"})
_SIDES = frozenset({SURVEY_SUPPORT, SURVEY_OPPOSITION})


class _Opinions(msgspec.Struct, frozen=True, gc=False):
    """The words of `[opinions]` in `data/<language>/claims.toml`."""

    verbs: frozenset[str]
    amounts: frozenset[str]
    nouns: frozenset[str]
    carriers: frozenset[str]
    in_favour: frozenset[str]
    against: frozenset[str]
    tells: frozenset[str]


@cache
def _opinions(language: str) -> _Opinions:
    data = table(f"{language}/claims")["opinions"]
    return _Opinions(**{field: frozenset(data[field]) for field in _Opinions.__struct_fields__})


def is_polled(written: Set[str], language: str) -> bool:
    """Return whether an article that has these words tells of a survey."""
    return not _opinions(language).tells.isdisjoint(written)


def opinion(
    analysis: Analysis, place: Place, lexicon: MeasureLexicon, polled: bool
) -> Bound | None:
    """Return what a share measures that is the subject of a verb of saying or thinking.

    Only in an article on a survey may it be one behind its verb, or before one that may tell
    what somebody expects: "3 Prozent erwarten die Forscher".
    """
    if place.quantity.kind != "percent":
        return None
    if has_whole(analysis, place):
        return _of_whole(analysis, place)
    index = _verb(analysis, place)
    if index is None:
        return None
    known, clause = _opinions(analysis.sentence.language), stretch(analysis, place.first)
    verbs = {infinitive(analysis, index, clause), infinitive(analysis, index, ())}
    behind, thinks = index >= place.last, not verbs.isdisjoint(known.verbs)
    if not (behind and thinks) and not polled:
        return None
    expects = not verbs.isdisjoint(known.amounts)
    if not behind and expects and not _is_led(analysis, clause, index):
        return None
    side = _side(analysis, place, index, clause, lexicon)
    if side is not None:
        return side
    told = thinks or expects or _holds(analysis, clause, index)
    return _of(analysis, index, RESPONDENTS) if told else None


def _of_whole(analysis: Analysis, place: Place) -> Bound | None:
    """Return those of whom a share thinks something: "die Hälfte der KLUBS sieht Gefahren"."""
    head = whole(analysis, place)
    if head is None or head + 1 >= len(analysis.tokens.words):
        return None
    known = _opinions(analysis.sentence.language)
    verb = infinitive(analysis, head + 1, ())
    if verb not in known.verbs and verb not in known.amounts:
        return None
    for hit in analysis.measures_near(place):
        if hit.first <= head < hit.last and hit.kind != "verb":
            return bound(analysis, hit, loose=False)
    return plain(analysis, head)


def asked_share(
    analysis: Analysis, place: Place, what: Bound | None, lexicon: MeasureLexicon
) -> Bound | None:
    """Return those asked for a share of which nothing is said in an article on a survey.

    "65 Prozent lernen selbständig": it must stand before its verb, and be no change. What the
    verb has for an object says nothing of it: "90 Prozent brauchen Hilfe".
    """
    quantity = place.quantity
    if quantity.kind != "percent" or quantity.relation != "none" or has_whole(analysis, place):
        return what
    if what is not None and not _is_object(place, what, lexicon):
        return what
    verb = _verb(analysis, place)
    if verb is None or verb < place.last or changes(analysis, place):
        return what
    return Bound(Named(quantity.quote, RESPONDENTS), None, loose=True)


def _is_object(place: Place, what: Bound, lexicon: MeasureLexicon) -> bool:
    """Return whether a measure is a noun behind a share that neither shares nor people are of."""
    behind = what.tokens is not None and what.tokens[0] >= place.last and not what.verb
    units = lexicon.info(what.name.key).units
    return behind and bool(units) and units.isdisjoint(_OF_PEOPLE)


def _verb(analysis: Analysis, place: Place) -> int | None:
    """Return the verb right behind a share that opens its clause, or before it."""
    words = analysis.tokens.words
    clause = [i for i in stretch(analysis, place.first) if words[i] != ","]
    opens = all(_is_small(analysis, i) for i in clause if i < place.first)
    if opens:
        behind = _next(analysis, place, [i for i in clause if i >= place.last])
        if behind is not None or not grammar(analysis.sentence.language).capital_nouns:
            return behind
    if not grammar(analysis.sentence.language).capital_nouns:
        return None
    return _next(analysis, place, [i for i in reversed(clause) if i < place.first])


def _next(analysis: Analysis, place: Place, tokens: Sequence[int]) -> int | None:
    """Return the first verb among the tokens, if only small words stand before it."""
    language = analysis.sentence.language
    helpers, known = verb_words(language).helpers, _opinions(language)
    for i in tokens[: _ASIDE + 1]:
        says = infinitive(analysis, i, ()) in known.verbs and i >= place.last
        if says or opened(analysis, i).lower() in helpers or acts(analysis, i):
            return i
        if not _is_small(analysis, i):
            return None
    return None


def _is_small(analysis: Analysis, index: int) -> bool:
    """Return whether a token is a word such as "about", which opens no other phrase."""
    word, rules = analysis.tokens.words[index].lower(), grammar(analysis.sentence.language)
    small = not index or analysis.tokens.words[index] == word
    return (
        small
        and word.isalpha()
        and word not in rules.articles
        and index not in analysis.led
        and (index not in analysis.prepositions)
    )


def _is_led(analysis: Analysis, clause: Sequence[int], verb: int) -> bool:
    """Return whether nobody stands before a verb who says it: "LAUT Umfrage erwarten 3 Prozent"."""
    first = clause[0]
    return first == verb or first in analysis.prepositions or _is_small(analysis, verb - 1)


def _side(
    analysis: Analysis, place: Place, verb: int, clause: Sequence[int], lexicon: MeasureLexicon
) -> Bound | None:
    """Return that they are for or against something, where the clause says so."""
    language, words = analysis.sentence.language, analysis.tokens.words
    for hit in lexicon.find(words[clause[0] : clause[-1] + 1], language, _SIDES):
        if hit.key in _SIDES and hit.kind == "verb":
            return _of(analysis, clause[0] + hit.first, hit.key)
    known = _opinions(language)
    if words[verb].lower() not in known.carriers:
        return None
    for i in {place.last, verb + 1}.intersection(clause):
        word = words[i].lower()
        if word in known.in_favour:
            return _of(analysis, i, SURVEY_SUPPORT)
        if word in known.against:
            return _of(analysis, i, SURVEY_OPPOSITION)
    return None


def _holds(analysis: Analysis, clause: Sequence[int], verb: int) -> bool:
    """Return whether a verb has a noun with it for what they think: "hatten die Befürchtung"."""
    known, words = _opinions(analysis.sentence.language), analysis.tokens.words
    if words[verb].lower() not in known.carriers:
        return False
    return any(words[i] in known.nouns for i in clause)


def _of(analysis: Analysis, index: int, key: str) -> Bound:
    tokens = analysis.tokens
    span = TextSpan(tokens.starts[index], tokens.ends[index])
    return Bound(Named(tokens.words[index], key), span, False, (index, index + 1), True)
