"""Write `claimcheck/data/LANGUAGE/usual.toml`: the words of news too usual to tie two articles.

Usage: python scripts/usual.py FILE.jsonl ...

Each line of a file is an article with `text`, `language` and, where known, `published`. Own
bundles to learn from are counted as well, each event once. A word is usual that stands, beside
some figure, in two articles at least and in one of a thousand.

The shipped lists are of 432 German articles, most of newspapers of 2020, and of 2,085 English ones,
most of them agency items of 1987: texts that others own, so that only the words are here.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Set
from datetime import date
from pathlib import Path

from gold import ROOT, load_all

from claimcheck.engine import extractions
from claimcheck.match.words import sentences_of
from claimcheck.model import Document

DATA = ROOT / "claimcheck" / "data"
TWICE, SHARE = 2, 1000


def main() -> None:
    """Count and write."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("files", nargs="+", type=Path)
    files = parser.parse_args().files
    held: dict[str, Counter[str]] = defaultdict(Counter)
    count: Counter[str] = Counter()
    for language, words in (*_told(files), *_learnt()):
        held[language].update(words)
        count[language] += 1
    for language, counts in sorted(held.items()):
        least = max(TWICE, count[language] / SHARE)
        usual = sorted(word for word, number in counts.items() if number >= least)
        rows = "".join(f"  {json.dumps(word, ensure_ascii=False)},\n" for word in usual)
        path = DATA / language / "usual.toml"
        path.write_text(f"{HEAD}words = [\n{rows}]\n", encoding="utf-8")
        print(f"{language}: {len(usual)} words of {count[language]} articles")


HEAD = """\
# Words of news that are too usual to tie two articles together, as matching knows them.
# Counted by `scripts/usual.py`, which says in what; not edited by hand.

"""


def _told(files: list[Path]) -> Iterator[tuple[str, Set[str]]]:
    """Yield the language and the words of each article."""
    for path in files:
        for line in path.read_text("utf-8").splitlines():
            row = json.loads(line)
            published = date.fromisoformat(row["published"][:10]) if row.get("published") else None
            yield (
                row["language"],
                _words(Document(text=row["text"], language=row["language"], published=published)),
            )


def _learnt() -> Iterator[tuple[str, Set[str]]]:
    """Yield the words of each own event to learn from, of the articles in one language together."""
    for bundle in load_all([ROOT / "tests" / "gold"]):
        if not bundle.held_apart:
            together: dict[str, set[str]] = defaultdict(set)
            for document in bundle.documents:
                together[document.language or ""] |= _words(document)
            yield from together.items()


def _words(document: Document) -> Set[str]:
    """Return the words that stand in a sentence with a figure."""
    (extraction,) = extractions([document])
    return frozenset().union(*sentences_of(extraction))


if __name__ == "__main__":
    main()
