"""Tells times that are none of the day: what something took, "2:07:55", and the clock of a game."""

from __future__ import annotations

from collections.abc import Sequence

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


def lasts(parts: Sequence[str]) -> bool:
    """Tell whether digits joined by colons are a race time: "2:07:55", "1:43,21".

    "14:07:55" may be a time of day and "3:1" a score: neither is one.
    """
    first, *later = parts
    whole, _, places = later[-1].replace(",", ".").partition(".")
    if not first.isdecimal() or not (not places or places.isdecimal()):
        return False
    if any(len(p) != 2 or not p.isdecimal() or p > "59" for p in (*later[:-1], whole)):
        return False
    if places == "000":
        return False  # a scale of 1:50.000
    if len(later) == 2:
        return len(first) == 1
    return len(later) == 1 and 0 < len(places) < 4 and len(first) < 3
