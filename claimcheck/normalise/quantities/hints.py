"""Tells of words beside a number that they say nothing, so that no rule has to be asked there.

Most numbers stand between words that no rule waits for ("auf 120 Tieren"): one look in a table
spares thirty. A rule that a new group of words is given to must have them here too; a test holds
what is read with these tables equal to what is read without.
"""

from __future__ import annotations

from functools import cache

from claimcheck.normalise.language import Language
from claimcheck.normalise.measured.units import FEET, INCHES
from claimcheck.normalise.numbers.digits import DASHES, MINUS
from claimcheck.normalise.tokens import Remembered

_SIGNS = frozenset({*DASHES, *MINUS, "–", "+", "("})
"""What may be the sign of a number right behind it."""


class Hints:
    """What single words of one language mean right before or behind a number."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self.ends = Remembered(self._ends).__getitem__
        """Whether a word behind is no unit, money, suffix, share or anything but a noun."""
        self.apart = Remembered(self._apart).__getitem__
        """Whether a word behind is no letter for a scale, no bracket and opens no range."""
        self.touches = Remembered(self._touches).__getitem__
        """Whether a word before may be a sign, a bracket, money or a unit."""
        self.hedges = Remembered(self._hedges).__getitem__
        """Whether a word before may be a hedge, or an article with one before it."""
        self.aged = Remembered(self._aged).__getitem__
        """Whether a word before may tell that a number is an age."""
        self.leads_one = Remembered(self._leads_one).__getitem__
        """Whether a word before an article may make it a number."""
        self.passes = Remembered(self._passes).__getitem__
        """Whether a word behind an article, which names no unit, makes no number of it either."""

    def _ends(self, word: str) -> bool:
        language, low = self._language, word.lower()
        groups = language.words
        return not (
            word in ("s", "x", "×")
            or word in DASHES
            or word in FEET
            or word in INCHES
            or self._names_unit(word, low)
            or word in language.degree_letters
            or word in language.size_symbols
            or word in language.rated
            or language.symbols.begins(word)
            or language.money_signs.begins(word)
            or language.zero.begins(word)
            or word in language.suffixes
            or low in language.suffixes
            or word in groups["mark_endings"]
            or word in language.decade_open
            or language.ages.after.begins(low)
            or language.out_of.begins(low)
            or low in language.partitive
            or language.partitive_pronouns.begins(low)
            or any(low in groups[name] for name in _BEHIND)
        )

    def _apart(self, word: str) -> bool:
        language = self._language
        scaled = word in language.letters or word == "("
        return not (scaled or word.lower() in language.range_starts)

    def _touches(self, word: str) -> bool:
        language, low = self._language, word.lower()
        return (
            word in _SIGNS
            or self._names_unit(word, low)
            or language.money_before.begins(word)
            or word in language.large_signs
            or language.plus_minus_back.begins(low)
            or word in language.units_before
            or low in language.words["minus"]
            or (low in language.words["of_words"] and not language.exact_case)
        )

    def _hedges(self, word: str) -> bool:
        language, low = self._language, word.lower()
        dashed = word != "" and word in DASHES
        return dashed or language.before.begins(low) or low in language.words["determiners"]

    def _aged(self, word: str) -> bool:
        language, low, ages = self._language, word.lower(), self._language.ages
        phrases = (ages.before, ages.died, ages.told, ages.said)
        named = word in ages.leading or low in ages.leading
        aside = word in ("(", ",") or low in language.words["of_words"]
        return named or aside or any(table.begins(low) for table in phrases)

    def _leads_one(self, word: str) -> bool:
        language, low = self._language, word.lower()
        known = word in language.words["and"] or low in language.words["befallen"]
        return known or low in language.data["only"] or language.before.begins(low)

    def _passes(self, word: str) -> bool:
        return word != "," and word.lower() not in self._language.words["befalls"]

    def _names_unit(self, word: str, low: str) -> bool:
        """Tell whether a word may open a unit or money, in any spelling; capitals are no hint."""
        language = self._language
        begins = (language.unit_names.begins, language.money.begins)
        named = any(begin(form) for begin in begins for form in (word, low))
        return named or word in language.small_nouns or (len(word) > 1 and word.isupper())


_BEHIND = ("of_words", "made_of", "plus", "cross_words", "times_words")


@cache
def hints(language: Language) -> Hints:
    """Return the hints of a language."""
    return Hints(language)
