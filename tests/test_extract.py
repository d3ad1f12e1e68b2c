"""What extraction must always do, and how well it has to read the golden sentences."""

import sys
from datetime import date
from pathlib import Path

import pytest

from claimcheck.engine import extractions
from claimcheck.extract import Extraction
from claimcheck.model import Claim, Document

sys.path.insert(0, str(Path(__file__).parents[1] / "scripts"))

from extract_accuracy import load, measure_rows

FLOORS = {
    "value": 0.95, "unit": 0.86, "subject": 0.67, "measure": 0.55, "aspect": 0.86,
    "period": 0.89, "modality": 0.90, "speaker": 0.89, "scope": 0.90,
}  # fmt: skip
"""What share of the golden claims has each part right, at least."""

ROWS = list(load())


def read(text: str, language: str) -> Extraction:
    (extraction,) = extractions(
        [Document(id="d", text=text, language=language, published=date(2025, 9, 2))]
    )
    return extraction


def only(text: str, language: str) -> Claim:
    (claim,) = read(text, language).claims
    return claim


@pytest.mark.parametrize("split", ["dev", "test"])
@pytest.mark.parametrize("language", ["de", "en"])
def test_golden_sentences(split: str, language: str) -> None:
    rows = [row for row in ROWS if row["split"] == split and row["lang"] == language]
    right, total, _ = measure_rows(rows)
    low = {
        part: right[part] / total for part, floor in FLOORS.items() if right[part] < floor * total
    }
    assert not low


@pytest.mark.parametrize("row", ROWS[::4], ids=lambda row: row["id"])
def test_spans_slice_to_quotes_and_evidence_stands_in_its_sentence(row: dict[str, str]) -> None:
    extraction = read(row["text"], row["lang"])
    for claim in extraction.claims:
        assert row["text"][claim.span.start : claim.span.end] == claim.quote
        assert claim.sentence.start <= claim.span.start < claim.span.end
        for part, span in claim.evidence.items():
            if part == "period":
                assert row["text"][span.start : span.end].strip()
                continue
            assert claim.sentence.start <= span.start < span.end
            assert span.end <= max(claim.sentence.end, claim.span.end)
    assert set(extraction.contexts) == {claim.id for claim in extraction.claims}


def test_claims_are_the_same_without_contexts() -> None:
    text = "\n\n".join(row["text"] for row in ROWS[::4] if row["lang"] == "de")
    document = Document(id="d", text=text, language="de", published=date(2025, 9, 2))
    (bare,) = extractions([document], contexts=False)
    assert bare.claims == read(text, "de").claims
    assert not bare.contexts


def test_reading_twice_gives_the_same() -> None:
    text = "\n\n".join(row["text"] for row in ROWS if row["lang"] == "de")
    assert read(text, "de").claims == read(text, "de").claims


def test_a_carried_subject_is_marked_and_has_no_words_of_its_own() -> None:
    claims = read("Voltara hat 1.480 Beschäftigte. Der Umsatz stieg um 6 Prozent.", "de").claims
    assert [claim.subject.key for claim in claims if claim.subject] == ["voltara", "voltara"]
    assert "subject" not in claims[0].inferred
    assert "subject" in claims[1].inferred
    assert "subject" not in claims[1].evidence


def test_a_generic_noun_stands_for_the_company_named_before() -> None:
    claims = read("Voltara hob die Prognose an. Der Konzern beschäftigt 1.480 Menschen.", "de")
    (claim,) = claims.claims
    assert claim.subject is not None
    assert claim.subject.key == "voltara"


def test_words_that_open_a_sentence_are_no_names() -> None:
    claim = only("Weitere Ergebnisse liegen für 12 Städte vor.", "de")
    assert claim.subject is None or "weitere" not in claim.subject.key
    claim = only("Die Schließung kostet 12 Millionen Euro.", "de")
    assert claim.subject is None or "die" not in claim.subject.key.split()


def test_a_noun_with_its_article_leads_a_name() -> None:
    claim = only("Die Reederei Nordlicht beschäftigt 4.210 Menschen.", "de")
    assert claim.subject is not None
    assert claim.subject.key == "nordlicht"


def test_a_surname_has_the_key_of_the_full_name() -> None:
    text = "Then Jonah Reyes scored 31 points. On Friday Reyes missed six games."
    assert {claim.subject.key for claim in read(text, "en").claims if claim.subject} == {
        "jonah reyes"
    }


def test_an_acronym_has_the_key_of_the_name_before_it() -> None:
    text = "The Institute for Ocean Research (IOR) has 240 staff. The IOR owns nine ships."
    keys = [claim.subject.key for claim in read(text, "en").claims if claim.subject]
    assert keys == ["institute for ocean research"] * 2


def test_a_verb_says_more_than_the_noun_it_counts() -> None:
    claim = only("Die Werft beschäftigt 1.480 Menschen.", "de")
    assert claim.measure is not None
    assert claim.measure.key == "employees"
    assert claim.subject is not None
    assert claim.subject.key == "werft"


def test_a_bare_number_goes_on_with_the_measure_before() -> None:
    claims = read("Berlin hat 3,9 Millionen Einwohner, Hamburg 1,9 Millionen.", "de").claims
    assert [claim.measure.key for claim in claims if claim.measure] == ["population"] * 2


def test_an_end_alone_counts_from_its_january() -> None:
    claims = read("Die Stadt will bis 2027 rund 10.000 Bäume pflanzen.", "de").claims
    period = claims[-1].period
    assert period is not None
    assert (period.start, period.end) == (date(2027, 1, 1), date(2027, 12, 31))


def test_a_date_ahead_is_a_plan() -> None:
    assert only("The law takes effect on 1 October 2025.", "en").modality == "plan"
    assert only("The law took effect on 1 July 2025.", "en").modality == "stated"


def test_repeated_promotional_text_is_skipped_with_a_reason() -> None:
    advert = "Jetzt testen: drei Monate zum Preis von einem."
    text = f"Die Brücke kostete 640.000 Euro.\n\n{advert}\n\nDer Bau dauerte elf Wochen."
    extraction = read(text, "de")
    assert all("drei Monate" not in claim.quote for claim in extraction.claims)
    assert any(
        "drei Monate" in skip.quote and "promotional" in skip.reason for skip in extraction.skipped
    )


def test_a_size_that_names_a_model_is_skipped() -> None:
    text = "The 13-inch model costs $999. The 13-inch version weighs 1.2 kilograms."
    extraction = read(text, "en")
    assert not [claim for claim in extraction.claims if claim.quote.startswith("13")]
    assert len([skip for skip in extraction.skipped if "names a model" in skip.reason]) == 2


def test_a_size_that_stands_once_is_a_claim() -> None:
    text = "The phone has a 6.3-inch screen."
    assert [claim.quote for claim in read(text, "en").claims] == ["6.3-inch"]


def test_a_name_inside_a_counted_noun_is_listed_as_skipped():
    text = "Das Modell wurde auf 15.000 Nvidia H100 GPUs trainiert, nicht auf 15.000 Bildern."
    (only,) = extractions([Document(text=text, id="a", language="de")])
    assert [(skip.quote, skip.reason) for skip in only.skipped] == [("H100", "part of a name")]


ENGLISH_QUOTE = (
    "The mayor said in the English statement that the town had counted 2,500 visitors "
    "at the fair and that it was more than in the year before."
)
GERMAN_QUOTE = (
    "Der Bürgermeister sagte auf Deutsch, dass die Stadt auf der Messe 2.500 Besucher "
    "gezählt habe und dass es mehr als im Jahr zuvor gewesen seien."
)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "de",
            f"Die Stadt zählte nach eigenen Angaben 1.500 Gäste auf dem Fest.\n\n{ENGLISH_QUOTE}",
        ),
        ("en", f"The town said that it had counted 1,500 guests at the fair.\n\n{GERMAN_QUOTE}"),
    ],
)
def test_a_paragraph_in_another_language_has_its_own_numbers(language: str, text: str) -> None:
    claims = read(text, language).claims
    counts = [claim.quantity for claim in claims if claim.quantity.kind == "count"]
    assert [int(quantity.value) for quantity in counts] == [1500, 2500]
    for quantity in counts:
        assert text[quantity.span.start : quantity.span.end] == quantity.quote


def test_a_foreign_phrase_changes_no_number() -> None:
    text = "Der Konzern sprach von „the best year of all“ und 2.500 Aufträgen für die Werft im Mai."
    assert [str(c.quantity.value) for c in read(text, "de").claims][:1] == ["2500"]


@pytest.mark.parametrize(
    ("language", "text", "quotes"),
    [
        (
            "de",
            "Die Stadt meldet 48 Fälle pro 100.000 Einwohner.",
            ["48 Fälle pro 100.000 Einwohner"],
        ),
        ("de", "Die Zahl der Betten pro 1000 Einwohner sank.", []),
        ("en", "The number of cases per 100,000 residents fell.", []),
        ("en", "More than 100,000 residents fell ill.", ["More than 100,000 residents"]),
        ("de", "Die Gäste zahlten je 320 Euro.", ["320 Euro"]),
    ],
)
def test_the_base_of_a_rate_is_no_claim(language: str, text: str, quotes: list[str]) -> None:
    assert [claim.quote for claim in read(text, language).claims] == quotes


@pytest.mark.parametrize(
    ("text", "narrower"),
    [
        ("Zuvor war an 19 Tagen gestreikt worden.", False),
        (
            "Der Umsatz stieg auf 76 Millionen Euro, im Jahr zuvor waren es 64 Millionen Euro.",
            True,
        ),
        ("Heute arbeiten dort 40 Menschen, vorher waren es 90 Menschen.", True),
    ],
)
def test_what_happened_before_is_no_period_to_compare_with(text: str, narrower: bool) -> None:
    assert ("previous_period" in read(text, "de").claims[-1].scope) == narrower


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("- Corva-2 ist Bellmers erstes Modell, trainiert auf 15.000 GPUs.", "Corva-2"),
        ("Orvanta wächst kräftig. Die Quartalszahlen zeigen 18 Prozent mehr Umsatz.", "Orvanta"),
        ("Die Werft ist ein Musterfall des Erfolgs: 340 neue Stellen.", "Werft"),
    ],
)
def test_what_a_number_belongs_to_is_no_mere_word_about_it(text: str, subject: str) -> None:
    found = next(c.subject for c in read(text, "de").claims if c.quantity.kind != "ordinal")
    assert found is not None
    assert found.text == subject


@pytest.mark.parametrize(
    ("language", "text", "aspects"),
    [
        ("de", "Die Werft machte einen Gewinn von 12 Millionen Euro.", ["level"]),
        ("de", "Die Aktie verzeichnete einen Gewinn von 3 Prozent.", ["change"]),
        ("de", "Der Umsatz stieg um 12 Millionen Euro.", ["change"]),
        ("en", "The shipyard made a loss of $4 million.", ["level"]),
    ],
)
def test_a_profit_of_money_is_no_change(language: str, text: str, aspects: list[str]) -> None:
    assert [claim.aspect for claim in read(text, language).claims] == aspects


def test_a_number_that_names_a_noun_counts_no_people() -> None:
    found = read("Three people died in the 12000 block of East Street.", "en").claims
    assert [claim.quantity.unit for claim in found] == ["person", "block"]
    found = read("Two people were shot. A witness called 911 to report it.", "en").claims
    assert [claim.quote for claim in found] == ["Two people"]
    found = read("Two people were shot. The court called 12 witnesses.", "en").claims
    assert [claim.quote for claim in found] == ["Two people", "12 witnesses"]


@pytest.mark.parametrize(
    ("before", "key"),
    [
        ("Die Wirtschaft wuchs um 3 Prozent. Im Mai wuchs sie um 2, im Juni um 4 Prozent.", "gdp"),
        ("Die Wirtschaft wuchs im Mai um 3 Prozent.", None),
    ],
)
def test_a_bare_change_is_one_of_what_the_article_measures_most(
    before: str, key: str | None
) -> None:
    text = f"{before}\n\nErwartet wurde ein Plus von 1 Prozent."
    claim = read(text, "de").claims[-1]
    assert (claim.measure.key if claim.measure else None) == key
    assert ("measure" in claim.inferred) == bool(key)


def test_a_line_of_a_list_that_opens_with_a_number_in_words():
    text = "Five notes.\n\n1. He won at last, after 15 years.\n\n2. Forties are the new thirties.\n"
    found = read(text, "en")
    assert [c.quote for c in found.claims if c.quantity.unit == "year"] == ["15 years"]
    assert [skip.reason for skip in found.skipped] == ["list number"] * 2


def test_what_only_persons_could_have_and_no_person_has():
    found = read("Vizepräsident Tareck El ernannt. Export 1.000 der 45-Jährige", "de")
    assert [c.subject for c in found.claims if c.quantity.value == 1000] == [None]
