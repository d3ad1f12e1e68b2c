"""Speed of the normaliser beside a bare `re` scan and, where it is installed, quantulum3.

`python benchmarks/normalise.py [CORPUS.jsonl]`; without a corpus, the fixtures are read.
"""

from __future__ import annotations

import json
import re
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from claimcheck.normalise import scan

FIXTURES = Path(__file__).parent.parent / "fixtures"
BARE = re.compile(r"\d+(?:[.,]\d+)*")


def texts(corpus: Path | None) -> list[str]:
    """Return the texts of a JSONL corpus, or of the fixtures."""
    if corpus and corpus.exists():
        return [json.loads(line)["text"] for line in corpus.read_text("utf-8").splitlines()]
    return [path.read_text("utf-8") for path in sorted(FIXTURES.rglob("*.txt"))]


def rate(work: Callable[[str], object], documents: Iterable[str], rounds: int = 3) -> float:
    """Return megabytes a second and core, the best of some rounds."""
    kept = list(documents)
    size = sum(len(text.encode()) for text in kept) / 1e6
    best = float("inf")
    for _ in range(rounds):
        start = time.process_time()
        for text in kept:
            work(text)
        best = min(best, time.process_time() - start)
    return size / best


def main() -> None:
    """Print the three rates and their ratios."""
    documents = texts(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
    ours = rate(lambda text: scan(text, "de"), documents)
    bare = rate(BARE.findall, documents)
    print(f"normalise   {ours:8.2f} MB/s")
    print(f"bare re     {bare:8.2f} MB/s  {bare / ours:.1f} times as fast")
    try:
        from quantulum3 import parser
    except ImportError:
        print("quantulum3  not installed")
        return
    theirs = rate(parser.parse, documents[:5], rounds=1)
    print(f"quantulum3  {theirs:8.4f} MB/s  normalise is {ours / theirs:.0f} times as fast")


if __name__ == "__main__":
    main()
