"""The number knowledge of one language, made ready from its data files."""

from __future__ import annotations

from decimal import Decimal
from functools import cached_property, lru_cache
from typing import NamedTuple

from claimcheck.lexicon import languages, table
from claimcheck.model import Qualifier
from claimcheck.normalise.measured import units
from claimcheck.normalise.measured.moneywords import Money, MoneyWords
from claimcheck.normalise.numbers.anchor import DIGITS, Anchor
from claimcheck.normalise.quantities.agewords import AgeWords
from claimcheck.normalise.tokens import Phrases, Remembered, said

_LONGEST_ENDING = 2
DOZEN = 12
_RELATING = ("of_words", "by_words", "to_words", "from_words", "change_verbs")


class Hedge(NamedTuple):
    """What a hedge makes of a value: factors for the interval, None for unbounded."""

    qualifier: Qualifier
    low: Decimal | None
    high: Decimal | None


class Fates(NamedTuple):
    """What becomes of people who are counted in one word: "the trio WERE ARRESTED"."""

    helpers: frozenset[str]
    between: frozenset[str]
    suffered: frozenset[str]
    done_to: frozenset[str]
    does: Phrases[bool]


OPPOSITE: dict[tuple[str, bool], Hedge] = {
    ("over", True): Hedge("at_most", None, Decimal(1)),
    ("under", True): Hedge("at_least", Decimal(1), None),
}
"""What "not" makes of a bound that is open to one side."""


def optional(text: str) -> Decimal | None:
    """Return a decimal, or None for an empty text."""
    return Decimal(text) if text else None


SPACED = ("metre", "gram", "litre")
"""Units whose prefix some write apart: "9 pico meters"."""


class Language(MoneyWords):
    """Dictionaries of one language: number words, money, units, hedges, counted nouns."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        data = self.data
        self.counts_after_article = Remembered(self._counts_after_article).__getitem__
        """Whether "ein", "a" before a word may be a number."""
        self.scale_of = Remembered(self._scale_of).__getitem__
        """What a word behind a number multiplies it by, or None."""
        self._load_hedges()
        self._load_units()
        self._load_counts()
        self.words = {
            name: frozenset(word.lower() for word in data[name])
            for name in (
                "and", "many", "several", "plenty", "decimal_words", "zeros", "article_followers",
                "article_units", "determiners", "minus", "plus", "article_prepositions",
                "list_words", "price_words",
                "range_openers", "range_closers", "from_words", "to_words", "by_words",
                "of_words", "is_one", "every", "times_words", "than_words", "change_nouns",
                "change_verbs", "window_nouns", "range_or", "ratio_words", "whole", "between",
                "earlier", "rarely_one", "difference_words", "as", "again",
                "rank_words", "cross_words", "singles", "not_one", "digit_words", "joins",
                "repeats", "power_nouns", "twice_what", "times_what", "befallen", "befalls",
                "clock_of", "digit_sums", "mark_endings", "mark_nouns", "tall_words",
                "couples", "there", "share_leads", "added", "verb_money", "step_words",
                "many_halves", "unit_endings", "prefixed", "made_of", "clock_leads", "one_piece",
                "every_subject", "recurring", "hyphened",
                "of_articles", "none_one", "hung_joins", "loose_vague", "more", "up_verbs",
                "spanning", "hence", "weighing", "but", "lately", "comparatives", "rather",
                "all_told",
            )
        }  # fmt: skip
        self.relating = frozenset().union(*(self.words[name] for name in _RELATING))
        """Words right before a number that may make it an end of a change, or a difference."""
        self.change_endings = tuple(w for w in data["change_nouns"] if len(w) > 3)
        self.sought = tuple(data["sought"])
        self.clock_left = said(data["clock_left"])
        self.follows = said(data.get("comes_behind", ()), backwards=True)
        self.range_words = said(data["range_words"])
        self.plus_minus = said(data["plus_minus"])
        self.plus_minus_back = said(data["plus_minus"], backwards=True)
        self.powers: Phrases[bool] = Phrases()
        self.powers.extend(data["power_ordinals"], True)
        self.powers.extend(data["power_words"], False)
        self.out_of = said(data["out_of"])
        self.range_starts = frozenset(
            {*"-–—‐‑−,±~", *self.words["range_closers"], *self.words["range_or"]}
            | self.range_words.firsts()
            | self.plus_minus.firsts()
        )
        self.ages = AgeWords(data["ages"], code)
        self.amount_nouns = tuple(data["amount_nouns"])
        self.results = tuple(data["results"])
        self.race_nouns = tuple(data.get("race_nouns", ()))
        self.valued_nouns = tuple(data.get("valued_nouns", ()))

    def _counts_after_article(self, word: str) -> bool:
        key = self.key(word)
        return bool(word) and bool(
            self.classify(word)
            or self.unit_names.begins(key)
            or self.money.begins(key)
            or self.money_signs.begins(word)
            or self.out_of.begins(word.lower())
            or self.range_words.begins(word)
            or word in self.words["whole"]
            or word in self.words["singles"]
            or self.before.match_back([word.lower()], 0)
            or word in "-\u2010\u2011"
            or word.lower() in self.words["decimal_words"]
            or word in self.small_nouns
            or key in self.bunches
            or self.count_words.get(key) in self.counted_singly
        )

    def _scale_of(self, word: str) -> Decimal | None:
        found = self.scales.get(word)
        if found is None and not self.exact_case:
            found = self.scales.get(word.lower())
        elif found is None and len(word) > 2 and word.isupper():
            found = self.scales.get(word.title())
        if found is not None or not word:
            return found
        anchor = self.classify(word)
        if anchor and anchor.role == "group" and anchor.value == DOZEN:
            return anchor.value
        dozens = anchor and anchor.role == "vague" and anchor.value == 2 * DOZEN
        return Decimal(DOZEN) if dozens else None  # "three dozens"

    def unit_of(self, word: str) -> str:
        """Return the unit that a noun names by itself, or nothing."""
        found = self.unit_names.match([self.key(word)], 0)
        if found:
            return found[1]
        counted = self.count_words.get(self.key(word), "")
        return counted if counted in self.divisible else ""

    @cached_property
    def small_nouns(self) -> dict[str, str]:
        """Return the nouns of units and money by their lower case, where a language has capitals.

        Some write "5 euro" or "40 grad celsius"; words that are others in lower case are left out.
        """
        if not self.exact_case:
            return {}
        nouns = {*self.unit_names.used(), *self.money.used()}
        named = {word.lower(): word for word in nouns if word.istitle() and len(word) > 2}
        return {low: word for low, word in named.items() if low not in self._only_capital}

    def _load_hedges(self) -> None:
        self.before: Phrases[Hedge] = Phrases(backwards=True)
        self.after: Phrases[Hedge] = Phrases()
        for row in self.data["hedges"]:
            hedge = Hedge(row["qualifier"], optional(row["low"]), optional(row["high"]))
            self.before.extend(row["before"], hedge)
            self.after.extend(row["after"], hedge)
            opposite = OPPOSITE.get((hedge.qualifier, hedge.low is None or hedge.high is None))
            if opposite is not None:
                for phrase in filter(self._may_be_denied, row["before"]):
                    for no in self.data["negations"]:
                        self.before.add(f"{no} {phrase}", opposite, replace=False)

    def _may_be_denied(self, phrase: str) -> bool:
        """Tell whether a bound is one by comparison, which "not" turns: "not lower than 20"."""
        return phrase.endswith(tuple(f" {word}" for word in self.data["compared"]))

    @cached_property
    def around(self) -> Hedge:
        """Return the hedge of "about"."""
        row = next(row for row in self.data["hedges"] if row["qualifier"] == "about")
        return Hedge("about", optional(row["low"]), optional(row["high"]))

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
            if not self.exact_case:
                hyphened = (form.replace(" ", "-") for form in forms if " " in form)
                self.unit_names.extend(map(self.key, hyphened), name)
            for prefix in base.get(name, {}).get("prefixes", ()):
                if prefix not in prefixes:
                    continue
                joined = (prefixes[prefix] + form.lower() for form in forms)
                self.unit_names.extend(map(self.key, joined), prefix + name)
                if not self.exact_case and name in SPACED:
                    apart = (f"{prefixes[prefix]} {form.lower()}" for form in forms)
                    self.unit_names.extend(map(self.key, apart), prefix + name)
        for word, name in units.added().items():
            self.unit_names.add(self.key(word), name)
            self.symbols.add(word, name)
        self.units_before = {
            word: name for name, words in data["units_before"].items() for word in words
        }
        self.per_words = frozenset(data["per_words"])
        self.bare_per_words = frozenset(data["bare_per_words"])
        self.per_articles = frozenset(data["per_articles"])
        self.not_rates = frozenset(data["not_rates"])
        self.deducted = frozenset(data.get("deducted", ()))
        self.per_nouns = frozenset(data["per_nouns"])
        self.rates: Phrases[str] = Phrases()
        for word, unit in data["rates"].items():
            self.rates.add(word, unit)
        self.percent_words = frozenset({"%", *(f.lower() for f in data["names"]["percent"])})
        self.rate_words = frozenset(data["rate_words"])
        self.rate_endings = tuple(data["rate_words"])
        self.key_rates = frozenset(data["key_rates"])
        self.rate_setters = frozenset(data["rate_setters"])
        self.index_words = frozenset(data["index_words"])
        self._only_capital = frozenset(map(str.lower, data["only_capital"]))
        self._load_money(data)
        self.weights: dict[str, str] = data["weights"]
        self.mass_words = frozenset(data["mass_words"])
        self.money_verbs = frozenset(data["money_verbs"])
        self.price_leads = frozenset(data["price_leads"])
        self.at_sea: dict[str, str] = data["at_sea"]
        self.sea_words = frozenset(data["sea_words"])
        self.tiny_words = frozenset(data["tiny_words"])
        self.degree_letters: dict[str, str] = data["degree_letters"]
        self.hot_letters = frozenset(data["hot_letters"])
        self.angle_words = frozenset(data["angle_words"])
        self.degree_openers = frozenset(data["degree_openers"])
        self.zero: Phrases[bool] = Phrases()
        self.zero.extend(data["below_zero"], True)
        self.zero.extend(data["above_zero"], False)
        self.weather_words = frozenset(data["weather_words"])
        self.unit_heads = {
            head: unit for unit, heads in data.get("heads", {}).items() for head in heads
        }
        self.head_endings = tuple(self.unit_heads)
        self.not_heads = tuple(data.get("not_heads", ()))
        self.heat_words = frozenset(data["heat_words"])
        self.sizes = frozenset(data["sizes"])
        self.glued_sizes = frozenset(data["glued_sizes"])
        self.spelled_symbols = frozenset(data["spelled_symbols"])
        self.size_symbols: dict[str, str] = data["size_symbols"]
        self.letter_nouns = frozenset(data["letter_nouns"])
        self.rated: dict[str, list[str]] = data["rated"]

    def _load_counts(self) -> None:
        data = table(f"{self.code}/counts")
        self.irregular: dict[str, str] = data.get("irregular", {})
        self.singular_endings = _pairs(data["singular_endings"])
        self.counted_plurals = _pairs(data["counted_plurals"])
        self.counts: Phrases[str] = Phrases()
        self.count_words: dict[str, str] = {}
        for name, forms in data["keys"].items():
            for form in forms:
                self.counts.add(self.key(form), name)
                if " " not in form:
                    self.count_words[self.key(form)] = name
        personal, ends = data["personal"], "" if self.joined else "s"
        self.single_persons = {
            form[: -len(ends)]: name
            for form, name in self.count_words.items()
            if name in personal and ends and form.endswith(ends)
        }
        """Singulars of words for people, where they are the plural less its ending."""
        self.adjective_ends = tuple(data["adjective_ends"])
        self.past_endings = tuple(data["past_endings"])
        self.counted_keys = frozenset(data["keys"])
        self.own = units.own().counts
        if self.own:
            self._load_own_counts()
        whole = set(data["whole_words"])
        self.count_endings = {
            form.lower(): name
            for form, name in self.count_words.items()
            if form not in whole and len(form) >= 4
        }
        self.not_paired = frozenset(data["not_paired"])
        self.divisible = frozenset(data["divisible"])
        self.one_alone = tuple(data["one_alone"])
        self.sums = frozenset(data["sums"])
        self.uncounted = tuple(data["uncounted"])
        self.personal = frozenset(data["personal"])
        self.shared = frozenset(data["shared"])
        self.personal_endings = tuple(data.get("personal_endings", ()))
        self.counted_singly = frozenset(data["counted_singly"])
        self.function_words = frozenset(data["function_words"])
        self.modifiers = frozenset(data["modifiers"])
        self.counted_endings = tuple(data["counted_endings"])
        self.gender_endings = frozenset(data.get("gender_endings", ()))
        self.place_endings: tuple[str, ...] = tuple(data["place_endings"])
        self.inflections = tuple(filter(None, self.data["adjective_endings"]))
        self.plural_adjectives = tuple(data["plural_adjectives"])
        self.unit_adjectives = tuple(data["unit_adjectives"])
        self.plural_endings: tuple[str, ...] = tuple(data["plural_endings"])
        self.plural_keys = frozenset(data["uninflected"])
        self.partitive = frozenset(data["partitive"]["words"])
        self.partitive_pronouns = said(data["partitive"]["pronouns"])
        self._load_fates(data.get("ensembles", {}))

    def _load_fates(self, rows: dict[str, list[str]]) -> None:
        names = ("helpers", "between", "suffered", "done_to")
        helpers, between, suffered, done_to = (frozenset(rows.get(name, ())) for name in names)
        self.fates = Fates(helpers, between, suffered, done_to, said(rows.get("does", ())))

    def _load_own_counts(self) -> None:
        """Give the user's counted things, and known forms of the same words, their keys."""
        for form, name in self.own:
            forms = [word for word in self.count_words if same_word(word, form)]
            self.counts.add(self.key(form), name)
            if " " not in form:
                self.count_words.update(dict.fromkeys((*forms, self.key(form)), name))


def _pairs(rows: list[list[str]]) -> list[tuple[str, str]]:
    return [(ending, replacement) for ending, replacement in rows]


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


__all__ = ["DIGITS", "Anchor", "Hedge", "Language", "Money", "load", "same_word"]
