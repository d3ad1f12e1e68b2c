"""Reads numbers in digits: groups, powers, vulgar fractions, times with colons."""

from __future__ import annotations

from decimal import Decimal

from claimcheck.normalise.hours.playclock import is_left, is_of_play, lasts
from claimcheck.normalise.language import Language
from claimcheck.normalise.numbers.decimals import fraction, plain, rounded, vulgar
from claimcheck.normalise.numbers.style import Style, literal
from claimcheck.normalise.quantities.draft import Number
from claimcheck.normalise.tokens import Tokens

ONE = Decimal(1)
HALVES = Decimal("0.25")
"""How finely a number in halves and quarters is written."""
MOST_RAISED = 30
MOST_PARTS = 32
PARTS = frozenset(map(str, (*range(2, 11), 12, 15, 16, 20, 24, 25, 30, 32, 40, 50, 60, 64, 100)))
"""The parts that fractions in digits are of; others are days ("4/22"), results and codes."""
"""The finest parts that a whole number is joined with."""
SIXTIETH = {"hour": "minute", "minute": "second"}
DASHED = "-–—"
MINUS = ("-", "−")
RAISED_MINUS = "⁻"
GAPS = tuple(" \xa0\u202f\u2009\u2005\u2006\u2008")
"""Spaces of any width that groups of three stand apart by."""
DASHES = "-\u2010\u2011"

MOST_SPACED = 21
"""Digits in groups after spaces are columns of a table when they are more than these."""

_BINARY = frozenset({"2", "4", "8", "16", "32", "64"})
"""What prices, rates and inches are divided into."""


def joins_fraction(t: Tokens, i: int) -> bool:
    """Tell whether a hyphen joins a fraction to a whole: "7-1/4 percent", "5-3/4 inches"."""
    if t.word(i) != "-" or t.word(i + 2) != "/" or not all(map(t.glued, range(i, i + 4))):
        return False
    top, low = t.word(i + 1), t.word(i + 3)
    return low in _BINARY and top.isdecimal() and 0 < int(top) < int(low)


class Digits:
    """Reads numbers in digits in the tokens of one text."""

    def __init__(self, tokens: Tokens, language: Language, style: Style) -> None:
        self.tokens = tokens
        self.language = language
        self.style = style

    def _digits(self, i: int) -> Number | None:
        t = self.tokens
        text, stop = t.words[i], i + 1
        if t.words[stop][:1].isdecimal() and text.isdecimal() and len(text) < 4 and text[0] != "0":
            while len(text) < MOST_SPACED and self._group_follows(stop):
                text += t.words[stop]
                stop += 1
                if not text.isdecimal():
                    break
        read = literal(text, self.style)
        if read is None:
            return None
        number = Number(i, stop, read.value, read.last, digits=True)
        if t.words[i - 1] == self.language.decimal and text.isdecimal() and self._point_before(i):
            number.last = ONE.scaleb(-len(text))
            number.first, number.value = i - 1, read.value * number.last
        if read.inferred:
            number.inferred = (read.inferred,)
        after = t.words[stop]
        if self.language.powers.begins(after.lower()):
            number = self._raised(number)
        if not after.isalpha() or t.glued(stop) or after == "x":
            number = self._fractional(self._power(self._clocked(self._dashed(number))))
        return self._and_a_half(number) if number.last == 1 else number

    def _point_before(self, i: int) -> bool:
        """Tell whether a decimal sign without digits stands before (".5 percent")."""
        t = self.tokens
        point = t.words[i - 1]
        if not t.glued(i):
            return False
        apart = not t.glued(i - 1) or t.words[i - 2] in "($€£-−"
        return i == 1 or (point == "." and apart)

    def _group_follows(self, i: int) -> bool:
        """Tell whether token `i` is a further group of three after a single space."""
        t = self.tokens
        word = t.word(i)
        return (
            len(word) >= 3
            and word[:3].isdecimal()
            and (len(word) == 3 or (word[3] in ".," and len(word) != 7))
            and t.gap(i) in GAPS
            and not (t.glued(i + 1) and t.word(i + 1) in "-–/")
        )

    def _clocked(self, number: Number) -> Number:
        """Take in "1:23:45 Stunden" and "6:00 minutes": exact in the smallest part written."""
        t = self.tokens
        parts, last = [number.value], ONE
        at = number.stop
        if t.words[at] != ":":
            return number
        while t.word(at) == ":" and t.glued(at) and t.glued(at + 1) and len(parts) < 3:
            whole, _, places = t.words[at + 1].replace(",", ".").partition(".")
            if not (whole.isdecimal() and len(whole) == 2 and (not places or places.isdecimal())):
                break
            parts.append(Decimal(f"{whole}.{places or 0}"))
            last = ONE.scaleb(-len(places))
            at += 2
        if len(parts) == 1:
            return number
        unit = self.language.unit_names.match(self.keys(at), 0)
        finer = SIXTIETH.get(unit[1]) if unit else None
        lasting = t.words[at] != ":" and lasts(t.words[number.first : at : 2])
        if finer or lasting or (len(parts) == 2 and self._on_clock(at)):
            number.finer = finer if finer and len(parts) == 2 else "second"
            number.value = sum((part * 60**k for k, part in enumerate(reversed(parts))), Decimal(0))
            number.value = plain(number.value)
            number.stop, number.last = at, last
        return number

    def _on_clock(self, at: int) -> bool:
        """Tell whether the clock of a game stands before token `at`."""
        return is_left(self.tokens, at, self.language) or is_of_play(self.tokens, at, self.language)

    def _dashed(self, number: Number) -> Number:
        """Take in the dash for no cents ("12,- Euro", "1.000,-- DM")."""
        t, at = self.tokens, number.stop
        if t.words[at] not in (",", ".") or not t.glued(at) or not t.glued(at + 1):
            return number
        if number.last != 1:
            return number
        stop = at + 1
        while t.words[stop] and t.words[stop] in DASHED and t.glued(stop) and stop < at + 4:
            stop += 1
        words = self.language.money.match(self.keys(stop), 0)
        words = words or self.language.money.match(self.keys(number.first - 1, 1), 0)
        if stop > at + 1 and (words or self.language.money_signs.match(t.words, stop)):
            number.stop = stop
        return number

    def _power(self, number: Number) -> Number:
        """Take in "·10^6", "e9" and "^3" after digits."""
        t, i = self.tokens, number.stop
        if t.glued(i) and t.word(i) in ("e", "E") and t.glued(i + 1):
            at = i + 2 if t.word(i + 1) in ("+", "-") else i + 1
            if t.word(at).isdecimal() and len(t.word(at)) <= 3:
                exponent = int(t.word(at)) * (-1 if t.word(i + 1) == "-" else 1)
                number.scale, number.stop = Decimal(10) ** exponent, at + 1
        elif t.word(i) in ("·", "×", "*", "x") and t.words[i + 1].isdecimal():
            exponent, stop = self._exponent(i + 2)
            if stop and t.words[i + 1] == "10":
                number.scale, number.stop = Decimal(10) ** exponent, stop
            elif stop and 0 < exponent <= MOST_RAISED and len(t.words[i + 1]) == 1:
                number.value *= Decimal(t.words[i + 1]) ** exponent  # "8 x 2^10"
                number.stop = stop
        elif number.value == 10 and t.glued(i):
            exponent, stop = self._exponent(i)
            if stop and exponent and (exponent > 0 or t.word(i) in ("^", RAISED_MINUS)):
                number.value, number.stop = Decimal(10) ** exponent, stop
                number.last = min(ONE, number.value)
        elif t.word(i) == "^" and t.glued(i):
            exponent, stop = self._exponent(i)
            raised = number.value**exponent if 0 < exponent < 100 and number.value < 100 else ONE
            if stop and exponent and raised != ONE and raised.adjusted() < MOST_RAISED:
                number.value, number.stop = rounded(raised, 8), stop
        return number

    def _raised(self, number: Number) -> Number:
        """Take in "hoch sechs", "to the power of 6", "to the sixth" behind a number."""
        t, at = self.tokens, number.stop
        if not self.language.powers.begins(t.word(at).lower()) or t.barrier(at):
            return number
        found = self.language.powers.match([w.lower() for w in t.words[at : at + 5]], 0)
        if found is None or number.scale != 1:
            return number
        at += found[0]
        negative = t.word(at).lower() in self.language.words["minus"] or t.words[at] in MINUS
        at += negative
        exponent, stop = self._ranked_power(number, at) if found[1] else self._counted_power(at)
        if exponent is None or exponent > MOST_RAISED or exponent % 1:
            return number
        number.value = plain(Decimal(number.value) ** int(-exponent if negative else exponent))
        number.stop, number.last = stop, min(ONE, number.value)
        return number

    def _counted_power(self, at: int) -> tuple[Decimal | None, int]:
        """Return a power as a number, and where it ends."""
        word = self.tokens.words[at]
        known = Decimal(word) if word.isdecimal() else self.language.cardinal(word.lower())
        return known, at + 1

    def _ranked_power(self, number: Number, at: int) -> tuple[Decimal | None, int]:
        """Return a power as an ordinal ("ten to the sixth"), and where it ends."""
        t, language = self.tokens, self.language
        word = t.words[at].lower()
        if word.isdecimal():
            power: Decimal | None = Decimal(word)
            stop = at + 2
            ranked = t.glued(at + 1) and t.words[at + 1].isalpha()
        else:
            power, stop = language.ordinals.get(word) or language.ordinal(word), at + 1
            ranked = power is not None
        named = t.words[stop].lower() in language.words["power_nouns"]
        ends = t.barrier(stop) or not t.words[stop][0].isalnum()
        alone = number.value == 10 and ends and t.word(number.first - 1).lower() not in (
            *language.words["from_words"], *language.words["range_openers"],
        )  # fmt: skip
        return (power if ranked and (named or alone) else None), stop + named

    def _exponent(self, i: int) -> tuple[int, int]:
        t = self.tokens
        raised = t.word(i).translate(str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789"))
        if t.glued(i) and raised.isdecimal() and not t.word(i).isdecimal():
            return (int(raised), i + 1) if len(raised) <= 2 else (0, 0)
        if t.word(i) == RAISED_MINUS and t.glued(i):
            exponent, stop = self._exponent(i + 1)
            return (-exponent, stop) if exponent > 0 and stop == i + 2 else (0, 0)
        if t.words[i] in MINUS and t.glued(i) and t.glued(i + 1) and t.words[i + 1].isdecimal():
            return (-int(t.words[i + 1]), i + 2) if len(t.words[i + 1]) <= 2 else (0, 0)
        signed = t.word(i + 1) in ("-", "−", "+")
        at = i + 2 if signed else i + 1
        if t.word(i) == "^" and t.word(at).isdecimal() and len(t.word(at)) <= 2:
            return int(t.word(at)) * (-1 if signed and t.words[i + 1] != "+" else 1), at + 1
        return 0, 0

    def _fractional(self, number: Number) -> Number:
        """Take in "1 1/2", "3/4", "1½" and, between number and unit, "2 ½"."""
        t, i = self.tokens, number.stop
        sign = vulgar(t.word(i))
        if sign is not None and number.last == 1 and not t.barrier(i):
            number.value, number.stop, number.last = number.value + sign, i + 1, HALVES
            return number
        first = number.value
        if not (number.last == 1 and number.stop == number.first + 1):
            return number
        if t.glued(i) and t.word(i) in ("/", "⁄") and t.glued(i + 1):
            low = t.word(i + 1)
            if low in PARTS and 0 < first < int(low):
                number.value, number.stop = fraction(first, Decimal(low)), i + 2
                number.role, number.last = "fraction", Decimal("0.01")
        elif t.word(i).isdecimal() and t.word(i + 1) in ("/", "⁄") and t.word(i + 2).isdecimal():
            top, low = t.word(i), t.word(i + 2)
            whole = t.glued(i + 1) and t.glued(i + 2) and len(low) <= 2 and not t.glued(i)
            if whole and 0 < int(top) < int(low) <= 32:
                number.value = first + fraction(Decimal(top), Decimal(low))
                number.stop, number.last = i + 3, HALVES
        elif joins_fraction(t, i):
            number.value = first + fraction(Decimal(t.words[i + 1]), Decimal(t.words[i + 3]))
            number.stop, number.last = i + 4, HALVES
        return number

    def _is_part(self, i: int) -> bool:
        """Tell whether a fraction in digits stands at a token: "3 and 1/2"."""
        t = self.tokens
        top, low = t.word(i), t.word(i + 2)
        glued = t.word(i + 1) in ("/", "⁄") and t.glued(i + 1) and t.glued(i + 2)
        fits = glued and top.isdecimal() and low.isdecimal() and not t.barrier(i)
        return fits and 0 < int(top) < int(low) <= MOST_PARTS

    # -- words ---------------------------------------------------------------------------

    def _and_a_half(self, number: Number) -> Number:
        """Take in "and a half" after a number in words or digits, hyphens or none."""
        t, language = self.tokens, self.language
        places: list[int] = []
        at = number.stop
        after = t.words[at]
        if after not in DASHES and after.lower() not in language.words["and"]:
            return number
        for _ in range(3):
            if t.word(at) in DASHES and t.glued(at):
                at += 1
            if t.barrier(at) or not t.word(at):
                return self._and_half(number, places)
            places.append(at)
            at += 1
        joined, article, last = (t.words[place] for place in places)
        if joined.lower() not in language.words["and"]:
            return number
        if article.lower() in language.data["halves_alone"]:
            return self._and_half(number, places)
        part = self.part_of_one(article.lower(), last)
        if part is None and article.lower() in language.articles:
            part = self._part_of_unit(last, at)
        if number.digits and self._is_part(places[1]):
            part, at = fraction(Decimal(article), Decimal(t.words[at])), at + 1
        if part is not None:
            number.value += part
            number.stop, number.last = at, HALVES
        return number

    def _and_half(self, number: Number, places: list[int]) -> Number:
        """Take in "and half" ("two and half years"), but no "five and half of them"."""
        words, language = self.tokens.words, self.language
        if (
            len(places) < 2
            or language.joined
            or words[places[0]].lower() not in language.words["and"]
        ):
            return number
        half, after = words[places[1]].lower(), words[places[1] + 1].lower()
        others = language.words["of_words"] | language.words["determiners"]
        fits = half in language.data["halves_alone"] and after not in language.articles
        if fits and after not in others and after not in tuple(DASHES):
            number.value += Decimal(language.data["halves_alone"][half])
            number.stop, number.last = places[1] + 1, HALVES
        return number

    def part_of_one(self, count: str, name: str) -> Decimal | None:
        """Return what "a half", "ein halb", "three quarters" are behind a whole number."""
        language = self.language
        half = language.data["halves_alone"].get(name.lower())
        if half and count in language.articles:
            return Decimal(half)
        anchor = language.classify(name)
        top = ONE if count in language.articles else language.atoms.get(count)
        if anchor is None or anchor.role != "fraction" or not top or top >= anchor.value:
            return None
        fits = anchor.value == 4 if top == 1 else anchor.value <= MOST_PARTS
        return fraction(top, anchor.value) if fits else None

    def _part_of_unit(self, name: str, at: int) -> Decimal | None:
        """Return the part that a unit behind makes one: "two and A THIRD percent"."""
        anchor = self.language.classify(name)
        unit = self.language.unit_names.match(self.keys(at), 0)
        if anchor is None or anchor.role != "fraction" or unit is None:
            return None
        return fraction(ONE, anchor.value) if unit[1] not in SIXTIETH else None

    def keys(self, i: int, size: int = 8) -> list[str]:
        """Return a few tokens from `i` on as units and nouns are looked up."""
        words = self.tokens.words[i : i + size]
        return words if self.language.exact_case else [word.lower() for word in words]
