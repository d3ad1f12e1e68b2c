"""The JSON report of the contract: the same report gives the same bytes."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, time
from decimal import Decimal
from typing import Any

import msgspec

from claimcheck.model import (
    SCHEMA_VERSION,
    Claim,
    Comparison,
    Document,
    Fact,
    Finding,
    Named,
    Period,
    Quantity,
    Report,
    Skipped,
    Span,
    TextSpan,
)
from claimcheck.report import ReportOptions

Row = dict[str, Any]
_SCORE_DIGITS = 3


def render(report: Report, options: ReportOptions | None = None) -> str:
    """Return the whole report as JSON, indented by one space, ending with a line break."""
    return dumps(as_dict(report))


def as_dict(report: Report) -> Row:
    """Return the report as plain objects, with the fields of the contract in its order."""
    row: Row = {
        **_head(),
        "documents": [document_row(document) for document in report.documents],
        "claims": [claim_row(claim) for claim in report.claims],
        "comparisons": [_comparison(comparison) for comparison in report.comparisons],
        "facts": [_fact(fact) for fact in report.facts],
        "findings": [_finding(finding) for finding in report.findings],
        "skipped": [_skipped(skipped) for skipped in report.skipped],
        "summary": msgspec.to_builtins(report.summary),
    }
    suppressed = [
        {"finding": _finding(one.finding), "by": one.by, "reason": one.reason, "place": one.place}
        for one in report.suppressed
    ]
    return row | ({"suppressed": suppressed} if suppressed else {})


def render_claims(
    documents: Iterable[Document], claims: Iterable[Claim], skipped: Iterable[Skipped] = ()
) -> str:
    """Return documents with their claims alone, as `extract --format json` prints them."""
    return dumps(
        {
            **_head(),
            "documents": [document_row(document) for document in documents],
            "claims": [claim_row(claim) for claim in claims],
            "skipped": [_skipped(row) for row in skipped],
        }
    )


def render_quantities(quantities: Iterable[Quantity]) -> str:
    """Return quantities as a JSON list, as `normalise --format json` prints them."""
    return dumps([_read_quantity(quantity) for quantity in quantities])


def dumps(value: Any, indent: int = 1) -> str:
    """Return plain objects as JSON; surrogates from odd file names become U+FFFD.

    It is indented by so many spaces, and all on one line for -1.
    """
    try:
        packed = msgspec.json.encode(value)
    except UnicodeEncodeError:
        packed = msgspec.json.encode(_without_surrogates(value))
    return msgspec.json.format(packed, indent=indent).decode("utf-8") + "\n"


def _without_surrogates(value: Any) -> Any:
    if isinstance(value, str):
        return value.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    if isinstance(value, dict):
        return {_without_surrogates(k): _without_surrogates(v) for k, v in value.items()}
    if isinstance(value, list | tuple):
        return [_without_surrogates(item) for item in value]
    return value


def tool_version() -> str:
    """Return the version of the program."""
    from claimcheck import __version__

    return __version__


def _head() -> Row:
    return {
        "schema_version": SCHEMA_VERSION,
        "tool": {"name": "claimcheck", "version": tool_version()},
    }


def document_row(document: Document) -> Row:
    """Return a document without its text."""
    row: Row = {
        "id": document.id,
        "path": document.path,
        "title": document.title,
        "source": document.source,
        "url": document.url,
        "language": document.language,
        "published": _iso(document.published),
        "published_from": document.published_from,
        "sha256": document.sha256,
    }
    return row | ({"notes": document.notes} if document.notes else {})


def claim_row(claim: Claim) -> Row:
    """Return a claim with every part of the contract, null where it is unknown."""
    return {
        "id": claim.id,
        "document": claim.document,
        "span": _span(claim.span),
        "quote": claim.quote,
        "sentence": _text_span(claim.sentence),
        "quantity": quantity_row(claim.quantity),
        "subject": _named(claim.subject),
        "measure": _named(claim.measure),
        "aspect": claim.aspect,
        "period": _period(claim.period),
        "modality": claim.modality,
        "speaker": claim.speaker,
        "scope": claim.scope,
        "inferred": claim.inferred,
        "evidence": {part: _text_span(claim.evidence[part]) for part in sorted(claim.evidence)},
    }


def quantity_row(quantity: Quantity) -> Row:
    """Return the fields of a quantity, those beyond the contract only where they say something."""
    row: Row = {
        "kind": quantity.kind,
        "value": _exact(quantity.value),
        "low": _exact(quantity.low),
        "high": _exact(quantity.high),
        "unit": quantity.unit,
        "qualifier": quantity.qualifier,
    }
    extras: Row = {
        "noun": quantity.noun,
        "per": quantity.per,
        "relation": "" if quantity.relation == "none" else quantity.relation,
        "label": quantity.label,
        "inferred": quantity.inferred,
    }
    return row | {name: value for name, value in extras.items() if value}


def _read_quantity(quantity: Quantity) -> Row:
    return quantity_row(quantity) | {"span": _text_span(quantity.span), "quote": quantity.quote}


def _comparison(comparison: Comparison) -> Row:
    row: Row = {
        "a": comparison.a,
        "b": comparison.b,
        "verdict": comparison.verdict,
        "reason": comparison.reason,
        "explanation": comparison.explanation,
        "score": _rounded(comparison.score),
        "level": comparison.level,
    }
    if comparison.slips:
        row["slips"] = comparison.slips
    if comparison.evidence:
        row["evidence"] = [[name, _rounded(weight)] for name, weight in comparison.evidence]
    return row


def _fact(fact: Fact) -> Row:
    row: Row = {
        "id": fact.id,
        "label": fact.label,
        "claims": fact.claims,
        "verdict": fact.verdict,
        "independent_sources": fact.independent_sources,
    }
    if fact.copies:
        row["copies"] = fact.copies
    return row


def _finding(finding: Finding) -> Row:
    return {
        "id": finding.id,
        "rule": finding.rule,
        "level": finding.level,
        "message": finding.message,
        "claims": finding.claims,
        "fact": finding.fact,
    }


def _skipped(skipped: Skipped) -> Row:
    return {
        "document": skipped.document,
        "span": _span(skipped.span),
        "quote": skipped.quote,
        "reason": skipped.reason,
    }


def _span(span: Span) -> Row:
    return {
        "start": span.start,
        "end": span.end,
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
        **({} if span.page is None else {"page": span.page}),
        **({} if span.paragraph is None else {"paragraph": span.paragraph}),
    }


def _text_span(span: TextSpan) -> Row:
    return {"start": span.start, "end": span.end}


def _named(named: Named | None) -> Row | None:
    return None if named is None else {"text": named.text, "key": named.key}


def _period(period: Period | None) -> Row | None:
    if period is None:
        return None
    return {"text": period.text, "start": _iso(period.start), "end": _iso(period.end)}


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _exact(value: Decimal | date | time | str | None) -> str | None:
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, time):
        return f"{value:T%H:%M}"
    return _iso(value) if isinstance(value, date) else value


def _rounded(score: float) -> float:
    return round(score, _SCORE_DIGITS) + 0.0
