"""Reads brackets around and behind a number: "$(4.2) million", "ten (10)", "12.5(3) kg"."""

from __future__ import annotations

from decimal import Decimal

from claimcheck.normalise.quantities.draft import Draft, Number
from claimcheck.normalise.quantities.ranges import Ranging

LAST_DIGITS = 2
"""Digits that an uncertainty in brackets may have ("12.5(3)")."""

FINE = Decimal("0.001")
"""The decimals that no number of a section has."""


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
        if not (t.glued(first) and t.glued(stop)) or number.scale != 1:
            return
        signed = t.glued(first - 1) and self.language.money_before.match_back(t.words, first - 2)
        if not signed and t.words[first - 2][:1].isdecimal() and not t.barrier(first - 1):
            return  # "1,10 (1,00) Euro"
        if signed or self._sum_behind(stop + 1, plain=t.words[first].isdecimal()):
            draft.first, draft.negative, number.stop = first - 1, True, stop + 1
            self.cardinals.scaled(number)

    def _sum_behind(self, at: int, *, plain: bool) -> bool:
        """Tell whether a scale and money, or money alone, follow a bracket: "(1.250) Mio. Euro".

        Behind `plain` digits, which may be an age, there must be a scale.
        """
        t = self.t
        scaled = self.scale_at(at) > 1
        if t.barrier(at) or t.glued(at) or (plain and not scaled):
            return False
        at += 1 + (t.words[at + 1] == "." and t.glued(at + 1)) if scaled else 0
        return self._money_at(at) is not None

    def _loss(self, draft: Draft) -> None:
        """Read money in brackets that is a whole text as a loss: "($99.99)", "(99,99 €)"."""
        t = self.t
        if t.words[draft.first - 1] != "(" or t.words[draft.stop] != ")" or draft.upper:
            return
        if draft.kind == "money" and t.are_all(draft.first - 1, draft.stop + 1):
            draft.first, draft.negative, draft.stop = draft.first - 1, True, draft.stop + 1

    def _uncertain(self, draft: Draft) -> None:
        """Read "12.5(3) kg" as 12.5 ± 0.3 kg: the last digits may be off by so many."""
        t, number = self.t, draft.number
        at = number.stop
        if t.words[at] != "(" or number.last >= 1 or not number.digits or number.scale != 1:
            return
        off, stop = t.words[at + 1], at + 3
        closed = t.words[at + 2] == ")" and all(t.glued(k) for k in range(at, stop))
        if not closed or not off.isdecimal() or len(off) > LAST_DIGITS:
            return
        lone = t.are_all(number.first, stop) or t.words[number.first - 1] == "="
        lone = lone or number.last <= FINE
        if not lone and (t.barrier(stop) or not self._unit_at(Draft(number, at, stop), stop)):
            return  # "under 12.5(3)" may be a section
        draft.upper = Number(at + 1, stop, Decimal(off) * number.last, digits=True)
        draft.tolerance, draft.stop = True, stop
