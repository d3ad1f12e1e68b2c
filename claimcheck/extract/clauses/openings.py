"""Where clauses open and close, and which noun phrases wait for a verb."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from claimcheck.extract.clauses.order import (
    ADVERBIAL,
    ASIDE,
    COMPLEMENT,
    MAIN,
    RELATIVE,
    UNFINITE,
    Clause,
    Phrase,
)  # fmt: skip
from claimcheck.extract.clauses.wording import HEADS, LED, VERBS_OR_NOUNS, Wording
from claimcheck.extract.words import parts as p
from claimcheck.extract.words.parts import Parts

_BEHIND_VERBS = (
    p.NUMBER + p.DETERMINER + p.PREPOSITION + p.BETWEEN + p.TO + p.SKIPPED + p.GERUND + p.WHOSE
    + p.RELATIVE + p.SUBORDINATE + p.PRONOUN + p.POINTING + p.QUOTE + p.WHEN + p.OBJECT
)  # fmt: skip
_SAID = p.AUXILIARY + p.FINITE + p.PAST + p.SKIPPED
_NOMINAL = HEADS + p.GERUND
_DESCRIBING = p.PAST + p.PARTICIPLE + p.GERUND
_BEFORE_DESCRIBING = p.DETERMINER + p.NUMBER + p.SKIPPED
_BEFORE_NOUNS = LED + p.DETERMINER + p.NUMBER
_BEFORE_VERBS = p.PRONOUN + p.RELATIVE + p.POINTING


class Openings:
    """Reads a sentence, all but its finite verbs."""

    def __init__(self, words: Sequence[str], numbered: Mapping[int, bool], known: Parts) -> None:
        self.wording = Wording(words, numbered, known)
        self.words = words
        self.kinds = self.wording.kinds
        self.known = known
        self.clause = Clause(MAIN)
        self.of: list[Clause] = []
        """The clause of each token that is read."""
        self.phrases: list[Phrase] = []
        self.waiting: list[Phrase] = []
        """The phrases of the clause that may be the subject of the next verb."""
        self.between: Phrase | None = None
        """The last one behind a word such as "after", which may open a clause."""
        self.led = self.joint = self.comma = -1
        self._outside: list[tuple[str, Clause, list[Phrase]]] = []
        self._last_dash = max((i for i, kind in enumerate(self.kinds) if kind == p.DASH), default=0)

    # phrases

    def noun(self, i: int) -> int:
        """Read a noun phrase."""
        end = self._phrase_end(i)
        headless = not any(kind in _NOMINAL for kind in self.kinds[i:end])
        self.add(Phrase(i, end, self.led, headless=headless))
        return end

    def add(self, phrase: Phrase) -> None:
        """Take in a phrase; one that a preposition leads, or that says when, waits for no verb."""
        phrase.joined = self.wording.is_joined(phrase.first)
        if phrase.joined and self.led < 0 and self.phrases:
            before = self.phrases[-1]
            if before.last >= self.joint - 1:
                phrase.led = before.led
        self.phrases.append(phrase)
        if phrase.led < 0:
            if self.words[phrase.last - 1].lower() not in self.known.times:
                self.waiting.append(phrase)
        elif self.kinds[phrase.led] == p.BETWEEN and self.kinds[phrase.last - 1] != p.NUMBER:
            self.between = phrase
        self.led = -1

    def _phrase_end(self, i: int) -> int:
        """Return the end of the noun phrase that starts at a token."""
        kinds, at, head = self.kinds, i, False
        if kinds[i] == p.GERUND:
            return i + 1
        while self._goes_on(at, i, head):
            head = head or kinds[at] in HEADS
            at += 1
        return max(at, i + 1)

    def _goes_on(self, at: int, first: int, head: bool) -> bool:
        """Return whether a token is of the phrase before it, which may have its noun already."""
        kinds = self.kinds
        kind = kinds[at]
        if kind == p.WORD:
            return True
        following = kinds[at + 1] if at < len(self.words) else p.STOP
        before = kinds[at - 1] if at > first else ""
        if kind in VERBS_OR_NOUNS:
            return self._lacks_noun(first, at) or not (head and self.acts(at))
        if kind == p.NUMBER:
            return not head or before == p.NUMBER or ("-" in self.words[at] and following in HEADS)
        if kind == p.DETERMINER:
            return not head
        if kind in _DESCRIBING:
            if not before or before not in _BEFORE_DESCRIBING:
                return False
            if before == p.NUMBER:  # "14 trapped miners"
                return following == p.WORD and self.words[at - 1].isdigit()
            return following in HEADS
        return kind == p.SKIPPED and not head and before != "" and following in HEADS

    def _lacks_noun(self, first: int, end: int) -> bool:
        """Return whether the tokens [first, end) need the noun behind: "a Los Angeles hospital".

        What ends in -s is the verb of one: "a Dane plans".
        """
        words, known = self.words, self.known
        if words[first].lower() not in known.indefinite or words[end].endswith("s"):
            return False
        named = all(word[0].isupper() for word in words[first + 1 : end])
        return named and words[end] not in known.unchanged

    def acts(self, i: int) -> bool:
        """Return whether a word that may be a noun is a verb, by what stands around it."""
        kinds = self.kinds
        before, following = kinds[i - 1] if i else p.DETERMINER, kinds[i + 1]
        counted = before == p.NUMBER and self.words[i - 1].endswith("s")  # "40 workers plan to"
        if (before in _BEFORE_NOUNS and not counted) or self.wording.modifies(i - 1):
            return False
        if before in _BEFORE_VERBS:
            return True
        if following not in _BEHIND_VERBS and (following != p.WORD or self.clause.verb >= 0):
            return False
        if before == p.JOINT:
            return True
        if not self.expects() or not self.wording.agrees(i):
            return False
        if following == p.TO and self.wording.infinitive(i + 1):
            return True
        told = self.known.base(self.words[i]) in self.known.reporting
        return told or not self.wording.has_verb_behind(i)

    def expects(self) -> bool:
        """Return whether a clause lacks a verb, or another one may come."""
        clause = self.clause
        if clause.verb < 0 or clause.unsure or self.reports(clause):
            return True
        waits = bool(self.waiting) and self.waiting[-1].first >= clause.end > self.comma
        led = self.led >= 0 and self.kinds[self.led] == p.BETWEEN
        behind = self.comma >= clause.end or self.joint >= clause.end
        return waits or led or behind or self.open_outside() is not None

    def pronoun(self, i: int) -> int:
        """Read a pronoun; "it" and "you" may be objects."""
        if self.words[i].lower() in self.known.either:
            kind = self.kinds[self.wording.behind(i)]
            verb = kind in p.AUXILIARY + p.FINITE + p.PAST + p.BASE + p.EITHER
            verb = verb and not (kind == p.PAST and self.clause.end == i)
            if not verb and (not i or self.kinds[i - 1] != p.SUBORDINATE):
                return self.when(i)
        self.add(Phrase(i, i + 1, self.led, pronoun=True))
        return i + 1

    def when(self, i: int) -> int:
        """Pass by what no preposition leads any further."""
        self.led = -1
        return i + 1

    def lead(self, i: int) -> int:
        """Remember a preposition."""
        self.led = i
        return i + 1

    def join(self, i: int) -> int:
        """Remember a word such as "and"."""
        self.joint = i
        return i + 1

    # marks

    def close(self, i: int) -> int:
        """Close what ends with a comma."""
        self.comma, self.led = i, -1
        while self._ends(self.clause):
            self.leave()
        return i + 1

    @staticmethod
    def _ends(clause: Clause) -> bool:
        """Return whether a comma ends a clause."""
        if clause.parent is None or clause.kind == UNFINITE:
            return clause.parent is not None
        inserted = clause.parent.verb < 0 or (clause.kind == RELATIVE and clause.marked)
        return clause.verb >= 0 and inserted

    def leave(self) -> None:
        """Go back to the clause outside."""
        clause = self.clause
        if clause.parent is not None:
            self.waiting, self.clause, self.between = clause.waiting, clause.parent, None

    def stop(self, i: int) -> int:
        """Start anew behind a mark."""
        self.clause, self.waiting, self.between, self.led = Clause(MAIN), [], None, -1
        return i + 1

    def dash(self, i: int) -> int:
        """Read a dash, which is one of two or stands for a comma."""
        if self._outside and self._outside[-1][0] == p.DASH:
            return self.shut(i)
        return self.open(i) if i < self._last_dash else self.close(i)

    def open(self, i: int) -> int:
        """Open a bracket."""
        self._outside.append((self.kinds[i], self.clause, self.waiting))
        before = self.phrases[-1] if self.phrases and self.phrases[-1].last == i else None
        self.clause = Clause(ASIDE, self.clause, whose=before)
        self.waiting, self.led = [], -1
        return i + 1

    def shut(self, i: int) -> int:
        """Close a bracket."""
        if self._outside:
            _, self.clause, self.waiting = self._outside.pop()
        self.led = -1
        return i + 1

    def after_comma(self, i: int) -> bool:
        """Return whether a comma stands before a token, or before the quotation mark there."""
        while i and self.kinds[i - 1] == p.QUOTE:
            i -= 1
        return self.comma == i - 1

    # clauses

    def enter(self, kind: int, i: int, subject: Phrase | None = None) -> Clause:
        """Open a clause inside of this one."""
        marked = self.comma == i - 1
        self.clause = Clause(kind, self.clause, subject, marked=marked, waiting=self.waiting)
        self.waiting, self.between, self.led = [], None, -1
        return self.clause

    def subordinate(self, i: int) -> int:
        """Open a clause behind a conjunction."""
        self.enter(ADVERBIAL, i)
        return i + 1

    def relative(self, i: int) -> int:
        """Open a relative clause, or what somebody says."""
        word, before = self.words[i].lower(), self.kinds[i - 1] if i else ""
        last = self.phrases[-1] if self.phrases else None
        if word == self.known.that:
            if not i or before in LED:
                end = self._phrase_end(i + 1) if self.kinds[i + 1] in HEADS else i + 1
                self.add(Phrase(i, end, self.led, headless=end == i + 1))
                return end
            told = self.reports(self.clause) and self.kinds[i + 1] not in _SAID
            if last is None or last.last < i - 1 or told:
                self.enter(COMPLEMENT, i)
                return i + 1
        if before in LED:
            self.enter(RELATIVE, i)
            return i + 1
        clause = self.enter(RELATIVE, i, self._told_of(last))
        if last is None or clause.subject is not last or len(self.phrases) < 2:
            return i + 1
        outer = self.phrases[-2]
        if outer.last == last.led:
            self._decide(clause, outer, last, word)
        return i + 1

    def _decide(self, clause: Clause, outer: Phrase, last: Phrase, word: str) -> None:
        """Decide of which of two phrases a relative clause is said: "the skipper of a yacht"."""
        somebody = self._is_somebody(outer)
        if word != self.known.who:
            clause.doubtful = not somebody or word == self.known.that
        elif not self.words[last.last - 1][0].isupper() and not self._is_somebody(last):
            clause.subject = outer
            clause.doubtful = not somebody

    def _is_somebody(self, phrase: Phrase) -> bool:
        return self.words[phrase.last - 1].lower().endswith(self.known.people)

    def _told_of(self, last: Phrase | None) -> Phrase | None:
        """Return what a relative clause is said of: in "Gotti was the boss who", Gotti."""
        clause = self.clause
        subject = clause.subject
        if last is None:
            return None
        if subject is not None and not subject.pronoun and last.first == clause.end:
            is_it = clause.finite == clause.verb and self.words[clause.verb] in self.known.passive
            return subject if is_it else last
        return self._explained(last)

    def _explained(self, last: Phrase) -> Phrase:
        """Return what a phrase explains: "Lobau, a maker of tools that employs 300"."""
        phrases = self.phrases
        at = len(phrases) - 1
        while at and phrases[at].led >= 0 and phrases[at - 1].last == phrases[at].led:
            at -= 1
        inner = phrases[at]
        if self.words[inner.first].lower() not in self.known.indefinite:
            return last
        for before in phrases[max(at - 2, 0) : at][::-1]:
            if self.words[before.last : before.last + 1] != (",",) or inner.led >= 0:
                return last
            if self.kinds[before.first] != p.NUMBER:
                return before
        return last

    def whose(self, i: int) -> int:
        """Open a relative clause whose subject belongs to the noun before."""
        last = self.phrases[-1] if self.phrases else None
        self.enter(RELATIVE, i).whose = last
        return i + 1

    def gerund(self, i: int) -> int:
        """Read a form in -ing: a noun ("selling of"), or the verb of a clause."""
        if self.words[i + 1 : i + 2] == (self.known.of,):
            return self.noun(i)
        before = self.kinds[i - 1] if i else p.COMMA
        last = self.phrases[-1] if self.phrases else None
        subject = last if last is not None and last.last == i else None
        if before not in LED + p.COMMA and subject is None and i != self.clause.end:
            return i + 1
        clause = self.enter(UNFINITE, i, subject)
        clause.verb, clause.end = i, i + 1
        return i + 1

    def participle(self, i: int) -> int:
        """Open a clause with a participle, or read a noun behind one: "Frozen fish"."""
        opens = i == 0 or self.kinds[i - 1] in p.QUOTE + p.STOP
        if opens and self.kinds[i + 1] in p.WORD + p.EITHER and self.words[i + 1].islower():
            return i + 1
        last = self.phrases[-1] if self.phrases else None
        subject = last if last is not None and last.last == i else None
        if self.after_comma(i) and self.waiting and self.waiting[-1].last == self.comma:
            subject = self.waiting[-1]
        clause = self.enter(UNFINITE, i, subject)
        clause.verb, clause.end, clause.passive = i, i + 1, True
        return i + 1

    def to(self, i: int) -> int:
        """Open a clause with an infinitive, or remember a preposition."""
        at = self.wording.infinitive(i)
        if not at:
            return self.lead(i)
        fresh = self.waiting[-1] if self.waiting else None
        steered = fresh is not None and 0 <= self.clause.end <= fresh.first
        steered = steered and self.is_one_of(self.clause, self.known.steering)
        clause = self.enter(UNFINITE, i, fresh if steered else None)
        clause.end, clause.verb, clause.passive = self.wording.group(at)
        return clause.end

    def open_outside(self) -> Clause | None:
        """Return the clause outside that has a subject and waits for its verb."""
        inner = self.clause
        for outer in inner.outside():
            if inner.kind == ASIDE or outer.kind == ASIDE:
                return None
            if outer.verb < 0:
                return outer if outer.subject is not None or inner.waiting else None
            inner = outer
        return None

    def alike(self, i: int) -> Clause:
        """Return the clause, of those that are open, whose verb has the tense of a verb."""
        present = self.wording.is_present(i)
        for clause in (self.clause, *self.clause.outside()):
            if clause.kind == ASIDE:
                break
            if clause.finite >= 0 and self.wording.is_present(clause.finite) == present:
                return clause
        return self.clause

    def reports(self, clause: Clause) -> bool:
        """Return whether a clause tells what somebody says or finds."""
        return self.is_one_of(clause, self.known.reporting)

    def is_one_of(self, clause: Clause, verbs: frozenset[str]) -> bool:
        """Return whether the verb of a clause is one of some."""
        return clause.verb >= 0 and self.known.base(self.words[clause.verb]) in verbs
