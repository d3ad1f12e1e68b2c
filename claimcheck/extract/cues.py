"""Cue words: the words that tell aspect, modality, speaker and scope.

`data/<language>/claims.toml` lists them by tag; a sentence is looked up once, and the
small modules beside this one read the tags.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

import msgspec

from claimcheck.extract.lemma import lemma
from claimcheck.lexicon import table


class Cue(msgspec.Struct, frozen=True):
    """A cue word or phrase: tokens [first, last), and its tags."""

    first: int
    last: int
    tags: frozenset[str]


class CueTable:
    """The cue words of one language, by their first word."""

    def __init__(self, lists: dict[str, list[str]], language: str) -> None:
        self.language = language
        self._phrases: dict[str, dict[tuple[str, ...], set[str]]] = {}
        self._longest = 1
        for tag, entries in lists.items():
            for entry in entries:
                words = tuple(entry.lower().split())
                self._longest = max(self._longest, len(words))
                self._phrases.setdefault(words[0], {}).setdefault(words, set()).add(tag)

    def find(self, words: Sequence[str]) -> list[Cue]:
        """Return the cues in a tokenised sentence, left to right, longest first."""
        return list(self._find([word.lower() for word in words]))

    def _find(self, lower: list[str]) -> Iterator[Cue]:
        i = 0
        while i < len(lower):
            cue = self._at(lower, i)
            if cue is None:
                i += 1
            else:
                yield cue
                i = cue.last

    def _at(self, lower: list[str], i: int) -> Cue | None:
        word = lower[i]
        phrases = self._phrases.get(word)
        if phrases is None:
            phrases = self._phrases.get(lemma(word, self.language).lower())
            single = None if phrases is None else {k: v for k, v in phrases.items() if len(k) == 1}
            if not single:
                return None
            (tags,) = single.values()
            return Cue(i, i + 1, frozenset(tags))
        for width in range(min(self._longest, len(lower) - i), 0, -1):
            tags_ = phrases.get(tuple(lower[i : i + width]))
            if tags_ is not None:
                return Cue(i, i + width, frozenset(tags_))
        return None


@cache
def cues(language: str) -> CueTable:
    """Return the cue words of a language, from the `[cues]` of its `claims.toml`."""
    return CueTable(table(f"{language}/claims")["cues"], language)
