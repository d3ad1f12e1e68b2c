"""Headlines that have a figure of their own article wrong."""

import json
from pathlib import Path
from typing import Any

import pytest

from claimcheck import Document, audit, check
from claimcheck.model import Report

CASES = Path(__file__).parent / "cases" / "compare" / "headlines.jsonl"
ROWS = [json.loads(line) for line in CASES.read_text("utf-8").splitlines()]


def article(row: dict[str, Any]) -> Document:
    return Document(text=f"{row['headline']}\n\n{row['text']}", id="x", language=row["lang"])


def mistitled(report: Report) -> list[list[str]]:
    quotes = {claim.id: claim.quote for claim in report.claims}
    return [
        [quotes[pair.a], quotes[pair.b]]
        for pair in report.comparisons
        if pair.verdict == "contradiction"
    ]


@pytest.mark.parametrize("row", ROWS, ids=[f"{r['headline']} | {r['text']}" for r in ROWS])
def test_a_headline_is_held_against_its_article(row: dict[str, Any]):
    assert mistitled(audit([article(row)])) == ([row["quotes"]] if row["fires"] else [])


def test_headlines_of_sources_are_not_checked():
    source = article(ROWS[0])
    draft = Document(text="Drei Menschen wurden verletzt.", id="draft", language="de")
    assert mistitled(check([draft], against=[source])) == []
    assert mistitled(check([source], against=[draft])) == [ROWS[0]["quotes"]]


def test_another_article_is_held_against_the_headline_too():
    other = Document(
        text="Sturm über der Stadt\n\nDie Feuerwehr zählte am Montag 450 Einsätze.",
        id="y",
        language="de",
    )
    assert len(mistitled(audit([article(ROWS[0]), other]))) == 2
