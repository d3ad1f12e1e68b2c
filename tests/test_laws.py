"""What must hold whatever the articles say: order does not matter, nor does a stranger."""

from __future__ import annotations

import random
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import pytest
from gold import load
from msgspec.structs import replace

from claimcheck.compare import compare
from claimcheck.engine import extractions
from claimcheck.extract import Extraction
from claimcheck.match import match

GOLD = sorted((Path(__file__).resolve().parent / "gold").glob("*.json"))
SAMPLE = sorted(path.stem for path in random.Random(5).sample(GOLD, 12))
Table = dict[frozenset[str], tuple[str, str, float, str]]


@cache
def claims_of(name: str) -> tuple[Extraction, ...]:
    """Return the claims of a gold bundle's articles; their ids name the bundle."""
    bundle = load(next(path for path in GOLD if path.stem == name))
    assert bundle is not None
    named = [replace(document, id=f"{name}/{document.id}") for document in bundle.documents]
    return tuple(extractions(named))


def told(articles: Sequence[Extraction]) -> Table:
    """Return verdict, reason, score and level of each pair of claims."""
    found = compare(match(articles), [one.document for one in articles])
    return {frozenset((c.a, c.b)): (c.verdict, c.reason, c.score, c.level) for c in found}


def about(table: Table, name: str) -> Table:
    """Return the pairs with both claims from one bundle."""
    return {
        pair: row for pair, row in table.items() if all(key.startswith(f"{name}/") for key in pair)
    }


@pytest.mark.parametrize("name", SAMPLE)
def test_the_order_of_the_articles_changes_nothing(name: str):
    articles = claims_of(name)
    assert told(articles[::-1]) == told(articles)


@pytest.mark.parametrize("name", SAMPLE)
def test_an_article_on_something_else_changes_no_verdict(name: str):
    articles = claims_of(name)
    stranger = claims_of(SAMPLE[(SAMPLE.index(name) + 5) % len(SAMPLE)])[0]
    alone = told(articles)
    assert about(told([stranger, *articles]), name) == alone
    assert about(told([*articles, stranger]), name) == alone


@pytest.mark.parametrize("name", SAMPLE[:4])
def test_an_article_beside_itself_agrees_with_itself(name: str):
    first = claims_of(name)[0]
    claims = tuple(replace(claim, id=f"copy/{claim.id}") for claim in first.claims)
    contexts = {f"copy/{key}": context for key, context in first.contexts.items()}
    twice = [first, replace(first, claims=claims, contexts=contexts)]
    verdicts = {row[0] for row in told(twice).values()}
    assert "agreement" in verdicts
    assert "contradiction" not in verdicts
