"""Finds the number that begins at a token: digits, words, fractions, with its scale."""

from __future__ import annotations

from decimal import Decimal

from claimcheck.normalise.language import DIGITS, Anchor
from claimcheck.normalise.numbers.decimals import fraction
from claimcheck.normalise.numbers.digits import DASHES, HALVES
from claimcheck.normalise.numbers.fractions import Fractions
from claimcheck.normalise.quantities.draft import Number

ONE = Decimal(1)
MANY = 1000
"""The largest size that "many" takes two to nine of: "many million" may be ninety."""
FEWEST = 2
"""A phrase of so many words may be "three score" and no sentence about who scored."""
SCORE = 20
FEW = 12
"""The least group that "several" multiplies: several dozen, but no several pairs."""


class Cardinals(Fractions):
    """Reads numbers in the tokens of one text."""

    def read(self, i: int) -> Number | None:
        """Return the number that begins at token `i`, with its scale words, or None."""
        word = self.tokens.word(i)
        if not word:
            return None
        number = self._digits(i) if word[0].isdecimal() else self._words(i)
        return self.scaled(number) if number else None

    def _words(self, i: int) -> Number | None:
        t, language = self.tokens, self.language
        anchor = language.classify(t.words[i])
        if anchor is None:
            return None
        if anchor.role == "number":
            if anchor.value >= 100 and self._several(i, anchor.value):
                return self._bare_scale(i, anchor)
            number = self._raised(self._point(self._in_pairs(self._spelled(i, anchor))))
            return self._named_fraction(number) or self._and_a_half(number)
        if anchor.role == "article":
            return self._after_article(i)
        if anchor.role == "scale":
            return self._bare_scale(i, anchor)
        if anchor.role == "group":
            if self._several(i) and anchor.value >= FEW:
                return self._manifold(i, anchor.value)
            if owned := self._owned_group(i):
                return owned
            return Number(i, i + 1, anchor.value, anchor.value, role="group")
        if anchor.role == "vague":
            return self._vague(i, anchor)
        if anchor.role == "half":
            return self._half(i)
        return None

    def _after_article(self, i: int) -> Number | None:
        """Read "eine Million", "a dozen", "ein halbes Dutzend", "a quarter of a million"."""
        t, language = self.tokens, self.language
        spelled = self._one_spelled(i)
        if spelled is not None:
            return spelled
        if t.words[i + 1] in language.bunches and (bunch := self._bunch(i + 1, led=False)):
            return Number(i, i + 2, bunch, role="group")
        following = language.classify(t.word(i + 1)) if t.word(i + 1) else None
        if following is None or t.barrier(i + 1):
            return Number(i, i + 1, ONE, role="article")
        if following.role == "half":
            half = self._half(i + 1)
            if half:
                half.first = i
            return half
        return self._one_of(i, following) or Number(i, i + 1, ONE, role="article")

    def _one_spelled(self, i: int) -> Number | None:
        """Read an article that is the word for one: "ein Komma fünf", "one-half"."""
        t, language = self.tokens, self.language
        word, after = t.words[i].lower(), t.word(i + 1).lower()
        part = language.atoms.get(after) if language.joined else None
        if part and part < 1 and not after.startswith(word):
            return Number(i, i + 2, part, HALVES)
        if after in language.words["decimal_words"]:
            pointed = self._point(Number(i, i + 1, ONE))
            if pointed.stop > i + 1:
                return self._raised(pointed)
        if language.atoms.get(word) == 1:
            spelled = self._in_pairs(self._spelled(i, Anchor("number", ONE)))
            if spelled.stop > i + 1:
                spelled = self._raised(self._point(spelled))
            spelled = self._and_a_half(spelled)
            if spelled.stop > i + 1:
                return self._named_fraction(spelled) or spelled
        if t.word(i + 1) in DASHES and t.word(i + 1) and t.glued(i + 1):
            return self._named_fraction(Number(i, i + 1, ONE)) or self._one_half(i)
        return None

    def _one_half(self, i: int) -> Number | None:
        """Read "one-half of voters"."""
        beyond = self.language.classify(self.tokens.word(i + 2))
        if not beyond or beyond.role != "half" or not self.tokens.glued(i + 2):
            return None
        half = self._half(i + 2)
        if half:
            half.first = i
        return half

    def _one_of(self, i: int, following: Anchor) -> Number | None:
        """Read an article before a word for many or for a part: "a million", "ein Drittel"."""
        t, language = self.tokens, self.language
        role = following.role
        joined = t.words[i + 2] in DASHES and t.glued(i + 2)
        if role == "vague" and t.words[i + 1] in language.scales and not joined:
            return Number(i, i + 2, ONE, scale=language.scales[t.words[i + 1]])  # a slip
        if role == "scale" and self._scale_at(i + 1) is not None and following.value >= 100:
            if following.value < 1_000_000 and not language.joined:
                spelled = self._spelled(i + 1, following)
                return Number(i, spelled.stop, spelled.value)
            return Number(i, i + 1, ONE)
        if role == "group":
            return self._grouped(Number(i, i + 2, following.value, role="group"))
        if role == "fraction" and not self._numbers_something(i + 1):
            part = fraction(ONE, following.value)
            return self.of_scale(Number(i, i + 2, part, Decimal("0.01"), role="fraction"))
        if role == "number" and following.value.adjusted() >= 5 and language.joined:
            return Number(i, i + 2, following.value, following.value / 10)
        return None

    def _grouped(self, number: Number) -> Number:
        """Take in "of hundred" after "a couple", "of million" after "ein paar"."""
        t, language = self.tokens, self.language
        at = number.stop
        if t.word(at).lower() in language.words["of_words"]:
            at += 1
        scale = language.classify(t.word(at)) if t.word(at) else None
        if scale and scale.role in ("scale", "group") and scale.value >= 12 and not t.barrier(at):
            number.scale, number.stop = scale.value, at + 1
        return number

    def _owned_group(self, i: int) -> Number | None:
        """Read "a baker's dozen", which is one more."""
        t, language = self.tokens, self.language
        value = language.owned_groups.get(t.word(i - 3).lower())
        if value is None or t.word(i - 1) != "s" or t.barrier(i):
            return None
        first = i - 4 if t.word(i - 4).lower() in language.articles else i - 3
        return Number(first, i + 1, value, role="group")

    def _bunch(self, at: int, *, led: bool) -> Decimal | None:
        """Return the size of "a gross of", of "score" in "three score men", or None.

        Both are other words too: "a gross profit", "two score for the visitors".
        """
        t, language = self.tokens, self.language
        word = t.word(at).lower()
        size = language.bunches.get(word)
        if size is None or t.barrier(at) or (not led and word in language.data["groups"]):
            return None
        if t.word(at + 1).lower() in language.words["of_words"]:
            return size
        if not led or word not in language.data["groups"]:
            return None
        known = language.count_words.get(t.word(at + 1).lower()) in language.personal
        unit = language.unit_names.match(self.keys(at + 1), 0)
        if t.word(at + 1).lower() in language.words["and"]:  # "three score and ten"
            known = language.atoms.get(t.word(at + 2).lower()) is not None
        return size if known or unit or (at + 1 == t.size and at < FEWEST) else None

    def _bare_scale(self, i: int, anchor: Anchor) -> Number | None:
        """Read "hundert" and "tausend" alone as numbers; "Millionen" alone is vague."""
        t = self.tokens
        if self._several(i, anchor.value):
            number = self._manifold(i, anchor.value)
            scale = None if t.barrier(i + 1) else self._scale_at(i + 1)
            if scale:
                number.scale, number.stop = scale, i + 2
            return number
        word = self.tokens.words[i]
        if anchor.value <= 1000 and (
            word in self.language.atoms or word.lower() in self.language.atoms
        ):
            hung = self._hung(i)
            capital = word[0].isupper() and self.language.exact_case
            if capital and not (hung or self._opens(i)):
                return None
            spelled = self._spelled(i, anchor)
            goes_on = spelled.stop > i + 1 or self._scale_at(i + 1) or self._ordinal_on(i + 1)
            goes_on = goes_on or hung
            return spelled if self.language.joined or goes_on else None
        hedged = self.language.before.begins(t.word(i - 1).lower()) and not t.barrier(i)
        if hedged and t.word(i - 2).lower() in self.language.articles:
            return Number(i, i + 1, ONE, scale=anchor.value)  # "eine knappe Million"
        return None

    def _hung(self, i: int) -> bool:
        """Tell whether a size counts what a hyphen joins it with: "Hundert-Euro-Schein"."""
        t = self.tokens
        named = not self.language.exact_case and t.word(i + 2)[:1].isupper()
        joined = t.word(i + 1) in DASHES and t.glued(i + 1) and t.glued(i + 2)
        alone = not (t.glued(i) and t.word(i - 1) in DASHES)
        return bool(joined) and alone and t.word(i + 2)[:1].isalpha() and not named

    def _ordinal_on(self, at: int) -> bool:
        """Tell whether "and first" behind "the hundred" makes it an ordinal."""
        t, language = self.tokens, self.language
        joined = t.words[at].lower() in language.words["and"]
        return joined and t.words[at + 1].lower() in language.ordinals

    def _manifold(self, i: int, size: Decimal) -> Number:
        """Read "several hundred", "ein paar Dutzend": two to nine of a size."""
        first = i - 2 if self.tokens.word(i - 2).lower() in self.language.articles else i - 1
        return Number(first, i + 1, size * 2, role="vague", high=size * 9)

    def _several(self, i: int, size: Decimal | None = None) -> bool:
        """Tell whether "several", "ein paar" stand before a scale word, "many" before a small."""
        t, words = self.tokens, self.language.words
        before = t.word(i - 1).lower()
        few = before in words["several"]
        many = size is not None and size <= MANY and before in words["plenty"]
        return (few or many) and not t.barrier(i)

    def _opens(self, i: int) -> bool:
        """Tell whether token `i` opens a sentence, so that its capital says nothing."""
        t = self.tokens
        return i == 0 or t.opens_line(i) or t.words[i - 1] in ".!?:;„“\"'»«•–—-(*"

    def _vague(self, i: int, anchor: Anchor) -> Number | None:
        """Read "Hunderte", "tens of thousands", "Dutzende Millionen" as an open number."""
        t, language = self.tokens, self.language
        low, high, stop = anchor.value, anchor.high, i + 1
        if self._several(i) and high is not None:
            return Number(i - 1, stop, low, role="vague", high=low / 2 * 9)
        row = language.vague_of.get(t.words[i].lower())
        if anchor.high is None and not row:
            return None
        if t.words[i].lower() in language.words["loose_vague"] and not self._are_many(i):
            return None
        if row and t.word(i + 1).lower() in language.words["of_words"]:
            anchor_after = language.classify(t.word(i + 2)) if t.word(i + 2) else None
            if anchor_after and anchor_after.role == "vague":
                size = anchor_after.value / 2 * Decimal(row["base"])
                low, high, stop = size * Decimal(row["low"]), size * Decimal(row["high"]), i + 3
        if high is None:
            return None
        if t.word(stop) in DASHES and t.glued(stop) and t.glued(stop + 1) and low >= 1_000_000:
            low /= 2  # a "Milliarden-Deal" may be one of a single one
        number = Number(i, stop, low, role="vague", high=high)
        at = stop + 1 if t.word(stop).lower() in language.words["of_words"] else stop
        scale = language.scales.get(t.word(at), ONE)
        if scale >= 1_000_000 and low < 1_000_000 and not t.barrier(at):
            number.scale, number.stop = scale, at + 1
        return number

    def _are_many(self, i: int) -> bool:
        """Tell whether "scores" are many of something and nobody's goals or points."""
        t, language = self.tokens, self.language
        before, after = t.words[i - 1].lower(), t.words[i + 1].lower()
        if before in language.words["befallen"]:
            return True  # "killing scores"
        if after in language.words["of_words"] or after in language.words["more"]:
            led = before in language.words["determiners"]
            return not (led or language.classify(t.words[i + 2]) is DIGITS)
        goes_on = self._opens(i) or before in language.words["list_words"]
        return goes_on and after.endswith(language.past_endings)

    def scaled(self, number: Number) -> Number:
        """Take in the scale words after a number ("Millionen", "-Milliarden-", "of millions")."""
        t, language = self.tokens, self.language
        if number.role in ("article", "half", "fraction", "vague"):
            return number
        for _ in range(2):
            at = number.stop
            word = t.words[at]
            if word and word in DASHES and t.glued(at) and t.glued(at + 1):
                at += 1
            if t.barrier(at):
                break
            scale = self._scale_at(at)
            if t.words[at] in language.bunches and not number.digits and number.total < FEW:
                scale = self._bunch(at, led=True)
            if scale and language.exact_case and t.words[at].islower() and self._at_home(number):
                scale = language.scales.get(t.words[at].title(), scale)  # "eine billion"
            if scale is None or (number.scale != 1 and scale * number.scale > 10**16):
                break
            if number.role == "group" and scale < 100:
                break
            number.scale *= scale
            number.stop = at + 1
            if (
                t.word(at + 1) == "."
                and t.glued(at + 1)
                and len(t.words[at]) <= 4
                and (not t.words[at][-1].isupper() or len(t.words[at]) > 2)
                and t.words[at].lower() not in language.atoms
            ):
                number.stop = at + 2
        if number.scale != 1:
            number.stop = self._second_half(number)
            self._smaller_part(number)
        return number

    def _at_home(self, number: Number) -> bool:
        """Tell whether a number is one of the language's own: in words, or by its decimal sign."""
        return not number.digits or self.language.decimal in self.tokens.words[number.first]

    def _smaller_part(self, number: Number) -> None:
        """Take in what a million is followed by ("eine Million zweihunderttausend")."""
        t, at = self.tokens, number.stop
        if t.word(at) == "," and not number.digits and self._spelled_behind(at + 1):
            at += 1  # "fifteen thousand, four hundred and twelve"
        joined = number.scale > 1000 and t.word(at).lower() in self.language.words["and"]
        joined = joined and t.word(at + 2) in self.language.scales
        if number.scale == SCORE and self._adds_small(number, at):
            added = self._words(at + 1)
            if added and added.role == "number":  # "three score and ten"
                number.value, number.scale = number.total + added.value, ONE
                number.stop = added.stop
            return
        at += joined  # "eine Milliarde und 200 Millionen"
        if not joined and self._adds_small(number, at):
            at += 1
        first = t.word(at)
        if number.scale < 1000 or not first or t.barrier(at) or t.glued(at):
            return
        if first[0].isdecimal():
            if len(first) < 5 and not (
                (number.digits or joined) and t.word(at + 1) in self.language.scales
            ):
                return
        elif not self._counts(first):
            return
        part = self.read(at)
        if part and part.role == "number" and part.total < number.scale and part.total >= 1:
            number.value, number.scale = number.total + part.total, ONE
            number.last, number.stop = part.last * part.scale, part.stop

    def _adds_small(self, number: Number, at: int) -> bool:
        """Tell whether a number in words ends behind "and": "two million and five"."""
        t, language = self.tokens, self.language
        scaled = number.scale > 1000 or number.scale == SCORE
        if number.digits or not scaled or language.joined or t.barrier(at + 1):
            return False
        if t.word(at).lower() not in language.words["and"]:
            return False
        small = language.atoms.get(t.word(at + 1).lower()) or 0
        return 1 < small < 100 and t.word(number.first - 1).lower() not in language.words["several"]

    def _counts(self, word: str) -> bool:
        """Tell whether a word is a number, or "one" where that is no article."""
        anchor = self.language.classify(word)
        one = not self.language.joined and self.language.atoms.get(word.lower()) == 1
        return one or (anchor is not None and anchor.role == "number")

    def _spelled_behind(self, at: int) -> bool:
        """Tell whether hundreds in words follow a comma, so that they are the rest of a number."""
        t, language = self.tokens, self.language
        if language.joined or t.barrier(at) or not language.classify(t.word(at)):
            return False
        near = (language.atoms.get(word.lower()) or 0 for word in t.words[at : at + 3])
        return any(value >= 100 for value in near)

    def _second_half(self, number: Number) -> int:
        """Take in "a million and a half"."""
        if number.value == 1 and number.stop == number.first + 2:
            value, stop = number.value, number.stop
            self._and_a_half(number)
            if number.stop != stop and number.value == value:
                return stop
        return number.stop

    def _measures(self, at: int) -> bool:
        """Tell whether a full stop or money follows, so that "Bio" is no part of "Bio-Labor"."""
        t, language = self.tokens, self.language
        if t.word(at) == "." and t.glued(at):
            return True
        at += t.word(at) in DASHES and t.glued(at)
        named = language.money.match(self.keys(at), 0)
        return named is not None or language.money_signs.begins(t.word(at))

    def _scale_at(self, at: int) -> Decimal | None:
        language, word = self.language, self.tokens.words[at]
        found = language.scale_of(word)
        if found and word in language.weak_scales and not self._measures(at + 1):
            return None
        return found
