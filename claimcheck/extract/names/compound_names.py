"""The name that the word for what is measured begins with: "die Novarion-Aktie"."""

from __future__ import annotations

from claimcheck.extract.names.actors import Actors
from claimcheck.extract.names.known import known_keys, known_names
from claimcheck.extract.sentence import Analysis
from claimcheck.extract.words.grammar import grammar
from claimcheck.model import Named

_LEAST = 2


def compound_name(analysis: Analysis, measured: tuple[int, int], actors: Actors) -> Named | None:
    """Return whose figure a compound joined by a hyphen is, if the text or the data knows it.

    `measured` are the tokens of the measure, `actors` who the document tells of.
    """
    if not grammar(analysis.sentence.language).capital_nouns:
        return None
    part = analysis.tokens.words[measured[0]].rpartition("-")[0]
    if len(part) < _LEAST or not part[0].isupper():
        return None
    whole = any(
        name.first <= measured[0] < name.last and name.key in known_keys()
        for name in analysis.names
    )
    if whole:
        return None  # "der US-Kongress" is no measure of the USA
    lower = part.lower()
    key = next((key for words, key in known_names().get(lower, ()) if words == (lower,)), lower)
    named = key in known_keys() or (key in actors.counts and key not in _common(analysis))
    return Named(part, key) if named else None


def _common(analysis: Analysis) -> frozenset[str]:
    rules = grammar(analysis.sentence.language)
    return rules.no_subjects | rules.common_nouns
