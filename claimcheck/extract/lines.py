"""Lines and columns, pages and paragraphs of the offsets in a text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from claimcheck.model import Anchor, Span

_NOWHERE = Anchor(0)


class Lines:
    """Turns offsets of one text into lines and columns, pages and paragraphs."""

    def __init__(self, text: str, anchors: Sequence[Anchor] = ()) -> None:
        self._anchors = anchors
        self._anchored = [anchor.start for anchor in anchors]
        self._starts = [0]
        at = text.find("\n")
        while at >= 0:
            self._starts.append(at + 1)
            at = text.find("\n", at + 1)

    def span(self, start: int, end: int) -> Span:
        """Return [start, end) with its 1-based lines and columns, and its page or paragraph."""
        line = bisect_right(self._starts, start)
        end_line = bisect_right(self._starts, end)
        at = bisect_right(self._anchored, start) - 1
        anchor = self._anchors[at] if at >= 0 else _NOWHERE
        return Span(
            start, end, line, start - self._starts[line - 1] + 1,
            end_line, end - self._starts[end_line - 1] + 1,
            anchor.page, anchor.paragraph,
        )  # fmt: skip
