"""Puts a number together with what stands around it: hedge, money, unit, noun, range."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal

from claimcheck.normalise.language import Anchor
from claimcheck.normalise.numbers.decimals import fraction
from claimcheck.normalise.numbers.digits import DASHES, HALVES
from claimcheck.normalise.quantities import nouns
from claimcheck.normalise.quantities.articles import Articles
from claimcheck.normalise.quantities.draft import Draft, Number
from claimcheck.normalise.quantities.ensembles import are_people, are_several

ONE = Decimal(1)
MILLION = 1_000_000
THOUSANDTH = Decimal("0.001")
FEW = frozenset(map(Decimal, (2, 3, 4, 5, 20)))
"""What "couple", "trio" and "score" stand for; alone they are people, bands and results."""
PEOPLE = "person"


class Reader(Articles):
    """Reads the quantities in the tokens of one text."""

    def read(self, i: int) -> Draft | None:
        """Return the quantity whose number begins at token `i`, or None."""
        word = self.t.words[i]
        if not word[0].isdecimal():
            anchor = self.language.classify(word)
            if anchor is None:
                return None
            if anchor.role == "share":
                return self._named_share(i, anchor.value)
            if anchor.role == "fraction":
                return self._ordinal_fraction(i)
            special = _SPECIALS.get(anchor.role)
            if special:
                found = special(self, i, anchor.value, anchor.unit, anchor.high)
                if found or anchor.role != "scale":
                    return found
        number = self.cardinals.read(i)
        if number is None:
            return None
        return self._counts_on(number) or self.ranked(number) or self._numbered(number)

    def _numbered(self, number: Number) -> Draft | None:
        draft = Draft(number, number.first, number.stop)
        draft.inferred.extend(number.inferred)
        if not self._stands_bare(number):
            self._sign(draft)
            self._bracketed(draft)
            self._money_before(draft)
            self._letter_scale(number, money=draft.kind == "money")
            draft.stop = max(draft.stop, number.stop)
            self._range(draft)
        if draft.unit is None:
            self.follow(draft)
        elif draft.kind == "money" and draft.upper is None:
            self._cents(draft, written=True)
        if draft.kind == "count" and number.last == THOUSANDTH and number.scale == 1:
            self._whole(draft)
        self._plus(draft)
        if draft.upper is None:
            self._range(draft, after_unit=True)
        if number.role == "article" and not self._article_counts(draft):
            return None
        if number.role == "half" and not self._half(draft):
            return None
        parted = number.last == HALVES and not number.digits
        small = number.role == "number" and parted and 0 < number.total < 1
        if small and draft.unit not in self.language.divisible:
            number.role = "fraction"  # "dreiviertel der Fläche"
        if number.role == "fraction" and not self._eighths(draft):
            self._share(draft)
        self._per(draft)
        self._hedge(draft)
        self._loss(draft)
        if draft.kind == "number" and draft.stop > number.stop and draft.upper is None:
            self.follow(draft)
        alone = number.role == "group" and number.scale == 1 and number.value in FEW
        if alone and not are_several(draft, self.t, self.language):
            if not are_people(draft, self.t, self.language):
                return None
            draft.kind, draft.unit, draft.stop = "count", PEOPLE, number.stop
            draft.noun = self.t.words[number.stop - 1]
        return draft

    def _stands_bare(self, number: Number) -> bool:
        """Tell quickly whether no sign, money, letter, bracket or range touches a number."""
        words, hints = self.t.words, self.hints
        before, behind = words[number.first - 1], words[number.stop]
        return number.scale < MILLION and hints.apart(behind) and not hints.touches(before)

    def _whole(self, draft: Draft) -> None:
        """Read three decimals of a counted thing as thousands: "1.460 Vögel" are no part of one."""
        number = draft.number
        if number.digits and number.stop == number.first + 1 and number.value < 1000:
            number.value, number.last = number.value * 1000, ONE
            draft.inferred.append("decimal sign")

    def _half(self, draft: Draft) -> bool:
        """Read "half an hour", "eine halbe Stunde", "die Hälfte" (50 percent)."""
        if draft.kind in ("duration", "measure", "money", "percentage_point", "percent"):
            return True
        if draft.unit in self.language.divisible:
            return True
        t, language = self.t, self.language
        again = t.word(draft.number.stop).lower() in language.words["again"]
        if t.word(draft.number.stop + again).lower() in language.words["as"]:
            behind = t.word(draft.number.stop + 2).lower() in language.words["again"]
            draft.number.value += again or behind  # "half as big again", "half again as big"
            draft.kind, draft.unit, draft.label = "ratio", "factor", "multiple"
            draft.stop = draft.number.stop
            return True
        word = t.words[draft.number.stop - 1].lower()
        follows = t.word(draft.number.stop).lower()
        hedged = language.before.left_of(self.t.words, draft.first)
        noun = language.exact_case and t.words[draft.number.stop - 1][0].isupper()
        if (
            noun
            or draft.negative
            or (hedged and not language.exact_case and draft.kind == "number")
            or follows in language.words["of_words"]
            or follows in language.articles
            or t.word(draft.first - 1).lower() in language.words["by_words"]
            or (
                word in language.data["halves_alone"]
                and not language.exact_case
                and follows not in DASHES
                and (follows in language.words["determiners"] or draft.kind == "count")
            )
        ):
            draft.stop = draft.number.stop
            draft.kind = "number"
            draft.noun, draft.unit = "", None
            self._share(draft)
            return True
        return False

    def _eighths(self, draft: Draft) -> bool:
        """Keep eighths of a price as a number: "up 7/8 at 12-3/8", "a 7/8 point rise"."""
        t, words, number = self.t, self.language.words, draft.number
        if self.language.exact_case or t.word(number.first + 1) not in ("/", "⁄"):
            return False
        behind = t.word(number.stop).lower()
        whole = behind in words["of_words"] or behind in words["determiners"]
        left = draft.upper is not None and draft.upper.total > 1  # "off 1/8 to 32-1/4"
        stepped = left or t.word(draft.first - 1).lower() in words["change_verbs"]
        parted = self.cardinals.divisible(number.stop)
        if draft.kind != "number" or not (parted or (stepped and not whole)):
            return False
        if left:
            draft.upper, draft.stop = None, number.stop
        number.role, number.last = "number", HALVES
        if parted:
            self.follow(draft)
        return True

    def _share(self, draft: Draft) -> None:
        """Turn a fraction without unit into percent; "a third of a mile" keeps its unit."""
        if draft.kind not in ("number", "count"):
            return
        number = draft.number
        for part in filter(None, (number, draft.upper)):
            part.value, part.last = _percent(part.value), Decimal("0.01")
        draft.kind, draft.unit, draft.label = "percent", "percent", "fraction"
        draft.noun = ""
        draft.stop = max(number.stop, draft.stop if draft.upper else number.stop)
        self._majority(draft)

    def _majority(self, draft: Draft) -> None:
        self._tail(draft)
        draft.noun = ""

    def _named_share(self, i: int, value: Decimal) -> Draft:
        """Read "Zweidrittelmehrheit" as the share it names."""
        number = Number(i, i + 1, value, Decimal("0.01"), role="fraction")
        draft = Draft(number, i, i + 1)
        self._share(draft)
        return draft

    def _ordinal_fraction(self, i: int) -> Draft | None:
        """Read "fifth" as an ordinal where it is no part of a whole."""
        t, language = self.t, self.language
        word = t.words[i].lower()
        if t.word(i - 2).lower() in language.articles and language.before.left_of(self.t.words, i):
            return self._part(i, i + 1)  # "ein gutes Fünftel"
        if self._parted(i):
            return self._part(i, i + 1)
        value = language.ordinals.get(word) or language.ordinal(word)
        return self.ordinal(Number(i, i + 1, value), i + 1) if value else None

    def _part(self, i: int, stop: int) -> Draft | None:
        anchor = self.language.classify(self.t.words[i])
        assert anchor is not None
        part = Number(i, stop, fraction(ONE, anchor.value), Decimal("0.01"), role="fraction")
        return self._numbered(self.cardinals.of_scale(part))

    def _parted(self, i: int) -> bool:
        """Tell whether a fraction is one of a unit: "quarter of an hour", "viertel Liter"."""
        t, language = self.t, self.language
        at, hyphen = self._past_hyphen(i + 1)
        if language.exact_case:
            plain = t.words[i].islower() and not hyphen
        elif hyphen:
            plain = t.words[i].lower() not in language.ordinals
        else:
            plain = t.word(at).lower() in language.words["of_words"]
            plain = plain and t.word(at + 1).lower() in language.articles
            at += 2
        if not plain or t.barrier(at):
            return False
        if not language.exact_case and language.scales.get(t.words[at], ONE) >= 1_000_000:
            return True  # "quarter of a million"
        return language.unit_names.match(self.cardinals.keys(at), 0) is not None

    def _suffixed(self, i: int, value: Decimal, unit: str, _: Decimal | None) -> Draft | None:
        if value == 1 and unit == "time":
            return self._once(i)
        if unit == "digit":
            return self._digits_long(i, int(value))
        number = Number(i, i + 1, value, Decimal("0.01") if value % 1 else ONE, role="suffixed")
        parted = value < 1 and self.t.word(i - 1).lower() in self.language.articles
        draft = Draft(number, i - 1 if parted else i, i + 1)
        self._suffix_unit(draft, unit, self.t.words[i])
        if unit == "time" and self.t.word(i + 1).lower() in self.language.words["than_words"]:
            draft.kind, draft.unit, draft.label = "ratio", "factor", "multiple"
        self._per(draft)
        self._hedge(draft)
        return draft

    def _digits_long(self, i: int, size: int) -> Draft | None:
        """Read "ein zweistelliger Millionenbetrag": only how many digits it has."""
        t = self.t
        if not 0 < size < 10:
            return None
        number = Number(i, i + 1, Decimal(10) ** (size - 1), role="vague")
        number.high = Decimal(10) ** size - 1
        stop = i + 1 if self.language.classify(t.word(i + 1)) else i + 2
        anchor = None if t.barrier(i + 1) else self.language.classify(t.word(stop))
        if anchor is None or anchor.role not in ("scaled", "vague") or t.barrier(stop):
            return self._sum_long(number)
        number.scale, number.stop = self._size(anchor), stop + 1
        draft = Draft(number, i, number.stop, label="vague")
        money = self._money_at(draft.stop)
        if money:
            self._set_money(draft, money[1])
            draft.stop += money[0]
        self._hedge(draft)
        return draft

    def _sum_long(self, number: Number) -> Draft | None:
        """Read "ein sechsstelliger Betrag", "sechsstellige Eurosumme", "Euro-Betrag"."""
        t, language, at = self.t, self.language, number.stop
        sums, noun = language.words["digit_sums"], t.word(at).lower()
        ending = next((word for word in sums if noun.endswith(word)), "")
        head = t.words[at][: -len(ending)] if ending else t.word(at)
        money = language.money.match([head], 0)
        joined, hyphen = self._past_hyphen(at + 1)
        if not ending and hyphen and t.word(joined).lower() in sums:
            at = joined
        elif not ending:
            return None
        if t.barrier(number.stop) or (head and not money):
            return None  # "eine fünfstellige Postleitzahl"
        draft = Draft(number, number.first, at + 1, label="vague")
        if money:
            self._set_money(draft, money[1])
        self._hedge(draft)
        return draft

    def _sized_word(self, i: int, value: Decimal, unit: str, high: Decimal | None) -> Draft:
        """Read "Viermilliardenkredit" as the number it names; of what, is not written."""
        return Draft(Number(i, i + 1, value, scale=high or ONE), i, i + 1)

    @staticmethod
    def _size(anchor: Anchor) -> Decimal:
        """Return the scale of a word for many: 10^6 for "Millionen", "Millionenbetrag"."""
        return Decimal(10) ** anchor.value.adjusted()

    def _pair(self, i: int, value: Decimal, unit: str, _: Decimal | None) -> Draft | None:
        """Read "beide Autos", "both men" as two of them; "both A and B" is no number."""
        t, language = self.t, self.language
        found = nouns.find(t, i + 1, language, plural=True)
        if found is None or found.stop > i + 4 or found.key in language.not_paired:
            return None
        if t.words[found.stop - 1].isupper():
            return None
        draft = Draft(
            Number(i, i + 1, value), i, found.stop, kind="count", unit=found.key, label="paired"
        )
        if t.words[found.stop].lower() in language.words["and"] or self._unit_at(draft, i + 1):
            return None
        draft.noun = t.quote(i + 1, found.stop)
        return draft

    def _once(self, i: int) -> Draft | None:
        """Read "once a year", "einmal im Jahr"; without a rate it counts nothing."""
        draft = Draft(Number(i, i + 1, ONE), i, i + 1, kind="count", unit="time")
        self._per(draft)
        return draft if draft.per else None

    def _multiple(self, i: int, value: Decimal, unit: str, _: Decimal | None) -> Draft | None:
        if value == 1:
            return self._once(i)
        draft = Draft(
            Number(i, i + 1, value), i, i + 1, kind="ratio", unit="factor", label="multiple"
        )
        self._per(draft)
        if draft.per or self._repeats(i):
            draft.kind, draft.unit, draft.label = "count", "time", ""
        self._hedge(draft)
        return draft

    def _repeats(self, i: int) -> bool:
        """Tell whether "twice" says how often ("married twice"), and not how many times as much."""
        t, language = self.t, self.language
        if t.words[i].lower() not in language.words["repeats"]:
            return False
        after = t.word(i + 1).lower()
        compared = after in language.words["than_words"] or after in language.words["determiners"]
        if after in language.words["as"] and t.word(i + 2)[:1].isupper():
            return True  # "scored twice as Barcelona won"
        return t.barrier(i + 1) or not (compared or after in language.words["twice_what"])

    def _order_of_size(
        self, i: int, value: Decimal, unit: str, high: Decimal | None
    ) -> Draft | None:
        """Read "Milliarden-Deal" and "Millionenhilfe": only an order of size."""
        t = self.t
        if t.words[i] in self.language.weak_scales or (high is None and value < LEAST_ORDER):
            return None
        if high is None and not (t.word(i + 1) in DASHES and t.glued(i + 1) and t.glued(i + 2)):
            return None
        if high is None and not t.word(i + 2)[:1].isalpha():
            return None
        if (
            t.glued(i)
            and t.word(i - 1) in DASHES
            and t.word(i - 2).lower() not in self.language.words["many"]
        ):
            return None
        number = Number(i, i + 1, value, role="vague", high=high or value * 999)
        draft = Draft(number, i, i + 1, label="vague")
        money = self._money_at(self._past_hyphen(i + 1)[0])
        if money:
            self._set_money(draft, money[1])
            draft.stop = self._past_hyphen(i + 1)[0] + money[0]
        self._tail(draft)
        draft.noun = ""
        return draft


LEAST_ORDER = 1_000_000
"""A smaller scale word before a hyphen is the number itself ("Hundert-Euro-Schein")."""


def _percent(share: Decimal) -> Decimal:
    """Return a fraction in percent, thirds to eight places."""
    for parts in (3, 6, 7, 9, 11, 12, 15, 24, 30):
        top = (share * parts).to_integral_value()
        if abs(share * parts - top) < Decimal("0.0000001"):
            return fraction(top * 100, Decimal(parts))
    return fraction(share * 100, ONE)


_SPECIALS: Mapping[str, Callable[[Reader, int, Decimal, str, Decimal | None], Draft | None]] = {
    "suffixed": Reader._suffixed,
    "multiple": Reader._multiple,
    "ordinal": Reader._ordinal,
    "scaled": Reader._order_of_size,
    "scale": Reader._order_of_size,
    "sized": Reader._sized_word,
    "pair": Reader._pair,
    "roman": Reader._ordinal,
    "decade": Reader._decade_in_word,
    "aged": Reader._aged_people,
}
"""What reads a word that says more than a number, by its role."""
