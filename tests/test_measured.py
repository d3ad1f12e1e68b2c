"""Whole sentences, what their numbers measure, and whose they are."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from claimcheck.engine import extractions
from claimcheck.extract.clauses.insertions import placing, resumed
from claimcheck.extract.tokens import tokenise
from claimcheck.model import Document

CASES = Path(__file__).parent / "cases" / "measured.tsv"
HAPPENING = CASES.with_name("happening.tsv")
SUBJECTS = CASES.with_name("subjects.tsv")
_PAIR = re.compile(r"\s*(.+?)=(!?\w+)(?:\s|$)")


_NAMED = re.compile(r"(.+?)=(!?[^=]+)$")


def rows(cases: Path = CASES) -> list[tuple[str, str, str]]:
    lines = cases.read_text(encoding="utf-8").splitlines()
    split = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return [(text, language, expected) for text, language, expected in split]


@pytest.mark.parametrize(("text", "language", "expected"), [*rows(), *rows(HAPPENING)])
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
        ("Die Quote, die zeigt, wie viele fehlen, liegt bei 5 Prozent.", "de", True),
        ("Die Quote fiel, die zeigt, wie viele fehlen, sagte Ott.", "de", False),
        ("Während Halm mit 16 Tagen, bis sich der Wert ändert, vorn liegt.", "de", True),
        ("Die Quote (im Mai: 6 Prozent) liegt bei 5 Prozent.", "de", True),
        ("Die Quote liegt bei 5 Prozent, der Umsatz wuchs, die Dividende auch.", "de", False),
        ("The rate, which was higher in May, is 5 per cent.", "en", True),
        ("The rate is 5 per cent, sales rose, and profits fell.", "en", False),
    ],
)
def test_a_clause_goes_on_behind_an_insertion(text: str, language: str, joined: bool) -> None:
    tokens = tokenise(text, 0, len(text))
    inside = placing(tokens.words, language)
    clauses = resumed(tokens.words, tokens.clause, inside, language)
    assert (clauses[0] == clauses[-1]) is joined
    assert len(clauses) == len(tokens.words)


@pytest.mark.parametrize(
    ("text", "language", "units"),
    [
        ("Zwei Menschen starben, elf wurden verletzt.", "de", ["person", "person"]),
        ("A quake killed six children, bringing the death toll to 11.", "en", ["child", "person"]),
        ("It has 900 staff here, and 7,100 worldwide.", "en", ["employee", "employee"]),
        ("Der Gewinn fiel von 64 Millionen Euro auf 41 Millionen.", "de", ["EUR", "EUR"]),
        ("The death toll from the fire rose to three.", "en", ["person"]),
        ("Three people died on platform 14.", "en", ["person", None]),
    ],
)
def test_a_bare_number_takes_the_unit_that_it_leaves_out(
    text: str, language: str, units: list[str | None]
) -> None:
    document = Document(id="d", text=text, language=language, published=date(2025, 9, 2))
    (extraction,) = extractions([document])
    found = [claim.quantity.unit for claim in extraction.claims]
    assert found == units
    assert not [c for c in extraction.claims if "unit" in c.inferred and c.quantity.noun]


@pytest.mark.parametrize(("text", "language", "expected"), rows(SUBJECTS))
def test_whose_numbers_they_are(text: str, language: str, expected: str) -> None:
    document = Document(id="d", text=text, language=language, published=date(2025, 9, 2))
    (extraction,) = extractions([document])
    for words, name in _NAMED.findall(expected):
        (claim,) = (c for c in extraction.claims if words in c.quote)
        found = claim.subject.text if claim.subject else "-"
        assert (found != name[1:]) if name.startswith("!") else (found == name)
