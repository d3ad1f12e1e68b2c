"""The commands for stored claims: archive add, list, find and remove."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click

from claimcheck.cli import help_alone
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
from claimcheck.cli.output import check_writable, counted, note
from claimcheck.cli.progress import progress
from claimcheck.cli.run import Run, start
from claimcheck.errors import InputError

if TYPE_CHECKING:
    from claimcheck.archive import Hit

_FILE = click.option(
    "--archive", "file", type=PATH, metavar="FILE", default="claimcheck-archive.db",
    show_default=True, help="The archive, an SQLite file.",
)  # fmt: skip


@click.group(
    invoke_without_command=True,
    epilog="""\b
Examples:
  claimcheck archive add articles/
  claimcheck archive find "76,4 Mrd. Dollar Umsatz"
  claimcheck archive list
""",
)
@click.pass_context
def archive(ctx: click.Context) -> None:
    """Keep the claims of articles in a file, and find them again by figure and word."""
    help_alone(ctx)


@archive.command(
    epilog="""\b
Examples:
  claimcheck archive add articles/
  claimcheck archive add today.md --archive newsroom.db
"""
)
@click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=PATH)
@options(_FILE, *READING)
def add(paths: tuple[str, ...], file: str, **given: Any) -> int:
    """Store the claims of articles; an article that is stored already is read anew."""
    from claimcheck.archive import opened
    from claimcheck.engine import extractions

    check_writable(file, "--archive")
    run = start(paths, **given)
    with progress(run.quiet):
        found = extractions(run.read(paths), run.config, contexts=False)
    with opened(file, create=True) as stored:
        for one in found:
            stored.add(one.document, one.claims)
    claims = sum(len(one.claims) for one in found)
    note(
        f"{file}: {counted(claims, 'claim')} of {counted(len(found), 'article')} stored", run.quiet
    )
    return 0


@archive.command(
    name="list",
    epilog="""\b
Examples:
  claimcheck archive list
  claimcheck archive list --archive newsroom.db --format json
""",
)
@options(_FILE, TABLE, OUTPUT, QUIET, NO_COLOR)
def list_(file: str, **given: Any) -> int:
    """List the stored articles, oldest first."""
    from claimcheck.archive import opened
    from claimcheck.report.json import dumps

    run = start((), **given)
    with opened(file) as stored:
        documents = stored.documents()
    if run.format == "json":
        run.emit(dumps([one._asdict() for one in documents]))
        return 0
    head = ("date", "source", "article", "claims")
    rows = [
        [one.published or "-", one.source or "", one.name, str(one.claims)] for one in documents
    ]
    _table(run, head, rows, "nothing stored")
    return 0


@archive.command(
    epilog="""\b
Examples:
  claimcheck archive find "Microsoft"
  claimcheck archive find "rund 15.000 GPUs"
  claimcheck archive find "revenue 76.4 billion dollars" --language en --format json
"""
)
@click.argument("text")
@options(_FILE, TABLE, OUTPUT, LANGUAGE, DATE, CONFIG, QUIET, NO_COLOR)
def find(text: str, file: str, **given: Any) -> int:
    """Find stored claims: those with a figure of TEXT, and with all its other words."""
    from claimcheck.archive import opened
    from claimcheck.cli.claims import best_reading
    from claimcheck.config.own_units import reading
    from claimcheck.report.json import dumps

    run = start((), **given)
    if not text.strip():
        raise InputError("there is no text", hint='e.g. claimcheck archive find "3,5 Prozent"')
    with reading(run.config):
        _, quantities = best_reading(text, run.language, run.day)
    spans = [quantity.span for quantity in quantities]
    rest = "".join(
        " " if any(span.start <= i < span.end for span in spans) else letter
        for i, letter in enumerate(text)
    )
    with opened(file) as stored:
        hits = stored.find(rest.split(), quantities)
    if run.format == "json":
        run.emit(dumps([hit._asdict() for hit in hits]))
    else:
        head = ("date", "where", "figure", "sentence")
        _table(run, head, [_row(hit) for hit in hits], "nothing found")
    return 0


def _row(hit: Hit) -> list[str]:
    claim: dict[str, Any] = hit.claim
    document: dict[str, Any] = hit.document
    name = document["source"] or document["path"] or document["title"] or ""
    where = f"{name}:{claim['span']['line']}"
    return [document["published"] or "-", where, " ".join(claim["quote"].split()), hit.sentence]


@archive.command(
    epilog="""\b
Examples:
  claimcheck archive remove articles/a.txt
"""
)
@click.argument("names", metavar="ARTICLE...", nargs=-1, required=True)
@options(_FILE, QUIET)
def remove(names: tuple[str, ...], file: str, quiet: bool) -> int:
    """Forget stored articles, named as `archive list` names them."""
    from claimcheck.archive import opened

    with opened(file) as stored:
        gone = stored.remove(names)
        missing = [name for name in names if name not in gone]
        if missing:
            raise InputError(
                "is not stored", place=missing[0], hint="`claimcheck archive list` names them all"
            )
    note(f"{file}: {counted(len(gone), 'article')} removed", quiet)
    return 0


def _table(run: Run, head: Sequence[str], rows: Sequence[Sequence[str]], none: str) -> None:
    from claimcheck.report.page import Cell, Column

    page = run.page()
    cells: list[list[Cell]] = [[Cell(name, "head") for name in head]]
    cells += [[Cell(part) for part in row] for row in rows]
    if rows:
        flow = Column(flow=True)
        page.table(cells, [Column(), flow, flow, flow])
    else:
        page.line(none)
    run.print(page)
