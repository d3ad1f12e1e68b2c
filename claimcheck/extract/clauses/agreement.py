"""Which noun or name is the subject of a clause, in languages that show it by their forms.

In German, "der Konzern" is a subject and "der Bank" is none, and the verb has the number of
its subject. What is neither shown nor ruled out goes by the order of words.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set

import msgspec

from claimcheck.extract.names.finder import NameHit
from claimcheck.extract.names.nouns import NounHit
from claimcheck.extract.words.cases import Cases, cases
from claimcheck.extract.words.genders import ANY, MASCULINE, NEUTER, PLURAL, SINGULAR, Code

PRONOUN, MEASURE, COUNTED = -1, -2, -3
"""What a subject is that is no candidate."""
_REACH = 8
"""How many tokens before a relative clause the noun may end that it is said of."""
_PHRASE = 3
"""How many tokens an article stands before its noun at most."""


class Acting(msgspec.Struct, frozen=True, gc=False):
    """The subject of a clause: the first token of a candidate, or what it is instead."""

    first: int
    sure: bool = False
    """Whether its form shows it."""
    relative: bool = False
    """Whether it stands before the relative clause that it is the subject of."""
    inherited: bool = False
    """Whether it stands in the clause before."""
    code: int = ANY
    """What a pronoun can stand for; 0 for nothing that was named."""


class Agreement(msgspec.Struct, frozen=True, gc=False):
    """What the forms of a sentence show."""

    acting: Mapping[int, Acting]
    """The subjects of clauses with numbers, by the numbers of the clauses."""
    objects: Set[int]
    """The first tokens of candidates whose form no subject has."""
    known: bool = True
    """Whether the language shows it at all."""


NOTHING = Agreement({}, frozenset(), known=False)


class Phrases(msgspec.Struct, frozen=True, gc=False):
    """The tokens of a sentence that may be subjects, or keep others from being so."""

    candidates: Sequence[NameHit | NounHit]
    titles: Mapping[int, NounHit]
    """The nouns right before names that they tell of, by the first tokens of the names."""
    oblique: Set[int]
    """The first tokens of candidates that cannot be subjects."""
    joints: Set[int]
    prepositions: Set[int]
    measured: Iterable[int]
    """The last tokens of measures."""
    counted: Mapping[int, int]
    """The ends of numbers that count something, by their first tokens."""


class _Clause:
    """One clause: where it starts, its verb, its pronoun, and what may be its subject."""

    __slots__ = ("first", "pronoun", "pronoun_at", "rows", "sure", "verb", "verb_at", "verb_code")

    def __init__(self, first: int) -> None:
        self.first = first
        self.verb = 0
        self.verb_at = -1
        self.verb_code = ANY
        self.pronoun = self.pronoun_at = -1
        self.sure = -1
        self.rows: list[tuple[int, int]] = []


def agreement(
    words: Sequence[str],
    clauses: Sequence[int],
    wanted: Set[int],
    phrases: Phrases,
    language: str,
) -> Agreement:
    """Return which candidates are the subjects of the wanted clauses of a sentence."""
    known = cases(language)
    if known is None or not clauses:
        return NOTHING
    if known.nouns is None:
        return _by_pronouns(words, clauses, wanted, known)
    reader = _Reader(words, clauses, wanted, phrases, known)
    acting = {}
    for number in wanted:
        subject = reader.subject(number)
        if subject is not None:
            acting[number] = subject
    return Agreement(acting, reader.objects)


def _by_pronouns(
    words: Sequence[str], clauses: Sequence[int], wanted: Set[int], known: Cases
) -> Agreement:
    """Return which clauses have a pronoun for their subject, where only pronouns tell."""
    parts = known.parts
    if parts.keys().isdisjoint(words):
        return NOTHING
    acting: dict[int, Acting] = {}
    for i, word in enumerate(words):
        if word in parts and clauses[i] in wanted and clauses[i] not in acting:
            part = parts[word]
            acting[clauses[i]] = Acting(PRONOUN, code=part[1] if part is not None else 0)
    return Agreement(acting, frozenset(), known=False)


class _Reader:
    """Reads the clauses of one sentence."""

    def __init__(
        self,
        words: Sequence[str],
        clauses: Sequence[int],
        wanted: Set[int],
        phrases: Phrases,
        known: Cases,
    ) -> None:
        self.words = words
        self.phrases = phrases
        self.known = known
        self.nouns: Mapping[str, Code] = {} if known.nouns is None else known.nouns
        self.objects: set[int] = set()
        self.clauses: dict[int, _Clause] = {}
        for number in wanted | {number - 1 for number in wanted}:
            if number in clauses:
                self.clauses[number] = _Clause(clauses.index(number))
        self._of = clauses
        self._read_verbs()
        self._read_candidates()
        self._read_others()

    def _read_verbs(self) -> None:
        """Find the finite verbs and the pronouns."""
        words = self.words
        parts = enumerate(map(self.known.parts.__getitem__, words))
        for i, part in [(i, part) for i, part in parts if part is not None]:
            clause = self.clauses.get(self._of[i])
            if clause is None:
                continue
            rank, code = part
            if rank and words[i - 1] == self.known.infix:
                continue
            if rank > clause.verb:
                clause.verb, clause.verb_at, clause.verb_code = rank, i, code
            elif rank == 0 and clause.pronoun < 0 and not self._leads_noun(i):
                clause.pronoun, clause.pronoun_at = code, i

    def _leads_noun(self, at: int) -> bool:
        """Return whether a pronoun is the article of what follows: "diese Zahl", but no "er"."""
        if at + 1 >= len(self.words) or self.words[at].lower() not in self.known.behind:
            return False
        return self.words[at + 1][0].isupper()

    def _read_candidates(self) -> None:
        oblique, joints = self.phrases.oblique, self.phrases.joints
        for candidate in self.phrases.candidates:
            first = candidate.first
            if first in oblique:
                continue
            code, sure = self._nominative(candidate)
            if not code:
                self.objects.add(first)
                continue
            if candidate.last in joints or first - 1 in joints:
                code |= PLURAL
            clause = self.clauses.get(self._of[first])
            if clause is not None and code & clause.verb_code:
                clause.rows.append((first, first))
                if sure and clause.sure < 0:
                    clause.sure = first

    def _nominative(self, candidate: NameHit | NounHit) -> tuple[int, bool]:
        """Return what a candidate can be as a subject, and whether it can be nothing else."""
        words, articles = self.words, self.known.articles
        candidate = self.phrases.titles.get(candidate.first, candidate)
        first = candidate.first
        if isinstance(candidate, NameHit):
            return (articles.get(words[first - 1], SINGULAR) if first else SINGULAR), False
        nominative, any_case = self.nouns[words[candidate.last - 1]]
        if candidate.plain:
            return (nominative if any_case else ANY), False
        article = words[first].lower()
        code = articles.get(article, 0)
        if not any_case:
            return code, False
        code &= nominative
        return code, code == MASCULINE and article in self.known.sure

    def _read_others(self) -> None:
        """Add the measures and the counted nouns."""
        phrases, clauses = self.phrases, self.clauses
        within: set[int] = set()
        for at, end in phrases.counted.items():
            within.update(range(at, end))
            led = at - 1 in phrases.prepositions or at - 2 in phrases.prepositions
            clause = clauses.get(self._of[at])
            if clause is not None and not led and PLURAL & clause.verb_code:
                clause.rows.append((COUNTED, at))
        for last in phrases.measured:
            clause = clauses.get(self._of[last])
            if clause is None or last in within or not self.words[last][0].isupper():
                continue
            row = self._measure(last)
            if row is not None and row[1] & clause.verb_code:
                clause.rows.append((MEASURE, row[0]))

    def _measure(self, last: int) -> tuple[int, int] | None:
        """Return where a measure starts, and what it can be as a subject."""
        words, known = self.words, self.known
        nominative, any_case = self.nouns[words[last]]
        code = nominative if any_case else ANY
        for at in range(last - 1, max(last - 1 - _PHRASE, -1), -1):
            word = words[at].lower()
            if at in self.phrases.prepositions or word in known.oblique:
                return None
            if word in known.articles:
                code &= known.articles[word]
                return None if word in known.sure and code != MASCULINE else (at, code)
            if not words[at][0].islower() or word[-1] not in "enrms" or known.parts[word]:
                return at + 1, code
        return last, code

    def subject(self, number: int) -> Acting | None:
        """Return the subject of a clause."""
        clause = self.clauses[number]
        if clause.sure >= 0:
            return Acting(clause.sure, sure=True)
        code = clause.pronoun & clause.verb_code
        if clause.pronoun == 0 or (clause.pronoun > 0 and code and self._stands_first(clause)):
            noun = self._before_pronoun(clause)
            return Acting(PRONOUN, code=code) if noun is None else Acting(noun)
        found = self._relative(clause)
        if found is not None:
            return Acting(found, relative=True)
        if clause.rows:
            return Acting(min(clause.rows, key=_position)[0])
        if self._goes_on(clause) and number - 1 in self.clauses:
            last = self.subject(number - 1)
            if last is not None:
                return Acting(last.first, last.sure, last.relative, True, last.code)
        return None

    def _stands_first(self, clause: _Clause) -> bool:
        """Return whether the pronoun stands where subjects do: by the verb, or first."""
        at = clause.pronoun_at
        only = clause.pronoun == MASCULINE
        return only or abs(at - clause.verb_at) == 1 or at - clause.first <= 2

    def _before_pronoun(self, clause: _Clause) -> int | None:
        """Return what the subject is where the pronoun is an object: "Die Stadt will es kaufen".

        A pronoun that is the subject stands before all nouns where the verb stands last.
        """
        at = clause.pronoun_at
        last = at < clause.verb_at
        if clause.pronoun <= 0 or clause.pronoun & MASCULINE:
            return None
        if not last and clause.pronoun != NEUTER:
            return None
        return next((first for first, start in clause.rows if first >= 0 and start < at), None)

    def _opener(self, clause: _Clause) -> int:
        """Return the first token of a clause that is no mark."""
        first = clause.first
        return first if self.words[first][0].isalnum() else first + 1

    def _relative(self, clause: _Clause) -> int | None:
        """Return what a relative clause is said of, if it is the subject of the clause."""
        at = self._opener(clause)
        if at < 2 or at >= len(self.words) or clause.verb_at <= at + 1:
            return None
        code = self.known.relative.get(self.words[at], 0) & clause.verb_code
        if not code:
            return None
        found: int | None = None
        for candidate in self.phrases.candidates:
            first = candidate.first
            if first == at or (isinstance(candidate, NameHit) and first == at + 1):
                return None  # it is the article of what follows
            if candidate.last < at <= candidate.last + _REACH:
                can_be, known = self.gender(candidate)
                aside = found is not None and first - 1 in self.phrases.prepositions
                if can_be & code and (known or not aside):
                    found = first
        return found

    def gender(self, candidate: NameHit | NounHit) -> tuple[int, bool]:
        """Return what a candidate can be in any case, and whether its form tells."""
        if isinstance(candidate, NameHit):
            joined = candidate.first - 1 in self.phrases.joints
            return (ANY if joined else SINGULAR), False
        code = self.nouns[self.words[candidate.last - 1]][1]
        behind = self.known.behind.get(self.words[candidate.first].lower(), ANY)
        return (code or ANY) & behind or behind, code != 0

    def _goes_on(self, clause: _Clause) -> bool:
        """Return whether a clause opens with its verb, and leaves out a subject named before."""
        at = self._opener(clause)
        return clause.verb_at == at + (at in self.phrases.joints)


def _position(row: tuple[int, int]) -> int:
    return row[1]
