"""Write `fixtures/*/expected.json` and the README's examples: what the program says.

Usage: python scripts/expected.py

Run by `make expected` after a change of what is reported. Look at the difference
before you keep it: the tests take these files for right.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

from claimcheck import Document, audit, check, read
from claimcheck.read import number

ROOT = Path(__file__).resolve().parent.parent
FIXTURES = ROOT / "fixtures"
README = ROOT / "README.md"
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


def examples(readme: str) -> str:
    """Return the README with what its two examples on the fixtures print now."""
    from msgspec import to_builtins

    from claimcheck.report import FORMATS, ReportOptions

    sources = documents(FIXTURES / "microsoft")
    draft = read(FIXTURES / "drafts" / "microsoft-zehnfach.md")
    printed = FORMATS["text"](check([draft], sources), ReportOptions(width=96))
    error, _, _ = printed[printed.index("error[") :].partition("\n    in ")
    shown = "".join(f"    {line}\n" for line in error.splitlines())
    summary = f"    {to_builtins(audit(sources).summary)}\n"
    readme = re.sub(r"(?<=    …\n)    error\[(?:.+\n)+?(?=    …\n)", lambda _: shown, readme)
    return re.sub(r"    \{'documents': .+\n", lambda _: summary, readme)


def main() -> int:
    """Write all of them and return the exit status."""
    README.write_text(examples(README.read_text("utf-8")), encoding="utf-8")
    for bundle in bundles():
        target = bundle / "expected.json"
        text = report(bundle)
        changed = not target.exists() or target.read_text("utf-8") != text
        target.write_text(text, encoding="utf-8")
        print(f"{'changed  ' if changed else 'unchanged'} {bundle.name}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
