"""The model that weighs evidence: a logistic regression that anybody can read.

A score is the logistic function of the bias plus the sum of weight times strength.
`data/weights.toml` holds three: how alike two claims are by structure alone, and on top
of it one for pairs whose values meet and one for pairs whose values do not. `make weights`
learns them anew from annotated bundles.

Most evidence is there or is not, and comes together with other such: what two kinds of number
tell, say. So evidence is held as groups of names, each with one strength, and a group is weighed
once and not anew for every pair.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from math import exp
from typing import Any

import msgspec

from claimcheck.lexicon import table


class Names(msgspec.Struct, frozen=True, eq=False, gc=False):
    """Names of evidence that come together; those of one group are one object: see `names`."""

    told: tuple[str, ...]
    slip: bool
    """Whether they tell of a slip."""


Piece = tuple[Names, float]
Evidence = tuple[Piece, ...]
Told = tuple[tuple[str, float], ...]
"""Evidence name by name, for people and for learning."""


@cache
def names(*told: str) -> Names:
    """Return the group of these names; there are as many as there are kinds of pairs."""
    return Names(told, any(name.startswith("slip:") for name in told))


def sure(*told: str) -> Piece:
    """Return the piece of evidence that says these names, and no more or less."""
    return names(*told), 1.0


def spelled_out(evidence: Evidence) -> Iterator[tuple[str, float]]:
    """Yield each name of the evidence with its strength."""
    for group, strength in evidence:
        for name in group.told:
            yield name, strength


class Model:
    """Weights by evidence name; unknown names weigh nothing."""

    def __init__(self, bias: float, weights: dict[str, float]) -> None:
        self.bias = bias
        self.weights = weights
        self._sums = _Sums(weights)
        self._shown: dict[Names, tuple[tuple[str, float], ...]] = {}

    def log_odds(self, evidence: Evidence) -> float:
        """Return the sum of the bias and what each piece of evidence weighs."""
        sums, total = self._sums, 0.0
        for group, strength in evidence:
            total += sums[group] * strength
        return self.bias + total

    def score(self, evidence: Evidence) -> float:
        """Return the probability that the evidence speaks for, between 0 and 1."""
        total = self.log_odds(evidence)
        return 1.0 / (1.0 + exp(-total)) if total > -60 else 0.0

    def told(self, evidence: Evidence) -> dict[str, float]:
        """Return what each name of the evidence adds, by what people call it.

        The steps of one strength have one such name.
        """
        told: dict[str, float] = {}
        for group, strength in evidence:
            shown = self._shown.get(group)
            if shown is None:
                shown = self._shown[group] = self._called(group)
            for name, weight in shown:
                told[name] = told.get(name, 0.0) + weight * strength
        return told

    def _called(self, group: Names) -> tuple[tuple[str, float], ...]:
        """Return what a group weighs by what people call it."""
        called: dict[str, float] = {}
        for name in group.told:
            weight = self.weights.get(name)
            if weight:
                shown = name.split(">")[0]
                called[shown] = called.get(shown, 0.0) + weight
        return tuple(called.items())


class _Sums(dict[Names, float]):
    """What the names of each group weigh together, summed up when it is first asked for."""

    def __init__(self, weights: Mapping[str, float]) -> None:
        self._weights = weights

    def __missing__(self, group: Names) -> float:
        found = self[group] = sum([self._weights.get(name, 0.0) for name in group.told])
        return found


class Models(msgspec.Struct, frozen=True):
    """The three regressions: structure alone, values that meet, values that do not."""

    alike: Model
    meeting: Model
    apart: Model

    @staticmethod
    def shipped() -> Models:
        """Return the shipped weights, loaded once."""
        return _shipped()

    def explain(self, meets: bool, structure: Evidence, values: Evidence) -> Told:
        """Return the contributions of a pair's evidence to its log odds, strongest first.

        The step functions of `alike` are folded into one entry.
        """
        inner = self.alike.told(structure)
        outer = (self.meeting if meets else self.apart).told(values)
        ranked = [_ranked("", name, weight) for name, weight in outer.items()]
        ranked += [_ranked("structure ", name, weight) for name, weight in inner.items()]
        return tuple([row for _, _, row in sorted(ranked) if row[1]])


@lru_cache(1 << 14)
def _ranked(inner: str, name: str, weight: float) -> tuple[float, str, tuple[str, float]]:
    """Return a row behind what ranks it: most weights are those of many pairs."""
    row = _row(inner + name, round(weight, 2))
    return -abs(row[1]), row[0], row


@lru_cache(1 << 14)
def _row(name: str, weight: float) -> tuple[str, float]:
    """Return a row; the same ones come with most pairs, and are held once."""
    return name, weight


@cache
def _shipped() -> Models:
    data = table("weights")
    return Models(*(_model(data[name]) for name in ("alike", "meeting", "apart")))


def _model(data: Mapping[str, Any]) -> Model:
    return Model(float(data["bias"]), {k: float(v) for k, v in data["weights"].items()})
