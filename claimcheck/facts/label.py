"""What a fact is called, for people: "Microsoft · net income · Q2 2025"."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from functools import cache

from claimcheck.facts.period_name import period_name
from claimcheck.lexicon import table as lexicon
from claimcheck.model import Claim, Named

_CAPITALS = {"co2": "CO₂", "gdp": "GDP", "gpus": "GPUs"}
_NAMES = {"member_states": "states", "write_down": "write-down"}


Spoken = Mapping[str, int]
"""In how many documents claims are about each subject, by its key."""


def spoken_of(claims: Iterable[Claim]) -> Spoken:
    """Return in how many documents claims are about each subject; a surname is a full name."""
    documents = _documents((c.subject.key, c) for c in claims if c.subject)
    by_word: dict[str, set[str]] = defaultdict(set)
    for key, among in documents.items():
        for word in key.split():
            by_word[word] |= among
    return {key: len(set().union(*(by_word[word] for word in key.split()))) for key in documents}


def label(claims: Sequence[Claim], spoken: Spoken | None = None) -> str:
    """Return what a fact is about: its subject, measure and period, as most documents have them.

    A fact of several documents names nobody that only one of all speaks of, by `spoken` (if not
    given, by these claims), nor one of two that they are divided on: most of such are mere
    nouns of a sentence. One that is carried over gives way to any that stands in its sentence.
    An age keeps its person, and what says too little alone any subject.
    """
    measure = _measure(claims)
    subject = _subject(claims, spoken if spoken is not None else spoken_of(claims))
    if not subject and (measure is None or measure.key == "age" or _is_broad(measure.key)):
        subject = _spelt([claim for claim in claims if claim.subject])
    parts = [subject, measure_name(measure) if measure else "", _period(claims)]
    return " · ".join(filter(None, parts)) or " ".join(claims[0].quote.split())


def _subject(claims: Sequence[Claim], spoken: Spoken) -> str:
    """Return the subject of most documents of a fact, "" for none that several speak of."""
    heard = spoken_of(claims)
    if not heard:
        return ""
    several = len({claim.document for claim in claims}) > 1
    most = max(heard.values())
    best = {key for key in heard if heard[key] == most}
    written = {c.subject.key for c in claims if c.subject and "subject" in c.evidence}
    known = [k for k in (best & written or best) if spoken.get(k, 0) > 1 or not several]
    words = set(min(known, default="").split())
    if any(words.isdisjoint(key.split()) for key in known):
        return ""
    one = [claim for claim in claims if claim.subject and words & set(claim.subject.key.split())]
    return _spelt(one)


def _spelt(claims: Sequence[Claim]) -> str:
    """Return the subject of claims as most of them write it."""
    written = {c.subject.text for c in claims if c.subject and "subject" in c.evidence}
    return _most_common((c.subject.text for c in claims if c.subject), written)


def _measure(claims: Sequence[Claim]) -> Named | None:
    """Return the measure of most documents; of two as common, what says more."""
    by_key = _documents((c.measure.key, c) for c in claims if c.measure)
    if not by_key:
        return None
    best = min(by_key, key=lambda k: (-len(by_key[k]), not is_concept(k), _is_broad(k), k))
    named = [c.measure for c in claims if c.measure and c.measure.key == best]
    return min(named, key=lambda one: (measure_name(one).lower(), measure_name(one)))


def _period(claims: Sequence[Claim]) -> str:
    """Return the period that most documents give, "" for none that one in three does."""
    names = _documents((period_name(c.period), c) for c in claims if c.period)
    least = len({claim.document for claim in claims}) / 3
    said = [name for name in names if name and len(names[name]) >= least]
    return min(said, key=lambda name: (-len(names[name]), name), default="")


def _documents(pairs: Iterable[tuple[str, Claim]]) -> dict[str, set[str]]:
    """Return the documents whose claims have each of some keys."""
    found: dict[str, set[str]] = defaultdict(set)
    for key, claim in pairs:
        found[key].add(claim.document)
    return found


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
def _is_broad(key: str) -> bool:
    """Return whether a measure is one of the tables that may mean many others: "duration"."""
    return bool(_concepts().get(key, {}).get("broad"))


@cache
def _concepts() -> Mapping[str, Mapping[str, object]]:
    domains = lexicon("measures").values()
    return {k: of for one in domains if isinstance(one, dict) for k, of in one.items()}


def _most_common(texts: Iterable[str], first: Set[str] = frozenset()) -> str:
    held = list(texts)
    if len(held) < 2:
        return held[0] if held else ""
    counted = Counter(held)
    return min(counted, key=lambda t: (-counted[t], t not in first, t.lower(), t))
