"""The commands that only read: extract and normalise."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

import click

from claimcheck.cli.options import (
    CONFIG,
    DATE,
    LANGUAGE,
    NO_COLOR,
    OUTPUT,
    PATH,
    QUIET,
    READING,
    TABLE,
    options,
)
from claimcheck.cli.output import note
from claimcheck.cli.run import start
from claimcheck.errors import InputError

_MOST_DECIMALS = 6

if TYPE_CHECKING:
    from datetime import date

    from claimcheck.model import Claim, Document, Quantity
    from claimcheck.report.page import Page


@click.command(
    epilog="""\b
Examples:
  claimcheck extract article.txt
  claimcheck extract article.txt --explain
  claimcheck extract articles/ --format json --output claims.json
"""
)
@click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=PATH)
@click.option("--explain", is_flag=True, help="For each part, the words that it was read from.")
@options(TABLE, OUTPUT, *READING)
def extract(paths: tuple[str, ...], explain: bool, **given: Any) -> int:
    """List the claims of articles: whose number, of what, when, and how firmly said."""
    from claimcheck.engine import extractions

    run = start(paths, **given)
    found = extractions(run.read(paths), run.config, contexts=False)
    documents = [one.document for one in found]
    claims = [claim for one in found for claim in one.claims]
    if run.format == "json":
        from claimcheck.report.json import render_claims

        run.emit(render_claims(documents, claims, [skip for one in found for skip in one.skipped]))
    else:
        page = run.page()
        _add_claims(page, documents, claims, explain)
        run.print(page)
    return 0


@click.command(
    epilog="""\b
Examples:
  claimcheck normalise "rund 76,4 Mrd. Dollar"
  claimcheck normalise --language en "between $1.5bn and $2bn"
  claimcheck normalise --date 2025-09-02 "im vergangenen Quartal" --format json
"""
)
@click.argument("text")
@options(TABLE, OUTPUT, LANGUAGE, DATE, CONFIG, QUIET, NO_COLOR)
def normalise(text: str, **given: Any) -> int:
    """Say what the numbers and dates in TEXT mean; - reads standard input."""
    from claimcheck.config.own_units import reading

    run = start((), **given)
    if text == "-":
        from claimcheck.read.decode import decode

        text, _ = decode(sys.stdin.buffer.read(), path="-")
    if not text.strip():
        raise InputError("there is no text", hint='e.g. claimcheck normalise "3,5 Prozent"')
    with reading(run.config):
        language, quantities = best_reading(text, run.language, run.day)
    if not run.language:
        note(f"read as {language!r}; --language reads it otherwise", run.quiet)
    if run.format == "json":
        from claimcheck.report.json import render_quantities

        run.emit(render_quantities(quantities))
    else:
        page = run.page()
        _add_quantities(page, quantities)
        run.print(page)
    return 0


def best_reading(
    text: str, language: str | None, published: date | None
) -> tuple[str, list[Quantity]]:
    """Return the language and the quantities; a phrase too short to tell is tried in each."""
    from claimcheck import normalise as read
    from claimcheck.language import codes, detect

    language = language or detect(text)
    tried = [
        (code, read(text, language=code, published=published))
        for code in ([language] if language else codes())
    ]
    return max(tried, key=lambda pair: sum(q.span.end - q.span.start for q in pair[1]))


def _add_quantities(page: Page, quantities: Sequence[Quantity]) -> None:
    from claimcheck.report.page import Cell, Column

    rows = [[Cell(name, "head") for name in ("text", "kind", "value", "unit", "from", "to", "is")]]
    for quantity in quantities:
        parts = (
            quantity.quote, quantity.kind, _plain(quantity.value), quantity.unit or "",
            _plain(quantity.low), _plain(quantity.high),
            ", ".join([quantity.qualifier, *(f"inferred: {why}" for why in quantity.inferred)]),
        )  # fmt: skip
        rows.append([Cell(part) for part in parts])
    if quantities:
        page.table(rows, [Column(flow=True), *[Column()] * 5, Column(flow=True)])
    else:
        page.line("no number or date found")


def _add_claims(
    page: Page, documents: Iterable[Document], claims: Sequence[Claim], explain: bool
) -> None:
    for document in documents:
        page.title(f"{document.path}")
        mine = [claim for claim in claims if claim.document == document.id]
        if explain:
            for claim in mine:
                _explained(page, document, claim)
        else:
            _claim_table(page, mine)
        if not mine:
            page.line("  no claims")


def _claim_table(page: Page, claims: Sequence[Claim]) -> None:
    from claimcheck.report import words
    from claimcheck.report.blocks import claim_parts
    from claimcheck.report.page import Cell, Column

    rows = [[Cell(name, "head") for name in ("line", "text", "value", "about")]]
    for claim in claims:
        value = words.read_as(claim)
        about = claim_parts(claim).removeprefix(value).removeprefix(" · ")
        parts = (str(claim.span.line), " ".join(claim.quote.split()), value, about)
        rows.append([Cell(part) for part in parts])
    flow = Column(flow=True)
    page.table(rows, [Column(right=True), flow, Column(), flow])


def _explained(page: Page, document: Document, claim: Claim) -> None:
    from claimcheck.report import words

    page.blank()
    place = f"{claim.span.line}:{claim.span.column}"
    page.paragraph(claim.quote, [(f"{place}  ", "gutter")], style="value")
    rows = {
        "value": words.read_as(claim),
        "aspect": claim.aspect,
        "subject": f"{claim.subject.text} ({claim.subject.key})" if claim.subject else "unknown",
        "measure": f"{claim.measure.text} ({claim.measure.key})" if claim.measure else "unknown",
        "period": words.period(claim.period) or "unknown",
        "modality": claim.modality,
        "speaker": claim.speaker or "",
        "scope": ", ".join(claim.scope),
        "inferred": ", ".join(claim.inferred),
    }
    for name, text in rows.items():
        span = claim.evidence.get(name)
        source = f"  ← {document.text[span.start : span.end]!r}" if span else ""
        if text:
            page.paragraph(text + source, [(f"    {name:<9}", "head")])


def _plain(value: object) -> str:
    """Return a value as JSON gives it, a third with four decimals, "-" where there is no bound."""
    from datetime import time
    from decimal import Decimal

    if value is None:
        return "-"
    if isinstance(value, time):
        return f"{value:T%H:%M}"
    if isinstance(value, Decimal):
        endless = -int(value.as_tuple().exponent) > _MOST_DECIMALS
        return f"{round(value, 4) if endless and abs(value) >= 1 else value:f}"
    return str(value)
