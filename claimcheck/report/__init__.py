"""Renderers: each prints a `Report` in one format and computes nothing.

A renderer takes the report and the `ReportOptions` and returns text that ends with a
line break. `FORMATS` names them all; each is imported only when it is used: `text`, `json`, `csv`,
`markdown`, `sarif`, `github`, `junit`, `rdjson` and `html/`. `show` prints one fact alone, `schema`
what the JSON looks like.

What they share: `view` sees a report as people read it, `alerts` as editors do. `words` says values
and periods, `units` names units, `reasons` and `evidence` say why; `labels/` has the words of other
languages. `safe` makes text of articles fit to be shown. The terminal's report is made of `blocks`,
`lists`, `matrix` and `excerpt`, on a `page` whose `cells` are counted.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from types import MappingProxyType
from typing import Literal

from claimcheck.model import Finding, Level, Record, Report

FailOn = Literal["error", "warning", "info", "never"]
GroupBy = Literal["fact", "document", "rule"]
SECTIONS = ("agreements", "updates", "not-compared", "single", "skipped", "silenced")
"""What `--show` may name; "all" stands for every one of them."""

_WEIGHT = {"info": 0, "warning": 1, "error": 2, "never": 3}


class ReportOptions(Record, frozen=True, kw_only=True):
    """How a report is to be printed; every renderer ignores what does not concern it.

    `width` is in character cells. `ascii` replaces symbols and accents for terminals
    that know no Unicode. `show` names the `SECTIONS` to list in full. `drafts` holds
    the ids of the documents under check, when the others are sources. `witnesses` is
    how many quotes stand for one value. `command` is the command line as typed, and
    `language` that of the report's own words in text, HTML and Markdown.
    """

    width: int = 100
    color: bool = False
    ascii: bool = False
    matrix: bool = False
    show: frozenset[str] = frozenset()
    group_by: GroupBy = "fact"
    fail_on: FailOn = "error"
    command: str = ""
    drafts: frozenset[str] = frozenset()
    witnesses: int = 2
    quiet: bool = False
    language: str = "en"

    def lists(self, section: str) -> bool:
        """Return whether a section is to be listed in full."""
        return section in self.show or "all" in self.show

    def wants(self, section: str) -> bool:
        """Return whether a section is to be there: unless quiet, or if it was asked for."""
        return not self.quiet or self.lists(section)


Renderer = Callable[[Report, ReportOptions], str]


def _lazy(module: str) -> Renderer:
    def render(report: Report, options: ReportOptions) -> str:
        text: str = import_module(f"claimcheck.report.{module}").render(report, options)
        return text

    return render


_NAMES = ("text", "json", "csv", "markdown", "sarif", "github", "junit", "rdjson", "html")
FORMATS: MappingProxyType[str, Renderer] = MappingProxyType({name: _lazy(name) for name in _NAMES})
"""Every output format by its name on the command line."""


def at_or_above(level: Level, fail_on: FailOn) -> bool:
    """Return whether a finding of this level counts against `--fail-on`."""
    return _WEIGHT[level] >= _WEIGHT[fail_on]


def failing(report: Report, fail_on: FailOn) -> tuple[Finding, ...]:
    """Return the findings that make the exit status 1."""
    return tuple(finding for finding in report.findings if at_or_above(finding.level, fail_on))
