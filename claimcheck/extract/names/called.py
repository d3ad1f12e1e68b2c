"""What an article calls those that it names: "carmaker Veltra", "Lobau, a ship", "the Lobau mill".

So "the carmaker" is known to be Veltra, where the article calls nobody else so. In German the
noun stands right before the name ("die Reederei Lobau"), or behind it ("Lobau, eine Reederei").
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from claimcheck.extract.clauses.order import NO_ORDER, Order, Phrase
from claimcheck.extract.clauses.predicates import order
from claimcheck.extract.names.finder import NameHit
from claimcheck.extract.names.known import known_keys, place_keys
from claimcheck.extract.words.cases import cases
from claimcheck.extract.words.genders import PLURAL, genders
from claimcheck.extract.words.grammar import Grammar, grammar
from claimcheck.extract.words.lemma import lemma
from claimcheck.extract.words.parts import EITHER, WORD, Parts, parts
from claimcheck.extract.words.usage import shapes
from claimcheck.model import Named

_NOUNS = WORD + EITHER
_BEHIND = 5
"""How far behind a name the noun stands that says what it is: ", eine alte Bremer Reederei"."""


class Written(msgspec.Struct, frozen=True, gc=False):
    """The words and names of a sentence, and its clauses."""

    words: Sequence[str]
    names: Sequence[NameHit]
    order: Order


def read(words: Sequence[str], names: Sequence[NameHit], language: str) -> Written:
    """Return a sentence without numbers."""
    known = parts(language)
    found = order(words, {}, known) if known is not None and names else NO_ORDER
    return Written(words, names, found)


def called(sentences: Iterable[Written], language: str) -> Mapping[str, Named]:
    """Return who is called by each noun, by its dictionary form; nobody if several are."""
    found: dict[str, Named] = {}
    several: set[str] = set()
    for word, name in _pairs(sentences, language):
        key = lemma(word, language).lower()
        old = found.setdefault(key, Named(name.text, name.key))
        one, two = set(old.key.split()), set(name.key.split())
        if not (one <= two or two <= one):
            several.add(key)
        elif len(two) > len(one):
            found[key] = Named(name.text, name.key)
    return {key: name for key, name in found.items() if key not in several}


def _pairs(sentences: Iterable[Written], language: str) -> Iterator[tuple[str, NameHit]]:
    """Yield names with the nouns that they are called by."""
    rules, known, nouns = grammar(language), parts(language), genders(language)
    for sentence in sentences:
        words = sentence.words
        for name in sentence.names:
            if known is not None:
                for at in _nouns(sentence, name, known, rules):
                    word = words[at]
                    noun = word.islower() and word.isalpha() and known.kinds[word] in _NOUNS
                    if noun and word not in rules.no_subjects:
                        yield word, name
            elif nouns is not None:
                for word in _beside(words, name, language):
                    of = nouns[word][1]
                    if of and of != PLURAL and word.lower() not in rules.no_subjects:
                        yield word, name


def _beside(words: Sequence[str], name: NameHit, language: str) -> Iterator[str]:
    """Yield the nouns, where those have capitals, right before a name and behind it.

    A name in the genitive owns the noun before it, and a place is only a "Stadt" or the like.
    """
    known, at = cases(language), name.first - 1
    owns = not name.text.endswith(words[name.last - 1])
    if at >= 0 and not owns and words[at][0].isupper() and words[at].isalpha():
        placed = name.key in place_keys()
        if not placed or (known is not None and words[at].lower().endswith(known.places)):
            yield words[at]
    behind = words[name.last : name.last + _BEHIND]
    if behind[:1] != (",",) or len(behind) < 3 or not shapes(language)[behind[1]].article:
        return
    if behind[1].lower() in grammar(language).definite:
        return  # it may open a relative clause: "Lobau, die der Konzern kaufte"
    noun = next((word for word in behind[2:] if not word.islower()), "")
    if noun[:1].isupper() and noun.isalpha():
        yield noun


def _nouns(sentence: Written, name: NameHit, known: Parts, rules: Grammar) -> Iterator[int]:
    """Yield the tokens of the nouns that a name is called by, by the order of words."""
    words, shown = sentence.words, sentence.order
    phrase = shown.ending.get(name.last)
    if phrase is None:
        around = shown.ending.get(name.last + 1)
        if around is not None and _is_part(words, around, name, known, rules):
            yield name.last
        return
    if phrase.first < name.first:
        yield name.first - 1
    closed = words[name.last : name.last + 1] == (",",)
    behind, before = shown.starting.get(name.last + 1), shown.ending.get(phrase.first - 1)
    acting = behind is not None and shown.clauses[behind.first].subject is behind
    if closed and behind is not None and not acting and _explains(words, behind, known):
        yield behind.last - 1
    opened = phrase.first == name.first > 0 and words[phrase.first - 1] == ","
    if closed and opened and before is not None and _explains(words, before, known):
        yield before.last - 1
    clause = shown.clauses[name.first]
    if clause.subject is phrase and known.base(words[clause.verb]) in known.being:
        told = shown.starting.get(clause.end)
        if told is not None and _explains(words, told, known):
            yield told.last - 1


def _explains(words: Sequence[str], phrase: Phrase, known: Parts) -> bool:
    """Return whether a phrase beside a name may say what it is: it has an article."""
    return phrase.led < 0 and words[phrase.first].lower() in known.articles


def _is_part(
    words: Sequence[str], phrase: Phrase, name: NameHit, known: Parts, rules: Grammar
) -> bool:
    """Return whether a phrase is a name with its noun: "the Lobau mill", no "Lobau worker"."""
    head = words[name.last].lower()
    definite = phrase.first == name.first - 1 and words[phrase.first].lower() in known.definite
    somebody = head in rules.roles or head.endswith((*rules.people, "s"))
    somebody = somebody or rules.ends_as_common(head)
    return definite and not somebody and name.key not in known_keys()
