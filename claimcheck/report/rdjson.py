"""The diagnostic format of reviewdog, which comments on pull requests of many hosts."""

from __future__ import annotations

from typing import Any

from claimcheck.model import Document, Level, Report
from claimcheck.report import ReportOptions
from claimcheck.report.alerts import Alert, alerts, location, message
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
    document = view.documents[alert.claim.document]
    span = alert.claim.span
    return {
        "message": message(view, alert),
        "location": {
            "path": location(document),
            "range": {
                "start": _position(document, span.start, span.line, span.column),
                "end": _position(document, span.end, span.end_line, span.end_column),
            },
        },
        "severity": _SEVERITIES[alert.finding.level],
        "code": {"value": alert.finding.rule},
    }


def _position(document: Document, offset: int, line: int, column: int) -> dict[str, int]:
    before = document.text[offset - column + 1 : offset]
    return {"line": line, "column": len(before.encode("utf-8", "surrogatepass")) + 1}
