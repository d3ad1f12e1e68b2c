"""Reads what follows a number: unit, money, suffix, and with `counted` the counted noun."""

from __future__ import annotations

from decimal import Decimal

from claimcheck.normalise.language import Hedge, Money
from claimcheck.normalise.measured import units
from claimcheck.normalise.measured.compounds import mark_end
from claimcheck.normalise.measured.degrees import DEGREES
from claimcheck.normalise.measured.symbols import Symbols
from claimcheck.normalise.numbers.digits import DASHES
from claimcheck.normalise.quantities import nouns
from claimcheck.normalise.quantities.counted import Counted
from claimcheck.normalise.quantities.draft import Draft, Number
from claimcheck.normalise.quantities.firstnames import is_called
from claimcheck.normalise.unread.placenames import place_names

ONE = Decimal(1)
SHORT = 5
"""Letters of the longest ending that is none with a space before it ("90 JÄHRIGE" is one)."""


class Following(Counted, Symbols):
    """Reads what follows a number."""

    def follow(self, draft: Draft) -> None:
        """Take in the unit, the money or the counted noun after the number."""
        if self._ends_alone(draft):
            if not self._aged(draft, draft.stop):
                self._follow_noun(draft, draft.stop, hyphen=False)
            return
        t = self.t
        at, hyphen = self._past_hyphen(draft.stop)
        if self._decade_in_digits(draft) or self._timed(draft, at):
            return
        if self._aged(draft, at) or self._feet(draft) or self._rated(draft, at):
            return
        if self._in_signs(draft, at):
            return
        if t.barrier(at):
            if not self._unit_before(draft) and not self._age_told(draft):
                self._decade_of_life(draft, at)
            return
        at = self._past_of(draft.number, at)
        if t.word(at).lower() in self.language.words["plus"] and (hyphen or self._more(draft, at)):
            draft.hedge, draft.stop = Hedge("over", ONE, None), at + 1
            at, hyphen = self._past_hyphen(draft.stop)
        if self._suffix_after(draft, at, hyphen=hyphen):
            return
        unit = None if not hyphen and self._describes(at) else self._unit_at(draft, at)
        if self._age_after(draft, at, unit):
            return
        if self.language.zero.begins(t.word(at)) and self._below_zero_alone(draft, at):
            return
        money = self._money_at(at)
        if money and (not unit or money[0] >= unit[0]):
            self._take_money(draft, at, *money)
        elif unit:
            self._take_unit(draft, at, *unit)
        else:
            self._follow_noun(draft, at, hyphen=hyphen)

    def _ends_alone(self, draft: Draft) -> bool:
        """Tell quickly whether nothing but a noun, or a unit behind an adjective, can follow."""
        t, number, at = self.t, draft.number, draft.stop
        alone = at == number.stop and draft.upper is None and not number.finer
        return alone and not t.barrier(at) and self.hints.ends(t.words[at])

    def _follow_noun(self, draft: Draft, at: int, *, hyphen: bool) -> None:
        """Take in the unit or money behind an adjective, the unit before, or the counted noun."""
        if not hyphen and self._modifies(at) and self._is_modified(draft, at):
            at += 1
            self._hedged_within(draft, at)
            money, unit = self._money_at(at), self._unit_at(draft, at)
            if money and (not unit or money[0] >= unit[0]):
                self._take_money(draft, at, *money)
                return
            if unit:
                self._take_unit(draft, at, *unit)
                return
        if not self._unit_before(draft):
            self._count(draft, at, hyphen=hyphen)

    def _is_modified(self, draft: Draft, at: int) -> bool:
        """Tell whether an adjective may stand between a number and its unit; few articles' may."""
        if draft.number.role != "article":
            return True
        language, adjective = self.language, self.t.words[at].lower()
        singled = adjective in language.words["whole"] or adjective in language.words["singles"]
        return singled or language.before.begins(adjective)

    def _take_money(self, draft: Draft, at: int, size: int, money: Money) -> None:
        """Take in the money that stands in `size` tokens at a token, and its cents."""
        self._set_money(draft, money)
        draft.stop = at + size
        self._tail(draft)
        self._cents(draft)
        if draft.number.value == 1 and draft.kind == "money":
            self._one_in(draft)

    def _take_unit(self, draft: Draft, at: int, size: int, unit: str) -> None:
        """Take in the unit that stands in `size` tokens at a token, and finer ones behind it."""
        if unit == "pound" and self._with_pence(draft, at + size):
            return
        self._set_unit(draft, draft.number.finer or unit)
        draft.stop = at + size
        if unit == "pound" and draft.number.value == 1 and self._one_in(draft):
            return
        if draft.unit in DEGREES and self._from_zero(draft):
            return
        self._dot(draft)
        alone = draft.unit == "part_per_million" or self._numbered_tail(draft)
        if alone or not self._tail(draft):
            while self._compound_unit(draft):
                pass

    def _more(self, draft: Draft, at: int) -> bool:
        """Tell whether "plus" behind a number goes on to a noun ("30 plus countries")."""
        noun = self.t.words[at + 1]
        plain = draft.number.role == "number" and draft.upper is None and noun.islower()
        known = nouns.known(noun, self.language) and nouns.is_plural(noun, self.language)
        return plain and known and not self.t.barrier(at + 1)

    def _timed(self, draft: Draft, at: int) -> bool:
        """Read "2:07:55" and "1:43,21" without a unit behind as a time in seconds."""
        finer = draft.number.finer
        if not finer or (not self.t.barrier(at) and self._unit_at(draft, at)):
            return False
        self._set_unit(draft, finer)
        return True

    def _with_pence(self, draft: Draft, stop: int) -> bool:
        """Read pounds as money where pence follow: "two pounds 20 pence", "two pounds fifty"."""
        kept, first, word = draft.stop, draft.number.stop, self.t.words[stop].lower()
        draft.kind, draft.unit, draft.stop = "money", "GBP", stop
        tens = int(word) if word.isdecimal() else self.language.atoms.get(word) or 0
        ends = self.t.barrier(stop + 1) or self.t.words[stop + 1] in (",", ".", ";")
        self._cents(draft, written=not (20 <= tens < 100 and ends))
        if draft.number.stop != first:
            return True
        draft.kind, draft.unit, draft.stop = "number", None, kept
        return False

    def _past_of(self, number: Number, at: int) -> int:
        """Step over "of" in "tens of dollars", "millions d'euros" to money or unit."""
        t, language = self.t, self.language
        if number.role == "group" and t.word(at).lower() in language.words["made_of"]:
            return at + 1
        if t.word(at).lower() not in language.words["of_words"]:
            return at
        if number.role == "vague":
            return at + 1
        if number.digits and number.total < 1 and t.word(at + 1).lower() in language.articles:
            named = language.unit_names.match(self.cardinals.keys(at + 2), 0)
            return at + 2 if named else at  # "0.4 of a percentage point"
        after = at + 2 if t.word(at + 1) in ("'", "’") else at + 1
        if number.scale < 1_000_000:
            return at
        return after if language.money.match(self.cardinals.keys(after), 0) else at

    def _hedged_within(self, draft: Draft, at: int) -> None:
        """Take the adjective between "a" and its unit for a hedge ("a good minute")."""
        words = [word.lower() for word in self.t.words[draft.number.first : at]]
        found = self.language.before.match_back(words, len(words) - 1)
        if found and draft.number.role == "article":
            draft.hedge = found[1]

    def _modifies(self, at: int) -> bool:
        """Tell whether one adjective stands before a unit ("zwei weitere Jahre")."""
        t, language = self.t, self.language
        word, key = t.words[at], language.key(t.words[at + 1])
        if not (language.unit_names.begins(key) or language.money.begins(key)):
            return False
        if not word.isalpha() or t.barrier(at + 1) or t.glued(at + 1):
            return False
        if not word.islower():
            national = language.exact_case and word.istitle() and word.endswith(("sche", "schen"))
            return national and language.money.begins(key)  # "50 Israelische Schekel"
        if language.exact_case:
            return word.endswith(language.unit_adjectives) and word not in language.function_words
        return word in language.modifiers or word in language.words["singles"]

    def _unit_before(self, draft: Draft) -> bool:
        """Take the unit that stands before its number ("magnitude 6.1", "Stärke 7,4")."""
        t = self.t
        at = draft.first - 1
        if not self.hints.touches(t.words[at]):
            return False
        if t.word(at) in DASHES and t.word(at) and t.glued(draft.first):
            at -= 1
        if t.word(at).lower() in self.language.words["of_words"] and not self.language.exact_case:
            at -= 1  # "a factor of five"
        name = self.language.units_before.get(t.word(at))
        if name is None or t.barrier(draft.first) or draft.number.scale != 1:
            return False
        self._set_unit(draft, name)
        if name == "factor":
            draft.kind, draft.label = "ratio", "multiple"
        draft.first = at
        return True

    def _numbered_tail(self, draft: Draft) -> bool:
        """Tell whether a number in words is joined by a hyphen ("six-foot-two")."""
        at, hyphen = self._past_hyphen(draft.stop)
        return hyphen and nouns.is_number(self.t.word(at), self.language)

    def _suffix_after(self, draft: Draft, at: int, *, hyphen: bool) -> bool:
        """Take in "-jährig", "-prozentige", "-fold" and the like after digits."""
        t, language = self.t, self.language
        word = t.word(at)
        if not (hyphen or t.glued(at)) and not (
            word in language.suffixes and self._is_apart(draft, word, at)
        ):
            return False
        unit = language.suffixes.get(word) or language.suffixes.get(word.lower())
        if unit is None:
            mark = mark_end(t, at, language)
            draft.stop = mark or draft.stop
            return mark > 0
        draft.stop = at + 1
        self._suffix_unit(draft, unit, word)
        self._tail(draft)
        draft.noun = ""
        return True

    def _is_apart(self, draft: Draft, word: str, at: int) -> bool:
        """Tell whether an ending stands a space behind its digits: "eine 90 Jährige"."""
        long = len(word) > SHORT and self.language.joined
        return long and draft.number.digits and self.t.gap(at) == " "

    def _named_or_from(self, at: int) -> bool:
        """Tell whether a word behind "24-jähriger" is a name, or says where a person is from."""
        t, word = self.t, self.t.word(at)
        if is_called(word):
            return True
        if t.word(at + 1)[:1].isupper() and not t.barrier(at + 1):
            return False  # "eine 50-jährige Berliner Firma"
        bare = word.removesuffix("innen").removesuffix("in")
        towns = bare.endswith("er") and bare[:-2] in place_names()
        forms = (word, word.removesuffix("s"), word.removesuffix("n"))
        return towns or any(form in self.language.ages.compatriots for form in forms)

    def _suffix_unit(self, draft: Draft, unit: str, word: str) -> None:
        t, language = self.t, self.language
        known = units.find(unit)
        draft.unit = unit
        draft.kind = known.kind if known else "ratio" if unit == "factor" else "count"
        if unit == "time" and t.word(draft.stop).lower() in self.language.words["than_words"]:
            draft.kind, draft.unit, draft.label = "ratio", "factor", "multiple"
        if unit == "year":
            word = word.title() if word.isupper() else word
            ending = next((e for e in self.language.data["age_endings"] if word.endswith(e)), "")
            person = nouns.find(t, draft.stop, self.language, plural=False)
            if (
                (ending and (ending[0].isupper() or (word[0].isupper() and word == ending)))
                or (ending and person and person.key in self.language.personal)
                or (ending and word[0].isupper() and person is None)
                or (ending and self._named_or_from(draft.stop))
                or (
                    ending
                    and person
                    and t.word(person.stop - 1).lower().endswith(language.personal_endings)
                )
            ):
                draft.label = "age"
