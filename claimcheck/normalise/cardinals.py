"""Finds the number that begins at a token: digits, words, fractions, with its scale."""

from __future__ import annotations

from decimal import Decimal

from claimcheck.normalise.draft import Number
from claimcheck.normalise.language import Anchor, Language
from claimcheck.normalise.numbers import Style, fraction, literal, vulgar
from claimcheck.normalise.tokens import Tokens
from claimcheck.normalise.words import Atom, evaluate

ONE = Decimal(1)
HALVES = Decimal("0.25")
"""How finely a number in halves and quarters is written."""
DASHES = "-\u2010\u2011"

MOST_SPACED = 21
"""Digits in groups after spaces are columns of a table when they are more than these."""


class Cardinals:
    """Reads numbers in the tokens of one text."""

    def __init__(self, tokens: Tokens, language: Language, style: Style) -> None:
        self.tokens = tokens
        self.language = language
        self.style = style

    def read(self, i: int) -> Number | None:
        """Return the number that begins at token `i`, with its scale words, or None."""
        word = self.tokens.word(i)
        if not word:
            return None
        number = self._digits(i) if word[0].isdecimal() else self._words(i)
        return self._scaled(number) if number else None

    # -- digits --------------------------------------------------------------------------

    def _digits(self, i: int) -> Number | None:
        t = self.tokens
        text, stop = t.words[i], i + 1
        if text.isdecimal() and len(text) <= 3 and text[0] != "0":
            while len(text) < MOST_SPACED and self._group_follows(stop):
                text += t.words[stop]
                stop += 1
                if not text.isdecimal():
                    break
        read = literal(text, self.style)
        if read is None:
            return None
        number = Number(i, stop, read.value, read.last, digits=True)
        if text.isdecimal() and self._point_before(i):
            number.last = ONE.scaleb(-len(text))
            number.first, number.value = i - 1, read.value * number.last
        if read.inferred:
            number.inferred = (read.inferred,)
        number = self._fractional(self._power(self._clocked(number)))
        return self._and_a_half(number) if number.last == 1 else number

    def _point_before(self, i: int) -> bool:
        """Tell whether a decimal point without digits stands before (".5 percent")."""
        t = self.tokens
        return (
            t.word(i - 1) == self.language.decimal == "."
            and t.glued(i)
            and (i == 1 or not t.glued(i - 1) or t.word(i - 2) in "($€£-−")
        )

    def _group_follows(self, i: int) -> bool:
        """Tell whether token `i` is a further group of three after a single space."""
        t = self.tokens
        word = t.word(i)
        return (
            len(word) >= 3
            and word[:3].isdecimal()
            and (len(word) == 3 or (word[3] in ".," and len(word) != 7))
            and t.gap(i) in (" ", "\u202f", "\xa0", "\u2009")
            and not (t.glued(i + 1) and t.word(i + 1) in "-–/")
        )

    def _clocked(self, number: Number) -> Number:
        """Take in "1:23:45" and "6:00" before hours or minutes: parts of sixty."""
        t = self.tokens
        parts = [number.value]
        at = number.stop
        while t.word(at) == ":" and t.glued(at) and t.glued(at + 1) and len(parts) < 3:
            if not (t.word(at + 1).isdecimal() and len(t.word(at + 1)) == 2):
                break
            parts.append(Decimal(t.word(at + 1)))
            at += 2
        unit = self.language.unit_names.match(self.keys(at), 0) if len(parts) > 1 else None
        if unit and unit[1] in ("hour", "minute", "second"):
            number.value = fraction(
                sum(p * 60 ** (2 - k) for k, p in enumerate(parts)), Decimal(3600)
            )
            number.stop, number.last = at, Decimal("0.001")
        return number

    def _power(self, number: Number) -> Number:
        """Take in "·10^6", "e9" and "^3" after digits."""
        t, i = self.tokens, number.stop
        if t.glued(i) and t.word(i) in ("e", "E") and t.glued(i + 1):
            at = i + 2 if t.word(i + 1) in ("+", "-") else i + 1
            if t.word(at).isdecimal() and len(t.word(at)) <= 3:
                exponent = int(t.word(at)) * (-1 if t.word(i + 1) == "-" else 1)
                number.scale, number.stop = Decimal(10) ** exponent, at + 1
        elif t.word(i) in ("·", "×", "*", "x") and t.word(i + 1) == "10":
            exponent, stop = self._exponent(i + 2)
            if stop:
                number.scale, number.stop = Decimal(10) ** exponent, stop
        elif number.value == 10 and t.glued(i):
            exponent, stop = self._exponent(i)
            if stop:
                number.value, number.stop = Decimal(10) ** exponent, stop
        return number

    def _exponent(self, i: int) -> tuple[int, int]:
        t = self.tokens
        raised = t.word(i).translate(str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789"))
        if t.glued(i) and raised.isdecimal() and not t.word(i).isdecimal():
            return (int(raised), i + 1) if len(raised) <= 2 else (0, 0)
        at = i + 2 if t.word(i + 1) in ("-", "−") else i + 1
        if t.word(i) == "^" and t.word(at).isdecimal() and len(t.word(at)) <= 2:
            return int(t.word(at)) * (1 if at == i + 1 else -1), at + 1
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
            if low.isdecimal() and 1 < int(low) <= 100 and 0 < first < int(low) and len(low) < 4:
                number.value, number.stop = fraction(first, Decimal(low)), i + 2
                number.role, number.last = "fraction", Decimal("0.01")
        elif t.word(i).isdecimal() and t.word(i + 1) in ("/", "⁄") and t.word(i + 2).isdecimal():
            top, low = t.word(i), t.word(i + 2)
            whole = t.glued(i + 1) and t.glued(i + 2) and len(low) <= 2 and not t.glued(i)
            if whole and 0 < int(top) < int(low) <= 32:
                number.value = first + fraction(Decimal(top), Decimal(low))
                number.stop, number.last = i + 3, HALVES
        return number

    # -- words ---------------------------------------------------------------------------

    def _words(self, i: int) -> Number | None:
        t, language = self.tokens, self.language
        anchor = language.classify(t.words[i])
        if anchor is None:
            return None
        if anchor.role == "number":
            if anchor.value >= 100 and self._several(i):
                return self._bare_scale(i, anchor)
            number = self._point(self._spelled(i, anchor))
            return self._named_fraction(number) or self._and_a_half(number)
        if anchor.role == "article":
            return self._after_article(i)
        if anchor.role == "scale":
            return self._bare_scale(i, anchor)
        if anchor.role == "group":
            return Number(i, i + 1, anchor.value, anchor.value, role="group")
        if anchor.role == "vague":
            return self._vague(i, anchor)
        if anchor.role == "half":
            return self._half(i)
        return None

    def _spelled(self, i: int, anchor: Anchor) -> Number:
        """Join number words as far as they make one number ("two hundred and five")."""
        t, language = self.tokens, self.language
        atoms: list[Atom] = [anchor.value]
        best = Number(i, i + 1, anchor.value)
        at = i + 1
        if anchor.value != int(anchor.value):
            best.last = HALVES
            return best
        while at < t.size and len(atoms) < 16 and not t.barrier(at):
            word = t.words[at].lower()
            if word in DASHES and t.glued(at) and t.glued(at + 1) and not language.joined:
                at += 1
                continue
            if word not in language.atoms or (language.joined and word in language.articles):
                break
            atom = language.atoms[word]
            if atom is None and language.joined:
                break
            atoms.append(atom)
            at += 1
            value = evaluate(atoms, units_first=language.units_first)
            if value is not None:
                if atom is not None and atom >= 1000 and not self._goes_on(at, atom):
                    break
                best = Number(i, at, value)
            elif atom is not None:
                break
        return best

    def _goes_on(self, at: int, scale: Decimal) -> bool:
        """Tell whether smaller number words follow a scale word ("thousand four hundred")."""
        t, language = self.tokens, self.language
        if t.word(at).lower() in language.words["and"]:
            at += 1
        value = language.atoms.get(t.word(at).lower())
        return value is not None and value < scale and not t.barrier(at)

    def _named_fraction(self, number: Number) -> Number | None:
        """Read "zwei Drittel", "two-thirds", "zwei von drei" is not for here."""
        t, i = self.tokens, number.stop
        if t.word(i) in DASHES and t.word(i) and t.glued(i):
            i += 1
        anchor = self.language.classify(t.word(i)) if t.word(i) else None
        if anchor is None or t.barrier(i):
            return None
        if anchor.role == "fraction" and 0 < number.value < anchor.value * 3:
            if self._is_ordinal_here(i, number):
                return None
            share = fraction(number.value, anchor.value)
            return self._fraction_of_scale(
                Number(number.first, i + 1, share, Decimal("0.01"), role="fraction")
            )
        return None

    def _is_ordinal_here(self, i: int, number: Number) -> bool:
        """Tell whether a fraction word after a number is rather a unit: "two quarters"."""
        return self.language.unit_names.match(self.keys(i), 0) is not None and number.value != 3

    def keys(self, i: int, size: int = 8) -> list[str]:
        """Return a few tokens from `i` on as units and nouns are looked up."""
        words = self.tokens.words[i : i + size]
        return words if self.language.exact_case else [word.lower() for word in words]

    def _and_a_half(self, number: Number) -> Number:
        """Take in "and a half" after a number in words or digits, hyphens or none."""
        t, language = self.tokens, self.language
        places = []
        at = number.stop
        for _ in range(3):
            if t.word(at) in DASHES and t.glued(at):
                at += 1
            if t.barrier(at) or not t.word(at):
                return number
            places.append(at)
            at += 1
        joined, article, last = (t.words[place] for place in places)
        if joined.lower() in language.words["and"] and article.lower() in language.articles:
            anchor = language.classify(last)
            if anchor and anchor.role in ("half", "fraction"):
                part = anchor.value if anchor.role == "half" else ONE / anchor.value
                if part in (Decimal("0.5"), Decimal("0.25")):
                    number.value += part
                    number.stop, number.last = at, HALVES
        return number

    def _point(self, number: Number) -> Number:
        """Take in decimals in words ("zwei Komma fünf", "two point five")."""
        t, language = self.tokens, self.language
        at = number.stop
        if t.word(at).lower() not in language.words["decimal_words"] or t.barrier(at):
            return number
        places = ""
        at += 1
        while len(places) < 6 and not t.barrier(at):
            value = language.atoms.get(t.word(at).lower())
            if value is None or not 0 <= value < 10 or value % 1:
                break
            places += str(int(value))
            at += 1
        if places:
            number.value = Decimal(f"{int(number.value)}.{places}")
            number.last, number.stop = ONE.scaleb(-len(places)), at
        return number

    def _after_article(self, i: int) -> Number | None:
        """Read "eine Million", "a dozen", "ein halbes Dutzend", "a quarter of a million"."""
        t, language = self.tokens, self.language
        word = t.words[i].lower()
        following = language.classify(t.word(i + 1)) if t.word(i + 1) else None
        if language.atoms.get(word) == 1:
            spelled = self._and_a_half(self._spelled(i, Anchor("number", ONE)))
            if spelled.stop > i + 1:
                return self._named_fraction(spelled) or spelled
        if t.word(i + 1) in DASHES and t.word(i + 1) and t.glued(i + 1):
            parted = self._named_fraction(Number(i, i + 1, ONE))
            if parted:
                return parted
        if following is None or t.barrier(i + 1):
            return Number(i, i + 1, ONE, role="article")
        if following.role == "scale" and following.value >= 100:
            number = Number(i, i + 1, ONE)
            if following.value < 1_000_000 and not language.joined:
                spelled = self._spelled(i + 1, following)
                number = Number(i, spelled.stop, spelled.value)
            return number
        if following.role == "group":
            return self._grouped(Number(i, i + 2, following.value, role="group"))
        if following.role == "half":
            half = self._half(i + 1)
            if half:
                half.first = i
            return half
        if following.role == "fraction" and not self._numbers_something(i + 1):
            number = Number(
                i, i + 2, fraction(ONE, following.value), Decimal("0.01"), role="fraction"
            )
            return self._fraction_of_scale(number)
        if following.role == "number" and following.value.adjusted() >= 5 and language.joined:
            return Number(i, i + 2, following.value, following.value / 10)
        return Number(i, i + 1, ONE, role="article")

    def _grouped(self, number: Number) -> Number:
        """Take in "of hundred" after "a couple", "of million" after "ein paar"."""
        t, language = self.tokens, self.language
        at = number.stop
        if t.word(at).lower() in language.words["of_words"]:
            at += 1
        scale = language.classify(t.word(at)) if t.word(at) else None
        if scale and scale.role == "scale" and not t.barrier(at):
            number.scale, number.stop = scale.value, at + 1
        return number

    def _numbers_something(self, i: int) -> bool:
        """Tell whether "a third" goes on as an ordinal ("a third marriage")."""
        t, language = self.tokens, self.language
        if language.joined or t.words[i].lower() not in language.ordinals:
            return False
        after = t.word(i + 1)
        return (
            after[:1].isalpha()
            and after.lower() not in language.function_words
            and after.lower() not in language.words["than_words"]
        )

    def _fraction_of_scale(self, number: Number) -> Number:
        """Take in "of a million" after "a quarter"."""
        t, language = self.tokens, self.language
        at = number.stop
        if t.word(at).lower() in language.words["of_words"]:
            at += 1
        if t.word(at).lower() in language.articles:
            at += 1
        scale = language.classify(t.word(at)) if at > number.stop and t.word(at) else None
        if scale and scale.role == "scale" and scale.value >= 1000:
            number.role, number.scale, number.stop = "number", scale.value, at + 1
        return number

    def _half(self, i: int) -> Number | None:
        """Read "half a million", "ein halbes Dutzend", "eine halbe Stunde", "die Hälfte"."""
        t, language = self.tokens, self.language
        anchor = language.classify(t.words[i])
        at = i + 1
        if t.word(at).lower() in language.articles or t.word(at) in DASHES:
            at += 1
        following = language.classify(t.word(at)) if t.word(at) else None
        half = anchor.value if anchor else Decimal("0.5")
        if following and following.role in ("scale", "group") and not t.barrier(at):
            value = half * following.value
            return Number(
                i, at + 1, value, value / 5, role="number" if following.role == "scale" else "group"
            )
        stop = at if at > i + 1 and language.unit_names.match(self.keys(at), 0) else i + 1
        return Number(i, stop, half, Decimal("0.01"), role="half")

    def _bare_scale(self, i: int, anchor: Anchor) -> Number | None:
        """Read "hundert" and "tausend" alone as numbers; "Millionen" alone is vague."""
        t = self.tokens
        if self._several(i):
            first = i - 2 if t.word(i - 2).lower() in self.language.articles else i - 1
            number = Number(first, i + 1, anchor.value * 2, role="vague", high=anchor.value * 9)
            scale = None if t.barrier(i + 1) else self._scale_at(i + 1)
            if scale:
                number.scale, number.stop = scale, i + 2
            return number
        word = self.tokens.words[i]
        if anchor.value <= 1000 and (
            word in self.language.atoms or word.lower() in self.language.atoms
        ):
            if word[0].isupper() and self.language.exact_case and not self._opens(i):
                return None
            if not self.language.joined:
                return None
            return self._spelled(i, anchor)
        return None

    def _several(self, i: int) -> bool:
        """Tell whether "several", "a few", "ein paar" stand before a scale word."""
        t = self.tokens
        return t.word(i - 1).lower() in self.language.words["several"] and not t.barrier(i)

    def _opens(self, i: int) -> bool:
        """Tell whether token `i` opens a sentence, so that its capital says nothing."""
        t = self.tokens
        return i == 0 or "\n" in t.gap(i) or t.words[i - 1] in ".!?:;„“\"'»«•–—-(*"

    def _vague(self, i: int, anchor: Anchor) -> Number | None:
        """Read "Hunderte", "tens of thousands", "Dutzende Millionen" as an open number."""
        t, language = self.tokens, self.language
        low, high, stop = anchor.value, anchor.high, i + 1
        if self._several(i) and high is not None:
            return Number(i - 1, stop, low, role="vague", high=low / 2 * 9)
        row = language.vague_of.get(t.words[i].lower())
        if anchor.high is None and not row:
            return None
        if row and t.word(i + 1).lower() in language.words["of_words"]:
            anchor_after = language.classify(t.word(i + 2)) if t.word(i + 2) else None
            if anchor_after and anchor_after.role == "vague":
                size = anchor_after.value / 2 * Decimal(row["base"])
                low, high, stop = size * Decimal(row["low"]), size * Decimal(row["high"]), i + 3
        if high is None:
            return None
        return Number(i, stop, low, role="vague", high=high)

    # -- scales --------------------------------------------------------------------------

    def _scaled(self, number: Number) -> Number:
        """Take in the scale words after a number ("Millionen", "-Milliarden-", "of millions")."""
        t, language = self.tokens, self.language
        if number.role in ("article", "half", "fraction", "vague"):
            return number
        for _ in range(2):
            at = number.stop
            if t.word(at) in DASHES and t.word(at) and t.glued(at) and t.glued(at + 1):
                at += 1
            if t.barrier(at):
                break
            scale = self._scale_at(at)
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
                and not t.words[at][-1].isupper()
                and t.words[at].lower() not in language.atoms
            ):
                number.stop = at + 2
        if number.scale != 1:
            number.stop = self._second_half(number)
            self._smaller_part(number)
        return number

    def _smaller_part(self, number: Number) -> None:
        """Take in what a million is followed by ("eine Million zweihunderttausend")."""
        t, at = self.tokens, number.stop
        first = t.word(at)
        if number.scale < 1000 or not first or t.barrier(at) or t.glued(at):
            return
        if first[0].isdecimal():
            if len(first) < 5 and not (number.digits and t.word(at + 1) in self.language.scales):
                return
        elif not ((anchor := self.language.classify(first)) and anchor.role == "number"):
            return
        part = self.read(at)
        if part and part.role == "number" and part.total < number.scale and part.total >= 1:
            number.value, number.scale = number.total + part.total, ONE
            number.last, number.stop = part.last * part.scale, part.stop

    def _second_half(self, number: Number) -> int:
        """Take in "a million and a half"."""
        if number.value == 1 and number.stop == number.first + 2:
            value, stop = number.value, number.stop
            self._and_a_half(number)
            if number.stop != stop and number.value == value:
                return stop
        return number.stop

    def _scale_at(self, at: int) -> Decimal | None:
        t, language = self.tokens, self.language
        word = t.word(at)
        if word in language.scales:
            found: Decimal | None = language.scales[word]
        elif word and not language.exact_case:
            found = language.scales.get(word.lower())
        else:
            found = None
        if found is None and word and at > 0:
            anchor = language.classify(word)
            if anchor and anchor.role == "group" and anchor.value == 12:
                found = anchor.value
        return found
