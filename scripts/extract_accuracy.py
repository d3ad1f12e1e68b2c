"""How well the parts of claims are read, on the golden sentences of `tests/cases/extract`.

    python scripts/extract_accuracy.py            the share of right parts, dev and test
    python scripts/extract_accuracy.py --show     and every part that is wrong, dev only
    python scripts/extract_accuracy.py --show subject measure

A subject or speaker is right when it resolves to the same key, or when the words of one
name are all words of the other ("Merk" for "Merk & Töchter"); where no measure is
expected, none or a plain word is right. Claims that were not found are wrong in all parts.
"""

from __future__ import annotations

import argparse
import json
from calendar import monthrange
from collections import Counter
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from claimcheck.engine import extractions
from claimcheck.extract.concepts.lexicon import lexicon
from claimcheck.extract.words.lemma import lemma
from claimcheck.lexicon import table
from claimcheck.model import Claim, Document, Period

CASES = Path(__file__).parents[1] / "tests" / "cases" / "extract"
PARTS = (
    "value", "unit", "subject", "measure", "aspect", "period", "modality", "speaker", "scope",
)  # fmt: skip
_CODE = 2
"""The length of a country's key: "de" is no part of Charles de Gaulle's name."""
_SCOPES = frozenset(("segment", "part", "adjusted", "per_unit", "seasonally_adjusted", "average"))


def main() -> None:
    """Print the accuracy of each part, and with --show what is wrong on the dev rows."""
    options = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    options.add_argument("--show", nargs="*", metavar="PART", help="list the errors of dev rows")
    show = options.parse_args().show
    rows = list(load())
    for split in ("dev", "test"):
        for language in ("de", "en"):
            chosen = [r for r in rows if r["split"] == split and r["lang"] == language]
            right, total, errors = measure_rows(chosen)
            shares = "  ".join(f"{part} {right[part] / total:.3f}" for part in PARTS)
            print(f"{split:<4} {language}  {total:4} claims  {shares}")
            if show is not None and split == "dev":
                for part, line in errors:
                    if not show or part in show:
                        print("   ", part, "·", line)


def load() -> Iterator[dict[str, Any]]:
    """Yield the golden rows of all files."""
    for path in sorted(CASES.glob("*.jsonl")):
        for line in path.read_text("utf-8").splitlines():
            yield json.loads(line)


def measure_rows(
    rows: list[dict[str, Any]],
) -> tuple[Counter[str], int, list[tuple[str, str]]]:
    """Return how often each part is right, the number of expected claims, and the errors."""
    documents = [_document(row) for row in rows]
    right: Counter[str] = Counter()
    errors: list[tuple[str, str]] = []
    total = 0
    for row, document in zip(rows, documents, strict=True):
        (extraction,) = extractions([document])
        for expected in row["claims"]:
            total += 1
            claim = _aligned(row["text"], expected, extraction.claims)
            got = parts(claim)
            for part in PARTS:
                if claim is not None and is_right(part, expected, claim, row["lang"]):
                    right[part] += 1
                else:
                    text = row["text"].replace("\n", "⏎")
                    want = expected.get(part)
                    errors.append(
                        (
                            part,
                            f"{row['id']}: {expected['quote']!r} want {want} got {got.get(part)}"
                            f"  | {text}",
                        )
                    )
    return right, total, errors


def parts(claim: Claim | None) -> dict[str, str]:
    """Return the parts of a claim as short text."""
    if claim is None:
        return {}
    period = claim.period
    return {
        "value": f"{claim.quantity.value} {claim.quantity.low}..{claim.quantity.high}",
        "unit": str(claim.quantity.unit),
        "subject": f"{claim.subject.key} «{claim.subject.text}»" if claim.subject else "None",
        "measure": claim.measure.key if claim.measure else "None",
        "aspect": claim.aspect,
        "period": f"{period.start}..{period.end} «{period.text}»" if period else "None",
        "modality": claim.modality,
        "speaker": str(claim.speaker),
        "scope": str(claim.scope),
    }


def is_right(part: str, expected: dict[str, Any], claim: Claim, language: str) -> bool:
    """Return whether a part of the claim is the expected one."""
    want = expected.get(part)
    if part == "value":
        bound = expected.get("qualifier", claim.quantity.qualifier)
        return _same_value(str(want), claim) and claim.quantity.qualifier == bound
    if part == "unit":
        return _unit(claim) == (want or "number")
    if part == "subject":
        return _same_name(want, claim.subject.text if claim.subject else None,
                          claim.subject.key if claim.subject else None, language)  # fmt: skip
    if part == "speaker":
        return _same_name(want, claim.speaker, None, language)
    if part == "measure":
        key = claim.measure.key if claim.measure else None
        if want is None:
            return key is None or not lexicon().info(key).domain
        return key is not None and (key == want or lemma(want, language) == lemma(key, language))
    if part == "period":
        return _same_period(want, claim.period)
    if part == "scope":
        got = set(claim.scope) & _SCOPES
        return got == set(want or ()) & _SCOPES
    return bool(getattr(claim, part) == want)


def _document(row: dict[str, Any]) -> Document:
    return Document(
        id=row["id"],
        text=row["text"],
        language=row["lang"],
        published=date.fromisoformat(row["published"]),
    )


def _aligned(text: str, expected: dict[str, Any], claims: tuple[Claim, ...]) -> Claim | None:
    """Return the claim that shares most characters with the expected quote."""
    start = -1
    for _ in range(expected.get("occurrence", 1)):
        start = text.index(expected["quote"], start + 1)
    end = start + len(expected["quote"])

    def shared(claim: Claim) -> int:
        return min(end, claim.span.end) - max(start, claim.span.start)

    best = max(claims, key=shared, default=None)
    return best if best is not None and shared(best) > 0 else None


def _same_value(want: str, claim: Claim) -> bool:
    value = claim.quantity.value
    if isinstance(value, Decimal):
        try:
            number = Decimal(want)
        except ArithmeticError:
            return False
        return abs(value - number) <= abs(number) / 500
    return str(value) == want


def _unit(claim: Claim) -> str:
    return claim.quantity.unit or claim.quantity.kind


def _same_name(want: str | None, text: str | None, key: str | None, language: str) -> bool:
    if want is None or text is None:
        return want is None and text is None
    first, second = _words(want, language), _words(text, language)
    if first and second and (first <= second or second <= first):
        return True
    if key is None:
        return False
    if key == _known_key(want):
        return True
    third = _words(key, language) if len(key) > _CODE else frozenset()
    return bool(first and third and (first <= third or third <= first))


def _words(text: str, language: str) -> frozenset[str]:
    names = table(f"{language}/claims")["names"]
    drop = {w.lower() for w in (*names["articles"], *names["stop_words"])}
    words = (word.strip(".,„“\"'").removesuffix("'s").removesuffix("’s") for word in text.split())
    return frozenset(lemma(word, language).lower() for word in words if word.lower() not in drop)


def _known_key(name: str) -> str | None:
    lower = name.lower()
    for key, entry in table("names").items():
        if any(lower in (n.lower() for n in names) for names in entry.values()
               if isinstance(names, list)):  # fmt: skip
            return key
    return None


def _same_period(want: str | None, period: Period | None) -> bool:
    if want is None or period is None:
        return want is None and period is None
    if "/" in want:
        first, second = period.start, period.end
        years = f"{first.year}/{second.year % 100}" if first and second else ""
        return years == want
    return _bounds(want) == (period.start, period.end)


def _bounds(text: str) -> tuple[date, date]:
    """Return first and last day of "2025", "2025-H1", "2025-Q2", "2025-07", a day or a range."""
    if ".." in text:
        start, _, end = text.partition("..")
        return _bounds(start)[0], _bounds(end)[1]
    if len(text) == 10:
        return date.fromisoformat(text), date.fromisoformat(text)
    year, _, rest = text.partition("-")
    first, months = 1, 12
    if rest[:1] in ("Q", "H"):
        months = 3 if rest[0] == "Q" else 6
        first = (int(rest[1]) - 1) * months + 1
    elif rest:
        first, months = int(rest), 1
    last = first + months - 1
    return date(int(year), first, 1), date(int(year), last, monthrange(int(year), last)[1])


if __name__ == "__main__":
    main()
