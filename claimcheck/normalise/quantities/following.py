"""Reads what follows a number: unit, money, suffix, age, counted noun."""

from __future__ import annotations

from decimal import Decimal

from claimcheck.normalise.language import Hedge, Money
from claimcheck.normalise.measured import units
from claimcheck.normalise.measured.compounds import Compounds, mark_end
from claimcheck.normalise.measured.degrees import DEGREES
from claimcheck.normalise.measured.noununits import length_in, measured_in
from claimcheck.normalise.measured.symbols import Symbols
from claimcheck.normalise.numbers.digits import DASHES
from claimcheck.normalise.numbers.shares import Shares
from claimcheck.normalise.quantities import nouns
from claimcheck.normalise.quantities.ages import Ages
from claimcheck.normalise.quantities.decades import Decades
from claimcheck.normalise.quantities.draft import Draft, Number

ONE = Decimal(1)
FEW_IN = 3
"""The most that "two voters in five" names of a few."""
_SUM = 1_000_000


class Following(Ages, Compounds, Decades, Shares, Symbols):
    """Reads what follows a number."""

    def follow(self, draft: Draft) -> None:
        """Take in the unit, the money or the counted noun after the number."""
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
        adjective = t.word(at).lower()
        hedged = adjective in self.language.words["whole"] or self.language.before.begins(adjective)
        hedged = hedged or adjective in self.language.words["singles"]
        plain = draft.number.role != "article" or hedged
        if not money and not unit and not hyphen and plain and self._modifies(at):
            at += 1
            self._hedged_within(draft, at)
            money, unit = self._money_at(at), self._unit_at(draft, at)
        if money and (not unit or money[0] >= unit[0]):
            self._take_money(draft, at, *money)
        elif unit:
            self._take_unit(draft, at, *unit)
        elif not self._unit_before(draft):
            self._count(draft, at, hyphen=hyphen)

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
        word, after = t.word(at), t.word(at + 1)
        if not word.isalpha() or t.barrier(at + 1) or t.glued(at + 1):
            return False
        key = language.key(after)
        if not word.islower():
            national = language.exact_case and word.istitle() and word.endswith(("sche", "schen"))
            return national and language.money.begins(key)  # "50 Israelische Schekel"
        if not (language.unit_names.begins(key) or language.money.begins(key)):
            return False
        if language.exact_case:
            return word.endswith(("e", "en", "er", "es")) and word not in language.function_words
        return word in language.modifiers or word in language.words["singles"]

    def _unit_before(self, draft: Draft) -> bool:
        """Take the unit that stands before its number ("magnitude 6.1", "Stärke 7,4")."""
        t = self.t
        at = draft.first - 1
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

    def _numbered_tail(self, draft: Draft) -> bool:
        """Tell whether a number in words is joined by a hyphen ("six-foot-two")."""
        at, hyphen = self._past_hyphen(draft.stop)
        return hyphen and nouns.is_number(self.t.word(at), self.language)

    def _suffix_after(self, draft: Draft, at: int, *, hyphen: bool) -> bool:
        """Take in "-jährig", "-prozentige", "-fold" and the like after digits."""
        t, language = self.t, self.language
        word = t.word(at)
        if not (hyphen or t.glued(at)):
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
                or (
                    ending
                    and person
                    and t.word(person.stop - 1).lower().endswith(language.personal_endings)
                )
            ):
                draft.label = "age"

    def _count(self, draft: Draft, at: int, *, hyphen: bool) -> None:
        t, language = self.t, self.language
        number = draft.number
        if number.role == "fraction" or self._share_of(draft) or self._age_aside(draft):
            return
        if (number.last < 1 or not number.digits) and self._tall(draft):
            return
        if self._decade_of_life(draft, at):
            return
        if t.word(at) in ("x", "×") and t.glued(at + 1) and t.word(at + 1)[:1].isdecimal():
            return
        times = t.word(at)
        low = times.lower()
        if low in language.words["cross_words"] and self._crosses(at):
            return
        if (
            low in language.words["times_words"]
            and not (len(times) == 1 and t.word(at + 1)[:1].isdecimal())
            and (times in language.data["times_words"])
            and not (low == "time" and number.total != 1)
        ):
            self._times(draft, at)
            return
        if hyphen:
            self._hyphen_noun(draft, at)
            return
        if t.glued(at) and t.word(at) and t.word(at)[0].isalpha():
            return
        if "\n" in t.gap(at) and any(self._begins_line(number.first - k) for k in (0, 1)):
            return  # a number alone in its line, or behind one word, as in a table
        owned = number.role == "vague" and language.exact_case
        owned = owned and t.word(number.first - 1).lower() in language.words["determiners"]
        owned = owned and not t.barrier(number.first)  # "die Milliarden der Steuerzahler"
        start = at if number.role == "article" or owned else self._past_partitive(at)
        if language.partitive_pronouns.begins(low) and self._among(draft, at):
            return
        plural = number.total > 1 or draft.upper is not None
        found = nouns.find(t, start, language, plural=plural)
        if found is None or (found.key in language.sums and number.total >= _SUM):
            return
        if start > at and plural and t.words[found.stop - 1].endswith(language.one_alone):
            return  # "500 Millionen der Regierung"
        if start > at and t.word(found.stop) in ("'", "’") and t.glued(found.stop):
            return  # "10 of the Hawks' 19 points"
        draft.kind, draft.unit = "count", found.key
        draft.noun, draft.stop = t.quote(start, found.stop), found.stop
        if found.stop == start + 1 and (unit := measured_in(t.words[start], language)):
            draft.kind, draft.unit = "measure", unit
        elif found.stop > start + 1 and (unit := length_in(t.words[found.stop - 1], language)):
            draft.kind, draft.unit, draft.noun = "measure", unit, ""
        if number.value <= FEW_IN:
            self._one_in(draft)

    def _among(self, draft: Draft, at: int) -> bool:
        """Read "six of them children", "sechs davon Kinder": a known noun that ends there."""
        t, language = self.t, self.language
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
        return at == 0 or "\n" in self.t.gap(at)

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
