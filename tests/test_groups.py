"""Articles are matched and compared by groups that are tied together, as if it were all at once."""

from __future__ import annotations

from test_one_event import _NAMES, _RETOLD, figures, results
from test_slips_between import LACKING, ROUNDED, TYPED, pair

from claimcheck.compare import compare, compare_groups
from claimcheck.engine import audit, extractions
from claimcheck.match import match, match_groups
from claimcheck.match.documents import _grouped, document_groups
from claimcheck.match.witnesses import implied
from claimcheck.model import Document


def retold(*companies: int) -> list[Document]:
    """Return a dozen reports, and those of some companies told once more."""
    texts = []
    for at in companies:
        text = _RETOLD.replace("Lorvik", _NAMES[at])
        texts.append(text.format(**{**figures(at), "staff": figures(at)["staff"] + 90}))
    return results(*texts)


def test_each_article_is_in_one_group_and_those_without_a_pair_come_last():
    held = [list(numbers) for numbers, _ in document_groups(extractions(retold(3, 1, 2)))]
    assert held[:-1] == [[1, 13], [2, 14], [3, 12]]
    assert held[-1] == [0, *range(4, 12)]


def test_what_a_third_ties_together_is_one_group():
    pairs = [(0, 4), (1, 2), (3, 4), (5, 6), (2, 6)]
    assert list(_grouped(pairs)) == [[(0, 4), (3, 4)], [(1, 2), (5, 6), (2, 6)]]


def test_groups_give_what_all_at_once_give_in_the_order_of_the_articles():
    documents = retold(3, 1, 2, 1)
    extracted = extractions(documents)
    found = match(extracted)
    assert [one.place for one in found] == sorted(one.place for one in found)
    at_once = compare(found, documents)
    assert {one.verdict for one in at_once} == {"agreement", "contradiction"}
    assert compare_groups(match_groups(extracted), documents) == at_once
    assert list(audit(documents).comparisons) == at_once


def test_what_follows_from_others_stands_behind_all_in_the_place_of_what_it_was_found_by():
    matches = [pair(ROUNDED, TYPED, 0.9, True), pair(LACKING, TYPED, 0.9)]
    (found,) = implied(matches)
    assert found.source == (LACKING.document, TYPED.document)
    headline = pair(TYPED, TYPED, 0.9)
    assert sorted([found.place, headline.place, matches[1].place]) == [
        matches[1].place,
        headline.place,
        found.place,
    ]
