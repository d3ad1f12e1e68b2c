"""Reads ages: "im Alter von 34 Jahren", "34 years old", "Meier (47)"."""

from __future__ import annotations

from claimcheck.normalise.measured import units
from claimcheck.normalise.numbers.digits import DASHES
from claimcheck.normalise.quantities import nouns
from claimcheck.normalise.quantities.draft import Draft
from claimcheck.normalise.quantities.firstnames import is_full_name
from claimcheck.normalise.quantities.lives import TEENS, Lives
from claimcheck.normalise.unread.placenames import place_names

GROWN = 18
"""From here a number after a lone name is an age rather than a score ("Ortiz, 35, was")."""
SENTENCE = 25
"""Tokens on each side that may speak of goals."""
SUFFIXES = frozenset({"II", "III", "IV", "Jr", "Sr"})
"""What may stand behind the name of a person."""
CHILD = 15
"""Below, a number behind the name of a player counts goals rather than years."""
ENDS = frozenset('.!?,"”“»')
"""Signs behind which a lone capital opens a sentence."""


class Ages(Lives):
    """Reads ages after a number."""

    def _aged(self, draft: Draft, at: int) -> bool:
        """Take in "im Alter von 34 Jahren", "aged 34"."""
        language = self.language
        known = draft.label == "age"
        if self._grouped_age(draft):
            return True
        if not known and not self.hints.aged(self.t.words[draft.first - 1]):
            return False
        previous = self.t.word(draft.first - 1).lower()
        if not (known or language.ages.before.begins(previous)) or draft.number.total > 130:
            return False
        if not (known or language.ages.before.left_of(self.t.words, draft.first)):
            return False
        unit = None if self.t.barrier(at) else self._unit_at(draft, at)
        if unit and units.find(unit[1]) and units.dimension(unit[1]) != "time":
            return False
        draft.label = "age"
        self._set_unit(draft, unit[1] if unit else "year")
        draft.stop = at + unit[0] if unit else draft.stop
        return True

    def _grouped_age(self, draft: Draft) -> bool:
        """Read "over-65s", "under-18s", "the over 65s": people by their age."""
        t, at = self.t, draft.number.stop
        if t.words[at] != "s":
            return False
        ends = not t.glued(at + 1) or not t.word(at + 1)[0].isalnum()
        if not t.glued(at) or not ends or draft.number.scale != 1:
            return False
        before = draft.first - 1
        before -= t.word(before) in DASHES and t.glued(draft.first)
        bound = self.language.before.match_back([t.word(before).lower()], 0)
        if bound is None or bound[1].qualifier not in ("over", "under"):
            return False
        self._set_unit(draft, "year")
        draft.label, draft.stop = "age", at + 1
        return True

    def _age_after(self, draft: Draft, at: int, unit: tuple[int, str] | None) -> bool:
        """Take in "years old", "-year-old", "Jahre alt"; set the label of ages."""
        t, language = self.t, self.language
        stop = at
        found = None
        if draft.number.role == "vague":
            return False
        if language.ages.after.begins(t.word(at).lower()):
            found = language.ages.after.match([word.lower() for word in t.words[at : at + 5]], 0)
        if found:
            stop = at + found[0]
        elif unit and unit[1] in ("year", "month", "week", "day"):
            behind, _ = self._past_hyphen(at + unit[0])
            nxt = language.ages.after.match([t.word(behind).lower()], 0)
            if not nxt or t.barrier(behind):
                return False
            stop = behind + nxt[0]
        else:
            return False
        draft.label = "age"
        self._set_unit(draft, unit[1] if unit else "year")
        draft.stop = stop
        return True

    def _age_aside(self, draft: Draft) -> bool:
        """Read "Meier (47)" and "Baker, 63, said" as ages, which is inferred."""
        t, number = self.t, draft.number
        if not self.hints.aged(t.words[draft.first - 1]):
            return False
        if self._age_told(draft):
            return True
        first, stop = draft.first, number.stop
        while t.word(first - 1).lower() in self.language.ages.asides:
            first -= 1  # "Lopez, now 52, lives"
        pair = (t.word(first - 1), t.word(stop))
        kin = pair == (",", ".") and t.word(first - 2) in self.language.ages.kin
        closed = pair in ((",", ";"), (",", "."))
        listed = closed and is_full_name(t.word(first - 3), t.word(first - 2))
        if not (kin or listed or pair in (("(", ")"), (",", ","))) or draft.upper or draft.negative:
            return pair[0] in ("(", ",") and self._aged_pair(draft, first)
        if number.last != 1 or number.scale != 1 or not 3 <= number.value <= 110:
            return False
        if t.word(stop + 1)[:1].isdecimal() or not number.digits:
            return False
        if not self._person(first - 2, opened=pair[0] == "(", draft=draft):
            return False
        if (number.value < CHILD or self._follows(first - 2)) and self._scores(first):
            return False
        self._infer_age(draft)
        return True

    def _aged_pair(self, draft: Draft, first: int) -> bool:
        """Read the first age of "das Paar, 34 und 36,", "three daughters, now 9, 7 and 4".

        `first` is where the age begins, with "now".
        """
        t, language, number = self.t, self.language, draft.number
        opened, at = t.word(first - 1), number.stop
        while t.word(at) == "," and t.word(at + 1).isdecimal() and at < first + SENTENCE:
            at += 2  # "drei Männer (23, 25 und 31)"
        if draft.negative or t.word(at).lower() not in language.words["list_words"]:
            return False
        if not t.word(at + 1).isdecimal() or not number.digits or number.last != 1 or draft.upper:
            return False
        closed = t.word(at + 2) == ")" if opened == "(" else t.word(at + 2) in (",", ".")
        other = int(t.words[at + 1])
        if not closed or not 3 <= number.value <= 110 or not 3 <= other <= 110:
            return False
        noun = t.word(first - 2)
        known = noun.lower() in language.words["couples"]
        if not known and language.count_words.get(language.key(noun)) not in language.personal:
            return False
        self._infer_age(draft)
        return True

    def _scores(self, at: int) -> bool:
        """Tell whether the words before a name speak of goals ("mit neun Toren, Schiller (5)")."""
        t, language = self.t, self.language
        near = t.words[max(0, at - SENTENCE) : at + SENTENCE]
        goals = tuple(w.lower() for w, key in language.count_words.items() if key == "goal")
        return any(word.lower().endswith(goals) for word in near)

    def _follows(self, at: int) -> bool:
        """Tell whether a name that ends at `at` comes in behind others: "gefolgt von Aydin (19)".

        So does one in a list with such a name.
        """
        t, language = self.t, self.language
        while t.word(at)[:1].isupper():
            at -= 1
        if t.word(at - 1) == ")" and t.word(at).lower() in {",", *language.words["list_words"]}:
            while t.word(at) and t.word(at) != "(":
                at -= 1
            return self._follows(at - 1)
        return language.follows.left_of(self.t.words, at + 1) is not None

    def _person(self, at: int, *, opened: bool, draft: Draft) -> bool:
        """Tell whether the word at `at`, before an age set apart, names a person."""
        t, language = self.t, self.language
        if t.word(at) == "." and len(t.word(at - 1)) == 1 and t.glued(at):
            at -= 2  # "Thomas K. (29)"
        if t.word(at) == "." and t.word(at - 1) in SUFFIXES and t.glued(at):
            at -= 1
        if t.word(at) in SUFFIXES and t.word(at - 1)[:1].isupper():
            at -= 1  # "John Reed III, 38, said"
        name, before = t.word(at), t.word(at - 1)
        personal = not opened and language.count_words.get(language.key(name)) in language.personal
        if name in language.ages.people or name in language.ages.kin:
            return True
        if name in language.ages.selves or self._parent(at):
            return True
        if not opened and name.lower().endswith(language.personal_endings):
            return True
        if personal and not (name.islower() and nouns.is_plural(name, language)):
            return True
        camel = name[:1].isupper() and name[-2:].islower() and name.isalpha()
        if not camel:
            return False
        if not opened and self._set_apart(at, draft):
            return True
        if opened:
            whole = t.quote(nouns.word_start(t, at), at + 1)
            return whole not in place_names()  # "Hessen (88)"
        if before[:1].isupper() and before.lower() not in language.function_words:
            return True
        after = t.word(draft.number.stop + 1)
        alone = t.barrier(at) or before in ENDS
        alone = alone or before.lower() in language.words["list_words"]
        alone = alone or after.lower() in language.words["of_words"]  # "of Riva, 47, of Troy"
        told = after.endswith(language.past_endings) and not language.exact_case
        placed = before.lower() in language.place_words or name in place_names()
        alone = alone or (told and not placed)  # "says Tadlock, 38, turned"
        alone = alone and draft.number.value >= GROWN
        listed = after.lower() in language.words["list_words"]
        return alone and after.islower() and not listed

    def _set_apart(self, at: int, draft: Draft) -> bool:
        """Tell whether "The Swede, 25, won" or "his wife, Denise, 41," names somebody at `at`."""
        t, ages = self.t, self.language.ages
        before, after = t.word(at - 1), t.word(draft.number.stop + 1)
        if before == ",":
            return t.word(at - 2) in ages.kin and draft.number.value >= CHILD
        led = before.lower() in self.language.words["determiners"]
        return led and t.word(at) in ages.compatriots and after.islower()

    def _parent(self, at: int) -> bool:
        """Tell whether "A mother of three" ends at a token."""
        t, language = self.t, self.language
        of = t.word(at - 1) in language.words["of_words"]
        return of and t.word(at - 2) in language.ages.kin and nouns.is_number(t.word(at), language)

    def _age_told(self, draft: Draft) -> bool:
        """Read "She was 85.", "er wurde 85" and "died at 85", which is inferred."""
        t, number = self.t, draft.number
        plain = number.last == 1 and number.scale == 1 and number.role == "number"
        if not plain or draft.upper or draft.negative or draft.hedge:
            return False
        if not 3 <= number.value <= 110:
            return False
        told = (number.digits and self._age_said(draft)) or self._age_of_life(draft)
        if not told or (t.glued(number.stop) and t.word(number.stop) not in (".", ",", "")):
            return False
        self._infer_age(draft)
        return True

    def _age_said(self, draft: Draft) -> bool:
        """Tell whether the words before a number are said of ages alone: "she turned 40"."""
        t, language, number = self.t, self.language, draft.number
        ages, before = language.ages, t.word(draft.first - 1).lower()
        heard = ages.died.begins(before) or ages.told.begins(before)
        left = draft.first if heard else 0
        if died := ages.died.left_of(t.words, left):
            told = (
                number.value > died[1] and nouns.find(t, number.stop, language, plural=True) is None
            )
        elif t.word(draft.first - 1).lower() in language.ages.reached:
            told = nouns.find(t, number.stop, language, plural=True) is None and not t.glued(
                number.stop + 1
            )
        elif t.word(draft.first - 2) in language.ages.people:
            led = t.word(draft.first - 1) in language.words["of_words"] and number.value >= TEENS
            told = led and (
                self._told_ends(number.stop) or t.word(number.stop) in language.function_words
            )
        elif t.word(draft.first - 1).lower() in language.ages.led:
            told = language.ages.left.match(t.words[number.stop : number.stop + 4], 0) is not None
        else:
            told = bool(language.ages.told.left_of(t.words, left)) and self._told_ends(number.stop)
        return told

    def _told_ends(self, at: int) -> bool:
        """Tell whether a clause ends at `at`: a full stop there may make an ordinal."""
        t, language = self.t, self.language
        if t.barrier(at) or t.word(at) in ("!", "?", ";"):
            return True
        if t.word(at) == ".":
            return not language.exact_case or self._full_stop(at)
        return t.word(at) == "," or t.word(at).lower() in language.ages.ends
