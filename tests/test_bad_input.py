"""Bad input: a clear message or the right result, the exit status, and never a traceback."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from claimcheck.read import read
from claimcheck.report.safe import printable
from claimcheck.segment.sentences import segment

Cli = Callable[..., tuple[int, str, str]]

GOOD = "Die Werft in Altenau beschäftigt 400 Menschen.\n"
ROOT = hasattr(os, "geteuid") and os.geteuid() == 0


@pytest.fixture
def good(tmp_path: Path) -> Path:
    path = tmp_path / "good.txt"
    path.write_text(GOOD, "utf-8")
    return path


@pytest.fixture
def refused(claimcheck: Cli) -> Callable[..., str]:
    """Return a function that runs a command that must be refused, and returns the message."""

    def run(*args: object, stdin: bytes = b"") -> str:
        status, out, err = claimcheck(*args, stdin=stdin)
        assert status == 2
        assert not out
        assert err.startswith("claimcheck: error: ")
        assert "help: " in err
        assert "Traceback" not in err
        return err

    return run


def test_missing_file(refused: Callable[..., str], good: Path):
    err = refused("audit", good, good.parent / "goood.txt")
    assert "goood.txt: no such file" in err
    assert "did you mean" in err


def test_folder_without_articles(refused: Callable[..., str], tmp_path: Path):
    (tmp_path / "a.csv").write_text("1,2")
    assert f"{tmp_path}: folder has no article" in refused("audit", tmp_path)


@pytest.mark.parametrize("text", ["", "\n \r\n\t", "\ufeff"])
def test_empty_file(refused: Callable[..., str], tmp_path: Path, text: str):
    path = tmp_path / "empty.txt"
    path.write_bytes(text.encode())
    assert f"{path}: is empty" in refused("audit", path)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (bytes(range(256)) * 40, "binary"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "binary"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "PDF"),
        (b"PK\x03\x04\x14\x00\x06\x00", "Office"),
        (b"\xff\xfea", "UTF-16"),
        (b"Die Br\x81\x8dcke\x8f ist zu.\n", "Windows-1252"),
    ],
)
def test_binary_file(refused: Callable[..., str], tmp_path: Path, data: bytes, words: str):
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    err = refused("audit", path)
    assert f"{path}: " in err
    assert words in err


def test_windows_1252_is_read_right_and_said_so(claimcheck: Cli, good: Path):
    path = good.parent / "old.txt"
    path.write_bytes("Für 400 Beschäftigte zahlt die Werft 3 Mio. €.\n".encode("cp1252"))
    status, out, err = claimcheck("extract", good, path, "--format", "json")
    assert status == 0
    assert f"{path}: not UTF-8: read as Windows-1252" in err
    assert any("€" in claim["quote"] for claim in json.loads(out)["claims"])
    assert claimcheck("extract", path, "--quiet").err == ""


def test_broken_front_matter(refused: Callable[..., str], tmp_path: Path):
    path = tmp_path / "a.md"
    path.write_text("---\ntitle: T\npublished: 2.9.2025\n---\n" + GOOD)
    err = refused("audit", path)
    assert f"{path}:3: `published: 2.9.2025` is not an ISO date" in err
    assert "published: 2025-09-02" in err


def test_a_file_of_5_mb_is_read_in_time(tmp_path: Path):
    path = tmp_path / "big.txt"
    path.write_text(GOOD * (5_000_000 // len(GOOD)), "utf-8")
    start = time.process_time()
    document = read(path)
    sentences = segment(document)
    assert len(sentences) == document.text.count("\n")
    assert time.process_time() - start < 15


EVIL = "Rot \x1b[31m\x1b]0;Titel\x07\x9b2J 400 Menschen \x08\x07\u202e sind \x00da.\r\n"


def test_control_characters_never_reach_the_terminal(claimcheck: Cli, good: Path):
    for name in ("a", "b"):
        (good.parent / f"{name}.txt").write_text(
            f"Titel \x1b[31m {name}\n\n{EVIL.replace(chr(0), '')}" + GOOD, "utf-8"
        )
    for args in (("audit", good.parent, "--show", "all"), ("extract", good.parent, "--explain")):
        _, out, err = claimcheck(*args)
        assert out
        assert not set(out + err) & set("\x00\x07\x08\x1b\x9b\r\u202e")


def test_escapes_in_names_and_options_never_reach_the_terminal(claimcheck: Cli, tmp_path: Path):
    _, _, err = claimcheck("audit", tmp_path / "\x1b[31mred\x07.txt")
    assert not set(err) & set("\x07\x1b")
    _, _, err = claimcheck("audit", "x", "--format", "\x1b[31m")
    assert "\x1b" not in err


def test_printable():
    assert printable(EVIL) == "Rot 2J 400 Menschen  sind da.\n"
    assert printable("Größe\t1 €\n") == "Größe\t1 €\n"


@pytest.mark.skipif(sys.platform != "linux", reason="needs a file system of plain bytes")
def test_a_path_that_is_not_utf8(claimcheck: Cli, good: Path):
    path = good.parent / os.fsdecode(b"caf\xe9.txt")
    path.write_text(GOOD, "utf-8")
    status, out, _ = claimcheck("audit", path, good, "--format", "json")
    assert status in (0, 1)
    assert json.loads(out)["documents"][0]["path"].endswith("caf\\xe9.txt")
    assert claimcheck("audit", good.parent).status in (0, 1)
    assert "\\xe9" in claimcheck("audit", f"{path}x").err


def test_output_folder_missing(refused: Callable[..., str], good: Path):
    err = refused("audit", good, "--output", good.parent / "no" / "out.txt")
    assert "does not exist" in err
    assert "mkdir -p" in err


def test_output_is_a_folder(refused: Callable[..., str], good: Path):
    assert "is a folder" in refused("audit", good, "--output", good.parent)


@pytest.mark.skipif(ROOT, reason="root may write anywhere")
def test_output_folder_not_writable(refused: Callable[..., str], good: Path):
    locked = good.parent / "locked"
    locked.mkdir(mode=0o500)
    assert "not writable" in refused("audit", good, "--output", locked / "out.txt")


@pytest.mark.skipif(ROOT, reason="root may read anything")
def test_file_not_readable(refused: Callable[..., str], good: Path):
    good.chmod(0)
    assert "cannot be read" in refused("audit", good)


def test_a_folder_that_may_not_be_looked_into(
    refused: Callable[..., str], good: Path, monkeypatch: pytest.MonkeyPatch
):
    def forbidden(path: Path, **_: object) -> bool:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "is_file", forbidden)
    told = refused("audit", good)
    assert "cannot be used: Permission denied" in told
    assert str(good.parent) in told


def test_an_old_report_survives_a_failure(claimcheck: Cli, good: Path):
    out = good.parent / "out.txt"
    out.write_text("old")
    assert claimcheck("audit", good.parent / "no.txt", "--output", out).status == 2
    assert out.read_text() == "old"


def test_empty_standard_input(refused: Callable[..., str]):
    assert "standard input: is empty" in refused("audit", "-")


@pytest.mark.parametrize("close", ["head -c 1", "true"])
def test_a_closed_pipe_is_quiet(good: Path, close: str):
    for name in range(60):
        (good.parent / f"{name}.txt").write_text(GOOD.replace("400", str(400 + name)))
    done = subprocess.run(
        f'"{sys.executable}" -m claimcheck extract "{good.parent}" --format json | {close}',
        shell=True,
        capture_output=True,
        check=True,
    )
    assert done.stderr == b""


def test_closed_standard_output(good: Path):
    for command in (f'extract "{good}" >&-', f'extract "{good}" >&- 2>&-', "--help | true"):
        done = subprocess.run(
            f'"{sys.executable}" -m claimcheck {command}', shell=True, capture_output=True
        )
        assert done.stderr == b""
        assert done.returncode == 0


def test_a_full_disk_is_said_so(good: Path):
    if not Path("/dev/full").exists():
        pytest.skip("needs /dev/full")
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "claimcheck", "rule"], stdout=full, stderr=subprocess.PIPE
        )
    assert done.returncode == 2
    assert b"standard output: No space left on device" in done.stderr
    assert b"Traceback" not in done.stderr


def test_a_full_disk_stops_help_and_complaints_alike(good: Path):
    if not Path("/dev/full").exists():
        pytest.skip("needs /dev/full")
    run = [sys.executable, "-m", "claimcheck"]
    with Path("/dev/full").open("wb") as full:
        for option in ("--help", "--version"):
            done = subprocess.run([*run, option], stdout=full, stderr=subprocess.PIPE)
            assert done.returncode == 2
            assert b"standard output: No space" in done.stderr
        assert subprocess.run([*run, "audit", f"{good}x"], stderr=full).returncode == 2


@pytest.mark.parametrize("option", ["--output", "--report"])
def test_a_report_never_overwrites_an_article(refused: Callable[..., str], good: Path, option: str):
    other = good.parent / "other.txt"
    other.write_text(GOOD)
    prefix = "csv=" if option == "--report" else ""
    for paths in ((good, other), (good.parent,)):
        err = refused(
            "audit", *paths, option, f"{prefix}{good.parent}/../{good.parent.name}/{good.name}"
        )
        assert "good.txt: is read, and the report would overwrite it" in err
    assert "would overwrite" in refused(
        "check", good, "--against", other, option, f"{prefix}{other}"
    )
    assert good.read_text("utf-8") == other.read_text("utf-8") == GOOD


def test_a_report_never_overwrites_a_corpus_or_the_settings(
    refused: Callable[..., str], good: Path
):
    corpus = good.parent / "a.jsonl"
    corpus.write_text(json.dumps({"text": GOOD}) + "\n")
    settings = good.parent / "claimcheck.toml"
    settings.write_text("")
    assert "a.jsonl: is read" in refused("audit", corpus, good, "--output", corpus)
    assert "claimcheck.toml: is read" in refused("audit", good, "--output", settings)


def test_a_number_sign_in_a_name_is_no_line_of_a_corpus(claimcheck: Cli, good: Path):
    named = good.rename(good.parent / "a#1.txt")
    assert claimcheck("audit", named, "--output", good.parent / "a").status == 0


@pytest.mark.parametrize("path", ["", " "])
def test_an_empty_path_is_not_the_working_folder(
    refused: Callable[..., str], good: Path, monkeypatch: pytest.MonkeyPatch, path: str
):
    monkeypatch.chdir(good.parent)
    assert "a path is empty" in refused("audit", path)
    assert "a path is empty" in refused("check", good, "--against", path)


def test_a_link_that_leads_nowhere(refused: Callable[..., str], good: Path):
    for target in ("loop.txt", "gone.txt"):
        link = good.parent / "loop.txt"
        link.unlink(missing_ok=True)
        link.symlink_to(target)
        assert f"{link}: is a link that leads nowhere" in refused("audit", good, link)


def test_an_address_is_not_a_path(refused: Callable[..., str]):
    err = refused("audit", "https://example.org/a.html")
    assert "https://example.org/a.html: is an address, and nothing is downloaded" in err


def test_settings_for_a_path_that_does_not_exist(refused: Callable[..., str], good: Path):
    assert "no such file or folder" in refused("config", f"{good}x")


def test_init_in_a_file(refused: Callable[..., str], good: Path):
    assert "is a file, not a folder" in refused("init", good)


def test_notes_call_standard_input_by_its_name(claimcheck: Cli):
    data = "Für 400 Beschäftigte zahlt die Werft 3 Mio. €.\n".encode("cp1252")
    assert "claimcheck: standard input: not UTF-8" in claimcheck("extract", "-", stdin=data).err


def test_sources_that_the_settings_name_in_vain(refused: Callable[..., str], good: Path):
    settings = good.parent / "claimcheck.toml"
    settings.write_text('language = "de"\nagainst = ["gone/"]\n')
    for command in (("check",), ("baseline", "write")):
        err = refused(*command, good)
        assert f"{settings}:2: against: no such file or folder" in err
        assert "gone" in err
    settings.write_text('against = ["gone/*.txt"]\n')
    assert "pattern matches no file" in refused("check", good)
