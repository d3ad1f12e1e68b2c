"""The dateline before the first sentence: its place is no actor of the story."""

import pytest

from claimcheck import Document, audit
from claimcheck.extract.names.datelines import datelined


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("CORK , Ireland - An Irish judge", "An Irish judge"),
        ("Kassel ( dpa ) - Der Maschinenbauer", "Der Maschinenbauer"),
        ("ELLIS GROVE , Mo . - They came back", "They came back"),
        ("JAKARTA ( AP ) — A quake", "A quake"),
        ("Apple - the iPhone maker - said", "Apple - the iPhone maker - said"),
        ("IBM – the maker", "IBM – the maker"),
        ("Microsoft ( MSFT ) - the maker", "Microsoft ( MSFT ) - the maker"),
        ("Berlin – die Stadt", "Berlin – die Stadt"),
        ("Dresden – Volle Züge haben", "Volle Züge haben"),
        ("Dresden – Berlin in zwei Stunden", "Dresden – Berlin in zwei Stunden"),
        ("Vorwerth – Der Konzern", "Vorwerth – Der Konzern"),
        ("WASHINGTON ) - A bracket", "A bracket"),
        ("", ""),
    ],
)
def test_what_is_a_dateline(text: str, rest: str):
    words = text.split()
    assert words[datelined(words) :] == rest.split()


def test_the_place_of_a_dateline_owns_no_numbers():
    text = "ELLIS GROVE, Mo. - Four men broke out on Monday. Two were caught after nine days."
    report = audit([Document(id="a", text=text, language="en")])
    assert {claim.subject.key for claim in report.claims if claim.subject} == set()
