"""Intervals, evidence of the document, and what the reading rests on."""

from __future__ import annotations

from decimal import Decimal

import pytest

from claimcheck.model import Quantity
from claimcheck.normalise import normalise, scan


def only(text: str, language: str) -> Quantity:
    """Return the only quantity of a text."""
    (quantity,) = normalise(text, language=language)
    return quantity


def number(text: str) -> Decimal | None:
    """Return a decimal, or None for "-"."""
    return None if text == "-" else Decimal(text)


@pytest.mark.parametrize(
    ("text", "language", "low", "high"),
    [
        ("76,4 Milliarden Dollar", "de", "76350000000", "76450000000"),
        ("80 Milliarden Dollar", "de", "79500000000", "80500000000"),
        ("15.000 Beschäftigte", "de", "15000", "15000"),
        ("rund 9.000 Beschäftigte", "de", "8500", "9500"),
        ("knapp 48.000 Besucher", "de", "47000", "48000"),
        ("gut 200 Gäste", "de", "200", "220"),
        ("über 75 Prozent", "de", "75", "-"),
        ("bis zu 36 Monate", "de", "-", "36"),
        ("mindestens 30 Tote", "de", "30", "-"),
        ("10 bis 15 Prozent", "de", "10", "15"),
        ("5 ± 2 Prozent", "de", "3", "7"),
        ("434,90 Euro", "de", "434.895", "434.905"),
        ("36 Monate", "de", "36", "36"),
        ("minus 3,2 Prozent", "de", "-3.25", "-3.15"),
        ("mehr als minus 4 Grad", "de", "-", "-4"),
        ("Hunderte Menschen", "de", "200", "999"),
        ("$3.5 billion", "en", "3450000000", "3550000000"),
        ("about 200 people", "en", "180", "220"),
        ("fewer than 50 people", "en", "-", "50"),
        ("between 5 and 7 million people", "en", "5000000", "7000000"),
        ("tens of thousands of people", "en", "20000", "99999"),
    ],
)
def test_interval(text: str, language: str, low: str, high: str) -> None:
    quantity = only(text, language)
    assert (quantity.low, quantity.high) == (number(low), number(high))


def test_an_english_amount_in_a_german_text_decides_its_decimal_sign() -> None:
    found = scan("Der Deal ist $1.5 billion und $2.75 million wert, dazu 1.234 Meter.", "de")
    metres = found.quantities[-1]
    assert metres.value == Decimal("1.234")
    assert "decimal sign" in metres.inferred


def test_german_evidence_keeps_german_reading() -> None:
    found = scan("Es waren 3,5 Prozent von 1.234 Metern.", "de")
    assert found.quantities[-1].value == 1234
    assert found.quantities[-1].inferred == ()


@pytest.mark.parametrize(
    ("text", "language", "unit"),
    [
        ("5 Dollar", "de", "USD"),
        ("In Kanada kostet es 5 Dollar.", "de", "CAD"),
        ("Norwegen gibt 300 Kronen.", "de", "NOK"),
        ("In Australia it costs $5.", "en", "AUD"),
        ("In Mexico it costs 20 pesos.", "en", "MXN"),
    ],
)
def test_bare_money_follows_the_document_and_says_so(text: str, language: str, unit: str) -> None:
    quantity = only(text, language)
    assert quantity.unit == unit
    assert "currency" in quantity.inferred


def test_pounds_are_mass_or_money_by_context() -> None:
    assert only("He weighs 130 pounds.", "en").unit == "pound"
    found = scan("It costs £5, not 130 pounds.", "en").quantities
    assert [q.unit for q in found] == ["GBP", "GBP"]


def test_a_bare_amount_of_billions_takes_the_money_of_its_neighbours() -> None:
    found = scan("Der Fonds hat 750 Milliarden Euro. Davon sind 390 Milliarden Zuschüsse", "de")
    assert found.quantities[0].unit == "EUR"
    found = scan("Der Fonds hat 750 Milliarden Euro, 390 Milliarden davon sind frei.", "de")
    assert found.quantities[1].unit == "EUR"
    assert "unit" in found.quantities[1].inferred


def test_quantities_do_not_cross_paragraphs() -> None:
    found = scan("Es waren 15\n\nMenschen warten.", "de").quantities
    assert [(q.value, q.unit) for q in found] == [(15, None)]


def test_a_line_break_inside_a_quantity_does_no_harm() -> None:
    assert only("6,7\nProzent", "de").unit == "percent"


def test_number_and_noun_have_their_own_places() -> None:
    quantity = only("rund 15.000 neue Stellen", "de")
    assert quantity.number is not None
    assert quantity.quote[quantity.number.start : quantity.number.end] == "15.000"
    assert quantity.noun == "neue Stellen"


def test_no_digit_is_lost() -> None:
    assert only("12345678901234567890,123 Euro", "de").value == Decimal("12345678901234567890.123")


def test_a_duration_inside_a_period_is_read_too() -> None:
    found = normalise("in den nächsten zwölf Monaten", language="de")
    assert ("duration", 12, "month") in [(q.kind, q.value, q.unit) for q in found]


def test_an_unknown_language_reads_as_english() -> None:
    assert [q.value for q in scan("1,500 people", "xx").quantities] == [1500]


def test_empty_text() -> None:
    assert normalise("", language="de") == []
    assert normalise(" \n ", language="en") == []


@pytest.mark.parametrize(
    ("text", "language", "unit"),
    [
        ("Kommentare\n0\nBewertung", "de", None),
        ("Es kamen 5000\nMenschen.", "de", "person"),
        ("Comments\n12\nPeople\n", "en", None),
        ("They sent 5000\npeople home.", "en", "person"),
    ],
)
def test_a_number_alone_in_its_line_counts_no_next_line(text, language, unit):
    (found,) = scan(text, language).quantities
    assert found.unit == unit


@pytest.mark.parametrize("space", ["\xa0", "\u202f", "\u2009"])
@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Die Straße des 17. Juni war um Viertel nach acht gesperrt.", "de"),
        ("15.000 Nvidia H100 GPUs stehen in 10115 Berlin.", "de"),
        ("Hinweise: 030 / 123 45 67 oder IBAN DE89 3704 0044 0532 0130 00.", "de"),
        ("It was 300 Singapore dollars, later 200 dollars, at half past six.", "en"),
    ],
)
def test_every_kind_of_space_reads_alike(text: str, language: str, space: str) -> None:
    other = text.replace(" ", space)
    plain, found = scan(text, language), scan(other, language)
    assert [(q.value, q.unit, q.span) for q in found.quantities] == [
        (q.value, q.unit, q.span) for q in plain.quantities
    ]
    for quantity in found.quantities:
        assert quantity.quote == other[quantity.span.start : quantity.span.end]


def test_a_noun_before_a_colon_names_its_own_line() -> None:
    found = normalise("Betten: 42\nZimmer: 30", "de")
    assert [(q.value, q.unit) for q in found] == [(42, None), (30, None)]


def test_lines_of_one_width_break_no_numbers() -> None:
    text = "Im Werk der Firma arbeiten heute\nrund 1200 neue und insgesamt 31.200\nBeschäftigte"
    text += " und in\nzwei Jahren noch mehr."
    units = [quantity.unit for quantity in scan(text, "de").quantities]
    assert "employee" in units
    listed = "Zahlen\nUmsatz 31.200\nGewinn 1.200\nBeschäftigte 45"
    assert {quantity.unit for quantity in scan(listed, "de").quantities} == {None}
