"""What narrows one of two claims and not the other, so that both may be true."""

from __future__ import annotations

from claimcheck.match.relations import period_relation
from claimcheck.model import Claim

_NARROWING = frozenset(
    {
        "part",
        "segment",
        "adjusted",
        "gross",
        "net",
        "seasonally_adjusted",
        "previous_period",
        "additional",
    }
)

_FIRST, _REVISED = "first_figure", "revised"


def narrowing(one: Claim, two: Claim) -> set[str]:
    """Return the tags of scope by which one claim is narrower than the other.

    That it is of an earlier time says nothing of two claims of one time, nor does it say
    anything that a part of others has a measure of its own.
    """
    found = (set(one.scope) ^ set(two.scope)) & _NARROWING
    for own, other in ((one.scope, two.scope), (two.scope, one.scope)):
        if _FIRST in own and _REVISED in other and _FIRST not in other:
            found.add(_REVISED)
    if period_relation(one, two) == "same":
        found.discard("previous_period")
    if any("part" in claim.scope and _is_said_of_it(claim) for claim in (one, two)):
        found.discard("part")
    return found


def _is_said_of_it(claim: Claim) -> bool:
    """Return whether a part has a measure of its own: "300 hurt, 19 of them in intensive care"."""
    said = claim.evidence.get("measure")
    return said is not None and said.start >= claim.span.end and "measure" not in claim.inferred
