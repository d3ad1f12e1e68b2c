"""What the words of a sentence are, each by itself and by its neighbours."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from claimcheck.extract.words import parts as p
from claimcheck.extract.words.parts import Parts

HEADS = p.WORD + p.EITHER + p.BASE + p.NUMBER
"""What a noun phrase can be made of."""
PHRASES = HEADS + p.DETERMINER
"""What it can start with."""
VERBS_OR_NOUNS = p.EITHER + p.BASE
LED = p.PREPOSITION + p.BETWEEN + p.TO
_FINITE = p.AUXILIARY + p.FINITE + p.PAST
_ENDS = (
    p.COMMA + p.STOP + p.DASH + p.OPENING + p.CLOSING + p.RELATIVE + p.SUBORDINATE + p.JOINT
    + p.PRONOUN + p.POINTING + p.WHOSE
)  # fmt: skip
_UNSETTLED = p.STOP + p.FINITE + p.NUMBER + p.WHEN
"""What the words before one can show to be something else."""
_REACH = 40
"""So many words on another verb is looked for."""


class Wording:
    """The words of a sentence and what each is; a mark that ends it is added."""

    def __init__(self, words: Sequence[str], numbered: Mapping[int, bool], known: Parts) -> None:
        self.words = words
        self.known = known
        kinds = list(map(known.kinds.__getitem__, words))
        first = next((i for i, word in enumerate(words) if word[0].isalnum()), 0)
        kinds[first] = known.opening[words[first]]
        for i, when in numbered.items():
            kinds[i] = p.WHEN if when else p.NUMBER
        kinds.append(p.STOP)
        self.kinds = kinds
        self._settle()

    def _settle(self) -> None:
        """Settle what words are by those before them.

        The words of a bound before a number are adverbs ("more than", "as many as"), no verb in
        -s stands behind an article ("the senior posts"), and a dot in a sentence ends none.
        """
        kinds, words = self.kinds, self.words
        for i in range(1, len(words)):
            if kinds[i] not in _UNSETTLED:
                continue
            if words[i] == "." and i + 1 < len(words):
                kinds[i] = p.WORD if words[i + 1][0].isupper() else p.SKIPPED  # of "St. Louis"
            elif kinds[i] == p.FINITE and words[i].endswith("s"):
                far = i > 2 and kinds[i - 2] == p.DETERMINER and kinds[i - 3] in LED
                if far or kinds[i - 1] in LED + p.DETERMINER or self.modifies(i - 1):
                    kinds[i] = p.WORD
            elif kinds[i] == p.NUMBER and kinds[i - 1] in LED and self._bounds(i):
                kinds[i - 1] = kinds[i - 2] = p.SKIPPED

    def _bounds(self, i: int) -> bool:
        before = tuple(word.lower() for word in self.words[max(i - 2, 0) : i])
        return before in self.known.bounds

    def modifies(self, i: int) -> bool:
        """Return whether a word needs a noun behind it: an owner, or an adjective by its ending."""
        word = self.words[i]
        return word.endswith(self.known.owners) or (
            word.islower() and word.endswith(self.known.modifiers)
        )

    def agrees(self, i: int) -> bool:
        """Return whether a verb in the present has the number of the noun before it."""
        before, word = self.words[i - 1], self.words[i]
        if word in self.known.unchanged or not before.islower():
            return True
        plural = before in self.known.plurals
        plural = plural or (before.endswith("s") and not before.endswith(self.known.singulars))
        return word.endswith("s") != plural

    def has_verb_behind(self, i: int) -> bool:
        """Return whether another verb stands behind a token before a clause can end."""
        for kind in self.kinds[i + 1 : i + _REACH]:
            if kind in _ENDS:
                return False
            if kind in _FINITE:
                return True
        return False

    def is_joined(self, i: int) -> bool:
        """Return whether "and" stands before a token, with adverbs between at most."""
        while i > 0 and self.kinds[i - 1] == p.SKIPPED:
            i -= 1
        return i > 0 and self.kinds[i - 1] == p.JOINT

    def infinitive(self, i: int) -> int:
        """Return the token of the verb behind "to"; 0 where it is a preposition."""
        at = self.behind(i)
        kind, word = self.kinds[at], self.words[at] if at < len(self.words) else ""
        if kind in p.BASE + p.UNFINITE + p.AUXILIARY:
            return at
        if kind == p.WORD and word.islower():
            return at if self.kinds[at + 1] in p.DETERMINER + p.NUMBER + p.OBJECT else 0
        if kind == p.EITHER:
            return at if self.known.is_base(word) and self.kinds[at + 1] != p.EITHER else 0
        return at if kind == p.PAST and word in self.known.unchanged else 0

    def behind(self, i: int) -> int:
        """Return the next token that is no adverb."""
        at = i + 1
        while self.kinds[at] == p.SKIPPED:
            at += 1
        return at

    def group(self, i: int) -> tuple[int, int, bool]:
        """Return the end of the verbs that start at a token, the last one, and if it is passive."""
        kinds, words, passive = self.kinds, self.words, self.known.passive
        main, at = i, i + 1
        led = words[i].lower() in passive
        while kinds[i] in p.AUXILIARY + p.UNFINITE:
            kind = kinds[at]
            if kind in p.PAST + p.PARTICIPLE:
                return at + 1, at, led
            if kind == p.GERUND:
                return at + 1, at, False
            if kind in VERBS_OR_NOUNS and not led and self.known.is_base(words[at]):
                return at + 1, at, False
            if kind == p.UNFINITE:
                main, led = at, words[at] in passive
            elif kind != p.SKIPPED:
                break
            at += 1
        return at, main, False

    def is_present(self, i: int) -> bool:
        """Return whether a finite verb is in the present."""
        word = self.words[i].lower()
        if self.kinds[i] == p.AUXILIARY:
            return word in self.known.present
        return self.kinds[i] != p.PAST and (self.known.is_base(word) or word.endswith("s"))
