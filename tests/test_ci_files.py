"""The GitHub Action, the pre-commit hooks and the examples in docs/ci.md."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from newsroom import RIGHT, WRONG, article, write
from test_changed import commit, git

ROOT = Path(__file__).resolve().parent.parent
GUIDE = (ROOT / "docs/ci.md").read_text("utf-8")
TOML, WORKFLOW, HOOKS, GITLAB = re.findall(r"```(?:yaml|toml)\n(.*?)```", GUIDE, re.DOTALL)
ACTION = (ROOT / "action.yml").read_text("utf-8")
MANIFEST = (ROOT / ".pre-commit-hooks.yaml").read_text("utf-8")


@pytest.fixture
def repository(newsroom: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch) -> Path:
    """Return a newsroom in git, with `claimcheck` on the PATH as an installed one would be."""
    folder = tmp_path_factory.mktemp("bin")
    command = folder / "claimcheck"
    command.write_text(
        f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" -P -m claimcheck "$@"\n'
    )
    command.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}:{os.environ['PATH']}")
    write(newsroom / "claimcheck.toml", 'against = ["sources/"]\n')
    git(newsroom, "init", "--quiet", "--initial-branch", "main")
    commit(newsroom)
    return newsroom


def run(step: str, folder: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["bash", "-e", "-o", "pipefail", "-c", step], cwd=folder, env=os.environ | variables,
        capture_output=True, text=True, check=False,
    )  # fmt: skip


# -- structure -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("schema", "text"),
    [
        ("vendor.github-actions", ACTION),
        ("vendor.github-workflows", WORKFLOW),
        ("vendor.gitlab-ci", GITLAB),
    ],
)
def test_the_files_are_valid(schema: str, text: str, tmp_path: Path):
    from check_jsonschema import main
    from click.testing import CliRunner

    path = write(tmp_path / "file.yml", text)
    done = CliRunner().invoke(main, ["--builtin-schema", schema, str(path)])
    assert done.exit_code == 0, done.output


def test_pre_commit_takes_manifest_and_example(tmp_path: Path):
    from pre_commit.clientlib import load_config, load_manifest

    hooks = {hook["id"] for hook in load_manifest(ROOT / ".pre-commit-hooks.yaml")}
    (repo,) = load_config(write(tmp_path / "config.yaml", HOOKS))["repos"]
    assert {hook["id"] for hook in repo["hooks"]} <= hooks
    assert all(f"`{name}`" in GUIDE or f"id: {name}" in GUIDE for name in hooks)


def test_the_workflow_gives_inputs_that_there_are():
    (job,) = yaml.safe_load(WORKFLOW)["jobs"].values()
    (step,) = [step for step in job["steps"] if "claimcheck@" in step.get("uses", "")]
    inputs = yaml.safe_load(ACTION)["inputs"]
    assert set(step["with"]) <= set(inputs)
    assert all("default" in one or one.get("required") for one in inputs.values())


def test_the_settings_of_the_guide_are_valid(tmp_path: Path):
    from claimcheck.config.settings import load

    assert load(write(tmp_path / "claimcheck.toml", TOML)).against


# -- GitHub --------------------------------------------------------------------------------


def action() -> dict[str, Any]:
    (step,) = [one for one in yaml.safe_load(ACTION)["runs"]["steps"] if one.get("id") == "check"]
    return step


def check(folder: Path, **given: str) -> tuple[subprocess.CompletedProcess[str], str, str]:
    """Run the step of the action with inputs; return it with its summary and outputs."""
    inputs = {
        name: one.get("default", "") for name, one in yaml.safe_load(ACTION)["inputs"].items()
    }
    inputs |= {name.replace("_", "-"): value for name, value in given.items()}
    variables = {
        name: re.sub(r"\$\{\{ inputs\.([\w-]+) \}\}", lambda found: inputs[found[1]], value)
        for name, value in action()["env"].items()
    }
    temporary = folder / "temp"
    temporary.mkdir(exist_ok=True)
    places = {"GITHUB_STEP_SUMMARY": temporary / "summary", "GITHUB_OUTPUT": temporary / "output"}
    for place in places.values():
        place.write_text("")
    done = run(action()["run"], folder, RUNNER_TEMP=str(temporary), **variables,
               **{name: str(place) for name, place in places.items()})  # fmt: skip
    return done, *(place.read_text("utf-8") for place in places.values())


def test_the_action_fails_on_findings(repository: Path):
    done, summary, output = check(repository, drafts="drafts/", sarif="out.sarif")
    assert done.returncode == 1
    assert done.stdout.count("::error file=drafts/draft.md,line=") == 2
    assert "## claimcheck: 2 errors" in summary
    assert output == "status=1\n"
    assert len(json.loads((repository / "out.sarif").read_text())["runs"][0]["results"]) == 2


def test_the_action_takes_its_inputs(repository: Path):
    write(repository / "drafts/$(touch hacked) b.md", article("Wir", RIGHT))
    given = {"drafts": "drafts/draft.md\ndrafts/$(touch hacked) b.md\n",
             "against": "sources/a.txt\nsources/b.txt"}  # fmt: skip
    done, summary, output = check(repository, **given, fail_on="never", summary="false")
    assert (done.returncode, summary, output) == (0, "", "status=0\n")
    assert done.stdout.count("::error") == 2
    assert check(repository, **given, changed_since="HEAD")[0].returncode == 0
    done, _, output = check(repository, **given, baseline="no.json")
    assert (done.returncode, output) == (2, "status=2\n")
    assert "no such baseline" in done.stderr
    assert not list(repository.rglob("hacked"))


# -- GitLab --------------------------------------------------------------------------------


def test_the_commands_for_gitlab(repository: Path):
    job = yaml.safe_load(GITLAB)["claimcheck"]
    git(repository, "update-ref", "refs/remotes/origin/main", "HEAD")
    (script,) = job["script"]
    done = run(script, repository, CI_MERGE_REQUEST_TARGET_BRANCH_NAME="main")
    assert done.returncode == 0, done.stderr
    write(repository / "drafts/new.md", article("Wir", WRONG))
    done = run(script, repository, CI_MERGE_REQUEST_TARGET_BRANCH_NAME="main")
    assert done.returncode == 1
    for path in (*job["artifacts"]["paths"], job["artifacts"]["reports"]["junit"]):
        assert (repository / path).stat().st_size


# -- pre-commit ----------------------------------------------------------------------------


def test_pre_commit_runs_the_hooks(repository: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("PRE_COMMIT_HOME", str(repository.parent / "cache"))
    hooks = [one | {"language": "system", "files": "^drafts/"} for one in yaml.safe_load(MANIFEST)]
    config = {"repos": [{"repo": "local", "hooks": hooks}]}
    write(repository / ".pre-commit-config.yaml", yaml.safe_dump(config))
    git(repository, "add", "--all")

    def hook(name: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "pre_commit", "run", name, "--all-files"]
        return subprocess.run(command, cwd=repository, capture_output=True, text=True, check=False)

    done = hook("claimcheck")
    assert done.returncode == 1
    assert "drafts/draft.md:" in done.stdout
    assert "CC101" in done.stdout
    write(repository / "drafts/draft.md", article("Wir", RIGHT))
    git(repository, "add", "--all")
    done = hook("claimcheck")
    assert (done.returncode, "Passed" in done.stdout) == (0, True), done.stdout
    done = hook("claimcheck-baseline")
    assert done.returncode == 1
    assert "no such baseline" in done.stdout
