"""The commands that set things up: init, completion, and the page of rules."""

import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from claimcheck.config.help import HELP, starter
from claimcheck.config.settings import SETTINGS, load
from claimcheck.rules import RULES

Cli = Callable[..., tuple[int, str, str]]
ROOT = Path(__file__).parent.parent


def uncommented(text: str) -> str:
    """Return the file with its examples in force: comments begin with a blank."""
    return "\n".join(
        line[1:] if line.startswith("#") and not line.startswith("# ") else line
        for line in text.splitlines()
    )


def test_init_sets_nothing_and_explains_everything(claimcheck: Cli, tmp_path: Path):
    status, out, err = claimcheck("init", tmp_path)
    path = tmp_path / "claimcheck.toml"
    assert (status, out) == (0, "")
    assert str(path) in err
    assert tomllib.loads(path.read_text("utf-8")) == {}
    assert set(tomllib.loads(uncommented(path.read_text("utf-8")))) == {
        name.replace("_", "-") if name == "per_path" else name for name in SETTINGS
    }


def test_every_example_is_valid(tmp_path: Path):
    path = tmp_path / "claimcheck.toml"
    path.write_text(uncommented(starter()), "utf-8")
    assert set(load(path).origins) == set(SETTINGS)
    for name, help_ in HELP.items():
        path.write_text(help_.example, "utf-8")
        assert set(load(path).origins) == {name}
        assert help_.about.endswith(".")


def test_init_never_overwrites(claimcheck: Cli, tmp_path: Path):
    path = tmp_path / "claimcheck.toml"
    path.write_text("language = 'de'\n")
    status, _, err = claimcheck("init", tmp_path)
    assert status == 2
    assert "is there already" in err
    assert path.read_text() == "language = 'de'\n"
    path.unlink()
    path.symlink_to(tmp_path / "nowhere.toml")
    assert claimcheck("init", tmp_path).status == 2
    assert "does not exist" in claimcheck("init", tmp_path / "nothing").err


def test_the_page_of_rules_is_fresh(claimcheck: Cli):
    page = claimcheck("rule", "--all").out
    assert page == (ROOT / "docs/rules.md").read_text("utf-8"), "run make rules"
    assert all(f"## {rule.code} {rule.name}" in page for rule in RULES.values())
    assert claimcheck("rule", "--all", "CC101").status == 2


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_scripts(claimcheck: Cli, shell: str, tmp_path: Path):
    status, out, _ = claimcheck("completion", shell)
    assert status == 0
    assert f"_CLAIMCHECK_COMPLETE={shell}_complete" in out
    if shutil.which(shell):
        script = tmp_path / "script"
        script.write_text(out)
        subprocess.run([shell, "-n", script], check=True)
    assert claimcheck("completion", "tcsh").status == 2


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("claimcheck ba", "baseline"),
        ("claimcheck baseline up", "update"),
        ("claimcheck check a.md --form", "--format"),
        ("claimcheck check a.md --format js", "json"),
        ("claimcheck audit --changed", "--changed-since"),
        ("claimcheck rule value-c", "value-conflict"),
        ("claimcheck check --select CC401,CC10", "CC401,CC101"),
    ],
)
def test_what_is_completed(words: str, expected: str):
    code = "import sys; sys.argv = ['claimcheck']; from claimcheck.__main__ import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=False,
        env=os.environ
        | {
            "_CLAIMCHECK_COMPLETE": "bash_complete",
            "COMP_WORDS": words,
            "COMP_CWORD": str(words.count(" ")),
        },
    )  # fmt: skip
    assert f"plain,{expected}" in done.stdout.splitlines()


def test_the_settings_in_the_readme_are_valid(tmp_path: Path):
    path = tmp_path / "claimcheck.toml"
    (settings,) = re.findall(r"```toml\n(.*?)```", (ROOT / "README.md").read_text("utf-8"), re.S)
    path.write_text(settings, "utf-8")
    assert load(path).ignore
