"""Writes the currency data from CLDR, after adding a language folder or updating babel.

Output: `claimcheck/data/currencies.toml` (symbols) and `claimcheck/data/LANG/currencies.toml`
(names in every form). Both are generated and checked in; a test holds them fresh. What CLDR
misses is written by hand in `LANG/units.toml`.
"""

from __future__ import annotations

import sys
from pathlib import Path

from babel import Locale
from babel.core import get_global
from babel.numbers import list_currencies

DATA = Path(__file__).parent.parent / "claimcheck" / "data"
NO_MONEY = {"XXX", "XTS", "XUA", "XSU"}
HEAD = "# Generated from CLDR by scripts/currencies.py; do not edit. "


def quoted(text: str) -> str:
    """Return `text` as a TOML string."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def in_use() -> set[str]:
    """Return the codes that are legal tender somewhere today."""
    rows = (row for rows in get_global("territory_currencies").values() for row in rows)
    return {code for code, _, end, tender in rows if end is None and tender}


def symbols() -> str:
    """Return symbols of each currency that is in use, one line a code."""
    english = Locale.parse("en")
    lines = [HEAD + "Currencies in use, with their symbols, by ISO 4217 code.", "", "[symbols]"]
    for code in sorted(in_use()):
        symbol = english.currency_symbols.get(code, code)
        found = [] if symbol == code else [symbol]
        lines.append(f"{code} = [{', '.join(map(quoted, found))}]")
    return "\n".join(lines) + "\n"


def names(language: str) -> str:
    """Return all names and plural forms of the currencies in one language."""
    locale = Locale.parse(language)
    lines = [HEAD + "Names by ISO 4217 code.", "", "[names]"]
    for code in sorted(list_currencies(language)):
        if code in NO_MONEY:
            continue
        forms = dict.fromkeys([locale.currencies.get(code, "")])
        forms.update(dict.fromkeys(locale._data["currency_names_plural"].get(code, {}).values()))
        kept = [f for f in forms if f and "(" not in f and any(c.isalpha() for c in f)]
        if kept:
            lines.append(f"{code} = [{', '.join(map(quoted, kept))}]")
    return "\n".join(lines) + "\n"


def render() -> dict[Path, str]:
    """Return each generated file with its content."""
    files = {DATA / "currencies.toml": symbols()}
    for language in sorted(path.parent.name for path in DATA.glob("*/numbers.toml")):
        files[DATA / language / "currencies.toml"] = names(language)
    return files


def main() -> int:
    """Write the files; with `--check` only say whether they are fresh."""
    stale = [p for p, text in render().items() if not p.exists() or p.read_text("utf-8") != text]
    if "--check" in sys.argv:
        return len(stale)
    for path, text in render().items():
        path.write_text(text, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
