"""Results, records and what is numbered in a row, that two articles give alike or differently."""

from __future__ import annotations

from typing import Any

import pytest
from stories import documents, rows

from claimcheck import audit

ROWS = rows(
    "played.jsonl",
    "tallied.jsonl",
    "repeated.jsonl",
    "counted.jsonl",
    "versions.jsonl",
    "scoping.jsonl",
    "single.jsonl",
    "ages.jsonl",
)


def found(row: dict[str, Any], step: int, verdict: str) -> set[frozenset[str]]:
    report = audit(documents(row)[::step])
    wanted = row.get("of")
    watched = {
        claim.id: claim.quote
        for claim in report.claims
        if (claim.quote in wanted if wanted else claim.quantity.kind == "score")
    }
    return {
        frozenset((watched[one.a], watched[one.b]))
        for one in report.comparisons
        if one.verdict == verdict and one.a in watched and one.b in watched
    }


@pytest.mark.parametrize("row", ROWS, ids=[row["about"] for row in ROWS])
def test_results_of_one_match(row: dict[str, Any]):
    differ = {frozenset(pair) for pair in row["differ"]}
    agree = {frozenset(pair) for pair in row["agree"]}
    assert found(row, 1, "contradiction") == found(row, -1, "contradiction") == differ
    assert found(row, 1, "agreement") == found(row, -1, "agreement") == agree
