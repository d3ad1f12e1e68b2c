"""Turns the settings into what the steps take: words, terms for pairs, ranks of sources."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

import msgspec

from claimcheck.config.settings import Config
from claimcheck.extract.concepts.lexicon import MeasureLexicon, lexicon
from claimcheck.extract.own import OwnWords, name_key, own_words
from claimcheck.lexicon import languages
from claimcheck.model import Document

if TYPE_CHECKING:
    from claimcheck.compare import Ladder
    from claimcheck.match.terms import Terms


class Knowledge(msgspec.Struct, frozen=True):
    """What a run goes by: the shipped knowledge and that of the settings."""

    config: Config
    measures: MeasureLexicon
    words: OwnWords
    terms: Terms | None = None
    ladder: Ladder | None = None

    def rank(self, document: Document) -> int | None:
        """Return the rank of a document's source, 1 being the most official; None without.

        That of the settings goes before the document's own.
        """
        source = (document.source or "").casefold()
        ranked = ((name.casefold(), rank) for name, rank in self.config.ranks.items())
        return next((rank for name, rank in ranked if name == source), document.rank)


def knowledge(config: Config | None = None) -> Knowledge:
    """Return what a run with these settings goes by; without them, the shipped knowledge."""
    config = config or Config()
    words = OwnWords()
    if config.aliases or config.synonyms or config.fiscal_years:
        words = own_words(config.aliases, config.synonyms, config.fiscal_years)
    measures = lexicon()
    if config.measures:
        measures = measures.with_user(_concepts(config.measures))
    return Knowledge(config, measures, words, _terms(config, words), _ladder(config))


def _terms(config: Config, words: OwnWords) -> Terms | None:
    """Return what the settings say about pairs, if anything."""
    if not (config.tolerances or config.distinct):
        return None
    from claimcheck.match.terms import Terms

    key = partial(name_key, own=words.keys())
    return Terms(config.tolerances, config.distinct, key)


def _ladder(config: Config) -> Ladder | None:
    """Return a ladder that knows exchange rates, where the settings name a source of them."""
    if not config.rates:
        return None
    from claimcheck.compare import Ladder
    from claimcheck.compare.rates import load

    tolerance = config.tolerances.get("rates")
    return Ladder(rates=load(config.rates, tolerance.amount) if tolerance else load(config.rates))


def _concepts(measures: Mapping[str, Sequence[str]]) -> dict[str, dict[str, list[str]]]:
    """Return a concept for each measure; its words are known in every language."""
    return {
        key: {language: list(words) for language in languages()} for key, words in measures.items()
    }
