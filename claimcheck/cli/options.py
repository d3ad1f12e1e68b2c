"""The options that several commands share, and what they come to."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast

import click

from claimcheck.cli.output import check_writable, emit, note, stdout_encoding, wants_color
from claimcheck.errors import OptionError

if TYPE_CHECKING:
    from claimcheck.config import Config
    from claimcheck.model import Document, Report
    from claimcheck.report import FailOn, ReportOptions

FAIL_ON = ("error", "warning", "info", "never")
Command = TypeVar("Command", bound=Callable[..., Any])

_FILE_WIDTH = 100


if TYPE_CHECKING:
    _Type = click.ParamType[str]
else:
    _Type = click.ParamType


class _OneOf(_Type):
    """One of some names that are looked up only when they are needed."""

    def __init__(self, name: str, names: Callable[[], Sequence[str]]) -> None:
        self.name = name
        self.names = names

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the name, or complain with the nearest one."""
        if value in self.names():
            return str(value)
        from difflib import get_close_matches

        close = get_close_matches(str(value), self.names(), n=1)
        hint = f" Did you mean {close[0]!r}?" if close else ""
        self.fail(f"{value!r} is not one of {', '.join(self.names())}.{hint}", param, ctx)

    def get_metavar(self, param: click.Parameter, ctx: click.Context | None = None) -> str:
        """Show the names in the help of a command."""
        return f"[{'|'.join(self.names())}]"

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[Any]:
        """Return the names that begin with what is typed."""
        from click.shell_completion import CompletionItem

        return [CompletionItem(name) for name in self.names() if name.startswith(incomplete)]


class _Sections(_OneOf):
    """Names with commas between, or the option several times."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the names, joined by commas."""
        names = [part.strip() for part in str(value).split(",") if part.strip()]
        return ",".join(super(_Sections, self).convert(name, param, ctx) for name in names)


def _formats() -> Sequence[str]:
    from claimcheck.report import FORMATS

    return tuple(FORMATS)


def _sections() -> Sequence[str]:
    from claimcheck.report import SECTIONS

    return (*SECTIONS, "all")


def _languages() -> Sequence[str]:
    from claimcheck.language import codes

    return codes()


PATH = click.Path(readable=False)
"""A path that is looked at only where it is read, so that all complaints are alike."""

FORMAT = click.option(
    "--format", "format_", type=_OneOf("format", _formats), default="text",
    show_default=True, help="How to print the report.",
)  # fmt: skip
OUTPUT = click.option(
    "--output",
    "-o",
    type=PATH,
    help="Write to this file, whole or not at all.",
)
LANGUAGE = click.option(
    "--language", type=_OneOf("code", _languages),
    help="Language of texts that do not say theirs; recognised if not given.",
)  # fmt: skip
DATE = click.option(
    "--date", "dates", multiple=True, metavar="[NAME=]DATE",
    help="Publication date (2025-09-02) of texts that do not say theirs, or of the file NAME.",
)  # fmt: skip
CONFIG = click.option(
    "--config", "config_file", type=PATH, metavar="FILE",
    help="Settings; else claimcheck.toml or pyproject.toml at or above the first PATH.",
)  # fmt: skip
QUIET = click.option("--quiet", "-q", is_flag=True, help="Findings only, no notes.")
NO_COLOR = click.option("--no-color", is_flag=True, help="No colours.")
FAIL = click.option(
    "--fail-on", type=click.Choice(FAIL_ON), metavar="LEVEL",
    help="error, warning, info or never: from which level on the exit status is 1."
    "  [default: error]",
)  # fmt: skip
MATRIX = click.option("--matrix", is_flag=True, help="Draw facts against sources.")
SHOW = click.option(
    "--show", "sections", multiple=True, type=_Sections("section", _sections),
    help="List in full; several with commas between.",
)  # fmt: skip

READING = (LANGUAGE, DATE, CONFIG, QUIET, NO_COLOR)
REPORTING = (FORMAT, OUTPUT, FAIL, MATRIX, SHOW)


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
    quiet: bool = False
    no_color: bool = False
    matrix: bool = False
    sections: tuple[str, ...] = ()

    @property
    def fail_on(self) -> FailOn:
        """From which level on the exit status is 1."""
        return cast("FailOn", self.config.fail_on)

    def read(self, paths: Sequence[str]) -> list[Document]:
        """Return the articles, after their notes went to standard error."""
        from claimcheck.read import read_all

        documents = read_all(paths, language=self.language, published=self.published)
        for document in documents:
            for text in document.notes:
                note(f"{document.path}: {text}", self.quiet)
        return documents

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
            fail_on=self.fail_on,
            command=command,
            drafts=frozenset(document.id for document in drafts),
            quiet=self.quiet,
        )

    def finish(self, report: Report, options: ReportOptions) -> int:
        """Print a report and return the exit status."""
        from claimcheck.policy import unused
        from claimcheck.report import FORMATS, failing

        for name in unused(report, self.config):
            note(f"{self.config.origin('ignore')}: [[ignore]] {name} matches nothing", self.quiet)
        self.emit(FORMATS[self.format](report, options))
        return 1 if failing(report, options.fail_on) else 0

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
    fail_on: str | None = None,
    quiet: bool = False,
    no_color: bool = False,
    matrix: bool = False,
    sections: tuple[str, ...] = (),
) -> Run:
    """Return what the options come to; broken ones are complained about before any work."""
    check_writable(output)
    config = load_config(paths, config_file, fail_on=fail_on, language=language)
    return Run(
        config=config,
        published=parse_dates(dates),
        language=config.language or None,
        format=format_,
        output=output,
        quiet=quiet,
        no_color=no_color,
        matrix=matrix,
        sections=sections,
    )


def load_config(
    paths: Sequence[str],
    file: str | None,
    *,
    fail_on: str | None = None,
    language: str | None = None,
) -> Config:
    """Return the settings for the first path, those of the command line on top."""
    from claimcheck.config import load, override

    first = Path(paths[0] if paths and paths[0] != "-" else os.curdir)
    start = first if first.is_dir() else first.parent
    config = load(Path(file) if file else None, start=start)
    config = override(config, "--fail-on", fail_on=fail_on)
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
