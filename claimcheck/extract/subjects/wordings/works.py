"""What is worked on, for its work: "the renovation of the town hall" is figures of the hall.

So is whom an affair is about: "the trial of Ann Ray", "der Einsatz gegen die Bande Lobau".
"""

from __future__ import annotations

from claimcheck.extract.names.finder import NameHit
from claimcheck.extract.names.nouns import NounHit
from claimcheck.extract.sentence import Analysis
from claimcheck.extract.words.grammar import grammar
from claimcheck.extract.words.usage import shapes

_REACH = 6
"""How many tokens behind its work the name or noun of it may start: "of the 200-year-old hall"."""


def worked_on(analysis: Analysis, hit: NameHit | NounHit) -> NameHit | NounHit:
    """Return what a noun for a work is the work of, or the noun itself."""
    language = analysis.sentence.language
    rules = grammar(language)
    words, at = analysis.tokens.words, hit.last
    if not isinstance(hit, NounHit) or at >= len(words):
        return hit
    if hit.key.endswith(rules.affairs) and words[at].lower() in rules.of_affairs:
        return _concerned(analysis, hit, rules.of_affairs) or hit
    if hit.key not in rules.works:
        return hit
    if words[at].lower() not in rules.of_works:
        return hit
    other = next((c for c in analysis.candidates if at <= c.first and c is not hit), None)
    if other is None or other.first > at + _REACH:
        return hit
    small = all(_describes(analysis, i) for i in range(at + 1, other.first))
    return other if small else hit


def _concerned(analysis: Analysis, hit: NounHit, joints: frozenset[str]) -> NameHit | None:
    """Return the name of whom an affair is about: "the haul from the raid on the jeweller Ray"."""
    name = next((name for name in analysis.names if name.first > hit.last), None)
    if name is None or name.first > hit.last + _REACH:
        return None
    words, order = analysis.tokens.words, analysis.order
    verb = order.clauses[hit.first].verb if order is not None else name.first
    if hit.last <= verb < name.first:
        return None
    for index in range(hit.last, name.first):
        word = words[index].lower()
        if not word[0].isalpha() or (index in analysis.prepositions and word not in joints):
            return None
    return name


def _describes(analysis: Analysis, index: int) -> bool:
    """Return whether a word can stand before a noun: "the new primary school", "the 40 flats"."""
    word, language = analysis.tokens.words[index], analysis.sentence.language
    if index in analysis.numbered or shapes(language)[word].adjective:
        return True
    rules = grammar(language)
    plain = word.isalpha() and word.islower() and index not in analysis.prepositions
    return plain and not rules.capital_nouns and word not in rules.stop_words
