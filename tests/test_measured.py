"""Whole sentences and what their numbers measure: `cases/measured.tsv`."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from claimcheck.engine import extractions
from claimcheck.extract.clauses import resumed
from claimcheck.extract.tokens import tokenise
from claimcheck.model import Document

CASES = Path(__file__).parent / "cases" / "measured.tsv"
_PAIR = re.compile(r"\s*(.+?)=(!?\w+)(?:\s|$)")


def rows() -> list[tuple[str, str, str]]:
    lines = CASES.read_text(encoding="utf-8").splitlines()
    split = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return [(text, language, expected) for text, language, expected in split]


@pytest.mark.parametrize(("text", "language", "expected"), rows())
def test_what_numbers_measure(text: str, language: str, expected: str) -> None:
    document = Document(id="d", text=text, language=language, published=date(2025, 9, 2))
    (extraction,) = extractions([document])
    for words, key in _PAIR.findall(expected):
        (claim,) = (c for c in extraction.claims if words in c.quote)
        found = claim.measure.key if claim.measure else ""
        assert (found != key[1:]) if key.startswith("!") else (found == key), claim.measure


@pytest.mark.parametrize(
    ("text", "language", "joined"),
    [
        ("Die Quote, die im Mai höher war, liegt bei 5 Prozent.", "de", True),
        ("Die Quote (im Mai: 6 Prozent) liegt bei 5 Prozent.", "de", True),
        ("Die Quote liegt bei 5 Prozent, der Umsatz wuchs, die Dividende auch.", "de", False),
        ("The rate, which was higher in May, is 5 per cent.", "en", True),
        ("The rate is 5 per cent, sales rose, and profits fell.", "en", False),
    ],
)
def test_a_clause_goes_on_behind_an_insertion(text: str, language: str, joined: bool) -> None:
    tokens = tokenise(text, 0, len(text))
    clauses = resumed(tokens.words, tokens.clause, language)
    assert (clauses[0] == clauses[-1]) is joined
    assert len(clauses) == len(tokens.words)
