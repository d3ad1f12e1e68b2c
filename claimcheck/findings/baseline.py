"""Known findings, kept in a file: adopt the program first, and mend old texts later.

An entry is a rule and what the fact is about, with how many pairs of values are known to
oppose each other, and which. There are no lines in it, so edits elsewhere change nothing.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import msgspec
from msgspec.structs import replace

from claimcheck.errors import ConfigError
from claimcheck.facts.grouping import about
from claimcheck.model import Finding, Record, Report, Suppressed
from claimcheck.rules import rule_for

FILE = "claimcheck-baseline.json"
VERSION = 1


class Entry(Record, frozen=True):
    """A known finding. `files` are the drafts, in an audit the articles, that it was in."""

    rule: str
    about: tuple[str, ...]
    """Subject, measure, unit, aspect and period as the claims have them, by their keys."""
    count: int
    values: tuple[str, ...]
    files: tuple[str, ...]
    message: str = ""

    def covers(self, other: Entry) -> bool:
        """Return whether both are of one rule, and about one fact as far as can be told."""
        return self.rule == other.rule and not set(self.about).isdisjoint(other.about)


class Baseline(Record, frozen=True):
    """The known findings in the file `path`."""

    path: str
    entries: tuple[Entry, ...]


class Difference(Record, frozen=True):
    """A report held against a baseline."""

    new: tuple[Finding, ...]
    known: tuple[Finding, ...]
    gone: tuple[Entry, ...]


class _File(msgspec.Struct, forbid_unknown_fields=True):
    version: int
    findings: list[Entry]


def load(path: str) -> Baseline:
    """Return the baseline in a file; raises `ConfigError` if it is missing or broken."""
    again = "write it anew: claimcheck baseline write --force"
    try:
        data = Path(path).read_bytes()
    except FileNotFoundError:
        raise ConfigError(
            "no such baseline", place=path, hint="make one: claimcheck baseline write"
        ) from None
    except OSError as error:
        raise ConfigError(
            f"the baseline cannot be read: {error.strerror}", place=path, hint="name a file"
        ) from None
    try:
        raw: Any = json.loads(data)
    except (ValueError, RecursionError) as error:
        line = getattr(error, "lineno", None)
        raise ConfigError(
            "the baseline is not JSON", place=f"{path}:{line}" if line else path, hint=again
        ) from None
    version = raw.get("version") if isinstance(raw, dict) else None
    if version is not None and version != VERSION:
        raise ConfigError(
            f"the baseline has version {version!r}, and this program reads {VERSION}",
            place=path, hint=again,
        )  # fmt: skip
    try:
        return Baseline(path, tuple(msgspec.convert(raw, _File).findings))
    except msgspec.ValidationError as error:
        raise ConfigError(f"this is no baseline: {error}", place=path, hint=again) from None


def dumps(entries: Iterable[Entry]) -> str:
    """Return the file of a baseline: the same findings give the same bytes."""
    rows = [
        msgspec.to_builtins(entry)
        for entry in sorted(set(entries), key=lambda one: (one.files, one.rule, one.about))
    ]
    return json.dumps({"version": VERSION, "findings": rows}, ensure_ascii=False, indent=1) + "\n"


def settle(report: Report, baseline: Baseline) -> Report:
    """Return the report without the findings that the baseline knows."""
    known = compare(report, baseline, frozenset()).known
    ids = {finding.id for finding in known}
    return replace(
        report,
        findings=tuple(one for one in report.findings if one.id not in ids),
        suppressed=(
            *report.suppressed,
            *(Suppressed(one, "baseline", "known", baseline.path) for one in known),
        ),
    )


def compare(report: Report, baseline: Baseline, drafts: frozenset[str]) -> Difference:
    """Return which findings are new and known, and which entries are gone.

    A finding is known if its rule and fact are, no value is new, and no more pairs of
    values oppose each other. An entry is gone if no finding has its rule and fact though
    all its files were read or exist no more.
    """
    found = entries(report, drafts, baseline.path)
    new: list[Finding] = []
    known: list[Finding] = []
    for finding, entry in zip(report.findings, found, strict=True):
        before = [one for one in baseline.entries if one.covers(entry)]
        values = {value for one in before for value in one.values}
        same = entry.count <= sum(one.count for one in before) and values.issuperset(entry.values)
        (known if before and same else new).append(finding)
    gone = [
        entry
        for entry in baseline.entries
        if not any(entry.covers(one) for one in found) and _judged(entry, report, baseline)
    ]
    return Difference(tuple(new), tuple(known), tuple(gone))


def updated(
    report: Report, baseline: Baseline, drafts: frozenset[str], accept_new: bool
) -> list[Entry]:
    """Return the entries of now: what is gone left out, and new ones in only if accepted.

    Entries that rest on files that were not read stay as they are.
    """
    difference = compare(report, baseline, drafts)
    new, gone = set(difference.new), set(difference.gone)
    found = entries(report, drafts, baseline.path)
    rows = [(finding in new, row) for finding, row in zip(report.findings, found, strict=True)]
    taken = [row for is_new, row in rows if accept_new or not is_new]
    kept = [
        entry
        for entry in baseline.entries
        if entry not in gone
        and not (_judged(entry, report, baseline) and any(entry.covers(row) for row in taken))
    ]
    accepted = [row for is_new, row in rows if is_new and accept_new]
    fresh = [row for row in taken if not any(entry.covers(row) for entry in kept)]
    return list(dict.fromkeys([*kept, *fresh, *accepted]))


def _judged(entry: Entry, report: Report, baseline: Baseline) -> bool:
    """Return whether all files of an entry were read, or exist no more."""
    read = {_inside(one.path, baseline.path) for one in report.documents if one.path}
    folder = Path(baseline.path).parent
    return all(file in read or not (folder / file).exists() for file in entry.files)


def entries(report: Report, drafts: frozenset[str], path: str) -> list[Entry]:
    """Return an entry for each finding of the report, for a baseline in the file `path`."""
    claims = {claim.id: claim for claim in report.claims}
    paths = {document.id: document.path or document.id for document in report.documents}
    opposed: dict[tuple[str, str], set[tuple[str, ...]]] = {}
    for one in report.comparisons:
        rule = rule_for(one.verdict, one.reason)
        if rule:
            values = tuple(sorted((_value(claims[one.a]), _value(claims[one.b]))))
            for side in (one.a, one.b):
                opposed.setdefault((rule.code, side), set()).add(values)
    found = []
    for finding in report.findings:
        pairs = set().union(*(opposed.get((finding.rule, one), set()) for one in finding.claims))
        homes = {claims[one].document for one in finding.claims}
        homes = homes & drafts or homes
        found.append(
            Entry(
                rule=finding.rule,
                about=tuple(sorted({" | ".join(about(claims[one])) for one in finding.claims})),
                count=len(pairs),
                values=tuple(sorted({value for pair in pairs for value in pair})),
                files=tuple(sorted(_inside(paths[home], path) for home in homes)),
                message=" ".join(finding.message.split()),
            )
        )
    return found


def _value(claim: Any) -> str:
    quantity = claim.quantity
    value = f"{quantity.value:f}" if hasattr(quantity.value, "is_finite") else str(quantity.value)
    return " ".join(part for part in (value, quantity.unit) if part)


def _inside(path: str, baseline: str) -> str:
    """Return a path as it is seen from the folder of the baseline."""
    if path == "-":
        return path
    return Path(os.path.relpath(path, Path(baseline).parent)).as_posix()
