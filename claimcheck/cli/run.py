"""What the options of one call come to: the settings, the articles, and where a report goes."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, cast

from claimcheck.cli.living import chosen, settle, tell_unused
from claimcheck.cli.options import FORMAT_NAME
from claimcheck.cli.output import (
    called,
    check_writable,
    emit,
    note,
    notes,
    stdout_encoding,
    terminal_width,
    wants_color,
)
from claimcheck.errors import InputError, OptionError, OutputError

if TYPE_CHECKING:
    from claimcheck.config.settings import Config
    from claimcheck.model import Document, Report
    from claimcheck.report import FailOn, GroupBy, ReportOptions
    from claimcheck.report.page import Page

_FILE_WIDTH = 100


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
    reading: tuple[str, ...] = ()
    """The options that change what is read, as typed."""

    @property
    def fail_on(self) -> FailOn:
        """From which level on the exit status is 1."""
        return cast("FailOn", self.config.fail_on)

    @property
    def day(self) -> date | None:
        """The one day of `--date`, for commands that read a phrase and no file."""
        if isinstance(self.published, Mapping):
            raise OptionError("takes one date, without a name", place="--date",
                              hint="e.g. --date 2025-09-02")  # fmt: skip
        return self.published

    def read(self, paths: Sequence[str], reported: bool = False) -> list[Document]:
        """Return the articles, after their notes went to standard error.

        `reported` tells that a report follows; where that shows the notes on the same terminal,
        once is enough.
        """
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
        notes(documents, self.quiet or (reported and self._shown()))
        self._spare(documents)
        return documents

    def _shown(self) -> bool:
        """Return whether a report with the notes comes up where errors do."""
        printed = self.format == "text" and self.output in (None, "-")
        return printed and sys.stdout.isatty() and sys.stderr.isatty()

    def _spare(self, documents: Sequence[Document]) -> None:
        """Complain if a report would be written over an article or the settings."""
        files = (self.output, *(file for _, file in self.reports))
        written = {os.path.realpath(file): file for file in files if file and file != "-"}
        if not written:
            return
        from claimcheck.read.paths import home

        paths = dict.fromkeys(home(document.path or "")[0] for document in documents)
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
        self, drafts: Sequence[str], sources: Sequence[str], reported: bool = False
    ) -> tuple[list[Document], list[Document]]:
        """Return drafts and sources; a draft that lies among the sources is no source."""
        from claimcheck.read import number

        held = number(self.read(drafts, reported), "draft")
        named = {os.path.realpath(one.path or "") for one in held}
        read = self.read(sources, reported)
        known = [one for one in read if os.path.realpath(one.path or "") not in named]
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
            width=_FILE_WIDTH if filed else terminal_width(_FILE_WIDTH),
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

    def page(self) -> Page:
        """Return an empty page for what is printed on a terminal."""
        from claimcheck.report.page import Page

        shown = self.report_options()
        return Page(shown.width, shown.ascii)

    def print(self, page: Page) -> None:
        """Print a page, with colours where they are wanted."""
        self.emit(page.text(wants_color(self.no_color, self.output)))

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
        reading=_typed({
            "--language": [language], "--date": dates, "--exclude": exclude, "--rates": [rates],
            "--stdin-filename": [stdin_name], "--config": [config_file],
        }),
    )  # fmt: skip
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


def _typed(given: Mapping[str, Sequence[str | None]]) -> tuple[str, ...]:
    """Return options as they were typed, without those that were not."""
    return tuple(
        word
        for name, values in given.items()
        for value in values
        if value
        for word in (name, value)
    )


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
    from claimcheck.config.settings import load, override

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
