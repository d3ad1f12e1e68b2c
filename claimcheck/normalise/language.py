"""The number knowledge of one language, made ready from its data files."""

from __future__ import annotations

from decimal import Decimal
from functools import cached_property, lru_cache
from typing import Any, NamedTuple

from claimcheck.lexicon import languages, table
from claimcheck.model import Qualifier
from claimcheck.normalise import units
from claimcheck.normalise.numbers import OTHER, fraction, plain, vulgar
from claimcheck.normalise.tokens import Phrases
from claimcheck.normalise.words import Atom, evaluate, take_apart


class Anchor(NamedTuple):
    """What a word says about numbers.

    `role` is one of: digits, number (a cardinal), article (counts only before a unit or
    scale), scale, group ("Dutzend"), vague ("Hunderte"), fraction ("Drittel": `value` parts),
    share ("Zweidrittelmehrheit"), half, suffixed ("dreijährig": value and unit), multiple
    ("doppelt"), ordinal, scaled (a vague compound, "Milliardenhilfe").
    """

    role: str
    value: Decimal
    unit: str = ""
    high: Decimal | None = None


DIGITS = Anchor("digits", Decimal(0))
MEMORY = 300_000
_LONGEST_ENDING = 2


class Hedge(NamedTuple):
    """What a hedge makes of a value: factors for the interval, None for unbounded."""

    qualifier: Qualifier
    low: Decimal | None
    high: Decimal | None


class Money(NamedTuple):
    """A money word: the code, or the bare word that the document decides; hundredths or not."""

    code: str
    bare: str = ""
    minor: bool = False


def optional(text: str) -> Decimal | None:
    """Return a decimal, or None for an empty text."""
    return Decimal(text) if text else None


class Language:
    """Dictionaries of one language; `classify` remembers what each word is."""

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
        self.heads = {word[:2] for word in self.atoms}
        self.scales = {word: Decimal(value) for word, value in data["scales"].items()}
        self.letters = {word: Decimal(value) for word, value in data["letters"].items()}
        self.articles = frozenset(data["articles"])
        self._memo: dict[str, Anchor | None] = {"": None}
        self._load_suffixes()
        self._load_hedges()
        self._load_units()
        self._load_counts()
        self.words = {
            name: frozenset(word.lower() for word in data[name])
            for name in (
                "and", "many", "several", "decimal_words", "article_followers",
                "article_units", "determiners", "minus", "plus", "article_prepositions",
                "list_words",
                "range_openers", "range_closers", "from_words", "to_words", "by_words",
                "of_words", "every", "times_words", "than_words", "change_nouns",
                "change_verbs", "window_nouns",
            )
        }  # fmt: skip
        self.change_endings = tuple(w for w in data["change_nouns"] if len(w) > 3)
        self.range_words: Phrases[bool] = Phrases()
        self.range_words.extend(data["range_words"], True)
        self.plus_minus: Phrases[bool] = Phrases()
        self.plus_minus.extend(data["plus_minus"], True)
        self.out_of: Phrases[bool] = Phrases()
        self.out_of.extend(data["out_of"], True)
        self.age_before: Phrases[bool] = Phrases(backwards=True)
        self.age_before.extend(map(str.lower, data["ages"]["before"]), True)
        self.age_after: Phrases[bool] = Phrases()
        self.age_after.extend(data["ages"]["after"], True)

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
        self._suffix_tuple = tuple(self.suffixes)
        self.ordinals = {w: Decimal(v) for w, v in data["ordinals"].items() if w != "endings"}
        self.ordinal_endings = tuple(sorted(data["ordinals"]["endings"], key=len, reverse=True))
        self.fractions = {w: Decimal(v) for w, v in data["fractions"].items()}
        self.vague_of = data.get("vague_of", {})

    def _load_hedges(self) -> None:
        self.before: Phrases[Hedge] = Phrases(backwards=True)
        self.after: Phrases[Hedge] = Phrases()
        for row in self.data["hedges"]:
            hedge = Hedge(row["qualifier"], optional(row["low"]), optional(row["high"]))
            self.before.extend(row["before"], hedge)
            self.after.extend(row["after"], hedge)

    def _load_units(self) -> None:
        data = table(f"{self.code}/units")
        self.symbols: Phrases[str] = Phrases()
        self.unit_names: Phrases[str] = Phrases()
        prefixes = data["prefixes"]
        known = units.shipped()
        for name, unit in known.items():
            self.symbols.extend(unit.symbols, name)
        base = table("units")["units"]
        for name, forms in data["names"].items():
            self.unit_names.extend(map(self.key, forms), name)
            for prefix in base.get(name, {}).get("prefixes", ()):
                if prefix not in prefixes:
                    continue
                joined = (prefixes[prefix] + form.lower() for form in forms)
                self.unit_names.extend(map(self.key, joined), prefix + name)
        for word, name in units.added().items():
            self.unit_names.add(self.key(word), name)
            self.symbols.add(word, name)
        self.units_before = {
            word: name for name, words in data["units_before"].items() for word in words
        }
        self.per_words = frozenset(data["per_words"])
        self.per_articles = frozenset(data["per_articles"])
        self.not_rates = frozenset(data["not_rates"])
        self.per_nouns = frozenset(data["per_nouns"])
        self.rates: dict[str, str] = data["rates"]
        self._load_money(data)

    def _load_money(self, data: dict[str, Any]) -> None:
        self.money: Phrases[Money] = Phrases()
        self.money_signs: Phrases[Money] = Phrases()
        self.money_before: Phrases[Money] = Phrases(backwards=True)
        current: dict[str, list[str]] = table("currencies")["symbols"]
        for code, forms in table(f"{self.code}/currencies")["names"].items():
            for form in forms:
                for variant in self._inflected(form):
                    self.money.add(self.key(variant), Money(code), replace=code in current)
        extra = table("money")
        not_before = set(extra["not_before"])
        for code in current:
            self._sign(code, Money(code), before=code not in not_before)
        for rows in (current, extra["symbols"]):
            for code, signs in rows.items():
                for sign in signs:
                    if sign != "$":
                        self._sign(sign, Money(code))
        for sign, bare in extra["bare_symbols"].items():
            self._sign(sign, Money(data["bare_currencies"][bare]["default"], bare))
        for sign, bare in extra["minor_symbols"].items():
            row = data["subunits"].get(bare)
            if row:
                money = Money(row["default"], bare, minor=True)
                self.money_signs.add(sign, money)
        for code, forms in data["currencies"].items():
            for form in forms:
                self.money.add(self.key(form), Money(code))
        self.bare_rows: dict[str, dict[str, Any]] = data["bare_currencies"] | data["subunits"]
        for name, row in data["bare_currencies"].items():
            self.money.extend(map(self.key, row["forms"]), Money(row["default"], name))
        for name, row in data["subunits"].items():
            self.money.extend(map(self.key, row["forms"]), Money(row["default"], name, minor=True))

    def _sign(self, sign: str, money: Money, *, before: bool = True) -> None:
        self.money_signs.add(sign, money)
        if before:
            self.money_before.add(sign, money)

    def _inflected(self, name: str) -> list[str]:
        """Return a currency's name with its adjective in every case, as the data has endings."""
        first, space, rest = name.partition(" ")
        if not (self.exact_case and space):
            return [name]
        stem = first.removesuffix("es").removesuffix("er").removesuffix("e")
        if stem == first or not rest[0].isupper():
            return [name]
        endings = [e for e in self.data["adjective_endings"] if e]
        forms = [stem + ending for ending in endings]
        lower = [form[0].lower() + form[1:] for form in forms]
        return [f"{form} {rest}" for form in (*forms, *lower)]

    def _load_counts(self) -> None:
        data = table(f"{self.code}/counts")
        self.irregular: dict[str, str] = data.get("irregular", {})
        self.singular_endings: list[tuple[str, str]] = [
            (ending, replacement) for ending, replacement in data["singular_endings"]
        ]
        self.counts: Phrases[str] = Phrases()
        self.count_words: dict[str, str] = {}
        for name, forms in data["keys"].items():
            for form in forms:
                self.counts.add(self.key(form), name)
                if " " not in form:
                    self.count_words[self.key(form)] = name
        self.own = units.own().counts
        if self.own:
            self._load_own_counts()
        whole = set(data["whole_words"])
        self.count_endings = {
            form.lower(): name
            for form, name in self.count_words.items()
            if form not in whole and len(form) >= 4
        }
        self.function_words = frozenset(data["function_words"])
        self.modifiers = frozenset(data["modifiers"])
        self.place_endings: tuple[str, ...] = tuple(data["place_endings"])
        self.plural_endings: tuple[str, ...] = tuple(data["plural_endings"])
        self.plural_keys = frozenset(data["uninflected"])
        self.partitive = frozenset(data["partitive"]["words"])
        self.partitive_pronouns: Phrases[bool] = Phrases()
        self.partitive_pronouns.extend(data["partitive"]["pronouns"], True)

    def _load_own_counts(self) -> None:
        """Give the user's counted things, and known forms of the same words, their keys."""
        for form, name in self.own:
            forms = [word for word in self.count_words if same_word(word, form)]
            self.counts.add(self.key(form), name)
            if " " not in form:
                self.count_words.update(dict.fromkeys((*forms, self.key(form)), name))

    def anchors(self, words: list[str]) -> list[int]:
        """Return the places of all words that say something about numbers."""
        memo = self._memo
        if len(memo) > MEMORY:
            memo.clear()
            memo[""] = None
        get, classify = memo.get, self.classify
        maybe = [i for i, word in enumerate(words) if get(word, DIGITS)]
        return [i for i in maybe if classify(words[i])]

    # -- words ---------------------------------------------------------------------------

    def classify(self, word: str) -> Anchor | None:
        """Return what a word says about numbers, or None; remembered."""
        memo = self._memo
        if word in memo:
            return memo[word]
        found = memo[word] = self._classify(word)
        return found

    def _classify(self, word: str) -> Anchor | None:
        data, lower = self.data, word.lower()
        if word[0].isdecimal():
            return DIGITS
        if lower in self.articles:
            return Anchor("article", Decimal(1))
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
        sign = vulgar(word)
        if sign is not None:
            return Anchor("number", sign)
        if lower in self.atoms:
            value = self.atoms[lower]
            if value is None:
                return None
            return Anchor(
                "scale" if lower in self.scales or word in self.scales else "number", value
            )
        if word in self.scales or self.key(word) in self.scales:
            return Anchor("scale", self.scales.get(word) or self.scales[self.key(word)])
        return self._compound(word, lower)

    def _compound(self, word: str, lower: str) -> Anchor | None:
        ordinal = self.ordinals.get(lower)
        if ordinal is not None:
            return Anchor("ordinal", ordinal)
        if self.joined and lower[:2] in self.heads:
            value = self.cardinal(lower)
            if value is not None:
                return Anchor("number", value)
        if lower.endswith(self.ordinal_endings) and len(lower) > 4:
            value = self.ordinal(lower)
            if value is not None:
                return Anchor("ordinal", value)
        if lower.endswith(self._suffix_tuple):
            for ending, unit in self.suffixes.items():
                if lower.endswith(ending):
                    stem = lower[: -len(ending)].removesuffix("-")
                    value = self.cardinal(stem) if stem else None
                    if value is not None:
                        return Anchor("suffixed", value, unit)
        return self._scaled(word, lower) if self.joined else None

    def cardinal(self, word: str) -> Decimal | None:
        """Return the number that one lower-case word means ("dreizehn"), or None."""
        if word in self.atoms:
            return self.atoms[word]
        if not self.joined or word[:2] not in self.heads:
            return None
        parts = take_apart(word, self.atoms, self.longest)
        return evaluate(parts, units_first=self.units_first) if parts else None

    def ordinal(self, lower: str) -> Decimal | None:
        """Return the number that a lower-case ordinal means by its ending, or None."""
        for ending in self.ordinal_endings:
            if lower.endswith(ending):
                stem = lower[: -len(ending)]
                value = self.cardinal(stem)
                if value is not None and value > 3:
                    return value
                for irregular, number in self.ordinals.items():
                    if self.joined and len(irregular) > 3 and lower.endswith(irregular):
                        rest = self.cardinal(lower[: -len(irregular)].removesuffix("und"))
                        if rest is not None and rest >= 100:
                            return rest + number
        return None

    @cached_property
    def _lower_fractions(self) -> list[tuple[str, Decimal]]:
        return [(name.lower(), parts) for name, parts in self.fractions.items()]

    @cached_property
    def _noun_scales(self) -> list[tuple[str, Decimal]]:
        names = self.scales.items()
        return [(n.lower(), value) for n, value in names if len(n) >= 6 and n[0].isupper()]

    def _scaled(self, word: str, lower: str) -> Anchor | None:
        """Read "Viertelmillion" (a number), "Zweidrittelmehrheit", "Milliardenhilfe" (vague)."""
        for name, parts in self._lower_fractions:
            at = lower.find(name, 3)
            if at > 0 and (top := self.cardinal(lower[:at])) and top < parts:
                return Anchor("share", fraction(top, parts))
        for tail, value in self._noun_scales:
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

    def share(self, parts: Decimal) -> Decimal:
        """Return one part of so many, in percent."""
        return fraction(Decimal(100), parts)


def same_word(one: str, other: str) -> bool:
    """Tell whether two words are forms of one another, by an ending of two letters at most."""
    short, long = sorted((one.lower(), other.lower()), key=len)
    return long.startswith(short) and len(long) - len(short) <= _LONGEST_ENDING


def load(code: str) -> Language:
    """Return the language of a code, with a user's own words; without data it is English."""
    return _load(code if code in languages() and code else "en", units.own())


@lru_cache(maxsize=16)
def _load(code: str, own: units.Own) -> Language:
    assert own == units.own()
    return Language(code)


__all__ = ["OTHER", "Anchor", "Hedge", "Language", "Money", "load", "plain", "same_word"]
