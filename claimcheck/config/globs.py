"""Path patterns of the settings: `drafts/`, `drafts/*.md`, `**/news/*`, `*.md`."""

from __future__ import annotations

import os
import re
from functools import cache
from pathlib import Path

_PARTS = re.compile(r"\*\*/|\*\*|\*|\?|[^*?]+")
_MEANING = {"**/": "(?:[^/]+/)*", "**": ".*", "*": "[^/]*", "?": "[^/]"}


def matches(path: str, pattern: str, folder: str) -> bool:
    """Return whether the file `path` matches a pattern that is meant from `folder` on.

    `*` and `?` stay inside one part of a path and `**` spans several. A pattern without
    `/` matches names in any folder, and one that matches a folder matches all in it.
    """
    try:
        inside = _plain(path).relative_to(_plain(folder)).as_posix()
    except ValueError:
        return False
    return _compiled(pattern).fullmatch(inside) is not None


def _plain(path: str) -> Path:
    return Path(os.path.normpath(Path(path).absolute()))


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    plain = pattern.removeprefix("./")
    anywhere = "" if "/" in plain.rstrip("/") else "(?:[^/]+/)*"
    body = "".join(
        _MEANING.get(part) or re.escape(part) for part in _PARTS.findall(plain.strip("/"))
    )
    return re.compile(f"{anywhere}{body}(?:/.*)?", re.DOTALL)
