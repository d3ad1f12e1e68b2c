"""A scored pair of claims."""

from __future__ import annotations

from math import exp, log

import msgspec

from claimcheck.match.model import Evidence, Models, Told
from claimcheck.match.nodes import Node


class Match(msgspec.Struct, frozen=True, gc=False):
    """Two claims of two documents with the score of being one fact, and the evidence.

    `meets` tells whether both values can be true at once. `lone` is true where neither of
    two differing claims has an equal in the other document, which tells of the same event;
    `strangers` where the two documents share no value that surely is one fact, or are tied by
    so little that it is in doubt whether they tell of one event: by `doubt`, in log odds, claims
    of two of a few documents are less sure for that.
    `witness` is the pair that this one follows from, where it does not stand by itself.
    `told` is what other pairs say about this one, in log odds. `source` are the documents of the
    pair that this one was found by, where the two were not held against each other.
    """

    a: Node
    b: Node
    meets: bool
    score: float
    structure: Evidence
    values: Evidence
    lone: bool = False
    strangers: bool = False
    witness: Match | None = None
    told: Told = ()
    doubt: float = 0.0
    source: tuple[int, int] | None = None

    @property
    def place(self) -> tuple[bool, bool, int, int]:
        """Where it stands among all: before what follows from others, and what is of one text."""
        one, two = self.source or (self.a.document, self.b.document)
        return self.source is not None, one == two, one, two

    def contributions(self) -> Told:
        """Return what each piece of evidence adds to the log odds, strongest first.

        What other pairs say comes before.
        """
        models = Models.shipped()
        return (*self.told, *models.explain(self.meets, self.structure, self.values))


def log_odds(score: float) -> float:
    """Return a probability as log odds, to two places; the sure ones as large numbers."""
    score = min(max(score, _LEAST), 1.0 - _LEAST)
    return round(log(score / (1.0 - score)), 2)


_LEAST = 1e-9


def shifted(score: float, odds: float) -> float:
    """Return a probability raised by log odds, lowered by negative ones."""
    return score / (score + (1.0 - score) * exp(-odds))
