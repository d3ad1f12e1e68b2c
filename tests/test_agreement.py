"""What the forms of words show of the subject: genders, cases and pronouns."""

from __future__ import annotations

from datetime import date

import pytest
from test_measured import CASES, rows

from claimcheck.engine import extractions
from claimcheck.extract.words.cases import cases
from claimcheck.extract.words.genders import FEMININE, MASCULINE, NEUTER, PLURAL, genders
from claimcheck.model import Document

OWNERS = CASES.with_name("owners.tsv")
LEAST = 0.8
"""Which share of the rows has to be right."""


@pytest.mark.parametrize(
    ("word", "nominative", "any_case"),
    [
        ("Konzern", MASCULINE, MASCULINE),
        ("Sonderzulage", FEMININE, FEMININE),
        ("Landratsamt", NEUTER, NEUTER),
        ("Grabungen", PLURAL, PLURAL),
        ("Lehrer", MASCULINE | PLURAL, MASCULINE | PLURAL),
        ("Krankenhäusern", 0, PLURAL),
        ("Hauses", 0, MASCULINE | NEUTER),
        ("Verbands", 0, MASCULINE),
        ("Xyzzq", 0, 0),
    ],
)
def test_what_a_noun_can_be(word: str, nominative: int, any_case: int) -> None:
    nouns = genders("de")
    assert nouns is not None
    assert nouns[word][0] == nominative
    assert nouns[word][1] & any_case == nouns[word][1]


def test_languages_without_the_data_do_without() -> None:
    assert genders("en") is None
    assert cases("fr") is None


def test_whose_number_it_is_in_most_sentences() -> None:
    right = 0
    found = rows(OWNERS)
    for text, language, expected in found:
        quote, want = expected.split("=")
        document = Document(id="d", text=text, language=language, published=date(2025, 9, 2))
        (extraction,) = extractions([document])
        claims = [claim for claim in extraction.claims if quote in claim.quote]
        name = claims[0].subject.text if claims and claims[0].subject else "-"
        right += want in name or name in want
    assert right / len(found) >= LEAST
