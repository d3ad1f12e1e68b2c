"""Write `fixtures/*/expected.json`: what the program says about the bundles it ships.

Usage: python scripts/expected.py

Run by `make expected` after a change of what is reported. Look at the difference
before you keep it: the tests take these files for right.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from claimcheck import Document, audit, read
from claimcheck.read import number

FIXTURES = Path(__file__).resolve().parent.parent / "fixtures"
ARTICLES = (".txt", ".md")


def bundles() -> list[Path]:
    """Return the folders with articles that belong together; drafts are held against them."""
    return sorted(p for p in FIXTURES.iterdir() if p.is_dir() and p.name != "drafts")


def documents(bundle: Path) -> list[Document]:
    """Return a bundle's articles with paths that are the same on every machine."""
    from msgspec.structs import replace

    paths = [path for path in sorted(bundle.iterdir()) if path.suffix in ARTICLES]
    return number(replace(read(path), path=f"{bundle.name}/{path.name}") for path in paths)


def report(bundle: Path) -> str:
    """Return the JSON report of a bundle, without the version of the program.

    The weights of the evidence are left out too: they change with every learning, and
    the verdicts, reasons and scores say what came of them.
    """
    rows = json.loads(audit(documents(bundle)).to_json())
    del rows["tool"]["version"]
    for comparison in rows["comparisons"]:
        comparison.pop("evidence", None)
    return json.dumps(rows, ensure_ascii=False, indent=1) + "\n"


def main() -> int:
    """Write all of them and return the exit status."""
    for bundle in bundles():
        target = bundle / "expected.json"
        text = report(bundle)
        changed = not target.exists() or target.read_text("utf-8") != text
        target.write_text(text, encoding="utf-8")
        print(f"{'changed  ' if changed else 'unchanged'} {bundle.name}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
