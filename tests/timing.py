"""How the time of a piece of work grows with its size."""

from collections.abc import Callable
from time import process_time

LINEAR = 6
"""What is linear takes four times as long for four times the size, what is square sixteen times."""
_TRIES = 3
_LEAST = 0.02
"""Seconds below which nothing can be told of a growth."""


def seconds(work: Callable[[], object]) -> float:
    """Return how long some work keeps the processor busy."""
    start = process_time()
    work()
    return process_time() - start


def growth(work: Callable[[str], object], piece: str, size: int) -> float:
    """Return how many times as long the work takes on a text of `size` letters as on a quarter.

    What looks slow is measured again, for the machine may have been busy.
    """
    long, short = (piece * (size // part // len(piece)) for part in (1, 4))
    work(short)
    found = 0.0
    for _ in range(_TRIES):
        found = seconds(lambda: work(long)) / max(seconds(lambda: work(short)), _LEAST)
        if found < LINEAR:
            break
    return found
