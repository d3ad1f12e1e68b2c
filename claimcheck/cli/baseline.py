"""The commands for known findings: baseline write, update and check."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from claimcheck.cli import help_alone
from claimcheck.cli.compare import AGAINST, Against, sources_for
from claimcheck.cli.living import IGNORE, SELECT
from claimcheck.cli.options import FAIL, PATH, RATES, READING, options
from claimcheck.cli.output import counted, emit, note, stdout_encoding
from claimcheck.cli.progress import progress
from claimcheck.cli.run import Run, start
from claimcheck.errors import OptionError

if TYPE_CHECKING:
    from claimcheck.findings.baseline import Baseline, Entry
    from claimcheck.model import Finding, Report

_PATHS = click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=PATH)
_SOURCES = click.option(
    AGAINST, "sources", metavar="PATH...", multiple=True, type=PATH,
    help="The sources, if PATH... are drafts. Else `against` in the settings.",
)  # fmt: skip
_FILE = click.option(
    "--baseline", type=PATH, metavar="FILE",
    help="The file of known findings; claimcheck-baseline.json, or as the settings say.",
)  # fmt: skip
_SHARED = (_SOURCES, _FILE, SELECT, IGNORE, FAIL, RATES, *READING)


class _Result(NamedTuple):
    """What one call has compared, and the file it is about."""

    run: Run
    report: Report
    drafts: frozenset[str]
    file: str


@click.group(
    invoke_without_command=True,
    epilog="""\b
Examples:
  claimcheck baseline write drafts/ --against sources/
  claimcheck check drafts/ --against sources/ --baseline claimcheck-baseline.json
  claimcheck baseline check drafts/ --against sources/
  claimcheck baseline update drafts/ --against sources/ --accept-new
""",
)
@click.pass_context
def baseline(ctx: click.Context) -> None:
    """Keep known findings in a file, so that only new ones are reported.

    A finding is known by its rule, its fact and the values that oppose each other, never
    by a line: edits elsewhere leave it known, and another value makes it new.
    Without --against, PATH... are compared with each other, as `audit` does.
    """
    help_alone(ctx)


@baseline.command(
    cls=Against,
    epilog="""\b
Examples:
  claimcheck baseline write drafts/ --against sources/
  claimcheck baseline write archive/ --baseline archive/known.json
""",
)
@_PATHS
@click.option("--force", is_flag=True, help="Replace a file that is there.")
@options(*_SHARED)
def write(paths: tuple[str, ...], sources: tuple[str, ...], force: bool, **given: Any) -> int:
    """Write all findings of now to a new file."""
    from claimcheck.findings.baseline import entries

    result = _compared(paths, sources, given)
    if Path(result.file).exists() and not force:
        raise OptionError(
            "is there already", place=result.file,
            hint="`claimcheck baseline update` keeps it current, --force starts it anew",
        )  # fmt: skip
    found = entries(result.report, result.drafts, result.file)
    _store(result, found)
    return 0


@baseline.command(
    cls=Against,
    epilog="""\b
Examples:
  claimcheck baseline update drafts/ --against sources/
  claimcheck baseline update drafts/ --against sources/ --accept-new
""",
)
@_PATHS
@click.option("--accept-new", is_flag=True, help="Take new findings in.")
@options(*_SHARED)
def update(paths: tuple[str, ...], sources: tuple[str, ...], accept_new: bool, **given: Any) -> int:
    """Take what is mended out of the file.

    New findings stay out and are listed, with exit status 1, unless --accept-new is given.
    """
    from claimcheck.findings.baseline import compare, load, updated

    result = _compared(paths, sources, given)
    known = load(result.file)
    difference = compare(result.report, known, result.drafts)
    _tell(result, difference.new, difference.gone, "accepted" if accept_new else "new")
    _store(result, updated(result.report, known, result.drafts, accept_new), known)
    return 1 if difference.new and not accept_new else 0


@baseline.command(
    cls=Against,
    epilog="""\b
Examples:
  claimcheck baseline check drafts/ --against sources/
""",
)
@_PATHS
@options(*_SHARED)
def check(paths: tuple[str, ...], sources: tuple[str, ...], **given: Any) -> int:
    """List what is new and what is mended; exit status 1 if the file is not current."""
    from claimcheck.findings.baseline import compare, load

    result = _compared(paths, sources, given)
    difference = compare(result.report, load(result.file), result.drafts)
    _tell(result, difference.new, difference.gone, "new")
    if not (difference.new or difference.gone):
        count = counted(len(difference.known), "known finding")
        note(f"{result.file} is current: {count}", result.run.quiet)
        return 0
    note(f"{result.file}: `claimcheck baseline update` makes it current", result.run.quiet)
    return 1


def _compared(paths: tuple[str, ...], sources: tuple[str, ...], given: dict[str, Any]) -> _Result:
    """Return the findings of now that a baseline can hold: warnings and errors.

    Those at level info are held if the settings fail on them.
    """
    from msgspec.structs import replace

    from claimcheck.engine import audit
    from claimcheck.engine import check as hold
    from claimcheck.findings.baseline import FILE

    run = start(paths, **given)
    file = run.config.baseline or FILE
    if sources or run.config.against:
        held, known = run.read_drafts(paths, sources_for(run, sources))
        with progress(run.quiet):
            report = hold(held, known, run.config)
        drafts = frozenset(document.id for document in held)
    else:
        documents, drafts = run.read(paths), frozenset()
        with progress(run.quiet):
            report = audit(documents, run.config)
    low = run.fail_on == "info"
    findings = tuple(one for one in report.findings if low or one.level != "info")
    return _Result(run, replace(report, findings=findings), drafts, file)


def _tell(result: _Result, new: Iterable[Finding], gone: Iterable[Entry], word: str) -> None:
    """List what is new and what is gone, on standard output."""
    from claimcheck.report.safe import printable

    claims = {claim.id: claim for claim in result.report.claims}
    paths = {document.id: document.path or document.id for document in result.report.documents}
    lines = []
    for finding in new:
        held = [claims[one] for one in finding.claims]
        claim = next((one for one in held if one.document in result.drafts), held[0])
        place = f"{paths[claim.document]}:{claim.span.line}"
        lines.append(f"{word}: {finding.level}[{finding.rule}] {place}: {finding.message}")
    for entry in gone:
        lines.append(f"mended: {entry.rule} {', '.join(entry.files)}: {entry.message}")
    text = "".join(printable(" ".join(line.split())) + "\n" for line in lines)
    if text:
        emit(text, None, encoding=stdout_encoding())


def _store(result: _Result, entries: Iterable[Entry], before: Baseline | None = None) -> None:
    from claimcheck.findings.baseline import dumps

    rows = list(entries)
    text = dumps(rows)
    count = counted(len(rows), "known finding")
    if before is not None and dumps(before.entries) == text:
        note(f"{result.file} stays as it is: {count}", result.run.quiet)
        return
    emit(text, result.file)
    note(f"{result.file}: {count} written", result.run.quiet)
