"""The bundles under `tests/blind` say what they are about, and their pairs name their mentions."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from gold import BLIND, load_all, nth

FILES = sorted(BLIND.glob("*.json"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.stem))
def test_mentions_and_pairs(path: Path) -> None:
    bundle: dict[str, Any] = json.loads(path.read_text("utf-8"))
    assert bundle["id"] == path.stem
    assert bundle["split"] in {"dev", "test"}
    texts = {doc["id"]: doc["text"] for doc in bundle["docs"]}
    assert {doc["lang"] for doc in bundle["docs"]} <= {"de", "en"}
    mentions = {mention["id"]: mention for mention in bundle["mentions"]}
    assert len(mentions) == len(bundle["mentions"])
    for mention in mentions.values():
        assert nth(texts[mention["doc"]], mention["quote"], mention["occurrence"]) >= 0, mention
    listed = [bundle[part] for part in ("pairs", "traps", "ignore")]
    assert all({row["a"], row["b"]} <= mentions.keys() for rows in listed for row in rows)
    assert {row["verdict"] for row in bundle["pairs"]} <= {"agree", "contradict"}


def test_some_are_held_apart() -> None:
    bundles = load_all([BLIND])
    assert 0.3 < sum(bundle.held_apart for bundle in bundles) / len(bundles) < 0.5
    assert all(bundle.blind for bundle in bundles)
