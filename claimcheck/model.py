"""The records that the steps hand to one another.

Everything here is immutable and says nothing about how it was made. The names of
the attributes are the names in the JSON report. Offsets count characters (code
points) of the document's text, start inclusive, end exclusive.
"""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal
from typing import Literal

import msgspec

SCHEMA_VERSION = "1"

Kind = Literal[
    "number", "count", "money", "percent", "percentage_point", "measure",
    "duration", "date", "ratio", "ordinal", "score",
]  # fmt: skip
Qualifier = Literal["exact", "about", "over", "under", "at_least", "at_most", "range"]
Relation = Literal["none", "from", "to", "by"]
Aspect = Literal["level", "change", "from", "to", "share", "rate", "rank", "target"]
Modality = Literal["stated", "estimate", "forecast", "plan", "limit", "denied", "hypothetical"]
Verdict = Literal["agreement", "contradiction", "update", "not_comparable"]
FactVerdict = Literal["agreement", "contradiction", "update", "not_comparable", "single"]
Level = Literal["error", "warning", "info"]
Role = Literal["headline", "lead", "heading", "body", "bullet", "caption", "promotion"]
Suppression = Literal["comment", "setting", "baseline", "unchanged"]
Bound = Decimal | date | time | None
PublishedFrom = Literal["front matter", "metadata", "option", "text"]


class Record(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """Base of all records: immutable, compared by value, hashable.

    Records hold no cycles, so the garbage collector need not look at them (`gc=False`).
    """


class TextSpan(msgspec.Struct, frozen=True, gc=False):
    """A stretch of text by its offsets."""

    start: int
    end: int


class Span(msgspec.Struct, frozen=True, gc=False):
    """A stretch of a document by offsets and, 1-based, by line and column.

    `page` and `paragraph`, 1-based, are those of a file that has such (PDF, Word, HTML).
    """

    start: int
    end: int
    line: int
    column: int
    end_line: int
    end_column: int
    page: int | None = None
    paragraph: int | None = None


class Anchor(msgspec.Struct, frozen=True, gc=False):
    """Where a page or a paragraph of a file begins in the text that was read from it."""

    start: int
    page: int | None = None
    paragraph: int | None = None


class Document(Record, frozen=True):
    """One article or draft.

    `text` is the whole decoded file, front matter included, or for other formats than
    plain text and Markdown what was read from it; the article starts at `body`.
    `prose` is the text without its markup, blanks in its place, so that offsets are the
    same; it is empty where there is none. `language` is an ISO 639-1 code. `rank` is that
    of the source, 1 being the most official, where a `sources.toml` says so. `notes` are
    what a reader should know about how the file was read ("read as Windows-1252").
    """

    text: str
    id: str = ""
    path: str | None = None
    title: str | None = None
    source: str | None = None
    url: str | None = None
    language: str = ""
    published: date | None = None
    published_from: PublishedFrom | None = None
    published_at: int | None = None
    sha256: str = ""
    body: int = 0
    prose: str = ""
    anchors: tuple[Anchor, ...] = ()
    rank: int | None = None
    notes: tuple[str, ...] = ()


class Sentence(Record, frozen=True):
    """A sentence (or headline, bullet, caption) of a document, with its place in it."""

    start: int
    end: int
    paragraph: int
    role: Role
    language: str
    signed: bool = False
    """Whether its paragraph has any sign of promotion."""


class Quantity(Record, frozen=True, omit_defaults=True):
    """A number with its unit as written, and what it canonically means.

    `value` is exact. For dates it is ISO text ("2025-09-02", "2025-09", "2025-Q3",
    "2025", "2025-09-02T07:40") and `low`/`high` are its first and last day. A clock time
    without a day has the unit "time_of_day", a value like "T07:40", "T07:40+02:00" or
    "T08:00/T09:00", and times of day as bounds, that may cross midnight. A score is the text
    "20:13" with its lower and its higher side. Otherwise
    `low`/`high` bound what the wording allows, by written precision and qualifier; None is
    unbounded.
    """

    kind: Kind
    value: Decimal | str | None
    low: Bound
    high: Bound
    unit: str | None
    qualifier: Qualifier
    span: TextSpan
    quote: str
    number: TextSpan | None = None
    """Where the bare number stands, without hedge, unit and noun."""
    noun: str = ""
    """The counted noun phrase as written ("Nvidia H100 GPUs"), kind `count` only."""
    per: str | None = None
    """What a rate is per: "hour", "share", "100000 person"."""
    relation: Relation = "none"
    """The role in a stated change: "von 64,7 [from] um 18 Prozent [by] auf 76,4 [to]"."""
    label: str = ""
    """Fixed readings a later step needs: "age", "clock", "paired" ("both men"),
    "relative_date", "vague"."""
    inferred: tuple[str, ...] = ()
    """Why the reading is not fully written in the text; empty when it is."""

    @property
    def written(self) -> str:
        """The bare number as it stands in the text, without hedge, unit and noun; or ""."""
        if self.number is None:
            return ""
        start = self.span.start
        return self.quote[self.number.start - start : self.number.end - start]


class Skip(Record, frozen=True):
    """Digits or number words that are no quantity, and why."""

    span: TextSpan
    quote: str
    reason: str


class Scan(Record, frozen=True):
    """What the normaliser found in a text."""

    quantities: tuple[Quantity, ...]
    skipped: tuple[Skip, ...]


class Named(msgspec.Struct, frozen=True, gc=False):
    """A subject or measure: the words in the text, and the key they resolve to."""

    text: str
    key: str


class Period(msgspec.Struct, frozen=True, gc=False):
    """The time that a claim speaks of; None is unbounded.

    `fiscal` is true for a part of a fiscal year of which nobody says when it starts: its days
    are those of the calendar year, and people should be shown its words.
    """

    text: str
    start: date | None
    end: date | None
    fiscal: bool = False


class Claim(Record, frozen=True):
    """A quantity or date that a document states about a subject."""

    id: str
    document: str
    span: Span
    quote: str
    sentence: TextSpan
    quantity: Quantity
    subject: Named | None
    measure: Named | None
    aspect: Aspect
    period: Period | None
    modality: Modality
    speaker: str | None
    scope: tuple[str, ...] = ()
    """What narrows the claim: "segment", "part", "per_unit", "adjusted", a place …"""
    inferred: tuple[str, ...] = ()
    """Which parts are inferred and not written: "subject", "measure", "period", …"""
    evidence: dict[str, TextSpan] = {}
    """For each part, the words it was read from."""


class Comparison(Record, frozen=True):
    """Two claims about the same fact, with the verdict and the reason for it."""

    a: str
    b: str
    verdict: Verdict
    reason: str
    explanation: str
    score: float
    level: Level = "info"
    slips: tuple[str, ...] = ()
    """Named typing slips that would explain the difference ("power-of-ten")."""
    evidence: tuple[tuple[str, float], ...] = ()
    """What spoke for and against the same fact, with its weight."""


class Fact(Record, frozen=True):
    """All claims, over all documents, about one subject, measure and period."""

    id: str
    label: str
    claims: tuple[str, ...]
    verdict: FactVerdict
    independent_sources: int
    """How many documents hold the fact; those that hold one passage in common count once."""
    copies: tuple[tuple[str, ...], ...] = ()
    """The documents that hold a passage in common, such as an agency's, by their ids."""


class Finding(Record, frozen=True):
    """What the reader must look at: a rule that fired."""

    id: str
    rule: str
    level: Level
    message: str
    claims: tuple[str, ...]
    fact: str | None


class Suppressed(Record, frozen=True):
    """A finding that is not reported: by what, and why.

    `place` is file and line of the comment or setting, or the name of the baseline.
    """

    finding: Finding
    by: Suppression
    reason: str
    place: str = ""


class Skipped(Record, frozen=True):
    """A `Skip` with its place in a document."""

    document: str
    span: Span
    quote: str
    reason: str


class Summary(Record, frozen=True):
    """The counts at the foot of a report."""

    documents: int
    claims: int
    facts: int
    agreements: int
    contradictions: int
    updates: int
    not_comparable: int


class Tool(Record, frozen=True):
    """The program that made a report."""

    name: str
    version: str


class Report(Record, frozen=True):
    """The result of an audit or a check. Renderers print it and compute nothing."""

    documents: tuple[Document, ...]
    claims: tuple[Claim, ...]
    comparisons: tuple[Comparison, ...]
    facts: tuple[Fact, ...]
    findings: tuple[Finding, ...]
    skipped: tuple[Skipped, ...]
    summary: Summary
    suppressed: tuple[Suppressed, ...] = ()

    @property
    def schema_version(self) -> str:
        """The version of the JSON."""
        return SCHEMA_VERSION

    @property
    def tool(self) -> Tool:
        """What made the report."""
        from claimcheck import __version__

        return Tool("claimcheck", __version__)

    def to_json(self) -> str:
        """Return exactly what `--format json` prints."""
        from claimcheck.report.json import render

        return render(self)
