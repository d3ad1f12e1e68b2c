"""Reads what frames a quantity: its sign and its hedges."""

from __future__ import annotations

from decimal import Decimal

from claimcheck.normalise.language import Hedge
from claimcheck.normalise.measured import units
from claimcheck.normalise.numbers.digits import DASHES, MINUS
from claimcheck.normalise.quantities.draft import Draft, Number
from claimcheck.normalise.quantities.rates import Rates

SMALL = Decimal(12)
ONE = Decimal(1)
BOUNDS = ("over", "under")


class Around(Rates):
    """Reads what stands around a quantity."""

    def _sign(self, draft: Draft) -> None:
        t, first = self.t, draft.first
        before = t.words[first - 1]
        if not self.hints.touches(before):
            return
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
            if self.language.before.left_of(self.t.words, first):
                return  # "au moins 20"
            noun = before[0].isupper() and self._determined(first - 1)
            draft.negative = (before.islower() or before.istitle()) and not noun
            draft.first = first if noun else first - 1

    def _tolerance(self, draft: Draft) -> bool:
        """Read "±3", "plus or minus 3" without a value before; say whether it was one."""
        first = draft.first
        found = self.language.plus_minus_back.left_of(self.t.words, first)
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

    def _is_over(self, draft: Draft) -> bool:
        """Tell whether "over" stands between two numbers of a blood pressure: "120 over 80"."""
        number, behind = draft.number, self.t.words[draft.first - 2]
        pressed = number.digits and draft.unit is None and SMALL < number.total < 200
        return pressed and behind.isdecimal() and number.total < int(behind) < 1000

    def _hedge(self, draft: Draft) -> None:
        """Take in hedges before and after ("bis zu", "rund", "oder mehr")."""
        found = self._hedges_before(draft)
        after = self._hedge_after(draft)
        if after is not None:
            found.append(after)
        if found:
            bound = [hedge for hedge in found if hedge.qualifier != "about"]
            draft.hedge = bound[-1] if bound else found[0]
        if found or draft.upper or (draft.kind == "number" and not draft.number.digits):
            self._people_by_age(draft)

    def _hedges_before(self, draft: Draft) -> list[Hedge]:
        """Take in the hedges before a quantity, nearest first."""
        t, language = self.t, self.language
        found: list[Hedge] = []
        while len(found) < 3 and self.hints.hedges(t.words[draft.first - 1]):
            if t.barrier(draft.first) or self.breaks(draft.first):
                break
            before = t.words[draft.first - 1].lower()
            match = None
            if language.before.begins(before):
                match = language.before.left_of(self.t.words, draft.first)
            elif before in DASHES:
                match = self._hyphened_bound(draft)
            if not match and not found and before in language.words["determiners"]:
                match = self._past_determiner(draft)
            if not match or self._means_else(draft, before, *match, first=not found):
                break
            self._by_age(draft, t.words[draft.first - match[0] : draft.first])
            draft.first -= match[0]
            found.append(match[1])
        return found

    def _means_else(
        self, draft: Draft, before: str, size: int, hedge: Hedge, *, first: bool
    ) -> bool:
        """Tell whether the words before a number that can hedge it say something else there."""
        data = self.language.data
        if self._preposition(draft, size) or before in self.language.words["hyphened"]:
            return True
        if (
            size > 1
            and self.t.word(draft.first - size - 1).lower() in self.language.words["up_verbs"]
        ):
            return hedge.qualifier == "at_most"  # "ticked up to 4.7 percent"
        if size == 1 and before in data["prepositions"]:
            at = draft.first - 1
            hung = self.t.word(at - 1) in DASHES and self.t.glued(at) and not self.t.glued(at + 1)
            if hung and self.t.word(at - 2).isdecimal():
                return True  # "a 5-under 67"
            if self._is_over(draft) or self.t.word(draft.first - 2).lower() in data["handing"]:
                return True
            spans = not first and hedge.qualifier in BOUNDS  # "über fast ein Jahr"
            if spans or self._of_amount(draft):
                return True
        if size > 1 and draft.kind == "percent" and self._by_share(draft, size):
            return True  # "um die Hälfte gesunken"
        if size > 1 and draft.number.role == "article" and self._compares(draft):
            return True  # "3,5 ppm mehr als ein Jahr zuvor"
        if draft.number.role == "vague" and hedge.qualifier == "under":
            return True  # "keine Millionen-Boni"
        return before in data["against"] and self._against(draft)

    def _hedge_after(self, draft: Draft) -> Hedge | None:
        """Take in the hedge behind a quantity: "oder mehr", "+"."""
        t, language, at = self.t, self.language, draft.stop
        if language.after.begins(t.words[at].lower()):
            words = [word.lower() for word in t.words[at : at + 4]]
            after = language.after.match(words, 0)
            if after and not t.barrier(at) and self._ends_hedged(at, at + after[0]):
                self._by_age(draft, t.words[at : at + after[0]])
                draft.stop += after[0]
                return after[1]
        if t.word(draft.number.stop) == "+" and t.glued(draft.number.stop):
            draft.stop = max(at, draft.number.stop + 1)
            return Hedge("at_least", ONE, None)
        return None

    def _ends_hedged(self, at: int, stop: int) -> bool:
        """Tell whether a hedge behind a quantity belongs to it, and to no number behind."""
        t = self.t
        if self._opens_hedge(stop) or self._adds(at):
            return False  # "18 Millionen Euro plus Boni"
        follows = t.word(stop)
        if self.language.money_signs.begins(follows) and not t.barrier(stop):
            return False  # "£1,500 plus £85 costs"
        if follows in DASHES and t.glued(stop):
            return False  # "over-65s and under-21s"
        return not (follows[:1].isdecimal() or (follows and self.language.classify(follows)))

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

        Races are of a length ("das Rennen über 300 Kilometer", "Dritter über 200 Meter"), and what
        lasts or leads somewhere does so "über drei Jahre (hinweg)", "über 24 Kilometer".
        """
        language = self.language
        noun = self.t.word(draft.first - 2).lower()
        long = draft.kind == "measure" and units.dimension(draft.unit or "") == "length"
        if noun.endswith(language.amount_nouns) or (long and noun.endswith(language.race_nouns)):
            return True
        spans = long or draft.kind == "duration"
        hence = self.t.word(draft.stop) in language.words["hence"]
        return spans and (hence or noun in language.words["spanning"])

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
        if self.t.words[draft.stop] not in DASHES:
            return
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
        shared = draft.number.role in ("half", "fraction")
        if not shared and not self._is_mark(draft):
            return None
        match = self.language.before.left_of(self.t.words, draft.first - 1)
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
