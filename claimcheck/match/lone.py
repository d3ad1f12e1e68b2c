"""Claims that have no equal in the other article, where both tell of one event.

Swapped digits are chance among many figures. Between two figures that each article alone
has, in articles that surely share others, they hardly ever are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

from msgspec.structs import replace

from claimcheck.extract.concepts.lexicon import lexicon
from claimcheck.match.growth import one_toll
from claimcheck.match.model import Told
from claimcheck.match.nodes import Node
from claimcheck.match.pairs import Match, log_odds, shifted
from claimcheck.match.relations import measure_relation, one_ordinal
from claimcheck.slips import MISTYPED, may_slip, slips

_SLIPS = frozenset({"transposed_digits", "other_month"})
_SURER, _AT_MOST = 2.5, 0.75
"""By so many log odds: of such pairs with a score of 0.1 to 0.6, annotators take 11 of 12
for contradictions."""
_ASKED, _ONE_AT_MOST = 0.3, 0.95
"""From such a score on figures contradict each other that each article gives as all that it knows
of a measure of which one event has but one: 30 of 31 such pairs in annotated bundles."""
_LESS_SURE = 2.0
"""By so many log odds, where a third article has both figures."""
_IN_ROW = 2.5
"""By so many log odds, where both give one ordinal from three on of one thing."""
_OF_TWO = 1.5
"""By how many log odds two counts of two kinds are less sure, in articles of many that share no
other figure: 6 of 8 were of two facts in 350 items of radio news."""
_STILL_ASKED = 0.46
"""So much is left without a slip: one of the two may have the other's figure of the year before."""
_LIKELY, _SURE = 0.5, 0.8
_TELLING = 2
"""A shared value of so many digits makes two articles surely tell of one event."""
_NONE: frozenset[int] = frozenset()


class Shared:
    """Which claims have an equal in which document, and what two documents surely share."""

    def __init__(self, matches: Iterable[Match], many: bool = False) -> None:
        """`many` articles are held against each other, and not a few that a person chose."""
        self._many = many
        self._held: dict[int, set[int]] = defaultdict(set)
        self._sharing: set[tuple[int, int]] = set()
        for match in matches:
            a, b = match.a, match.b
            if not match.meets or match.score < _LIKELY:
                continue
            self._held[a.index].add(b.document)
            self._held[b.index].add(a.document)
            if match.score >= _SURE and _is_telling(a) and _is_telling(b):
                self._sharing.add((a.document, b.document))

    def judged(self, match: Match) -> Match:
        """Return a pair with what its articles share, and surer where a slip explains it alone."""
        sharing = (match.a.document, match.b.document) in self._sharing
        strangers = match.doubt > 0 or not sharing
        if match.meets:
            said = self._weighed(match, strangers)
            score = shifted(match.score, sum(odds for _, odds in said))
            return replace(match, score=score, strangers=strangers, told=(*match.told, *said))
        lone = not strangers and self._alone(match)
        score = match.score
        why = ""
        if lone and only_one(match.a, match.b) and score >= _ASKED:
            why, score = "only_one", max(score, min(shifted(score, _SURER), _ONE_AT_MOST))
        elif lone and _slips(match) & _SLIPS:
            why, score = "lone", max(score, min(shifted(score, _SURER), _AT_MOST))
        elif self._told_apart(match) and not one_toll(match.a, match.b):
            slipped = _slips(match) & MISTYPED or match.told
            least = 0.0 if slipped else min(score, _STILL_ASKED)
            why, score = "told_apart", max(shifted(score, -_LESS_SURE), least)
        moved = round(log_odds(score) - log_odds(match.score), 2) if why else 0.0
        told = (*match.told, (why, moved)) if moved else match.told
        return replace(match, score=score, lone=lone, strangers=strangers, told=told)

    def _weighed(self, match: Match, strangers: bool) -> Told:
        """Return what the articles say for or against two figures that are equal."""
        if not strangers:
            return (("one_ordinal", _IN_ROW),) if one_ordinal(match.a, match.b) else ()
        return (("of_two", -_OF_TWO),) if self._many and _of_two(match.a, match.b) else ()

    def _told_apart(self, match: Match) -> bool:
        """Return whether a third article has both figures."""
        one, two = (self._held.get(node.index, _NONE) for node in (match.a, match.b))
        return not one.isdisjoint(two)

    def _alone(self, match: Match) -> bool:
        """Return whether neither claim has an equal in the other's article.

        Nor does a third article have both figures, and tells the two apart.
        """
        a, b = match.a, match.b
        one, two = self._held.get(a.index, _NONE), self._held.get(b.index, _NONE)
        return b.document not in one and a.document not in two and one.isdisjoint(two)


def _is_telling(node: Node) -> bool:
    """Return whether an equal of a value is no chance; a day of these days is that of much news."""
    return node.sharpness >= _TELLING and node.claim.quantity.label != "relative_date"


def _of_two(a: Node, b: Node) -> bool:
    """Return whether two counts are of things that are known to differ: dead, and injured."""
    return a.block == b.block == "count" and measure_relation(a, b) == "differs"


def only_one(a: Node, b: Node) -> bool:
    """Return whether both are all that is told of a measure of which one event has but one.

    Of days there are more than one for most that happens: 7 of 15 such pairs were right.
    """
    if not (a.only and b.only and a.block == b.block) or a.block == "date":
        return False
    if _is_single(a.measure, b.measure) or _is_single(b.measure, a.measure):
        return True
    return a.measure == b.measure and _has_one(a, b)


def _has_one(a: Node, b: Node) -> bool:
    """Return whether each gives all that its article has of one person's, or one side's."""
    if a.subject_words.isdisjoint(b.subject_words) or not lexicon().info(a.measure).each:
        return False
    told = a.claim, b.claim
    firm = all(claim.modality == "stated" and not claim.scope for claim in told)
    return firm and not any("subject" in claim.inferred for claim in told)


@lru_cache(256)
def _is_single(one: str, two: str) -> bool:
    """Return whether an event has but one of a measure, and another is that or a wider word."""
    info = lexicon().info(one)
    return info.single and (one == two or two in info.narrows)


def _slips(match: Match) -> frozenset[str]:
    a, b = match.a, match.b
    if not may_slip(a.digits, b.digits, a.block == "date"):
        return frozenset()
    return frozenset(slips(a.claim, b.claim))
