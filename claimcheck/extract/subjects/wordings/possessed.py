"""A body or a person that a name in the genitive has: "Trumps Regierung strich 300 Stellen".

The sentence tells of the government, and of Trump nothing. What is a thing ("Lobaus Flotte") or
belongs to a place ("Berlins Polizei") is the name's own.
"""

from __future__ import annotations

from itertools import pairwise

from claimcheck.extract.names.finder import NameHit
from claimcheck.extract.names.known import place_keys
from claimcheck.extract.names.nouns import NounHit
from claimcheck.extract.sentence import Analysis, Place
from claimcheck.extract.words.cases import cases
from claimcheck.extract.words.grammar import grammar


def possessed(analysis: Analysis, place: Place, measured: tuple[int, int] | None) -> NounHit | None:
    """Return the noun behind a name in the genitive, where both are the subject of the clause."""
    known = cases(analysis.sentence.language)
    acting = analysis.agreement.acting.get(place.clause)
    if known is None or known.nouns is None or acting is None:
        return None
    for name, noun in pairwise(analysis.candidates):
        if name.first != acting.first or name.last != noun.first or isinstance(name, NounHit):
            continue
        own = measured is not None and measured[0] < noun.last and noun.first < measured[1]
        owns = not name.text.endswith(analysis.tokens.words[name.last - 1])
        if not owns or own or name.key in place_keys() or isinstance(noun, NameHit):
            return None
        return _told_apart(analysis, name, noun)
    return None


def _told_apart(analysis: Analysis, name: NameHit, noun: NounHit) -> NounHit | None:
    """Return a noun for somebody, or for a body by whose it is: there are many governments."""
    rules, words = grammar(analysis.sentence.language), analysis.tokens.words
    if not noun.plain:
        return None
    if noun.key.endswith(rules.own_bodies + rules.company_nouns + rules.organs):
        text = " ".join(words[name.first : noun.last])
        return NounHit(name.first, noun.last, text, f"{name.key} {noun.key}", plain=True)
    head = noun.text.lower()
    return noun if head in rules.roles or rules.ends_in_role(head) else None
