"""Reads shares of a whole: "neun von zehn", "one in five", "3 out of 4"."""

from __future__ import annotations

from decimal import Decimal

from claimcheck.normalise.numbers.decimals import fraction
from claimcheck.normalise.numbers.digits import DASHES
from claimcheck.normalise.quantities import nouns
from claimcheck.normalise.quantities.draft import Draft, Number
from claimcheck.normalise.view import View

LARGE = (50, 100, 1000, 10_000, 100_000, 1_000_000)
IDIOMS = frozenset(map(Decimal, (*range(2, 21), *LARGE)))
"""The wholes that a share is said of."""


USUAL = frozenset(map(Decimal, (2, 3, 4, 5, 10, 20, *LARGE)))
"""The wholes that rather tell a share than a count, whatever is counted."""


class Shares(View):
    """Reads shares after a number."""

    def _share_of(self, draft: Draft) -> bool:
        """Read "neun von zehn", "one in five", "3 out of 4" as a share."""
        t, language, number = self.t, self.language, draft.number
        if t.word(number.stop) in DASHES and t.glued(number.stop):
            words = [t.word(number.stop + 1).lower()]
            found = language.out_of.match(words, 0)
            found = (3, True) if found and t.word(number.stop + 2) in DASHES else None
        else:
            found = None
            if language.out_of.begins(t.words[number.stop].lower()):
                words = [word.lower() for word in t.words[number.stop : number.stop + 3]]
                found = language.out_of.match(words, 0)
        if not found or number.scale != 1 or number.last != 1 or draft.upper:
            return False
        if number.role == "group":
            return False  # "a pair of 12-year-olds"
        start = number.stop + found[0]
        word = t.word(start)
        if not word or t.barrier(number.stop) or t.barrier(start):
            return False
        if not word[0].isdecimal():
            anchor = language.classify(word)
            if anchor is None or anchor.role not in ("number", "scale", "article"):
                return False
        whole = self.cardinals.read(start)
        if whole is None or whole.role == "article":
            return False
        if whole.total not in IDIOMS and not (number.value == 1 and _is_round(whole.total)):
            return False
        if number.value >= whole.total or not self._idiom(draft, whole):
            return False
        number.value = fraction(number.value * 100, whole.total)
        number.last, number.role, number.stop = Decimal("0.01"), "fraction", whole.stop
        draft.kind, draft.unit, draft.label = "percent", "percent", "fraction"
        draft.stop = whole.stop
        return True

    def _one_in(self, draft: Draft) -> bool:
        """Read "one person in six" as a share: its noun stands within.

        So do people alone for two and three ("two girls in five").
        """
        if draft.number.value > 1 and draft.unit not in self.language.personal:
            return False
        probe = Number(draft.number.first, draft.stop, draft.number.value)
        share = Draft(probe, draft.first, draft.stop)
        if draft.number.role == "article" and not self.language.exact_case:
            numeral = self.t.words[draft.number.first].lower() in self.language.atoms
            if not numeral:
                return False
        between = self.t.word(draft.stop).lower() in self.language.words["of_words"]
        if between or not self._share_of(share):
            return False
        found = nouns.find(self.t, share.stop, self.language, plural=True)
        one = found is not None and found.stop == share.stop + 1
        if one and draft.unit in self.language.personal:
            known = nouns.known(self.t.words[share.stop], self.language)
            found = found if known else None  # "one child in ten goes hungry"
        if found is not None:
            return False
        draft.number, draft.kind, draft.unit = probe, share.kind, share.unit
        draft.label, draft.stop, draft.noun = share.label, share.stop, ""
        return True

    def _idiom(self, draft: Draft, whole: Number) -> bool:
        """Tell "one in five" from "three in 20 minutes"."""
        at = self._past_hyphen(whole.stop)[0]
        unit = self._unit_at(Draft(whole, whole.first, whole.stop), at)
        money = self._money_at(whole.stop)
        joined = self.t.word(draft.number.stop).lower() in self.language.words["of_words"]
        every = self.t.word(draft.number.stop + 1).lower() in self.language.words["every"]
        if joined and draft.number.role == "article" and not self.language.exact_case:
            return every and not unit and not money
        few = whole.total < 10 or whole.total not in USUAL
        if few and joined and draft.number.role == "article" and self._is_one(draft.number.first):
            return False  # "er ist einer von drei Toten"
        if unit or money:
            return False
        if joined and whole.total not in USUAL and not _is_round(whole.total):
            found = nouns.find(self.t, whole.stop, self.language, plural=True)
            if draft.number.value == 1 and not found:
                return False  # "ein Wagen, einer von 14, die liegen blieben"
            if draft.number.value > 1 and found and found.key not in self.language.personal:
                return False  # "five of eight trials"
        few = whole.total <= 20 or draft.number.value == 1
        return few or self._in_many(draft, whole, joined=joined)

    def _is_one(self, first: int) -> bool:
        """Return whether somebody is said to be one of so many."""
        return first > 0 and self.t.words[first - 1].lower() in self.language.words["is_one"]

    def _in_many(self, draft: Draft, whole: Number, *, joined: bool) -> bool:
        """Tell "79 von 1.000 Kindern" and "87 out of 100" from 800 of 1,000 jobs.

        `joined` tells that a mere "of" stands between, as it does in "56 of 100 seats".
        """
        part = draft.number
        if whole.total < 100 or draft.hedge:
            return False
        if part.value * 10 < whole.total:
            return True
        found = nouns.find(self.t, whole.stop, self.language, plural=True)
        language = self.language
        shared = found is None or found.key in language.personal or found.key in language.shared
        return whole.total == 100 and (shared or not joined)


def _is_round(total: Decimal) -> bool:
    """Tell whether a whole is one that chances are told for ("1 von 5.000")."""
    return total >= 100 and len(total.normalize().as_tuple().digits) == 1
