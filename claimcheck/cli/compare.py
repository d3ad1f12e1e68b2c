"""The commands that compare: audit, check, show."""

from __future__ import annotations

import shlex
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from claimcheck.cli.options import LABELS, PATH, RATES, READING, REPORTING, options
from claimcheck.cli.progress import progress
from claimcheck.cli.run import Run, start
from claimcheck.errors import ConfigError, InputError, OptionError

_PATHS = click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=PATH)
AGAINST = "--against"


@click.command(
    epilog="""\b
Examples:
  claimcheck audit articles/
  claimcheck audit 'news/*.txt' --matrix
  claimcheck audit a.txt b.txt --date b.txt=2025-09-02 --fail-on warning
  curl -s https://example.org/a.txt | claimcheck audit - b.txt --format json
"""
)
@_PATHS
@options(*REPORTING, *READING)
def audit(paths: tuple[str, ...], **given: Any) -> int:
    """Compare all articles with each other.

    A PATH is a file (.txt, .md, .html, .docx, .pdf, .jsonl), a folder, a pattern in
    quotation marks, or - for standard input.
    """
    from claimcheck.engine import audit

    run = start(paths, **given)
    with progress(run.quiet):
        report = audit(run.read(paths, reported=True), run.config)
    command = shlex.join(["claimcheck", "audit", *paths, *run.reading])
    return run.finish(report, run.report_options(command))


class Against(click.Command):
    """Lets `--against` take all paths up to the next option, as a shell pattern gives them."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Repeat `--against` before each of its paths, as click wants it."""
        spread: list[str] = []
        taking = False
        for arg in args:
            if arg == AGAINST:
                taking = True
            elif taking and (arg == "-" or not arg.startswith("-")):
                spread += [AGAINST, arg]
            else:
                if taking and (not spread or AGAINST not in spread):
                    raise click.UsageError(f"{AGAINST} needs at least one PATH.", ctx)
                taking = False
                spread.append(arg)
        if taking and AGAINST not in spread:
            raise click.UsageError(f"{AGAINST} needs at least one PATH.", ctx)
        return super().parse_args(ctx, spread)


def sources_for(run: Run, given: tuple[str, ...]) -> tuple[str, ...]:
    """Return the sources of the command line, or those of the settings."""
    from claimcheck.read.paths import is_pattern

    sources = given or run.config.against
    if not sources:
        raise OptionError(
            "no source to check against", place=AGAINST,
            hint=f'add {AGAINST} PATH..., or set against = ["sources/"] in claimcheck.toml',
        )  # fmt: skip
    for path in () if given else sources:
        if not Path(path).exists() and not is_pattern(path):
            raise ConfigError(
                f"against: no such file or folder: {path}", place=run.config.origin("against"),
                hint="name files, folders or patterns as they are seen from the settings file",
            )  # fmt: skip
    return sources


@click.command(
    cls=Against,
    epilog="""\b
Examples:
  claimcheck check draft.md --against sources/
  claimcheck check drafts/*.md --against agency.txt report.txt --fail-on warning
  claimcheck check - --against sources/ < draft.txt
  claimcheck check drafts/ --changed-since origin/main --baseline known.json
""",
)
@click.argument("drafts", metavar="DRAFT...", nargs=-1, required=True, type=PATH)
@click.option(
    AGAINST, "sources", metavar="PATH...", multiple=True, type=PATH,
    help="The sources: files, folders, patterns. Else `against` in the settings.",
)  # fmt: skip
@options(*REPORTING, *READING)
def check(drafts: tuple[str, ...], sources: tuple[str, ...], **given: Any) -> int:
    """Hold drafts against sources; sources are not compared among themselves.

    Name the drafts first: every PATH after --against is a source.
    """
    from claimcheck.engine import check

    run = start(drafts, **given)
    sources = sources_for(run, sources)
    held, known = run.read_drafts(drafts, sources, reported=True)
    with progress(run.quiet):
        report = check(held, known, run.config)
    command = shlex.join(["claimcheck", "check", *drafts, AGAINST, *sources, *run.reading])
    return run.finish(report, run.report_options(command, held), held)


@click.command(
    cls=Against,
    epilog="""\b
Examples:
  claimcheck show f-7c41c2 articles/
  claimcheck show B:17 articles/
  claimcheck show f-7c41c2 draft.md --against sources/
""",
)
@click.argument("id_", metavar="ID")
@_PATHS
@click.option(
    AGAINST, "sources", metavar="PATH...", multiple=True, type=PATH,
    help="The sources, if PATH... are drafts.",
)  # fmt: skip
@options(*READING, LABELS, RATES)
def show(id_: str, paths: tuple[str, ...], sources: tuple[str, ...], **given: Any) -> int:
    """Show one fact, finding or claim in full.

    ID is as `audit` prints it, its beginning, or a place: B:17 is line 17 of source B.
    """
    from claimcheck.config.settings import override
    from claimcheck.engine import audit
    from claimcheck.report.show import UnknownId
    from claimcheck.report.show import show as render

    run = start(paths, **given)
    run = replace(run, config=override(run.config, "show", ignore=()))
    try:
        text = _shown_in_check(run, id_, paths, sources)
        if text is None:
            text = render(audit(run.read(paths), run.config), id_, run.report_options())
    except UnknownId as error:
        raise OptionError(
            str(error), hint="`claimcheck audit` prints the ids; --show all prints every one"
        ) from None
    run.emit(text)
    return 0


def _shown_in_check(
    run: Run, id_: str, paths: tuple[str, ...], sources: tuple[str, ...]
) -> str | None:
    """Return what `check` has under an id.

    If the sources are those of the settings, it is None for an id that only an audit has.
    """
    from claimcheck.engine import check
    from claimcheck.report.show import UnknownId, show

    if not (sources or run.config.against):
        return None
    try:
        held, known = run.read_drafts(paths, sources or run.config.against)
        report = check(held, known, run.config)
        return show(report, id_, run.report_options(drafts=held))
    except (UnknownId, InputError):
        if sources:
            raise
        return None
