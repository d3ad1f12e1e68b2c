"""Contradictions that follow from others.

Where one article has 64.2 and "64 percent" for one thing and the other has 62.4 with
swapped digits, the other contradicts both, although nobody takes 62.4 for 64 mistyped. A
number in two places of an article stands for one thing when its words or its digits say so.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from claimcheck.match.meeting import meet
from claimcheck.match.nodes import Node
from claimcheck.match.pairs import Match, log_odds
from claimcheck.match.relations import measure_relation
from claimcheck.slips import MISTYPED, slips

TRUST = 0.9
"""How much of a witness's score is left for what it says of another pair."""
_FIRM, _LIKELY, _SURER = 0.6, 0.6, 0.7
_SAME_WORDS, _SAME_DIGITS = 0.9, 0.8
_TELLING, _SHARP = 2, 3
_NEVER = frozenset({"date", "time", "rank"})
"""Two places with one day or one rank say two things more often than one."""
Links = dict[int, dict[int, float]]


def implied(matches: Sequence[Match], drafts: frozenset[int] | None = None) -> list[Match]:
    """Return the pairs that differ because one of them says the same as a mistyped figure's other.

    Each is returned once, with the surest pair that it follows from as its witness. With
    `drafts`, the numbers of the documents under check, one of each pair is one of them.
    """
    known = {(match.a.index, match.b.index): match for match in matches}
    nodes = {node.index: node for match in matches for node in (match.a, match.b)}
    equal = _equal(matches, nodes)
    found: dict[tuple[int, int], Match] = {}
    for match in matches:
        if match.meets or not _stands(match):
            continue
        for a, b, sure in _beside(match, equal, nodes):
            key = a.index, b.index
            score = TRUST * min(max(sure, _SURER), match.score)
            if score < _FIRM or meet(a, b):
                continue
            if drafts is not None and (a.document in drafts) == (b.document in drafts):
                continue
            held = found.get(key)
            source = held.source if held else (match.a.document, match.b.document)
            follows = known.get(key) or Match(a, b, False, 0.0, (), (), source=source)
            made = _made(follows, match, score)
            if held is None or _order(made) > _order(held):
                found[key] = made
    return list(found.values())


def _made(match: Match, witness: Match, score: float) -> Match:
    """Return a pair as sure as its witness makes it."""
    if match.score >= score:
        return replace(match, witness=witness)
    moved = log_odds(score) - (log_odds(match.score) if match.score else 0.0)
    told = (*match.told, ("implied", round(moved, 2)))
    return replace(match, witness=witness, score=score, told=told)


def _stands(match: Match) -> bool:
    """Return whether a slip is sure enough for others to follow from it."""
    a, b = match.a, match.b
    least = _BETWEEN_STRANGERS if match.strangers else _FIRM
    telling = min(a.sharpness, b.sharpness) >= _TELLING
    return match.score >= least and telling and slipped(a, b)


_BETWEEN_STRANGERS = 0.9


def slipped(a: Node, b: Node) -> bool:
    """Return whether a slip that is hardly chance explains the difference of two claims."""
    return not MISTYPED.isdisjoint(slips(a.claim, b.claim))


def _order(match: Match) -> tuple[float, str, str]:
    assert match.witness is not None
    return match.score, match.witness.a.claim.id, match.witness.b.claim.id


def _beside(
    match: Match, equal: Links, nodes: Mapping[int, Node]
) -> Iterator[tuple[Node, Node, float]]:
    """Yield each claim that surely says what one side of a pair says, with the other side."""
    for node, other in ((match.a, match.b), (match.b, match.a)):
        for index, sure in equal.get(node.index, {}).items():
            third = nodes[index]
            if sure < _LIKELY or third.document == other.document or third.block != other.block:
                continue
            if not _has_equal(equal, nodes, other, third) and not _has_equal(
                equal, nodes, third, other
            ):
                a, b = (third, other) if third.document < other.document else (other, third)
                yield a, b, sure


def _has_equal(equal: Links, nodes: Mapping[int, Node], node: Node, beside: Node) -> bool:
    """Return whether the document of one claim holds what another says as well."""
    return any(
        nodes[index].document == beside.document
        for index, sure in equal.get(node.index, {}).items()
        if sure >= _LIKELY
    )


def _equal(matches: Sequence[Match], nodes: Mapping[int, Node]) -> Links:
    """Return which claims say the same, and how surely: in other documents and in their own."""
    links: Links = defaultdict(dict)
    for match in matches:
        if match.meets and match.score >= _LIKELY:
            links[match.a.index][match.b.index] = match.score
            links[match.b.index][match.a.index] = match.score
    places: dict[tuple[int, str, float], list[Node]] = defaultdict(list)
    for node in nodes.values():
        if node.block not in _NEVER and node.sharpness >= _TELLING:
            places[node.document, node.block, node.value].append(node)
    for row in places.values():
        for one in row:
            for two in row:
                if one is not two and (sure := _twin(one, two)):
                    links[one.index][two.index] = sure
    return links


def _twin(a: Node, b: Node) -> float:
    """Return how surely a figure in two places of an article is said of one thing."""
    if a.unit != b.unit and a.unit and b.unit and a.block != "count":
        return 0.0
    relation = measure_relation(a, b)
    if relation in ("same", "near"):
        return _SAME_WORDS
    sharp = min(a.sharpness, b.sharpness) >= _SHARP
    return _SAME_DIGITS if sharp or relation == "unknown" else 0.0
