"""The number words of one language: what a single word says about numbers."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from functools import cached_property
from typing import Any

from claimcheck.endings import ending_test
from claimcheck.lexicon import table
from claimcheck.normalise.numbers.anchor import DIGITS, ROMAN, Anchor, roman
from claimcheck.normalise.numbers.decimals import fraction, vulgar
from claimcheck.normalise.numbers.words import Atom, evaluate, take_apart
from claimcheck.normalise.tokens import Remembered

LONGEST_COMPOUND = 40
HEAD = 3
"""So many letters tell of most words that they begin with no number."""
LONGEST_COUNT = 16
"""Letters of the longest number word that is joined to a unit ("Vierundzwanzigstundendienst")."""


class Numerals:
    """The number words of a language."""

    def __init__(self, code: str) -> None:
        self.code = code
        self.data: dict[str, Any] = table(f"{code}/numbers")
        data = self.data
        self.decimal: str = data["decimal"]
        self.group: str = data["group"]
        self.exact_case: bool = data["capital_nouns"]
        self.joined: bool = data["joined"]
        self.units_first: bool = data["units_first"]
        self.atoms: dict[str, Atom] = {
            word: None if value == "+" else Decimal(value)
            for word, value in (data["atoms"] | data["halves"]).items()
        }
        self.longest = max(map(len, self.atoms))
        self.scales = {word: Decimal(value) for word, value in data["scales"].items()}
        self.weak_scales = frozenset(data["weak_scales"])
        self.bunches = {word: Decimal(value) for word, value in data["bunches"].items()}
        self.owned_groups = {w: Decimal(value) for w, value in data["owned_groups"].items()}
        self.letters = {word: Decimal(value) for word, value in data["letters"].items()}
        self.articles = frozenset(data["articles"])
        self.classify = Remembered(self._classify).__getitem__
        """What a word says about numbers, or None."""
        self.paired = frozenset(data["paired"])
        self.lasting = frozenset(data["lasting"])
        self._load_suffixes()
        self._load_decades()
        openers = [*self.atoms, *self._rank_stems]
        self._head = min(HEAD, *map(len, openers))
        self._heads = {word[: self._head] for word in openers}

    def key(self, word: str) -> str:
        """Return how a noun or unit name is looked up: by its case where nouns have one."""
        return word if self.exact_case else word.lower()

    def _load_suffixes(self) -> None:
        data = self.data
        self.suffixes = {
            ending + form: unit
            for ending, unit in data["adjectives"].items()
            for form in data["adjective_endings"]
            if unit
        }
        self.suffixes.update(
            (ending[0].upper() + ending[1:], unit) for ending, unit in list(self.suffixes.items())
        )
        self.suffixes |= data["age_endings"]
        self._has_suffix = ending_test(self.suffixes)
        self.ordinals = {w: Decimal(v) for w, v in data["ordinals"].items() if isinstance(v, str)}
        self._ends_in_ordinal = ending_test(self.ordinals)
        self.ordinal_endings = tuple(sorted(data["ordinals"]["endings"], key=len, reverse=True))
        self.superlatives = tuple(data["ordinals"]["superlatives"])
        self._rank_stems = {w: Decimal(v) for w, v in data["ordinals"]["stems"].items()}
        self.fractions = {w: Decimal(v) for w, v in data["fractions"].items()}
        self.fraction_endings = tuple(data["fraction_endings"])
        self.vague_of = data.get("vague_of", {})

    def _load_decades(self) -> None:
        rows = self.data["decades"]
        self.decade_owners = frozenset(rows["owners"])
        self.decade_names = {word: Decimal(value) for word, value in rows["names"].items()}
        self.decade_parts = self._bounds(rows["parts"])
        self.decade_tens = self._bounds(rows["tens"])
        self.decade_asides = self._bounds(rows["asides"])
        self.age_groups = {w: Decimal(value) for w, value in self.data["ages"]["groups"].items()}
        self.decade_open = frozenset(rows["open"])
        self.decade_heads = self._bounds(rows["heads"])
        self._decade_heads = tuple(self.decade_heads)
        self._decade_endings = tuple(sorted(rows["endings"], key=len, reverse=True))

    @staticmethod
    def _bounds(rows: dict[str, list[int]]) -> dict[str, tuple[Decimal, Decimal]]:
        return {word: (Decimal(low), Decimal(high)) for word, (low, high) in rows.items()}

    # -- words ---------------------------------------------------------------------------

    def says_number(self, word: str) -> bool:
        """Tell whether a word says anything about numbers; those that do not are not kept."""
        return self._classify(word) is not None

    def _classify(self, word: str) -> Anchor | None:
        if not word:
            return None
        if word[0].isdecimal():
            return DIGITS
        lower = word.lower()
        if word in self._whole or lower in self._whole or word[0] in ROMAN or len(word) == 1:
            found = self._by_itself(word, lower)
            if found is not None or lower in self.atoms:
                return found
        return self._compound(word, lower)

    @cached_property
    def _whole(self) -> frozenset[str]:
        """The words, as written or in small letters, that say something without being cut."""
        data = self.data
        tables = ("vague", "multiples", "groups", "halves_alone")
        words = {word for name in tables for word in data[name]}
        return frozenset(
            words.union(
                self.articles,
                self.paired,
                self.vague_of,
                self.fractions,
                self.atoms,
                self.scales,
                self.age_groups,
            )
        )

    def _by_itself(self, word: str, lower: str) -> Anchor | None:
        """Return what a word says that is looked up as a whole."""
        if lower in self.articles:
            return Anchor("article", Decimal(1))
        if lower in self.paired:
            return Anchor("pair", Decimal(2))
        if len(word) > 1 and word.strip(ROMAN) == "":
            return roman(word)
        return self._listed(word, lower) or self._plain(word, lower)

    def _listed(self, word: str, lower: str) -> Anchor | None:
        """Return what a word says that is no plain number: "Hunderte", "twice", "dozen"."""
        data = self.data
        for table_name, role in (("vague", "vague"), ("multiples", "multiple")):
            for form in (word, lower):
                row = data[table_name].get(form)
                if isinstance(row, dict):
                    return Anchor("vague", Decimal(row["low"]), high=Decimal(row["high"]))
                if row is not None and (form == word or not self.exact_case or word.istitle()):
                    return Anchor(role, Decimal(row))
        if lower in self.vague_of:
            return Anchor("vague", Decimal(0))
        for form in (word, self.key(word)):
            if form in data["groups"]:
                return Anchor("group", Decimal(data["groups"][form]))
        for form in (word, lower):
            if form in data["halves_alone"]:
                return Anchor("half", Decimal(data["halves_alone"][form]))
        if self.key(word) in self.fractions:
            return Anchor("fraction", self.fractions[self.key(word)])
        return None

    def _plain(self, word: str, lower: str) -> Anchor | None:
        """Return the number or the scale that a word is: "½", "twelve", "Millionen"."""
        sign = vulgar(word)
        if sign is not None:
            return Anchor("number", sign)
        if lower in self.atoms:
            value = self.atoms[lower]
            scale = lower in self.scales or word in self.scales
            return None if value is None else Anchor("scale" if scale else "number", value)
        if word in self.scales or self.key(word) in self.scales:
            return Anchor("scale", self.scales.get(word) or self.scales[self.key(word)])
        return Anchor("aged", self.age_groups[lower]) if lower in self.age_groups else None

    def unit_of(self, word: str) -> str:
        """Return the unit that a noun names; a language with units knows some."""
        return ""

    def _compound(self, word: str, lower: str) -> Anchor | None:
        if (ordinal := self.ordinals.get(lower)) is not None:
            return Anchor("ordinal", ordinal)
        counted = self.joined and lower[: self._head] in self._heads
        if counted and (found := self._counted(lower)):
            return found
        if found := self._by_ending(lower):
            return found
        if self._has_suffix(lower):
            for ending, unit in self.suffixes.items():
                if lower.endswith(ending):
                    stem = lower[: -len(ending)].removesuffix("-")
                    value = self._part(stem) if stem else None
                    if value == 1 and unit == "factor":
                        return None  # "einfach"
                    if value is not None:
                        return Anchor("suffixed", value, unit)
        if not self.joined:
            return None
        if any(mark in lower for mark in self._fraction_marks):
            return self._measured(lower) or self._share(lower) or self._scaled(lower)
        if word[0].isupper() and counted and (found := self._sized(lower)):
            return found
        return self._scaled(lower)

    def _counted(self, lower: str) -> Anchor | None:
        """Read a word that begins with a number: "dreihundert", "zweitgrößte", "dreitägig"."""
        value = self.cardinal(lower)
        if value is not None:
            return Anchor("number", value)
        if rank := self._superlative(lower):
            return Anchor("ordinal", rank)
        return self._lasting(lower) if len(lower) < LONGEST_COMPOUND else None

    def _by_ending(self, lower: str) -> Anchor | None:
        """Read ordinals, decades of a life and fractions: "vierzigste", "thirties", "zehntel"."""
        if lower.endswith(self.ordinal_endings) and len(lower) > 4:
            value = self.ordinal(lower)
            if value is not None:
                return Anchor("ordinal", value)
        if lower in self.decade_names:
            return Anchor("decade", self.decade_names[lower])
        if lower.startswith(self._decade_heads) and (found := self._decade(lower)):
            return found
        parts = self._parts(lower) if lower.endswith(self.fraction_endings) else None
        return Anchor("fraction", parts) if parts else None

    def _decade(self, lower: str) -> Anchor | None:
        """Read "mittdreißiger": the years of a life in one word."""
        head = next(head for head in self._decade_heads if lower.startswith(head))
        for ending in self._decade_endings:
            if lower.endswith(ending):
                tens = self.cardinal(lower[len(head) : -len(ending)])
                if tens and tens < 100 and tens % 10 == 0:
                    low, high = self.decade_heads[head]
                    return Anchor("decade", tens + low, high=tens + high)
        return None

    def _parts(self, lower: str) -> Decimal | None:
        """Return the parts of a whole that a lower-case word names ("fünfzigstel"), or None."""
        for ending in self.fraction_endings:
            value = self.cardinal(lower[: -len(ending)]) if lower.endswith(ending) else None
            if value and value > 3:
                return value
        return None

    def _part(self, stem: str) -> Decimal | None:
        """Return the number before a suffix, halves and quarters included ("halbstündig")."""
        half = self.data["halves_alone"].get(stem)
        if half and self.joined:
            return Decimal(half)
        parts = self.fractions.get(stem) if self.joined else None
        return 1 / parts if parts else self.cardinal(stem)

    def _measured(self, lower: str) -> Anchor | None:
        """Read "Viertelstunde", "Dreivierteljahr": a part of a unit in one word."""
        for name, parts in self._lower_fractions:
            at = lower.find(name)
            tail = lower[at + len(name) :]
            if at < 0 or len(tail) < 4:
                continue
            top = self.cardinal(lower[:at]) if at else Decimal(1)
            unit = self.unit_of(tail.capitalize())
            if top and unit:
                return Anchor("suffixed", fraction(top, parts), unit)
        return None

    def _lasting(self, lower: str) -> Anchor | None:
        """Read "Achtstundentag", "Zweijahresvertrag": number, unit and noun in one word."""
        for end in range(min(LONGEST_COUNT, len(lower) - 6), 2, -1):
            value = self.cardinal(lower[:end])
            if value is None or value < 2 or value % 1:
                continue
            for stop in range(len(lower) - 3, end + 2, -1):
                unit = self.unit_of(lower[end:stop].capitalize())
                if unit:
                    lasts = unit in self.lasting and lower[stop:] not in self.data["window_nouns"]
                    return Anchor("suffixed", value, unit) if lasts else None
        return None

    def cardinal(self, word: str) -> Decimal | None:
        """Return the number that one lower-case word means ("dreizehn"), or None."""
        if word in self.atoms:
            return self.atoms[word]
        if not self.joined or word[: self._head] not in self._heads:
            return None
        parts = take_apart(word, self.atoms, self.longest)
        return evaluate(parts, units_first=self.units_first) if parts else None

    def ordinal(self, lower: str) -> Decimal | None:
        """Return the number that a lower-case ordinal means by its ending, or None."""
        for ending in self.ordinal_endings:
            if lower.endswith(ending):
                value = self.cardinal(lower.removesuffix(ending))
                if value is not None and value > 3:
                    return value
                if not self.joined or not self._ends_in_ordinal(lower):
                    continue
                for irregular, number in self.ordinals.items():
                    if len(irregular) > 3 and lower.endswith(irregular):
                        stem = lower.removesuffix(irregular).removesuffix(self.data["and"][0])
                        rest = self.cardinal(stem)
                        if rest is not None and rest >= 100:
                            return rest + number
        return None

    def _superlative(self, lower: str) -> Decimal | None:
        """Return the rank of a superlative in one word: 2 of "zweitgrößte"."""
        for stem in self.superlatives:
            at = lower.find(stem)
            if at > 0 and lower[at + len(stem) :] in self.data["adjective_endings"]:
                return self._rank_stems.get(lower[:at])
        return None

    @cached_property
    def _lower_fractions(self) -> list[tuple[str, Decimal]]:
        return [*{name.lower(): parts for name, parts in self.fractions.items()}.items()]

    @cached_property
    def _fraction_marks(self) -> list[str]:
        """A few letters, one of which is in every name of a fraction ("tel").

        Nearly all words have none of them: looking for each name in each new word took
        a quarter of the time of reading a text whose words are new.
        """
        names = {name for name, _ in self._lower_fractions}
        marks: list[str] = []
        while names:
            parts = Counter(part for name in names for part in _threes(name))
            mark = min(parts, key=lambda part: (-parts[part], part))
            marks.append(mark)
            names = {name for name in names if mark not in name}
        return marks

    @cached_property
    def _noun_scales(self) -> dict[str, Decimal]:
        names = self.scales.items()
        return {n.lower(): value for n, value in names if len(n) >= 6 and n[0].isupper()}

    def _share(self, lower: str) -> Anchor | None:
        """Read "Zweidrittelmehrheit"."""
        for name, parts in self._lower_fractions:
            at = lower.find(name, 3)
            if at > 0 and (top := self.cardinal(lower[:at])) and top < parts:
                return Anchor("share", fraction(top, parts))
        return None

    @cached_property
    def _scale_ends(self) -> tuple[str, ...]:
        return tuple(self._noun_scales)

    def _scaled(self, lower: str) -> Anchor | None:
        """Read "Viertelmillion" (a number), "Milliardenhilfe" (vague)."""
        if not (lower.startswith(self._scale_ends) or lower.endswith(self._scale_ends)):
            return None
        for tail, value in self._noun_scales.items():
            if lower.endswith(tail):
                part = lower[: -len(tail)]
                if self.key(part.title()) in self.fractions:
                    return Anchor("number", value / self.fractions[self.key(part.title())])
                if part in self.data["halves"]:
                    return Anchor("number", value * Decimal(self.data["halves"][part]))
                if part in self.data["halves_alone"]:
                    return Anchor("number", value * Decimal(self.data["halves_alone"][part]))
            if lower.startswith(tail) and len(lower) > len(tail) + 3 and tail.endswith("en"):
                return Anchor("scaled", value, high=value * 999)
        return None

    def _sized(self, lower: str) -> Anchor | None:
        """Read "Viermilliardenkredit": so many of a scale, and a noun, in one word."""
        for tail, value in self._noun_scales.items():
            at = lower.find(tail, 3) if tail.endswith("en") else 0
            if at > 0 and len(lower) > at + len(tail) + 3 and (top := self.cardinal(lower[:at])):
                return Anchor("sized", top, high=value)
        return None

    def share(self, parts: Decimal) -> Decimal:
        """Return one part of so many, in percent."""
        return fraction(Decimal(100), parts)


def _threes(name: str) -> set[str]:
    """Return all runs of three letters in a word; a shorter one is one itself."""
    return {name[i : i + 3] for i in range(max(len(name) - 2, 1))}
