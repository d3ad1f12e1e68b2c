"""Measure how fast claimcheck is, beside what anybody can run on the same machine.

Usage: python benchmarks/bench.py [--claims N] [--articles FILE]

Prints the throughput of the normaliser and of extraction, the CPU time of a whole
process, and time and memory of comparing many claims. Ratios tell more than seconds:
they hold on other machines.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import resource
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from decimal import Decimal
from pathlib import Path
from statistics import median
from time import process_time

from msgspec.structs import replace

from claimcheck.compare import compare
from claimcheck.engine import extractions
from claimcheck.extract import Extraction
from claimcheck.match import match
from claimcheck.model import Claim, Document
from claimcheck.normalise import scan
from claimcheck.read import read_all

ROOT = Path(__file__).resolve().parent.parent
CORPUS = ROOT.parent / "shared" / "corpus" / "de-news.jsonl"
BUNDLES = sorted(p for p in (ROOT / "fixtures").iterdir() if p.is_dir() and p.name != "drafts")
RUNS = 7


def main() -> int:
    """Measure, print, and return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--claims", type=int, default=100_000)
    parser.add_argument("--articles", type=Path, default=CORPUS)
    options = parser.parse_args()
    documents = articles(options.articles)
    size = sum(len(d.text) for d in documents)
    print(f"{len(documents)} articles, {size / 1e6:.2f} MB\n")
    normaliser(documents)
    extraction(documents)
    process()
    comparing(options.claims)
    return 0


def articles(path: Path) -> list[Document]:
    """Return the articles of a JSON-lines file, or of the fixtures where there is none."""
    if not path.is_file():
        return [d for bundle in BUNDLES for d in read_all([bundle])]
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    language = {row.get("lang") or "de" for row in rows}
    return [
        Document(id=f"d{i}", text=row["text"], language=row.get("lang") or min(language))
        for i, row in enumerate(rows)
    ]


def normaliser(documents: Sequence[Document]) -> None:
    """Print the speed of the normaliser beside a bare scan for digits."""
    megabytes = sum(len(d.text.encode()) for d in documents) / 1e6
    digits = re.compile(r"\d+(?:[.,]\d+)*")
    bare = _cpu(lambda: [digits.findall(d.text) for d in documents])
    ours = _cpu(lambda: [scan(d.text, d.language, d.published) for d in documents])
    found = sum(len(scan(d.text, d.language, d.published).quantities) for d in documents)
    print("normaliser")
    print(f"  bare digits (re)   {megabytes / bare:8.2f} MB/s")
    print(
        f"  claimcheck         {megabytes / ours:8.2f} MB/s   {ours / found * 1e6:.0f} µs a value"
    )
    _quantulum(documents[:20], ours / megabytes)


def _quantulum(documents: Sequence[Document], ours: float) -> None:
    """Print the speed of another reader of quantities where it is installed."""
    try:
        from quantulum3 import parser
    except ImportError:
        print("  quantulum3         not installed")
        return
    megabytes = sum(len(d.text.encode()) for d in documents) / 1e6
    theirs = _cpu(lambda: [parser.parse(d.text) for d in documents], runs=1) / megabytes
    print(f"  quantulum3         {1 / theirs:8.2f} MB/s   {theirs / ours:.0f} times slower")


def extraction(documents: Sequence[Document]) -> None:
    """Print how many articles a second are segmented, normalised and extracted."""
    seconds = _cpu(lambda: extractions(documents), runs=3)
    characters = sum(len(d.text) for d in documents)
    print("\nextraction, text to claims")
    print(f"  articles           {len(documents) / seconds:8.0f} a second")
    print(f"  of 3,500 characters{characters / 3500 / seconds:8.0f} a second")


def process() -> None:
    """Print the CPU time of a whole audit beside that of loading two usual libraries."""
    command = [sys.executable, "-m", "claimcheck", "audit", "--fail-on", "never"]
    audit = _children([*command, str(ROOT / "fixtures" / "microsoft")])
    bare = _children([sys.executable, "-c", "import click, rich.console"])
    print("\nwhole process, three articles")
    print(f"  click and rich     {bare * 1000:8.0f} ms")
    print(f"  claimcheck audit   {audit * 1000:8.0f} ms   {audit / bare:.1f} times")


def comparing(count: int) -> None:
    """Print time and memory of matching and comparing many claims."""
    print("\nmatching and comparing")
    for share in (10, 1):
        wanted = max(count // share, 1)
        made = list(synthetic(wanted))
        documents = [one.document for one in made]
        claims = sum(len(one.claims) for one in made)
        before = process_time()
        found = compare(match(made), documents)
        seconds = process_time() - before
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(
            f"  {claims:9,} claims   {seconds:6.2f} s   {claims / seconds:8,.0f} a second"
            f"   {len(found):7,} comparisons   {peak:5.0f} MB at most"
        )


def synthetic(count: int) -> Iterator[Extraction]:
    """Yield extractions with about `count` claims: the fixtures again and again.

    Each copy of a bundle tells of an event of its own: its values differ, and so do its
    words. Those that several bundles use are dealt anew among themselves.
    """
    chance = random.Random(1)
    bundles = [extractions(read_all([bundle])) for bundle in BUNDLES]
    usual = sorted(_usual(bundles))
    made = copy = 0
    while made < count:
        factor = Decimal(chance.randint(101, 999)) / 100
        dealt = dict(zip(usual, chance.sample(usual, len(usual)), strict=True))
        for one in bundles[copy % len(bundles)]:
            yield _copied(one, copy, factor, dealt)
            made += len(one.claims)
        copy += 1


def _copied(one: Extraction, copy: int, factor: Decimal, dealt: Mapping[str, str]) -> Extraction:
    name = f"{one.document.id}.{copy}"
    claims = []
    contexts = {}
    for claim in one.claims:
        made = _changed(claim, name, factor)
        context = one.contexts[claim.id]
        words = frozenset(dealt.get(w, f"{w}.{copy}") for w in context.words)
        near = {dealt.get(w, f"{w}.{copy}"): weight for w, weight in context.near.items()}
        contexts[made.id] = replace(context, words=words, near=near)
        claims.append(made)
    document = replace(one.document, id=name)
    return Extraction(document, tuple(claims), (), contexts)


def _usual(bundles: Sequence[Sequence[Extraction]]) -> Set[str]:
    """Return the words that several bundles use: they tell no event from another."""
    count = Counter(
        word
        for bundle in bundles
        for word in {w for one in bundle for c in one.contexts.values() for w in c.words}
    )
    return {word for word, bundles_with in count.items() if bundles_with > 1}


def _changed(claim: Claim, document: str, factor: Decimal) -> Claim:
    quantity = claim.quantity
    if isinstance(quantity.value, Decimal):
        low, high = (
            bound * factor if isinstance(bound, Decimal) else bound
            for bound in (quantity.low, quantity.high)
        )
        quantity = replace(quantity, value=quantity.value * factor, low=low, high=high)
    return replace(claim, id=f"{document}:{claim.span.start}", document=document, quantity=quantity)


def _cpu(work: Callable[[], object], runs: int = 3) -> float:
    """Return the least CPU seconds of several runs."""
    times = []
    for _ in range(runs):
        before = process_time()
        work()
        times.append(process_time() - before)
    return min(times)


def _children(command: Sequence[str]) -> float:
    """Return the median of the CPU seconds that a command takes."""
    times = []
    for _ in range(RUNS):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        times.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return median(times)


if __name__ == "__main__":
    raise SystemExit(main())
