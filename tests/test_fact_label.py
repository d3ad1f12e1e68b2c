"""What facts are called."""

from datetime import date
from typing import Any

import pytest
from msgspec.structs import replace
from sample_report import claim

from claimcheck.facts.label import label, measure_name, spoken_of
from claimcheck.model import Claim, Named, Period, TextSpan


@pytest.mark.parametrize(
    ("text", "key", "shown"),
    [
        ("Umsatz", "revenue", "revenue"),
        ("Reingewinn", "net_income", "net income"),
        ("Grafikprozessoren", "gpus", "GPUs"),
        ("Wirtschaftsleistung", "gdp", "GDP"),
        ("CO2-Preis", "co2_price", "CO₂ price"),
        ("sechs Weichen", "weichen", "Weichen"),
        ("Neulinge", "neuling", "Neuling"),
        ("Auslastung", "occupancy", "Auslastung"),
        ("Revenue", "revenue", "revenue"),
        ("countries", "member_states", "states"),
    ],
)
def test_a_measure_that_no_table_knows_is_spelt_as_in_the_text(text: str, key: str, shown: str):
    assert measure_name(Named(text, key)) == shown


def test_a_period_is_named_by_its_days_and_not_in_the_words_of_one_article():
    said = Period("dem letzten Quartal", date(2025, 4, 1), date(2025, 6, 30))
    open_ = Period("dem letzten Quartal", None, None)
    about = {"subject": "Acme", "measure": ("Umsatz", "revenue")}
    known = claim("d1", "18 percent", "18", "percent", **about, period=said)
    unknown = claim("d1", "18 percent", "18", "percent", **about, period=open_)
    assert label([known]) == "Acme · revenue · Q2 2025"
    fiscal = Period("viertem Quartal", date(2025, 10, 1), date(2025, 12, 31), fiscal=True)
    business = claim("d1", "18 percent", "18", "percent", **about, period=fiscal)
    assert label([business]) == "Acme · revenue · viertem Quartal"
    assert label([unknown]) == "Acme · revenue · dem letzten Quartal"


def told(document: str, subject: str, *, carried: bool = False, **parts: Any) -> Claim:
    made = claim("d1", "18 percent", "18", "percent", subject=subject, **parts)
    evidence = {k: v for k, v in made.evidence.items() if k != "subject"}
    evidence = evidence if carried else {**evidence, "subject": TextSpan(0, 4)}
    return replace(made, document=document, evidence=evidence)


def test_a_subject_that_is_written_comes_before_those_carried_over():
    carried, written = told("d1", "Acme AG", carried=True), told("d2", "Acme")
    assert label([carried, written]).startswith("Acme · ")
    assert label([carried, carried, written]).startswith("Acme AG · ")


def test_a_fact_of_two_documents_names_nobody_that_only_one_speaks_of():
    divided = [told("d1", "Acme"), told("d2", "bridge")]
    assert label(divided).startswith("price")
    assert label([*divided, told("d3", "Acme")]).startswith("Acme · price")
    assert label(divided[:1]).startswith("Acme · price")


def test_somebody_of_whom_other_claims_speak_is_named():
    divided = [told("d1", "Acme"), told("d2", "bridge")]
    others = [told("d2", "Acme"), told("d3", "Acme")]
    assert label(divided, spoken_of([*divided, *others])).startswith("Acme · price")
    carried = [told("d1", "Acme", carried=True), divided[1]]
    assert label(carried, spoken_of([*carried, *others])).startswith("price")
    named = [told("d1", "Jane Doe"), told("d2", "Doe"), told("d3", "town")]
    assert label(named).startswith("Doe · price")


@pytest.mark.parametrize("measure", [("38", "age"), ("two hours", "duration")])
def test_a_measure_that_says_too_little_keeps_a_subject(measure: tuple[str, str]):
    divided = [told(one, name, measure=measure) for one, name in (("d1", "Doe"), ("d2", "man"))]
    assert label(divided).startswith("Doe · ")


def test_the_measure_is_that_of_most_documents_and_a_known_one_of_two():
    rent, word = {"measure": ("Miete", "rent")}, {"measure": ("Zettel", "zettel")}
    one, two = told("d1", "Acme", **word), told("d2", "Acme", **rent)
    assert label([one, two]) == "Acme · rent"
    assert label([one, two, told("d3", "Acme", **word)]) == "Acme · Zettel"


def test_a_period_that_few_documents_give_is_left_out():
    period = Period("Q2", date(2025, 4, 1), date(2025, 6, 30))
    one, two, three, four = (told(one, "Acme") for one in ("d1", "d2", "d3", "d4"))
    dated = replace(one, period=period)
    assert label([dated, two, three]) == "Acme · price · Q2 2025"
    assert label([dated, two, three, four]) == "Acme · price"
