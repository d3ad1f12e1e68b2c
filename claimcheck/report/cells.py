"""How many cells of a terminal a text takes."""

from __future__ import annotations

import re

_SINGLE = re.compile(
    "[ -~\u00a0-\u02ff\u2010-\u2027\u20a0-\u20bf\u2190-\u2193\u2212\u2248-\u2265]*"
)
"""Letters and signs of European languages: each takes one cell."""


def cell_len(text: str) -> int:
    """Return the width of a text; rich, which knows all letters, is loaded if there are others."""
    if _SINGLE.fullmatch(text):
        return len(text)
    from rich.cells import cell_len as width

    return width(text)
