"""Results that are a line of their own: "Norwick 24, Harlow 17 (OT)", "Morlau – Tessin 3:1"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache

from claimcheck.lexicon import table
from claimcheck.model import Quantity, Sentence, TextSpan

_NAME = (
    r"(?:\d\. )?[^\W\d_a-zäöüß][\w.’'&-]*"
    r"(?: (?:[^\W\d_a-zäöüß][\w.’'&-]*|of|and|de|la|&|\d{2}))*?"
)
_END = r"(?P<end>(?:,? \([^()\d]*\d?[^()\d]*\)|, \w+| \(\d+[-:–]\d+\))?)[.]?"
_TWO_NUMBERS = re.compile(r"\d\D++\d")
_LONGEST = 90
_LEAST = 2
"""So many words of sport must a text use: "Ja 52, Nein 48" is a line in other texts as well."""
_WORDS = re.compile(r"[^\W\d_]+")


def scorelines(text: str, sentences: Sequence[Sentence]) -> list[Quantity]:
    """Return the results that are lines of their own, in order, each as that of a whole match."""
    found: list[Quantity] = []
    for sentence in sentences:
        start, end = sentence.start, sentence.end
        if end - start <= _LONGEST and _TWO_NUMBERS.search(text, start, end):
            found += _of_line(text, sentence)
    if not found or not _is_of_sport(text, sentences[0].language):
        return []
    return found


def _of_line(text: str, sentence: Sentence) -> Iterator[Quantity]:
    line = text[sentence.start : sentence.end].strip()
    shift = text.index(line, sentence.start)
    for form in _forms():
        match = form.fullmatch(line)
        if match is None or match["one"] == match["two"]:
            continue
        start, end = sorted((match.span("left"), match.span("right")))[0][0], match.start("end")
        if match.start("two") > match.start("right"):
            end = match.end("right")
        span = TextSpan(shift + start, shift + end)
        sides = sorted((int(match["left"]), int(match["right"])), reverse=True)
        yield Quantity(
            kind="score", value=":".join(map(str, sides)),
            low=Decimal(sides[1]), high=Decimal(sides[0]), unit="score", qualifier="exact",
            span=span, quote=text[span.start : span.end], number=span, label="final",
        )  # fmt: skip
        return


@cache
def _forms() -> Sequence[re.Pattern[str]]:
    """Return the forms of such lines; to compile them takes as long as to read half an article."""
    return (
        re.compile(
            rf"(?:[^:\d]{{2,20}}: )?(?P<one>{_NAME}) (?P<left>\d{{1,3}}),? "
            rf"(?P<two>{_NAME}) (?P<right>\d{{1,3}}){_END}"
        ),
        re.compile(
            rf"(?:[^:\d]{{2,20}}: )?(?P<one>{_NAME}) (?P<left>\d{{1,3}})[-:–](?P<right>\d{{1,3}}) "
            rf"(?P<two>{_NAME}){_END}"
        ),
        re.compile(
            rf"(?:[^:\d]{{2,20}}: )?(?P<one>{_NAME}) ?[-–] ?(?P<two>{_NAME}) "
            rf"(?P<left>\d{{1,3}})[:–-](?P<right>\d{{1,3}}){_END}"
        ),
    )


def _is_of_sport(text: str, language: str) -> bool:
    known = _sport(language)
    used: set[str] = set()
    for word in _WORDS.finditer(text):
        if word[0].lower() in known:
            used.add(word[0].lower())
            if len(used) == _LEAST:
                return True
    return False


@cache
def _sport(language: str) -> frozenset[str]:
    """Return the words that reports on sport use, from `[records]` of `claims.toml`."""
    words = table(f"{language}/claims").get("records", {}).get("sport", ())
    return frozenset(word.lower() for word in words)
