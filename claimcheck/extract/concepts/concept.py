"""The concepts of `data/measures.toml` as records."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

import msgspec

from claimcheck.lexicon import languages, table

_FORMS = ("", "_verbs", "_adjectives", "_weak", "_sum_nouns", "_sum_verbs", "_size_nouns",
          "_size_verbs", "_topic_nouns", "_topic_verbs", "_tally_nouns", "_tells", "_beside",
          "_behind", "_until", "_lasting", "_lasting_verbs")  # fmt: skip
_PEOPLE = "people"
DATED = frozenset({"date", "clock"})
"""The units of events."""


class Concept(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """What a number can measure.

    `units` are the kinds of units that its figures come in (empty: any), `counted` the
    units of counts that name it, `grows` is true for tolls that later articles raise,
    `tallied` where the n-th makes n so far,
    `disputed` where the police and those who take part count differently, `entity` where
    the nouns are things that are mentioned without being measured, `broad` where writers may
    mean another concept of these units, `befalls` where the verbs say what became of people,
    whoever they are, `impersonal` where firms and states have it and no person, `harms` where
    the nouns are happenings that people suffer from, and `near` are concepts that writers use
    for the same thing now and then.
    """

    key: str
    domain: str = ""
    units: frozenset[str] = frozenset()
    counted: tuple[str, ...] = ()
    grows: bool = False
    of_change: bool = False
    """Whether its level is a change: inflation "of 3 percent", prices that "rose 3 percent"."""
    passes: bool = False
    """Whether another day may change it either way: who is still missing."""
    disputed: bool = False
    tallied: bool = False
    entity: bool = False
    generic: bool = False
    broad: bool = False
    narrows: tuple[str, ...] = ()
    """The concepts, "" for none, that figures beside its words are of less closely."""
    below: int = 0
    in_units: frozenset[str] = frozenset()
    """What sums must stay below to be narrowed so, and the units of others; 0 and none: any."""
    agreed: bool = False
    """Whether it is settled before it is so: what a thing that is announced "will cost"."""
    befalls: bool = False
    impersonal: bool = False
    harms: bool = False
    imposed: bool = False
    """Whether it is not theirs who impose, demand, find or take it: a fine, a ransom, drugs."""
    for_people: bool = False
    """Whether so many of them may be so many people: jobs and teachers, seats and members."""
    distinct: bool = False
    """Whether those counted have no name of another concept: no rebound is a basket."""
    single: bool = False
    """Whether one event has but one of it: a magnitude, a turnout, the day of a verdict."""
    each: bool = False
    """Whether one event has but one of it for each person or side: the points of a player."""
    near: tuple[str, ...] = ()
    in_percent: str = ""
    of_parts: str = ""
    """The concept that shares of the counted things are figures of: 30 percent of the shares."""
    most: int = 0
    """What sums must stay below that are figures of the concept; 0: any."""
    rate: str = ""
    """The concept that the rate of what is counted is a figure of."""
    lost: str = ""
    """The concept that those of this one are figures of that are cut: "cut 300 jobs"."""
    per: Mapping[str, str] = {}
    carries: bool = False
    marks: bool = False
    of_things: bool = False
    says_only: bool = False
    dimensions: tuple[str, ...] = ()
    rates: tuple[str, ...] = ()
    scores: tuple[str, ...] = ()
    """What `keys` says of these."""
    topic: tuple[str, ...] = ()
    """The concepts that an article names in which its topic nouns and verbs mean this one."""
    words: Mapping[str, tuple[str, ...]] = {}
    """The words by field: "de", "de_verbs", "en", …"""

    @property
    def named(self) -> bool:
        """Whether its nouns say who is counted, and not what became of them."""
        return "person" in self.units and (self.entity or bool(self.counted))

    @property
    def event(self) -> bool:
        """Whether only dates and times are figures of the concept."""
        return bool(self.units) and self.units <= DATED


_NEUTRAL = frozenset(Concept.__struct_fields__) - {"key", "words"}
"""The fields that are the same in all languages."""


class Concepts(dict[str, Concept]):
    """Concepts by key; what is asked for by a key that is none has no more than the key."""

    def __missing__(self, key: str) -> Concept:
        return Concept(key=key)


def concepts_from(
    shipped: Mapping[str, Mapping[str, Mapping[str, Any]]],
    added: Mapping[str, Mapping[str, Any]],
) -> Concepts:
    """Return all concepts by key; an added table extends a shipped concept of the same key.

    Raises ValueError for a field that no concept has.
    """
    concepts = Concepts(
        (key, _concept(key, {"domain": domain, **fields}))
        for domain, group in shipped.items()
        for key, fields in group.items()
    )
    for key, fields in added.items():
        new = _concept(key, {"domain": "user", **fields})
        old = concepts.get(key)
        concepts[key] = new if old is None else _merged(old, new, fields)
    return concepts


def units_of(concepts: Mapping[str, Concept]) -> dict[str, str]:
    """Return which concept each unit of a count names; "twelve Germans" are people."""
    units: dict[str, str] = {}
    for concept in concepts.values():
        for unit in concept.counted:
            units.setdefault(unit, concept.key)
    for concept in concepts.values():
        if concept.units.isdisjoint(("count", "person")):
            continue
        for noun in (*concept.words.get("en", ()), *concept.words.get("en_size_nouns", ())):
            units.setdefault(noun.replace(" ", "_"), concept.key)
    if _PEOPLE in concepts:
        for nation in table("demonyms").values():
            for language in languages():
                for person in nation.get(f"{language}_people", ()):
                    units.setdefault(person.lower(), _PEOPLE)
    return units


def _concept(key: str, fields: Mapping[str, Any]) -> Concept:
    words = _word_fields()
    unknown = sorted(name for name in fields if name not in words and name not in _NEUTRAL)
    if unknown:
        expected = ", ".join(sorted(words.union(_NEUTRAL)))
        raise ValueError(f"concept {key!r} has no field {unknown[0]!r}; there are {expected}")
    neutral = {name: value for name, value in fields.items() if name in _NEUTRAL}
    said = {name: entries for name, entries in fields.items() if name in words}
    return msgspec.convert({"key": key, "words": said, **neutral}, Concept)


@cache
def _word_fields() -> frozenset[str]:
    """Return the fields of concepts that hold words."""
    return frozenset(f"{language}{form}" for language in languages() for form in _FORMS)


def _merged(old: Concept, new: Concept, fields: Iterable[str]) -> Concept:
    """Return a concept with what fields that were added say as well, or say instead."""
    words = dict(old.words)
    for field, entries in new.words.items():
        words[field] = (*words.get(field, ()), *entries)
    changed = {
        field: _joined(getattr(old, field), getattr(new, field))
        for field in fields
        if field in _NEUTRAL and field != "domain"
    }
    return msgspec.structs.replace(old, words=words, **changed)


def _joined(old: Any, new: Any) -> Any:
    """Return both of two lists, sets or tables, the new one of two single values."""
    if isinstance(old, tuple):
        return (*old, *new)
    return old | new if isinstance(old, frozenset | dict) else new
