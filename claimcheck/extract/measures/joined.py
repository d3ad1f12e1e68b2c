"""Years and miles that are joined to a noun: "a 15-year member", "a walk of 12 miles".

Minutes are joined to the words behind them, where they are of the clock of a game.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from claimcheck.extract.measures.carried import Bound
from claimcheck.extract.measures.governor import head_behind
from claimcheck.extract.measures.lexicon import MeasureLexicon
from claimcheck.extract.sentence import Analysis, Place
from claimcheck.extract.words.lemma import lemma, morphology
from claimcheck.lexicon import table
from claimcheck.model import Named, Quantity

_KINDS = frozenset({"duration", "measure", "number", "count"})
_CHILDREN = "children"
"""The only concept that counted things are joined to: "a father of two sons"."""
_LEFT, _ELAPSED = "time_left", "minute_of_play"
_SHORT = frozenset({"minute", "second"})


def joined_measure(
    analysis: Analysis, place: Place, lexicon: MeasureLexicon
) -> tuple[str, int] | None:
    """Return the concept that a quantity is a figure of by the noun that it is joined to, and it.

    It is that of the head of the phrase, or of a word before the head: "a 15-year department
    veteran". A phrase that is a concept by itself stays so: "a five-year prison term".
    """
    quantity = place.quantity
    if quantity.kind not in _KINDS:
        return None
    on_clock = _on_clock(analysis, place)
    if on_clock is not None:
        return on_clock
    nouns = _joined_nouns(analysis, place)
    if not nouns or _is_phrase(analysis, nouns[0]):
        return None
    language = analysis.sentence.language
    concepts = _concepts(language)
    for index in nouns:
        noun = lemma(analysis.tokens.words[index], language).lower()
        for key in (*concepts.get((noun, quantity.unit), ()), *concepts.get((noun, None), ())):
            if (quantity.kind == "count") != (key == _CHILDREN) and not _are_bare(quantity, key):
                continue
            if lexicon.fits(key, quantity):
                return key, index
    return None


def by_thing(analysis: Analysis, place: Place, lexicon: MeasureLexicon) -> Bound | None:
    """Return what a size is a figure of by the nearest thing of its clause that has such a size.

    "Mit 1.949 Metern gehört der Berg zu den kleineren", "the dam is 412 feet of earth".
    """
    if place.quantity.kind != "measure" or place.quantity.relation != "none":
        return None
    language, words = analysis.sentence.language, analysis.tokens.words
    concepts, forms = _concepts(language), morphology(language)
    clause = analysis.clause(place.first)
    around = range(max(place.left, place.first - _NEAR), min(place.right, place.last + _NEAR))
    for index in sorted(around, key=lambda i: abs(i - place.first)):
        if analysis.clause(index) != clause:
            continue
        reading = forms.reading(words[index])
        for key in concepts.get(((reading.head or reading.lemma).lower(), None), ()):
            if key in _SIZES and lexicon.fits(key, place.quantity):
                return Bound(Named(words[index], key), place.quantity.span, loose=True)
    return None


_SIZES = frozenset({"height", "length", "weight"})
_NEAR = 8
"""How many tokens away such a thing may stand."""


def _are_bare(quantity: Quantity, key: str) -> bool:
    """Return whether children are left out: "a father of two"."""
    return key == _CHILDREN and quantity.kind == "number"


def _on_clock(analysis: Analysis, place: Place) -> tuple[str, int] | None:
    """Return what minutes and seconds say of a game: "4:08 to go", "2:56 of the sixth round"."""
    quantity, behind = place.quantity, place.last
    if quantity.kind != "duration" or quantity.unit not in _SHORT:
        return None
    cue = analysis.tagged("time_left", behind, behind + 1)
    if cue is not None and cue.first == behind:
        return _LEFT, cue.last - 1
    elapsed = ":" in quantity.quote and analysis.tagged("share_of", behind, behind + 1)
    return (_ELAPSED, place.first) if elapsed else None


@cache
def _concepts(language: str) -> Mapping[tuple[str, str | None], Sequence[str]]:
    """Return the concepts of the `[joined]` of a language by their nouns, and by a unit.

    Most hold for any unit, which is None then.
    """
    concepts: dict[tuple[str, str | None], list[str]] = {}
    joined = table(f"{language}/claims")["joined"]
    units = {unit: rows for unit, rows in joined.items() if isinstance(rows, dict)}
    whole = {key: nouns for key, nouns in joined.items() if key not in units}
    for unit, rows in ((None, whole), *units.items()):
        for key, nouns in rows.items():
            for noun in nouns:
                concepts.setdefault((noun.lower(), unit), []).append(key)
    return concepts


def _joined_nouns(analysis: Analysis, place: Place) -> range:
    """Return the tokens that a number is joined to by a hyphen or by "of", the head first."""
    if "-" in place.quantity.quote:
        head = head_behind(analysis, place.last, articles=False)
        return range(0) if head is None else range(head, place.last - 1, -1)
    cue = analysis.tagged("leads_to", place.first - 1, place.first)
    if cue is None or not cue.first:
        return range(0)
    return range(cue.first - 1, cue.first - 2, -1)


def _is_phrase(analysis: Analysis, head: int) -> bool:
    return any(
        hit.first <= head < hit.last and hit.last - hit.first > 1 and hit.kind != "verb"
        for hit in analysis.measures
    )
