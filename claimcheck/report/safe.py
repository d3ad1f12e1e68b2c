"""Makes text from articles fit to be shown: no control characters, no escape sequences."""

from __future__ import annotations

import re

_ESCAPES = re.compile(
    r"\x1b(?:\[[0-?]*[ -/]*[@-~]|[\]PX^_][^\x07\x1b\n]*(?:\x07|\x1b\\)|[\]PX^_]|[ -/]*[0-~])?"
)
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def printable(text: str) -> str:
    """Return text without ANSI escapes, control characters and direction overrides.

    Line feeds and tabs stay.
    """
    return _CONTROLS.sub("", _ESCAPES.sub("", text))
