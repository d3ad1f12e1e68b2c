"""What an article speaks of, of the concepts that some words mean only then."""

from __future__ import annotations

from collections.abc import Callable, Container


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
