"""Reads units that are more than a name: many or a rate in one sign, products, below zero."""

from __future__ import annotations

from decimal import Decimal

from claimcheck.normalise.measured import unitsigns
from claimcheck.normalise.measured.degrees import DEGREES
from claimcheck.normalise.quantities.draft import Draft
from claimcheck.normalise.view import View


class Symbols(View):
    """Reads units in signs."""

    def _rated(self, draft: Draft, at: int) -> bool:
        """Read a symbol that is a unit and a rate, or many of a unit ("1 million bpd", "2 bcm")."""
        row = self.language.rated.get(self.t.word(at))
        if row is None or self.t.barrier(at):
            return False
        unit, per, *times = row
        self._set_unit(draft, unit)
        draft.per, draft.stop = per or None, at + 1
        for number in (draft.number, draft.upper):
            if number and times:
                number.scale *= Decimal(times[0])
        return True

    def _in_signs(self, draft: Draft, at: int) -> bool:
        """Read a unit made of several signs ("9.81 m s⁻²", "4.2 J/(g·K)")."""
        digits = (draft.upper or draft.number).digits
        if not digits or not self.language.symbols.begins(self.t.words[at]) or self.t.barrier(at):
            return False
        found = unitsigns.read(self.t, at)
        if found is None:
            return False
        self._set_unit(draft, found.unit)
        draft.per, draft.stop = found.per, found.stop
        return True

    def _from_zero(self, draft: Draft) -> bool:
        """Take in "unter null" behind degrees, and the scale behind that."""
        t, at = self.t, draft.stop
        found = self.language.zero.match(t.words, at)
        if not found or t.barrier(at) or draft.negative:
            return False
        behind = t.word(at + found[0])
        if behind[:1].isdecimal() or (behind and self.language.classify(behind)):
            return False
        draft.negative, draft.stop = found[1], at + found[0]
        scale = None if t.barrier(draft.stop) else self._unit_at(draft, draft.stop)
        if scale and scale[1] in DEGREES:
            draft.unit, draft.stop = scale[1], draft.stop + scale[0]
        return True

    def _below_zero_alone(self, draft: Draft, at: int) -> bool:
        """Read "10 below zero": degrees that are not named."""
        found = self.language.zero.match(self.t.words, at)
        if not found or found[0] < 2 or draft.unit or draft.number.scale != 1:
            return False
        self._set_unit(draft, "degree")
        draft.stop = at
        return self._from_zero(draft)
