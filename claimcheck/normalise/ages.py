"""Reads ages: "im Alter von 34 Jahren", "34 years old", "Meier (47)"."""

from __future__ import annotations

from claimcheck.normalise import units
from claimcheck.normalise.digits import DASHES
from claimcheck.normalise.draft import Draft
from claimcheck.normalise.view import View


class Ages(View):
    """Reads ages after a number."""

    def _aged(self, draft: Draft, at: int) -> bool:
        """Take in "im Alter von 34 Jahren", "aged 34"."""
        language = self.language
        if self._grouped_age(draft):
            return True
        previous = self.t.word(draft.first - 1).lower()
        if not language.age_before.begins(previous) or draft.number.total > 130:
            return False
        if not language.age_before.match_back(*self._left(draft.first)):
            return False
        unit = None if self.t.barrier(at) else self._unit_at(draft, at)
        if unit and units.find(unit[1]) and units.dimension(unit[1]) != "time":
            return False
        draft.label = "age"
        self._set_unit(draft, unit[1] if unit else "year")
        draft.stop = at + unit[0] if unit else draft.stop
        return True

    def _grouped_age(self, draft: Draft) -> bool:
        """Read "over-65s", "under-18s": people by their age."""
        t, at = self.t, draft.number.stop
        plural = t.word(at) == "s" and t.glued(at) and not t.glued(at + 1)
        if not plural or t.word(draft.first - 1) not in DASHES or not t.glued(draft.first):
            return False
        self._set_unit(draft, "year")
        draft.label, draft.stop = "age", at + 1
        return True

    def _age_after(self, draft: Draft, at: int, unit: tuple[int, str] | None) -> bool:
        """Take in "years old", "-year-old", "Jahre alt"; set the label of ages."""
        t, language = self.t, self.language
        stop = at
        found = None
        if language.age_after.begins(t.word(at).lower()):
            found = language.age_after.match([word.lower() for word in t.words[at : at + 5]], 0)
        if found:
            stop = at + found[0]
        elif unit and unit[1] in ("year", "month", "week", "day"):
            behind, _ = self._past_hyphen(at + unit[0])
            nxt = language.age_after.match([t.word(behind).lower()], 0)
            if not nxt or t.barrier(behind):
                return False
            stop = behind + nxt[0]
        else:
            return False
        draft.label = "age"
        self._set_unit(draft, unit[1] if unit else "year")
        draft.stop = stop
        return True

    def _age_aside(self, draft: Draft) -> bool:
        """Read "Meier (47)" and "Baker, 63, said" as ages, which is inferred."""
        t, number = self.t, draft.number
        first, stop = draft.first, number.stop
        pair = (t.word(first - 1), t.word(stop))
        if pair not in (("(", ")"), (",", ",")) or draft.upper or draft.negative:
            return False
        name = t.word(first - 2)
        if not (name[:1].isupper() and name[1:].islower() and name.isalpha()):
            return False
        if number.last != 1 or number.scale != 1 or not 3 <= number.value <= 110:
            return False
        if pair[0] == "," and not t.word(first - 3)[:1].isupper():
            return False
        if t.word(stop + 1)[:1].isdecimal() or not number.digits:
            return False
        self._set_unit(draft, "year")
        draft.label = "age"
        draft.inferred.append("age")
        return True
