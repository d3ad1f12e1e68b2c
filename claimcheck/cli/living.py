"""What commands do with findings that are known, ignored or not new."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from claimcheck.cli.output import called, note

if TYPE_CHECKING:
    from claimcheck.config.settings import Config
    from claimcheck.model import Document, Report, Suppression


def complete_rules(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[Any]:
    """Return the codes and names of rules that begin with what is typed."""
    from click.shell_completion import CompletionItem

    from claimcheck.rules import RULES

    done, comma, last = incomplete.rpartition(",")
    names = [(rule.code, rule.name) for rule in RULES.values()]
    return [
        CompletionItem(f"{done}{comma}{one}", help=other)
        for code, name in names
        for one, other in ((code, name), (name, code))
        if one.lower().startswith(last.lower()) and (last or one == code)
    ]


SELECT = click.option(
    "--select", "select", multiple=True, metavar="RULES", shell_complete=complete_rules,
    help="Only these rules: CC101, CC1 for all that begin so, or a name; commas between.",
)  # fmt: skip
IGNORE = click.option(
    "--ignore", "ignore", multiple=True, metavar="RULES|ID", shell_complete=complete_rules,
    help="Not these rules, facts or findings; commas between.",
)  # fmt: skip
BASELINE = click.option(
    "--baseline", type=click.Path(readable=False), metavar="FILE",
    help="Leave out the known findings in FILE; `claimcheck baseline` writes it.",
)  # fmt: skip
CHANGED = click.option(
    "--changed-since", metavar="REV",
    help="Only findings that touch lines changed in git since REV.",
)  # fmt: skip
LIVING = (SELECT, IGNORE, BASELINE, CHANGED)

_BY: dict[Suppression, str] = {
    "comment": "ignored by a comment",
    "setting": "ignored by the settings",
    "baseline": "known in the baseline",
    "unchanged": "on unchanged lines",
}


def chosen(
    config: Config, *, select: Sequence[str], ignore: Sequence[str], baseline: str | None
) -> Config:
    """Return the settings with `--select`, `--ignore` and `--baseline` on top of them.

    `--select` and `--baseline` replace what the configuration says, `--ignore` adds to it.
    """
    from claimcheck.config.settings import override
    from claimcheck.config.values import Ignore

    rules = _names("--select", select)
    out = _names("--ignore", ignore, ids=True)
    config = override(config, "--select", select=rules or None)
    config = override(config, "--baseline", baseline=baseline)
    if not out:
        return config
    rows = (*config.ignore, *(Ignore(id=name, reason="--ignore") for name in out))
    origin = "--ignore" if not config.ignore else f"{config.origin('ignore')} and --ignore"
    return override(config, origin, ignore=rows)


def settle(
    report: Report, config: Config, drafts: Sequence[Document], since: str | None, quiet: bool
) -> Report:
    """Return the report without what the baseline knows and what has not changed."""
    if config.baseline:
        from claimcheck.findings import baseline

        report = baseline.settle(report, baseline.load(config.baseline))
    if since is not None:
        from claimcheck.findings.changed import touched

        report = touched(report, since, frozenset(document.id for document in drafts))
    counts = Counter(one.by for one in report.suppressed)
    if counts:
        told = ", ".join(f"{counts[by]} {text}" for by, text in _BY.items() if counts[by])
        total = sum(counts.values())
        note(f"{total} finding{'s' * (total != 1)} left out: {told}", quiet)
    return report


def tell_unused(report: Report, config: Config, drafts: Sequence[Document], quiet: bool) -> bool:
    """Tell of comments and settings that ignore nothing; return whether that is an error."""
    from claimcheck.findings.policy import misspelt, unused
    from claimcheck.segment.comments import speaks

    if not drafts:
        for one in report.documents:
            if speaks(one):
                text = "comments silence findings in drafts under `check` alone"
                note(f"{called(one)}: {text}", quiet)
    if config.tolerances:
        for text in misspelt(report, config):
            note(text, quiet)
    if config.unused_ignores == "off":
        return False
    said = unused(report, config, drafts, date.today())
    strict = config.unused_ignores == "error"
    for text, certain in said:
        grave = strict and certain
        note(f"{'error: ' if grave else ''}{text}", quiet and not grave)
    return strict and any(certain for _, certain in said)


def _names(option: str, given: Sequence[str], ids: bool = False) -> tuple[str, ...]:
    """Return the names in an option, each a rule or, with `ids`, the id of a fact or finding."""
    from claimcheck.errors import OptionError
    from claimcheck.rule_names import codes

    names = tuple(name.strip() for one in given for name in one.split(",") if name.strip())
    for name in names:
        if ids and re.fullmatch(r"(f|CC\d+)-[0-9a-f]+", name):
            continue
        try:
            codes(name)
        except ValueError as error:
            raise OptionError(str(error), place=option) from None
    return names
