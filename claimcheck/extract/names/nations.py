"""The country that a text speaks of without its name: by adjectives, people and bodies.

"Die deutsche Wirtschaft", "Germans", "die Bundesregierung": figures such as inflation are
those of a country that often stands in no sentence at all.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache

import msgspec

from claimcheck.extract.words.grammar import grammar
from claimcheck.lexicon import table
from claimcheck.model import Named

_LEAST, _SHARE, _MOST = 2, 0.5, 0.8
_TITLED = 2


class Nation(msgspec.Struct, frozen=True, gc=False):
    """The country that a document speaks of most, and whether it speaks of hardly another."""

    name: Named
    alone: bool


@cache
def national_measures() -> frozenset[str]:
    """Return the keys of the measures that are mostly those of a whole country."""
    return frozenset(table("nations")["national"]["measures"])


@cache
def state_bodies() -> frozenset[str]:
    """Return the keys of the bodies that govern, count or watch over a whole country."""
    words = {
        word
        for row in table("nations")["bodies"].values()
        for language in ("de", "en")
        for word in row.get(language, ())
    }
    found = set()
    for key, entry in table("names").items():
        said = [name for language in ("de", "en") for name in _listed(entry.get(language, ()))]
        if entry["kind"] == "body" and any(not words.isdisjoint(name.split()) for name in said):
            found.add(key)
    return frozenset(found)


def _listed(names: str | Sequence[str]) -> Sequence[str]:
    return [names] if isinstance(names, str) else names


@cache
def country(code: str, language: str) -> Named:
    """Return a country by its code as a subject."""
    names = table("territories")[code][language]
    return Named(names if isinstance(names, str) else names[0], code.lower())


@cache
def demonyms(language: str) -> Mapping[str, str]:
    """Return the words for what and who comes from a country, each with the country's code."""
    words: dict[str, str] = {}
    for code, row in table("demonyms").items():
        if code.isdigit():
            continue
        for word in row.get(f"{language}_adjectives", ()):
            for ending in ("", *grammar(language).adjective_endings):
                words.setdefault(word + ending, code)
                words.setdefault((word + ending).capitalize(), code)
        for word in row.get(f"{language}_people", ()):
            for ending in ("", "s", "n"):
                words.setdefault(word + ending, code)
    return words


@cache
def telling(language: str) -> Mapping[str, str]:
    """Return all words that tell of a country, its name among them, with the country's code."""
    words = dict(demonyms(language))
    for code, row in table("nations")["bodies"].items():
        words.update(dict.fromkeys(row.get(language, ()), code))
    for code, row in table("territories").items():
        for name in _listed(row.get(language, ())):
            if not code.isdigit() and name.isalpha():
                words.update(dict.fromkeys((name, name + "s"), code))
    return words


@cache
def tells(language: str) -> frozenset[str]:
    """Return the same words alone."""
    return frozenset(telling(language))


def main_nation(sentences: Iterable[Sequence[str]], title: str, language: str) -> Nation | None:
    """Return the country that the words of a document tell of, None where none stands out."""
    known, alone = telling(language), tells(language)
    counts: dict[str, int] = {}
    for words in sentences:
        if alone.isdisjoint(words):
            continue
        for word in words:
            code = known.get(word)
            if code is not None:
                counts[code] = counts.get(code, 0) + 1
    for word in title.split():
        code = known.get(word.strip(",.:;!?„“\"'"))
        if code is not None:
            counts[code] = counts.get(code, 0) + _TITLED
    if not counts:
        return None
    most = max(counts, key=counts.__getitem__)
    share = counts[most] / sum(counts.values())
    if counts[most] < _LEAST or share < _SHARE:
        return None
    return Nation(country(most, language), share >= _MOST)
