"""Dictionary forms and compound parts of words, cheaply and good enough to compare keys.

The known words are those of `data/<language>/lemmas.toml`, of the measures and of the
words of change; unknown words lose what is surely an ending. Nothing here is
linguistically perfect; what counts is that the forms of one word, and only those, come to
the same key.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from claimcheck.extract.words.morphology import Morphology
from claimcheck.lexicon import table

_NOUNS = ("", "_weak", "_sum_nouns", "_size_nouns", "_topic_nouns", "_tally_nouns")
_VERBS = ("_verbs", "_sum_verbs", "_size_verbs", "_topic_verbs")


def lemma(word: str, language: str) -> str:
    """Return the dictionary form of a word in lower case; the word itself if none is known."""
    return morphology(language).reading(word).lemma


def compound_parts(word: str, language: str) -> tuple[str, ...]:
    """Return the dictionary forms of the parts of a compound, left to right.

    A word that is known as a whole, or that has no known last part, is its only part.
    """
    return morphology(language).parts(word)


@cache
def morphology(language: str) -> Morphology:
    """Return the forms of a language, built once."""
    concepts = [concept for domain in table("measures").values() for concept in domain.values()]
    nouns = _words(concepts, language, _NOUNS)
    verbs = _words(concepts, language, _VERBS)
    adjectives = _words(concepts, language, ("_adjectives",))
    claims = table(f"{language}/claims")
    for direction in ("up", "down", "neutral"):
        nouns.update(claims["change"][direction])
        verbs.update(claims["change"][f"{direction}_verbs"])
    for heads in claims["heads"].values():
        nouns.update(heads)
    data = table(f"{language}/lemmas")
    functional = {*claims["names"]["stop_words"], *claims["cues"]["preposition"]}
    return Morphology(
        data,
        known_nouns(nouns),
        known_verbs(verbs, data["verb_last"]),
        adjectives,
        functional.difference(data["full_verbs"]),
    )


@cache
def phrase_openers(language: str) -> frozenset[str]:
    """Return the words that open the phrases of concepts: "military" of "military spending"."""
    concepts = [concept for domain in table("measures").values() for concept in domain.values()]
    nouns = _words(concepts, language, ("",))
    return frozenset(noun.split(" ")[0].lower() for noun in nouns if " " in noun)


def known_nouns(entries: set[str]) -> set[str]:
    """Return the single words among the entries, in lower case."""
    return {entry.lower() for entry in entries if " " not in entry}


def known_verbs(entries: set[str], verb_last: bool) -> set[str]:
    """Return the verbs of the entries, and the bases of the separable ones."""
    verbs = {entry.split(" ")[-1 if verb_last else 0] for entry in entries}
    return verbs | {verb.split("|")[1] for verb in verbs if "|" in verb}


def extended(forms: Morphology, added: Iterable[Mapping[str, Any]], language: str) -> Morphology:
    """Return forms that know the words of the added concepts."""
    concepts = tuple(added)
    verb_last: bool = table(f"{language}/lemmas")["verb_last"]
    return forms.extended(
        known_nouns(_words(concepts, language, _NOUNS)),
        known_verbs(_words(concepts, language, _VERBS), verb_last),
        {word.lower() for word in _words(concepts, language, ("_adjectives",))},
    )


def _words(concepts: Iterable[Mapping[str, Any]], language: str, fields: Iterable[str]) -> set[str]:
    """Return the words of the concepts in some of their fields."""
    names = [f"{language}{field}" for field in fields]
    return {word for concept in concepts for name in names for word in concept.get(name, ())}
