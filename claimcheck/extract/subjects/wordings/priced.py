"""What has a price or a rate of its own that the text names with it: "die Sorte Brent aus Aberlau".

A price of oil is that of the sort, and a rate of exchange that of the currency; nobody else in the
sentence owns them, nor the sea or the country that they come from.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from claimcheck.extract.names.finder import NameHit
from claimcheck.extract.sentence import Analysis, Place
from claimcheck.lexicon import table

_WHEN = frozenset({"date", "time", "duration"})
_RATE = "exchange_rate"
_LED = 2
"""How many tokens before a word its preposition stands at most: "gegenüber dem Dollar"."""


def priced(
    analysis: Analysis, place: Place, measured: tuple[int, int] | None, what: str | None
) -> NameHit | None:
    """Return the thing with a price of its own that stands next before a number, or behind it."""
    known = _priced(analysis.sentence.language).get(what or "")
    if known is None or place.quantity.kind in _WHEN:
        return None
    words = analysis.tokens.words
    first, last = measured or (0, 0)
    found = [
        (not first <= i < last, i > place.first, abs(i - place.first), i)
        for i, word in enumerate(words)
        if word in known
        and i not in analysis.numbered
        and analysis.clause(i) == place.clause
        and not (what == _RATE and _is_led(analysis, i))
    ]
    if not found:
        return None
    at = min(found)[-1]
    return NameHit(at, at + 1, words[at], known[words[at]].lower())


def _is_led(analysis: Analysis, at: int) -> bool:
    """Return whether a currency is only what another is held against: "zum Dollar"."""
    return not analysis.prepositions.isdisjoint(range(at - _LED, at))


@cache
def _priced(language: str) -> Mapping[str, Mapping[str, str]]:
    """Return what each word names, by the measures that such things have."""
    rows = table(f"{language}/claims")["priced"]
    return {
        key: {word: name for name, words in things.items() for word in words}
        for key, things in rows.items()
    }
