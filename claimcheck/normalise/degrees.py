"""Reads the bare letters of temperatures, "40C" and "104F", in texts that speak of heat."""

from __future__ import annotations

from claimcheck.normalise.language import Language
from claimcheck.normalise.tokens import Tokens

HOTTEST = 4
DEGREES = ("degree", "degree_celsius", "degree_fahrenheit", "kelvin")


def letter_unit(tokens: Tokens, at: int, language: Language) -> str:
    """Return the unit of a letter at token `at` behind digits, or nothing.

    The text has a word of heat, or the letters of two scales behind digits ("40C (104F)").
    """
    unit = language.degree_letters.get(tokens.word(at))
    digits = tokens.word(at - 1)
    whole = digits.partition(".")[0]
    if not unit or not whole.isdecimal() or len(whole) >= HOTTEST:
        return ""
    if tokens.glued(at + 1) and tokens.words[at + 1][0].isalnum():
        return ""
    return unit if _speaks_of_heat(tokens, language) else ""


def _speaks_of_heat(tokens: Tokens, language: Language) -> bool:
    if tokens.heat is None:
        letters = {
            word
            for k, word in enumerate(tokens.words)
            if word in language.degree_letters and tokens.word(k - 1).isdecimal()
        }
        words = {word.lower() for word in tokens.words}
        tokens.heat = len(letters) > 1 or not language.heat_words.isdisjoint(words)
    return tokens.heat
