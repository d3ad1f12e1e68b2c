"""The words and signs of money in one language."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, NamedTuple

from claimcheck.lexicon import table
from claimcheck.normalise.numbers.numerals import Numerals
from claimcheck.normalise.tokens import Phrases, Tokens

ONE = Decimal(1)
THOUSAND, MILLION = Decimal(1000), Decimal(1_000_000)
HUNDREDTH = Decimal("0.01")


class Money(NamedTuple):
    """A money word: the code, or the bare word that the document decides; how many of it.

    `times` is 0.01 for hundredths ("cents") and 1000 for "grand".
    """

    code: str
    bare: str = ""
    times: Decimal = ONE

    @property
    def minor(self) -> bool:
        """Tell whether this is a hundredth."""
        return self.times < 1


class MoneyWords(Numerals):
    """The money of a language, on top of its number words."""

    def _load_money(self, data: dict[str, Any]) -> None:
        self.money: Phrases[Money] = Phrases()
        self.money_signs: Phrases[Money] = Phrases()
        self.money_before: Phrases[Money] = Phrases(backwards=True)
        current: dict[str, list[str]] = table("currencies")["symbols"]
        extra = table("money")
        no_money = frozenset(extra["not_money"])
        for code, forms in table(f"{self.code}/currencies")["names"].items():
            money = Money(code)
            for form in () if code in no_money else forms:
                for variant in self._inflected(form):
                    self.money.add(self.key(variant), money, replace=code in current)
        self._own_signs: dict[str, list[str]] = extra["symbols"]
        self.place_words = frozenset(data["place_words"])
        not_before = set(extra["not_before"])
        for code in current:
            self._sign(code, Money(code), before=code not in not_before)
        for rows in (current, extra["symbols"]):
            for code, signs in rows.items():
                for sign in filter("$".__ne__, signs):
                    self._sign(sign, Money(code))
                    if sign[-1] == "$" and sign != (small := sign.lower()):
                        self._sign(small, Money(code))  # "hk$ 5"
        for scale, times in (("thousands", THOUSAND), ("millions", MILLION)):
            for code, signs in extra[scale].items():
                for sign in signs:
                    self.money_before.add(sign, Money(code, times=times))
        for sign, bare in extra["bare_symbols"].items():
            self._sign(sign, Money(data["bare_currencies"][bare]["default"], bare))
        for sign, bare in extra["minor_symbols"].items():
            row = data["subunits"].get(bare)
            if row:
                money = Money(row["default"], bare, HUNDREDTH)
                self.money_signs.add(sign, money)
                if sign in extra["minor_before"]:
                    self.money_before.add(sign, money)
        self.large_signs = {sign: Money(code) for sign, code in extra["large"].items()}
        self.glued_signs = frozenset(extra["glued"])
        for code, forms in data["currencies"].items():
            for form in forms:
                self.money.extend(map(self.key, self._inflected(form)), Money(code))
        self.bare_rows: dict[str, dict[str, Any]] = data["bare_currencies"] | data["subunits"]
        for name, row in data["bare_currencies"].items():
            self.money.extend(map(self.key, row["forms"]), Money(row["default"], name))
        for name, row in data["subunits"].items():
            self.money.extend(
                map(self.key, row["forms"]),
                Money(row["default"], name, Decimal(row.get("times", HUNDREDTH))),
            )

    def money_left(self, t: Tokens, i: int, at: int) -> tuple[int, Money] | None:
        """Return the sign or code of money that ends at token `at`, before the digits at `i`."""
        found = self.money_before.match_back(t.words, at)
        if found is not None or t.words[at] not in self.large_signs:
            return found
        return (1, self.large_signs[t.words[at]]) if self._is_large(t, i, at) else None

    def _is_large(self, t: Tokens, i: int, at: int) -> bool:
        """Tell whether digits are a large sum: with a scale, or in groups."""
        if len(t.words[at]) == 1 and not t.glued(i):
            return False
        digits, after = t.words[i], t.words[i + 1]
        scaled = after in self.scales or (t.glued(i + 1) and after in self.letters)
        return scaled or (self.group in digits and len(digits) > len("1,00"))

    def own_signs(self, code: str) -> list[str]:
        """Return the signs of one currency, besides its code."""
        return self._own_signs.get(code, [])

    def _sign(self, sign: str, money: Money, *, before: bool = True) -> None:
        self.money_signs.add(sign, money)
        if before:
            self.money_before.add(sign, money)

    def _inflected(self, name: str) -> list[str]:
        """Return a currency's name with its adjective in every case, as the data has endings."""
        first, space, rest = name.partition(" ")
        if not (self.exact_case and space):
            return [name]
        stem = first.removesuffix("es").removesuffix("er").removesuffix("e")
        if stem == first or not rest[0].isupper():
            return [name]
        endings = [e for e in self.data["adjective_endings"] if e]
        forms = [stem + ending for ending in endings]
        lower = [form[0].lower() + form[1:] for form in forms]
        return [f"{form} {rest}" for form in (*forms, *lower)]
