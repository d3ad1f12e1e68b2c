"""Articles in which words are lost, doubled, turned round and replaced are read like any other."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck import audit
from claimcheck.model import Document

FIXTURES = Path(__file__).resolve().parents[1] / "fixtures"
ARTICLES = sorted(path.read_text("utf-8") for path in FIXTURES.glob("*/*.txt"))
PIECES = (
    "", ".", ",", "(", ")", '"', "„", "\n", "\n\n", " - ", "%", "€", "±", "/", "½", "0", "-5",
    "1e9", "10^30", "1.234.567", "3,5", "2024", "II", "1/2", "zwei", "half", "a", "Mio.", "Uhr",
    "p.m.", "century", "Jahre", "year-old", "fined", "that", "die", "und", "of",
)  # fmt: skip
CHANGES = ("lose", "double", "turn", "shout", "whisper", "replace", "append")
Change = tuple[float, str, str]
changes = st.tuples(
    st.floats(0, 1, exclude_max=True), st.sampled_from(CHANGES), st.sampled_from(PIECES)
)


def changed(text: str, made: list[Change]) -> str:
    words = text.split(" ")
    for share, change, piece in made:
        at = int(share * len(words))
        word = words[at]
        words[at : at + 1] = {
            "lose": [],
            "double": [word, word],
            "turn": [word[::-1]],
            "shout": [word.upper()],
            "whisper": [word.lower()],
            "replace": [piece],
            "append": [word + piece],
        }[change] or [""]
    return " ".join(words)


@settings(max_examples=100, deadline=None)
@given(
    st.sampled_from(ARTICLES),
    st.lists(changes, min_size=1, max_size=40),
    st.lists(changes, max_size=40),
    st.sampled_from(["de", "en"]),
)
def test_no_mutated_article_crashes(
    text: str, first: list[Change], second: list[Change], language: str
) -> None:
    documents = [
        Document(id=name, text=changed(text, made), language=language, published=date(2025, 9, day))
        for name, made, day in (("a", first, 2), ("b", second, 3))
    ]
    for claim in audit(documents).claims:
        assert claim.quote
