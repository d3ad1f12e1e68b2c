"""Infers when an article was published from what stands in it."""

from __future__ import annotations

from datetime import date

import msgspec


class Inferred(msgspec.Struct, frozen=True):
    """A date of publication, and the offset of the words that it was read from."""

    when: date
    at: int


def infer(text: str, *, start: int, language: str) -> Inferred | None:
    """Return the date of publication that the text gives, or None where in doubt."""
    return None
