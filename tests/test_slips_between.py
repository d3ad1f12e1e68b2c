"""Slips between figures that have no equal, and what follows from a slip."""

import pytest
from msgspec.structs import replace
from test_match import node

from claimcheck.match import Match
from claimcheck.match.consensus import settle
from claimcheck.match.lone import Shared
from claimcheck.match.nodes import Node
from claimcheck.match.witnesses import implied


def pair(a: Node, b: Node, score: float, meets: bool = False) -> Match:
    return Match(a, b, meets, score, (), ())


ONE = [node(text, i, 0) for i, text in enumerate(("4.870 Euro", "312 Menschen", "64,2 Prozent"))]
TWO = [node(text, i, 1) for i, text in enumerate(("4.780 Euro", "312 Menschen", "64,2 Prozent"), 3)]
ANCHORS = [pair(ONE[1], TWO[1], 0.95, True), pair(ONE[2], TWO[2], 0.95, True)]


def test_a_slip_between_figures_without_an_equal_is_made_surer():
    (found,) = [match for match in settle([*ANCHORS, pair(ONE[0], TWO[0], 0.3)]) if not match.meets]
    assert found.lone
    assert 0.6 < found.score <= 0.75


def test_a_sure_pair_is_made_no_surer():
    shared = Shared(ANCHORS)
    assert shared.judged(pair(ONE[0], TWO[0], 0.9)).score == 0.9


def test_a_pair_as_sure_as_can_be_stays_so():
    assert Shared(ANCHORS).judged(pair(ONE[0], TWO[0], 1.0)).score == 1.0


def test_a_figure_with_an_equal_is_not_without_one():
    equal = node("4.870 Euro", 9, 1)
    matches = [*ANCHORS, pair(ONE[0], equal, 0.9, True), pair(ONE[0], TWO[0], 0.3)]
    assert not Shared(matches).judged(matches[-1]).lone
    assert Shared(matches).judged(matches[-1]).score == 0.3


def test_another_difference_is_no_slip():
    other = replace(node("4.900 Euro", 8, 1))
    assert Shared(ANCHORS).judged(pair(ONE[0], other, 0.3)).score == 0.3


def test_articles_that_share_no_value_are_strangers():
    assert Shared([]).judged(pair(ONE[0], TWO[0], 0.3)).strangers
    assert not Shared(ANCHORS).judged(pair(ONE[0], TWO[0], 0.3)).strangers


@pytest.mark.parametrize(
    ("measures", "many", "shared", "doubted"),
    [
        (("injured", "members"), True, [], True),
        (("injured", "members"), False, [], False),
        (("injured", "members"), True, ANCHORS, False),
        (("injured", "injured"), True, [], False),
    ],
)
def test_counts_of_two_kinds_in_strange_articles_among_many_are_doubted(
    measures: tuple[str, str], many: bool, shared: list[Match], doubted: bool
):
    one, two = (node("150", i, i - 6, measure=measure) for i, measure in enumerate(measures, 6))
    equal = pair(one, two, 0.75, True)
    judged = Shared([*shared, equal], many).judged(equal)
    assert (judged.score < 0.5) == doubted
    assert bool(judged.told) == doubted


def test_a_day_of_these_days_ties_no_articles():
    one, two = node("am Donnerstag", 6, 0), node("am Donnerstag", 7, 1)
    shared = Shared([pair(one, two, 0.95, True)])
    assert shared.judged(pair(ONE[0], TWO[0], 0.3)).strangers
    one, two = node("am 17. Mai 2019", 6, 0), node("am 17. Mai 2019", 7, 1)
    shared = Shared([pair(one, two, 0.95, True)])
    assert not shared.judged(pair(ONE[0], TWO[0], 0.3)).strangers


ROUNDED = node("fast 500.000 Euro", 6, 0)
TYPED = node("487.000 Euro", 7, 2)
LACKING = node("48.700 Euro", 8, 1)


def test_what_says_the_same_as_a_mistyped_figures_other_contradicts_it_too():
    matches = [pair(ROUNDED, TYPED, 0.9, True), pair(LACKING, TYPED, 0.9)]
    (found,) = implied(matches)
    assert (found.a, found.b, found.meets) == (ROUNDED, LACKING, False)
    assert found.witness is matches[1]
    assert found.score == 0.9 * 0.9


def test_nothing_follows_from_a_difference_without_a_slip():
    other = node("390.000 Euro", 8, 1)
    assert implied([pair(ROUNDED, TYPED, 0.9, True), pair(other, TYPED, 0.9)]) == []


def test_nothing_follows_between_two_sources_of_a_draft():
    matches = [pair(ROUNDED, TYPED, 0.9, True), pair(LACKING, TYPED, 0.9)]
    assert implied(matches, drafts=frozenset({2})) == []
    assert len(implied(matches, drafts=frozenset({0}))) == 1


def test_the_order_of_pairs_does_not_matter():
    matches = [*ANCHORS, pair(ROUNDED, TYPED, 0.9, True), pair(LACKING, TYPED, 0.9)]
    forward, backward = settle(matches), settle(matches[::-1])
    key = lambda match: (match.a.index, match.b.index)  # noqa: E731
    assert sorted(forward, key=key) == sorted(backward, key=key)
