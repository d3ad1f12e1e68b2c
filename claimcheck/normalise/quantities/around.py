"""Reads what frames a quantity: sign, hedges, rates."""

from __future__ import annotations

from decimal import Decimal

from claimcheck.normalise.language import Hedge
from claimcheck.normalise.measured import units
from claimcheck.normalise.numbers.digits import DASHES, MINUS
from claimcheck.normalise.quantities import nouns
from claimcheck.normalise.quantities.draft import Draft, Number
from claimcheck.normalise.quantities.sums import Sums

SMALL = Decimal(12)
ONE = Decimal(1)
BOUNDS = ("over", "under")
DAILY = ("day", "week", "month", "year", "hour", "night")
LEAST_BASE = 100
"""The smallest number of units that a slash opens: "7,5 l/100 km"."""


class Around(Sums):
    """Reads what stands around a quantity."""

    def _sign(self, draft: Draft) -> None:
        t, first = self.t, draft.first
        before = t.word(first - 1)
        if self.language.plus_minus_back.begins(before.lower()) and self._tolerance(draft):
            return
        bracketed = t.word(first - 2) == "(" and t.glued(first - 1)
        bracketed = bracketed and (before in MINUS or (before == "–" and t.glued(first)))
        alone = before in "-−–" and before and t.glued(first) and not t.glued(first - 1)
        alone = alone or (before in MINUS and t.are_all(first - 1, draft.stop))
        if bracketed or alone:  # "(-12,5 %)", "(- 12,5 %)"
            draft.negative, draft.first = True, first - 1
        elif before == "+" and t.glued(first) and not t.glued(first - 1):
            draft.first = first - 1
        elif before.lower() in self.language.words["minus"] and not t.barrier(first):
            if self.language.before.match_back(*self._left(first)):
                return  # "au moins 20"
            noun = before[0].isupper() and self._determined(first - 1)
            draft.negative = (before.islower() or before.istitle()) and not noun
            draft.first = first if noun else first - 1

    def _tolerance(self, draft: Draft) -> bool:
        """Read "±3", "plus or minus 3" without a value before; say whether it was one."""
        first = draft.first
        found = self.language.plus_minus_back.match_back(*self._left(first))
        if not found or self.t.barrier(first) or self.breaks(first):
            return False
        if self.t.word(first - found[0] - 1)[:1].isdecimal():
            return False
        draft.first, draft.tolerance = first - found[0], True
        draft.upper = Number(first, draft.stop, draft.number.total)
        draft.number.value = Decimal(0)
        return True

    def _determined(self, at: int) -> bool:
        """Tell whether a determiner makes a word a noun ("betrug das Minus 2,8 Milliarden")."""
        before, language = self.t.word(at - 1).lower(), self.language
        known = before in language.words["determiners"] or before in language.articles
        return known and language.exact_case and not self.t.barrier(at)

    def _per(self, draft: Draft) -> None:
        """Take in "pro Tag", "/Monat", "a share", "pro 100.000 Einwohner", "-per-year"."""
        t, language = self.t, self.language
        bare = draft.kind in ("number", "ordinal")
        if bare and t.words[draft.stop] not in ("pro", "je", "per") and not self._daily(draft):
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
            if draft.kind == "percent" and word in language.partitive:
                return  # "sieben Prozent der Arbeitsstunden"
            at_unit = self._past_hyphen(at + 1)[0]
            unit = self._unit_at(draft, at_unit)
            if unit and unit[1] in (
                "day",
                "week",
                "month",
                "year",
                "hour",
                "minute",
                "second",
                "quarter",
                "night",
                "barrel",
                "tonne",
                "ounce",
                "gallon",
                "pound",
                "litre",
                "pint",
                "kilogram",
                "gram",
                "mile",
                "kilometre",
                "square_foot",
                "square_metre",
                "kilowatt_hour",
                "megawatt_hour",
            ):
                if self._owned(at, at_unit + unit[0]):
                    return
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

    def _is_over(self, draft: Draft) -> bool:
        """Tell whether "over" stands between two numbers of a blood pressure: "120 over 80"."""
        number, behind = draft.number, self.t.words[draft.first - 2]
        pressed = number.digits and draft.unit is None and SMALL < number.total < 200
        return pressed and behind.isdecimal() and number.total < int(behind) < 1000

    def _owned(self, at: int, stop: int) -> bool:
        """Tell whether "im Jahr" is followed by a year, "a day" by "ago", and so no rate."""
        t = self.t
        after = t.word(stop).lower()
        return after[:1].isdecimal() or after in self.language.not_rates

    def _per_noun(self, draft: Draft, at: int) -> None:
        t, language = self.t, self.language
        at = self._past_hyphen(at)[0] if t.word(at) in DASHES else at
        word = t.word(at)
        if not word or t.barrier(at) or word.lower() in language.not_rates:
            return  # "£4 each way"
        amount = ""
        anchor = language.classify(word)
        if anchor and anchor.role in ("digits", "number", "scale"):
            number = self.cardinals.read(at)
            if number is None and anchor.role == "scale":
                number = Number(at, at + 1, ONE, scale=anchor.value)  # "pro Million Einwohner"
            if number is None:
                return
            if t.words[at - 1] == "/" and draft.kind == "measure" and number.total < LEAST_BASE:
                return  # "230 V/50 Hz"
            amount, at = f"{number.total.normalize():f} ", number.stop
        unit = self._unit_at(draft, at) or self._sign_behind_slash(at)
        if unit and amount and units.dimension(unit[1]) == units.dimension(draft.unit or ""):
            return  # "450g/1lb", "180C/350F" are one value in two units
        if unit:
            direct = t.word(draft.stop).lower() in language.per_words
            draft.per, draft.stop = amount + unit[1], at + unit[0]
            whole = f"{draft.unit}_per_{unit[1]}"
            if direct and not amount and draft.unit and units.find(whole):
                draft.unit, draft.per = whole, None  # "20 Mbit pro Sekunde"
            elif t.words[draft.stop] == "/" and t.glued(draft.stop) and not amount:
                second = self._unit_at(draft, draft.stop + 1)
                if second and t.glued(draft.stop + 1):  # "2 mg/kg/day"
                    draft.per, draft.stop = f"{draft.per}_{second[1]}", draft.stop + 1 + second[0]
            return
        if amount and (t.barrier(at) or not t.words[at][0].isalpha()):
            if amount.strip("0 ") == "1" and t.words[draft.stop] != "/":
                draft.per, draft.stop = amount.strip(), at  # "12.3 cases per 1,000"
        elif language.exact_case:
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

    def _hedge(self, draft: Draft) -> None:
        """Take in hedges before and after ("bis zu", "rund", "oder mehr")."""
        t, language = self.t, self.language
        found: list[Hedge] = []
        while len(found) < 3 and not t.barrier(draft.first) and not self.breaks(draft.first):
            before = t.words[draft.first - 1].lower()
            match = None
            if language.before.begins(before):
                match = language.before.match_back(*self._left(draft.first))
            elif before in DASHES:
                match = self._hyphened_bound(draft)
            shared = draft.number.role in ("half", "fraction")
            if not match and not found and (shared or self._is_mark(draft)):
                match = self._past_determiner(draft)
            if not match or (self._preposition(draft, match[0])):
                break
            if match[0] == 1 and before in language.data["prepositions"]:
                if self._is_over(draft):
                    break
                spans = bool(found) and match[1].qualifier in BOUNDS  # "über fast ein Jahr"
                if spans or self._of_amount(draft):
                    break
            if match[0] > 1 and draft.kind == "percent" and self._by_share(draft, match[0]):
                break  # "um die Hälfte gesunken"
            if match[0] > 1 and draft.number.role == "article" and self._compares(draft):
                break  # "3,5 ppm mehr als ein Jahr zuvor"
            if draft.number.role == "vague" and match[1].qualifier == "under":
                break  # "keine Millionen-Boni"
            if before in language.data["against"] and self._against(draft):
                break
            self._by_age(draft, t.words[draft.first - match[0] : draft.first])
            draft.first -= match[0]
            found.append(match[1])
        after = None
        if language.after.begins(t.word(draft.stop).lower()):
            words = [word.lower() for word in t.words[draft.stop : draft.stop + 4]]
            after = language.after.match(words, 0)
        follows = t.word(draft.stop + after[0]) if after else ""
        if after and self._opens_hedge(draft.stop + after[0]):
            after = None
        if after and self._adds(draft.stop):
            after = None  # "18 Millionen Euro plus Boni"
        if after and follows in DASHES and t.glued(draft.stop + after[0]):
            after = None  # "over-65s and under-21s"
        if follows[:1].isdecimal() or (follows and language.classify(follows)):
            after = None
        if after and not t.barrier(draft.stop):
            self._by_age(draft, t.words[draft.stop : draft.stop + after[0]])
            draft.stop += after[0]
            found.append(after[1])
        elif t.word(draft.number.stop) == "+" and t.glued(draft.number.stop):
            found.append(Hedge("at_least", ONE, None))
            draft.stop = max(draft.stop, draft.number.stop + 1)
        if found:
            bound = [h for h in found if h.qualifier != "about"]
            draft.hedge = bound[-1] if bound else found[0]
        if found or draft.upper or (draft.kind == "number" and not draft.number.digits):
            self._people_by_age(draft)

    def _adds(self, at: int) -> bool:
        """Tell whether "plus" goes on to what is paid besides ("plus interest", "plus Zinsen")."""
        language, noun = self.language, self.t.word(at + 1)
        if self.t.word(at).lower() not in language.words["plus"] or self.t.barrier(at + 1):
            return False
        capital = language.exact_case and noun[:1].isupper()
        return capital or noun.lower() in language.words["added"]

    def _compares(self, draft: Draft) -> bool:
        """Tell whether a time before follows, so that "mehr als" compares with what was then."""
        after = self.t.words[draft.stop].lower()
        return draft.kind == "duration" and after in self.language.not_rates

    def _of_amount(self, draft: Draft) -> bool:
        """Tell whether a noun before "über" is of that amount ("ein Kredit über 500 Euro").

        Races are of a length ("das Rennen über 300 Kilometer", "Dritter über 200 Meter").
        """
        language = self.language
        noun = self.t.word(draft.first - 2).lower()
        long = draft.kind == "measure" and units.dimension(draft.unit or "") == "length"
        return noun.endswith(language.amount_nouns) or (long and noun.endswith(language.race_nouns))

    def _against(self, draft: Draft) -> bool:
        """Tell whether "gegen" sets a number against people or another number.

        "Ermittlungen gegen 47 Menschen", "312 Ja- gegen 208 Nein-Stimmen" are no hedges.
        """
        if draft.unit in self.language.personal:
            return True
        t, at = self.t, draft.first - 2
        if t.barrier(at + 1):
            return False
        at -= self.language.key(t.word(at)) in self.language.count_words  # "312 Stimmen gegen 208"
        return t.word(at).isdecimal() or (t.word(at) != "" and t.word(at) in DASHES)

    def _by_share(self, draft: Draft, size: int) -> bool:
        """Tell whether "um die" before a share says by how much, and not about how much."""
        share = draft.number.role in ("half", "fraction")
        return share and self.t.word(draft.first - size).lower() in self.language.words["by_words"]

    def _plus(self, draft: Draft) -> None:
        """Take in "-plus" behind a sum or measure ("a €100m-plus deal")."""
        at, hyphen = self._past_hyphen(draft.stop)
        if hyphen and draft.unit and self.t.words[at] in self.language.words["plus"]:
            draft.hedge, draft.stop = Hedge("over", ONE, None), at + 1

    def _by_age(self, draft: Draft, bound: list[str]) -> None:
        """Read "65 and older", "älter als 20" as ages, by the word of age in the bound."""
        old = any(word.lower() in self.language.ages.bounds for word in bound)
        if old and draft.kind == "number" and draft.number.scale == 1:
            self._set_unit(draft, "year")
            draft.label = "age"

    def _people_by_age(self, draft: Draft) -> None:
        """Read "Menschen über 65 (Jahren)", "children under 12" as ages, which is inferred."""
        t, number, language = self.t, draft.number, self.language
        years = draft.unit == "year" and t.word(draft.stop - 1) in language.ages.years
        bare = (draft.kind == "number" or years) and number.scale == 1 and number.last == 1
        if not bare or draft.negative or number.value >= 100:
            return
        at = draft.first
        if draft.upper:
            bound = at if t.word(at).lower() in language.words["range_openers"] else 0
        elif number.digits:
            bound = at if t.word(at).lower() in language.data["prepositions"] else 0
        else:  # "children under five"
            bound = at - 1 if t.word(at - 1).lower() in language.ages.unders else 0
        if not bound or t.barrier(bound) or t.barrier(at):
            return
        noun = t.word(bound - 1)
        people = language.count_words.get(language.key(noun))
        if people in language.personal or noun.lower() in language.ages.anyone:
            self._infer_age(draft)

    def _opens_hedge(self, at: int) -> bool:
        """Tell whether the word before a token opens a hedge of its own ("und älter als 80")."""
        words = [word.lower() for word in self.t.words[at - 1 : at + 1]]
        found = self.language.before.match_back(words, 1)
        return found is not None and found[0] == 2

    def _hyphened_bound(self, draft: Draft) -> tuple[int, Hedge] | None:
        """Return the bound of "Über-60-Jährige", "under-18s", hyphen included."""
        t, at = self.t, draft.first - 1
        if not (t.glued(draft.first) and t.glued(at)):
            return None
        found = self.language.before.match_back([t.word(at - 1).lower()], 0)
        return (2, found[1]) if found and found[1].qualifier in BOUNDS else None

    def _is_mark(self, draft: Draft) -> bool:
        """Tell whether a number is passed: "über die 50-Euro-Marke", "the $2tn mark"."""
        t, marks = self.t, self.language.words["mark_nouns"]
        behind = t.word(draft.stop).lower() in marks and not t.barrier(draft.stop)
        return behind or t.words[draft.stop - 1].lower() in marks

    def _past_determiner(self, draft: Draft) -> tuple[int, Hedge] | None:
        """Return the hedge before the article of "etwa die Hälfte", article included."""
        language = self.language
        if self.t.word(draft.first - 1).lower() not in language.words["determiners"]:
            return None
        match = language.before.match_back(*self._left(draft.first - 1))
        return (match[0] + 1, match[1]) if match else None

    def _preposition(self, draft: Draft, size: int) -> bool:
        """Tell whether "über", "unter", "about" before a small count is a mere preposition."""
        word = self.t.word(draft.first - 1).lower()
        number = draft.number
        small = number.total <= SMALL and not number.digits and number.scale == 1
        small = small and number.role != "group"  # "about a dozen"
        return (
            size == 1
            and small
            and draft.kind in ("count", "number")
            and (word in self.language.data["prepositions"])
        )
