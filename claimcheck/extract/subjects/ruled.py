"""What a clause shows of whose number it is."""

from __future__ import annotations

import msgspec

from claimcheck.extract.names.finder import NameHit
from claimcheck.extract.names.nouns import NounHit


class Ruled(msgspec.Struct, frozen=True, gc=False):
    """What a sentence shows: who the owner is, or what a pronoun can stand for; perhaps nothing."""

    hit: NameHit | NounHit | None = None
    code: int = 0
    before: tuple[NameHit | NounHit, ...] = ()
    """What a pronoun, or "the company", may stand for in its sentence, the likeliest first."""
    nobody: bool = False
    """Whether it is nobody's that is carried over."""
    others: frozenset[int] = frozenset()
    """The last tokens of subjects of other clauses, whose number it is not."""
    no_person: bool = False
    """Whether it is no person's that is carried over."""


UNKNOWN = Ruled()
