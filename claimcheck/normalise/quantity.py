"""Puts a number together with what stands around it: hedge, money, unit, noun, range."""

from __future__ import annotations

from decimal import Decimal

from claimcheck.normalise import nouns, units
from claimcheck.normalise.cardinals import DASHES, Cardinals
from claimcheck.normalise.draft import Draft, Number
from claimcheck.normalise.language import Hedge, Language, Money
from claimcheck.normalise.numbers import Style, fraction
from claimcheck.normalise.tokens import Tokens

RANGE_DASHES = "-–—‐‑−"
SMALL = Decimal(12)
IDIOMS = frozenset(map(Decimal, (2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 20, 50, 100, 1000)))
PERSONAL = frozenset({"person", "man", "woman", "child", "dead", "student", "patient", "victim"})
ONE = Decimal(1)


class Reader:
    """Reads the quantities in the tokens of one text."""

    def __init__(self, tokens: Tokens, language: Language, style: Style) -> None:
        self.t = tokens
        self.language = language
        self.cardinals = Cardinals(tokens, language, style)

    def read(self, i: int) -> Draft | None:
        """Return the quantity whose number begins at token `i`, or None."""
        word = self.t.words[i]
        if not word[0].isdecimal():
            anchor = self.language.classify(word)
            if anchor is None:
                return None
            special = {
                "suffixed": self._suffixed,
                "multiple": self._multiple,
                "ordinal": self._ordinal,
                "scaled": self._order_of_size,
                "scale": self._order_of_size,
            }.get(anchor.role)
            if special:
                found = special(i, anchor.value, anchor.unit, anchor.high)
                if found or anchor.role != "scale":
                    return found
        number = self.cardinals.read(i)
        if number is None:
            return None
        return self._numbered(number)

    # -- the main way --------------------------------------------------------------------

    def _numbered(self, number: Number) -> Draft | None:
        draft = Draft(number, number.first, number.stop)
        draft.inferred.extend(number.inferred)
        self._sign(draft)
        self._money_before(draft)
        self._letter_scale(number, money=draft.kind == "money")
        draft.stop = max(draft.stop, number.stop)
        self._range(draft)
        if draft.kind != "money" or draft.unit is None:
            self._after(draft)
        if draft.upper is None:
            self._range(draft, after_unit=True)
        if number.role == "article" and not self._article_counts(draft):
            return None
        if number.role == "half" and not self._half(draft):
            return None
        if number.role in ("fraction",):
            self._share(draft)
        self._per(draft)
        self._hedge(draft)
        return draft

    def _sign(self, draft: Draft) -> None:
        t, first = self.t, draft.first
        before = t.word(first - 1)
        if before in "-−–" and before and t.glued(first) and not t.glued(first - 1):
            draft.negative, draft.first = True, first - 1
        elif before == "+" and t.glued(first) and not t.glued(first - 1):
            draft.first = first - 1
        elif before.lower() in self.language.words["minus"] and not t.barrier(first):
            draft.negative, draft.first = before.islower() or before.istitle(), first - 1
        elif before == "±" and draft.number.digits:
            draft.first, draft.tolerance = first - 1, True
            draft.upper = Number(first, draft.stop, draft.number.total)
            draft.number.value = Decimal(0)

    # -- money ---------------------------------------------------------------------------

    def _money_before(self, draft: Draft) -> None:
        """Take in a sign or code before the number ("US$3.5bn", "CHF 1.5 Mio.")."""
        t, at = self.t, draft.first - 1
        if t.word(at) in DASHES and t.word(at) and t.glued(draft.first) and t.glued(at):
            at -= 1
        found = self.language.money_before.match_back(t.words, at)
        if not found or t.barrier(draft.first):
            return
        size, money = found
        first = at + 1 - size
        if t.words[first][0].isalpha() and t.glued(first) and t.words[first - 1][0].isalnum():
            return
        if "\n" in t.gap(draft.number.first) and not money.bare:
            return
        draft.first = first
        self._set_money(draft, money)
        if t.word(first - 1) in ("-", "−", "–") and t.glued(first) and not t.glued(first - 1):
            draft.negative, draft.first = True, first - 1

    def _set_money(self, draft: Draft, money: Money) -> None:
        draft.kind, draft.unit, draft.bare = "money", money.code, money.bare
        draft.minor = money.minor

    def _letter_scale(self, number: Number, *, money: bool) -> None:
        """Take in "m", "bn", "k" after digits, where money or the letter itself allows it."""
        t, at = self.t, number.stop
        letter = t.word(at)
        value = self.language.letters.get(letter)
        if value is None or number.scale != 1 or not number.digits or t.barrier(at):
            return
        follows = self._money_at(at + 1)
        if len(letter) > 1 and letter not in ("mm", "MM"):
            fits = t.glued(at) or t.gap(at) in (" ", "\xa0", "\u202f")
        elif letter in "kK":
            fits = money or follows is not None or (t.glued(at) and not t.glued(at + 1))
        else:
            fits = money or follows is not None
        if letter == "M" and not fits:
            fits = t.glued(at) and not self.language.exact_case
        if fits and not (t.glued(at + 1) and t.word(at + 1)[:1].isalnum()):
            number.scale, number.stop = value, at + 1

    def _money_at(self, at: int) -> tuple[int, Money] | None:
        """Return the money word or sign at a token, with its length."""
        t = self.t
        if not t.word(at) or t.barrier(at):
            return None
        keys = self.cardinals.keys(at)
        found = self.language.money.match(keys, 0)
        signs = self.language.money_signs.match(t.words[at : at + 4], 0)
        if signs and (not found or signs[0] > found[0]):
            sign = t.words[at]
            if sign == "p" and not (t.glued(at) and not t.glued(at + 1)):
                return found
            if sign == "$" and t.glued(at + 1) and t.word(at + 1)[:1].isdecimal():
                return found
            return signs
        return found

    # -- what follows --------------------------------------------------------------------

    def _after(self, draft: Draft) -> None:
        """Take in the unit, the money or the counted noun after the number."""
        t = self.t
        at, hyphen = self._past_hyphen(draft.stop)
        if t.barrier(at):
            return
        if self._suffix_after(draft, at, hyphen=hyphen) or self._age_after(draft, at, hyphen):
            return
        money = self._money_at(at)
        unit = self._unit_at(draft, at)
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
        self._count(draft, at, hyphen=hyphen)

    def _past_hyphen(self, at: int) -> tuple[int, bool]:
        t = self.t
        if t.word(at) in DASHES and t.word(at) and t.glued(at) and t.glued(at + 1):
            return at + 1, True
        return at, False

    def _unit_at(self, draft: Draft, at: int) -> tuple[int, str] | None:
        t, language = self.t, self.language
        if not t.word(at):
            return None
        named = language.unit_names.match(self.cardinals.keys(at), 0)
        symbol = language.symbols.match(t.words[at : at + 6], 0)
        if symbol and (not named or symbol[0] > named[0]):
            return symbol if self._symbol_fits(draft, at, symbol[0]) else named
        return named

    def _symbol_fits(self, draft: Draft, at: int, size: int) -> bool:
        """Tell whether a symbol is a unit here and not a letter of a name."""
        t = self.t
        word = t.words[at]
        if not word[0].isalpha() or size > 1:
            return True
        if not draft.number.digits and (draft.upper is None or not draft.upper.digits):
            return False
        if t.glued(at + 1) and t.word(at + 1)[0].isalnum():
            return False
        if t.word(at + 1) in DASHES and t.word(at + 1) and t.glued(at + 1) and t.glued(at + 2):
            return len(word) > 1
        if len(word) == 1:
            if word in "sBKN":
                return not t.glued(at) and word == "s"
            if word.isupper() and word not in "WVA" and t.glued(at):
                return False
            if word.isupper() and t.word(at + 1)[:1].isupper():
                return False
            if word in "dgA" and draft.number.scale != 1:
                return False
        return True

    def _set_unit(self, draft: Draft, name: str) -> None:
        unit = units.find(name)
        draft.unit = name
        draft.kind = unit.kind if unit else "measure"
        if name == "permille":
            draft.kind = "percent"

    def _dot(self, draft: Draft) -> None:
        """Take in the full stop of an abbreviated unit ("Std.", "ft.")."""
        t, at = self.t, draft.stop
        if t.word(at) == "." and t.glued(at) and t.word(at + 1)[:1].islower():
            if len(t.words[at - 1]) <= 4 and t.words[at - 1].isalpha():
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
        if t.barrier(joined) or not t.word(joined):
            return
        first = t.word(joined)
        if not (first[0].isdecimal() or self.language.classify(first)):
            return
        if draft.number.last != 1 or draft.number.scale != 1:
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
        return True

    def _suffix_unit(self, draft: Draft, unit: str, word: str) -> None:
        t = self.t
        known = units.find(unit)
        draft.unit = unit
        draft.kind = known.kind if known else "ratio" if unit == "factor" else "count"
        if unit == "year":
            ending = next((e for e in self.language.data["age_endings"] if word.endswith(e)), "")
            person = nouns.find(t, draft.stop, self.language, plural=False)
            if ending and (ending[0].isupper() or (word[0].isupper() and word == ending)):
                draft.label = "age"
            elif ending and person and person.key in PERSONAL | {"employee", "soldier"}:
                draft.label = "age"
            elif ending and person and person.key.endswith(("mann", "frau")):
                draft.label = "age"

    def _age_after(self, draft: Draft, at: int, hyphen: bool) -> bool:
        """Take in "years old", "-year-old", "Jahre alt"; set the label of ages."""
        t, language = self.t, self.language
        before = [word.lower() for word in t.words[max(0, draft.first - 4) : draft.first]]
        if language.age_before.match_back(before, len(before) - 1) and draft.number.total < 130:
            draft.label = "age"
            self._set_unit(draft, "year")
            unit = self._unit_at(draft, at)
            draft.stop = at + unit[0] if unit and unit[1] == "year" else draft.stop
            return True
        unit = self._unit_at(draft, at)
        stop = at
        words = [word.lower() for word in t.words[at : at + 5]]
        found = language.age_after.match(words, 0)
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

    # -- counts --------------------------------------------------------------------------

    def _count(self, draft: Draft, at: int, *, hyphen: bool) -> None:
        t, language = self.t, self.language
        number = draft.number
        if number.role == "fraction":
            return
        times = t.word(at)
        if times.lower() in language.words["times_words"] and (
            times in language.data["times_words"]
        ):
            if not (times.lower() == "time" and number.total != 1):
                self._times(draft, at)
                return
        if hyphen:
            self._hyphen_noun(draft, at)
            return
        if t.glued(at) and t.word(at) and t.word(at)[0].isalpha():
            return
        start = self._past_partitive(at)
        plural = number.total != 1 or draft.upper is not None
        found = nouns.find(t, start, language, plural=plural)
        if found is None:
            return
        draft.kind, draft.unit = "count", found.key
        draft.noun, draft.stop = t.quote(start, found.stop), found.stop

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

    # -- articles, halves, shares --------------------------------------------------------

    def _article_counts(self, draft: Draft) -> bool:
        """Tell whether "ein", "a", "one" is a number here."""
        t, language = self.t, self.language
        word = t.words[draft.number.first].lower()
        before = t.word(draft.first - 1).lower()
        hedged = language.before.match_back(*self._left(draft.first))
        if draft.kind in ("percent", "percentage_point", "money"):
            return True
        numeral = language.atoms.get(word) == 1 and not language.exact_case
        if draft.kind == "measure" or draft.kind == "duration":
            if draft.unit in ("second", "quarter", "degree", "foot", "night"):
                return bool(hedged) or numeral
            return bool(hedged) or numeral or before in language.words["article_prepositions"]
        if draft.kind == "count" and numeral:
            return draft.unit in language.count_words.values() and before not in ("no", "the")
        return draft.kind == "count" and bool(hedged) and hedged[1].qualifier != "over"

    def _half(self, draft: Draft) -> bool:
        """Read "half an hour", "eine halbe Stunde", "die Hälfte" (50 percent)."""
        if draft.kind in ("duration", "measure", "money"):
            return True
        t, language = self.t, self.language
        word = t.words[draft.number.stop - 1].lower()
        follows = t.word(draft.number.stop).lower()
        noun = language.exact_case and t.words[draft.number.stop - 1][0].isupper()
        if (
            noun
            or follows in language.words["of_words"]
            or follows in language.articles
            or (
                word == "half"
                and (follows in ("the", "its", "their", "all") or draft.kind == "count")
            )
        ):
            draft.stop = draft.number.stop
            draft.kind = "number"
            draft.noun, draft.unit = "", None
            self._share(draft)
            return True
        return False

    def _share(self, draft: Draft) -> None:
        """Turn a fraction without unit into percent; "a third of a mile" keeps its unit."""
        if draft.kind not in ("number", "count"):
            return
        number = draft.number
        number.value, number.last = _percent(number.value), Decimal("0.01")
        draft.kind, draft.unit, draft.label = "percent", "percent", "fraction"
        draft.noun = ""
        draft.stop = max(number.stop, draft.stop if draft.upper else number.stop)
        self._majority(draft)

    def _majority(self, draft: Draft) -> None:
        self._tail(draft)
        draft.noun = ""

    # -- ranges --------------------------------------------------------------------------

    def _range(self, draft: Draft, *, after_unit: bool = False) -> None:
        """Take in the other end: "10 bis 15", "10–15", "zwischen 40 und 45", "3 ± 1"."""
        t, language = self.t, self.language
        at = draft.stop if after_unit else draft.number.stop
        if (
            draft.upper is not None
            or t.barrier(at)
            or draft.number.role not in ("number", "fraction", "suffixed")
        ):
            return
        word = t.word(at)
        opened = t.word(self._hedged_first(draft) - 1).lower() in language.words["range_openers"]
        tolerance = language.plus_minus.match(t.words, at)
        if tolerance:
            start = at + tolerance[0]
        elif word in RANGE_DASHES and word:
            start = at + 1
            glued = t.glued(at) and t.glued(start)
            if word in "-‐‑−" and not glued and not (t.glued(at) and not t.glued(start)):
                return
            if word in "-‐‑" and t.glued(at) and not t.glued(start):
                found = language.range_words.match(
                    [w.lower() for w in t.words[start : start + 3]], 0
                )
                if not found:
                    return
                start += found[0]
        elif found := language.range_words.match([w.lower() for w in t.words[at : at + 3]], 0):
            start = at + found[0]
            if self._is_change(draft):
                return
        elif opened and word.lower() in language.words["range_closers"]:
            start = at + 1
        else:
            return
        self._upper(draft, start, tolerance=bool(tolerance), after_unit=after_unit, opened=opened)

    def _is_change(self, draft: Draft) -> bool:
        """Tell whether "from 10 to 15" states a change and no range."""
        t, language = self.t, self.language
        first = self._hedged_first(draft)
        before = t.word(first - 1).lower()
        if before in language.words["change_verbs"] and "to" in language.words["to_words"]:
            return True
        if before not in language.words["from_words"] or language.exact_case:
            return False
        window = (word.lower() for word in t.words[max(0, first - 10) : first])
        return any(
            word in language.words["change_verbs"] or word in language.words["change_nouns"]
            for word in window
        )

    def _hedged_first(self, draft: Draft) -> int:
        """Return the first token of a draft with the hedges before it."""
        first = draft.first
        for _ in range(3):
            found = self.language.before.match_back(*self._left(first))
            if not found:
                break
            first -= found[0]
        return first

    def _upper(
        self, draft: Draft, start: int, *, tolerance: bool, after_unit: bool, opened: bool
    ) -> None:
        t, language = self.t, self.language
        hedge = language.before.match_back([w.lower() for w in t.words[start : start + 1]], 0)
        if hedge and not t.word(start)[:1].isdecimal():
            start += 1
        sign = language.money_signs.match(t.words[start : start + 3], 0)
        if sign and draft.kind == "money":
            start += sign[0]
        first = t.word(start)
        if t.barrier(start) or not first:
            return
        if not first[0].isdecimal():
            anchor = language.classify(first)
            if not anchor or anchor.role not in ("number", "article"):
                return
        upper = self.cardinals.read(start)
        if upper is None or upper.role not in ("number", draft.number.role):
            return
        self._letter_scale(upper, money=draft.kind == "money")
        number = draft.number
        if not tolerance and number.scale == 1 and upper.scale > 1:
            if number.value < 1000 and number.value < upper.value:
                number.scale = upper.scale
            elif number.total < upper.total and number.value >= 1000:
                pass
            elif number.value < 1000 and number.value > upper.value:
                pass
        if tolerance:
            if upper.scale > 1 and number.scale == 1:
                number.scale = upper.scale
        elif (
            upper.scale == 1
            and number.scale > 1
            and upper.value < 1000
            and upper.value > number.value
        ):
            upper.scale = number.scale
        if not tolerance and number.total >= upper.total:
            return
        if not after_unit:
            if not self._plausible(draft, number, upper, start, opened=opened):
                return
            draft.upper, draft.tolerance, draft.stop = upper, tolerance, upper.stop
            draft.inferred.extend(upper.inferred)
            if opened:
                draft.first = self._hedged_first(draft) - 1
            return
        probe = Draft(upper, upper.first, upper.stop)
        self._after(probe)
        if probe.unit is not None and probe.unit != draft.unit:
            return
        if probe.unit is None and draft.kind != "money" and not opened:
            return
        draft.upper, draft.tolerance = upper, tolerance
        draft.stop = max(upper.stop, probe.stop if probe.unit == draft.unit else upper.stop)
        if opened:
            draft.first = self._hedged_first(draft) - 1

    def _plausible(
        self, draft: Draft, low: Number, high: Number, start: int, *, opened: bool
    ) -> bool:
        """Tell a range from a span of years, a score or a part number."""
        t = self.t
        dash = t.words[low.stop] in RANGE_DASHES
        if not dash or opened:
            return True
        years = all(
            n.digits and n.scale == 1 and n.last == 1 and 1800 <= n.value <= 2100
            for n in (low, high)
        )
        if years:
            return False
        if t.glued(high.stop) and t.word(high.stop) in ("-", "–", "/", ":"):
            after = t.word(high.stop + 1)
            if not after[:1].isalpha():
                return False
        follows = self._unit_at(draft, self._past_hyphen(high.stop)[0]) or self._money_at(high.stop)
        if follows or draft.kind == "money" or high.scale > 1:
            return True
        if nouns.find(t, high.stop, self.language, plural=True):
            return True
        return high.total >= 100 and t.glued(start) and low.total * 20 >= high.total

    # -- rates and hedges ----------------------------------------------------------------

    def _per(self, draft: Draft) -> None:
        """Take in "pro Tag", "/Monat", "a share", "pro 100.000 Einwohner", "-per-year"."""
        t, language = self.t, self.language
        if draft.kind in ("number", "ordinal") and not (t.word(draft.stop) in ("pro", "je", "per")):
            return
        at, _ = self._past_hyphen(draft.stop)
        word = t.word(at).lower()
        if t.barrier(at):
            return
        if word in language.rates:
            draft.per, draft.stop = language.rates[word], at + 1
            return
        if word in language.per_words:
            self._per_noun(draft, at + 1)
        elif word in language.per_articles:
            unit = self._unit_at(draft, at + 1)
            if unit and unit[1] in (
                "day",
                "week",
                "month",
                "year",
                "hour",
                "minute",
                "second",
                "quarter",
                "night",
                "barrel",
                "tonne",
                "ounce",
                "gallon",
                "pound",
            ):
                if self._owned(at, at + 1 + unit[0]):
                    return
                draft.per, draft.stop = unit[1], at + 1 + unit[0]
            elif not language.exact_case and draft.kind == "money":
                noun = t.word(at + 1).lower()
                if noun in ("share", "head", "piece", "person", "ticket", "bottle", "seat"):
                    draft.per, draft.stop = noun, at + 2

    def _owned(self, at: int, stop: int) -> bool:
        """Tell whether "im Jahr" is followed by a year, "a day" by "ago", and so no rate."""
        t = self.t
        after = t.word(stop).lower()
        return after[:1].isdecimal() or after in (
            "ago",
            "earlier",
            "later",
            "before",
            "zuvor",
            "after",
            "darauf",
            "davor",
        )

    def _per_noun(self, draft: Draft, at: int) -> None:
        t, language = self.t, self.language
        at = self._past_hyphen(at)[0] if t.word(at) in DASHES else at
        word = t.word(at)
        if not word or t.barrier(at):
            return
        amount = ""
        if word[0].isdecimal() or (
            language.classify(word) and language.classify(word).role in ("number", "scale")
        ):  # type: ignore[union-attr]
            number = self.cardinals.read(at)
            if number is None:
                return
            amount, at = f"{number.total.normalize():f} ", number.stop
        unit = self._unit_at(draft, at)
        if unit:
            draft.per, draft.stop = amount + unit[1], at + unit[0]
            return
        if language.exact_case:
            noun = nouns.find(t, at, language, plural=bool(amount))
            if noun:
                draft.per, draft.stop = amount + noun.key, noun.stop
        elif t.word(at)[:1].isalpha() and t.word(at).lower() not in language.function_words:
            found = nouns.find(t, at, language, plural=True) if amount else None
            if found:
                draft.per, draft.stop = amount + found.key, found.stop
            else:
                draft.per, draft.stop = amount + nouns.head_key(t.word(at), language), at + 1

    def _left(self, first: int) -> tuple[list[str], int]:
        """Return the few lower-case words before a token, and the place of the last."""
        words = [word.lower() for word in self.t.words[max(0, first - 5) : first]]
        return words, len(words) - 1

    def _hedge(self, draft: Draft) -> None:
        """Take in hedges before and after ("bis zu", "rund", "oder mehr")."""
        t, language = self.t, self.language
        found: list[Hedge] = []
        while len(found) < 3 and not t.barrier(draft.first):
            match = language.before.match_back(*self._left(draft.first))
            if not match or (self._preposition(draft, match[0])):
                break
            draft.first -= match[0]
            found.append(match[1])
        after = language.after.match([w.lower() for w in t.words[draft.stop : draft.stop + 4]], 0)
        if after and not t.barrier(draft.stop):
            draft.stop += after[0]
            found.append(after[1])
        elif t.word(draft.number.stop) == "+" and t.glued(draft.number.stop):
            found.append(Hedge("at_least", ONE, None))
            draft.stop = max(draft.stop, draft.number.stop + 1)
        if found:
            bound = [h for h in found if h.qualifier != "about"]
            draft.hedge = bound[-1] if bound else found[0]

    def _preposition(self, draft: Draft, size: int) -> bool:
        """Tell whether "über", "unter", "about" before a small count is a mere preposition."""
        word = self.t.word(draft.first - 1).lower()
        small = draft.number.total <= SMALL and not draft.number.digits and draft.number.scale == 1
        return (
            size == 1
            and small
            and draft.kind in ("count", "number")
            and (word in self.language.data["prepositions"])
        )

    # -- words that are quantities by themselves -----------------------------------------

    def _suffixed(self, i: int, value: Decimal, unit: str, _: Decimal | None) -> Draft | None:
        number = Number(i, i + 1, value, Decimal("0.01") if value % 1 else ONE, role="suffixed")
        draft = Draft(number, i, i + 1)
        self._suffix_unit(draft, unit, self.t.words[i])
        if unit == "time" and self.t.word(i + 1).lower() in self.language.words["than_words"]:
            draft.kind, draft.unit, draft.label = "ratio", "factor", "multiple"
        self._per(draft)
        self._hedge(draft)
        return draft

    def _multiple(self, i: int, value: Decimal, unit: str, _: Decimal | None) -> Draft | None:
        draft = Draft(
            Number(i, i + 1, value), i, i + 1, kind="ratio", unit="factor", label="multiple"
        )
        self._hedge(draft)
        return draft

    def _ordinal(self, i: int, value: Decimal, unit: str, _: Decimal | None) -> Draft | None:
        return self.ordinal(Number(i, i + 1, value), i + 1)

    def ordinal(self, number: Number, stop: int) -> Draft | None:
        """Return an ordinal with what it numbers, or a share after "jeder", "every"."""
        t, language = self.t, self.language
        draft = Draft(number, number.first, stop, kind="ordinal")
        if t.word(number.first - 1).lower() in language.words["every"] and number.value > 1:
            draft.first = number.first - 1
            number.value, number.last = language.share(number.value), Decimal("0.01")
            number.role = "fraction"
            draft.kind, draft.unit, draft.label = "percent", "percent", "fraction"
            self._hedge(draft)
            return draft
        found = nouns.find(t, stop, language, plural=False)
        if found is None:
            if language.exact_case or not t.word(stop)[:1].isalpha():
                return None
            if t.word(stop).lower() in language.function_words or t.barrier(stop):
                return None
            draft.stop, draft.noun = stop + 1, t.words[stop]
            draft.unit = nouns.head_key(t.words[stop], language)
            return draft
        draft.unit, draft.stop = found.key, found.stop
        draft.noun = t.quote(stop, found.stop)
        return draft

    def _order_of_size(
        self, i: int, value: Decimal, unit: str, high: Decimal | None
    ) -> Draft | None:
        """Read "Milliarden-Deal" and "Millionenhilfe": only an order of size."""
        t = self.t
        if high is None and not (t.word(i + 1) in DASHES and t.glued(i + 1) and t.glued(i + 2)):
            return None
        if high is None and not t.word(i + 2)[:1].isalpha():
            return None
        if t.glued(i) and t.word(i - 1) in DASHES:
            return None
        number = Number(i, i + 1, value, role="vague", high=high or value * 999)
        draft = Draft(number, i, i + 1, label="vague")
        self._tail(draft)
        draft.noun = ""
        return draft


def _percent(share: Decimal) -> Decimal:
    """Return a fraction in percent, thirds to eight places."""
    for parts in (3, 6, 7, 9, 12):
        top = (share * parts).to_integral_value()
        if abs(share * parts - top) < Decimal("0.0000001"):
            return fraction(top * 100, Decimal(parts))
    return fraction(share * 100, ONE)
