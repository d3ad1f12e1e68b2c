"""Patterns for files and folders, as in shells: `*`, `?`, `[abc]`; `**/` is any folder."""

from __future__ import annotations

import re
from collections.abc import Iterable
from fnmatch import translate


class Patterns:
    """Patterns of which one has to match.

    A pattern is held against every stretch of a path, so that "archive" matches all files
    below a folder of this name, "*.pdf" all such files, and "dpa/*.txt" those in `dpa`.

    >>> Patterns(["dpa/*.txt"]).match("news/dpa/a.txt")
    True
    >>> Patterns(["dpa"]).match("news/dpart/a.txt")
    False
    """

    def __init__(self, patterns: Iterable[str]) -> None:
        cleaned = [_cleaned(pattern) for pattern in patterns]
        known = [pattern for pattern in cleaned if pattern]
        self._pattern = re.compile("|".join(map(translate, known))) if known else None

    def __bool__(self) -> bool:
        return self._pattern is not None

    def match(self, path: str) -> bool:
        """Tell whether one of the patterns matches a path with `/` between its parts."""
        if self._pattern is None:
            return False
        parts = [part for part in path.split("/") if part not in ("", ".")]
        return any(
            self._pattern.match("/".join(parts[first:last]))
            for last in range(1, len(parts) + 1)
            for first in range(last)
        )


def _cleaned(pattern: str) -> str:
    pattern = pattern.strip().replace("\\", "/")
    while pattern.startswith(("./", "**/", "/")):
        pattern = pattern.partition("/")[2]
    return pattern.removesuffix("/**").rstrip("/")
