"""The options that several commands share; `run.py` has what they come to."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

from claimcheck.cli.choices import (
    OneOf,
    Sections,
    fail_levels,
    formats,
    label_languages,
    languages,
    sections,
)
from claimcheck.cli.living import LIVING

GROUPS = ("fact", "document", "rule")
Command = TypeVar("Command", bound=Callable[..., Any])

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
    "--fail-on", type=OneOf("level", fail_levels), metavar="LEVEL",
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
