"""The command line: commands, options, exit status."""

import json
import re
import shlex
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Cli = Callable[..., tuple[int, str, str]]

HEAD = "---\npublished: 2025-03-04\nlang: de\n---\n"
ONE = f"{HEAD}Die Kern Werft hat im Jahr 2024 einen Umsatz von 412,6 Millionen Euro erzielt.\n"
TWO = f"{HEAD}Die Kern Werft erzielte im Jahr 2024 einen Umsatz von 412,6 Millionen Euro.\n"
THREE = f"{HEAD}Die Kern Werft hat im Jahr 2024 einen Umsatz von 142,6 Millionen Euro erzielt.\n"
COMMANDS = (
    "audit", "check", "show", "extract", "normalise", "rule", "config", "init", "baseline",
    "completion", "schema", "archive",
)  # fmt: skip


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    for name, text in (("a", ONE), ("b", TWO), ("c", THREE)):
        (tmp_path / f"{name}.txt").write_text(text, "utf-8")
    return tmp_path


def test_audit_ends_with_one_for_a_contradiction(claimcheck: Cli, articles: Path):
    status, out, _ = claimcheck("audit", articles, "--format", "json")
    report = json.loads(out)
    assert [document["id"] for document in report["documents"]] == ["d1", "d2", "d3"]
    assert status == 1
    assert report["summary"]["contradictions"] >= 1
    assert claimcheck("audit", articles / "a.txt", articles / "b.txt").status == 0


def test_fail_on(claimcheck: Cli, articles: Path):
    assert claimcheck("audit", articles, "--fail-on", "never").status == 0
    assert claimcheck("audit", articles, "--fail-on", "info").status == 1
    (articles / "claimcheck.toml").write_text('fail_on = "never"\n')
    assert claimcheck("audit", articles).status == 0
    assert claimcheck("audit", articles, "--fail-on", "info").status == 1


def test_severity_and_ignore(claimcheck: Cli, articles: Path):
    finding = json.loads(claimcheck("audit", articles, "--format", "json").out)["findings"][0]
    settings = articles / "claimcheck.toml"
    settings.write_text(f'severity = {{ {finding["rule"]} = "off" }}\n')
    report = json.loads(claimcheck("audit", articles, "--format", "json").out)
    assert finding["rule"] not in {row["rule"] for row in report["findings"]}
    settings.write_text(f'[[ignore]]\nid = "{finding["fact"]}"\nreason = "settled"\n')
    report = json.loads(claimcheck("audit", articles, "--format", "json").out)
    assert finding["fact"] not in {row["fact"] for row in report["findings"]}
    settings.write_text('[[ignore]]\nid = "f-none"\nreason = "settled"\n')
    assert "f-none matches nothing" in claimcheck("audit", articles).err


def test_the_order_of_paths_changes_no_byte(claimcheck: Cli, articles: Path):
    paths = [articles / f"{name}.txt" for name in "abc"]
    one = claimcheck("audit", *paths, "--format", "json")
    assert claimcheck("audit", *reversed(paths), "--format", "json").out == one.out


def test_check_compares_no_sources_with_each_other(claimcheck: Cli, articles: Path):
    draft, *sources = (articles / f"{name}.txt" for name in "abc")
    out = claimcheck("check", draft, "--against", *sources, "--format", "json").out
    report = json.loads(out)
    sides = [{c["a"].split(":")[0], c["b"].split(":")[0]} for c in report["comparisons"]]
    assert sides
    assert all("draft1" in pair for pair in sides)


def test_against_takes_all_paths_up_to_the_next_option(claimcheck: Cli, articles: Path):
    a, b, c = (articles / f"{name}.txt" for name in "abc")
    args = ("check", a, "--against", b, c, "--format", "json")
    assert len(json.loads(claimcheck(*args).out)["documents"]) == 3
    repeated = claimcheck("check", a, "--against", b, "--against", c, "--format", "json")
    assert repeated.out == claimcheck(*args).out


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (("check", "a.txt"), "--against"),
        (("check", "a.txt", "--against"), "needs at least one"),
        (("check", "--against", "b.txt"), "DRAFT"),
        (("check", "a.txt", "--against", "--quiet"), "needs at least one"),
        (("check", "a.txt", "--against", "a.txt"), "drafts themselves"),
        (("audit",), "PATH"),
        (("audti", "a.txt"), "Did you mean 'audit'"),
        (("audit", "a.txt", "--format", "jsno"), "Did you mean 'json'"),
        (("audit", "a.txt", "--fail-on", "often"), "often"),
        (("audit", "a.txt", "--language", "klingon"), "is not one of"),
        (("audit", "a.txt", "--show", "agreements,everything"), "is not one of"),
        (("audit", "a.txt", "--date", "yesterday"), "not an ISO date"),
        (("audit", "a.txt", "--date", "b.txt=2025-01-01"), "no such file is read"),
        (("audit", "a.txt", "--date", "2025-01-01", "--date", "2025-01-02"), "need names"),
        (("audit", "a.txt", "--nonsense"), "--nonsense"),
        (("audit", "a.txt", "--config", "no.toml"), "no such configuration"),
        (("rule", "CC999"), "no rule"),
        (("rule", "CC1"), "CC101, CC102, CC103 begin so"),
        (("normalise", " "), "no text"),
        (("normalise", "1", "--date", "a=2025-01-01"), "without a name"),
    ],
)
def test_options_that_make_no_sense(
    claimcheck: Cli, articles: Path, monkeypatch: pytest.MonkeyPatch, args: tuple[str], words: str
):
    monkeypatch.chdir(articles)
    status, out, err = claimcheck(*args)
    assert status == 2
    assert words in err
    assert not out
    assert "Traceback" not in err


def test_extract(claimcheck: Cli, articles: Path):
    status, out, _ = claimcheck("extract", articles / "a.txt")
    assert status == 0
    assert "412,6 Millionen Euro" in out
    report = json.loads(claimcheck("extract", articles, "--format", "json").out)
    values = {claim["quantity"]["value"] for claim in report["claims"]}
    assert {"412600000", "142600000"} <= values
    assert "subject" in claimcheck("extract", articles / "a.txt", "--explain").out


def test_extract_keeps_its_columns_in_a_narrow_terminal(
    claimcheck: Cli, articles: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("COLUMNS", "80")
    head, row = claimcheck("extract", articles / "a.txt").out.splitlines()[1:3]
    assert head.split() == ["line", "text", "value", "about"]
    assert row.index("2024") == head.index("text")


def test_normalise(claimcheck: Cli):
    status, out, err = claimcheck("normalise", "rund 76,4 Mrd. Dollar", "--format", "json")
    (quantity,) = json.loads(out)
    assert status == 0
    assert (quantity["value"], quantity["unit"]) == ("76400000000", "USD")
    assert quantity["quote"].startswith("rund")
    assert "'de'" in err
    assert "76400000000" in claimcheck("normalise", "rund 76,4 Mrd. Dollar", "-q").out


def test_normalise_in_a_given_language(claimcheck: Cli):
    (quantity,) = json.loads(
        claimcheck("normalise", "--language", "en", "1.234 tonnes", "--format", "json").out
    )
    assert quantity["value"] == "1.234"
    assert claimcheck("normalise", "kein Wert").out.startswith("no number")


def test_show(claimcheck: Cli, articles: Path):
    fact = json.loads(claimcheck("audit", articles, "--format", "json").out)["facts"][0]["id"]
    status, out, _ = claimcheck("show", fact, articles)
    assert status == 0
    assert fact in out
    status, _, err = claimcheck("show", "f-nothing", articles)
    assert status == 2
    assert "f-nothing" in err


def test_show_takes_the_sources_of_the_settings(claimcheck: Cli, articles: Path):
    (articles / "drafts").mkdir()
    draft = (articles / "c.txt").rename(articles / "drafts/c.txt")
    (articles / "claimcheck.toml").write_text('against = "."\n')
    report = json.loads(claimcheck("check", draft, "--format", "json").out)
    (finding,) = (row for row in report["findings"] if row["level"] == "error")
    assert "142,6" in claimcheck("show", finding["id"], draft).out
    everything = [draft, articles / "a.txt"]
    row = json.loads(claimcheck("audit", *everything, "--format", "json").out)["findings"][0]
    assert claimcheck("show", row["fact"], *everything).status == 0
    assert claimcheck("show", "f-nothing", draft).status == 2


def test_rule_and_config(claimcheck: Cli, articles: Path):
    assert "CC101" in claimcheck("rule").out
    assert "Fires on" in claimcheck("rule", "cc101").out
    (articles / "claimcheck.toml").write_text('# ours\nfail_on = "never"\n')
    out = claimcheck("config", articles / "a.txt").out
    assert "claimcheck.toml:2" in "".join(out.split())
    assert "default" in out


def test_output_is_written_whole(claimcheck: Cli, articles: Path):
    file = articles / "out.json"
    plain = claimcheck("audit", articles / "a.txt", articles / "b.txt", "--format", "json").out
    status, out, _ = claimcheck(
        "audit", articles / "a.txt", articles / "b.txt", "--format", "json", "--output", file
    )
    assert (status, out) == (0, "")
    assert file.read_text("utf-8") == plain
    assert [p.name for p in articles.iterdir() if p.name.startswith(".")] == []


def test_standard_input(claimcheck: Cli, articles: Path):
    out = claimcheck("audit", "-", articles / "a.txt", "--format", "json", stdin=TWO.encode()).out
    assert [d["path"] for d in json.loads(out)["documents"]] == ["-", f"{articles}/a.txt"]


def test_colour(claimcheck: Cli, articles: Path, monkeypatch: pytest.MonkeyPatch):
    assert "\x1b" not in claimcheck("rule").out
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[" in claimcheck("rule").out
    assert "\x1b" not in claimcheck("rule", "--no-color").out


def test_no_command_is_help(claimcheck: Cli):
    status, out, _ = claimcheck()
    assert status == 2
    assert all(f"  {command} " in out for command in COMMANDS)


NESTED = (
    "baseline write", "baseline update", "baseline check",
    "archive add", "archive list", "archive find", "archive remove",
)  # fmt: skip


@pytest.mark.parametrize("command", [*COMMANDS, *NESTED])
def test_each_command_has_help_with_examples(claimcheck: Cli, command: str):
    status, out, _ = claimcheck(*command.split(), "--help")
    assert status == 0
    assert f"claimcheck {command}" in out.split("Examples:")[1]


@pytest.mark.parametrize("option", ["--version", "--help"])
def test_nothing_heavy_is_loaded_to_say_little(option: str):
    code = (
        "import sys; sys.argv = ['claimcheck', sys.argv[1]]\n"
        "from claimcheck.__main__ import main\n"
        "try: main()\n"
        "except SystemExit as end: assert not end.code\n"
        "heavy = {'rich', 'rapidfuzz', 'pint', 'dateparser'} & set(sys.modules)\n"
        "assert not heavy, heavy"
    )
    subprocess.run([sys.executable, "-c", code, option], check=True, capture_output=True)


def test_a_plain_audit_loads_neither_pint_nor_dateparser(articles: Path):
    code = (
        "import sys, claimcheck\n"
        "from claimcheck.read import read_all\n"
        "claimcheck.audit(read_all([sys.argv[1]]))\n"
        "heavy = {'rich', 'pint', 'dateparser', 'click'} & set(sys.modules)\n"
        "assert not heavy, heavy"
    )
    subprocess.run([sys.executable, "-c", code, str(articles)], check=True, capture_output=True)


def test_to_list_claims_loads_nothing_of_comparing(articles: Path):
    code = (
        "import sys; sys.argv = ['claimcheck', 'extract', sys.argv[1]]\n"
        "from claimcheck.__main__ import main\n"
        "try: main()\n"
        "except SystemExit as end: assert not end.code\n"
        "comparing = {'claimcheck.compare', 'claimcheck.match'} & set(sys.modules)\n"
        "assert not comparing, comparing"
    )
    subprocess.run([sys.executable, "-c", code, str(articles)], check=True, capture_output=True)


def test_the_names_of_the_library_outlive_the_import_of_its_parts():
    code = (
        "import claimcheck.read, claimcheck.extract, claimcheck.normalise\n"
        "from claimcheck import Document, audit, check, compare, extract, normalise, read\n"
        "assert all(map(callable, (Document, audit, check, compare, extract, normalise, read)))"
    )
    subprocess.run([sys.executable, "-c", code], check=True, capture_output=True)


@pytest.mark.parametrize("group", [(), ("baseline",), ("archive",)])
def test_a_group_alone_prints_its_help(claimcheck: Cli, group: tuple[str, ...]):
    status, out, err = claimcheck(*group)
    assert (status, err) == (2, "")
    assert "Commands:" in out


@pytest.mark.parametrize(
    "command",
    [
        ("audit", ".", "--exclude", "b.txt", "--date", "c.txt=2025-03-04"),
        ("check", "c.txt", "--against", "a.txt", "b.txt", "--exclude", "b.txt", "--language", "de"),
    ],
)
def test_the_command_that_a_finding_names_shows_it(
    claimcheck: Cli, articles: Path, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
):
    monkeypatch.chdir(articles)
    report = claimcheck(*command).out
    more = re.search(r"= more: (.*?)\s+·\s+claimcheck rule", report, re.DOTALL)
    assert more
    name, *show = shlex.split(more[1])
    assert (name, show[0]) == ("claimcheck", "show")
    shown = claimcheck(*show)
    assert shown.status == 0
    assert "b.txt" not in shown.out
    assert "142,6 Millionen Euro" in shown.out
