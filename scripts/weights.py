"""Learn `data/weights.toml` from annotated bundles: a logistic regression, nothing else.

Usage: python scripts/weights.py [--folds N] [FOLDER ...]

Learns on the bundles that are not held apart and reports the loss on those that are;
with --all on every bundle. Needs numpy.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from gold import ROOT, Bundle, default_folders, load_all
from msgspec.structs import replace

from claimcheck.engine import extractions
from claimcheck.match import document_pairs, rows, weighed
from claimcheck.match.model import Evidence, Model, Models
from claimcheck.match.nodes import Node, build

TARGET = ROOT / "claimcheck" / "data" / "weights.toml"
RIDGE = 2.0
ROUNDS = 60
Row = tuple[Evidence, bool, float]
EMPTY = Model(0.0, {})


class Pairs:
    """The candidate pairs of a bundle with their labels, found once."""

    def __init__(self, bundle: Bundle) -> None:
        self.bundle = bundle
        labels = bundle.labels()
        self.contexts = []
        for first, second, context in document_pairs(build(extractions(bundle.documents))):
            found = rows(first, second, context, EMPTY)
            agree = [_label(bundle, labels, row.a, row.b, "agree") for row in found]
            contradict = [_label(bundle, labels, row.a, row.b, "contradict") for row in found]
            self.contexts.append((context, found, agree, contradict))

    def alike(self) -> Iterator[Row]:
        """Yield the structure of every pair, and whether it is one fact."""
        for _, found, agree, contradict in self.contexts:
            for row, yes, no in zip(found, agree, contradict, strict=True):
                if yes is not None and no is not None:
                    yield row.structure, yes or no, 1.0

    def weighed(self, alike: Model, meeting: Model, meets: bool) -> Iterator[Row]:
        """Yield the evidence of the pairs that do or do not meet, and whether they are right."""
        for context, found, agree, contradict in self.contexts:
            scored = [replace(row, alike=alike.log_odds(row.structure)) for row in found]
            label = {id(row): (agree if meets else contradict)[i] for i, row in enumerate(scored)}
            for row, parts in weighed(scored, context, meeting):
                right = label[id(row)]
                if row.meets == meets and right is not None:
                    yield parts, right, 1.0


def _label(
    bundle: Bundle, labels: dict[frozenset[str], tuple[str, dict[str, object]]],
    a: Node, b: Node, want: str,
) -> bool | None:  # fmt: skip
    first, second = bundle.at(a.claim), bundle.at(b.claim)
    if not first and not second and a.block in ("date", "time"):
        return None
    verdicts = {
        labels[key][0] for u in first for w in second if (key := frozenset((u.id, w.id))) in labels
    }
    if "ignore" in verdicts and want not in verdicts:
        return None
    return want in verdicts


def learn(data: Sequence[Row]) -> Model:
    """Return the regression with the least penalised loss (Newton's method)."""
    names = sorted({name for parts, _, _ in data for name, _ in parts})
    column = {name: i + 1 for i, name in enumerate(names)}
    x = np.zeros((len(data), len(names) + 1))
    x[:, 0] = 1.0
    for i, (parts, _, _) in enumerate(data):
        for name, strength in parts:
            x[i, column[name]] += strength
    y = np.array([label for _, label, _ in data], dtype=float)
    weight = np.array([w for _, _, w in data])
    penalty = np.full(len(names) + 1, RIDGE)
    penalty[0] = 0.01
    beta = np.zeros(len(names) + 1)
    for _ in range(ROUNDS):
        p = 1 / (1 + np.exp(-np.clip(x @ beta, -30, 30)))
        gradient = x.T @ (weight * (y - p)) - penalty * beta
        hessian = (x * (weight * p * (1 - p))[:, None]).T @ x + np.diag(penalty)
        step = np.linalg.solve(hessian, gradient)
        beta += step
        if np.abs(step).max() < 1e-6:
            break
    weights = {n: round(float(b), 3) for n, b in zip(names, beta[1:], strict=True)}
    return Model(round(float(beta[0]), 3), {n: w for n, w in weights.items() if w})


def train(bundles: Sequence[Pairs]) -> Models:
    """Return the models, each learnt on what the one before says."""
    alike = learn([row for pairs in bundles for row in pairs.alike()])
    meeting = learn([r for pairs in bundles for r in pairs.weighed(alike, EMPTY, True)])
    apart = learn([r for pairs in bundles for r in pairs.weighed(alike, meeting, False)])
    return Models(alike, meeting, apart)


def write(models: Models, path: Path) -> None:
    """Write the models as TOML, names sorted."""
    lines = [
        "# What each piece of evidence weighs, in log odds. Learnt by `make weights`; do not edit.",
        "# [alike]: structure alone; [meeting]: values that can both be true; [apart]: the rest.",
    ]
    for name in ("alike", "meeting", "apart"):
        model = getattr(models, name)
        lines += ["", f"[{name}]", f"bias = {model.bias}", "", f"[{name}.weights]"]
        lines += [f'"{key}" = {value}' for key, value in sorted(model.weights.items())]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    """Learn and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--all", action="store_true", help="learn on the bundles held apart too")
    parser.add_argument("folders", nargs="*", type=Path)
    options = parser.parse_args()
    bundles = load_all(options.folders or default_folders())
    chosen = [b for b in bundles if options.all or not b.held_apart]
    write(train([Pairs(bundle) for bundle in chosen]), TARGET)
    print(f"learnt from {len(chosen)} of {len(bundles)} bundles")


if __name__ == "__main__":
    main()
