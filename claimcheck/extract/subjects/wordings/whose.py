"""A measure that a relative pronoun gives to what stands before: "Azure, dessen Erlöse stiegen"."""

from __future__ import annotations

from claimcheck.extract.names.actors import Actors
from claimcheck.extract.names.finder import NameHit
from claimcheck.extract.names.nouns import NounHit
from claimcheck.extract.sentence import Analysis, Place
from claimcheck.extract.subjects.before.referents import gender_of
from claimcheck.extract.words.cases import cases
from claimcheck.model import Named

_REACH = 8
"""So many tokens before the pronoun its owner ends at most."""
_ADJECTIVES = 2
"""So many adjectives stand between the pronoun and the measure at most."""


def owner_before(
    analysis: Analysis, place: Place, measured: tuple[int, int] | None, actors: Actors
) -> NameHit | NounHit | None:
    """Return what the measure of a number belongs to, where its clause opens with "whose".

    That is the nearest before the pronoun that agrees with it, and no place behind it ("the
    yard in Kiel, whose").
    """
    language = analysis.sentence.language
    known = cases(language)
    if measured is None or known is None or not known.whose:
        return None
    words = analysis.tokens.words
    pronouns = [
        i
        for i in range(max(measured[0] - _ADJECTIVES - 1, 1), measured[0])
        if words[i] in known.whose
        and analysis.clause(i) == place.clause
        and all(word.islower() for word in words[i + 1 : measured[0]])
    ]
    if not pronouns:
        return None
    at = pronouns[-1]
    code = known.whose[words[at]]
    near = [h for h in analysis.candidates_near(place) if 0 <= at - h.last <= _REACH]
    ends = {hit.last for hit in near}
    for hit in reversed(near):
        led = hit.first - 1
        name = Named(hit.text, hit.key)
        can_be = gender_of(name, isinstance(hit, NounHit), actors, language)
        if (not can_be or can_be & code) and not (led in analysis.prepositions and led in ends):
            return hit
    return None
