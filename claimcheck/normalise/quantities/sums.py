"""Reads money that stands before its number: "US$3.5bn", "CHF 1.5 Mio.", "Mio. € 12,5"."""

from __future__ import annotations

from decimal import Decimal

from claimcheck.normalise.language import Money
from claimcheck.normalise.numbers.digits import DASHES
from claimcheck.normalise.quantities.brackets import Brackets
from claimcheck.normalise.quantities.draft import Draft

CENTS = Decimal("0.01")
MILLION = 1_000_000
ABBREVIATED = 4
"""Letters of an abbreviated scale ("Mrd", "Mio")."""


class Sums(Brackets):
    """Reads money before a number."""

    def _money_before(self, draft: Draft) -> None:
        """Take in a sign or code before the number ("US$3.5bn", "CHF 1.5 Mio.")."""
        t, at = self.t, draft.first - 1
        if draft.number.scale < MILLION and not self.hints.touches(t.words[at]):
            return
        if t.word(at) in DASHES and t.word(at) and t.glued(draft.first) and t.glued(at):
            at -= 1
        found = self.language.money_before.match_back(t.words, at)
        if found is None and t.words[at] in self.language.large_signs:
            found = self.language.money_left(t, draft.number.first, at)
        written = draft.number.last == CENTS or t.word(draft.number.stop - 1) in DASHES
        written = written or self.language.group in t.words[draft.number.first]  # "Euro 1.500"
        if not found and written:
            found = self._match(self.language.money, at)  # "Euro 30,-", "Euro 9,90"
            found = found if found and found[0] == 1 else None
            if found and (self._measured_at(draft) or t.word(at - 1)[:1].isdecimal()):
                found = None
        if not found and draft.number.scale >= MILLION:
            found = self._named_before(draft, at)
        if not found or t.barrier(draft.first) or self.breaks(draft.first):
            return
        size, money = found
        first = at + 1 - size
        hung = t.word(first - 1) in DASHES and t.glued(first) and t.glued(first - 1)
        if hung and t.words[first][0].isalpha():
            return  # "Mo.-Fr. 9-12"
        loose = t.words[first].lower() in self.language.articles or t.words[first].islower()
        if size > 1 and not t.glued(at) and loose:
            found = self.language.money_before.match_back(t.words[at : at + 1], 0)
            if not found:  # "A $5m deal", "Apple's $5m" are about no other dollars
                return
            (size, money), first = found, at
        if t.words[first][0].isalpha() and t.glued(first) and t.words[first - 1][0].isalnum():
            return
        if t.opens_line(draft.number.first) and not money.bare:
            return
        if at < draft.first - 1 and not t.words[first][0].isalpha():
            draft.negative = True
        first = self._scale_before(draft, first)
        draft.first = first
        self._set_money(draft, money)
        if t.word(first - 1) in ("-", "−", "–") and t.glued(first) and not t.glued(first - 1):
            draft.negative, draft.first = True, first - 1

    def _named_before(self, draft: Draft, at: int) -> tuple[int, Money] | None:
        """Return a currency by its full name before a large sum: "Hong Kong dollars 17 million"."""
        for size in (3, 2):
            found = self._match(self.language.money, at + 1 - size)
            if found and found[0] == size and not found[1].bare:
                stop = draft.number.stop
                counted = self.t.word(at - size)[:1].isdecimal() or self.t.word(stop)[:1].isalpha()
                return None if counted or self._measured_at(draft) else found
        return None

    def _measured_at(self, draft: Draft) -> bool:
        """Tell whether money or a unit stands behind the number of a draft."""
        stop = draft.number.stop
        return self._money_at(stop) is not None or self._unit_at(draft, stop) is not None

    def _scale_before(self, draft: Draft, first: int) -> int:
        """Take in the scale of "Mio. € 12,5"; return where the sum begins."""
        t, number = self.t, draft.number
        at = first - 1
        at -= t.words[at] == "." and t.glued(at)
        word = t.words[at]
        scale = self.language.scales.get(word) if len(word) <= ABBREVIATED else None
        if scale is None or number.scale != 1 or not number.digits or t.barrier(first):
            return first
        if t.words[at - 1][:1].isdecimal() or not word[0].isupper():
            return first  # "5 Mio. € 12"
        number.scale = scale
        return at
