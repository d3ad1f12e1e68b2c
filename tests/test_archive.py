"""The archive: claims that are stored and found again by figure and word."""

import json
import sqlite3
from pathlib import Path

import newsroom
import pytest
from conftest import Result

WERFT = "Die Kern Werft hat im Jahr 2024 einen Umsatz von 412,6 Millionen Euro erzielt."


@pytest.fixture
def stored(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, claimcheck) -> Path:
    """Return a folder with an archive of two sources."""
    monkeypatch.chdir(newsroom.build(tmp_path))
    result = claimcheck("archive", "add", "sources")
    assert (result.status, result.out) == (0, "")
    assert "claims of 2 articles stored" in result.err
    return tmp_path


def found(claimcheck, *words: str) -> list[tuple[str, str]]:
    """Return article and quote of each claim that is found."""
    result: Result = claimcheck("archive", "find", *words, "--format", "json")
    assert (result.status, result.err) == (0, "")
    hits = json.loads(result.out)
    return [(Path(hit["document"]["path"]).name, hit["claim"]["quote"]) for hit in hits]


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("412,6 Millionen Euro", ["412,6 Millionen Euro"] * 2),
        ("rund 413 Mio. Euro", ["412,6 Millionen Euro"] * 2),
        ("€412.6m revenue", ["412,6 Millionen Euro"] * 2),
        ("412,6 Millionen Dollar", []),
        ("14,3 km", ["14,3 Kilometer"] * 2),
        ("8.9 miles", ["14,3 Kilometer"] * 2),
        ("Umsatz 2023", []),
        ("Umsatz 412,6 Mio. Euro", ["412,6 Millionen Euro"] * 2),
        ("nichts davon", []),
    ],
)
def test_claims_are_found_by_figure_and_word(stored: Path, claimcheck, text: str, quotes: list):
    assert [quote for _, quote in found(claimcheck, text)] == quotes


def test_the_table_shows_the_sentence(stored: Path, claimcheck):
    out = claimcheck("archive", "find", "412,6 Mio. Euro").out
    assert " ".join(WERFT.split()[:3]) in out
    assert "Abendblatt:6" in out
    assert claimcheck("archive", "find", "999 Tonnen").out == "nothing found\n"


def test_an_open_figure_finds_what_is_near_it(tmp_path: Path, monkeypatch, claimcheck):
    monkeypatch.chdir(tmp_path)
    newsroom.write(tmp_path / "a.txt", "Die Stadt zahlt mehr als 75 Millionen Euro.\n")
    assert "1 claim of 1 article stored" in claimcheck("archive", "add", "a.txt").err
    assert len(found(claimcheck, "76,4 Millionen Euro")) == 1
    assert found(claimcheck, "400 Millionen Euro") == []


def test_names_and_words_that_are_no_unicode_do_no_harm(stored: Path, claimcheck):
    newsroom.write(stored / "odd\udcfc.txt", "Die Stadt zahlt 75 Millionen Euro.\n")
    assert claimcheck("archive", "add", "odd\udcfc.txt").status == 0
    assert len(found(claimcheck, "75 Mio. Euro")) == 1
    assert found(claimcheck, "\udcfc") == []
    assert claimcheck("archive", "remove", "odd\udcfc.txt").status == 2
    assert claimcheck("archive", "remove", r"odd\xfc.txt").status == 0


def test_an_article_that_is_added_again_is_replaced(stored: Path, claimcheck):
    newsroom.write(stored / "sources/a.txt", newsroom.article("Abendblatt", newsroom.WRONG))
    claimcheck("archive", "add", "sources/a.txt")
    assert [name for name, _ in found(claimcheck, "412,6 Mio. Euro")] == ["b.txt"]
    assert [name for name, _ in found(claimcheck, "142,6 Mio. Euro")] == ["a.txt"]


def test_articles_are_listed_and_forgotten(stored: Path, claimcheck):
    names = [
        one["name"] for one in json.loads(claimcheck("archive", "list", "--format", "json").out)
    ]
    assert names == ["sources/a.txt", "sources/b.txt"]
    assert "Abendblatt" in claimcheck("archive", "list").out
    assert claimcheck("archive", "remove", "sources/a.txt").status == 0
    assert [name for name, _ in found(claimcheck, "412,6 Mio. Euro")] == ["b.txt"]


def test_what_is_broken_is_said_and_nothing_is_changed(stored: Path, claimcheck):
    missing = claimcheck("archive", "list", "--archive", "none.db")
    assert (missing.status, "no such archive" in missing.err) == (2, True)
    assert not (stored / "none.db").exists()
    other = claimcheck("archive", "add", "sources", "--archive", "drafts/draft.md")
    assert (other.status, "cannot be used" in other.err) == (2, True)
    unknown = claimcheck("archive", "remove", "sources/a.txt", "sources/nix.txt")
    assert (unknown.status, "sources/nix.txt: is not stored" in unknown.err) == (2, True)
    assert len(found(claimcheck, "412,6 Mio. Euro")) == 2
    broken = claimcheck("archive", "add", "nix.txt", "--archive", "new.db")
    assert (broken.status, (stored / "new.db").exists()) == (2, False)


def test_a_folder_that_is_not_writable_names_the_option(stored: Path, claimcheck, monkeypatch):
    monkeypatch.setattr("os.access", lambda *_, **__: False)
    told = claimcheck("archive", "add", "sources", "--archive", "new.db")
    assert (told.status, "another folder for --archive" in told.err) == (2, True)


def test_an_archive_that_cannot_be_opened_is_named(
    stored: Path, claimcheck, monkeypatch: pytest.MonkeyPatch
):
    def refused(file: str) -> sqlite3.Connection:
        raise sqlite3.OperationalError("unable to open database file")

    monkeypatch.setattr(sqlite3, "connect", refused)
    for command in (["add", "sources"], ["list"]):
        told = claimcheck("archive", *command)
        assert (told.status, "cannot be used: unable to open" in told.err) == (2, True)
