"""Reads fractions in words: "zwei Drittel", "half a million", "a quarter of a million"."""

from __future__ import annotations

from decimal import Decimal

from claimcheck.normalise.measured import units
from claimcheck.normalise.numbers.decimals import fraction
from claimcheck.normalise.numbers.digits import DASHES, HALVES
from claimcheck.normalise.numbers.spelled import Spelled
from claimcheck.normalise.quantities.draft import Number

ONE, HUNDRED = Decimal(1), Decimal(100)
BEFORE = 20
"""So many tokens before "a third" may stand the second, or two."""
ENDS = frozenset(".!?")


class Fractions(Spelled):
    """Reads fractions in words in the tokens of one text."""

    def _named_fraction(self, number: Number) -> Number | None:
        """Read "zwei Drittel", "two-thirds", "zwei von drei" is not for here."""
        t, i = self.tokens, number.stop
        if t.word(i) in DASHES and t.word(i) and t.glued(i):
            i += 1
        anchor = self.language.classify(t.word(i)) if t.word(i) else None
        if anchor is None or t.barrier(i):
            return None
        if anchor.role == "half" and self._are_halves(i, number):
            return Number(number.first, i + 1, number.value / 2, HALVES)
        whole = number.value == anchor.value
        if anchor.role == "fraction" and 0 < number.value < anchor.value * 3 and not whole:
            if self._is_ordinal_here(i, number) or self._in_tens(i, number):
                return None
            if number.value > 1 and (self._describes(i) or self._is_multiplied(i, anchor.value)):
                return None
            share = fraction(number.value, anchor.value)
            return self.of_scale(
                Number(number.first, i + 1, share, Decimal("0.01"), role="fraction")
            )
        return None

    def _are_halves(self, i: int, number: Number) -> bool:
        """Tell whether an odd number of halves is one number: "three halves" of no two games."""
        words, after = self.language.words, self.tokens.words[i + 1].lower()
        several = self.tokens.words[i].lower() in words["many_halves"]
        return several and number.value % 2 == 1 < number.value and after not in words["of_words"]

    def _in_tens(self, i: int, number: Number) -> bool:
        """Tell whether a fraction word makes an ordinal with tens before it ("twenty-ninth")."""
        tens = 20 <= number.value < 100 and number.value % 10 == 0
        named = self.language.ordinals.get(self.tokens.words[i].lower(), ONE * 10)
        return tens and not number.digits and named < 10

    def _is_multiplied(self, i: int, parts: Decimal) -> bool:
        """Tell whether "two hundredth" is an ordinal: parts are "hundredths", or of something."""
        ordinal = parts >= HUNDRED and self.language.ordinals.get(self.tokens.words[i].lower())
        of_words = self.language.words["of_words"]
        return bool(ordinal) and self.tokens.words[i + 1].lower() not in of_words

    def _describes(self, i: int) -> bool:
        """Tell whether one part opens a longer word: "two third-party deals", "quarter-finals"."""
        t, language = self.tokens, self.language
        joined = t.word(i + 1) in DASHES and t.glued(i + 1) and t.glued(i + 2)
        if not joined or t.word(i - 1) in DASHES or language.joined:
            return False
        parts = language.classify(t.words[i].lower() + "s")
        return parts is not None and parts.role == "fraction"

    def _is_ordinal_here(self, i: int, number: Number) -> bool:
        """Tell whether a fraction word after a number is rather a unit: "two quarters"."""
        return self.language.unit_names.match(self.keys(i), 0) is not None and number.value != 3

    def _half(self, i: int) -> Number | None:
        """Read "half a million", "ein halbes Dutzend", "eine halbe Stunde", "die Hälfte"."""
        t, language = self.tokens, self.language
        anchor = language.classify(t.words[i])
        at = i + 1
        if t.word(at).lower() in language.words["of_words"] and self._one_of_unit(at + 1):
            at += 1
        dashed = t.words[at] in DASHES and t.words[at + 2] in DASHES  # "half-a-dozen"
        at += dashed
        if self._is_one(at) or t.word(at) in DASHES:
            at += 1 + dashed
        following = language.classify(t.word(at)) if t.word(at) else None
        half = anchor.value if anchor else Decimal("0.5")
        if following and following.role in ("scale", "group") and not t.barrier(at):
            value = half * following.value
            return Number(
                i, at + 1, value, value / 5, role="number" if following.role == "scale" else "group"
            )
        measured = at > i + 1 and not t.barrier(at)
        keys = self.keys(at)
        known = language.unit_names.match(keys, 0) or language.money.match(keys, 0)
        parted = t.word(at - 1) not in DASHES and self.divisible(at)
        stop = at if measured and (known or parted) else i + 1
        return Number(i, stop, half, Decimal("0.01"), role="half")

    def _is_one(self, at: int) -> bool:
        """Tell whether one follows: "a tenth of A percent", "a tenth of 1 percent"."""
        return self.tokens.word(at) == "1" or self.tokens.word(at).lower() in self.language.articles

    def _one_of_unit(self, at: int) -> bool:
        """Tell whether one of a unit follows ("half of one percent")."""
        if not self._is_one(at):
            return False
        named = self.language.unit_names.match(self.keys(at + 1), 0)
        return named is not None or self.divisible(at + 1)

    def of_scale(self, number: Number) -> Number:
        """Take in "of a million" after "a quarter", and keep "of an hour" with its unit."""
        t, language = self.tokens, self.language
        at = number.stop
        if t.word(at).lower() in language.words["of_words"]:
            at += 1
        elif t.word(at) in DASHES and t.word(at) and t.glued(at) and t.glued(at + 1):
            at += language.scales.get(t.word(at + 1).lower(), ONE) >= 1_000_000
        article = self._is_one(at)
        if article:
            at += 1
        scale = language.classify(t.word(at))
        if t.barrier(at):
            return number
        if scale and scale.role == "scale" and scale.value >= (1000 if article else 1_000_000):
            number.role, number.scale, number.stop = "number", scale.value, at + 1
        elif (
            article
            and (at > number.stop + 1 or language.exact_case)
            and (language.unit_names.match(self.keys(at), 0) or self.divisible(at))
        ) or (
            article and not language.exact_case and language.money.match(self.keys(at), 0)
        ):  # "nine-tenths of a cent"
            number.role, number.stop, number.last = "number", at, HALVES
        elif self.divisible(number.stop):
            number.role, number.last = "number", HALVES
        return number

    def divisible(self, at: int) -> bool:
        """Tell whether a counted thing that comes in parts follows ("a quarter-point cut")."""
        t, language = self.tokens, self.language
        if t.word(at) in DASHES and t.glued(at) and t.glued(at + 1):
            at += 1
        return language.count_words.get(language.key(t.word(at))) in language.divisible

    def _numbers_something(self, i: int) -> bool:
        """Tell whether "a third" goes on as an ordinal ("a third marriage")."""
        t, language = self.tokens, self.language
        if language.joined or t.words[i].lower() not in language.ordinals:
            return False
        after = t.word(i + 1)
        if self.comes_next(i):
            return True
        if after in DASHES and t.glued(i + 1):
            unit = language.unit_of(t.word(i + 2))  # "a fourth-and-one", "a third-party deal"
            return not unit or units.dimension(unit) == "time"
        if language.before.begins(t.word(i - 2).lower()) and after.endswith(language.past_endings):
            return False  # "fewer than a third agreed"
        return (
            after[:1].isalpha()
            and after.lower() not in language.function_words
            and after.lower() not in language.words["than_words"]
        )

    def comes_next(self, i: int) -> bool:
        """Tell whether an ordinal goes on counting: "two died and a third was hurt"."""
        t, language = self.tokens, self.language
        value = language.ordinals.get(t.words[i].lower())
        after = t.word(i + 1).lower()
        shared = language.words["of_words"] | language.words["than_words"]
        if value is None or value < 3 or after in shared:
            return False
        for at in range(i - 2, max(i - BEFORE, -1), -1):
            word = t.words[at].lower()
            if word in ENDS:
                return False
            counted = language.atoms.get(word), language.ordinals.get(word)
            if value - 1 in counted and t.word(at + 1) not in DASHES:
                return True
        return False
