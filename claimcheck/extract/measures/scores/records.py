"""Records of teams, which no word calls so: "they are 5-30", "Memphis, 12-24, had lost"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from claimcheck.extract.tokens import Tokens
from claimcheck.extract.words.cues import Cue, CueTable
from claimcheck.lexicon import table

_OF_GAMES = frozenset({"won", "drawn", "ended", "met", "led", "set", "vote"})
"""Tags of words behind which a score in commas is that of a game: "beat Harlow, 24-17,"."""
_OF_PARTS = frozenset({"set", "vote"})
_NEAR = 4


def is_record(tokens: Tokens, held: range, said: Sequence[Cue], language: str) -> bool:
    """Return whether the score in the tokens `held` is the record of who stands before it.

    `said` are the words around that tell what a score is of.
    """
    known = _cues(language)
    if known is None:
        return False
    words, first, last = tokens.words, held.start, held.stop
    if any("no_team" in known.tags(word) for word in words):
        return False
    if words[first - 1 : first] == (",",) and words[last : last + 1] == (",",):
        named = first > 1 and words[first - 2][0].isupper()
        return named and not any(cue.last <= first and cue.tags & _OF_GAMES for cue in said)
    verb = first - 1
    if verb > 0 and "meanwhile" in known.tags(words[verb]):
        verb -= 1
    if verb < 0 or not _is_said(words[: verb + 1], known):
        return False
    if any(cue.tags & _OF_PARTS and abs(cue.first - last) <= _NEAR for cue in said):
        return False
    after = words[last] if last < len(words) else ""
    return not after[:1].isalnum() or "onward" in known.tags(after)


def _is_said(words: Sequence[str], known: CueTable) -> bool:
    """Return whether words end in who is so: "The Wolves are", "they're"."""
    tags = known.tags(words[-1])
    if "contracted" in tags:
        return True
    if "being" not in tags or len(words) == 1:
        return False
    who = known.tags(words[-2])
    return "team" in who or (words[-2][0].isupper() and "nobody" not in who)


@cache
def _cues(language: str) -> CueTable | None:
    """Return the words beside records of a language, from the `[records]` of its `claims.toml`."""
    lists = table(f"{language}/claims").get("records")
    return CueTable(lists, language) if lists else None
