"""Tells where a word for a few people counts them: "the pair were arrested", no "jazz trio"."""

from __future__ import annotations

from claimcheck.normalise.language import Language
from claimcheck.normalise.quantities import nouns
from claimcheck.normalise.quantities.draft import Draft
from claimcheck.normalise.tokens import Tokens

_CLAUSE = 12
"""Tokens from a helping verb to the participle that it helps."""
_ENDS = frozenset(".!?;:")


def are_several(draft: Draft, tokens: Tokens, language: Language) -> bool:
    """Tell whether what follows "ein Paar" is several of a thing, and no name of a band."""
    last = tokens.words[draft.stop - 1].lower()
    if draft.kind == "number" or last in language.words["one_piece"]:
        return False
    if draft.kind != "count" or not language.exact_case:
        return True
    known = nouns.known(tokens.words[draft.stop - 1], language)
    return known or nouns.singular(last, language, plural=True) != last


def are_people(draft: Draft, tokens: Tokens, language: Language) -> bool:
    """Tell by what becomes of them whether "the trio" are three people.

    They die or flee, or are arrested, killed or found; a trio that plays is a band.
    """
    first, stop = draft.number.first, draft.number.stop
    if stop - first == 1:  # "the trio", no "a trio"
        first -= 1
        led = tokens.words[first].lower() in language.words["determiners"]
        if not led or tokens.barrier(stop - 1):
            return False
    if tokens.barrier(stop):
        return False
    fates, before = language.fates, tokens.words[first - 1].lower()
    if fates.does.match(_lower(tokens, stop), 0):
        return True
    if before in fates.done_to and not tokens.barrier(first):
        return True
    helped = tokens.words[stop].lower() in fates.helpers
    return helped and _suffered(tokens, stop + 1, language)


def _suffered(tokens: Tokens, at: int, language: Language) -> bool:
    """Tell whether the clause that goes on at a token tells what became of somebody."""
    for k in range(at, at + _CLAUSE):
        if tokens.barrier(k) or tokens.words[k] in _ENDS:
            return False
        if tokens.words[k].lower() in language.fates.suffered:
            return True
        if not language.exact_case and not _passes(tokens.words[k], language):
            return False
    return False


def _passes(word: str, language: Language) -> bool:
    """Tell whether an English word may stand between "were" and "arrested"."""
    return word.endswith("ly") or word in language.fates.between


def _lower(tokens: Tokens, at: int) -> list[str]:
    return [word.lower() for word in tokens.words[at : at + 4]]
