"""The names that the data knows: places, bodies, companies, parties, and their keys."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from functools import cache, partial
from itertools import pairwise

from claimcheck.extract.words.remembered import Remembered
from claimcheck.extract.words.usage import Known, strip_genitive
from claimcheck.lexicon import table

Rows = tuple[tuple[tuple[str, ...], str], ...]
"""Names, each as its words in lower case and its key."""


@cache
def known_names() -> Known:
    """Return the known names by their first word: all words in lower case, longest first."""
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
    return by_first_word(aliases)


@cache
def rows_by_word() -> Remembered[Rows]:
    """Return the known names by the words that they start with, or are in the genitive."""
    return Remembered(partial(names_from, known_names()))


def names_from(known: Known, word: str) -> Rows:
    """Return the known names that a word may start, or be in the genitive."""
    lower = word.lower()
    base = strip_genitive(lower)
    rows = list(known.get(lower, ()))
    for form in (base, base[:-1] if base.endswith("s") and len(base) > 4 else ""):
        if form and form != lower:
            rows.extend(row for row in known.get(form, ()) if len(row[0]) == 1)
    return tuple(rows)


@cache
def place_keys() -> frozenset[str]:
    """Return the keys of the known countries, regions and cities."""
    kinds = ("city", "region", "country")
    named = {key for key, entry in table("names").items() if entry["kind"] in kinds}
    return frozenset(named.union(code.lower() for code in table("territories")))


@cache
def known_keys() -> frozenset[str]:
    """Return the keys of all known names: places, bodies, companies, parties; none is a person."""
    return frozenset(table("names")) | place_keys()


@cache
def party_keys() -> frozenset[str]:
    """Return the keys of the known political parties."""
    return frozenset(key for key, entry in table("names").items() if entry["kind"] == "party")


@cache
def body_keys() -> frozenset[str]:
    """Return the keys of the known offices, funds, courts and the like."""
    return frozenset(key for key, entry in table("names").items() if entry["kind"] == "body")


@cache
def _paired_names() -> tuple[frozenset[str], dict[tuple[str, str], str]]:
    """Return the names of bodies and companies in two words, and their last words."""
    pairs: dict[tuple[str, str], str] = {}
    for key, entry in table("names").items():
        if entry["kind"] in ("body", "company", "party"):
            for names in entry.values():
                for name in names if isinstance(names, list) else ():
                    words = name.split()
                    if len(words) == 2:
                        pairs[words[0], words[1]] = key
    return frozenset(last for _, last in pairs), pairs


def short_names(sentences: Iterable[Sequence[str]], written: Set[str]) -> dict[str, str]:
    """Return the last words of the known names in a text, and their keys.

    `written` are all words of the sentences.
    """
    lasts, pairs = _paired_names()
    found: dict[str, str] = {}
    lasts &= written
    for words in sentences if lasts else ():
        if lasts.isdisjoint(words):
            continue
        for pair in pairwise(words):
            if pair[1] in lasts and pair in pairs:
                found.setdefault(pair[1], pairs[pair])
    return found


def by_first_word(names: Mapping[tuple[str, ...], str]) -> Known:
    """Return names, given as words in lower case, by their first word, longest first."""
    by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for words, key in names.items():
        by_first.setdefault(words[0], []).append((words, key))
    return {
        first: tuple(sorted(rows, key=lambda row: -len(row[0]))) for first, rows in by_first.items()
    }
