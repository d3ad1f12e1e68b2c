"""A report seen by documents, facts and values, which is how people read it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import cached_property, partial
from pathlib import PurePath
from typing import NamedTuple

from claimcheck.model import Claim, Comparison, Document, Fact, Finding, Level, Report
from claimcheck.report import ReportOptions
from claimcheck.report.labels import say
from claimcheck.report.words import name, read_as

_ORDER: dict[Level, int] = {"error": 0, "warning": 1, "info": 2}


class Value(NamedTuple):
    """Claims of one fact that say the same."""

    reading: str
    claims: tuple[Claim, ...]

    @property
    def documents(self) -> tuple[str, ...]:
        """The documents that hold the value, each once, in order."""
        return tuple(dict.fromkeys(claim.document for claim in self.claims))

    def quoted(self, most: int) -> tuple[list[Claim], list[Claim]]:
        """Return the claims to quote, one a document and at most so many, and the others."""
        first: dict[str, Claim] = {}
        for claim in self.claims:
            first.setdefault(claim.document, claim)
        shown = list(first.values())[:most]
        return shown, [claim for claim in self.claims if claim not in shown]


class Block(NamedTuple):
    """What one reader's look should settle: all findings about one fact, with its values."""

    level: Level
    findings: tuple[Finding, ...]
    fact: Fact | None
    values: tuple[Value, ...]
    """The values that cannot all be true."""
    others: tuple[Value, ...]
    """Values of the same fact that contradict none."""
    comparisons: tuple[Comparison, ...]

    @property
    def id(self) -> str:
        """The id by which `show` finds the block."""
        return self.fact.id if self.fact else self.findings[0].id


class View:
    """Looks up in a report what the renderers need together."""

    def __init__(self, report: Report, options: ReportOptions) -> None:
        self.report = report
        self.options = options
        self.documents = {document.id: document for document in report.documents}
        self.letters = {document.id: letter(i) for i, document in enumerate(report.documents)}
        self.claims = {claim.id: claim for claim in report.claims}
        self.facts = {fact.id: fact for fact in report.facts}
        self.order = {claim.id: i for i, claim in enumerate(report.claims)}

    @cached_property
    def _file_names(self) -> Counter[str]:
        return Counter(PurePath(name(document)).name for document in self.report.documents)

    def short_name(self, document: Document) -> str:
        """Return the file name of a document, its whole path where that is not unique."""
        short = PurePath(name(document)).name if document.path else name(document)
        return short if self._file_names[short] == 1 else name(document)

    @cached_property
    def claim_counts(self) -> Counter[str]:
        """How many claims each document makes."""
        return Counter(claim.document for claim in self.report.claims)

    @cached_property
    def claims_in(self) -> dict[str, list[Claim]]:
        """The claims of each document."""
        found: dict[str, list[Claim]] = {document: [] for document in self.documents}
        for claim in self.report.claims:
            found[claim.document].append(claim)
        return found

    @cached_property
    def fact_of(self) -> dict[str, Fact]:
        """The fact that each claim belongs to."""
        return {claim: fact for fact in self.report.facts for claim in fact.claims}

    @cached_property
    def _compared(self) -> dict[str, list[Comparison]]:
        found: dict[str, list[Comparison]] = defaultdict(list)
        for comparison in self.report.comparisons:
            found[comparison.a].append(comparison)
            if comparison.b != comparison.a:
                found[comparison.b].append(comparison)
        return found

    def comparisons_among(self, claims: Iterable[str]) -> tuple[Comparison, ...]:
        """Return the comparisons with both sides among the claims, in the report's order."""
        inside = set(claims)
        found = {
            id(comparison): comparison
            for claim in sorted(inside, key=lambda key: self.order.get(key, 0))
            for comparison in self._compared.get(claim, ())
            if comparison.a in inside and comparison.b in inside
        }
        return tuple(found.values())

    def comparisons_of(self, claim: str) -> tuple[Comparison, ...]:
        """Return all comparisons that a claim takes part in."""
        return tuple(self._compared.get(claim, ()))

    def held(self, fact: Fact) -> str:
        """Return by how many of the sources a fact is held; drafts are no sources."""
        drafts = self.options.drafts
        sources = sum(document.id not in drafts for document in self.report.documents)
        drafted = len({claim.document for claim in self.known(fact.claims)} & drafts)
        return say("{held} of {all}", held=fact.independent_sources - drafted, all=sources)

    def named_by(self, fact: Fact) -> str:
        """Return by how many of the sources a fact is named, be it in copies of one passage."""
        drafts = self.options.drafts
        sources = sum(document.id not in drafts for document in self.report.documents)
        named = {claim.document for claim in self.known(fact.claims)} - drafts
        return say("{held} of {all}", held=len(named), all=sources)

    def letter(self, claim: Claim) -> str:
        """Return the letter of the document a claim stands in."""
        return self.letters.get(claim.document, "?")

    def place(self, claim: Claim) -> str:
        """Return where a claim stands: "B:17", source letter and line."""
        return f"{self.letter(claim)}:{claim.span.line}"

    def places(self, claims: Iterable[Claim], limit: int = 6) -> str:
        """Return where claims stand, each place once, counting what exceeds the limit."""
        found = list(dict.fromkeys(self.place(claim) for claim in claims))
        more = [f"+{len(found) - limit}"] if len(found) > limit else []
        return " ".join(found[:limit] + more)

    def known(self, names: Iterable[str]) -> list[Claim]:
        """Return the claims of these ids in the report's order."""
        found = {name: self.claims[name] for name in names if name in self.claims}
        return sorted(found.values(), key=lambda claim: self.order[claim.id])

    def values(self, claims: Iterable[Claim]) -> tuple[Value, ...]:
        """Group claims by what they say, in order of first appearance.

        What a counted thing is called makes no difference: "2 men" and "2 people" are one.
        """
        groups: dict[tuple[object, ...], list[Claim]] = {}
        for claim in claims:
            quantity = claim.quantity
            counted = quantity.kind in ("count", "number") and quantity.value is not None
            says = quantity.value if counted else read_as(claim)
            hedge = (quantity.qualifier, quantity.per, claim.aspect == "change") if counted else ()
            key = (says, *hedge)
            groups.setdefault(key, []).append(claim)
        return tuple(Value(_common(group), tuple(group)) for group in groups.values())

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """What has to be looked at: findings at warning or error, by fact, worst first."""
        groups: dict[str, list[Finding]] = {}
        for finding in self.report.findings:
            if finding.level != "info":
                groups.setdefault(finding.fact or finding.id, []).append(finding)
        blocks = [self.block(findings) for findings in groups.values()]
        return tuple(sorted(blocks, key=lambda block: _ORDER[block.level]))

    @cached_property
    def weak(self) -> tuple[Finding, ...]:
        """Contradictions at level info, which rest on weak evidence, outside the blocks."""
        held = {name for b in self.blocks for finding in b.findings for name in finding.claims}
        return tuple(
            finding
            for finding in self.report.findings
            if finding.level == "info"
            and finding.rule[:3] in ("CC1", "CC2")
            and not held.issuperset(finding.claims)
        )

    @cached_property
    def told(self) -> dict[str, str]:
        """The facts that a "card" or a row of "weak" findings is about."""
        weak = {finding.fact: "weak" for finding in self.weak if finding.fact}
        return weak | {block.id: "card" for block in self.blocks}

    def block(self, findings: list[Finding]) -> Block:
        """Return findings about one fact with its values, the one that few hold first."""
        findings = sorted(findings, key=lambda finding: _ORDER[finding.level])
        fact = self.facts.get(findings[0].fact or "")
        names = [name for finding in findings for name in finding.claims]
        named = self.known(names)
        claims = self.known([*names, *(fact.claims if fact else ())])
        against = {
            name
            for comparison in self.comparisons_among(claim.id for claim in claims)
            if comparison.verdict in ("contradiction", "update")
            for name in (comparison.a, comparison.b)
        } | {claim.id for claim in named}
        values = sorted(
            self.values(claims), key=partial(self._outlier_first, self._opposed(claims))
        )
        opposed = [v for v in values if any(claim.id in against for claim in v.claims)]
        return Block(
            findings[0].level,
            tuple(findings),
            fact,
            tuple(opposed),
            tuple(value for value in values if value not in opposed),
            self.comparisons_among(claim.id for claim in claims),
        )

    def _opposed(self, claims: list[Claim]) -> dict[str, set[str]]:
        """Return the documents that contradict each claim."""
        found: dict[str, set[str]] = defaultdict(set)
        for pair in self.comparisons_among(claim.id for claim in claims):
            if pair.verdict == "contradiction":
                found[pair.a].add(self.claims[pair.b].document)
                found[pair.b].add(self.claims[pair.a].document)
        return found

    def _outlier_first(
        self, opposed: dict[str, set[str]], value: Value
    ) -> tuple[bool, int, int, int]:
        draft = any(document in self.options.drafts for document in value.documents)
        against = set().union(*(opposed.get(claim.id, ()) for claim in value.claims))
        order = self.order[value.claims[0].id]
        return (not draft, -len(against), len(value.documents), order)


def _common(claims: list[Claim]) -> str:
    counted = Counter(read_as(claim) for claim in claims)
    return max(counted, key=lambda reading: counted[reading])


def letter(index: int) -> str:
    """Return the short name of the n-th source, from 0: A … Z, AA, AB …"""
    name = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        name = chr(ord("A") + rest) + name
    return name
