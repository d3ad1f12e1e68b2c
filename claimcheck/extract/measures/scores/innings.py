"""Cricket, whose figures have no units: "3 for 77", "was out for 9", "the first Test".

The first number of a pair counts wickets, the second runs, and so does a bare number behind words
that end an innings. It is told of no articles but those that speak of wickets.
"""

from __future__ import annotations

from collections.abc import Container
from functools import cache

from claimcheck.extract.concepts.fitting import is_below
from claimcheck.extract.concepts.keys import INNINGS, MATCHES, RUNS, TESTED, WICKETS
from claimcheck.extract.concepts.lexicon import MeasureLexicon
from claimcheck.extract.measures.carried import Bound
from claimcheck.extract.sentence import Analysis, Place
from claimcheck.extract.words.cues import CueTable
from claimcheck.lexicon import table
from claimcheck.model import Named

_COUNTED = frozenset({WICKETS, INNINGS})
_BARE, _MORE = frozenset({"number", "count"}), 11
"""An innings has no more than ten wickets."""


def innings(
    analysis: Analysis,
    place: Place,
    found: Bound | None,
    lexicon: MeasureLexicon,
    topics: Container[str],
) -> Bound | None:
    """Return what a figure of cricket measures, or what was `found` if it is none."""
    if _cues(analysis.sentence.language) is None or WICKETS not in topics:
        return found
    quantity = place.quantity
    key = None
    if found is not None and found.name.key == TESTED:
        key = MATCHES
    elif quantity.kind in _BARE and not quantity.noun and not quantity.unit:
        key = _of_pair(analysis, place) or _of_score(analysis, place, found, lexicon)
    if key is None:
        return found
    return Bound(Named(quantity.quote, key), quantity.span, loose=False)


def _of_pair(analysis: Analysis, place: Place) -> str | None:
    """Return what a number of a pair counts: "resumed at 3 for 89", "no wicket for 126"."""
    if _tagged(analysis, "against", place.last) and place.last + 1 in analysis.numbered:
        return WICKETS if is_below(place.quantity, _MORE) else None
    if not _tagged(analysis, "against", place.first - 1):
        return None
    before = analysis.numbered.get(place.first - 2)
    bare = before is not None and before.kind in _BARE and is_below(before, _MORE)
    lost = place.first > 1 and any(
        hit.key == WICKETS and hit.last == place.first - 1 for hit in analysis.measures
    )
    return RUNS if bare or lost else None


def _of_score(
    analysis: Analysis, place: Place, found: Bound | None, lexicon: MeasureLexicon
) -> str | None:
    """Return that a bare number counts runs: "was out for 9", "an unbeaten 65", "adding 72"."""
    key = found.name.key if found is not None else ""
    if key in lexicon and key not in _COUNTED and lexicon.info(key).domain == "sport":
        return None
    at = place.first - 1
    if _tagged(analysis, "scores", at):
        return RUNS
    ended = _tagged(analysis, "against", at) and any(
        _tagged(analysis, "dismissed", i) for i in range(max(at - 12, 0), at)
    )
    return RUNS if ended else None


def _tagged(analysis: Analysis, tag: str, at: int) -> bool:
    known, words = _cues(analysis.sentence.language), analysis.tokens.words
    return known is not None and 0 <= at < len(words) and tag in known.tags(words[at].lower())


@cache
def _cues(language: str) -> CueTable | None:
    """Return the words of cricket of a language, from the `[innings]` of its `claims.toml`."""
    lists = table(f"{language}/claims").get("innings")
    return CueTable(lists, language) if lists else None
