"""Which way the verb next to a date looks: back, or ahead to the coming one."""

from __future__ import annotations

import re
from typing import Literal

from claimcheck.normalise.reading import Place, sentence

Leaning = Literal["", "past", "future"]
_WORDS = re.compile(r"[^\W\d_]+")
_CLAUSE = re.compile(r"[,;:()„“”\"–]|\s-\s")
_BESIDE = 8
"""So many words to either side may hold the verb."""


def leaning(place: Place, start: int, end: int) -> Leaning:
    """Return what the nearest verb of the clause says of a weekday, the one before it first.

    "The firm said it will announce on Tuesday" looks ahead, "The firm, which will close, said
    on Tuesday" looks back.
    """
    left, right = sentence(place.text, start, end)
    before_it = _WORDS.findall(_CLAUSE.split(left)[-1].lower())[-_BESIDE:]
    if any(place.words.bounds.get(word) == "since" for word in before_it):
        return "past"
    found = _nearest(place, before_it, backwards=True)
    if found:
        return found
    return _nearest(place, _WORDS.findall(_CLAUSE.split(right)[0].lower())[:_BESIDE])


def _nearest(place: Place, words: list[str], backwards: bool = False) -> Leaning:
    sets = place.words.sets
    order = range(len(words) - 1, -1, -1) if backwards else range(len(words))
    for i in order:
        word = words[i]
        if word in sets["lasting_words"]:
            return ""
        if word in sets["modal_words"] or word in sets["coming_words"]:
            return "future"
        if word in sets["past_words"]:
            return "past"
        endings = place.words.past_endings
        lasts = i > 0 and words[i - 1] in sets["lasting_words"]
        if len(word) > 4 and word.endswith(endings) and not lasts:
            return "past"
    return ""
