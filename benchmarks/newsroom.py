"""Claims of a newsroom's archive, made from annotated events again and again.

The events are `tests/gold` and `fixtures`: articles as newsrooms write them. Each copy of
an event is another event: the words that are its own are renamed, the others are dealt
anew among themselves, and its figures are multiplied by some factor. As in a real day's
articles, two in five share their event with another; the rest are the only one on theirs.
"""

from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path

from msgspec.structs import replace

from claimcheck.engine import extractions
from claimcheck.extract import Context, Extraction
from claimcheck.model import Claim, Document, Quantity
from claimcheck.read import read_all

ROOT = Path(__file__).resolve().parent.parent
BUNDLES = sorted(p for p in (ROOT / "fixtures").iterdir() if p.is_dir() and p.name != "drafts")
SHARED = 0.2
"""The share of the events of which all articles are taken: of the others, one."""
FACTORS = tuple(Decimal(n) / 100 for n in range(113, 998))


@cache
def events() -> tuple[tuple[Extraction, ...], ...]:
    """Return the claims of each event's articles."""
    made = [extractions(read_all([bundle])) for bundle in BUNDLES]
    for path in sorted((ROOT / "tests" / "gold").glob("*.json")):
        rows = json.loads(path.read_text("utf-8")).get("docs", ())
        documents = [
            Document(
                id=row["id"],
                text=row["text"],
                language=row["lang"],
                published=date.fromisoformat(row["published"]) if row.get("published") else None,
            )
            for row in rows
        ]
        made.append(extractions(documents))
    return tuple(tuple(event) for event in made if event)


def archive(count: int) -> list[Extraction]:
    """Return extractions with about `count` claims."""
    chance = random.Random(1)
    usual = sorted(_usual(events()))
    made: list[Extraction] = []
    claims = copy = 0
    while claims < count:
        event = events()[copy % len(events())]
        if chance.random() > SHARED:
            event = (event[chance.randrange(len(event))],)
        for one in _copied(event, copy, chance, usual):
            made.append(one)
            claims += len(one.claims)
        copy += 1
    return made


def _copied(
    event: Sequence[Extraction], copy: int, chance: random.Random, usual: Sequence[str]
) -> Iterator[Extraction]:
    dealt = dict(zip(usual, chance.sample(usual, len(usual)), strict=True))
    factor = chance.choice(FACTORS)
    names: dict[str, str] = {}
    sentences: dict[tuple[str, ...], tuple[str, ...]] = {}
    for one in event:
        name = f"{one.document.id}.{copy}"
        claims = tuple(_claim(claim, name, factor) for claim in one.claims)
        contexts = {}
        for claim, made in zip(one.claims, claims, strict=True):
            context = one.contexts[claim.id]
            for word in context.keys:
                if word not in names:
                    names[word] = dealt.get(word, f"{word}.{copy}")
            contexts[made.id] = _context(context, names, sentences)
        yield Extraction(replace(one.document, id=name), claims, (), contexts)


def _context(
    context: Context,
    names: Mapping[str, str],
    sentences: dict[tuple[str, ...], tuple[str, ...]],
) -> Context:
    keys = sentences.get(context.keys)
    if keys is None:
        keys = sentences[context.keys] = tuple(names[key] for key in context.keys)
    return replace(context, keys=keys)


def _claim(claim: Claim, document: str, factor: Decimal) -> Claim:
    quantity = _times(claim.quantity, factor)
    return replace(claim, id=f"{document}:{claim.span.start}", document=document, quantity=quantity)


def _times(quantity: Quantity, factor: Decimal) -> Quantity:
    """Return a quantity with its figure multiplied; bounds that are one object stay one."""
    value = quantity.value
    if not isinstance(value, Decimal):
        return quantity
    made: dict[int, Decimal] = {}
    for bound in (value, quantity.low, quantity.high):
        if isinstance(bound, Decimal) and id(bound) not in made:
            made[id(bound)] = bound * factor
    low, high = (made.get(id(bound), bound) for bound in (quantity.low, quantity.high))
    return replace(quantity, value=made[id(value)], low=low, high=high)


def _usual(made: Sequence[Sequence[Extraction]]) -> Set[str]:
    """Return the words that several events use: they tell no event from another."""
    count = Counter(
        word
        for event in made
        for word in {w for one in event for c in one.contexts.values() for w in c.keys}
    )
    return {word for word, events_with in count.items() if events_with > 1}
