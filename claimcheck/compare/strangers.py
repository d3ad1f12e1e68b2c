"""Whether each of two articles tells of somebody that the other never names."""

from __future__ import annotations

from claimcheck.extract.names.known import place_keys
from claimcheck.match import Match
from claimcheck.model import Document, Named

_SHORT = 2
_OFTEN, _ONCE = 2, 1
"""Who is named once in passing is nobody that an article tells of, but for a place, and where the
articles have hardly anything else in common."""


def strangers(match: Match, first: Document, second: Document) -> bool:
    """Return whether each document tells of a subject that the other never names."""
    one, two = match.a.claim.subject, match.b.claim.subject
    if one is None or two is None:
        return False
    least = _ONCE if match.doubt else _OFTEN
    return _tells_of(one, first, second, least) and _tells_of(two, second, first, least)


def _tells_of(subject: Named, own: Document, other: Document, least: int) -> bool:
    words = [word for word in subject.key.split() if len(word) > _SHORT]
    here, there = own.text.lower(), other.text.lower()
    if subject.key in place_keys():
        least = _ONCE
    return any(here.count(word) >= least for word in words) and not any(w in there for w in words)
