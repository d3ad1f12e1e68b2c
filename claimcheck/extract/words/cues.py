"""Cue words: the words that tell aspect, modality, speaker and scope.

`data/<language>/claims.toml` lists them by tag; a sentence is looked up once, and the
small modules beside this one read the tags. "schlug … vor" is a word whose other part
ends its clause.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

import msgspec

from claimcheck.extract.words.lemma import compound_parts, lemma
from claimcheck.extract.words.remembered import Remembered
from claimcheck.lexicon import table

_GAP = "…"
_REACH = 16
"""How many tokens further on the other part of a word can stand."""
_STOPS = frozenset('.!?,;:–—()„“”"»«')


class Cue(msgspec.Struct, frozen=True, gc=False):
    """A cue word or phrase: tokens [first, last), and its tags."""

    first: int
    last: int
    tags: frozenset[str]


class _Entry(msgspec.Struct, frozen=True, gc=False):
    """The cues that start with one word: itself, and phrases by their second word."""

    single: bool
    tags: frozenset[str]
    """Those of the word alone, if it is `single`."""
    longer: Mapping[str, Sequence[tuple[tuple[str, ...], frozenset[str]]]]
    parted: Mapping[str, frozenset[str]] = {}
    """Tags that the word has where its clause ends in another one."""


class CueTable:
    """The cue words of one language, by their first word."""

    def __init__(self, lists: dict[str, list[str]], language: str) -> None:
        self.language = language
        self._phrases: dict[str, dict[tuple[str, ...], set[str]]] = {}
        self._small = frozenset(lists.get("uncapitalised", ()))
        self._parted: dict[str, dict[str, set[str]]] = {}
        self._known: Remembered[_Entry | None] = Remembered(self._look_up)
        for tag, entries in lists.items():
            for entry in entries:
                words = tuple(entry.lower().split())
                if _GAP in words:
                    before, part = words[0], words[-1]
                    self._parted.setdefault(before, {}).setdefault(part, set()).add(tag)
                    continue
                self._phrases.setdefault(words[0], {}).setdefault(words, set()).add(tag)

    def find(self, words: Sequence[str]) -> list[Cue]:
        """Return the cues in a tokenised sentence, left to right, longest first."""
        found: list[Cue] = []
        end, size = 0, len(words)
        for i, entry in enumerate(map(self._known.__getitem__, words)):
            if entry is None or i < end:
                continue
            if entry.longer and i + 1 < size and words[i + 1].lower() in entry.longer:
                cue = _longest(entry, words, i)
            else:
                cue = Cue(i, i + 1, entry.tags) if entry.single else None
            if entry.parted:
                tags = _parted(entry, words, i)
                if tags:
                    cue = Cue(i, i + 1, tags)
            if cue is not None:
                found.append(cue)
                end = cue.last
        return found

    def tags(self, word: str) -> frozenset[str]:
        """Return the tags of a word alone."""
        entry = self._known[word]
        return entry.tags if entry is not None else frozenset()

    def _look_up(self, word: str) -> _Entry | None:
        """Return what starts with `word`."""
        lower = word.lower()
        if lower in self._small and word != lower:
            return None
        phrases = self._phrases.get(lower)
        single: set[str] | None = None
        longer: dict[str, list[tuple[tuple[str, ...], frozenset[str]]]] = {}
        if phrases is None:
            form = lemma(lower, self.language).lower()
            single = self._phrases.get(form, {}).get((form,))
        else:
            single = phrases.get((lower,))
            for words in sorted(phrases, key=len, reverse=True):
                if len(words) > 1:
                    rows = longer.setdefault(words[1], [])
                    rows.append((words[2:], frozenset(phrases[words])))
        parted = {part: frozenset(tags) for part, tags in self._parted.get(lower, {}).items()}
        if single or longer or parted:
            return _Entry(bool(single), frozenset(single or ()), longer, parted)
        return None


def _parted(entry: _Entry, words: Sequence[str], i: int) -> frozenset[str] | None:
    """Return the tags that the word has because of the one that its clause ends in."""
    last = i
    for word in words[i + 1 : i + _REACH]:
        if word in _STOPS:
            break
        last += 1
    return entry.parted.get(words[last].lower())


def _longest(entry: _Entry, words: Sequence[str], i: int) -> Cue | None:
    for rest, tags in entry.longer[words[i + 1].lower()]:
        last = i + 2 + len(rest)
        if not rest or tuple([word.lower() for word in words[i + 2 : last]]) == rest:
            return Cue(i, last, tags)
    return Cue(i, i + 1, entry.tags) if entry.single else None


@cache
def cues(language: str) -> CueTable:
    """Return the cue words of a language, from the `[cues]` of its `claims.toml`."""
    return CueTable(table(f"{language}/claims")["cues"], language)


def names_level(word: str, language: str) -> bool:
    """Return whether a number can lie so much above what a word names: "Vorjahreswert"."""
    last = (compound_parts(word, language) or (word,))[-1]
    return "level_noun" in cues(language).tags(last)
