"""Who says a number."""

from __future__ import annotations

from claimcheck.extract.names.finder import NameHit
from claimcheck.extract.sentence import Analysis, Place
from claimcheck.extract.subjects.asides import told_aside
from claimcheck.extract.words.cues import Cue
from claimcheck.extract.words.lemma import compound_parts

_REPORTING = frozenset({"according_to", "according_to_after", "says"})
_REACH = 60


def speaker(analysis: Analysis, place: Place) -> tuple[str, Cue] | None:
    """Return who the sentence gives as the source of the number, and the reporting words.

    Reporting words in the clause of the number come before those of other clauses.
    """
    if analysis.tags.keys().isdisjoint(_REPORTING):
        return told_aside(analysis, place)
    clause = place.clause
    first, last = place.first - _REACH, place.last + _REACH
    said = [
        cue
        for cue in analysis.cues
        if first <= cue.first < last and not cue.tags.isdisjoint(_REPORTING)
    ]
    said.sort(key=lambda cue: (analysis.clause(cue.first) != clause, cue.first))
    for cue in said:
        if "according_to" in cue.tags:
            text = _whose(analysis, cue) or _behind(analysis, place, cue.last, 4)
        elif "according_to_after" in cue.tags:
            text = _before(analysis, place, cue.first, 4)
        else:
            text = _before(analysis, place, cue.first, 6)
            if text is None or _is_led(analysis, place, text, cue):
                text = _behind(analysis, place, cue.last, 4, led=False) or text
        if text:
            return text, cue
    return told_aside(analysis, place)


def _whose(analysis: Analysis, cue: Cue) -> str | None:
    """Return who stands in the compound that ends reporting words: "nach Polizeiangaben"."""
    if cue.last - cue.first == 1:
        return None
    parts = compound_parts(analysis.tokens.words[cue.last - 1], analysis.sentence.language)
    return parts[0].capitalize() if len(parts) > 1 else None


def _behind(
    analysis: Analysis, place: Place, first: int, reach: int, led: bool = True
) -> str | None:
    """Return the name, or else the noun, that starts within `reach` tokens from `first`.

    With `led` false, what a preposition leads is none: "klagten über Atemnot".
    """
    found: str | None = None
    for candidate in analysis.candidates_near(place):
        at = candidate.first
        if not first <= at < first + reach or at in analysis.numbered:
            continue
        if not led and not analysis.prepositions.isdisjoint((at, at - 1)):
            continue
        if isinstance(candidate, NameHit):
            return candidate.text
        found = found or candidate.text
    return found or _party(analysis, range(first, first + reach))


def _before(analysis: Analysis, place: Place, last: int, reach: int) -> str | None:
    """Return the nearest name or noun that no preposition leads and that ends before `last`."""
    clause = analysis.clause(last)
    for candidate in reversed(analysis.candidates_near(place)):
        if not last - reach <= candidate.last <= last or candidate.first in analysis.numbered:
            continue
        if analysis.clause(candidate.first) != clause and candidate.last != last - 1:
            continue
        led = {candidate.first, candidate.first - 1} & analysis.prepositions
        if not led:
            return candidate.text
    return _party(analysis, range(max(last - reach, 0), last))


def _is_led(analysis: Analysis, place: Place, text: str, cue: Cue) -> bool:
    """Return whether who stands before reporting words is led: "Für das Werk Lobau rechnet"."""
    before = [c for c in analysis.candidates_near(place) if c.text == text and c.last <= cue.first]
    return bool(before) and before[-1].first in analysis.oblique


def _party(analysis: Analysis, reach: range) -> str | None:
    """Return the group of people in reach that is often the source of a number."""
    cue = analysis.tagged("party", reach.start, reach.stop)
    if cue is None or not cue.first >= reach.start:
        return None
    return " ".join(analysis.tokens.words[cue.first : cue.last])
