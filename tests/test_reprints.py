"""A text that many outlets print is held against a few of its prints, not against all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

import pytest

from claimcheck import Document, audit
from claimcheck.engine import extractions
from claimcheck.match.reprints import MOST, further
from claimcheck.match.words import figures_of, sentences_of
from claimcheck.model import Report

AGENCY = """Die Werft in Emmerstedt baut eine neue Halle für Fährschiffe.
Die Halle kostet 48 Millionen Euro, wie der Vorstand der Werft mitteilte.
In der Werft arbeiten 1.340 Menschen, die meisten von ihnen als Schweißer.
Die ersten Fährschiffe verlassen die neue Halle am 14. März 2027.
Der Landkreis gibt der Werft einen Zuschuss von 6,5 Millionen Euro.
"""
OTHER = """Der Vorstand der Werft in Emmerstedt hat Pläne für eine Halle vorgestellt.
84 Millionen Euro soll die Halle für Fährschiffe kosten, wie es am Montag hieß.
"""
MANY = 36


def printed(*texts: str) -> list[Document]:
    """Return articles of one day with the texts."""
    day = date(2025, 9, 2)
    return [
        Document(id=f"d{i:03}", text=text, language="de", published=day)
        for i, text in enumerate(texts)
    ]


def further_of(documents: Sequence[Document]) -> Mapping[int, Sequence[int]]:
    made = extractions(documents)
    documents = [one.document for one in made]
    return further(documents, list(map(sentences_of, made)), list(map(figures_of, made)))


def prints(count: int) -> list[str]:
    """Return prints of one text as outlets make them: each with its own headline and end."""
    return [f"Halle {i}\n\n{AGENCY}Unser Reporter Nummer {i} war dabei.\n" for i in range(count)]


def contradicted(report: Report) -> set[frozenset[str]]:
    """Return the quotes of each contradiction."""
    quotes = {claim.id: claim.quote for claim in report.claims}
    return {
        frozenset((quotes[c.a], quotes[c.b]))
        for c in report.comparisons
        if c.verdict == "contradiction"
    }


def held_by(report: Report, quote: str) -> int:
    """Return how many documents hold the fact that a quote belongs to."""
    documents = {claim.id: claim.document for claim in report.claims}
    quotes = {claim.id: claim.quote for claim in report.claims}
    return max(
        len({documents[key] for key in fact.claims})
        for fact in report.facts
        if any(quotes[key] == quote for key in fact.claims)
    )


def test_few_prints_are_all_held_against_each_other():
    assert not further_of(printed(*prints(MOST)))


@pytest.mark.parametrize("count", [MANY, 3 * MANY], ids=["some", "many"])
def test_many_prints_are_one_fact_and_the_work_grows_with_their_number(count: int):
    report = audit(printed(*prints(count)))
    assert held_by(report, "48 Millionen Euro") == count
    facts = len({fact for fact in report.facts if fact.verdict == "agreement"})
    assert len(report.comparisons) <= count * MOST * (facts + 1)
    assert not contradicted(report)


@pytest.mark.parametrize("place", [0, MANY // 2, MANY - 1])
def test_a_figure_that_one_print_has_wrong_is_found(place: int):
    texts = prints(MANY)
    texts[place] = texts[place].replace("1.340", "1.430")
    report = audit(printed(*texts))
    assert contradicted(report) == {frozenset(("1.340 Menschen", "1.430 Menschen"))}


def test_another_article_is_held_against_the_text():
    report = audit(printed(*prints(MANY), OTHER))
    assert frozenset(("48 Millionen Euro", "84 Millionen Euro")) in contradicted(report)


def test_the_order_of_the_prints_changes_nothing():
    texts = [*prints(20), OTHER]
    texts[7] = texts[7].replace("6,5", "5,6")
    assert told(texts) == told(texts[::-1])


def told(texts: Sequence[str]) -> set[frozenset[tuple[str, int]]]:
    """Return the places of the compared claims by the texts that they stand in."""
    documents = printed(*texts)
    report = audit(documents)
    place = {c.id: (texts[int(c.document[1:])], c.span.start) for c in report.claims}
    return {frozenset((place[c.a], place[c.b])) for c in report.comparisons}


def test_articles_that_share_a_sentence_are_no_prints_of_one_text():
    sentence = AGENCY.splitlines()[1]
    texts = [
        f"{sentence}\nIn Halle {name} stehen 17 Kräne der Firma {name}.\n"
        f"Für {name} wirbt seit Jahren der Verein {name} mit 230 Mitgliedern.\n"
        for name in (
            "Arnum",
            "Bokel",
            "Celrich",
            "Dornitz",
            "Elmstein",
            "Forstau",
            "Gremsk",
            "Hotten",
        )
    ]
    assert not further_of(printed(*texts))
