"""Recognises digits and number words that are no quantities, and says why."""

from __future__ import annotations

import re
from functools import cache

from claimcheck.lexicon import table
from claimcheck.normalise.language import Language
from claimcheck.normalise.tokens import Phrases, Tokens

NAME = "part of a name"
WIDE = re.compile(
    r"(?P<url>(?:https?://|www\.)\S+|\b[\w.+-]+@[\w-]+\.\w+\S*"
    r"|\b[\w-]+\.(?:com|de|org|net|eu|at|ch|uk)\b(?:/\S*)?)"
    r"|(?P<hashtag>[#@](?=\w*\d)\w+)"
    r"|(?P<iban>\b[A-Z]{2}\d{2}(?:[ \xa0]?[A-Z0-9]{4}){3,7}(?:[ \xa0]?[A-Z0-9]{1,3})?\b)"
    r"|(?P<isbn>\b97[89][- ]?\d[- ]?\d{2,5}[- ]?\d{2,7}[- ]?\d\b)"
    r"|(?P<phone>(?<![\w.,])(?:\+|00)\d{1,3}[ \xa0./-]?\(?\d{1,5}\)?(?:[ \xa0./-]?\d{2,9}){1,5}\b"
    r"|(?<![\w.,])\(?0\d{2,5}\)?[ \xa0]?[/–-][ \xa0]?\d{3,9}(?:[ \xa0-]\d{1,6}){0,4}\b"
    r"|(?<![\w.,$€£-])\(?\d{3}\)?[-. ]\d{3}[-.]\d{4}\b)"
    r"|(?P<version>(?<![\w.,])\d+(?:\.\d+){2,}(?!\w|[.,]\d))"
)
WIDE_REASONS = {
    "url": "address",
    "hashtag": "hashtag",
    "iban": "bank account",
    "isbn": "book number",
    "phone": "telephone number",
    "version": "version",
}
WIDE_HINT = re.compile(
    r"://|www\.|@|#|\d[-./ ]\d{3,}|\+\d|\.\d+\.\d|97[89]|[A-Z]{2}\d\d|\.(?:com|de|org|net|eu|uk)\b"
)


class Cues:
    """The words of one language that make a number something else."""

    def __init__(self, language: Language) -> None:
        data = table(f"{language.code}/skips")
        self.before: Phrases[str] = Phrases(backwards=True)
        for reason, words in data["before"].items():
            self.before.extend(words, reason)
        self.names: Phrases[bool] = Phrases(backwards=True)
        self.names.extend(data["names"]["before"], True)
        self.weak = frozenset(data["names"]["weak"])
        self.streets: tuple[str, ...] = tuple(data["names"]["streets"])
        self.score_words = frozenset(data["names"]["score_words"])


@cache
def cues(language: Language) -> Cues:
    """Return the cues of a language."""
    return Cues(language)


def wide(text: str) -> list[tuple[int, int, str]]:
    """Return spans of addresses, hashtags, account and telephone numbers, with the reason."""
    if not WIDE_HINT.search(text):
        return []
    found = []
    for match in WIDE.finditer(text):
        quote = match.group()
        if not any(c.isdigit() for c in quote) or match.lastgroup is None:
            continue
        found.append((match.start(), match.end(), WIDE_REASONS[match.lastgroup]))
    return found


def glued_name(tokens: Tokens, i: int) -> tuple[int, int] | None:
    """Return the tokens of a name that the digits at `i` are glued into ("MAI-1-preview")."""
    first = i
    while first > 0 and tokens.glued(first) and _joins(tokens.words[first - 1]):
        first -= 1
    while first < i and not tokens.words[first][0].isalnum():
        first += 1
    if first == i or not any(w[0].isalpha() for w in tokens.words[first:i]):
        return None
    stop = i + 1
    while stop < tokens.size and tokens.glued(stop) and _joins(tokens.words[stop]):
        stop += 1
    while not tokens.words[stop - 1][0].isalnum():
        stop -= 1
    return first, stop


def _joins(word: str) -> bool:
    return word[0].isalnum() or word in "-_‑."
