"""Write `data/de/genders.toml`: which gender German nouns have, and which forms are plurals.

Usage: python scripts/genders.py NOUNS.csv TEXT ...

NOUNS.csv is that of the package `german-nouns`, from the German Wiktionary; TEXTs (.txt, .md,
.json, .jsonl) are where nouns are counted. Compounds have the gender of their last part, and
an ending may tell it: only what neither gives is kept, if it comes often enough or nouns that
end in it do.
"""

from __future__ import annotations

import argparse
import csv
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from claimcheck.extract.words.genders import LETTERS, PLURAL, SHORTEST, Genders, code_of

TARGET = Path(__file__).parent.parent / "claimcheck" / "data" / "de" / "genders.toml"
HEAD = """\
# What German nouns can be in the nominative, by their ending or else their form, lower case:
# m, f, n in the singular, p a plural. `forms` may be the last part of a compound, `words` not.
# From the German Wiktionary (https://de.wiktionary.org, CC BY-SA 4.0) by way of the package
# german-nouns 1.2.5; this file is under CC BY-SA 4.0 too. Written by `scripts/genders.py`.
"""
ENDINGS = {
    "m": ["ismus", "ling"],
    "f": ["ung", "heit", "keit", "schaft", "tion", "tät", "enz", "anz", "ik", "erin"],
    "n": ["chen", "lein"],
    "p": [
        "ungen", "heiten", "keiten", "schaften", "tionen", "täten", "enzen", "anzen", "erinnen",
        "nisse", "linge",
    ],
}  # fmt: skip
OFTEN = 3
"""How often a form, or what ends in it, has to come."""
SURE = 0.8
"""Which share of the words that end in a form has to be what it is."""
_SMALL = re.compile(r"\b[a-zäöüß]{3,}\b")
_WORD = re.compile(r"\b[A-ZÄÖÜ][a-zäöüß]{2,}\b")
_LEFT_OUT = ("Wortverbindung", "Affix", "Suffix", "Gebundenes", "Nachname", "Vorname", "Symbol")


def main() -> None:
    """Read, choose and write."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("nouns", type=Path)
    parser.add_argument("texts", nargs="+", type=Path)
    options = parser.parse_args()
    known = nominatives(options.nouns)
    forms, words = kept(known, counted(options.texts))
    TARGET.write_text(written(forms, words), "utf-8")
    print(len(forms), "forms,", len(words), "whole words")


def nominatives(path: Path) -> dict[str, int]:
    """Return what each form can be in the nominative, in lower case; 0 where it is in none."""
    found: dict[str, int] = defaultdict(int)
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if any(kind in row["pos"] for kind in _LEFT_OUT) or " " in row["lemma"]:
                continue
            letters = {g for column, g in row.items() if column.startswith("genus")}
            genders = sum(LETTERS[letter] for letter in letters & set(LETTERS))
            for column, form in row.items():
                if form and column.startswith("nominativ"):
                    found[form.lower()] |= PLURAL if "plural" in column else genders
                elif form and column.startswith(("genitiv", "dativ", "akkusativ")):
                    found[form.lower()] |= 0
    return found


def counted(paths: Iterable[Path]) -> Counter[str]:
    """Return how often each word comes with a capital letter; none that mostly comes without."""
    words: Counter[str] = Counter()
    small: Counter[str] = Counter()
    for path in paths:
        text = path.read_text("utf-8")
        words.update(word.lower() for word in _WORD.findall(text))
        small.update(_SMALL.findall(text))
    return Counter({word: count for word, count in words.items() if count > small[word]})


def kept(
    known: Mapping[str, int], words: Mapping[str, int]
) -> tuple[dict[str, int], dict[str, int]]:
    """Return the forms to be listed with what they can be, and those that are no last parts."""
    counts: Counter[str] = Counter()
    for word, count in words.items():
        last = next((word[i:] for i in range(len(word) - 2) if word[i:] in known), None)
        for form in {word, last} & known.keys():
            counts[form] += count
            for other in _others(form, known):
                counts[other] += count
    longer = _longer(known)
    endings = {end: code_of(code) for code, row in ENDINGS.items() for end in row}
    forms: dict[str, int] = {}
    whole: dict[str, int] = {}
    for form in sorted(counts, key=lambda form: (len(form), form)):
        code = known[form]
        if not code or counts[form] < OFTEN:
            continue
        if Genders(forms, whole, endings).nominative(form) == code:
            continue
        compounds = longer[form]
        alike = sum(known[word] == code for word in compounds)
        if alike >= SURE * len(compounds) and (compounds or len(form) > SHORTEST + 1):
            forms[form] = code
        else:
            whole[form] = code
    return forms, whole


def _longer(known: Iterable[str]) -> dict[str, list[str]]:
    """Return the words that end in each word."""
    found: dict[str, list[str]] = defaultdict(list)
    for word in known:
        for i in range(2, len(word) - SHORTEST + 1):
            found[word[i:]].append(word)
    return found


def _others(form: str, known: Mapping[str, int]) -> Iterator[str]:
    """Yield the forms without a usual ending: whoever writes the plural writes the singular."""
    for ending in ("en", "e", "n", "s", "er"):
        if form.endswith(ending) and form.removesuffix(ending) in known:
            yield form.removesuffix(ending)


def written(forms: Mapping[str, int], words: Mapping[str, int]) -> str:
    """Return the file."""
    lines = [HEAD, "[endings]"]
    lines += [f"{code} = [{', '.join(map(_quoted, words))}]" for code, words in ENDINGS.items()]
    for name, listed in (("forms", forms), ("words", words)):
        lines += ["", f"[{name}]"]
        for code in sorted(set(listed.values())):
            letters = "".join(letter for letter, bit in LETTERS.items() if code & bit)
            rows = sorted(form for form in listed if listed[form] == code)
            lines.append(f"{letters} = [\n  {_wrapped(rows)}\n]")
    return "\n".join(lines) + "\n"


def _quoted(word: str) -> str:
    return f'"{word}"'


def _wrapped(forms: list[str]) -> str:
    rows = [", ".join(map(_quoted, forms[i : i + 8])) for i in range(0, len(forms), 8)]
    return ",\n  ".join(rows) + ","


if __name__ == "__main__":
    main()
