"""What a newsroom makes of the findings: other levels, and those that it has dealt with."""

from __future__ import annotations

from datetime import date

import msgspec

from claimcheck.config import Config, Ignore
from claimcheck.facts import findings
from claimcheck.model import Finding, Report


def apply(report: Report, config: Config, today: date) -> Report:
    """Return the report with `severity` and `ignore` of the settings applied to its findings.

    `today` decides which entries of `ignore` have run out. Comparisons and facts stay.
    """
    if not (config.severity or config.ignore):
        return report
    current = [entry for entry in config.ignore if entry.until is None or today <= entry.until]
    levelled = (_levelled(finding, config) for finding in report.findings)
    kept = tuple(
        finding
        for finding in levelled
        if finding is not None and not any(_covers(entry, finding) for entry in current)
    )
    return msgspec.structs.replace(report, findings=kept)


def unused(report: Report, config: Config) -> list[str]:
    """Return the ids that `ignore` names and that no finding has, reported or ignored."""
    if not config.ignore:
        return []
    every = findings(report.facts, report.comparisons)
    return [
        entry.id for entry in config.ignore if not any(_covers(entry, finding) for finding in every)
    ]


def _levelled(finding: Finding, config: Config) -> Finding | None:
    """Return the finding at the level that the settings give its rule; None if "off"."""
    level = config.severity.get(finding.rule)
    if level is None:
        return finding
    return None if level == "off" else msgspec.structs.replace(finding, level=level)


def _covers(entry: Ignore, finding: Finding) -> bool:
    return entry.id in (finding.id, finding.fact)
