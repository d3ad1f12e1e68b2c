"""Tuning by users, end to end: two articles, a settings file, and what the report says."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from newsroom import write

Cli = Callable[..., tuple[int, str, str]]
HEAD = "---\nlang: de\npublished: 2025-03-04\nsource: {}\n---\n"
SALES = "Die Werft Kranich erzielte 2024 einen Umsatz von {} Millionen Euro."
SHARE = "Die Werft Kranich meldet für 2024 eine Auslastung von {} Prozent."
FIRST, SECOND = SALES.format("41,2"), SALES.format("41,6")


@pytest.fixture
def audited(claimcheck: Cli, tmp_path: Path) -> Callable[..., dict[str, Any]]:
    """Return a function that audits two articles under settings, and gives the report."""

    def run(one: str, other: str, settings: str = "", *args: str) -> dict[str, Any]:
        write(tmp_path / "a.txt", HEAD.format("Abendblatt") + one + "\n")
        write(tmp_path / "b.txt", HEAD.format("Statistikamt") + other + "\n")
        write(tmp_path / "claimcheck.toml", settings)
        status, out, err = claimcheck("audit", tmp_path, "--format", "json", *args)
        assert status in (0, 1), err
        return json.loads(out)

    return run


def verdicts(report: dict[str, Any], kind: str = "") -> list[str]:
    kinds = {one["id"]: one["quantity"]["kind"] for one in report["claims"]}
    return [
        one["verdict"] for one in report["comparisons"]
        if not kind or kinds[one["a"]] == kinds[one["b"]] == kind
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("settings", "verdict"),
    [
        ("", "contradiction"),
        ('tolerances = { revenue = "1 %" }', "agreement"),
        ('tolerances = { revenue = "0.5 %" }', "contradiction"),
        ("tolerances = { EUR = 400_000 }", "agreement"),
        ("tolerances = { EUR = 399_999 }", "contradiction"),
        ('tolerances = { USD = "10 %", profit = "10 %" }', "contradiction"),
    ],
)
def test_tolerances(audited: Callable[..., Any], settings: str, verdict: str):
    assert verdicts(audited(FIRST, SECOND, settings), "money") == [verdict]


@pytest.mark.parametrize(
    ("settings", "verdict"),
    [("", "contradiction"), ('tolerances = { percent = "0.5" }', "agreement"),
     ('[tolerances]\npercent = 0.1', "contradiction")],
)  # fmt: skip
def test_tolerances_by_unit(audited: Callable[..., Any], settings: str, verdict: str):
    report = audited(SHARE.format("81,3"), SHARE.format("81,7"), settings)
    assert verdicts(report, "percent") == [verdict]


def test_a_misspelt_tolerance_is_told(claimcheck: Cli, audited: Callable[..., Any], tmp_path: Path):
    for name, told in (("revenu", "'revenue'"), ("revenue", ""), ("USD", ""), ("windmill", "")):
        audited(FIRST, SECOND, f"\n[tolerances]\n{name} = 1")
        err = claimcheck("audit", tmp_path).err
        assert ("did you mean" in err) == bool(told)
        assert (
            not told
            or f"claimcheck.toml:2: no unit or measure is 'revenu'; did you mean {told}?" in err
        )


def test_aliases(audited: Callable[..., Any]):
    other = SECOND.replace("Die Werft Kranich", "Redwerft")
    settings = 'aliases = { "Kranich" = ["Redwerft"] }'
    keys = [
        {one["subject"]["key"] for one in audited(FIRST, other, text)["claims"] if one["subject"]}
        for text in ("", settings)
    ]
    assert "redwerft" in keys[0]
    assert "redwerft" not in keys[1]
    assert "contradiction" in verdicts(audited(FIRST, other, settings), "money")
    assert "contradiction" not in verdicts(audited(FIRST, other), "money")


def test_synonyms(audited: Callable[..., Any]):
    one = "Die Fähre Amrum beförderte im vergangenen Jahr 48.213 Passagiere."
    other = "Die Fähre Amrum beförderte im vergangenen Jahr 48.213 Inselgäste."
    settings = 'synonyms = { rider = ["Passagiere", "Inselgäste"] }'
    units = [
        {claim["quantity"]["unit"] for claim in audited(one, other, text)["claims"]
         if claim["quantity"]["kind"] == "count"}
        for text in ("", settings)
    ]  # fmt: skip
    assert len(units[0]) == 2
    assert units[1] == {"rider"}


def test_distinct(audited: Callable[..., Any]):
    other = SECOND.replace("Kranich", "Kranich Service")
    settings = '[[distinct]]\na = "Kranich"\nb = "Kranich Service"\nreason = "a subsidiary"'
    assert "contradiction" in verdicts(audited(FIRST, SECOND, settings), "money")
    assert verdicts(audited(FIRST, other, settings), "money") == []


def test_ranks(audited: Callable[..., Any]):
    (finding,) = audited(FIRST, SECOND, 'ranks = { Statistikamt = 1 }')["findings"]  # fmt: skip
    assert "the official source (Statistikamt) says “41,6 Millionen Euro”" in finding["message"]
    assert finding["claims"][0].startswith("d2")
    (finding,) = audited(FIRST, SECOND)["findings"]
    assert "official" not in finding["message"]
    assert finding["claims"][0].startswith("d1")


def test_measures_and_units(audited: Callable[..., Any]):
    one = "Der Brand im Rosental erfasste eine Fläche von 43 Deichmorgen."
    other = "Der Brand im Rosental erfasste eine Fläche von 21,5 Hektar."
    settings = 'units = ["deich_acre = 5000 * meter ** 2 = _ = Deichmorgen"]'
    assert verdicts(audited(one, other)) == []
    assert verdicts(audited(one, other, settings)) == ["agreement"]
    report = audited(SHARE.format("81"), SHARE.format("81"), 'measures = { load = ["Auslastung"] }')
    assert {one["measure"]["key"] for one in report["claims"] if one["measure"]} >= {"load"}


def test_fiscal_years(audited: Callable[..., Any]):
    text = "Kranich erzielte im Geschäftsjahr 2025 einen Umsatz von 76,4 Millionen Euro."
    report = audited(text, text, 'fiscal_years = { Kranich = 7 }')  # fmt: skip
    periods = {one["period"]["start"] for one in report["claims"] if one["period"]}
    assert "2024-07-01" in periods
