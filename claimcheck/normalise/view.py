"""Looks at the tokens around a number: units, money words, hyphens."""

from __future__ import annotations

from decimal import Decimal
from typing import TypeVar

from claimcheck.normalise.language import Language, Money
from claimcheck.normalise.measured import units
from claimcheck.normalise.measured.degrees import letter_unit
from claimcheck.normalise.numbers.cardinals import Cardinals
from claimcheck.normalise.numbers.decimals import vulgar
from claimcheck.normalise.numbers.digits import DASHES
from claimcheck.normalise.numbers.style import Style
from claimcheck.normalise.quantities import nouns
from claimcheck.normalise.quantities.draft import Draft, Number
from claimcheck.normalise.quantities.hints import hints
from claimcheck.normalise.tokens import Phrases, Tokens

ONE = Decimal(1)
NEAR = 7
"""Tokens before a letter that may hold a sign of degrees."""
LONGEST_RACE = 100
"""Kilometres of races, whose unit is a mere "k"."""
_COUNTED = 25
"""So many tokens before a count may be another in millions."""
CLOSERS = frozenset('.,;:!?)”“"')
T = TypeVar("T")


class View:
    """The tokens of one text, and what stands at a place in them."""

    def __init__(self, tokens: Tokens, language: Language, style: Style) -> None:
        self.t = tokens
        self.language = language
        self.cardinals = Cardinals(tokens, language, style)
        self.hints = hints(language)

    def breaks(self, at: int) -> bool:
        """Tell whether a line that does not go on with a small letter or digits begins here."""
        word = self.t.words[at]
        return self.t.opens_line(at) and not (word[:1].islower() or word[:1].isdecimal())

    def _past_hyphen(self, at: int) -> tuple[int, bool]:
        t = self.t
        word = t.words[at]
        if word and word in DASHES and t.glued(at) and t.glued(at + 1):
            return at + 1, True
        return at, False

    def scale_at(self, at: int) -> Decimal:
        """Return the scale word at a token, or one."""
        return self.language.scales.get(self.t.word(at), ONE)

    def _match(self, phrases: Phrases[T], at: int) -> tuple[int, T] | None:
        """Return the unit, money or noun phrase that begins at a token."""
        words = self.t.words
        if self.language.exact_case:
            found = phrases.match(words, at)
            small = self.language.small_nouns
            if found is None and (words[at] in small or phrases.begins(words[at])):
                found = phrases.match([small.get(word, word) for word in words[at : at + 8]], 0)
            loud = found is None and len(words[at]) > 2 and words[at].isupper()
            if loud and not self.language.money_signs.begins(words[at]):  # "SEK."
                found = phrases.match([word.title() for word in words[at : at + 8]], 0)
            return found  # "FÜNF MILLIONEN EURO"
        if not phrases.begins(words[at].lower()):
            return None
        return phrases.match([word.lower() for word in words[at : at + 8]], 0)

    def _money_at(self, at: int) -> tuple[int, Money] | None:
        """Return the money word or sign at a token, with its length."""
        t = self.t
        if not t.word(at) or t.barrier(at):
            return None
        found = self._match(self.language.money, at)
        if found and found[1].times > 1 and self._goes_on_in_noun(at + found[0]):
            found = None
        if found and t.words[at] in self.language.words["verb_money"] and self._has_object(at + 1):
            found = None
        signs = self.language.money_signs.match(t.words, at)
        if signs and (not found or signs[0] > found[0]):
            sign = t.words[at]
            if sign in self.language.glued_signs and not self._closes_number(at):
                return found
            digits = t.glued(at + 1) and t.word(at + 1)[:1].isdecimal()
            if digits and (sign == "$" or (len(sign) == 1 and not t.glued(at))):
                return found  # "a £30m deal"
            return signs
        return found

    def _describes(self, at: int) -> bool:
        """Tell whether a unit opens a longer word: "40 second-hand cars", "quarter-finals"."""
        t, language = self.t, self.language
        joined = t.words[at + 1] in DASHES and t.glued(at + 1) and t.glued(at + 2)
        if not joined or language.joined:
            return False
        anchor = language.classify(t.words[at])
        if anchor is None or anchor.role not in ("ordinal", "fraction"):
            return self._opens_noun(at)
        return t.words[at + 2].islower() and t.words[at + 2] not in language.sizes

    def _opens_noun(self, at: int) -> bool:
        """Tell whether a unit opens what is counted: "46 day-trippers", "12 hour-long films"."""
        t, language = self.t, self.language
        unit, behind = language.unit_of(t.words[at]), t.words[at + 2]
        if not unit or t.words[at].endswith("s") or language.ages.after.begins(behind):
            return False
        if nouns.is_plural(behind, language) and not language.unit_of(behind):
            return True
        lasting = units.dimension(unit) == "time" and behind in language.words["unit_endings"]
        return lasting and nouns.find(t, at, language, plural=True) is not None

    def _has_object(self, at: int) -> bool:
        """Tell whether a number or "the" follows a verb that is no money then ("61 won two")."""
        word = self.t.word(at)
        if not word or self.t.barrier(at):
            return False
        anchor = self.language.classify(word)
        counts = anchor is not None and anchor.role not in ("article", "scale", "multiple")
        return counts or word.lower() in self.language.words["determiners"]

    def _goes_on_in_noun(self, at: int) -> bool:
        """Tell whether a word that may be a noun follows: "five grand pianos"."""
        word = self.t.word(at)
        return word[:1].isalpha() and word.lower() not in self.language.function_words

    def _closes_number(self, at: int) -> bool:
        """Tell whether a letter stands right behind digits and ends there ("60p", "5c")."""
        t = self.t
        ends = not t.glued(at + 1) or not t.words[at + 1][0].isalnum()
        hyphened = t.words[at + 1] in DASHES and t.glued(at + 2)
        return t.glued(at) and ends and not hyphened and t.words[at - 1][0].isdecimal()

    def _set_money(self, draft: Draft, money: Money) -> None:
        draft.kind, draft.unit, draft.bare = "money", money.code, money.bare
        draft.times = money.times

    def _letter_scale(self, number: Number, *, money: bool) -> None:
        """Take in "m", "bn", "k" after digits, where money or the letter itself allows it."""
        t, at = self.t, number.stop
        letter = t.word(at)
        value = self.language.letters.get(letter)
        if value is None or number.scale != 1 or not number.digits or t.barrier(at):
            return
        follows = self._money_at(at + 1) or self.language.rated.get(t.words[at + 1])
        if len(letter) > 1 and letter not in self.language.data["sum_letters"]:
            fits = t.glued(at) or t.gap(at) in (" ", "\xa0", "\u202f")
        elif letter in "kK":
            ends = not t.glued(at + 1) or t.word(at + 1) in CLOSERS
            fits = money or follows is not None or (t.glued(at) and ends)
            if number.value <= LONGEST_RACE and t.words[at + 1].lower() in self.language.race_nouns:
                fits = money  # "a 10k run"
            whole = number.last == 1
            if letter == "K" and self._by_degrees(at):
                fits = False
            if letter == "K" and number.value < 11 and whole and not money and follows is None:
                fits = False
        else:
            fits = money or follows is not None
        if letter in ("T", "B", "MM") and not fits and not self.language.exact_case:
            counted = nouns.find(t, at + 1, self.language, plural=True)
            sure = number.last < 1 or nouns.known(t.words[at + 1], self.language)
            fits = sure and t.glued(at) and counted is not None  # "1.5T tokens", "3B users"
            fits = fits and not self._of_field(at + 1) and not t.words[at + 1].isupper()
        if letter == "M" and not fits:
            noun = nouns.find(t, at + 1, self.language, plural=True)
            plain = not self.language.exact_case or number.last < 1
            fits = t.glued(at) and (plain or noun is not None)
        if letter == "m" and not fits and not self.language.exact_case and t.glued(at):
            behind = at + 1 + (t.word(at + 1) == "+")  # "5m+ downloads"
            if self._ends_in_millions(at + 1):
                behind = at + 4  # "4.5m to 5.2m people"
            noun = nouns.find(t, behind, self.language, plural=True)
            raced = t.words[behind].lower() in self.language.race_nouns  # "100m hurdles"
            named = t.word(number.first - 1) == ":" and nouns.known(
                t.word(number.first - 2), self.language
            )
            fits = named or (noun is not None and noun.stop <= behind + 2 and not raced)
            fits = fits or self._grown_to(number.first) or self._counted_before(number)
        if fits and not (t.glued(at + 1) and t.word(at + 1)[:1].isalnum()):
            number.scale, number.stop = value, at + 1

    def _ends_in_millions(self, at: int) -> bool:
        """Tell whether the other end of a range is written with "m" as well."""
        t = self.t
        joined = t.word(at).lower() in self.language.range_starts
        digits = t.word(at + 1)[:1].isdecimal()
        return joined and digits and t.word(at + 2) == "m" and t.glued(at + 2)

    def _counted_before(self, number: Number) -> bool:
        """Tell whether "m" has scaled a count a little before: "60m users; there it was 10m"."""
        t, at = self.t, number.stop
        behind = t.word(at + 1)
        before = t.words[number.first - 1].lower()
        if behind in self.language.sizes or nouns.known(behind, self.language):
            return False
        determined = before in self.language.words["determiners"]
        if determined or before not in self.language.function_words:
            return False  # "the 100m", "sank 10m from the shore"
        for k in range(number.first - 1, max(number.first - _COUNTED, 1), -1):
            if t.barrier(k + 1):
                return False
            if t.words[k] == "m" and t.glued(k) and t.words[k - 1][:1].isdecimal():
                noun = nouns.find(t, k + 1, self.language, plural=True)
                raced = t.words[k + 1].lower() in self.language.race_nouns
                return noun is not None and noun.stop <= k + 3 and not raced
        return False

    def _grown_to(self, at: int) -> bool:
        """Tell whether a number is what a large one changed to: "rose by 212,000 to 4.36m"."""
        t, words = self.t, self.language.words
        before = t.word(at - 3).lower()
        changes = before in words["by_words"] or before in words["change_verbs"]
        large = self.language.group in t.word(at - 2)
        return changes and large and t.word(at - 1).lower() in words["to_words"]

    def _unit_at(self, draft: Draft, at: int) -> tuple[int, str] | None:
        t, language = self.t, self.language
        if not t.word(at):
            return None
        if t.words[at] in language.degree_letters and (heat := letter_unit(t, at, language)):
            return 1, heat
        sized = t.words[at + 1] in language.sizes or (
            t.words[at] in language.glued_sizes
            and t.words[at - 1][0].isdecimal()
            and t.glued(at)
            and not (t.glued(at + 1) and t.words[at + 2][:1].isdecimal())
        )
        sized = sized or (t.words[at] in language.glued_sizes and self._ends_text(draft, at + 1))
        if t.words[at] in language.size_symbols and sized:
            return 1, language.size_symbols[t.words[at]]
        named = self._match(language.unit_names, at)
        symbol = language.symbols.match(t.words, at)
        if symbol and (not named or symbol[0] > named[0]):
            return symbol if self._symbol_fits(draft, at, symbol[0]) else named
        return named

    def _ends_text(self, draft: Draft, at: int) -> bool:
        """Tell whether "2 in." ends a text or a bracket, or a bracket with digits follows."""
        t = self.t
        opened = t.words[at] == "(" and t.words[at + 1][:1].isdecimal()
        closed = t.words[at] == ")" and t.word(draft.first - 1) == "("
        at += t.words[at] == "." and t.glued(at)
        return draft.number.digits and (at >= t.size or opened or closed)

    def _symbol_fits(self, draft: Draft, at: int, size: int) -> bool:
        """Tell whether a symbol is a unit here and not a letter of a name."""
        t = self.t
        word = t.words[at]
        if not word[0].isalpha() or size > 1:
            return True
        digits = draft.number.digits or vulgar(t.words[draft.number.first]) is not None
        if not digits and (draft.upper is None or not draft.upper.digits):
            return word in self.language.spelled_symbols and not t.glued(at + 1)
        if t.glued(at + 1) and t.word(at + 1)[0].isalnum():
            return word == "h" and self._goes_on_in_minutes(at + 1)
        if t.word(at + 1) in DASHES and t.word(at + 1) and t.glued(at + 1) and t.glued(at + 2):
            between = word in "lmg" and draft.stop < at and self.language.exact_case
            return len(word) > 1 or between or (word in "KNT" and self._of_field(at + 2))
        if len(word) == 1:
            if word in "KNT":
                ends = self._ends_phrase(at + 1) or self._of_field(at + 1)
                apart = not t.glued(at) or (word == "K" and self._by_degrees(at))
                return apart and draft.number.scale == 1 and ends
            if word in "sB":
                return word == "s" and (not t.glued(at) or draft.number.last < 1)
            if word.isupper() and word not in "WVAL" and t.glued(at):
                return False
            litres = word == "L" and t.glued(at)
            if word.isupper() and not litres and t.word(at + 1)[:1].isupper():
                return False
            if word in "dgA" and draft.number.scale > 1:
                return False
        return True

    def _by_degrees(self, at: int) -> bool:
        """Tell whether degrees stand right before, so that K is kelvin: "300 °C (573.15K)"."""
        return "°" in self.t.words[max(0, at - NEAR) : at]

    def _of_field(self, at: int) -> bool:
        """Tell whether what is measured follows a letter that is a unit ("a 1.5 T MAGNET")."""
        return self.t.word(at).lower() in self.language.letter_nouns

    def _ends_phrase(self, at: int) -> bool:
        """Tell whether no noun can follow a unit: "bei 300 K beginnt", "300 K, then"."""
        word = self.t.word(at)
        if self.t.barrier(at) or not word[:1].isalpha():
            return True
        return word in self.language.function_words or (self.language.exact_case and word.islower())

    def _goes_on_in_minutes(self, at: int) -> bool:
        """Tell whether minutes are glued to the sign of hours ("2h30m", "2h30", no "at 9h30")."""
        t = self.t
        digits = t.words[at]
        if not digits.isdecimal() or len(digits) > 2:
            return False
        if not t.glued(at + 1) or not t.words[at + 1][0].isalnum():
            led = t.word(at - 3).lower() in self.language.words["clock_leads"]
            return len(digits) == 2 and digits < "60" and len(t.words[at - 2]) == 1 and not led
        minutes = self.language.symbols.match(t.words, at + 1)
        return minutes is not None and minutes[1] in ("minute", "metre")

    def _infer_age(self, draft: Draft) -> None:
        """Make a number years of age, though no word of age says so."""
        self._set_unit(draft, "year")
        draft.label = "age"
        draft.inferred.append("age")

    def _set_unit(self, draft: Draft, name: str) -> None:
        unit = units.find(name)
        draft.unit = name
        draft.kind = unit.kind if unit else "measure"
        if name == "permille":
            draft.kind = "percent"
