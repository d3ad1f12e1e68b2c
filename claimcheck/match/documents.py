"""Which documents are held against each other, and what is known of each two together."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from claimcheck.extract import Extraction
from claimcheck.match.events import NEEDED, SMALL, pairs
from claimcheck.match.evidence import PairContext
from claimcheck.match.nodes import Node
from claimcheck.match.reprints import further
from claimcheck.match.spelling import respelled
from claimcheck.match.words import Article, Articles, KeysOf, Words

_ONE_EVENT = 0.061
"""Articles so alike in their words most likely tell of one event."""
_FIGURES, _DIGITS = 2, 2


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
        if not many and event < _ONE_EVENT and _share_figures(first, second):
            event = _ONE_EVENT
        if not many or event >= NEEDED:
            context = _together(first, second, words, event, many)
            yield first.nodes, respelled(second, first), context
        held.drop(number for number in pair if last[number] == place)


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
