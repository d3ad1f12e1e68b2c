"""Print how right findings are where all annotated articles are held against each other at once.

Usage: python scripts/together.py [FOLDER-OR-FILE ...]

A newsroom audits a day's articles and not those on one event: most tell of other things, some of
which are much alike. What is found between articles of two bundles is wrong. Real events are
taken with their changed figures, for both copies would tell the same. Without folders: as
`accuracy.py`.
"""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path

from gold import VERDICTS, Bundle, default_folders, load_all, score
from msgspec.structs import replace

from claimcheck.engine import audit
from claimcheck.model import Claim, Comparison, Document, Report

_CHANGED = "-mut"


def together(bundles: list[Bundle], language: str) -> Counter[str]:
    """Return the counts of `gold.score` over all bundles, and what is found between two."""
    home: dict[str, tuple[Bundle, Document]] = {}
    for bundle in bundles:
        for document in bundle.documents:
            if document.language == language:
                home[f"{bundle.name}/{document.id}"] = bundle, document
    report = audit([replace(document, id=name) for name, (_, document) in home.items()])
    claims = {claim.id: claim for claim in report.claims}
    count: Counter[str] = Counter()
    inside: dict[str, list[Comparison]] = {bundle.name: [] for bundle in bundles}
    for comparison in report.comparisons:
        one, two = (home[claims[name].document][0] for name in (comparison.a, comparison.b))
        if one is two:
            inside[one.name].append(comparison)
        elif comparison.verdict in VERDICTS:
            count[f"between_{VERDICTS[comparison.verdict]}"] += 1
    for bundle in bundles:
        told = [_own(claim, home) for claim in report.claims if home[claim.document][0] is bundle]
        counted, _ = score(bundle, _part(report, told, inside[bundle.name]))
        count.update({key: n for key, n in counted.items() if not key.startswith("gold")})
    return count


def _own(claim: Claim, home: dict[str, tuple[Bundle, Document]]) -> Claim:
    """Return a claim as its bundle names its document."""
    return replace(claim, document=home[claim.document][1].id)


def _part(report: Report, claims: list[Claim], comparisons: list[Comparison]) -> Report:
    return replace(report, claims=tuple(claims), comparisons=tuple(comparisons))


def _once(bundles: list[Bundle]) -> list[Bundle]:
    """Leave out events of which there is a copy with changed figures."""
    changed = {bundle.event for bundle in bundles if bundle.name.endswith(_CHANGED)}
    return [b for b in bundles if b.name.endswith(_CHANGED) or b.event not in changed]


def main() -> None:
    """Print a line for each language and verdict."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folders", nargs="*", type=Path, default=default_folders())
    bundles = _once(load_all(parser.parse_args().folders))
    print("all articles of a language held against each other at once")
    for language in sorted({d.language for b in bundles for d in b.documents}):
        count = together(bundles, language)
        for verdict in VERDICTS.values():
            reported = count[f"reported_{verdict}"] + count[f"between_{verdict}"]
            print(
                f"  {language} {verdict:10} {count[f'right_{verdict}']:5} of {reported:5} right,"
                f" {count[f'between_{verdict}']:4} between two events"
            )


if __name__ == "__main__":
    main()
