"""The subject that a sentence without a subject of its own carries on.

Sentences without a number are looked at when somebody asks, the last one first, and no
further back than until both an actor and a name are found.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from claimcheck.extract.names.cast import Cast
from claimcheck.extract.sentence import Analysis
from claimcheck.model import Named, Sentence

Passed = tuple[Sentence, tuple[str, ...]]
"""A sentence without a number, and its words."""
SpokenOf = Callable[[Sentence, tuple[str, ...], bool], tuple[Named | None, Named | None]]
"""Returns a sentence's actor and its first name; the name alone if so told."""


class Focus:
    """What is spoken of: an actor and a name, each of the last sentence that has one."""

    def __init__(
        self, spoken_of: SpokenOf, analysed: Callable[[Passed], Analysis], cast: Cast
    ) -> None:
        self.last: Named | None = None
        """The subject of the number before, in the same sentence."""
        self.bound = False
        """Whether that one stands in the sentence."""
        self.actors = cast.actors
        """Who the document is about."""
        self.called = cast.called
        """Whom the document calls by a noun, by its dictionary form."""
        self.titled = cast.titled
        """The names that come with a title: those of people."""
        self.stood: tuple[Named, int] | None = None
        """What the last pronoun stood for, and what else it could."""
        self._spoken_of = spoken_of
        self._analysed = analysed
        self._before: Analysis | Passed | None = None
        self._actor: Named | None = None
        self._proper: Named | None = None
        self._waiting: list[Passed] = []
        self._actor_at = self._proper_at = 0
        self._since_actor = 0
        self._since_proper = 0

    @property
    def name(self) -> Named | None:
        """The last one that acted, with a name or without."""
        self._catch_up()
        return self._actor

    @property
    def proper(self) -> Named | None:
        """The last one that was a name."""
        self._catch_up()
        return self._proper

    @property
    def since_actor(self) -> int:
        """Where the sentence starts that the last one acted in."""
        self._catch_up()
        return self._actor_at

    @property
    def since_proper(self) -> int:
        """Where the sentence starts that names the last one."""
        self._catch_up()
        return self._proper_at

    def pass_by(self, sentences: Sequence[Passed]) -> None:
        """Take in sentences without a number, to be looked at if need be."""
        self._waiting.extend(sentences)
        if sentences:
            self._before = sentences[-1]

    def before(self) -> Analysis | None:
        """Return the sentence before."""
        if isinstance(self._before, tuple):
            self._before = self._analysed(self._before)
        return self._before

    def keep(self, analysis: Analysis) -> None:
        """Take in a sentence with numbers as the one before the next."""
        self._before = analysis

    def follow(self, start: int, actor: Named | None, name: Named | None) -> None:
        """Take in what a sentence with numbers is about, and where it starts."""
        if actor is not None:
            self._actor, self._actor_at, self._since_actor = actor, start, len(self._waiting)
        if name is not None:
            self._proper, self._proper_at, self._since_proper = name, start, len(self._waiting)
        if self._since_actor == self._since_proper == len(self._waiting):
            self._forget()

    def _catch_up(self) -> None:
        """Look at the sentences passed by, the last one first, until both are known."""
        if not self._waiting:
            return
        actor: Named | None = None
        name: Named | None = None
        for at in range(len(self._waiting) - 1, -1, -1):
            no_actor = actor is not None or at < self._since_actor
            if no_actor and (name is not None or at < self._since_proper):
                break
            start = self._waiting[at][0].start
            first, proper = self._spoken_of(*self._waiting[at], no_actor)
            if first is not None and not no_actor:
                actor, self._actor_at = first, start
            if proper is not None and name is None and at >= self._since_proper:
                name, self._proper_at = proper, start
        self._actor, self._proper = actor or self._actor, name or self._proper
        self._forget()

    def _forget(self) -> None:
        self._waiting.clear()
        self._since_actor = self._since_proper = 0
