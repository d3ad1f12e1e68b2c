import csv
import json
import re
from io import StringIO
from xml.etree import ElementTree

import msgspec
import pytest
from sample_report import TEXTS, claim, comparison, document, fact, sample

from claimcheck.model import Finding, Report
from claimcheck.report import FORMATS, ReportOptions
from claimcheck.report.csv import COLUMNS

EVIL = 'No|rd*\x1b[31m::error::<b>&"\x07%0A\u0001\nlicht'


def rendered(name: str, report: Report | None = None, **options) -> str:
    return FORMATS[name](report or sample(), ReportOptions(**options))


def evil() -> Report:
    one = claim("d1", "48.3 million euros", "48300000", "EUR", subject=EVIL)
    two = claim("d2", "48,3 Millionen Dollar", "48300000", "USD", subject="=1+1", speaker=EVIL)
    return msgspec.structs.replace(
        sample(), claims=(one, two), skipped=(),
        documents=(document("d1", path=f"{EVIL}.txt", title=EVIL, source=EVIL, url=EVIL),
                   document("d2", path="/abs/ü b\udcfc.txt", url="javascript:alert(1)")),
        comparisons=(comparison(one, two, "contradiction", "currency", explanation=EVIL),),
        facts=(fact("f-1", EVIL, [one, two], "contradiction", 2),),
        findings=(Finding(id="x", rule="CC102", level="error", message=EVIL,
                          claims=(one.id, two.id), fact="f-1"),),
    )  # fmt: skip


def test_places_that_say_the_same_are_named_together():
    a = claim("d1", "48.3 million euros", "48300000", "EUR")
    b = claim("d2", "48,3 Millionen Dollar", "48300000", "USD")
    c = claim("d3", "48,3 Millionen Euro", "48300000", "EUR")
    claims = (b.id, a.id, c.id)
    report = msgspec.structs.replace(
        sample(), claims=(a, b, c), facts=(fact("f-1", "price", [a, b, c], "contradiction", 3),),
        comparisons=(comparison(a, b, "contradiction", "currency"),
                     comparison(b, c, "contradiction", "currency")),
        findings=(Finding("x", "CC102", "error", "price", claims, "f-1"),),
    )  # fmt: skip
    assert "(press/d1.txt:3 and press/d3.txt:1 say 48.3 mn EUR)" in rendered("github", report)


def test_every_format_is_the_same_twice_and_ends_its_last_line():
    for name in FORMATS:
        assert rendered(name) == rendered(name)
        assert rendered(name).endswith("\n")


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_no_format_passes_control_characters_or_surrogates_on(name):
    text = rendered(name, evil())
    text.encode("utf-8")
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]", text)


def test_sarif_has_what_code_scanning_needs():
    log = json.loads(rendered("sarif"))
    assert log["version"] == "2.1.0"
    assert log["$schema"].endswith("sarif-2.1.0.json")
    (run,) = log["runs"]
    assert run["columnKind"] == "unicodeCodePoints"
    rules = run["tool"]["driver"]["rules"]
    (result,) = run["results"]
    assert rules[result["ruleIndex"]]["id"] == result["ruleId"] == "CC102"
    assert rules[0]["name"] == "UnitOrCurrencyConflict"
    assert result["level"] == "error"
    assert "press/d1.txt:3 and press/d3.txt:1 say 48.3 mn EUR" in result["message"]["text"]
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "press/d2.txt"
    region = place["region"]
    start = region["charOffset"]
    assert TEXTS["d2"][start : start + region["charLength"]] == region["snippet"]["text"]
    assert (region["startLine"], region["startColumn"]) == (4, 31)
    assert [related["id"] for related in result["relatedLocations"]] == [1, 2]
    assert result["partialFingerprints"] == {"claimcheckFinding/v1": "x-1"}


def test_sarif_escapes_paths():
    (result,) = json.loads(rendered("sarif", evil(), drafts=frozenset({"d2"})))["runs"][0][
        "results"
    ]
    uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri == "file:///abs/%C3%BC%20b%FC.txt"


def test_the_draft_is_where_a_finding_is_pinned():
    for draft, path in (("d1", "press/d1.txt"), ("d2", "press/d2.txt")):
        report = json.loads(rendered("rdjson", drafts=frozenset({draft})))
        assert report["diagnostics"][0]["location"]["path"] == path


def test_look_alikes_and_updates_are_no_alerts():
    assert "CC401" not in rendered("sarif") + rendered("github") + rendered("rdjson")


def test_github_prints_one_command_a_finding():
    (line,) = rendered("github").splitlines()
    assert line.startswith(
        "::error file=press/d2.txt,line=4,endLine=4,title=CC102 unit-or-currency-conflict,"
        "col=31,endColumn=52::Nordlicht · price: the same number"
    )


def test_github_commands_cannot_be_smuggled_in():
    (line,) = rendered("github", evil(), drafts=frozenset({"d1"})).splitlines()
    head, _, message = line.removeprefix("::").partition("::")
    assert "%3A%3Aerror%3A%3A" in head
    assert "%250A" in head
    assert "%250A" in message


def test_rdjson_counts_columns_in_bytes():
    report = json.loads(rendered("rdjson"))
    assert report["source"] == {"name": "claimcheck"}
    (one,) = report["diagnostics"]
    assert one["severity"] == "ERROR"
    assert one["code"] == {"value": "CC102"}
    assert one["location"]["range"] == {
        "start": {"line": 4, "column": 31},
        "end": {"line": 4, "column": 52},
    }
    body = "Für 48 Euro."
    umlaut = claim("d1", "48 Euro", "48", "EUR", text=body)
    other = claim("d2", "48,3 Millionen Dollar", "48300000", "USD")
    report = msgspec.structs.replace(
        evil(), claims=(umlaut, other), documents=(document("d1", text=body), document("d2")),
        facts=(), comparisons=(),
        findings=(Finding(id="x", rule="CC101", level="warning", message="m",
                          claims=(umlaut.id, other.id), fact=None),),
    )  # fmt: skip
    (one,) = json.loads(rendered("rdjson", report))["diagnostics"]
    assert one["location"]["range"]["start"] == {"line": 1, "column": 6}


def test_junit_passes_agreements_and_fails_contradictions():
    root = ElementTree.fromstring(rendered("junit").encode("utf-8"))
    assert root.tag == "testsuites"
    suite = root.find("testsuite")
    assert (suite.get("tests"), suite.get("failures"), suite.get("skipped")) == ("3", "1", "0")
    cases = {case.get("name"): case for case in suite}
    failure = cases["Nordlicht · price #f-aaaaaa"].find("failure")
    assert failure.get("type") == "CC102"
    assert "press/d2.txt:4: 48.3 mn USD = 48,3 Millionen Dollar" in failure.text
    assert cases["Nordlicht · staff #f-bbbbbb"].find("failure") is None


def test_junit_fails_nothing_that_does_not_fail_the_run():
    root = ElementTree.fromstring(rendered("junit", fail_on="never").encode("utf-8"))
    assert root.get("failures") == "0"


def test_junit_is_well_formed_whatever_the_article_holds():
    root = ElementTree.fromstring(rendered("junit", evil()).encode("utf-8"))
    assert "<b>" in root.find("testsuite/testcase").get("name")


def test_csv_has_a_row_for_each_claim_and_two_columns_for_a_person():
    rows = list(csv.DictReader(StringIO(rendered("csv"))))
    assert tuple(rows[0]) == COLUMNS
    assert COLUMNS[-2:] == ("ruling", "checked_by")
    assert len(rows) == len(sample().claims)
    assert [row["verdict"] for row in rows][:3] == ["contradiction"] * 3
    assert rows[0]["value"] == "48300000"
    assert rows[0]["quote"] == "48.3 million euros"
    assert (rows[0]["path"], rows[0]["line"]) == ("press/d1.txt", "3")
    assert {row["ruling"] + row["checked_by"] for row in rows} == {""}


def test_csv_cells_are_no_formulas():
    rows = list(csv.DictReader(StringIO(rendered("csv", evil()))))
    assert rows[1]["subject"] == "'=1+1"


def test_markdown_shows_findings_and_folds_the_rest():
    text = rendered("markdown")
    assert text.startswith("## claimcheck: 1 error, 0 warnings in 10 claims of 3 articles\n")
    assert "### 🔴 error CC102 unit-or-currency-conflict" in text
    assert "| press/d2.txt:4 (Küstenbote) | 48.3 mn USD · Nordlicht · paid (price) |" in text
    assert text.count("<details>") == text.count("</details>") == 3
    assert text.splitlines()[-1].startswith("exit 1:")


def test_markdown_escapes_what_comes_from_articles():
    text = rendered("markdown", evil())
    assert "javascript:" not in text
    assert "<b>" not in text
    assert r"No\|rd\*::error::\<b\>&amp;" in text
    for line in text.splitlines():
        if line.startswith("|"):
            assert len(re.findall(r"(?<!\\)\|", line)) in (4, 5)


def test_markdown_names_the_places_that_it_does_not_quote():
    from claimcheck import Document, audit

    said = "Die Werft in Altenau beschäftigt {} Menschen."
    counts = (400, 400, 400, 500)
    report = audit(Document(text=said.format(one), id=f"d{i}", path=f"{i}.txt", language="de")
                   for i, one in enumerate(counts))  # fmt: skip
    assert "|  | 400 people also in C:1 |  |" in rendered("markdown", report)
