"""Input that nobody writes: the work grows with its length, and not with its square.

A text four times as long takes about four times as long; all texts have a generous bound.
"""

from __future__ import annotations

import pytest
from timing import LINEAR, growth, seconds

from claimcheck import Document, audit, extract

SECONDS = 10.0

SENTENCE = "Der Umsatz stieg um 5 Prozent auf 12 Millionen Euro, "
SHAPES: dict[str, tuple[str, int]] = {
    "ones": ("1 ", 10_000),
    "ones in lines": ("1\n\n", 10_000),
    "ones and commas": ("1, ", 12_000),
    "versions": ("1.1.", 100_000),
    "groups of three": ("123 ", 40_000),
    "ranges": ("1-", 8_000),
    "fractions": ("1/", 100_000),
    "years": ("2020 ", 10_000),
    "one digit": ("7", 400_000),
    "one word": ("hundert", 400_000),
    "one line of words": ("wort ", 400_000),
    "one line of names": ("Anna ", 100_000),
    "one endless sentence": (SENTENCE, 20_000),
    "brackets": ("(", 100_000),
    "quotes": ('"', 100_000),
    "bullets": ("- 1\n", 10_000),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_extraction_is_linear(shape: str):
    def read(text: str) -> None:
        extract(Document(text=text, id="a", language="de"))

    assert growth(read, *SHAPES[shape]) < LINEAR


def test_numbers_beyond_all_measure_are_held_against_each_other():
    def told(value: str, id_: str) -> Document:
        text = (
            f"Der Umsatz der Bank stieg 2024 auf rund {value} Euro. Es gab {value} Filialen. ±\n½"
        )
        return Document(text=text, id=id_, language="de")

    audit([told("9e999", "a"), told("10^30", "b"), told("1e-30", "c")]).to_json()


@pytest.mark.parametrize(
    "text",
    [
        'Do it half right now," followed by sixth least the sounds at of each crying.',
        "Packard's employees. $\nOne",
        "It wound up buying billion 1,234,567 up PWC' consulting arm next instead. raised",
    ],
)
def test_no_order_of_words_breaks_the_reading_of_subjects(text: str):
    extract(Document(text=text, id="a", language="en"))


@pytest.mark.parametrize("part", ["1 ", "{} ", "Der Umsatz stieg auf {} Euro. "])
def test_long_tables_are_matched_without_all_pairs(part: str):
    def table(id_: str) -> Document:
        text = "".join(part.format((i * 37) % 9973) for i in range(1_000))
        return Document(text=text, id=id_, language="de")

    assert seconds(lambda: audit([table("a"), table("b")])) < SECONDS


def test_the_values_of_long_tables_still_agree():
    def table(id_: str, skipped: int) -> Document:
        rows = (
            f"Der Umsatz der Werft Nr{i} stieg auf {i * 137 + 10_011} Euro.\n\n" for i in range(400)
        )
        return Document(text="".join(list(rows)[skipped:]), id=id_, language="de")

    report = audit([table("a", 0), table("b", 100)])
    assert report.summary.agreements >= 290
    assert audit([table("b", 100), table("a", 0)]).summary.agreements == report.summary.agreements


def test_numbers_beyond_all_measure_are_read():
    for text in (
        "9" * 5_000 + " Euro",
        "1.234" + ".567" * 40 + " Euro",
        "3," + "1" * 90 + " Prozent",
    ):
        extract(Document(text=f"Es waren {text}.", id="a", language="de"))
