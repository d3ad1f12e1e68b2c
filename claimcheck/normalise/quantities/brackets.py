"""Reads brackets around and behind a number: "$(4.2) million", "ten (10)", "12.5(3) kg"."""

from __future__ import annotations

from decimal import Decimal

from claimcheck.normalise.quantities.draft import Draft, Number
from claimcheck.normalise.quantities.ranges import Ranging

LAST_DIGITS = 2
"""Digits that an uncertainty in brackets may have ("12.5(3)")."""


class Brackets(Ranging):
    """Reads brackets."""

    def _bracketed(self, draft: Draft) -> None:
        """Take in the brackets of a loss, "$(4.2) million", and a number told twice, "ten (10)"."""
        t, number = self.t, draft.number
        first, stop = number.first, number.stop
        if t.words[stop] == "(" and t.words[stop + 2] == ")" and not t.barrier(stop):
            again = self.cardinals.read(stop + 1)
            if again and again.total == number.total and again.digits != number.digits:
                number.stop = draft.stop = stop + 3  # "ten (10) days"
            else:
                self._uncertain(draft)
            return
        if t.words[first - 1] != "(" or t.words[stop] != ")" or not number.digits:
            return
        if not (t.glued(first) and t.glued(stop) and t.glued(first - 1)) or number.scale != 1:
            return
        if self.language.money_before.match_back(t.words, first - 2):
            draft.first, draft.negative, number.stop = first - 1, True, stop + 1
            self.cardinals.scaled(number)

    def _uncertain(self, draft: Draft) -> None:
        """Read "12.5(3) kg" as 12.5 ± 0.3 kg: the last digits may be off by so many."""
        t, number = self.t, draft.number
        at = number.stop
        if t.words[at] != "(" or number.last >= 1 or not number.digits or number.scale != 1:
            return
        off, stop = t.words[at + 1], at + 3
        closed = t.words[at + 2] == ")" and all(t.glued(k) for k in range(at, stop))
        if not closed or not off.isdecimal() or len(off) > LAST_DIGITS or t.barrier(stop):
            return
        if self._unit_at(Draft(number, number.first, stop), stop) is None:
            return  # "12.5(3)" alone may be a section
        draft.upper = Number(at + 1, stop, Decimal(off) * number.last, digits=True)
        draft.tolerance, draft.stop = True, stop
