"""The words for clock times of one language, and what part of a day makes of an hour."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

HOUR = 60
NOON = 12 * HOUR
DAY = 24 * HOUR
_NIGHT_ENDS = 6
"""Up to this hour "at night" is after midnight."""
_MIDDAY = 3
"""Before this hour a time at midday is after noon."""


class ClockWords(msgspec.Struct, frozen=True):
    """The data of one language under `[clock]` as look-ups."""

    leads: Mapping[str, int]
    named: Mapping[str, int]
    loose: frozenset[str]
    parts: tuple[tuple[str, str], ...]
    adverbs: frozenset[str]
    turns: Mapping[str, int]
    long_turns: Mapping[str, int]
    """Behind the word for minutes more words turn them: "17 minutes AFTER four"."""
    lengths: Mapping[str, int]
    """The minutes of a word for a length: "an HOUR before midnight"."""
    zones: tuple[tuple[str, str], ...]


def build(data: Mapping[str, Any]) -> ClockWords:
    """Return the look-ups for the table `[clock]` of a language."""
    hours = {"midnight": 0, "noon": NOON}
    named = {word: hours[name] for name in hours for word in data["named"][name]}
    parts = [(phrase, part) for part, phrases in data["parts"].items() for phrase in phrases]
    return ClockWords(
        leads=dict(data["leads"]),
        named=named,
        loose=frozenset(data["named"]["loose"]),
        parts=tuple(sorted(parts, key=lambda row: -len(row[0]))),
        adverbs=frozenset(phrase for phrase, _ in parts if " " not in phrase),
        turns=_turns(data["turns"], ""),
        long_turns=_turns(data["turns"], "") | _turns(data["turns"], "minutes_"),
        lengths={
            word: int(minutes)
            for minutes, words in data.get("lengths", {}).items()
            for word in words
        },
        zones=tuple(sorted(data["zones"].items(), key=lambda row: -len(row[0]))),
    )


def _turns(data: Mapping[str, list[str]], kind: str) -> dict[str, int]:
    """Return the words that turn minutes with the sign that they give them."""
    signs = (("before", -1), ("after", 1))
    return {word: sign for name, sign in signs for word in data[kind + name]}


def starting(text: str, at: int, phrases: tuple[tuple[str, str], ...]) -> tuple[str, int] | None:
    """Return what the phrase that starts behind the blanks at `at` means, and where it ends."""
    begin = at
    while begin - at < 2 and text[begin : begin + 1] in (" ", "\u00a0", "(", "\n"):
        begin += 1
    lead = text[begin : begin + 32].lower()
    for phrase, meaning in phrases:
        if lead.startswith(phrase) and not lead[len(phrase) : len(phrase) + 1].isalnum():
            end = begin + len(phrase)
            return meaning, end + (text[begin - 1 : begin] == "(" and text[end : end + 1] == ")")
    return None


def ending(text: str, at: int, phrases: tuple[tuple[str, str], ...]) -> str | None:
    """Return what the phrase that ends before the blanks at `at` means; it may end a word."""
    tail = text[max(0, at - 32) : at].lower().rstrip(" \u00a0\n,")
    for phrase, meaning in phrases:
        if tail.endswith(phrase):
            return meaning
    return None


def in_part(minute: int, part: str) -> int:
    """Return a time of up to twelve hours in a part of the day: eight in the evening is 20."""
    hour, rest = divmod(minute, HOUR)
    if hour > 12:
        return minute
    hour %= 12
    late = part in ("afternoon", "evening") or (part == "noon" and hour < _MIDDAY)
    late = late or (part == "night" and hour > _NIGHT_ENDS)
    if part == "evening" and hour == 0:
        late = False
    return (hour + 12 * late) * HOUR + rest
