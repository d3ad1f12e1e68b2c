"""Reads what follows a number: unit, money, suffix, age, counted noun."""

from __future__ import annotations

from decimal import Decimal

from claimcheck.normalise import nouns, units
from claimcheck.normalise.cardinals import DASHES, HALVES
from claimcheck.normalise.draft import Draft, Number
from claimcheck.normalise.language import Hedge
from claimcheck.normalise.numbers import fraction
from claimcheck.normalise.view import View

PERSONAL = frozenset({"person", "man", "woman", "child", "dead", "student", "patient", "victim"})
IDIOMS = frozenset(map(Decimal, (2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 20, 50, 100, 1000)))
ONE = Decimal(1)


class Following(View):
    """Reads what follows a number."""

    def follow(self, draft: Draft) -> None:
        """Take in the unit, the money or the counted noun after the number."""
        t = self.t
        at, hyphen = self._past_hyphen(draft.stop)
        if self._aged(draft, at):
            return
        if t.barrier(at):
            self._unit_before(draft)
            return
        at = self._past_of(draft.number, at)
        if hyphen and t.word(at).lower() in self.language.words["plus"]:
            draft.hedge, draft.stop = Hedge("over", ONE, None), at + 1
            at, hyphen = self._past_hyphen(draft.stop)
        if self._suffix_after(draft, at, hyphen=hyphen) or self._age_after(draft, at, hyphen):
            return
        money = self._money_at(at)
        unit = self._unit_at(draft, at)
        plain = not hyphen and draft.number.role != "article"
        if not money and not unit and plain and self._modifies(at):
            at += 1
            money, unit = self._money_at(at), self._unit_at(draft, at)
        if money and (not unit or money[0] >= unit[0]):
            self._set_money(draft, money[1])
            draft.stop = at + money[0]
            self._tail(draft)
            return
        if unit:
            self._set_unit(draft, unit[1])
            draft.stop = at + unit[0]
            self._dot(draft)
            if draft.unit in ("part_per_million",) or not self._tail(draft):
                self._compound_unit(draft)
            return
        if not self._unit_before(draft):
            self._count(draft, at, hyphen=hyphen)

    def _past_of(self, number: Number, at: int) -> int:
        """Step over "of" in "tens of dollars", "millions d'euros" to money or unit."""
        t, language = self.t, self.language
        if t.word(at).lower() not in language.words["of_words"]:
            return at
        if number.role in ("vague", "group"):
            return at + 1
        after = at + 2 if t.word(at + 1) in ("'", "’") else at + 1
        if number.scale < 1_000_000:
            return at
        return after if language.money.match(self.cardinals.keys(after), 0) else at

    def _modifies(self, at: int) -> bool:
        """Tell whether one adjective stands before a unit ("zwei weitere Jahre")."""
        t, language = self.t, self.language
        word, after = t.word(at), t.word(at + 1)
        if not word.isalpha() or not word.islower() or t.barrier(at + 1) or t.glued(at + 1):
            return False
        key = language.key(after)
        if not (language.unit_names.begins(key) or language.money.begins(key)):
            return False
        if language.exact_case:
            return word.endswith(("e", "en", "er")) and word not in language.function_words
        return word in language.modifiers

    def _unit_before(self, draft: Draft) -> bool:
        """Take the unit that stands before its number ("magnitude 6.1", "Stärke 7,4")."""
        t = self.t
        at = draft.first - 1
        if t.word(at) in DASHES and t.word(at) and t.glued(draft.first):
            at -= 1
        name = self.language.units_before.get(t.word(at))
        if name is None or t.barrier(draft.first) or draft.number.scale != 1:
            return False
        self._set_unit(draft, name)
        draft.first = at
        return True

    def _dot(self, draft: Draft) -> None:
        """Take in the full stop of an abbreviated unit ("Std.", "ft.")."""
        t, at = self.t, draft.stop
        if (
            t.word(at) == "."
            and t.glued(at)
            and t.word(at + 1)[:1].islower()
            and len(t.words[at - 1]) <= 4
            and t.words[at - 1].isalpha()
        ):
            draft.stop = at + 1

    def _tail(self, draft: Draft) -> bool:
        """Take in what is joined by hyphens ("-Investition", "-per-year"); tell whether any."""
        t, at = self.t, draft.stop
        start = at
        while t.word(at) in DASHES and t.word(at) and t.glued(at) and t.glued(at + 1):
            if not t.word(at + 1)[0].isalpha():
                break
            if t.word(at + 1).lower() in self.language.per_words:
                break
            if self.language.range_words.match([t.word(at + 1).lower()], 0):
                break
            at += 2
        if at > start:
            draft.stop = at
            if draft.kind in ("number", "count", "duration"):
                draft.noun = t.words[at - 1]
        return at > start

    def _compound_unit(self, draft: Draft) -> None:
        """Take in "2 h 30 min", "5 Stunden und 20 Minuten", "5 feet 8 inches", "5-foot-8"."""
        t, at = self.t, draft.stop
        if draft.kind not in ("duration", "measure") or draft.upper or not draft.unit:
            return
        joined = at
        if t.word(at).lower() in self.language.words["and"]:
            joined = at + 1
        if self._and_a_half_after(draft):
            return
        if t.word(joined) == ",":
            joined += 1
        if t.word(joined) in DASHES and t.glued(joined) and t.glued(joined + 1):
            joined += 1
        if t.barrier(joined) or not t.word(joined):
            return
        first = t.word(joined)
        if not (first[0].isdecimal() or self.language.classify(first)):
            return
        if draft.number.last != 1 or draft.number.scale != 1:
            return
        if self._feet_and_inches(draft, joined):
            return
        small = self.cardinals.read(joined)
        if small is None or small.role != "number" or small.scale != 1:
            return
        probe = Draft(small, small.first, small.stop)
        nxt, _ = self._past_hyphen(small.stop)
        unit = self._unit_at(probe, nxt)
        if unit is None:
            return
        value = units.convert(small.value, unit[1], draft.unit)
        part = units.convert(ONE, unit[1], draft.unit)
        if value is None or part is None or part >= 1 or value >= 1:
            return
        finest = units.convert(draft.number.total, draft.unit, unit[1])
        if finest is None:
            return
        draft.number.value, draft.number.scale = finest + small.value, ONE
        draft.number.stop, draft.number.last = small.stop, small.last
        draft.unit, draft.stop = unit[1], nxt + unit[0]

    def _and_a_half_after(self, draft: Draft) -> bool:
        """Read "an hour and a half"."""
        t, language, at = self.t, self.language, draft.stop
        if t.word(at).lower() not in language.words["and"]:
            return False
        if t.word(at + 1).lower() not in language.articles:
            return False
        anchor = language.classify(t.word(at + 2)) if t.word(at + 2) else None
        if anchor is None or anchor.role != "half":
            return False
        draft.number.value += anchor.value
        draft.number.last, draft.stop = HALVES, at + 3
        return True

    def _feet_and_inches(self, draft: Draft, at: int) -> bool:
        """Read "5-foot-8" and "6 feet 2": what follows a foot without unit is inches."""
        t = self.t
        if draft.unit != "foot":
            return False
        if t.word(at) in DASHES:
            at += 1
        inches = t.word(at)
        if not inches.isdecimal() or int(inches) >= 12 or t.barrier(at):
            return False
        draft.number.value = draft.number.value * 12 + int(inches)
        draft.unit, draft.stop = "inch", at + 1
        nxt, _ = self._past_hyphen(draft.stop)
        unit = self._unit_at(draft, nxt)
        if unit and unit[1] == "inch":
            draft.stop = nxt + unit[0]
        return True

    def _suffix_after(self, draft: Draft, at: int, *, hyphen: bool) -> bool:
        """Take in "-jährig", "-prozentige", "-fold" and the like after digits."""
        t, language = self.t, self.language
        word = t.word(at)
        if not (hyphen or t.glued(at)):
            return False
        unit = language.suffixes.get(word) or language.suffixes.get(word.lower())
        if unit is None:
            return False
        draft.stop = at + 1
        self._suffix_unit(draft, unit, word)
        self._tail(draft)
        draft.noun = ""
        return True

    def _suffix_unit(self, draft: Draft, unit: str, word: str) -> None:
        t = self.t
        known = units.find(unit)
        draft.unit = unit
        draft.kind = known.kind if known else "ratio" if unit == "factor" else "count"
        if unit == "time" and t.word(draft.stop).lower() in self.language.words["than_words"]:
            draft.kind, draft.unit, draft.label = "ratio", "factor", "multiple"
        if unit == "year":
            ending = next((e for e in self.language.data["age_endings"] if word.endswith(e)), "")
            person = nouns.find(t, draft.stop, self.language, plural=False)
            if (
                (ending and (ending[0].isupper() or (word[0].isupper() and word == ending)))
                or (ending and person and person.key in PERSONAL | {"employee", "soldier"})
                or (ending and person and person.key.endswith(("mann", "frau")))
            ):
                draft.label = "age"

    def _aged(self, draft: Draft, at: int) -> bool:
        """Take in "im Alter von 34 Jahren", "aged 34"."""
        language = self.language
        previous = self.t.word(draft.first - 1).lower()
        if not language.age_before.begins(previous) or draft.number.total > 130:
            return False
        if not language.age_before.match_back(*self._left(draft.first)):
            return False
        unit = None if self.t.barrier(at) else self._unit_at(draft, at)
        if unit and units.find(unit[1]) and units.dimension(unit[1]) != "time":
            return False
        draft.label = "age"
        self._set_unit(draft, unit[1] if unit else "year")
        draft.stop = at + unit[0] if unit else draft.stop
        return True

    def _age_after(self, draft: Draft, at: int, hyphen: bool) -> bool:
        """Take in "years old", "-year-old", "Jahre alt"; set the label of ages."""
        t, language = self.t, self.language
        unit = self._unit_at(draft, at)
        stop = at
        found = None
        if language.age_after.begins(t.word(at).lower()):
            found = language.age_after.match([word.lower() for word in t.words[at : at + 5]], 0)
        if found:
            stop = at + found[0]
        elif unit and unit[1] in ("year", "month", "week", "day"):
            nxt = language.age_after.match([t.word(at + unit[0]).lower()], 0)
            if not nxt or t.barrier(at + unit[0]):
                return False
            stop = at + unit[0] + nxt[0]
        else:
            return False
        draft.label = "age"
        self._set_unit(draft, unit[1] if unit else "year")
        draft.stop = stop
        return True

    def _count(self, draft: Draft, at: int, *, hyphen: bool) -> None:
        t, language = self.t, self.language
        number = draft.number
        if number.role == "fraction" or self._share_of(draft) or self._age_aside(draft):
            return
        if t.word(at) in ("x", "×") and t.glued(at + 1) and t.word(at + 1)[:1].isdecimal():
            return
        times = t.word(at)
        if (
            times.lower() in language.words["times_words"]
            and (times in language.data["times_words"])
            and not (times.lower() == "time" and number.total != 1)
        ):
            self._times(draft, at)
            return
        if hyphen:
            self._hyphen_noun(draft, at)
            return
        if t.glued(at) and t.word(at) and t.word(at)[0].isalpha():
            return
        start = at if number.role == "article" else self._past_partitive(at)
        plural = number.total > 1 or draft.upper is not None
        found = nouns.find(t, start, language, plural=plural)
        if found is None:
            return
        draft.kind, draft.unit = "count", found.key
        draft.noun, draft.stop = t.quote(start, found.stop), found.stop

    def _share_of(self, draft: Draft) -> bool:
        """Read "neun von zehn", "one in five", "3 out of 4" as a share."""
        t, language, number = self.t, self.language, draft.number
        if t.word(number.stop) in DASHES and t.glued(number.stop):
            words = [t.word(number.stop + 1).lower()]
            found = language.out_of.match(words, 0)
            found = (3, True) if found and t.word(number.stop + 2) in DASHES else None
        else:
            words = [word.lower() for word in t.words[number.stop : number.stop + 3]]
            found = language.out_of.match(words, 0)
        if not found or number.scale != 1 or number.last != 1 or draft.upper:
            return False
        start = number.stop + found[0]
        word = t.word(start)
        if not word or t.barrier(number.stop) or t.barrier(start):
            return False
        if not word[0].isdecimal():
            anchor = language.classify(word)
            if anchor is None or anchor.role not in ("number", "scale"):
                return False
        whole = self.cardinals.read(start)
        if whole is None or whole.scale != 1 or whole.value not in IDIOMS:
            return False
        if number.value >= whole.value or not self._idiom(draft, whole):
            return False
        number.value = fraction(number.value * 100, whole.value)
        number.last, number.role, number.stop = Decimal("0.01"), "fraction", whole.stop
        draft.kind, draft.unit, draft.label = "percent", "percent", "fraction"
        draft.stop = whole.stop
        return True

    def _idiom(self, draft: Draft, whole: Number) -> bool:
        """Tell "one in five" from "three in 20 minutes"."""
        unit = self._unit_at(Draft(whole, whole.first, whole.stop), whole.stop)
        money = self._money_at(whole.stop)
        joined = self.t.word(draft.number.stop).lower() in self.language.words["of_words"]
        if joined and draft.number.role == "article" and not self.language.exact_case:
            return False
        return not unit and not money and (whole.value <= 20 or draft.number.value == 1)

    def _age_aside(self, draft: Draft) -> bool:
        """Read "Meier (47)" and "Baker, 63, said" as ages, which is inferred."""
        t, number = self.t, draft.number
        first, stop = draft.first, number.stop
        pair = (t.word(first - 1), t.word(stop))
        if pair not in (("(", ")"), (",", ",")) or draft.upper or draft.negative:
            return False
        name = t.word(first - 2)
        if not (name[:1].isupper() and name[1:].islower() and name.isalpha()):
            return False
        if number.last != 1 or number.scale != 1 or not 3 <= number.value <= 110:
            return False
        if pair[0] == "," and not t.word(first - 3)[:1].isupper():
            return False
        if t.word(stop + 1)[:1].isdecimal() or not number.digits:
            return False
        self._set_unit(draft, "year")
        draft.label = "age"
        draft.inferred.append("age")
        return True

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
        return (
            at
            if t.word(start).lower() in language.words["of_words"]
            or (self.language.exact_case and t.word(start) in ("der",))
            else start
        )

    def _times(self, draft: Draft, at: int) -> None:
        """Read "vier Mal", "3,9-mal mehr", "three times as many"."""
        t, language = self.t, self.language
        draft.stop = at + 1
        than = t.word(at + 1).lower() in language.words["than_words"]
        draft.kind, draft.unit = ("ratio", "factor") if than else ("count", "time")
        draft.label = "multiple" if than else ""

    def _hyphen_noun(self, draft: Draft, at: int) -> None:
        """Read "3-Zimmer-Wohnung", "five-boat", "15-Millionen-Einwohner-Stadt" as counts."""
        t, language = self.t, self.language
        word = t.word(at)
        if not word[:1].isalpha() or (language.exact_case and not word[0].isupper()):
            return
        key = language.count_words.get(language.key(word))
        if key is None and not language.exact_case:
            key = language.count_words.get(word.lower() + "s")
        if key is None and (len(word) < 3 or language.exact_case is False):
            return
        draft.kind, draft.unit = "count", key or nouns.head_key(word, language)
        draft.stop = at + 1
        draft.noun = word
        self._tail(draft)
        draft.noun = t.quote(at, draft.stop)
