"""The words of a report in the language of its reader.

The words in the code are English. `say` gives them in the language of `speaking`, as the
file named by its code (`de.toml`) translates them; what it does not translate stays
English. To add a language, translate that file: the tests hold it to be complete.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from pathlib import Path
from typing import Any

ENGLISH = "en"
LANGUAGES = (ENGLISH, "de")

_spoken: ContextVar[str] = ContextVar("spoken", default=ENGLISH)


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Let `say` speak a language inside the `with` block; English if it is not known."""
    token = _spoken.set(language if language in LANGUAGES else ENGLISH)
    try:
        yield
    finally:
        _spoken.reset(token)


def spoken() -> str:
    """Return the code of the language that `say` speaks."""
    return _spoken.get()


def say(text: str, **fields: object) -> str:
    """Return an English word or sentence in the language of the report, its fields filled in."""
    language = _spoken.get()
    if language != ENGLISH:
        text = table("words").get(text, text)
    return text.format(**fields) if fields else text


def table(name: str) -> Mapping[str, Any]:
    """Return one table of the spoken language; English has none."""
    language = _spoken.get()
    found: Mapping[str, Any] = {} if language == ENGLISH else catalog(language).get(name, {})
    return found


@cache
def catalog(language: str) -> Mapping[str, Any]:
    """Return all tables of a language."""
    path = Path(__file__).with_name(f"{language}.toml")
    import tomllib

    return tomllib.loads(path.read_text("utf-8"))
