"""Whose counts of one crowd differ: the police's and the organisers'."""

from __future__ import annotations

from typing import Any

import pytest
from stories import documents, rows

from claimcheck import audit

ROWS = rows("parties.jsonl")


def found(row: dict[str, Any], step: int) -> set[frozenset[str]]:
    report = audit(documents(row)[::step])
    quotes = {claim.id: claim.quote for claim in report.claims}
    return {
        frozenset((quotes[one.a], quotes[one.b]))
        for one in report.comparisons
        if one.verdict == "contradiction" and one.reason == "party"
    }


@pytest.mark.parametrize("row", ROWS, ids=[row["about"] for row in ROWS])
def test_party_against_party(row: dict[str, Any]):
    expected = {frozenset(pair) for pair in row["parties"]}
    assert found(row, 1) == found(row, -1) == expected
