"""Word and PDF files: what is read of them, where it stands, and what is refused."""

from pathlib import Path

import docx
import pytest
from docx.oxml import OxmlElement
from docx.shared import Pt
from files import HARBOUR, encrypted, pdf, saved, zipped

from claimcheck import extract
from claimcheck.errors import InputError
from claimcheck.model import Document
from claimcheck.read import document
from claimcheck.read.pdf_text import Line, join_pages, looks_broken


def word(*paragraphs: str) -> bytes:
    made = docx.Document()
    for text in paragraphs:
        made.add_paragraph(text)
    return saved(made)


def element(name: str, *children: object, text: str = "") -> object:
    made = OxmlElement(name)
    if text:
        made.text = text
    for child in children:
        made.append(child)
    return made


def holds_the_law(read: Document) -> None:
    claims = extract(read)
    assert claims
    for claim in claims:
        assert read.text[claim.span.start : claim.span.end] == claim.quote


def test_word_headings_lists_and_tables():
    made = docx.Document()
    made.add_heading("Sturm im Hafen", 0)
    made.add_paragraph(HARBOUR[0])
    made.add_heading("Der Schaden", 2)
    made.add_paragraph("310 Container sind gefunden", style="List Bullet")
    table = made.add_table(2, 2)
    for cell, text in zip(table._cells, ("Jahr", "Container", "2019", "342"), strict=True):
        cell.text = text
    found = document(saved(made), path="a.docx")
    assert found.text.split("\n\n") == [
        "# Sturm im Hafen", HARBOUR[0], "## Der Schaden", "- 310 Container sind gefunden",
        "Jahr | Container", "2019 | 342\n",
    ]  # fmt: skip
    assert found.title == "Sturm im Hafen"
    assert found.published is None
    holds_the_law(found)


def test_word_claims_say_their_paragraph():
    claims = extract(document(word("Sturm im Hafen", "", *HARBOUR), path="a.docx"))
    assert {claim.span.paragraph for claim in claims} == {2, 3}
    assert {claim.span.page for claim in claims} == {None}


def test_word_changes_are_read_as_accepted_and_comments_not_at_all():
    made = docx.Document()
    paragraph = made.add_paragraph("Es waren ")
    new = element("w:r", element("w:t", text="1.250"))
    old = element("w:r", element("w:delText", text="1.520"))
    paragraph._p.append(element("w:ins", new))
    paragraph._p.append(element("w:del", old))
    paragraph.add_run(" Container.")
    made.add_comment(paragraph.runs, text="Wirklich 99?", author="K", initials="K")
    hidden = paragraph.add_run(" Hier stehen 77.")
    hidden.font.hidden = True
    assert document(saved(made), path="a.docx").text == "Es waren 1.250 Container.\n"


def test_a_deleted_paragraph_end_joins_two_paragraphs():
    made = docx.Document()
    first = made.add_paragraph("Es waren 1.250")
    first.paragraph_format.space_after = Pt(3)
    first._p.pPr.append(element("w:rPr", element("w:del")))
    made.add_paragraph(" Container.")
    assert document(saved(made), path="a.docx").text == "Es waren 1.250 Container.\n"


def test_word_content_controls_and_links_are_read():
    made = docx.Document()
    inside = element("w:p", element("w:hyperlink", element("w:r", element("w:t", text=HARBOUR[0]))))
    made.element.body.insert(0, element("w:sdt", element("w:sdtContent", inside)))
    assert document(saved(made), path="a.docx").text == HARBOUR[0] + "\n"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "is empty"),
        (word(HARBOUR[0])[:900], "damaged"),
        (zipped({"a.txt": b"text"}), "no Word file"),
        (zipped({"word/document.xml": b"<broken"}), "no Word file|damaged"),
        (zipped({"[Content_Types].xml": b"<broken", "word/document.xml": b"x"}), "damaged"),
        (zipped({"[Content_Types].xml": b"x", "word/a.xml": bytes(120_000_000)}), "unpacks to"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "old Office file, or one with a pass"),
        (word(), "has no text"),
        (HARBOUR[0].encode(), "damaged"),
    ],
)
def test_broken_word_files(data: bytes, words: str):
    with pytest.raises(InputError, match=words) as raised:
        document(data, path="a.docx")
    assert raised.value.hint


ARTICLE = [
    [(20, "Sturm im Hafen"), (11, ""), (11, "Das Frachtschiff Marlene hat am Frei-"),
     (11, "tag im Sturm in der Nord- und der Ost-"), (11, "see 1.250 Container verloren, teilte"),
     (11, "die Reederei mit."), (11, ""), (11, "Der Schaden liegt bei rund 40 Milli-")],
    [(11, "onen Euro. An Bord waren 23 Leute."), (9, "2")],
]  # fmt: skip


def test_pdf_lines_become_paragraphs_over_pages():
    found = document(pdf(ARTICLE), path="a.pdf")
    assert found.text.split("\n\n") == [
        "## Sturm im Hafen",
        "Das Frachtschiff Marlene hat am Freitag im Sturm in der Nord- und der Ostsee 1.250"
        " Container verloren, teilte die Reederei mit.",
        "Der Schaden liegt bei rund 40 Millionen Euro. An Bord waren 23 Leute.\n",
    ]
    assert found.title == "Sturm im Hafen"
    holds_the_law(found)


def test_pdf_claims_say_their_page():
    claims = extract(document(pdf(ARTICLE), path="a.pdf"))
    pages = {claim.quote: claim.span.page for claim in claims}
    assert pages["rund 40 Millionen Euro"] == 1
    assert pages["23 Leute"] == 2


@pytest.mark.parametrize(
    ("above", "below", "joined"),
    [
        ("Grafik-", "prozessoren", "Grafikprozessoren"),
        ("Nord-", "und Ostsee", "Nord- und Ostsee"),
        ("CDU-", "Politiker", "CDU-Politiker"),
        ("15-", "jährige", "15-jährige"),
        ("2020-", "2025", "2020-2025"),
        ("Container\u00ad", "schiff", "Containerschiff"),
        ("vier –", "oder fünf", "vier – oder fünf"),
    ],
)
def test_words_that_a_line_end_cuts(above: str, below: str, joined: str):
    text, _ = join_pages([[Line(f"Dies ist {above}"), Line(f"{below} und so weiter")]])
    assert joined in text


def test_pdf_running_heads_and_page_numbers_are_left_out():
    pages = [
        [(9, "Altenauer Anzeiger 4.10.2025"), (11, text), (9, f"Seite {n} von 3")]
        for n, text in enumerate(("Es waren 40.", "Es waren 50.", "Es waren 60."), start=1)
    ]  # fmt: skip
    text = document(pdf(pages), path="a.pdf").text
    assert "Anzeiger" not in text
    assert "Seite" not in text
    assert text.count("Es waren") == 3


def test_what_a_browser_prints_around_a_page_is_left_out():
    around = (8, "29.11.26, 15:07 Hafen wird teurer"), (8, "https://example.org/hafen 1/1")
    printed = [*ARTICLE[0], *around]
    shown = document(pdf([printed]), path="a.pdf").text
    assert shown == document(pdf([ARTICLE[0]]), path="a.pdf").text
    dated = [(11, "12.03.2026, 14:05 Uhr"), *ARTICLE[0]]
    assert "14:05 Uhr" in document(pdf([dated]), path="a.pdf").text


def test_pdf_ligatures_and_accents_are_plain_letters():
    text, _ = join_pages([[Line("Der ﬁnanzielle Schaden fu\u0308r Ko\u0308ln")]])
    assert text == "Der finanzielle Schaden für Köln\n"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (" ".join("Es waren vierzig Leute an Bord" * 3), "letters stand apart"),
        ("\ue001\ue002\ue003 waren da " * 20, "unknown characters"),
        ("Wortaneinandergereihtohneleerzeichenundende " * 10, "blanks are missing"),
        ("Xqp vfg Jkl wrt Zzu opl hgf Dsa qwe Rtz uio" * 10, "no common word"),
        ("Die Werft hat am Montag und auch am Dienstag 40 Leute eingestellt. " * 10, ""),
    ],
)
def test_broken_text_is_said_so(text: str, words: str):
    assert words in looks_broken(text)
    assert bool(words) == bool(looks_broken(text))


def test_pages_without_text_are_noted():
    found = document(pdf([*ARTICLE, []]), path="a.pdf")
    assert found.notes == ("no text on page 3: pictures are not read",)


def test_a_pdf_that_only_its_owner_may_change_is_read():
    assert "1.250" in document(encrypted(pdf(ARTICLE), ""), path="a.pdf").text


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "is empty"),
        (b"Die Werft ist zu.", "no PDF file"),
        (b"%PDF-1.7\n%broken", "damaged|only pictures"),
        (pdf(ARTICLE)[:500], "damaged|only pictures"),
        (pdf([[], []]), "only pictures of pages"),
        (encrypted(pdf(ARTICLE), "secret"), "password"),
    ],
)
def test_broken_pdf_files(data: bytes, words: str):
    with pytest.raises(InputError, match=words) as raised:
        document(data, path="a.pdf")
    assert raised.value.hint


@pytest.mark.parametrize(
    ("name", "data", "hint"),
    [
        ("a.txt", pdf(ARTICLE), "rename it to a.pdf"),
        ("a.docx", pdf(ARTICLE), "rename it to a.pdf"),
        ("a.pdf", word(HARBOUR[0]), "rename it to a.docx"),
        ("a.md", word(HARBOUR[0]), "rename it to a.docx"),
        ("a.pdf", b"<!DOCTYPE html><html><p>Bitte anmelden", "rename it to a.html"),
        ("a.txt", b"\n<HTML lang=de><p>Text", "rename it to a.html"),
        ("a.txt", b"{\\rtf1 Text}", "save it as .docx"),
        ("a.jsonl.gz", b"{}", "suffix"),
        ("a.json", b'[{"text": "x"}]', "jq -c"),
        ("a.txt", b"\x1f\x8b\x08\x00rest", "rename it to a.txt.gz"),
    ],
)  # fmt: skip
def test_a_suffix_that_does_not_fit(name: str, data: bytes, hint: str, tmp_path: Path):
    with pytest.raises(InputError) as raised:
        document(data, path=name)
    assert hint in raised.value.hint
    assert raised.value.place.startswith(name)


@pytest.mark.parametrize(
    ("name", "module", "package"),
    [("a.docx", "docx", "python-docx"), ("a.pdf", "pypdf", "pypdf[crypto]"),
     ("a.txt.zst", "zstandard", "zstandard")],
)  # fmt: skip
def test_a_library_that_is_missing(
    name: str, module: str, package: str, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setitem(__import__("sys").modules, module, None)
    with pytest.raises(InputError, match="not installed") as raised:
        document({"a.docx": word("x"), "a.pdf": pdf(ARTICLE)}.get(name, b"x"), path=name)
    assert "pip install" in raised.value.hint
    assert package in raised.value.hint
