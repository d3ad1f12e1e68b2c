"""Recognises the language of a text by its most frequent small words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from claimcheck.lexicon import languages, table

_ENOUGH = 20_000
"""Characters of a long text that are looked at."""

_CLEAR = 240
"""Characters of a paragraph that are looked at."""


def codes() -> tuple[str, ...]:
    """Return the codes of the languages that claimcheck reads, sorted."""
    return languages()


def known(tag: str) -> str:
    """Return the code for a language tag ("de-AT", "EN"); empty if claimcheck has no data."""
    code = re.split(r"[-_]", tag.strip().lower(), maxsplit=1)[0]
    return code if code in languages() else ""


def detect(text: str) -> str:
    """Return the code of the language of `text`; empty if its words do not tell.

    >>> detect("Die Zahl der Gäste ist gestiegen.")
    'de'
    """
    best, first, _ = _score(text)
    return best if first else ""


def clearly(text: str, given: str) -> str:
    """Return the language of a paragraph: the `given` one unless it clearly has another.

    That has three small words more than any other language, and thrice as many, at the start
    of the paragraph and in the whole of it.
    """
    if given and _foreign(given).isdisjoint(text[:_CLEAR].lower().split()):
        return given
    code = _clear(text[:_CLEAR])
    return given if code in ("", given) else _clear(text) or given


def _clear(text: str) -> str:
    best, first, second = _score(text)
    return best if first >= second + 3 and first >= 3 * second else ""


def _score(text: str) -> tuple[str, int, int]:
    """Return the likeliest language, its count of small words, and that of the runner-up."""
    owner = _small_words()
    owners = list(map(owner.get, text[:_ENOUGH].lower().split()))
    ranked = sorted([(-owners.count(code), code) for code in languages()])
    second = -ranked[1][0] if len(ranked) > 1 else 0
    return ranked[0][1], -ranked[0][0], second


@cache
def _foreign(given: str) -> frozenset[str]:
    """Return the small words of the other languages."""
    return frozenset(word for word, code in _small_words().items() if code not in ("", given))


@cache
def _small_words() -> Mapping[str, str]:
    """Return each small word that belongs to just one language, with that language."""
    owner: dict[str, str] = {}
    for code in languages():
        for word in table(f"{code}/text")["stop_words"]:
            owner[word] = "" if word in owner else code
    return owner
