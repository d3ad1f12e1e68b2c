"""Decides at a number whether it is a quantity at all, by the tokens around it."""

from __future__ import annotations

from decimal import Decimal

from claimcheck.normalise.numbers.anchor import ROMAN
from claimcheck.normalise.numbers.digits import DASHES
from claimcheck.normalise.quantities import nouns
from claimcheck.normalise.quantities.draft import Draft, Number
from claimcheck.normalise.quantities.quantity import Reader
from claimcheck.normalise.unread.cues import NAME
from claimcheck.normalise.unread.models import Models
from claimcheck.normalise.unread.references import References
from claimcheck.normalise.unread.scores import Scores
from claimcheck.normalise.unread.skipview import Found

NUMBERED = ("list number", "page number", "law reference")
LONGEST_ORDINAL = 7
MARKS = (",", ";", "%")
"""What stands glued behind digits and makes no name or rank of them."""
LEAST_BASE = 100
"""The smallest number that rates are told for."""


class SkipRules(Scores, References, Models):
    """The skip rules over the tokens of one text."""

    def at(self, i: int) -> Found | None:
        """Return the tokens and the reason to skip the digits at `i`, or None."""
        t = self.t
        tight = t.glued(i + 1)
        if not t.glued(i) and (not tight or self._ends_clause(i)) and self._is_apart(i):
            return self._wide(i) or self._exact(i) or self._version(i) or self._placed(i)
        return (
            self._wide(i)
            or self._exact(i)
            or self._cited(i)
            or self._titled_work(i)
            or self._modelled(i)
            or (self._glued(i) if tight or self.t.glued(i) else None)
            or self._version(i)
            or (self._signed(i) if tight else None)
            or self._street(i)
            or self._cued(i)
            or self._listed(i)
            or self._coded(i)
        )

    def _is_apart(self, i: int) -> bool:
        """Tell quickly that the words around digits make them no reference and no name."""
        words, cues = self.t.words, self.cues
        plain = words[i + 3] != "/" and not words[i].endswith(".0")
        return plain and cues.leads(words[i - 1]) and cues.follows(words[i + 1])

    def _ends_clause(self, i: int) -> bool:
        """Tell whether a mark behind digits says nothing of them, being no dot of a list."""
        t, mark = self.t, self.t.words[i + 1]
        plain = mark in MARKS or (mark == "." and i > 0 and not t.opens_line(i))
        return plain and not t.glued(i + 2)

    def _placed(self, i: int) -> Found | None:
        """Skip digits that are a place by what they are: the number of a house, a postcode."""
        if self.cues.street_after and (street := self._street(i)):
            return street
        if 3 < len(self.t.words[i]) < 6 and self._postcode(i):
            return i, i + 1, "postcode"
        return self._coded(i)

    def _signed(self, i: int) -> Found | None:
        """Return the tokens and the reason to skip digits that a sign joins to others."""
        added = self._added(i) or self._tie_break(i)
        return added or self._pair(i) or self._colon(i) or self._slash(i)

    def instead_of_date(self, i: int) -> Found | None:
        """Return what four digits are that only look like a year ("1600 Pennsylvania Avenue")."""
        found = self._exact(i) or self._street(i) or self._quoted_name(i)
        if found:
            return found
        weak = self.t.word(i - 1) in self.cues.weak
        cited = not "1900" <= self.t.words[i] <= "2100"
        found = self._cued(i)
        return found if found and not weak and (cited or found[2] == NAME) else None

    def word_at(self, i: int) -> Found | None:
        """Return a skip for a number word: a capital inside a sentence is a name."""
        t, language = self.t, self.language
        word = t.words[i]
        idiom = self._idiom(i) if word.lower() in self.cues.idioms else None
        if idiom:
            return idiom
        if self._compound(i) and language.atoms.get(word.lower()) == 0:
            return None if self._ranges(t.words[i + 2]) else (i, i + 1, "")  # "zero-emission cars"
        if not word[0].isupper():
            return self._graded(i) or self._spelled_behind_cue(i)
        after = t.words[i + 1]
        if word.isupper() and after.isupper() and after.title() in language.scales:
            return None  # "SIEBEN MILLIONEN"
        if word[0] in ROMAN and (anchor := language.classify(word)) and anchor.role == "roman":
            return self._roman(i)
        if not language.data["lowercase_numbers"]:
            return self._titled(i)
        anchor = language.classify(word)
        if anchor is None or anchor.role not in ("number", "article"):
            return None
        if word.lower() in language.atoms or language.joined:
            hyphened = t.glued(i) and t.word(i - 1) in DASHES
            hung = t.words[i + 1] in DASHES and t.glued(i + 1) and self._ranges(t.words[i + 2])
            if hung and language.classify(t.word(i + 3)):
                return None  # "das Drei- bis Vierfache"
            if (hyphened or not self._opens(i)) and not self._compound(i) and anchor.value < 1000:
                return i, i + 1, "" if word.lower() != "elf" else NAME
        return None

    def _spelled_behind_cue(self, i: int) -> Found | None:
        """Skip a number word that only numbers the noun before it ("die Klassen sieben")."""
        t = self.t
        cue = self.cues.before.match_back(t.words, i - 1)
        if not cue or cue[1] not in NUMBERED or t.word(i - 1) in self.cues.ranks or t.barrier(i):
            return None
        anchor = self.language.classify(t.words[i])
        if anchor is None or anchor.role != "number" or anchor.value >= LEAST_BASE:
            return None
        counted = self._has_unit(i) or nouns.find(t, i + 1, self.language, plural=True)
        return None if counted else (i - cue[0], i + 1, cue[1])

    def _idiom(self, i: int) -> Found | None:
        """Pass over an idiom that counts nothing ("at one point"); it is not listed."""
        all_words = self.t.words
        for place, words in self.cues.idioms[all_words[i].lower()]:
            first, stop = i - place, i - place + len(words)
            if first < 0 or all_words[stop - 1].lower() != words[-1]:
                continue
            if all_words[first].lower() == words[0] and words == (
                *map(str.lower, all_words[first:stop]),
            ):
                return i, stop, ""
        return None

    def _roman(self, i: int) -> Found | None:
        """Skip a Roman numeral but where it numbers the noun behind it ("XIV. Parteitag")."""
        t = self.t
        if not t.barrier(i):
            cue = self.cues.before.match_back(t.words, i - 1)
            if cue:
                return i - cue[0], i + 1, cue[1]
            if t.word(i - 1)[:1].isupper() and t.word(i - 1).isalpha():
                return i - 1, i + 1, NAME
        determined = t.word(i - 1).lower() in self.language.words["determiners"]
        dotted = t.words[i + 1] == "." and t.glued(i + 1) and t.words[i + 2][:1].isupper()
        return None if determined and dotted else (i, i + 1, "")

    def _titled(self, i: int) -> Found | None:
        """Skip a number word that ends a name by its capital ("the Big Three")."""
        t = self.t
        anchor = self.language.classify(t.words[i])
        if anchor is None or anchor.role != "number" or self._opens(i):
            return None
        cue = self.cues.before.match_back(t.words, i - 1)
        if cue and not t.barrier(i):
            return i - cue[0], i + 1, cue[1]
        own = t.word(i - 1) == "s" and t.word(i - 2) in "'’" and t.glued(i - 1)
        last = i - 3 if own else i - 1
        named = t.word(last)[:1].isupper() and (own or not self._opens(last))
        after = t.words[i + 1]
        if not named or after[:1].isupper() or (after and after in DASHES):
            return None
        return i, i + 1, NAME

    def _compound(self, i: int) -> bool:
        t = self.t
        return t.word(i + 1) in DASHES and t.glued(i + 1) and t.glued(i + 2)

    def ordinal(self, i: int, reader: Reader) -> Draft | None:
        """Return an ordinal written in digits: "3. Platz", "10th victory"."""
        t, language = self.t, self.language
        word = t.words[i]
        apart = not t.glued(i + 1) or t.words[i + 1] in MARKS
        if apart and not self.cues.ranks_beside(t.words[i - 1], t.words[i + 1]):
            return None
        if placed := self._placing(i) or self._minute(i):
            return placed
        ending = t.words[i + 1] if t.glued(i + 1) else ""
        stone = language.symbols.match([ending], 0) and (word[-1] != "1" or self._weighs(i))
        ended = ending in self.cues.ordinal_endings and not stone
        if ended and (written := reader.cardinals.read(i)):
            written.stop = i + 2
            return reader.ordinal(written, i + 2) or Draft(written, i, i + 2, kind="ordinal")
        grouped = word[-4:-3] == language.group and language.exact_case
        word = word.replace(language.group, "") if grouped else word
        if not word.isdecimal() or len(word) > LONGEST_ORDINAL:
            return None
        if len(word) > 4 and not grouped and t.word(i + 1) not in self.cues.blocks:
            return None
        rank = self.cues.ranks.get(t.word(i - 1))
        if rank and len(word) <= 3 and not t.barrier(i) and not self._has_unit(i):
            number = Number(i, i + 1, Decimal(word), digits=True)
            return Draft(number, i - 1, i + 1, kind="ordinal", unit=rank, noun=t.words[i - 1])
        number = Number(i, i + 1, Decimal(word), digits=True)
        after = t.word(i + 1)
        if after in self.cues.blocks and word.endswith("00"):
            return Draft(number, i, i + 2, kind="ordinal", unit=after, noun=after)
        if after != "." or not t.glued(i + 1) or not language.exact_case or t.glued(i + 2):
            return None
        following = t.word(i + 2)
        before = t.word(i - 1).lower()
        if t.are_all(i - 1, i + 2) and before in language.words["determiners"]:
            return Draft(number, i, i + 2, kind="ordinal")  # "der 4."
        if not following[:1].isalpha() or t.barrier(i + 2):
            return None
        small = following[0].isupper() and following.lower() in language.function_words
        if small and following not in language.count_words:
            return None  # "steigt auf 23. Nach dem Angriff"
        named = nouns.known(following, language) or language.unit_of(following)
        led = before in language.words["determiners"] and before not in language.words["to_words"]
        if len(word) > 3 and not (led and named):
            return None  # "das 1000. Tor", but no "bis zum Jahr 2000. Autos …"
        ranked = following in self.cues.ranks or following in self.cues.ordinal_nouns
        if before in language.words["to_words"] and not ranked:
            return None  # "auf 3. Platz", but no "sank auf 640. Ein Drittel …"
        if first := self._first_of_ordinals(i, number):
            return first
        determined = before in language.words["determiners"] or self._behind_ordinal(i)
        determined = determined or following in self.cues.ordinal_nouns
        if not determined and not (
            following[0].islower() and following not in language.function_words
        ):
            return None
        number.stop = i + 2
        return reader.ordinal(number, i + 2)

    def _weighs(self, i: int) -> bool:
        """Tell whether "st" behind a one means stones: "11st", "21st 4lb"."""
        t = self.t
        pounds = self.language.symbols.match(t.words, i + 3)
        follows = t.words[i + 2].isdecimal() and pounds is not None and pounds[1] == "pound"
        return t.words[i].endswith("11") or follows

    def _first_of_ordinals(self, i: int, number: Number) -> Draft | None:
        """Return the first of "5. bis 7. Klasse", "die 2. und die 3. Runde" with their noun."""
        t, last = self.t, self._past_join(i + 2)
        last += bool(last) and t.words[last].lower() in self.language.words["determiners"]
        if not last or not t.words[last].isdecimal() or t.words[last + 1] != ".":
            return None
        if not t.glued(last + 1) or not t.words[last + 2][:1].isupper():
            return None
        found = nouns.find(t, last + 2, self.language, plural=False)
        if found is None or t.words[last + 2] in self.cues.months:
            return None
        number.stop = i + 2
        unit = self.cues.ranks.get(t.words[found.stop - 1]) or found.key
        return Draft(number, i, i + 2, kind="ordinal", unit=unit)

    def _past_join(self, at: int) -> int:
        """Return where the second of two ordinals begins behind "bis" or "und", or 0."""
        word, language = self.t.words[at], self.language
        return at + 1 if word in language.words["list_words"] or self._ranges(word) else 0

    def _ranges(self, word: str) -> bool:
        return self.language.range_words.match([word], 0) is not None

    def _behind_ordinal(self, i: int) -> bool:
        """Tell whether a first ordinal stands before the last one ("5. BIS 7. Jahrgang")."""
        t = self.t
        dotted = t.words[i - 2] == "." and t.glued(i - 2) and t.words[i - 3].isdecimal()
        return dotted and self._past_join(i - 1) == i and not t.barrier(i)

    def _base(self, draft: Draft) -> bool:
        """Tell whether a round number is only what a rate is told for ("pro 100.000 Einwohner")."""
        t, before = self.t, self.t.word(draft.first - 1).lower()
        if before not in self.language.per_words or before == "/" or t.barrier(draft.first):
            return False
        total = draft.number.total
        powered = total >= LEAST_BASE and total == Decimal(10) ** total.adjusted()
        return powered and draft.kind in ("count", "measure") and draft.upper is None

    def _asteroid(self, draft: Draft) -> bool:
        """Tell whether a year and capitals with digits are a name ("2024 YR4")."""
        word = self.t.words[draft.number.first]
        noun = draft.noun
        year = word.isdecimal() and "1900" <= word <= "2100" and len(word) == 4
        ends = not self.t.words[draft.stop][:1].isupper()
        return year and ends and noun.isalnum() and noun.isupper() and noun[-1].isdecimal()

    def after(self, draft: Draft) -> str:
        """Return why a quantity that was read is none after all, or nothing."""
        t, language = self.t, self.language
        if self._base(draft):
            return "base of a rate"
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
        if draft.kind == "number" and draft.number.role == "article" and draft.upper is None:
            return NAME
        if draft.kind == "count" and self._asteroid(draft):
            return NAME
        if draft.kind in ("count", "number"):
            clock = self.cues.clock_words.match(t.words, draft.number.stop)
            if clock:
                draft.stop = draft.number.stop + clock[0]
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
