"""The options that several commands share, and what they come to."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast

import click

from claimcheck.cli.choices import OneOf, Sections, formats, label_languages, languages, sections
from claimcheck.cli.living import LIVING, chosen, settle, tell_unused
from claimcheck.cli.output import (
    called,
    check_writable,
    emit,
    note,
    notes,
    stdout_encoding,
    wants_color,
)
from claimcheck.errors import InputError, OptionError, OutputError

if TYPE_CHECKING:
    from claimcheck.config import Config
    from claimcheck.model import Document, Report
    from claimcheck.report import FailOn, GroupBy, ReportOptions

FAIL_ON = ("error", "warning", "info", "never")
GROUPS = ("fact", "document", "rule")
Command = TypeVar("Command", bound=Callable[..., Any])

_FILE_WIDTH = 100


PATH = click.Path(readable=False)
"""A path that is looked at only where it is read, so that all complaints are alike."""

FORMAT_NAME = OneOf("format", formats)
FORMAT = click.option(
    "--format", "format_", type=FORMAT_NAME, default="text",
    show_default=True, help="How to print the report.",
)  # fmt: skip
TABLE = click.option(
    "--format", "format_", type=click.Choice(("text", "json")), default="text", show_default=True,
    help="A table, or JSON.",
)  # fmt: skip
OUTPUT = click.option(
    "--output",
    "-o",
    type=PATH,
    help="Write to this file, whole or not at all.",
)
LANGUAGE = click.option(
    "--language", type=OneOf("code", languages),
    help="Language of texts that do not say theirs; recognised if not given.",
)  # fmt: skip
DATE = click.option(
    "--date", "dates", multiple=True, metavar="[NAME=]DATE",
    help="Publication date (2025-09-02) of texts that do not say theirs, or of the file NAME.",
)  # fmt: skip
RATES = click.option(
    "--rates", metavar="ecb|FILE",
    help="Compare currencies by the ECB's rates, or by a CSV: date,base,quote,rate.",
)  # fmt: skip
CONFIG = click.option(
    "--config", "config_file", type=PATH, metavar="FILE",
    help="Settings; else claimcheck.toml or pyproject.toml at or above the first PATH.",
)  # fmt: skip
REPORT = click.option(
    "--report", "reports", multiple=True, metavar="FORMAT=FILE",
    help="Write the report to a file as well, in this format; several times for several.",
)  # fmt: skip
QUIET = click.option("--quiet", "-q", is_flag=True, help="Findings only, no notes.")
VERBOSE = click.option(
    "--verbose", "-v", is_flag=True, help="Say on standard error what is read and how."
)
EXCLUDE = click.option(
    "--exclude", multiple=True, metavar="PATTERN",
    help="Leave out files and folders of this name ('*.pdf', drafts); several times.",
)  # fmt: skip
STDIN_NAME = click.option(
    "--stdin-filename", "stdin_name", default="", metavar="NAME",
    help="What the file on standard input is called; its suffix tells the format.",
)  # fmt: skip
NO_COLOR = click.option("--no-color", is_flag=True, help="No colours.")
FAIL = click.option(
    "--fail-on", type=click.Choice(FAIL_ON), metavar="LEVEL",
    help="error, warning, info or never: from which level on the exit status is 1."
    "  [default: error]",
)  # fmt: skip
MATRIX = click.option("--matrix", is_flag=True, help="Draw facts against sources.")
SHOW = click.option(
    "--show", "sections", multiple=True, type=Sections("section", sections),
    help="List in full; several with commas between.",
)  # fmt: skip
GROUP = click.option(
    "--group-by", type=OneOf("group", lambda: GROUPS), default="fact", show_default=True,
    help="Order findings by what they are about, by article, or by rule.",
)  # fmt: skip
LABELS = click.option(
    "--labels", type=OneOf("language", label_languages),
    help="Language of the report's own words, in text, HTML and Markdown.  [default: en]",
)  # fmt: skip

READING = (LANGUAGE, DATE, EXCLUDE, STDIN_NAME, CONFIG, QUIET, VERBOSE, NO_COLOR)
REPORTING = (FORMAT, OUTPUT, REPORT, FAIL, *LIVING, MATRIX, SHOW, GROUP, LABELS, RATES)


def options(*groups: Callable[[Command], Command]) -> Callable[[Command], Command]:
    """Return a decorator that adds options, in the order in which they are named."""

    def add(command: Command) -> Command:
        for option in reversed(groups):
            command = option(command)
        return command

    return add


@dataclass(frozen=True, kw_only=True)
class Run:
    """What the options of one call come to."""

    config: Config
    published: date | Mapping[str, date] | None
    language: str | None
    format: str = "text"
    output: str | None = None
    reports: tuple[tuple[str, str], ...] = ()
    quiet: bool = False
    verbose: bool = False
    no_color: bool = False
    matrix: bool = False
    sections: tuple[str, ...] = ()
    group_by: str = "fact"
    changed_since: str | None = None
    exclude: tuple[str, ...] = ()
    stdin_name: str = ""

    @property
    def fail_on(self) -> FailOn:
        """From which level on the exit status is 1."""
        return cast("FailOn", self.config.fail_on)

    def read(self, paths: Sequence[str]) -> list[Document]:
        """Return the articles, after their notes went to standard error."""
        from claimcheck.read import read_all

        documents = read_all(
            paths,
            language=self.language,
            published=self.published,
            exclude=(*self.config.exclude, *self.exclude),
            stdin_name=self.stdin_name,
        )
        for document in documents:
            self.tell(_read_as(document))
        notes(documents, self.quiet)
        self._spare(documents)
        return documents

    def _spare(self, documents: Sequence[Document]) -> None:
        """Complain if a report would be written over an article or the settings."""
        files = (self.output, *(file for _, file in self.reports))
        written = {os.path.realpath(file): file for file in files if file and file != "-"}
        if not written:
            return
        paths = [document.path or "" for document in documents]
        paths += [path.rpartition("#")[0] for path in paths]
        for path in (*paths, self.config.file, self.config.baseline):
            if path and os.path.realpath(path) in written:
                raise OutputError(
                    "is read, and the report would overwrite it",
                    place=written[os.path.realpath(path)],
                    hint="name another file, or --exclude it if it is an old report",
                )

    def tell(self, text: str) -> None:
        """Print what only `--verbose` wants to know to standard error."""
        note(text, quiet=self.quiet or not self.verbose)

    def read_drafts(
        self, drafts: Sequence[str], sources: Sequence[str]
    ) -> tuple[list[Document], list[Document]]:
        """Return drafts and sources; a draft that lies among the sources is no source."""
        from claimcheck.read import number

        held = number(self.read(drafts), "draft")
        named = {os.path.realpath(one.path or "") for one in held}
        known = [one for one in self.read(sources) if os.path.realpath(one.path or "") not in named]
        if not known:
            raise InputError(
                "the sources are the drafts themselves",
                place="--against",
                hint="name other sources",
            )
        return held, known

    def report_options(self, command: str = "", drafts: Sequence[Document] = ()) -> ReportOptions:
        """Return how a report is to be printed."""
        from claimcheck.report import ReportOptions

        filed = bool(self.output and self.output != "-")
        unicode = filed or stdout_encoding().lower().replace("-", "").startswith("utf")
        return ReportOptions(
            width=_FILE_WIDTH if filed else shutil.get_terminal_size((_FILE_WIDTH, 24)).columns,
            color=wants_color(self.no_color, self.output),
            ascii=not unicode,
            matrix=self.matrix,
            show=frozenset(name for given in self.sections for name in given.split(",")),
            group_by=cast("GroupBy", self.group_by),
            language=self.config.labels,
            fail_on=self.fail_on,
            command=command,
            drafts=frozenset(document.id for document in drafts),
            quiet=self.quiet,
        )

    def finish(
        self, report: Report, options: ReportOptions, drafts: Sequence[Document] = ()
    ) -> int:
        """Print a report, without what is known or unchanged, and return the exit status."""
        from msgspec.structs import replace

        from claimcheck.report import FORMATS, failing

        report = settle(report, self.config, drafts, self.changed_since, self.quiet)
        stale = tell_unused(report, self.config, drafts, self.quiet)
        files = [
            (FORMATS[name](report, replace(options, width=_FILE_WIDTH, color=False, ascii=False)),
             file)
            for name, file in self.reports
        ]  # fmt: skip
        text = FORMATS[self.format](report, options)
        for written, file in files:
            emit(written, file)
        self.emit(text)
        self.tell(f"{time.process_time():.2f} s of CPU time")
        return 1 if stale or failing(report, options.fail_on) else 0

    def emit(self, text: str) -> None:
        """Print text in the encoding that fits: a terminal's own, else UTF-8."""
        emit(text, self.output, encoding=stdout_encoding() if self.format == "text" else "utf-8")


def start(
    paths: Sequence[str],
    *,
    dates: Sequence[str] = (),
    language: str | None = None,
    config_file: str | None = None,
    format_: str = "text",
    output: str | None = None,
    reports: Sequence[str] = (),
    fail_on: str | None = None,
    quiet: bool = False,
    verbose: bool = False,
    no_color: bool = False,
    matrix: bool = False,
    sections: tuple[str, ...] = (),
    group_by: str = "fact",
    labels: str | None = None,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    baseline: str | None = None,
    changed_since: str | None = None,
    exclude: tuple[str, ...] = (),
    stdin_name: str = "",
    rates: str | None = None,
) -> Run:
    """Return what the options come to; broken ones are complained about before any work."""
    check_writable(output)
    files = _reports(reports, output)
    named = [stdin_name if stdin_name and path == "-" else path for path in paths]
    config = load_config(
        named, config_file, fail_on=fail_on, language=language, labels=labels, rates=rates
    )
    config = chosen(config, select=select, ignore=ignore, baseline=baseline)
    run = Run(
        config=config,
        published=parse_dates(dates),
        language=config.language or None,
        format=format_,
        output=output,
        reports=files,
        quiet=quiet,
        verbose=verbose,
        no_color=no_color,
        matrix=matrix,
        sections=sections,
        group_by=group_by,
        changed_since=changed_since,
        exclude=exclude,
        stdin_name=stdin_name,
    )
    places = dict.fromkeys(place.rpartition(":")[0] or place for place in config.origins.values())
    run.tell(f"settings: {', '.join(places) or 'none given'}")
    return run


def _reports(given: Sequence[str], output: str | None) -> tuple[tuple[str, str], ...]:
    """Return format and file of each `--report`, every file once and writable."""
    found: list[tuple[str, str]] = []
    taken = {os.path.realpath(output)} if output and output != "-" else set()
    for text in given:
        name, _, file = text.partition("=")
        if not file or file == "-":
            raise OptionError(
                f"{text!r} names no file", place="--report", hint="e.g. --report html=report.html"
            )
        FORMAT_NAME.convert(name, None, None)
        if os.path.realpath(file) in taken:
            raise OptionError(
                f"{file} would be written twice", place="--report", hint="name another file"
            )
        check_writable(file)
        taken.add(os.path.realpath(file))
        found.append((name, file))
    return tuple(found)


def _read_as(document: Document) -> str:
    """Return how an article was read, for those who want to know."""
    when = document.published.isoformat() if document.published else "no date"
    origin = f" from {document.published_from}" if document.published_from else ""
    size = f"{len(document.text):,} characters"
    return f"{called(document)}: {size}, {document.language}, {when}{origin}"


def load_config(
    paths: Sequence[str],
    file: str | None,
    *,
    fail_on: str | None = None,
    language: str | None = None,
    labels: str | None = None,
    rates: str | None = None,
) -> Config:
    """Return the settings for the first path, those of the command line on top."""
    from claimcheck.config import load, override

    first = Path(paths[0] if paths and paths[0] != "-" else os.curdir)
    start = first if first.is_dir() else first.parent
    config = load(Path(file) if file else None, start=start)
    config = override(config, "--fail-on", fail_on=fail_on)
    config = override(config, "--labels", labels=labels)
    config = override(config, "--rates", rates=rates)
    return override(config, "--language", language=language)


def parse_dates(given: Sequence[str]) -> date | Mapping[str, date] | None:
    """Return one date for all texts, or dates by file name, as `--date` gives them."""
    named: dict[str, date] = {}
    for text in given:
        name, equals, written = text.rpartition("=")
        if not equals and len(given) > 1:
            raise OptionError(
                "one --date is for all texts, several need names",
                place=f"--date {text}",
                hint=f"write --date NAME={text}, with the name of the file",
            )
        try:
            when = date.fromisoformat(written)
        except ValueError:
            raise OptionError(
                f"{written!r} is not an ISO date",
                place="--date",
                hint="write year-month-day, e.g. --date 2025-09-02 or --date a.txt=2025-09-02",
            ) from None
        if not equals:
            return when
        if named.get(name, when) != when:
            raise OptionError(f"two dates for {name!r}", place="--date", hint="keep one of them")
        named[name] = when
    return named or None
