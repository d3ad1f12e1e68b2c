"""Reads what a quantity is per: "pro Tag", "/Monat", "a share", "je 100.000 Einwohner"."""

from __future__ import annotations

from decimal import Decimal

from claimcheck.normalise.measured import units
from claimcheck.normalise.measured.degrees import DEGREES
from claimcheck.normalise.numbers.anchor import Anchor
from claimcheck.normalise.numbers.digits import DASHES
from claimcheck.normalise.quantities import nouns
from claimcheck.normalise.quantities.draft import Draft, Number
from claimcheck.normalise.quantities.sums import Sums

ONE = Decimal(1)
DAILY = ("day", "week", "month", "year", "hour", "night")
BEHIND_ARTICLES = frozenset({
    *DAILY, "minute", "second", "quarter", "barrel", "tonne", "ounce", "gallon", "pound", "litre",
    "pint", "kilogram", "gram", "mile", "kilometre", "square_foot", "square_metre",
    "kilowatt_hour", "megawatt_hour",
})  # fmt: skip
"""The units that an article alone makes what a quantity is per."""
LEAST_BASE = 100
"""The smallest number of units that a slash opens: "7,5 l/100 km"."""


class Rates(Sums):
    """Reads what follows a quantity and makes it a rate."""

    def _per(self, draft: Draft) -> None:
        """Take in "pro Tag", "/Monat", "a share", "pro 100.000 Einwohner", "-per-year"."""
        t, language = self.t, self.language
        bare = draft.kind in ("number", "ordinal")
        if bare and t.words[draft.stop] not in language.bare_per_words and not self._daily(draft):
            return
        at, _ = self._past_hyphen(draft.stop)
        at = self._past_substance(draft, at)
        word = t.word(at).lower()
        if t.barrier(at):
            return
        if language.rates.begins(word) and not t.words[at].isupper():
            rate = language.rates.match([word.lower() for word in t.words[at : at + 4]], 0)
            if rate:
                draft.per, draft.stop = rate[1], at + rate[0]
                return
        if word in language.per_words:
            self._per_noun(draft, at + 1)
        elif word in language.per_articles:
            self._per_article(draft, at)

    def _per_article(self, draft: Draft, at: int) -> None:
        """Take in what stands behind an article: "a share", "im Monat"."""
        t, language = self.t, self.language
        if draft.kind == "percent" and t.words[at].lower() in language.partitive:
            return  # "sieben Prozent der Arbeitsstunden"
        at_unit = self._past_hyphen(at + 1)[0]
        unit = self._unit_at(draft, at_unit)
        if unit and unit[1] in BEHIND_ARTICLES:
            if not self._owned(at, at_unit + unit[0]):
                draft.per, draft.stop = unit[1], at_unit + unit[0]
        elif not language.exact_case and draft.kind == "money":
            noun = t.word(at + 1).lower()
            if noun in language.per_nouns:
                draft.per, draft.stop = noun, at + 2

    def _daily(self, draft: Draft) -> bool:
        """Tell whether a bare number is so many a time: "down to 1,000 a day"."""
        t, language, at = self.t, self.language, draft.stop
        if language.exact_case or draft.kind != "number" or t.barrier(at):
            return False
        timed = t.words[at] in language.per_articles and language.unit_of(t.words[at + 1]) in DAILY
        return timed and not self._owned(at, at + 2)

    def _past_substance(self, draft: Draft, at: int) -> int:
        """Step over "brutto", and over "CO2" between a measure and what it is per."""
        t, language = self.t, self.language
        rates = language.per_words
        if draft.kind == "money" and t.word(at).lower() in language.words["between"]:
            after = t.word(at + 1).lower()
            fits = after in rates or language.rates.begins(after)
            fits = fits or after in language.per_articles
            return at + 1 if fits else at
        if draft.kind != "measure" or draft.per or t.barrier(at):
            return at
        first = at
        if not language.exact_case:
            if t.word(at).lower() not in language.words["of_words"]:
                return at
            first = at + 1
        if not (t.words[first][:1].isupper() or (first > at and t.words[first].isalpha())):
            return at
        stop = first + 1
        while stop < first + 4 and t.glued(stop) and t.words[stop][0].isalnum():
            stop += 1
        signed = t.words[stop] == "/" and self._sign_behind_slash(stop + 1) is not None
        word = t.words[stop].lower()
        timed = word in language.per_articles and self._is_time(stop + 1)  # "Tonnen CO2 im Jahr"
        return stop if signed or timed or (word in rates and word != "/") else at

    def _is_time(self, at: int) -> bool:
        """Tell whether a unit of time stands at a token."""
        unit = self.language.unit_of(self.t.words[at])
        return not self.t.barrier(at) and units.dimension(unit) == "time"

    def _owned(self, at: int, stop: int) -> bool:
        """Tell whether "im Jahr" is followed by a year, "a day" by "ago", and so no rate."""
        t = self.t
        after = t.word(stop).lower()
        if after in self.language.not_rates and t.word(stop + 1).lower() in self.language.deducted:
            return False  # "$3,400 a month before tax"
        return after[:1].isdecimal() or after in self.language.not_rates

    def _per_noun(self, draft: Draft, at: int) -> None:
        """Take in what a rate is of: "per 100,000 people", "pro Einwohner", "/kg"."""
        t, language = self.t, self.language
        at = self._past_hyphen(at)[0] if t.word(at) in DASHES else at
        word = t.word(at)
        if not word or t.barrier(at) or word.lower() in language.not_rates:
            return  # "£4 each way"
        amount = ""
        anchor = language.classify(word)
        if anchor and anchor.role in ("digits", "number", "scale"):
            number = self._base(draft, at, anchor)
            if number is None:
                return
            amount, at = f"{number.total.normalize():f} ", number.stop
        unit = self._unit_at(draft, at) or self._sign_behind_slash(at)
        if unit:
            if not amount:
                self._per_unit(draft, at, *unit)
            elif units.dimension(unit[1]) != units.dimension(draft.unit or ""):
                draft.per, draft.stop = amount + unit[1], at + unit[0]
            return  # "450g/1lb", "180C/350F" are one value in two units
        if amount and (t.barrier(at) or not t.words[at][0].isalpha()):
            if amount.strip("0 ") == "1" and t.words[draft.stop] != "/":
                draft.per, draft.stop = amount.strip(), at  # "12.3 cases per 1,000"
        else:
            self._per_thing(draft, at, amount)

    def _base(self, draft: Draft, at: int, anchor: Anchor) -> Number | None:
        """Return the number that a rate is counted on: "per 100,000", "pro Million"."""
        number = self.cardinals.read(at)
        if number is None and anchor.role == "scale":
            number = Number(at, at + 1, ONE, scale=anchor.value)  # "pro Million Einwohner"
        slash = self.t.words[at - 1] == "/" and draft.kind == "measure"
        if number is None or (slash and number.total < LEAST_BASE):
            return None  # "230 V/50 Hz"
        return number

    def _per_unit(self, draft: Draft, at: int, size: int, unit: str) -> None:
        """Take in the unit that a rate is of; some rates are units of their own."""
        t = self.t
        direct = t.word(draft.stop).lower() in self.language.per_words
        draft.per, draft.stop = unit, at + size
        whole = f"{draft.unit}_per_{unit}"
        if direct and draft.unit and units.find(whole):
            draft.unit, draft.per = whole, None  # "20 Mbit pro Sekunde"
        elif t.words[draft.stop] == "/" and t.glued(draft.stop):
            second = self._unit_at(draft, draft.stop + 1)
            if second and t.glued(draft.stop + 1):  # "2 mg/kg/day"
                draft.per, draft.stop = f"{draft.per}_{second[1]}", draft.stop + 1 + second[0]

    def _per_thing(self, draft: Draft, at: int, amount: str) -> None:
        """Take in the noun that a rate is of, behind the number that it is counted on, if any."""
        t, language = self.t, self.language
        if draft.unit in DEGREES:
            return  # "350F/Gas 4"
        if language.exact_case:
            noun = nouns.find(t, at, language, plural=bool(amount))
            if noun:
                draft.per, draft.stop = amount + noun.key, noun.stop
        elif t.word(at)[:1].isalpha() and t.word(at).lower() not in language.function_words:
            found = nouns.find(t, at, language, plural=True) if amount else None
            if found:
                draft.per, draft.stop = amount + found.key, found.stop
            else:
                draft.per, draft.stop = amount + nouns.head_key(t.word(at), language), at + 1

    def _sign_behind_slash(self, at: int) -> tuple[int, str] | None:
        """Return the unit of a letter behind a slash: "3 m³/s"."""
        t = self.t
        glued = t.word(at - 1) == "/" and t.glued(at) and t.glued(at - 1)
        if not glued or (t.glued(at + 1) and t.words[at + 1][0].isalnum()):
            return None
        return self.language.symbols.match(t.words, at)
