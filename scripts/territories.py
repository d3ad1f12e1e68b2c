"""Writes claimcheck/data/territories.toml: the names of countries and continents, from CLDR.

Run it after an update of babel: `python scripts/territories.py`. What CLDR lacks is in
names.toml, people and adjectives are in demonyms.toml, by hand.
"""

from __future__ import annotations

from pathlib import Path

from babel import Locale

LANGUAGES = ("de", "en")
TARGET = Path(__file__).parent.parent / "claimcheck" / "data" / "territories.toml"
HEADER = """\
# Names of countries and continents by ISO 3166 or UN M.49 code, by language.
# Generated from CLDR by scripts/territories.py; edit names.toml instead.
"""
CONTINENTS = ("002", "003", "005", "013", "142", "150")
NOT_COUNTRIES = (
    "CP", "DG", "EA", "EU", "EZ", "GB", "HK", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ",
)  # fmt: skip
"""Codes that are no country, or whose CLDR name no article writes."""
EXTRA = {"GB": {"de": ["Vereinigtes Königreich"], "en": ["United Kingdom"]}}


def names(code: str, language: str) -> list[str]:
    """Return the names that articles write: CLDR's, without what stands in brackets."""
    if code in EXTRA:
        return EXTRA[code][language]
    name = Locale.parse(language).territories[code]
    bare = name.split(" (")[0]
    return [bare.replace(" & ", " and ")]


def generate() -> str:
    """Return the text of the data file."""
    known = [set(Locale.parse(language).territories) for language in LANGUAGES]
    kept = {code for code in set.intersection(*known) if len(code) == 2}.difference(NOT_COUNTRIES)
    lines = [HEADER]
    for code in sorted([*kept, *EXTRA]) + list(CONTINENTS):
        lines.append(f"[{code}]" if code.isalpha() else f'["{code}"]')
        for language in LANGUAGES:
            written = ", ".join(f'"{name}"' for name in names(code, language))
            lines.append(f"{language} = [{written}]")
        lines.append("")
    return "\n".join(lines)


if __name__ == "__main__":
    TARGET.write_text(generate(), encoding="utf-8")
