"""The slips are named in what a reader sees, and only where they explain the difference."""

import json
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from test_compare import claim, nodes

from claimcheck import Document, audit
from claimcheck.compare.elsewhere import Elsewhere
from claimcheck.match import Match
from claimcheck.model import Report
from claimcheck.slips import EXPLANATIONS, FACTORS

CASES = Path(__file__).parent / "cases" / "compare" / "told.jsonl"
ROWS = [json.loads(line) for line in CASES.read_text("utf-8").splitlines()]


def report_of(row: dict[str, Any]) -> Report:
    """Return the report on the two articles of a row."""
    return audit(Document(id=key, text=row[key], language=row["lang"]) for key in "ab")


@pytest.mark.parametrize("row", ROWS, ids=[f"{r['slip']} {r['fires']} {r['a']}" for r in ROWS])
def test_the_slip_is_named_in_a_finding(row: dict[str, Any]):
    report = report_of(row)
    named = [slip for comparison in report.comparisons for slip in comparison.slips]
    assert (row["slip"] in named) == row["fires"]
    words = {"power_of_ten": (FACTORS[10], FACTORS[100]), "factor_thousand": (FACTORS[1000],)}
    ways = words.get(row["slip"], (EXPLANATIONS[row["slip"]],))
    said = any(words in finding.message for finding in report.findings for words in ways)
    assert said == row["fires"]


@pytest.mark.parametrize(
    ("here", "there", "named"),
    [
        ("level", "change", ["change_for_level"]),
        ("to", "from", ["previous_figure"]),
        ("level", "level", []),
        ("change", "change", []),
    ],
)
def test_a_figure_taken_for_something_else(here: str, there: str, named: list[str]):
    one, taken, right = nodes(
        claim({"text": "18 Prozent", "aspect": here}, "x"),
        claim({"text": "18 Prozent", "aspect": there}, "y"),
        claim({"text": "24 Prozent", "aspect": "level"}, "y"),
    )
    right = replace(right, document=taken.document)
    wrong = Match(one, right, False, 0.8, (), ())
    told = Elsewhere([Match(one, taken, True, 0.5, (), ()), wrong])
    assert told.mixed_up(wrong) == named
    assert told.mixed_up(replace(wrong, a=right, b=one)) == named
