"""Which rules hold where: `--select`, `--ignore`, severity and per-path sections."""

import json
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from newsroom import RIGHT, WRONG, article, write

from claimcheck.config.globs import matches
from claimcheck.rule_names import codes, narrowest
from claimcheck.rules import RULES

Cli = Callable[..., tuple[int, str, str]]
CHECK = ("check", "drafts", "--against", "sources")


def levels(claimcheck: Cli, *args: str) -> list[str]:
    """Return the levels of what is found about the two wrong figures."""
    out = claimcheck(*CHECK, "--format", "json", "--fail-on", "never", *args).out
    return [row["level"] for row in json.loads(out)["findings"] if row["rule"] == "CC101"]


def settings(folder: Path, text: str) -> None:
    write(folder / "claimcheck.toml", text)


@pytest.mark.parametrize(
    ("args", "found"),
    [
        ((), 2),
        (("--select", "CC101"), 2),
        (("--select", "cc1"), 2),
        (("--select", "CC4,value-conflict"), 2),
        (("--select", "CC4"), 0),
        (("--select", "CC4", "--select", "CC101"), 2),
        (("--ignore", "CC4"), 2),
        (("--ignore", "CC4, CC101"), 0),
        (("--ignore", "all"), 0),
        (("--select", "CC1", "--ignore", "CC101"), 0),
        (("--ignore", "f-00000000"), 2),
    ],
)
def test_rules_on_the_command_line(
    claimcheck: Cli, newsroom: Path, args: tuple[str, ...], found: int
):
    assert len(levels(claimcheck, *args)) == found


def test_ids_on_the_command_line(claimcheck: Cli, newsroom: Path):
    rows = json.loads(claimcheck(*CHECK, "--format", "json").out)["findings"]
    first, second = (row for row in rows if row["rule"] == "CC101")
    assert len(levels(claimcheck, "--ignore", first["id"])) == 1
    assert len(levels(claimcheck, "--ignore", f"{first['id']},{second['fact']}")) == 0


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('select = ["CC4"]', []),
        ('select = ["CC1"]', ["error", "error"]),
        ('ignore = ["CC101"]', []),
        ('ignore = ["value-conflict", { id = "f-1", reason = "x" }]', []),
        ('severity = { CC1 = "warning" }', ["warning", "warning"]),
        ('severity = { all = "off", CC101 = "info" }', ["info", "info"]),
        ('severity = { CC101 = "info", CC1 = "off" }', ["info", "info"]),
        ('severity = { value-conflict = "off" }', []),
        ('[per-path."drafts/*"]\nseverity = { CC101 = "info" }', ["info", "info"]),
        ('[per-path."drafts"]\nignore = ["CC1"]', []),
        ('[per-path."sources/*"]\nignore = ["CC1"]', ["error", "error"]),
        ('[per-path."*.md"]\nselect = ["CC4"]', []),
        ('select = ["CC4"]\n[per-path."*.md"]\nselect = ["CC1"]', ["error", "error"]),
        ('severity = { CC1 = "off" }\n[per-path."*.md"]\nseverity = { CC1 = "info" }',
         ["info", "info"]),
    ],
)  # fmt: skip
def test_rules_in_the_settings(claimcheck: Cli, newsroom: Path, text: str, found: list[str]):
    settings(newsroom, text)
    assert levels(claimcheck) == found


def test_a_section_holds_for_its_path_alone(claimcheck: Cli, newsroom: Path):
    (newsroom / "drafts/glosses").mkdir()
    write(newsroom / "drafts/glosses/one.md", article("Wir", (RIGHT[0], WRONG[1], RIGHT[2])))
    write(newsroom / "drafts/draft.md", article("Wir", (WRONG[0], RIGHT[1], RIGHT[2])))
    settings(newsroom, '[per-path."drafts/glosses/*"]\nseverity = { CC1 = "off" }')
    assert levels(claimcheck) == ["error"]


def test_the_gravest_stands_first_at_new_levels(claimcheck: Cli, newsroom: Path):
    settings(newsroom, 'severity = { CC101 = "info", CC3 = "error" }')
    rows = json.loads(claimcheck("audit", "sources", "drafts", "--format", "json").out)
    order = [("error", "warning", "info").index(row["level"]) for row in rows["findings"]]
    assert order == sorted(order)


def test_the_command_line_wins(claimcheck: Cli, newsroom: Path):
    settings(newsroom, 'select = ["CC4"]\nignore = ["CC402"]\n')
    assert len(levels(claimcheck, "--select", "CC101")) == 2
    out = claimcheck("config").out
    assert "CC402" in out
    assert "CC4\n" not in claimcheck("config", "--config", write(newsroom / "x.toml", "")).out


def test_ignored_until_a_day(claimcheck: Cli, newsroom: Path):
    rows = json.loads(claimcheck(*CHECK, "--format", "json").out)["findings"]
    entry = f'[[ignore]]\nid = "{rows[0]["fact"]}"\nreason = "asked"\nuntil = {{}}\n'
    today = date.today()
    settings(newsroom, entry.format(today))
    assert len(levels(claimcheck)) == 1
    assert "left out: 1 ignored by the settings" in claimcheck(*CHECK).err
    settings(newsroom, entry.format(today - timedelta(days=1)))
    assert len(levels(claimcheck)) == 2
    status, _, err = claimcheck(*CHECK)
    assert status == 1
    assert f"{rows[0]['fact']} ran out on {today - timedelta(days=1)}" in err


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (("--select", "CC999"), "--select: no rule is called 'CC999'"),
        (("--ignore", "value-conflct"), "did you mean 'value-conflict'"),
        (("--ignore", "f-xyz"), "no rule is called 'f-xyz'"),
        (("--select", "C"), "`claimcheck rule` lists them"),
    ],
)
def test_rules_that_there_are_not(claimcheck: Cli, newsroom: Path, args: tuple[str], words: str):
    status, out, err = claimcheck(*CHECK, *args)
    assert (status, out) == (2, "")
    assert words in err


def test_names_of_rules():
    assert codes("CC101") == codes("value-conflict") == codes("cc101") == ("CC101",)
    assert set(codes("CC1")) == {code for code in RULES if code.startswith("CC1")}
    assert codes("all") == tuple(RULES)
    assert narrowest({"CC101": "info", "CC1": "off", "all": "error"})["CC101"] == "info"
    assert narrowest({"CC101": "info", "CC1": "off", "all": "error"})["CC102"] == "off"
    assert narrowest({"CC101": "info", "CC1": "off", "all": "error"})["CC402"] == "error"


@pytest.mark.parametrize(
    ("path", "pattern", "match"),
    [
        ("/n/drafts/a.md", "drafts/*", True),
        ("/n/drafts/a.md", "drafts/", True),
        ("/n/drafts/a.md", "drafts", True),
        ("/n/drafts/a.md", "./drafts/*.md", True),
        ("/n/drafts/x/a.md", "drafts/*", True),
        ("/n/drafts/x/a.md", "drafts/*.md", False),
        ("/n/drafts/x/a.md", "drafts/**/*.md", True),
        ("/n/drafts/a.md", "drafts/**/*.md", True),
        ("/n/drafts/x/a.md", "*.md", True),
        ("/n/drafts/x/a.md", "x", True),
        ("/n/drafts/x/a.md", "**/a.md", True),
        ("/n/drafts/a.md", "draft", False),
        ("/n/drafts/a.md", "drafts/?.md", True),
        ("/n/drafts/ab.md", "drafts/?.md", False),
        ("/n/drafts/a.md", "a*/*", False),
        ("/n/drafts/a+b.md", "drafts/a+b.md", True),
        ("/n/x/../drafts/a.md", "drafts/*", True),
        ("/other/drafts/a.md", "drafts/*", False),
        ("/n/drafts/a.md", "**", True),
    ],
)
def test_path_patterns(path: str, pattern: str, match: bool):
    assert matches(path, pattern, "/n") is match
