"""Whether two claims that are about the same fact can both be true.

The verdict ladder is `STEPS`: named steps in order; the first that applies decides and
gives its reason. What a step needs to know is in the claims alone.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

import msgspec

from claimcheck.compare.elsewhere import Elsewhere
from claimcheck.compare.exchange import REASON, exchanged
from claimcheck.compare.explain import SIGNS, explain
from claimcheck.extract.measures import lexicon
from claimcheck.match import Match
from claimcheck.match.growth import KINDS, SETTLED, grows
from claimcheck.match.nodes import Node, meet
from claimcheck.match.relations import period_relation, subject_relation
from claimcheck.model import Claim, Comparison, Document, Level, Named, Verdict
from claimcheck.rates import Rate, Rates
from claimcheck.slips import slips

__all__ = ["Ladder", "compare"]

_WEAK_PARTS = frozenset({"subject", "measure", "period"})


class Thresholds(msgspec.Struct, frozen=True):
    """From which score a pair is reported."""

    agreement: float = 0.75
    contradiction: float = 0.65
    mixed_up: float = 0.45
    """The same where the other article has the figure for something else."""
    error: float = 0.9
    related: float = 0.25
    overrule: float = 0.88
    """From here on the evidence as a whole outweighs a subject or period that differs."""


LIMITS = Thresholds()


class Pair(msgspec.Struct, frozen=True):
    """A match with the documents it stands in, as the steps of the ladder read it."""

    match: Match
    first: Document
    second: Document

    @property
    def a(self) -> Claim:
        """The claim of the first document."""
        return self.match.a.claim

    @property
    def b(self) -> Claim:
        """The claim of the second document."""
        return self.match.b.claim


Outcome = tuple[Verdict, str] | None
Step = Callable[[Pair], Outcome]


def _unit(pair: Pair) -> Outcome:
    one, two = pair.a.quantity.unit, pair.b.quantity.unit
    same = pair.a.quantity.value == pair.b.quantity.value
    if {one, two} == {"percent", "percentage_point"}:
        return ("contradiction", "unit") if same else ("not_comparable", "percent_vs_points")
    if pair.a.quantity.kind == "money" and one != two and one is not None and two is not None:
        return ("contradiction", "currency") if same else ("not_comparable", "currency")
    return None


def _aspect(pair: Pair) -> Outcome:
    changes = {"change"}
    one, two = pair.a.aspect, pair.b.aspect
    if (one in changes) != (two in changes) and not pair.match.meets:
        return "not_comparable", "aspect"
    if {one, two} == {"from", "to"}:
        return "not_comparable", "aspect"
    return None


def _overtaken(pair: Pair) -> Outcome:
    """An "at least eleven" is not only met by a later fourteen: the toll has risen."""
    if not pair.match.meets or not _grows(pair) or pair.match.a.block != pair.match.b.block:
        return None
    ordered = _in_time(pair)
    if ordered is None:
        return None
    earlier, later = ordered
    risen = earlier.claim.quantity.qualifier == "at_least" and later.value > earlier.value
    return ("update", "later") if risen else None


def _grows(pair: Pair) -> bool:
    """Return whether later articles raise what one of the claims measures."""
    if pair.a.quantity.kind not in KINDS or pair.b.quantity.kind not in KINDS:
        return False
    return grows(pair.match.a.measure) or grows(pair.match.b.measure)


def _in_time(pair: Pair) -> tuple[Node, Node] | None:
    """Return the claim of the earlier report and that of the later; None where that is unknown."""
    one, two = pair.first.published, pair.second.published
    if one is None or two is None or one == two:
        return None
    a, b = pair.match.a, pair.match.b
    return (a, b) if one < two else (b, a)


def _meeting(pair: Pair) -> Outcome:
    if not pair.match.meets:
        return None
    a, b = pair.match.a, pair.match.b
    if a.claim.quantity.qualifier == b.claim.quantity.qualifier == "over" and a.value != b.value:
        return "not_comparable", "scope"  # "more than 76" and "more than 75" confirm nothing
    return "agreement", "same_value" if a.block != b.block or meet(a, b) else "tolerance"


def _subject(pair: Pair) -> Outcome:
    relation = subject_relation(pair.match.a, pair.match.b)
    ages = pair.match.a.age or pair.match.b.age
    alike = relation in ("same", "overlaps")
    if ages and not alike and pair.match.score < LIMITS.overrule:
        return "not_comparable", "subject"
    written = "subject" not in pair.a.inferred and "subject" not in pair.b.inferred
    generic = _generic(pair.match.a) and _generic(pair.match.b)
    if generic and not alike and not _MISTYPED & set(slips(pair.a, pair.b)):
        return "not_comparable", "subject"  # so many people, and nobody says of what
    if not written or relation != "differs":
        return None
    if _mentioned(pair.match.a, pair.match.b) or _mentioned(pair.match.b, pair.match.a):
        return None
    if ages or not _overruled(pair) or _strangers(pair):
        return "not_comparable", "subject"
    return None


def _generic(node: Node) -> bool:
    """Return whether the measure says little ("people")."""
    return lexicon().info(node.measure).generic


def _mentioned(a: Node, b: Node) -> bool:
    """Return whether the sentence of `b` names the subject of `a` as well."""
    return bool(a.subject_words) and a.subject_words <= b.context.words


def _overruled(pair: Pair) -> bool:
    """Return whether the evidence as a whole outweighs one part that differs.

    It does where the surroundings are as good as the same and a slip of typing explains
    the difference: then the part was misread, or is where the slip came in.
    """
    return pair.match.score >= LIMITS.overrule and bool(_MISTYPED & set(slips(pair.a, pair.b)))


def _strangers(pair: Pair) -> bool:
    """Return whether each document tells of a subject that the other never names."""
    one, two = pair.a.subject, pair.b.subject
    assert one is not None
    assert two is not None
    return _tells_of(one, pair.first, pair.second) and _tells_of(two, pair.second, pair.first)


def _tells_of(subject: Named, own: Document, other: Document) -> bool:
    words = [word for word in subject.key.split() if len(word) > 2]
    here, there = own.text.lower(), other.text.lower()
    return any(here.count(word) > 1 for word in words) and not any(w in there for w in words)


def _period(pair: Pair) -> Outcome:
    if period_relation(pair.a, pair.b) == "apart" and not _overruled(pair):
        return "not_comparable", "period"
    return None


def _older(pair: Pair) -> Outcome:
    """A person is as many years older as lie between the articles, or one less or more."""
    one, two = pair.first.published, pair.second.published
    if not (pair.match.a.age and pair.match.b.age) or one is None or two is None:
        return None
    years = abs((one - two).days) / _YEAR
    apart = abs(pair.match.a.written - pair.match.b.written)
    if years >= _LONG_AGO and apart <= years + 1:
        return "not_comparable", "period"
    return None


_YEAR = 365.25
_LONG_AGO = 0.25


_FIRM = frozenset({"stated", "estimate"})
_OPEN = frozenset({"forecast", "limit", "hypothetical"})


def _distance(pair: Pair) -> Outcome:
    """Values that lie far apart with no slip between them belong to two facts."""
    a, b = pair.match.a, pair.match.b
    values = (a.value, b.value) if a.block == b.block else (a.written, b.written)
    low, high = sorted(map(abs, values))
    if a.block != "date" and low < _FAR * high and not slips(pair.a, pair.b):
        return "not_comparable", "measure"
    return None


_FAR = 0.2


def _modality(pair: Pair) -> Outcome:
    one, two = pair.a.modality, pair.b.modality
    if one != two and "denied" in (one, two):
        return "not_comparable", "modality"
    mixed = {one, two} & _OPEN and {one, two} & _FIRM
    if mixed and not _overruled(pair):
        return "not_comparable", "modality"
    return None


_NARROWING = frozenset(
    {
        "part",
        "segment",
        "adjusted",
        "gross",
        "net",
        "seasonally_adjusted",
        "previous_period",
        "additional",
    }
)


def _scope(pair: Pair) -> Outcome:
    differing = set(pair.a.scope) ^ set(pair.b.scope)
    if "additional" in differing or (differing & _NARROWING and not _overruled(pair)):
        return "not_comparable", "scope"
    return None


def _growing(pair: Pair) -> Outcome:
    if not _grows(pair) or _mistyped(pair):
        return None
    one, two = pair.first.published, pair.second.published
    if one is None or two is None:
        return "not_comparable", "date_unknown"
    ordered = _in_time(pair)
    if ordered is None or _closed(pair, min(one, two)):
        return None
    earlier, later = ordered
    if later.value >= earlier.value:
        return "update", "later"
    return "contradiction", "later_and_lower"


def _closed(pair: Pair, first_report: date) -> bool:
    """Return whether both speak of a time so long past that its figures grow no more."""
    ends = [claim.period.end if claim.period else None for claim in (pair.a, pair.b)]
    return all(end is not None and first_report - end > SETTLED for end in ends)


def _mistyped(pair: Pair) -> bool:
    """Return whether a slip explains the difference better than growth: 38.5 and 35.8."""
    telling = min(pair.match.a.sharpness, pair.match.b.sharpness) >= _TELLING
    return telling and bool(_MISTYPED & set(slips(pair.a, pair.b)))


_MISTYPED = frozenset({"transposed_digits", "power_of_ten", "factor_thousand"})
_TELLING = 3
"""From so many digits on, the same digits in another order are hardly chance."""


def _differing(pair: Pair) -> Outcome:
    if pair.a.quantity.kind == "date":
        return "contradiction", "date"
    one, two = pair.a.speaker, pair.b.speaker
    if one and two and one != two and pair.a.quantity.kind in ("count", "number"):
        return "contradiction", "party"
    return "contradiction", "value"


STEPS: tuple[Step, ...] = (
    _unit, _aspect, _overtaken, _meeting, _scope, _subject, _period, _older, _distance,
    _modality, _growing, _differing,
)  # fmt: skip


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
        outcome = next(found for step in STEPS if (found := step(pair)) is not None)
        if outcome[0] == "agreement" and score < limit.agreement:
            return None
        needed = limit.mixed_up if mixed_up else limit.contradiction
        if outcome[0] in ("contradiction", "update") and score < needed:
            return None
        return outcome

    def exchanged(self, pair: Pair) -> tuple[Verdict, Rate] | None:
        """Return the verdict on two sums in different currencies, and the rate it rests on."""
        if self._rates is None or pair.match.score < self.thresholds.related:
            return None
        others = (step(pair) for step in STEPS if step not in (_unit, _meeting, _distance))
        if any(outcome is not None and outcome[0] == "not_comparable" for outcome in others):
            return None
        return exchanged(pair.a, pair.b, pair.first, pair.second, self._rates)

    def level(self, pair: Pair, verdict: Verdict) -> Level:
        """Return how firmly the verdict stands; an error rests on written words alone."""
        if verdict != "contradiction":
            return "info"
        inferred = (set(pair.a.inferred) | set(pair.b.inferred)) & _WEAK_PARTS
        if inferred or pair.match.score < self.thresholds.error or _respelled(pair):
            return "warning"
        return "error"


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
    ladder = ladder or Ladder()
    told = Elsewhere(matches)
    comparisons = []
    for match in matches:
        pair = Pair(match, documents[match.a.document], documents[match.b.document])
        mixed_up = () if match.meets else tuple(told.mixed_up(match))
        outcome = ladder.verdict(pair, bool(mixed_up))
        if outcome is None:
            continue
        verdict, reason = outcome
        converted = ladder.exchanged(pair) if outcome == _CURRENCIES else None
        if converted is not None:
            comparisons.append(_by_rate(pair, *converted))
            continue
        named: tuple[str, ...] = ()
        if verdict == "contradiction":
            named = (*slips(pair.a, pair.b), *mixed_up)
        comparisons.append(
            Comparison(
                a=pair.a.id,
                b=pair.b.id,
                verdict=verdict,
                reason=reason,
                explanation=explain(pair.a, pair.b, verdict, reason, named),
                score=round(match.score, 3),
                level=ladder.level(pair, verdict),
                slips=named,
                evidence=match.contributions(),
            )
        )
    return comparisons


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
