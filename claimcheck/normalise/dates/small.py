"""Spells the names of dates as they are known in texts without capitals, or with nothing else.

"on monday, feb 18" and "am 18. februar um 9 uhr" are typed so in chats, searches and tests of
other programs; "FRIDAY, MAY 3" stands in headlines. One word with a capital inside a sentence
shows that capitals mean something.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from claimcheck.normalise.dates.datewords import DateWords, Token, after, before

_CAPITAL = re.compile(r"[^\W\d_][,;]? [A-ZÀ-ÖØ-Þ][a-zß-ÿ]")
_SHOUTED = re.compile(r"(?=[^a-zß-ÿ\n]*[A-ZÀ-ÖØ-Þ]{3})[^a-zß-ÿ\n]+$", re.MULTILINE)
_WORD = re.compile(r"[^\W_]+")


def with_capitals(text: str, words: DateWords) -> str:
    """Return the text with names of dates spelled as they are known, or as it is."""
    lines = [*filter(None, map(partial(_SHOUTED.match, text), _line_starts(text)))]
    for line in lines:
        text = _spelled(text, line.start(), line.end(), words)
    if lines or _CAPITAL.search(text):
        return text
    return _spelled(text, 0, len(text), words)


def _line_starts(text: str) -> Iterator[int]:
    """Yield where the lines of a text begin: to try a pattern there is less than to search it."""
    at = 0
    while at >= 0:
        yield at
        at = text.find("\n", at) + 1 or -1


def _spelled(text: str, start: int, end: int, words: DateWords) -> str:
    """Give capitals to the names of dates in a stretch of a text, and small letters to the rest."""
    letters = list(text)
    for match in _WORD.finditer(text, start, end):
        word, at = match.group().lower(), match.start()
        small = match.group() == word
        if word in (words.capitalised if small else words.senses):
            named = word not in words.sets["everyday"] or _is_month(text, match, words)
        else:
            rules = words.phrases.get(word, ())
            named = any(text[at : at + len(phrase)].lower() == phrase for phrase, _ in rules)
        if named:
            letters[at : match.end()] = word[0].upper() + word[1:]
    return "".join(letters)


def _is_month(text: str, match: re.Match[str], words: DateWords) -> bool:
    """Say whether a word like "may" or "march" is a month: by a day or what leads to one."""
    previous, following = before(text, match.start()), after(text, match.end())
    if previous is not None and words.has("before_weak_months", previous):
        shifted = previous.low in words.adjectives  # "this may be"
        return not shifted or following is None or not following.text.isalpha()
    if previous is not None and words.has("genitives", previous):
        previous = before(text, previous.start)
        return _is_day(previous, words) or _opens(previous, words)
    if _is_day(previous, words) or _opens(previous, words):
        return True
    if following is None or not _is_day(following, words):
        return False
    beyond = after(text, following.end)
    if beyond is not None and beyond.low in words.sets["ordinal_marks"]:
        beyond = after(text, beyond.end)
    return beyond is None or not beyond.text.isalpha() or words.has("range.to", beyond)


def _is_day(token: Token | None, words: DateWords) -> bool:
    """Say whether a token may be the number of a day or year, or end one: "3", "3rd"."""
    if token is None:
        return False
    return (
        token.text.isdecimal() or token.low in words.ordinals or words.has("ordinal_marks", token)
    )


def _opens(token: Token | None, words: DateWords) -> bool:
    """Say whether a word is a part or a unit of a month: "end of march", "last week of may"."""
    return token is not None and (token.low in words.parts or token.low in words.senses)
