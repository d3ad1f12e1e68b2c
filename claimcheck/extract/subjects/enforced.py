"""Whose it is that the police seize, a court imposes or robbers take: not theirs.

"Police made 31 arrests in the raid on the Nevado gang", "die Hacker forderten von den Stadtwerken
Lohberg zwei Millionen".
"""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.extract.concepts.lexicon import lexicon
from claimcheck.extract.names.finder import NameHit
from claimcheck.extract.names.nouns import NounHit
from claimcheck.extract.sentence import Analysis
from claimcheck.extract.subjects.asked import Asked
from claimcheck.extract.subjects.ruled import UNKNOWN, Ruled
from claimcheck.extract.subjects.traits import Option
from claimcheck.extract.words.cases import cases

_OWN = 2


def without_enforcer(number: Asked, clause: Ruled) -> Ruled:
    """Return what a clause shows, or whom it is done to where its subject does so."""
    hit = clause.hit
    if hit is None or not _of_enforcer(number, hit):
        return clause
    held = _held(number, hit)
    return Ruled(held) if held is not None else UNKNOWN


def without_enforcers(number: Asked, found: Sequence[Option]) -> Sequence[Option]:
    """Return the options without those who do it; not one may be left but that there is none."""
    theirs = [option for option in found if _is_enforcers(number, option)] if _who(number) else ()
    if not theirs:
        return found
    keys = {option.name.key for option in theirs if option.name}
    return [option for option in found if option.name is None or option.name.key not in keys]


def _is_enforcers(number: Asked, option: Option) -> bool:
    """Return whether an option imposes or takes it, by its noun or that before its name."""
    if option.hit is None:
        return option.name is not None and _enforces(number, option.name.key)
    named = isinstance(option.hit, NameHit) and option.hit.first > 0
    before = number.analysis.tokens.words[option.hit.first - 1] if named else ""
    return _enforces(number, before) or _of_enforcer(number, option.hit)


def _of_enforcer(number: Asked, hit: NameHit | NounHit) -> bool:
    """Return whether a number is of what somebody imposes on others or takes from them."""
    return _enforces(number, number.analysis.tokens.words[hit.last - 1])


def _enforces(number: Asked, word: str) -> bool:
    who = _who(number)
    return bool(who) and word.lower().endswith(who)


def _who(number: Asked) -> tuple[str, ...]:
    """Return how those end who impose what a number measures, or take it; of most is nobody."""
    if number.what is None or not lexicon().info(number.what).imposed:
        return ()
    known = cases(number.analysis.sentence.language)
    return known.enforcers if known is not None else ()


def _held(number: Asked, enforcer: NameHit | NounHit) -> NameHit | None:
    """Return whom a clause names behind the likeliest preposition.

    Where they are from comes last: "customs in Hafenburg".
    """
    analysis = number.analysis
    known = cases(analysis.sentence.language)
    if known is None:
        return None
    ranks: list[tuple[bool, int, int]] = []
    names: dict[int, NameHit] = {}
    for name in analysis.names:
        led = _led_by(analysis, name, known.enforced)
        if led is None or analysis.clause(name.first) != number.place.clause:
            continue
        own = 0 <= name.first - enforcer.last <= _OWN
        ranks.append((own, known.enforced.index(led), name.first))
        names[name.first] = name
    return names[min(ranks)[2]] if ranks else None


def _led_by(analysis: Analysis, name: NameHit, prepositions: Sequence[str]) -> str | None:
    """Return the preposition that leads a name, over an article and nouns right before it."""
    words = analysis.tokens.words
    for index in range(name.first - 1, max(name.first - 5, -1), -1):
        word = words[index].lower()
        if word in prepositions:
            return word
        if index in analysis.prepositions or not (word[0].isalpha() or word in '„"“'):
            return None
    return None
