"""Decides at a number whether it is a quantity at all, by the tokens around it."""

from __future__ import annotations

from decimal import Decimal

from claimcheck.normalise import nouns
from claimcheck.normalise.cardinals import DASHES
from claimcheck.normalise.draft import Draft, Number
from claimcheck.normalise.language import Language
from claimcheck.normalise.numbers import LONGEST, Style, literal
from claimcheck.normalise.quantity import Reader
from claimcheck.normalise.skips import NAME, cues, glued_name, wide
from claimcheck.normalise.tokens import Tokens

Found = tuple[int, int, str]
HOME = Style(".")
OPENERS = ".!?:;„“\"'»«•–—-(*"


class SkipRules:
    """The skip rules over the tokens of one text."""

    def __init__(self, tokens: Tokens, language: Language) -> None:
        self.t = tokens
        self.language = language
        self.cues = cues(language)

    def at(self, i: int) -> Found | None:
        """Return the tokens and the reason to skip the digits at `i`, or None."""
        return (
            self._wide(i)
            or self._glued(i)
            or self._version(i)
            or self._pair(i)
            or self._colon(i)
            or self._slash(i)
            or self._cued(i)
            or self._listed(i)
        )

    def _wide(self, i: int) -> Found | None:
        t = self.t
        found = wide(t.text, t.starts[i])
        if found is None:
            return None
        first = stop = i
        while first > 0 and t.starts[first - 1] >= found[0]:
            first -= 1
        while stop < t.size and t.end(stop) <= found[1]:
            stop += 1
        return first, max(stop, i + 1), found[2]

    def _pair(self, i: int) -> Found | None:
        """Skip a score with a hyphen ("won 3-1"), which runs downwards or has a cue near."""
        t = self.t
        if t.word(i + 1) not in ("-", "–") or not t.glued(i + 1) or not t.glued(i + 2):
            return None
        left, right = t.words[i], t.word(i + 2)
        if not (left.isdecimal() and right.isdecimal() and max(len(left), len(right)) <= 3):
            return None
        if t.glued(i) and t.word(i - 1) in DASHES:
            return None
        stop = i + 3
        while stop < i + 9 and t.word(stop) in ("-", "–") and t.word(stop + 1).isdecimal():
            if not (t.glued(stop) and t.glued(stop + 1)):
                break
            stop += 2
        if t.word(stop) in ("-", "–") and t.glued(stop):
            return None
        if self._has_unit(i + 2) or t.word(i - 1) in ("$", "€", "£"):
            return None
        near = [word.lower() for word in t.words[max(0, i - 4) : i] + t.words[stop : stop + 3]]
        cued = any(word in self.cues.score_words for word in near)
        if int(left) >= int(right) or cued or stop > i + 3:
            return i, stop, "score"
        return None

    def _version(self, i: int) -> Found | None:
        word = self.t.words[i]
        if len(word) > LONGEST:
            return i, i + 1, "code"
        if word.count(".") + word.count(",") < 2 or literal(word, HOME) is not None:
            return None
        return i, i + 1, "version"

    def word_at(self, i: int) -> Found | None:
        """Return a skip for a number word: a capital inside a sentence is a name."""
        t, language = self.t, self.language
        word = t.words[i]
        if not language.data["lowercase_numbers"] or word[0].islower():
            return None
        anchor = language.classify(word)
        if anchor is None or anchor.role not in ("number", "article"):
            return None
        if word.lower() in language.atoms or language.joined:
            hyphened = t.glued(i) and t.word(i - 1) in DASHES
            if (hyphened or not self._opens(i)) and not self._compound(i) and anchor.value < 1000:
                return i, i + 1, "" if word.lower() != "elf" else NAME
        return None

    def _compound(self, i: int) -> bool:
        t = self.t
        return t.word(i + 1) in DASHES and t.glued(i + 1) and t.glued(i + 2)

    def _opens(self, i: int) -> bool:
        t = self.t
        return i == 0 or "\n" in t.gap(i) or t.words[i - 1] in OPENERS

    def ordinal(self, i: int, reader: Reader) -> Draft | None:
        """Return an ordinal written in digits: "3. Platz", "10th victory"."""
        t, language = self.t, self.language
        word = t.words[i]
        if not word.isdecimal() or len(word) > 4:
            return None
        rank = self.cues.ranks.get(t.word(i - 1))
        if rank and len(word) <= 3 and not t.barrier(i) and not self._has_unit(i):
            number = Number(i, i + 1, Decimal(word), digits=True)
            return Draft(number, i - 1, i + 1, kind="ordinal", unit=rank, noun=t.words[i - 1])
        number = Number(i, i + 1, Decimal(word), digits=True)
        after = t.word(i + 1)
        if t.glued(i + 1) and after.lower() in ("st", "nd", "rd", "th") and not language.exact_case:
            number.stop = i + 2
            return reader.ordinal(number, i + 2) or Draft(number, i, i + 2, kind="ordinal")
        if after != "." or not t.glued(i + 1) or not language.exact_case or t.glued(i + 2):
            return None
        following = t.word(i + 2)
        before = t.word(i - 1).lower()
        if not following[:1].isalpha() or t.barrier(i + 2) or len(word) > 3:
            return None
        determined = before in language.words["determiners"]
        if not determined and not (
            following[0].islower() and following not in language.function_words
        ):
            return None
        number.stop = i + 2
        return reader.ordinal(number, i + 2)

    # -- the rules -----------------------------------------------------------------------

    def _glued(self, i: int) -> Found | None:
        """Skip digits glued to letters before ("H100", "MAI-1") or to unknown ones after."""
        t, language = self.t, self.language
        if t.glued(i):
            before = t.word(i - 1)
            money = language.money_before.match_back(t.words, i - 1)
            if money and not (
                i - 1 - money[0] >= 0
                and t.glued(i - money[0])
                and t.words[i - 1 - money[0]][0].isalpha()
            ):
                return None
            ranged = before in "-–—x×/" and i >= 2 and t.words[i - 2][0].isdecimal()
            if before in DASHES and t.word(i - 2) in language.units_before:
                return None
            if not ranged:
                name = glued_name(t, i)
                if name:
                    return name[0], name[1], NAME
            if before in "#":
                return i, i + 1, "hashtag"
        return self._glued_after(i)

    def _glued_after(self, i: int) -> Found | None:
        t, language = self.t, self.language
        if not t.glued(i + 1) or not t.word(i + 1)[0].isalpha():
            return None
        word = t.words[i + 1]
        if word in language.letters or word in language.scales or word.lower() in language.scales:
            return None
        if language.symbols.match(t.words[i + 1 : i + 6], 0) and word not in "AGKBVWJCFNL":
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
            or word.lower() in ("st", "nd", "rd", "th", "s", "x", "e")
            or word.startswith("½")
        ):
            return None
        if language.classify(word) and language.classify(word).role == "number":  # type: ignore[union-attr]
            return None
        stop = i + 2
        while t.glued(stop) and t.words[stop][0].isalnum():
            stop += 1
        return i, stop, NAME

    def _colon(self, i: int) -> Found | None:
        """Skip scores and clock times ("3:1", "19:30"); "1:23:45 Stunden" is a duration."""
        t = self.t
        if (
            t.word(i + 1) not in (":", "∶")
            or not t.word(i + 1)
            or not t.glued(i + 1)
            or not t.glued(i + 2)
        ):
            return None
        stop = i + 1
        parts = [t.words[i]]
        if t.glued(i) and t.word(i - 1) in DASHES:
            return None
        while (
            t.word(stop) == ":"
            and t.glued(stop)
            and t.glued(stop + 1)
            and t.word(stop + 1)[:1].isdecimal()
        ):
            parts.append(t.words[stop + 1])
            stop += 2
        if len(parts) == 1:
            return None
        if self._lasting(stop):
            return None
        clock = (
            len(parts[1]) == 2
            and parts[1].isdecimal()
            and int(parts[1]) < 60
            and len(parts[0]) <= 2
        )
        return i, stop, "clock time" if clock and len(parts[0]) == 2 else "score"

    def _lasting(self, stop: int) -> bool:
        """Tell whether hours or minutes follow digits with colons, so that they last."""
        t, language = self.t, self.language
        found = language.unit_names.match([language.key(w) for w in t.words[stop : stop + 2]], 0)
        return found is not None and found[1] in ("hour", "minute", "second")

    def _slash(self, i: int) -> Found | None:
        """Skip "24/7", "2019/20", "3/2020": no quotient of a small whole."""
        t = self.t
        if t.word(i + 1) != "/" or not t.glued(i + 1) or not t.glued(i + 2):
            return None
        low = t.word(i + 2)
        if not low.isdecimal() or not t.words[i].isdecimal():
            return None
        high = int(t.words[i])
        if 0 < high < int(low) <= 100 and not (t.glued(i + 3) and t.word(i + 3) == "/"):
            return None
        stop = i + 3
        while t.word(stop) == "/" and t.glued(stop) and t.word(stop + 1)[:1].isalnum():
            stop += 2
        return i, stop, "file reference" if stop > i + 3 else NAME

    def _cued(self, i: int) -> Found | None:
        """Skip what a word before makes a reference or a name ("§ 12", "Windows 11")."""
        t, language = self.t, self.language
        found = self.cues.before.match_back(t.words, i - 1)
        if self._postcode(i):
            return i, i + 1, "postcode"
        if found and not t.barrier(i):
            if found[1] in (
                "list number",
                "page number",
                "telephone number",
                "postcode",
            ) and self._has_unit(i):
                return None
            stop = self._reference_end(i) if found[1] != "list number" else i + 1
            return i - found[0], stop, found[1]
        name = self.cues.names.match_back(t.words, i - 1)
        if name and not t.barrier(i) and "\n" not in t.gap(i):
            weak = t.words[i - 1] in self.cues.weak
            if not self._has_unit(i) and not (weak and nouns.find(t, i + 1, language, plural=True)):
                stop = i + 1
                while t.glued(stop) and t.words[stop][0].isalnum():
                    stop += 1
                return i - name[0], stop, NAME
        street = t.word(i - 1).lower()
        if (
            street.endswith(self.cues.streets)
            and len(street) > 6
            and t.words[i - 1][0].isupper()
            and (
                language.exact_case
                and t.words[i].isdecimal()
                and len(t.words[i]) <= 3
                and not self._has_unit(i)
            )
        ):
            return i, i + 1, "house number"
        return None

    def _postcode(self, i: int) -> bool:
        """Tell whether five digits and a name that is counted nowhere are a town's address."""
        t, language = self.t, self.language
        word, after = t.words[i], t.word(i + 1)
        if len(word) != 5 or not word.isdecimal() or not language.exact_case:
            return False
        if not after[:1].isupper() or not after.isalpha() or t.gap(i + 1) != " ":
            return False
        opens = i == 0 or t.word(i - 1) in (",", "-") or "\n" in t.gap(i)
        return opens and not nouns.known(after, language) and not self._has_unit(i)

    def _has_unit(self, i: int) -> bool:
        """Tell whether a scale, unit or money follows the digits at `i`."""
        t, language = self.t, self.language
        at = i + 1
        keys = (
            t.words[at : at + 4]
            if language.exact_case
            else [w.lower() for w in t.words[at : at + 4]]
        )
        if not t.word(at):
            return False
        return bool(
            keys[0] in language.scales
            or language.unit_names.match(keys, 0)
            or language.money.match(keys, 0)
            or language.money_signs.match(t.words[at : at + 3], 0)
            or t.words[at] in "%°"
        )

    def _reference_end(self, i: int) -> int:
        """Return where a reference ends that goes on with digits and signs ("3 C 12/24")."""
        t = self.t
        stop = i + 1
        while stop < t.size and stop < i + 8:
            word = t.words[stop]
            if (
                word[0].isdecimal()
                or (word in "/-." and t.glued(stop) and t.glued(stop + 1))
                or (word.isupper() and len(word) <= 3 and t.word(stop + 1)[:1].isdecimal())
            ):
                stop += 1
            else:
                break
        return stop

    def _listed(self, i: int) -> Found | None:
        """Skip the number that opens a line of a list ("1. Die Bahn …", "2) …")."""
        t = self.t
        opens = i == 0 or "\n" in t.gap(i)
        if (
            opens
            and t.words[i].isdecimal()
            and len(t.words[i]) <= 2
            and t.glued(i + 1)
            and t.word(i + 1) in (".", ")")
            and not t.glued(i + 2)
            and t.word(i + 2)[:1].isupper()
            and self.language.classify(t.word(i + 2)) is None
            and i + 2 < t.size
        ):
            return i, i + 2, "list number"
        return None

    def after(self, draft: Draft) -> str:
        """Return why a quantity that was read is none after all, or nothing."""
        t, language = self.t, self.language
        word = t.word(draft.stop - 1).lower()
        compound = draft.stop - draft.number.stop >= 3 and t.word(draft.stop - 2) in DASHES
        if draft.kind == "duration" and t.word(draft.number.stop) in DASHES and not compound:
            window = t.word(draft.stop).lower()
            if window in language.words["window_nouns"] and not t.barrier(draft.stop):
                return NAME
        if draft.kind == "duration" and compound and word in language.words["window_nouns"]:
            return NAME
        if draft.kind == "number" and draft.number.digits and draft.hedge is None:
            if self._bare_name(draft):
                return NAME
            if self._score(draft):
                return "score"
        if draft.kind == "number" and draft.number.role == "article":
            return NAME
        if draft.kind == "count" and t.words[draft.stop - 1] in self.cues.clock_words:
            return "clock time"
        if (
            draft.kind == "number"
            and draft.number.digits
            and t.glued(draft.stop)
            and t.word(draft.stop)[0].isalpha()
            and t.words[draft.stop] != "x"
        ):
            draft.stop += 1
            return NAME
        return ""

    def _bare_name(self, draft: Draft) -> bool:
        """Tell whether a bare integer belongs to the name before it ("Dynamics 365")."""
        t, language = self.t, self.language
        number = draft.number
        if (
            number.scale != 1
            or number.last != 1
            or number.value >= 10000
            or number.stop != number.first + 1
        ):
            return False
        if draft.upper is not None or draft.first != number.first or "\n" in t.gap(draft.first):
            return False
        before = t.word(draft.first - 1)
        if language.out_of.match([t.word(number.stop).lower()], 0) and language.exact_case:
            return False
        if before in language.units_before:
            return False
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

    def _indefinite(self, at: int) -> bool:
        """Tell whether an article like "einem" stands before a noun, which then is no name."""
        return self.t.word(at - 1).lower() in self.language.articles

    def _score(self, draft: Draft) -> bool:
        """Tell whether a bare number is one side of a score ("3-1")."""
        t = self.t
        first, stop = draft.number.first, draft.number.stop
        left = (
            t.word(first - 1) in ("-", "–")
            and t.glued(first)
            and t.glued(first - 1)
            and t.word(first - 2)[:1].isdecimal()
        )
        right = (
            t.word(stop) in ("-", "–")
            and t.glued(stop)
            and t.glued(stop + 1)
            and t.word(stop + 1)[:1].isdecimal()
        )
        return draft.upper is None and (left or right)
