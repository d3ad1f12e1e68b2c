"""How the parts of two claims stand to each other."""

from __future__ import annotations

from functools import lru_cache

from claimcheck.extract.concepts.keys import END, START
from claimcheck.extract.concepts.lexicon import lexicon
from claimcheck.extract.concepts.tolls import SHORTEST_PART, happens, is_toll
from claimcheck.extract.names.known import place_keys
from claimcheck.match.nodes import Node
from claimcheck.model import Claim

A_WEEK = 7
_MEMO = 4096
COMPARABLE_WIDTH = 8
"""A day beside a half-year is the day of a report, and tells no other period."""


def relation(one: str, two: str) -> str:
    """Return whether two keys are the same or differ; empty ones are unknown."""
    if not one or not two:
        return "unknown"
    return "same" if one == two else "differs"


def measure_relation(a: Node, b: Node) -> str:
    """Return whether the measures are the same or differ, one is unknown, or they are near.

    Near are two that one of the numbers may both be said to measure: the rifles, and what
    was seized; or people, and what others call them. So are two days of which only is known
    that something starts then.
    """
    found = relation(a.measure, b.measure)
    if found == "same" and a.measure in _BARE and a.block == b.block == "date":
        return "near"
    if found != "differs":
        return found
    one, two = a.context.readings, b.context.readings
    if a.measure in two or b.measure in one:
        return "near"
    if a.block == b.block and _may_mean(a.measure, b.measure) and _one_thing(a, b):
        return "near"
    return found


_BARE = frozenset({START, END})


def _one_thing(a: Node, b: Node) -> bool:
    """Return whether what is counted can be one thing: people, and no peaks that nobody knows."""
    units = lexicon().unit_concept
    counted = a.block == "count" and a.unit != b.unit
    return not counted or all(units(node.unit) for node in (a, b) if node.unit)


@lru_cache(_MEMO)
def _may_mean(one: str, two: str) -> bool:
    """Return whether one of two concepts is so broad that it may mean the other."""
    first, second = lexicon().info(one), lexicon().info(two)
    return (first.broad or second.broad) and not first.units.isdisjoint(second.units)


_LEVELS = frozenset({"level", "to"})


def taken(node: Node, other: Node) -> str:
    """Return the slip if a claim took its figure from one that says something else with it.

    "Revenue was 64.7 million" may have its figure from "up from 64.7 to 76.4 million".
    """
    here, there = node.traits, other.traits
    if here.aspect not in _LEVELS or "previous_period" in here.scope:
        return ""
    if there.aspect == "from" or "previous_period" in there.scope:
        return "previous_figure"
    return "change_for_level" if there.aspect == "change" else ""


def unit_relation(one: str | None, two: str | None) -> str:
    """Return whether two units are the same or differ, one is unknown, or there are none."""
    if one == two:
        return "same" if one is not None else "none"
    return "unknown" if one is None or two is None else "differs"


def one_ordinal(a: Node, b: Node) -> bool:
    """Return whether both are the same in a row of one thing: "the sixth round", "in round six".

    One of them may count what the other gives the last of: "it went six rounds"; but where
    things stand side by side, the third of them tells nothing. A first and a second are in
    every story.
    """
    ranked = "rank" in (a.block, b.block) and {a.block, b.block} <= _NUMBERED
    equal = ranked and a.written == b.written >= _THIRD
    if not equal or not a.measure or a.measure != b.measure:
        return False
    return a.block == b.block or not lexicon().info(a.measure).entity


_THIRD = 3
_NUMBERED = frozenset({"rank", "count"})


def subject_relation(a: Node, b: Node) -> str:
    """Return whether the subjects are the same, overlap (surname and full name) or differ.

    What is a noun in one article may be what another has a name for, unless that is a place. A
    toll is that of the quake in one article and that of the place in another.
    """
    if not a.subject_words or not b.subject_words:
        return "unknown"
    if a.subject_words == b.subject_words:
        return "same"
    if not a.subject_words.isdisjoint(b.subject_words) or _one_noun(
        a.subject_words, b.subject_words
    ):
        return "overlaps"
    if a.named != b.named and _no_place(a.subject_words, b.subject_words):
        return "unknown"  # "the ferry" may be the Astra
    if a.measure == b.measure and is_toll(a.measure):
        return "differs" if _happens(a.subject_words) == _happens(b.subject_words) else "unknown"
    return "differs"


def _no_place(one: frozenset[str], two: frozenset[str]) -> bool:
    places = place_keys()
    return places.isdisjoint(one) and places.isdisjoint(two)


@lru_cache(_MEMO)
def _happens(subject: frozenset[str]) -> bool:
    """Return whether a subject is what happened, and nobody that it happened to."""
    return any(map(happens, subject))


@lru_cache(_MEMO)
def _one_noun(one: frozenset[str], two: frozenset[str]) -> bool:
    """Return whether a noun is the last part of another: "quake" and "earthquake"."""
    if len(one) > 1 or len(two) > 1:
        return False
    (a,), (b,) = one, two
    if min(len(a), len(b)) < SHORTEST_PART or {a, b} <= place_keys():
        return False
    return a.endswith(b) or b.endswith(a)


def two_persons(a: Node, b: Node) -> bool:
    """Return whether ages are of two people who are both named: "Ann Ray, 48", "Bo Lane (48)"."""
    written = "subject" not in a.claim.inferred and "subject" not in b.claim.inferred
    named = min(len(a.subject_words), len(b.subject_words)) > 1
    return a.age and b.age and written and named and subject_relation(a, b) == "differs"


def mentioned(a: Node, b: Node) -> bool:
    """Return whether the sentence of `b` names the subject of `a` as well."""
    return bool(a.subject_words) and a.subject_words <= b.words


def two_teams(a: Node, b: Node) -> bool:
    """Return whether records are of two teams.

    The sentence of one that is told in full then names the other as well: "the Hawks trail
    the Norwick Rams (2-13)".
    """
    labels = {node.claim.quantity.label for node in (a, b)}
    if labels != {_RECORD} or subject_relation(a, b) != "differs":
        return False
    full = [len(node.subject_words) > 1 for node in (a, b)]
    return (full[1] and mentioned(a, b)) or (full[0] and mentioned(b, a))


_RECORD = "record"


def period_relation(first: Claim, second: Claim) -> str:
    """Return how the periods stand to each other: same, within, meets, apart or unknown."""
    one, two = first.period, second.period
    if one is None or two is None or one.start is None or two.start is None:
        return "unknown"
    if one.end is None or two.end is None:
        return "same" if one.start == two.start else "unknown"
    if (one.start, one.end) == (two.start, two.end):
        return "same"
    if one.end < two.start or two.end < one.start:
        widths = sorted(((one.end - one.start).days + 1, (two.end - two.start).days + 1))
        reported = widths[0] <= A_WEEK and widths[1] > COMPARABLE_WIDTH * widths[0]
        return "unknown" if reported else "apart"
    if (one.start <= two.start and two.end <= one.end) or (
        two.start <= one.start and one.end <= two.end
    ):
        return "within"
    return "meets"


def one_wording(a: Node, b: Node) -> bool:
    """Return whether the sentences of two claims are the same but for their figures."""
    full = len(a.words) >= (_KNOWN if one_fact(a, b) else _FULL)
    return full and a.words == b.words


def one_fact(a: Node, b: Node) -> bool:
    """Return whether two claims have the same known subject and measure."""
    return subject_relation(a, b) == measure_relation(a, b) == "same"


_FULL, _KNOWN = 4, 2
"""With fewer words, sentences are the same by chance: "Preis: 3 Euro"; and with what else is
known, whose figure it is and of what: "Kiel has 247,000 inhabitants"."""
