"""The model that weighs evidence: a logistic regression that anybody can read.

A score is the logistic function of the bias plus the sum of weight times strength.
`data/weights.toml` holds three: how alike two claims are by structure alone, and on top
of it one for pairs whose values meet and one for pairs whose values do not. `make weights`
learns them anew from annotated bundles.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from math import exp
from typing import Any

import msgspec

from claimcheck.lexicon import table

Evidence = tuple[tuple[str, float], ...]


class Model:
    """Weights by evidence name; unknown names weigh nothing."""

    def __init__(self, bias: float, weights: dict[str, float]) -> None:
        self.bias = bias
        self.weights = weights

    def log_odds(self, evidence: Iterable[tuple[str, float]]) -> float:
        """Return the sum of the bias and what each piece of evidence weighs."""
        get = self.weights.get
        return self.bias + sum([get(name, 0.0) * strength for name, strength in evidence])

    def score(self, evidence: Iterable[tuple[str, float]]) -> float:
        """Return the probability that the evidence speaks for, between 0 and 1."""
        total = self.log_odds(evidence)
        return 1.0 / (1.0 + exp(-total)) if total > -60 else 0.0


class Models(msgspec.Struct, frozen=True):
    """The three regressions: structure alone, values that meet, values that do not."""

    alike: Model
    meeting: Model
    apart: Model

    @staticmethod
    def shipped() -> Models:
        """Return the shipped weights, loaded once."""
        return _shipped()

    def explain(self, meets: bool, structure: Evidence, values: Evidence) -> Evidence:
        """Return the contributions of a pair's evidence to its log odds, strongest first.

        The step functions of `alike` are folded into one entry.
        """
        model = self.meeting if meets else self.apart
        parts: dict[str, float] = {}
        for evidence, weights, inner in (
            (values, model.weights, ""),
            (structure, self.alike.weights, "structure "),
        ):
            for name, strength in evidence:
                weight = weights.get(name)
                if weight:
                    shown = _shown(inner, name)
                    parts[shown] = parts.get(shown, 0.0) + weight * strength
        rows = [(name, round(weight, 2)) for name, weight in parts.items()]
        return tuple(sorted((r for r in rows if r[1]), key=lambda r: (-abs(r[1]), r[0])))


@lru_cache(1 << 12)
def _shown(inner: str, name: str) -> str:
    return f"{inner}{name.split('>')[0]}"


@cache
def _shipped() -> Models:
    data = table("weights")
    return Models(*(_model(data[name]) for name in ("alike", "meeting", "apart")))


def _model(data: Mapping[str, Any]) -> Model:
    return Model(float(data["bias"]), {k: float(v) for k, v in data["weights"].items()})
