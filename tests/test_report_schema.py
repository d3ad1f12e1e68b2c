"""The JSON Schema: shipped as generated, and true of what is printed."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import msgspec
import pytest
from expected import bundles
from sample_report import sample

from claimcheck.report import FORMATS, ReportOptions, schema

Cli = Callable[..., Any]
ROOT = Path(__file__).resolve().parent.parent


def valid(name: str, text: str) -> None:
    """Hold JSON to the shipped schema, and to its types, which allow no unknown field."""
    rules = json.loads(schema.shipped(name))
    checker = jsonschema.Draft202012Validator
    checker.check_schema(rules)
    checker(rules, format_checker=checker.FORMAT_CHECKER).validate(json.loads(text))
    msgspec.json.decode(text, type=schema.SCHEMAS[name])


@pytest.mark.parametrize("name", sorted(schema.SCHEMAS))
def test_the_shipped_schema_is_fresh(name: str):
    hint = "run `make schema` and look at the diff"
    assert schema.shipped(name) == schema.generate(name), hint


@pytest.mark.parametrize("bundle", [bundle.name for bundle in bundles()])
def test_reports_are_valid(claimcheck: Cli, bundle: str):
    valid("report", claimcheck("audit", ROOT / "fixtures" / bundle, "--format", "json").out)


def test_a_report_with_every_part_is_valid():
    valid("report", FORMATS["json"](sample(), ReportOptions()))


def test_claims_and_quantities_are_valid(claimcheck: Cli):
    article = ROOT / "fixtures" / "microsoft" / "a-kurszettel.txt"
    valid("claims", claimcheck("extract", article, "--format", "json").out)
    text = "rund 76,4 Mrd. Dollar am 2. September, 5 Euro pro Tag"
    valid("quantities", claimcheck("normalise", text, "--format", "json").out)


@pytest.mark.parametrize(
    "change",
    [
        {"schema_version": "2"},
        {"summary": {}},
        {"claims": [{"id": 7}]},
        {"documents": [{"id": "d1", "published": "yesterday"}]},
    ],
)
def test_what_is_no_report_is_refused(change: dict[str, Any]):
    broken = json.loads(FORMATS["json"](sample(), ReportOptions())) | change
    with pytest.raises(jsonschema.ValidationError):
        valid("report", json.dumps(broken))


def test_the_command_prints_it(claimcheck: Cli):
    assert claimcheck("schema").out == schema.shipped("report")
    assert claimcheck("schema", "claims").out == schema.shipped("claims")
    wrong = claimcheck("schema", "reports")
    assert wrong.status == 2
    assert "report, claims, quantities" in wrong.err
