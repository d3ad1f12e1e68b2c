"""The words of two documents, weighed by how rare they are in the two.

A claim's neighbourhood is a bag of keys (lemmas, measure concepts, names), each weighed by
how near it stands to the number. Rarity is counted over the sentences of the two documents
that are compared: a word in every sentence ties nothing together, and a third document has
no say in what two have in common.

All sums are exactly rounded (`fsum`), so that the order of a set changes no last digit.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from datetime import date
from decimal import Decimal
from itertools import accumulate, chain
from math import fsum, log, sqrt
from operator import mul

from claimcheck.extract import Extraction
from claimcheck.match.events import DAY, FIGURE
from claimcheck.match.nodes import Node, nodes_of
from claimcheck.model import Claim
from claimcheck.slips import significant

Keys = frozenset[str]
Nearby = tuple[Mapping[str, float], float, float]
"""Keys near a claim as they weigh, and how long that bag and that of its sentence are."""


class Article:
    """The claims of one document, and how many of its sentences hold each key."""

    def __init__(self, nodes: list[Node], published: date | None = None) -> None:
        self.nodes = nodes
        self.published = published
        self.sentences = {node.words for node in nodes}
        self.counts = Counter(chain.from_iterable(self.sentences))
        self.flanks = _flanks(nodes)
        self.first = _first(nodes)
        self.subject_words = frozenset(word for node in nodes for word in node.subject_words)


_FLANK = 4
_TELLING = 2


def _first(nodes: Sequence[Node]) -> frozenset[int]:
    """Return the claims that are the first of the document with their value."""
    seen: dict[tuple[str, float], int] = {}
    for node in nodes:
        seen.setdefault((node.block, node.value), node.index)
    return frozenset(seen.values())


def _flanks(nodes: Sequence[Node]) -> dict[int, frozenset[tuple[str, float]]]:
    """Return the telling values that stand within a few claims of each, its own left out."""
    told = [((n.block, n.value),) if n.sharpness >= _TELLING else () for n in nodes]
    flanks = {}
    for at, node in enumerate(nodes):
        near = frozenset(chain.from_iterable(told[max(at - _FLANK, 0) : at + _FLANK + 1]))
        flanks[node.index] = near.difference([(node.block, node.value)])
    return flanks


class Articles:
    """The documents of a run, each made ready when it is first asked for."""

    def __init__(self, extractions: Sequence[Extraction]) -> None:
        self._extractions = extractions
        self._first = list(accumulate((len(one.claims) for one in extractions), initial=0))
        self._ready: dict[int, Article] = {}

    def __getitem__(self, number: int) -> Article:
        found = self._ready.get(number)
        if found is None:
            one = self._extractions[number]
            nodes = nodes_of(one, number, self._first[number])
            found = self._ready[number] = Article(nodes, one.document.published)
        return found

    def drop(self, numbers: Iterable[int]) -> None:
        """Let documents go that have no pairs any more."""
        for number in numbers:
            self._ready.pop(number, None)


def sentences_of(extraction: Extraction) -> Set[tuple[str, ...]]:
    """Return the keys of each sentence of a document that holds a figure."""
    contexts = extraction.contexts
    return {contexts[claim.id].keys for claim in extraction.claims}


class SignsOf:
    """What each document gives away of its event: the words of its sentences, and its figures.

    They are put together when asked for: those of all documents would fill the memory.
    """

    def __init__(self, sentences: Sequence[Set[tuple[str, ...]]], figures: Sequence[Keys]) -> None:
        """Both are those of one document after the other."""
        self._sentences, self._figures = sentences, figures

    def __len__(self) -> int:
        return len(self._sentences)

    def __getitem__(self, number: int) -> Keys:
        return self._figures[number].union(*self._sentences[number])


def figures_of(extraction: Extraction) -> Keys:
    """Return a sign for each telling figure and each day of a document.

    A day that is told from the day of publication ("gestern") is in all the day's articles, and
    no more than a word.
    """
    return frozenset(filter(None, map(_figure, extraction.claims)))


def _figure(claim: Claim) -> str:
    quantity = claim.quantity
    value, label = quantity.value, quantity.label
    if quantity.kind == "date":
        day = str(value)
        return f"{'' if label == 'relative_date' else DAY}{day}" if len(day) == _DATE else ""
    if not isinstance(value, Decimal) or len(significant(value)) < _TELLING:
        return ""
    unit = "" if quantity.kind == "count" else quantity.unit or ""
    return f"{FIGURE}{unit} {float(value)}"


_DATE = len("2025-09-02")


class Words:
    """How rare the keys of two documents are, and how alike two of their sentences."""

    def __init__(self, one: Article, two: Article) -> None:
        both = one.sentences & two.sentences
        counts = {**one.counts, **two.counts}
        for key in one.counts.keys() & two.counts.keys():
            counts[key] = one.counts[key] + two.counts[key]
        for words in both:
            for key in words:
                counts[key] -= 1
        total = len(one.sentences) + len(two.sentences) - len(both)
        rarity = [0.0, *(log(1 + total / n) for n in range(1, total + 1))]
        self._one, self._two = one, two
        weights = [rarity[n] for n in counts.values()]
        self.weights = dict(zip(counts, weights, strict=True))
        self._squares = dict(zip(counts, map(mul, weights, weights), strict=True))
        self._lengths: dict[Keys, float] = {}
        self._nearby: dict[int, Nearby] = {}

    def event(self) -> float:
        """Return how much the two documents share, 0 to 1 of the smaller.

        Each is the bag of its keys with the greatest weight that a sentence gives them.
        """
        bags = [self._bag(article.sentences) for article in (self._one, self._two)]
        size = min(fsum(bag.values()) for bag in bags)
        first, second = bags
        shared = fsum(min(first[key], second[key]) for key in first.keys() & second.keys())
        return shared / size if size else 0.0

    def _bag(self, sentences: Iterable[Keys]) -> dict[str, float]:
        """Return each key's weight in the shortest of the sentences that hold it."""
        lengths: dict[str, float] = {}
        for words in sorted(sentences, key=self._length, reverse=True):
            lengths.update(dict.fromkeys(words, self._length(words)))
        weights = self.weights
        return {key: weights[key] / length for key, length in lengths.items()}

    def _length(self, words: Keys) -> float:
        found = self._lengths.get(words)
        if found is None:
            found = sqrt(fsum(map(self._squares.__getitem__, words)))
            self._lengths[words] = found
        return found

    def cosines(self, a: Node, b: Node) -> tuple[float, float]:
        """Return how alike two claims are: by the words near the number, by the sentence."""
        shared = a.words & b.words
        if not shared:
            return 0.0, 0.0
        first, near_a, all_a = self._nearby.get(a.index) or self._made_near(a)
        second, near_b, all_b = self._nearby.get(b.index) or self._made_near(b)
        near = fsum([first[key] * second[key] for key in shared]) / (near_a * near_b)
        sentence = fsum([self._squares[key] for key in shared])
        return near, sentence / (all_a * all_b)

    def flanked(self, a: Node, b: Node) -> int:
        """Return how many telling values stand both near the one claim and near the other."""
        return len(self._one.flanks[a.index] & self._two.flanks[b.index])

    def firsts(self, a: Node, b: Node) -> int:
        """Return how many of two claims are the first of their document with their value."""
        return (a.index in self._one.first) + (b.index in self._two.first)

    def _made_near(self, node: Node) -> Nearby:
        """Return the weighed keys near a claim, once for all, and the lengths of both bags."""
        keys, weights = node.context.keys, self.weights
        weighed = map(mul, node.context.strengths, map(weights.__getitem__, keys))
        near = dict(zip(keys, weighed, strict=True))
        length = sqrt(fsum(map(mul, near.values(), near.values())))
        found = self._nearby[node.index] = near, length, self._length(node.words)
        return found
