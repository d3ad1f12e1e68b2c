"""Reads the other end of a range, and tolerances."""

from __future__ import annotations

from decimal import Decimal

from claimcheck.normalise.measured import units
from claimcheck.normalise.measured.degrees import DEGREES
from claimcheck.normalise.measured.units import INCHES
from claimcheck.normalise.numbers.decimals import negated
from claimcheck.normalise.numbers.digits import DASHES
from claimcheck.normalise.quantities import nouns
from claimcheck.normalise.quantities.draft import Draft, Number
from claimcheck.normalise.quantities.following import Following

SIGNS = "-−–"
RANGE_DASHES = "-–—‐‑−~"
ONE = Decimal(1)
OLDEST = 130
NEAREST = 4
"""How many times the lower end of what something rises by is the upper one, at most."""
CLAUSE = 8
"""Tokens behind a comma that may hold the degrees of a range before it."""
NEARLY, MOST_CONVERTED = Decimal("0.001"), 10**9
MOST_LOOSE, MOST_ROUND = 12, 90
"""The largest numbers that "two or three" and "40 or 50" are said of."""


class Ranging(Following):
    """Reads ranges."""

    def _range(self, draft: Draft, *, after_unit: bool = False) -> None:
        """Take in the other end: "10 bis 15", "10–15", "zwischen 40 und 45", "3 ± 1"."""
        t, language = self.t, self.language
        at = draft.stop if after_unit else draft.number.stop
        if t.words[at].lower() not in language.range_starts:
            return
        roles = ("number", "fraction", "suffixed", "article")
        if draft.upper is not None or t.barrier(at) or draft.number.role not in roles:
            return
        word = t.word(at)
        loose = word.lower() in language.words["range_or"]
        hung = word in DASHES and not t.glued(at + 1) and self._range_word(at + 1)
        article = draft.number.role == "article"
        if article and not hung and (word in RANGE_DASHES or (after_unit and not loose)):
            return
        closes = word.lower() in language.words["range_closers"]
        opened = False
        if closes and draft.label != "age":
            self._past_ages(draft)
        if closes or word in RANGE_DASHES:
            before = t.word(self._hedged_first(draft) - 1).lower()
            opened = before in language.words["range_openers"]
        tolerance = language.plus_minus.match(t.words, at)
        start = at + tolerance[0] if tolerance else 0
        if not start and word in RANGE_DASHES:
            start = self._past_dash(at)
        elif not start and (found := self._range_word(at)):
            start = 0 if self._is_change(draft, at + found) else at + found
        elif (not start and opened and closes) or (not start and self._neighbours(draft, at)):
            start = at + 1
        if start:
            self._upper(draft, start, tolerance=bool(tolerance), after=after_unit, opened=opened)

    def _past_ages(self, draft: Draft) -> None:
        """Step over "the ages of" in "between the ages of 5 and 11"."""
        found = self.language.ages.before.left_of(self.t.words, draft.first)
        opener = self.t.word(draft.first - found[0] - 1).lower() if found else ""
        if found and opener in self.language.words["range_openers"]:
            draft.first -= found[0]
            draft.label = "age"

    def _neighbours(self, draft: Draft, at: int) -> bool:
        """Tell whether "or" or a comma joins two numbers in words that follow one another."""
        t, language, number = self.t, self.language, draft.number
        joined = t.word(at).lower() in language.words["range_or"]
        listed = t.word(at) == "," and language.exact_case and t.word(at + 2) != ","
        if not joined and not (listed and t.words[draft.first - 1] != ","):
            return False
        if number.scale != 1 or number.last != 1 or number.value > MOST_ROUND:
            return False
        word = t.word(at + 1)
        if number.digits:
            return joined and word.isdecimal() and self._next(number.value, Decimal(word))
        following = language.classify(word)
        if following is None or following.role != "number":
            return False
        return self._next(number.value, following.value)

    @staticmethod
    def _next(first: Decimal, second: Decimal) -> bool:
        """Tell whether a number comes next as people count: "two or three", "40 or 50"."""
        if first <= MOST_LOOSE and second == first + 1:
            return True
        return first % 10 == 0 and first >= 10 and second == first + 10

    def _range_word(self, at: int) -> int:
        """Return the length of the range word at a token ("bis zu"), or 0."""
        words = self.t.words[at : at + 3]
        if not words or not self.language.range_words.begins(words[0].lower()):
            return 0
        found = self.language.range_words.match([word.lower() for word in words], 0)
        return found[0] if found else 0

    def _past_dash(self, at: int) -> int:
        """Return where the other end begins after a dash, or 0: "10-15", "14- bis 49"."""
        t = self.t
        start = at + 1
        before, behind = t.glued(at), t.glued(start)
        found = self._range_word(start) if behind else 0
        if found and t.word(start + found) in DASHES and t.glued(start + found + 1):
            return start + found + 1  # "four-to-six"
        if self.language.joined and before and t.word(start) == "," and not t.glued(start + 1):
            listed = t.word(start + 2) in DASHES and t.glued(start + 2)
            listed = listed or t.word(start + 1)[:1].isdecimal()
            return 0 if listed else start + 1  # "zwei-, dreimal"
        if t.words[at] in "-‐‑" and before and not behind:
            found = self._range_word(start)
            return start + found if found else 0
        if t.words[at] in "-‐‑−" and before != behind:
            return 0
        return start

    def _is_change(self, draft: Draft, end: int) -> bool:
        """Tell whether "from 10 to 15" states a change and no range; the 15 is at token `end`."""
        t, language = self.t, self.language
        first = self._hedged_first(draft)
        before = t.word(first - 1).lower()
        steps = before in language.words["change_verbs"] or before in language.words["by_words"]
        ambiguous = "to" in language.words["to_words"]
        if steps and ambiguous and self._is_step_range(draft, end):
            return False
        if before in language.words["change_verbs"] and ambiguous:
            return True
        if (
            before in language.words["by_words"]
            and t.word(draft.stop) in language.words["to_words"]
        ):
            return True
        if before in language.words["of_words"] and not language.exact_case:
            return t.word(first - 2).lower() in language.words["change_nouns"]
        if before not in language.words["from_words"] or language.exact_case:
            return False
        if self._is_bound(draft.first) and self._is_bound(draft.stop + 2):
            return True  # "from under 10 to over 20 percent"
        window = (word.lower() for word in t.words[max(0, first - 10) : first])
        return any(
            word in language.words["change_verbs"] or word in language.words["change_nouns"]
            for word in window
        )

    def _is_step_range(self, draft: Draft, end: int) -> bool:
        """Tell "rose by 2 to 5 percent" from "rose by 20 to 415 points": a step near its bound."""
        t = self.t
        upper = self.cardinals.read(end) if draft.unit is None and t.words[end] else None
        if upper is None or upper.role != "number" or t.barrier(end):
            return False
        size = upper.total
        if draft.number.scale == 1 < upper.scale:
            size = upper.value  # "by 2 to 5 million"
        if not draft.number.total < size <= NEAREST * draft.number.total:
            return False
        probe = Draft(upper, upper.first, upper.stop)
        self.follow(probe)
        return probe.unit is not None

    def _is_bound(self, at: int) -> bool:
        """Tell whether a number at a token is only a bound, by the word before it."""
        found = self.language.before.left_of(self.t.words, at)
        return found is not None and None in (found[1].low, found[1].high)

    def _hedged_first(self, draft: Draft) -> int:
        """Return the first token of a draft with the hedges before it."""
        first = draft.first
        for _ in range(3):
            found = self.language.before.left_of(self.t.words, first)
            if not found:
                break
            first -= found[0]
        return first

    def _upper(
        self, draft: Draft, start: int, *, tolerance: bool, after: bool, opened: bool
    ) -> None:
        """Read the other end at a token and keep it where both make a range."""
        upper = self._other_end(draft, start, after=after)
        if upper is None:
            return
        converted = self._in_one_unit(draft, upper) if after and draft.kind == "duration" else 0
        number = draft.number
        self._share_scale(number, upper, tolerance=tolerance)
        signed = self._below_zero(draft, start)
        if not tolerance and signed is None and number.total >= upper.total:
            if not self._falls(number, upper, after=after):
                return
            number.value, upper.value = upper.value, number.value
        if signed is not None and -draft.number.total == upper.total * signed:
            return
        t, language = self.t, self.language
        stop = max(upper.stop, converted)
        if after and not converted:
            probe = Draft(upper, upper.first, upper.stop)
            self.follow(probe)
            if probe.unit is not None and probe.unit != draft.unit:
                return
            loose = t.word(start - 1).lower() in language.words["range_or"]
            if probe.unit is None and draft.kind != "money" and not opened and not loose:
                return
            stop = max(stop, probe.stop)
        elif not after and not self._plausible(draft, number, upper, start, opened=opened):
            return
        draft.upper, draft.tolerance, draft.stop = upper, tolerance, stop
        if signed is not None:
            number.value, draft.negative = negated(number.value), False
            upper.value *= signed
        draft.inferred.extend(upper.inferred)
        if opened:
            draft.first = self._hedged_first(draft) - 1
        if upper.unit:
            self._suffix_unit(draft, upper.unit, self.t.words[upper.stop - 1])

    def _falls(self, number: Number, upper: Number, *, after: bool) -> bool:
        """Tell whether a range of degrees is written from the top ("12 bis 6 Grad")."""
        at = upper.stop
        if after or number.total == upper.total or not self._range_word(number.stop):
            return False
        if not self.language.exact_case:
            return False
        unit = None if self.t.barrier(at) else self._unit_at(Draft(upper, upper.first, at), at)
        return unit[1] in DEGREES if unit else self._degrees_behind(at)

    def _degrees_behind(self, at: int) -> bool:
        """Tell whether degrees follow in a clause behind a comma ("11 bis 7, sonst 4 Grad")."""
        t = self.t
        if t.words[at] != ",":
            return False
        for k in range(at + 1, at + CLAUSE):
            if t.barrier(k) or t.words[k] in ".!?;":
                return False
            if t.words[k].isdecimal():
                found = self._unit_at(Draft(Number(k, k + 1, ONE), k, k + 1), k + 1)
                return found is not None and found[1] in DEGREES
        return False

    def _in_one_unit(self, draft: Draft, upper: Number) -> int:
        """Give the other end the unit of the first ("six months to a year"); return its stop."""
        at, _ = self._past_hyphen(upper.stop)
        unit = None if self.t.barrier(at) else self._unit_at(Draft(upper, at, at), at)
        if unit is None or unit[1] == draft.unit:
            return 0
        value = units.convert(upper.total, unit[1], draft.unit or "")
        whole = value.quantize(ONE) if value and value < MOST_CONVERTED else None
        if value is None or not whole or abs(value - whole) > NEARLY:
            return 0
        upper.value, upper.scale = whole, ONE
        return at + unit[0]

    def _below_zero(self, draft: Draft, start: int) -> int | None:
        """Return the sign of the other end where each end below zero has its own, else None."""
        t, minus = self.t, self.language.words["minus"]
        if not draft.negative:
            return None
        word = t.word(start).lower()
        if word in minus or (word and word in SIGNS and t.glued(start + 1)):
            return -1
        lone = t.words[draft.first] in SIGNS or word == "+" or word in self.language.words["plus"]
        return 1 if lone else None

    def _other_end(self, draft: Draft, start: int, *, after: bool) -> Number | None:
        """Return the number at a token, after a hedge or a sign of money."""
        t, language = self.t, self.language
        word = t.word(start).lower()
        if (
            (word and word in f"{SIGNS}+" and t.glued(start + 1))
            or word in language.words["minus"]
            or word in language.words["plus"]
        ):
            start += 1
        hedge = language.before.match_back([t.word(start).lower()], 0)
        if hedge and not t.word(start)[:1].isdecimal():
            start += 1
        sign = language.money_signs.match(t.words[start : start + 3], 0)
        if sign and draft.kind == "money":
            start += sign[0]
        first = t.word(start)
        if t.barrier(start) or not first:
            return None
        if not first[0].isdecimal():
            anchor = language.classify(first)
            if anchor and anchor.role == "suffixed":
                return Number(start, start + 1, anchor.value, unit=anchor.unit)
            if not anchor or anchor.role not in ("number", "article"):
                return None
        upper = self.cardinals.read(start)
        roles = ("number", draft.number.role, "article" if after else "")
        if upper is None or upper.role not in roles:
            return None
        self._letter_scale(upper, money=draft.kind == "money")
        return upper

    def _share_scale(self, number: Number, upper: Number, *, tolerance: bool) -> None:
        """Let both ends have the scale that is written once ("6,5 bis 7 Milliarden")."""
        spelled = not number.digits and not upper.digits and number.scale == upper.scale
        if spelled and not tolerance and number.value < 10 <= upper.value:
            size = Decimal(10) ** upper.value.adjusted()
            size = size if upper.value.normalize().as_tuple().digits[1:] == () else ONE
            if size >= 100 and number.value < upper.value / size:
                number.value *= size  # "zwei- bis dreihundert"
        elif spelled and not tolerance and self.t.words[number.stop] in DASHES:
            thousands = upper.value / 1000
            if number.value < thousands and thousands == int(thousands) and number.value < 1000:
                number.value *= 1000  # "zehn- bis fünfzehntausend"
        if number.scale == 1 and upper.scale > 1:
            if tolerance or (number.value < 1000 and number.value < upper.value):
                number.scale = upper.scale
        elif upper.scale == 1 and not tolerance and number.value < upper.value < 1000:
            upper.scale = number.scale

    def _plausible(
        self, draft: Draft, low: Number, high: Number, start: int, *, opened: bool
    ) -> bool:
        """Tell a range from a span of years, a score or a part number."""
        t = self.t
        dash = t.words[low.stop] in RANGE_DASHES and start == low.stop + 1
        if not dash or opened or high.unit:
            return True
        if low.last < 1 and high.last < 1:
            return True
        years = all(
            n.digits and n.scale == 1 and n.last == 1 and 1800 <= n.value <= 2100
            for n in (low, high)
        )
        if years:
            return False
        if t.glued(high.stop) and t.word(high.stop) in ("-", "–", "/", ":"):
            after = t.word(high.stop + 1)
            if not after[:1].isalpha():
                return False
            if after in self.language.suffixes and t.glued(low.stop):
                return True  # "die 18-25-Jährigen"
        words = [word.lower() for word in t.words[high.stop : high.stop + 3]]
        aged = self.language.ages.before.left_of(self.t.words, draft.first)
        if draft.label == "age" or aged or self.language.ages.after.match(words, 0):
            return high.total < OLDEST and low.digits and high.digits
        if t.words[high.stop] in INCHES and t.glued(high.stop) and not self._quoted(high.stop):
            return True
        follows = self._unit_at(draft, self._past_hyphen(high.stop)[0]) or self._money_at(high.stop)
        if follows or draft.kind == "money" or high.scale > 1:
            return True
        if nouns.find(t, high.stop, self.language, plural=True):
            return True
        return high.total >= 100 and t.glued(start) and low.total * 20 >= high.total
