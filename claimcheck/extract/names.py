"""Names of organisations, people, places and products in a sentence, without a model.

A name is what the data knows (`names.toml`, `territories.toml`), what looks like one
(inner capitals, acronyms, digits in words, runs of capitalised words), and what the
document itself shows to be one: a capitalised word that stands without an article.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache

import msgspec

from claimcheck.extract.tokens import Tokens
from claimcheck.lexicon import table

_GENITIVES = ("'s", "’s", "'", "’")
_MAX_WORDS = 6


class NameHit(msgspec.Struct, frozen=True):
    """A name by its tokens [first, last), its text and the key it resolves to."""

    first: int
    last: int
    text: str
    key: str


class Usage(msgspec.Struct, frozen=True):
    """How a document uses its capitalised words, read once for each document."""

    bare: Mapping[str, int]
    """Capitalised word -> how often it stands inside a sentence without an article."""
    governed: Mapping[str, int]
    """Capitalised word -> how often an article or adjective stands before it."""
    surnames: Mapping[str, str]
    """Last word of a longer name -> key of that name."""


@cache
def _known() -> tuple[dict[tuple[str, ...], str], int]:
    """Return all known names as lower-case words -> key, and the longest in words."""
    aliases: dict[tuple[str, ...], str] = {}
    for key, entry in table("names").items():
        for names in entry.values():
            if isinstance(names, list):
                for name in names:
                    aliases.setdefault(tuple(name.lower().split()), key)
    for code, entry in table("territories").items():
        for names in entry.values():
            for name in names if isinstance(names, list) else [names]:
                aliases.setdefault(tuple(str(name).lower().split()), code.lower())
    return aliases, min(max(map(len, aliases)), _MAX_WORDS)


@cache
def _grammar(language: str) -> tuple[bool, frozenset[str], tuple[str, ...], frozenset[str]]:
    data = table(f"{language}/claims")
    names = data["names"]
    return (
        bool(names["nouns_capitalised"]),
        frozenset(names["articles"]),
        tuple(names["common_endings"]),
        frozenset(word.lower() for word in names["roles"]),
    )


@cache
def _starters(language: str) -> frozenset[str]:
    """Return the words that open sentences in capitals without being names."""
    names = table(f"{language}/claims")["names"]
    return frozenset(w.lower() for k in ("starters", "articles", "stop_words") for w in names[k])


def read_usage(sentences: Iterable[Tokens], language: str) -> Usage:
    """Count how the document's capitalised words stand, for `find`."""
    _, articles, _, _ = _grammar(language)
    bare: Counter[str] = Counter()
    governed: Counter[str] = Counter()
    surnames: dict[str, str] = {}
    for tokens in sentences:
        words = tokens.words
        for i in range(1, len(words)):
            word = words[i]
            if not word[0].isupper():
                continue
            before = words[i - 1]
            base = _strip_genitive(word)
            if before.lower() in articles or _looks_like_adjective(before):
                governed[base] += 1
            elif before[0].isalnum() or before == ",":
                bare[base] += 1
            if before[0].isupper() and len(before) > 1 and before.isalpha() and base.isalpha():
                surnames.setdefault(base, f"{before} {base}".lower())
    return Usage(bare, governed, surnames)


def find(tokens: Tokens, usage: Usage, language: str, closed: frozenset[int]) -> list[NameHit]:
    """Return the names in a sentence, left to right.

    `closed` are the tokens that belong to quantities and can be part of no name.
    """
    hits: list[NameHit] = []
    words = tokens.words
    i = 0
    while i < len(words):
        if i in closed or not _could_start(words[i]):
            i += 1
            continue
        hit = _known_at(words, i, closed) or _shaped_at(words, i, usage, language, closed)
        if hit is None:
            i += 1
            continue
        hits.append(hit)
        i = hit.last
    return hits


def _could_start(word: str) -> bool:
    return word[0].isupper() or (len(word) > 2 and any(c.isupper() for c in word[1:]))


def _known_at(words: tuple[str, ...], i: int, closed: frozenset[int]) -> NameHit | None:
    aliases, longest = _known()
    for width in range(min(longest, len(words) - i), 0, -1):
        if any(j in closed for j in range(i, i + width)):
            continue
        parts = tuple(word.lower() for word in words[i : i + width])
        key = aliases.get(parts) or aliases.get((*parts[:-1], _strip_genitive(parts[-1])))
        if key is None and parts[-1].endswith("s") and len(parts[-1]) > 4:
            key = aliases.get((*parts[:-1], parts[-1][:-1]))
        if key is not None:
            return NameHit(i, i + width, " ".join(words[i : i + width]), key)
    return None


def _shaped_at(
    words: tuple[str, ...], i: int, usage: Usage, language: str, closed: frozenset[int]
) -> NameHit | None:
    capitalised_nouns, articles, endings, roles = _grammar(language)
    last = i
    while last < len(words) and last not in closed and _capitalised(words[last]):
        last += 1
        if words[last - 1].endswith(("'s", "’s")):
            break
    first = i
    if first == 0 and not _is_odd(words[0]) and words[0].lower() in _starters(language):
        first += 1
    while first < last and _is_role(words[first], roles, capitalised_nouns):
        first += 1
    if first == last:
        return None
    run = words[first:last]
    if len(run) == 1:
        good = _single_name(run[0], first, words, usage, capitalised_nouns, articles, endings)
    else:
        good = not capitalised_nouns or not any(_common(word, usage, endings) for word in run)
        if not good and _is_odd(run[-1]):
            run, first, good = run[-1:], last - 1, True
        if first == 0 and good and not capitalised_nouns and words[0] not in usage.bare:
            run, first = run[1:], 1
    if not good:
        return None
    text = " ".join(run)
    return NameHit(first, last, text, _key(text, usage))


def _single_name(
    word: str,
    at: int,
    words: tuple[str, ...],
    usage: Usage,
    capitalised_nouns: bool,
    articles: frozenset[str],
    endings: tuple[str, ...],
) -> bool:
    if _is_odd(word):
        return True
    base = _strip_genitive(word)
    if base in usage.surnames:
        return True
    if not capitalised_nouns:
        return (at > 0 and words[at - 1] not in ".:") or usage.bare.get(base, 0) > 0
    if at > 0 and (words[at - 1].lower() in articles or _looks_like_adjective(words[at - 1])):
        return False
    return usage.bare.get(base, 0) >= 2 and not _common(word, usage, endings)


def _common(word: str, usage: Usage, endings: tuple[str, ...]) -> bool:
    """Return whether a capitalised word looks like a common noun in this document."""
    base = _strip_genitive(word)
    if usage.governed.get(base, 0) > 0:
        return True
    return base.lower().endswith(endings) and base not in usage.surnames


def _capitalised(word: str) -> bool:
    return word[0].isupper() or _is_odd(word)


def _is_odd(word: str) -> bool:
    """Return whether the word has the shape of a name: acronym, inner capital, digits inside."""
    letters = [c for c in word if c.isalpha()]
    if not letters or not word[0].isalpha():
        return False
    if len(letters) != len(word) and any(c.isdigit() for c in word) and letters[0].isupper():
        return True
    plain = word.split("-")[0]
    return len(plain) > 1 and plain[0].isalpha() and any(c.isupper() for c in plain[1:])


def _is_role(word: str, roles: frozenset[str], capitalised_nouns: bool) -> bool:
    lower = word.lower()
    if lower in roles:
        return True
    return capitalised_nouns and any(lower.endswith(role) for role in roles if len(role) > 4)


def _looks_like_adjective(word: str) -> bool:
    return word[0].islower() and word.endswith(("en", "er", "es", "em", "e")) and len(word) > 4


def _strip_genitive(word: str) -> str:
    for ending in _GENITIVES:
        if word.endswith(ending):
            return word[: -len(ending)]
    return word


def _key(text: str, usage: Usage) -> str:
    base = _strip_genitive(text)
    if " " not in base:
        if base in usage.surnames:
            return usage.surnames[base]
        if base.endswith("s") and base[:-1] in usage.bare:
            base = base[:-1]
    return base.lower()
