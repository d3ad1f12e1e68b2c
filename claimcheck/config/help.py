"""What each setting is for, with an example: for errors, `claimcheck config` and `init`."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple


class Help(NamedTuple):
    """What a setting does, in a sentence or two, and an example in TOML."""

    about: str
    example: str

    @property
    def line(self) -> str:
        """The example on one line, for a hint."""
        head, *rest = self.example.splitlines()
        return f"{head} with {', '.join(rest)}" if rest else head


HELP: Mapping[str, Help] = MappingProxyType(
    {
        "fail_on": Help(
            "From which level on the exit status is 1: error, warning, info or never.",
            'fail_on = "warning"',
        ),
        "language": Help(
            "The language of texts that do not say theirs. Recognised if not given.",
            'language = "de"',
        ),
        "labels": Help(
            "The language of the report's own words, in text, HTML and Markdown; en if not given.",
            'labels = "de"',
        ),
        "against": Help(
            "The sources that `claimcheck check` holds drafts against, from this file's folder on.",
            'against = ["sources/"]',
        ),
        "select": Help(
            "Only these rules: codes, beginnings of codes (CC1) or names. All if not given.",
            'select = ["CC1", "CC402"]',
        ),
        "severity": Help(
            "Levels by rule: error, warning, info or off.",
            'severity = { CC301 = "off", later-and-lower = "error" }',
        ),
        "baseline": Help(
            "A file of known findings that are not reported; see `claimcheck baseline`.",
            'baseline = "claimcheck-baseline.json"',
        ),
        "unused_ignores": Help(
            "What to do about comments that silence nothing and `ignore` entries that ran out:"
            " note, error (exit status 1) or off.",
            'unused_ignores = "error"',
        ),
        "aliases": Help(
            "Other names of a subject, and descriptions of it.",
            'aliases = { "Acme AG" = ["Acme", "the toolmaker"] }',
        ),
        "synonyms": Help(
            "Words for one counted thing.",
            'synonyms = { person = ["Fahrgäste", "passengers"] }',
        ),
        "measures": Help(
            "Measures of your own, with their words.",
            'measures = { occupancy = ["Auslastung", "occupancy"] }',
        ),
        "units": Help(
            "Units of your own, as pint defines units.",
            'units = ["football_pitch = 7140 * meter ** 2"]',
        ),
        "tolerances": Help(
            "How far two values may be apart and still agree, by unit or measure: an amount, or a"
            " share of the value.",
            'tolerances = { percent = "0.1", revenue = "1 %" }',
        ),
        "rates": Help(
            "Exchange rates to compare sums in two currencies by: a CSV file with the columns"
            " date,base,quote,rate, or ecb. The tolerance `rates` is 2 % if not given.",
            'rates = "ecb"',
        ),
        "ranks": Help(
            "The ranks of sources: 1 is official, and is named first.",
            'ranks = { "statistics office" = 1, "news agency" = 2 }',
        ),
        "exclude": Help(
            "Files and folders that are not read, by their names.",
            'exclude = ["archive", "*.pdf"]',
        ),
        "fiscal_years": Help(
            "The month in which a company's year begins.",
            'fiscal_years = { "Acme AG" = 7 }',
        ),
        "distinct": Help(
            "Two names or labels (* stands for anything) that look alike and are different.",
            '[[distinct]]\na = "Acme AG"\nb = "Acme Bank"',
        ),
        "ignore": Help(
            "Facts and findings that are settled, by id. `until` is the last day. Rules can be"
            ' named too: ignore = ["CC301", { id = "f-7c41c2", reason = "…" }].',
            '[[ignore]]\nid = "f-7c41c2"\nreason = "checked by phone"\nuntil = 2030-12-31',
        ),
        "per_path": Help(
            "`select`, `severity` and `ignore` (rules) for drafts, in an audit for articles, whose"
            " path matches, from this file's folder on.",
            '[per-path."drafts/opinion/*"]\nseverity = { CC1 = "warning" }\nignore = ["CC402"]',
        ),
    }
)
"""All settings, in the order of `Config`; those that are tables are last, as TOML needs it."""

_HEAD = """\
# Settings of claimcheck for the articles in this folder and below it.
# They can also stand under [tool.claimcheck] in pyproject.toml.
# Options on the command line win. `claimcheck config` shows what is in force.
"""


def starter() -> str:
    """Return a settings file with every setting explained, and its example commented out."""
    import textwrap

    parts = [_HEAD]
    for one in HELP.values():
        about = textwrap.wrap(one.about, 96, break_long_words=False, break_on_hyphens=False)
        lines = [
            *(f"# {line}" for line in about),
            *(f"#{line}" for line in one.example.splitlines()),
        ]
        parts.append("\n".join(lines) + "\n")
    return "\n".join(parts)
