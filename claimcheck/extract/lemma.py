"""Dictionary forms and compound parts of words, cheaply and good enough to compare keys.

A word is reduced by the endings of `data/<language>/lemmas.toml` until it meets a known
word: those of that file and all words of the measures and the words of change. Unknown
words lose what is surely an ending. Nothing here is linguistically perfect; what counts
is that the forms of one word, and only those, come to the same key.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Any

from claimcheck.lexicon import table

_MEMORY = 1 << 16
_SHORT_HEAD = 4
_MIN_PART = 3


@lru_cache(maxsize=_MEMORY)
def lemma(word: str, language: str) -> str:
    """Return the dictionary form of a word in lower case; the word itself if none is known."""
    return morphology(language).lemma(word)


@lru_cache(maxsize=_MEMORY)
def compound_parts(word: str, language: str) -> tuple[str, ...]:
    """Return the dictionary forms of the parts of a compound, left to right.

    A word that is known as a whole, or that has no known last part, is its only part.
    """
    return morphology(language).parts(word)


@cache
def morphology(language: str) -> Morphology:
    """Return the forms of a language, built once."""
    data = table(f"{language}/lemmas")
    nouns, verbs, adjectives = _vocabulary(language)
    return Morphology(data, nouns, verbs, adjectives, _untouched(language))


def plain_verb(entry: str) -> str:
    """Return the infinitive that a verb entry of the data ends in: "um|setzen" is "umsetzen"."""
    return entry.replace("|", "").split(" ")[-1]


class Morphology:
    """The inflection of one language over a vocabulary of known words (all in lower case)."""

    def __init__(
        self,
        data: dict[str, Any],
        nouns: frozenset[str],
        verbs: frozenset[str],
        adjectives: frozenset[str],
        untouched: frozenset[str],
    ) -> None:
        self._data = data
        self.nouns = nouns | frozenset(data["nouns"]) | frozenset(data["irregular_nouns"])
        self.verbs = verbs | frozenset(data["verbs"]) | frozenset(data["irregular"])
        self.adjectives = adjectives | frozenset(data["adjectives"])
        self.capital_nouns: bool = data["capital_nouns"]
        self._untouched = untouched
        self._noun_endings = _pairs(data["noun_endings"])
        self._verb_endings = _pairs(data["verb_endings"])
        self._irregular_endings: list[str] = data["irregular_endings"]
        self._adjective_endings: list[str] = data["adjective_endings"]
        self._plain_endings: list[str] = data["plain_endings"]
        self._fallback = _pairs(data["fallback_endings"])
        self._vowels = dict(data["vowel_changes"])
        self._doubled: bool = data["doubled"]
        self._participle: str = data["participle"]
        self._infix: str = data["infix"]
        self._prefixes: list[str] = data["prefixes"]
        self._links: list[str] = data["links"]
        self._no_heads = frozenset(data["no_heads"])
        self._no_first = frozenset(data["no_first"])
        self._nouns_by_form = _by_form(data["irregular_nouns"])
        self._verbs_by_form = _by_form(data["irregular"])
        self._tails = frozenset(noun[-_MIN_PART:] for noun in self.nouns)

    def extended(self, nouns: set[str], verbs: set[str], adjectives: set[str]) -> Morphology:
        """Return forms that know more words; `verbs` are written as in the data."""
        return Morphology(
            self._data,
            self.nouns | nouns,
            self.verbs | {plain_verb(verb) for verb in verbs} | _bases(verbs),
            self.adjectives | adjectives,
            self._untouched,
        )

    def lemma(self, word: str) -> str:
        """Return the dictionary form in lower case."""
        lower = word.lower()
        if lower in self._untouched:
            return lower
        if self.capital_nouns and not word[:1].islower():
            known = self.noun(lower) or self.compound(lower)[1] or self.verb(lower)
            return known or self._unknown_noun(lower)
        known = self.verb(lower) or self.adjective(lower)
        if known is None:
            known = None if self.capital_nouns else self.noun(lower)
        if known is not None:
            return known
        return self._plain(lower) if self.capital_nouns else self._unknown_noun(lower)

    def noun(self, lower: str) -> str | None:
        """Return the known noun that `lower` is a form of."""
        if lower in self.nouns:
            return lower
        irregular = self._nouns_by_form.get(lower)
        if irregular is not None:
            return irregular
        for ending, replacement in self._noun_endings:
            if lower.endswith(ending):
                base = lower[: -len(ending)] + replacement
                if base in self.nouns:
                    return base
                base = self._change_vowel(base)
                if base in self.nouns:
                    return base
        base = self._change_vowel(lower)
        return base if base in self.nouns else None

    def verb(self, lower: str) -> str | None:
        """Return the known infinitive that `lower` is a form of."""
        irregular = self._verbs_by_form.get(lower)
        if irregular is not None:
            return irregular
        if lower in self.verbs:
            return lower
        for infinitive in self._infinitives(lower):
            if infinitive in self.verbs:
                return infinitive
        for prefix in self._prefixes:
            if lower.startswith(prefix) and len(lower) > len(prefix) + 2:
                for infinitive in self._behind(prefix, lower[len(prefix) :]):
                    if infinitive in self.verbs:
                        return infinitive
        return None

    def adjective(self, lower: str) -> str | None:
        """Return the known adjective that `lower` is a form of."""
        if lower in self.adjectives:
            return lower
        for ending in self._adjective_endings:
            if lower.endswith(ending):
                base = lower[: -len(ending)]
                if base in self.adjectives:
                    return base
                base = self._change_vowel(base)
                if base in self.adjectives:
                    return base
        return None

    def compound(self, lower: str) -> tuple[str, str | None, str]:
        """Split off the last part: (first part as written, lemma of the whole, last part's lemma).

        The lemma of the whole is None when no known noun ends the word.
        """
        if "-" in lower:
            left, _, head = lower.rpartition("-")
            if left and head:
                known = self.noun(head) or head
                return left, f"{left}-{known}", known
            return "", None, lower
        if not self._links or len(lower) < 2 * _MIN_PART:
            return "", None, lower
        loose: tuple[str, str | None, str] = ("", None, lower)
        for form in self._noun_forms(lower):
            for i in range(_MIN_PART, len(form) - _MIN_PART + 1):
                head = form[i:]
                if head not in self.nouns or head in self._no_heads:
                    continue
                left = lower[:i]
                if self._known_first(left) is not None:
                    return left, left + head, head
                if len(head) > _SHORT_HEAD and loose[1] is None and self._good_first(left):
                    loose = left, left + head, head
        return loose

    def parts(self, word: str) -> tuple[str, ...]:
        """Return the lemmas of the parts of a compound, left to right."""
        lower = word.lower()
        if "-" in lower.strip("-"):
            return tuple(part for piece in word.split("-") if piece for part in self.parts(piece))
        if not self._links or self.noun(lower) is not None or self.verb(lower) is not None:
            return (self.lemma(word),)
        left, whole, head = self.compound(lower)
        if whole is None:
            return (self.lemma(word),)
        return (*self._first_parts(left), head)

    def first_noun(self, left: str) -> str | None:
        """Return the noun that `left`, the first part of a compound, stands for."""
        known = self._known_first(left)
        return known if known in self.nouns else None

    def _first_parts(self, left: str) -> tuple[str, ...]:
        known = self._known_first(left)
        if known is not None:
            return (known,)
        for link in self._links:
            bare = left.removesuffix(link) if link else left
            further, whole, head = self.compound(bare)
            if whole is not None:
                return (*self._first_parts(further), head)
        return (left,)

    def _known_first(self, left: str) -> str | None:
        """Return the lemma of the first part of a compound, without what joins it."""
        for link in self._links:
            if left.endswith(link):
                bare = left[: -len(link)] if link else left
                if bare in self.nouns:
                    return bare
        if left + "e" in self.nouns:
            return left + "e"
        if left + "en" in self.verbs:
            return left + "en"
        return self.adjective(left) if len(left) > _MIN_PART else None

    def _good_first(self, left: str) -> bool:
        return left not in self._no_first and any(c in "aeiouäöüy" for c in left)

    def _noun_forms(self, lower: str) -> Iterator[str]:
        """Return what the word may be without its ending, if a known noun ends like it."""
        yield lower
        changed = self._change_vowel(lower)
        if changed != lower:
            yield changed
        for ending, replacement in self._noun_endings:
            if lower.endswith(ending):
                base = lower[: -len(ending)] + replacement
                for form in (base, self._change_vowel(base)):
                    if form[-_MIN_PART:] in self._tails:
                        yield form
        for form, noun in self._nouns_by_form.items():
            if lower.endswith(form) and len(lower) > len(form) + 2:
                yield lower[: -len(form)] + noun

    def _infinitives(self, lower: str) -> Iterator[str]:
        """Return what the infinitive of a form may be, for a verb without prefix."""
        for ending in self._irregular_endings:
            if lower.endswith(ending):
                known = self._verbs_by_form.get(lower[: -len(ending)] if ending else lower)
                if known is not None:
                    yield known
        participle = self._participle
        for ending, replacement in self._verb_endings:
            if not lower.endswith(ending):
                continue
            base = lower[: -len(ending)] if ending else lower
            if not base:
                continue
            yield base + replacement
            if self._doubled and len(base) > 2 and base[-1] == base[-2]:
                yield base[:-1] + replacement
            if participle and base.startswith(participle):
                yield base[len(participle) :] + replacement

    def _behind(self, prefix: str, rest: str) -> Iterator[str]:
        """Return what the infinitive of prefix + rest may be."""
        for infinitive in self._infinitives(rest):
            yield prefix + infinitive
        if rest.startswith(self._infix):
            for infinitive in self._infinitives(rest[len(self._infix) :]):
                yield prefix + infinitive
        for infinitive in self._infinitives(self._participle + rest):
            yield prefix + infinitive

    def _change_vowel(self, lower: str) -> str:
        """Return the word with its last changed vowel changed back ("umsätz", "umsatz")."""
        if lower.isascii():
            return lower
        for i in range(len(lower) - 1, -1, -1):
            plain = self._vowels.get(lower[i])
            if plain is not None:
                if i and plain == "a" and lower[i : i + 2] == "äu":
                    return lower[:i] + plain + lower[i + 1 :]
                return lower[:i] + plain + lower[i + 1 :]
        return lower

    def _unknown_noun(self, lower: str) -> str:
        for ending, replacement in self._fallback:
            if lower.endswith(ending) and len(lower) > len(ending) + 2:
                return lower[: -len(ending)] + replacement
        return lower

    def _plain(self, lower: str) -> str:
        for ending in self._plain_endings:
            if lower.endswith(ending) and len(lower) > len(ending) + _SHORT_HEAD - 1:
                return lower[: -len(ending)]
        return lower


def _pairs(rows: list[list[str]]) -> list[tuple[str, str]]:
    return [(ending, replacement) for ending, replacement in rows]


def _by_form(table_: dict[str, list[str]]) -> dict[str, str]:
    return {form: word for word, forms in table_.items() for form in forms}


def _vocabulary(language: str) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Return the nouns, verbs and adjectives of the measures and of the words of change."""
    nouns: set[str] = set()
    verbs: set[str] = set()
    adjectives: set[str] = set()
    for domain in table("measures").values():
        for concept in domain.values():
            nouns.update(concept.get(language, ()), concept.get(f"{language}_weak", ()))
            verbs.update(concept.get(f"{language}_verbs", ()))
            adjectives.update(concept.get(f"{language}_adjectives", ()))
    claims = table(f"{language}/claims")
    for direction in ("up", "down", "neutral"):
        nouns.update(claims["change"][direction])
        verbs.update(claims["change"][f"{direction}_verbs"])
    for heads in claims["heads"].values():
        nouns.update(heads)
    bases = _bases(verbs)
    if not table(f"{language}/lemmas")["capital_nouns"]:
        verbs = {verb.split(" ")[0] for verb in verbs}
    return (
        frozenset(noun.lower() for noun in nouns if " " not in noun),
        frozenset(plain_verb(verb) for verb in verbs) | bases,
        frozenset(adjectives),
    )


def _bases(verbs: set[str]) -> set[str]:
    """Return the verbs that separable ones are made of."""
    return {verb.split("|")[1] for verb in verbs if "|" in verb}


def _untouched(language: str) -> frozenset[str]:
    claims = table(f"{language}/claims")
    return frozenset(claims["names"]["stop_words"]) | frozenset(claims["cues"]["preposition"])
