"""Print how right claimcheck is on annotated bundles.

Usage: python scripts/accuracy.py [--show] [--split dev|test|all] [FOLDER-OR-FILE ...]

Without folders: `tests/gold` and `tests/blind`, and the shared gold where it lies beside the
checkout.
Precision, recall and F1 of contradictions and agreements, by collection and language,
and a reliability table: of the findings with a given score, how many are right.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from pathlib import Path

from gold import BLIND, Bundle, default_folders, judged, load_all, score

from claimcheck.engine import audit
from claimcheck.model import Report


def main() -> None:
    """Score and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--show", action="store_true", help="list every miss and false alarm")
    parser.add_argument("--split", choices=("dev", "test", "all"), default="all")
    parser.add_argument("folders", nargs="*", type=Path)
    options = parser.parse_args()
    totals: dict[str, Counter[str]] = defaultdict(Counter)
    reliability: Counter[tuple[str, int, str]] = Counter()
    for bundle in load_all(options.folders or [*default_folders(), BLIND]):
        if options.split != "all" and bundle.held_apart != (options.split == "test"):
            continue
        report = audit(bundle.documents)
        count, lines = score(bundle, report)
        count["bundles"] += 1
        clean = not count["gold_contradict"]
        count["clean"] += clean
        count["clean_alarmed"] += clean and bool(
            count["reported_contradict"] or count["same_contradict"]
        )
        split = "test" if bundle.held_apart else "dev"
        for key in ("all", f"{_collection(bundle)} {split}", f"language {bundle.language}"):
            totals[key].update(count)
        _tally(bundle, report, reliability)
        if options.show:
            print("\n".join(lines))
    for key in sorted(totals):
        print(f"{key:<22} {_line(totals[key])}")
    print("\nreliability: score, findings, share right")
    for verdict, bin_ in sorted({(v, b) for v, b, _ in reliability}):
        right, wrong = reliability[(verdict, bin_, "right")], reliability[(verdict, bin_, "wrong")]
        share = right / (right + wrong)
        print(
            f"  {verdict:<13} {bin_ / 10:.1f}–{bin_ / 10 + 0.1:.1f}  {right + wrong:5}  {share:.2f}"
        )


def _collection(bundle: Bundle) -> str:
    if bundle.name.startswith("rw-"):
        return "real"
    if bundle.blind:
        return "blind"
    if bundle.reported:
        return "own reports"
    return "shared made" if "shared" in bundle.path.parts else "own"


def _tally(bundle: Bundle, report: Report, reliability: Counter[tuple[str, int, str]]) -> None:
    for comparison, kind in judged(bundle, report):
        right = "right" if kind == "right" else "wrong"
        reliability[(comparison.verdict, min(int(comparison.score * 10), 9), right)] += 1


def _line(c: Counter[str]) -> str:
    parts = [f"{c['bundles']:3} bundles"]
    for verdict in ("contradict", "agree"):
        precision = _ratio(c[f"right_{verdict}"], c[f"reported_{verdict}"])
        recall = _ratio(c[f"found_{verdict}"], c[f"gold_{verdict}"])
        f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        parts.append(
            f"{verdict} P {precision:.3f} R {recall:.3f} F1 {f1:.3f}"
            f" ({c[f'reported_{verdict}']}/{c[f'gold_{verdict}']})"
        )
    parts.append(f"facts {c['found_facts']}/{c['gold_facts']}")
    parts.append(f"values {_ratio(c['values_right'], c['values']):.3f}")
    parts.append(f"clean alarmed {c['clean_alarmed']}/{c['clean']}")
    return " · ".join(parts)


def _ratio(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


if __name__ == "__main__":
    main()
