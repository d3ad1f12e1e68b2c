"""Where a noun gives way to the verb of a date's clause, and words that say nothing of it.

"The strike ended on Monday" tells of its end; "der Kongress beschloss im Mai" of no meeting.
"""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.extract.concepts.hits import MeasureHit
from claimcheck.extract.concepts.keys import (
    ABOLITION,
    ANNIVERSARY,
    BAN,
    CANCELLATION,
    DECISION,
    END,
    HELD,
    MEETING,
    START,
)
from claimcheck.extract.measures.others import is_led
from claimcheck.extract.sentence import Analysis, Place
from claimcheck.extract.words.grammar import grammar
from claimcheck.extract.words.verbs import is_like_adjective, is_whole, verb_words

_ENDS = frozenset({END, CANCELLATION, ABOLITION, BAN})
_SPANS = _ENDS | {START}
_TAKES_PLACE = _SPANS | {HELD, MEETING}
_ATTACHED = 2
"""How far behind a noun a date may stand that is its own: "der Kongress am Montag"."""
_OWNED = 4
"""How far behind a noun it may stand in its phrase: "die Schließung des Bads am Montag"."""
_OPENS, _CLOSES = frozenset("„»«“"), frozenset("“”«»")
_TITLE = 6
"""How many words a name between quotation marks has at most."""


def ended(
    hit: MeasureHit, near: Sequence[tuple[float, MeasureHit]], index: int | None
) -> MeasureHit | None:
    """Return the verb that says of an event that it ends, or may not be: "the strike ended".

    Of holidays also that they start.
    """
    if hit.kind != "noun":
        return None
    ends = _SPANS if hit.key == ANNIVERSARY else _ENDS
    verbs = (verb for _, verb in near if verb.kind == "verb" and verb.first == index)
    return next((verb for verb in verbs if verb.key in ends), None)


def decided(
    analysis: Analysis,
    place: Place,
    hit: MeasureHit,
    near: Sequence[tuple[float, MeasureHit]],
    index: int | None,
) -> MeasureHit | None:
    """Return the verb that only decides on a thing: "hat am Mittwoch den Neubau beschlossen".

    A noun that the date belongs to is no such thing: "die Sitzung am Mittwoch beschloss".
    """
    if hit.kind != "noun" or hit.key == DECISION:
        return None
    between = range(hit.last, place.first)
    if 0 < len(between) <= _OWNED and not is_whole(analysis, between):
        return None
    verbs = (verb for _, verb in near if verb.kind == "verb" and verb.first == index)
    return next((verb for verb in verbs if verb.key == DECISION), None)


def held(
    analysis: Analysis,
    hit: MeasureHit,
    near: Sequence[tuple[float, MeasureHit]],
    clause: Sequence[int],
) -> MeasureHit:
    """Return the event that a verb only says to take place: "the funeral will be held Tuesday"."""
    if hit.key != HELD or hit.kind != "verb":
        return hit
    nouns = (
        other
        for _, other in near
        if other.kind == "noun" and other.first in clause and not is_led(analysis, other.first)
    )
    return next(nouns, hit)


def is_body(analysis: Analysis, place: Place, hit: MeasureHit, index: int | None) -> bool:
    """Return whether a noun is no meeting, but a body that does something, by the verb at `index`.

    "Der Kongress hatte im Mai ein Paket beschlossen", but "beim Kongress im Mai".
    """
    if hit.kind != "noun" or hit.key != MEETING or index is None or is_led(analysis, hit.first):
        return False
    known = verb_words(analysis.sentence.language)
    if not analysis.tokens.words[hit.last - 1].lower().endswith(known.bodies):
        return False
    between = range(hit.last, place.first)
    if len(between) <= _ATTACHED and between and not is_whole(analysis, between):
        return False
    return not any(
        other.first == index and other.key in _TAKES_PLACE for other in analysis.measures
    )


def describes(analysis: Analysis, hit: MeasureHit) -> bool:
    """Return whether a word says what somebody is like, and nothing that happens on a date.

    "Der in Madrid lebende Autor"; or it is part of a name: "das Team von „Rettet die Wale“".
    """
    word = analysis.tokens.words[hit.first]
    lives = word.endswith(verb_words(analysis.sentence.language).describing)
    return (lives and is_like_adjective(analysis, hit.first)) or _is_titled(analysis, hit.first)


def _is_titled(analysis: Analysis, index: int) -> bool:
    """Return whether a token stands between quotation marks that hold a name."""
    words = analysis.tokens.words
    first = next((i for i in range(index, max(index - _TITLE, 0), -1) if words[i - 1] in _OPENS), 0)
    last = next(
        (i for i in range(index, min(index + _TITLE, len(words))) if words[i] in _CLOSES), 0
    )
    if not first or not last or last - first > _TITLE or not words[first][0].isupper():
        return False
    return words[last - 1][0].isalnum() and grammar(analysis.sentence.language).capital_nouns
