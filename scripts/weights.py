"""Learn `data/weights.toml` from annotated bundles: a logistic regression, nothing else.

Usage: python scripts/weights.py [--folds N] [FOLDER ...]

Learns on the bundles that are not held apart and reports the loss on those that are;
with --all on every bundle. Needs numpy.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from gold import ROOT, Bundle, default_folders, load_all

from claimcheck.engine import extractions
from claimcheck.match import anchors, document_pairs, rows, with_anchors
from claimcheck.match.model import Evidence, Model
from claimcheck.match.nodes import Node, build

TARGET = ROOT / "claimcheck" / "data" / "weights.toml"
RIDGE = 2.0
ROUNDS = 60
Row = tuple[Evidence, bool, float]


def labelled(bundle: Bundle, meeting: Model | None) -> tuple[list[Row], list[Row]]:
    """Return the labelled pairs of a bundle whose values meet, and those that do not.

    Pairs that do not meet need `meeting` for their anchors; without it there are none.
    """
    labels = bundle.labels()
    meet: list[Row] = []
    apart: list[Row] = []
    for first, second, context in document_pairs(build(extractions(bundle.documents))):
        found = rows(first, second, context)
        anchored = anchors(found, meeting) if meeting is not None else {}
        for row in found:
            a, b, meets, parts = row
            if meets == (meeting is not None):
                continue
            label = _label(bundle, labels, a, b, "agree" if meets else "contradict")
            if label is None:
                continue
            if meets:
                meet.append((parts, label, 1.0))
            else:
                apart.append((with_anchors(row, anchored), label, 1.0))
    return meet, apart


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


def train(bundles: Sequence[Bundle]) -> tuple[Model, Model]:
    """Return the models for meeting and for differing values."""
    meeting = learn([row for bundle in bundles for row in labelled(bundle, None)[0]])
    apart = learn([row for bundle in bundles for row in labelled(bundle, meeting)[1]])
    return meeting, apart


def write(meeting: Model, apart: Model, path: Path) -> None:
    """Write both models as TOML, names sorted."""
    lines = [
        "# What each piece of evidence weighs, in log odds. Learnt by `make weights`; do not edit.",
        "# [meeting]: pairs whose values can both be true; [apart]: pairs whose values cannot.",
    ]
    for name, model in (("meeting", meeting), ("apart", apart)):
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
    write(*train(chosen), TARGET)
    print(f"learnt from {len(chosen)} of {len(bundles)} bundles")


if __name__ == "__main__":
    main()
