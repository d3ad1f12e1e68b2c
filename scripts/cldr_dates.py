"""Writes the month and weekday names of `claimcheck/data/*/cldr_dates.toml` from CLDR.

Run `python scripts/cldr_dates.py` after adding a language folder or updating babel;
`--check` writes nothing and exits 1 when a file is stale.
"""

from __future__ import annotations

import sys
from pathlib import Path

from babel import Locale

DATA = Path(__file__).resolve().parent.parent / "claimcheck" / "data"
HEAD = "# Generated from CLDR by scripts/cldr_dates.py; additions by hand go to dates.toml.\n"


def render(language: str) -> str:
    """Return the file of one language: long and short names to their number, Monday being 0."""
    locale = Locale(language)
    lines = [HEAD]
    for title, names in (("months", locale.months), ("weekdays", locale.days)):
        long = {name: number for number, name in names["format"]["wide"].items()}
        short = {
            name.rstrip("."): number
            for context in ("format", "stand-alone")
            for number, name in names[context]["abbreviated"].items()
        }
        for part, table in (("long", long), ("short", short)):
            entries = ((number, name) for name, number in table.items())
            lines.append(f"[{title}.{part}]")
            lines += [
                f'"{name}" = {number}'
                for number, name in sorted(entries)
                if part == "long" or name not in long
            ]
            lines.append("")
    return "\n".join(lines)


def main() -> int:
    """Write every language that has a folder; with `--check` only compare."""
    stale = 0
    for folder in sorted(path.parent for path in DATA.glob("*/numbers.toml")):
        target, text = folder / "cldr_dates.toml", render(folder.name)
        if target.exists() and target.read_text("utf-8") == text:
            continue
        stale += 1
        if "--check" not in sys.argv:
            target.write_text(text, "utf-8")
    return 1 if stale and "--check" in sys.argv else 0


if __name__ == "__main__":
    raise SystemExit(main())
