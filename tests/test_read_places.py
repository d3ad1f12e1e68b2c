"""Where reports point to in files that have no lines, or an article on each."""

import json
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from files import pdf, saved

from claimcheck.model import Document, Span
from claimcheck.report.alerts import file_line, has_columns, location, spot

Cli = Callable[..., tuple[int, str, str]]

DRAFT = "Das Frachtschiff Marlene hat am Freitag im Sturm 1.520 Container verloren."
SOURCE = DRAFT.replace("1.520", "1.250")


@pytest.fixture
def newsroom(tmp_path: Path) -> Path:
    made = docx.Document()
    for text in ("Sturm im Hafen", DRAFT):
        made.add_paragraph(text)
    (tmp_path / "draft.docx").write_bytes(saved(made))
    rows = ("Das Wetter war gut.", SOURCE)
    (tmp_path / "k.jsonl").write_text(
        "".join(json.dumps({"text": text, "date": "2025-10-04"}) + "\n" for text in rows)
    )
    (tmp_path / "b.pdf").write_bytes(pdf([[(11, "Sturm im Hafen")], [(11, SOURCE)]]))
    return tmp_path


@pytest.fixture
def check(newsroom: Path, claimcheck: Cli, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], str]:
    monkeypatch.chdir(newsroom)

    def run(format_: str) -> str:
        draft = ("draft.docx", "--date", "2025-10-04", "--format", format_)
        return claimcheck("check", *draft, "--against", "k.jsonl", "b.pdf")[1]

    return run


def test_text_says_page_and_paragraph(check: Callable[[str], str]):
    out = check("text").replace("\u00a0", " ")
    assert "draft.docx:3:50, paragraph 2 (A" in out
    assert "k.jsonl#2:1:50" in out
    assert ", page 2" in out


def test_markdown_and_html_say_page_and_paragraph(check: Callable[[str], str]):
    out = check("markdown").replace("\u00a0", " ")
    assert "draft.docx, paragraph 2" in out
    assert "b.pdf, page 2" in out
    assert "k.jsonl#2:1" in out.replace("\\", "")
    out = check("html").replace("\u00a0", " ")
    assert ">paragraph 2</a>" in out
    assert ">page 2</a>" in out


def test_json_says_page_and_paragraph(check: Callable[[str], str]):
    claims = json.loads(check("json"))["claims"]
    spans = {(claim["document"], claim["span"].get("page"), claim["span"].get("paragraph"))
             for claim in claims if "Container" in claim["quote"]}  # fmt: skip
    assert ("draft1", None, 2) in spans
    assert 2 in {page for _, page, _ in spans}


def test_github_names_the_file_alone(check: Callable[[str], str]):
    out = check("github")
    assert "file=draft.docx,title=CC101" in out
    assert "b.pdf page 2 and k.jsonl:2 say 1,250 Container" in out


def test_sarif_has_regions_only_for_lines(check: Callable[[str], str]):
    result = json.loads(check("sarif"))["runs"][0]["results"][0]
    places = [p["physicalLocation"] for p in (*result["locations"], *result["relatedLocations"])]
    regions = {Path(p["artifactLocation"]["uri"]).name: p.get("region") for p in places}
    assert regions["draft.docx"] is None
    assert regions["b.pdf"] is None
    assert regions["k.jsonl"]["startLine"] == 2
    assert "startColumn" not in regions["k.jsonl"]


def test_rdjson_has_ranges_only_for_lines(check: Callable[[str], str]):
    out = check("rdjson")
    assert '"path": "draft.docx"' in out
    first = json.loads(out)["diagnostics"][0]
    ranges = {one["location"]["path"]: one["location"].get("range") for one in
              (first, *first["related_locations"])}  # fmt: skip
    assert ranges == {"draft.docx": None, "k.jsonl": {"start": {"line": 2}}, "b.pdf": None}


def test_junit_names_lines_only_where_there_are_some(check: Callable[[str], str]):
    out = check("junit")
    assert "k.jsonl:2: " in out
    assert "paragraph 2: " in out


@pytest.mark.parametrize(
    ("path", "file", "line"),
    [
        ("a/k.jsonl#17", "a/k.jsonl", 17),
        ("k.ndjson.gz#3", "k.ndjson.gz", 3),
        ("a#17.txt", "a#17.txt", 5),
        ("notes#17", "notes#17", 5),
        ("-#2", "-", 2),
    ],
)
def test_articles_of_a_corpus_are_lines_of_its_file(path: str, file: str, line: int):
    document, span = Document(text="", path=path), Span(9, 12, 5, 1, 5, 4)
    assert location(document) == file
    assert file_line(document, span) == line
    assert has_columns(document) == (line == 5)
    assert spot(document, span) == f"{file}:{line}"
