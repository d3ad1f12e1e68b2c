"""Whose number it is: what its measure is of, then who acts in its clause, then the focus.

Candidates are the names of the sentence and, behind them, its noun phrases.
"""

from __future__ import annotations

import msgspec

from claimcheck.extract.focus import Focus
from claimcheck.extract.grammar import grammar
from claimcheck.extract.measures import MeasureLexicon
from claimcheck.extract.names import NameHit
from claimcheck.extract.nouns import NounHit
from claimcheck.extract.sentence import Analysis, Place, analyse, names_led
from claimcheck.extract.tokens import Tokens
from claimcheck.extract.usage import Usage, shapes
from claimcheck.model import Named, Sentence, TextSpan

_OTHER_CLAUSE = 20.0
_BEHIND = 4.0
_OTHER_TERRITORY = 6.0
_PREPOSITION = 6.0
_NOUN = 5.0
_PLAIN_NOUN = 3.0
_SPEAKER = 12.0
_ATTACHED = -12.0
_ACTING = -4.0
_WEAK = 14.0
_ADJACENT = -6.0
_NOUN_LIMIT = 13.0
_PARALLEL = 9.0


class Bound(msgspec.Struct, frozen=True, gc=False):
    """A subject with the words it was read from; `carried` when it is not in the sentence."""

    name: Named
    span: TextSpan | None
    carried: bool


def subject(
    analysis: Analysis,
    place: Place,
    focus: Focus,
    measured: tuple[int, int] | None = None,
    speaker: str | None = None,
) -> Bound | None:
    """Return the subject of the quantity, or None when nothing is known of it.

    `measured` are the tokens of the number's measure, `speaker` is who says the number:
    a name that belongs to the measure is taken first, the speaker late.
    """
    best: tuple[float, int] | None = None
    found: NameHit | NounHit | None = None
    near = analysis.candidates_near(place)
    for candidate in near:
        if place.first <= candidate.first < place.last:
            continue
        if measured is not None and candidate.first < measured[1] and measured[0] < candidate.last:
            continue
        cost = _cost(analysis, place, near, candidate, measured)
        if speaker is not None and candidate.text == speaker:
            cost += _SPEAKER
        if best is None or (cost, candidate.first) < best:
            best, found = (cost, candidate.first), candidate
    if focus.last is not None and (best is None or best[0] >= _PARALLEL):
        return Bound(focus.last, None, carried=True)
    if found is not None and best is not None and (
        isinstance(found, NameHit) or best[0] < _NOUN_LIMIT or found.first < place.first
    ):  # fmt: skip
        carried = _carried(analysis, place, focus, found, best[0])
        return carried or Bound(Named(found.text, found.key), _span(analysis, found), carried=False)
    return Bound(focus.name, None, carried=True) if focus.name is not None else None


def in_focus(analysis: Analysis) -> tuple[Named | None, Named | None]:
    """Return what the next sentences carry on: the first actor, and the first name."""
    actor = None
    for candidate in analysis.candidates:
        if candidate.first in analysis.led or (isinstance(candidate, NounHit) and candidate.plain):
            continue
        if isinstance(candidate, NounHit) and _generic(analysis, candidate):
            continue
        actor = candidate
        break
    named = Named(actor.text, actor.key) if actor is not None else None
    for name in analysis.names:
        if name.first not in analysis.led:
            return named, Named(name.text, name.key)
    return named, None


def spoken_of(
    sentence: Sentence,
    words: tuple[str, ...],
    usage: Usage,
    lexicon: MeasureLexicon,
    only_name: bool,
) -> tuple[Named | None, Named | None]:
    """Return what `in_focus` does for a sentence without quantities; the first name alone if so.

    Only a noun behind an article can come before the first name, and only then is the
    sentence analysed as a whole.
    """
    language = sentence.language
    names, led = names_led(words, usage, language)
    name = next((name for name in names if name.first not in led), None)
    proper = Named(name.text, name.key) if name is not None else None
    if only_name:
        return None, proper
    known = shapes(language)
    before = words[: name.first] if name is not None else words
    if not any(known[word].article for word in before):
        return proper, proper
    return in_focus(analyse(sentence, Tokens(words, (), (), ()), (), usage, lexicon))


def _cost(
    analysis: Analysis,
    place: Place,
    near: tuple[NameHit | NounHit, ...],
    candidate: NameHit | NounHit,
    measured: tuple[int, int] | None,
) -> float:
    """Return how far a candidate is from being the subject; smaller is nearer."""
    before = candidate.first < place.first
    cost = float(place.first - candidate.last if before else candidate.first - place.last) * 0.5
    led = candidate.first in analysis.led
    if measured is not None and _attached(analysis, candidate, measured, led):
        cost += _ATTACHED
    elif led:
        cost += _PREPOSITION
    clauses = analysis.tokens.clause
    same_clause = clauses[candidate.first] == clauses[place.first]
    if not same_clause:
        opens = before and _opens(analysis, candidate.first)
        cost += _OTHER_CLAUSE * 0.5 if opens else _OTHER_CLAUSE
    if not before:
        cost += _BEHIND if candidate.first < place.right else _BEHIND + _OTHER_TERRITORY
    elif not led and candidate.last == place.first:
        cost += _ADJACENT
    elif not led and (same_clause or candidate.first < 2) and _acts(analysis, near, candidate):
        cost += _ACTING
    if isinstance(candidate, NounHit):
        cost += _NOUN + (_PLAIN_NOUN if candidate.plain else 0.0)
        if candidate.last - 1 in analysis.measured:
            cost += _PLAIN_NOUN
    return cost


def _opens(analysis: Analysis, first: int) -> bool:
    """Return whether nothing but marks, such as a bullet's, stands before a token."""
    return not any(word[0].isalnum() for word in analysis.tokens.words[:first])


def _attached(
    analysis: Analysis, candidate: NameHit | NounHit, measured: tuple[int, int], led: bool
) -> bool:
    """Return whether the candidate stands with the measure: "Umsatz von X", "X's profit"."""
    gap = candidate.first - measured[1]
    if gap == 0 or (gap in (1, 2) and led and candidate.first - measured[1] <= 2):
        return True
    words = analysis.tokens.words
    if candidate.last == measured[0]:
        return words[candidate.last - 1].endswith(("'s", "’s", "s'", "s", "x"))
    return False


def _acts(
    analysis: Analysis, near: tuple[NameHit | NounHit, ...], candidate: NameHit | NounHit
) -> bool:
    """Return whether no other candidate stands before this one in its clause."""
    clauses = analysis.tokens.clause
    clause = clauses[candidate.first]
    for other in near:
        if other.first >= candidate.first:
            break
        if clauses[other.first] == clause and other.first not in analysis.led:
            return False
    return True


def _carried(
    analysis: Analysis, place: Place, focus: Focus, found: NameHit | NounHit, cost: float
) -> Bound | None:
    """Return the subject in focus where a pronoun or "the company" stands for it."""
    if isinstance(found, NounHit) and _generic(analysis, found) and focus.proper is not None:
        return Bound(focus.proper, None, carried=True)
    if not (cost >= _OTHER_CLAUSE + _WEAK or _stands_for(analysis, place, found)):
        return None
    return Bound(focus.name, None, carried=True) if focus.name is not None else None


def _stands_for(analysis: Analysis, place: Place, found: NameHit | NounHit) -> bool:
    """Return whether a pronoun or "the company" is the subject in the number's clause."""
    clause = analysis.clause(place.first)
    for tag in ("personal", "generic_subject"):
        for cue in analysis.tags.get(tag, ()):
            if cue.first >= place.first or cue.last > max(found.first, 3):
                continue
            if analysis.clause(cue.first) == clause:
                return True
    return False


def _generic(analysis: Analysis, found: NounHit) -> bool:
    """Return whether the noun only stands for a company named before."""
    return not found.plain and found.key.endswith(grammar(analysis.sentence.language).company_nouns)


def _span(analysis: Analysis, found: NameHit | NounHit) -> TextSpan:
    tokens = analysis.tokens
    return TextSpan(tokens.starts[found.first], tokens.ends[found.last - 1])
