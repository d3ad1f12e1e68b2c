"""Several reports at once, their language, what is told on standard error."""

import contextlib
import json
import os
import pty
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from claimcheck import progress as steps
from claimcheck.cli import progress as bars

Cli = Callable[..., Any]
ROOT = Path(__file__).resolve().parent.parent
TARIF = ROOT / "fixtures" / "tarif"


def test_several_reports_at_once(claimcheck: Cli, tmp_path: Path):
    page, rows = tmp_path / "a.html", tmp_path / "a.json"
    result = claimcheck("audit", TARIF, "--report", f"html={page}", "--report", f"json={rows}")
    assert result.out.startswith("   Source")
    assert page.read_text("utf-8").startswith("<!DOCTYPE html>")
    assert rows.read_text("utf-8") == claimcheck("audit", TARIF, "--format", "json").out
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.html", "a.json"]


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (["pdf={}/a"], "'pdf' is not one of text, json"),
        (["html"], "'html' names no file"),
        (["html=-"], "'html=-' names no file"),
        (["html={}/none/a.html"], "does not exist"),
        (["html={}/a", "json={}/a"], "would be written twice"),
    ],
)
def test_broken_reports_are_refused_before_any_is_written(
    claimcheck: Cli, tmp_path: Path, given: list[str], told: str
):
    named = [part for text in given for part in ("--report", text.format(tmp_path))]
    result = claimcheck("audit", TARIF, "--report", f"csv={tmp_path}/good.csv", *named)
    assert result.status == 2
    assert told in result.err
    assert result.out == ""
    assert list(tmp_path.iterdir()) == []


def test_the_output_is_no_report_as_well(claimcheck: Cli, tmp_path: Path):
    file = tmp_path / "a"
    result = claimcheck("audit", TARIF, "--output", file, "--report", f"html={file}")
    assert "would be written twice" in result.err


def test_reports_in_files_have_no_colours_and_their_own_width(
    claimcheck: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "200")
    file = tmp_path / "a.txt"
    result = claimcheck("audit", TARIF, "--report", f"text={file}")
    assert "\x1b[" in result.out
    written = file.read_text("utf-8")
    assert "\x1b" not in written
    assert max(map(len, written.splitlines())) <= 100


def test_labels(claimcheck: Cli):
    assert "WIDERSPRÜCHE (2)" in claimcheck("audit", TARIF, "--labels", "de").out
    assert "'fr' is not one of en, de" in claimcheck("audit", TARIF, "--labels", "fr").err
    one = claimcheck("audit", TARIF, "--labels", "de", "--format", "json").out
    assert one == claimcheck("audit", TARIF, "--format", "json").out


def test_labels_by_the_settings(claimcheck: Cli, tmp_path: Path):
    settings = tmp_path / "claimcheck.toml"
    settings.write_text('labels = "de"\n')
    given = ("audit", TARIF, "--config", settings)
    assert "WIDERSPRÜCHE (2)" in claimcheck(*given).out
    assert "CONTRADICTIONS (2)" in claimcheck(*given, "--labels", "en").out


def test_findings_by_article_or_rule(claimcheck: Cli):
    court = ROOT / "fixtures" / "court"
    shown = claimcheck("audit", court, "--group-by", "document", "--fail-on", "never").out
    assert "\nA  " in shown
    assert "\nCC101 value-conflict\n" in claimcheck("audit", TARIF, "--group-by", "rule").out


def test_verbose_and_quiet(claimcheck: Cli):
    told = claimcheck("audit", TARIF, "--verbose").err
    assert "a-hafenblatt.txt: 1,155 characters, de, 2026-11-05 from front matter" in told
    assert "settings: none given" in told
    assert "s of CPU time" in told
    assert claimcheck("audit", TARIF).err == ""
    assert claimcheck("audit", TARIF, "--verbose", "--quiet").err == ""


def test_rules_and_settings_as_json(claimcheck: Cli, tmp_path: Path):
    rules = json.loads(claimcheck("rule", "--format", "json").out)
    assert {"code", "name", "level", "explanation"} <= set(rules[0])
    (one,) = json.loads(claimcheck("rule", "CC102", "--format", "json").out)
    assert one["name"] == "unit-or-currency-conflict"
    (tmp_path / "claimcheck.toml").write_text(
        'fail_on = "never"\ntolerances = { percent = "0.1" }\n'
    )
    settings = json.loads(claimcheck("config", tmp_path, "--format", "json").out)
    assert settings["fail_on"]["value"] == "never"
    assert settings["fail_on"]["from"].endswith("claimcheck.toml:1")
    assert settings["tolerances"]["value"]["percent"]["amount"] == "0.1"


def test_steps_are_told_to_who_watches():
    told: list[tuple[str, int, int]] = []
    assert list(steps.track("quietly", "ab")) == ["a", "b"]
    with steps.watched(lambda *step: told.append(step)):
        assert list(steps.track("reading", "ab")) == ["a", "b"]
        steps.begin("comparing")
    steps.begin("unseen")
    assert told == [("reading", 0, 2), ("reading", 1, 2), ("reading", 2, 2), ("comparing", 0, 0)]


class Terminal:
    """Standard error as a terminal that remembers."""

    encoding = "utf-8"

    def __init__(self) -> None:
        self.text = ""

    def write(self, text: str) -> int:
        self.text += text
        return len(text)

    def flush(self) -> None: ...

    def isatty(self) -> bool:
        return True


def shown_by_bar(monkeypatch: pytest.MonkeyPatch, patience: float, quiet: bool = False) -> str:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setattr(bars, "_PATIENCE", patience)
    monkeypatch.setenv("TERM", "xterm")
    with bars.progress(quiet):
        list(steps.track("reading", "ab"))
        steps.begin("comparing")
    return terminal.text


def test_a_bar_is_shown_on_a_terminal_and_only_for_long_work(monkeypatch: pytest.MonkeyPatch):
    assert "claimcheck: comparing" in shown_by_bar(monkeypatch, patience=-1.0)
    assert shown_by_bar(monkeypatch, patience=60.0) == ""
    assert shown_by_bar(monkeypatch, patience=-1.0, quiet=True) == ""


def test_no_bar_in_a_file(claimcheck: Cli, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(bars, "_PATIENCE", -1.0)
    assert claimcheck("audit", TARIF).err == ""


def on_a_terminal(*arguments: str) -> str:
    """Return what a terminal shows that output and errors both go to."""
    here, there = pty.openpty()
    command = [sys.executable, "-m", "claimcheck", *arguments]
    with subprocess.Popen(command, stdout=there, stderr=there, stdin=subprocess.DEVNULL):
        os.close(there)
        shown = b""
        with contextlib.suppress(OSError):  # how a terminal ends on Linux
            while part := os.read(here, 65536):
                shown += part
    os.close(here)
    return shown.decode()


def test_a_terminal_shows_once_how_a_file_was_read(tmp_path: Path):
    path = tmp_path / "a.txt"
    path.write_bytes("Die Nordwerft beschäftigt 300 Leute.".encode("cp1252"))
    assert on_a_terminal("audit", str(path)).count("read as Windows-1252") == 1
    assert on_a_terminal("extract", str(path)).count("read as Windows-1252") == 1
