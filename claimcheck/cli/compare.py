"""The commands that compare: audit, check, show."""

from __future__ import annotations

import shlex
from typing import Any

import click

from claimcheck.cli.options import PATH, READING, REPORTING, options, start
from claimcheck.cli.progress import progress
from claimcheck.errors import InputError, OptionError

_PATHS = click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=PATH)
_AGAINST = "--against"


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

    A PATH is a file (.txt, .md), a folder, a pattern in quotation marks, or - for
    standard input.
    """
    from claimcheck.engine import audit

    run = start(paths, **given)
    with progress(run.quiet):
        report = audit(run.read(paths), run.config)
    return run.finish(report, run.report_options(shlex.join(["claimcheck", "audit", *paths])))


class _Against(click.Command):
    """Lets `--against` take all paths up to the next option, as a shell pattern gives them."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        spread: list[str] = []
        taking = False
        for arg in args:
            if arg == _AGAINST:
                taking = True
            elif taking and (arg == "-" or not arg.startswith("-")):
                spread += [_AGAINST, arg]
            else:
                if taking and (not spread or _AGAINST not in spread):
                    raise click.UsageError(f"{_AGAINST} needs at least one PATH.", ctx)
                taking = False
                spread.append(arg)
        if taking and _AGAINST not in spread:
            raise click.UsageError(f"{_AGAINST} needs at least one PATH.", ctx)
        return super().parse_args(ctx, spread)


@click.command(
    cls=_Against,
    epilog="""\b
Examples:
  claimcheck check draft.md --against sources/
  claimcheck check drafts/*.md --against agency.txt report.txt --fail-on warning
  claimcheck check - --against sources/ < draft.txt
""",
)
@click.argument("drafts", metavar="DRAFT...", nargs=-1, required=True, type=PATH)
@click.option(
    _AGAINST, "sources", metavar="PATH...", multiple=True, required=True, type=PATH,
    help="The sources: files, folders, patterns.",
)  # fmt: skip
@options(*REPORTING, *READING)
def check(drafts: tuple[str, ...], sources: tuple[str, ...], **given: Any) -> int:
    """Hold drafts against sources; sources are not compared among themselves.

    Name the drafts first: every PATH after --against is a source.
    """
    from claimcheck.engine import check
    from claimcheck.read import number

    run = start(drafts, **given)
    held = number(run.read(drafts), "draft")
    named = {document.path for document in held}
    known = [document for document in run.read(sources) if document.path not in named]
    if not known:
        raise InputError(
            "the sources are the drafts themselves", place=_AGAINST, hint="name other sources"
        )
    with progress(run.quiet):
        report = check(held, known, run.config)
    command = shlex.join(["claimcheck", "check", *drafts, _AGAINST, *sources])
    return run.finish(report, run.report_options(command, held))


@click.command(
    cls=_Against,
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
    _AGAINST, "sources", metavar="PATH...", multiple=True, type=PATH,
    help="The sources, if PATH... are drafts.",
)  # fmt: skip
@options(*READING)
def show(id_: str, paths: tuple[str, ...], sources: tuple[str, ...], **given: Any) -> int:
    """Show one fact, finding or claim in full.

    ID is as `audit` prints it, its beginning, or a place: B:17 is line 17 of source B.
    """
    from claimcheck.config import override
    from claimcheck.engine import audit, check
    from claimcheck.read import number
    from claimcheck.report.show import UnknownId
    from claimcheck.report.show import show as render

    run = start(paths, **given)
    documents = run.read(paths)
    config = override(run.config, "show", ignore=())
    if sources:
        documents = number(documents, "draft")
        report = check(documents, run.read(sources), config)
        shown = run.report_options(drafts=documents)
    else:
        report = audit(documents, config)
        shown = run.report_options()
    try:
        run.emit(render(report, id_, shown))
    except UnknownId as error:
        raise OptionError(
            str(error), hint="`claimcheck audit` prints the ids; --show all prints every one"
        ) from None
    return 0
