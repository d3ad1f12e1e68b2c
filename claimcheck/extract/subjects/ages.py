"""Whose age it is: of whoever stands in its own phrase, or right beside it, and of nobody else.

"Orozco was charged with murdering the 35-year-old deputy" tells nothing of Orozco. An age that is
an adjective belongs to what its phrase names ("the 40-year-old Thompson") or is set beside
("Marland, a 48-year-old Englishman"), and one between marks to what stands before them ("Ortiz,
35,"). Only "the 35-year-old" may be somebody that was named before.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from claimcheck.extract.names.finder import NameHit
from claimcheck.extract.names.known import known_keys
from claimcheck.extract.names.nouns import NounHit
from claimcheck.extract.sentence import Analysis, Place
from claimcheck.extract.words.cases import cases
from claimcheck.extract.words.genders import FEMININE, MASCULINE
from claimcheck.extract.words.grammar import Grammar, grammar
from claimcheck.extract.words.usage import shapes, strip_genitive
from claimcheck.model import Named

_OPENING = frozenset(",(–—")
_ARTICLE_BEFORE = 3
"""An article stands at most so many tokens before its age: "der erst 19 Jahre alte"."""
_PHRASE = 5
"""A phrase goes on for at most so many tokens behind its age."""
_COPULAS = ("equals", "auxiliary")
Candidate = NameHit | NounHit


class Holders(msgspec.Struct, frozen=True, gc=False):
    """Who may have an age: candidates by their first tokens, or somebody named before."""

    firsts: frozenset[int]
    before: bool
    sure: bool = False
    """Whether the age is surely of one of the candidates."""
    code: int = 0
    """What somebody named before can be, by the article; 0 where it does not tell."""


def holders(analysis: Analysis, place: Place) -> Holders | None:
    """Return who may have the age at `place`; None where its place does not tell."""
    words = analysis.tokens.words
    rules = grammar(analysis.sentence.language)
    if _is_adjective(words[place.last - 1].lower(), rules):
        return _in_phrase(analysis, place, rules)
    return _between_marks(analysis, place, rules) if place.last - place.first == 1 else None


def is_subject(analysis: Analysis, place: Place) -> bool:
    """Return whether who has an age is the subject of a clause by form: "Der 81-Jährige war"."""
    words = analysis.tokens.words
    rules, known = grammar(analysis.sentence.language), cases(analysis.sentence.language)
    if known is None or known.nouns is None or place.quantity.label != "age":
        return False
    start, word = _article(analysis, place, rules), words[place.last - 1]
    if start == place.first or not _is_adjective(word.lower(), rules):
        return False
    article = words[start].lower()
    if word.endswith(known.declined) or article not in rules.definite:
        return False
    opens = not start or analysis.clause(start - 1) != analysis.clause(start)
    return article in known.sure or (opens and article in known.articles)


def tells_of_subject(analysis: Analysis, place: Place, aged: Place) -> bool:
    """Return whether an age is told of the subject of a number's clause: "the 21-year-old star"."""
    shown, words = analysis.order, analysis.tokens.words
    if shown is None or aged.quantity.label != "age":
        return False
    phrase = shown.clauses[place.first].acting()
    if phrase is None or not phrase.first < aged.first < phrase.last <= place.first:
        return False
    definite = grammar(analysis.sentence.language).definite
    return phrase.led < 0 and words[phrase.first].lower() in definite


def named_elsewhere(analysis: Analysis, name: Named) -> bool:
    """Return whether a sentence names somebody, of whom it then says "the 35-year-old" no more."""
    words = set(name.key.split())
    return any(not words.isdisjoint(other.key.split()) for other in analysis.names)


def _is_adjective(word: str, rules: Grammar) -> bool:
    return strip_genitive(word).endswith(rules.aged) or word in rules.of_age


def _in_phrase(analysis: Analysis, place: Place, rules: Grammar) -> Holders | None:
    """Return who has an age that is an adjective: "the 35-year-old deputy"."""
    words = analysis.tokens.words
    start = _article(analysis, place, rules)
    definite = start < place.first and words[start].lower() in rules.definite
    bare = start == place.first
    named: Candidate | None = None
    if bare or definite:
        named = next(_named(analysis, place), None)
    if named is None:
        named = _before_mark(analysis, start)
    if named is None and definite:
        named = _behind_mark(analysis, place)
    if named is not None:
        return Holders(frozenset({named.first}), before=False, sure=True)
    if bare or any(analysis.tagged(tag, start - 1, start) is not None for tag in _COPULAS):
        return None  # "the man is a 35-year-old teacher", "als Elfjähriger"
    heads = frozenset(
        candidate.first
        for candidate in analysis.candidates_near(place)
        if isinstance(candidate, NounHit) and _in_reach(analysis, place, candidate.last - 1)
    )
    code = _told(words[start].lower(), words[place.last - 1], analysis) if definite else 0
    return Holders(heads, before=definite and code >= 0, code=max(code, 0))


def _told(article: str, word: str, analysis: Analysis) -> int:
    """Return what a person can be behind an article, by the ending too; -1 for no single one."""
    known = cases(analysis.sentence.language)
    if known is None or known.nouns is None:
        return 0
    code = known.articles.get(article, 0)
    if word.endswith(known.declined):
        code = known.behind.get(article, 0) & ~code
    return code & (MASCULINE | FEMININE) or -1


def _article(analysis: Analysis, place: Place, rules: Grammar) -> int:
    """Return the article of an age's phrase, or where the age stands if there is none."""
    words = analysis.tokens.words
    for index in range(place.first - 1, max(place.first - 1 - _ARTICLE_BEFORE, -1), -1):
        if words[index].lower() in rules.articles:
            return index
        if index in analysis.prepositions or not words[index][0].isalnum():
            break
    return place.first


def _named(analysis: Analysis, place: Place) -> Iterator[NameHit]:
    """Yield the names in the phrase: right behind the age, or behind what somebody is."""
    words = analysis.tokens.words
    forms = shapes(analysis.sentence.language)
    rules = grammar(analysis.sentence.language)
    people = rules.people
    for name in analysis.names:
        if name.key in known_keys() or not _in_reach(analysis, place, name.first):
            continue
        behind = words[name.last] if name.last < len(words) else ""
        if behind.islower() and (behind in rules.roles or behind.endswith(rules.people)):
            continue  # "the 24-year-old Grammy winner"
        before = words[name.first - 1]
        if name.first == place.last or forms[before].role or before.lower().endswith(people):
            yield name


def _in_reach(analysis: Analysis, place: Place, index: int) -> bool:
    """Return whether a token behind an age belongs to its phrase."""
    words = analysis.tokens.words
    return place.last <= index < place.last + _PHRASE and all(
        words[i][0].isalnum() and i not in analysis.prepositions
        for i in range(place.last, index + 1)
    )


def _before_mark(analysis: Analysis, start: int) -> Candidate | None:
    """Return what stands before the mark that opens a phrase: "Marland, a 48-year-old …"."""
    words = analysis.tokens.words
    if start < 1 or words[start - 1] not in _OPENING:
        return None
    for candidate in analysis.candidates:
        if candidate.last == start - 1 and not _is_place(candidate):
            return candidate
    return None


def _behind_mark(analysis: Analysis, place: Place) -> NameHit | None:
    """Return the name between marks that closes a phrase: "the 47-year-old driver, Jo Ray,"."""
    words = analysis.tokens.words
    for name in analysis.names:
        at = name.first - 1
        closed = name.last == len(words) or not words[name.last][0].isalnum()
        if place.last < at and words[at] == "," and closed and not _is_place(name):
            return name if _in_reach(analysis, place, at - 1) else None
    return None


def _is_place(candidate: Candidate) -> bool:
    return isinstance(candidate, NameHit) and candidate.key in known_keys()


def _between_marks(analysis: Analysis, place: Place, rules: Grammar) -> Holders | None:
    """Return who has an age between marks: "Ortiz, 35, …", "die Imkerin (61)"."""
    words = analysis.tokens.words
    at = _list_start(analysis, place)
    if at > 0 and words[at].lower() in rules.ages:
        at -= 1
    if at < 1 or words[at] not in _OPENING or not words[at - 1][-1].isalnum():
        return None
    held = next((found for found in analysis.candidates if found.last == at), None)
    if held is None:
        held = _of_two(analysis, at)
    if held is None:
        return Holders(frozenset(), before=False)
    article = words[held.first].lower() in rules.definite
    return Holders(frozenset({held.first}), before=isinstance(held, NounHit) and article)


def _of_two(analysis: Analysis, last: int) -> NounHit | None:
    """Return the first of two nouns for one who has both: "the nurse and songwriter, 44,"."""
    words, definite = analysis.tokens.words, grammar(analysis.sentence.language).definite
    if last - 2 not in analysis.joints or not words[last - 1].islower():
        return None
    for found in analysis.candidates:
        if found.last == last - 2 and isinstance(found, NounHit):
            return found if words[found.first].lower() in definite else None
    return None


def _list_start(analysis: Analysis, place: Place) -> int:
    """Return the token before an age, or before the first of several: "ages 6 and 16"."""
    at = place.first - 1
    while at > 1 and at in analysis.joints and at - 1 in analysis.numbered:
        at -= 2
    return at
