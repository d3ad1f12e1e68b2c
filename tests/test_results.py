"""Scores as claims: which are results, and of what."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimcheck import Document
from claimcheck.engine import extractions

CASES = Path(__file__).parent / "cases" / "results.tsv"
ROWS = [
    line.split("\t")
    for line in CASES.read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


@pytest.mark.parametrize(("text", "language", "expected"), ROWS, ids=[row[0] for row in ROWS])
def test_results_are_claims(text: str, language: str, expected: str):
    (read,) = extractions([Document(id="d", text=text, language=language)])
    found = [claim for claim in read.claims if claim.quantity.kind == "score"]
    assert ", ".join(f"{c.quote} {c.quantity.label}" for c in found) == expected.strip("-")


def test_a_result_is_skipped_no_more():
    text = "The Rams (5-10) lost 17-24. The museum is open 9-5 on weekdays."
    (read,) = extractions([Document(id="d", text=text, language="en")])
    claimed = {(c.span.start, c.span.end) for c in read.claims}
    assert all((s.span.start, s.span.end) not in claimed for s in read.skipped)
    assert [s.quote for s in read.skipped if s.reason == "score"] == ["9-5"]
