"""Who only speaks in an aside: "Die Quote liege, sagte Lena Wenz, bei 5 Prozent"."""

from __future__ import annotations

from claimcheck.extract.names.finder import NameHit
from claimcheck.extract.sentence import Analysis, Place
from claimcheck.extract.words.cues import Cue
from claimcheck.extract.words.grammar import grammar

_LONGEST = 9
_ENDS = frozenset(',.–—“”"«»!?')
_SPOKEN = ("personal", "first_person")


def asides(analysis: Analysis, place: Place) -> tuple[range, ...]:
    """Return the tokens between marks that only tell who says the number at `place`."""
    return tuple(
        aside
        for tag in ("says", "thus")
        for cue in analysis.tags.get(tag, ())
        if (aside := _aside(analysis, cue, place)) is not None
    )


def told_aside(analysis: Analysis, place: Place) -> tuple[str, Cue] | None:
    """Return who tells a number by a word without a verb: "…, so Lena Wenz, …"."""
    for cue in analysis.tags.get("thus", ()):
        aside = _aside(analysis, cue, place)
        if aside is None:
            continue
        for name in analysis.names:
            if name.first in aside and isinstance(name, NameHit):
                return name.text, cue
    return None


def speaks_aside(analysis: Analysis, place: Place) -> frozenset[int]:
    """Return the first tokens of what stands in such asides, if nobody speaks of themselves."""
    found = asides(analysis, place)
    if not found or any(analysis.tags.get(tag) for tag in _SPOKEN):
        return frozenset()
    return frozenset(i for aside in found for i in aside)


def _aside(analysis: Analysis, cue: Cue, place: Place) -> range | None:
    """Return the tokens from a cue behind a comma to the next mark; None where that is no aside."""
    words, first = analysis.tokens.words, cue.first
    if first < 2 or words[first - 1] != "," or cue.last - first != 1:
        return None
    end = next((i for i in range(cue.last, len(words)) if words[i] in _ENDS), -1)
    if not cue.last < end <= first + _LONGEST or first <= place.first < end:
        return None
    if not any(name.last == end and name.first >= cue.last for name in analysis.names):
        return None
    return None if _tells_of(analysis, end, place) else range(first, end)


def _tells_of(analysis: Analysis, end: int, place: Place) -> bool:
    """Return whether a number is in a relative clause on the speaker: "sagt Wenz, der zwei …"."""
    if place.first <= end:
        return False
    words = analysis.tokens.words
    relative = grammar(analysis.sentence.language).relative
    opens = words[end] == "," and words[end + 1].lower() in relative
    return opens and "," not in words[end + 1 : place.first]
