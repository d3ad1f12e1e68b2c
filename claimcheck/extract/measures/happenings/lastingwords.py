"""The words for what lasts: "Prozess", "stood still", "in Quarantäne", with their concepts.

They are the `lasting` fields of the concepts. A compound of such a word and one for a time is
one as well ("Quarantänepflicht"), and a word is analysed once.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache, partial
from itertools import chain

import msgspec

from claimcheck.extract.concepts.lexicon import MeasureLexicon
from claimcheck.extract.words.lemma import known_nouns, known_verbs, morphology
from claimcheck.extract.words.remembered import Remembered
from claimcheck.lexicon import table

_MEMO = 64
_Keys = tuple[str, ...]


class LastingWord(msgspec.Struct, frozen=True, gc=False):
    """What one word says of what lasts: the concepts of its length, likelier ones first."""

    keys: _Keys = ()
    acts: _Keys = ()
    """Those that it says as a verb or an adjective."""
    phrases: tuple[tuple[tuple[str, ...], _Keys], ...] = ()
    """The words behind it that complete a phrase, longest first, and the concepts of all."""
    parted: tuple[tuple[str, _Keys], ...] = ()
    """Words of its clause that complete the verb: "standen … still"."""


NOTHING = LastingWord()


class TimesTold(msgspec.Struct, frozen=True, gc=False):
    """Words beside times that are no lengths, of the `[lasting]` of a language."""

    window: frozenset[str]
    window_in: frozenset[str]
    window_word: frozenset[str]
    ago: frozenset[str]
    ago_behind: frozenset[str]
    long: frozenset[str]


@cache
def times_told(language: str) -> TimesTold:
    """Return the words beside times in which something happens, or since when."""
    rows = table(f"{language}/claims").get("lasting", {})
    return TimesTold(*(frozenset(rows.get(name, ())) for name in TimesTold.__struct_fields__))


@lru_cache(_MEMO)
def lasting_words(lexicon: MeasureLexicon, language: str) -> Remembered[LastingWord]:
    """Return the table of what each word of a language says of what lasts."""
    return Remembered(partial(_read, _Index(lexicon, language)))


class _Index:
    """The words of one language by their dictionary forms."""

    def __init__(self, lexicon: MeasureLexicon, language: str) -> None:
        self.nouns: dict[str, _Keys] = {}
        self.small: dict[str, _Keys] = {}
        """Adjectives and adverbs, where only nouns have capitals."""
        self.verbs: dict[str, _Keys] = {}
        self.phrases: dict[str, list[tuple[tuple[str, ...], _Keys]]] = {}
        self.parted: dict[str, list[tuple[str, _Keys]]] = {}
        self.lengths = frozenset(table(f"{language}/claims").get("lasting", {}).get("lengths", ()))
        known = morphology(language)
        self._verb_last: bool = table(f"{language}/lemmas")["verb_last"]
        nouns = list(_entries(lexicon, f"{language}_lasting"))
        verbs = list(_entries(lexicon, f"{language}_lasting_verbs"))
        for key, entry in nouns:
            small = known.capital_nouns and entry[0].islower()
            self._add(self.small if small else self.nouns, entry.lower(), key)
        for key, entry in verbs:
            self._add_verb(entry, key)
        for rows in self.phrases.values():
            rows.sort(key=lambda row: -len(row[0]))
        self.forms = known.extended(
            known_nouns({entry for _, entry in nouns if entry.lower() in self.nouns}),
            known_verbs({entry for _, entry in verbs}, self._verb_last),
            self.small.keys(),
        )

    def _add(self, words: dict[str, _Keys], entry: str, key: str) -> None:
        first, *rest = entry.split(" ")
        if rest:
            self.phrases.setdefault(first, []).append((tuple(rest), (key,)))
        else:
            words[first] = (*words.get(first, ()), key)

    def _add_verb(self, entry: str, key: str) -> None:
        particle, _, base = entry.rpartition("|" if "|" in entry else " ")
        if particle and self._verb_last:
            self.parted.setdefault(base, []).append((particle, (key,)))
            self._add(self.verbs, f"{particle}{base}", key)
        else:
            self._add(self.verbs, entry, key)


def _entries(lexicon: MeasureLexicon, field: str) -> Iterator[tuple[str, str]]:
    """Yield the entries of a field of all concepts, with the concepts' keys."""
    for concept in lexicon.concepts:
        for entry in concept.words.get(field, ()):
            yield concept.key, entry


def _read(index: _Index, word: str) -> LastingWord:
    """Return what a word says, by its dictionary form or the last part of a compound."""
    if not word[-1].isalpha():
        return NOTHING
    forms, lower = index.forms, word.lower()
    reading = forms.reading(word)
    names: list[str | None] = [lower, reading.noun or reading.lemma, reading.adjective]
    acting = not forms.capital_nouns or word[0].islower()
    found: _Keys = ()
    if not (forms.capital_nouns and acting):
        if reading.head in index.lengths:
            names.append((forms.first_parts(reading.first) or (reading.first,))[-1])
        found = _meant(index.nouns, [*names, reading.head])
    verb = reading.verb if acting else None
    acts = _meant(index.small, names) or (index.verbs.get(verb, ()) if verb else ())
    opened = [index.phrases.get(form, ()) for form in {lower, verb or lower}]
    parted = index.parted.get(verb, ()) if verb else ()
    if not (found or acts or parted or any(opened)):
        return NOTHING
    return LastingWord(found, acts, tuple(chain.from_iterable(opened)), tuple(parted))


def _meant(words: dict[str, _Keys], names: list[str | None]) -> _Keys:
    """Return the concepts of the first form that has some."""
    return next((words[name] for name in names if name in words), ())
