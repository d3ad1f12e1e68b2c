"""Print how many changed figures are told as contradictions.

Usage: python scripts/changed.py [--show] [--most N] [FOLDER-OR-FILE ...]

Annotated contradictions are few. Here each figure that two articles of a bundle agree on is
changed in one of them as newsrooms mistype it: two digits swapped, one digit wrong, another
year. A change is told where the audit calls it a contradiction of an article that has the
figure right. Without folders: as `accuracy.py`; at most N figures of a bundle (8).
"""

from __future__ import annotations

import argparse
import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from gold import Bundle, Mention, default_folders, load_all
from msgspec.structs import replace

from claimcheck.compare import compare
from claimcheck.engine import extractions
from claimcheck.extract import Extraction
from claimcheck.match import match
from claimcheck.model import Claim, Document

MOST = 8
_FIGURE = re.compile(r"\d(?:[\d.,]*\d)?")
_YEAR = re.compile(r"(?:19|20)\d\d")
_SWAPS, _YEARS = 0.75, 0.25
"""How many changes swap digits where they can; and how many of the years are changed at all."""
_STEP = 3
"""A wrong digit is at most so far from the right one."""


class Change(NamedTuple):
    """A figure that was changed in one document, and the mentions that have it right."""

    documents: list[Document]
    mentions: frozenset[str]
    partners: frozenset[str]
    old: str
    new: str


def changes(bundle: Bundle, most: int = MOST) -> Iterator[Change]:
    """Yield the changes of a bundle, the same ones each time."""
    partners = _partners(bundle)
    facts = sorted({_repeated(bundle, partners, mention) for mention in partners})
    random.Random(bundle.name).shuffle(facts)
    for fact in facts[:most]:
        mentions = [bundle.mentions[name] for name in fact]
        found = [_FIGURE.findall(mention.row["quote"]) for mention in mentions]
        new = mistyped(found[0][0], random.Random(fact[0])) if len(found[0]) == 1 else None
        if new is None or any(figures != found[0] for figures in found):
            continue
        document = mentions[0].document
        documents = [
            replace(one, text=_replaced(one.text, mentions, new)) if one.id == document else one
            for one in bundle.documents
        ]
        others = frozenset(other for name in fact for other in partners[name])
        yield Change(documents, frozenset(fact), others, found[0][0], new)


def mistyped(figure: str, chance: random.Random) -> str | None:
    """Return a figure of two digits or more as somebody mistypes it, equally long.

    None for one that is left as it is.
    """
    at = [place for place, char in enumerate(figure) if char.isdigit()]
    if len(at) < 2:
        return None
    if _YEAR.fullmatch(figure):
        return _other_digit(figure, at[-1], chance) if chance.random() < _YEARS else None
    swaps = [
        (i, j)
        for i, j in pairwise(at)
        if figure[i] != figure[j] and (i > at[0] or figure[j] != "0")
    ]
    if swaps and chance.random() < _SWAPS:
        i, j = chance.choice(swaps)
        return figure[:i] + figure[j] + figure[i + 1 : j] + figure[i] + figure[j + 1 :]
    return _other_digit(figure, chance.choice(at[:2]), chance)


def _other_digit(figure: str, at: int, chance: random.Random) -> str:
    digit = int(figure[at])
    near = [n for n in range(1, 10) if 0 < abs(n - digit) <= _STEP]
    return figure[:at] + str(chance.choice(near)) + figure[at + 1 :]


def _partners(bundle: Bundle) -> dict[str, set[str]]:
    """Return the mentions in other documents that each mention agrees with."""
    found: dict[str, set[str]] = defaultdict(set)
    mentions = bundle.mentions
    for verdict, row in bundle.labels().values():
        a, b = row["a"], row["b"]
        if verdict != "agree" or a not in mentions or b not in mentions:
            continue
        if mentions[a].document != mentions[b].document:
            found[a].add(b)
            found[b].add(a)
    return found


def _repeated(bundle: Bundle, partners: dict[str, set[str]], name: str) -> tuple[str, ...]:
    """Return all mentions of a fact in the document of one, in order."""
    own = bundle.mentions[name]
    return tuple(
        sorted(
            other
            for other in partners
            if bundle.mentions[other].document == own.document
            and (other == name or partners[other] & partners[name])
        )
    )


def _replaced(text: str, mentions: list[Mention], new: str) -> str:
    """Return the text with the one figure of each mention replaced by one equally long."""
    for mention in mentions:
        quote = _FIGURE.sub(new, text[mention.start : mention.end])
        text = text[: mention.start] + quote + text[mention.end :]
    return text


def told(bundle: Bundle, change: Change) -> tuple[bool, list[tuple[Claim, Claim]]]:
    """Return whether a change is told, and the contradictions that it wrongly leads to."""
    extracted = [_extracted(document) for document in change.documents]
    claims = {claim.id: claim for one in extracted for claim in one.claims}
    right, wrong = False, []
    for comparison in compare(match(extracted), change.documents):
        if comparison.verdict != "contradiction":
            continue
        pair = claims[comparison.a], claims[comparison.b]
        one, two = ({mention.id for mention in bundle.at(claim)} for claim in pair)
        if two & change.mentions:
            one, two = two, one
        if one & change.mentions and two & change.partners:
            right = True
        elif one & change.mentions:
            wrong.append(pair)
    return right, wrong


@lru_cache(16)
def _extracted(document: Document) -> Extraction:
    """Return the claims of a document; of a bundle, all changes leave most as they are."""
    return extractions([document])[0]


def main() -> None:
    """Change, audit and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--show", action="store_true", help="list every change that is not told")
    parser.add_argument("--most", type=int, default=MOST, help="so many figures of a bundle")
    parser.add_argument("folders", nargs="*", type=Path)
    options = parser.parse_args()
    totals: dict[str, Counter[str]] = defaultdict(Counter)
    for bundle in load_all(options.folders or default_folders()):
        if bundle.name.endswith("-mut"):
            continue
        kind = "real" if bundle.name.startswith("rw-") else "made"
        split = "test" if bundle.held_apart else "dev"
        for change in changes(bundle, options.most):
            right, wrong = told(bundle, change)
            for key in ("all", f"{kind} {split}"):
                totals[key].update(changed=1, told=right, wrong=len(wrong))
            if options.show and not right:
                print(f"{bundle.name}: NOT TOLD {change.old} as {change.new}", *change.mentions)
            if options.show:
                for a, b in wrong:
                    print(f"{bundle.name}: WRONG {a.quote!r} | {b.quote!r}")
    for key, count in sorted(totals.items()):
        share = count["told"] / count["changed"]
        told_of = f"{count['told']:4} of {count['changed']:4} told ({share:.2f})"
        print(f"changed figures, {key:<9} {told_of}, {count['wrong']} wrong ones beside")


if __name__ == "__main__":
    main()
