"""What a noun phrase of a sentence is, as somebody or something that owns numbers."""

from __future__ import annotations

from bisect import bisect_right
from operator import attrgetter

from claimcheck.extract.clauses.order import ASIDE, COMPLEMENT, MAIN, Order, Phrase
from claimcheck.extract.clauses.predicates import order
from claimcheck.extract.names.finder import NameHit
from claimcheck.extract.names.known import place_keys
from claimcheck.extract.names.nouns import OWNERS, NounHit
from claimcheck.extract.sentence import Analysis, Place
from claimcheck.extract.words.grammar import grammar
from claimcheck.extract.words.lemma import lemma
from claimcheck.extract.words.parts import BASE, EITHER, WORD, Parts, parts

_FIRST = attrgetter("first")
_NAMING = WORD + EITHER + BASE
_QUOTES = frozenset('"“”')


def covering(analysis: Analysis, at: int) -> NameHit | NounHit | None:
    """Return the candidate that holds a token."""
    candidates = analysis.candidates
    before = bisect_right(candidates, at, key=_FIRST) - 1
    found = candidates[before] if before >= 0 else None
    return found if found is not None and found.last > at else None


def called(analysis: Analysis, at: int) -> NameHit | NounHit | None:
    """Return the name right behind a noun ("der Kahn Wenzin"), else what is known of the noun."""
    words, language = analysis.tokens.words, analysis.sentence.language
    named = covering(analysis, at + 1) if at + 1 < len(words) else None
    if isinstance(named, NameHit) and named.first <= at + 1:
        return named
    hit = covering(analysis, at)
    if hit is not None or at in analysis.numbered or not words[at].isalpha():
        return hit
    key = lemma(words[at], language).lower()
    if key in grammar(language).no_subjects:
        return None
    return NounHit(at, at + 1, words[at], key, plain=True)


def hit_of(
    analysis: Analysis, phrase: Phrase, known: Parts, counted: bool = False
) -> NameHit | NounHit | None:
    """Return the candidate that a phrase is, or a new one; None for what owns no number.

    What is counted owns none, unless it is asked for: "each of the 14 ships".
    """
    head = phrase.last - 1
    if phrase.pronoun or phrase.headless:
        return None
    found = covering(analysis, head)
    if found is not None:
        return found
    language, words = analysis.sentence.language, analysis.tokens.words
    rules, word = grammar(language), words[head]
    if head in analysis.numbered and not counted:
        return None
    key = lemma(word, language).lower()
    known_one = words[phrase.first].lower() in known.definite and not word.endswith("s")
    somebody = word.lower() in known.persons and not known_one
    none = key in rules.no_subjects or word.lower() in rules.no_subjects
    if (none and not somebody) or not word.isalpha():
        return None
    first = head
    while first > phrase.first and (
        first - 1 not in analysis.numbered and known.kinds[words[first - 1].lower()] in _NAMING
    ):
        first -= 1
    text = " ".join(words[first : phrase.last])
    name = "" if somebody or is_somebody(analysis, phrase) else _name_within(analysis, first, head)
    return NounHit(phrase.first, phrase.last, text, name + key, plain=first == phrase.first)


def _name_within(analysis: Analysis, first: int, head: int) -> str:
    """Return the name that tells a thing from others like it: "the Kalles wind farm".

    Whose thing it is does not ("Lobau's wife" is not Lobau), nor where: there are many
    London hospitals, and Aceh is a province.
    """
    words = analysis.tokens.words
    within = [name for name in analysis.names if first <= name.first and name.last <= head]
    if not within or within[0].key in place_keys() or words[within[0].last - 1].endswith(OWNERS):
        return ""
    return f"{within[0].key} "


def is_measure(analysis: Analysis, head: int) -> bool:
    """Return whether a token is the noun of a measure, and no thing that owns one."""
    return any(
        hit.kind == "noun" and hit.first <= head < hit.last and hit.last - 1 in analysis.owned
        for hit in analysis.measures
    )


def is_aged(analysis: Analysis, phrase: Phrase) -> bool:
    """Return whether a phrase is somebody by an age: "the 34-year-old"."""
    quantity = analysis.numbered.get(phrase.last - 1)
    return quantity is not None and quantity.label == "age"


def is_somebody(analysis: Analysis, phrase: Phrase) -> bool:
    """Return whether a phrase is a person by its noun: "the head of X"."""
    head = analysis.tokens.words[phrase.last - 1].lower()
    rules = grammar(analysis.sentence.language)
    return head in rules.roles or rules.ends_in_role(head) or head.endswith(rules.people)


def main_subject(analysis: Analysis) -> NameHit | NounHit | int | None:
    """Return whom the main clause of a sentence is about, or what its pronoun can stand for.

    Who is quoted is whom a sentence with quotation marks is about; without them, it is not who
    only tells something.
    """
    known = parts(analysis.sentence.language)
    if known is None:
        return None
    words = analysis.tokens.words
    shown = analysis.order or order(words, {}, known)
    main = [c for c in shown.clauses if c.kind in (MAIN, ASIDE) and c.subject and c.verb >= 0]
    if _QUOTES.isdisjoint(words):
        main += [c for c in shown.clauses if c.kind == COMPLEMENT and c.subject and c.verb >= 0]
    telling = [known.base(words[clause.verb]) in known.reporting for clause in main]
    quoted = not _QUOTES.isdisjoint(words)
    subject = main[telling.index(quoted) if quoted in telling else 0].subject if main else None
    if subject is None:
        return None
    if subject.pronoun:
        return known.pronouns.get(words[subject.first].lower(), 0)
    return None if is_measure(analysis, subject.last - 1) else hit_of(analysis, subject, known)


def gapped(analysis: Analysis, shown: Order, place: Place, verb: int) -> Phrase | None:
    """Return what a number with a preposition is of: "Lobau opened in 1998 and Emden in 2003".

    The first one stands so right behind the verb, which ends before the token `verb`; else
    what is left out may be more than that.
    """
    behind, at = (verb, verb + 1), place.first
    if not any(other.first in behind for other in analysis.places if other is not place):
        return None
    while at - 1 in analysis.prepositions:
        phrase = shown.ending.get(at - 1)
        if phrase is not None:
            return phrase
        at -= 1
        while at - 1 in analysis.numbered:
            at -= 1
    return None
