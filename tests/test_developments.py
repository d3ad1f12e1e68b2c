"""Figures that grow from article to article are told as a development."""

import json
from pathlib import Path
from typing import Any

import pytest

from claimcheck import Document, audit
from claimcheck.model import Report

CASES = Path(__file__).parent / "cases" / "compare" / "developments.jsonl"
ROWS = [json.loads(line) for line in CASES.read_text("utf-8").splitlines()]


def report_of(row: dict[str, Any]) -> Report:
    """Return the report on the articles of a row."""
    from datetime import date

    return audit(
        Document(
            id=f"d{i}",
            text=article["text"],
            language=article["lang"],
            published=date.fromisoformat(article["published"]) if "published" in article else None,
            published_from="front matter" if "published" in article else None,
        )
        for i, article in enumerate(row["articles"])
    )


def quotes(report: Report, verdict: str) -> list[tuple[str, str]]:
    """Return the quotes of the compared claims with a verdict."""
    claims = {claim.id: claim.quote for claim in report.claims}
    return [(claims[c.a], claims[c.b]) for c in report.comparisons if c.verdict == verdict]


def among(wanted: list[str], found: list[tuple[str, str]]) -> bool:
    """Return whether two quotes, or longer ones, were compared."""
    return any(wanted[0] in one and wanted[1] in two for one, two in found)


@pytest.mark.parametrize("row", ROWS, ids=[row["about"] for row in ROWS])
def test_developments(row: dict[str, Any]):
    report = report_of(row)
    updates = quotes(report, "update")
    missing = [pair for pair in row["updates"] if not among(pair, updates)]
    assert not missing, f"found only {updates}"
    if not row["updates"]:
        assert not updates
    contradictions = quotes(report, "contradiction")
    for pair in row.get("warnings", ()):
        assert among(pair, contradictions)
    if not row.get("warnings"):
        assert row["about"].startswith("what does not grow") or not contradictions
