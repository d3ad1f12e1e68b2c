import pytest

from claimcheck.report.evidence import ledger, phrase, telling

PHRASES = [
    ("measure:same", "same measure"),
    ("structure measure:differs", "different measures"),
    ("subject:overlaps", "overlapping subjects"),
    ("near>0.4", "similar words around them"),
    ("structure near", "similar words around them"),
    ("siblings>0.8", "the same other figures beside them"),
    ("slip:transposed_digits", "two digits are transposed"),
    ("aspect:level/share", "different kinds of figure"),
    ("measure+subject:same", "measure and subject together"),
    ("scope:per_unit:differs", "only one is for one unit"),
    ("measure:few", "few figures have this measure"),
    ("value:digits:4", "an unusual value"),
    ("something:new_here", "something new here"),
]


@pytest.mark.parametrize(("name", "words"), PHRASES)
def test_names_in_words(name, words):
    assert phrase(name) == words


def test_what_a_person_can_check_for_and_against():
    evidence = (
        ("subject:same", 1.0), ("near>0.1", 0.5), ("near>0.2", 0.75), ("kind:money", 3.0),
        ("noun:differs", -0.5), ("period:same", -0.25), ("measure:differs", 0.5),
        ("slip+near>0.4", 2.0), ("per:differs", 1.0),
    )  # fmt: skip
    assert telling(evidence) == (["same subject", "similar words around them"], ["different nouns"])
    assert ledger((("noun:differs", -0.5),)) == "different nouns\u00a0−0.50"
