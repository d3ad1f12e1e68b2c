"""Whether two claims that are about the same fact can both be true.

The verdict ladder is in `steps`; the scores that it needs are in `limits`. Its steps ask
`measured` (what two measures tell), `narrowing` (one claim says more closely what it is of),
`strangers` (two articles on two owners) and `exchange` (sums in two currencies, at the `rates` that
the user chose). `elsewhere` finds slips that only a third claim shows; `claimcheck.explain`, which
reports need as well, says the verdict in words.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from operator import itemgetter

from claimcheck.compare.elsewhere import Elsewhere
from claimcheck.compare.exchange import REASON, exchanged
from claimcheck.compare.limits import (
    AGREEING,
    BESIDE_BOUND,
    COUNTED_ALIKE,
    CUSTOMARY,
    FEW_UNLIKE,
    LIMITS,
    LONE,
    ONLY_WHEN,
    OVERLAPPING,
    ROUNDED_UNLIKE,
    STRANGERS,
    Thresholds,
)
from claimcheck.compare.rates import Rate, Rates
from claimcheck.compare.steps import BY_VALUE, STEPS, Pair, all_told, slipped
from claimcheck.explain import SIGNS, explain
from claimcheck.extract.concepts.lexicon import lexicon
from claimcheck.match import Match
from claimcheck.match.growth import one_toll
from claimcheck.match.nodes import Node
from claimcheck.match.relations import (
    measure_relation,
    one_fact,
    one_ordinal,
    one_wording,
    subject_relation,
)
from claimcheck.memory import few_collections
from claimcheck.model import Comparison, Document, Level, Verdict
from claimcheck.normalise.measured.units import find
from claimcheck.rules import rule_for
from claimcheck.slips import hints

__all__ = ["STEPS", "Ladder", "Pair", "Thresholds", "compare", "compare_groups"]

_TELLING = frozenset({"party", "later_and_lower"})
"""Reasons that explain by themselves why two figures differ."""
_SPANS = frozenset(float(unit.factor) for name in ("day", "week", "year") if (unit := find(name)))
_DIGITS = 2
"""With fewer digits, many counts of a story are equal by chance."""
_COUNTED = frozenset({"count", "number", "ordinal"})
_WEAK_PARTS = frozenset({"subject", "measure", "period", "age", "unit"})


class Ladder:
    """The verdict ladder with its thresholds."""

    def __init__(self, thresholds: Thresholds | None = None, rates: Rates | None = None) -> None:
        """`rates` are exchange rates that the user chose; without, currencies stay apart."""
        self.thresholds = thresholds or LIMITS
        self._rates = rates

    def verdict(self, pair: Pair, mixed_up: bool = False) -> tuple[Verdict, str] | None:
        """Return verdict and reason, None for a pair that is not about the same fact.

        `mixed_up` tells that one article has the other's figure for something else.
        """
        score = pair.match.score
        limit = self.thresholds
        if score < limit.related:
            return None
        a, b = pair.match.a, pair.match.b
        if a.scoping and b.scoping:
            return None
        outcome = _climbed(pair)
        if outcome[0] == "agreement" and score < self._agreed(a, b):
            return None
        if outcome[0] == "update" and score < limit.update:
            return None
        if outcome[0] == "contradiction" and score < self._needed(pair, outcome[1], mixed_up):
            return None
        return outcome

    def _agreed(self, a: Node, b: Node) -> float:
        """Return from which score on an agreement is reported."""
        if "rank" in (a.block, b.block) and not one_ordinal(a, b):
            return self.thresholds.rank
        if a.block == b.block == "count" and a.unit and b.unit:
            if a.unit == b.unit:
                return COUNTED_ALIKE
            if a.value != b.value:
                return ROUNDED_UNLIKE
            if min(a.sharpness, b.sharpness) < _DIGITS:
                return FEW_UNLIKE
        if a.block == "percent" and _beside_bound(a, b):
            return BESIDE_BOUND
        if a.block == b.block == "date" and _only_overlap(a, b):
            return OVERLAPPING
        if _customary(a) and _customary(b):
            return CUSTOMARY
        if a.block == b.block == "date" and _only_when(a, b):
            return ONLY_WHEN
        return max(AGREEING.get(node.block, self.thresholds.agreement) for node in (a, b))

    def _needed(self, pair: Pair, reason: str, mixed_up: bool) -> float:
        """Return from which score on a contradiction is reported."""
        limit = self.thresholds
        found = hints(pair.a, pair.b)
        needed = limit.counted if _counted(pair) else limit.contradiction
        if pair.match.a.block == pair.match.b.block == "percent" and not found:
            needed = limit.shares
        if one_wording(pair.match.a, pair.match.b):
            alike = pair.a.modality == pair.b.modality and at_once(pair)
            sure = alike and one_fact(pair.match.a, pair.match.b)
            return limit.worded if sure else limit.explained
        if mixed_up:
            needed = limit.mixed_up
        elif pair.match.witness is not None or slipped(pair):
            needed = limit.explained
        elif pair.match.a.age and pair.match.b.age and _alike(pair):
            needed = limit.age
        elif "same_number_other_currency" in found and _is_telling(pair):
            needed = limit.currency
        elif reason in _TELLING or "one_digit" in found or one_toll(pair.match.a, pair.match.b):
            needed = limit.misread
        if all_told(pair):
            needed = min(needed, limit.contradiction)
        if pair.match.lone:
            needed = min([needed, *(LONE[slip] for slip in found if slip in LONE)])
        if "teens_and_tens" in found:
            needed = max(needed, LONE["teens_and_tens"])
        if "transposed_digits" in found and not mixed_up and _by_chance(pair):
            needed = max(needed, limit.chance)
        if pair.match.strangers and not mixed_up:
            needed = max([needed, limit.strangers, *(STRANGERS.get(slip, 0.0) for slip in found)])
        return needed

    def exchanged(self, pair: Pair) -> tuple[Verdict, Rate] | None:
        """Return the verdict on two sums in different currencies, and the rate it rests on."""
        if self._rates is None or pair.match.score < self.thresholds.related:
            return None
        found = exchanged(pair.a, pair.b, pair.first, pair.second, self._rates)
        if found is None:
            return None
        agrees = found[0] == "agreement"  # then a plan and what came of it may agree
        others = (step(pair) for step in STEPS if step not in BY_VALUE)
        gates = {outcome[1] for outcome in others if outcome and outcome[0] == "not_comparable"}
        return None if gates - ({"modality"} if agrees else set()) else found

    def level(self, pair: Pair, verdict: Verdict, reason: str = "") -> Level:
        """Return how firmly the verdict stands: an error rests on written words alone.

        No comparison is graver than its rule.
        """
        if verdict != "contradiction":
            return "info"
        rule = rule_for(verdict, reason)
        if rule is not None and rule.level == "warning":
            return "warning"
        inferred = (set(pair.a.inferred) | set(pair.b.inferred)) & _WEAK_PARTS
        limits = self.thresholds
        sure = limits.error_explained if slipped(pair) else limits.error
        return "warning" if inferred or pair.match.score < sure or _respelled(pair) else "error"


def at_once(pair: Pair) -> bool:
    """Return whether the articles appeared about the same time, or nobody says when."""
    one, two = pair.first.published, pair.second.published
    return one is None or two is None or abs((one - two).days) <= _MONTH


_MONTH = 31


def _climbed(pair: Pair) -> tuple[Verdict, str]:
    """Return what the first step says that has something to say; the last has for every pair."""
    for step in STEPS:
        outcome = step(pair)
        if outcome is not None:
            return outcome
    raise AssertionError


def _only_when(a: Node, b: Node) -> bool:
    """Return whether other figures are of both dates, and of one only that is known."""
    known = (a.measure and b.measure) or (a.subject_words and b.subject_words)
    return a.period and b.period and not known


def _customary(node: Node) -> bool:
    """Return whether a duration of which nothing more is known is a day, a week or a year.

    Those are what rates are told of: "in sieben Tagen", "within 24 hours".
    """
    known = node.claim.quantity.kind == "duration" and node.value in _SPANS
    return known and (not node.measure or lexicon().info(node.measure).broad)


def _beside_bound(a: Node, b: Node) -> bool:
    """Return whether one is said to be more or less than the other: "a good fifth", "a fifth"."""
    one, two = a.claim.quantity.qualifier, b.claim.quantity.qualifier
    return a.value == b.value and (one in _STRICT) != (two in _STRICT)


_STRICT = frozenset({"over", "under"})


def _only_overlap(a: Node, b: Node) -> bool:
    """Return whether a month or a day is only part of a longer time, and of nothing known in both.

    "In the first quarter" and "from New Year's Day on".
    """
    short, long = sorted((a.high - a.low, b.high - b.low))
    return long > max(_TWO_MONTHS, short + 1) and measure_relation(a, b) not in ("same", "near")


_TWO_MONTHS = 62


def _counted(pair: Pair) -> bool:
    """Return whether people or things are counted, or the years that somebody is old.

    What each article alone counts is no more doubtful than other figures where one event has but
    one such count: the staff of a plant is another than that of the firm.
    """
    a, b = pair.match.a, pair.match.b
    if a.age or b.age:
        return True
    info = lexicon().info(a.measure)
    if a.measure == b.measure and info.tallied and a.block == b.block:
        return False
    single = a.measure == b.measure and info.single
    named = pair.match.lone and a.unit == b.unit and single
    return not named and not _COUNTED.isdisjoint((a.traits.kind, b.traits.kind))


def _is_telling(pair: Pair) -> bool:
    """Return whether a figure has so many digits that two are hardly equal by chance."""
    return min(pair.match.a.sharpness, pair.match.b.sharpness) >= _DIGITS


def _by_chance(pair: Pair) -> bool:
    """Return whether figures that two words measure have no more than two digits to swap.

    So are counts of two kinds of things, of two subjects, in articles that share no value.
    """
    a, b = pair.match.a, pair.match.b
    if measure_relation(a, b) == "differs" and min(a.sharpness, b.sharpness) <= _DIGITS:
        return True
    owned = a.subject_words and b.subject_words
    other = a.unit != b.unit and owned and not _alike(pair)
    return bool(pair.match.strangers and a.block == b.block == "count" and other)


def _alike(pair: Pair) -> bool:
    """Return whether both figures are of one subject, by its name or a part of it."""
    return subject_relation(pair.match.a, pair.match.b) in ("same", "overlaps")


def _respelled(pair: Pair) -> bool:
    """Return whether the subjects are the same only in another spelling."""
    one, two = pair.a.subject, pair.b.subject
    if one is None or two is None or set(one.key.split()) & set(two.key.split()):
        return False
    return subject_relation(pair.match.a, pair.match.b) != "differs"


def compare(
    matches: Sequence[Match], documents: Sequence[Document], ladder: Ladder | None = None
) -> list[Comparison]:
    """Return a comparison for each pair that is about the same fact, in document order."""
    return compare_groups([matches], documents, ladder)


@few_collections()
def compare_groups(
    groups: Iterable[Sequence[Match]], documents: Sequence[Document], ladder: Ladder | None = None
) -> list[Comparison]:
    """Return the same of what `match_groups` yields, one group after the other."""
    ladder = ladder or Ladder()
    placed = []
    for group in groups:
        told = Elsewhere(group)
        for match in group:
            if match.score < ladder.thresholds.related:
                continue  # as most are
            pair = Pair(match, documents[match.a.document], documents[match.b.document])
            comparison = _compared(pair, told, ladder)
            if comparison is not None:
                placed.append((match.place, comparison))
    return [comparison for _, comparison in sorted(placed, key=itemgetter(0))]


def _compared(pair: Pair, told: Elsewhere, ladder: Ladder) -> Comparison | None:
    match = pair.match
    mixed_up = () if match.meets else tuple(told.mixed_up(match))
    outcome = ladder.verdict(pair, bool(mixed_up))
    if outcome is None:
        return None
    verdict, reason = outcome
    converted = ladder.exchanged(pair) if outcome == _CURRENCIES else None
    if converted is not None:
        return _by_rate(pair, *converted)
    named: tuple[str, ...] = ()
    if verdict == "contradiction":
        named = hints(pair.a, pair.b) or mixed_up
        if match.witness is not None and not named:
            named = ("implied",)
    return Comparison(
        a=pair.a.id,
        b=pair.b.id,
        verdict=verdict,
        reason=reason,
        explanation=explain(pair.a, pair.b, verdict, reason, named),
        score=round(match.score, 3),
        level=ladder.level(pair, verdict, reason),
        slips=named,
        evidence=match.contributions(),
    )


_CURRENCIES = ("not_comparable", "currency")


def _by_rate(pair: Pair, verdict: Verdict, rate: Rate) -> Comparison:
    """Return the comparison of two sums by a rate: a warning at most, with rate and day."""
    sign = SIGNS[verdict]
    said = "both can be true" if verdict == "agreement" else "they cannot both be true"
    text = f"“{pair.a.quote}” {sign} “{pair.b.quote}”: at {rate.text} {said}"
    return Comparison(
        a=pair.a.id,
        b=pair.b.id,
        verdict=verdict,
        reason=REASON,
        explanation=" ".join(text.split()),
        score=round(pair.match.score, 3),
        level="warning" if verdict == "contradiction" else "info",
        evidence=pair.match.contributions(),
    )
