"""Every setting in force: where it changes the result, and where it must not."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from decimal import Decimal

import pytest

from claimcheck import audit, check, extract
from claimcheck.config.settings import Config, Distinct, Ignore, Tolerance
from claimcheck.errors import ConfigError
from claimcheck.model import Claim, Comparison, Document, Report
from claimcheck.normalise.measured import units

GERMAN = "Die Werft Kranich baut Fähren. {}"
ENGLISH = "The shipyard Kranich builds ferries. {}"


def german(text: str, id_: str = "a", **fields: object) -> Document:
    return Document(text=text, id=id_, language="de", **fields)  # type: ignore[arg-type]


def english(text: str, id_: str = "b", **fields: object) -> Document:
    return Document(text=text, id=id_, language="en", **fields)  # type: ignore[arg-type]


def claim(document: Document, quote: str, config: Config | None = None) -> Claim:
    (found,) = (one for one in extract(document, config) if quote in one.quote)
    return found


def subject(text: str, quote: str, config: Config | None = None) -> str | None:
    found = claim(german(text), quote, config).subject
    return found.key if found else None


def pairs(report: Report) -> set[tuple[str, str, str]]:
    """Return the quotes that were compared, with the reason."""
    quotes = {one.id: one.quote for one in report.claims}
    return {(quotes[one.a], quotes[one.b], one.reason) for one in report.comparisons}


def only(report: Report) -> Comparison:
    (found,) = report.comparisons
    return found


# -- aliases -------------------------------------------------------------------------------

ALIASES = Config(aliases={"Kranich AG": ("Redwerft", "der Schiffbauer", "the shipbuilder")})


def test_another_name_resolves_to_the_same_subject():
    text = "Redwerft beschäftigt 1.250 Menschen."
    assert subject(text, "1.250") == "redwerft"
    assert subject(text, "1.250", ALIASES) == "kranich"


def test_a_description_is_a_name_in_every_case():
    text = "Die Zahl der Mitarbeiter des Schiffbauers stieg auf 1.250 Beschäftigte."
    assert subject(text, "1.250", ALIASES) == "kranich"
    found = claim(english("The shipbuilder employs 1,250 people."), "1,250", ALIASES)
    assert found.subject is not None
    assert found.subject.key == "kranich"


def test_aliases_leave_other_names_alone():
    text = "Bergmann beschäftigt 1.250 Menschen."
    assert subject(text, "1.250", ALIASES) == subject(text, "1.250") == "bergmann"


# -- synonyms ------------------------------------------------------------------------------

SYNONYMS = Config(synonyms={"rider": ("Fahrgäste", "Reisende", "passengers")})


def test_synonyms_share_the_key_of_a_counted_thing():
    for text in ("Die Bahn zählte 4.200 Fahrgäste.", "Es kam zu 4.200 Reisenden."):
        assert claim(german(text), "4.200", SYNONYMS).quantity.unit == "rider"
    found = claim(english("The line carried 4,200 passengers."), "4,200", SYNONYMS)
    assert found.quantity.unit == "rider"


def test_synonyms_leave_other_things_alone():
    text = german("Die Bahn kaufte 4.200 Sitze.")
    assert claim(text, "4.200", SYNONYMS) == claim(text, "4.200")
    assert claim(german("Es waren 4.200 Fahrgäste."), "4.200").quantity.unit != "rider"


# -- measures ------------------------------------------------------------------------------

MEASURES = Config(measures={"bed_use": ("Bettenquote", "bed quota")})


def measure(text: str, quote: str, config: Config | None = None) -> str | None:
    found = claim(german(text), quote, config).measure
    return found.key if found else None


def test_a_measure_of_the_newsroom_is_read():
    text = "Die Bettenquote lag bei 81 Prozent."
    assert measure(text, "81") != "bed_use"
    assert measure(text, "81", MEASURES) == "bed_use"


def test_measures_leave_other_measures_alone():
    text = "Der Umsatz stieg auf 81 Millionen Euro."
    assert measure(text, "81", MEASURES) == measure(text, "81") == "revenue"


# -- units ---------------------------------------------------------------------------------

UNITS = Config(units=("deich_acre = 5000 * meter ** 2 = _ = Deichmorgen",))


def test_a_unit_of_the_newsroom_is_converted():
    text = "Der Brand im Rosental erfasste eine Fläche von {}."
    one = german(text.format("43 Deichmorgen"))
    other = german(text.format("215.000 Quadratmetern"), "b")
    assert claim(one, "43", UNITS).quantity.unit == "deich_acre"
    assert claim(one, "43").quantity.unit != "deich_acre"
    assert units.find("deich_acre") is None
    assert only(audit((one, other), UNITS)).verdict == "agreement"
    assert audit((one, other)).comparisons == ()


def test_units_leave_other_units_alone():
    text = german("Der Brand erfasste 30 Hektar.")
    assert claim(text, "30", UNITS) == claim(text, "30")


def test_a_broken_unit_is_complained_about():
    with pytest.raises(ConfigError, match="not a unit definition"):
        extract(german("12 Meter"), Config(units=("pitch = 3 * unheard_of",)))


def test_pint_is_loaded_for_units_of_the_newsroom_alone():
    code = (
        "import sys; from claimcheck import Document, extract\n"
        "extract(Document(text='Es waren 3 km.', language='de'))\n"
        "print('pint' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"


# -- fiscal years --------------------------------------------------------------------------

FISCAL = Config(fiscal_years={"Kranich AG": 7})
OWN_YEAR = "Kranich erzielte im Geschäftsjahr 2025 einen Umsatz von 76,4 Millionen Euro."


def test_a_fiscal_year_opens_in_the_month_of_the_company():
    plain, set_ = (claim(german(OWN_YEAR), "76,4", c) for c in (None, FISCAL))
    assert plain.period is not None
    assert plain.period.start == date(2025, 1, 1)
    assert set_.period is not None
    assert (set_.period.start, set_.period.end) == (date(2024, 7, 1), date(2025, 6, 30))
    assert "period" in set_.inferred


@pytest.mark.parametrize(
    "text",
    [
        OWN_YEAR.replace("Kranich", "Bergmann"),
        OWN_YEAR.replace("Geschäftsjahr", "Kalenderjahr"),
        OWN_YEAR.replace("im Geschäftsjahr 2025", "vom 1. Januar bis 30. Juni 2025"),
    ],
)
def test_other_companies_and_written_dates_keep_their_year(text: str):
    assert claim(german(text), "76,4", FISCAL) == claim(german(text), "76,4")


# -- tolerances ----------------------------------------------------------------------------


def two(one: str, other: str) -> tuple[Document, Document]:
    text = "Die Werft Kranich erzielte 2024 einen Umsatz von {}."
    return german(text.format(one)), german(text.format(other), "b")


MILLIONS = two("41,2 Millionen Euro", "41,6 Millionen Euro")


def values(report: Report) -> list[tuple[str, str]]:
    money = {one.id for one in report.claims if one.quantity.kind == "money"}
    return [(one.verdict, one.reason) for one in report.comparisons if {one.a, one.b} <= money]


@pytest.mark.parametrize(
    "tolerances",
    [
        {"revenue": Tolerance(amount=Decimal("0.01"), relative=True)},
        {"EUR": Tolerance(amount=Decimal(400_000))},
    ],
)
def test_differing_values_within_the_tolerance_agree(tolerances: dict[str, Tolerance]):
    assert values(audit(MILLIONS)) == [("contradiction", "value")]
    assert values(audit(MILLIONS, Config(tolerances=tolerances))) == [("agreement", "tolerance")]


@pytest.mark.parametrize(
    "tolerances",
    [
        {"revenue": Tolerance(amount=Decimal("0.005"), relative=True)},
        {"profit": Tolerance(amount=Decimal("0.1"), relative=True)},
        {"USD": Tolerance(amount=Decimal(400_000))},
        {"EUR": Tolerance(amount=Decimal(399_999))},
    ],
)
def test_other_tolerances_change_nothing(tolerances: dict[str, Tolerance]):
    assert values(audit(MILLIONS, Config(tolerances=tolerances))) == [("contradiction", "value")]


def test_equal_values_agree_without_the_tolerance():
    tolerances = {"revenue": Tolerance(amount=Decimal("0.01"), relative=True)}
    same = two("41,2 Millionen Euro", "41,2 Millionen Euro")
    assert values(audit(same, Config(tolerances=tolerances))) == [("agreement", "same_value")]


# -- distinct ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "other"),
    [("41,2 Millionen Euro", "41,6 Millionen Euro"), ("41,2 *", "41,6 *")],
)
def test_what_is_known_to_be_distinct_is_not_compared(one: str, other: str):
    report = audit(MILLIONS, Config(distinct=(Distinct(a=one, b=other),)))
    assert values(report) == []
    assert values(audit(reversed(MILLIONS), Config(distinct=(Distinct(a=one, b=other),)))) == []


def test_distinct_pairs_leave_others_alone():
    for pair in (("41,2 *", "41,7 *"), ("revenue", "profit"), ("Kranich", "Kranich Bank")):
        config = Config(distinct=(Distinct(a=pair[0], b=pair[1]),))
        assert values(audit(MILLIONS, config)) == [("contradiction", "value")]


# -- ranks ---------------------------------------------------------------------------------

RANKS = Config(ranks={"Statistics Office": 1, "Daily": 5})


def ranked(first: str, second: str) -> tuple[Document, Document]:
    one, other = MILLIONS
    return (
        german(one.text, "a", source=first),
        german(other.text, "b", source=second),
    )


def test_the_official_source_is_named_and_comes_first():
    report = audit(ranked("Daily", "statistics office"), RANKS)
    (finding,) = [one for one in report.findings if one.rule == "CC101"]
    assert "the official source (statistics office) says “41,6 Millionen Euro”" in finding.message
    assert [one[0] for one in finding.claims] == ["b", "a"]
    (fact,) = [one for one in report.facts if one.id == finding.fact]
    assert [one[0] for one in fact.claims] == ["b", "a"]


@pytest.mark.parametrize("sources", [("Daily", "Daily"), ("Weekly", "Evening")])
def test_sources_of_one_rank_keep_their_order(sources: tuple[str, str]):
    assert audit(ranked(*sources), RANKS) == audit(ranked(*sources))


# -- severity, ignore, language ------------------------------------------------------------


def test_severity_sets_the_level_of_a_rule():
    (plain,) = audit(MILLIONS).findings
    (lower,) = audit(MILLIONS, Config(severity={"CC101": "info"})).findings
    assert (lower.level, lower.id) == ("info", plain.id)
    assert audit(MILLIONS, Config(severity={"CC101": "off"})).findings == ()
    assert audit(MILLIONS, Config(severity={"CC301": "off"})).findings == (plain,)


def test_ignored_findings_are_left_out():
    (plain,) = audit(MILLIONS).findings
    for id_ in (plain.id, plain.fact or ""):
        assert audit(MILLIONS, Config(ignore=(Ignore(id=id_, reason="known"),))).findings == ()
    past = Ignore(id=plain.id, reason="known", until=date(2000, 1, 1))
    other = Ignore(id="f-00000000", reason="known")
    assert audit(MILLIONS, Config(ignore=(past, other))).findings == (plain,)


def test_the_language_is_for_documents_that_do_not_say_theirs():
    config = Config(language="de")
    text = "Es waren 4.200 Menschen."
    assert claim(Document(text=text, id="a"), "4.200", config).quantity.value == 4200
    (document,) = audit([english("There were 4,200 people.")], config).documents
    assert document.language == "en"


# -- all together --------------------------------------------------------------------------


def test_empty_settings_change_nothing():
    assert audit(MILLIONS, Config()) == audit(MILLIONS)
    draft, source = MILLIONS
    assert check([draft], [source], Config()) == check([draft], against=[source])
