"""Recognises scores, clock times and file numbers: digits joined by colon, hyphen or slash."""

from __future__ import annotations

from claimcheck.normalise.hours.playclock import is_left, is_of_play, lasts
from claimcheck.normalise.measured.units import INCHES
from claimcheck.normalise.numbers.digits import DASHES, PARTS, joins_fraction
from claimcheck.normalise.quantities.draft import Draft
from claimcheck.normalise.unread.cues import NAME
from claimcheck.normalise.unread.skipview import LONG_STREET, Found, SkipView

LAST_HOUR = 24
VOTES = "vote"
HALVES = ("45", "90", "105", "120")
"""Minutes at which time is added to a half."""


class Scores(SkipView):
    """The rules for digits that are joined by a sign."""

    def _added(self, i: int) -> Found | None:
        """Skip a minute of added time ("90.+4", "45+2")."""
        t, at = self.t, i + 1
        if t.words[i] not in HALVES or not t.glued(at):
            return None
        at += t.words[at] == "."
        plus = t.words[at] == "+" and t.glued(at) and t.glued(at + 1)
        return (i, at + 2, "part of a game") if plus and t.words[at + 1].isdecimal() else None

    def _pair(self, i: int) -> Found | None:
        """Skip a score with a hyphen ("won 3-1"), which runs downwards or has a cue near."""
        t = self.t
        if t.word(i + 1) not in ("-", "–") or not t.glued(i + 1) or not t.glued(i + 2):
            return None
        if joins_fraction(t, i + 1):
            return None
        if t.words[i + 4].isdecimal() and self._worded(i):
            return i, i + 5, "score"
        left, right = t.words[i], t.word(i + 2)
        if t.words[i + 3] in INCHES and t.glued(i + 3) and i and t.words[i - 1] not in INCHES:
            return None  # 2-3" of rain
        if right in self.cues.tied and left.isdecimal():
            return i, i + 3, "score"
        if not (left.isdecimal() and right.isdecimal() and max(len(left), len(right)) <= 3):
            return None
        if (t.glued(i) and t.word(i - 1) in DASHES) or (int(left) < int(right) and self._ages(i)):
            return None
        named = self.cues.names.match_back(t.words, i - 1)
        if named:
            return i - named[0], i + 3, NAME
        if t.word(i - 1).lower().endswith(self.cues.streets) and len(t.word(i - 1)) > LONG_STREET:
            return i, i + 3, "house number"
        stop = i + 3
        while stop < i + 9 and t.word(stop) in ("-", "–") and t.word(stop + 1).isdecimal():
            if not (t.glued(stop) and t.glued(stop + 1)):
                break
            stop += 2
        if t.word(stop) in ("-", "–") and t.glued(stop):
            return None
        if self._has_unit(i + 2) or t.word(i - 1) in ("$", "€", "£"):
            return None
        near = [word.lower() for word in t.words[max(0, i - 4) : i] + t.words[stop : stop + 3]]
        cued = any(word in self.cues.score_words for word in near)
        if int(left) >= int(right) or cued or stop > i + 3:
            return i, self._past_tie(stop), "score"
        return None

    def _tie_break(self, i: int) -> Found | None:
        """Skip the points of a tie-break behind a set that runs upwards ("6-7 (2)")."""
        t = self.t
        inside = t.word(i - 1) == "(" and t.word(i + 1) == ")" and t.words[i].isdecimal()
        a_set = t.word(i - 3) in DASHES and {t.word(i - 2), t.word(i - 4)} == {"6", "7"}
        return (i, i + 1, "score") if inside and a_set else None

    def _past_tie(self, stop: int) -> int:
        """Step over the points of a tie-break behind a set ("7-6 (5)")."""
        t = self.t
        inside = t.words[stop] == "(" and {t.words[stop - 1], t.words[stop - 3]} == {"6", "7"}
        closed = t.words[stop + 1].isdecimal() and t.words[stop + 2] == ")"
        return stop + 3 if inside and closed else stop

    def _worded(self, i: int) -> bool:
        """Tell whether "5-to-4", "3-for-1" set two numbers against each other."""
        t = self.t
        joined = t.words[i + 3] in DASHES and all(t.glued(k) for k in (i + 3, i + 4))
        known = t.words[i + 2] in self.language.function_words
        left = t.words[i]
        return joined and known and left.isdecimal() and int(left) >= int(t.words[i + 4])

    def _ages(self, i: int) -> bool:
        """Tell whether what stands before digits makes them ages ("those aged 16-24")."""
        words = [word.lower() for word in self.t.words[max(0, i - 5) : i + 6]]
        at = min(i, 5)
        before, after = self.language.ages.before, self.language.ages.after
        return bool(before.match_back(words, at - 1) or after.match(words, at + 3))

    def _colon(self, i: int) -> Found | None:
        """Skip scores and clock times ("3:1", "19:30"); "1:23:45 Stunden" is a duration."""
        t = self.t
        if (
            t.word(i + 1) not in (":", "∶")
            or not t.word(i + 1)
            or not t.glued(i + 1)
            or not t.glued(i + 2)
        ):
            return None
        stop = i + 1
        parts = [t.words[i]]
        if t.glued(i) and t.word(i - 1) in DASHES:
            return None
        while (
            t.word(stop) == ":"
            and t.glued(stop)
            and t.glued(stop + 1)
            and t.word(stop + 1)[:1].isdecimal()
        ):
            parts.append(t.words[stop + 1])
            stop += 2
        if len(parts) == 1:
            return None
        if self._lasting(stop) or lasts(parts) or (len(parts) == 2 and self._counted(stop)):
            return None
        if is_left(t, stop, self.language) or is_of_play(t, stop, self.language):
            return None
        clock = (
            len(parts[1]) == 2
            and parts[1].isdecimal()
            and int(parts[1]) < 60
            and len(parts[0]) <= 2
            and int(parts[0]) <= LAST_HOUR
        )
        return i, stop, "clock time" if clock and len(parts[0]) == 2 else "score"

    def _counted(self, stop: int) -> bool:
        """Tell whether votes or percent follow two numbers ("mit 207:178 Stimmen")."""
        t, language = self.t, self.language
        if t.barrier(stop):
            return False
        counted = language.count_words.get(language.key(t.words[stop])) == VOTES
        return counted or t.words[stop].lower() in language.percent_words

    def _lasting(self, stop: int) -> bool:
        """Tell whether hours or minutes follow digits with colons, so that they last."""
        t, language = self.t, self.language
        found = language.unit_names.match([language.key(w) for w in t.words[stop : stop + 2]], 0)
        return found is not None and found[1] in ("hour", "minute", "second")

    def _slash(self, i: int) -> Found | None:
        """Skip "24/7", "2019/20", "3/2020": no quotient of a small whole."""
        t = self.t
        if t.word(i + 1) != "/" or not t.glued(i + 1) or not t.glued(i + 2):
            return None
        low = t.word(i + 2)
        if not low.isdecimal() or not t.words[i].isdecimal():
            return None
        high = int(t.words[i])
        part = low in PARTS and 0 < high < int(low)
        if part and not (t.glued(i + 3) and t.word(i + 3) == "/"):
            return None
        if self._has_unit(i + 2) and len(t.words[i]) < len("2019"):
            return None  # "140/90 mmHg"
        stop = i + 3
        while t.word(stop) == "/" and t.glued(stop) and t.word(stop + 1)[:1].isalnum():
            stop += 2
        return i, stop, "file reference" if stop > i + 3 else NAME

    def _score(self, draft: Draft) -> bool:
        """Tell whether a bare number is one side of a score ("3-1")."""
        t = self.t
        first, stop = draft.number.first, draft.number.stop
        left = (
            t.word(first - 1) in ("-", "–")
            and t.glued(first)
            and t.glued(first - 1)
            and t.word(first - 2)[:1].isdecimal()
        )
        right = (
            t.word(stop) in ("-", "–")
            and t.glued(stop)
            and t.glued(stop + 1)
            and t.word(stop + 1)[:1].isdecimal()
        )
        return draft.upper is None and (left or right)
