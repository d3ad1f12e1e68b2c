from datetime import date
from decimal import Decimal

import pytest

from claimcheck.model import Period, Quantity, TextSpan
from claimcheck.report.view import letter
from claimcheck.report.words import NBSP, certainty, listing, number, period, plural, reading

READINGS = [
    ("money", "76400000000", "USD", "exact", "76.4 bn USD"),
    ("money", "76400000000", "USD", "about", "~76.4 bn USD"),
    ("money", "434.90", "EUR", "exact", "434.90 EUR"),
    ("money", "1234567890", "EUR", "exact", "1,234,567,890 EUR"),
    ("money", "6000000000", "USD", "over", ">6 bn USD"),
    ("money", "20000000000000", "EUR", "under", "<20 tn EUR"),
    ("count", "15000", "GPU", "exact", "15,000 GPUs"),
    ("count", "8000", "person", "at_least", "≥8,000 people"),
    ("count", "1", "person", "exact", "1 person"),
    ("count", "2500000", "person", "at_most", "≤2.5 mn people"),
    ("percent", "39", "percent", "exact", "39 %"),
    ("percentage_point", "-1.5", "percentage_point", "exact", "−1.5 pp"),
    ("duration", "36", "month", "at_most", "≤36 months"),
    ("duration", "1", "month", "exact", "1 month"),
    ("measure", "1.5", "square_kilometre", "exact", "1.5 km²"),
    ("measure", "50", "mile", "about", "~50 mi"),
    ("measure", "3", "light_year", "exact", "3 light years"),
    ("measure", "16", "gigabyte", "exact", "16 GB"),
    ("measure", "120", "mile_per_hour", "at_most", "≤120 mph"),
    ("count", "2", "woman", "exact", "2 women"),
    ("count", "3", "country", "exact", "3 countries"),
    ("count", "12", "dead", "exact", "12 dead"),
    ("count", "2", "Gebäude", "exact", "2 Gebäude"),
    ("number", "0.3333333333333333", None, "exact", "0.3333"),
    ("ordinal", "3", None, "exact", "3rd"),
    ("ordinal", "61", "minute", "exact", "61st minute"),
    ("ordinal", "12", "win", "exact", "12th win"),
    ("ordinal", "102", "goal", "exact", "102nd goal"),
]


def quantity(kind, value, unit, qualifier, low=None, high=None, **more):
    return Quantity(
        kind=kind, value=value, low=low, high=high, unit=unit, qualifier=qualifier,
        span=TextSpan(0, 5), quote="quote", **more,
    )  # fmt: skip


@pytest.mark.parametrize(("kind", "value", "unit", "qualifier", "expected"), READINGS)
def test_reading(kind, value, unit, qualifier, expected):
    found = reading(quantity(kind, Decimal(value), unit, qualifier))
    assert found.replace(NBSP, " ") == expected
    assert " " not in found, "a value must not be broken over lines"


def test_reading_of_ranges_rates_changes_and_vague_values():
    ends = {"low": Decimal("6500000000"), "high": Decimal("7000000000")}
    assert reading(quantity("money", None, "CHF", "range", **ends)).replace(NBSP, " ") == (
        "6.5–7 bn CHF"
    )
    ends = {"low": Decimal("900000"), "high": Decimal("2000000")}
    assert reading(quantity("money", None, "CHF", "range", **ends)).replace(NBSP, " ") == (
        "900,000–2 mn CHF"
    )
    rate = quantity("money", Decimal("12.5"), "EUR", "exact", per="hour")
    assert reading(rate).replace(NBSP, " ") == "12.5 EUR/hour"
    rate = quantity("count", Decimal(826), "case", "exact", per="100000 person")
    assert reading(rate).replace(NBSP, " ") == "826 cases per 100,000 people"
    growth = quantity("percent", Decimal(18), "percent", "exact")
    assert reading(growth, "change").replace(NBSP, " ") == "by 18 %"
    assert reading(quantity("count", None, "person", "about")) == "~quote"


def test_reading_of_dates():
    day = date(2025, 8, 30)
    exact = quantity("date", "2025-08-30", None, "at_most", low=None, high=day)
    assert reading(exact) == "≤2025-08-30"
    month = quantity("date", None, None, "exact", low=date(2025, 8, 1), high=day)
    assert reading(month) == "2025-08-01…2025-08-30"


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (date(2025, 4, 1), date(2025, 6, 30), "Q2 2025"),
        (date(2025, 1, 1), date(2025, 6, 30), "H1 2025"),
        (date(2025, 1, 1), date(2025, 12, 31), "2025"),
        (date(2024, 2, 1), date(2024, 2, 29), "2024-02"),
        (date(2024, 7, 1), date(2025, 6, 30), "2024-07…2025-06"),
        (date(2024, 7, 2), date(2025, 6, 30), "2024-07-02…2025-06-30"),
        (date(2020, 1, 1), date(2024, 12, 31), "2020–2024"),
        (date(2025, 9, 2), date(2025, 9, 2), "2025-09-02"),
        (date(2019, 1, 1), None, "from 2019-01-01"),
        (None, date(2030, 12, 31), "until 2030-12-31"),
        (None, None, "some day"),
    ],
)
def test_period(start, end, expected):
    assert period(Period("some day", start, end)).replace(NBSP, " ") == expected


def test_no_period_is_no_words():
    assert period(None) == ""


def test_odd_numbers_are_printed_somehow():
    assert number(Decimal("1E+400")) == "1.000000e+400"
    assert number(Decimal("NaN")) == "NaN"
    assert number(Decimal("1E-30")).startswith("1.0")


def test_prose():
    assert listing([]) == ""
    assert listing(["a"]) == "a"
    assert listing(["a", "b", "c"]) == "a, b and c"
    assert listing(["a", "b", "c"], 1) == f"a and{NBSP}2{NBSP}more"
    assert plural(1, "claim") == f"1{NBSP}claim"
    assert plural(1200, "claim") == f"1,200{NBSP}claims"


def test_letters():
    assert [letter(i) for i in (0, 25, 26, 27, 701, 702)] == ["A", "Z", "AA", "AB", "ZZ", "AAA"]


@pytest.mark.parametrize(
    ("unit", "noun", "shown"),
    [
        ("prozessor", "Nvidia-Prozessoren", "15 Prozessoren"),
        ("prozessor", "Grafikprozessoren", "15 Prozessoren"),
        ("villager", "injured villagers", "15 villagers"),
        ("widget", "", "15 widget"),
        ("place", "Platz", "15 Platz"),
        ("museum", "Museen", "15 Museen"),
        ("person", "residents", "15 people"),
        ("bahnhof", "Bahnhöfe", "15 Bahnhöfe"),
        ("vorwurf", "schwere Vorwürfe", "15 Vorwürfe"),
    ],
)
def test_counted_things_are_spelt_as_the_article_does(unit: str, noun: str, shown: str):
    value = Decimal(15)
    quantity = Quantity(
        kind="count", value=value, low=value, high=value, unit=unit, qualifier="exact",
        span=TextSpan(0, 2), quote="15", noun=noun,
    )  # fmt: skip
    assert reading(quantity).replace("\u00a0", " ") == shown


@pytest.mark.parametrize(
    ("kind", "value", "unit", "shown"),
    [
        ("date", "2025-Q2", None, "Q2 2025"),
        ("date", "2025-H1", None, "H1 2025"),
        ("date", "2017/2021", None, "2017–2021"),
        ("date", "195X", "date", "1950s"),
        ("percent", Decimal(100) / 3, "percent", "33.3 %"),
        ("percent", Decimal(2) / 3, "percent", "0.67 %"),
        ("percent", Decimal("6.125"), "percent", "6.125 %"),
        ("ratio", Decimal("0.5"), "factor", "× 0.5"),
    ],
)
def test_special_values(kind: str, value: object, unit: str | None, shown: str):
    edge = value if isinstance(value, Decimal) else None
    quantity = Quantity(
        kind=kind, value=value, low=edge, high=edge, unit=unit, qualifier="exact",
        span=TextSpan(0, 2), quote="x",
    )  # fmt: skip
    aspect = "change" if kind == "ratio" else "level"
    assert reading(quantity, aspect).replace("\u00a0", " ") == shown


@pytest.mark.parametrize(
    ("quote", "seconds", "shown"),
    [
        ("2:13:07 Stunden", "7987", "2:13:07 h"),
        ("2:03:09 hours", "7389", "2:03:09 h"),
        ("1:23,45 Minuten", "83.45", "1:23.45 min"),
        ("3:05,4 Minuten", "185.4", "3:05.4 min"),
        ("90 Sekunden", "90", "90 seconds"),
    ],
)
def test_race_times_are_printed_as_they_are_timed(quote: str, seconds: str, shown: str):
    value = Decimal(seconds)
    timed = Quantity(
        kind="duration", value=value, low=value, high=value, unit="second", qualifier="exact",
        span=TextSpan(0, 5), quote=quote,
    )  # fmt: skip
    assert reading(timed).replace(NBSP, " ") == shown


def test_nothing_is_wholly_certain():
    assert certainty(1.0).replace("\u00a0", " ") == "> 0.99"
    assert certainty(0.714) == "0.71"
