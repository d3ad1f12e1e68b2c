"""The inflection and the compounds of one language, over a vocabulary of known words.

All by look-up: the stems of the known verbs and the known nouns are dicts, and a word is
tried with each ending cut off. The endings are data, in `data/<language>/lemmas.toml`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from copy import copy
from typing import Any

import msgspec

from claimcheck.endings import ending_test
from claimcheck.extract.words.remembered import Remembered
from claimcheck.extract.words.stems import irregular_stems, stems_of

_MIN_PART = 3
_TAIL = 4
_SHORT_HEAD = 4
_WHOLE, _ITSELF = -2, -1
"""Before the kinds of stems come whole irregular forms, and infinitives."""
_LONG_ENDING = 5


class Reading(msgspec.Struct, frozen=True, gc=False):
    """What one word can be a form of; None where it is nothing of that kind."""

    lemma: str
    """The dictionary form in lower case, the likeliest one."""
    noun: str | None = None
    verb: str | None = None
    adjective: str | None = None
    first: str = ""
    """The first part of a compound as written, if the last part is a known noun."""
    head: str | None = None
    """The last part of that compound, as a dictionary form."""


class Morphology:
    """Forms of the known nouns, verbs and adjectives (all in lower case).

    Verbs are written as in the data: "um|setzen" is separable.
    """

    def __init__(
        self,
        data: dict[str, Any],
        nouns: Iterable[str],
        verbs: Iterable[str],
        adjectives: Iterable[str],
        untouched: Iterable[str] = (),
    ) -> None:
        self._data = data
        self._untouched = frozenset(untouched)
        self.capital_nouns: bool = data["capital_nouns"]
        self._links: list[str] = data["links"]
        self._no_heads = frozenset(data["no_heads"])
        self._no_first = frozenset(data["no_first"])
        self._places = tuple(data["place_endings"])
        self._vowels: dict[str, str] = dict(data["vowel_changes"])
        self._plain_endings: list[str] = data["plain_endings"]
        self._fallback = _by_length(data["fallback_endings"])[::-1]
        self._derives = ending_test(ending for ending, _ in data["fallback_endings"])
        self._noun_endings = _by_length(data["noun_endings"])
        self._noun_lasts = frozenset(ending[-1] for ending, _ in data["noun_endings"])
        self._auxiliaries = frozenset(data["auxiliaries"])
        self._adjective_endings = frozenset(data["adjective_endings"])
        self._adjective_lasts = frozenset(ending[-1:] for ending in self._adjective_endings)
        self._noun_forms = _by_form(data["irregular_nouns"])
        self._form_tails = frozenset(form[-_MIN_PART:] for form in self._noun_forms)
        self._adjective_forms = _by_form(data["irregular_adjectives"])
        self._endings = [
            frozenset(endings)
            for endings in (
                data["irregular_endings"],
                *(stem["endings"] for stem in data["stems"]),
                data["doubled"],
            )
        ]
        self._any_ending = frozenset[str]().union(*self._endings)
        self._nouns: frozenset[str] = frozenset()
        self._tails: frozenset[str] = frozenset()
        self._adjectives: frozenset[str] = frozenset()
        self._stems = irregular_stems(data["irregular"])
        self._learn(
            {*nouns, *data["nouns"], *data["irregular_nouns"]},
            {*verbs, *data["verbs"], *data["irregular"]},
            {*adjectives, *data["adjectives"]},
        )

    def extended(self, nouns: Set[str], verbs: Set[str], adjectives: Set[str]) -> Morphology:
        """Return forms that know more words."""
        more = copy(self)
        more._learn(nouns, verbs, adjectives)
        return more

    def _learn(self, nouns: Set[str], verbs: Set[str], adjectives: Set[str]) -> None:
        self._nouns = self._nouns.union(nouns)
        self._tails = self._tails.union(noun[-_TAIL:] for noun in nouns)
        self._adjectives = self._adjectives.union(adjectives)
        self._stems = dict(self._stems)
        for stem, kinds in stems_of(verbs, self._data).items():
            self._stems[stem] = {**kinds, **self._stems.get(stem, {})}
        self._read = Remembered(self._analyse)

    def reading(self, word: str) -> Reading:
        """Return what the word is a form of."""
        return self._read[word]

    def noun(self, lower: str) -> str | None:
        """Return the known noun that `lower` is a form of."""
        if lower in self._nouns:
            return lower
        irregular = self._noun_forms.get(lower)
        if irregular is not None:
            return irregular
        forms = self._without_ending(lower)
        return self._first_noun(forms) or self._first_noun(self._irregular_ends(lower))

    def singulars(self, lower: str) -> list[str]:
        """Return what a noun that nobody listed may be the plural of, likelier forms first."""
        return self._without_ending(lower) if self.capital_nouns else []

    def plurals(self, noun: str) -> list[str]:
        """Return the forms that a known ending gives a noun, and that are read as nouns."""
        endings = self._data["noun_endings"]
        made = [noun.removesuffix(base) + end for end, base in endings if noun.endswith(base)]
        return [form for form in made if self.noun(form) in (noun, form)]

    def verb(self, lower: str) -> str | None:
        """Return the known infinitive that `lower` is a form of.

        One that it is itself comes before a past with an ending: "warten" is no form of "war".
        """
        best, found = len(self._endings), None
        for cut in range(len(lower), max(len(lower) - _LONG_ENDING, 1), -1):
            ending = lower[cut:]
            if ending not in self._any_ending:
                continue
            kinds = self._stems.get(lower[:cut])
            if kinds is not None:
                for kind, infinitive in kinds.items():
                    rank = _ITSELF if kind and infinitive == lower else kind
                    rank = rank if kind or ending else _WHOLE
                    if rank < best and ending in self._endings[kind]:
                        best, found = rank, infinitive
        if found in self._auxiliaries and lower in self._nouns:
            return None  # a bed has nothing of "be"
        return found

    def adjective(self, lower: str) -> str | None:
        """Return the known adjective that `lower` is a form of."""
        if lower in self._adjectives:
            return lower
        if lower[-1:] not in self._adjective_lasts:
            return None
        for k in range(1, min(_LONG_ENDING, len(lower) - 1)):
            cut = len(lower) - k
            if lower[cut:] in self._adjective_endings:
                base = lower[:cut]
                base = self._adjective_forms.get(base, base)
                if base in self._adjectives:
                    return base
                base = self._change_vowel(base)
                if base in self._adjectives:
                    return base
        return None

    def heads(self, lower: str, head: str) -> bool:
        """Return whether the last part of a compound says what the compound is."""
        return head not in self._no_heads or "-" in lower

    def parts(self, word: str) -> tuple[str, ...]:
        """Return the dictionary forms of the parts of a compound, left to right."""
        if "-" in word.strip("-"):
            return tuple(part for piece in word.split("-") if piece for part in self.parts(piece))
        reading = self.reading(word)
        if reading.head is None:
            return (reading.lemma,)
        return (*self.first_parts(reading.first), reading.head)

    def first_parts(self, left: str) -> tuple[str, ...]:
        """Return the dictionary forms of what stands before the last part of a compound."""
        if "-" in left:
            return tuple(part for piece in left.split("-") for part in self.first_parts(piece))
        known = self._known_first(left)
        if known is not None:
            return (known,)
        for link in self._links:
            if left.endswith(link):
                further, head = self._split(left.removesuffix(link))
                if head is not None:
                    return (*self.first_parts(further), head)
        return (left,) if left else ()

    def _analyse(self, word: str) -> Reading:
        lower = word.lower()
        if lower in self._untouched:
            return Reading(lower)
        if self.capital_nouns and not word[:1].islower():
            if lower.endswith(self._places) and lower not in self._nouns:
                return Reading(lower)
            noun = lower if lower in self._nouns else self._noun_forms.get(lower)
            if noun is not None:
                return Reading(noun, noun=noun)
            forms = self._without_ending(lower)
            noun = self._first_noun(forms) or self._first_noun(self._irregular_ends(lower))
            if noun is not None:
                return Reading(noun, noun=noun)
            first, head = self._split(lower, forms)
            if head is not None:
                joint = "-" if "-" in lower else ""
                return Reading(f"{first}{joint}{head}", first=first, head=head)
            verb, adjective = self.verb(lower), self.adjective(lower)
            lemma = verb or adjective or self._unknown_noun(lower)
            return Reading(lemma, verb=verb, adjective=adjective)
        verb, adjective = self.verb(lower), self.adjective(lower)
        if self.capital_nouns:
            return Reading(verb or adjective or self._plain(lower), None, verb, adjective)
        noun = self.noun(lower)
        if noun is None and "-" in lower:
            first, head = self._split(lower)
            if head is not None and head in self._nouns:
                return Reading(f"{first}-{head}", None, verb, adjective, first, head)
        lemma = verb or adjective or noun or self._unknown_noun(lower)
        return Reading(lemma, noun, verb, adjective)

    def _split(self, lower: str, forms: list[str] | None = None) -> tuple[str, str | None]:
        """Return the first part as written and the last part's form; None without one.

        Where no first part is known, the last part is the longest noun that is known.
        `forms` are what the word may be without its ending, if that is known.
        """
        if "-" in lower:
            left, _, head = lower.rpartition("-")
            return (left, self.noun(head) or head) if left and head else ("", None)
        if not self._links or len(lower) < 2 * _MIN_PART:
            return "", None
        loose: tuple[str, str | None] = ("", None)
        if forms is None:
            forms = self._without_ending(lower)
        for form in self._whole_or_end(lower, forms):
            for i in range(_MIN_PART, len(form) - _MIN_PART + 1):
                head = form[i:]
                if head not in self._nouns:
                    continue
                left = lower[:i]
                if self._known_first(left) is not None:
                    return left, head
                longer = loose[1] is None or i < len(loose[0])
                if longer and len(head) > _SHORT_HEAD and self._good_first(left):
                    loose = left, head
        return loose if loose[1] not in self._no_heads else ("", None)

    def _known_first(self, left: str) -> str | None:
        """Return the dictionary form of the first part of a compound, without what joins it."""
        for link in self._links:
            if left.endswith(link):
                bare = left[: -len(link)] if link else left
                if bare in self._nouns:
                    return bare
        if left + "e" in self._nouns:
            return left + "e"
        if left.endswith("en") and f"{left[:-1]}r" in self._nouns:
            return f"{left[:-1]}r"  # "Verletztenzahl", of "Verletzter"
        if len(left) > _MIN_PART:
            kinds = self._stems.get(left)
            if kinds is not None:
                return kinds[min(kinds)]
            return left if left in self._adjectives else None
        return None

    def _good_first(self, left: str) -> bool:
        return left not in self._no_first and any(c in "aeiouäöüy" for c in left)

    def _first_noun(self, forms: Iterable[str]) -> str | None:
        nouns = self._nouns
        for form in forms:
            if form in nouns:
                return form
        return None

    def _without_ending(self, lower: str) -> list[str]:
        """Return what a noun may be without its ending, likelier forms first."""
        forms: list[str] = []
        for k, endings in self._noun_endings if lower[-1:] in self._noun_lasts else ():
            replacements = endings.get(lower[-k:])
            if replacements is not None and k < len(lower):
                forms += [lower[:-k] + replacement for replacement in replacements]
        if lower.isascii():
            return forms
        mixed = [self._change_vowel(lower)]
        for form in forms:
            mixed += (form, self._change_vowel(form))
        return mixed

    def _whole_or_end(self, lower: str, forms: list[str]) -> Iterator[str]:
        """Return those forms of a compound that a known noun may end."""
        derived = self._derived(lower)
        if derived is not None:
            yield derived
            return
        tails = self._tails
        # irregular plurals come before endings: "Hamsterkäufe" are no "Hamsterkäufer"
        for form in (lower, *self._irregular_ends(lower), *forms):
            if form[-_TAIL:] in tails or form[-_MIN_PART:] in tails:
                yield form

    def _irregular_ends(self, lower: str) -> list[str]:
        """Return the compounds of an irregular plural in the singular ("fördergelder")."""
        if not self._links or lower[-_MIN_PART:] not in self._form_tails:
            return []
        return [
            lower[:i] + self._noun_forms[lower[i:]]
            for i in range(_MIN_PART, len(lower) - _MIN_PART + 1)
            if lower[i:] in self._noun_forms
        ]

    def _change_vowel(self, lower: str) -> str:
        """Return the word with its last changed vowel changed back ("umsätz", "umsatz")."""
        if lower.isascii():
            return lower
        for i in range(len(lower) - 1, -1, -1):
            plain = self._vowels.get(lower[i])
            if plain is not None:
                return lower[:i] + plain + lower[i + 1 :]
        return lower

    def _derived(self, lower: str) -> str | None:
        """Return the singular by an ending that only one kind of noun has ("ungen")."""
        if not self._derives(lower):
            return None
        for k, endings in self._fallback:
            replacements = endings.get(lower[-k:])
            if replacements is not None:
                derived: str = lower[:-k] + replacements[0]
                if len(derived) >= _MIN_PART:
                    return derived
        return None

    def _unknown_noun(self, lower: str) -> str:
        return self._derived(lower) or lower

    def _plain(self, lower: str) -> str:
        for ending in self._plain_endings:
            if lower.endswith(ending) and len(lower) > len(ending) + _SHORT_HEAD - 1:
                return lower[: -len(ending)]
        return lower


def _by_length(rows: list[list[str]]) -> list[tuple[int, dict[str, list[str]]]]:
    """Group endings by their length, in the order of the shortest first."""
    groups: dict[int, dict[str, list[str]]] = {}
    for ending, replacement in rows:
        groups.setdefault(len(ending), {}).setdefault(ending, []).append(replacement)
    return sorted(groups.items())


def _by_form(words: dict[str, list[str]]) -> dict[str, str]:
    return {form: word for word, forms in words.items() for form in forms}
