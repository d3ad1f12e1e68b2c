"""Ids of facts and findings outlive edits elsewhere: what users ignore stays ignored."""

import pytest

from claimcheck import audit
from claimcheck.model import Document, Report

ONE = "Die Werft Kranich erzielte 2024 einen Umsatz von 41,2 Millionen Euro."
OTHER = "Die Werft Kranich erzielte 2024 einen Umsatz von 45,9 Millionen Euro."


def report(*texts: str) -> Report:
    return audit([Document(text=text, id=f"a{i}", language="de") for i, text in enumerate(texts)])


def finding(*texts: str) -> str:
    (found,) = (one.id for one in report(*texts).findings if one.rule == "CC101")
    return found


PLAIN = finding(ONE, OTHER)


@pytest.mark.parametrize(
    "texts",
    [
        (OTHER, ONE),
        (f"Ein Satz davor.\n\n{ONE}", OTHER),
        (f"{ONE}\n\nIn Emden regnete es 12 Stunden lang.", OTHER),
        (f"{ONE}\n\nDie Werft Kranich hat 310 Beschäftigte.", OTHER),
        (ONE, OTHER, "In Bremen kamen 4.200 Menschen zum Hafenfest."),
        (ONE, OTHER, "Die Werft Bergmann erzielte 2024 einen Umsatz von 7,5 Millionen Euro."),
        (ONE, OTHER, ONE),
        (ONE.replace("erzielte", "hat").replace("Euro.", "Euro erzielt."), OTHER),
        (ONE.replace("41,2", "rund 41,2"), OTHER),
    ],
)
def test_an_edit_elsewhere_changes_no_id(texts: tuple[str, ...]):
    assert finding(*texts) == PLAIN


def test_another_fact_has_another_id():
    other = "Die Werft Bergmann erzielte 2024 einen Umsatz von {} Millionen Euro."
    assert finding(other.format("41,2"), other.format("45,9")) != PLAIN


def test_ids_are_unique():
    facts = report(ONE, OTHER, f"{ONE} {OTHER} Es waren 12 Tage. Es waren 12 Tage.").facts
    assert len({fact.id for fact in facts}) == len(facts)
