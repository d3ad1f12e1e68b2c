"""Learn `data/subjects.toml`: what each trait of a candidate says of its being the subject.

Usage: python scripts/subjects.py [--write] [FOLDER ...]

Learns from the golden sentences and from the mentions of the annotated bundles that are not
held apart, and prints how many subjects are right, wrong and none; with --write it
writes the weights. The model is a choice among candidates (conditional logit). Needs numpy.
"""

from __future__ import annotations

import argparse
import importlib
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

import numpy as np
from extract_accuracy import _aligned, _document, _same_name, load
from gold import ROOT, Bundle, default_folders, load_all

from claimcheck.engine import extractions
from claimcheck.extract.names.compound_names import compound_name
from claimcheck.extract.subjects.asked import Asked
from claimcheck.extract.subjects.subject import Bound
from claimcheck.extract.subjects.traits import Option
from claimcheck.extract.words.lemma import lemma
from claimcheck.model import Claim, Document, Named

TARGET = ROOT / "claimcheck" / "data" / "subjects.toml"
HEAD = """# What each trait of a candidate weighs that may be the subject of a number, in log odds.
# Learnt by `scripts/subjects.py`; do not edit. `extract/subjects/options.py` has the traits.

[weights]
"""
GOLDEN, NOBODY = 16.0, 0.7
"""What a golden row counts, and a mention whose annotated subject no candidate is."""
FIXED = {"none": 0.0, "none:shown": 0.2}
"""What is not learnt: how much likelier than nobody somebody has to be in German."""
RIDGE, STEPS, RATE, ROUNDS = 2.0, 250, 0.05, 3
OFTEN = 12
"""How often a trait must come to be weighed."""
OWNERS = ROOT / "tests" / "cases" / "owners.tsv"
PUBLISHED = date(2025, 9, 2)
extract = importlib.import_module("claimcheck.extract.claims")
options = importlib.import_module("claimcheck.extract.subjects.options")


class Row(NamedTuple):
    """The candidates of one number and which of them are right."""

    weight: float
    options: Sequence[Option]
    right: Sequence[bool]
    group: str


class Recorded:
    """Reads documents and keeps the candidates of each number by where it starts."""

    def __init__(self) -> None:
        self._subject = extract.subject
        self._found: dict[int, list[Option]] = {}
        extract.subject = self._record

    def _record(self, number: Asked) -> Bound | None:
        """Keep all candidates, of numbers whose subject their clause shows as well."""
        measured, actors = number.measured, number.focus.actors
        if measured is None or compound_name(number.analysis, measured, actors) is None:
            self._found[number.place.quantity.span.start] = options.options(number)
        bound: Bound | None = self._subject(number)
        return bound

    def read(self, document: Document) -> tuple[Sequence[Claim], Mapping[int, list[Option]]]:
        """Return the claims of a document, and the candidates by where each number starts."""
        self._found = {}
        (extraction,) = extractions([document])
        return extraction.claims, self._found


def main() -> None:
    """Learn, print and perhaps write."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--write", action="store_true")
    parser.add_argument("folders", nargs="*", type=Path)
    chosen = parser.parse_args()
    bundles = list(load_all(chosen.folders or default_folders()))
    reader = Recorded()
    weights: dict[str, float] = {}
    for _ in range(ROUNDS):  # what is carried over depends on what was chosen before
        weights = learnt([row for row in rows(reader, bundles, "dev") if any(row.right)])
        options.trait_weights = lambda known=weights: known
    for split in ("dev", "test"):
        for group, counts in sorted(judged(rows(reader, bundles, split), weights).items()):
            shares = "  ".join(f"{k} {v / counts.total():.3f}" for k, v in sorted(counts.items()))
            print(f"{split:<4} {group:<10} {counts.total():5}  {shares}")
    if chosen.write:
        lines = [f'"{trait}" = {weight}\n' for trait, weight in sorted(weights.items())]
        TARGET.write_text(HEAD + "".join(lines), "utf-8")


def rows(reader: Recorded, bundles: Sequence[Bundle], split: str) -> Iterator[Row]:
    """Yield the rows of the golden sentences and bundles of a split."""
    for golden in load():
        if golden["split"] != split:
            continue
        claims, found = reader.read(_document(golden))
        for expected in golden["claims"]:
            claim = _aligned(golden["text"], expected, claims)
            if claim is not None and claim.span.start in found:
                options = found[claim.span.start]
                want, language = expected.get("subject"), golden["lang"]
                right = [_is(want, option.name, language) for option in options]
                yield Row(GOLDEN, options, right, f"golden {language}")
    yield from _owned(reader, split)
    for bundle in bundles:
        if bundle.held_apart == (split == "test") and not bundle.name.endswith("-mut"):
            for document in bundle.documents:
                yield from _mentioned(reader, bundle, document)


def _owned(reader: Recorded, split: str) -> Iterator[Row]:
    """Yield the rows of `tests/cases/owners.tsv`: every third is held apart."""
    lines = [line for line in OWNERS.read_text("utf-8").splitlines() if line and line[0] != "#"]
    for i, line in enumerate(lines):
        if (i % 3 == 2) == (split == "test"):
            text, language, (quote, want) = *line.split("\t")[:2], line.split("\t")[2].split("=")
            document = Document(id="d", text=text, language=language, published=PUBLISHED)
            claims, found = reader.read(document)
            at = next((c.span.start for c in claims if quote in c.quote), None)
            if at is not None and at in found:
                name = None if want == "-" else want
                right = [_is(name, option.name, language) for option in found[at]]
                yield Row(GOLDEN, found[at], right, f"owners {language}")


def _is(want: str | None, name: Named | None, language: str) -> bool:
    text, key = (name.text, name.key) if name else (None, None)
    return _same_name(want, text, key, language)


def _mentioned(reader: Recorded, bundle: Bundle, document: Document) -> Iterator[Row]:
    claims, found = reader.read(document)
    for claim in claims:
        options = found.get(claim.span.start)
        wanted = [m.row["subject"] for m in bundle.at(claim) if m.row.get("subject")]
        if options is None or not wanted:
            continue
        right = [_shares_a_word(wanted[0], o.name, document.language) for o in options]
        weight = 1.0
        if not any(right):
            weight, right = NOBODY, [option.name is None for option in options]
        yield Row(weight, options, right, f"bundles {document.language}")


def _shares_a_word(want: str, name: Named | None, language: str) -> bool:
    """Annotated subjects are free text: one word in common will do."""
    if name is None:
        return False
    one, two = (
        {lemma(word, language).lower().removesuffix("s") for word in text.split() if len(word) > 2}
        for text in (want.replace("-", " "), f"{name.text} {name.key}".replace("-", " "))
    )
    return bool(one & two) or _is(want, name, language)


def judged(found: Iterator[Row], weights: Mapping[str, float]) -> dict[str, Counter[str]]:
    """Return how often the likeliest candidate is right, wrong or nobody, by group."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for row in found:
        scores = [sum(weights.get(t, 0.0) for t in option.traits) for option in row.options]
        best = int(np.argmax(scores))
        kind = "none" if row.options[best].name is None else "wrong"
        if row.right[best] and (kind == "wrong" or row.weight >= GOLDEN):
            kind = "right"
        counts[row.group][kind] += 1
    return counts


def learnt(found: Sequence[Row]) -> dict[str, float]:
    """Return the weights that make the right candidates of the rows likeliest."""
    counts = Counter(t for row in found for option in row.options for t in option.traits)
    traits = sorted(t for t, count in counts.items() if count >= OFTEN and t not in FIXED)
    index = {trait: i for i, trait in enumerate(traits)}
    held = [[index[t] for t in o.traits if t in index] for row in found for o in row.options]
    of = np.repeat(np.arange(len(held)), [len(one) for one in held])
    which = np.concatenate([np.array(one, dtype=int) for one in held])
    sizes = [len(row.options) for row in found]
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    group = np.repeat(np.arange(len(found)), sizes)
    right = np.array([yes for row in found for yes in row.right])
    weight = np.array([row.weight for row in found])[group]
    x, mean, square = (np.zeros(len(traits)) for _ in range(3))
    for step in range(1, STEPS + 1):  # Adam
        scores = np.bincount(of, x[which], len(held))
        odds = np.exp(scores - np.maximum.reduceat(scores, starts)[group])
        hit = np.where(right, odds, 0.0)
        share = odds / np.add.reduceat(odds, starts)[group]
        wanted = hit / (np.add.reduceat(hit, starts)[group] + 1e-12)
        slope = np.bincount(which, ((share - wanted) * weight)[of], len(traits)) + RIDGE * x
        mean, square = 0.9 * mean + 0.1 * slope, 0.999 * square + 0.001 * slope * slope
        x = x - RATE * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
    weights = {t: round(float(v), 2) for t, v in zip(traits, x, strict=True)} | FIXED
    return {t: weight for t, weight in weights.items() if abs(weight) >= 0.05}


if __name__ == "__main__":
    main()
