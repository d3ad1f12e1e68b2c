"""Articles that hold one passage in common count as one source."""

from pathlib import Path
from time import process_time

import pytest

from claimcheck import Document, audit, check, read
from claimcheck.facts.copies import Passages, copied, passage
from claimcheck.read import number

FIXTURES = Path(__file__).resolve().parent.parent / "fixtures"
AGENCY = (
    "Bei dem Brand in der Lagerhalle der Firma Corvex in Brenkhausen entstand nach Angaben "
    "der Polizei ein Schaden von 4,7 Millionen Euro."
)
EDITED = AGENCY.replace("nach Angaben der Polizei ", "")
OWN = (
    "Die Polizei schätzt den Schaden durch den Brand bei Corvex in Brenkhausen "
    "auf 4,7 Millionen Euro."
)


def documents(*texts: str) -> list[Document]:
    """Return one German article for each text."""
    return [Document(id=f"d{i}", text=text, language="de") for i, text in enumerate(texts)]


@pytest.mark.parametrize(
    ("one", "two", "copy"),
    [
        (AGENCY, AGENCY, True),
        (AGENCY, AGENCY.replace("4,7", "7,4"), True),
        (AGENCY, EDITED, True),
        (AGENCY, OWN, False),
        (AGENCY, AGENCY.replace(" ", "  ").replace(".", "!"), True),
        (
            AGENCY,
            f"{AGENCY} {OWN} Das war noch nicht alles, denn in der Nacht brannte es wieder.",
            False,
        ),
    ],
)
def test_what_is_a_copy(one: str, two: str, copy: bool):
    first, second = passage(one), passage(two)
    assert first is not None
    assert second is not None
    assert copied(first, second) == copied(second, first) == copy


def test_short_sentences_are_alike_by_chance():
    assert passage("Es gab 14 Tote bei dem Unglück.") is None


def test_copies_count_once():
    report = audit(documents(AGENCY, EDITED, OWN))
    (fact,) = (fact for fact in report.facts if len(fact.claims) == 3)
    assert fact.independent_sources == 2
    assert fact.copies == (("d0", "d1"),)


def test_articles_in_their_own_words_are_independent():
    report = audit(documents(AGENCY, OWN))
    (fact,) = (fact for fact in report.facts if len(fact.claims) == 2)
    assert (fact.independent_sources, fact.copies) == (2, ())


def test_a_short_sentence_is_copied_with_what_stands_before_it():
    short = " Sie zählt 340 Betten."
    taken, own = f"{AGENCY}{short}", f"Die Klinik ist neu.{short}"
    facts = [f for f in audit(documents(taken, taken, own)).facts if len(f.claims) == 3]
    assert [f.copies for f in facts] == [(("d0", "d1"),)]


def test_the_order_of_the_articles_does_not_matter():
    for texts in ((OWN, EDITED, AGENCY), (EDITED, OWN, AGENCY)):
        report = audit(documents(*texts))
        assert [f.independent_sources for f in report.facts if len(f.claims) == 3] == [2]


@pytest.mark.parametrize("language", ["en", "de"])
def test_reports_say_which_articles_share_a_passage(language: str):
    from claimcheck.report import ReportOptions, html, text

    bundle = sorted((FIXTURES / "agency").glob("*.txt"))
    report = audit(number([read(path) for path in bundle], "d"))
    for form in (text, html):
        page = form.render(report, ReportOptions(language=language))
        words = " ".join(page.replace("\N{NO-BREAK SPACE}", " ").split())
        said = {"en": "A and B hold the same passage", "de": "A und B haben dieselbe Passage"}
        assert said[language] in words


def test_thousands_of_wordings_are_told_apart_in_time():
    sentences = [f"Der Schaden im Ort {n} der Region {n} liegt bei rund 4,7 Millionen Euro, {n}."
                 for n in range(3000)]  # fmt: skip
    report = audit(documents(sentences[0]))
    claim = next(c for c in report.claims if c.quantity.kind == "money")
    from msgspec.structs import replace

    articles = documents(*sentences)
    claims = [replace(claim, id=f"c{i}", document=f"d{i}") for i in range(3000)]
    before = process_time()
    Passages(claims, articles).shared([one.id for one in claims])
    assert process_time() - before < 3


def test_what_a_draft_takes_from_a_source_leaves_that_a_source():
    draft, *sources = documents(AGENCY, AGENCY, EDITED, OWN)
    copied_once = [fact for fact in check([draft], sources).facts if len(fact.claims) == 4]
    assert copied_once
    for fact in copied_once:
        assert fact.copies == (("d1", "d2"),)
        assert fact.independent_sources == 3
