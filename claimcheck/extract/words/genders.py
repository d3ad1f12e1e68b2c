"""The gender of nouns and the number of their forms, in languages that have them as data."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from claimcheck.extract.words.remembered import Remembered
from claimcheck.lexicon import has_table, table

MASCULINE, FEMININE, NEUTER, PLURAL = 1, 2, 4, 8
LETTERS = {"m": MASCULINE, "f": FEMININE, "n": NEUTER, "p": PLURAL}
"""What a form can be, in the data: a gender in the singular, or a plural."""
SINGULAR = MASCULINE | FEMININE | NEUTER
ANY = SINGULAR | PLURAL
SHORTEST = 3
"""How many letters the last part of a compound has at least."""
_CASES = {"n": PLURAL, "s": MASCULINE | NEUTER, "es": MASCULINE | NEUTER}
"""Endings of the dative and the genitive, and of what."""
Code = tuple[int, int]
"""What a form can be in the nominative, and in any case."""


class Genders:
    """What the forms of nouns can be, by their last part or their ending."""

    def __init__(
        self, forms: Mapping[str, int], words: Mapping[str, int], endings: Mapping[str, int]
    ) -> None:
        self._forms = forms
        self._tails = frozenset(form[-SHORTEST:] for form in forms)
        self._words = words
        self._endings: dict[str, list[tuple[str, int]]] = {}
        for ending, code in endings.items():
            self._endings.setdefault(ending[-1], []).append((ending, code))

    def of(self, word: str) -> Code:
        """Return what a noun can be; (0, 0) where nothing is known of it."""
        form = word.lower()
        code = self.nominative(form)
        if code and not (code == PLURAL and form.endswith("s")):
            return code, code  # but "Parks" are several, or somebody's who owns one
        for ending, of in _CASES.items():
            if form.endswith(ending):
                base = self.nominative(form[: -len(ending)]) & of
                if base:
                    return code, code | base
        return code, code

    def nominative(self, form: str) -> int:
        """Return what a form can be in the nominative; 0 for nothing that is known."""
        if form in self._words:
            return self._words[form]
        if form[-SHORTEST:] in self._tails:
            forms = self._forms
            for i in range(len(form) - SHORTEST + 1):
                code = forms.get(form[i:])
                if code is not None:
                    return code
        for ending, code in self._endings.get(form[-1:], ()):
            if form.endswith(ending):
                return code
        return 0


@cache
def genders(language: str) -> Remembered[Code] | None:
    """Return what the nouns of a language can be; None where its nouns have no gender."""
    if not has_table(f"{language}/genders"):
        return None
    data = table(f"{language}/genders")
    return Remembered(Genders(*(_codes(data[part]) for part in ("forms", "words", "endings"))).of)


def _codes(rows: Mapping[str, list[str]]) -> dict[str, int]:
    return {
        form: code for letters, row in rows.items() for code in [code_of(letters)] for form in row
    }


def code_of(letters: str) -> int:
    """Return the code of letters in the data."""
    return sum(LETTERS[letter] for letter in letters)
