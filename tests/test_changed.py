"""`--changed-since`: findings on lines that git says have changed, and no others."""

import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from newsroom import RIGHT, SALES, WRONG, article, write

from claimcheck.errors import OptionError
from claimcheck.findings.changed import Changes, changes

Cli = Callable[..., tuple[int, str, str]]
CHECK = ("check", "drafts", "--against", "sources", "--format", "github")


def git(folder: Path, *args: str) -> str:
    names = {f"GIT_{who}_{what}": "a@b.c" for who in ("AUTHOR", "COMMITTER")
             for what in ("NAME", "EMAIL")}  # fmt: skip
    done = subprocess.run(
        ["git", "-C", folder, *args], check=True, capture_output=True, text=True,
        env={**os.environ, **names, "GIT_CONFIG_GLOBAL": "/dev/null"},
    )  # fmt: skip
    return done.stdout.strip()


def commit(folder: Path) -> None:
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "change")


@pytest.fixture
def repository(newsroom: Path) -> Path:
    git(newsroom, "init", "--quiet", "--initial-branch", "main")
    commit(newsroom)
    return newsroom


def change(folder: Path, old: str, new: str) -> None:
    draft = folder / "drafts/draft.md"
    write(draft, draft.read_text("utf-8").replace(old, new))


def test_findings_on_changed_lines_alone(claimcheck: Cli, repository: Path):
    assert claimcheck(*CHECK).status == 1
    status, out, err = claimcheck(*CHECK, "--changed-since", "HEAD")
    assert (status, out) == (0, "")
    assert "2 findings left out: 2 on unchanged lines" in err
    change(repository, "hat im Jahr", "hat also im Jahr")
    status, out, _ = claimcheck(*CHECK, "--changed-since", "HEAD")
    assert status == 1
    assert WRONG[0] in out
    assert WRONG[1] not in out
    commit(repository)
    assert claimcheck(*CHECK, "--changed-since", "HEAD").status == 0
    assert claimcheck(*CHECK, "--changed-since", "HEAD~1").status == 1


def test_lines_above_and_a_rename_change_nothing(claimcheck: Cli, repository: Path):
    change(repository, "Die Kern", "Ein neuer Absatz.\n\nDie Kern")
    git(repository, "mv", "drafts/draft.md", "drafts/ein Entwürf.md")
    assert claimcheck(*CHECK, "--changed-since", "HEAD").status == 0
    commit(repository)
    assert claimcheck(*CHECK, "--changed-since", "HEAD~1").status == 0


def test_a_new_file_has_changed_as_a_whole(claimcheck: Cli, repository: Path):
    write(repository / "drafts/new.md", article("Wir", WRONG))
    status, out, _ = claimcheck(*CHECK, "--changed-since", "HEAD")
    assert status == 1
    assert "new.md" in out


def test_standard_input_is_new(claimcheck: Cli, repository: Path):
    args = ("check", "-", "--against", "sources", "--changed-since", "HEAD")
    assert claimcheck(*args, stdin=article("Wir", WRONG).encode()).status == 1
    assert claimcheck(*args, stdin=article("Wir", RIGHT).encode()).status == 0


def test_articles_of_a_corpus_have_a_line_each(claimcheck: Cli, repository: Path):
    rows = [json.dumps({"text": SALES.format(figure), "lang": "de"}) for figure in ("41,2", "45,9")]
    corpus = write(repository / "corpus.jsonl", "\n".join([*rows, ""]))
    args = ("audit", "corpus.jsonl", "--changed-since", "HEAD")
    assert claimcheck(*args).status == 1
    commit(repository)
    assert claimcheck(*args).status == 0
    write(corpus, "\n".join([rows[0], rows[1].replace("45,9", "46,7"), ""]))
    assert claimcheck(*args).status == 1


def test_a_changed_source_is_no_changed_draft(claimcheck: Cli, repository: Path):
    write(repository / "sources/a.txt", article("Abendblatt", ("413,6", *RIGHT[1:])))
    assert claimcheck(*CHECK, "--changed-since", "HEAD").status == 0
    args = ("audit", "drafts", "sources", "--format", "github", "--changed-since", "HEAD")
    assert claimcheck(*args).status == 1


def test_the_branch_counts_from_where_it_parted(claimcheck: Cli, repository: Path):
    git(repository, "switch", "--quiet", "--create", "work")
    change(repository, "Der Tunnel", "Ja, der Tunnel")
    commit(repository)
    git(repository, "switch", "--quiet", "main")
    change(repository, WRONG[0], "124,6")
    commit(repository)
    git(repository, "switch", "--quiet", "work")
    assert claimcheck(*CHECK, "--changed-since", "main").status == 0


def test_from_a_folder_below_and_through_a_link(
    claimcheck: Cli, repository: Path, monkeypatch: pytest.MonkeyPatch
):
    change(repository, WRONG[0], "124,6")
    (repository / "link").symlink_to("drafts")
    monkeypatch.chdir(repository / "drafts")
    for draft in ("draft.md", "../link/draft.md"):
        args = ("check", draft, "--against", "../sources", "--changed-since", "HEAD")
        assert claimcheck(*args).status == 1


def test_which_lines(repository: Path):
    path = repository / "lines.txt"
    odd = repository / 'a "b"\tü.txt'
    for file in (path, odd):
        write(file, "".join(f"line {n}\n" for n in range(1, 10)))
    (repository / "binary.bin").write_bytes(b"\0\1")
    commit(repository)
    write(path, "new\nline 1\nline 2\nline 4\nline 5\n--- a\n+++ b/x\nline 8\nline 9\nend")
    write(odd, "".join(f"line {n}\n" for n in range(1, 9)) + "line nine\n")
    (repository / "binary.bin").write_bytes(b"\0\2")
    names = [str(path), str(odd), str(repository / "binary.bin"), "sources/a.txt"]
    lines, other, binary, same = (changes(names, "HEAD")[name] for name in names)
    assert lines.lines == ((1, 1), (6, 7), (10, 10))
    assert other.lines == ((9, 9),)
    assert binary.whole
    assert same == Changes()


@pytest.mark.parametrize(
    ("first", "last", "touch"), [(1, 3, False), (1, 4, True), (5, 9, True), (6, 9, False)]
)
def test_touch(first: int, last: int, touch: bool):
    assert Changes(lines=((4, 5),)).touch(first, last) is touch


@pytest.mark.parametrize("revision", ["nothing", "", "-p", "HEAD~9", "HEAD..main", "$(id)"])
def test_an_unknown_revision(claimcheck: Cli, repository: Path, revision: str):
    status, out, err = claimcheck(*CHECK, f"--changed-since={revision}")
    assert (status, out) == (2, "")
    assert "git knows no revision" in err
    assert "origin/main" in err


def test_no_repository_and_no_git(claimcheck: Cli, newsroom: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(newsroom.parent))
    status, _, err = claimcheck(*CHECK, "--changed-since", "HEAD")
    assert status == 2
    assert "is not in a git repository" in err
    monkeypatch.setenv("PATH", str(newsroom))
    with pytest.raises(OptionError, match="git cannot be started"):
        changes(["drafts/draft.md"], "HEAD")
