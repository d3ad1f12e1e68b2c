"""Reads the other end of a range, and tolerances."""

from __future__ import annotations

from decimal import Decimal

from claimcheck.normalise import nouns
from claimcheck.normalise.draft import Draft, Number
from claimcheck.normalise.following import Following

RANGE_DASHES = "-–—‐‑−"
ONE = Decimal(1)


class Ranging(Following):
    """Reads ranges."""

    def _range(self, draft: Draft, *, after_unit: bool = False) -> None:
        """Take in the other end: "10 bis 15", "10–15", "zwischen 40 und 45", "3 ± 1"."""
        t, language = self.t, self.language
        at = draft.stop if after_unit else draft.number.stop
        if (
            draft.upper is not None
            or t.barrier(at)
            or draft.number.role not in ("number", "fraction", "suffixed")
        ):
            return
        word = t.word(at)
        opened = False
        if word.lower() in language.words["range_closers"] or word in RANGE_DASHES:
            before = t.word(self._hedged_first(draft) - 1).lower()
            opened = before in language.words["range_openers"]
        tolerance = language.plus_minus.match(t.words, at)
        if tolerance:
            start = at + tolerance[0]
        elif word in RANGE_DASHES and word:
            start = at + 1
            glued = t.glued(at) and t.glued(start)
            if word in "-‐‑−" and not glued and not (t.glued(at) and not t.glued(start)):
                return
            if word in "-‐‑" and t.glued(at) and not t.glued(start):
                found = language.range_words.match(
                    [w.lower() for w in t.words[start : start + 3]], 0
                )
                if not found:
                    return
                start += found[0]
        elif found := language.range_words.match([w.lower() for w in t.words[at : at + 3]], 0):
            start = at + found[0]
            if self._is_change(draft):
                return
        elif opened and word.lower() in language.words["range_closers"]:
            start = at + 1
        else:
            return
        self._upper(draft, start, tolerance=bool(tolerance), after_unit=after_unit, opened=opened)

    def _is_change(self, draft: Draft) -> bool:
        """Tell whether "from 10 to 15" states a change and no range."""
        t, language = self.t, self.language
        first = self._hedged_first(draft)
        before = t.word(first - 1).lower()
        if before in language.words["change_verbs"] and "to" in language.words["to_words"]:
            return True
        if before not in language.words["from_words"] or language.exact_case:
            return False
        window = (word.lower() for word in t.words[max(0, first - 10) : first])
        return any(
            word in language.words["change_verbs"] or word in language.words["change_nouns"]
            for word in window
        )

    def _hedged_first(self, draft: Draft) -> int:
        """Return the first token of a draft with the hedges before it."""
        first = draft.first
        for _ in range(3):
            found = self.language.before.match_back(*self._left(first))
            if not found:
                break
            first -= found[0]
        return first

    def _upper(
        self, draft: Draft, start: int, *, tolerance: bool, after_unit: bool, opened: bool
    ) -> None:
        t, language = self.t, self.language
        hedge = language.before.match_back([w.lower() for w in t.words[start : start + 1]], 0)
        if hedge and not t.word(start)[:1].isdecimal():
            start += 1
        sign = language.money_signs.match(t.words[start : start + 3], 0)
        if sign and draft.kind == "money":
            start += sign[0]
        first = t.word(start)
        if t.barrier(start) or not first:
            return
        if not first[0].isdecimal():
            anchor = language.classify(first)
            if not anchor or anchor.role not in ("number", "article"):
                return
        upper = self.cardinals.read(start)
        if upper is None or upper.role not in ("number", draft.number.role):
            return
        self._letter_scale(upper, money=draft.kind == "money")
        number = draft.number
        if not tolerance and number.scale == 1 and upper.scale > 1:
            if number.value < 1000 and number.value < upper.value:
                number.scale = upper.scale
        if tolerance:
            if upper.scale > 1 and number.scale == 1:
                number.scale = upper.scale
        elif (
            upper.scale == 1
            and number.scale > 1
            and upper.value < 1000
            and upper.value > number.value
        ):
            upper.scale = number.scale
        if not tolerance and number.total >= upper.total:
            return
        if not after_unit:
            if not self._plausible(draft, number, upper, start, opened=opened):
                return
            draft.upper, draft.tolerance, draft.stop = upper, tolerance, upper.stop
            draft.inferred.extend(upper.inferred)
            if opened:
                draft.first = self._hedged_first(draft) - 1
            return
        probe = Draft(upper, upper.first, upper.stop)
        self.follow(probe)
        if probe.unit is not None and probe.unit != draft.unit:
            return
        if probe.unit is None and draft.kind != "money" and not opened:
            return
        draft.upper, draft.tolerance = upper, tolerance
        draft.stop = max(upper.stop, probe.stop if probe.unit == draft.unit else upper.stop)
        if opened:
            draft.first = self._hedged_first(draft) - 1

    def _plausible(
        self, draft: Draft, low: Number, high: Number, start: int, *, opened: bool
    ) -> bool:
        """Tell a range from a span of years, a score or a part number."""
        t = self.t
        dash = t.words[low.stop] in RANGE_DASHES and start == low.stop + 1
        if not dash or opened:
            return True
        years = all(
            n.digits and n.scale == 1 and n.last == 1 and 1800 <= n.value <= 2100
            for n in (low, high)
        )
        if years:
            return False
        if t.glued(high.stop) and t.word(high.stop) in ("-", "–", "/", ":"):
            after = t.word(high.stop + 1)
            if not after[:1].isalpha():
                return False
        follows = self._unit_at(draft, self._past_hyphen(high.stop)[0]) or self._money_at(high.stop)
        if follows or draft.kind == "money" or high.scale > 1:
            return True
        if nouns.find(t, high.stop, self.language, plural=True):
            return True
        return high.total >= 100 and t.glued(start) and low.total * 20 >= high.total
