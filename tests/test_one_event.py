"""When two articles are taken to tell of one event."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.engine import audit, extractions
from claimcheck.match import ties
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


_MALTING = (
    "Die Mälzerei Ostrander aus Wiesfurt hat im dritten Quartal {0} Millionen Euro umgesetzt. "
    "Geschäftsführerin Ulla Tembrink hob die Prognose an: Der Umsatz steige im Gesamtjahr um acht "
    "Prozent. Bis Jahresende entstehen in Kelbach 40 Stellen."
)
_WAGONS = (
    "Der Waggonbauer Pellwitz hat im dritten Quartal {0} Millionen Euro umgesetzt. Vorstand Jörn "
    "Assmoor senkte in Dransleben die Prognose: Der Umsatz steige im Gesamtjahr um zwei Prozent. "
    "Bis Jahresende fallen in Oberzell 60 Stellen weg."
)
_MALTING_TOO = (
    "Ostrander verdient am Bier der anderen: {0} Millionen Euro setzten die Wiesfurter im dritten "
    "Quartal um. Das Geschäft wächst in diesem Jahr um acht Prozent, sagte Tembrink."
)


def verdicts(*texts: str) -> set[str]:
    day = date(2025, 11, 12)
    documents = [
        Document(id=f"d{at}", text=text, language="de", published=day)
        for at, text in enumerate(texts)
    ]
    return {c.verdict for c in audit(documents).comparisons}


def test_two_companies_side_by_side_neither_agree_nor_contradict_each_other():
    assert verdicts(_MALTING.format("61,7"), _WAGONS.format("67,1")) <= {"not_comparable"}


def test_two_articles_on_one_company_do():
    assert "contradiction" in verdicts(_MALTING.format("61,7"), _MALTING_TOO.format("67,1"))


def test_what_is_less_sure_for_lack_of_ties_says_so():
    texts = [_MALTING.format("61,7"), _WAGONS.format("67,1")]
    documents = [Document(id=str(at), text=text, language="de") for at, text in enumerate(texts)]
    told = {name: odds for c in audit(documents).comparisons for name, odds in c.evidence}
    assert told["ties"] < -1


def test_where_nobody_knows_what_is_usual_there_is_no_doubt():
    told = ties.Signs("fr", None, frozenset()), ties.Signs("de", frozenset("abc"), frozenset())
    assert ties.doubt(*told) == 0.0


@settings(max_examples=50, deadline=None)
@given(st.permutations([_MALTING.format("61,7"), _WAGONS.format("67,1"), _MALTING_TOO.format("6")]))
def test_the_order_of_articles_changes_no_doubt(texts: list[str]):
    documents = [Document(id=text[:20], text=text, language="de") for text in texts]
    doubts = {
        frozenset(nodes[0].claim.document for nodes in (first, second)): context.doubt
        for first, second, context in document_pairs(extractions(documents))
    }
    assert sorted(doubts.values())[0] == 0.0 < sorted(doubts.values())[1]
