"""Reads ages by their decade: "in his mid-30s", "Mittdreißiger", "Ende 50"."""

from __future__ import annotations

from decimal import Decimal

from claimcheck.normalise.numbers.digits import DASHES
from claimcheck.normalise.quantities import nouns
from claimcheck.normalise.quantities.draft import Draft, Number
from claimcheck.normalise.view import View

OLDEST = 100
WHOLE = (0, 9)


class Decades(View):
    """Reads decades of a life."""

    def _decade_in_word(
        self, i: int, value: Decimal, unit: str, high: Decimal | None
    ) -> Draft | None:
        """Read "Mittdreißiger" by itself, and "thirties" behind "her early"."""
        draft = Draft(Number(i, i + 1, value), i, i + 1)
        if high is not None:
            return self._of_age(draft, i, value, high)
        if people := self._aged_people(i, value, unit, high):
            return people
        return draft if self._in_decade(draft) else None

    def _aged_people(self, i: int, value: Decimal, unit: str, high: Decimal | None) -> Draft | None:
        """Read "under-fives", "the over-forties": people by their age."""
        t = self.t
        if t.word(i - 1) not in DASHES or not t.word(i - 1) or not t.glued(i):
            return None
        bound = self.language.before.match_back([t.word(i - 2).lower()], 0)
        if bound is None or bound[1].qualifier not in ("over", "under") or not t.glued(i - 1):
            return None
        draft = Draft(Number(i, i + 1, value), i - 2, i + 1, hedge=bound[1], label="age")
        self._set_unit(draft, "year")
        return draft

    def _decade_in_digits(self, draft: Draft) -> bool:
        """Read "in his 30s" and "Ende 50"."""
        t, number = self.t, draft.number
        word = t.words[number.stop]
        if word != "s" and word not in DASHES and word not in self.language.decade_open:
            return False
        if not 10 <= number.value < OLDEST or number.value % 10 or draft.upper:
            return False
        if number.scale != 1 or number.last != 1:
            return False
        if word != "s":
            return self._left_open(draft)
        behind = t.words[number.stop + 1][:1]
        joined = t.glued(number.stop + 1) and (behind.isalnum() or behind in DASHES)
        if t.glued(number.stop) and not joined:
            draft.stop = number.stop + 1
            if self._in_decade(draft):
                return True
            draft.stop = number.stop
        return False

    def _left_open(self, draft: Draft) -> bool:
        """Read "a 30-something", "thirty-something"."""
        at = draft.number.stop + (self.t.words[draft.number.stop] in DASHES)
        if self.t.word(at) not in self.language.decade_open or self.t.barrier(at):
            return False
        value = draft.number.value
        draft.stop = at + 1
        self._of_age(draft, draft.first, value, value + WHOLE[1])
        return True

    def _decade_aside(self, draft: Draft) -> bool:
        """Read "Mitte dreißig", "Ende 50": a bare number behind a part of a decade."""
        t, number = self.t, draft.number
        bounds = self.language.decade_asides.get(t.word(draft.first - 1))
        plain = number.scale == 1 and number.last == 1 and not draft.upper and not draft.negative
        if bounds is None or not plain or not 20 <= number.value < OLDEST or number.value % 10:
            return False
        if t.barrier(draft.first):
            return False
        low, high = bounds
        self._of_age(draft, draft.first - 1, number.value + low, number.value + high)
        draft.inferred.append("age")
        return True

    def _in_decade(self, draft: Draft) -> bool:
        """Take in "his", "her early", "their mid-" before a decade that has no century."""
        t, language, first = self.t, self.language, draft.first
        part = first - 1
        if t.word(part) in DASHES and t.glued(first):
            part -= 1
        bounds = language.decade_parts.get(t.word(part).lower())
        if bounds:
            first = part
        if t.word(first - 1).lower() in language.words["list_words"] and t.word(first - 2) == "s":
            first -= 3  # "their 20s and 30s"
        owned = t.word(first - 1).lower() in language.decade_owners
        if t.barrier(first) or not (owned or self._behind_person(first)):
            return self._of_tens(draft, part)
        low, high = bounds or WHOLE
        value = draft.number.value
        self._of_age(draft, part if bounds else draft.first, value + low, value + high)
        return True

    def _of_tens(self, draft: Draft, part: int) -> bool:
        """Read "in the low 80s", "the mid-30s": part of ten degrees, dollars, whatever they are."""
        number, bounds = draft.number, self.language.decade_tens.get(self.t.word(part).lower())
        if bounds is None or not number.digits or self.t.barrier(part + 1):
            return False
        low, high = bounds
        draft.upper = Number(number.first, number.stop, number.value + high)
        number.value += low
        draft.first = part
        draft.inferred.append("part of ten")
        return True

    def _behind_person(self, at: int) -> bool:
        """Tell whether a person stands before "in den" ("ein Mann in den Fünfzigern")."""
        t, language = self.t, self.language
        if t.word(at - 1) not in language.data["decades"].get("led", ()):
            return False
        person = language.key(t.word(at - 3))
        known = language.count_words.get(person, language.single_persons.get(person))
        return known in language.personal and not t.barrier(at - 1)

    def _of_age(self, draft: Draft, first: int, low: Decimal, high: Decimal) -> Draft:
        number = draft.number
        number.value = low
        draft.upper = Number(number.first, number.stop, high)
        self._set_unit(draft, "year")
        draft.first, draft.label = first, "age"
        return draft

    def _decade_of_life(self, draft: Draft, at: int) -> bool:
        """Read "Ende 50" where no noun is counted."""
        if self.t.words[draft.first - 1] not in self.language.decade_asides:
            return False
        if nouns.find(self.t, at, self.language, plural=True):
            return False
        return self._decade_aside(draft)
