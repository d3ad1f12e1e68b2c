"""What numbers can measure: the concepts of `data/measures.toml`, found in tokens.

A sentence is looked up word by word: nouns and compounds ("Quartalsumsatz"), verbs with
their particles at the end of the clause ("setzte 3 Millionen Euro um"), adjectives and
phrases. Every word is analysed once and remembered.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Container, Iterable, Iterator, Mapping, Sequence
from functools import cache, partial
from itertools import chain
from typing import Any
from unicodedata import category

import msgspec

from claimcheck.extract.concepts.completions import Word, by_infinitive, completed
from claimcheck.extract.concepts.concept import Concept, concepts_from, units_of
from claimcheck.extract.concepts.fitting import fits
from claimcheck.extract.concepts.hits import MeasureHit, hit_of, hits_on_topic, settled
from claimcheck.extract.concepts.meanings import TOPIC, Meaning, Phrases, Words
from claimcheck.extract.concepts.phrases import around_object, phrase_at
from claimcheck.extract.concepts.topics import Topics, verbs_on_topic
from claimcheck.extract.concepts.wordbuild import WORDS, words_of
from claimcheck.extract.concepts.wordindex import LanguageIndex
from claimcheck.extract.tokens import name_like
from claimcheck.extract.words.lemma import extended, morphology
from claimcheck.extract.words.remembered import Remembered
from claimcheck.lexicon import has_table, packed, table
from claimcheck.model import Quantity

_SPOKEN_OF = 2
"""How many of its words an article has that speaks of something."""
_NOUNS = frozenset({"noun", "entity"})
_CHANGE, _SIZE = (2, 1), (4, 2)
"""How many tokens before and behind such a word the number may stand that it means so beside."""
_NO_PHRASES: Phrases = {}
_NOTHING = Word((), "", _NO_PHRASES, (), None)


class MeasureLexicon:
    """The concepts, shipped and added, and how the languages say them."""

    def __init__(self, added: Mapping[str, Mapping[str, Any]] | None = None) -> None:
        self._added = dict(added or {})
        self._concepts = concepts_from(table("measures"), self._added)
        self.info: Callable[[str], Concept] = self._concepts.__getitem__
        """Returns a concept; for a key that is none, an empty one of that key."""
        self._indices: dict[str, LanguageIndex] = {}
        self._known: dict[str, Remembered[Word]] = {}
        self._units: dict[str, str] | None = None
        self._tellers: dict[str, Mapping[str, Sequence[str]]] = {}
        self._sourced: dict[str, Remembered[tuple[str, ...]]] = {}
        self._topical: dict[str, list[str]] = {}
        """The concepts with a `topic`, by each of the concepts that tell of it."""
        for key, row in self._concepts.items():
            for source in row.topic:
                self._topical.setdefault(source, []).append(key)
        self._with_topic = frozenset(chain.from_iterable(self._topical.values()))
        self._events = frozenset(key for key, concept in self._concepts.items() if concept.event)

    def with_user(self, concepts: Mapping[str, Mapping[str, Any]]) -> MeasureLexicon:
        """Return a lexicon that has `concepts` as well.

        Each is a table as in `measures.toml`, by key; a known key gains words. Raises
        ValueError for a field that no concept has.
        """
        return MeasureLexicon({**self._added, **concepts})

    @property
    def concepts(self) -> Collection[Concept]:
        """All concepts."""
        return self._concepts.values()

    def __contains__(self, key: str) -> bool:
        """Return whether a key is that of a concept."""
        return key in self._concepts

    def unit_concept(self, unit: str) -> str | None:
        """Return the concept that a counted unit names ("dead" is `deaths`), if any."""
        if self._units is None:
            self._units = units_of(self._concepts)
        return self._units.get(unit)

    def fits(self, key: str, quantity: Quantity) -> bool:
        """Return whether a quantity of this kind and unit can be a figure of the concept."""
        return quantity.unit == key or fits(self.info(key), quantity)

    def topics(self, words: Iterable[str], language: str) -> Topics:
        """Return the concepts with a `topic` that an article of these words speaks of."""
        return Topics(self._with_topic, partial(self._spoken_of, words, language))

    def _spoken_of(self, words: Iterable[str], language: str) -> frozenset[str]:
        fresh = Remembered(partial(self._source_keys, language))
        table = self._sourced.setdefault(language, fresh)
        named = Counter(chain.from_iterable(filter(None, map(table.__getitem__, words))))
        said: dict[str, int] = {}
        for source, times in named.items():
            for key in self._topical[source]:
                said[key] = said.get(key, 0) + times
        return frozenset(key for key, times in said.items() if times >= _SPOKEN_OF)

    def knows(self, word: str, language: str) -> bool:
        """Return whether a word can be part of what says a concept."""
        return self._words(language)[word] is not _NOTHING

    def _source_keys(self, language: str, word: str) -> tuple[str, ...]:
        """Return the concepts that a word names, of those that tell what an article is about."""
        if morphology(language).capital_nouns and not word[0].isupper():
            return ()
        keys = {
            meaning.key
            for meaning, _ in self._words(language)[word].meanings
            if meaning.kind in _NOUNS and meaning.only != TOPIC
        }
        reading, telling = morphology(language).reading(word), self._telling(language)
        for form in {word.lower(), reading.lemma.lower(), (reading.head or "").lower()}:
            keys.update(telling.get(form, ()))
        return tuple(keys & self._topical.keys())

    def _telling(self, language: str) -> Mapping[str, Sequence[str]]:
        """Return by word the concepts that an article with it speaks of, and which it is not."""
        if language not in self._tellers:
            tellers: dict[str, list[str]] = {}
            for concept in self._concepts.values():
                for word in concept.words.get(f"{language}_tells", ()):
                    tellers.setdefault(word.lower(), []).append(concept.key)
            self._tellers[language] = tellers
        return self._tellers[language]

    def find(
        self,
        tokens: Sequence[str],
        language: str,
        topics: Container[str] = frozenset(),
        behind_sizes: Container[int] = frozenset(),
    ) -> list[MeasureHit]:
        """Return the concepts and changes in a tokenised sentence, left to right.

        A word with several meanings gives several hits, likelier ones first. `topics` are
        the concepts that its article speaks of, `behind_sizes` the tokens right behind
        quantities with a unit, which need no numeral ("half a mile LONG").
        """
        table = self._words(language)
        words = list(map(table.__getitem__, tokens))
        capital_nouns = morphology(language).capital_nouns
        if capital_nouns and tokens and tokens[0][0].isupper():
            opening = table[tokens[0].lower()]  # "Liquide Mittel" at the start of a sentence
            if opening.phrases and phrase_at([opening, *words[1:]], 0, opening.phrases):
                words[0] = opening
        hits: list[MeasureHit] = []
        index = self._index(language)
        told = [(i, word) for i, word in enumerate(words) if word is not _NOTHING]
        verbs = completed(words, told, tokens, index)
        end = 0
        for i, word in told:
            if i < end:
                continue
            phrase = phrase_at(words, i, word.phrases) if word.phrases else None
            if phrase is None and word.parted:
                around = around_object(word, tokens, i, index)
                phrase = (i + 1, around) if around else None
            if phrase is not None:
                end, meanings = phrase
                hits.extend(hit_of(i, end, meaning, ()) for meaning in meanings)
            elif word.meanings and (capital_nouns or not name_like(tokens, i)):
                for meaning, parts in self._chosen(word, tokens, i, language):
                    alone = meaning.beside_number and i not in behind_sizes
                    if alone and not self._beside(tokens, i, meaning.kind, language):
                        continue
                    weak = meaning.kind == "weak" and i > 0
                    if weak and self._of_another(word, tokens[i - 1], language):
                        continue
                    hits.append(hit_of(i, i + 1, meaning, parts))
        verbs = verbs_on_topic(verbs, topics) if verbs else verbs
        return settled(hits_on_topic(hits, topics), verbs, self._events)

    def _chosen(
        self, word: Word, tokens: Sequence[str], i: int, language: str
    ) -> Sequence[tuple[Meaning, tuple[str, ...]]]:
        """Return the meanings of a word that may be noun or verb, by the word before it."""
        if not i or not (word.either or word.gerund or word.named):
            return word.meanings
        if word.named:
            inside = tokens[i - 1][0].isalnum() or tokens[i - 1] == ","
            return [row for row in word.meanings if not inside or row[0].kind != "verb"]
        index, before = self._index(language), tokens[i - 1].lower()
        if word.gerund:
            return _as_nouns(word.meanings) if before in index.articles else word.meanings
        others = [row for row in word.meanings if row[0].kind != "verb"]
        counted = before[0].isdigit() or before in index.number_words
        if before in index.before_nouns or (counted and others):
            return others
        if len(others) < len(word.meanings) and index.is_compound(tokens, i):
            return others
        if index.has_article(tokens, i):
            return self._of_noun(word, others)
        verbs = [row for row in word.meanings if row[0].kind == "verb"]
        plural = "s" in (before[-1], tokens[i][-1])
        if verbs and plural and i + 1 < len(tokens) and _opens_sum(tokens[i + 1]):
            return verbs  # "adults PAY £12", "a patient PAYS £12"
        if before in index.before_verbs:
            return [row for row in word.meanings if row[0].kind in ("verb", "change")]
        return word.meanings

    def _of_noun(
        self, word: Word, others: list[tuple[Meaning, tuple[str, ...]]]
    ) -> Sequence[tuple[Meaning, tuple[str, ...]]]:
        """Return what a noun means that may be a verb elsewhere; when it was, verbs say as well."""
        events = [row for row in word.meanings if row[0].kind == "verb" and self._dated(row[0])]
        return [*events, *others] if others or events else _as_nouns(word.meanings)

    def _dated(self, meaning: Meaning) -> bool:
        concept = self._concepts.get(meaning.key)
        return concept is not None and concept.event

    def _of_another(self, word: Word, before: str, language: str) -> bool:
        """Return whether the noun before a weak one says what it is of: "smoking rates"."""
        index = self._index(language)
        return not index.capital_nouns and index.names_another(word.lemma, before)

    def _words(self, language: str) -> Remembered[Word]:
        known = self._known.get(language)
        if known is None:
            known = self._known[language] = Remembered(partial(self._analyse, language))
        return known

    def _index(self, language: str) -> LanguageIndex:
        index = self._indices.get(language)
        if index is None:
            forms, name = morphology(language), WORDS.format(language)
            if self._added:
                forms = extended(forms, self._added.values(), language)
            if not self._added and has_table(name):
                words = packed(name, Words)
            else:
                words = words_of(self._concepts, forms, language)
            index = LanguageIndex(words, self._concepts, forms, language)
            self._indices[language] = index
        return index

    def _analyse(self, language: str, token: str) -> Word:
        if not token[-1].isalpha():
            return _NOTHING
        index = self._indices.get(language) or self._index(language)
        reading = index.reading(token)
        lower = token.lower()
        form = index.form(reading, lower)
        companions = index.companions(lower)
        if not companions and reading.head is None and not index.may_mean(reading, lower):
            return _NOTHING
        phrases, parted = index.begun(form)
        word = Word(
            meanings=tuple(_unique(index.meanings(reading, lower))),
            lemma=form,
            phrases=phrases,
            companions=companions,
            base=reading.verb if reading.verb in index.bases else None,
            parted=parted,
            completes=by_infinitive(companions),
            either=reading.verb is not None and lower in (reading.verb, f"{reading.verb}s"),
            gerund=reading.verb is not None and lower.endswith(index.gerunds),
            named=index.capital_nouns and token[0].isupper() and not lower.endswith(index.nominal),
        )
        bare = not (word.meanings or word.phrases or companions or word.base)
        return _NOTHING if bare and form not in index.inside_phrases else word

    def _beside(self, tokens: Sequence[str], i: int, kind: str, language: str) -> bool:
        """Return whether a number is so near that a word of change or size is said of it."""
        before, behind = _CHANGE if kind == "change" else _SIZE
        around = (*tokens[max(i - before, 0) : i], *tokens[i + 1 : i + 1 + behind])
        return any(map(self._index(language).is_number, around))


@cache
def lexicon() -> MeasureLexicon:
    """Return the shipped concepts, loaded once."""
    return MeasureLexicon()


def _as_nouns(
    meanings: Sequence[tuple[Meaning, tuple[str, ...]]],
) -> list[tuple[Meaning, tuple[str, ...]]]:
    """Return what a form of a verb means as a noun: "the shooting"."""
    return [
        (msgspec.structs.replace(meaning, kind="noun"), parts)
        if meaning.kind == "verb"
        else (meaning, parts)
        for meaning, parts in meanings
    ]


def _opens_sum(token: str) -> bool:
    return token[0].isdigit() or category(token[0]) == "Sc"


def _unique(
    found: Iterator[tuple[Meaning, tuple[str, ...]]],
) -> Iterator[tuple[Meaning, tuple[str, ...]]]:
    seen = set()
    for meaning, parts in found:
        form = meaning.key, meaning.kind
        if form not in seen:
            seen.add(form)
            yield meaning, parts
