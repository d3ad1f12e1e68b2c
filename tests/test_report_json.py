import json
from decimal import Decimal

import msgspec
from sample_report import claim, document, sample

from claimcheck.model import Quantity, TextSpan
from claimcheck.report import FORMATS, ReportOptions
from claimcheck.report.json import quantity_row, render_claims, render_quantities

CONTRACT = {
    "documents": "id path title source url language published published_from sha256",
    "claims": "id document span quote sentence quantity subject measure aspect period modality "
    "speaker",
    "comparisons": "a b verdict reason explanation score",
    "facts": "id label claims verdict independent_sources",
    "findings": "id rule level message claims fact",
    "skipped": "document span quote reason",
}


def test_the_report_has_the_fields_of_the_contract():
    report = json.loads(sample().to_json())
    assert list(report) == [
        "schema_version", "tool", "documents", "claims", "comparisons", "facts", "findings",
        "skipped", "summary",
    ]  # fmt: skip
    assert report["schema_version"] == "1"
    assert report["tool"]["name"] == "claimcheck"
    for table, fields in CONTRACT.items():
        for row in report[table]:
            assert list(row)[: len(fields.split())] == fields.split()
    assert list(report["summary"]) == [
        "documents", "claims", "facts", "agreements", "contradictions", "updates", "not_comparable",
    ]  # fmt: skip
    quantity = ["kind", "value", "low", "high", "unit", "qualifier"]
    assert all(list(row["quantity"])[:6] == quantity for row in report["claims"])
    assert list(report["claims"][0]["span"]) == [
        "start", "end", "line", "column", "end_line", "end_column",
    ]  # fmt: skip


def test_a_report_has_the_names_of_its_json():
    report = sample()
    row = json.loads(report.to_json())
    assert all(hasattr(report, name) for name in row)
    assert report.schema_version == row["schema_version"]
    assert {"name": report.tool.name, "version": report.tool.version} == row["tool"]


def test_the_text_of_the_articles_stays_out():
    report = json.loads(sample().to_json())
    assert not {"text", "body"} & set(report["documents"][0])


def test_the_format_and_the_method_print_the_same_bytes():
    assert FORMATS["json"](sample(), ReportOptions()) == sample().to_json() == sample().to_json()


def test_decimals_are_plain_strings_without_losing_a_digit():
    def row(value: str) -> object:
        exact = Decimal(value)
        return quantity_row(
            Quantity(
                kind="money", value=exact, low=exact, high=None, unit="EUR", qualifier="exact",
                span=TextSpan(0, 1), quote="x",
            )
        )["value"]  # fmt: skip

    assert row("7.64E+10") == "76400000000"
    assert row("434.90") == "434.90"
    assert row("1E-7") == "0.0000001"


def test_dates_unknown_parts_and_scores():
    report = json.loads(sample().to_json())
    assert report["documents"][0]["published"] == "2025-05-05"
    assert report["claims"][0]["period"] is None
    assert {"text": "2024", "start": "2024-01-01", "end": "2024-12-31"} in [
        row["period"] for row in report["claims"]
    ]
    assert {row["score"] for row in report["comparisons"]} == {0.931}


def test_a_path_that_is_no_unicode_is_written_with_a_replacement():
    report = msgspec.structs.replace(sample(), documents=(document("d1", path="b\udcfc.txt"),))
    assert json.loads(report.to_json())["documents"][0]["path"] == "b\ufffd.txt"


def test_claims_and_quantities_alone():
    one = claim("d1", "48.3 million euros", "48300000", "EUR")
    assert json.loads(render_claims([document("d1")], [one]))["claims"][0]["quote"] == one.quote
    (row,) = json.loads(render_quantities([one.quantity]))
    assert list(row) == ["kind", "value", "low", "high", "unit", "qualifier", "span", "quote"]
    assert row["span"] == {"start": one.span.start, "end": one.span.end}
