"""Tells points of a rate, which are percentage points, from points of an index or a game."""

from __future__ import annotations

from decimal import Decimal

from claimcheck.normalise.language import Language
from claimcheck.normalise.quantities.draft import Draft
from claimcheck.normalise.tokens import Tokens

MOST = 30
"""The largest number of points that a rate is likely to move by."""
QUARTERS = (Decimal("0.25"), Decimal("0.75"))
STEPS = tuple(map(Decimal, ("0.1", "0.25", "0.5", "0.75", "1")))
"""The steps by which central banks move their rates."""
REACH = 30


def of_rate(draft: Draft, tokens: Tokens, language: Language) -> bool:
    """Tell whether a sentence speaks of a rate: "die Zinsen um einen halben Punkt senken".

    Quarters of a point are those of a rate even alone.
    """
    number = draft.number
    if number.total > MOST:
        return False
    words = _sentence(draft, tokens)
    near = set(words)
    if not language.index_words.isdisjoint(near):
        return False
    if number.value in QUARTERS and not number.digits:
        return True
    if not language.rate_words.isdisjoint(near):
        return True
    after = tokens.words[draft.stop].lower() in language.words["difference_words"]
    stepped = after or draft.relation == "by" or draft.negative
    return _to_percent(words, language, stepped=stepped)


def of_key_rate(draft: Draft, tokens: Tokens, language: Language) -> bool:
    """Tell whether percent are points of a key rate: "cut interest rates by 0.25 per cent".

    Central banks move their rates by steps of a quarter; a rate has no step in percent of itself.
    """
    if draft.relation != "by" or draft.upper is not None or draft.number.total not in STEPS:
        return False
    near = _sentence(draft, tokens)
    if language.key_rates.isdisjoint(near) or not language.index_words.isdisjoint(near):
        return False
    return not language.rate_setters or not language.rate_setters.isdisjoint(near)


def _to_percent(words: list[str], language: Language, *, stepped: bool) -> bool:
    """Tell whether the points lead to a percentage ("um fünf Punkte auf 28 Prozent").

    Points that something went up or down by may stand beside any percentage of their sentence,
    unless that says the same of an index: "fell 12 points, or 3 percent".
    """
    ends = language.words["to_words"] | language.words["from_words"]
    for at, word in enumerate(words):
        if at and words[at - 1] == "per" and f"per {word}" in language.percent_words:
            at -= 1
        elif word not in language.percent_words:
            continue
        lead = words[at - 2] if at > 1 else ""
        if lead in ends or (stepped and lead not in language.words["range_or"]):
            return True
    return False


def _sentence(draft: Draft, tokens: Tokens) -> list[str]:
    first, stop = draft.first, draft.stop
    while first > max(0, draft.first - REACH) and _goes_on(tokens, first, first - 1):
        first -= 1
    while stop < min(tokens.size, draft.stop + REACH) and _goes_on(tokens, stop, stop):
        stop += 1
    return [word.lower() for word in tokens.words[first:stop]]


def _goes_on(tokens: Tokens, gap: int, at: int) -> bool:
    """Tell whether token `at` belongs to the sentence on the other side of a gap."""
    return not tokens.barrier(gap) and tokens.words[at] not in (".", "!", "?")
