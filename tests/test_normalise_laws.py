"""What holds for every number, scale, unit, sentence and text."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from timing import LINEAR, growth

from claimcheck.model import Quantity
from claimcheck.normalise import normalise, scan
from claimcheck.normalise.language import load
from claimcheck.normalise.numbers.style import Style, literal
from claimcheck.normalise.numbers.words import evaluate

LANGUAGES = st.sampled_from(["de", "en"])
SCALES = {
    "de": {"": 1, "Tausend": 10**3, "Mio.": 10**6, "Millionen": 10**6, "Mrd.": 10**9,
           "Milliarden": 10**9, "Billionen": 10**12},
    "en": {"": 1, "thousand": 10**3, "million": 10**6, "mn": 10**6, "billion": 10**9,
           "bn": 10**9, "trillion": 10**12},
}  # fmt: skip
UNITS = {
    "de": {"Euro": "EUR", "Dollar": "USD", "Prozent": "percent", "Kilometer": "kilometre",
           "Tonnen": "tonne", "Menschen": "person", "Stunden": "hour", "kWh": "kilowatt_hour"},
    "en": {"euros": "EUR", "dollars": "USD", "percent": "percent", "kilometres": "kilometre",
           "tonnes": "tonne", "people": "person", "hours": "hour", "kWh": "kilowatt_hour"},
}  # fmt: skip
SENTENCES = {
    "de": ("Der Sprecher nannte {} als Grund.", "{}, so hieß es, seien genug.",
           "„{}“, sagte sie.", "Das ist viel ({}) und neu."),
    "en": ("The speaker gave {} as the reason.", "{}, it was said, would do.",
           "“{}”, she said.", "That is much ({}) and new."),
}  # fmt: skip
WORDS = {
    "de": ["null", "eins", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun"],
    "en": ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"],
}


def written(value: Decimal, language: str, *, grouped: bool) -> str:
    """Write a number as people of that language do."""
    text = f"{value:,f}" if grouped else f"{value:f}"
    if language == "de":
        text = text.replace(",", "_").replace(".", ",").replace("_", ".")
    return text


def german(n: int) -> str:
    """Write a number below a million in German words."""
    small = ["", "ein", *WORDS["de"][2:], "zehn", "elf", "zwölf", "dreizehn", "vierzehn",
             "fünfzehn", "sechzehn", "siebzehn", "achtzehn", "neunzehn"]  # fmt: skip
    tens = ["", "", "zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig",
            "neunzig"]  # fmt: skip
    if n < 20:
        return small[n]
    if n < 100:
        return (f"{small[n % 10]}und" if n % 10 else "") + tens[n // 10]
    if n < 1000:
        return f"{small[n // 100]}hundert{german(n % 100)}"
    return f"{german(n // 1000)}tausend{german(n % 1000)}"


def english(n: int) -> str:
    """Write a number below a million in English words."""
    small = ["", *WORDS["en"][1:], "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen",
             "sixteen", "seventeen", "eighteen", "nineteen"]  # fmt: skip
    tens = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
    if n < 20:
        return small[n]
    if n < 100:
        return tens[n // 10] + (f"-{small[n % 10]}" if n % 10 else "")
    if n < 1000:
        rest = english(n % 100)
        return f"{small[n // 100]} hundred" + (f" and {rest}" if rest else "")
    return f"{english(n // 1000)} thousand {english(n % 1000)}".strip()


def single(text: str, language: str) -> Quantity:
    """Return the only quantity of a text."""
    found = normalise(text, language=language)
    assert len(found) == 1, (text, found)
    return found[0]


@settings(max_examples=400, deadline=None)
@given(
    st.decimals(min_value=Decimal("0.01"), max_value=999_999, places=2),
    LANGUAGES, st.integers(0, 6), st.integers(0, 7), st.booleans(),
)  # fmt: skip
def test_what_is_written_is_read(
    value: Decimal, language: str, scale: int, unit: int, grouped: bool
) -> None:
    word, factor = list(SCALES[language].items())[scale]
    name, key = list(UNITS[language].items())[unit]
    text = " ".join(filter(None, [written(value, language, grouped=grouped), word, name]))
    quantity = single(text, language)
    assert quantity.value == value * factor
    assert quantity.unit == key
    assert quantity.quote == text
    assert quantity.low is not None
    assert quantity.high is not None
    assert quantity.low <= quantity.value <= quantity.high


@settings(max_examples=400, deadline=None)
@given(st.integers(2, 999_999))
def test_number_words_are_read(n: int) -> None:
    assert single(f"{german(n)} Euro", "de").value == n
    assert single(f"{english(n)} euros", "en").value == n


@settings(max_examples=300, deadline=None)
@given(st.integers(2, 10**7), LANGUAGES, st.integers(0, 7), st.integers(0, 3))
def test_reading_is_the_same_in_any_sentence(
    value: int, language: str, unit: int, sentence: int
) -> None:
    name = list(UNITS[language])[unit]
    text = f"{written(Decimal(value), language, grouped=True)} {name}"
    alone = single(text, language)
    inside = single(SENTENCES[language][sentence].format(text), language)
    assert (alone.value, alone.unit, alone.low, alone.high, alone.quote) == (
        inside.value, inside.unit, inside.low, inside.high, inside.quote,
    )  # fmt: skip


PIECES = st.sampled_from(
    ["1", "12", "1.5", "1,5", "1.000", " ", "  ", "\n", "\n\n", ".", ",", "-", "–", "/", ":", "%",
     "$", "€", "Euro", "million", "Mrd.", "zwei", "ein", "a", "half", "von", "auf", "bis", "to",
     "zwischen", "und", "and", "between", "(", ")", "Jahre", "years", "½", "^", "e", "x", "Prozent",
     "rund", "über", "mehr als", "oder mehr", "of", "pro", "per", "im", "jährig", "-", "Uhr",
     "dozen", "Drittel", "hundert", "tausend", "H100", "\xa0", "\u202f", "'", "±", "+", "m", "km",
     "10^30", "9e999", "1e-30", "1/3", "about", "nearly", "knapp", "gut"]
)  # fmt: skip


@settings(max_examples=600, deadline=None)
@example(pieces=["-", "10^30"], language="de")
@given(st.lists(PIECES, max_size=25), LANGUAGES)
def test_no_sequence_of_pieces_crashes(pieces: list[str], language: str) -> None:
    check("".join(pieces), language)
    check(" ".join(pieces), language)


@settings(max_examples=300, deadline=None)
@example(text="1" + "0" * 29, language="de")
@given(st.text(max_size=200), LANGUAGES)
def test_no_text_crashes(text: str, language: str) -> None:
    check(text, language)


def check(text: str, language: str) -> None:
    """Scan a text and hold the result to what is always true."""
    found = scan(text, language, date(2025, 9, 2))
    last = 0
    for quantity in found.quantities:
        span = quantity.span
        assert text[span.start : span.end] == quantity.quote != ""
        if quantity.number:
            assert span.start <= quantity.number.start < quantity.number.end <= span.end
        assert span.start >= 0
        last = max(last, span.end)
        if quantity.kind != "date" and isinstance(quantity.value, Decimal):
            assert quantity.value.is_finite()
            assert "E+" not in f"{quantity.value}"  # tiny ones have an exponent in any decimal
    assert last <= len(text)
    for skip in found.skipped:
        assert text[skip.span.start : skip.span.end] == skip.quote


@pytest.mark.parametrize(
    "piece",
    ["1", "1.", "1,", "1 ", " ", "1.000.", "zwei ", "zwei", "1-", "1/", "1:", "ein ", "hundert",
     "half a ", "one hundred and ", "von 1 auf ", "1 bis ", "(1 ", "rund ", "mehr als ", "Mio. ",
     "\n", "\xa0", "1\xa0000", "+49 ", "0", "a1", "- ", "1 Jahr ", "to 1 "],
)  # fmt: skip
def test_time_grows_linearly(piece: str) -> None:
    language = "en" if piece.isascii() else "de"
    assert growth(lambda text: scan(text, language), piece, 8_000) < LINEAR


@given(st.text("0123456789.,", max_size=12), st.sampled_from([".", ","]))
def test_a_literal_is_a_number_or_nothing(token: str, decimal: str) -> None:
    if token[:1].isdigit() and token[-1:].isdigit():
        read = literal(token, Style(decimal))
        assert read is None or read.value >= 0


@given(st.lists(st.sampled_from([*map(Decimal, (1, 2, 9, 10, 12, 20, 90, 100, 1000)), None])))
def test_number_words_make_a_number_or_nothing(atoms: list[Decimal | None]) -> None:
    value = evaluate(atoms, units_first=True)
    assert value is None or value >= 0


def test_common_words_are_no_numbers() -> None:
    for word in ("Eintracht", "Zweig", "Dreist", "achten", "Siebenbürgen", "Elfenbein", "Million"):
        anchor = load("de").classify(word)
        assert anchor is None or anchor.role != "number", word
    for word in ("often", "weight", "someone", "tenure", "Sixtus"):
        assert load("en").classify(word) is None, word
