"""Which files are read, and what `sources.toml` says of them."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from claimcheck import audit
from claimcheck.errors import ConfigError, InputError
from claimcheck.read import read, read_all
from claimcheck.read.formats import SUFFIXES
from claimcheck.read.patterns import Patterns
from claimcheck.read.sources import date_in

Cli = Callable[..., tuple[int, str, str]]

BODY = "Die Werft in Altenau hat am Montag 40 Leute eingestellt.\n"
SOURCES = """
[[source]]
files = ["dpa/*", "*-dpa.txt"]
outlet = "dpa"
rank = 1
lang = "de"
published = "name"

[[source]]
files = "*"
outlet = "Nordpost"
published = 2025-09-01
"""


def write(folder: Path, name: str, text: str = BODY) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


@pytest.fixture
def news(tmp_path: Path) -> Path:
    write(tmp_path, "sources.toml", SOURCES)
    return tmp_path


def test_the_first_table_that_matches_gives_a_key(news: Path):
    agency = read(write(news, "dpa/2025-09-02-werft.txt"))
    assert (agency.source, agency.rank, agency.language) == ("dpa", 1, "de")
    assert (agency.published, agency.published_from) == (date(2025, 9, 2), "option")
    other = read(write(news, "x/werft.txt"))
    assert (other.source, other.rank, other.published) == ("Nordpost", None, date(2025, 9, 1))


def test_front_matter_says_more_than_sources_toml(news: Path):
    found = read(
        write(news, "a-dpa.txt", f"---\nsource: AP\npublished: 2025-01-02\nlang: en\n---\n{BODY}")
    )
    assert (found.source, found.language, found.published) == ("AP", "en", date(2025, 1, 2))
    assert found.rank == 1


def test_the_outlet_of_sources_toml_goes_before_that_of_a_page(news: Path):
    page = f'<html><meta property="og:site_name" content="Die Nordpost GmbH"><p>{BODY}'
    found = read(write(news, "a.html", page + '<meta name="date" content="2025-09-05">'))
    assert (found.source, found.published) == ("Nordpost", date(2025, 9, 5))


def test_an_option_goes_before_sources_toml(news: Path):
    path = write(news, "a.txt")
    assert read(path, published=date(2025, 9, 9)).published == date(2025, 9, 9)


def test_the_nearest_sources_toml_counts(news: Path):
    write(news, "blog/sources.toml", '[[source]]\nfiles = ["*"]\noutlet = "Blog"\n')
    assert read(write(news, "blog/deep/a.txt")).source == "Blog"


def test_another_programs_sources_toml_is_passed_over(news: Path):
    write(news, "sub/sources.toml", "[registry]\nurl = 'x'\n")
    assert read(write(news, "sub/a.txt")).source == "Nordpost"


def test_official_sources_are_named_first(news: Path):
    first = "Die Werft in Altenau hat am Montag 40 Leute eingestellt, teilte die Werft mit.\n"
    a = write(news, "a.txt", first)
    b = write(news, "b-dpa.txt", first.replace("40", "45"))
    report = audit([read(a), read(b)])
    assert [d.rank for d in report.documents] == [None, 1]
    assert "the official source (dpa)" in "".join(f.message for f in report.findings)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[[source]]\nfiles = 'x", "not valid TOML"),
        ("[[sources]]\nfiles = ['x']", "unknown table 'sources'"),
        ("[source]\nfiles = ['x']", "no list of tables"),
        ("[[source]]\noutlet = 'dpa'", "files is missing"),
        ("[[source]]\nfiles = ['x']\nrnak = 1", "unknown key 'rnak'"),
        ("[[source]]\nfiles = []", "files makes no sense"),
        ("[[source]]\nfiles = ['x']\nrank = 0", "rank makes no sense"),
        ("[[source]]\nfiles = ['x']\nlang = 'xx'", "lang makes no sense"),
        ("[[source]]\nfiles = ['x']\noutlet = ''", "outlet makes no sense"),
        ("[[source]]\nfiles = ['x']\npublished = '2.9.2025'", "published makes no sense"),
    ],
)
def test_a_broken_sources_toml_is_named(text: str, words: str, tmp_path: Path):
    file = write(tmp_path, "sources.toml", text)
    with pytest.raises(ConfigError, match=words) as raised:
        read(write(tmp_path, "a.txt"))
    assert raised.value.place == str(file)
    assert raised.value.hint


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("2025-09-02-werft.txt", date(2025, 9, 2)),
        ("werft_20250902.html", date(2025, 9, 2)),
        ("2025.09.02.md", date(2025, 9, 2)),
        ("werft-2025-09-02-2025-09-03.txt", None),
        ("werft-2025-02-30.txt", None),
        ("agentur-1202509021.txt", None),
        ("02-09-2025.txt", None),
    ],
)
def test_dates_in_file_names(name: str, day: date | None):
    assert date_in(name) == day


@pytest.mark.parametrize(
    ("pattern", "path", "matches"),
    [
        ("*.pdf", "a/b.pdf", True),
        ("archive", "news/archive/b.txt", True),
        ("archive/", "archive/b.txt", True),
        ("archive", "archives/b.txt", False),
        ("news/*.txt", "x/news/b.txt", True),
        ("./news/**", "news/y/b.txt", True),
        ("**/drafts/*", "drafts/b.txt", True),
        ("b", "a/b.txt", False),
        ("", "a.txt", False),
    ],
)
def test_patterns(pattern: str, path: str, matches: bool):
    assert Patterns([pattern]).match(path) == matches


def test_excluded_files_and_folders_are_not_read(tmp_path: Path):
    for name in ("a.txt", "b.md", "old/c.txt", "old/deep/d.txt"):
        write(tmp_path, name)

    def names(*exclude: str) -> list[str]:
        return [Path(d.path or "").name for d in read_all([tmp_path], exclude=exclude)]

    assert names() == ["a.txt", "b.md", "c.txt", "d.txt"]
    assert names("old") == ["a.txt", "b.md"]
    assert names("*.md", "deep") == ["a.txt", "c.txt"]
    with pytest.raises(InputError, match="no article to read"):
        names("*")


def test_exclude_holds_for_patterns_and_the_configuration(claimcheck: Cli, tmp_path: Path):
    for name in ("a.txt", "b.txt"):
        write(tmp_path, name)
    assert "b.txt" not in claimcheck("extract", f"{tmp_path}/*.txt", "--exclude", "b.*").out
    write(tmp_path, "claimcheck.toml", 'exclude = ["a.txt"]\n')
    assert "a.txt" not in claimcheck("extract", tmp_path).out


def test_standard_input_has_the_settings_and_sources_of_its_name(
    claimcheck: Cli, news: Path, monkeypatch: pytest.MonkeyPatch
):
    write(news, "claimcheck.toml", 'fail_on = "never"\n')
    write(news, "dpa/b.txt", BODY.replace("40", "45"))
    a = write(news, "x/a.txt")
    named = ("--stdin-filename", news / "dpa/2025-09-02.txt", "--verbose")
    done = claimcheck("audit", "-", a, *named, stdin=BODY.replace("40", "45").encode())
    assert "2025-09-02.txt" in done.err
    assert str(news / "claimcheck.toml") in done.err
    assert "dpa" in done.out


def test_the_folder_that_a_browser_saves_beside_a_page_is_no_article(tmp_path: Path):
    write(tmp_path, "Werft.html", f"<p>{BODY}")
    write(tmp_path, "Werft_files/frame.html", f"<p>{BODY}")
    write(tmp_path, "Werft-Dateien/frame.html", f"<p>{BODY}")
    write(tmp_path, "other_files/a.txt")
    assert [Path(d.path or "").name for d in read_all([tmp_path])] == ["Werft.html", "a.txt"]


def test_all_formats_in_a_folder_are_read(tmp_path: Path):
    write(tmp_path, "a.txt")
    write(tmp_path, "b.MD")
    write(tmp_path, "c.htm", f"<p>{BODY}")
    write(tmp_path, "d.jsonl", f'{{"text": "{BODY.strip()}"}}')
    write(tmp_path, "e.csv", "1,2")
    found = [Path(d.path or "").name for d in read_all([tmp_path])]
    assert found == ["a.txt", "b.MD", "c.htm", "d.jsonl#1"]


def test_the_guide_names_every_suffix():
    guide = (Path(__file__).parent.parent / "docs/inputs.md").read_text("utf-8")
    assert [suffix for suffix in SUFFIXES if f"`{suffix}`" not in guide] == []
