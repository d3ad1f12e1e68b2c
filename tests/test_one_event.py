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


_BETWEEN = (
    "Böen deckten in der Nacht Scheunen ab und knickten Pappeln, bei der Leitstelle gingen 640 "
    "Notrufe ein. “Slates flew, willows snapped”, wrote the desk sergeant, who counted 640 pleas "
    "for aid before dawn."
)


@pytest.mark.parametrize(
    ("third", "is_one"), [(_BETWEEN, True), ("Der Rat stimmte mit 21 zu 14 für den Etat.", False)]
)
def test_what_two_share_with_a_third_is_one_event(third: str, is_one: bool) -> None:
    texts = {"a": _GERMAN.format(643, 318), "b": _ENGLISH.format(711, 12), "c": third}
    documents = [
        Document(id=name, text=text, language="en" if name == "b" else "de")
        for name, text in texts.items()
    ]
    (event, *_) = [
        context.event
        for first, second, context in document_pairs(extractions(documents))
        if {first[0].claim.document, second[0].claim.document} == {"a", "b"}
    ]
    assert (event > 0.1) is is_one
