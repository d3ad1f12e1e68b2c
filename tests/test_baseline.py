"""Known findings in a file: what stays quiet, what is new, what is mended."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from newsroom import RIGHT, SALES, WRONG, article, write

Cli = Callable[..., tuple[int, str, str]]
FILE = "claimcheck-baseline.json"
ARGS = ("drafts", "--against", "sources")
CHECK = ("check", *ARGS, "--format", "github")


@pytest.fixture
def known(claimcheck: Cli, newsroom: Path) -> Path:
    """Return a newsroom whose two wrong figures are known."""
    assert claimcheck("baseline", "write", *ARGS).status == 0
    return newsroom


def change(folder: Path, old: str, new: str) -> None:
    draft = folder / "drafts/draft.md"
    text = draft.read_text("utf-8")
    assert old in text
    write(draft, text.replace(old, new))


def test_write(claimcheck: Cli, newsroom: Path):
    status, out, err = claimcheck("baseline", "write", *ARGS)
    assert (status, out) == (0, "")
    assert "2 known findings written" in err
    rows = json.loads((newsroom / FILE).read_text("utf-8"))
    assert rows["version"] == 1
    assert {row["rule"] for row in rows["findings"]} == {"CC101"}
    assert {tuple(row["values"]) for row in rows["findings"]} == {
        ("1252 employee", "1520 employee"),
        ("142600000 EUR", "412600000 EUR"),
    }
    assert {row["count"] for row in rows["findings"]} == {1}
    assert {tuple(row["files"]) for row in rows["findings"]} == {("drafts/draft.md",)}
    assert not {"line", "span"} & {key for row in rows["findings"] for key in row}


def test_write_overwrites_nothing(claimcheck: Cli, known: Path):
    before = (known / FILE).read_bytes()
    change(known, WRONG[0], RIGHT[0])
    status, _, err = claimcheck("baseline", "write", *ARGS)
    assert status == 2
    assert "is there already" in err
    assert (known / FILE).read_bytes() == before
    assert claimcheck("baseline", "write", *ARGS, "--force").status == 0
    assert (known / FILE).read_bytes() != before


def test_known_findings_are_left_out(claimcheck: Cli, known: Path):
    assert claimcheck(*CHECK).status == 1
    status, out, err = claimcheck(*CHECK, "--baseline", FILE)
    assert (status, out) == (0, "")
    assert "2 findings left out: 2 known in the baseline" in err
    report = json.loads(claimcheck(*CHECK[:4], "--format", "json", "--baseline", FILE).out)
    assert report["findings"] == []
    assert [row["by"] for row in report["suppressed"]] == ["baseline", "baseline"]


def test_the_settings_name_the_baseline(claimcheck: Cli, known: Path, monkeypatch):
    write(known / "claimcheck.toml", f'baseline = "{FILE}"\nagainst = "sources"\n')
    monkeypatch.chdir(known / "drafts")
    assert claimcheck("check", "draft.md").status == 0
    assert claimcheck("baseline", "check", "draft.md").status == 0
    monkeypatch.chdir("/")
    assert claimcheck("check", known / "drafts").status == 0


def test_edits_elsewhere_leave_findings_known(claimcheck: Cli, known: Path):
    change(known, "Die Kern", "Ein neuer Absatz, in dem es um nichts geht.\n\nDie Kern")
    change(known, "Der Tunnel", "In Husum regnete es 12 Stunden lang.\n\nDer Tunnel")
    write(known / "sources/c.txt", article("Kurier", RIGHT))
    assert claimcheck(*CHECK, "--baseline", FILE).status == 0
    assert claimcheck("baseline", "check", *ARGS).status == 0


def test_a_changed_figure_is_new(claimcheck: Cli, known: Path):
    change(known, WRONG[0], "146,2")
    status, out, _ = claimcheck(*CHECK, "--baseline", FILE)
    assert status == 1
    assert "146,2" in out
    assert "1.520" not in out


def test_a_further_figure_in_a_known_fact_is_new(claimcheck: Cli, known: Path):
    write(known / "drafts/other.md", article("Wir", (RIGHT[0], "1.620", RIGHT[2])))
    status, out, _ = claimcheck(*CHECK, "--baseline", FILE)
    assert status == 1
    assert "1,620" in out


def test_check_tells_what_is_new_and_mended(claimcheck: Cli, known: Path):
    before = (known / FILE).read_bytes()
    assert claimcheck("baseline", "check", *ARGS).status == 0
    change(known, WRONG[0], RIGHT[0])
    change(known, "14,3 Kilometer", "41,3 Kilometer")
    status, out, err = claimcheck("baseline", "check", *ARGS)
    assert status == 1
    assert "new: error[CC101] drafts/draft.md:10:" in out
    assert "mended: CC101 drafts/draft.md:" in out
    assert "baseline update" in err
    assert (known / FILE).read_bytes() == before


def test_update_never_takes_in_new_findings_unasked(claimcheck: Cli, known: Path):
    change(known, WRONG[0], RIGHT[0])
    change(known, "14,3 Kilometer", "41,3 Kilometer")
    status, out, _ = claimcheck("baseline", "update", *ARGS)
    assert status == 1
    assert "new: error[CC101]" in out
    text = (known / FILE).read_text("utf-8")
    assert "412600000" not in text
    assert "1520 employee" in text
    assert "41.3" not in text
    assert claimcheck(*CHECK, "--baseline", FILE).status == 1
    status, out, _ = claimcheck("baseline", "update", *ARGS, "--accept-new")
    assert status == 0
    assert "accepted: error[CC101]" in out
    assert "41.3" in (known / FILE).read_text("utf-8")
    assert claimcheck(*CHECK, "--baseline", FILE).status == 0


def test_update_replaces_the_values_it_accepts(claimcheck: Cli, known: Path):
    change(known, WRONG[0], "146,2")
    status, _, err = claimcheck("baseline", "update", *ARGS, "--accept-new")
    assert status == 0
    assert "2 known findings written" in err
    text = (known / FILE).read_text("utf-8")
    assert "146200000" in text
    assert "142600000" not in text
    assert len(json.loads(text)["findings"]) == 2


def test_update_keeps_what_was_not_read(claimcheck: Cli, known: Path):
    other = write(known / "drafts/other.md", article("Wir", WRONG, between=" "))
    assert claimcheck("baseline", "write", *ARGS, "--force").status == 0
    before = (known / FILE).read_bytes()
    status = claimcheck("baseline", "update", "drafts/draft.md", "--against", "sources").status
    assert status == 0
    assert (known / FILE).read_bytes() == before
    assert claimcheck("check", other, "--against", "sources", "--baseline", FILE).status == 0
    assert claimcheck(*CHECK, "--baseline", FILE).status == 0


def test_audit_has_a_baseline_too(claimcheck: Cli, newsroom: Path):
    assert claimcheck("audit", "drafts", "sources").status == 1
    assert claimcheck("baseline", "write", "drafts", "sources").status == 0
    assert claimcheck("audit", "drafts", "sources", "--baseline", FILE).status == 0
    write(newsroom / "sources/c.txt", SALES.format("421,6"))
    assert claimcheck("baseline", "check", "drafts", "sources").status == 1


@pytest.mark.parametrize("command", ["check", "update"])
def test_a_missing_baseline(claimcheck: Cli, newsroom: Path, command: str):
    for args in (("baseline", command, *ARGS), (*CHECK, "--baseline", "no.json")):
        status, out, err = claimcheck(*args)
        assert (status, out) == (2, "")
        assert "no such baseline" in err
        assert "claimcheck baseline write" in err
    assert not (newsroom / FILE).exists()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "not JSON"),
        ('{"version": 1,\n "findings": [', f"{FILE}:2: the baseline is not JSON"),
        ("\udcff", "not JSON"),
        ("[" * 100_000, "not JSON"),
        ("[]", "no baseline"),
        ("{}", "no baseline"),
        ('{"version": 2, "findings": []}', "version 2"),
        ('{"version": "1", "findings": []}', "version '1'"),
        ('{"version": 1, "findings": [{"rule": "CC101"}]}', "no baseline"),
        ('{"version": 1, "findings": [], "lines": 3}', "no baseline"),
    ],
)
def test_a_broken_baseline(claimcheck: Cli, newsroom: Path, text: str, words: str):
    (newsroom / FILE).write_bytes(text.encode("utf-8", "surrogateescape"))
    status, out, err = claimcheck(*CHECK, "--baseline", FILE)
    assert (status, out) == (2, "")
    assert words in err
    assert "Traceback" not in err


def test_a_baseline_that_is_a_folder(claimcheck: Cli, newsroom: Path):
    assert "cannot be read" in claimcheck(*CHECK, "--baseline", "sources").err
    assert claimcheck("baseline", "write", *ARGS, "--baseline", "sources").status == 2
