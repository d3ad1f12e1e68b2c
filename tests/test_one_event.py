"""When two articles are taken to tell of one event."""

from __future__ import annotations

from datetime import date

import pytest

from claimcheck.engine import extractions
from claimcheck.match.documents import document_pairs
from claimcheck.model import Document

_GERMAN = (
    "Böen deckten in der Nacht Scheunen ab und knickten Pappeln. Bei der Leitstelle gingen {} "
    "Notrufe ein. {} Helfer rückten aus."
)
_ENGLISH = (
    "Nobody in the hamlet slept. Slates flew, willows snapped, and the desk sergeant counted {} "
    "pleas for aid before dawn. {} neighbours came out with saws and ladders."
)


def event(german: str, english: str) -> float:
    documents = [
        Document(id=name, text=text, language=language, published=date(2025, 11, 12))
        for name, language, text in (("a", "de", german), ("b", "en", english))
    ]
    ((_, _, context),) = document_pairs(extractions(documents))
    return context.event


@pytest.mark.parametrize(
    ("figures", "others", "is_one"),
    [
        (("643", "318"), ("643", "318"), True),
        (("643", "318"), ("643", "214"), False),
        (("6", "3"), ("6", "3"), False),
    ],
)
def test_shared_figures_tell_of_one_event(
    figures: tuple[str, str], others: tuple[str, str], is_one: bool
) -> None:
    assert (event(_GERMAN.format(*figures), _ENGLISH.format(*others)) > 0.06) is is_one
