"""Reads numbers in words over several tokens: "two hundred and five", "zwei Komma fünf"."""

from __future__ import annotations

from decimal import Decimal

from claimcheck.normalise.language import Anchor
from claimcheck.normalise.numbers.digits import DASHES, HALVES, Digits
from claimcheck.normalise.numbers.words import Atom, evaluate
from claimcheck.normalise.quantities.draft import Number

ZERO, ONE = Decimal(0), Decimal(1)


class Spelled(Digits):
    """Reads number words in the tokens of one text."""

    def _spelled(self, i: int, anchor: Anchor) -> Number:
        """Join number words as far as they make one number ("two hundred and five")."""
        t, language = self.tokens, self.language
        atoms: list[Atom] = [anchor.value]
        best = bare = Number(i, i + 1, anchor.value)
        at = i + 1
        if anchor.value != int(anchor.value):
            best.last = HALVES
            return best
        while at < t.size and len(atoms) < 16 and not t.barrier(at):
            word = t.words[at].lower()
            if word in DASHES and t.glued(at) and t.glued(at + 1) and not language.joined:
                at += 1
                continue
            if word not in language.atoms or (language.joined and word in language.articles):
                break
            atom = language.atoms[word]
            if language.joined and (atom is None or (atom > 1 and atom % 1)):
                break  # "ein eineinhalb Meter breiter Weg"
            atoms.append(atom)
            at += 1
            value = evaluate(atoms, units_first=language.units_first)
            if value is not None:
                if atom is not None and atom >= 1000 and not self._goes_on(at, atom):
                    if any(before is not None and before > atom for before in atoms[:-1]):
                        best = Number(i, at, value)  # "zwei Milliarden drei Millionen"
                    break
                if atoms[-2] is not None:
                    bare = Number(i, at, value)
                best = Number(i, at, value)
            elif atom is not None:
                if atom == 100 and len(atoms) > 2 and atoms[-3] is None:
                    return bare  # "one hundred AND ONE hundred and fifty"
                break
        if not language.joined:
            return best
        return self._and_small(self._in_words(best) if best.value >= 1000 else best)

    def _in_words(self, number: Number) -> Number:
        """Take in hundreds apart from the thousands before: "dreitausend vierhundert"."""
        t, at = self.tokens, number.stop
        if number.value % 1000 or t.barrier(at):
            return number
        rest = self.language.cardinal(t.word(at).lower())
        if rest is not None and 100 <= rest < 1000 and rest % 1 == 0:
            number.value, number.stop = number.value + rest, at + 1
        return number

    def _in_pairs(self, number: Number) -> Number:
        """Take in the tens of a whole text like "one twenty two", which leaves out the hundred."""
        t, at = self.tokens, number.stop
        if number.first or not 0 < number.value < 10 or at >= t.size or self.language.joined:
            return number
        anchor = self.language.classify(t.words[at])
        tens = self._spelled(at, anchor) if anchor and anchor.role == "number" else number
        if 10 <= tens.value < 100 and tens.last == 1 and t.are_all(0, tens.stop):
            number.value, number.stop = number.value * 100 + tens.value, tens.stop
        return number

    def _and_small(self, number: Number) -> Number:
        """Take in what is joined to hundreds ("hundert und drei")."""
        t, language, at = self.tokens, self.language, number.stop
        if (
            number.value < 100
            or number.value % 100
            or t.word(at).lower() not in language.words["and"]
            or t.barrier(at)
        ):
            return number
        word = t.word(at + 1)
        counts = number.value < 1000 or t.word(at + 2) not in language.scales
        counts = counts and word != "" and word not in language.articles
        value = language.cardinal(word) if counts else None
        if value is not None and 0 < value < 100 and value % 1 == 0:
            number.value, number.stop = number.value + value, at + 2
        return number

    def _goes_on(self, at: int, scale: Decimal) -> bool:
        """Tell whether smaller number words follow a scale word ("thousand four hundred")."""
        t, language = self.tokens, self.language
        if t.word(at).lower() in language.words["and"]:
            at += 1
        value = language.atoms.get(t.word(at).lower())
        return value is not None and value < scale and not t.barrier(at)

    def _two_places(self, at: int) -> tuple[str, int]:
        """Return two decimals told as one number ("point SEVENTY-ONE"), and where they end."""
        anchor = self.language.classify(self.tokens.word(at)) if self.tokens.word(at) else None
        if anchor is None or anchor.role != "number" or self.tokens.barrier(at):
            return "", at
        told = self._spelled(at, anchor)
        fits = 10 <= told.value < 100 and told.last == 1
        return (str(told.value), told.stop) if fits else ("", at)

    def _point(self, number: Number) -> Number:
        """Take in decimals in words ("zwei Komma fünf", "two point five")."""
        t, language = self.tokens, self.language
        at = number.stop
        if t.word(at).lower() not in language.words["decimal_words"] or t.barrier(at):
            return number
        places = ""
        at += 1
        while len(places) < 6 and not t.barrier(at):
            told = t.word(at).lower()
            value = ZERO if told in language.words["zeros"] else language.atoms.get(told)
            if value is None or not 0 <= value < 10 or value % 1:
                break
            places += str(int(value))
            at += 1
        if not places:
            places, at = self._two_places(at)
        if places:
            number.value = Decimal(f"{int(number.value)}.{places}")
            number.last, number.stop = ONE.scaleb(-len(places)), at
        return number
