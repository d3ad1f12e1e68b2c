"""The page of all rules, in Markdown."""

from __future__ import annotations

from claimcheck.report.markdown import escape
from claimcheck.rules import RULES, Example, Rule

_HEAD = """\
# Rules

Made by `claimcheck rule --all`. The level is the highest that a rule raises: what rests on
something inferred is one lower. `severity` in `claimcheck.toml` sets other levels, and
`claimcheck rule CC101` shows one rule in a terminal.
"""


def rules_page() -> str:
    """Return what every rule means, with a text that fires it and one that does not."""
    rows = [
        f"| [{rule.code}](#{_anchor(rule)}) | {rule.name} | {rule.level} |"
        for rule in RULES.values()
    ]
    table = "\n".join(["| code | name | level |", "| --- | --- | --- |", *rows])
    return "\n".join([_HEAD, table, "", *(_section(rule) for rule in RULES.values())])


def _anchor(rule: Rule) -> str:
    """Return the anchor that Markdown readers give the rule's heading."""
    return f"{rule.code}-{rule.name}".lower()


def _section(rule: Rule) -> str:
    return "\n".join(
        (
            f"## {rule.code} {rule.name}",
            "",
            escape(rule.explanation),
            "",
            "Fires on",
            "",
            *_example(rule.fires),
            "",
            "Not on",
            "",
            *_example(rule.silent),
            "",
        )
    )


def _example(example: Example) -> list[str]:
    return [
        f"- {name}{f', {day}' if day else ''}: {escape(text)}"
        for name, text, day in (
            ("A", example.a, example.published_a),
            ("B", example.b, example.published_b),
        )
    ]
