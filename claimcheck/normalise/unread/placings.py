"""Tells numbers that are ranks: "No. 98 in the world", "the No. 2 seed", "world No. 1".

And the minutes of a game behind who scored in them: "Welker (12., 67.)".
"""

from __future__ import annotations

from decimal import Decimal

from claimcheck.normalise.quantities import nouns
from claimcheck.normalise.quantities.draft import Draft, Number
from claimcheck.normalise.unread.skipview import SkipView

PLACE = "place"
MINUTE = "minute"
LAST_RANK = 3
LAST_MINUTE = 120


class Placings(SkipView):
    """The rules for numbers behind "No." that say how somebody is placed."""

    def _placing(self, i: int) -> Draft | None:
        """Return the rank at `i`, with what it is the rank of where a noun says it ("pick")."""
        t, cues = self.t, self.cues
        numero = cues.numero.match_back(t.words, i - 1)
        if not numero or t.barrier(i) or not t.words[i].isdecimal() or len(t.words[i]) > LAST_RANK:
            return None
        first, behind = i - numero[0], t.words[i + 1].lower()
        number = Number(i, i + 1, Decimal(t.words[i]), digits=True)
        if behind in cues.placed and not t.barrier(i + 1):
            key = nouns.head_key(behind, self.language)
            return Draft(number, first, i + 2, kind="ordinal", unit=key, noun=behind)
        led = t.word(first - 1).lower() in cues.placing and not t.barrier(first)
        words = [word.lower() for word in t.words[i + 1 : i + 5]]
        if led or (cues.placed_in.match(words, 0) and not t.barrier(i + 1)):
            return Draft(number, first, i + 1, kind="ordinal", unit=PLACE)
        return None

    def _minute(self, i: int) -> Draft | None:
        """Return the minute at `i`: dotted digits, alone or several, in brackets behind a name."""
        t = self.t
        if not self._dotted(i):
            return None
        first, stop = i, i + 2
        while t.word(first - 1) in ",/" and self._dotted(first - 3):
            first -= 3
        while t.word(stop) in ",/" and self._dotted(stop + 1):
            stop += 3
        closed = t.word(first - 1) == "(" and t.word(stop) == ")"
        who = t.word(first - 2)
        dated = who in self.cues.weekdays or who in self.cues.months  # "am Montag (12.)"
        if not closed or not who[:1].isupper() or dated:
            return None
        number = Number(i, i + 1, Decimal(t.words[i]), digits=True)
        return Draft(number, i, i + 2, kind="ordinal", unit=MINUTE)

    def _dotted(self, i: int) -> bool:
        t = self.t
        minute = t.word(i).isdecimal() and len(t.word(i)) <= LAST_RANK
        return minute and t.word(i + 1) == "." and t.glued(i + 1) and int(t.word(i)) <= LAST_MINUTE
