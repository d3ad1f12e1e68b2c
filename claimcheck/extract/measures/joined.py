"""Years and miles that are joined to a noun: "a 15-year member", "a walk of 12 miles".

Minutes are joined to the words behind them, where they are of the clock of a game.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from claimcheck.extract.concepts.keys import CHILDREN, MINUTE_OF_PLAY, TIME_LEFT
from claimcheck.extract.concepts.lexicon import MeasureLexicon
from claimcheck.extract.measures.carried import Bound
from claimcheck.extract.measures.compared import behind_brackets
from claimcheck.extract.measures.governor import head_behind, numbered_noun
from claimcheck.extract.sentence import Analysis, Place
from claimcheck.extract.words.lemma import lemma, morphology
from claimcheck.lexicon import table
from claimcheck.model import Named, Quantity

_ORDINAL = "ordinal"
_KINDS = frozenset({"duration", "measure", "number", "count", _ORDINAL})
_PERSON = "person"
_ANYBODY = frozenset({"person", "man", "woman", "child"})
"""The units of those who are counted as nobody in particular."""
_HELD = 4
"""How many tokens before them whoever has them may stand, and the verb that says so."""
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
    joined = _joined_nouns(analysis, place)
    if not joined or (quantity.kind != _ORDINAL and _is_phrase(analysis, joined[0])):
        return None
    language = analysis.sentence.language
    concepts = _concepts(language)
    units = (quantity.unit, None)
    for index in joined:
        nouns = _listed(analysis.tokens.words[index], quantity, language)
        keys = [(unit, concepts.get((noun, unit), ())) for noun in nouns for unit in units]
        for unit, key in ((unit, key) for unit, found in keys for key in found):
            told = unit is not None or _can_be(quantity, key, lexicon)
            if told and lexicon.fits(key, quantity):
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
    clause = place.clause
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


def _listed(word: str, quantity: Quantity, language: str) -> tuple[str, ...]:
    """Return what a noun is listed as; what is held again and again also by its last part.

    A word with the number in it is by that alone: "die 35-Stunden-Woche".
    """
    if quantity.kind != _ORDINAL:
        if word[0].isdigit() or word in quantity.quote:
            word = word.rpartition("-")[2] or word
        return (lemma(word, language).lower(),)
    reading = morphology(language).reading(word)
    return (reading.lemma.lower(), (reading.head or reading.lemma).lower())


def _can_be(quantity: Quantity, key: str, lexicon: MeasureLexicon) -> bool:
    """Return whether what a quantity is joined to makes it a figure of the concept.

    Children may be left out ("a father of two"), and who is counted may be anybody: "a town
    of 6,000 people", but not "of 6,000 voters".
    """
    if quantity.kind == _ORDINAL:
        return _ORDINAL in lexicon.info(key).units
    if quantity.kind != "count":
        return key != CHILDREN or quantity.kind == "number"
    own = lexicon.unit_concept(quantity.unit) if quantity.unit else None
    anybody = own is not None and lexicon.info(own).generic and quantity.unit in _ANYBODY
    return key == CHILDREN or (anybody and _PERSON in lexicon.info(key).units)


def _on_clock(analysis: Analysis, place: Place) -> tuple[str, int] | None:
    """Return what minutes and seconds say of a game: "4:08 to go", "2:56 of the sixth round"."""
    quantity, behind = place.quantity, place.last
    if quantity.kind != "duration" or quantity.unit not in _SHORT:
        return None
    cue = analysis.tagged("time_left", behind, behind + 1)
    if cue is not None and cue.first == behind:
        return TIME_LEFT, cue.last - 1
    elapsed = ":" in quantity.quote and analysis.tagged("share_of", behind, behind + 1)
    return (MINUTE_OF_PLAY, place.first) if elapsed else None


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


def _joined_nouns(analysis: Analysis, place: Place) -> Sequence[int]:
    """Return the tokens that a number is joined to by a hyphen or by "of", the head first."""
    if place.quantity.kind == _ORDINAL:
        noun = numbered_noun(analysis, place)
        return range(0) if noun is None else range(noun, noun - 1, -1)
    if "-" in place.quantity.quote:
        if place.quantity.quote.rpartition("-")[2].istitle():  # "die 35-Stunden-Woche"
            return range(place.last - 1, place.last - 2, -1)
        behind = behind_brackets(analysis, place)  # "a 300-metre (980-foot) tower"
        head = head_behind(analysis, behind, articles=False)
        return range(0) if head is None else range(head, behind - 1, -1)
    cue = analysis.tagged("leads_to", place.first - 1, place.first)
    if cue is None and place.quantity.unit in _ANYBODY:
        cue = analysis.tagged("holding", place.first - 1, place.first)
        if cue is None:
            return _holders(analysis, place)
    if cue is None or not cue.first:
        return range(0)
    return range(cue.first - 1, cue.first - 2, -1)


def _holders(analysis: Analysis, place: Place) -> Sequence[int]:
    """Return the words that may say who has the counted people: "the prison holds 1,200 men"."""
    cue = analysis.tagged("holds", place.first - _HELD, place.first)
    clause = analysis.clause(place.first)
    if cue is None or analysis.clause(cue.first) != clause:
        return ()
    before = place.first if cue.last < place.first else cue.first
    own = [i for i in range(before - 1, -1, -1) if analysis.clause(i) == clause][:_HELD]
    led = (k for k, i in enumerate(own) if i in analysis.prepositions)
    return own[: next(led, len(own))]


def _is_phrase(analysis: Analysis, head: int) -> bool:
    return any(
        hit.first <= head < hit.last and hit.last - hit.first > 1 and hit.kind != "verb"
        for hit in analysis.measures
    )
