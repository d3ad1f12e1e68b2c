"""Learn `data/weights.toml` from annotated bundles: a logistic regression, nothing else.

Usage: python scripts/weights.py [--folds N] [FOLDER ...]

Learns on the bundles that are not held apart, with --all on every bundle. Without folders it
learns once without the blind bundles and once with them, and writes the mean: extraction was tuned
to the others for long, and on blind ones it is worse. Needs numpy.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from functools import partial
from itertools import pairwise
from pathlib import Path

import numpy as np
from gold import BLIND, ROOT, Bundle, default_folders, load_all
from msgspec.structs import replace

from claimcheck.engine import extractions
from claimcheck.match.documents import document_pairs
from claimcheck.match.model import Evidence, Model, Models, spelled_out
from claimcheck.match.nodes import Node
from claimcheck.match.rows import rows, weighed
from claimcheck.normalise.measured.units import find
from claimcheck.slips import significant

TARGET = ROOT / "claimcheck" / "data" / "weights.toml"
RIDGE = 2.0
COPY = 0.8
"""What a real event weighs, of which there is a copy with changed figures as well."""
USUAL = 120
"""So many candidate pairs weigh as one bundle should."""
ROUNDS = 60
Row = tuple[Evidence, bool, float]
EMPTY = Model(0.0, {})


class Pairs:
    """The candidate pairs of a bundle with their labels, found once.

    A bundle of long articles has a hundred times the pairs of one of short ones, and would
    teach its own event instead of what events share: it weighs by the root of their number.
    """

    def __init__(self, bundle: Bundle) -> None:
        self.bundle = bundle
        labels = bundle.labels()
        self.contexts = []
        for first, second, context in document_pairs(extractions(bundle.documents)):
            found = rows(first, second, context, EMPTY)
            agree = [_label(bundle, labels, row.a, row.b, "agree") for row in found]
            contradict = [_label(bundle, labels, row.a, row.b, "contradict") for row in found]
            self.contexts.append((context, found, agree, contradict))
        self.changed = Changed(self)
        self.chance = Coincidences(self)
        candidates = max(sum(len(found) for _, found, _, _ in self.contexts), 1)
        self.weight = (USUAL / candidates) ** 0.5
        if bundle.name.startswith("rw-"):
            self.weight *= COPY

    def alike(self) -> Iterator[Row]:
        """Yield the structure of every pair, and whether it is one fact."""
        for _, found, agree, contradict in self.contexts:
            for row, yes, no in zip(found, agree, contradict, strict=True):
                if yes is not None and no is not None:
                    yield row.structure, yes or no, self.weight

    def weighed(self, alike: Model, meeting: Model, meets: bool) -> Iterator[Row]:
        """Yield the evidence of the pairs that do or do not meet, and whether they are right."""
        for context, found, agree, contradict in self.contexts:
            scored = [replace(row, alike=alike.log_odds(row.structure)) for row in found]
            label = {id(row): (agree if meets else contradict)[i] for i, row in enumerate(scored)}
            for row, parts, _ in weighed(scored, context, Models(alike, meeting, EMPTY)):
                right = label[id(row)]
                if row.meets == meets and right is not None:
                    yield parts, right, self.weight


class Strangers:
    """Articles of different bundles held against each other: nothing between them is one fact."""

    WEIGHT = 0.5

    def __init__(self, bundle: Bundle, others: Sequence[Bundle]) -> None:
        self.bundle = bundle
        own = bundle.documents[0]
        self.contexts = []
        for other in others:
            pair = [replace(own, id="own"), replace(other.documents[-1], id="other")]
            for first, second, context in document_pairs(extractions(pair)):
                self.contexts.append((context, rows(first, second, context, EMPTY)))

    def weighed(self, alike: Model, meeting: Model, meets: bool) -> Iterator[Row]:
        """Yield the evidence of the pairs, all of them wrong."""
        for context, found in self.contexts:
            scored = [replace(row, alike=alike.log_odds(row.structure)) for row in found]
            for row, parts, _ in weighed(scored, context, Models(alike, meeting, EMPTY)):
                if row.meets == meets:
                    yield parts, False, self.WEIGHT


class Changed:
    """Copies of a bundle's document pairs in which one fact got another figure.

    Annotated contradictions are few. An agreement whose figure is changed on one side is
    one, in the words that two newsrooms really chose; the kinds of change are those that
    newsrooms make (`_changed`). Only pairs with the changed claims are learnt from.
    """

    MOST = 8
    """So many facts are changed for each two documents."""
    WEIGHT = 0.25

    def __init__(self, pairs: Pairs) -> None:
        self.contexts = []
        chance = random.Random(pairs.bundle.name)
        for context, found, agree, _ in pairs.contexts:
            first = {row.a.index: row.a for row in found}
            second = {row.b.index: row.b for row in found}
            partners: dict[int, set[int]] = {}
            for row, right in zip(found, agree, strict=True):
                if right and row.meets and _changeable(row.b):
                    partners.setdefault(row.a.index, set()).add(row.b.index)
            groups = sorted({tuple(sorted(group)) for group in partners.values()})
            for group in chance.sample(groups, min(self.MOST, len(groups))):
                changed = _change(second[group[0]], chance)
                nodes = [changed(n) if i in group else n for i, n in second.items()]
                pool = rows(list(first.values()), nodes, context, EMPTY)
                right = [
                    row.b.index in partners.get(row.a.index, ()) and row.b.index in group
                    for row in pool
                ]
                touched = [row.b.index in group for row in pool]
                self.contexts.append((context, pool, right, touched))

    def weighed(self, alike: Model, meeting: Model) -> Iterator[Row]:
        """Yield the evidence of the changed pairs that do not meet."""
        for context, pool, right, touched in self.contexts:
            scored = [replace(row, alike=alike.log_odds(row.structure)) for row in pool]
            place = {id(row): i for i, row in enumerate(scored)}
            for row, parts, _ in weighed(scored, context, Models(alike, meeting, EMPTY)):
                at = place[id(row)]
                if not row.meets and touched[at]:
                    yield parts, right[at], self.WEIGHT


class Coincidences:
    """Copies of a bundle's document pairs in which two facts look like a slip of each other.

    Among many figures some differ by swapped digits although nobody mistyped them. Such
    pairs are seldom annotated, so one figure of two that are no fact is made one.
    """

    MOST = 6
    """So many pairs are made to look alike for each two documents."""
    WEIGHT = 0.075

    def __init__(self, pairs: Pairs) -> None:
        self.contexts = []
        chance = random.Random(pairs.bundle.name + "chance")
        for context, found, agree, contradict in pairs.contexts:
            pool = [
                row
                for row, yes, no in zip(found, agree, contradict, strict=True)
                if yes is False
                and no is False
                and row.a.block == row.b.block
                and row.a.unit == row.b.unit
                and _changeable(row.a)
                and _changeable(row.b)
            ]
            first = {row.a.index: row.a for row in found}
            second = {row.b.index: row.b for row in found}
            for row in chance.sample(pool, min(self.MOST, len(pool))):
                value, old = row.a.claim.quantity.value, row.b.claim.quantity.value
                factor = _chance_slip(value, chance)
                if factor is None:
                    continue
                changed = _times(row.b, value * factor / old)
                nodes = [changed if i == row.b.index else n for i, n in second.items()]
                made = rows(list(first.values()), nodes, context, EMPTY)
                touched = [(r.a.index, r.b.index) == (row.a.index, row.b.index) for r in made]
                self.contexts.append((context, made, touched))

    def weighed(self, alike: Model, meeting: Model) -> Iterator[Row]:
        """Yield the evidence of the changed pairs, all of them wrong."""
        for context, pool, touched in self.contexts:
            scored = [replace(row, alike=alike.log_odds(row.structure)) for row in pool]
            place = {id(row): i for i, row in enumerate(scored)}
            for row, parts, _ in weighed(scored, context, Models(alike, meeting, EMPTY)):
                if not row.meets and touched[place[id(row)]]:
                    yield parts, False, self.WEIGHT


def _chance_slip(value: Decimal, chance: random.Random) -> Decimal | None:
    """Return the factor of what looks like a slip; None where no two digits can be swapped."""
    if chance.random() < _SWAPS:
        return _swapped(value, chance)
    return Decimal(chance.choice(("10", "0.1")))


_SWAPS = 0.7


def _swapped(value: Decimal, chance: random.Random) -> Decimal | None:
    """Return the factor to the value with two neighbouring digits swapped, None if there are none.

    A zero is never brought to the front of what follows it: nobody writes 06.
    """
    text = str(value)
    at = [n for n, char in enumerate(text) if char.isdigit()]
    places = [(i, j) for i, j in pairwise(at) if text[i] != text[j] and text[j] != "0"]
    if not places:
        return None
    i, j = chance.choice(places)
    swapped = list(text)
    swapped[i], swapped[j] = text[j], text[i]
    return Decimal("".join(swapped)) / value


def _changeable(node: Node) -> bool:
    sharp = node.sharpness >= 2 or abs(node.value) >= 5
    if not isinstance(node.claim.quantity.value, Decimal):
        return False  # days, times and scores
    return node.block not in ("date", "temperature", "rank") and sharp and node.written > 0


OTHER_UNITS = {
    "metre": "kilometre", "kilometre": "mile", "mile": "kilometre", "centimetre": "metre",
    "hectare": "square_kilometre", "square_kilometre": "hectare", "square_metre": "hectare",
    "kilogram": "tonne", "tonne": "kilogram", "gram": "kilogram", "litre": "cubic_metre",
    "gigabyte": "terabyte", "megabyte": "gigabyte", "megawatt": "gigawatt",
    "gigawatt": "megawatt", "kilowatt_hour": "megawatt_hour", "kilometre_per_hour": "knot",
    "minute": "hour", "hour": "minute", "day": "week", "week": "month", "month": "year",
    "year": "month",
}  # fmt: skip
"""Which unit is mistaken for which."""


def _change(node: Node, chance: random.Random) -> Callable[[Node], Node]:
    """Return what changes the claims of one fact: the number, or its unit."""
    unit = OTHER_UNITS.get(node.unit)
    if unit is not None and find(unit) is not None and not node.age and chance.random() < 0.3:
        return partial(_in_unit, unit=unit)
    return partial(_times, factor=_changed(node, chance))


def _in_unit(node: Node, unit: str) -> Node:
    """Return the claim with the same number of another unit."""
    one, two = find(node.unit), find(unit)
    if one is None or two is None:
        return node
    scale = float(two.factor / one.factor)
    quantity = replace(node.claim.quantity, unit=unit)
    return replace(
        node,
        claim=replace(node.claim, quantity=quantity),
        unit=unit,
        value=node.value * scale,
        low=node.low * scale,
        high=node.high * scale,
    )


def _changed(node: Node, chance: random.Random) -> Decimal:
    """Return the factor of a newsroom's slip: swapped digits, a zero, a wrong unit, a digit."""
    value = node.claim.quantity.value
    assert isinstance(value, Decimal)
    kind = chance.random()
    swapped = _swapped(value, chance) if kind < 0.4 else None
    if swapped is not None:
        return swapped
    if kind < 0.5:
        return Decimal(chance.choice(("10", "0.1", "1000", "0.001")))
    return Decimal(chance.choice(("0.7", "0.8", "0.9", "0.93", "1.08", "1.1", "1.25", "1.5", "2")))


def _times(node: Node, factor: Decimal) -> Node:
    quantity = node.claim.quantity
    assert isinstance(quantity.value, Decimal)
    value = quantity.value * factor
    value = value.to_integral_value() if quantity.kind == "count" else value
    scale = float(value / quantity.value)
    claim = replace(node.claim, quantity=replace(quantity, value=value))
    digits = significant(value)
    return replace(
        node,
        claim=claim,
        digits=digits,
        sharpness=float(min(len(digits), 5)),
        value=node.value * scale,
        low=node.low * scale,
        high=node.high * scale,
        written=node.written * scale,
    )


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
    names = sorted({name for parts, _, _ in data for name, _ in spelled_out(parts)})
    column = {name: i + 1 for i, name in enumerate(names)}
    x = np.zeros((len(data), len(names) + 1))
    x[:, 0] = 1.0
    for i, (parts, _, _) in enumerate(data):
        for name, strength in spelled_out(parts):
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


def train(bundles: Sequence[Pairs], strangers: Sequence[Strangers] = ()) -> Models:
    """Return the models, each learnt on what the one before says."""
    alike = learn([row for pairs in bundles for row in pairs.alike()])
    meeting = learn(
        [row for pairs in bundles for row in pairs.weighed(alike, EMPTY, True)]
        + [row for pairs in strangers for row in pairs.weighed(alike, EMPTY, True)]
    )
    apart = learn(
        [row for pairs in bundles for row in pairs.weighed(alike, meeting, False)]
        + [row for pairs in bundles for row in pairs.changed.weighed(alike, meeting)]
        + [row for pairs in bundles for row in pairs.chance.weighed(alike, meeting)]
        + [row for pairs in strangers for row in pairs.weighed(alike, meeting, False)]
    )
    return Models(alike, meeting, apart)


def mean(one: Models, two: Models) -> Models:
    """Return the models whose weights are the means of two others'."""
    return Models(*(
        _mean(getattr(one, name), getattr(two, name)) for name in ("alike", "meeting", "apart")
    ))  # fmt: skip


def _mean(one: Model, two: Model) -> Model:
    names = sorted({*one.weights, *two.weights})
    weights = {n: round((one.weights.get(n, 0) + two.weights.get(n, 0)) / 2, 3) for n in names}
    return Model(round((one.bias + two.bias) / 2, 3), weights)


def strangers_of(bundles: Sequence[Bundle]) -> list[Strangers]:
    """Return every bundle beside five others of its language, in a fixed order."""
    found = []
    for at, bundle in enumerate(bundles):
        alike = [b for b in bundles if b.language == bundle.language and b.event != bundle.event]
        chosen = [alike[(at * 7 + step) % len(alike)] for step in (1, 3, 4, 6, 9)] if alike else []
        found.append(Strangers(bundle, chosen))
    return found


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


def _learnt(bundles: Sequence[Bundle]) -> Models:
    return train([Pairs(bundle) for bundle in bundles], strangers_of(bundles))


def main() -> None:
    """Learn and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--all", action="store_true", help="learn on the bundles held apart too")
    parser.add_argument("folders", nargs="*", type=Path)
    options = parser.parse_args()
    bundles = load_all(options.folders or [*default_folders(), BLIND])
    chosen = [b for b in bundles if options.all or not b.held_apart]
    models = _learnt(chosen)
    if not options.folders:
        models = mean(models, _learnt([bundle for bundle in chosen if not bundle.blind]))
    write(models, TARGET)
    print(f"learnt from {len(chosen)} of {len(bundles)} bundles")


if __name__ == "__main__":
    main()
