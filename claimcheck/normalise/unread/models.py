"""Recognises digits in the names of models and makes: "H100", "MAI-1", "Dynamics 365"."""

from __future__ import annotations

from claimcheck.normalise.measured.compounds import mark_end
from claimcheck.normalise.measured.degrees import letter_unit
from claimcheck.normalise.numbers.digits import DASHES
from claimcheck.normalise.quantities.draft import Draft
from claimcheck.normalise.quantities.lending import is_party
from claimcheck.normalise.tokens import Tokens
from claimcheck.normalise.unread.cues import NAME
from claimcheck.normalise.unread.skipview import Found, SkipView

APERTURE = "f"
"""What stands before the slash in the aperture of a lens ("f/1.8")."""
WHOLE = 100
LITRES = "L"
PRONOUNS = "IOÀ"
"""Capital letters that are words, in one language or another."""
_PARTS = 24
"""How many tokens a name joined by hyphens may have before and after its digits."""


def _is_version(word: str) -> bool:
    """Tell whether digits are written like a version ("3.0", "22.04")."""
    whole, _, part = word.partition(".")
    return whole.isdecimal() and part.isdecimal() and len(whole) <= 2 and len(part) <= 2


class Models(SkipView):
    """The rules for digits in names."""

    def _glued(self, i: int) -> Found | None:
        """Skip digits glued to letters before ("H100", "MAI-1") or to unknown ones after."""
        t, language = self.t, self.language
        if t.glued(i):
            before = t.word(i - 1)
            money = language.money_left(t, i, i - 1)
            if money and not (
                i - 1 - money[0] >= 0
                and t.glued(i - money[0])
                and t.words[i - 1 - money[0]][0].isalpha()
            ):
                return None
            ranged = before in "-–—x×/" and i >= 2 and t.words[i - 2][0].isdecimal()
            if before in DASHES and t.word(i - 2) in language.units_before:
                return None
            if before in DASHES and (self._bounded(i) or self._in_life(i) or self._tried(i)):
                return None
            if not ranged:
                name = _glued_name(t, i)
                if name:
                    return name[0], self._past_year(name[1]), NAME
            if before in "#":
                return i, i + 1, "hashtag"
        return self._dotted_name(i) or self._glued_after(i)

    def _tried(self, i: int) -> bool:
        """Tell whether digits say how often something was tried ("22-for-34", "15-of-26")."""
        t = self.t
        if t.word(i - 2) not in self.cues.tried or t.word(i - 3) not in DASHES:
            return False
        joined = all(t.glued(k) for k in (i - 1, i - 2, i - 3))
        made, tried = t.word(i - 4), t.words[i]
        return joined and made.isdecimal() and tried.isdecimal() and int(made) <= int(tried)

    def _dotted_name(self, i: int) -> Found | None:
        """Skip an ordinal that is joined to a noun ("die 1.-Mai-Demo")."""
        t = self.t
        joined = t.words[i + 1] == "." and t.words[i + 2] in DASHES and t.words[i + 3][:1].isupper()
        if not joined or not all(t.glued(k) for k in range(i + 1, i + 4)):
            return None
        stop = i + 4
        while t.words[stop] in DASHES and t.glued(stop) and t.words[stop + 1][:1].isalpha():
            stop += 2
        return i, stop, NAME

    def _past_year(self, stop: int) -> int:
        """Step over the year of a case ("C-311/18") behind a name."""
        t = self.t
        year = t.words[stop] == "/" and t.glued(stop) and t.glued(stop + 1)
        return stop + 2 if year and t.words[stop + 1].isdecimal() else stop

    def _modelled(self, i: int) -> Found | None:
        """Skip the number of a model or version: "GeForce GT 650M", "USB 3.0", "f/1.8"."""
        t, language = self.t, self.language
        before = t.word(i - 1)
        if before == "/" and t.glued(i) and t.glued(i - 1) and t.word(i - 2) == APERTURE:
            return i - 2, i + 1, NAME
        if t.barrier(i):
            return None
        if before.istitle() and before.isalpha() and self._first_version(i):
            return i - 1, i + 1, NAME
        if self._numbered_make(i):
            return i - 1, i + 1, NAME
        if not before.isupper() or not before.isalpha():
            return self._versions(i)
        if self._plate(i):
            return i - 1, i + 2, NAME
        if self._road(i):
            return i - 1, i + 1, NAME
        suffix = t.words[i + 1] if t.glued(i + 1) else ""
        if before.isupper() and len(suffix) == 1 and suffix in language.letters:
            make = t.word(i - 2)
            named = make[:1].isupper() and make.isalpha() and not t.barrier(i - 1)
            if named and make.lower() not in language.function_words and len(before) > 1:
                return i - 1, i + 2, NAME
        if self._versioned(i) and not self._has_unit(i):
            return i - 1, i + 1, NAME
        return None

    def _numbered_make(self, i: int) -> bool:
        """Tell whether digits are part of a make: "das Nova 11 Pro", "the Slate 3 goes on sale"."""
        t, words = self.t, self.language.words
        before, behind = t.words[i - 1], t.words[i + 1]
        known = behind in self.cues.suffixes or behind in self.cues.made
        if not known or t.barrier(i + 1) or not t.words[i].isdecimal() or len(t.words[i]) > 2:
            return False
        if not (before.istitle() and before.isalpha()) or before in self.cues.months:
            return False
        if behind in self.cues.suffixes:
            return before.lower() not in self.language.function_words
        return t.word(i - 2).lower() in words["determiners"] and not t.barrier(i - 1)

    def _road(self, i: int) -> bool:
        """Tell whether an article, a capital and digits are a road ("auf der A 4 fanden …")."""
        t, language = self.t, self.language
        letter, number = t.words[i - 1], t.words[i]
        if not language.exact_case or len(letter) > 1 or letter in PRONOUNS or t.glued(i):
            return False
        led = t.word(i - 2).lower() in language.words["determiners"] and not t.barrier(i - 1)
        return led and number.isdecimal() and len(number) < 4 and not self._has_unit(i)

    def _plate(self, i: int) -> bool:
        """Tell whether capitals stand before and behind digits ("BMT 216 A")."""
        t = self.t
        letter = t.words[i + 1]
        if self.language.money_before.match_back(t.words, i - 1):  # "EUR 3.5 M"
            return False
        alone = len(letter) == 1 and "A" <= letter <= "Z" and not t.barrier(i + 1)
        ends = not t.words[i + 2][:1].isalnum() or t.words[i + 2].islower()
        return alone and ends and len(t.words[i - 1]) in (2, 3) and not t.glued(i + 1)

    def _versioned(self, i: int) -> bool:
        """Tell whether digits after capitals are written like a version ("USB 3.0")."""
        t, before = self.t, self.t.words[i - 1]
        if not before.isupper() or len(before) < 2 or not _is_version(t.words[i]):
            return False
        if self.language.money_left(t, i, i - 1):
            return False  # "CHF 12.50", as the Swiss write it
        return self.language.decimal != "." or t.words[i].endswith(".0")

    def _first_version(self, i: int) -> bool:
        """Tell whether "2.0" behind a noun is a version, where the decimal sign is no dot."""
        word = self.t.words[i]
        zero = word.endswith(".0") and word[:-2].isdecimal() and len(word) <= 4
        return zero and self.language.decimal != "." and not self._has_unit(i)

    def _versions(self, i: int) -> Found | None:
        """Skip a further version ("USB 2.0 and 3.0", "iOS 17.6 / 18.1")."""
        t, language = self.t, self.language
        listed = t.word(i - 1).lower() in language.words["list_words"] or t.word(i - 1) in (
            ",",
            "/",
        )
        if not listed or t.barrier(i) or not _is_version(t.words[i]) or self._has_unit(i):
            return None
        if not _is_version(t.word(i - 2)):
            return None
        named = self.cues.names.match_back(t.words, i - 3)
        return (i, i + 1, NAME) if named or self._versioned(i - 2) else None

    def _bounded(self, i: int) -> bool:
        """Tell whether a bound is joined to a number by a hyphen ("Über-60-Jährige")."""
        word = self.t.word(i - 2).lower()
        found = self.language.before.match_back([word], 0)
        return found is not None and found[1].qualifier in ("over", "under")

    def _in_life(self, i: int) -> bool:
        """Tell whether digits are a decade of a life ("in her mid-40s")."""
        t, language = self.t, self.language
        part, owner = t.word(i - 2).lower(), t.word(i - 3).lower()
        lived = part in language.decade_parts and owner in language.decade_owners
        return t.words[i + 1] == "s" and (lived or part in language.decade_tens)

    def _glued_after(self, i: int) -> Found | None:
        t, language = self.t, self.language
        if not t.glued(i + 1) or not t.word(i + 1)[0].isalpha():
            return None
        word = t.words[i + 1]
        lines = t.words[i] in self.cues.lines and t.words[i + 2] in self.cues.of_lines
        if word == "p" and lines and not t.barrier(i + 2):
            return i, i + 2, NAME  # "720p video"
        if mark_end(t, i + 1, language):
            return None
        if word in language.degree_letters and letter_unit(t, i + 1, language):
            return None
        if word in language.glued_sizes and not (t.glued(i + 2) and t.words[i + 2][0].isalnum()):
            return None
        if word in language.size_symbols and t.words[i + 2] in language.sizes:
            return None
        if word in language.rated or language.ages.after.begins(word.lower()):
            return None
        if language.after.match([word.lower()], 0):
            return None  # "at 7ish"
        if word in language.letters or word in language.scales or word.lower() in language.scales:
            return None
        if language.symbols.match(t.words[i + 1 : i + 6], 0) and word not in "AGKBVWJCFNLT":
            return None
        if word == LITRES and not self._behind_make(i):
            return None
        if language.symbols.match(t.words[i + 1 : i + 6], 0) and word in "VWA":
            return None
        keys = (
            t.words[i + 1 : i + 5]
            if language.exact_case
            else [w.lower() for w in t.words[i + 1 : i + 5]]
        )
        if language.unit_names.match(keys, 0) or language.money.match(keys, 0):
            return None
        if language.money_signs.match(t.words[i + 1 : i + 3], 0):
            return None
        if (
            word in language.suffixes
            or word in self.cues.ordinal_endings
            or word.lower() in ("st", "s", "x", "e")
            or word.startswith("½")
        ):
            return None
        if language.classify(word) and language.classify(word).role == "number":  # type: ignore[union-attr]
            return None
        stop = i + 2
        while t.glued(stop) and t.words[stop][0].isalnum():
            stop += 1
        return i, stop, NAME

    def _bare_name(self, draft: Draft) -> bool:
        """Tell whether a bare integer belongs to the name before it ("Dynamics 365")."""
        t, language = self.t, self.language
        number = draft.number
        if self._lists_shares(draft) or self._lists_prices(draft):
            return False
        if "," in t.words[number.first] and language.decimal == "," and number.last != 1:
            return False  # "AfD 10,4"
        if self._made(draft.first - 1) and number.scale == 1 and draft.first == number.first:
            return draft.upper is None
        if (
            number.scale != 1
            or number.last != 1
            or number.value >= 10000
            or number.stop != number.first + 1
        ):
            return False
        if draft.upper is not None or draft.first != number.first or t.opens_line(draft.first):
            return False
        before = t.word(draft.first - 1)
        if language.out_of.match([t.word(number.stop).lower()], 0) and language.exact_case:
            return False
        if before in language.units_before or (before in self.cues.months and language.exact_case):
            return False  # "im Juni 53"
        joined = t.word(number.stop).lower() in language.words["list_words"]
        if joined and t.word(number.stop + 1)[:1].isdecimal():
            return False  # "das Ziel 50 oder 55 Prozent"
        if not before[:1].isupper() or len(before) < 2 or not before.isalpha():
            return False
        at = draft.first - 1
        if self._opens(at) and not before.isupper():
            return False
        if before.lower() in self.language.function_words:
            return False
        if language.exact_case and (number.value > 99 or self._indefinite(at)):
            return False
        return t.words[draft.first].isdecimal()

    def _lists_shares(self, draft: Draft) -> bool:
        """Tell whether the shares of parties go on: "CDU 31 Prozent, SPD 22, Grüne 14"."""
        t, at = self.t, draft.first - 2
        if draft.number.total > WHOLE or not t.words[draft.first - 1][:1].isupper():
            return False
        at -= t.word(at).lower() in self.language.words["determiners"]
        while t.word(at) == "," and t.word(at - 1).isdecimal() and t.word(at - 2)[:1].isupper():
            at -= 3
        if t.word(at) != "," or t.word(at - 1).lower() not in self.language.percent_words:
            return False
        return is_party(t.words[draft.first - 1]) or is_party(t.word(at - 3))

    def _lists_prices(self, draft: Draft) -> bool:
        """Tell whether prices of several go on: "the Nova costs 469 euros, the Mini 299"."""
        t, language, at = self.t, self.language, draft.first - 1
        behind = t.word(draft.number.stop)
        if behind[:1].isalnum() and behind.lower() not in language.words["and"]:
            return False
        before = self._before_item(at)
        if before is None:
            return False
        while (
            t.words[before].isdecimal() and (further := self._before_item(before - 1)) is not None
        ):
            before = further
        paid = language.money.match([t.words[before].lower()], 0)
        return bool(paid or language.money_signs.match(t.words[before - 1 : before], 0))

    def _before_item(self, at: int) -> int | None:
        """Return the token before ", the Mini" or "and the Pro", whose last one is at `at`."""
        t, words = self.t, self.language.words
        if not t.word(at)[:1].isupper() or t.word(at - 1).lower() not in words["determiners"]:
            return None
        joint = t.word(at - 2).lower()
        if joint != "," and joint not in words["and"]:
            return None
        before = at - 3 - (t.word(at - 3) == ",")
        return before if before > 0 else None

    def _made(self, at: int) -> bool:
        """Tell a make ("iOS", "MDax") or a road ("B 96") by how it is written."""
        t = self.t
        word = t.word(at)
        if not word.isalpha() or t.barrier(at + 1):
            return False
        if len(word) == 1:
            lower = word.lower()
            spoken = lower in self.language.articles or lower in self.language.function_words
            opens = self._opens(at) and not (
                self.language.exact_case and t.words[at + 1].isdecimal()
            )
            return word.isupper() and not spoken and word not in PRONOUNS and not opens
        return not word.isupper() and not word[1:].islower() and not word[:-1].isupper()

    def _behind_make(self, i: int) -> bool:
        """Tell whether a name stands before digits ("Fiat 500L")."""
        before = self.t.word(i - 1)
        return before[:1].isupper() and before.lower() not in self.language.function_words

    def _indefinite(self, at: int) -> bool:
        """Tell whether an article like "einem" stands before a noun, which then is no name."""
        return self.t.word(at - 1).lower() in self.language.articles


def _glued_name(tokens: Tokens, i: int) -> tuple[int, int] | None:
    """Return the tokens of a name that the digits at `i` are glued into ("MAI-1-preview")."""
    first = i
    while first > max(0, i - _PARTS) and tokens.glued(first) and _joins(tokens.words[first - 1]):
        first -= 1
    while first < i and not tokens.words[first][0].isalnum():
        first += 1
    if first == i or not any(w[0].isalpha() for w in tokens.words[first:i]):
        return None
    stop = i + 1
    limit = min(tokens.size, i + _PARTS)
    while stop < limit and tokens.glued(stop) and _joins(tokens.words[stop]):
        stop += 1
    while not tokens.words[stop - 1][0].isalnum():
        stop -= 1
    return first, stop


def _joins(word: str) -> bool:
    return word[0].isalnum() or word in "-_‑."
