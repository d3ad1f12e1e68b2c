"""The words that show the cases of nouns, in languages that have them as data."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence, Set
from functools import cache

import msgspec

from claimcheck.extract.words.genders import PLURAL, SINGULAR, Code, code_of, genders
from claimcheck.extract.words.grammar import grammar
from claimcheck.extract.words.lemma import morphology
from claimcheck.extract.words.remembered import Remembered
from claimcheck.lexicon import has_table, table

_PRONOUN, _VERB, AUXILIARY = 0, 1, 2
Part = tuple[int, int] | None
"""What a word is in its clause, and what its subject can be, or a pronoun stand for."""


class Cases(msgspec.Struct, frozen=True, gc=False):
    """What `data/<language>/cases.toml` tells, ready to be asked; codes are those of genders."""

    nouns: Mapping[str, Code] | None
    """None where nouns have neither gender nor case, and only pronouns are told of."""
    articles: Mapping[str, int]
    """What a noun can be behind an article, as the subject."""
    behind: Mapping[str, int]
    """The same in any case."""
    sure: Set[str]
    """Articles that show that it is."""
    oblique: Set[str]
    """Articles that show that it is not."""
    relative: Mapping[str, int]
    whose: Mapping[str, int]
    """Pronouns by which a relative clause tells of what belongs to somebody."""
    parts: Mapping[str, Part]
    """Finite verbs and the pronouns that are subjects; None for all other words."""
    places: tuple[str, ...]
    """What nouns for places end in."""
    within: Set[str]
    """Prepositions before where something is so."""
    concerning: Set[str]
    """Prepositions before what a statement is about, where they open it."""
    enforcers: tuple[str, ...]
    """What nouns end in for who arrests, fines, robs or sentences others."""
    enforced: Sequence[str]
    """Prepositions before whom they do it to, the surest first."""
    located: Set[str]
    """Prepositions before where those are that are counted."""
    whereabouts: tuple[str, ...]
    """What nouns for parts of a country and of its economy end in."""
    premises: tuple[str, ...]
    """What nouns for houses and grounds end in."""
    averages: Set[str]
    """Nouns for the average of a country."""
    towards: tuple[str, ...] = ()
    """What words before a noun end in where something goes there: "in die Klinik"."""
    highest: tuple[str, ...] = ()
    """What adjectives of the highest degree end in."""
    single: tuple[str, ...] = ()
    """What a noun for one of a people ends in behind a definite article: "die Deutsche"."""
    declined: tuple[str, ...] = ()
    """What adjectives behind a definite article end in that stand with no subject."""
    infix: str = ""
    """The word before an infinitive, which has no subject of its own."""
    surveys: tuple[str, ...] = ()
    """What nouns end in for asking many."""
    asking: Set[str] = frozenset()
    """Articles and prepositions between such a noun and who does it."""
    told_on: Set[str] = frozenset()
    """Prepositions before the day on which somebody says something, not that it is about."""
    numbering: Set[str] = frozenset()
    """Verbs of telling whose subject has what it counts."""
    holding: Set[str] = frozenset()
    """Prepositions before a relative pronoun for that in or at which something is."""


@cache
def cases(language: str) -> Cases | None:
    """Return the cases of a language; None where nothing is told of them."""
    if not has_table(f"{language}/cases"):
        return None
    data = table(f"{language}/cases")
    nouns = genders(language)
    pronouns = dict.fromkeys(data["persons"], 0) | _codes(data["pronouns"])
    if nouns is None:
        parts = {word: (_PRONOUN, code) for word, code in pronouns.items()}
        parts |= {word.capitalize(): part for word, part in parts.items()}
        none: frozenset[str] = frozenset()
        before = _before_places(data)
        return Cases(None, {}, {}, none, none, {}, {}, parts, (), *before, none, (), (), none)
    articles = _codes(data["articles"])
    behind = _codes(data["behind"])
    return Cases(
        nouns,
        articles,
        {word: articles.get(word, 0) | behind.get(word, 0) for word in (*articles, *behind)},
        frozenset(data["sure"]),
        grammar(language).oblique,
        _codes(data["relative"]),
        _codes(data["whose"]),
        Remembered(_parts(data, pronouns, language)),
        tuple(data["places"]),
        *_before_places(data),
        frozenset(data["located"]),
        tuple(data["whereabouts"]),
        tuple(data["premises"]),
        frozenset(data["averages"]),
        tuple(data["endings"]["towards"]),
        tuple(data["endings"]["highest"]),
        tuple(data["endings"]["single"]),
        tuple(data["endings"]["declined"]),
        table(f"{language}/lemmas")["infix"],
        tuple(data["surveys"]),
        *map(frozenset, (data[key] for key in ("asking", "told_on", "numbering", "holding"))),
    )


@cache
def one_acting(language: str) -> Callable[[str, str], bool]:
    """Return what tells an unknown noun before a verb that one does: "Mertens verkauft"."""
    known = cases(language)
    nouns = known.nouns if known is not None else None
    if known is None or nouns is None:
        return lambda noun, verb: False

    def acts(noun: str, verb: str) -> bool:
        part = known.parts[verb] if verb.islower() else None
        singular = part is not None and part[0] != _PRONOUN and not part[1] & PLURAL
        return singular and not any(nouns[noun])

    return acts


def _before_places(
    data: Mapping[str, Sequence[str]],
) -> tuple[frozenset[str], frozenset[str], tuple[str, ...], tuple[str, ...]]:
    enforcing = tuple(data["enforcers"]), tuple(data["enforced"])
    return frozenset(data["within"]), frozenset(data["concerning"]), *enforcing


def _parts(
    data: Mapping[str, Mapping[str, Sequence[str]]], pronouns: Mapping[str, int], language: str
) -> Callable[[str], Part]:
    """Return what tells finite verbs and pronouns."""
    singular, plural = (frozenset(data["finite"][number]) for number in ("singular", "plural"))
    verbs = morphology(language)
    infix = table(f"{language}/lemmas")["infix"]
    many, none = tuple(data["endings"]["plural"]), tuple(data["endings"]["none"])

    def part(word: str) -> Part:
        lower = word.lower()
        if lower in pronouns:
            return _PRONOUN, pronouns[lower]
        if word in singular or word in plural:
            return AUXILIARY, PLURAL if word in plural else SINGULAR
        if not word[0].islower() or verbs.reading(word).verb is None or word.endswith(none):
            return None
        prefix, _, stem = word.partition(infix)
        if prefix and stem.endswith(many) and verbs.reading(prefix + stem).verb is not None:
            return None  # "anzufangen"
        return _VERB, PLURAL if word.endswith(many) else SINGULAR

    return part


def _codes(rows: Mapping[str, Sequence[str]]) -> dict[str, int]:
    found: dict[str, int] = {}
    for letters, words in rows.items():
        for word in words:
            found[word] = found.get(word, 0) | code_of(letters)
    return found
