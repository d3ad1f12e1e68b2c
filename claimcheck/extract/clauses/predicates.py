"""Which noun phrase is the subject of each verb, where the order of words shows it.

A sentence is read once from left to right. A noun phrase that no preposition leads waits for a
finite verb; what comes behind is said of it until another clause opens: a relative one, one
behind "when" or behind a verb of saying, a participle, an infinitive, or another verb.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from claimcheck.extract.clauses.openings import Openings
from claimcheck.extract.clauses.order import (
    ADVERBIAL,
    ASIDE,
    COMPLEMENT,
    UNFINITE,
    Clause,
    Order,
    Phrase,
)  # fmt: skip
from claimcheck.extract.clauses.wording import HEADS, LED, PHRASES, VERBS_OR_NOUNS
from claimcheck.extract.words import parts as p
from claimcheck.extract.words.parts import Parts

_OBJECTS = p.DETERMINER + p.NUMBER + p.PRONOUN + p.OBJECT + p.WORD
_ENDS_ROW = p.STOP + p.RELATIVE + p.SUBORDINATE + p.WHOSE + p.QUOTE
_NO_OBJECT = p.PREPOSITION + p.BETWEEN + p.WHEN + p.SKIPPED


def order(words: Sequence[str], numbered: Mapping[int, bool], known: Parts) -> Order:
    """Return the clauses of a sentence.

    `numbered` are the tokens of numbers, each with whether it says when.
    """
    reader = _Reader(words, numbered, known)
    reader.read()
    phrases = reader.phrases
    return Order(
        reader.of,
        phrases,
        {phrase.first: phrase for phrase in phrases},
        {phrase.last: phrase for phrase in phrases},
        {phrase.led: phrase for phrase in reversed(phrases)},
    )


class _Reader(Openings):
    """Reads one sentence."""

    def read(self) -> None:
        """Read the sentence."""
        kinds, size, i = self.kinds, len(self.words), 0
        while i < size:
            end = _STEPS.get(kinds[i], _Reader.other)(self, i)
            self.of.extend([self.clause] * (end - len(self.of)))
            i = end

    def other(self, i: int) -> int:
        """Read what may be a noun or a verb, and pass by the rest."""
        kind = self.kinds[i]
        if kind in VERBS_OR_NOUNS and self.acts(i):
            return self.verb(i)
        return self.noun(i) if kind in PHRASES else i + 1

    def present(self, i: int) -> int:
        """Read a form in -s of what is known as a verb alone, unless it can only be a noun."""
        if self.words[i].endswith("s") and not self.expects():
            self.kinds[i] = p.WORD
            return self.noun(i)
        return self.verb(i)

    def contracted(self, i: int) -> int:
        """Read a pronoun and its verb in one word."""
        self.add(Phrase(i, i + 1, pronoun=True))
        self.kinds[i] = p.AUXILIARY
        return self.verb(i)

    def verb(self, i: int) -> int:
        """Read a verb, and find its subject."""
        sure = self.kinds[i] != p.PAST
        if not sure and self._goes_with_participle(i):
            return i + 1
        while self._is_left(sure):
            behind = [] if self.clause.waiting else self.waiting
            if self._is_named_by_gerund():
                behind = [Phrase(self.clause.verb, self.clause.verb + 1, headless=True)]
            self.leave()
            self.waiting = self.waiting + behind
        clause = self.clause
        if clause.verb >= 0:
            return self._next_verb(i)
        if not sure and self._is_inserted(i):
            return self.participle(i)
        if clause.subject is None and not self.waiting and self.kinds[i] == p.AUXILIARY:
            return self._inverted(i)
        if clause.subject is None or self.waiting:
            self._choose(clause, sure)
        return self._set(clause, i)

    def _goes_with_participle(self, i: int) -> bool:
        """Return whether a participle goes with one in an insertion: "built in 1904 and sold"."""
        clause = self.clause
        inserted = clause.kind == UNFINITE and clause.parent is not None and clause.parent.verb < 0
        return inserted and clause.passive and self.wording.is_joined(i)

    def _is_left(self, sure: bool) -> bool:
        """Return whether a finite verb belongs to the clause outside of a participle."""
        clause, outer = self.clause, self.clause.parent
        if clause.kind != UNFINITE or outer is None:
            return False
        if outer.verb < 0:
            return True
        waits = bool(clause.waiting) and clause.waiting[-1].first >= outer.end
        return waits and clause.subject is clause.waiting[-1] and (sure or self.reports(outer))

    def _is_named_by_gerund(self) -> bool:
        """Return whether a gerund is the subject itself: "putting them right would cost"."""
        at = self.clause.verb
        if self.kinds[at] != p.GERUND or self.comma > at or not self.waiting:
            return False
        led = at > 0 and self.kinds[at - 1] in LED
        return not led and self.waiting[0].first != at + 1

    def _is_inserted(self, i: int) -> bool:
        """Return whether a word is a participle, as no finite verb can stand there."""
        if not (self.waiting or self.clause.subject or self.between):
            return True
        alone = len(self.waiting) == 1 and self.waiting[0].last == self.comma
        return alone and self.comma == i - 1

    def _inverted(self, i: int) -> int:
        """Read a subject behind its verb: "nor did the bank lose money"."""
        opens = i == 0 or self.kinds[i - 1] in p.SKIPPED + p.JOINT + p.COMMA
        if not opens or self.kinds[i + 1] not in p.WORD + p.DETERMINER + p.PRONOUN:
            return self._set(self.clause, i)
        end = self.noun(i + 1) if self.kinds[i + 1] != p.PRONOUN else self.pronoun(i + 1)
        if not self.phrases:
            return self._set(self.clause, i)
        clause = self.clause
        clause.subject, self.waiting = self.phrases[-1], []
        clause.finite, clause.verb, clause.end = i, min(end, len(self.words) - 1), end
        return end

    def _choose(self, clause: Clause, sure: bool) -> None:
        """Choose the subject of a clause from what waits for its verb."""
        waiting = self.waiting
        if not waiting:
            clause.subject = self.between
            return
        last = waiting[-1]
        if len(waiting) == 1:
            clause.subject = last
            return
        before = waiting[-2]
        if self.kinds[last.first] == p.NUMBER and before.last == last.first:
            clause.subject = before  # "a driver 50 miles from here saw"
        elif last.last > self.comma and last.joined:
            clause.subject = self._first_of_list(waiting)
        elif last.last > self.comma:
            clause.subject = last
            clause.before = before if not sure or before.last == last.first else None
        else:
            clause.subject = waiting[0]
            clause.aside = waiting[1] if waiting[1].last == self.comma else None

    @staticmethod
    def _first_of_list(waiting: Sequence[Phrase]) -> Phrase:
        """Return the first of what is joined: "cooks, waiters and guests"."""
        first = waiting[-2]
        for phrase in reversed(waiting[:-2]):
            if phrase.last != first.first - 1:
                break
            first = phrase
        return first

    def _set(self, clause: Clause, i: int) -> int:
        """Give a clause its verb."""
        end, verb, passive = self.wording.group(i)
        clause.finite, clause.verb, clause.end, clause.passive = i, verb, end, passive
        clause.unsure = self.kinds[i] == p.PAST
        self.waiting, self.between, self.led = [], None, -1
        return end

    def _next_verb(self, i: int) -> int:
        """Read a finite verb, or a participle, in a clause that has one already."""
        clause, kind = self.clause, self.kinds[i]
        if self.wording.is_joined(i):
            return self._beside(self.alike(i), i)
        fresh = self._fresh(i)
        adjacent = fresh if fresh is not None and fresh.last > self.comma else None
        between = self.between
        if between is not None and between.last > self.comma:
            later = fresh is None or between.first > fresh.first
            if later and (kind != p.PAST or between.last == i):
                return self._inside(ADVERBIAL, between, i)
        outer = self.open_outside()
        if outer is not None and not (adjacent is not None and self.reports(clause)):
            return self._resume(outer, i)
        if kind == p.PAST:
            return self._past(i, adjacent)
        if fresh is not None and (fresh.joined or (adjacent and self.comma >= clause.end)):
            return self._own(fresh, i)
        if adjacent is not None:
            return self._inside(COMPLEMENT, adjacent, i)
        if clause.unsure:
            self._reread(clause)
            return self._set(clause, i)
        return self._beside(clause, i)

    def _fresh(self, i: int) -> Phrase | None:
        """Return the phrase behind the last verb that may be the subject of the next."""
        last = self.phrases[-1] if self.phrases else None
        if last is not None and last.joined and last.last == i and self.kinds[i] != p.PAST:
            return last  # "to the line and the Colts took"
        waiting = self.waiting
        return waiting[-1] if waiting and waiting[-1].first >= self.clause.end else None

    def _resume(self, outer: Clause, i: int) -> int:
        """Go on with a clause that was left for another one."""
        while self.clause is not outer:
            self.leave()
        if outer.subject is None and self.waiting:
            outer.subject = self.waiting[0]
        return self._set(outer, i)

    def _past(self, i: int, fresh: Phrase | None) -> int:
        """Read a verb in the past that may be a participle."""
        clause, following = self.clause, self.kinds[i + 1]
        bare = fresh is None and clause.unsure and self.kinds[clause.end] in _NO_OBJECT
        if bare and following in p.DETERMINER + p.NUMBER + p.WORD + p.OBJECT:
            self._reread(clause)
            return self._set(clause, i)
        if fresh is not None:
            if self.reports(clause) or fresh.pronoun:
                return self._inside(COMPLEMENT, fresh, i)
            if fresh.joined or self.comma >= clause.end:
                return self._own(fresh, i)
        told = following in HEADS + p.DETERMINER + p.PRONOUN and self.after_comma(i)
        if told and self.known.base(self.words[i]) in self.known.reporting:
            self.enter(ASIDE, i)
            return self._set(self.clause, i)
        return self._beside(clause, i) if self._in_row(i) else self.participle(i)

    def _in_row(self, i: int) -> bool:
        """Return whether a verb is the next of a row: "killed a man, arrested 12 and seized"."""
        kinds, clause = self.kinds, self.clause
        if clause.parent is not None or kinds[clause.finite] != p.PAST or not self.after_comma(i):
            return False
        if kinds[i + 1] not in _OBJECTS or self.reports(clause):
            return False
        if any(word.lower() in self.known.times for word in self.words[i + 1 : i + 3]):
            return False  # "a man, arrested 12 times"
        for at in range(i + 2, len(self.words) - 1):
            if kinds[at] in _ENDS_ROW:
                return False
            if kinds[at] == p.JOINT and kinds[at + 1] in p.PAST + p.SKIPPED:
                return kinds[at + 1] == p.PAST or kinds[at + 2 : at + 3] == [p.PAST]
            if kinds[at] == p.COMMA and kinds[at + 1] not in p.PAST + p.JOINT:
                return False
        return False

    def _inside(self, kind: int, subject: Phrase, i: int) -> int:
        """Open a clause whose subject is already read."""
        self.enter(kind, subject.first, subject)
        return self._taken(subject.first, i)

    def _own(self, subject: Phrase, i: int) -> int:
        """Open a clause beside this one, with a subject of its own."""
        self.clause = Clause(self.clause.kind, self.clause.parent, subject, waiting=[])
        return self._taken(subject.first, i)

    def _taken(self, first: int, i: int) -> int:
        """Let a clause start at a token that was read before it opened."""
        self.of[first:] = [self.clause] * (len(self.of) - first)
        return self._set(self.clause, i)

    def _beside(self, clause: Clause, i: int) -> int:
        """Open a clause with the subject of one before: "and now carries"."""
        self.clause = Clause(
            clause.kind, clause.parent, clause.subject, whose=clause.whose, waiting=clause.waiting
        )
        end = self._set(self.clause, i)
        if self.kinds[i] == p.PAST:
            self.clause.passive = clause.passive
        return end

    def _reread(self, clause: Clause) -> None:
        """Take the verb of a clause for a participle: "the bridge built in 1904 carries"."""
        inner = Clause(UNFINITE, clause, clause.subject, clause.verb, clause.end)
        inner.passive = clause.before is None
        clause.subject = clause.before or clause.subject
        for k in range(clause.finite, len(self.of)):
            if self.of[k] is clause:
                self.of[k] = inner


_STEPS: Mapping[str, Callable[[_Reader, int], int]] = {
    p.COMMA: _Reader.close, p.STOP: _Reader.stop, p.DASH: _Reader.dash, p.OPENING: _Reader.open,
    p.CLOSING: _Reader.shut, p.JOINT: _Reader.join, p.SUBORDINATE: _Reader.subordinate,
    p.RELATIVE: _Reader.relative, p.WHOSE: _Reader.whose, p.PRONOUN: _Reader.pronoun,
    p.POINTING: _Reader.pronoun, p.GERUND: _Reader.gerund, p.PARTICIPLE: _Reader.participle,
    p.TO: _Reader.to, p.PREPOSITION: _Reader.lead, p.BETWEEN: _Reader.lead,
    p.WHEN: _Reader.when, p.CONTRACTED: _Reader.contracted, p.AUXILIARY: _Reader.verb,
    p.FINITE: _Reader.present, p.PAST: _Reader.verb, p.OBJECT: _Reader.when,
}  # fmt: skip
"""How each kind of word is read."""
