"""Writes claimcheck/data/territories.toml: the names of countries and continents, from CLDR.

Run `python scripts/territories.py` after adding a language folder or updating babel. What CLDR
lacks is in names.toml, people and adjectives are in demonyms.toml, by hand.
"""

from __future__ import annotations

from pathlib import Path

from babel import Locale

DATA = Path(__file__).resolve().parent.parent / "claimcheck" / "data"
TARGET = DATA / "territories.toml"
LANGUAGES = sorted(path.parent.name for path in DATA.glob("*/numbers.toml"))
HEADER = """\
# Names of countries and continents by ISO 3166 or UN M.49 code, by language.
# Generated from CLDR by scripts/territories.py; edit names.toml instead.
"""
CONTINENTS = ("002", "003", "005", "013", "142", "150")
NOT_COUNTRIES = (
    "CP", "DG", "EA", "EU", "EZ", "HK", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ",
)  # fmt: skip
"""Codes that are no country, or whose CLDR name no article writes."""


def name(code: str, language: str) -> str:
    """Return the name that articles write: CLDR's, without what stands in brackets."""
    full: str = Locale.parse(language).territories[code]
    return full.split(" (")[0].replace(" & ", " and ")


def generate() -> str:
    """Return the text of the data file."""
    known = [set(Locale.parse(language).territories) for language in LANGUAGES]
    kept = {code for code in set.intersection(*known) if len(code) == 2}.difference(NOT_COUNTRIES)
    lines = [HEADER]
    for code in sorted(kept) + list(CONTINENTS):
        lines.append(f"[{code}]" if code.isalpha() else f'["{code}"]')
        for language in LANGUAGES:
            lines.append(f'{language} = ["{name(code, language)}"]')
        lines.append("")
    return "\n".join(lines)


if __name__ == "__main__":
    TARGET.write_text(generate(), encoding="utf-8")
