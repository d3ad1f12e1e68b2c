"""Which names stand behind what somebody is: "Finanzchefin Dora Kramp", "chairman Paul Ray"."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from claimcheck.extract.words.genders import FEMININE, MASCULINE, SINGULAR, genders
from claimcheck.extract.words.grammar import grammar
from claimcheck.extract.words.usage import shapes
from claimcheck.model import Named


class Titled:
    """Tells whether a name of several words comes with a title somewhere in a document."""

    def __init__(self, sentences: Sequence[Sequence[str]], language: str) -> None:
        """`sentences` are the words of all sentences."""
        self._sentences = sentences
        self._language = language
        self._known: dict[str, bool] = {}

    def __contains__(self, name: Named) -> bool:
        found = self._known.get(name.key)
        if found is None:
            found = " " in name.key and self._is_titled(name.text.split()[0])
            self._known[name.key] = found
        return found

    def genders(self, pairs: Iterable[tuple[str, str]]) -> Mapping[str, int]:
        """Return what a pronoun for somebody can be, by each word behind titles.

        `pairs` are the words side by side that have a capital letter, in all sentences.
        "Kanzlerin Merkel" tells it of Merkel, "Minister Raab" and "Ministerin Raab" of nobody.
        """
        nouns = genders(self._language)
        if nouns is None:
            return {}
        found: dict[str, int] = {}
        for before, word in pairs:
            if not self._is_title(before):
                continue
            code = nouns[before][1] & SINGULAR
            if code in (MASCULINE, FEMININE):
                lower = word.lower()
                found[lower] = found.get(lower, 0) | code
        return {word: code for word, code in found.items() if code in (MASCULINE, FEMININE)}

    def _is_titled(self, first: str) -> bool:
        """Return whether a name's first word stands behind a title."""
        before = {
            words[at - 1]
            for words in self._sentences
            if first in words
            for at in range(1, len(words))
            if words[at] == first
        }
        return any(map(self._is_title, before))

    def _is_title(self, word: str) -> bool:
        """Return whether a word is somebody's title, and no kind of company ("Konzern")."""
        lower = word.lower()
        if lower.endswith(grammar(self._language).company_nouns):
            return False
        return lower in _titles(self._language) or shapes(self._language)[word].role


@cache
def _titles(language: str) -> frozenset[str]:
    """Return the words that titles end in: "executive" of "chief executive"."""
    return frozenset(role.split()[-1] for role in grammar(language).roles)
