"""Names of organisations, people, places and products in a sentence, without a model.

A name is what the data knows (`names.toml`, `territories.toml`), what looks like one
(inner capitals, acronyms, digits in words, runs of capitalised words), and what the
document itself shows to be one: a capitalised word that stands without an article.
"""

from __future__ import annotations

from collections.abc import Set

import msgspec

from claimcheck.extract.names.datelines import datelined
from claimcheck.extract.names.known import Rows, known_names, names_from, rows_by_word
from claimcheck.extract.names.nations import demonyms
from claimcheck.extract.words.cases import one_acting
from claimcheck.extract.words.genders import genders
from claimcheck.extract.words.grammar import Grammar, grammar
from claimcheck.extract.words.person_names import (
    ends_in_s,
    first_name,
    is_person,
    particles,
    past_initials,
    past_particles,
    without_initials,
)
from claimcheck.extract.words.usage import Shape, Usage, is_title, shapes, strip_genitive

_JOINING = frozenset({"&", "+"})
_STARTS = frozenset(':„“”"»«‚‘')


class NameHit(msgspec.Struct, frozen=True, gc=False):
    """A name by its tokens [first, last), its text and the key it resolves to."""

    first: int
    last: int
    text: str
    key: str


def find(words: tuple[str, ...], usage: Usage, language: str, closed: Set[int]) -> list[NameHit]:
    """Return the names in a sentence, left to right.

    `closed` are the tokens that belong to quantities and can be part of no name.
    """
    finder = _Finder(words, usage, language, closed)
    own, known = usage.own, rows_by_word()
    hits: list[NameHit] = []
    end = 0
    capitals = [
        i for i, form in enumerate(finder.shapes) if i >= finder.start and (form.capital or own)
    ]
    for i in capitals:
        if i < end or i in closed:
            continue
        word, form = words[i], finder.shapes[i]
        hit = finder.known_at(i, names_from(own, word)) if own else None
        if hit is None and form.capital:
            rows = known[word]
            hit = finder.known_at(i, rows) if rows else None
            if hit is None and word in usage.short:
                hit = finder.short_at(i)
            if hit is None and not finder.surely_none(i, form):
                hit = finder.shaped_at(i)
        if hit is not None:
            hits.append(hit)
            end = hit.last
    return hits


class _Finder:
    """Looks for names in one sentence."""

    def __init__(
        self, words: tuple[str, ...], usage: Usage, language: str, closed: Set[int]
    ) -> None:
        self.words = words
        self.known = shapes(language)
        self.shapes = list(map(self.known.__getitem__, words))
        self.usage = usage
        self.rules: Grammar = grammar(language)
        self.demonyms = demonyms(language)
        self.genders, self.acting = genders(language), one_acting(language)
        self.closed = closed
        self.small = particles()
        self.title = is_title(words, language)
        self.start = datelined(words)

    def known_at(self, i: int, rows: Rows) -> NameHit | None:
        """Return the longest known name at `i` of those that its word may start."""
        for parts, key in rows:
            last = i + len(parts)
            if last <= len(self.words) and self._spells(parts, i, last):
                text = strip_genitive(" ".join(self.words[i:last]))
                if len(parts) == 1 and text.lower() == parts[0] + "s":
                    text = text[:-1]
                return NameHit(i, last, text, key)
        return None

    def _spells(self, parts: tuple[str, ...], i: int, last: int) -> bool:
        if len(parts) == 1:
            return True
        for k, part in enumerate(parts[1:], i + 1):
            word = self.words[k].lower()
            if k in self.closed:
                return False
            owns = k == last - 1 and part in (word.removesuffix("s"), strip_genitive(word))
            if word != part and not owns:
                return False
        return True

    def short_at(self, i: int) -> NameHit | None:
        """Return the known name that its last word stands for behind an article."""
        if not i or self.words[i - 1].lower() not in self.rules.definite:
            return None
        if self.words[i + 1 : i + 2] == ("-",):
            return None  # "die Metall- und Elektroindustrie"
        return NameHit(i, i + 1, self.words[i], self.usage.short[self.words[i]])

    def surely_none(self, i: int, form: Shape) -> bool:
        """Return whether a word is no name at a glance: it opens a sentence, or is a noun."""
        if form.odd:
            return False
        if form.opener and self._starts(i):
            return True
        proper = self.rules.proper_adjectives
        if self.words[i] in proper and self.rules.capital_nouns:
            return i + 1 < len(self.words) and self.shapes[i + 1].plain_noun
        if not form.plain_noun or form.base in self.usage.surnames:
            return False
        if i > 0 and self.shapes[i - 1].capital and self.words[i - 1] not in proper:
            return False
        if i + 1 == len(self.words):
            return True
        following = self.words[i + 1]
        return not (
            self.shapes[i + 1].capital
            or following in _JOINING
            or following in self.rules.name_links
        )

    def shaped_at(self, i: int) -> NameHit | None:
        """Return the name that the run of capitalised words at `i` holds, if any."""
        last = self._run_end(i)
        first = i + self._opens(i)
        while first < last and self.shapes[first].role and not self.shapes[first].odd:
            first += 1
        first += last - first == 2 and self._leads_name(first)
        if first >= last:
            return None
        if self.rules.capital_nouns:
            first, last = self._without_nouns(first, last)
            if first >= last:
                return None
        first = self._from_first_name(first, last)
        good = self._single(first) if last - first == 1 else self._several(first, last)
        return self._hit(first, last) if good else None

    def _run_end(self, i: int) -> int:
        words, shapes = self.words, self.shapes
        last = i
        while last < len(words) and last not in self.closed and shapes[last].capital:
            last += 1
            if words[last - 1].endswith(("'s", "’s")) or (last == i + 1 and self._opens(i)):
                break
            if last + 1 < len(words) and shapes[last + 1].capital and last + 1 not in self.closed:
                links = words[last] in self.rules.name_links and i > 0
                if words[last] in _JOINING or (links and not shapes[last - 1].role):
                    last += 1
            if last < len(words) and words[last] in self.small:
                last = self._past_particles(last)
            elif last < len(words) and words[last] == ".":
                last = self._past_initials(last)
        return last

    def _past_particles(self, at: int) -> int:
        """Return where a last name starts behind small words: "Ursula von der Leyen"."""
        name = past_particles(self.words, at)
        if name == at or not self.closed.isdisjoint(range(at, name + 1)):
            return at
        if first_name(self.words[at - 1].lower()):
            return name
        return at if self.shapes[at - 1].common or self.shapes[name].common else name

    def _past_initials(self, at: int) -> int:
        name = past_initials(self.words, at)
        if name == at or name in self.closed:
            return at
        return at if self.shapes[name].opener or self.shapes[name].plain_noun else name

    def _starts(self, at: int) -> bool:
        return at in (0, self.start) or self.words[at - 1] in _STARTS

    def _opens(self, at: int) -> bool:
        """Return whether the word has its capital letter only as the first of a sentence."""
        form, ends = self.shapes[at], at + 1 == len(self.words)
        if form.odd or not self._starts(at):
            return False
        return form.opener or (form.asks and not ends and self.shapes[at + 1].capital)

    def _without_nouns(self, first: int, last: int) -> tuple[int, int]:
        """Return the name in a run that may hold common nouns as well."""
        firm = self._legal_form(first, last)
        common = [
            k
            for k in range(first, last)
            if (self.shapes[k].common if k < firm else self._common(k))
            and k != firm - 1
            and not self._is_legal(k)
            and (k == first or self.words[k - 1] not in _JOINING)
        ]
        if not common:
            return first, last
        if common[-1] < last - 1:
            return common[-1] + 1, last
        if self._is_object(first, last - 1):
            return first, last - 1
        if last - first == 2 and self._is_apposition(first):
            return first + 1, last
        if last - first == 1 and self.shapes[first - 1].capital and self._is_apposition(first - 1):
            return first, last
        if common[0] > first and self._genitive(common[0] - 1):
            return first, common[0]
        proper = first not in common and not self.shapes[first].known
        sure = not self._starts(first) or self.usage.bare.get(self.shapes[first].base, 0) > 0
        sure = sure or bool(first_name(self.words[first].lower()))
        sure = sure or not self.words[first].endswith(self.rules.adjective_endings)
        return (first, last) if proper and sure else (last, last)

    def _is_object(self, first: int, noun: int) -> bool:
        """Return whether a noun only stands behind a person: "kündigt Anna Weber Hilfen an"."""
        led = first > 0 and self.shapes[first - 1].article  # "die Anna Weber Klinik"
        if led or noun == first or self.words[noun].lower().endswith(self.rules.institutions):
            return False
        alone = noun - first == 1 and self.shapes[first].base in self.usage.surnames
        return alone or is_person(self.words[first:noun])

    def _from_first_name(self, first: int, last: int) -> int:
        """Return where a person's name starts in one with what they are: "Kicker Jo Ray"."""
        words, of_two = self.words, last - first == 3 and self.shapes[first + 1].leads
        if of_two and words[first] in self.demonyms:
            return first + 1  # "Jamaican Shericka Jacks"
        at = next((at for at in range(first + 1, last - 1) if first_name(words[at].lower())), None)
        leads = not first_name(words[first].lower()) and self._is_somebody(first)
        return first + 1 if at == first + 1 and leads else first

    def _leads_name(self, at: int) -> bool:
        """Return whether a word that opens a sentence says what a name is: "Carmaker Veltra"."""
        opens = self._starts(at) and not (self.rules.capital_nouns or self.title)
        word, base = self.words[at].lower(), self.shapes[at + 1].base
        return opens and not first_name(word) and self.usage.only_says(word, base, self.rules)

    def _is_somebody(self, at: int) -> bool:
        """Return whether a word says what somebody is: a noun, or one that opens the sentence."""
        if self.genders is not None:
            return bool(self.genders[self.words[at]][1])
        people = self.words[at].lower().endswith(self.rules.people)
        return self.words[at] in self.demonyms or (self._starts(at) and people)

    def _legal_form(self, first: int, last: int) -> int:
        """Return where the legal form of a company stands in a run, -1 for nowhere."""
        return next((k for k in range(first + 1, last) if self._is_legal(k)), -1)

    def _is_legal(self, at: int) -> bool:
        heads = self.words[at] in self.rules.name_heads and at > 0
        return self.shapes[at].legal or (heads and self._may_open(at - 1))

    def _may_open(self, at: int) -> bool:
        """Return whether a noun behind a word makes a name of both: "Kestrel Bank"."""
        form = self.shapes[at]
        return form.capital and not (form.article or form.opener or form.role or form.plain_noun)

    def _is_apposition(self, first: int) -> bool:
        """Return whether a noun with its article leads a name: "die Reederei Nordlicht"."""
        if first <= 0 or not self.shapes[first - 1].article:
            return False
        form = self.shapes[first + 1]
        return form.compound and not form.base.endswith(self.rules.noun_like_endings)

    def _genitive(self, at: int) -> bool:
        form = self.shapes[at]
        return form.base.endswith("s") and len(form.base) > 3 and not form.known and not form.odd

    def _several(self, first: int, last: int) -> bool:
        if self.rules.capital_nouns or not self.title:
            return not self.title
        return any(
            self.usage.bare.get(self.shapes[k].base, 0) > 0 or self.shapes[k].odd
            for k in range(first, last)
        )

    def _single(self, at: int) -> bool:
        form = self.shapes[at]
        if self._is_legal(at):
            return False
        if form.odd or form.base in self.usage.surnames:
            return self.words[at].lower() not in self.rules.common_nouns  # "7am GMT"
        if self.words[at].lower() in self.rules.stop_words or len(form.base) < 3:
            return False
        bare = self.usage.bare.get(form.base, 0)
        if not self.rules.capital_nouns:
            return self._single_english(at, form, bare)
        if form.opener:
            return False
        if at > 1 and form.compound and self.shapes[at - 1].capital and self._is_apposition(at - 1):
            return True
        if form.common or self.usage.governed.get(form.base, 0) > 0:
            return False
        if at > 0:
            before, word = self.shapes[at - 1], self.words[at - 1]
            if before.article or (before.adjective and not self.acting(form.base, word)):
                return False
            if before.capital and self._common(at - 1):
                return True
        following = self.words[at + 1] if at + 1 < len(self.words) else ""
        if self._genitive(at) and following[:1].isupper():
            return True
        inflected = form.base.endswith(self.rules.noun_like_endings)
        if self._starts(at):
            inflected = inflected and not self.acting(form.base, following)
            adverb = form.base.endswith(self.rules.adverb_endings) or self._describes(at)
            if form.known or (adverb and not bare) or self._lower_elsewhere(at):
                return False
        return bare >= 2 or not (inflected or form.known)

    def _describes(self, at: int) -> bool:
        """Return whether a word is an adjective of the common noun behind it."""
        if at + 1 == len(self.words) or not self.words[at].endswith(self.rules.adjective_endings):
            return False
        return self.shapes[at + 1].upper and self._common(at + 1)

    def _single_english(self, at: int, form: Shape, bare: int) -> bool:
        if form.base in self.demonyms or form.base in self.rules.proper_adjectives:
            return False
        if at > 0 and not self.title and not self._starts(at) and self.words[at - 1] != ".":
            return True
        if bare > 0 and form.base.lower() not in self.rules.common_nouns:
            return True
        if self.title or form.known or form.common or self._lower_elsewhere(at):
            return False
        if form.base != self.words[at] or ends_in_s(form.base, lambda text: self.known[text].known):
            return True
        return not form.base.endswith(self.rules.noun_like_endings)

    def _common(self, at: int) -> bool:
        form = self.shapes[at]
        if form.odd or form.base in self.usage.surnames:
            return False
        if form.common:
            return True
        return self.usage.governed.get(form.base, 0) > self.usage.bare.get(form.base, 0)

    def _lower_elsewhere(self, at: int) -> bool:
        return self.usage.writes_small(self.shapes[at].base.lower())

    def _hit(self, first: int, last: int) -> NameHit:
        words = self.words[first:last]
        text = strip_genitive(" ".join(without_initials(words) if "." in words else words))
        if self._owns(first, last):
            text = text[:-1]
        key = self._key(text)
        if self.rules.capital_nouns and text.endswith("s") and self._is_known(text[:-1]):
            text = text[:-1]
        return NameHit(first, last, text, key)

    def _owns(self, first: int, last: int) -> bool:
        """Return whether a name of several words is in the genitive: "Angela Merkels Rede"."""
        if not self.rules.capital_nouns or last - first == 1 or not self._genitive(last - 1):
            return False
        if self.words[last - 1].endswith("ss"):
            return False
        if self.shapes[last - 1].base[:-1] in self.usage.surnames:
            return True
        return last < len(self.words) and self.shapes[last].upper and self._common(last)

    def _is_known(self, text: str) -> bool:
        """Return whether the text or the data has a name without the ending of the genitive."""
        known = any(len(words) == 1 for words, _ in known_names().get(text.lower(), ()))
        return known or text in self.usage.bare or text in self.usage.surnames

    def _key(self, text: str) -> str:
        dropped = self.rules.legal_forms
        parts = [w for w in text.split() if w not in self.small and w.lower() not in dropped]
        if parts and parts[-1] in _JOINING:
            del parts[-1]
        base = strip_genitive(" ".join(parts) or text)
        surnames = self.usage.surnames
        if base in surnames:
            return surnames[base]
        if self.rules.capital_nouns and base.endswith("s"):
            bare = base[:-1]
            if bare in surnames:
                return surnames[bare]
            if bare in self.usage.bare or " " not in base:
                base = bare if bare in self.usage.bare or not base.isupper() else base
        return base.lower()
