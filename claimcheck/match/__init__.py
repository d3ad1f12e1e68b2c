"""Which claims of two documents are about the same fact, and how sure that is.

`documents` names the documents to be held against each other, in groups that are tied together:
`events` finds those of many that tell of one event, `ties` says how little ties two of a few
together, `reprints` keeps texts that many outlets print from being held against all.

For two documents, `nodes` makes their claims ready: values by `dimension`, clock times by `times`.
`proposals` says which claims can be one fact at all, for some are always `distinct`, and `rows`
weighs them. `evidence` is what speaks for and against: `meeting` of values, `relations` of the
other parts, names as in `spelling`, rare `words`; `model` makes one score of it, and `terms` are
what the settings say. A scored pair is one of the `pairs`.

Then what a score alone does not see: `growth` (tolls that rise), `parties` (counts that differ by
who counts), `played` (scores of one match), `headline` (an article against its own headline), and
`lone` claims without an equal. `consensus` comes last: all pairs have their say about each, with
the `witnesses` of a contradiction.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, chain
from operator import attrgetter

from claimcheck.extract import Extraction
from claimcheck.match.consensus import OPEN, settle
from claimcheck.match.documents import document_groups
from claimcheck.match.events import SMALL
from claimcheck.match.evidence import PairContext
from claimcheck.match.growth import developments
from claimcheck.match.growth import score as grown
from claimcheck.match.headline import mistitled
from claimcheck.match.model import Models, Told
from claimcheck.match.nodes import Node
from claimcheck.match.pairs import Match, log_odds, shifted
from claimcheck.match.parties import EVENT, SCORE, disputed
from claimcheck.match.played import SCORE as REPLAYED
from claimcheck.match.played import replayed
from claimcheck.match.rows import Row, scored
from claimcheck.match.terms import Terms
from claimcheck.memory import few_collections

__all__ = ["Match", "match", "match_groups"]

_KEEP = 0.02
"""What is less sure is dropped; what differs has no say either where no witness is asked."""
_LIKELY = 0.5
_SCOPING = 1.4
"""By how many log odds times, durations and days told from the day of publication are less sure
among many articles: most only say when something else was, and how long."""


def match(
    extractions: Sequence[Extraction],
    drafts: frozenset[int] | None = None,
    terms: Terms | None = None,
) -> list[Match]:
    """Return the scored pairs of claims of different documents, in document order.

    With `drafts`, the numbers of the documents under check, only drafts are held
    against the others. `terms` are what the settings say about pairs.
    """
    with few_collections():
        found = chain.from_iterable(match_groups(extractions, drafts, terms))
        return sorted(found, key=attrgetter("place"))


def match_groups(
    extractions: Sequence[Extraction],
    drafts: frozenset[int] | None = None,
    terms: Terms | None = None,
) -> Iterator[list[Match]]:
    """Yield the same by groups of documents: who lets one go before the next holds few pairs."""
    terms = terms or Terms()
    models = Models.shipped()
    many = sum(1 for one in extractions if one.claims) > SMALL
    first = list(accumulate((len(one.claims) for one in extractions), initial=0))
    for numbers, pairs in document_groups(extractions, drafts):
        found = [row for pair in pairs for row in _align(*pair, models, terms, many)]
        for number in numbers:  # what headlines get wrong of their own articles
            if drafts is None or number in drafts:
                found += mistitled(extractions[number], number, first[number])
        yield settle(found, drafts, many)


def _scopes(node: Node) -> bool:
    quantity = node.claim.quantity
    if node.block == "date":
        return quantity.label == "relative_date"
    return node.block == "time" or (quantity.kind == "duration" and not node.age)


def _align(
    first: Sequence[Node],
    second: Sequence[Node],
    context: PairContext,
    models: Models,
    terms: Terms,
    many: bool,
) -> Iterator[Match]:
    one_event = not context.doubt
    found = developments(first, second, context) if one_event else ()
    growing = {(a.index, b.index) for a, b in found}
    equal: set[int] = set()
    for row, parts, score in scored(first, second, context, models, terms, growing):
        doubt = context.doubt
        if many and (_scopes(row.a) or _scopes(row.b)):
            doubt += _SCOPING
        told: Told = ()
        if doubt:
            score, told = shifted(score, -doubt), (("ties", -round(doubt, 2)),)
        if growing and (row.a.index, row.b.index) in growing:
            score = max(score, grown(row.alike))
        if row.meets and score >= _LIKELY:
            equal.update((row.a.index, row.b.index))
        elif equal.isdisjoint((row.a.index, row.b.index)):
            score, why = _opposed(row, score, context.event if one_event else 0.0)
            told = (*told, *why)
        if score >= (_KEEP if row.meets else OPEN):
            yield Match(
                row.a, row.b, row.meets, score, row.structure, parts,
                told=told, doubt=0.0 if many else context.doubt,
            )  # fmt: skip


def _opposed(row: Row, score: float, event: float) -> tuple[float, Told]:
    """Return a pair's score, raised where it is a kind of contradiction that is known, and why."""
    if event >= EVENT and score < SCORE and disputed(row.a, row.b):
        return SCORE, (("parties", round(log_odds(SCORE) - log_odds(score), 2)),)
    if score < REPLAYED and replayed(row.a, row.b, event):
        return REPLAYED, (("one_match", round(log_odds(REPLAYED) - log_odds(score), 2)),)
    return score, ()
