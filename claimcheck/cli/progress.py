"""A progress bar on standard error, on a terminal and only when the work takes long."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from claimcheck.progress import watched

_PATIENCE = 1.0
"""Seconds of work before a bar appears."""


class _Bar:
    """Draws the step that is under way."""

    def __init__(self) -> None:
        self.began = time.monotonic()
        self.bar: Any = None
        self.task: Any = None
        self.step = ""

    def __call__(self, step: str, done: int, total: int) -> None:
        if self.bar is None and time.monotonic() - self.began < _PATIENCE:
            return
        if self.bar is None:
            self.bar = _drawn()
            self.bar.start()
        if step != self.step:
            if self.task is not None:
                self.bar.remove_task(self.task)
            self.task = self.bar.add_task(step, total=total or None)
            self.step = step
        self.bar.update(self.task, completed=done, total=total or None)

    def close(self) -> None:
        if self.bar is not None:
            self.bar.stop()


def _drawn() -> Any:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    plain = bool(os.environ.get("NO_COLOR"))
    return Progress(
        TextColumn("claimcheck: {task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        console=Console(stderr=True, no_color=plain),
        transient=True,
    )


@contextmanager
def progress(quiet: bool) -> Iterator[None]:
    """Show a bar for the work inside the `with` block, which is gone when it is done."""
    if quiet or not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
        yield
        return
    bar = _Bar()
    try:
        with watched(bar):
            yield
    finally:
        bar.close()
