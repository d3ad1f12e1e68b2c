"""Dictionary forms and compound parts of words, cheaply and good enough to compare keys.

The known words are those of `data/<language>/lemmas.toml`, of the measures and of the
words of change; unknown words lose what is surely an ending. Nothing here is
linguistically perfect; what counts is that the forms of one word, and only those, come to
the same key.
"""

from __future__ import annotations

from functools import cache, lru_cache

from claimcheck.extract.morphology import Morphology
from claimcheck.lexicon import table

_MEMORY = 1 << 16


@lru_cache(maxsize=_MEMORY)
def lemma(word: str, language: str) -> str:
    """Return the dictionary form of a word in lower case; the word itself if none is known."""
    return morphology(language).reading(word).lemma


@lru_cache(maxsize=_MEMORY)
def compound_parts(word: str, language: str) -> tuple[str, ...]:
    """Return the dictionary forms of the parts of a compound, left to right.

    A word that is known as a whole, or that has no known last part, is its only part.
    """
    return morphology(language).parts(word)


@cache
def morphology(language: str) -> Morphology:
    """Return the forms of a language, built once."""
    nouns: set[str] = set()
    verbs: set[str] = set()
    adjectives: set[str] = set()
    for domain in table("measures").values():
        for concept in domain.values():
            for form in ("", "_weak", "_sum_nouns"):
                nouns.update(concept.get(f"{language}{form}", ()))
            for form in ("_verbs", "_sum_verbs"):
                verbs.update(concept.get(f"{language}{form}", ()))
            adjectives.update(concept.get(f"{language}_adjectives", ()))
    claims = table(f"{language}/claims")
    for direction in ("up", "down", "neutral"):
        nouns.update(claims["change"][direction])
        verbs.update(claims["change"][f"{direction}_verbs"])
    for heads in claims["heads"].values():
        nouns.update(heads)
    data = table(f"{language}/lemmas")
    return Morphology(
        data,
        known_nouns(nouns),
        known_verbs(verbs, data["verb_last"]),
        adjectives,
        (*claims["names"]["stop_words"], *claims["cues"]["preposition"]),
    )


def known_nouns(entries: set[str]) -> set[str]:
    """Return the single words among the entries, in lower case."""
    return {entry.lower() for entry in entries if " " not in entry}


def known_verbs(entries: set[str], verb_last: bool) -> set[str]:
    """Return the verbs of the entries, and the bases of the separable ones."""
    verbs = {entry.split(" ")[-1 if verb_last else 0] for entry in entries}
    return verbs | {verb.split("|")[1] for verb in verbs if "|" in verb}
