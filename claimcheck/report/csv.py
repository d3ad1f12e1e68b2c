"""CSV for fact-checkers' sheets: one row a claim, contradictions first, two empty columns."""

from __future__ import annotations

import csv
from io import StringIO

from claimcheck.model import Claim, Fact, Finding, Named, Report
from claimcheck.report import ReportOptions, words
from claimcheck.report.alerts import one_line
from claimcheck.report.json import quantity_row
from claimcheck.report.view import View

COLUMNS = (
    "verdict", "level", "rule", "fact", "about", "says", "quote", "sentence", "source", "published",
    "path", "line", "column", "url", "value", "low", "high", "unit", "qualifier", "subject",
    "measure", "aspect", "period", "modality", "speaker", "message", "ruling", "checked_by",
)  # fmt: skip
"""The last two are left empty for a person."""
_ORDER = {"contradiction": 0, "update": 1, "agreement": 2, "not_comparable": 3, "single": 4}
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")


def render(report: Report, options: ReportOptions) -> str:
    """Return all claims with what became of them, as CSV with a head row."""
    view = View(report, options)
    found: dict[str, Finding] = {}
    for finding in report.findings:
        found.setdefault(finding.fact or "", finding)
    out = StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for fact in sorted(report.facts, key=lambda fact: _ORDER[fact.verdict]):
        for claim in view.known(fact.claims):
            row = _row(view, fact, claim, found.get(fact.id))
            writer.writerow([_cell(row.get(name, "")) for name in COLUMNS])
    return out.getvalue()


def _row(view: View, fact: Fact, claim: Claim, finding: Finding | None) -> dict[str, str]:
    document = view.documents[claim.document]
    quantity = quantity_row(claim.quantity)
    return {
        "verdict": fact.verdict,
        "level": finding.level if finding else "",
        "rule": finding.rule if finding else "",
        "message": finding.message if finding else "",
        "fact": fact.id,
        "about": fact.label,
        "says": words.read_as(claim),
        "quote": claim.quote,
        "sentence": document.text[claim.sentence.start : claim.sentence.end],
        "source": document.source or "",
        "published": document.published.isoformat() if document.published else "",
        "path": document.path or "",
        "line": str(claim.span.line),
        "column": str(claim.span.column),
        "url": document.url or "",
        **{name: quantity[name] or "" for name in ("value", "low", "high", "unit", "qualifier")},
        "subject": _named(claim.subject),
        "measure": _named(claim.measure),
        "aspect": claim.aspect,
        "period": words.period(claim.period),
        "modality": claim.modality,
        "speaker": claim.speaker or "",
    }


def _named(named: Named | None) -> str:
    return named.text if named else ""


def _cell(text: str) -> str:
    """Return safe text; what a spreadsheet would run as a formula gets an apostrophe."""
    text = one_line(text)
    if text.startswith(_FORMULA) and not text.lstrip("+-").replace(".", "", 1).isdigit():
        return f"'{text}"
    return text
