"""Reading files: paths, encodings, titles, and what is kept of a file."""

import hashlib
from datetime import date
from pathlib import Path

import pytest

from claimcheck.errors import InputError
from claimcheck.read import document, number, read, read_all

BODY = "Die Werft in Altenau hat am Montag 40 Leute eingestellt.\n"


def write(folder: Path, name: str, text: str = BODY, encoding: str = "utf-8") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode(encoding))
    return path


def test_a_file_is_kept_as_it_is(tmp_path: Path):
    data = b"\xef\xbb\xbfDie Werft\r\nist zu.\r\n"
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    found = read(path)
    assert found.text == "Die Werft\r\nist zu.\r\n"
    assert found.sha256 == hashlib.sha256(data).hexdigest()
    assert found.path == path.as_posix()


def test_folders_are_read_recursively_and_sorted(tmp_path: Path):
    for name in ("b.txt", "a.md", "sub/c.txt", "no.csv", ".hidden.txt", ".git/d.txt"):
        write(tmp_path, name)
    found = read_all([tmp_path])
    assert [Path(d.path or "").name for d in found] == ["a.md", "b.txt", "c.txt"]
    assert [d.id for d in found] == ["d1", "d2", "d3"]


def test_the_order_of_paths_is_of_no_account(tmp_path: Path):
    one, two = write(tmp_path, "1.txt"), write(tmp_path, "2.txt")
    assert read_all([one, two]) == read_all([two, one, one])


def test_a_file_named_in_two_ways_is_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    write(tmp_path, "sub/a.txt")
    monkeypatch.chdir(tmp_path)
    assert [d.path for d in read_all(["sub/../sub/a.txt", "sub", "sub/*.txt"])] == ["sub/a.txt"]


def test_patterns(tmp_path: Path):
    write(tmp_path, "x/a.txt")
    write(tmp_path, "x/y/b.txt")
    assert len(read_all([f"{tmp_path}/**/*.txt"])) == 2
    with pytest.raises(InputError, match="matches no file"):
        read_all([f"{tmp_path}/*.nothing"])


def test_brackets_in_a_name_are_no_pattern(tmp_path: Path):
    assert read_all([write(tmp_path, "a[1].txt")])[0].text == BODY


def test_numbering_is_by_path_and_content():
    one = document(BODY.encode(), path="b")
    two = document(BODY.encode(), path="a")
    assert [d.path for d in number([one, two], "draft")] == ["a", "b"]
    assert [d.id for d in number([one, two], "draft")] == ["draft1", "draft2"]


@pytest.mark.parametrize(
    ("encoding", "note"),
    [("utf-8", None), ("cp1252", "Windows-1252"), ("utf-16", "UTF-16")],
)
def test_encodings(tmp_path: Path, encoding: str, note: str | None):
    text = "Für die Brücke über die Große Aue zahlt die Stadt 3,5 Mio. €.\n"
    found = read(write(tmp_path, "a.txt", text, encoding))
    assert found.text == text
    assert (note in " ".join(found.notes)) if note else not found.notes


def test_a_damaged_character_does_not_make_utf8_windows(tmp_path: Path):
    path = tmp_path / "a.txt"
    path.write_bytes("Für die Brücke über die Große Aue".encode() + b" \xc3\n")
    found = read(path)
    assert found.text.startswith("Für die Brücke")
    assert "line 1" in found.notes[0]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Werft stellt ein\n\nIn Altenau wächst die Werft.", "Werft stellt ein"),
        ("# Werft stellt ein\nIn Altenau wächst die Werft.", "Werft stellt ein"),
        ("Was wird aus der Werft?\nIn Altenau wächst sie.", "Was wird aus der Werft?"),
        ("In Altenau wächst die Werft.\nSie stellt ein.", None),
        ("- Werft stellt ein\nIn Altenau wächst die Werft.", None),
        ("Werft stellt ein", None),
        ("---\ntitle: Neue Stellen\n---\nWerft stellt ein\nDie Werft wächst.", "Neue Stellen"),
    ],
)
def test_titles(text: str, title: str | None):
    assert document(text.encode(), path="a.txt").title == title


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Die Stadt baut und der Rat ist dafür.", "de"),
        ("The town builds and the council is for it.", "en"),
        ("---\nlang: en-GB\n---\nDie Stadt baut.", "en"),
    ],
)
def test_languages(text: str, code: str):
    assert document(text.encode(), path="a.txt").language == code


def test_a_language_that_cannot_be_told_is_said_so():
    found = document(b"4711 GPU", path="a.txt")
    assert found.language
    assert "--language" in found.notes[0]
    assert document(b"4711 GPU", path="a.txt", language="en").notes == ()


def test_the_date_of_the_front_matter_wins_over_the_option_and_that_over_the_text():
    text = "Stand: 3. Mai 2025\n\nDie Werft ist zu.\n"
    front = "---\npublished: 2025-05-01\n---\n"
    option = date(2025, 5, 2)
    both = document((front + text).encode(), path="a.txt", published=option)
    assert (both.published, both.published_from) == (date(2025, 5, 1), "front matter")
    given = document(text.encode(), path="a.txt", published=option)
    assert (given.published, given.published_from) == (option, "option")
    alone = document(text.encode(), path="a.txt")
    assert (alone.published, alone.published_from) == (date(2025, 5, 3), "text")
    assert alone.text[alone.published_at or 0 :].startswith("3. Mai 2025")


def test_dates_by_name(tmp_path: Path):
    a, b = write(tmp_path, "a.txt"), write(tmp_path, "b.txt")
    found = read_all([a, b], published={"b.txt": date(2025, 1, 2)})
    assert [d.published for d in found] == [None, date(2025, 1, 2)]
    with pytest.raises(InputError, match=r"c\.txt"):
        read_all([a, b], published={"c.txt": date(2025, 1, 2)})
