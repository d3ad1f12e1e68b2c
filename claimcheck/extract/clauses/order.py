"""The clauses of a sentence and their subjects, where the order of words shows them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import msgspec

MAIN, COMPLEMENT, ADVERBIAL, RELATIVE, UNFINITE, ASIDE = range(6)
"""What a clause is: what somebody says, one behind "when", a relative one, one whose verb is a
participle or an infinitive, and one in brackets or that only says who speaks."""

DEEPEST = 12
"""So many clauses outside of one are looked at."""


class Phrase(msgspec.Struct, gc=False):
    """A noun phrase or a pronoun by its tokens [first, last)."""

    first: int
    last: int
    led: int = -1
    """The preposition before it."""
    pronoun: bool = False
    headless: bool = False
    """Whether it has an article and no noun: "all", "this"."""
    joined: bool = False
    """Whether it stands behind "and"."""


class Clause(msgspec.Struct):
    """A clause: its subject, its verb, and the clause that it is part of."""

    kind: int
    parent: Clause | None = None
    subject: Phrase | None = None
    verb: int = -1
    """The token of the verb that says what happens."""
    end: int = -1
    """The token behind its verbs."""
    finite: int = -1
    """The token of its finite verb."""
    passive: bool = False
    unsure: bool = False
    """Whether its verb may be a participle."""
    marked: bool = False
    """Whether a comma opens it, so that one closes it."""
    before: Phrase | None = None
    """What stands right before its subject: "the plant the firm sold"."""
    aside: Phrase | None = None
    """What stands behind its subject between commas: "the ship, the Calypso, is"."""
    doubtful: bool = False
    """Whether the subject may be another one."""
    whose: Phrase | None = None
    """What a noun behind "whose" belongs to, or what stands before a bracket."""
    waiting: list[Phrase] = []
    """The phrases that wait for a verb of the clause outside."""

    def outside(self) -> Iterator[Clause]:
        """Yield the clauses that it is part of, the nearest first."""
        clause = self.parent
        for _ in range(DEEPEST):
            if clause is None:
                return
            yield clause
            clause = clause.parent

    def acting(self) -> Phrase | None:
        """Return the subject, which what has no finite verb shares with the clause outside."""
        for clause in (self, *self.outside()):
            if clause.subject is not None:
                return clause.subject
            if clause.finite >= 0 and clause.kind != UNFINITE:
                return None
        return None


class Order(msgspec.Struct, frozen=True):
    """The clause of each token, and the noun phrases of a sentence from left to right."""

    clauses: Sequence[Clause]
    phrases: Sequence[Phrase]
    starting: Mapping[int, Phrase]
    """The phrases by their first tokens."""
    ending: Mapping[int, Phrase]
    """By the tokens behind them."""
    led: Mapping[int, Phrase]
    """By their prepositions."""


NO_ORDER = Order((), (), {}, {}, {})
