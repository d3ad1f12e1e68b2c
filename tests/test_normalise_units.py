"""Units: factors equal to pint's, conversion, and units that a user adds."""

from __future__ import annotations

import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pint
import pytest

from claimcheck.lexicon import table
from claimcheck.normalise.measured import units
from claimcheck.normalise.scanner import scan

REGISTRY = pint.UnitRegistry(non_int_type=Decimal)
ROOT = Path(__file__).parent.parent
FIRST: dict[str, units.Unit] = {}
for each in units.shipped().values():
    if each.pint:
        FIRST.setdefault(each.dimension, each)


@pytest.mark.parametrize(
    "unit", [u for u in units.shipped().values() if u.pint], ids=lambda u: u.name
)
def test_factors_are_those_of_pint(unit: units.Unit) -> None:
    home = FIRST[unit.dimension]
    if unit.name == home.name:
        return
    if unit.dimension == "temperature":
        ours = units.convert(Decimal(50), unit.name, home.name)
        theirs = REGISTRY.Quantity(Decimal(50), unit.pint).to(home.pint).magnitude
    else:
        ours = unit.factor / home.factor
        theirs = REGISTRY(unit.pint).to(REGISTRY(home.pint).units).magnitude
    assert ours is not None
    assert float(ours) == pytest.approx(float(theirs), rel=1e-8)


def test_every_name_belongs_to_a_unit() -> None:
    for language in ("de", "en"):
        data = table(f"{language}/units")
        assert set(data["names"]) <= set(units.shipped())
        assert set(data["rates"].values()) <= {*units.shipped(), "person"}


def test_german_and_english_name_the_same_units() -> None:
    rare = {"are", "hundredweight", "gray"}
    for language in ("de", "en"):
        named = {name for name, forms in table(f"{language}/units")["names"].items() if forms}
        symbolic = {unit.name for unit in units.shipped().values() if unit.symbols}
        plain = {name for name in table("units")["units"] if name not in rare}
        missing = plain - named - symbolic
        assert missing <= {
            "magnitude",
            "pint",
            "fluid_ounce",
            "bushel",
            "ton",
            "pound",
            "stone",
            "cup",
        }, language


@pytest.mark.parametrize(
    ("value", "source", "target", "expected"),
    [
        ("620", "mile", "kilometre", "997.79328"),
        ("35.6", "degree_celsius", "degree_fahrenheit", "96.08"),
        ("150", "hectare", "square_kilometre", "1.5"),
        ("1.5", "year", "month", "18"),
        ("1", "tonne", "kilogram", "1000"),
        ("3", "gigawatt_hour", "kilowatt_hour", "3000000"),
        ("150", "basis_point", "percentage_point", "1.5"),
    ],
)
def test_conversion(value: str, source: str, target: str, expected: str) -> None:
    converted = units.convert(Decimal(value), source, target)
    assert converted is not None
    assert float(converted) == pytest.approx(float(expected))


def test_different_dimensions_do_not_convert() -> None:
    assert units.convert(Decimal(1), "mile", "tonne") is None
    assert units.convert(Decimal(1), "percent", "percentage_point") is None
    assert units.convert(Decimal(1), "nonsense", "mile") is None
    assert units.dimension("nonsense") is None


def test_a_user_adds_a_unit_in_the_syntax_of_pint() -> None:
    with units.using(("smoot = 1.7018 * meter = _ = smoots",)):
        assert units.dimension("smoot") == "length"
        assert round(units.convert(Decimal(2), "smoot", "metre") or 0, 9) == Decimal("3.4036")
        (quantity,) = scan("The bridge is 364 smoots long.", "en").quantities
        assert (quantity.value, quantity.unit) == (364, "smoot")
    (quantity,) = scan("The bridge is 364 smoots long.", "en").quantities
    assert quantity.kind == "count"
    assert units.find("smoot") is None


def test_a_broken_unit_is_refused() -> None:
    with pytest.raises(ValueError, match="not a unit definition"):
        units.define("smoot = 3 * unheard_of")


def test_every_currency_is_read_by_code_and_by_name() -> None:
    not_before = set(table("money")["not_before"])
    for code in table("currencies")["symbols"]:
        for text in (f"20 {code}", f"{code} 20"):
            if text.startswith(code) and code in not_before:
                continue
            (quantity,) = scan(text, "en").quantities
            assert (quantity.kind, quantity.unit) == ("money", code), text


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_currency_in_use_is_read_by_its_names(language: str) -> None:
    wrong = []
    for code, names in table(f"{language}/currencies")["names"].items():
        if code not in table("currencies")["symbols"]:
            continue
        for name in names[-1:]:
            found = scan(f"Es kostet 20 {name}.", language).quantities
            if [q.unit for q in found] != [code]:
                wrong.append((code, name, [q.unit for q in found]))
    assert not wrong


def test_currencies_are_as_cldr_has_them() -> None:
    script = ROOT / "scripts" / "currencies.py"
    assert subprocess.run([sys.executable, script, "--check"], check=False).returncode == 0
