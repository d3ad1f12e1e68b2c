"""Whose counts of one crowd differ: the police's and the organisers'."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from claimcheck import Document, audit

CASES = Path(__file__).parent / "cases" / "compare" / "parties.jsonl"
ROWS = [json.loads(line) for line in CASES.read_text(encoding="utf-8").splitlines()]


def found(row: dict[str, Any], step: int) -> set[frozenset[str]]:
    documents = [
        Document(
            id=f"d{number}",
            text=article["text"],
            language=article["lang"],
            published=date(2026, 3, 16),
        )
        for number, article in enumerate(row["articles"])
    ]
    report = audit(documents[::step])
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
