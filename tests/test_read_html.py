"""Web pages: the article and nothing around it, and what the page says of itself."""

import sys
import time
from datetime import date

import pytest

from claimcheck import extract
from claimcheck.errors import InputError
from claimcheck.model import Document
from claimcheck.read import document
from claimcheck.read.page_meta import page_meta
from claimcheck.read.page_text import main_text
from claimcheck.read.page_tree import parse

PAGE = """<!DOCTYPE html>
<html lang="de"><head><meta charset="utf-8">
<title>Sturm: 1.250 Container verloren | Altenauer Anzeiger</title>
<style>.box { width: 77px }</style><script>var n = [99, 77];</script></head>
<body class="no-sidebar has-cookie-banner">
<div id="cookie-consent"><p>Wir und unsere 843 Partner verwenden Cookies. PUR-Abo 3,99 Euro.</p>
</div>
<header><a href="/">Altenauer Anzeiger</a><p>Seit 1868, heute 14 Grad.</p></header>
<nav><ul><li><a href="/s">Sport 3:1</a></li></ul></nav>
<main><article>
<header><p>Unwetter an der Küste</p><h1>Sturm im Hafen: 1.250 Container &uuml;ber&nbsp;Bord</h1>
<div class="shareBar"><span>127 mal geteilt</span></div></header>
<p>Das Frachtschiff &bdquo;Marlene&ldquo; hat am Freitag 1.250 Container verloren, sagt der Hafen.
Der Schaden liegt bei rund 40 Millionen&nbsp;Euro.
<p>An Bord waren 23 Seeleute.<br>Zwei von ihnen wurden leicht verletzt, wie die Reederei sagte.
<!-- Zahl pruefen: 55 -->
<div class="ad-slot"><p>Jetzt 50 Prozent Rabatt auf Regenjacken.</p></div>
<p><b>Lesen Sie auch:</b> <a href="/x">Wie 2019 schon einmal 342 Container untergingen</a></p>
<h2>Suche dauert an</h2>
<ul><li>310 Container sind gefunden, teilte die Polizei am Sonntag mit.<li>12 davon haben Gefahrgut
geladen, so der Hafen.</ul>
<table><tr><th>Jahr<th>Container<tr><td>2019<td>342</table>
<p>Der Hafen will die Suche bis Ende Oktober fortsetzen, dafür stehen fünf Schiffe bereit.
<section class="related-articles"><h3>Lesen Sie auch</h3>
<ul><li><a href="/y">Sturm kostet 8 Menschen das Leben</a></ul></section>
</article>
<section id="comments"><h2>17 Kommentare</h2><p>Das waren bestimmt 3.000 Container!</p></section>
</main>
<aside><h2>Meistgelesen</h2><ol><li><a href="/1">31 Grad im Oktober</a></ol></aside>
<footer><p>Auflage 84.000 Stück, gedruckt in Altenau.</p></footer></body></html>"""

INSIDE = (
    "1.250 Container über\u00a0Bord",
    "40 Millionen",
    "23 Seeleute",
    "310 Container",
    "2019 | 342",
)
AROUND = ("843", "3,99", "1868", "3:1", "127", "99", "77", "55", "50 Prozent", "8 Menschen",
          "17 Komm", "3.000", "31 Grad", "84.000", "<", "&")  # fmt: skip


def html(text: str | bytes, name: str = "a.html") -> Document:
    return document(text.encode() if isinstance(text, str) else text, path=name)


@pytest.fixture(params=["trafilatura", "plain rules"])
def reader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Read once with trafilatura and once without."""
    if request.param == "plain rules":
        monkeypatch.setitem(sys.modules, "trafilatura", None)
    return str(request.param)


def test_the_article_and_nothing_around_it(reader: str):
    found = html(PAGE)
    text = found.text.replace("über Bord", "über\u00a0Bord")
    assert [words for words in INSIDE if words not in text] == []
    assert [words for words in AROUND if words in text] == []
    assert found.notes == (
        () if reader == "trafilatura" else
        ("main text found by plain rules: trafilatura is not installed",)
    )  # fmt: skip


def test_claims_slice_the_text_and_say_their_paragraph(reader: str):
    found = html(PAGE)
    claims = extract(found)
    assert len(claims) >= 6
    for claim in claims:
        assert found.text[claim.span.start : claim.span.end] == claim.quote
        assert found.text.split("\n\n")[(claim.span.paragraph or 0) - 1].count(claim.quote) >= 1


def test_plain_rules_leave_out_lists_of_links_and_hidden_text(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    page = PAGE.replace(
        "<h2>Suche", '<p hidden>Version 9</p><p style="display:none">8</p><h2>Suche'
    )
    text = html(page).text
    assert "342 Container untergingen" not in text
    assert "Version 9" not in text
    assert text.startswith("# Sturm im Hafen")


def test_a_headline_that_the_main_text_lacks_is_put_on_top(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    page = (
        "<h1>Hafen verliert 1.250 Container</h1><main><p>"
        + "Die Suche dauert an. " * 40
        + "</main>"
    )
    assert html(page).text.startswith("# Hafen verliert 1.250 Container\n\nDie Suche")


OLD = """<HTML><TITLE>Sturm</TITLE><BODY><TABLE><TR><TD><A HREF=a.html>Politik</A><BR>
<A HREF=b.html>Wetter: 14 Grad</A></TD><TD><B>Sturm kostet 40 Millionen Euro</B><BR><BR>
Altenau - Am Freitag hat ein Frachtschiff bei einem Sturm 1.250 Container verloren, sagte die
Reederei am Samstag.<BR><BR>An Bord waren 23 Seeleute. Zwei von ihnen wurden leicht verletzt,
wie die Polizei in Altenau mitteilte. Der Hafen blieb in der Nacht 14 Stunden gesperrt.<BR><BR>
Die Suche nach den Containern dauert bis Ende Oktober, sie kostet 85.000 Euro am Tag.
</TD></TR></TABLE></BODY></HTML>"""


def test_tables_that_lay_out_an_old_page_are_no_data(reader: str):
    parts = html(OLD).text.strip().split("\n\n")
    assert parts[0].endswith("Sturm kostet 40 Millionen Euro")
    assert parts[-1].startswith("Die Suche nach den Containern")
    assert "Wetter" not in "".join(parts)
    assert " | " not in "".join(parts)


def test_lists_in_lists_are_read_once(reader: str):
    page = PAGE.replace("sind gefunden, teilte", "sind gefunden:<ul><li>120 am Strand<li>190 im"
                        " Wasser</ul><li>Das teilte")  # fmt: skip
    text = html(page).text
    assert "- 310 Container sind gefunden:\n\n- 120 am Strand\n\n- 190 im Wasser\n\n- Das" in text
    assert text.count("120") == 1


def test_a_headline_without_a_tag_of_its_own_is_known_by_the_title(reader: str):
    lines = (
        "Hafen verliert 1.250 Container",
        "Teilen",
        *2
        * (
            "Das Schiff hat am Freitag im Sturm Container verloren, wie die Reederei sagte.",
            "Es waren nach Angaben der Polizei in Altenau auch 23 Seeleute an Bord.",
        ),
    )
    page = "".join(f"<div class=x>{line}</div>" for line in lines)
    text = html(f"<title>Hafen verliert 1.250 Container</title><body>{page}").text
    assert text.removeprefix("# ").startswith("Hafen verliert 1.250 Container\n\n")
    assert text.count("Hafen verliert") == 1


LD = '<script type="application/ld+json">{}</script>'
ARTICLE = (
    '{"@type": ["NewsArticle"], "headline": "Sturm &amp; Schaden", "datePublished":'
    ' "2025-10-04T23:30:00-05:00", "dateModified": "2025-10-09", "url": "https://a.example/1",'
    ' "publisher": {"@type": "Organization", "name": "Nordpost"}}'
)
OTHER = ARTICLE.replace("/1", "/2").replace("10-04", "10-01")
OG = (
    '<meta property="og:title" content="Sturm"><meta property="og:site_name" content="Nordpost">'
    '<meta property="og:url" content="https://a.example/1">'
    '<meta property="article:published_time" content="2025-10-04T06:00:00+02:00">'
)


@pytest.mark.parametrize(
    ("head", "said"),
    [
        (LD.format(ARTICLE), ("Sturm & Schaden", "Nordpost", "https://a.example/1", "2025-10-04")),
        (LD.format('{"@graph": [{"@type": "WebSite"}, ' + ARTICLE + "]}"),
         ("Sturm & Schaden", "Nordpost", "https://a.example/1", "2025-10-04")),
        ('<link rel="canonical" href="https://a.example/2">' + LD.format(f"[{ARTICLE}, {OTHER}]"),
         ("Sturm & Schaden", "Nordpost", "https://a.example/2", "2025-10-01")),
        (OG, ("Sturm", "Nordpost", "https://a.example/1", "2025-10-04")),
        (OG + LD.format(ARTICLE),
         ("Sturm & Schaden", "Nordpost", "https://a.example/1", "2025-10-04")),
        (LD.format("{broken") + OG, ("Sturm", "Nordpost", "https://a.example/1", "2025-10-04")),
        (LD.format('{"@type": "Organization", "name": "Nordpost"}'), ("", "", "", "None")),
        (LD.format('[[[[{"@type": 5, "headline": {}}]]]]'), ("", "", "", "None")),
        ("<title>Sturm im Hafen – Nordpost</title>", ("Sturm im Hafen", "", "", "None")),
        ("<title>Sturm</title><h1>Sturm im Hafen</h1>", ("Sturm im Hafen", "", "", "None")),
        ('<link rel=canonical href="https://www.nordpost.example/1">',
         ("", "nordpost.example", "https://www.nordpost.example/1", "None")),
        ("<!-- saved from url=(0021)https://a.example/1 --><link rel=canonical href=/2>",
         ("", "a.example", "https://a.example/2", "None")),
        ('<link rel=canonical href="javascript:alert(1)">', ("", "", "", "None")),
        ('<meta name="date" content="gestern"><time datetime="2025-10-04">4.10.</time>',
         ("", "", "", "2025-10-04")),
        ('<time datetime="2025-10-04">x</time><time datetime="2025-10-05">x</time>',
         ("", "", "", "None")),
        ('<meta name="date" content="2025-13-45">', ("", "", "", "None")),
    ],
)  # fmt: skip
def test_what_a_page_says_of_itself(head: str, said: tuple[str, str, str, str]):
    meta = page_meta(parse(head), head)
    assert (meta.title, meta.outlet, meta.url, str(meta.published)) == said


def test_the_date_of_a_page_is_metadata_and_wins_over_an_option():
    found = document(
        PAGE.replace("</head>", OG + "</head>").encode(), path="a.html", published=date(2020, 1, 1)
    )
    assert (str(found.published), found.published_from) == ("2025-10-04", "metadata")


@pytest.mark.parametrize(
    ("lang", "text", "code", "notes"),
    [
        ("de", "GPU 4711, GPU 4712", "de", 0),
        ("en-GB", "GPU 4711, GPU 4712", "en", 0),
        ("en", "Die Werft in Altenau hat am Montag 40 Leute eingestellt.", "de", 0),
        ("fr", "Le port des Sables a perdu 40 conteneurs.", "de", 1),
    ],
)
def test_the_words_tell_the_language_before_the_page_does(
    lang: str, text: str, code: str, notes: int
):
    found = html(f'<html lang="{lang}"><body><p>{text}</p><p>{text}</p></body></html>')
    assert found.language == code
    assert len([note for note in found.notes if "the page says" in note]) == notes


@pytest.mark.parametrize(
    ("charset", "encoding"),
    [("iso-8859-1", "cp1252"), ("windows-1252", "cp1252"), ("utf-8", "utf-8"), ("", "utf-8"),
     ("", "cp1252"), ("utf-8", "cp1252"), ("klingon", "utf-8"), ("utf-16", "utf-16")],
)  # fmt: skip
def test_encodings(charset: str, encoding: str):
    page = PAGE.replace("utf-8", charset).replace("40 Millionen&nbsp;Euro", "40 Mio. €")
    assert "40 Mio. €" in html(page.encode(encoding)).text
    assert "Küste" in page.encode(encoding).decode(encoding)


def test_a_page_saved_as_one_file(reader: str):
    data = (
        "From: <Saved by Blink>\r\nSubject: Sturm\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; type="text/html"; boundary="xx"\r\n\r\n--xx\r\n'
        "Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
        f"{PAGE}\r\n--xx\r\nContent-Type: text/css\r\n\r\np {{}}\r\n--xx--\r\n"
    )
    assert "23 Seeleute" in html(data, "a.mhtml").text
    assert "23 Seeleute" in html(data, "-").text


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("", "is empty"),
        ("<html><body><script>1</script></body></html>", "has no text"),
        ('<html><head><meta name="generator" content="claimcheck 1.0"></head><p>x', "is a report"),
        ("\x00\x01\x02" * 400, "binary"),
    ],
)
def test_pages_that_are_refused(page: str, words: str):
    with pytest.raises(InputError, match=words) as raised:
        html(page)
    assert raised.value.hint


@pytest.mark.parametrize(
    "piece", ["<div>", "<p>", "<", "<!--", "</p>", "<a href='", "&#", "<table><tr><td>", "<li>"]
)
def test_a_page_of_nothing_but_tags_ends_in_time(piece: str):
    page = "<html><p>Text für alle.</p>" + piece * (30_000 // len(piece))
    start = time.process_time()
    parse(page)
    assert main_text(parse(page))[0].text.startswith("Text für alle.")
    assert time.process_time() - start < 20
