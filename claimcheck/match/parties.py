"""Figures that two parties give differently: the police count 8,000, the organisers 30,000.

Two values that far apart speak against one fact, and rightly so for most figures. Who takes
part in a demonstration or a strike is counted by those who call for it and by others, and
seldom alike: where each article has one such figure, which has no equal in the other, and says
whose it is, both mean one crowd.
"""

from __future__ import annotations

from claimcheck.extract.concepts.lexicon import lexicon
from claimcheck.match.nodes import Node
from claimcheck.match.relations import measure_relation, period_relation

SCORE = 0.84
"""How sure such a pair is: enough to be reported, and not for an error."""
EVENT = 0.08
"""How alike two articles must be to tell of one crowd."""
_LEAST, _MOST = 0.05, 0.85
"""How far the lower figure is from the higher: parties dispute no few percent."""


def disputed(a: Node, b: Node) -> bool:
    """Return whether two parties each give one of two figures for the same crowd."""
    said = a.claim.speaker, b.claim.speaker
    if not all(said) or said[0] == said[1] or not (_counts(a) or _counts(b)):
        return False
    if measure_relation(a, b) not in ("same", "near") or a.traits is not b.traits:
        return False
    if period_relation(a.claim, b.claim) == "apart":
        return False
    low, high = sorted((a.value, b.value))
    return a.block == b.block == "count" and _LEAST * high <= low <= _MOST * high


def _counts(node: Node) -> bool:
    return bool(node.measure) and lexicon().info(node.measure).disputed
