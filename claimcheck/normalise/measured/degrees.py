"""Reads the bare letters of temperatures, "40C" and "104F", in texts that speak of heat."""

from __future__ import annotations

from claimcheck.normalise.language import Language
from claimcheck.normalise.numbers.digits import DASHES
from claimcheck.normalise.tokens import Tokens

HOTTEST = 4
"""Digits that no temperature has."""
HOT = 130
"""Above what degrees of the air have three digits."""
DEGREES = ("degree", "degree_celsius", "degree_fahrenheit", "kelvin")


def letter_unit(tokens: Tokens, at: int, language: Language) -> str:
    """Return the unit of a letter at token `at` behind digits, or nothing.

    The text has a word of heat, or the letters of two scales behind digits ("40C (104F)").
    """
    unit = language.degree_letters.get(tokens.word(at))
    digits = tokens.word(at - 1)
    whole = digits.partition(language.decimal)[0]
    if not unit or not whole.isdecimal() or len(whole) >= HOTTEST:
        return ""
    if tokens.glued(at + 1) and _goes_on(tokens, at + 1):
        return ""
    alone = tokens.words[at].isupper() and _measures(tokens, at - 1, language)
    return unit if alone or _speaks_of_heat(tokens, language) else ""


def _goes_on(tokens: Tokens, at: int) -> bool:
    """Tell whether a letter is part of a longer name ("5Cs", "F-16", "15 C-suite jobs")."""
    behind = tokens.words[at + 1][:1]
    joined = behind.isdecimal() or (behind.isalpha() and not tokens.glued(at - 1))
    return tokens.words[at][0].isalnum() or (tokens.words[at] in DASHES and joined)


def _measures(tokens: Tokens, at: int, language: Language) -> bool:
    """Tell whether digits before a letter of a scale are surely no number of a seat or a type.

    They have decimals or a sign ("1.5C", "-5C"), or follow a word that opens a measure ("at 25C").
    """
    before = tokens.word(at - 1)
    if language.decimal in tokens.words[at] or (before in ("-", "−") and not tokens.glued(at - 1)):
        return True
    if before in language.words["minus"] and language.degree_letters:
        return True  # "minus 5 C"
    digits, letter = tokens.words[at], tokens.words[at + 1]
    hot = letter in language.hot_letters and digits.isdecimal() and int(digits) < HOT
    whole = digits.isdecimal() and (len(digits) == 2 or (hot and len(digits) == 3))
    led = at == 0 or _opened(before, language)
    if not led and at > 2 and tokens.words[at - 2] in language.degree_letters:
        led = at == 3 or _opened(tokens.word(at - 4), language)  # "between 20C and 25C"
    hot = letter in language.hot_letters and at > 0 and _ends(tokens, at + 2, language)
    return whole and led and (tokens.glued(at + 1) or hot)


def _ends(tokens: Tokens, at: int, language: Language) -> bool:
    """Tell whether no noun may follow a letter: "below 40 F in", no "from 12 F students"."""
    word = tokens.words[at]
    return tokens.barrier(at) or not word[:1].isalpha() or word in language.function_words


def _opened(word: str, language: Language) -> bool:
    """Tell whether a word opens a measure: "at", "nearly"."""
    return word.lower() in language.degree_openers or language.before.begins(word.lower())


def _speaks_of_heat(tokens: Tokens, language: Language) -> bool:
    if tokens.heat is None:
        letters = {
            word
            for k, word in enumerate(tokens.words)
            if word in language.degree_letters and tokens.word(k - 1).replace(".", "").isdecimal()
        }
        words = {word.lower() for word in tokens.words}
        tokens.heat = len(letters) > 1 or not language.heat_words.isdisjoint(words)
    return tokens.heat
