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


def test_lines_of_a_list_are_records_only_where_a_word_says_so():
    lines = "Jo Lund 26-1\nMo Berg 22-3\nAnna Hill 15-2-1\n\nThe hall was full."
    heads = {"All-time records in title fights:": ["26-1", "22-3", "15-2-1"], "Open:": []}
    for head, expected in heads.items():
        (read,) = extractions([Document(id="d", text=f"{head}\n{lines}", language="en")])
        scores = [c.quote for c in read.claims if c.quantity.label == "record"]
        assert scores == expected
