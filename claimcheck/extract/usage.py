"""How a document uses its capitalised words, and what that tells of each: name or noun."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache

import msgspec

from claimcheck.extract.grammar import Grammar, grammar
from claimcheck.extract.lemma import morphology
from claimcheck.extract.tokens import Tokens

_GENITIVES = ("'s", "’s", "'", "’")
_MEMORY = 1 << 16
_ACRONYM_REACH = 8
Known = Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
"""Names by their first word: all words in lower case, and the key."""


class Usage(msgspec.Struct, frozen=True):
    """How a document uses its capitalised words, read once for each document."""

    bare: Mapping[str, int]
    """Capitalised word -> how often it stands inside a sentence without an article."""
    governed: Mapping[str, int]
    """Capitalised word -> how often an article or adjective stands before it."""
    surnames: Mapping[str, str]
    """Last word of a longer name, or its acronym -> key of that name."""
    lower: frozenset[str]
    """Words that the document writes small."""
    own: Known = {}
    """Further names by their first word, longest first, as `names.known_names` has them."""


class Shape(msgspec.Struct, frozen=True, gc=False):
    """What a word is by its form alone."""

    base: str
    """Without the ending of the genitive that an apostrophe marks."""
    capital: bool
    odd: bool
    """Shaped like a name: an acronym, an inner capital, digits inside."""
    common: bool
    """A common noun, by its ending or as a known word."""
    compound: bool
    """Common only as a compound of known words, and so perhaps a name ("Nordlicht")."""
    known: bool
    """Known to the word lists as any kind of word."""
    role: bool
    adjective: bool
    """Written small, with the ending of an adjective."""


def shapes(words: Iterable[str], language: str) -> list[Shape]:
    """Return what each word is by its form."""
    known = _remembered(language)
    if len(known) >= _MEMORY:
        known.clear()
    found = []
    for word in words:
        form = known.get(word)
        if form is None:
            form = known[word] = shape(word, language)
        found.append(form)
    return found


@cache
def _remembered(language: str) -> dict[str, Shape]:
    return {}


@lru_cache(maxsize=_MEMORY)
def shape(word: str, language: str) -> Shape:
    """Return what a word is by its form."""
    rules = grammar(language)
    base = strip_genitive(word)
    lower = base.lower()
    odd = _is_odd(word)
    reading = morphology(language).reading(base)
    noun = reading.noun is not None or (rules.capital_nouns and reading.head is not None)
    known = noun or reading.verb is not None or reading.adjective is not None
    role = lower in rules.roles or (rules.capital_nouns and lower.endswith(rules.long_roles))
    return Shape(
        base=base,
        capital=word[0].isupper() or odd,
        odd=odd,
        common=not odd and (noun or role or lower.endswith(rules.common_endings)),
        compound=reading.noun is None and not role and not lower.endswith(rules.common_endings),
        known=known or role or lower in rules.stop_words,
        role=role,
        adjective=len(word) > 4 and word[0].islower() and word.endswith(rules.adjective_endings),
    )


def read_usage(sentences: Iterable[Tokens], language: str) -> Usage:
    """Count how the document's capitalised words stand."""
    rules = grammar(language)
    bare: Counter[str] = Counter()
    governed: Counter[str] = Counter()
    surnames: dict[str, str] = {}
    small: set[str] = set()
    for tokens in sentences:
        words = tokens.words
        small.update([word for word in words if word.islower()])
        if is_title(words, language):
            continue
        before = words[0] if words else ""
        for i in range(1, len(words)):
            word = words[i]
            if word[0].isupper():
                form = shape(word, language)
                previous = shape(before, language)
                if before.lower() in rules.articles or (previous.adjective and not form.odd):
                    governed[form.base] += 1
                elif before[0].isalnum() or before == ",":
                    bare[form.base] += 1
                _full_name(surnames, previous, form, before, rules)
                if before == "(" and form.odd and words[i + 1 : i + 2] == (")",):
                    _acronym(surnames, words, i)
            before = word
    return Usage(bare, governed, surnames, frozenset(small))


def is_title(words: tuple[str, ...], language: str) -> bool:
    """Return whether a sentence is a headline that writes most words with a capital letter."""
    if grammar(language).capital_nouns or not words or words[-1] in '.!?”"':
        return False
    long = [word for word in words if len(word) > 3 and word[0].isalpha()]
    return len(long) > 3 and sum(word[0].isupper() for word in long) * 3 > len(long) * 2


def strip_genitive(word: str) -> str:
    """Return the word without "'s"."""
    for ending in _GENITIVES:
        if word.endswith(ending):
            return word[: -len(ending)]
    return word


def _full_name(
    surnames: dict[str, str], previous: Shape, form: Shape, before: str, rules: Grammar
) -> None:
    """Remember the last word of a name of two words."""
    if not previous.capital or not before.isalpha() or len(before) < 2 or not form.base.isalpha():
        return
    if previous.known or previous.common or form.common or form.odd:
        return
    if before.lower() not in rules.openers:
        surnames.setdefault(form.base, f"{before} {form.base}".lower())


def _acronym(surnames: dict[str, str], words: tuple[str, ...], at: int) -> None:
    """Remember which name the acronym in brackets at `at` stands for."""
    letters = [c.lower() for c in words[at] if c.isupper()]
    for first in range(at - 2, max(at - 2 - _ACRONYM_REACH, -1), -1):
        run = words[first : at - 1]
        initials = [word[0].lower() for word in run if word[0].isupper()]
        if len(initials) > len(letters):
            return
        if words[first][0].isupper() and initials == letters:
            surnames.setdefault(words[at], " ".join(run).lower())
            return


def _is_odd(word: str) -> bool:
    if not word[0].isalpha():
        return False
    if word[0].isupper() and not word.isalpha() and any(c.isdigit() for c in word):
        return True
    plain = word.partition("-")[0]
    return len(plain) > 1 and plain[0].isalpha() and not plain[1:].islower() and _inner(plain)


def _inner(word: str) -> bool:
    return any(c.isupper() for c in word[1:])
