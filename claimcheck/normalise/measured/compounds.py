"""Reads units in two parts: "2 h 30 min", "5 feet 8 inches", "an hour and a half"."""

from __future__ import annotations

from decimal import Decimal

from claimcheck.normalise.language import Language
from claimcheck.normalise.measured import units
from claimcheck.normalise.measured.units import FEET, INCHES
from claimcheck.normalise.numbers.digits import DASHES, HALVES
from claimcheck.normalise.quantities import nouns
from claimcheck.normalise.quantities.draft import Draft, Number
from claimcheck.normalise.tokens import Tokens
from claimcheck.normalise.view import View

ONE = Decimal(1)
HALF = Decimal("0.5")
PARTED = {"foot": ("inch", 12), "stone": ("pound", 14)}
"""Units whose smaller part may stand without its name ("6 feet 2"), and how many make one."""
BARE = {"hour": ("minute", 60), "metre": ("centimetre", 100), "kilogram": ("gram", 1000)}
"""Units behind which bare digits are so many of the smaller one ("1 Meter 80", "3 Kilo 200")."""
TALL = (4, 7)
"""The feet of people, whose inches are written without a sign ("6'5")."""


TALLEST = Decimal("2.5")
"""Metres of people, whose height may be written without its unit ("1,78 groß")."""


def mark_end(tokens: Tokens, at: int, language: Language) -> int:
    """Return where "er-Marke" behind digits ends ("die 100.000er-Marke"), or 0."""
    if tokens.words[at] not in language.words["mark_endings"] or not tokens.glued(at):
        return 0
    noun = at + 2 if tokens.words[at + 1] in DASHES else at + 1
    return noun + 1 if tokens.word(noun).lower() in language.words["mark_nouns"] else 0


class Compounds(View):
    """Reads the smaller part that follows a unit."""

    def _tall(self, draft: Draft) -> bool:
        """Read "1,78 groß" as metres, "eins achtzig groß" as metres and centimetres."""
        t, language, number = self.t, self.language, draft.number
        at = number.stop if number.digits else number.stop + 1
        part = None
        if t.word(at).lower() not in language.words["tall_words"] or t.barrier(at):
            return False
        if draft.upper or number.scale != 1 or number.role != "number":
            return False
        if number.digits:
            fits = number.last == Decimal("0.01") and ONE <= number.value < TALLEST
        else:
            tens = t.word(number.stop).lower()
            part = language.cardinal(tens) if number.value in (1, 2) else None
            fits = part is not None and 10 <= part < 100 and not t.barrier(number.stop)
        if not fits:
            return False
        self._set_unit(draft, "metre")
        if part is not None:
            number.value = number.value * 100 + part
            self._set_unit(draft, "centimetre")
        number.stop = draft.stop = at
        draft.inferred.append("unit")
        return True

    def _dot(self, draft: Draft) -> None:
        """Take in the full stop of an abbreviated unit ("Std.", "ft.")."""
        t, at = self.t, draft.stop
        if (
            t.word(at) == "."
            and t.glued(at)
            and (t.word(at + 1)[:1].islower() or self._part_behind(draft, at + 1))
            and len(t.words[at - 1]) <= 4
            and t.words[at - 1].isalpha()
        ):
            draft.stop = at + 1

    def _part_behind(self, draft: Draft, at: int) -> bool:
        """Tell whether digits behind a dot go on with the smaller unit ("6 ft. 2 in.")."""
        _, size = PARTED.get(draft.unit or "", ("", 0))
        word = self.t.word(at)
        return word.isdecimal() and len(word) < 3 and int(word) < size and not self.t.glued(at)

    def _cents(self, draft: Draft, *, written: bool = False) -> None:
        """Take in the hundredths after a sum ("3 Euro und 50 Cent", "2 Euro 50").

        `written` asks for the word of the hundredths ("$10 and 50 cents").
        """
        t, language, number = self.t, self.language, draft.number
        if draft.upper or number.last != 1 or number.scale != 1 or draft.times != 1 or draft.noun:
            return
        at = draft.stop
        joined = t.word(at).lower() in language.words["and"]
        at = at + 1 if joined else at
        if joined and not written and self._closes(at + 2) and self._and_a_half_after(draft):
            return  # "ten dollars and a half"
        word = t.word(at)
        anchor = language.classify(word)
        if t.barrier(at) or anchor is None or anchor.role not in ("digits", "number"):
            return
        small = self.cardinals.read(at)
        if small is None or small.scale != 1 or small.last != 1 or not 0 < small.value < 100:
            return
        money = self._money_at(small.stop)
        if money and not (money[1].minor and self._is_part_of(draft, money[1].bare)):
            return
        if not money and (joined or written or not self._ends(small.stop, word)):
            return
        number.value += small.value / 100
        number.last, number.stop = Decimal("0.01"), small.stop
        draft.stop = small.stop + (money[0] if money else 0)

    def _is_part_of(self, draft: Draft, minor: str) -> bool:
        """Tell whether hundredths belong to a currency: cents to euros, pence to pounds."""
        row = self.language.bare_rows[minor]
        return draft.unit == row["default"] or draft.unit in row["evidence"]

    def _ends(self, at: int, word: str, *, digits: int = 2) -> bool:
        """Tell whether "2 Euro 50" ends here: two digits, or tens in words, and no noun."""
        t = self.t
        if word[0].isdecimal() and len(word) != digits:
            return False
        after = t.word(at)
        lower = after[:1].islower() and not self._unit_at(Draft(Number(at, at, ONE), at, at), at)
        return t.barrier(at) or lower or (after != "" and after in ".,;:!?)")

    def _feet(self, draft: Draft) -> bool:
        """Read 6'2", 5′11″ and, where no quotation is open, 9"."""
        number = draft.upper or draft.number
        t, at = self.t, number.stop
        sign = t.words[at]
        if not number.digits or not t.glued(at) or number.scale != 1:
            return False
        if sign in FEET and not draft.upper and t.words[at + 1].isdecimal():
            inches = int(t.words[at + 1])
            signed = t.words[at + 2] in INCHES and t.glued(at + 2)
            tall = t.glued(at + 1) and TALL[0] <= number.value <= TALL[1]
            if signed and 11 < inches < 60 and number.last == 1:
                self._set_unit(draft, "second")  # 2'30" are minutes and seconds
                number.value, number.stop = number.value * 60 + inches, at + 3
                draft.stop = number.stop
                draft.inferred.append("unit")
                return True
            if not (signed or (tall and not t.glued(at + 2))) or inches > 11 or number.last != 1:
                return False
            number.value = number.value * 12 + inches
            at += 2 if signed else 1
        elif sign in FEET and self._is_length(at + 1):
            self._set_unit(draft, "foot")
            draft.stop = number.stop = at + 1
            return True
        elif sign not in INCHES or t.glued(at + 1) or self._quoted(at):
            return False
        self._set_unit(draft, "inch")
        draft.stop = number.stop = at + 1
        return True

    def _is_length(self, at: int) -> bool:
        """Tell whether a mark behind digits ends a length in feet: "6' tall", "2' x 4'", "5'"."""
        t, language = self.t, self.language
        if language.exact_case or t.glued(at):
            return False
        alone = at < t.size and t.words[at] in language.words["cross_words"]
        crossed = t.words[at - 3] in language.words["cross_words"]
        return alone or crossed or t.words[at] in language.sizes or t.are_all(at - 2, at)

    def _quoted(self, at: int) -> bool:
        """Tell whether a quotation mark at a token closes one that is open."""
        t = self.t
        if t.words[at] == "″":
            return False
        first = max(b for b in t.barriers if b <= at)
        opened = False
        for k in range(first, at):
            if t.words[k] == '"' and (opened or not (t.glued(k) and t.words[k - 1][0].isdecimal())):
                opened = not opened
        return t.words[at] != '"' or opened

    def _compound_unit(self, draft: Draft) -> bool:
        """Take in the next part of "2 h 30 min", "5 Stunden und 20 Minuten", "5-foot-8"."""
        at = draft.stop
        if draft.kind not in ("duration", "measure") or draft.upper or not draft.unit:
            return False
        if self._and_a_half_after(draft):
            return False
        joined = self._next_part(at)
        if not joined or draft.number.last != 1 or draft.number.scale != 1:
            return False
        if self._in_parts(draft, joined):
            return False
        small = self.cardinals.read(joined)
        if small is None or small.role != "number" or small.scale != 1:
            return False
        nxt, _ = self._past_hyphen(small.stop)
        unit = self._unit_at(Draft(small, small.first, small.stop), nxt)
        if unit is None and draft.unit == "minute" and self.t.words[nxt] == "s":
            goes_on = self.t.glued(nxt + 1) and self.t.words[nxt + 1][0].isalnum()
            unit = (1, "second") if small.digits and not goes_on else None
        if unit is None:
            if joined == at:
                self._bare_part(draft, at)
            return False
        size, finer = unit
        if draft.unit == "hour" and finer == "metre":
            finer = "minute"  # "1h 20m"
        if not self._add_part(draft, small, finer):
            return False
        draft.stop = nxt + size
        return True

    def _next_part(self, at: int) -> int:
        """Return where a further number stands, behind "and", a comma or a hyphen; else 0."""
        t = self.t
        if t.word(at).lower() in self.language.words["and"]:
            at += 1
        if t.word(at) == ",":
            at += 1
        if t.word(at) in DASHES and t.glued(at) and t.glued(at + 1):
            at += 1
        first = t.word(at)
        if t.barrier(at) or not first:
            return 0
        return at if first[0].isdecimal() or self.language.classify(first) else 0

    @staticmethod
    def _add_part(draft: Draft, small: Number, finer: str) -> bool:
        """Add what is less than one whole of the unit, in a finer one; tell whether it is that."""
        whole = draft.unit or ""
        value = units.convert(small.value, finer, whole)
        part = units.convert(ONE, finer, whole)
        if value is None or part is None or part >= 1 or value >= 1:
            return False
        finest = units.convert(draft.number.total, whole, finer)
        if finest is None:
            return False
        draft.number.value, draft.number.scale = finest + small.value, ONE
        draft.number.stop, draft.number.last = small.stop, small.last
        draft.unit = finer
        return True

    def _bare_part(self, draft: Draft, at: int) -> None:
        """Read "5 Stunden 30", "1 Meter 80", "3 Kilo 200": all digits, and no noun behind them."""
        word = self.t.words[at]
        unit, size = BARE.get(draft.unit or "", ("", 0))
        digits = len(str(size - 1))
        written = word.isdecimal() and len(word) == digits
        part = Decimal(word) if written else self.language.cardinal(word.lower())
        if not unit or part is None or not 10 <= part < size:
            return
        glued = self.t.glued(at)
        if glued and not (written and self.t.words[at - 1] == "h"):
            return
        if glued or (self._ends(at + 1, word, digits=digits) and self._ends_phrase(at + 1)):
            draft.number.value = draft.number.total * size + part
            draft.number.stop = draft.stop = at + 1
            draft.unit = unit

    def _and_a_half_after(self, draft: Draft) -> bool:
        """Read "an hour and a half", "a mile and three quarters"."""
        t, language, at = self.t, self.language, draft.stop
        if t.word(at).lower() not in language.words["and"]:
            return False
        word = t.word(at + 1).lower()
        if word in language.data["halves_alone"] and not language.joined and self._closes(at + 2):
            draft.number.value += HALF  # "one hour and half"
            draft.number.last, draft.stop = HALVES, at + 2
            return True
        if not t.word(at + 2) or not (word in language.articles or word in language.atoms):
            return False
        part = self.cardinals.part_of_one(word, t.word(at + 2))
        of_other = t.word(at + 3).lower() in language.words["of_words"]
        if part is None or (of_other and part != HALF):
            return False
        draft.number.value += part
        draft.number.last, draft.stop = HALVES, at + 3
        return True

    def _closes(self, at: int) -> bool:
        """Tell whether a phrase ends before a token."""
        return self.t.barrier(at) or not self.t.words[at][0].isalnum()

    def _in_parts(self, draft: Draft, at: int) -> bool:
        """Read "5-foot-8", "6 feet 2", "11 stone 4": a number without unit is the smaller part."""
        t = self.t
        small, size = PARTED.get(draft.unit or "", ("", 0))
        if not small:
            return False
        if t.word(at) in DASHES:
            at += 1
        word, named = t.word(at), self.language.atoms.get(t.word(at).lower())
        part = int(word) if word.isdecimal() else int(named or 0)
        if part >= size or not (word.isdecimal() or part) or t.barrier(at):
            return False
        if named and nouns.find(t, at + 1, self.language, plural=True):
            return False
        draft.number.value = draft.number.value * size + part
        draft.unit, draft.stop = small, at + 1
        nxt, _ = self._past_hyphen(draft.stop)
        unit = self._unit_at(draft, nxt)
        if unit and unit[1] == small:
            draft.stop = nxt + unit[0]
        return True
