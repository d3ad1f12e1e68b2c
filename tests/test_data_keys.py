"""Each file of a language says what its keys mean, or the German file of that name does."""

import re
import tomllib
from pathlib import Path

import pytest

DATA = Path(__file__).resolve().parent.parent / "claimcheck/data"
GENERATED = {"cldr_dates.toml", "currencies.toml", "genders.toml"}
FILES = [path for path in sorted(DATA.glob("*/*.toml")) if path.name not in GENERATED]


def explained(path: Path) -> set[str]:
    """Return the keys that a comment names, or that stand below one without a blank line."""
    text = path.read_text("utf-8")
    named = set(re.findall(r"\w+", " ".join(re.findall("#.*", text))))
    below = set()
    for paragraph in text.split("\n\n"):
        if "#" in paragraph:
            below.update(re.findall(r"^\[*(\w+)", paragraph, re.MULTILINE))
    return named | below


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_every_key_is_explained(path: Path):
    known = explained(path)
    german = DATA / "de" / path.name
    if german.exists():
        known |= explained(german)
    keys = tomllib.loads(path.read_text("utf-8"))
    assert sorted(keys.keys() - known) == []
