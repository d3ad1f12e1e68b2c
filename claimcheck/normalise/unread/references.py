"""Recognises what a word before the digits makes a reference: laws, pages, houses, lists."""

from __future__ import annotations

from claimcheck.normalise.numbers.digits import DASHES
from claimcheck.normalise.numbers.style import LONGEST, Style, literal
from claimcheck.normalise.quantities import nouns
from claimcheck.normalise.unread.codes import wide
from claimcheck.normalise.unread.cues import NAME
from claimcheck.normalise.unread.placenames import place_names
from claimcheck.normalise.unread.placings import Placings
from claimcheck.normalise.unread.skipview import LONG_STREET, Found

HOME = Style(".")
CITED = ("law reference", "file reference")
LONGEST_REGISTER = 5
LISTED = ("telephone number", "page number", "law reference", "list number")
QUOTES = frozenset('"„“”«»‚‘’')
SECTIONS = "§"
TITLE = 6
"""How many words a title that opens with a number may have."""
LIST = 80
"""How many tokens a list of cited numbers may have: to look further back takes square time."""
NUMBERED = ("list number", "page number")
ADJECTIVES = ("en", "er")
FEW = ("list number", "page number", "telephone number", "postcode")


class References(Placings):
    """The rules for references and addresses."""

    def _cited(self, i: int) -> Found | None:
        """Skip a reference whose number goes on with letters ("§ 129a", "1 BvR 2656/18")."""
        t = self.t
        if self._docket(i):
            return i, self._reference_end(i), "file reference"
        colon = i - 1 if t.word(i - 1) == ":" else i
        found = self.cues.before.match_back(t.words, colon - 1)
        behind = None if found else self.cues.behind.match(t.words, i + 1)
        if behind:
            return self._followed(i, behind)
        if not found or t.barrier(i) or found[1] not in CITED:
            return None
        if found[1] == "law reference":
            lettered = t.glued(i + 1) and t.words[i + 1].isalpha() and len(t.words[i + 1]) == 1
            return (i - found[0], i + 2, found[1]) if lettered and t.words[i].isdecimal() else None
        return colon - found[0], self._reference_end(i), found[1]

    def _followed(self, i: int, behind: tuple[int, str]) -> Found | None:
        """Skip a number by the law behind it, with the section there ("18 U.S.C. § 1001")."""
        t = self.t
        stop = i + 1 + behind[0]
        if t.barrier(i + 1) or t.glued(i + 1):
            return None
        at = stop + (t.words[stop] in SECTIONS)
        return (i, at + 1 if t.words[at].isdecimal() else stop, behind[1])

    def _docket(self, i: int) -> bool:
        """Tell whether digits open the number of a case ("2 BvR 1234/20", "5 C 12/24")."""
        t = self.t
        register = t.words[i + 1]
        numbered = t.words[i].isdecimal() and t.words[i + 2].isdecimal() and t.words[i + 3] == "/"
        if not numbered or not (t.glued(i + 3) and t.glued(i + 4)) or t.barrier(i + 2):
            return False
        year = t.words[i + 4]
        named = register.isalpha() and register[0].isupper() and len(register) < LONGEST_REGISTER
        return named and len(t.words[i]) < 4 and len(year) == 2 and year.isdecimal()

    def _street(self, i: int) -> Found | None:
        """Skip the number of a house before its street ("10 Downing Street")."""
        t = self.t
        if t.words[i + 1] in self.cues.ordinal_endings and t.glued(i + 1):
            street = t.words[i + 2] in self.cues.street_after and not t.barrier(i + 2)
            street = street and t.word(i - 1).lower() not in self.language.words["determiners"]
            return (i, i + 3, NAME) if street else None
        if not self.cues.street_after or not t.words[i].isdecimal() or len(t.words[i]) > 4:
            return None
        lettered = t.glued(i + 1) and t.words[i + 1].isalpha() and len(t.words[i + 1]) == 1
        first = i + 2 if lettered else i + 1
        if nouns.known(t.words[first], self.language):
            return None  # "10 Ships Under Way"
        for at in range(first, first + 4):
            word = t.words[at]
            if not word[:1].isupper() or t.barrier(at) or (t.glued(at) and at > first):
                return None
            if at > first and word in self.cues.street_after:
                return i, at + 1, "house number"
        return None

    def _exact(self, i: int) -> Found | None:
        """Skip a number that is a name by itself, or with what follows ("9/11", "1. FC")."""
        if not self.cues.exact.begins(self.t.words[i]):
            return None
        found = self.cues.exact.match(self.t.words, i)
        return (i, i + found[0], NAME) if found else None

    def _titled_work(self, i: int) -> Found | None:
        """Skip the number that opens a title ("the film 12 Monkeys", "„12 Monkeys“")."""
        t = self.t
        quoted = t.glued(i) and t.words[i - 1] in QUOTES
        cued = t.word(i - 1 - quoted) in self.cues.works
        after = t.words[i + 1]
        if not (quoted or cued) or t.barrier(i) or not t.words[i].isdecimal():
            return None
        if not after[:1].isupper() or t.glued(i + 1) or after in self.language.degree_letters:
            return None
        if nouns.known(after, self.language) or self._has_unit(i):
            return None
        stop = i + 2
        while stop < i + TITLE and t.words[stop][:1].isupper():
            stop += 1
        closed = t.words[stop] in QUOTES and t.glued(stop) and not self.language.exact_case
        return (i, stop, NAME) if cued or closed else None

    def _cued(self, i: int) -> Found | None:
        """Skip what a word before makes a reference or a name ("§ 12", "Windows 11")."""
        t, language = self.t, self.language
        found = self.cues.before.match_back(t.words, i - 1)
        if self._postcode(i):
            return i, i + 1, "postcode"
        if graded := self._graded(i):
            return graded
        if found and not t.barrier(i):
            if found[1] in FEW and (self._has_unit(i) or self._placing(i)):
                return None
            if found[1] in NUMBERED and self._counts_behind(i):
                return None
            if found[1] == "telephone number" and nouns.find(t, i + 1, language, plural=True):
                return None  # "called 12 witnesses"
            stop = self._last_listed(i) if found[1] == "list number" else self._reference_end(i)
            return i - found[0], stop, found[1]
        if listed := self._cited_before(i):
            return i, i + 1, listed
        name = self.cues.names.match_back(t.words, i - 1)
        if name and not t.barrier(i) and "\n" not in t.gap(i):
            weak = t.words[i - 1] in self.cues.weak
            counted = weak and t.words[i + 1] not in self.cues.suffixes
            counted = counted and nouns.find(t, i + 1, language, plural=True) is not None
            if not self._has_unit(i) and not counted:
                stop = i + 1
                while t.glued(stop) and t.words[stop][0].isalnum():
                    stop += 1
                if t.words[stop] in self.cues.suffixes and t.words[stop + 1].isdecimal():
                    stop += 2
                return i - name[0], stop, NAME
        dot = t.word(i - 1) == "." and t.glued(i - 1)
        street = t.word(i - 2 if dot else i - 1).lower()
        if (
            street.endswith(self.cues.streets)
            and len(street) > LONG_STREET
            and t.words[i - 2 if dot else i - 1][0].isupper()
            and (
                language.exact_case
                and t.words[i].isdecimal()
                and len(t.words[i]) <= 3
                and not self._has_unit(i)
            )
        ):
            return i, i + 1, "house number"
        return None

    def _graded(self, i: int) -> Found | None:
        """Skip what numbers a grade before it, whatever follows: "a phase three trial"."""
        t, cues = self.t, self.cues
        if t.words[i - 1] not in cues.grades or t.barrier(i) or self._has_unit(i):
            return None
        led = t.word(i - 2).lower() in cues.grade_leads or t.barrier(i - 1)
        return (i - 1, i + 1, "list number") if led else None

    def _counts_behind(self, i: int) -> bool:
        """Tell "in der Folge 34 Probanden" from "Folge 34": an article before, a plural behind."""
        t, language, at = self.t, self.language, i - 2
        led = language.words["determiners"] | language.articles
        if (
            not language.exact_case
            or not t.words[i - 1].isalpha()
            or t.words[i - 1] in self.cues.ranks
        ):
            return False
        if t.word(at).islower() and t.words[at] not in led and t.words[at].endswith(ADJECTIVES):
            at -= 1  # "auf der anderen Seite"
        noun = t.words[i + 1]
        counted = nouns.known(noun, language) or noun.endswith(language.counted_endings)
        return t.word(at).lower() in led and noun[:1].isupper() and noun.isalpha() and counted

    def _last_listed(self, i: int) -> int:
        """Return the end of what "Klassen" numbers: one, or the last of several ("5 bis 10")."""
        t = self.t
        ranged = self.language.range_words.begins(t.words[i + 1]) or t.words[i + 1] in DASHES
        ranged = ranged or (t.words[i + 1] == "/" and t.glued(i + 1) and t.glued(i + 2))
        plain = ranged and t.words[i].isdecimal() and t.words[i + 2].isdecimal()
        if not plain or t.barrier(i + 2) or len(t.words[i + 2]) > 2 or self._has_unit(i + 2):
            return i + 1
        return i + 1 if nouns.find(t, i + 3, self.language, plural=True) else i + 3

    def _quoted_name(self, i: int) -> Found | None:
        """Skip the year that ends a name in quotation marks ("das Manöver „Defender 2020“")."""
        t, first = self.t, i - 1
        if t.words[i + 1] not in QUOTES or not t.glued(i + 1):
            return None
        while first > i - TITLE and t.words[first][:1].isupper():
            first -= 1
        opened = t.words[first] in QUOTES and t.glued(first + 1)
        return (first + 1, i + 1, NAME) if opened and first < i - 1 else None

    def _cited_before(self, i: int) -> str:
        """Return the reason of a cue before a list of numbers ("Telefon: 110, 112 und 116117")."""
        t, at = self.t, i - 1
        if t.barrier(i) or not self._separates(at) or self._has_unit(i):
            return ""
        while at > max(i - LIST, 0) and self._separates(at) and t.words[at - 1].isdecimal():
            at -= 2
        at -= t.words[at] == ":"
        found = self.cues.before.match_back(t.words, at) if at < i - 2 else None
        if not found or found[1] not in LISTED:
            return ""
        counted = nouns.find(t, i + 1, self.language, plural=True)
        last = t.words[counted.stop - 1] if counted else ""
        acronym = last[-1:].isupper() and sum(map(str.isupper, last)) > 1  # "§§ 5, 6 BauGB"
        return found[1] if counted is None or acronym else ""

    def _separates(self, at: int) -> bool:
        """Tell whether a comma or "und" parts the members of a list."""
        return self.t.words[at] == "," or self.t.words[at] in self.language.words["list_words"]

    def _postcode(self, i: int) -> bool:
        """Tell whether five digits and a name that is counted nowhere are a town's address."""
        t, language = self.t, self.language
        word, after = t.words[i], t.word(i + 1)
        if len(word) == 4 and language.exact_case and not "1500" <= word <= "2100":
            starts = i == 0 or t.word(i - 1) == "," or t.opens_line(i)
            starts = starts or t.word(i - 1).lower() in language.place_words
            return starts and word >= "1000" and after in place_names() and t.gap(i + 1) == " "
        if len(word) != 5 or not word.isdecimal():
            return False
        if self.cues.states:
            state = t.word(i - 1)
            return len(state) == 2 and state.isupper() and t.word(i - 2) == ","
        if not after[:1].isupper() or not after.isalpha() or t.gap(i + 1) != " ":
            return False
        if nouns.known(after, language) or self._has_unit(i):
            return False
        opens = i == 0 or t.word(i - 1) in (",", "-") or t.opens_line(i)
        placed = t.word(i - 1).lower() in language.place_words
        town = after in place_names() or not after.endswith(language.counted_endings)
        return opens or (placed and town)

    def _reference_end(self, i: int) -> int:
        """Return where a reference ends that goes on with digits and signs ("3 C 12/24")."""
        t = self.t
        stop = i + 1
        while stop < t.size and stop < i + 8:
            word = t.words[stop]
            if (
                word[0].isdecimal()
                or (word in "/-." and t.glued(stop) and t.glued(stop + 1))
                or (word[0].isupper() and len(word) <= 3 and t.word(stop + 1)[:1].isdecimal())
                or (self.language.range_words.begins(word) and t.words[stop + 1].isdecimal())
            ):
                stop += 1
            elif word == "(" and t.glued(stop) and t.words[stop + 2] == ")" and t.glued(stop + 1):
                stop += 3  # "230(c)(1)"
            else:
                break
        return stop

    def _listed(self, i: int) -> Found | None:
        """Skip the number that opens a line of a list ("1. Die Bahn …", "2) …")."""
        t = self.t
        opens = i == 0 or t.opens_line(i)
        if (
            opens
            and t.words[i].isdecimal()
            and len(t.words[i]) <= 2
            and t.glued(i + 1)
            and t.word(i + 1) in (".", ")")
            and not t.glued(i + 2)
            and t.word(i + 2)[:1].isupper()
            and t.words[i + 2] not in self.cues.ordinal_nouns
            and self.language.classify(t.word(i + 2)) is None
            and i + 2 < t.size
        ):
            return i, i + 2, "list number"
        return None

    def _wide(self, i: int) -> Found | None:
        t = self.t
        found = wide(t.text, t.starts[i])
        if found is None or (found[2] == "telephone number" and self._measured(i)):
            return None
        first = stop = i
        while first > 0 and t.starts[first - 1] >= found[0]:
            first -= 1
        while stop < t.size and t.end(stop) <= found[1]:
            stop += 1
        return first, max(stop, i + 1), found[2]

    def _measured(self, i: int) -> bool:
        """Tell whether two numbers that rise have a unit behind: "100-1000 grams" is no call."""
        t = self.t
        left, right = t.words[i], t.words[i + 2]
        pair = t.words[i + 1] in DASHES and left.isdecimal() and right.isdecimal()
        rises = pair and left[0] != "0" and int(left) < int(right)
        return rises and (self._has_unit(i + 2) or nouns.known(t.words[i + 3], self.language))

    def _coded(self, i: int) -> Found | None:
        """Skip digits that open with a zero: no quantity is written so ("007")."""
        word = self.t.words[i]
        coded = word[0] == "0" and len(word) > 1 and word.isdecimal()
        coded = coded and (not self.t.glued(i) or self.t.words[i - 1] in QUOTES)
        return (i, i + 1, "code") if coded else None

    def _version(self, i: int) -> Found | None:
        word = self.t.words[i]
        if len(word) > LONGEST:
            return i, i + 1, "code"
        if word.count(".") + word.count(",") < 2 or literal(word, HOME) is not None:
            return None
        return i, i + 1, "version"
