"""Whose number it is by the clause that it stands in, where the order of words shows that.

Only what is sure is told: the subject of the clause, what its subject belongs to if that is a
measure ("sales at Lobau"), whom a verb hands the sum, and what a pronoun stands for.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.extract.clauses.order import ASIDE, MAIN, UNFINITE, Clause, Order, Phrase
from claimcheck.extract.names.finder import NameHit
from claimcheck.extract.names.nations import telling
from claimcheck.extract.names.nouns import NounHit
from claimcheck.extract.sentence import Analysis, Place
from claimcheck.extract.subjects.belongings import Belongings
from claimcheck.extract.subjects.phrases import gapped, hit_of, is_aged, is_measure, is_somebody
from claimcheck.extract.subjects.ruled import UNKNOWN, Ruled
from claimcheck.extract.words.genders import FEMININE, MASCULINE
from claimcheck.extract.words.grammar import grammar
from claimcheck.extract.words.parts import OBJECT, SKIPPED, WORD, Parts, parts

_SHARES = frozenset({"percent", "ratio"})
_SIZES = frozenset({"measure", "duration"})
_FIGURES = frozenset({"count", "number", "money"})
_CHANGES = frozenset({"percent", "percentage_point"})
_COUNTS = _FIGURES | _CHANGES
_VAGUE = frozenset({"date", "duration", "ordinal", "time"})
"""What "it" may be that stands for nothing: "it took three years"."""
_REACH = 80
_FIRST_PHRASES = 4


_NOBODY = Ruled(nobody=True)
_NO_PERSON = Ruled(no_person=True)


def ruled(analysis: Analysis, place: Place, measured: tuple[int, int] | None) -> Ruled:
    """Return whose number the clause shows it to be."""
    order, known = analysis.order, parts(analysis.sentence.language)
    if order is None or known is None:
        return UNKNOWN
    return _Ruling(analysis, order, known, place, measured).found()


class _Ruling:
    """Rules on one number."""

    def __init__(
        self,
        analysis: Analysis,
        order: Order,
        known: Parts,
        place: Place,
        measured: tuple[int, int] | None,
    ) -> None:
        self.analysis = analysis
        self.order = order
        self.known = known
        self.place = place
        self.measured = measured
        self.words = analysis.tokens.words
        self.belongings = Belongings(analysis, order, known)

    def found(self) -> Ruled:
        """Return whose number it is."""
        clause = self.order.clauses[self.place.first]
        if clause.kind == ASIDE and clause.verb < 0:
            return self._in_brackets(clause)
        own = self._possessor()
        if own is not None:
            return self._named(own)
        subject = clause.acting()
        if subject is None or clause.doubtful or clause.verb < 0:
            return UNKNOWN
        if subject.first < self.place.last and self.place.first < subject.last:
            return self._inside(subject, clause)
        beside = self._gapped(clause) or self._apposed() or self._handed(clause)
        if beside is not None:
            return beside
        if self._is_said(clause, subject):
            return UNKNOWN
        return self._of_phrase(subject, clause)

    # beside the number

    def _in_brackets(self, clause: Clause) -> Ruled:
        """Rule on a number in brackets right behind a name: "Lobau (3,000 staff)"."""
        before = clause.whose
        if before is None or self.place.first != before.last + 1:
            return UNKNOWN
        hit = self.belongings.hit(before)
        return Ruled(hit) if isinstance(hit, NameHit) else UNKNOWN

    def _possessor(self) -> NameHit | NounHit | None:
        """Return what owns the number or its measure: "Lobau's 300 staff"."""
        first, owners = self.place.first, self.belongings
        own = owners.owning(first - 1)
        if own is None and self.measured is not None:
            own = owners.owner_before(self.measured[0])
            if own is None and self.measured[1] <= first:
                own = owners.told_behind(self.measured[1], first)
        if own is None and first and self.words[first - 1] == self.known.of:
            own = owners.owner_before(first - 2)
        return own

    def _gapped(self, clause: Clause) -> Ruled | None:
        """Rule on a number whose verb is left out: "Leeds have 12 points and York 9"."""
        last = self.place.first
        while last and self.known.kinds[self.words[last - 1].lower()] == SKIPPED:
            last -= 1
        phrase = self.order.ending.get(last)
        phrase = phrase or gapped(self.analysis, self.order, self.place, clause.end)
        if phrase is None or phrase.first <= clause.end:
            return None
        led = phrase.led >= 0 and self.words[phrase.led] in self.known.where
        if not phrase.joined and self.words[phrase.first - 1 - led] != ",":
            return None
        hit = self.belongings.hit(phrase)
        return Ruled(hit) if isinstance(hit, NameHit) else None

    def _apposed(self) -> Ruled | None:
        """Rule on a number in what explains a name: "in Lobau, a town of 2,300, the mill"."""
        inner = self.order.starting.get(self.place.first)
        sized = self.belongings.sized(self.place.first, self.place.last)
        if sized is not None:
            return Ruled(sized)
        if inner is None or inner.led < 0 or self.place.quantity.kind not in _FIGURES:
            return None
        while inner.led >= 0:
            outer = self.order.ending.get(inner.led)
            if outer is None or inner.first != inner.led + 1:
                return None
            inner = outer
        before = self.order.ending.get(inner.first - 1)
        indefinite = self.words[inner.first].lower() in self.known.indefinite
        if before is None or not indefinite or self.words[inner.first - 1] != ",":
            return None
        hit = self.belongings.hit(before)
        return Ruled(hit) if isinstance(hit, NameHit) else None

    # the subject

    def _inside(self, subject: Phrase, clause: Clause) -> Ruled:
        """Rule on a number in the subject: "a 6-magnitude quake", "62 per cent of the crew"."""
        kind = self.place.quantity.kind
        if self.place.last < subject.last and kind in _SIZES:
            return self._of_phrase(subject, clause)
        part = self._part(subject) if kind in _SHARES else UNKNOWN
        held = part if part.hit is not None else self._held(clause)
        if held.hit is not None or clause.kind != MAIN:
            return held
        apart = (c.subject for c in self.order.clauses if c.kind == MAIN and c is not clause)
        others = frozenset(s.last - 1 for s in apart if s is not None and s is not subject)
        return Ruled(no_person=True, others=others)

    def _held(self, clause: Clause) -> Ruled:
        """Rule for where a sentence opens on a place: "In Emden, 19 ships were sold"."""
        for phrase in self.order.phrases[:_FIRST_PHRASES]:
            led = phrase.led >= 0 and self.words[phrase.led].lower() in self.known.where
            if led and self.order.clauses[phrase.first] is clause and phrase.last <= clause.finite:
                hit = self.belongings.hit(phrase)
                if isinstance(hit, NameHit):
                    return Ruled(hit)
        return _NO_PERSON

    def _part(self, phrase: Phrase) -> Ruled:
        """Rule for what a share is part of: "62 per cent of the crew", "each of the ships"."""
        other = self.order.led.get(phrase.last)
        if other is None or self.words[other.led] != self.known.of:
            return UNKNOWN
        hit = self.belongings.named(other)
        if hit is None and phrase.headless:
            hit = hit_of(self.analysis, other, self.known, counted=True)
        return Ruled(hit)

    def _of_phrase(self, phrase: Phrase, clause: Clause) -> Ruled:
        """Rule that a number is that of a phrase, or of what the phrase belongs to."""
        if phrase.pronoun:
            return self._of_pronoun(phrase, clause)
        if phrase.headless:
            return self._part(phrase)
        owners = self.belongings
        code = self.known.possessive.get(self.words[phrase.first].lower(), 0)
        if self._is_measure(phrase):
            if code:
                return self._stood_for(code, clause, phrase)
            own = owners.owner_of(phrase, clause.whose)
            return Ruled(own) if own is not None else self._held(clause)
        if self._is_nations(phrase):
            return Ruled(owners.owner_before(phrase.last - 1))
        if self.words[phrase.last - 1].lower() in self.known.selves:
            if code:
                return self._stood_for(code, clause, phrase)
            if (own := owners.owner_of(phrase, clause.whose)) is not None:
                return self._named(own)
        hit = owners.named(phrase)
        if isinstance(hit, NounHit):
            aside = self._aside(phrase, clause)
            if aside is not None:
                return Ruled(aside)
            if (holder := owners.holder(phrase, clause.whose)) is not None:
                return Ruled(holder)
            if hit.plain:
                hit = next(owners.names_behind(phrase), hit)
        if hit is None and is_aged(self.analysis, phrase):
            return self._stood_for(MASCULINE | FEMININE, clause, phrase)
        if hit is None and code:
            return self._stood_for(code, clause, phrase)
        if hit is None:
            return _NOBODY if self.place.quantity.kind == "date" else UNKNOWN
        return self._named(hit)

    def _aside(self, phrase: Phrase, clause: Clause) -> NameHit | None:
        """Return the name of a subject behind it: "the ship, the Calypso,", "the head of X, Y,"."""
        own = (c for c in (clause, *clause.outside()) if c.subject is phrase)
        aside = next((c.aside for c in own), clause.aside)
        if aside is None:
            return None
        if aside.first != phrase.last + 1 and not is_somebody(self.analysis, phrase):
            return None
        hit = self.belongings.hit(aside)
        return hit if isinstance(hit, NameHit) else None

    def _named(self, hit: NameHit | NounHit) -> Ruled:
        """Rule for a phrase, with the names before it that it may stand for."""
        names = [name for name in self.analysis.names if name.last <= hit.first]
        return Ruled(hit, before=tuple(names[::-1]))

    def _is_measure(self, phrase: Phrase) -> bool:
        """Return whether a phrase is what is measured, and no owner: "the population of"."""
        head = phrase.last - 1
        if self.words[head].lower() in self.known.carriers or is_measure(self.analysis, head):
            return True
        kind = self.place.quantity.kind
        own = self.measured is not None and phrase.first < self.measured[1] <= phrase.last
        return (own and kind in _COUNTS) or (kind in _CHANGES and self._counts(head))

    def _counts(self, head: int) -> bool:
        """Return whether a token is the noun of a measure, or of things that are counted."""
        hits = self.analysis.measures
        return any(hit.kind == "noun" and hit.first <= head < hit.last for hit in hits)

    def _is_nations(self, phrase: Phrase) -> bool:
        """Return whether a thing with a measure is a nation's, or somebody's: "German exports"."""
        head = phrase.last - 1
        if not self._counts(head):
            return False
        if isinstance(self.belongings.owner_before(head), NameHit):
            return True
        known = telling(self.analysis.sentence.language)
        return any(self.words[i] in known for i in range(phrase.first, head))

    # pronouns

    def _of_pronoun(self, pronoun: Phrase, clause: Clause) -> Ruled:
        word = self.words[pronoun.first].lower()
        code = self.known.pronouns.get(word, 0)
        if word in self.known.impersonal and self._verb(clause) in self.known.being:
            placed = self._impersonal(clause, pronoun)
            if placed is not None:
                return placed
        return self._stood_for(code, clause, pronoun) if code else UNKNOWN

    def _stood_for(self, code: int, clause: Clause, phrase: Phrase) -> Ruled:
        return Ruled(code=code, before=tuple(self._before(clause, phrase)))

    def _impersonal(self, clause: Clause, pronoun: Phrase) -> Ruled | None:
        """Rule where a pronoun stands for nothing, or for a measure: "in Italy it is 12"."""
        place = self.place
        if place.quantity.kind in _VAGUE or self.words[place.last :][:1] == ("to",):
            return UNKNOWN
        for i in range(pronoun.first):
            phrase = self.order.starting.get(i)
            if phrase is None or self.order.clauses[i] is not clause or phrase.led < 0:
                continue
            if self.words[phrase.led].lower() in self.known.where:
                return Ruled(self.belongings.hit(phrase))
        level = place.first == clause.end and place.quantity.kind != "measure"
        return UNKNOWN if level else None

    def _before(self, clause: Clause, pronoun: Phrase) -> Iterator[NameHit | NounHit]:
        """Yield what stands before a pronoun in its sentence: subjects first, then names."""
        first = max(pronoun.first - _REACH, 0)
        seen: list[Phrase] = []
        for other in (*clause.outside(), *self.order.clauses[first : pronoun.first]):
            subject = other.subject
            if subject is None or subject in seen or subject.first >= pronoun.first:
                continue
            seen.append(subject)
            hit = self.belongings.hit(subject)
            if hit is not None:
                yield hit
        for name in self.analysis.names:
            led = name.first and self.words[name.first - 1].lower() in self.known.articles
            written = self.known.kinds[self.words[name.first]] == WORD
            if first <= name.first < pronoun.first and written and not led:
                yield name

    # verbs

    def _verb(self, clause: Clause) -> str:
        return self.known.base(self.words[clause.verb])

    def _handed(self, clause: Clause) -> Ruled | None:
        """Rule on whom a verb gives a sum or a term, or what is sold: "fined the bank £3m"."""
        known, verb, first = self.known, self._verb(clause), self.place.first
        if clause.passive:
            return None
        behind_verb = self.words[clause.end : clause.end + 1]
        if verb in known.changing and known.definite.intersection(map(str.lower, behind_verb)):
            return UNKNOWN
        if verb in known.holding and self.place.quantity.kind in _SHARES:
            return self._whole()
        phrase = self._object(clause)
        judging = self._judges(clause, verb, phrase)
        if not judging and verb not in known.handing | known.pricing:
            return None
        if judging or verb in known.handing:
            judged = self._judged(clause, phrase, judging=judging)
            if judged is not None:
                return judged
            if any(known.kinds[word] == OBJECT for word in behind_verb):
                return UNKNOWN
        if phrase is None or phrase.last > first:
            return None
        behind = self.order.starting.get(phrase.last)
        right_behind = behind is not None and behind.first <= first < behind.last
        own = judging or (verb in known.handing and right_behind)
        if verb in known.pricing and self.place.quantity.kind == "money":
            own = self.words[first - 1] in known.price
        return Ruled(self.belongings.hit(phrase)) if own else None

    def _object(self, clause: Clause) -> Phrase | None:
        """Return the phrase behind the verbs, without what somebody is found to be: "guilty"."""
        phrase = self.order.starting.get(clause.end)
        if phrase is None or phrase.last - phrase.first == 1:
            return phrase
        found = self.words[phrase.last - 1].lower() in self.known.guilty
        return Phrase(phrase.first, phrase.last - 1) if found else phrase

    def _judges(self, clause: Clause, verb: str, phrase: Phrase | None) -> bool:
        """Return whether a verb judges its object, which owns the terms and counts behind it."""
        known = self.known
        if verb in known.sending:
            return self.place.quantity.kind == "duration"
        behind = phrase.last if phrase is not None else clause.end + 1
        guilty = clause.end < behind < self.place.first
        guilty = guilty and self.words[behind].lower() in known.guilty
        return verb in known.judging or guilty

    def _judged(self, clause: Clause, phrase: Phrase | None, *, judging: bool) -> Ruled | None:
        """Rule on whom a pronoun stands for that is an object: "sentenced him to 3 years"."""
        at, first = clause.end, self.place.first
        code = self.known.objective.get(self.words[at].lower(), 0) if at < first else 0
        own = phrase is None or phrase.last == at + 1 or first == at + 1
        if not code or not own or not (judging or first == at + 1):
            return None
        acting = clause.acting()
        judge = self.belongings.hit(acting) if acting is not None else None
        before = self._before(clause, Phrase(at, at + 1, pronoun=True))
        return Ruled(code=code, before=tuple(hit for hit in before if hit is not judge))

    def _whole(self) -> Ruled | None:
        """Rule for what somebody holds a share of: "hold 12 per cent of Lobau"."""
        other = self.order.led.get(self.place.last)
        if other is None or self.words[other.led] != self.known.of:
            return None
        hit = self.belongings.hit(other)
        if not isinstance(hit, NameHit):
            hit = next(self.belongings.names_behind(other), None)
        return Ruled(hit) if hit is not None else None

    def _is_said(self, clause: Clause, subject: Phrase) -> bool:
        """Return whether the subject only tells the number: no "Born in 1923, she said"."""
        if clause.kind == UNFINITE and clause.verb < self.place.first < subject.first:
            return False
        while clause.subject is None and clause.parent is not None:
            clause = clause.parent
        if self._verb(clause) not in self.known.reporting:
            return False
        if self.place.first < subject.first:
            return True
        hit = self.belongings.hit(subject)
        if hit is None or isinstance(hit, NounHit):
            return not subject.pronoun
        roles = grammar(self.analysis.sentence.language).roles
        return (
            self.words[subject.last - 1].lower() in roles or " " in hit.key or self.measured is None
        )
