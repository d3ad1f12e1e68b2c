"""What a newsroom makes of the findings: other levels, and those that it has dealt with."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from msgspec.structs import replace

from claimcheck.config.settings import Config, Ignore
from claimcheck.config.values import PathRules
from claimcheck.facts.grouping import findings
from claimcheck.match.terms import tolerance_names
from claimcheck.model import Document, Finding, Report, Suppressed
from claimcheck.segment.comments import speaks

_LEVELS = {"error": 0, "warning": 1, "info": 2}


def apply(report: Report, config: Config, today: date, drafts: frozenset[str]) -> Report:
    """Return the report with findings levelled, left out and suppressed as the settings say.

    `today` decides which entries of `ignore` have run out. `drafts` are the ids of the
    documents under check, none in an audit. Comparisons and facts stay.
    """
    if not (config.severity or config.ignore or config.select or config.per_path):
        return report
    by_path = _ByPath(report, config, drafts)
    levelled = [_levelled(finding, config, by_path.rules(finding)) for finding in report.findings]
    current = [entry for entry in config.ignore if entry.until is None or today <= entry.until]
    kept: list[Finding] = []
    suppressed: list[Suppressed] = list(report.suppressed)
    for finding in levelled:
        entry = next((one for one in current if finding and _covers(one, finding)), None)
        if finding is not None and entry is None:
            kept.append(finding)
        elif finding is not None and entry is not None:
            place = config.origin("ignore")
            suppressed.append(Suppressed(finding, "setting", entry.reason, place))
    if [one.level for one in kept] != [one.level for one in report.findings]:
        kept.sort(key=lambda finding: _LEVELS[finding.level])
    return replace(report, findings=tuple(kept), suppressed=tuple(suppressed))


def hush(report: Report, drafts: Iterable[Document]) -> Report:
    """Return the report without the findings that comments in the drafts silence.

    A finding that also rests on other places stays, with those alone.
    """
    speaking = [document for document in drafts if speaks(document)]
    if not speaking:
        return report
    from claimcheck.findings.suppress import silenced, silencers

    by = silencers(speaking)
    quiet = silenced(report.claims, report.comparisons, by)
    heard = [one for i, one in enumerate(report.comparisons) if i not in quiet]
    left = tuple(findings(report.facts, heard))
    ids = {finding.id for finding in left}
    reasons = {frozenset((report.comparisons[i].a, report.comparisons[i].b)): by_
               for i, by_ in quiet.items()}  # fmt: skip
    gone = []
    for finding in report.findings:
        if finding.id not in ids:
            claims = set(finding.claims)
            why = next(one for pair, one in reasons.items() if pair <= claims)
            gone.append(Suppressed(finding, "comment", why.reason, why.place))
    return replace(report, findings=left, suppressed=(*report.suppressed, *gone))


def unused(
    report: Report, config: Config, drafts: Sequence[Document], today: date
) -> list[tuple[str, bool]]:
    """Return what is to be said of entries of `ignore`, and comments, that do nothing.

    With it goes whether that is certain: an id that these texts do not have, others may.
    """
    if not (config.ignore or any(speaks(document) for document in drafts)):
        return []
    ids = {one for f in findings(report.facts, report.comparisons) for one in (f.id, f.fact)}
    origin = config.origin("ignore")
    said = []
    for entry in config.ignore:
        if entry.until is not None and entry.until < today:
            said.append((f"{origin}: {entry.id} ran out on {entry.until}", True))
        elif entry.id not in ids and not _is_rule(entry.id):
            said.append((f"{origin}: {entry.id} matches nothing in these texts", False))
    speaking = [document for document in drafts if speaks(document)]
    if not speaking:
        return said
    from claimcheck.findings.suppress import silencers
    from claimcheck.findings.suppress import unused as silent

    return said + [
        (f"{one.place}: the comment ignores {one.rules}, and there is nothing to ignore", True)
        for one in silent(report.claims, report.comparisons, silencers(speaking))
    ]


def misspelt(report: Report, config: Config) -> list[str]:
    """Return what is to be said of tolerances that nothing is called by, but nearly."""
    names = {part for claim in report.claims for part in tolerance_names(claim, claim)}
    given = [name for name in config.tolerances if name.casefold() not in names]
    if not given:
        return []
    from difflib import get_close_matches

    from claimcheck.normalise.measured.units import find

    said = []
    for name in given:
        close = get_close_matches(name.casefold(), sorted(names), n=1, cutoff=0.8)
        if close and find(name) is None:
            place = config.origin("tolerances")
            said.append(f"{place}: no unit or measure is {name!r}; did you mean {close[0]!r}?")
    return said


class _ByPath:
    """Which per-path sections hold for a finding: those that match all files it is about."""

    def __init__(self, report: Report, config: Config, drafts: frozenset[str]) -> None:
        self._sections = config.per_path
        self._home = {claim.id: claim.document for claim in report.claims} if self._sections else {}
        self._paths = {document.id: document.path or "" for document in report.documents}
        self._drafts = drafts

    def rules(self, finding: Finding) -> list[PathRules]:
        from claimcheck.config.globs import matches

        if not self._sections:
            return []
        documents = {self._home[claim] for claim in finding.claims}
        paths = {self._paths[one] for one in (documents & self._drafts or documents)}
        return [
            section
            for section in self._sections
            if all(matches(path, section.pattern, section.folder) for path in paths)
        ]


def _levelled(finding: Finding, config: Config, sections: list[PathRules]) -> Finding | None:
    """Return the finding at the level that the settings give its rule; None if left out."""
    from claimcheck.rule_names import narrowest

    level = narrowest(config.severity).get(finding.rule)
    chosen = config.select
    ignored = [entry.id for entry in config.ignore if _is_rule(entry.id)]
    for section in sections:
        level = narrowest(section.severity).get(finding.rule, level)
        chosen = section.select or chosen
        ignored += section.ignore
    if level == "off" or _named(finding.rule, ignored):
        return None
    if chosen and not _named(finding.rule, chosen):
        return None
    return finding if level is None else replace(finding, level=level)


def _named(code: str, names: Iterable[str]) -> bool:
    from claimcheck.rule_names import codes

    return any(code in codes(name) for name in names)


def _covers(entry: Ignore, finding: Finding) -> bool:
    return entry.id in (finding.id, finding.fact)


def _is_rule(name: str) -> bool:
    from claimcheck.rule_names import codes

    try:
        return bool(codes(name))
    except ValueError:
        return False
