"""Tells who watches how far long work has come; without a watcher it costs nothing.

The steps report with `track` and `begin`; the command line watches with `watched`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TypeVar

Watcher = Callable[[str, int, int], None]
"""Is called with the step, how many items are done, and how many there are (0: unknown)."""
T = TypeVar("T")

_watcher: ContextVar[Watcher | None] = ContextVar("watcher", default=None)


@contextmanager
def watched(watcher: Watcher) -> Iterator[None]:
    """Let `watcher` be told of the work inside the `with` block."""
    token = _watcher.set(watcher)
    try:
        yield
    finally:
        _watcher.reset(token)


def begin(step: str) -> None:
    """Say that a step begins whose length is not known."""
    watcher = _watcher.get()
    if watcher is not None:
        watcher(step, 0, 0)


def track(step: str, items: Sequence[T]) -> Iterator[T]:
    """Yield the items, saying before each how many are done."""
    watcher = _watcher.get()
    if watcher is None:
        yield from items
        return
    for done, item in enumerate(items):
        watcher(step, done, len(items))
        yield item
    watcher(step, len(items), len(items))
