"""Golden rows of the normaliser: `tests/cases/normalise/TOPIC.tsv`, text, language, expected.

The expected column reads left to right: relation, qualifier, value (or low..high), unit,
"per …", [label], ?what is inferred; a skipped number is "skip REASON". Several findings are
joined by " | "; "nothing" stands for none. Calendar dates have their own tests.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from claimcheck.model import Quantity, Scan
from claimcheck.normalise import scan

CASES = Path(__file__).parent / "cases" / "normalise"
SAID = {"at_least": "at least ", "at_most": "at most ", "exact": "", "range": ""}


def rows() -> list[tuple[str, str, str, str]]:
    """Return all rows: topic, text, language, expected."""
    found = []
    for path in sorted(CASES.glob("*.tsv")):
        for line in path.read_text("utf-8").splitlines():
            if line and not line.startswith("# "):
                text, language, expected = line.split("\t")
                found.append((path.stem, text, language, expected))
    return found


def describe(quantity: Quantity) -> str:
    """Return a quantity in the words of the expected column."""
    said = SAID.get(quantity.qualifier, f"{quantity.qualifier} ")
    value = f"{quantity.value}"
    if quantity.qualifier == "range":
        value = f"{quantity.low}..{quantity.high}"
    relation = "" if quantity.relation == "none" else f"{quantity.relation} "
    ordinal = "no. " if quantity.kind == "ordinal" else ""
    unit = f" {quantity.unit}" if quantity.unit else ""
    per = f" per {quantity.per}" if quantity.per else ""
    label = f" [{quantity.label}]" if quantity.label else ""
    inferred = f" ?{', '.join(quantity.inferred)}" if quantity.inferred else ""
    return f"{relation}{said}{ordinal}{value}{unit}{per}{label}{inferred}"


def read(found: Scan) -> str:
    """Return all that was found, but for calendar dates, in the words of the expected column."""
    parts = [(q.span.start, describe(q)) for q in found.quantities if _is_shown(q)] + [
        (s.span.start, f"skip {s.reason}") for s in found.skipped
    ]
    return " | ".join(text for _, text in sorted(parts)) or "nothing"


def _is_shown(quantity: Quantity) -> bool:
    return quantity.kind != "date" or quantity.unit == "time_of_day"


@pytest.mark.parametrize(("topic", "text", "language", "expected"), rows())
def test_case(topic: str, text: str, language: str, expected: str) -> None:
    found = scan(text, language)
    assert read(found) == expected
    for quantity in found.quantities:
        assert text[quantity.span.start : quantity.span.end] == quantity.quote


def test_there_are_enough_rows_in_both_languages() -> None:
    languages = [row[2] for row in rows()]
    assert len(languages) >= 900
    assert abs(languages.count("de") - languages.count("en")) < len(languages) / 10
