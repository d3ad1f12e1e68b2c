"""The bundles that the project ships: what is said about them, word by word and in essence."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from expected import README, bundles, examples, report

Cli = Callable[..., Any]
ROOT = Path(__file__).resolve().parent.parent
BUNDLES = [bundle.name for bundle in bundles()]
CONTRADICTIONS = {
    "court": {"38,5 Millionen Euro", "€35.8m"},
    "election": {"46,2 Prozent", "42,6 Prozent"},
    "microsoft": {"76,4 Milliarden Dollar", "67,4 Milliarden Dollar"},
    "science": {"12 degrees Celsius", "21 Grad"},
    "sport": {"27.400 Zuschauern", "24,700 spectators"},
    "tarif": {"450 Euro", "540 Euro"},
}
"""One that each bundle holds, by its quotes."""


def audited(name: str) -> dict[str, Any]:
    rows: dict[str, Any] = json.loads(report(ROOT / "fixtures" / name))
    return rows


def pairs(rows: dict[str, Any], verdict: str) -> list[set[str]]:
    quotes = {claim["id"]: claim["quote"] for claim in rows["claims"]}
    return [
        {quotes[c["a"]], quotes[c["b"]]} for c in rows["comparisons"] if c["verdict"] == verdict
    ]


@pytest.mark.parametrize("name", BUNDLES)
def test_the_report_is_as_expected(name: str):
    path = ROOT / "fixtures" / name / "expected.json"
    same = report(path.parent) == path.read_text("utf-8")
    hint = f"{path.relative_to(ROOT)} differs: run `make expected` and look at the diff"
    assert same, hint


def test_the_readme_shows_what_is_printed():
    text = README.read_text("utf-8")
    assert examples(text) == text, "run `make expected`"
    assert text.count("    error[CC101] value-conflict") == text.count("    {'documents': ") == 1


def test_the_readme_reads_numbers_as_the_program_does(claimcheck: Cli):
    phrase = "knapp ein Drittel, 18 Monate, 76,4 Mrd. Dollar"
    shown = claimcheck("normalise", phrase, "--language", "de").out.splitlines()
    command = f'    $ claimcheck normalise "{phrase}" --language de'
    block = "\n".join([command, *(f"    {line}" for line in shown)])
    assert block in README.read_text("utf-8")


@pytest.mark.parametrize("name", sorted(CONTRADICTIONS))
def test_the_contradiction_of_a_bundle_is_found(name: str):
    assert CONTRADICTIONS[name] in pairs(audited(name), "contradiction")


def test_the_demonstration_shows_its_agreement():
    agreements = pairs(audited("microsoft"), "agreement")
    assert any(all("15.000" in quote for quote in pair) for pair in agreements)


def test_no_bundle_is_empty():
    assert len(BUNDLES) >= 8
    for name in BUNDLES:
        summary = audited(name)["summary"]
        assert summary["documents"] >= 2
        assert summary["agreements"] >= 3


@pytest.mark.parametrize(
    ("draft", "sources", "status", "slips"),
    [
        ("microsoft-sauber.md", "microsoft", 0, []),
        ("microsoft-zehnfach.md", "microsoft", 1, ["power_of_ten"]),
        ("microsoft-waehrung.md", "microsoft", 1, ["same_number_other_currency"]),
        ("tarif-prozentpunkte.md", "tarif", 1, ["points_for_percent", "transposed_digits"]),
    ],
)
def test_drafts(
    claimcheck: Cli, monkeypatch: Any, draft: str, sources: str, status: int, slips: list[str]
):
    monkeypatch.chdir(ROOT / "fixtures")
    args = ("check", f"drafts/{draft}", "--against", sources, "--format", "json")
    level = ["--fail-on", "error" if "zehnfach" in draft else "warning"]
    result = claimcheck(*args, *level)
    rows = json.loads(result.out)
    found = {s for c in rows["comparisons"] for s in c.get("slips", [])}
    assert found >= set(slips)
    assert result.status == status
