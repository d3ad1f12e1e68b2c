"""From which score on a pair is reported: set by what was right in annotated bundles."""

from __future__ import annotations

import msgspec


class Thresholds(msgspec.Struct, frozen=True):
    """From which score a pair is reported."""

    agreement: float = 0.7
    rank: float = 0.9
    """The same for ranks: much is second, and third, in every story."""
    contradiction: float = 0.8
    counted: float = 0.9
    """The same where people or things are counted, or years of age: many are in every story."""
    shares: float = 0.95
    """The same for percentages: there are many in a story, and 1 of 6 below it was right."""
    misread: float = 0.8
    """The same where one digit differs, two parties count, or a later toll is lower."""
    explained: float = 0.6
    """The same where a slip explains the difference, or nothing but the figure differs."""
    worded: float = 0.35
    """The same where nothing but the figure differs, and one subject and measure are known."""
    chance: float = 0.9
    """The same where two digits are swapped in figures that two words measure: most are chance."""
    strangers: float = 0.7
    """The least between articles that share no value: most tell of two events."""
    mixed_up: float = 0.45
    """The same where the other article has the figure for something else."""
    currency: float = 0.7
    """The same for one figure of two digits or more in two currencies."""
    age: float = 0.6
    """The same for two ages of one person."""
    update: float = 0.65
    error: float = 0.9
    error_explained: float = 0.85
    """The same where a slip explains the difference."""
    related: float = 0.25
    overrule: float = 0.7
    """From here on the evidence as a whole outweighs a part of the claims that differs."""
    agreed: float = 0.85
    """The same for a price that one article says will be paid, and the other that it is."""
    age_slipped: float = 0.89
    """The same where one of the ages is nobody's, and a slip explains the difference."""
    other_subject: float = 0.92
    lone_subject: float = 0.76
    """The same for the subject, which is what a claim is about; and where neither figure has
    an equal."""


AGREEING = {"date": 0.65, "money": 0.8}
"""From which score an agreement is reported in these dimensions: few things of a story share a
day, and many cost a million."""
ONLY_WHEN = 0.9
"""The same for dates of which both are the period of other figures, and neither what happened nor
to whom is known of both: most tell nothing else."""
COUNTED_ALIKE, FEW_UNLIKE = 0.6, 0.75
"""The same for counts of one kind of thing, and for those of two that have a single digit: from
0.6 to 0.7 23 of 26 of the first were right in annotated bundles, from 0.7 to 0.8 32 of 46 counts
of two kinds of things."""
ROUNDED_UNLIKE = 0.82
"""The same for counts of two kinds of things that are not equal, but rounded or a bound: "more than
600 firefighters" are no 700 mourners; below it 12 of 22 were right."""
CUSTOMARY = 0.9
"""The same for two durations of a day, a week or a year that are the length of nothing known."""
BESIDE_BOUND = 0.88
"""The same for percentages of which one is said to be more, or less, than the other: below it 8 of
12 were of two things in annotated bundles."""
OVERLAPPING = 0.9
"""The same for two dates of which one is longer and more than two months long, where none knows
what they are of: below it one of seven was right in annotated bundles."""
STRANGERS = {"factor_thousand": 0.88}
"""The least between articles that share no value where this slip explains the difference."""
LONE = {
    "other_month": 0.6,
    "factor_thousand": 0.3,
    "missing_digit": 0.75,
    "teens_and_tens": 0.85,
    "one_digit": 0.6,
}
"""From which score a slip is reported between two figures that have no equal."""
LIMITS = Thresholds()
