"""Reads what a number counts: a noun, times, or the noun that a hyphen joins to it."""

from __future__ import annotations

from decimal import Decimal

from claimcheck.normalise.measured import units
from claimcheck.normalise.measured.compounds import Compounds
from claimcheck.normalise.measured.noununits import length_in, measured_in
from claimcheck.normalise.numbers.digits import DASHES
from claimcheck.normalise.numbers.shares import Shares
from claimcheck.normalise.quantities import nouns
from claimcheck.normalise.quantities.ages import Ages
from claimcheck.normalise.quantities.decades import Decades
from claimcheck.normalise.quantities.draft import Draft, Number

FEW_IN = 3
"""The most that "two voters in five" names of a few."""
_SUM = 1_000_000


class Counted(Ages, Compounds, Decades, Shares):
    """Reads what a number counts."""

    def _count(self, draft: Draft, at: int, *, hyphen: bool) -> None:
        """Take in what the number counts, unless it is an age, a share or a side of something."""
        t, language = self.t, self.language
        if self._counts_nothing(draft, at):
            return
        plain = at == draft.number.stop and self.hints.ends(t.words[at])
        if not plain and self._repeated(draft, at):
            self._times(draft, at)
            return
        if hyphen:
            self._hyphen_noun(draft, at)
            return
        if t.glued(at) and t.word(at) and t.word(at)[0].isalpha():
            return
        if t.opens_line(at) and any(self._begins_line(draft.number.first - k) for k in (0, 1)):
            return  # a number alone in its line, or behind one word, as in a table
        start = at if plain or self._owned_by(draft) else self._past_partitive(at)
        if not plain and self._among(draft, at):
            return
        plural = draft.number.total > 1 or draft.upper is not None
        found = nouns.find(t, start, language, plural=plural)
        if found is None or (found.key in language.sums and draft.number.total >= _SUM):
            return
        if start > at and self._owns(found.stop, plural=plural):
            return
        self._take_noun(draft, start, found)

    def _counts_nothing(self, draft: Draft, at: int) -> bool:
        """Tell whether a number is a share, an age, a body's height, or one side of a size."""
        t, number = self.t, draft.number
        plain = at == number.stop and self.hints.ends(t.words[at])
        if number.role == "fraction" or (not plain and self._share_of(draft)):
            return True
        if self._age_aside(draft):
            return True
        if (number.last < 1 or not number.digits) and self._tall(draft):
            return True
        if self._decade_of_life(draft, at):
            return True
        if plain:
            return False
        word = t.word(at)
        if word in ("x", "×") and t.glued(at + 1) and t.word(at + 1)[:1].isdecimal():
            return True
        return word.lower() in self.language.words["cross_words"] and self._crosses(at)

    def _repeated(self, draft: Draft, at: int) -> bool:
        """Tell whether a number says how many times: "vier Mal", "3x", not "3 x 4"."""
        times, words = self.t.word(at), self.language.words["times_words"]
        low = times.lower()
        return (
            low in words
            and not (len(times) == 1 and self.t.word(at + 1)[:1].isdecimal())
            and times in self.language.data["times_words"]
            and not (low == "time" and draft.number.total != 1)
        )

    def _owned_by(self, draft: Draft) -> bool:
        """Tell whether a genitive behind is an owner: "die Milliarden der Steuerzahler"."""
        number, language = draft.number, self.language
        if number.role == "article":
            return True
        if number.role != "vague" or not language.exact_case or self.t.barrier(number.first):
            return False
        return self.t.word(number.first - 1).lower() in language.words["determiners"]

    def _owns(self, stop: int, *, plural: bool) -> bool:
        """Tell whether the noun behind "der", "of the" has what is counted, and is not counted."""
        t = self.t
        if plural and t.words[stop - 1].endswith(self.language.one_alone):
            return True  # "500 Millionen der Regierung"
        return t.word(stop) in ("'", "’") and t.glued(stop)  # "10 of the Hawks' 19 points"

    def _take_noun(self, draft: Draft, start: int, found: nouns.Noun) -> None:
        """Take in the noun that is counted; of some nouns so many are a measure."""
        t, language = self.t, self.language
        draft.kind, draft.unit = "count", found.key
        draft.noun, draft.stop = t.quote(start, found.stop), found.stop
        if found.stop == start + 1 and (unit := measured_in(t.words[start], language)):
            draft.kind, draft.unit = "measure", unit
        elif found.stop > start + 1 and (unit := length_in(t.words[found.stop - 1], language)):
            draft.kind, draft.unit, draft.noun = "measure", unit, ""
        if draft.number.value <= FEW_IN:
            self._one_in(draft)

    def _among(self, draft: Draft, at: int) -> bool:
        """Read "six of them children", "sechs davon Kinder": a known noun that ends there."""
        t, language = self.t, self.language
        if not language.partitive_pronouns.begins(t.word(at).lower()):
            return False
        words = [word.lower() for word in t.words[at : at + 3]]
        found = language.partitive_pronouns.match(words, 0)
        if not found or draft.number.role == "article":
            return False
        at += found[0]
        key = language.count_words.get(language.key(t.word(at)))
        if not key or t.barrier(at) or not (t.barrier(at + 1) or t.words[at + 1] in ",.;)–—-"):
            return False
        draft.kind, draft.unit, draft.noun, draft.stop = "count", key, t.words[at], at + 1
        return True

    def _crosses(self, at: int) -> bool:
        """Tell whether a length follows that the number is the other side of ("12 x 8 cm")."""
        t = self.t
        if t.barrier(at + 1):
            return False
        other = self.cardinals.read(at + 1)
        if other is None:
            return False
        unit = self._unit_at(Draft(other, other.first, other.stop), other.stop)
        return unit is not None and units.dimension(unit[1]) == "length"

    def _begins_line(self, at: int) -> bool:
        return at == 0 or self.t.opens_line(at)

    def _past_partitive(self, at: int) -> int:
        """Step over "der", "of the" between a number and what it counts."""
        t, language = self.t, self.language
        start = at
        while at < start + 3 and t.word(at).lower() in language.partitive:
            if t.barrier(at):
                return start
            at += 1
        if at == start or not t.word(at):
            return start
        anchor = language.classify(t.words[at])
        if anchor and anchor.role in ("digits", "number"):
            return start
        of = t.word(start).lower() in language.words["of_words"]
        return at if of or t.word(start) in language.words["of_articles"] else start

    def _countable(self, word: str) -> bool:
        """Tell whether an unknown noun may be counted after a hyphen ("18-hole course")."""
        language = self.language
        if language.exact_case:
            return len(word) > 2
        known = word in language.function_words or word in language.modifiers
        return (
            len(word) > 3 and word.islower() and not word.endswith(language.uncounted) and not known
        )

    def _times(self, draft: Draft, at: int) -> None:
        """Read "vier Mal", "3,9-mal mehr", "vier Mal (3,9) so viele", "three times as many"."""
        t, language = self.t, self.language
        draft.stop = at + 1
        behind = at + 4 if t.word(at + 1) == "(" and t.word(at + 3) == ")" else at + 1
        than = t.word(behind).lower() in language.words["than_words"]
        told = t.word(at + 2).lower() in language.words["of_words"]  # "four times that of"
        than = than or (told and t.word(at + 1).lower() in language.words["twice_what"])
        than = than or self._multiplies(draft, at + 1)
        draft.kind, draft.unit = ("ratio", "factor") if than else ("count", "time")
        draft.label = "multiple" if than else ""

    def _multiplies(self, draft: Draft, at: int) -> bool:
        """Tell whether "x" makes a number a factor: "1.8x", "3x zoom", not "3x a week"."""
        t, language = self.t, self.language
        word = t.word(at).lower()
        if word in language.per_words or word in language.per_articles:
            return False
        if language.exact_case or draft.number.scale != 1:
            return False
        part = draft.number.last < 1 and not language.rates.begins(word)
        noun = word in language.words["twice_what"] and len(t.words[at - 1]) == 1
        changed = word in language.words["change_nouns"] and len(t.words[at - 1]) == 1
        return part or noun or changed or word in language.words["times_what"]

    @staticmethod
    def _sized(number: Number, digits: int) -> None:
        """Make a number one of so many digits: "a six-figure sum"."""
        number.value, number.high = Decimal(10) ** (digits - 1), Decimal(10) ** digits - 1
        number.role = "vague"

    def _hyphen_noun(self, draft: Draft, at: int) -> None:
        """Read "3-Zimmer-Wohnung", "five-boat", "15-Millionen-Einwohner-Stadt" as counts."""
        t, language = self.t, self.language
        word = t.word(at)
        if not word[:1].isalpha() or (language.exact_case and not word[0].isupper()):
            return
        if word in language.words["digit_words"] and draft.number.value in range(2, 10):
            self._sized(draft.number, int(draft.number.value))
            draft.label, draft.stop = "vague", at + 1
            return
        key = language.count_words.get(language.key(word))
        if key is None and not language.exact_case:
            key = language.count_words.get(word.lower() + "s")
        if key is None and not self._countable(word):
            return
        draft.kind, draft.unit = "count", key or nouns.head_key(word, language)
        draft.stop = at + 1
        draft.noun = word
        self._tail(draft)
        draft.noun = t.quote(at, draft.stop)

    def _tail(self, draft: Draft) -> bool:
        """Take in what is joined by hyphens ("-Investition", "-per-year"); tell whether any."""
        t, at = self.t, draft.stop
        start = at
        while t.word(at) in DASHES and t.word(at) and t.glued(at) and t.glued(at + 1):
            if not t.word(at + 1)[0].isalpha():
                break
            if t.word(at + 1).lower() in self.language.per_words:
                break
            if t.word(at + 1) in self.language.words["plus"]:
                break
            if self.language.range_words.match([t.word(at + 1).lower()], 0):
                break
            at += 2
        if at > start:
            draft.stop = at
            if draft.kind in ("number", "count", "duration"):
                draft.noun = t.words[at - 1]
        return at > start
