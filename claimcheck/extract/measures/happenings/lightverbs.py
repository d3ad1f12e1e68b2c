"""The noun that a light verb has with it: "es wird eine Wahl geben", "they made a bid"."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.extract.measures.governor import is_noun
from claimcheck.extract.sentence import Analysis
from claimcheck.extract.words.grammar import grammar
from claimcheck.extract.words.usage import shapes
from claimcheck.extract.words.verbs import verb_words

_BESIDE, _NEAR = 3, 7


def object_of(analysis: Analysis, index: int, clause: Sequence[int]) -> int | None:
    """Return the noun of a light verb: "es wird eine Wahl geben", "they made a bid"."""
    words, language = analysis.tokens.words, analysis.sentence.language
    rules, forms, helpers = grammar(language), shapes(language), verb_words(language).helpers
    passive = any(words[i].lower() in helpers for i in (index - 1, index - 2) if i >= 0)
    sides = clause if rules.capital_nouns else [i for i in clause if (i < index) == passive]
    nouns = [
        i
        for i in _free_nouns(analysis, sides)
        if not (forms[words[i]].role or rules.ends_in_role(words[i].lower()))
        and not words[i].lower().endswith(rules.people)
    ]
    acting = analysis.agreement.acting.get(analysis.clause(index))
    first = acting.first if acting is not None and acting.first >= 0 else len(words)
    subject = next((i for i in nouns if first <= i <= first + _BESIDE), None)
    nouns = [i for i in nouns if i != subject] or nouns  # "im Mai machte das LAND ein Angebot"
    nearest = min(nouns, key=lambda i: abs(i - index), default=None)
    return nearest if nearest is not None and abs(nearest - index) <= _NEAR else None


def _free_nouns(analysis: Analysis, tokens: Sequence[int]) -> list[int]:
    """Return the nouns among the tokens that no preposition and no other noun leads."""
    words, known = analysis.tokens.words, verb_words(analysis.sentence.language)
    return [
        i
        for i in tokens
        if is_noun(analysis, i)
        and words[i].lower() not in known.no_verbs
        and not _is_led(analysis, i)
    ]


def _is_led(analysis: Analysis, index: int) -> bool:
    """Return whether a preposition leads a noun, or it is in the genitive."""
    words, rules = analysis.tokens.words, grammar(analysis.sentence.language)
    for i in range(index - 1, max(index - 1 - _BESIDE, -1), -1):
        word = words[i].lower()
        if i in analysis.prepositions:
            return True
        if word in rules.articles:
            owned = word in rules.genitive_articles and i > 0 and words[i - 1][0].isupper()
            return owned or i - 1 in analysis.prepositions
        if rules.capital_nouns and not words[i].endswith(rules.adjective_endings):
            return False
    return False
