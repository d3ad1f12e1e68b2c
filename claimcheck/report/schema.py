"""The JSON Schema of what `--format json` prints, generated from the types below.

Each type is one object of the JSON; the names of kinds, verdicts and levels come from the
model. `python -m claimcheck.report.schema` writes the schemas that are shipped in
`claimcheck/data/schema/`; a test holds them equal, and holds reports to them.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta

from claimcheck.lexicon import DATA
from claimcheck.model import (
    SCHEMA_VERSION,
    Aspect,
    Kind,
    Level,
    Modality,
    PublishedFrom,
    Qualifier,
    Relation,
    Suppression,
    Verdict,
)

FactVerdict = Literal["agreement", "contradiction", "update", "not_comparable", "single"]
Exact = Annotated[
    str,
    Meta(description="A decimal number with all its digits; days and times by ISO 8601."),
]
Day = Annotated[str, Meta(description="An ISO 8601 day.", extra_json_schema={"format": "date"})]
Weight = Annotated[float, Meta(description="From 0 to 1.")]


class Row(msgspec.Struct, forbid_unknown_fields=True, kw_only=True):
    """Base of all objects; what has a default may be absent."""


class TextSpan(Row):
    """A stretch of text: offsets count characters (code points), the end is exclusive."""

    start: int
    end: int


class Span(TextSpan, kw_only=True):
    """A stretch of text, by offsets and by lines and columns from 1."""

    line: int
    column: int
    end_line: int
    end_column: int
    page: Annotated[int | None, Meta(description="From 1, in files that have pages.")] = None
    paragraph: Annotated[int | None, Meta(description="From 1, in files that have such.")] = None


class Tool(Row):
    """The program that wrote the report."""

    name: Literal["claimcheck"]
    version: str


class Document(Row):
    """An article or draft."""

    id: str
    path: str | None
    title: str | None
    source: Annotated[str | None, Meta(description="The outlet.")]
    url: str | None
    language: Annotated[str, Meta(description="ISO 639-1 code.")]
    published: Day | None
    published_from: PublishedFrom | None
    sha256: Annotated[str, Meta(description="Of the file's bytes.")]
    notes: Annotated[list[str], Meta(description="How the file was read, for people.")] = []


class Quantity(Row):
    """A number with its unit, and what it canonically means."""

    kind: Kind
    value: Annotated[
        Exact | None,
        Meta(description="Dates: a day, month, year …, or T07:40."),
    ]
    low: Annotated[Exact | None, Meta(description="Least that the wording allows; null: none.")]
    high: Annotated[Exact | None, Meta(description="Most that the wording allows; null: none.")]
    unit: Annotated[str | None, Meta(description="ISO 4217 code, or singular English name.")]
    qualifier: Qualifier
    noun: Annotated[str, Meta(description="The counted thing as written.")] = ""
    per: Annotated[str, Meta(description="What a rate is per, such as hour.")] = ""
    relation: Relation = "none"
    label: Annotated[str, Meta(description="A special reading, such as age.")] = ""
    inferred: Annotated[list[str], Meta(description="What is not written, and assumed.")] = []


class ReadQuantity(Quantity, kw_only=True):
    """A quantity with its place in the text that was given."""

    span: TextSpan
    quote: str


class Named(Row):
    """A subject or measure: the words in the text, and the key they resolve to."""

    text: str
    key: str


class Period(Row):
    """The time that a claim speaks of; null is unbounded."""

    text: str
    start: Day | None
    end: Day | None


class Claim(Row):
    """A quantity or date that a document states about a subject."""

    id: str
    document: Annotated[str, Meta(description="Id of the document.")]
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
    scope: Annotated[list[str], Meta(description="What narrows the claim.")]
    inferred: Annotated[list[str], Meta(description="Parts that are inferred, not written.")]
    evidence: Annotated[
        dict[str, TextSpan], Meta(description="For each part, the words it was read from.")
    ]


class Comparison(Row):
    """Two claims that were compared, with the verdict and the reason for it."""

    a: Annotated[str, Meta(description="Id of a claim.")]
    b: Annotated[str, Meta(description="Id of a claim.")]
    verdict: Verdict
    reason: Annotated[str, Meta(description="A code, such as value, period or currency.")]
    explanation: Annotated[str, Meta(description="One sentence for a person.")]
    score: Weight
    level: Level
    slips: Annotated[list[str], Meta(description="Typing slips that would explain it.")] = []
    evidence: Annotated[
        list[tuple[str, float]], Meta(description="What spoke for one fact, with its weight.")
    ] = []


class Fact(Row):
    """All claims, over all documents, about one subject, measure and period."""

    id: Annotated[str, Meta(description="From what the fact is about: it survives edits.")]
    label: str
    claims: list[str]
    verdict: FactVerdict
    independent_sources: Annotated[
        int, Meta(description="Documents that hold one passage in common count once.")
    ]
    copies: Annotated[
        list[list[str]], Meta(description="The documents that hold a passage in common.")
    ] = []


class Finding(Row):
    """What the reader must look at: a rule that fired."""

    id: str
    rule: Annotated[str, Meta(description="The code of the rule, such as CC101.")]
    level: Level
    message: str
    claims: list[str]
    fact: str | None


class Suppressed(Row):
    """A finding that is not reported: a comment, a setting, the baseline or git says so."""

    finding: Finding
    by: Suppression
    reason: str
    place: Annotated[str, Meta(description="File and line, or what holds it back.")]


class Skipped(Row):
    """Digits or number words that are no quantity, and why."""

    document: str
    span: Span
    quote: str
    reason: str


class Summary(Row):
    """The counts; agreements to not_comparable count comparisons."""

    documents: int
    claims: int
    facts: int
    agreements: int
    contradictions: int
    updates: int
    not_comparable: int


class Claims(Row):
    """What `claimcheck extract --format json` prints."""

    schema_version: Annotated[str, Meta(extra_json_schema={"const": SCHEMA_VERSION})]
    tool: Tool
    documents: list[Document]
    claims: list[Claim]
    skipped: list[Skipped]


class Report(Claims):
    """What `claimcheck audit` and `check` print with --format json."""

    comparisons: list[Comparison]
    facts: list[Fact]
    findings: list[Finding]
    summary: Summary
    suppressed: list[Suppressed] = []


SCHEMAS: dict[str, Any] = {"report": Report, "claims": Claims, "quantities": list[ReadQuantity]}
"""What each schema describes: an audit, an extraction, a list of quantities."""


def generate(name: str) -> str:
    """Return one of the `SCHEMAS` as text.

    Objects may hold fields that the schema does not name: later versions add some.
    """
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"claimcheck {name}, version {SCHEMA_VERSION}",
        **_open(msgspec.json.schema(SCHEMAS[name])),
    }
    return json.dumps(schema, indent=1, ensure_ascii=False) + "\n"


def _open(schema: Any) -> Any:
    if isinstance(schema, dict):
        return {
            key: _open(value)
            for key, value in schema.items()
            if not (key == "additionalProperties" and value is False)
        }
    return [_open(item) for item in schema] if isinstance(schema, list) else schema


def shipped(name: str) -> str:
    """Return one of the `SCHEMAS` as it is shipped, without generating it."""
    return (DATA / "schema" / f"{name}.json").read_text("utf-8")


def write(folder: Path) -> None:
    """Write all schemas into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in SCHEMAS:
        (folder / f"{name}.json").write_text(generate(name), "utf-8")


if __name__ == "__main__":
    write(Path(__file__).parent.parent / "data" / "schema")
