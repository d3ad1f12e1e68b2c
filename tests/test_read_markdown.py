"""Markdown: the text stays the file's, and markup is passed over."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck import extract
from claimcheck.read import document
from claimcheck.read.markdown import prose


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Die **Werft** hat _40_ Leute.", "Die Werft hat 40 Leute."),
        ("Die [Werft](https://x.example/77 'seit 66') hat 40.", "Die Werft hat 40."),
        ("Die [Werft][w] hat 40.\n\n[w]: https://x.example/77", "Die Werft hat 40."),
        ("![Bild 77](b77.png) Die Werft.", "Die Werft."),
        ("Vier <b>und</b> 40 <!-- 77 --> Leute.", "Vier und 40 Leute."),
        ("<!-- claimcheck: ignore CC101 77 -->\n\nDie 40.", "Die 40."),
        ("<div class='x77'>\nDie 40.\n</div>", "Die 40."),
        ("40&nbsp;Millionen&euro; und \\*4", "40 Millionen€ und * 4"),
        ("```\nx = 77\n```\n\nDie 40.", "Die 40."),
        ("    Eingerückt sind 40.", "Eingerückt sind 40."),
        ("> Zitat mit 40\n> Leuten", "Zitat mit 40 Leuten"),
        ("Die 40[^1].\n\n[^1]: Quelle", "Die 40."),
        ("# *Werft* sucht 40\n- **eins**\n- zwei", "# Werft sucht 40 - eins - zwei"),
        ("| Jahr | Zahl |\n|--|--|\n| 2024 | **40** |", "Jahr | Zahl 2024 | 40"),
        ("Titel 40\n========\n\nText *da*.", "Titel 40 Text da."),
        ("~~30~~ 40 `50`", "30 40 50"),
        ("17. Juni, *damals*", "17. Juni, damals"),
    ],
)
def test_what_is_read(text: str, read: str):
    found = prose(text) or text
    assert len(found) == len(text)
    assert found.split() == read.split()


@pytest.mark.parametrize("text", ["Die Werft.\n\n- 40\n- 50\n", "# Titel\r\n\r\nText 40.\r\n"])
def test_what_has_no_markup_is_not_parsed(text: str):
    assert prose(text) == ""


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="ab 4\n\r*_`[]()<>!#|\\-~^:.", max_size=60))
def test_offsets_never_move(text: str):
    found = prose(text)
    assert not found or len(found) == len(text)
    for written, read in zip(text, found, strict=False):
        assert read == written or not read.isalnum()


def test_claims_slice_the_file():
    text = (
        "---\r\ntitle: Werft\r\n---\r\n# Werft\r\n\r\nDie **Werft** in [Altenau](https://x.example/9)"
        " zahlt **76,4** Millionen&nbsp;Euro an `40` Leute.\r\n"
    )
    found = document(text.encode(), path="a.md")
    assert found.text == text
    claims = extract(found)
    for claim in claims:
        assert text[claim.span.start : claim.span.end] == claim.quote
    assert [claim.quantity.unit for claim in claims] == ["EUR", "person"]
    assert str(claims[0].quantity.value) == "76400000"


def test_plain_text_keeps_its_asterisks():
    assert document(b"Die **Werft** ist und bleibt *zu*.", path="a.txt").prose == ""
