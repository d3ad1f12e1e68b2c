"""Reads ordinals and ranks: "zum fünften Mal", "twenty-first", "Platz drei", "wurde Siebter"."""

from __future__ import annotations

from decimal import Decimal

from claimcheck.normalise.measured import units
from claimcheck.normalise.numbers.digits import DASHES
from claimcheck.normalise.quantities import nouns
from claimcheck.normalise.quantities.around import Around
from claimcheck.normalise.quantities.draft import Draft, Number
from claimcheck.normalise.unread.cues import cues

SMALL_RANK = 12
"""Words for ranks above are ordinals even alone; "im achten" may be a verb."""
LAST_RANK = 999
MULTIPLIED = 100
"""The least ordinal that a number before it multiplies: "two hundredth"."""
MINUTE = "minute"
PLACE = "place"
COUNTING = ("digits", "number", "pair")


class Ordinals(Around):
    """Reads ordinals."""

    def _counts_on(self, number: Number) -> Draft | None:
        """Read an ordinal of several words: "twenty-first", "one hundred and third"."""
        t, language, at = self.t, self.language, number.stop
        if language.joined or number.digits or number.role != "number":
            return None
        if multiplied := self._multiplied(number):
            return multiplied
        if number.value < 20:
            return None
        joined = t.word(at) in DASHES and t.glued(at) and t.glued(at + 1)
        if joined and t.words[at + 1] in language.words["and"] and t.words[at + 2] in DASHES:
            at += 2  # "two-hundred-and-fifth"
        at += joined or t.word(at).lower() in language.words["and"]
        last = language.ordinals.get(t.word(at).lower())
        room = Decimal(10) if number.value % 100 else Decimal(100)
        if last is None or t.barrier(at) or not last < room or number.value % 10 or not t.word(at):
            return None
        if number.value % 100 and not joined and number.value < 100 and not self._apart(number):
            return None
        whole = Number(number.first, at + 1, number.total + last)
        return self.ordinal(whole, at + 1) or Draft(whole, whole.first, at + 1, kind="ordinal")

    def _apart(self, number: Number) -> bool:
        """Tell whether "the twenty first" is one ordinal, unlike "twenty second homes"."""
        t, at = self.t, number.stop + 1
        led = t.word(number.first - 1).lower() in self.language.words["determiners"]
        several = t.words[at] in DASHES or t.words[at].endswith("s")
        return t.are_all(number.first, at) or (led and not several)

    def _multiplied(self, number: Number) -> Draft | None:
        """Read "three millionth", "the five hundredth": an ordinal that a number multiplies."""
        t = self.t
        at, _ = self._past_hyphen(number.stop)
        scale = self.language.ordinals.get(t.words[at])
        if scale is None or scale < MULTIPLIED or t.barrier(at) or number.total >= scale:
            return None
        if number.total == 1 or self._match(self.language.unit_names, at):
            return None  # "one millionth", "five hundredths of a second"
        whole = Number(number.first, at + 1, number.total * scale)
        return self.ordinal(whole, at + 1) or Draft(whole, whole.first, at + 1, kind="ordinal")

    def _ordinal(self, i: int, value: Decimal, unit: str, _: Decimal | None) -> Draft | None:
        dotted = self.t.words[i + 1] == "." and self.t.glued(i + 1) and unit == "" and i > 0
        roman = self.language.classify(self.t.words[i])
        stop = i + 2 if dotted and roman and roman.role == "roman" else i + 1
        return self.ordinal(Number(i, i + 1, value), stop)

    def ordinal(self, number: Number, stop: int) -> Draft | None:
        """Return an ordinal with what it numbers, or a share after "jeder", "every"."""
        t, language = self.t, self.language
        draft = Draft(number, number.first, stop, kind="ordinal")
        every = t.word(number.first - 1).lower() in language.words["every"] and number.value > 1
        if every and t.words[stop].lower() not in language.words["recurring"]:
            draft.first = number.first - 1
            if self._recurs(draft):
                return draft
            number.value, number.last = language.share(number.value), Decimal("0.01")
            number.role = "fraction"
            draft.kind, draft.unit, draft.label = "percent", "percent", "fraction"
            self._hedge(draft)
            return draft
        stop, hyphen = self._past_hyphen(stop)
        if hyphen and language.unit_of(t.words[stop]) == MINUTE:
            draft.stop, draft.unit, draft.noun = stop + 1, MINUTE, t.words[stop]
            return draft  # "a 90th-minute goal"
        if t.word(stop).lower() in language.superlatives and t.word(stop + 1)[:1].isalpha():
            stop += 1
        beyond = language.classify(t.word(stop))
        if beyond and beyond.role in COUNTING and not t.barrier(stop):
            return None  # "die ersten beiden Monate"
        found = nouns.find(t, stop, language, plural=False)
        if found is None:
            if language.exact_case or not t.word(stop)[:1].isalpha():
                return draft if self._stands_alone(draft) else None
            if t.word(stop).lower() in language.function_words or t.barrier(stop):
                return draft if self._stands_alone(draft) else None
            stop = self._past_compound(stop) or self._past_adjective(stop)
            draft.stop, draft.noun = stop + 1, t.words[stop]
            draft.unit = nouns.head_key(t.words[stop], language)
            return draft
        if self._named_alone(stop, found.stop):
            found = found._replace(stop=stop + 1, key=nouns.head_key(t.words[stop], language))
        named = t.words[found.stop - 1]
        rank = cues(language).ranks.get(named) or cues(language).ordinal_ranks.get(named)
        draft.unit, draft.stop = rank or found.key, found.stop
        draft.noun = t.quote(stop, found.stop)
        return draft

    def _recurs(self, draft: Draft) -> bool:
        """Read "every third day" as the time after which something happens again."""
        t, unit = self.t, self.language.unit_of(self.t.words[draft.stop])
        if t.words[draft.first].lower() in self.language.words["every_subject"]:
            return False  # "Jeder dritte Tag war zu warm": a share of the days
        if (
            units.dimension(unit) != "time"
            or t.barrier(draft.stop)
            or t.words[draft.stop + 1] == "-"
        ):
            return False
        self._set_unit(draft, unit)
        draft.stop += 1
        return True

    def _past_compound(self, at: int) -> int:
        """Step over what a hyphen joins to the noun it describes: "second play-off hole", or 0."""
        t, language, noun = self.t, self.language, at + 1
        while t.words[noun] in DASHES and t.glued(noun) and t.glued(noun + 1):
            noun += 2
        word = t.words[noun]
        named = word.islower() and word.isalpha() and word not in language.function_words
        ends = t.words[noun + 1] not in DASHES or not t.glued(noun + 1)
        return noun if noun > at + 1 and named and ends and not t.barrier(noun) else 0

    def _past_adjective(self, at: int) -> int:
        """Step over an adjective to its noun: "first national park", "third successful anti-…"."""
        t, language = self.t, self.language
        noun = at + 1
        while t.words[noun + 1] in DASHES and t.glued(noun + 1) and t.glued(noun + 2):
            noun += 2
        noun += noun > at + 1
        described = t.words[at].endswith(language.adjective_ends) and not t.glued(at + 1)
        named = t.words[noun].islower() and t.words[noun] not in language.function_words
        return noun if described and named and not t.barrier(noun) else at

    def _named_alone(self, at: int, stop: int) -> bool:
        """Tell whether only the first word behind an ordinal is its noun ("14th Amendment is")."""
        t = self.t
        capital = t.words[at][0].isupper() and not self.language.exact_case
        return capital and stop > at + 1 and t.words[at + 1].islower()

    def _stands_alone(self, draft: Draft) -> bool:
        """Tell whether "his seventh of the season" is an ordinal without a noun."""
        t, language = self.t, self.language
        before = t.word(draft.first - 1).lower()
        value = draft.number.value
        if self._is_rank(draft):
            draft.unit = PLACE
            return True
        led = before in language.words["determiners"]
        if value > SMALL_RANK or t.are_all(draft.first - led, draft.stop):
            return True
        if value <= 2 or t.barrier(draft.first):
            return False
        if led:
            return True
        counted = before in language.articles and not language.joined
        return counted and self.cardinals.comes_next(draft.number.first)

    def _is_rank(self, draft: Draft) -> bool:
        """Tell whether somebody comes in at an ordinal: "wurde Siebter", "finished fifth"."""
        t, words = self.t, self.language.words["rank_words"]
        if self.language.exact_case and not t.words[draft.number.first][0].isupper():
            return False
        at = draft.first - 1
        if t.word(at).lower() in self.language.words["to_words"] and not self.language.exact_case:
            at -= 1  # "dropped to seventh"
        led = t.word(at).lower() in words and not t.barrier(at + 1)
        if draft.number.value == 1 and self.language.exact_case:
            led = False  # "als Erstes" counts nothing
        led = led or self._is_placed(draft)
        behind = t.word(draft.stop).lower() in words and not t.barrier(draft.stop)
        return led or (behind and self.language.exact_case)

    def _is_placed(self, draft: Draft) -> bool:
        """Tell whether words behind an ordinal make it a rank: "231st in the world"."""
        t, language = self.t, self.language
        if (
            t.barrier(draft.stop)
            or t.word(draft.first - 1).lower() in language.words["determiners"]
        ):
            return False
        words = [word.lower() for word in t.words[draft.stop : draft.stop + 4]]
        return cues(language).placed_in.match(words, 0) is not None

    def ranked(self, number: Number) -> Draft | None:
        """Read a rank in words behind its noun ("Platz drei")."""
        t, at = self.t, number.first - 1
        rank = cues(self.language).ranks.get(t.word(at))
        whole = number.role == "number" and number.scale == 1 and number.last == 1
        if not rank or not whole or number.digits or not 0 < number.value <= LAST_RANK:
            return None
        if t.barrier(number.first):
            return None
        return Draft(number, at, number.stop, kind="ordinal", unit=rank, noun=t.words[at])
