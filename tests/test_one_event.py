"""When two articles are taken to tell of one event."""

from __future__ import annotations

from datetime import date

import pytest

from claimcheck.engine import audit, extractions
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


_NAMES = [
    "Alkor",
    "Bremtal",
    "Corvin",
    "Delmar",
    "Eskona",
    "Falbro",
    "Gondar",
    "Hestra",
    "Ivalis",
    "Jorund",
    "Kelmet",
    "Lorvik",
]
_RESULT = (
    "{name} hat im dritten Quartal {sales},{cents} Millionen Euro umgesetzt. Der Gewinn stieg auf "
    "{profit},{cents} Millionen Euro. Die Dividende beträgt {cents} Cent je Aktie, die Zahl der "
    "Beschäftigten {staff}."
)
_RETOLD = (
    "In Lorvik wird gut verdient: {sales},{cents} Millionen Euro setzte das Unternehmen von Juli "
    "bis September um, der Gewinn betrug {profit},{cents} Millionen Euro. {staff} Menschen "
    "arbeiten für Lorvik."
)


def results(*more: str) -> list[Document]:
    """Return the quarterly reports of a dozen companies in one mould, and other texts."""
    texts = [_RESULT.format(name=name, **figures(at)) for at, name in enumerate(_NAMES)]
    day = date(2025, 11, 12)
    return [
        Document(id=f"d{at}", text=text, language="de", published=day)
        for at, text in enumerate([*texts, *more])
    ]


def figures(at: int) -> dict[str, int]:
    return {"sales": 61 + 7 * at, "profit": 11 + 2 * at, "cents": 31 + at, "staff": 411 + 13 * at}


def test_reports_in_one_mould_are_not_held_against_each_other():
    assert audit(results()).comparisons == ()


def test_an_article_among_many_is_held_against_the_other_on_its_event():
    wrong = {**figures(11), "staff": 545}
    report = audit(results(_RETOLD.format(**wrong)))
    told = {(c.a.split(":")[0], c.b.split(":")[0], c.verdict) for c in report.comparisons}
    assert told == {("d11", "d12", "agreement"), ("d11", "d12", "contradiction")}
