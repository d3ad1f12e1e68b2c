"""Corpora of an article a line, packed files, standard input."""

import gzip
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
import zstandard
from files import HARBOUR, pdf

from claimcheck import extract
from claimcheck.errors import InputError
from claimcheck.read import article as bounds
from claimcheck.read import read, read_all

Cli = Callable[..., tuple[int, str, str]]

ROWS = [
    {"text": HARBOUR[0], "title": "Sturm", "published": "2025-10-04", "source": "Nordpost",
     "lang": "de-DE", "url": "https://a.example/1"},
    {"id": 7, "maintext": HARBOUR[1], "date": "2025-10-05T10:00:00Z", "source": "https://www.b.example/2",
     "source-hostname": "b.example", "title": None},
]  # fmt: skip
LINES = b"\n".join(json.dumps(row).encode() for row in ROWS)


def write(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(
    ("name", "pack"),
    [("a.jsonl", bytes), ("a.ndjson", bytes), ("a.jsonl.gz", gzip.compress),
     ("a.jsonl.zst", zstandard.compress)],
)  # fmt: skip
def test_each_line_is_an_article(name: str, pack: Callable[[bytes], bytes], tmp_path: Path):
    first, second = read_all([write(tmp_path, name, pack(LINES + b"\n\n"))])
    assert first.path == f"{tmp_path}/{name}#1"
    assert (first.text, first.title, first.source) == (HARBOUR[0], "Sturm", "Nordpost")
    assert (first.language, first.url) == ("de", "https://a.example/1")
    assert (first.published, first.published_from) == (date(2025, 10, 4), "metadata")
    assert (second.path, second.text, second.source) == (
        f"{tmp_path}/{name}#2",
        HARBOUR[1],
        "b.example",
    )
    assert second.published == date(2025, 10, 5)
    assert first.sha256 != second.sha256
    for claim in extract(second):
        assert second.text[claim.span.start : claim.span.end] == claim.quote


def test_articles_are_numbered_by_line(tmp_path: Path):
    path = write(tmp_path, "a.jsonl", LINES.replace(b"\n", b"\n" * 10))
    assert [d.path for d in read_all([path])] == [f"{path}#1", f"{path}#11"]
    many = write(tmp_path, "b.jsonl", b"\n".join([LINES] * 6))
    assert [(d.path or "").partition("#")[2] for d in read_all([many])] == [
        str(n) for n in range(1, 13)
    ]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (b'{"text": "abc', "the line is no JSON"),
        (b"Die Werft ist zu.", "the line is no JSON"),
        (b"[" * 100_000, "the line is no JSON"),
        (b"[1, 2]", "no object"),
        (b'{"headline": "x"}', "has no `text`"),
        (b'{"text": " "}', "empty text"),
        (b'{"text": 5}', "`text` is int, not text"),
        (b'{"text": "Die Werft", "date": "4.10.2025"}', "is not ISO"),
        (b'{"text": "Die Werft", "date": "2025-13-01"}', "is not ISO"),
        (b'{"text": "Die Werft", "lang": "xx"}', "does not know"),
        ('{"text": "Für die"}'.encode("cp1252"), "not UTF-8"),
    ],
)
def test_a_broken_line_is_named(line: bytes, words: str, tmp_path: Path):
    path = write(tmp_path, "a.jsonl", LINES + b"\n" + line + b"\n" + LINES)
    with pytest.raises(InputError, match=words) as raised:
        read_all([path])
    assert raised.value.place == f"{path}:3"
    assert raised.value.hint


def test_odd_json_is_read(tmp_path: Path):
    line = (
        b'\xef\xbb\xbf{"text": "Die Werft \\ud800 hat\t40 Leute und die Stadt auch.", "text2": NaN}'
    )
    assert "40 Leute" in read(write(tmp_path, "a.jsonl", line)).text


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.jsonl", b"", "is empty"),
        ("a.jsonl", b"\n\n", "is empty"),
        ("a.jsonl.gz", gzip.compress(LINES)[:-20], "ends in the middle|damaged"),
        ("a.jsonl.gz", LINES, "is not packed as its name says"),
        ("a.jsonl.zst", LINES, "is not packed as its name says"),
        (
            "a.jsonl.zst",
            zstandard.compress(LINES * 9000)[:-20],
            "the line is no JSON|middle|damaged",
        ),
        ("a.txt.gz", gzip.compress(bytes(2_000_000)), "binary"),
        ("a.txt.gz", b"", "is empty"),
    ],
)
def test_broken_packing(name: str, data: bytes, words: str, tmp_path: Path):
    with pytest.raises(InputError, match=words):
        read_all([write(tmp_path, name, data)])


def test_a_bomb_is_not_unpacked_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(bounds, "LARGEST", 1_000_000)
    monkeypatch.setattr(bounds, "LONGEST_LINE", 1_000_000)
    bomb = gzip.compress(b" a" * 20_000_000, 1)
    with pytest.raises(InputError, match="is larger than 1 MB"):
        read(write(tmp_path, "a.txt.gz", bomb))
    with pytest.raises(InputError, match="the line is longer than 1 MB") as raised:
        read(write(tmp_path, "a.jsonl.gz", bomb))
    assert raised.value.place.endswith("a.jsonl.gz:1")


def test_a_window_that_takes_much_memory_is_refused(tmp_path: Path):
    parameters = zstandard.ZstdCompressionParameters(window_log=30, enable_ldm=True)
    packed = zstandard.ZstdCompressor(compression_params=parameters).compressobj()
    data = packed.compress(LINES) + packed.flush()
    with pytest.raises(InputError, match="window of more than 128 MB"):
        read_all([write(tmp_path, "a.jsonl.zst", data)])


def test_any_format_may_be_packed(tmp_path: Path):
    path = write(tmp_path, "a.pdf.gz", gzip.compress(pdf([[(11, line) for line in HARBOUR]])))
    assert "1.250 Container" in read(path).text


def test_read_takes_one_article(tmp_path: Path):
    with pytest.raises(InputError, match="2 articles, not one"):
        read(write(tmp_path, "a.jsonl", LINES))


PIPED = [
    (LINES, [], ["-#1", "-#2"]),
    (LINES, ["--stdin-filename", "k.jsonl"], ["k.jsonl#1", "k.jsonl#2"]),
    (gzip.compress(LINES), ["--stdin-filename", "k.jsonl.gz"], ["k.jsonl.gz#1", "k.jsonl.gz#2"]),
    (pdf([[(11, line) for line in HARBOUR]]), [], ["-"]),
    (f"<!doctype html><p>{HARBOUR[0]}".encode(), [], ["-"]),
    (f"<p>{HARBOUR[0]}".encode(), ["--stdin-filename", "news/a.html"], ["news/a.html"]),
    (HARBOUR[0].encode(), ["--stdin-filename", "draft.md"], ["draft.md"]),
]


@pytest.mark.parametrize(("data", "options", "paths"), PIPED)
def test_standard_input(data: bytes, options: list[str], paths: list[str], claimcheck: Cli):
    status, out, _ = claimcheck("extract", "-", "--format", "json", *options, stdin=data)
    found = json.loads(out)
    assert status == 0
    assert [row["path"] for row in found["documents"]] == paths
    assert found["claims"]
    assert all("<" not in claim["quote"] for claim in found["claims"])


def test_standard_input_is_read_once(claimcheck: Cli):
    status, _, err = claimcheck("check", "-", "--against", "-", stdin=HARBOUR[0].encode())
    assert status == 2
    assert "named twice" in err


def test_a_packed_standard_input_needs_a_name(claimcheck: Cli):
    status, _, err = claimcheck("audit", "-", stdin=gzip.compress(LINES))
    assert status == 2
    assert "--stdin-filename" in err


def test_the_same_note_on_many_articles_is_said_in_short(claimcheck: Cli, tmp_path: Path):
    path = write(tmp_path, "a.jsonl", b'{"text": "GPU 4711"}\n' * 9)
    err = claimcheck("extract", path)[2]
    assert err.count("language not recognised") == 5
    assert "5 more articles: language not recognised" in err
