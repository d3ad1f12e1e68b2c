"""Annotated bundles: reading them, and holding a report's pairs against them.

The format: `docs`, `mentions` (a quote and its n-th occurrence), `pairs` (exhaustive:
agree or contradict), `traps` and `ignore`. A reported pair matches an annotated one
when both of its spans overlap the two mentions.
"""

from __future__ import annotations

import json
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from claimcheck.model import Claim, Comparison, Document, Report

VERDICTS = {"agreement": "agree", "contradiction": "contradict"}
ROOT = Path(__file__).resolve().parent.parent
Pair = tuple[str, str]


@dataclass(frozen=True)
class Mention:
    """An annotated number: its document and where it stands in it."""

    id: str
    document: str
    start: int
    end: int
    row: dict[str, Any]


@dataclass
class Bundle:
    """One annotated bundle."""

    path: Path
    raw: dict[str, Any]
    documents: list[Document]
    mentions: dict[str, Mention]
    _index: dict[str, list[Mention]] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """The file's name without suffix."""
        return self.path.stem

    @property
    def event(self) -> str:
        """The event: a bundle and its copy with changed figures share it."""
        return self.name.removesuffix("-mut")

    @property
    def held_apart(self) -> bool:
        """Whether the bundle is for testing only: as marked, or by its event's checksum."""
        if "split" in self.raw:
            return bool(self.raw["split"] == "test")
        return zlib.crc32(self.event.encode()) % 3 == 0

    @property
    def reported(self) -> bool:
        """Whether its articles are in the manner of real reports: long, with much that one has."""
        return self.raw.get("manner") == "report"

    @property
    def blind(self) -> bool:
        """Whether its writers never saw what the program says of other texts."""
        return self.path.parent == BLIND

    @property
    def language(self) -> str:
        """The languages of the bundle's documents, joined by "+"."""
        return "+".join(sorted({document.language for document in self.documents}))

    def at(self, claim: Claim) -> list[Mention]:
        """Return the mentions that a claim's span overlaps."""
        if not self._index:
            for mention in self.mentions.values():
                self._index.setdefault(mention.document, []).append(mention)
        return [
            mention
            for mention in self._index.get(claim.document, ())
            if mention.start < claim.span.end and claim.span.start < mention.end
        ]

    def labels(self) -> dict[frozenset[str], tuple[str, dict[str, Any]]]:
        """Return the verdict by pair of mention ids: agree, contradict, trap or ignore."""
        rows: dict[frozenset[str], tuple[str, dict[str, Any]]] = {}
        for kind in ("traps", "ignore", "pairs"):
            for row in self.raw.get(kind, ()):
                verdict = row["verdict"] if kind == "pairs" else kind.removesuffix("s")
                rows[frozenset((row["a"], row["b"]))] = (verdict, row)
        return rows


def load(path: Path) -> Bundle | None:
    """Read one bundle; None for a file that is none."""
    raw = json.loads(path.read_text(encoding="utf-8"))
    if "docs" not in raw:
        return None
    documents = [
        Document(
            text=doc["text"],
            id=doc["id"],
            path=f"{doc['id']}.txt",
            language=doc["lang"],
            published=date.fromisoformat(doc["published"]) if doc.get("published") else None,
            published_from="front matter" if doc.get("published") else None,
            source=doc.get("source"),
        )
        for doc in raw["docs"]
    ]
    texts = {doc["id"]: doc["text"] for doc in raw["docs"]}
    mentions = {}
    for row in raw["mentions"]:
        start = nth(texts[row["doc"]], row["quote"], row.get("occurrence", 1))
        if start >= 0:
            end = start + len(row["quote"])
            mentions[row["id"]] = Mention(row["id"], row["doc"], start, end, row)
    return Bundle(path, raw, documents, mentions)


def nth(text: str, quote: str, n: int) -> int:
    """Return where the n-th occurrence of `quote` starts, -1 when there is none."""
    at = -1
    for _ in range(n):
        at = text.find(quote, at + 1)
        if at < 0:
            return -1
    return at


def load_all(folders: Iterable[Path]) -> list[Bundle]:
    """Read all bundles in `folders` (or single files), by name."""
    paths = [p for f in folders for p in (sorted(f.glob("*.json")) if f.is_dir() else [f])]
    return [bundle for path in paths if (bundle := load(path)) is not None]


def default_folders() -> list[Path]:
    """Return the project's own gold and, where it lies beside the checkout, the shared one."""
    shared = ROOT.parent / "shared" / "gold"
    return [ROOT / "tests" / "gold", *([shared] if shared.is_dir() else [])]


BLIND = ROOT / "tests" / "blind"
"""Bundles by writers who never saw what the program says; nothing but weights is learnt there."""


def number(text: object) -> Decimal | None:
    """Return an annotated or reported value as a number, None for dates and nothing."""
    try:
        return None if text is None else Decimal(str(text))
    except InvalidOperation:
        return None


def score(bundle: Bundle, report: Any) -> tuple[Counter[str], list[str]]:
    """Return the counts of right and wrong pairs, and a line for each miss and false alarm."""
    count: Counter[str] = Counter()
    lines: list[str] = []
    claims = {claim.id: claim for claim in report.claims}
    labels = bundle.labels()
    _score_mentions(bundle, report.claims, count, lines)
    hit: set[tuple[frozenset[str], str]] = set()
    for comparison in report.comparisons:
        want = VERDICTS.get(comparison.verdict)
        if want is None:
            continue
        a, b = claims[comparison.a], claims[comparison.b]
        kind, keys = _judge(bundle, labels, a, b, want)
        if kind == "unscored":
            continue
        if kind == "same document":
            count[f"same_{want}"] += 1
            continue
        count[f"reported_{want}"] += 1
        count[f"{kind}_{want}"] += 1
        hit.update((key, want) for key in keys)
        if kind != "right":
            lines.append(f"{bundle.name}: WRONG {want} ({kind}) {a.quote!r} | {b.quote!r}")
    for key, (verdict, row) in labels.items():
        if verdict not in ("agree", "contradict"):
            continue
        if row.get("same_document") or row.get("same_doc"):
            continue
        count[f"gold_{verdict}"] += 1
        if (key, verdict) in hit:
            count[f"found_{verdict}"] += 1
        elif row["a"] in bundle.mentions and row["b"] in bundle.mentions:
            first, second = bundle.mentions[row["a"]].row, bundle.mentions[row["b"]].row
            lines.append(
                f"{bundle.name}: MISSED {verdict} {first['quote']!r} | {second['quote']!r}"
            )
    _score_facts(bundle, labels, hit, count)
    return count, lines


def judged(bundle: Bundle, report: Report) -> Iterator[tuple[Comparison, str]]:
    """Yield each comparison that can be scored, and what it is: "right", or how it is wrong."""
    claims = {claim.id: claim for claim in report.claims}
    labels = bundle.labels()
    for comparison in report.comparisons:
        want = VERDICTS.get(comparison.verdict)
        if want is None:
            continue
        a, b = claims[comparison.a], claims[comparison.b]
        kind, _ = _judge(bundle, labels, a, b, want)
        if kind not in ("unscored", "same document"):
            yield comparison, kind


def _judge(
    bundle: Bundle,
    labels: dict[frozenset[str], tuple[str, dict[str, Any]]],
    a: Claim,
    b: Claim,
    want: str,
) -> tuple[str, list[frozenset[str]]]:
    first, second = bundle.at(a), bundle.at(b)
    found = {
        frozenset((u.id, w.id)): labels[frozenset((u.id, w.id))][0]
        for u in first
        for w in second
        if frozenset((u.id, w.id)) in labels
    }
    right = [key for key, verdict in found.items() if verdict == want]
    if a.document == b.document and not right:
        return "same document", []
    if right:
        return "right", right
    if "ignore" in found.values():
        return "unscored", []
    scoping = ("date", "duration")
    if not first and not second and a.quantity.kind in scoping and b.quantity.kind in scoping:
        return "unscored", []
    if "trap" in found.values():
        return "trap", []
    return ("flipped" if found else "unlisted"), []


def _score_mentions(
    bundle: Bundle, claims: Iterable[Claim], count: Counter[str], lines: list[str]
) -> None:
    over: dict[str, list[Claim]] = {}
    for claim in claims:
        for mention in bundle.at(claim):
            over.setdefault(mention.id, []).append(claim)
    for mention in bundle.mentions.values():
        found = over.get(mention.id, [])
        count["mentions"] += 1
        count["mentions_found"] += bool(found)
        value = number(mention.row.get("value"))
        if value is None:
            continue
        count["values"] += 1
        right = any(_close(value, q) for claim in found for q in _numbers(claim))
        count["values_right"] += right
        if not right:
            got = [str(claim.quantity.value) for claim in found]
            lines.append(f"{bundle.name}: VALUE {mention.row['quote']!r} is {value}, read {got}")


def _numbers(claim: Claim) -> Iterator[Decimal]:
    quantity = claim.quantity
    for part in (quantity.value, quantity.low, quantity.high):
        value = number(part)
        if value is not None:
            yield value


def _close(a: Decimal, b: Decimal) -> bool:
    return abs(abs(a) - abs(b)) <= abs(a) * Decimal("0.005")


def _score_facts(
    bundle: Bundle,
    labels: dict[frozenset[str], tuple[str, dict[str, Any]]],
    hit: set[tuple[frozenset[str], str]],
    count: Counter[str],
) -> None:
    gold: set[str] = set()
    found: set[str] = set()
    for key, (verdict, row) in labels.items():
        mention = bundle.mentions.get(row["a"])
        if verdict != "contradict" or mention is None or not mention.row.get("fact"):
            continue
        gold.add(mention.row["fact"])
        if (key, "contradict") in hit:
            found.add(mention.row["fact"])
    count["gold_facts"] += len(gold)
    count["found_facts"] += len(gold & found)
