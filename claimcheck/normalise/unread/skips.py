"""Recognises digits and number words that are no quantities, and says why."""

from __future__ import annotations

import re
from functools import cache

from claimcheck.lexicon import table
from claimcheck.normalise.language import Language
from claimcheck.normalise.tokens import Phrases, Tokens, said, split

NAME = "part of a name"
GAP = r"\x20\xa0\u2009\u202f"
IBAN = re.compile(
    rf"[A-Z]{{2}}\d{{2}}(?:[{GAP}]?[A-Z0-9]{{4}}){{3,7}}(?:[{GAP}]?[A-Z0-9]{{1,3}})?\b"
)
ISBN = re.compile(r"97[89][- ]?\d[- ]?\d{2,5}[- ]?\d{2,7}[- ]?\d\b")
PHONE = re.compile(
    rf"(?:\+|00)\d{{1,3}}[{GAP}./-]?\(?\d{{1,5}}\)?(?:[{GAP}./-]?\d{{2,9}}){{1,5}}\b"
    rf"|\(?0\d{{2,5}}\)?[{GAP}]?[/–-][{GAP}]?\d{{2,9}}(?:[{GAP}-]\d{{1,6}}){{0,4}}\b"
    rf"|\(?0\d{{2,5}}\)?(?:[{GAP}]\d{{2,9}}){{1,4}}(?:[-–]\d{{1,4}})?\b"
    rf"|0[{GAP}]\d{{2,3}}(?:[{GAP}]\d{{1,2}}){{1,2}}[{GAP}]?[/–-][{GAP}]?\d{{2,9}}"
    rf"(?:[{GAP}-]\d{{1,6}}){{0,5}}\b"
    r"|(?:1[-. ])?\(?\d{3}\)?[-. ]\d{3}[-.]\d{4}\b"
    r"|\d{3}-\d{4}\b"
)
ADDRESS_SIGNS = ("://", "www.", "@", ".com", ".de/", ".org", ".net", ".eu/")
LONGEST = 200
PARTS = 24
"""How many tokens a name joined by hyphens may have before and after its digits."""


def wide(text: str, start: int) -> tuple[int, int, str] | None:
    """Return the span and kind of an address or of a telephone, account or book number.

    `start` is where digits begin; the span may begin before them.
    """
    limit = max(0, start - LONGEST)
    first = max(text.rfind(" ", limit, start), text.rfind("\n", limit, start), limit - 1) + 1
    if first < start or text[start : start + 1].isalpha():
        found = _address(text, first, start)
        if found:
            return found
    digits = text[start : start + 4]
    if first < start and text[first].isupper() and (match := IBAN.match(text, first)):
        return match.start(), match.end(), "bank account"
    if digits[:3] in ("978", "979") and (match := ISBN.match(text, start)):
        return match.start(), match.end(), "book number"
    back = start - 1 if start and text[start - 1] in "+(" else start
    if back and (text[back - 1].isalnum() or text[back - 1] in ".,$€£-"):
        return None
    if (
        text[back] in "+(0"
        or text[start + 3 : start + 4] in ("-", ".")
        or digits[:2] in ("1-", "1.")
    ):
        match = PHONE.match(text, back)
        if match and sum(c.isdigit() for c in match.group()) >= 6:
            return match.start(), match.end(), "telephone number"
    return None


def _address(text: str, first: int, start: int) -> tuple[int, int, str] | None:
    """Return the address or hashtag that digits stand in, or None."""
    stop = first
    limit = min(len(text), start + LONGEST)
    while stop < limit and not text[stop].isspace():
        stop += 1
    chunk = text[first:stop].strip("()[]<>.,;:!?\"'„“”")
    if chunk[:1] in ("#", "@") and len(chunk) > 1 and not chunk[1:].isdecimal():
        return first, stop, "hashtag" if chunk[0] == "#" else "address"
    if any(sign in chunk for sign in ADDRESS_SIGNS):
        at = text.index(chunk, first)
        return at, at + len(chunk), "address"
    return None


class Cues:
    """The words of one language that make a number something else."""

    def __init__(self, language: Language) -> None:
        data = table(f"{language.code}/skips")
        self.before: Phrases[str] = Phrases(backwards=True)
        for reason, words in data["before"].items():
            self.before.extend(words, reason)
        self.behind: Phrases[str] = Phrases()
        for reason, words in data["behind"].items():
            self.behind.extend(words, reason)
        self.names = said(data["names"]["before"], backwards=True)
        self.weak = frozenset(data["names"]["weak"])
        self.works = frozenset(data["names"]["works"])
        self.suffixes = frozenset(data["names"]["suffixes"])
        self.grades = frozenset(data["names"]["grades"])
        self.grade_leads = frozenset(data["names"]["grade_leads"])
        self.states: bool = data["names"]["states"]
        self.tied = frozenset(data["names"]["tied"])
        self.blocks = frozenset(data["names"]["blocks"])
        self.street_after = frozenset(data["names"]["street_after"])
        self.ordinal_nouns = frozenset(data["names"]["ordinal_nouns"])
        self.exact = said(data["names"]["exact"])
        self.idioms: dict[str, list[tuple[int, tuple[str, ...]]]] = {}
        for phrase in data["idioms"]["phrases"]:
            self._idiom(language, split(phrase.lower()))
        self.clock_words = said(data["names"]["clock_words"])
        self.ordinal_endings = frozenset(data["names"]["ordinal_endings"])
        self.ranks: dict[str, str] = data["ranks"]
        self.ordinal_ranks: dict[str, str] = data["ordinal_ranks"]
        self.streets: tuple[str, ...] = tuple(data["names"]["streets"])
        self.score_words = frozenset(word.lower() for word in data["names"]["score_words"])
        self.months = _months(language.code)

    def _idiom(self, language: Language, words: tuple[str, ...]) -> None:
        """Keep an idiom by its number word, with the place of that word in it."""
        for place, word in enumerate(words):
            if language.classify(word):
                self.idioms.setdefault(word, []).append((place, words))


def _months(code: str) -> frozenset[str]:
    """Return the names of the months, none where a language has no dates."""
    try:
        return frozenset(table(f"{code}/cldr_dates")["months"]["long"])
    except KeyError:
        return frozenset()


@cache
def cues(language: Language) -> Cues:
    """Return the cues of a language."""
    return Cues(language)


def glued_name(tokens: Tokens, i: int) -> tuple[int, int] | None:
    """Return the tokens of a name that the digits at `i` are glued into ("MAI-1-preview")."""
    first = i
    while first > max(0, i - PARTS) and tokens.glued(first) and _joins(tokens.words[first - 1]):
        first -= 1
    while first < i and not tokens.words[first][0].isalnum():
        first += 1
    if first == i or not any(w[0].isalpha() for w in tokens.words[first:i]):
        return None
    stop = i + 1
    limit = min(tokens.size, i + PARTS)
    while stop < limit and tokens.glued(stop) and _joins(tokens.words[stop]):
        stop += 1
    while not tokens.words[stop - 1][0].isalnum():
        stop -= 1
    return first, stop


def _joins(word: str) -> bool:
    return word[0].isalnum() or word in "-_‑."
