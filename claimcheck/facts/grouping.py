"""Groups compared claims into facts, and comparisons into what a reader must look at."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence, Set

from claimcheck.facts.label import label, spoken_of
from claimcheck.model import Claim, Comparison, Fact, FactVerdict, Finding, Level
from claimcheck.rules import rule_for

_JOINING = ("agreement", "contradiction", "update")
_SEVERITY: tuple[FactVerdict, ...] = ("contradiction", "update", "agreement", "not_comparable")
_LEVELS: dict[Level, int] = {"info": 0, "warning": 1, "error": 2}


def group(
    claims: Sequence[Claim],
    comparisons: Sequence[Comparison],
    drafts: frozenset[str] = frozenset(),
) -> list[Fact]:
    """Return the facts in order of their first claim; a claim compared with none is its own.

    A fact is called by what sources say of it: `drafts`, documents by their ids, come and go.
    """
    leader = _leaders(claims, comparisons)
    members: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        members[leader[claim.id]].append(claim)
    verdicts: dict[str, set[str]] = defaultdict(set)
    for comparison in comparisons:
        verdicts[leader[comparison.a]].add(comparison.verdict)
        verdicts[leader[comparison.b]].add(comparison.verdict)
    standing = {key: _gravest(verdicts[key]) if key in verdicts else "single" for key in members}
    anchors = members
    if drafts:
        anchors = {
            key: [claim for claim in held if claim.document not in drafts] or held
            for key, held in members.items()
        }
    spoken = spoken_of(claims)
    ids = _ids({key: (standing[key], held) for key, held in anchors.items()})
    return [
        Fact(
            id=ids[key],
            label=label(held, spoken),
            claims=tuple(claim.id for claim in held),
            verdict=standing[key],
            independent_sources=len({claim.document for claim in held}),
        )
        for key, held in members.items()
    ]


def _leaders(claims: Sequence[Claim], comparisons: Sequence[Comparison]) -> dict[str, str]:
    """Return for each claim the one that stands for all that are joined with it."""
    leader = {claim.id: claim.id for claim in claims}

    def find(key: str) -> str:
        while leader[key] != key:
            leader[key] = leader[leader[key]]
            key = leader[key]
        return key

    for comparison in comparisons:
        if comparison.verdict in _JOINING:
            leader[find(comparison.b)] = find(comparison.a)
    return {key: find(key) for key in leader}


def _gravest(verdicts: Set[str]) -> FactVerdict:
    return next((v for v in _SEVERITY if v in verdicts), "single")


def findings(facts: Sequence[Fact], comparisons: Sequence[Comparison]) -> list[Finding]:
    """Return one finding for each fact and rule, gravest first, then in order of the facts."""
    home = {claim: fact for fact in facts for claim in fact.claims}
    fired: dict[tuple[str, str], list[Comparison]] = defaultdict(list)
    for comparison in comparisons:
        rule = rule_for(comparison.verdict, comparison.reason)
        if rule is not None:
            fact = min(home[comparison.a].id, home[comparison.b].id)
            fired[(fact, rule.code)].append(comparison)
    order = {fact.id: i for i, fact in enumerate(facts)}
    by_id = {fact.id: fact for fact in facts}
    found = [_finding(by_id[fact], code, rows) for (fact, code), rows in fired.items()]
    return sorted(found, key=lambda f: (-_LEVELS[f.level], order[f.fact or ""], f.rule))


def _finding(fact: Fact, code: str, comparisons: Sequence[Comparison]) -> Finding:
    best = max(comparisons, key=lambda c: (_LEVELS[c.level], c.score))
    claims = dict.fromkeys(i for c in comparisons for i in (c.a, c.b))
    return Finding(
        id=f"{code}-{fact.id.removeprefix('f-')}",
        rule=code,
        level=best.level,
        message=f"{fact.label}: {_without_measure(best.explanation)}",
        claims=tuple(claims),
        fact=fact.id,
    )


def _without_measure(explanation: str) -> str:
    """Return an explanation from its first quote on: the label has named the measure."""
    _, quote, rest = explanation.partition("“")
    return quote + rest or explanation


def _ids(groups: Mapping[str, tuple[FactVerdict, Sequence[Claim]]]) -> dict[str, str]:
    """Return an id for each group: a hash of what it is about, by its best known claim.

    The id has to outlive edits elsewhere: a claim that joins, and other facts that come.
    So among groups about the same, the gravest keeps the plain id if it is alone; others,
    and those about nothing that is known, are told apart by their values, then by their order.
    """
    rows = [
        (key, _best_known(held), _rank(verdict), held) for key, (verdict, held) in groups.items()
    ]
    gravest: dict[tuple[str, ...], int] = {}
    for _, parts, rank, _ in rows:
        if rank < gravest.get(parts, len(_SEVERITY) + 1):
            gravest[parts] = rank
    heads = Counter([parts for _, parts, rank, _ in rows if rank == gravest[parts]])
    seen: dict[str, int] = {}
    ids: dict[str, str] = {}
    for key, parts, rank, held in rows:
        text = "|".join(parts)
        known = parts[0] or parts[1]
        if not known or heads[parts] > 1 or rank != gravest[parts]:
            text = f"{text}|{'/'.join(sorted({_value(claim) for claim in held}))}"
        count = seen[text] = seen.get(text, 0) + 1
        suffix = f"|{count}" if count > 1 else ""
        digest = hashlib.sha256(f"{text}{suffix}".encode()).hexdigest()[:8]
        ids[key] = f"f-{digest}"
    return ids


def _best_known(claims: Sequence[Claim]) -> tuple[str, ...]:
    """Return what a group is about by the claim of which most is known."""
    if len(claims) == 1:
        return about(claims[0])
    return min(map(about, claims), key=lambda parts: (parts.count(""), parts))


def _rank(verdict: FactVerdict) -> int:
    return _SEVERITY.index(verdict) if verdict in _SEVERITY else len(_SEVERITY)


def about(claim: Claim) -> tuple[str, ...]:
    """Return what a claim is about: subject, measure, unit, aspect and period, by their keys."""
    return (
        claim.subject.key if claim.subject else "",
        claim.measure.key if claim.measure else "",
        claim.quantity.unit or claim.quantity.kind,
        claim.aspect,
        f"{claim.period.start}/{claim.period.end}" if claim.period else "",
    )


def _value(claim: Claim) -> str:
    return str(claim.quantity.value)
