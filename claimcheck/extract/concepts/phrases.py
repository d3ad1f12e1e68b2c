"""Phrases of concepts in a sentence: "net sales", and verbs around their objects."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.extract.concepts.completions import Word
from claimcheck.extract.concepts.meanings import Meaning, Phrases
from claimcheck.extract.concepts.wordindex import LanguageIndex

_OBJECT = 8
"""How far behind its verb a word may stand that the verb has with it."""


def phrase_at(
    words: list[Word], i: int, phrases: Phrases
) -> tuple[int, tuple[Meaning, ...]] | None:
    """Return the end and the meanings of the longest phrase at `i`; they come longest first."""
    if i + 1 == len(words):
        return None
    for rest, meanings in phrases.get(words[i + 1].lemma, ()):
        end = i + 2 + len(rest)
        if not rest or tuple([word.lemma for word in words[i + 2 : end]]) == rest:
            return end, meanings
    return None


def around_object(
    word: Word, tokens: Sequence[str], i: int, index: LanguageIndex
) -> tuple[Meaning, ...]:
    """Return what a verb at `i` means with words behind its object: "let 140 people go"."""
    near = {token.lower() for token in tokens[i + 1 : i + _OBJECT]}
    for rest, meanings in word.parted:
        if rest[0] not in near:
            continue
        for j in range(i + 1, min(i + _OBJECT, len(tokens) - len(rest) + 1)):
            if not tokens[j][0].isalnum():
                break
            if tokens[j].lower() != rest[0] or not any(map(index.is_number, tokens[i + 1 : j])):
                continue
            behind = [
                index.form(index.reading(t), t.lower()) for t in tokens[j + 1 : j + len(rest)]
            ]
            if tuple(behind) == rest[1:]:
                return meanings
    return ()
