"""GitHub workflow commands: one annotation a finding, at its line in the diff."""

from __future__ import annotations

from claimcheck.model import Level, Report
from claimcheck.report import ReportOptions
from claimcheck.report.alerts import (
    Alert,
    alerts,
    file_line,
    has_columns,
    location,
    message,
    one_line,
)
from claimcheck.report.view import View

_COMMANDS: dict[Level, str] = {"error": "error", "warning": "warning", "info": "notice"}


def render(report: Report, options: ReportOptions) -> str:
    """Return one workflow command a line, empty when there is nothing to say."""
    view, found = alerts(report, options)
    return "".join(_command(view, alert) + "\n" for alert in found)


def _command(view: View, alert: Alert) -> str:
    document, span = view.documents[alert.claim.document], alert.claim.span
    properties = {"file": location(document)}
    line = file_line(document, span)
    if line is not None:
        end = span.end_line if has_columns(document) else line
        properties |= {"line": str(line), "endLine": str(end)}
    properties["title"] = alert.title
    if has_columns(document) and span.line == span.end_line:
        properties |= {"col": str(span.column), "endColumn": str(span.end_column)}
    listed = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{_COMMANDS[alert.finding.level]} {listed}::{_data(message(view, alert))}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(one_line(text)).replace(":", "%3A").replace(",", "%2C")
