"""The keys of words that are no measures: "Umleitungen" and "detours" share one."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from claimcheck.extract.words.lemma import morphology
from claimcheck.lexicon import table


def noun_key(word: str, language: str) -> str:
    """Return the key that a noun has in all languages, or its dictionary form in lower case."""
    reading = morphology(language).reading(word)
    form = reading.lemma.lower()
    if word[0].isupper() and reading.noun is None and form == reading.verb:
        form = word.lower()  # "Raser" are no lawn: the noun is not the infinitive
    return common_key(form, language)


def counted_key(word: str, language: str) -> str:
    """Return the key of a noun that is counted, which may be the plural of one that has a key."""
    key = noun_key(word, language)
    if key != word.lower():
        return key
    keys = _common(language)
    singulars = morphology(language).singulars(key)
    return next((keys[form] for form in singulars if form in keys), key)


def common_key(form: str, language: str) -> str:
    """Return the key that a dictionary form has in all languages, or the form itself."""
    return _common(language).get(form, form)


@cache
def _common(language: str) -> Mapping[str, str]:
    return {
        word.lower(): key
        for key, words in table("common")["words"].items()
        for word in words.get(language, ())
    }
