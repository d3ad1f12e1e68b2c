"""What facts are called."""

from datetime import date

import pytest
from msgspec.structs import replace
from sample_report import claim

from claimcheck.fact_label import label, measure_name
from claimcheck.model import Named, Period, TextSpan


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


def test_a_subject_that_is_written_comes_before_those_carried_over():
    carried = claim("d1", "18 percent", "18", "percent", subject="Aachen")
    evidence = {**carried.evidence, "subject": TextSpan(0, 4)}
    written = replace(claim("d1", "18 percent", "18", "percent", subject="Acme"), evidence=evidence)
    assert label([carried, written]).startswith("Acme · ")
    assert label([carried, carried, written]).startswith("Aachen · ")
