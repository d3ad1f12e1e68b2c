"""The commands that explain the program: rule and config."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from claimcheck.cli.living import complete_rules
from claimcheck.cli.options import (
    CONFIG,
    FAIL,
    LANGUAGE,
    NO_COLOR,
    OUTPUT,
    PATH,
    TABLE,
    options,
)
from claimcheck.cli.run import start
from claimcheck.errors import OptionError

if TYPE_CHECKING:
    from claimcheck.report.page import Page
    from claimcheck.rules import Rule


@click.command(
    epilog="""\b
Examples:
  claimcheck rule
  claimcheck rule CC101
  claimcheck rule --format json
  claimcheck rule --all > rules.md
"""
)
@click.argument("code", required=False, shell_complete=complete_rules)
@click.option("--all", "every", is_flag=True, help="All rules with their examples, as Markdown.")
@options(TABLE, OUTPUT, NO_COLOR)
def rule(code: str | None, every: bool, **given: Any) -> int:
    """Explain a rule, or list all."""
    import msgspec

    from claimcheck.report.page import Cell, Column
    from claimcheck.rules import RULES

    run = start((), **given)
    if every and code is not None:
        raise OptionError("shows every rule", place="--all", hint="leave the code out")
    if run.format == "json":
        found = [_named(code, RULES)] if code else list(RULES.values())
        run.emit(_json([msgspec.to_builtins(rule) for rule in found]))
        return 0
    if every:
        from claimcheck.cli.rules_page import rules_page

        run.emit(rules_page())
        return 0
    page = run.page()
    if code is None:
        rows = [
            [Cell(rule.code, "head"), Cell(rule.name), Cell(rule.level, rule.level)]
            for rule in RULES.values()
        ]
        page.table(rows, [Column()] * 3)
    else:
        _explain(page, _named(code, RULES))
    run.print(page)
    return 0


def _named(code: str, rules: dict[str, Rule]) -> Rule:
    """Return the rule with this code or name."""
    from claimcheck.rule_names import nearest

    by_name = {rule.name: rule for rule in rules.values()}
    found = rules.get(code.upper()) or by_name.get(code.lower())
    if found:
        return found
    raise OptionError(f"no rule is called {code!r}", hint=nearest(code))


def _explain(page: Page, rule: Rule) -> None:
    page.line((rule.code, "head"), f" {rule.name}, at most ", (rule.level, rule.level))
    page.blank()
    page.paragraph(rule.explanation)
    for title, example in (("Fires on", rule.fires), ("Not on", rule.silent)):
        page.title(title)
        for name, text, day in (
            ("A", example.a, example.published_a),
            ("B", example.b, example.published_b),
        ):
            page.paragraph(text, [(f"  {name}  ", "gutter"), (f"{day}  " if day else "", "quiet")])


@click.command(
    epilog="""\b
Examples:
  claimcheck config
  claimcheck config articles/
  claimcheck config --config newsroom.toml
"""
)
@click.argument("path", required=False, type=PATH)
@options(TABLE, CONFIG, FAIL, LANGUAGE, OUTPUT, NO_COLOR)
def config(path: str | None, config_file: str | None, **given: Any) -> int:
    """Show the settings in force for PATH (or here), and where each comes from."""
    from msgspec import to_builtins as plain

    from claimcheck.config.help import HELP
    from claimcheck.config.settings import SETTINGS
    from claimcheck.report.page import Cell, Column

    if path is not None and not Path(path).exists():
        from claimcheck.read.paths import missing

        raise missing(path)
    run = start((path,) if path else (), config_file=config_file, **given)
    if run.format == "json":
        settings = {
            name: {"value": plain(getattr(run.config, name)), "from": run.config.origin(name)}
            for name in SETTINGS
        }
        run.emit(_json(settings))
        return 0
    page = run.page()
    rows = []
    for name in SETTINGS:
        value, origin = _written(getattr(run.config, name)), run.config.origin(name)
        style = "quiet" if origin == "default" else "value"
        rows.append([Cell(name, "head"), Cell(value, style), Cell(origin, "quiet")])
    file = run.config.file or "no settings file, here or above; `claimcheck init` writes one"
    page.paragraph(file, [("from  ", "head")])
    page.blank()
    page.table(rows, [Column(), Column(flow=True), Column(flow=True)])
    page.title("How to set them in claimcheck.toml")
    for name in SETTINGS:
        page.paragraph(HELP[name].line, [("  ", "")], hang=4)
    run.print(page)
    return 0


@click.command(
    epilog="""\b
Examples:
  claimcheck schema > report.schema.json
  claimcheck schema claims
"""
)
@click.argument("name", required=False, default="report", metavar="[report|claims|quantities]")
@options(OUTPUT)
def schema(name: str, **given: Any) -> int:
    """Print the JSON Schema of what --format json prints.

    `report` is for audit and check, `claims` for extract, `quantities` for normalise.
    """
    from claimcheck.report.schema import SCHEMAS, shipped

    if name not in SCHEMAS:
        raise OptionError(f"no schema is called {name!r}", hint=f"there are {', '.join(SCHEMAS)}")
    start((), format_="json", **given).emit(shipped(name))
    return 0


def _json(value: Any) -> str:
    from claimcheck.report.json import dumps

    return dumps(value)


def _written(value: Any) -> str:
    """Return a setting as people would write it."""
    from claimcheck.config.settings import Distinct, Ignore, PathRules, Tolerance

    if isinstance(value, Tolerance):
        return f"{value.amount * 100:f} %" if value.relative else f"{value.amount:f}"
    if isinstance(value, Distinct):
        return f"{value.a} is not {value.b}"
    if isinstance(value, Ignore):
        reason = f": {value.reason}" if value.reason else ""
        return f"{value.id}{reason}" + (f" (until {value.until})" if value.until else "")
    if isinstance(value, PathRules):
        parts = {name: getattr(value, name) for name in ("select", "severity", "ignore")}
        told = (f"{name} {_written(part)}" for name, part in parts.items() if part)
        return f"{value.pattern}: {'; '.join(told)}"
    if isinstance(value, dict):
        return "\n".join(f"{key}: {_written(item)}" for key, item in value.items()) or "-"
    if isinstance(value, tuple):
        separator = ", " if all(isinstance(item, str) for item in value) else "\n"
        return separator.join(_written(item) for item in value) or "-"
    return str(value) or "-"
