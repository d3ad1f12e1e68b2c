"""The diagnostic format of reviewdog, which comments on pull requests of many hosts."""

from __future__ import annotations

from typing import Any

from claimcheck.model import Claim, Document, Level, Report
from claimcheck.report import ReportOptions, words
from claimcheck.report.alerts import (
    Alert,
    alerts,
    file_line,
    has_columns,
    location,
    message,
    one_line,
)
from claimcheck.report.json import dumps
from claimcheck.report.view import View

_SEVERITIES: dict[Level, str] = {"error": "ERROR", "warning": "WARNING", "info": "INFO"}


def render(report: Report, options: ReportOptions) -> str:
    """Return the findings as rdjson; its columns count UTF-8 bytes."""
    view, found = alerts(report, options)
    return dumps(
        {
            "source": {"name": "claimcheck"},
            "diagnostics": [_diagnostic(view, alert) for alert in found],
        }
    )


def _diagnostic(view: View, alert: Alert) -> dict[str, Any]:
    return {
        "message": message(view, alert),
        "location": _location(view, alert.claim),
        "severity": _SEVERITIES[alert.finding.level],
        "code": {"value": alert.finding.rule},
        "related_locations": [
            {"message": one_line(words.read_as(claim)), "location": _location(view, claim)}
            for claim in alert.others
        ],
    }


def _location(view: View, claim: Claim) -> dict[str, Any]:
    document, span = view.documents[claim.document], claim.span
    line = file_line(document, span)
    if line is None:
        return {"path": location(document)}
    if not has_columns(document):
        return {"path": location(document), "range": {"start": {"line": line}}}
    return {
        "path": location(document),
        "range": {
            "start": _position(document, span.start, span.line, span.column),
            "end": _position(document, span.end, span.end_line, span.end_column),
        },
    }


def _position(document: Document, offset: int, line: int, column: int) -> dict[str, int]:
    before = document.text[offset - column + 1 : offset]
    return {"line": line, "column": len(before.encode("utf-8", "surrogatepass")) + 1}
