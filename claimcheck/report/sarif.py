"""SARIF 2.1.0, as GitHub code scanning and editors read it."""

from __future__ import annotations

from typing import Any

from claimcheck.model import Claim, Level, Report, Span
from claimcheck.report import ReportOptions, words
from claimcheck.report.alerts import (
    Alert,
    alerts,
    file_line,
    has_columns,
    message,
    one_line,
    uri,
)
from claimcheck.report.json import dumps, tool_version
from claimcheck.report.view import View
from claimcheck.rules import RULES, Rule

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS: dict[Level, str] = {"error": "error", "warning": "warning", "info": "note"}


def render(report: Report, options: ReportOptions) -> str:
    """Return the findings as a SARIF log with one run."""
    view, found = alerts(report, options)
    codes = sorted({alert.finding.rule for alert in found if alert.rule})
    driver = {
        "name": "claimcheck",
        "semanticVersion": tool_version(),
        "rules": [_rule(RULES[code]) for code in codes],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(view, alert, codes) for alert in found],
    }
    return dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.code,
        "name": "".join(word.title() for word in rule.name.split("-")),
        "shortDescription": {"text": rule.name.replace("-", " ")},
        "fullDescription": {"text": rule.explanation},
        "defaultConfiguration": {"level": _LEVELS[rule.level]},
    }


def _result(view: View, alert: Alert, codes: list[str]) -> dict[str, Any]:
    finding = alert.finding
    row: dict[str, Any] = {"ruleId": finding.rule}
    if alert.rule:
        row["ruleIndex"] = codes.index(finding.rule)
    return row | {
        "level": _LEVELS[finding.level],
        "message": {"text": message(view, alert)},
        "locations": [_location(view, alert.claim)],
        "relatedLocations": [
            _location(view, claim)
            | {"id": number, "message": {"text": one_line(words.read_as(claim))}}
            for number, claim in enumerate(alert.others, 1)
        ],
        "partialFingerprints": {"claimcheckFinding/v1": finding.id},
    }


def _location(view: View, claim: Claim) -> dict[str, Any]:
    document = view.documents[claim.document]
    span = claim.span
    place = {"artifactLocation": {"uri": uri(document)}}
    line = file_line(document, span)
    if line is None:
        return {"physicalLocation": place}
    region: dict[str, Any] = {"startLine": line, "snippet": {"text": claim.quote}}
    if has_columns(document):
        region |= _columns(span)
    return {"physicalLocation": place | {"region": region}}


def _columns(span: Span) -> dict[str, int]:
    return {
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
        "charOffset": span.start,
        "charLength": span.end - span.start,
    }
