"""Names with digits inside a counted noun: the "H100" in "15.000 Nvidia H100 GPUs"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.model import Quantity, TextSpan

REASON = "part of a name"
_NAME = re.compile(r"\b[^\W\d_]+-?\d+\w*(?:-[^\W_]+)*")


def names_inside(text: str, quantity: Quantity) -> Iterator[TextSpan]:
    """Yield where a count's noun holds a name with digits, which are no figures.

    `text` is what the span of the quantity points into.
    """
    if quantity.kind != "count" or quantity.number is None:
        return
    for match in _NAME.finditer(text, quantity.number.end, quantity.span.end):
        yield TextSpan(match.start(), match.end())
