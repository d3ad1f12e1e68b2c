"""Which claims of two documents are about the same fact, and how sure that is.

Pairs whose values meet are weighed first: equal values anchor two articles to each
other. What is left without an equal partner is then held against its counterpart,
for that is where contradictions are.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from math import exp

import msgspec

from claimcheck.extract import Extraction
from claimcheck.match.consensus import OPEN, settle
from claimcheck.match.events import NEEDED, SMALL, pairs
from claimcheck.match.evidence import PairContext, structure, unlike, values
from claimcheck.match.growth import developments
from claimcheck.match.growth import score as grown
from claimcheck.match.headline import mistitled
from claimcheck.match.model import Evidence, Model, Models
from claimcheck.match.nodes import Node, nodes_of
from claimcheck.match.pairs import Match, log_odds
from claimcheck.match.parties import EVENT, SCORE, disputed
from claimcheck.match.played import SCORE as REPLAYED
from claimcheck.match.played import replayed
from claimcheck.match.proposals import candidates
from claimcheck.match.relations import taken
from claimcheck.match.reprints import further
from claimcheck.match.spelling import respelled
from claimcheck.match.terms import Terms
from claimcheck.match.words import Article, Articles, KeysOf, Words
from claimcheck.memory import few_collections

__all__ = ["Match", "candidates", "match"]

_KEEP = 0.02
"""What is less sure is dropped; what differs has no say either where no witness is asked."""
_SURE, _LIKELY = 0.8, 0.5
_FREE_STEPS = (-3.0, -2.0, -1.0, 0.0, 1.0)


def match(
    extractions: Sequence[Extraction],
    drafts: frozenset[int] | None = None,
    terms: Terms | None = None,
) -> list[Match]:
    """Return the scored pairs of claims of different documents, in document order.

    With `drafts`, the numbers of the documents under check, only drafts are held
    against the others. `terms` are what the settings say about pairs.
    """
    terms = terms or Terms()
    models = Models.shipped()
    matches: list[Match] = []
    with few_collections():
        for first, second, context in document_pairs(extractions, drafts):
            matches.extend(_align(first, second, context, models, terms))
        matches.extend(_headlines(extractions, drafts))
        return settle(matches, drafts)


def _headlines(extractions: Sequence[Extraction], drafts: frozenset[int] | None) -> Iterator[Match]:
    """Yield what headlines get wrong of their own articles; of those under check, if any are."""
    first = 0
    for number, one in enumerate(extractions):
        checked = drafts is None or number in drafts
        if checked and any(one.contexts[c.id].role == "headline" for c in one.claims):
            yield from mistitled(nodes_of(one, number, first))
        first += len(one.claims)


def document_pairs(
    extractions: Sequence[Extraction], drafts: frozenset[int] | None = None
) -> Iterator[tuple[list[Node], list[Node], PairContext]]:
    """Yield the nodes of each two documents with what is known of the two together.

    A document is made ready with the first of its pairs, and let go with the last: most of
    many have none.
    """
    numbers = [number for number, one in enumerate(extractions) if one.claims]
    proposed = _proposed(extractions, numbers, drafts)
    last = {number: place for place, pair in enumerate(proposed) for number in pair}
    held = Articles(extractions)
    many = len(numbers) > SMALL
    for place, pair in enumerate(proposed):
        first, second = (held[number] for number in pair)
        words = Words(first, second)
        event = words.event()
        if not many or event >= NEEDED:
            context = _together(first, second, words, event, many)
            yield first.nodes, respelled(second, first), context
        held.drop(number for number in pair if last[number] == place)


def _proposed(
    extractions: Sequence[Extraction], numbers: Sequence[int], drafts: frozenset[int] | None
) -> list[tuple[int, int]]:
    """Return the pairs of documents that may tell of one event, in order."""
    if drafts is not None:
        found = pairs(KeysOf([extractions[number] for number in numbers]))
        named = ((numbers[at], numbers[to]) for at, to in found)
        return [(one, two) for one, two in named if (one in drafts) != (two in drafts)]
    prints = further([extractions[number] for number in numbers])
    kept = [number for at, number in enumerate(numbers) if at not in prints]
    found = pairs(KeysOf([extractions[number] for number in kept]))
    proposed = [(kept[at], kept[to]) for at, to in found]
    for number, others in prints.items():
        beside = ((numbers[number], numbers[other]) for other in others)
        proposed += [(min(pair), max(pair)) for pair in beside]
    return sorted(proposed)


def _together(
    first: Article, second: Article, words: Words, event: float, many: bool
) -> PairContext:
    both = (*first.nodes, *second.nodes)
    others: dict[tuple[int, str], list[Node]] = defaultdict(list)
    for mine, theirs in ((first, second), (second, first)):
        if mine.nodes:
            for node in theirs.nodes:
                others[(mine.nodes[0].document, node.block)].append(node)
    return PairContext(
        event,
        Counter([(node.block, node.value) for node in both]),
        Counter([node.unit for node in both]),
        Counter([(node.measure, node.block) for node in both]),
        words,
        others,
        (first.published, second.published),
        many,
    )


class Row(msgspec.Struct, frozen=True, gc=False):
    """A candidate pair: whether its values meet, its structure, and how alike that makes it."""

    a: Node
    b: Node
    meets: bool
    structure: Evidence
    alike: float
    """Log odds of one fact by structure alone."""


def rows(
    first: Sequence[Node],
    second: Sequence[Node],
    context: PairContext,
    alike: Model,
    terms: Terms | None = None,
) -> list[Row]:
    """Return the candidate pairs of two documents with their structure weighed."""
    found = []
    for a, b, meets in candidates(first, second, terms or Terms()):
        if not meets and unlike(a, b, context):
            continue
        parts = structure(a, b, context)
        found.append(Row(a, b, meets, parts, alike.log_odds(parts)))
    return found


def weighed(
    found: Sequence[Row], context: PairContext, meeting: Model
) -> Iterator[tuple[Row, Evidence]]:
    """Yield each row with the evidence for its verdict: values, rivals, equal partners."""
    best: dict[int, float] = {}
    for row in found:
        for node in (row.a, row.b):
            if row.alike > best.get(node.index, -99.0):
                best[node.index] = row.alike
    anchored: dict[int, float] = defaultdict(float)
    apart = []
    told_of = tuple((f"event>{step}", 1.0) for step in _EVENT_STEPS if context.event > step)
    for row in found:
        parts = (*values(row.a, row.b, context, row.alike, row.meets), *_rivals(row, best))
        if row.meets:
            parts = (*parts, *told_of)
        if row.meets:
            score = meeting.score(parts)
            for node, other in ((row.a, row.b), (row.b, row.a)):
                if not taken(node, other):
                    anchored[node.index] = max(anchored[node.index], score)
            yield row, parts
        else:
            apart.append((row, parts))
    together = tuple(_one_event(anchored, found, context))
    for row, parts in apart:
        partners = _partners(anchored[row.a.index], anchored[row.b.index], row.alike)
        slipped = together if any(name.startswith("slip:") for name, _ in parts) else ()
        yield row, (*parts, *partners, *together, *_with_slip(slipped))


def _with_slip(together: Sequence[tuple[str, float]]) -> Evidence:
    """Return the same evidence beside a slip: in articles on one event slips are no chance."""
    return tuple((f"slip+{name}", strength) for name, strength in together)


def _one_event(
    anchored: Mapping[int, float], found: Sequence[Row], context: PairContext
) -> Iterator[tuple[str, float]]:
    """Yield what speaks for the documents telling of one event: shared values, rare words."""
    telling = [
        row
        for row in found
        if row.meets
        and min(row.a.sharpness, row.b.sharpness) >= 2
        and min(anchored[row.a.index], anchored[row.b.index]) >= _SURE
    ]
    anchors = min(len({row.a.index for row in telling}), len({row.b.index for row in telling}))
    for count in (1, 2, 4, 8):
        if anchors >= count:
            yield f"anchors>={count}", 1.0
    for step in _EVENT_STEPS:
        if context.event > step:
            yield f"event>{step}", 1.0


_EVENT_STEPS = (0.03, 0.06, 0.1, 0.15, 0.2, 0.3)


def _rivals(row: Row, best: Mapping[int, float]) -> Evidence:
    """Return whether the pair is the most alike for its claims, and by how much it is not."""
    one, two, alike = best[row.a.index], best[row.b.index], row.alike
    behind = ("behind", min(max(one, two) - alike, 6.0))
    wins = (alike == one) + (alike == two)
    return ((("best:one", "best:both")[wins - 1], 1.0), behind) if wins else (behind,)


_SURE_STEPS = (0.5, 0.75, 0.9)
_SURELY = tuple((f"anchored>{step}", 1.0) for step in _SURE_STEPS)
_TIMES = frozenset({"date", "time"})
_SURELY_ONE = 0.2
"""Articles as alike as this tell of one event, however many others there are."""
_AMONG_MANY, _SELDOM, _SCOPING = 0.9, 2.6, 4.0
"""By how many log odds two of many articles are less sure to tell one fact than two that a
person put side by side: in any case, where they are little alike, and then for times, dates and
durations, most of which only say when something else was."""
_FREE = tuple(f"free+alike>{step}" for step in _FREE_STEPS)


def _partners(one: float, two: float, alike: float) -> Evidence:
    """Return how surely the two claims have equal partners of their own."""
    free = (1.0 - one) * (1.0 - two)
    passed = _FREE[: bisect_left(_FREE_STEPS, alike)]
    return (
        ("anchored:one", max(one, two)),
        ("anchored:both", min(one, two)),
        *_SURELY[: bisect_left(_SURE_STEPS, max(one, two))],
        ("free", free),
        *[(name, free) for name in passed],
    )


def _doubt(node: Node, event: float) -> float:
    """Return by how many log odds a claim of one of many articles is less sure."""
    if event >= _SURELY_ONE:
        return _AMONG_MANY
    timed = node.block in _TIMES or node.claim.quantity.kind == "duration"
    return _SCOPING if timed else _SELDOM


def _less(score: float, odds: float) -> float:
    """Return a probability lowered by log odds."""
    return score / (score + (1.0 - score) * exp(odds))


def _align(
    first: Sequence[Node],
    second: Sequence[Node],
    context: PairContext,
    models: Models,
    terms: Terms,
) -> Iterator[Match]:
    found = rows(first, second, context, models.alike, terms)
    growing = {(a.index, b.index) for a, b in developments(first, second, context)}
    equal: set[int] = set()
    for row, parts in weighed(found, context, models.meeting):
        score = (models.meeting if row.meets else models.apart).score(parts)
        if row.meets and context.many:
            score = _less(score, _doubt(row.a, context.event))
        if (row.a.index, row.b.index) in growing:
            score = max(score, grown(row.alike))
        told: Evidence = ()
        if row.meets and score >= _LIKELY:
            equal.update((row.a.index, row.b.index))
        elif (
            context.event >= EVENT
            and score < SCORE
            and disputed(row.a, row.b)
            and equal.isdisjoint((row.a.index, row.b.index))
        ):
            told = (("parties", round(log_odds(SCORE) - log_odds(score), 2)),)
            score = SCORE
        elif (
            score < REPLAYED
            and replayed(row.a, row.b, context.event)
            and equal.isdisjoint((row.a.index, row.b.index))
        ):
            told = (("one_match", round(log_odds(REPLAYED) - log_odds(score), 2)),)
            score = REPLAYED
        if score >= (_KEEP if row.meets else OPEN):
            yield Match(row.a, row.b, row.meets, score, row.structure, parts, told=told)
