"""The steps of the verdict ladder: the first that applies decides and gives its reason.

What a step needs to know is in the two claims alone, and in the days of their articles.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import msgspec

from claimcheck.compare.limits import LIMITS
from claimcheck.compare.measured import agreed, generic, of_change, of_one_name, passing, vague
from claimcheck.compare.narrowing import narrowing
from claimcheck.compare.strangers import strangers
from claimcheck.match import Match
from claimcheck.match.growth import KINDS, SETTLED, grows
from claimcheck.match.lone import only_one
from claimcheck.match.meeting import meet
from claimcheck.match.nodes import Node
from claimcheck.match.parties import disputed
from claimcheck.match.relations import (
    measure_relation,
    mentioned,
    one_wording,
    period_relation,
    subject_relation,
    two_persons,
    two_teams,
)
from claimcheck.model import Claim, Document, Period, Verdict
from claimcheck.slips import MISTYPED, may_slip, slips

_TELLING = 3
"""From so many digits on, the same digits in another order are hardly chance."""
_FAR = 0.2
"""A value that is a smaller share of another is no slip of it."""
_YEAR, _LONG_AGO = 365.25, 0.25
"""Days of a year; and the years between two articles from which on people grow older."""
_AT_ONCE = timedelta(days=3)
"""Between articles on one announcement lie so many days at most."""
_FIRM = frozenset({"stated", "estimate"})
_OPEN = frozenset({"forecast", "limit", "hypothetical"})


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
    ends = {(q.value, q.qualifier == "range") for q in (pair.a.quantity, pair.b.quantity)}
    same = len(ends) == 1  # from 5,000 to 7,000 dollars is not 5,000 francs
    if {one, two} == {"percent", "percentage_point"}:
        # "by a quarter of a point to 0.25 per cent" says two things
        mixed = same and (pair.a.aspect == "change") == (pair.b.aspect == "change")
        return ("contradiction", "unit") if mixed else ("not_comparable", "percent_vs_points")
    if pair.a.quantity.kind == "money" and one != two and not _guessed_currency(pair):
        return ("contradiction", "currency") if same else ("not_comparable", "currency")
    return None


def _guessed_currency(pair: Pair) -> bool:
    """Return whether the currencies may be one: "2.5 million dollars" says not whose dollars."""
    one, two = pair.a.quantity, pair.b.quantity
    if one.unit is None or two.unit is None:
        return True
    guessed = "currency" in one.inferred or "currency" in two.inferred
    return guessed and of_one_name(one.unit, two.unit)


def _aspect(pair: Pair) -> Outcome:
    one, two = pair.a.aspect, pair.b.aspect
    if (one == "change") != (two == "change") and not pair.match.meets and not _overruled(pair):
        return "not_comparable", "aspect"
    if {one, two} == {"from", "to"}:
        return "not_comparable", "aspect"
    return None


def _change_for_level(pair: Pair) -> bool:
    """Return whether two equal figures are the change and what it led to: "um" and "auf 4 %"."""
    relations = {pair.a.quantity.relation, pair.b.quantity.relation}
    moved = pair.match.meets and relations == {"by", "to"}
    return moved and not of_change(pair.match.a, pair.match.b)


def _moved(pair: Pair) -> Outcome:
    """One measure does not change by 4 percent and come to 4 percent; two may."""
    if not _change_for_level(pair):
        return None
    same = measure_relation(pair.match.a, pair.match.b) == "same"
    return ("contradiction", "value") if same else ("not_comparable", "aspect")


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
    if not pair.match.meets or _change_for_level(pair):
        return None
    a, b = pair.match.a, pair.match.b
    if (pair.a.modality == "denied") != (pair.b.modality == "denied"):
        return "not_comparable", "modality"
    if two_persons(a, b) or two_teams(a, b):
        return "not_comparable", "subject"
    if a.claim.quantity.qualifier == b.claim.quantity.qualifier == "over" and a.value != b.value:
        return "not_comparable", "scope"  # "more than 76" and "more than 75" confirm nothing
    return "agreement", "same_value" if a.block != b.block or meet(a, b) else "tolerance"


def _subject(pair: Pair) -> Outcome:
    relation = subject_relation(pair.match.a, pair.match.b)
    ages = pair.match.a.age or pair.match.b.age
    alike = relation in ("same", "overlaps")
    if ages and not alike and pair.match.score < _sure_of_age(pair, relation):
        return "not_comparable", "subject"
    written = "subject" not in pair.a.inferred and "subject" not in pair.b.inferred
    if generic(pair.match.a) and generic(pair.match.b) and not alike and not slipped(pair):
        return "not_comparable", "subject"  # so many people, and nobody says of what
    one, two = pair.match.a, pair.match.b
    apart = bool(one.subject_words and two.subject_words) and not alike
    if not written or not apart:
        return None
    if one.named != two.named and not strangers(pair.match, pair.first, pair.second):
        return None
    if mentioned(pair.match.a, pair.match.b) or mentioned(pair.match.b, pair.match.a):
        return None
    surely = all_told(pair) or _overruled(pair, LIMITS.other_subject)
    if not surely or strangers(pair.match, pair.first, pair.second):
        return "not_comparable", "subject"
    return None


def _sure_of_age(pair: Pair, relation: str) -> float:
    """Return from which score on two ages are of one person who is not named twice."""
    explained = relation == "unknown" and slipped(pair)
    return LIMITS.age_slipped if explained else LIMITS.other_subject


def _measure(pair: Pair) -> Outcome:
    """Two figures of two measures differ as they should, unless a slip ties them together."""
    a, b = pair.match.a, pair.match.b
    if pair.a.quantity.kind == "score" and not _settled(pair):
        return "not_comparable", "measure"
    if pair.match.witness is not None:
        return None
    differ = measure_relation(a, b) == "differs" and not (vague(a) or vague(b))
    if differ and not slipped(pair) and not one_wording(a, b):
        return "not_comparable", "measure"
    return None


def _settled(pair: Pair) -> bool:
    """Return whether both scores are of one stage that has but one: no lead, no set of several."""
    one, two = pair.a.quantity.label, pair.b.quantity.label
    return one == two and one not in ("standing", "set")


def _overruled(pair: Pair, limit: float = LIMITS.overrule) -> bool:
    """Return whether the evidence as a whole outweighs one part that differs.

    It does where the surroundings are as good as the same and a slip of typing explains
    the difference: then the part was misread, or is where the slip came in. Less is enough
    where neither figure has an equal, and nothing more where a surer pair says so.
    """
    if pair.match.witness is not None:
        return True
    if pair.match.lone:
        limit = LIMITS.lone_subject if limit == LIMITS.other_subject else LIMITS.explained
    return pair.match.score >= limit and slipped(pair)


def slipped(pair: Pair) -> bool:
    """Return whether a slip explains the difference that is hardly chance.

    Round numbers are a thousand times each other in every two stories: that tells something
    only with two digits, and where one thing may be measured.
    """
    one, two = pair.match.a, pair.match.b
    if not may_slip(one.digits, two.digits, one.block == "date"):
        return False
    found = MISTYPED.intersection(slips(one.claim, two.claim))
    if found != {"factor_thousand"}:
        return bool(found)
    round_numbers = min(one.sharpness, two.sharpness) < _TELLING - 1
    return not round_numbers and measure_relation(one, two) != "differs"


def all_told(pair: Pair) -> bool:
    """Return whether both give all that they know of what one event has but one of."""
    return pair.match.lone and only_one(pair.match.a, pair.match.b)


def _period(pair: Pair) -> Outcome:
    if passing(pair.match.a, pair.match.b) and _in_time(pair) and not slipped(pair):
        return "not_comparable", "period"
    if period_relation(pair.a, pair.b) != "apart":
        return None
    if _both_written(pair) or not _overruled(pair):
        return "not_comparable", "period"
    return None


def _both_written(pair: Pair) -> bool:
    """Return whether both texts write out their time, alike long: two quarters, two years."""
    if pair.match.witness is not None or "period" in (*pair.a.inferred, *pair.b.inferred):
        return False
    short, long = sorted(map(_length, (pair.a.period, pair.b.period)))
    return short >= _MONTH and long <= _ALIKE * short


def _length(period: Period | None) -> int:
    """Return how many days a period has; 0 for one that is open or unknown."""
    if period is None or period.start is None or period.end is None:
        return 0
    return (period.end - period.start).days + 1


_MONTH, _ALIKE = 28, 1.5


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


def _distance(pair: Pair) -> Outcome:
    """Values that lie far apart with no slip between them belong to two facts."""
    a, b = pair.match.a, pair.match.b
    if a.block == "date" or pair.a.quantity.kind == "score":
        return None
    values = (a.value, b.value) if a.block == b.block else (a.written, b.written)
    low, high = sorted(map(abs, values))
    if low >= _FAR * high or pair.match.witness is not None or slips(pair.a, pair.b):
        return None
    return "not_comparable", "measure"


def _modality(pair: Pair) -> Outcome:
    one, two = pair.a.modality, pair.b.modality
    if one != two and "denied" in (one, two):
        return "not_comparable", "modality"
    mixed = {one, two} & _OPEN and {one, two} & _FIRM
    timed = _length(pair.a.period) > 1 and _length(pair.b.period) > 1  # what came of a forecast
    if mixed and not (_overruled(pair) or _agreed(pair) or (all_told(pair) and not timed)):
        return "not_comparable", "modality"
    return None


def _agreed(pair: Pair) -> bool:
    """Return whether one tells what it will cost, and the other what it costs, at one time.

    In a later article it may be what became of it.
    """
    if {pair.a.modality, pair.b.modality} != {"forecast", "stated"}:
        return False
    one, two = pair.first.published, pair.second.published
    at_once = one is not None and two is not None and abs(one - two) <= _AT_ONCE
    sure = pair.match.score >= LIMITS.agreed
    return at_once and sure and agreed(pair.match.a, pair.match.b)


def _scope(pair: Pair) -> Outcome:
    found = narrowing(pair.a, pair.b)
    if "additional" in found or (found and not _overruled(pair)):
        return "not_comparable", "scope"
    return None


def _growing(pair: Pair) -> Outcome:
    if not _grows(pair) or _mistyped(pair) or pair.a.document == pair.b.document:
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
    if pair.match.witness is not None:
        return True
    digits = min(pair.match.a.sharpness, pair.match.b.sharpness) + pair.match.lone
    other_unit = pair.a.quantity.value == pair.b.quantity.value and digits >= _TELLING - 1
    return (digits >= _TELLING or other_unit) and slipped(pair)


def _differing(pair: Pair) -> Outcome:
    if pair.a.quantity.kind == "date":
        return "contradiction", "date"
    return "contradiction", "party" if _by_parties(pair) else "value"


def _by_parties(pair: Pair) -> bool:
    """Return whether each claim is what another party counted.

    Where no crowd is counted, a slip of typing explains the difference better.
    """
    one, two = pair.a.speaker, pair.b.speaker
    if not one or not two or one == two or pair.a.quantity.kind not in ("count", "number"):
        return False
    a, b = pair.match.a, pair.match.b
    return disputed(a, b) or (generic(a) and generic(b)) or not slipped(pair)


STEPS: tuple[Step, ...] = (
    _unit, _aspect, _overtaken, _meeting, _scope, _subject, _measure, _period, _older,
    _distance, _modality, _moved, _growing, _differing,
)  # fmt: skip
BY_VALUE = frozenset({_unit, _meeting, _distance})
"""The steps that look at units and values, and not at what the claims are about."""
