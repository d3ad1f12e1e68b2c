"""From which score on a pair is reported: set by what was right in annotated bundles."""

from __future__ import annotations

import msgspec


class Thresholds(msgspec.Struct, frozen=True):
    """From which score a pair is reported."""

    agreement: float = 0.7
    rank: float = 0.9
    """The same for ranks: much is second, and third, in every story."""
    contradiction: float = 0.8
    explained: float = 0.6
    """The same where a slip explains the difference, or nothing but the figure differs."""
    mixed_up: float = 0.45
    """The same where the other article has the figure for something else."""
    update: float = 0.65
    error: float = 0.9
    error_explained: float = 0.85
    """The same where a slip explains the difference."""
    related: float = 0.25
    overrule: float = 0.7
    """From here on the evidence as a whole outweighs a part of the claims that differs."""
    other_subject: float = 0.92
    """The same for the subject, which is what a claim is about."""


LIMITS = Thresholds()
