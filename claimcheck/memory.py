"""How often Python looks for garbage while articles are read and compared."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_SELDOM, _MANY = 1_000_000, 10_000


@contextmanager
def few_collections() -> Iterator[None]:
    """Let Python look for garbage in cycles seldom, and as usual afterwards.

    Extraction, matching and grouping make many small objects and no cycles. Looking through
    them every 700 objects took 5 percent of the first one's time and 20 of the others'. What was
    made is old afterwards, so that no collection of young objects looks through all of it.
    """
    usual = gc.get_threshold()
    gc.set_threshold(max(usual[0], _SELDOM) if usual[0] else 0, *usual[1:])
    try:
        yield
    finally:
        if gc.get_count()[0] > _MANY and not gc.get_freeze_count():  # what is frozen would thaw
            gc.freeze()
            gc.unfreeze()
        gc.set_threshold(*usual)
