"""The words of one language that say that a number is an age."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from claimcheck.normalise.quantities.firstnames import compatriots
from claimcheck.normalise.tokens import Phrases, said

LATEST_HOUR = 24
"""Up to here "died at 9" may name an hour."""


class AgeWords:
    """What stands around ages, by the keys of `[ages]` in a language's `numbers.toml`."""

    def __init__(self, rows: Mapping[str, Sequence[str]], language: str) -> None:
        def words(name: str) -> frozenset[str]:
            return frozenset(rows.get(name, ()))

        self.before = said(map(str.lower, rows["before"]), backwards=True)
        self.after = said(rows["after"])
        self.told = said(rows.get("told", ()), backwards=True)
        self.said = said(rows.get("said", ()), backwards=True)
        self.left = said(rows.get("left", ()))
        self.died: Phrases[int] = Phrases(backwards=True)
        self.died.extend(rows.get("died", ()), LATEST_HOUR)
        self.died.extend(rows.get("eldest", ()), 0)
        self.aged = tuple(rows.get("aged", ()))
        self.people = words("people")
        self.kin = words("kin")
        self.compatriots = compatriots(language, rows.get("compatriots", {}))  # type: ignore[arg-type]
        self.led = words("led")
        self.reached = words("reached")
        self.bounds = words("bounds")
        self.years = words("years")
        self.ends = words("ends")
        self.only = words("only")
        self.at = words("at")
        self.lives = words("lives")
        self.persons = words("persons")
        self.whose = words("whose")
        self.owners = words("owners")
        self.selves = words("selves")
        self.copulas = words("copulas")
        self.when = words("when")
        self.goes_on = words("goes_on")
        self.asides = words("asides")
        self.eldest = words("eldest_words")
        self.many = words("many")
        self.they = words("they")
        self.unclear = words("unclear")
        self.early = words("early")
        self.turned = words("turned")
        self.unders = words("unders")
        self.anyone = words("anyone")
        self.leading = frozenset().union(
            *(self.reached, self.led, self.only, self.at, self.copulas, self.many),
            *(self.persons, self.whose, self.eldest, self.asides),
        )
        """Words right before an age, as far as they are no phrases."""
