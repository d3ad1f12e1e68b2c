"""What a fact is called, for people: "Microsoft · net income · Q2 2025"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence, Set
from functools import cache

from claimcheck.lexicon import table as lexicon
from claimcheck.model import Claim, Named
from claimcheck.period_name import period_name

_CAPITALS = {"co2": "CO₂", "gdp": "GDP", "gpus": "GPUs"}
_NAMES = {"member_states": "states", "write_down": "write-down"}


def label(claims: Sequence[Claim]) -> str:
    """Return what a fact is about: its most common subject, measure and period.

    Of two subjects as common, one that stands in its sentence comes before one carried over.
    """
    written = {c.subject.text for c in claims if c.subject and "subject" in c.evidence}
    subject = _most_common((c.subject.text for c in claims if c.subject), written)
    measure = _most_common(measure_name(c.measure) for c in claims if c.measure)
    period = _most_common(period_name(c.period) for c in claims if c.period)
    parts = [part for part in (subject, measure, period) if part]
    return " · ".join(parts) or " ".join(claims[0].quote.split())


def measure_name(measure: Named) -> str:
    """Return a measure by its key in words; one that no table knows is spelt as in the text."""
    key = measure.key
    if is_concept(key):
        return key_name(key)
    at = measure.text.lower().find(key)
    return measure.text[at : at + len(key)] if at >= 0 else measure.text


def key_name(key: str) -> str:
    """Return a key in words: "net income" for `net_income`, "GDP" for `gdp`."""
    if key in _NAMES:
        return _NAMES[key]
    return " ".join(_CAPITALS.get(word, word) for word in key.split("_"))


def is_concept(key: str) -> bool:
    """Return whether a measure is one of the tables, and no mere word of an article."""
    return key in _concepts()


@cache
def _concepts() -> frozenset[str]:
    domains = lexicon("measures").values()
    return frozenset(key for domain in domains if isinstance(domain, dict) for key in domain)


def _most_common(texts: Iterable[str], first: Set[str] = frozenset()) -> str:
    held = list(texts)
    if len(held) < 2:
        return held[0] if held else ""
    counted = Counter(held)
    return min(counted, key=lambda t: (-counted[t], t not in first, t.lower(), t))
