import re
from datetime import date

import msgspec
import pytest
from rich.cells import cell_len
from sample_report import TEXTS, claim, comparison, document, fact, sample, span

from claimcheck.model import Finding, Period, Report, Summary, Suppressed
from claimcheck.report import FORMATS, ReportOptions
from claimcheck.report.excerpt import window
from claimcheck.report.page import Page, wrap
from claimcheck.report.show import UnknownId, show
from claimcheck.report.view import View

WIDTHS = (60, 80, 100, 140)
VALUES = (
    "48.3 mn USD",
    "48.3 mn EUR",
    "4,200 people",
    "12 people",
    "1,234,567,890 EUR",
    "2025-05-06",
)


def text(report: Report | None = None, **options) -> str:
    return FORMATS["text"](report or sample(), ReportOptions(**options))


@pytest.mark.parametrize("matrix", [False, True])
@pytest.mark.parametrize("ascii", [False, True])
@pytest.mark.parametrize("width", WIDTHS)
def test_every_width_holds_every_number(width, ascii, matrix):
    page = text(width=width, ascii=ascii, matrix=matrix, show=frozenset({"all"}))
    assert max(map(cell_len, page.splitlines())) <= width
    for value in VALUES:
        assert value in page
    assert page.isascii() or not ascii
    assert "\u00a0" not in page
    assert page.endswith("\n")


def test_without_colour_there_are_no_escapes_and_with_it_the_words_are_the_same():
    plain, colored = text(), text(color=True)
    assert "\x1b" not in plain
    assert "\x1b[" in colored
    stripped = re.sub(r"\x1b\[[\d;]*m", "", colored)
    assert [line.rstrip() for line in stripped.splitlines()] == plain.splitlines()


def test_the_quote_is_underlined_and_read():
    lines = text(width=100).splitlines()
    (index,) = [i for i, line in enumerate(lines) if "^^^" in line]
    quote = "48,3 Millionen Dollar"
    assert lines[index].index("^") == lines[index - 1].index(quote)
    assert lines[index].count("^") == len(quote)
    assert lines[index].endswith("= 48.3 mn USD")
    assert "--> press/d2.txt:4:31" in text(width=100)


def test_the_order_is_contradictions_agreements_updates_and_the_rest():
    heads = re.findall(r"^([A-Z][A-Z ,]+) \(", text(show=frozenset({"all"})), re.M)
    assert heads == [
        "CONTRADICTIONS", "AGREEMENTS", "UPDATES, WHAT CHANGED OVER TIME",
        "LOOK ALIKE, NOT COMPARED", "IN ONE SOURCE ONLY", "SKIPPED",
    ]  # fmt: skip


def test_reasons_hints_and_what_was_inferred():
    page = text()
    for note in (
        "same fact: same subject, same measure",
        "in doubt: different noun",
        "not both true: the same number cannot be euros and dollars",
        "hint: the same number stands with another currency",
        "certainty: 0.93",
        "B:4 subject",
        "claimcheck show f-aaaaaa",
        "note B: read as Windows-1252",
        "line 1, inferred",
    ):
        assert note in page


def test_the_line_of_development():
    assert (
        "2025-05-05 12 people (A:4) → 2025-05-06 15 people (B:5) → ≈ 2025-05-07 19 people (C:2)"
    ) in text(width=120)


def test_the_last_line_says_why_the_status_is_what_it_is():
    assert text().splitlines()[-1] == ("exit 1: 1 finding at or above --fail-on error (1 error)")
    assert text(fail_on="never").splitlines()[-1] == "exit 0: --fail-on never, with 1 error"
    warned = msgspec.structs.replace(sample().findings[0], level="warning")
    report = msgspec.structs.replace(sample(), findings=(warned,))
    assert (
        text(report, width=140)
        .splitlines()[-1]
        .startswith("exit 0: nothing at or above --fail-on error; 1 warning")
    )
    calm = msgspec.structs.replace(sample(), findings=())
    assert text(calm).splitlines()[-1] == "exit 0: nothing at or above --fail-on error"


def test_look_alikes_name_a_shared_subject_once_and_show_what_differs():
    quarter = Period("dem Quartal", date(2025, 4, 1), date(2025, 6, 30))
    about = {"subject": "Nordlicht"}
    a = claim("d1", "48.3 million", "48300000", "EUR", measure=("Erlöse", "x"), **about)
    b = claim("d2", "48,3 Millionen", "48300000", "USD", measure=("Umsatz", "x"), **about)
    b = msgspec.structs.replace(b, period=quarter)
    report = Report(
        documents=(document("d1"), document("d2")),
        claims=(a, b),
        comparisons=(comparison(a, b, "not_comparable", "scope", level="info"),),
        facts=(),
        findings=(),
        skipped=(),
        summary=Summary(2, 2, 0, 0, 0, 0, 1),
    )
    rows = text(report, width=120).partition("LOOK ALIKE")[2]
    assert "Nordlicht · Erlöse / Umsatz" in rows
    assert "48.3 mn EUR, no period" in rows
    assert "48.3 mn USD, Q2 2025" in rows


def test_the_value_that_most_sources_contradict_comes_first():
    born = {"kind": "date", "measure": ("born", "birth")}
    a = claim("d1", "4,200", "1923", "date", **born)
    b = claim("d2", "4.200", "1932-04-22", "date", **born)
    c = claim("d3", "2024", "1923-04-22", "date", **born)
    held = fact("f-1", "Page · birth", [a, b, c], "contradiction", 3)
    finding = Finding("CC201-1", "CC201", "error", "Page", (a.id, b.id, c.id), "f-1")
    report = Report(
        documents=(document("d1"), document("d2"), document("d3")),
        claims=(a, b, c),
        comparisons=(
            comparison(a, b, "contradiction", "date"),
            comparison(b, c, "contradiction", "date"),
            comparison(a, c, "agreement", "same_value"),
        ),
        facts=(held,),
        findings=(finding,),
        skipped=(),
        summary=Summary(3, 3, 1, 1, 2, 0, 0),
    )
    (block,) = View(report, ReportOptions()).blocks
    assert [value.reading for value in block.values] == ["1932-04-22", "1923", "1923-04-22"]


def test_quiet_prints_findings_and_the_reason_alone():
    page = text(quiet=True)
    assert "AGREEMENTS" not in page
    assert page.startswith("CONTRADICTIONS (1)")


def test_quiet_prints_what_is_asked_for():
    assert "AGREEMENTS" in text(quiet=True, show=frozenset({"agreements"}))
    assert "SKIPPED" not in text(quiet=True, show=frozenset({"agreements"}))
    assert "not mentioned" in text(quiet=True, matrix=True)


def test_drafts_are_counted_apart_and_one_article_alone_is_told():
    assert "from 1 draft and 2 sources" in text(drafts=frozenset({"d1"})).replace("\n", " ")
    assert "from 3 sources" in text()
    lone = msgspec.structs.replace(
        sample(), documents=(document("d1"),), claims=(), facts=(), findings=(), comparisons=()
    )
    assert "there is nothing to compare it with" in text(lone).replace("\n", " ")


def test_what_became_of_the_claims_of_a_draft():
    told = text(drafts=frozenset({"d1"})).replace("\n", " ")
    assert "4 claims under check: 1 confirmed, 1 contradicted, 1 updated, 1 only alike." in told
    assert "under check" not in text()


def test_an_empty_report():
    empty = Report(
        documents=(), claims=(), comparisons=(), facts=(), findings=(), skipped=(),
        summary=Summary(documents=0, claims=0, facts=0, agreements=0, contradictions=0, updates=0,
                        not_comparable=0),
    )  # fmt: skip
    assert "0 claims from 0 sources" in text(empty)


def test_a_fact_that_many_claims_hold_is_one_block():
    names = [f"d{i}" for i in range(1, 13)]
    body = "Harlow employs 1,250 people.\n"
    odd = "Harlow employs 1,520 people.\n"
    documents = [
        document("d1", id=name, path=f"{name}.txt", text=odd if name == "d7" else body)
        for name in names
    ]
    claims = []
    for item in documents:
        quote = item.text[15:27]
        one = claim(
            "d1", quote, quote[:5].replace(",", ""), "person", kind="count", text=item.text,
            subject="Harlow", measure=("employs", "staff"),
        )  # fmt: skip
        claims.append(msgspec.structs.replace(one, id=f"{item.id}:15", document=item.id))
    bad = claims[6]
    good = [c for c in claims if c is not bad]
    findings = tuple(
        Finding(id=f"x-{c.id}", rule="CC101", level="error", message="Harlow · staff: 1,520 alone",
                claims=(c.id, bad.id), fact="f-staff1")
        for c in good
    )  # fmt: skip
    report = msgspec.structs.replace(
        sample(), documents=tuple(documents), claims=tuple(claims), skipped=(), findings=findings,
        comparisons=tuple(comparison(c, bad, "contradiction", "value") for c in good),
        facts=(fact("f-staff1", "Harlow · staff", claims, "contradiction", 12),),
    )  # fmt: skip
    page = text(report)
    assert page.count("error[CC101]") == 1
    assert page.count("-->") == 3
    assert page.index("1,520 people") < page.index("1,250 people")
    assert "1,250 people also in C:1 D:1 E:1 F:1 H:1 I:1 J:1 K:1 +1" in page
    grouped = text(report, group_by="document")
    assert "G  d7.txt" in grouped
    assert "CC101 value-conflict\n" in text(report, group_by="rule")


def test_what_an_article_smuggles_in_never_reaches_the_terminal():
    nasty = "Nordlicht \x1b[31mpaid\x07 \x9b48 euros\x1b]0;title\x07 \u202etoday.\n"
    start = span(nasty, "48 euros")
    one = claim("d1", "48 euros", "48", "EUR", text=nasty, subject="No\x1b[2Jrd\x00licht")
    other = claim("d2", "48,3 Millionen Dollar", "48300000", "USD")
    report = msgspec.structs.replace(
        sample(), claims=(one, other), skipped=(),
        documents=(document("d1", text=nasty, path="\x1b[1mevil\udcff.txt", title="\x1b[0m"),
                   document("d2")),
        comparisons=(comparison(one, other, "contradiction", "value", explanation="\x1b[5mno"),),
        facts=(fact("f-1", "No\x1b[2Jrd", [one, other], "contradiction", 2),),
        findings=(Finding(id="x", rule="CC101", level="error", message="\x1b[7mwhy\nnot",
                          claims=(one.id, other.id), fact="f-1"),),
    )  # fmt: skip
    assert start.line == 1
    for page in (text(report), text(report, ascii=True), show(report, "f-1", ReportOptions())):
        assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e\udc80-\udcff]", page)
        page.encode("utf-8")


def test_show_finds_facts_findings_claims_and_places():
    report, options = sample(), ReportOptions()
    assert "same subject +2.12" in show(report, "f-aaaaaa", options)
    assert show(report, "f-a", options) == show(report, "#f-aaaaaa", options)
    assert show(report, "x-1", options) == show(report, "f-aaaaaa", options)
    found = show(report, "A:4", options)
    assert found == show(report, "a:4", options)
    assert "claim d1:" in found
    assert "allowed by the wording: 12 to 12" in found
    assert "agreement, 2 independent sources" in show(report, "f-b", options)
    first = report.claims[0]
    quantity = msgspec.structs.replace(first.quantity, inferred=("currency",))
    twice = msgspec.structs.replace(first, quantity=quantity, inferred=("currency", "subject"))
    report = msgspec.structs.replace(report, claims=(twice, *report.claims[1:]))
    assert "inferred: currency, subject\n" in show(report, twice.id, options)


def test_show_names_what_is_near_when_there_is_no_such_id():
    with pytest.raises(UnknownId, match="did you mean f-bbbbbb") as caught:
        show(sample(), "f-bbbbbc", ReportOptions())
    assert caught.value.near[0] == "f-bbbbbb"
    with pytest.raises(UnknownId, match="f-"):
        show(sample(), "f-", ReportOptions())


@pytest.mark.parametrize("room", range(24, 120, 7))
def test_a_window_fits_and_keeps_the_span(room):
    line = TEXTS["d1"].splitlines()[2]
    start = line.index("48.3")
    cut = window(line[:start], line[start : start + 18], line[start + 18 :], room, 12)
    assert cut.span == "48.3 million euros"
    assert len("".join(cut)) <= room


def test_wrapping_breaks_long_words_but_no_numbers():
    assert wrap("a/very/long/path/name.txt", 12) == ["a/very/long/", "path/", "name.txt"]
    assert wrap("1,234,567,890", 5) == ["1,234,567,890"]
    assert wrap("in 1,234,567 cases", 6) == ["in", "1,234,567", "cases"]
    assert wrap("", 10) == []


def test_a_table_too_narrow_for_its_columns_becomes_paragraphs():
    from claimcheck.report.page import Cell, Column

    page = Page(40)
    page.table(
        [[Cell("x" * 30), Cell("1,234,567,890"), Cell("end")]], [Column(), Column(), Column()]
    )
    assert "1,234,567,890" in page.plain()
    assert all(len(line) <= 40 for line in page.plain().splitlines())


def test_a_fact_with_many_values_quotes_a_few_and_names_the_rest():
    counts = ["1,110", "1,220", "1,330", "1,440", "1,550", "1,660"]
    documents, claims = [], []
    for index, count in enumerate(counts):
        body = f"Harlow employs {count} people.\n"
        item = document("d1", id=f"e{index}", path=f"e{index}.txt", text=body)
        one = claim("d1", f"{count} people", count.replace(",", ""), "person", kind="count",
                    text=body, subject="Harlow", measure=("employs", "staff"))  # fmt: skip
        documents.append(item)
        claims.append(msgspec.structs.replace(one, id=f"{item.id}:15", document=item.id))
    pairs = [comparison(claims[0], other, "contradiction", "value") for other in claims[1:]]
    report = msgspec.structs.replace(
        sample(), documents=tuple(documents), claims=tuple(claims), comparisons=tuple(pairs),
        facts=(fact("f-1", "Harlow", claims, "contradiction", 6),), skipped=(),
        findings=(Finding(id="x", rule="CC101", level="error", message="Harlow: many",
                          claims=tuple(c.id for c in claims), fact="f-1"),),
    )  # fmt: skip
    page = text(report)
    assert page.count("-->") == 4
    assert "and against these: 1,550 people (E:1) and 1,660 people (F:1)" in page
    assert show(report, "f-1", ReportOptions()).count("-->") == 6


def test_what_is_silenced_is_counted_and_listed():
    silenced = Suppressed(sample().findings[0], "setting", "checked by phone", "claimcheck.toml:3")
    report = msgspec.structs.replace(sample(), findings=(), suppressed=(silenced,))
    short = text(report)
    assert "Silenced: 1 by the settings." in short
    assert "--show silenced" in short
    shown = text(report, show=frozenset({"silenced"}))
    assert "SILENCED (1)" in shown
    assert "by the settings (claimcheck.toml:3)" in " ".join(shown.split())
