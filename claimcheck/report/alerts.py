"""Findings as editors and CI show them: one place, one message, the other places beside it."""

from __future__ import annotations

import re
from typing import NamedTuple
from urllib.parse import quote

from claimcheck.model import Claim, Document, Finding, Report, Span
from claimcheck.report import ReportOptions, words
from claimcheck.report.safe import printable
from claimcheck.report.view import View
from claimcheck.rules import RULES, Rule

_LINE_OF_CORPUS = re.compile(r"(.+\.(?:jsonl|ndjson)(?:\.gz|\.zst)?|-)#(\d+)", re.IGNORECASE)
_WORTH_AT_INFO = ("contradiction",)


class Alert(NamedTuple):
    """A finding with the claim it is pinned to and one claim for each other place."""

    finding: Finding
    rule: Rule | None
    claim: Claim
    others: tuple[Claim, ...]

    @property
    def title(self) -> str:
        """Return code and name of the rule."""
        return f"{self.finding.rule} {self.rule.name}" if self.rule else self.finding.rule


def alerts(report: Report, options: ReportOptions) -> tuple[View, list[Alert]]:
    """Return the findings to be shown, with the view they are seen in.

    Look-alikes and updates stay out at level info: they are no fault in a text. A finding
    is pinned to the draft, else to the value that the fewest documents hold.
    """
    view = View(report, options)
    found = []
    for finding in report.findings:
        rule = RULES.get(finding.rule)
        if finding.level == "info" and (rule is None or rule.verdict not in _WORTH_AT_INFO):
            continue
        block = view.block([finding])
        values = block.values or block.others
        claims = [claim for value in values for claim in value.claims]
        if claims:
            found.append(Alert(finding, rule, claims[0], tuple(claims[1:])))
    return view, found


def message(view: View, alert: Alert, limit: int = 4) -> str:
    """Return the message with what is said elsewhere: "… (b.txt:4 says 48.3 mn USD)"."""
    places: dict[str, list[str]] = {}
    for claim in alert.others:
        where = spot(view.documents[claim.document], claim.span)
        places.setdefault(words.read_as(claim), []).append(where)
    elsewhere = [
        f"{words.listing(spots, limit)} {'say' if spots[1:] else 'says'} {reading}"
        for reading, spots in places.items()
    ]
    text = alert.finding.message + (f" ({'; '.join(elsewhere[:limit])})" if elsewhere else "")
    return one_line(text)


def one_line(text: str) -> str:
    """Return safe text on one line, without no-break spaces and surrogates."""
    safe = printable(text).encode("utf-8", "replace").decode("utf-8")
    return " ".join(safe.split())


def location(document: Document) -> str:
    """Return the path of the document's file with forward slashes, its name without one."""
    name = words.name(document).replace("\\", "/")
    corpus = _LINE_OF_CORPUS.fullmatch(name)
    return corpus[1] if corpus else name


def file_line(document: Document, span: Span) -> int | None:
    """Return the line of the file on which a span begins; None where the file has none.

    An article of a corpus is on one line; PDF, Word and HTML files have pages and
    paragraphs, and the lines of their text are not those of the file.
    """
    corpus = _LINE_OF_CORPUS.fullmatch(words.name(document))
    if corpus:
        return int(corpus[2])
    return None if document.anchors else span.line


def has_columns(document: Document) -> bool:
    """Tell whether lines and columns of a document's text are those of its file."""
    return not document.anchors and not _LINE_OF_CORPUS.fullmatch(words.name(document))


def spot(document: Document, span: Span) -> str:
    """Return file and line of a span ("b.txt:4"), or its page or paragraph."""
    line = file_line(document, span)
    if line is not None:
        return f"{location(document)}:{line}"
    part = f"page {span.page}" if span.page else f"paragraph {span.paragraph}"
    return f"{location(document)} {part}"


def uri(document: Document) -> str:
    """Return the path of a document as a URI reference."""
    path = quote(location(document).encode("utf-8", "surrogateescape"), safe="/")
    return f"file://{path}" if path.startswith("/") else path
