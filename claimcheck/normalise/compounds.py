"""Reads units in two parts: "2 h 30 min", "5 feet 8 inches", "an hour and a half"."""

from __future__ import annotations

from decimal import Decimal

from claimcheck.normalise import units
from claimcheck.normalise.digits import DASHES, HALVES
from claimcheck.normalise.draft import Draft
from claimcheck.normalise.view import View

ONE = Decimal(1)


class Compounds(View):
    """Reads the smaller part that follows a unit."""

    def _dot(self, draft: Draft) -> None:
        """Take in the full stop of an abbreviated unit ("Std.", "ft.")."""
        t, at = self.t, draft.stop
        if (
            t.word(at) == "."
            and t.glued(at)
            and t.word(at + 1)[:1].islower()
            and len(t.words[at - 1]) <= 4
            and t.words[at - 1].isalpha()
        ):
            draft.stop = at + 1

    def _compound_unit(self, draft: Draft) -> None:
        """Take in "2 h 30 min", "5 Stunden und 20 Minuten", "5 feet 8 inches", "5-foot-8"."""
        t, at = self.t, draft.stop
        if draft.kind not in ("duration", "measure") or draft.upper or not draft.unit:
            return
        joined = at
        if t.word(at).lower() in self.language.words["and"]:
            joined = at + 1
        if self._and_a_half_after(draft):
            return
        if t.word(joined) == ",":
            joined += 1
        if t.word(joined) in DASHES and t.glued(joined) and t.glued(joined + 1):
            joined += 1
        if t.barrier(joined) or not t.word(joined):
            return
        first = t.word(joined)
        if not (first[0].isdecimal() or self.language.classify(first)):
            return
        if draft.number.last != 1 or draft.number.scale != 1:
            return
        if self._feet_and_inches(draft, joined):
            return
        small = self.cardinals.read(joined)
        if small is None or small.role != "number" or small.scale != 1:
            return
        probe = Draft(small, small.first, small.stop)
        nxt, _ = self._past_hyphen(small.stop)
        unit = self._unit_at(probe, nxt)
        if unit is None:
            return
        value = units.convert(small.value, unit[1], draft.unit)
        part = units.convert(ONE, unit[1], draft.unit)
        if value is None or part is None or part >= 1 or value >= 1:
            return
        finest = units.convert(draft.number.total, draft.unit, unit[1])
        if finest is None:
            return
        draft.number.value, draft.number.scale = finest + small.value, ONE
        draft.number.stop, draft.number.last = small.stop, small.last
        draft.unit, draft.stop = unit[1], nxt + unit[0]

    def _and_a_half_after(self, draft: Draft) -> bool:
        """Read "an hour and a half"."""
        t, language, at = self.t, self.language, draft.stop
        if t.word(at).lower() not in language.words["and"]:
            return False
        if t.word(at + 1).lower() not in language.articles:
            return False
        anchor = language.classify(t.word(at + 2)) if t.word(at + 2) else None
        if anchor is None or anchor.role != "half":
            return False
        draft.number.value += anchor.value
        draft.number.last, draft.stop = HALVES, at + 3
        return True

    def _feet_and_inches(self, draft: Draft, at: int) -> bool:
        """Read "5-foot-8" and "6 feet 2": what follows a foot without unit is inches."""
        t = self.t
        if draft.unit != "foot":
            return False
        if t.word(at) in DASHES:
            at += 1
        inches = t.word(at)
        if not inches.isdecimal() or int(inches) >= 12 or t.barrier(at):
            return False
        draft.number.value = draft.number.value * 12 + int(inches)
        draft.unit, draft.stop = "inch", at + 1
        nxt, _ = self._past_hyphen(draft.stop)
        unit = self._unit_at(draft, nxt)
        if unit and unit[1] == "inch":
            draft.stop = nxt + unit[0]
        return True
