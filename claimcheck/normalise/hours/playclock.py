"""Tells the clock of a game from times of day: "4:08 to go", "at 2:56 of the sixth round"."""

from __future__ import annotations

from claimcheck.normalise.language import Language
from claimcheck.normalise.tokens import Tokens


def is_left(tokens: Tokens, at: int, language: Language) -> bool:
    """Tell whether the words from `at` on say that so much of a game is left ("to play")."""
    return not tokens.barrier(at) and language.clock_left.match(tokens.words, at) is not None


def is_of_play(tokens: Tokens, at: int, language: Language) -> bool:
    """Tell whether the words from `at` on name what the clock runs in ("of the second half")."""
    words = language.words
    if tokens.barrier(at) or tokens.word(at).lower() not in words["of_words"]:
        return False
    if tokens.word(at + 1).lower() not in language.articles | words["determiners"]:
        return False
    return any(word.lower() in words["clock_of"] for word in tokens.words[at + 2 : at + 4])
