"""The annotated bundles under `tests/gold` keep their format, and none is there twice."""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from datetime import date
from decimal import Decimal
from itertools import combinations, pairwise
from pathlib import Path
from typing import Any

import pytest

GOLD = Path(__file__).parent / "gold"
FILES = sorted(GOLD.glob("*.json"))
BUNDLES: dict[str, dict[str, Any]] = {
    path.stem: json.loads(path.read_text(encoding="utf-8")) for path in FILES
}
MODIFIERS = {"exact", "about", "over", "under", "at_least", "at_most", "range"}
DATE = re.compile(r"\d{4}(-Q[1-4]|-\d{2}(-\d{2})?)?")
CLOCK = re.compile(r"\d{2}:\d{2}")
SCORE = re.compile(r"\d+:\d+")
SECOND_SET = {"de": 31, "en": 19, "mixed": 13}
LIKE_REAL = {"de": 78, "en": 49, "mixed": 40}
"""The first number of the bundles that were added later, and of those written in the manner of
real reports: longer, with more figures that only one of them has."""
every_bundle = pytest.mark.parametrize("bundle", BUNDLES.values(), ids=BUNDLES.keys())


def nth(text: str, quote: str, occurrence: int) -> int:
    """Return where `quote` stands for the n-th time in `text`, -1 if it does not."""
    at = -1
    for _ in range(occurrence):
        at = text.find(quote, at + 1)
        if at < 0:
            return -1
    return at


def unordered(row: dict[str, Any]) -> tuple[str, str]:
    """Return the two mentions of a pair, the same for either order."""
    first, second = sorted((row["a"], row["b"]))
    return first, second


def readable(value: str, unit: str) -> bool:
    """Say whether a value has the form that its unit asks for."""
    if unit == "date":
        if DATE.fullmatch(value) and value.count("-") == 2:
            date.fromisoformat(value)
        return DATE.fullmatch(value) is not None
    if unit == "clock":
        return CLOCK.fullmatch(value) is not None
    if unit == "score":
        return SCORE.fullmatch(value) is not None
    return Decimal(value).is_finite()


def held_apart(language: str, number: int) -> bool:
    """Say whether a bundle is one to test with: each third, of the later ones each second."""
    if number < SECOND_SET[language]:
        return number % 3 == 0
    return number % 2 == (1 if language == "en" else 0)


@every_bundle
def test_head(bundle: dict[str, Any]) -> None:
    assert BUNDLES[bundle["id"]] is bundle
    assert bundle["domain"]
    assert bundle["note"]
    language, number = bundle["id"].split("-")[:2]
    assert bundle["split"] in {"test", "dev"}
    if int(number) < LIKE_REAL[language]:
        assert bundle["split"] == ("test" if held_apart(language, int(number)) else "dev")


@every_bundle
def test_documents(bundle: dict[str, Any]) -> None:
    docs = bundle["docs"]
    assert 2 <= len(docs) <= 5
    assert len({doc["id"] for doc in docs}) == len(docs)
    languages = {doc["lang"] for doc in docs}
    wanted = bundle["id"].split("-")[0]
    assert languages == ({"de", "en"} if wanted == "mixed" else {wanted})
    for doc in docs:
        date.fromisoformat(doc["published"])
        assert 80 <= len(doc["text"].split()) <= 450
        assert not re.search(r"[{}]| \n|  ", doc["text"])


@every_bundle
def test_mentions(bundle: dict[str, Any]) -> None:
    texts = {doc["id"]: doc["text"] for doc in bundle["docs"]}
    mentions = bundle["mentions"]
    assert len({m["id"] for m in mentions}) == len(mentions)
    places = set()
    for m in mentions:
        at = nth(texts[m["doc"]], m["quote"], m["occurrence"])
        assert at >= 0, m
        places.add((m["doc"], at, at + len(m["quote"])))
        assert m["modifier"] in MODIFIERS
        assert readable(m["value"], m["unit"]), m
        assert (m["modifier"] == "range") == (m["high"] is not None), m
        assert m["high"] is None or readable(m["high"], m["unit"])
        assert m["measure"]
        assert m["subject"] is not None
    assert len(places) == len(mentions), "two mentions in one place"


@every_bundle
def test_mentions_do_not_overlap(bundle: dict[str, Any]) -> None:
    texts = {doc["id"]: doc["text"] for doc in bundle["docs"]}
    spans = defaultdict(list)
    for m in bundle["mentions"]:
        at = nth(texts[m["doc"]], m["quote"], m["occurrence"])
        spans[m["doc"]].append((at, at + len(m["quote"]), m["quote"]))
    for found in spans.values():
        found.sort()
        for left, right in pairwise(found):
            assert left[1] <= right[0], (left, right)


@every_bundle
def test_pairs_resolve(bundle: dict[str, Any]) -> None:
    doc = {m["id"]: m["doc"] for m in bundle["mentions"]}
    for pair in bundle["pairs"]:
        assert pair["verdict"] in {"agree", "contradict"}
        assert (doc[pair["a"]] == doc[pair["b"]]) == bool(pair.get("same_document")), pair
        assert pair["verdict"] == "agree" or pair["why"]
    for row in bundle["traps"]:
        assert doc[row["a"]] != doc[row["b"]]
        assert row["why"]
    assert len(bundle["traps"]) >= 3
    listed = Counter(unordered(r) for key in ("pairs", "traps", "ignore") for r in bundle[key])
    assert [pair for pair, times in listed.items() if times > 1] == []


@every_bundle
def test_pairs_are_exhaustive(bundle: dict[str, Any]) -> None:
    """Mentions of one fact in two documents are a pair, or a toll that grew; no others are."""
    judged = {unordered(r) for key in ("pairs", "ignore", "traps") for r in bundle[key]}
    fact = {m["id"]: m["fact"] for m in bundle["mentions"]}
    for first, second in combinations(bundle["mentions"], 2):
        if first["fact"] and first["fact"] == second["fact"] and first["doc"] != second["doc"]:
            assert unordered({"a": first["id"], "b": second["id"]}) in judged
    for pair in bundle["pairs"]:
        if not pair.get("same_document"):
            assert fact[pair["a"]] is not None, pair
            assert fact[pair["a"]] == fact[pair["b"]], pair


@every_bundle
def test_equal_words_are_not_called_a_contradiction(bundle: dict[str, Any]) -> None:
    mentions = {m["id"]: m for m in bundle["mentions"]}
    for pair in bundle["pairs"]:
        a, b = mentions[pair["a"]], mentions[pair["b"]]
        equal = a["quote"].casefold() == b["quote"].casefold() and a["unit"] == b["unit"]
        assert not (equal and pair["verdict"] == "contradict"), pair


def test_nothing_is_there_twice() -> None:
    texts = Counter(doc["text"] for bundle in BUNDLES.values() for doc in bundle["docs"])
    assert [text[:60] for text, times in texts.items() if times > 1] == []
    sentences = Counter(
        sentence
        for bundle in BUNDLES.values()
        for sentence in {
            s.strip()
            for doc in bundle["docs"]
            for s in re.split(r"(?<=[.!?])\s+|\n+", doc["text"])
            if len(s) > 50
        }
    )
    assert [sentence for sentence, times in sentences.items() if times > 1] == []


def test_the_set_is_wide_enough() -> None:
    languages = Counter(name.split("-")[0] for name in BUNDLES)
    assert languages["de"] >= 44
    clean = [
        name
        for name, bundle in BUNDLES.items()
        if not any(pair["verdict"] == "contradict" for pair in bundle["pairs"])
    ]
    assert len(clean) >= 29
    assert len({bundle["domain"] for bundle in BUNDLES.values()}) >= 15
