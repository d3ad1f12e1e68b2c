"""What a number in a relative clause measures: "des Umsatzes, der bei 3 Millionen lag"."""

from __future__ import annotations

from claimcheck.extract.concepts.hits import MeasureHit
from claimcheck.extract.concepts.lexicon import MeasureLexicon
from claimcheck.extract.sentence import Analysis, Place
from claimcheck.extract.words.cases import cases
from claimcheck.extract.words.genders import ANY
from claimcheck.extract.words.grammar import grammar

_NOUNS = frozenset({"noun", "entity"})


def antecedent(analysis: Analysis, place: Place, lexicon: MeasureLexicon) -> MeasureHit | None:
    """Return the noun before the comma that the subject of the number's clause stands for.

    That is the last noun there, if it agrees with the pronoun and has figures of this kind. A
    verb such as "lag" ends the clause, and no noun of the clause is measured instead.
    """
    words, clause, first = analysis.tokens.words, analysis.clause(place.first), place.first
    if analysis.tagged_in_clause("level_last", place) is None:
        return None
    while first and analysis.clause(first - 1) == clause:
        first -= 1
    rules = grammar(analysis.sentence.language)
    if words[first] != "," or words[first + 1].lower() not in rules.relative:
        return None
    found: MeasureHit | None = None
    for hit in analysis.measures_near(place):
        if hit.kind not in _NOUNS or not lexicon.fits(hit.key, place.quantity):
            continue
        if analysis.clause(hit.first) == clause:
            return None
        if hit.last <= first:
            found = hit
    if found is None:
        return None
    between = words[found.last : first]
    if any(word[0].isupper() for word in between) if rules.capital_nouns else between:
        return None
    return (
        found
        if _agrees(words[found.last - 1], words[first + 1].lower(), analysis.sentence.language)
        else None
    )


def _agrees(noun: str, pronoun: str, language: str) -> bool:
    """Return whether the pronoun can be the subject that stands for the noun."""
    known = cases(language)
    if known is None or known.nouns is None:
        return True
    return bool((known.nouns[noun][1] or ANY) & known.relative.get(pronoun, 0))
