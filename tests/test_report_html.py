import json
import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser

import msgspec
import pytest
from sample_report import document, sample
from test_report_formats import evil

from claimcheck.report import FORMATS, ReportOptions
from claimcheck.report.html.markup import Markup, el, join, web
from claimcheck.report.json import as_dict, dumps

VOID = {"meta", "br"}


class Page(HTMLParser):
    """Reads a page into its elements, their text, and what is wrong with them."""

    def __init__(self, text: str):
        super().__init__()
        self.open, self.elements, self.problems = [], [], []
        self.text: dict[str, list[str]] = {}
        self.feed(text)
        self.close()
        self.problems += [f"open: {name}" for name in self.open]

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.problems.append(f"end of {tag}")

    def handle_data(self, data):
        if self.open:
            self.text.setdefault(self.open[-1], []).append(data)

    def all(self, tag):
        return [attrs for name, attrs in self.elements if name == tag]


def page(report=None, **options) -> tuple[str, Page]:
    text = FORMATS["html"](report or sample(), ReportOptions(**options))
    return text, Page(text)


@pytest.mark.parametrize("report", [sample(), evil()], ids=["sample", "evil"])
def test_the_page_is_well_formed_and_its_links_lead_somewhere(report):
    _, found = page(report)
    assert found.problems == []
    ids = [attrs["id"] for _, attrs in found.elements if "id" in attrs]
    assert len(ids) == len(set(ids))
    targets = [attrs["href"] for attrs in found.all("a") if attrs["href"].startswith("#")]
    assert {target[1:] for target in targets} <= set(ids)
    labelled = [attrs["for"] for attrs in found.all("label")]
    assert labelled == [attrs["id"] for attrs in found.all("textarea")]


def test_nothing_is_fetched_and_only_the_own_style_and_script_may_run():
    text, found = page()
    assert not re.search(r"\s(src|srcset|style|on\w+)=", text)
    assert not {"link", "img", "iframe", "object", "base", "form"} & {n for n, _ in found.elements}
    policy = found.all("meta")[1]["content"]
    assert policy.startswith("default-src 'none'; ")

    def hashed(body: str) -> str:
        return f"'sha256-{b64encode(sha256(body.encode()).digest()).decode()}'"

    style = text.partition("<style>")[2].partition("</style>")[0]
    script = text.partition("<script>")[2].partition("</script>")[0]
    assert f"style-src {hashed(style)}" in policy
    assert f"script-src {hashed(script)}" in policy


def test_what_an_article_says_is_text_and_never_markup():
    text, found = page(evil())
    assert "<b>" not in text
    assert "javascript:" not in {attrs.get("href", "")[:11] for attrs in found.all("a")}
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]", text)


def test_the_report_is_embedded_and_cannot_end_its_script():
    nasty = msgspec.structs.replace(
        sample(), documents=(document("d1", title="</script><script>alert(1)</script>"),
                             *sample().documents[1:]),
    )  # fmt: skip
    text, found = page(nasty)
    assert "</script><script>alert" not in text
    embedded = text.partition('id="report">')[2].partition("</script>")[0]
    assert json.loads(embedded) == json.loads(dumps(as_dict(nasty)))
    assert found.problems == []


def test_the_card_shows_both_sides_and_why():
    text, found = page()
    assert found.all("article") == [{"class": "card error", "id": "f-aaaaaa"}]
    assert text.count('<section class="side">') == 2
    assert "<mark>48,3 Millionen Dollar</mark>" in text
    assert "Why not both can be true" in text
    assert "the same number stands with another currency" in text


def test_the_matrix_links_each_value_to_its_quote():
    text, _ = page()
    rows = re.findall(r'<tr data-verdict="(\w+)">', text)
    assert rows == ["contradiction", "update", "agreement", "single", "single"]
    assert re.search(r'<a href="#c\d+" title="rund 4\.200 Menschen">~4,200\xa0people</a>', text)


def test_a_development_is_a_chart_with_its_words():
    text, found = page()
    (chart,) = found.all("svg")
    assert chart["role"] == "img"
    assert "2025-05-05\u00a012\u00a0people" in chart["aria-label"]
    assert text.count("<circle") == 3


def test_the_articles_are_there_in_full():
    text, found = page()
    assert len(found.all("details")) == 3
    assert '<span class="skipped" title="part of a name">H100</span>' in text
    shown = re.sub(r"<[^>]+>", "", text.partition('lang="en">')[2])
    assert "has seen three owners come and go" in shown


def test_labels_in_both_languages():
    assert '<html lang="de">' in page(language="de")[0]
    assert "Widersprüche" in page(language="de")[0]
    assert '<html lang="en">' in page(language="fr")[0]


def test_markup():
    assert el("a", "<&>", href='"', class_=None, hidden=True) == (
        '<a href="&quot;" hidden>&lt;&amp;&gt;</a>'
    )
    assert el("p", ["a", Markup("<b></b>")]) == "<p>a<b></b></p>"
    assert join(["<", Markup("<br>")], " & ") == "&lt; &amp; <br>"


def test_only_web_addresses_are_linked():
    assert web("https://example.org/a#top", "48-3 euros") == (
        "https://example.org/a#:~:text=48%2D3%20euros"
    )
    assert web("javascript:alert(1)") is None
    assert web(None) is None
    assert web("https://example.org/ b") is None


def test_many_sources_have_no_columns_of_their_own():
    base = sample()
    more = tuple(document("d1", id=f"e{n}", path=f"e{n}.txt") for n in range(20))
    crowded = msgspec.structs.replace(base, documents=(*base.documents, *more))
    text, found = page(crowded)
    matrix = text.partition('id="matrix-table"')[2].partition("</table>")[0]
    assert matrix.count('<th scope="col">') == 3
    assert set(re.findall(r'data-verdict="(\w+)"', matrix)) == {
        "contradiction", "update", "agreement"
    }  # fmt: skip
    assert "4,200\xa0people" in matrix
    assert found.problems == []


def test_a_quotation_is_prose_with_its_paragraphs_apart():
    from claimcheck import audit
    from claimcheck.read import document

    head = (
        "# Werft baut aus\n\n<!-- claimcheck: ignore CC101 checked -->\n**Die Werft** in Altenau "
    )
    tail = "Menschen.\n\nDer Rat tagt.\n\n- Eins\n- Zwei\n"
    texts = (f"{head}beschäftigt {count} {tail}" for count in (400, 500))
    read = [document(one.encode(), path=f"{i}.md") for i, one in enumerate(texts)]
    shown = re.findall(
        r"<blockquote.*?</blockquote>", FORMATS["html"](audit(read), ReportOptions()), re.DOTALL
    )
    assert len(shown) == 2
    for quotation in shown:
        assert "claimcheck" not in quotation
        assert "#" not in quotation
        assert "*" not in quotation
        assert quotation.startswith('<blockquote lang="de">Werft baut aus<br>')
        assert "</mark>.<br>Der Rat tagt.<br>- Eins<br>- Zwei" in quotation
