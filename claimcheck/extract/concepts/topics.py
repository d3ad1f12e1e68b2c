"""What an article speaks of, of the concepts that some words mean only then."""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping

from msgspec.structs import replace

from claimcheck.extract.concepts.completions import Completed
from claimcheck.extract.concepts.meanings import TOPIC


class Topics(Container[str]):
    """The concepts that an article speaks of; it is read for them when one is asked for.

    `may_be` are those that an article can speak of; few articles use words that may mean one.
    """

    def __init__(self, may_be: Container[str], read: Callable[[], Container[str]]) -> None:
        self._may_be = may_be
        self._read = read
        self._found: Container[str] | None = None

    def __contains__(self, key: object) -> bool:
        if key not in self._may_be:
            return False
        if self._found is None:
            self._found = self._read()
        return key in self._found


def verbs_on_topic(verbs: Mapping[int, Completed], topics: Container[str]) -> dict[int, Completed]:
    """Leave out what completed verbs mean only in articles that speak of it, or all else.

    In an article on a strike "dem Aufruf folgen" is to strike, and nothing else.
    """
    found = {}
    for i, verb in verbs.items():
        if any(meaning.only == TOPIC for meaning in verb.meanings):
            meant = [m for m in verb.meanings if m.only == TOPIC and m.key in topics]
            meant = meant or [m for m in verb.meanings if m.only != TOPIC]
            if not meant:
                continue
            verb = replace(verb, meanings=tuple(meant))
        found[i] = verb
    return found
