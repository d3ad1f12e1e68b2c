"""What time numbers are of, in their sentence and in those behind it."""

from __future__ import annotations

from datetime import date

import pytest
from test_measured import CASES, rows

from claimcheck.engine import extractions
from claimcheck.model import Document

PERIODS = CASES.with_name("periods.tsv")


@pytest.mark.parametrize(("text", "language", "expected"), rows(PERIODS))
def test_what_time_they_are_of(text: str, language: str, expected: str) -> None:
    document = Document(id="d", text=text, language=language, published=date(2025, 11, 12))
    (extraction,) = extractions([document])
    for one in expected.split("; "):
        words, when = one.split("=")
        (claim,) = (c for c in extraction.claims if words in c.quote)
        assert (claim.period.text if claim.period else "-") == when
