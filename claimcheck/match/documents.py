"""Which documents are held against each other, and what is known of each two together."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from math import inf

from claimcheck.extract import Extraction
from claimcheck.match import ties
from claimcheck.match.events import CHOSEN, SMALL, links, unsure
from claimcheck.match.evidence import PairContext
from claimcheck.match.nodes import Node
from claimcheck.match.reprints import further
from claimcheck.match.spelling import respelled
from claimcheck.match.words import Article, Articles, SignsOf, Words, figures_of, sentences_of

_ONE_EVENT, _SURELY = 0.061, 0.101
"""Articles so alike in their words most likely, and as good as surely, tell of one event."""
_FIGURES, _DIGITS = 2, 2


Paired = tuple[list[Node], list[Node], PairContext]


def document_groups(
    extractions: Sequence[Extraction], drafts: frozenset[int] | None = None
) -> Iterator[tuple[Sequence[int], Iterator[Paired]]]:
    """Yield the documents of each group by their numbers, and what is known of each two of them.

    A group is tied together by its pairs, and no pair leads out of it: what is found in one has
    no say in another, and can be let go with it. Last come the documents that have no pairs, as
    most of many. With each pair are the nodes of both. A document is made ready with the first of
    its pairs, and let go with the last.
    """
    numbers = [number for number, one in enumerate(extractions) if one.claims]
    proposed = _proposed(extractions, numbers, drafts)
    held = Articles(extractions)
    many = len(numbers) > SMALL
    chosen = {} if many else _chosen(list(proposed), held)
    doubts = {} if many else _doubts(list(proposed), extractions)

    def paired(pairs: Sequence[tuple[int, int]]) -> Iterator[Paired]:
        last = {number: place for place, pair in enumerate(pairs) for number in pair}
        for place, pair in enumerate(pairs):
            first, second = (held[number] for number in pair)
            words = Words(first, second)
            event = words.event() if many else chosen[pair]
            doubt = unsure(proposed[pair]) if many else doubts[pair]
            context = _together(first, second, words, event, doubt)
            yield first.nodes, respelled(second, first), context
            held.drop(number for number in pair if last[number] == place)

    alone = set(range(len(extractions)))
    for pairs in _grouped(proposed):
        group = sorted(set(chain.from_iterable(pairs)))
        alone.difference_update(group)
        yield group, paired(pairs)
    yield sorted(alone), iter(())


def document_pairs(extractions: Sequence[Extraction]) -> Iterator[Paired]:
    """Yield what is known of each two documents, of all groups."""
    return chain.from_iterable(pairs for _, pairs in document_groups(extractions))


def _grouped(pairs: Iterable[tuple[int, int]]) -> Iterable[list[tuple[int, int]]]:
    """Return the pairs of each group of documents that they tie together."""
    above: dict[int, int] = {}

    def top(number: int) -> int:
        while (up := above.setdefault(number, number)) != number:
            above[number] = number = above[up]
        return number

    pairs = list(pairs)
    for one, two in pairs:
        above[top(two)] = top(one)
    groups: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for pair in pairs:
        groups[top(pair[0])].append(pair)
    return groups.values()


def _chosen(proposed: Sequence[tuple[int, int]], held: Articles) -> dict[tuple[int, int], float]:
    """Return how much each two of a few documents share, by their own words and by a third's.

    Two that both tell of what a third tells of are on one event, be their words quite other.
    """
    events = {pair: _shared(*(held[number] for number in pair)) for pair in proposed}
    beside: dict[int, dict[int, float]] = defaultdict(dict)
    for (one, two), event in events.items():
        beside[one][two] = beside[two][one] = event
    return {
        (one, two): max(event, min(_linked(beside[one], beside[two]), _SURELY))
        for (one, two), event in events.items()
    }


def _doubts(
    proposed: Sequence[tuple[int, int]], extractions: Sequence[Extraction]
) -> dict[tuple[int, int], float]:
    """Return how little ties each two of a few documents together, be it by a third."""
    signs = {number: ties.signs_of(extractions[number]) for pair in proposed for number in pair}
    doubts = {(one, two): ties.doubt(signs[one], signs[two]) for one, two in proposed}
    beside: dict[int, dict[int, float]] = defaultdict(dict)
    for (one, two), found in doubts.items():
        beside[one][two] = beside[two][one] = found
    return {
        (one, two): min(found, *_through(beside[one], beside[two]))
        for (one, two), found in doubts.items()
    }


def _through(one: Mapping[int, float], two: Mapping[int, float]) -> Iterator[float]:
    """Yield the doubt about two documents by each third: that about the weaker of both ties."""
    yield inf
    for third in one.keys() & two.keys():
        yield max(one[third], two[third])


def _linked(one: Mapping[int, float], two: Mapping[int, float]) -> float:
    """Return how much two documents share with the one that is most like both, if it is."""
    links = [min(one[third], two[third]) for third in one.keys() & two.keys()]
    return max([link for link in links if link >= _ONE_EVENT], default=0.0)


def _shared(first: Article, second: Article) -> float:
    event = Words(first, second).event()
    return _ONE_EVENT if event < _ONE_EVENT and _share_figures(first, second) else event


def _share_figures(first: Article, second: Article) -> bool:
    """Return whether two articles have several figures of two digits or more in common.

    Many of those do that tell of one event in quite other words; of 500 pairs of articles on
    two events, none did.
    """
    one, two = (
        {(node.block, node.value) for node in article.nodes if _is_telling(node)}
        for article in (first, second)
    )
    return len(one & two) >= _FIGURES


def _is_telling(node: Node) -> bool:
    return node.sharpness >= _DIGITS and node.block != "date"


def _proposed(
    extractions: Sequence[Extraction], numbers: Sequence[int], drafts: frozenset[int] | None
) -> dict[tuple[int, int], int]:
    """Return the pairs of documents that may tell of one event, and how much says so, in order."""
    told = [sentences_of(extractions[number]) for number in numbers]
    figures = [figures_of(extractions[number]) for number in numbers]
    if drafts is not None:
        found = links(SignsOf(told, figures))
        named = (((numbers[at], numbers[to]), sure) for (at, to), sure in found.items())
        return {pair: sure for pair, sure in named if (pair[0] in drafts) != (pair[1] in drafts)}
    prints = further([extractions[number].document for number in numbers], told, figures)
    kept = [at for at in range(len(numbers)) if at not in prints]
    found = links(SignsOf([told[at] for at in kept], [figures[at] for at in kept]))
    proposed = {(numbers[kept[at]], numbers[kept[to]]): sure for (at, to), sure in found.items()}
    for number, others in prints.items():
        beside = ((numbers[number], numbers[other]) for other in others)
        proposed.update({(min(pair), max(pair)): CHOSEN for pair in beside})
    return dict(sorted(proposed.items()))


def _together(
    first: Article, second: Article, words: Words, event: float, doubt: float
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
        doubt,
    )
