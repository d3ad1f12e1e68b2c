"""The model that weighs evidence: a logistic regression that anybody can read.

A score is the logistic function of the bias plus the sum of weight times strength.
`data/weights.toml` holds one table for pairs whose values meet and one for pairs whose
values do not; `make weights` learns both anew from annotated bundles.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from math import exp

from claimcheck.lexicon import table

Evidence = tuple[tuple[str, float], ...]


class Model:
    """Weights by evidence name; unknown names weigh nothing."""

    def __init__(self, bias: float, weights: dict[str, float]) -> None:
        self.bias = bias
        self.weights = weights

    def score(self, evidence: Iterable[tuple[str, float]]) -> float:
        """Return the probability that the evidence speaks for, between 0 and 1."""
        get = self.weights.get
        total = self.bias
        for name, strength in evidence:
            total += get(name, 0.0) * strength
        return 1.0 / (1.0 + exp(-total)) if total > -60 else 0.0

    def contributions(self, evidence: Iterable[tuple[str, float]]) -> Evidence:
        """Return what each name adds to the sum, strongest first, without the idle ones."""
        parts = ((name, round(self.weights.get(name, 0.0) * x, 3)) for name, x in evidence)
        return tuple(sorted((p for p in parts if p[1]), key=lambda p: (-abs(p[1]), p[0])))


@cache
def load(name: str) -> Model:
    """Return the model "meeting" or "apart" from the shipped weights."""
    data = table("weights")[name]
    return Model(float(data["bias"]), {k: float(v) for k, v in data["weights"].items()})
