"""Which way the verb next to a date looks: back, or ahead to the coming one."""

from __future__ import annotations

import re
from typing import Literal

from claimcheck.normalise.dates.reading import DatedText, sentence

Leaning = Literal["", "past", "future"]
_WORDS = re.compile(r"[^\W\d_]+")
_CLAUSE = re.compile(r",(?!\d)|[;:()„“”\"–]|\s-\s")
_AHEAD = ("modal_words", "coming_words", "future_words")
_BESIDE = 8
"""So many words to either side may hold the verb."""


def leaning(dated: DatedText, start: int, end: int) -> Leaning:
    """Return what the nearest verb of the clause says of a date, the one before it first.

    "The firm said it will announce on Tuesday" looks ahead, "The firm, which will close, said
    on Tuesday" looks back.
    """
    before_it, behind = _clause(dated, start, end)
    found = _nearest(dated, before_it[::-1], backwards=True)
    if found:
        return found
    found = _nearest(dated, behind)
    looks_back = not dated.words.sets["past_words"].isdisjoint(behind)
    return "" if found == "future" and looks_back else found


def has_beside(dated: DatedText, start: int, end: int, group: str) -> bool:
    """Say whether the clause of a date holds a word of a group."""
    before_it, behind = _clause(dated, start, end)
    return not dated.words.sets[group].isdisjoint([*before_it, *behind])


def _clause(dated: DatedText, start: int, end: int) -> tuple[list[str], list[str]]:
    """Return the words of the clause before and behind a date."""
    left, right = sentence(dated.text, start, end)
    before_it = _WORDS.findall(_CLAUSE.split(left)[-1].lower())
    behind = _WORDS.findall(_CLAUSE.split(right)[0].lower())
    return before_it[-_BESIDE:], behind[:_BESIDE]


def _nearest(dated: DatedText, words: list[str], backwards: bool = False) -> Leaning:
    """Return what the first word says that says anything; `words` go away from the date."""
    sets = dated.words.sets
    for i, word in enumerate(words):
        if word in sets["lasting_words"]:
            return ""
        if word in dated.words.months:
            continue
        if any(word in sets[name] for name in _AHEAD):
            return "future"
        if word in sets["past_words"] or (backwards and dated.words.bounds.get(word) == "since"):
            return "past"
        beside = words[i + 1 : i + 2] if backwards else words[max(i - 1, 0) : i]
        lasts = not sets["lasting_words"].isdisjoint(beside)
        if len(word) > 4 and word.endswith(dated.words.past_endings) and not lasts:
            return "past"
    return ""
