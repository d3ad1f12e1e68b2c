"""Cases that are a few short articles: one row a story."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

from claimcheck import Document

CASES = Path(__file__).parent / "cases" / "compare"


def rows(*names: str) -> list[dict[str, Any]]:
    """Return the rows of the named case files."""
    return [
        json.loads(line)
        for name in names
        for line in (CASES / name).read_text(encoding="utf-8").splitlines()
    ]


def documents(row: dict[str, Any]) -> list[Document]:
    """Return the articles of a row, all of one day."""
    return [
        Document(
            id=f"d{number}",
            text=article["text"],
            language=article["lang"],
            published=date(2026, 3, 16),
        )
        for number, article in enumerate(row["articles"])
    ]
