"""The words of one language for concepts and changes, by their dictionary forms."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from claimcheck.extract.concepts.concept import Concept
from claimcheck.extract.concepts.meanings import Companions, Meaning, Meanings, Phrases, Words
from claimcheck.extract.concepts.wordbuild import auxiliary_forms
from claimcheck.extract.names.nouns import OWNERS
from claimcheck.extract.words.morphology import Morphology, Reading
from claimcheck.lexicon import table

Parted = tuple[tuple[tuple[str, ...], Meanings], ...]
_NO_PHRASES: Phrases = {}
_COMPOUND = 4


class LanguageIndex:
    """The words of all concepts in one language, by their dictionary forms."""

    def __init__(
        self, words: Words, concepts: Mapping[str, Concept], forms: Morphology, language: str
    ) -> None:
        self._said = words
        self._forms = forms
        self._language = language
        self.capital_nouns = forms.capital_nouns
        self.particles = words.particles
        self.bases = words.bases
        self.inside_phrases = words.inside_phrases
        claims = table(f"{language}/claims")
        data = table(f"{language}/lemmas")
        atoms = table(f"{language}/numbers")["atoms"]
        self.number_words = frozenset(word for word, value in atoms.items() if value != "+")
        self._be = auxiliary_forms(language)
        self._after_particle = frozenset(data["after_particle"])
        self.anywhere = frozenset(data["anywhere"])
        self.infix: str = data["infix"]
        self.separable = frozenset(data["separable"])
        """What may stand behind the object of its verb: "let 140 people go"."""
        self.before_nouns = frozenset(data["before_nouns"])
        self.before_verbs = frozenset(data["before_verbs"])
        self.gerunds = tuple(data["gerunds"])
        self.nominal = tuple(data["nominal"])
        self.adjective_endings = tuple(claims["names"]["adjective_endings"])
        self._unchanged = frozenset(claims["verbs"]["unchanged"])
        self._closing = frozenset((*claims["verbs"]["helpers"], *claims["cues"]["leads_to"]))
        self.articles = frozenset(word.lower() for word in claims["names"]["articles"])
        self._heads = {
            noun.lower(): "" if role in ("transparent", "dated") else role
            for role, nouns in claims["heads"].items()
            for noun in nouns
        }
        self._dated = frozenset(noun.lower() for noun in claims["heads"]["dated"])
        self._events = frozenset(concept.key for concept in concepts.values() if concept.event)
        self._words: frozenset[str | None] = words.inside_phrases.union(
            words.nouns, words.verbs, words.adjectives, words.bases, words.comparatives
        )
        self._begun: dict[str, tuple[Phrases, Parted]] = {}
        self._completing: dict[str, Companions] = {}

    def begun(self, form: str) -> tuple[Phrases, Parted]:
        """Return the phrases that start with a word, and those that an object may part."""
        if form not in self._said.phrases:
            return _NO_PHRASES, ()
        if form not in self._begun:
            rows = self._rows(form)
            parted = tuple(row for row in rows if self._may_part(*row))
            self._begun[form] = _by_second(rows), parted
        return self._begun[form]

    def companions(self, lower: str) -> Companions:
        """Return what starts with a word and completes verbs."""
        if lower not in self._said.companions:
            return ()
        if lower not in self._completing:
            self._completing[lower] = self._decoded(lower)
        return self._completing[lower]

    def _rows(self, first: str) -> list[tuple[tuple[str, ...], Meanings]]:
        said = self._said.meanings
        rows = msgspec.json.decode(
            self._said.phrases[first], type=list[tuple[tuple[str, ...], int]]
        )
        return [(rest, said[number]) for rest, number in rows]

    def _decoded(self, first: str) -> Companions:
        said, packed = self._said.meanings, self._said.companions[first]
        rows = msgspec.json.decode(packed, type=list[tuple[tuple[str, ...], dict[str, int]]])
        return tuple((rest, {verb: said[i] for verb, i in verbs.items()}) for rest, verbs in rows)

    def _of(self, index: Mapping[str, int], word: str) -> Meanings:
        """Return what a word means as a noun, a verb or an adjective."""
        number = index.get(word)
        return () if number is None else self._said.meanings[number]

    def _may_part(self, rest: tuple[str, ...], said: Meanings) -> bool:
        """Return whether an object may part a verb from these words: "took two into custody"."""
        if len(rest) == 1 or not self.separable:
            return rest[0] in self.separable
        verb = any(meaning.kind == "verb" for meaning in said)
        return verb and rest[-1] not in self.before_nouns and rest[-1] not in self.before_verbs

    def reading(self, token: str) -> Reading:
        """Return what a word is a form of, with the words of the concepts known."""
        return self._forms.reading(token)

    def form(self, reading: Reading, lower: str) -> str:
        """Return the form of a word in phrases: "be" for "were", which is no verb elsewhere."""
        return self._be.get(lower, reading.lemma)

    def may_mean(self, reading: Reading, lower: str) -> bool:
        """Return whether a word that is no compound can have meanings or start a phrase."""
        form = self.form(reading, lower)
        forms = (lower, form, reading.noun, reading.verb, reading.adjective)
        return not self._words.isdisjoint(forms)

    def meanings(self, reading: Reading, lower: str) -> Iterator[tuple[Meaning, tuple[str, ...]]]:
        """Return the meanings of one word, with the parts of the compound before them."""
        direction = self._said.comparatives.get(lower)
        verb = reading.verb
        if verb == lower and direction is not None:  # "to lower rates"
            yield from ((meaning, ()) for meaning in self._of(self._said.verbs, verb))
        if direction is not None:
            yield Meaning("change", "change", direction, "", True), ()
        elif reading.noun is not None:
            yield from ((meaning, ()) for meaning in self._of(self._said.nouns, reading.noun))
        elif reading.head is not None:
            yield from self._of_compound(lower, reading.first, reading.head)
        if verb is not None and direction is None:  # "billiger" is no "billigen"
            yield from ((meaning, ()) for meaning in self._of(self._said.verbs, verb))
        if reading.adjective is not None:
            yield from (
                (meaning, ()) for meaning in self._of(self._said.adjectives, reading.adjective)
            )

    def names_another(self, lemma: str, before: str) -> bool:
        """Return whether a noun before a mere head says what it is of: "smoking rates"."""
        if lemma not in self._heads or before.endswith(OWNERS):
            return False
        reading = self.reading(before)
        if reading.verb is not None:
            return before.endswith(self.gerunds)
        return reading.noun is not None and before.lower() not in self.articles

    def is_compound(self, tokens: Sequence[str], i: int) -> bool:
        """Return whether a bare form ends a noun of several words: "the fish plant shut down".

        A verb of that form needs a plural before it, and its object behind.
        """
        lower, before = tokens[i].lower(), tokens[i - 1].lower()
        if self.capital_nouns or self.reading(lower).verb != lower or lower in self._unchanged:
            return False
        reading = self.reading(before)
        if reading.noun != before or reading.verb or before in self.articles:
            return False
        behind = tokens[i + 1].lower() if i + 1 < len(tokens) else "."
        if not behind[0].isalnum() or behind in self._closing:
            return True
        following = self.reading(behind)
        return following.verb is not None and following.noun is None

    def has_article(self, tokens: Sequence[str], i: int) -> bool:
        """Return whether the bare form and the names and nouns before it are of one article.

        "The warehouse fire in Leeds", "the Halvern rail crash", and not "the Rams crash".
        """
        lower = tokens[i].lower()
        if self.capital_nouns or self.reading(lower).verb != lower or lower in self._unchanged:
            return False
        behind = tokens[i + 1] if i + 1 < len(tokens) else "."
        objects = behind[0].isupper() or self.is_number(behind) or behind.lower() in self.articles
        if objects or tokens[i - 1].endswith("s"):
            return False
        for k in range(i - 1, max(i - _COMPOUND, 0) - 1, -1):
            lower = tokens[k].lower()
            if lower in self.articles:
                return k < i - 1
            led = lower in self.before_nouns or lower in self.before_verbs
            if led or not lower[0].isalpha() or self.reading(lower).verb or lower in self._closing:
                return False
        return False

    def is_number(self, token: str) -> bool:
        """Return whether a token is a number in digits or words."""
        return token[0].isdigit() or token.lower() in self.number_words

    def ends_clause(self, token: str) -> bool:
        """Return whether a particle right before this token is the last word of its clause."""
        return not token[0].isalnum() or token in self._after_particle

    def _of_compound(
        self, lower: str, left: str, head: str
    ) -> Iterator[tuple[Meaning, tuple[str, ...]]]:
        own = self._of(self._said.nouns, head) if self._forms.heads(lower, head) else ()
        if not own and head not in self._heads and not lower[0].isdigit():
            return
        modifiers = self._forms.first_parts(left)
        if lower[0].isdigit():
            for meaning in self._of_first_part(left):
                yield meaning, modifiers[:-1]
        changes = any(meaning.kind == "change" for meaning in own)
        first = self._of_first_part(left) if changes or head in self._heads else ()
        role = self._heads.get(head, "")
        for meaning in first:
            if head in self._dated and meaning.key not in self._events:
                continue  # "Eröffnungstermin" is an opening, "Arzttermin" no doctor
            yield msgspec.structs.replace(meaning, role=role), modifiers[:-1]
        if changes or not first:
            yield from ((meaning, modifiers) for meaning in own)

    def _of_first_part(self, left: str) -> Meanings:
        """Return the meanings of the noun that a compound starts with."""
        parts = self._forms.first_parts(left)
        bare = parts[-1] if parts else left
        strong = self._of(self._said.nouns, bare)
        return tuple(
            msgspec.structs.replace(meaning, kind="noun") if meaning.kind == "weak" else meaning
            for meaning in strong
            if meaning.kind != "change"
        )


def _by_second(rows: Iterable[tuple[tuple[str, ...], Meanings]]) -> Phrases:
    """Group phrases that start with one word by their next one, in their order."""
    groups: dict[str, tuple[tuple[tuple[str, ...], Meanings], ...]] = {}
    for rest, meanings in rows:
        groups[rest[0]] = (*groups.get(rest[0], ()), (rest[1:], meanings))
    return groups
