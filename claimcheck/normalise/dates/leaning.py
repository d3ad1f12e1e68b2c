"""Which way the verb next to a date looks: back, or ahead to the coming one."""

from __future__ import annotations

import re
from typing import Literal

from claimcheck.normalise.dates.reading import DatedText, sentence

Leaning = Literal["", "past", "future"]
_WORDS = re.compile(r"[^\W\d_]+")
_CLAUSE = re.compile(r",(?!\d)|[;:()„“”\"–]|\s-\s")
_BESIDE = 8
"""So many words to either side may hold the verb."""


def leaning(dated: DatedText, start: int, end: int) -> Leaning:
    """Return what the nearest verb of the clause says of a date, the one before it first.

    "The firm said it will announce on Tuesday" looks ahead, "The firm, which will close, said
    on Tuesday" looks back.
    """
    left, right = sentence(dated.text, start, end)
    found = _nearest(dated, _before_it(left)[::-1], backwards=True)
    if found:
        return found
    behind = _behind(right)
    found = _nearest(dated, behind)
    looks_back = not dated.words.sets["past_words"].isdisjoint(behind)
    return "" if found == "future" and looks_back else found


def has_beside(dated: DatedText, start: int, end: int, group: str) -> bool:
    """Say whether the clause of a date holds a word of a group."""
    left, right = sentence(dated.text, start, end)
    return not dated.words.sets[group].isdisjoint([*_before_it(left), *_behind(right)])


def _before_it(left: str) -> list[str]:
    """Return the words of the clause that ends before a date."""
    return _WORDS.findall(_CLAUSE.split(left)[-1].lower())[-_BESIDE:]


def _behind(right: str) -> list[str]:
    """Return the words of the clause that goes on behind a date."""
    return _WORDS.findall(_CLAUSE.split(right, maxsplit=1)[0].lower())[:_BESIDE]


def _nearest(dated: DatedText, words: list[str], backwards: bool = False) -> Leaning:
    """Return what the first word says that says anything; `words` go away from the date."""
    sets, looks = dated.words.sets, dated.words.looks
    for i, word in enumerate(words):
        look = looks.get(word)
        if look == "lasting":
            return ""
        if look == "month":
            continue
        if look == "future" or look == "past":
            return look
        if backwards and look == "since":
            return "past"
        beside = words[i + 1 : i + 2] if backwards else words[max(i - 1, 0) : i]
        ended = len(word) > 4 and word.endswith(dated.words.past_endings)
        if ended and sets["lasting_words"].isdisjoint(beside):
            return "past"
    return ""
