"""Tells numbers that are ranks: "No. 98 in the world", "the No. 2 seed", "world No. 1"."""

from __future__ import annotations

from decimal import Decimal

from claimcheck.normalise.quantities import nouns
from claimcheck.normalise.quantities.draft import Draft, Number
from claimcheck.normalise.unread.skipview import SkipView

PLACE = "place"
LAST_RANK = 3


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
