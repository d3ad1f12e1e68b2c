"""Learn `data/subjects.toml`: what each trait of a candidate says of its being the subject.

Usage: python scripts/subjects.py [--write] [--language de] [--articles FILE] [FOLDER ...]

Learns from the golden sentences, the examples of rules and the mentions of the annotated bundles
that are not held apart, and prints how many subjects are right, wrong and none; with --write it
writes the weights, of all languages or of one. The model is a choice among candidates
(conditional logit). Needs numpy.

FILE holds whole articles like golden sentences, one a line, with a `title` and for each figure
a list of all subjects that a reader would accept. The German weights as they are were learnt
with 40 articles of newspapers and agencies besides, whose texts are not ours to give away. The
English ones are of an earlier run: learnt anew, they were right in 2 of 100 fewer held-apart rows.
"""

from __future__ import annotations

import argparse
import importlib
import json
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from extract_accuracy import _aligned, _document, _same_name, load
from gold import ROOT, Bundle, default_folders, load_all
from msgspec.structs import replace

from claimcheck.engine import extractions
from claimcheck.extract.names.compound_names import compound_name
from claimcheck.extract.subjects.asked import Asked
from claimcheck.extract.subjects.subject import Bound
from claimcheck.extract.subjects.traits import Option
from claimcheck.extract.words.lemma import lemma
from claimcheck.model import Claim, Document, Named

TARGET = ROOT / "claimcheck" / "data" / "subjects.toml"
HEAD = """\
# What each trait of a candidate weighs that may be the subject of a number, in log odds, for each
# language. Learnt by `scripts/subjects.py`; do not edit. `extract/subjects/options.py` has them.
"""
GOLDEN, RULED, ARTICLE, NOBODY = 6.0, 4.0, 2.0, 0.7
"""What a golden row counts, the example of a rule, a figure of a whole article, and a mention
whose annotated subject no candidate is. With golden rows and rules twice as heavy, as many subjects
in articles held apart are right, and fewer contradictions are found."""
FIXED = {"none": 0.0, "none:shown": 0.2}
"""What is not learnt: how much likelier than nobody somebody has to be in German."""
RIDGE, STEPS, RATE, ROUNDS = 4.0, 250, 0.05, 3
OFTEN = 12
"""How often a trait must come to be weighed."""
CASES = ROOT / "tests" / "cases"
PUBLISHED = date(2025, 9, 2)
extract = importlib.import_module("claimcheck.extract.claims")
options = importlib.import_module("claimcheck.extract.subjects.options")


class Row(NamedTuple):
    """The candidates of one number and which of them are right."""

    weight: float
    options: Sequence[Option]
    right: Sequence[bool]
    group: str


class Known(NamedTuple):
    """What is learnt from besides the cases of the tests."""

    bundles: Sequence[Bundle]
    articles: Sequence[Mapping[str, Any]]


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
    parser.add_argument("--language", help="write the weights of this language alone")
    parser.add_argument("--articles", type=Path, help="annotated articles, one a line")
    parser.add_argument("folders", nargs="*", type=Path)
    chosen = parser.parse_args()
    bundles = list(load_all(chosen.folders or default_folders()))
    articles = chosen.articles.read_text("utf-8").splitlines() if chosen.articles else []
    known = Known(bundles, [json.loads(line) for line in articles])
    reader = Recorded()
    weights: dict[str, float] = {}
    for _ in range(ROUNDS):  # what is carried over depends on what was chosen before
        weights = learnt([row for row in rows(reader, known, "dev") if any(row.right)])
        options.trait_weights = lambda language, known=weights: known
    for split in ("dev", "test"):
        for group, counts in sorted(judged(rows(reader, known, split), weights).items()):
            shares = "  ".join(f"{k} {v / counts.total():.3f}" for k, v in sorted(counts.items()))
            print(f"{split:<4} {group:<10} {counts.total():5}  {shares}")
    if chosen.write:
        tables = tomllib.loads(TARGET.read_text("utf-8"))
        tables |= dict.fromkeys([chosen.language] if chosen.language else tables, weights)
        text = "".join(_table(language, tables[language]) for language in sorted(tables))
        TARGET.write_text(HEAD + text, "utf-8")


def _table(language: str, weights: Mapping[str, float]) -> str:
    lines = [f'"{trait}" = {weight}\n' for trait, weight in sorted(weights.items())]
    return f"\n[{language}]\n" + "".join(lines)


def rows(reader: Recorded, known: Known, split: str) -> Iterator[Row]:
    """Yield the rows of the golden sentences, bundles and articles of a split."""
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
    if split == "dev":
        yield from _ruled(reader)
    for article in known.articles:
        if article["split"] == split:
            yield from _told(reader, article)
    for bundle in known.bundles:
        if bundle.held_apart == (split == "test") and not bundle.name.endswith("-mut"):
            for document in bundle.documents:
                yield from _mentioned(reader, bundle, document)


def _owned(reader: Recorded, split: str) -> Iterator[Row]:
    """Yield the rows of `tests/cases/owners.tsv`: every third is held apart."""
    for i, case in enumerate(_cases("owners")):
        if (i % 3 == 2) == (split == "test"):
            yield from _case(reader, case, "owners", GOLDEN)


def _ruled(reader: Recorded) -> Iterator[Row]:
    """Yield the rows of `tests/cases/subjects.tsv`, each the example of a rule."""
    for case in _cases("subjects"):
        yield from _case(reader, case, "ruled", RULED)


def _cases(name: str) -> list[list[str]]:
    lines = (CASES / f"{name}.tsv").read_text("utf-8").splitlines()
    return [line.split("\t") for line in lines if line and line[0] != "#"]


def _case(reader: Recorded, case: Sequence[str], group: str, weight: float) -> Iterator[Row]:
    """Yield the row of one text with one number whose subject is, or is not, the one named."""
    text, language, (quote, want) = case[0], case[1], case[2].split("=")
    document = Document(id="d", text=text, language=language, published=PUBLISHED)
    claims, found = reader.read(document)
    at = next((c.span.start for c in claims if quote in c.quote), None)
    if at is not None and at in found:
        other = want.startswith("!")
        name = None if want in ("-", "!-") else want.removeprefix("!")
        right = [_is(name, option.name, language) != other for option in found[at]]
        yield Row(weight, found[at], right, f"{group} {language}")


def _told(reader: Recorded, article: Mapping[str, Any]) -> Iterator[Row]:
    """Yield the rows of a whole article; any of the subjects of a figure will do."""
    document = replace(_document(dict(article)), title=article["title"])
    claims, found = reader.read(document)
    for expected in article["claims"]:
        claim = _aligned(document.text, expected, claims)
        if claim is not None and claim.span.start in found:
            options, language = found[claim.span.start], article["lang"]
            wanted = expected["subject"]
            right = [any(_is(one, o.name, language) for one in wanted) for o in options]
            yield Row(ARTICLE, options, right, f"articles {language}")


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
        if row.right[best] and (kind == "wrong" or row.weight > 1.0):
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
