"""One sentence, analysed once: tokens, quantities, names, measures and cue words."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from claimcheck.extract.clauses.agreement import NOTHING, Agreement, Phrases, agreement
from claimcheck.extract.clauses.conjunctions import conjunctions
from claimcheck.extract.clauses.insertions import placing, resumed
from claimcheck.extract.clauses.order import Order
from claimcheck.extract.clauses.predicates import order
from claimcheck.extract.clauses.standing import oblique
from claimcheck.extract.clauses.titles import titles
from claimcheck.extract.concepts.concept import Concept
from claimcheck.extract.concepts.fitting import is_sum
from claimcheck.extract.concepts.hits import MeasureHit
from claimcheck.extract.concepts.lexicon import MeasureLexicon
from claimcheck.extract.names.finder import NameHit, find
from claimcheck.extract.names.nouns import NounHit, find_nouns
from claimcheck.extract.tokens import Tokens
from claimcheck.extract.words.cues import Cue, cues
from claimcheck.extract.words.grammar import grammar
from claimcheck.extract.words.parts import parts
from claimcheck.extract.words.usage import Usage
from claimcheck.model import Quantity, Sentence

_REACH = 80
"""How many tokens away from a number its subject and measure can stand."""
_PLACES = 16
"""How many quantities on each side are looked at; prose never has so many in a sentence."""
_RELATIVE = frozenset({"percent", "percentage_point", "ratio"})
_WRITTEN_OUT = frozenset({"measure", "duration", "percent", "percentage_point"})
"""The kinds of numbers that end in the words of a unit: "8 per cent", "three miles"."""
_ACTING = frozenset({"verb", "change", "adjective"})
_WHEN = frozenset({"date", "time"})
_NO_SUMS = frozenset({"sums"})
_NO_SIZES = frozenset({"sums", "sizes"})
"""What the words do not say that numbers of these kinds can be figures of."""


class Place(msgspec.Struct, frozen=True, gc=False):
    """A quantity by its tokens [first, last); `left` and `right` bound its territory.

    The territory is the stretch that is nearer to this quantity than to any other; `clause` is
    the number of the clause that the quantity starts in.
    """

    quantity: Quantity
    first: int
    last: int
    left: int
    right: int
    clause: int


class Analysis(msgspec.Struct, frozen=True, gc=False):
    """What one sentence holds, by token indices."""

    sentence: Sentence
    tokens: Tokens
    places: tuple[Place, ...]
    names: tuple[NameHit, ...]
    measures: tuple[MeasureHit, ...]
    cues: tuple[Cue, ...]
    candidates: tuple[NameHit | NounHit, ...] = ()
    """What may be a subject: names and other nouns, left to right."""
    prepositions: frozenset[int] = frozenset()
    """The tokens that are prepositions."""

    measured: frozenset[int] = frozenset()
    """The last tokens of concepts."""
    owned: frozenset[int] = frozenset()
    """Those of nouns that are no things, but measures of one."""
    joints: frozenset[int] = frozenset()
    """The tokens that join two phrases: "and"."""
    numbered: Mapping[int, Quantity] = {}
    """The tokens that belong to quantities."""
    tags: Mapping[str, Sequence[Cue]] = {}
    """The cues by their tags."""
    oblique: frozenset[int] = frozenset()
    """The first tokens of candidates that do not stand as subjects of their clause."""
    led: frozenset[int] = frozenset()
    """Of these, those that are no names behind a noun: "in der Reederei Lobau" tells of Lobau."""
    agreement: Agreement = NOTHING
    """Which candidates are subjects by their forms and that of the verb."""
    order: Order | None = None
    """Which noun phrases are subjects by the order of words, where that shows it."""

    def candidates_near(self, place: Place) -> tuple[NameHit | NounHit, ...]:
        """Return the candidates within reach of a quantity."""
        if len(self.tokens.words) <= _REACH:
            return self.candidates
        first = bisect_left(self.candidates, place.first - _REACH, key=_first)
        last = bisect_left(self.candidates, place.last + _REACH, key=_first)
        return self.candidates[first:last]

    def measures_near(self, place: Place) -> tuple[MeasureHit, ...]:
        """Return the concepts within reach of a quantity that it may be a figure of."""
        measures = self.measures
        if len(self.tokens.words) > _REACH:
            first = bisect_left(measures, place.first - _REACH, key=_first)
            last = bisect_left(measures, place.last + _REACH, key=_first)
            measures = measures[first:last]
        if place.quantity.kind == "date":  # "by the end of June" is the end of nothing
            return tuple([hit for hit in measures if not place.first <= hit.first < place.last])
        if is_sum(place.quantity) and not self._counts_some(place):
            return measures
        out = _NO_SIZES if place.quantity.kind in _RELATIVE else _NO_SUMS
        return tuple([hit for hit in measures if hit.only not in out])

    def _counts_some(self, place: Place) -> bool:
        """Return whether a large number is some of things, and no sum: "zehn Millionen davon"."""
        bare = place.quantity.kind == "number"
        return bare and self.tagged("part", place.last, place.last + 1) is not None

    def places_near(self, place: Place) -> tuple[Place, ...]:
        """Return the quantities around one, itself included: few of those of a table."""
        if len(self.places) == 1:
            return self.places
        near = self.indices_near(place)
        return self.places[near.start : near.stop]

    def indices_near(self, place: Place) -> range:
        """Return the indices of the quantities around one, its own included."""
        size = len(self.places)
        if size <= _PLACES + 1:
            return range(size)
        at = bisect_left(self.places, place.first, key=_first)
        return range(max(at - _PLACES, 0), min(at + _PLACES + 1, size))

    def clause(self, index: int) -> int:
        """Return the number of the clause that holds the token."""
        clause = self.tokens.clause
        if index < len(clause):
            return clause[index]
        return clause[-1] if clause else 0

    def tagged(self, tag: str, first: int, last: int) -> Cue | None:
        """Return the first cue with `tag` in the tokens [first, last)."""
        for cue in self.tags.get(tag, ()):
            if cue.first < last and first < cue.last:
                return cue
        return None

    def tagged_in_clause(self, tag: str, place: Place) -> Cue | None:
        """Return a cue with `tag` in the clauses that the quantity stands in."""
        tagged = self.tags.get(tag)
        if tagged is None:
            return None
        clauses, clause = (
            (place.clause, self.clause(place.last - 1)),
            self.tokens.clause,
        )
        for cue in tagged:
            if clause[cue.first] in clauses:
                return cue
        return None


def analyse(
    sentence: Sentence,
    tokens: Tokens,
    quantities: tuple[Quantity, ...],
    usage: Usage,
    lexicon: MeasureLexicon,
    names: Sequence[NameHit] | None = None,
    found: Sequence[Cue] | None = None,
) -> Analysis:
    """Return the analysis of `sentence`, whose quantities stand in order of position.

    `names` are those of the sentence, and `found` its cues, if they are known already.
    """
    language, words = sentence.language, tokens.words
    ranges = [tokens.covering(q.span.start, q.span.end) for q in quantities]
    inside = placing(words, language)
    clauses = resumed(words, tokens.clause, inside, language)
    places = tuple(_places(quantities, ranges, clauses))
    tokens = Tokens(words, tokens.starts, tokens.ends, clauses, inside)
    if names is None:
        names = find(words, usage, language, _closed(quantities, ranges))
    measures = lexicon.find(words, language, usage.topics, _behind_sizes(quantities, ranges))
    measures = _outside_names(measures, names, words, language)
    if not any(map(is_sum, quantities)):
        measures = [hit for hit in measures if hit.only != "sums"]
    if found is None:
        found = cues(language).find(words)
    tags = _by_tag(_telling(found, words, language))
    prepositions = _prepositions(tags.get("preposition", ()))
    prepositions -= conjunctions(words, clauses, prepositions, language)
    joints = frozenset([cue.first for cue in tags.get("joint", ())])
    heads = _heads(measures, lexicon)
    acting = {hit.first for hit in measures if hit.kind in _ACTING}
    taken = {i for name in names for i in range(name.first, name.last)}
    taken.update(*ranges, heads, acting)
    # a word that may be verb or noun is the verb where its number follows ("the road costs 3")
    measured = heads - {i for i in heads & acting if any(i + 1 in span for span in ranges)}
    candidates = _in_order(names, find_nouns(words, language, taken, measured))
    led = oblique(words, candidates, prepositions, joints, language)
    titled = titles(words, candidates, language)
    with_titles = led.union([first for first, noun in titled.items() if noun.first in led])
    if titled:
        candidates = tuple([hit for hit in candidates if hit not in titled.values()])
    nouns = {hit.last - 1 for hit in measures if hit.kind == "noun"}
    phrases = Phrases(
        candidates,
        titled,
        with_titles,
        joints,
        prepositions,
        nouns.difference([hit.last - 1 for hit in candidates]),
        {place.first: place.last for place in places if place.quantity.kind == "count"},
    )
    counting = {place.clause for place in places}
    speech = parts(language) if places else None
    return Analysis(
        sentence=sentence,
        tokens=tokens,
        places=places,
        names=tuple(names),
        measures=tuple(measures),
        cues=tuple(found),
        candidates=candidates,
        measured=frozenset([hit.last - 1 for hit in measures]),
        owned=frozenset(
            measured.difference([m.last - 1 for m in measures if lexicon.info(m.key).entity])
        ),
        numbered={
            i: quantity
            for quantity, span in zip(quantities, ranges, strict=True)
            for i in span
            if quantity.kind != "ordinal" or i not in acting  # "first released in 1985"
        },
        prepositions=prepositions,
        joints=joints,
        tags=tags,
        oblique=with_titles,
        led=led,
        agreement=agreement(words, clauses, counting, phrases, language) if places else NOTHING,
        order=order(words, _whens(quantities, ranges), speech) if speech else None,
    )


def _places(
    quantities: Sequence[Quantity], ranges: Sequence[range], clauses: Sequence[int]
) -> Iterator[Place]:
    """Yield each quantity with its tokens, its territory and its clause."""
    size = len(clauses)
    for i, (quantity, span) in enumerate(zip(quantities, ranges, strict=True)):
        left = ranges[i - 1].stop if i else 0
        right = ranges[i + 1].start if i + 1 < len(ranges) else size
        clause = clauses[min(span.start, size - 1)]
        yield Place(quantity, span.start, span.stop, min(left, span.start), right, clause)


def _outside_names(
    measures: list[MeasureHit], names: Sequence[NameHit], words: Sequence[str], language: str
) -> list[MeasureHit]:
    """Return the concepts that are no part of a name, where only names have capitals."""
    if not names or grammar(language).capital_nouns:
        return measures
    named = {i for name in names for i in range(name.first, name.last)}
    long = {i for n in names if n.last - n.first > 1 for i in range(n.first, n.last)}
    return [
        hit
        for hit in measures
        if hit.first not in named or not (hit.first in long or words[hit.first].istitle())
    ]


def _heads(measures: Iterable[MeasureHit], lexicon: MeasureLexicon) -> set[int]:
    """Return the last tokens of the nouns of concepts that are no things."""
    return {
        hit.last - 1
        for hit in measures
        if hit.kind == "noun" and hit.only != "sums" and not _is_thing(lexicon.info(hit.key))
    }


def names_led(
    words: tuple[str, ...], usage: Usage, language: str
) -> tuple[list[NameHit], frozenset[int]]:
    """Return the names of a sentence without quantities, and the tokens that
    do not stand as subjects: of no interest where there are no names."""
    names = find(words, usage, language, frozenset())
    if not names:
        return [], frozenset()
    return names, oblique(words, names, *particles(cues(language).find(words)), language)


def particles(found: Sequence[Cue]) -> tuple[frozenset[int], frozenset[int]]:
    """Return the tokens that are prepositions, and those that join two phrases, by the cues."""
    return _prepositions(found), frozenset([c.first for c in found if "joint" in c.tags])


def _whens(quantities: Sequence[Quantity], ranges: Sequence[range]) -> dict[int, bool]:
    """Return the tokens of quantities, each with whether it says when."""
    return {
        i: quantity.kind in _WHEN
        for quantity, span in zip(quantities, ranges, strict=True)
        for i in span
    }


def _prepositions(found: Iterable[Cue]) -> frozenset[int]:
    return frozenset(
        [i for cue in found if "preposition" in cue.tags for i in range(cue.first, cue.last)]
    )


def _telling(found: Sequence[Cue], words: Sequence[str], language: str) -> Sequence[Cue]:
    """Leave out adjectives that only look like a comparative, or like a verb that tells.

    "Ein 40 Tonnen schwerer Kran", "der 40 Leute zählende Betrieb".
    """
    rules = grammar(language)
    if not rules.capital_nouns:
        return found
    size, alike, present = len(words), rules.like_comparatives, rules.present
    return [
        cue
        for cue in found
        if cue.last >= size
        or not words[cue.last][0].isupper()
        or not (
            words[cue.first].lower() in alike
            or ("says" in cue.tags and words[cue.first].endswith(present))
        )
    ]


def _by_tag(found: Iterable[Cue]) -> dict[str, list[Cue]]:
    tags: dict[str, list[Cue]] = {}
    for cue in found:
        for tag in cue.tags:
            if tag in tags:
                tags[tag].append(cue)
            else:
                tags[tag] = [cue]
    return tags


def _first(hit: NameHit | NounHit | MeasureHit | Place) -> int:
    return hit.first


def _in_order(names: Sequence[NameHit], nouns: Sequence[NounHit]) -> tuple[NameHit | NounHit, ...]:
    if not nouns or not names:
        return tuple(names or nouns)
    both: list[NameHit | NounHit] = [*names, *nouns]
    both.sort(key=_first)
    return tuple(both)


def _is_thing(concept: Concept) -> bool:
    """Return whether a concept counts things or is an event, and no people."""
    units = concept.units
    return concept.event or ("count" in units and "person" not in units)


def _behind_sizes(quantities: Sequence[Quantity], ranges: Sequence[range]) -> frozenset[int]:
    """Return the tokens right behind lengths, weights, times and shares."""
    sized = zip(quantities, ranges, strict=True)
    return frozenset([span.stop for quantity, span in sized if quantity.kind in _WRITTEN_OUT])


def _closed(quantities: tuple[Quantity, ...], ranges: list[range]) -> frozenset[int]:
    """Return the tokens that can be part of no name: those of quantities.

    Counted nouns of several words may hold one ("12 Nvidia H100 GPUs").
    """
    return frozenset(
        [
            index
            for quantity, span in zip(quantities, ranges, strict=True)
            if quantity.kind != "count" or " " not in quantity.noun
            for index in span
        ]
    )
