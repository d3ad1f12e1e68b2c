"""The stems of verbs, regular and irregular, with the infinitives that they are of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any


def irregular_stems(irregular: Mapping[str, Sequence[str]]) -> dict[str, dict[int, str]]:
    """Return the infinitives of the pasts and the participles of irregular verbs, as kind 0."""
    return {form: {0: verb} for verb, forms in irregular.items() for form in forms}


def stems_of(verbs: Iterable[str], data: dict[str, Any]) -> dict[str, dict[int, str]]:
    """Return the infinitives of the stems of verbs, by the number of the kind of stem.

    The past and the participles of irregular verbs are kind 0, which comes first.
    """
    irregular: dict[str, list[str]] = data["irregular"]
    stems: dict[str, dict[int, str]] = {}
    prefixes = frozenset(data["prefixes"])
    participle = data["participle"]
    whole, parted = {"", participle}, {"", participle, data["infix"]}
    for entry in sorted(verbs):
        prefix, _, base = entry.rpartition("|")
        infinitive = prefix + base
        if not prefix and infinitive not in irregular:
            prefix = _prefix_of(infinitive, irregular, prefixes)
            base = infinitive[len(prefix) :]
        for kind, stem in _base_stems(base, data):
            for before in parted if prefix else whole:
                stems.setdefault(f"{prefix}{before}{stem}", {}).setdefault(kind + 1, infinitive)
        for form in irregular.get(base, ()):
            stems.setdefault(prefix + form, {}).setdefault(0, infinitive)
            bare = prefix + form.removeprefix(participle)
            stems.setdefault(bare, {}).setdefault(0, infinitive)
    return stems


def _base_stems(base: str, data: dict[str, Any]) -> Iterator[tuple[int, str]]:
    """Return the stems of a verb without prefix, each with the number of its kind."""
    for kind, change in enumerate(data["stems"]):
        if base.endswith(change["from"]):
            yield kind, base[: len(base) - len(change["from"])] + change["to"]
            if data["first_stem_only"]:
                return
    if data["doubled"]:
        yield len(data["stems"]), base + base[-1]


def _prefix_of(verb: str, irregular: Mapping[str, Sequence[str]], prefixes: frozenset[str]) -> str:
    """Return the prefix that an irregular verb takes in `verb`, or "" ("über" in "übersehen")."""
    for i in range(2, len(verb) - 3):
        if verb[:i] in prefixes and verb[i:] in irregular:
            return verb[:i]
    return ""
