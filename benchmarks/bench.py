"""Measure how fast claimcheck is, beside what anybody can run on the same machine.

Usage: python benchmarks/bench.py [--claims N] [--articles FILE]

Prints the throughput of the normaliser and of extraction, the CPU time of a whole
process, and time and memory of comparing many claims. Ratios tell more than seconds:
they hold on other machines.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import resource
import subprocess
import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import process_time

from claimcheck.engine import extractions
from claimcheck.model import Document
from claimcheck.normalise import scan
from claimcheck.read import document, read_all

ROOT = Path(__file__).resolve().parent.parent
CORPUS = ROOT.parent / "shared" / "corpus" / "de-news.jsonl"
BUNDLES = sorted(p for p in (ROOT / "fixtures").iterdir() if p.is_dir() and p.name != "drafts")
RUNS = 7
FIFTY = 50


def main() -> int:
    """Measure, print, and return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--claims", type=int, default=100_000)
    parser.add_argument("--articles", type=Path, default=CORPUS)
    options = parser.parse_args()
    documents = articles(options.articles)
    size = sum(len(d.text) for d in documents)
    print(f"{len(documents)} articles, {size / 1e6:.2f} MB\n")
    extraction(documents)
    normaliser(documents)
    process(documents)
    comparing(options.claims)
    return 0


def articles(path: Path) -> list[Document]:
    """Return the articles of a JSON-lines file, or of the fixtures where there is none."""
    if not path.is_file():
        return [d for bundle in BUNDLES for d in read_all([bundle])]
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    return [
        Document(
            id=f"d{i}",
            text=row["text"],
            language=row.get("lang") or row.get("language") or "de",
            published=date.fromisoformat(row["published"][:10]) if row.get("published") else None,
        )
        for i, row in enumerate(rows)
    ]


def normaliser(documents: Sequence[Document]) -> None:
    """Print the speed of the normaliser beside a bare scan for digits and another reader."""
    megabytes = sum(len(d.text.encode()) for d in documents) / 1e6
    digits = re.compile(r"\d+(?:[.,]\d+)*")
    bare = megabytes / _cpu(lambda: [digits.findall(d.text) for d in documents])
    seconds = _cpu(lambda: [scan(d.text, d.language, d.published) for d in documents])
    ours = megabytes / seconds
    found = sum(len(scan(d.text, d.language, d.published).quantities) for d in documents)
    print("\nnormaliser, a core")
    print(f"  claimcheck         {ours:8.2f} MB/s   {seconds / found * 1e6:.0f} µs a value")
    print(
        f"  bare re, digits    {bare:8.2f} MB/s   claimcheck takes {bare / ours:.0f} times as long"
    )
    theirs = _quantulum(documents[:20])
    if theirs is None:
        print("  quantulum3         not installed: pip install 'claimcheck-news[bench]'")
    else:
        faster = ours / theirs
        print(f"  quantulum3         {theirs:8.4f} MB/s   claimcheck is {faster:.0f} times as fast")


def _quantulum(documents: Sequence[Document]) -> float | None:
    """Return the megabytes a second of quantulum3, or None where it is not installed."""
    try:
        from quantulum3 import classifier, parser
    except ImportError:
        return None
    classifier.USE_CLF = False  # its trained part needs the scikit-learn that it was trained with
    parser.parse("It takes 5 seconds to load.")
    megabytes = sum(len(d.text.encode()) for d in documents) / 1e6
    return megabytes / _cpu(lambda: [parser.parse(d.text) for d in documents], runs=1)


def extraction(documents: Sequence[Document]) -> None:
    """Print how many articles a second are read, segmented, normalised and extracted.

    The first time, every word is new; later, most words are known.
    """
    files = [d.text.encode() for d in documents]
    usual = sum(len(d.text) for d in documents) / 3500

    def work() -> None:
        extractions(
            [document(data, path=f"{i}.txt") for i, data in enumerate(files)], contexts=False
        )

    first, later = _cpu(work, runs=1), _cpu(work)
    print("read to extract, articles of 3,500 characters")
    print(f"  the first time     {usual / first:8.0f} a second")
    print(f"  later              {usual / later:8.0f} a second")


def process(documents: Sequence[Document]) -> None:
    """Print the CPU time of whole processes beside that of loading two usual libraries."""
    command = [sys.executable, "-m", "claimcheck"]
    folder = ROOT / "fixtures" / "microsoft"
    one = _children([*command, "extract", str(min(folder.glob("*.txt")))])
    audit = _children([*command, "audit", "--fail-on", "never", str(folder)])
    bare = _children([sys.executable, "-c", "import click, rich.console"])
    print("\nwhole process")
    print(f"  click and rich     {bare * 1000:8.0f} ms")
    print(f"  extract, 1 article {one * 1000:8.0f} ms   {one / bare:.1f} times")
    print(f"  audit, 3 articles  {audit * 1000:8.0f} ms   {audit / bare:.1f} times")
    held = documents[1 : FIFTY + 1]
    draft = _draft(command, documents[0], held)
    print(f"  a draft against {len(held):<3}{draft * 1000:8.0f} ms   {draft / bare:.1f} times")


def _draft(command: Sequence[str], draft: Document, sources: Sequence[Document]) -> float:
    """Return the CPU seconds of holding a draft against other articles."""
    with TemporaryDirectory() as folder:
        against = Path(folder, "against")
        against.mkdir()
        paths = [Path(folder, "draft.txt"), *(against / f"{i}.txt" for i in range(len(sources)))]
        for path, one in zip(paths, (draft, *sources), strict=True):
            head = f"---\npublished: {one.published}\n---\n" if one.published else ""
            path.write_text(head + one.text, "utf-8")
        options = ["--fail-on", "never", "--against", str(against)]
        return _children([*command, "check", str(paths[0]), *options])


def comparing(count: int) -> None:
    """Print time and memory of matching and comparing many claims, each in a process."""
    print("\nmatching and comparing an archive's claims", flush=True)
    script = Path(__file__).with_name("compare.py")
    for claims in (count // 10, count):
        subprocess.run([sys.executable, str(script), str(max(claims, 1))], check=True)


def _cpu(work: Callable[[], object], runs: int = 3) -> float:
    """Return the least CPU seconds of several runs."""
    times = []
    for _ in range(runs):
        before = process_time()
        work()
        times.append(process_time() - before)
    return min(times)


def _children(command: Sequence[str]) -> float:
    """Return the median of the CPU seconds that a command takes, its bytecode written before.

    An installed package has its bytecode; without it, compiling makes a half of the time.
    """
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=environment)
    times = []
    for _ in range(RUNS):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=environment)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        times.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return median(times)


if __name__ == "__main__":
    raise SystemExit(main())
