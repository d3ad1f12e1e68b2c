"""The words of one language for concepts and changes, by their dictionary forms."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import msgspec

from claimcheck.extract.measures.concepts import Concept
from claimcheck.extract.names.nouns import OWNERS
from claimcheck.extract.words.morphology import Morphology, Reading
from claimcheck.lexicon import table

TOPIC = "topic"
_FORMS = (
    ("", "noun", ""),
    ("_weak", "weak", ""),
    ("_sum_nouns", "noun", "sums"),
    ("_size_nouns", "noun", "sizes"),
    ("_topic_nouns", "noun", TOPIC),
    ("_tally_nouns", "tally", ""),
    ("_adjectives", "adjective", ""),
    ("_verbs", "verb", ""),
    ("_sum_verbs", "verb", "sums"),
    ("_size_verbs", "verb", "sizes"),
    ("_topic_verbs", "verb", TOPIC),
)
"""The fields of concepts for words of a language, each with their kind and `Meaning.only`."""


class Meaning(msgspec.Struct, frozen=True, gc=False):
    """What a word says: a concept, or a change with its direction."""

    key: str
    kind: str
    direction: int = 0
    role: str = ""
    beside_number: bool = False
    """Whether the word means this only right beside a number ("3 Meter hoch")."""
    only: str = ""
    """"sums" for a word that means this only of sums of money ("received"), "sizes" for one
    that never means it of a percentage ("weit"), "topic" for one that means it only in articles
    that speak of it ("Beteiligung" of an election)."""


Meanings = tuple[Meaning, ...]
Phrases = Mapping[str, tuple[tuple[tuple[str, ...], Meanings], ...]]
"""Phrases by their second word: the words behind it, longest first, and the meanings."""
Companions = tuple[tuple[tuple[str, ...], Mapping[str, Meanings]], ...]


class LanguageIndex:
    """The words of all concepts in one language, by their dictionary forms."""

    def __init__(self, concepts: Mapping[str, Concept], forms: Morphology, language: str) -> None:
        self._forms = forms
        self._language = language
        self.capital_nouns = forms.capital_nouns
        self._nouns: dict[str, Meanings] = {}
        self._verbs: dict[str, Meanings] = {}
        self._adjectives: dict[str, Meanings] = {}
        self._phrases: dict[tuple[str, ...], Meanings] = {}
        self._completions: dict[tuple[str, ...], dict[str, Meanings]] = {}
        self.particles: set[str] = set()
        """What stands before the verb in an infinitive, and behind it in a sentence."""
        claims = table(f"{language}/claims")
        data = table(f"{language}/lemmas")
        atoms = table(f"{language}/numbers")["atoms"]
        self.number_words = frozenset(word for word, value in atoms.items() if value != "+")
        self._verb_last: bool = data["verb_last"]
        self._be: dict[str, str] = {
            form: verb for verb in data["auxiliaries"] for form in data["irregular"][verb]
        }
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
        # of the two meanings of "victory" the one that is counted comes first, the event last
        for concept in sorted(concepts.values(), key=lambda concept: concept.event):
            self._add_concept(concept)
        for idiom in claims["idioms"]["verbs"]:
            self._add_verb(idiom, None)
        for idiom in claims["idioms"]["nouns"]:
            self._add(self._nouns, idiom, None)
        self._events = frozenset(concept.key for concept in concepts.values() if concept.event)
        self.comparatives: dict[str, int] = {}
        self._add_changes(claims["change"])
        self.bases = frozenset(v for by_verb in self._completions.values() for v in by_verb)
        begun = _by_first(self._phrases)
        self.phrases = {first: _by_second(rows) for first, rows in begun.items()}
        self.parted = {
            first: tuple((rest, said) for rest, said in rows if self._may_part(rest, said))
            for first, rows in begun.items()
        }
        """Those whose other words may stand behind an object, by the first word."""
        self.inside_phrases = frozenset(form for phrase in self._phrases for form in phrase)
        self.companions = _by_first(self._completions)
        self._words: frozenset[str | None] = self.inside_phrases.union(
            self._nouns, self._verbs, self._adjectives, self.bases, self.comparatives
        )

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
        direction = self.comparatives.get(lower)
        verb = reading.verb
        if verb == lower and direction is not None:  # "to lower rates"
            yield from ((meaning, ()) for meaning in self._verbs.get(verb, ()))
        if direction is not None:
            yield Meaning("change", "change", direction, "", True), ()
        elif reading.noun is not None:
            yield from ((meaning, ()) for meaning in self._nouns.get(reading.noun, ()))
        elif reading.head is not None:
            yield from self._of_compound(lower, reading.first, reading.head)
        if verb is not None and direction is None:  # "billiger" is no "billigen"
            yield from ((meaning, ()) for meaning in self._verbs.get(verb, ()))
        if reading.adjective is not None:
            yield from ((meaning, ()) for meaning in self._adjectives.get(reading.adjective, ()))

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
        reading = self.reading(before)
        if self.capital_nouns or reading.noun != before or reading.verb or before in self.articles:
            return False
        if self.reading(lower).verb != lower or lower in self._unchanged:
            return False
        behind = tokens[i + 1].lower() if i + 1 < len(tokens) else "."
        if not behind[0].isalnum() or behind in self._closing:
            return True
        following = self.reading(behind)
        return following.verb is not None and following.noun is None

    def is_number(self, token: str) -> bool:
        """Return whether a token is a number in digits or words."""
        return token[0].isdigit() or token.lower() in self.number_words

    def ends_clause(self, token: str) -> bool:
        """Return whether a particle right before this token is the last word of its clause."""
        return not token[0].isalnum() or token in self._after_particle

    def _of_compound(
        self, lower: str, left: str, head: str
    ) -> Iterator[tuple[Meaning, tuple[str, ...]]]:
        own = self._nouns.get(head, ()) if self._forms.heads(lower, head) else ()
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
        strong = self._nouns.get(bare, ())
        return tuple(
            msgspec.structs.replace(meaning, kind="noun") if meaning.kind == "weak" else meaning
            for meaning in strong
            if meaning.kind != "change"
        )

    def _add_concept(self, concept: Concept) -> None:
        for form, kind, only in _FORMS:
            entries = concept.words.get(self._language + form)
            if not entries:
                continue
            meaning = _meaning(concept, kind, only)
            index = self._adjectives if kind == "adjective" else self._nouns
            for entry in entries:
                if kind == "verb":
                    self._add_verb(entry, meaning)
                else:
                    self._add(index, entry, meaning)

    def _add_changes(self, change: Mapping[str, list[str]]) -> None:
        for name, direction in (("up", 1), ("down", -1), ("neutral", 0)):
            meaning = Meaning("change", "change", direction)
            for noun in change[name]:
                self._add(self._nouns, noun, meaning)
            for verb in change[f"{name}_verbs"]:
                self._add_verb(verb, meaning)
            for word in change.get(f"{name}_words", ()):
                self.comparatives[word] = direction

    def _add(self, index: dict[str, Meanings], word: str, meaning: Meaning | None) -> None:
        lower = word.lower()
        if " " in lower:
            parts = word.split(" ")
            phrase = tuple(self.form(self._forms.reading(part), part.lower()) for part in parts)
            self._phrases[phrase] = _with(self._phrases.get(phrase, ()), meaning)
        else:
            index[lower] = _with(index.get(lower, ()), meaning)

    def _add_verb(self, entry: str, meaning: Meaning | None) -> None:
        *before, last = entry.split(" ")
        if "|" in last:
            particle, verb = last.split("|")
            self.particles.add(particle)
            self._add_verb(" ".join([*before, particle + verb]), meaning)
            self._add_completion((*map(str.lower, before), particle), verb, meaning)
            if before:  # what "nahm … an" says without "Gesetz" is another verb than "nahm"
                self._add_completion((particle,), verb, None)
            if before and meaning is not None:
                self._add(self._verbs, entry.replace("|", ""), meaning)
        elif " " not in entry:
            self._add(self._verbs, entry, meaning)
        elif self._verb_last:
            *rest, verb = entry.split(" ")
            self._add_completion(tuple(part.lower() for part in rest), verb, meaning)
        else:
            self._add(self._verbs, entry, meaning)

    def _add_completion(self, words: tuple[str, ...], verb: str, meaning: Meaning | None) -> None:
        by_verb = self._completions.setdefault(words, {})
        by_verb[verb] = _with(by_verb.get(verb, ()), meaning)


def _meaning(concept: Concept, kind: str, only: str) -> Meaning:
    """Return what a word of a concept says."""
    if kind == "adjective":
        measured = concept.units.isdisjoint(("person", "count", "date", "percent"))
        return Meaning(concept.key, kind, beside_number=measured, only="sizes" if measured else "")
    if kind == "noun" and concept.entity:
        kind = "entity"
    if kind == "tally":  # "enrolment" is never just mentioned, as students are
        kind = "noun"
    return Meaning(concept.key, kind, only=only)


def _with(meanings: Meanings, meaning: Meaning | None) -> Meanings:
    """Return the meanings with one more; None is that of an idiom, which measures nothing."""
    return meanings if meaning is None else (*meanings, meaning)


def _by_first(phrases: Mapping[tuple[str, ...], Any]) -> dict[str, tuple[Any, ...]]:
    """Group phrases by their first word, longest first."""
    groups: dict[str, list[Any]] = {}
    for phrase, meanings in phrases.items():
        groups.setdefault(phrase[0], []).append((phrase[1:], meanings))
    return {
        first: tuple(sorted(rows, key=lambda row: -len(row[0]))) for first, rows in groups.items()
    }


def _by_second(rows: Iterable[tuple[tuple[str, ...], Meanings]]) -> Phrases:
    """Group phrases that start with one word by their next one, in their order."""
    groups: dict[str, tuple[tuple[tuple[str, ...], Meanings], ...]] = {}
    for rest, meanings in rows:
        groups[rest[0]] = (*groups.get(rest[0], ()), (rest[1:], meanings))
    return groups
