"""What names of people are made of: first names, and the small words before last names."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache

from claimcheck.extract.words.genders import FEMININE, MASCULINE
from claimcheck.lexicon import table
from claimcheck.normalise.quantities.firstnames import first_names


@cache
def _first_names() -> Mapping[str, int]:
    """Return the known first names, by whether men or women have them."""
    codes = {"m": MASCULINE, "f": FEMININE}
    return {name: codes[letter] for name, letter in first_names().items()}


def first_name(word: str) -> int:
    """Return what a word in lower case is as a first name: men's, women's, or 0 for none."""
    known = _first_names()
    return known.get(word, 0) or known.get(word.partition("-")[0], 0)


def is_person(words: Sequence[str]) -> bool:
    """Return whether words are a first name with a last one, and no first names alone."""
    first = [first_name(word.lower()) for word in words]
    return words[-1][0].isupper() and bool(first[0]) and not all(first)


def ends_in_s(word: str, is_known: Callable[[str], bool]) -> bool:
    """Return whether a word that ends like a plural is that of none: "Evans", "Hernandes"."""
    if not word.endswith("s") or not word.isalpha():
        return False
    if first_name(word[:-1].lower()):
        return True
    if not word.endswith("es") or word.endswith(_PLURALS):
        return False
    return not (is_known(word[:-1]) or is_known(word[:-2]))


_PLURALS = ("ies", "ches", "shes", "xes", "sses")


@cache
def particles() -> frozenset[str]:
    """Return all small words before last names."""
    data = table("first_names")["particles"]
    return frozenset(word for words in data.values() for word in words)


@cache
def _kinds() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    data = table("first_names")["particles"]
    return frozenset(data["any"]), frozenset(data["behind_first"]), frozenset(data["second"])


def past_particles(words: Sequence[str], at: int) -> int:
    """Return where the last name starts behind the small words at a token; `at` for no such words.

    What leads other phrases as well stands only behind a first name: "Ursula von der Leyen", but
    "Siemens von heute".
    """
    plain, behind_first, second = _kinds()
    if not at or at >= len(words):
        return at
    word = words[at]
    if word not in plain and not (word in behind_first and first_name(words[at - 1].lower())):
        return at
    end = at + 1
    if end < len(words) and words[end] in second:
        end += 1
    named = end < len(words) and words[end][0].isupper() and words[end][1:].islower()
    return end if named else at


def before_particles(words: Sequence[str], at: int) -> int:
    """Return the token before the small words that lead the last name at a token, or -1."""
    for first in (at - 1, at - 2):
        if first > 0 and past_particles(words, first) == at:
            return first - 1
    return -1


def past_initials(words: Sequence[str], at: int) -> int:
    """Return where the last name starts behind the initial that a full stop at a token ends.

    It is `at` where none does: "Dominic A. Varrano", but "Thomas K. Danach".
    """
    name, last = at, len(words) - 1
    while words[name] == "." and 1 < name < last and _is_initial(words[name - 1]):
        name += 1
        if not _is_initial(words[name]) or name == last:
            break
        name += 1
    if name == at or not first_name(words[at - 2].lower()):
        return at
    word = words[name]
    return name if word[0].isupper() and word[1:2].islower() else at


def without_initials(words: Sequence[str]) -> list[str]:
    """Return the words of a name without initials that a full stop ends."""
    kept: list[str] = []
    for word in words:
        if word == "." and kept and _is_initial(kept[-1]):
            del kept[-1]
        else:
            kept.append(word)
    return kept


def _is_initial(word: str) -> bool:
    return len(word) == 1 and word.isupper()
