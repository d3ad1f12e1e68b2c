"""The words of a newsroom: its own names, counted things and fiscal years."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

import msgspec

from claimcheck.extract.context import Context
from claimcheck.extract.names.known import by_first_word, known_names
from claimcheck.extract.words.grammar import grammar
from claimcheck.extract.words.lemma import lemma
from claimcheck.extract.words.things import noun_key
from claimcheck.extract.words.usage import Known
from claimcheck.lexicon import languages
from claimcheck.model import Claim, Named


class OwnWords(msgspec.Struct, frozen=True, gc=False):
    """What the settings add to the words of the data.

    `names` are further names by their first word; `counted` gives the key of a counted
    thing by its dictionary form, and `fiscal_years` the first month by subject key.
    """

    names: Known = {}
    counted: Mapping[str, str] = {}
    fiscal_years: Mapping[str, int] = {}

    def keys(self) -> dict[tuple[str, ...], str]:
        """Return the key of each further name by its words in lower case."""
        return {words: key for rows in self.names.values() for words, key in rows}

    def renamed(self, claim: Claim) -> Claim:
        """Return the claim with the key of its counted thing as its measure."""
        measure = claim.measure
        key = self.counted.get(measure.key) if measure else None
        if measure is None or key is None:
            return claim
        return msgspec.structs.replace(claim, measure=Named(measure.text, key))

    def reworded(self, context: Context) -> Context:
        """Return the context with the keys of counted things in the place of their words."""
        get = self.counted.get
        near = {get(key, key): strength for key, strength in context.near.items()}
        return msgspec.structs.replace(
            context,
            noun=frozenset(get(key, key) for key in context.noun),
            readings=frozenset(get(key, key) for key in context.readings),
            keys=tuple(near),
            strengths=tuple(near.values()),
        )

    def opening_month(self, claims: Iterable[Claim]) -> int:
        """Return the month in which the fiscal year of the claims' main subject opens."""
        if not self.fiscal_years:
            return 1
        counted = Counter(claim.subject.key for claim in claims if claim.subject)
        if not counted:
            return 1
        main = min(counted, key=lambda key: (-counted[key], key))
        return self.fiscal_years.get(main, 1)


def own_words(
    aliases: Mapping[str, Iterable[str]],
    synonyms: Mapping[str, Iterable[str]],
    fiscal_years: Mapping[str, int],
) -> OwnWords:
    """Return the words of the settings, ready to be looked up."""
    names: dict[tuple[str, ...], str] = {}
    for name, others in aliases.items():
        for one in (name, *others):
            words = _without_articles(one)
            names.setdefault(tuple(word.lower() for word in words), name_key(name))
    counted = {
        form: key
        for key, words in synonyms.items()
        for word in words
        for language in languages()
        if " " not in word
        for form in (noun_key(word, language), lemma(word, language).lower())
    }
    months = {name_key(name, names): month for name, month in fiscal_years.items()}
    return OwnWords(by_first_word(names), counted, months)


def name_key(name: str, own: Mapping[tuple[str, ...], str] | None = None) -> str:
    """Return the key that a name resolves to: its own, that of the data, or its words."""
    words = tuple(word.lower() for word in _without_articles(name))
    if own and words in own:
        return own[words]
    for known, key in known_names().get(words[0], ()) if words else ():
        if known == words:
            return key
    legal = {form for language in languages() for form in grammar(language).legal_forms}
    return " ".join([word for word in words if word not in legal] or words)


def _without_articles(name: str) -> list[str]:
    words = name.split()
    articles = {word for language in languages() for word in grammar(language).articles}
    while len(words) > 1 and words[0].lower() in articles:
        words = words[1:]
    return words
