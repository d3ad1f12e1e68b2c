"""Builds what the words of the concepts mean in one language, as `data/lexicon.json` holds it.

To read the forms of ten thousand words takes as long as to read five articles. So `make data`
does it for the shipped concepts, and only settings that add concepts build anew.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from claimcheck.extract.concepts.concept import Concept, concepts_from
from claimcheck.extract.concepts.meanings import TOPIC, Meaning, Meanings, Words
from claimcheck.extract.words.lemma import morphology
from claimcheck.extract.words.morphology import Morphology
from claimcheck.lexicon import languages, table

WORDS = "{}/measure_words"
"""What the words of the shipped concepts are called in `data/lexicon.json`."""
_FORMS = (
    ("", "noun", ""),
    ("_weak", "weak", ""),
    ("_sum_nouns", "noun", "sums"),
    ("_size_nouns", "noun", "sizes"),
    ("_topic_nouns", "noun", TOPIC),
    ("_tally_nouns", "tally", ""),
    ("_adjectives", "adjective", ""),
    ("_verbs", "verb", ""),
    ("_sum_verbs", "verb", "sums"),
    ("_size_verbs", "verb", "sizes"),
    ("_topic_verbs", "verb", TOPIC),
)
"""The fields of concepts for words of a language, each with their kind and `Meaning.only`."""


def words_of(concepts: Mapping[str, Concept], forms: Morphology, language: str) -> Words:
    """Return what the words of these concepts mean in a language."""
    return _Builder(concepts, forms, language).words()


def shipped() -> dict[str, Words]:
    """Return what the words of the shipped concepts mean, by the name that it is packed under."""
    concepts = concepts_from(table("measures"), {})
    return {
        WORDS.format(language): words_of(concepts, morphology(language), language)
        for language in languages()
    }


def auxiliary_forms(language: str) -> dict[str, str]:
    """Return the verbs of the irregular forms of auxiliaries: "be" of "were"."""
    data = table(f"{language}/lemmas")
    return {form: verb for verb in data["auxiliaries"] for form in data["irregular"][verb]}


class _Builder:
    """Collects the words of all concepts of one language, by their dictionary forms."""

    def __init__(self, concepts: Mapping[str, Concept], forms: Morphology, language: str) -> None:
        self._forms = forms
        self._language = language
        self._nouns: dict[str, Meanings] = {}
        self._verbs: dict[str, Meanings] = {}
        self._adjectives: dict[str, Meanings] = {}
        self._phrases: dict[tuple[str, ...], Meanings] = {}
        self._completions: dict[tuple[str, ...], dict[str, Meanings]] = {}
        self._particles: set[str] = set()
        self._comparatives: dict[str, int] = {}
        self._be = auxiliary_forms(language)
        self._verb_last: bool = table(f"{language}/lemmas")["verb_last"]
        claims = table(f"{language}/claims")
        # of the two meanings of "victory" the one that is counted comes first, the event last
        for concept in sorted(concepts.values(), key=lambda concept: concept.event):
            self._add_concept(concept)
        for idiom in claims["idioms"]["verbs"]:
            self._add_verb(idiom, None)
        for idiom in claims["idioms"]["nouns"]:
            self._add(self._nouns, idiom, None)
        self._add_changes(claims["change"])

    def words(self) -> Words:
        """Return all that was collected; meanings that several words have are there once."""
        said: dict[Meanings, int] = {}

        def number(meanings: Meanings) -> int:
            return said.setdefault(meanings, len(said))

        def numbers(index: Mapping[str, Meanings]) -> dict[str, int]:
            return {word: number(meanings) for word, meanings in index.items()}

        phrases = {phrase: number(meanings) for phrase, meanings in self._phrases.items()}
        companions = {words: numbers(by_verb) for words, by_verb in self._completions.items()}
        return Words(
            nouns=numbers(self._nouns),
            verbs=numbers(self._verbs),
            adjectives=numbers(self._adjectives),
            phrases=_by_first(phrases),
            companions=_by_first(companions),
            inside_phrases=frozenset(form for phrase in phrases for form in phrase),
            bases=frozenset(verb for by_verb in companions.values() for verb in by_verb),
            particles=frozenset(self._particles),
            comparatives=self._comparatives,
            meanings=tuple(said),
        )

    def _add_concept(self, concept: Concept) -> None:
        for form, kind, only in _FORMS:
            entries = concept.words.get(self._language + form)
            if not entries:
                continue
            meaning = _meaning(concept, kind, only)
            index = self._adjectives if kind == "adjective" else self._nouns
            for entry in entries:
                if kind == "verb":
                    self._add_verb(entry, meaning)
                else:
                    self._add(index, entry, meaning)

    def _add_changes(self, change: Mapping[str, list[str]]) -> None:
        for name, direction in (("up", 1), ("down", -1), ("neutral", 0)):
            meaning = Meaning("change", "change", direction)
            for noun in change[name]:
                self._add(self._nouns, noun, meaning)
            for verb in change[f"{name}_verbs"]:
                self._add_verb(verb, meaning)
            for word in change.get(f"{name}_words", ()):
                self._comparatives[word] = direction

    def _add(self, index: dict[str, Meanings], word: str, meaning: Meaning | None) -> None:
        lower = word.lower()
        if " " in lower:
            *before, last = word.split(" ")
            start = tuple(map(self._form, before))
            for form in self._forms_of(last) if index is self._nouns else [self._form(last)]:
                phrase = (*start, form)
                self._phrases[phrase] = _with(self._phrases.get(phrase, ()), meaning)
        else:
            index[lower] = _with(index.get(lower, ()), meaning)

    def _form(self, part: str) -> str:
        return self._be.get(part.lower()) or self._forms.reading(part).lemma

    def _forms_of(self, noun: str) -> list[str]:
        """Return the dictionary forms of a noun and of its plurals, where those are listed too.

        Else "office worker" is no "office workers" beside "workers", nor is "illegal crossing"
        a form of "illegal crossings" beside "to cross".
        """
        plurals = self._forms.plurals(noun.lower())
        forms = [reading.lemma for reading in map(self._forms.reading, plurals) if reading.noun]
        return list(dict.fromkeys([self._form(noun), *forms]))

    def _add_verb(self, entry: str, meaning: Meaning | None) -> None:
        *before, last = entry.split(" ")
        if "|" in last:
            particle, verb = last.split("|")
            self._particles.add(particle)
            self._add_verb(" ".join([*before, particle + verb]), meaning)
            self._add_completion((*map(str.lower, before), particle), verb, meaning)
            if before:  # what "nahm … an" says without "Gesetz" is another verb than "nahm"
                self._add_completion((particle,), verb, None)
            if before and meaning is not None:
                self._add(self._verbs, entry.replace("|", ""), meaning)
        elif " " not in entry:
            self._add(self._verbs, entry, meaning)
        elif self._verb_last:
            *rest, verb = entry.split(" ")
            self._add_completion(tuple(part.lower() for part in rest), verb, meaning)
        else:
            self._add(self._verbs, entry, meaning)

    def _add_completion(self, words: tuple[str, ...], verb: str, meaning: Meaning | None) -> None:
        by_verb = self._completions.setdefault(words, {})
        by_verb[verb] = _with(by_verb.get(verb, ()), meaning)


def _meaning(concept: Concept, kind: str, only: str) -> Meaning:
    """Return what a word of a concept says."""
    if kind == "adjective":
        measured = concept.units.isdisjoint(("person", "count", "date", "percent"))
        return Meaning(concept.key, kind, beside_number=measured, only="sizes" if measured else "")
    if kind == "noun" and concept.entity:
        kind = "entity"
    if kind == "tally":  # "enrolment" is never just mentioned, as students are
        kind = "noun"
    return Meaning(concept.key, kind, only=only)


def _with(meanings: Meanings, meaning: Meaning | None) -> Meanings:
    """Return the meanings with one more; None is that of an idiom, which measures nothing."""
    return meanings if meaning is None else (*meanings, meaning)


def _by_first(phrases: Mapping[tuple[str, ...], Any]) -> dict[str, msgspec.Raw]:
    """Group phrases by their first word, longest first, to be decoded when it comes."""
    groups: dict[str, list[Any]] = {}
    for phrase, said in phrases.items():
        groups.setdefault(phrase[0], []).append((phrase[1:], said))
    return {
        first: msgspec.Raw(msgspec.json.encode(sorted(rows, key=lambda row: -len(row[0]))))
        for first, rows in groups.items()
    }
