"""Sentences and their roles."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from timing import LINEAR, growth

from claimcheck.language import detect
from claimcheck.model import Document
from claimcheck.read import document
from claimcheck.segment.promotion import is_promotion
from claimcheck.segment.sentences import mark_repeated, segment, sentence_spans


def cut(text: str, language: str) -> list[str]:
    return [text[a:b] for a, b in sentence_spans(text, 0, len(text), language)]


def roles(text: str, language: str = "de") -> list[tuple[str, str]]:
    found = document(text.encode(), path="a.txt", language=language)
    return [(s.role, found.text[s.start : s.end]) for s in segment(found)]


# One row a text; "|" stands where a sentence ends.
GERMAN = [
    "Der Zug fuhr am 17. Juni ab.| Er kam spät.",
    "Im 2. Quartal stieg der Umsatz.| Das war neu.",
    "Das 50. Jubiläum war groß.| Alle kamen.",
    "Er wurde 1.500 Euro los.| Die Bank half nicht.",
    "Es waren 3,5 Mio. Euro.| Mehr gab es nicht.",
    "Es waren 3,5 Mio. Die Stadt zahlt.".replace("Mio. ", "Mio.| "),
    "Das zahlt z. B. der Bund.| Das Land nicht.",
    "Das zahlt z.B. Dr. Kern selbst.| So ist es.",
    "Das zahlt z.B. Die Grüne Liste nicht.| So ist es.",
    "Frau A. B. Kern, geb. Maier, kam ca. 30 Minuten später.| Sie sprach.",
    "Das steht in Art. 5 Abs. 2 des Gesetzes.| Es gilt.",
    "„Wir sind froh.“| Das sagte Kern.",
    "„Sind Sie froh?“ fragte Kern.| Keiner sprach.",
    "Ist das so?| Nein!| Doch ...| Gut.",
    "Das war im Jahr 2019.| Die Stadt baut weiter.",
    "Das war im Jahr 2019.|Die Stadt baut weiter.",
    "Der Rat hat es beschlossen.|Die Stadt baut.",
    "Mehr unter www.altenau.example und bei rat@altenau.example.| Das war es.",
    "Am 2.9. Kern kam erst am 3.9. Das war spät.".replace("3.9. ", "3.9.| "),
    "Die Firma Kern & Co. KG aus St. Veit baut.| Sie wächst.",
    "Sie gewann 3:1.| Das reichte.",
    "Es kamen rd. 300.| Die meisten blieben.",
    "Ludwig XIV. Denkmal steht noch.| So heißt es.",
    "Er sagte: „Ich gehe.| Ich komme nicht wieder.“| Dann ging er.",
]
ENGLISH = [
    "Mr. Hale paid $1.5 million on Sept. 2.| He left.",
    "The U.S. economy grew 2.1 percent.| That was new.",
    "The firm is based in the U.S.| The owner is not.",
    "J. K. Hale of Hale Inc. said so.| No one knew.",
    '"We are glad."| She left.',
    '"Are you glad?" she asked.| He was.',
    "It opened at 9 a.m. Monday.| It closed at 5 p.m.| The queue was long.",
    "See No. 5, e.g. page 3.| That is all.",
    "It cost 15.| Nobody paid.",
    "He was born in 1990.|The town was small.",
    "ELLIS GROVE, Mo. - Four men broke out.| Two left.",
    "It was over.| - He left.",
]


@pytest.mark.parametrize("row", GERMAN)
def test_german_sentences(row: str):
    assert cut(row.replace("|", ""), "de") == [part.strip() for part in row.split("|")]


@pytest.mark.parametrize("row", ENGLISH)
def test_english_sentences(row: str):
    assert cut(row.replace("|", ""), "en") == [part.strip() for part in row.split("|")]


def test_roles():
    text = (
        "Werft stellt ein\n\nDie Werft in Altenau wächst. Sie sucht Leute.\n\n"
        "- 40 neue Stellen\n* Neue Halle\n\nWas die Stadt plant\n\nDer Rat baut eine Straße.\n"
        "Foto: Kern\n"
    )
    assert roles(text) == [
        ("headline", "Werft stellt ein"),
        ("lead", "Die Werft in Altenau wächst."),
        ("lead", "Sie sucht Leute."),
        ("bullet", "40 neue Stellen"),
        ("bullet", "Neue Halle"),
        ("heading", "Was die Stadt plant"),
        ("body", "Der Rat baut eine Straße."),
        ("caption", "Foto: Kern"),
    ]


def test_a_numbered_list_and_a_sentence_that_opens_with_an_ordinal():
    assert roles("Es gibt drei Ziele.\n1. Wachsen\n2. Sparen\n3. Bauen\n")[1:] == [
        ("bullet", "Wachsen"),
        ("bullet", "Sparen"),
        ("bullet", "Bauen"),
    ]
    assert roles("Es war so.\n1. Klasse fuhr keiner.\n")[1] == ("body", "1. Klasse fuhr keiner.")


def test_markdown_headings_and_front_matter_are_no_text():
    found = roles("---\ntitle: T\n---\n# Werft\n\nDie Werft wächst.\n\n## Plan\n\nSie baut.\n")
    assert [text for _, text in found] == ["Werft", "Die Werft wächst.", "Plan", "Sie baut."]
    assert [role for role, _ in found] == ["headline", "lead", "heading", "body"]


@pytest.mark.parametrize(
    "text",
    [
        "Nach\ndem Sturm zählte die Stadt 100\nBäume weniger.",
        "Der Sturm war stark. Bisher wurden in der Stadt und den Dörfern 100\nBäume gezählt.",
        "Wie\nder Rat von\nAltenau sagte, sind es 100 Bäume.",
    ],
)
def test_lines_that_a_width_broke_are_joined(text: str):
    assert len({s.paragraph for s in segment(document(text.encode(), path="a"))}) == 1


def test_a_text_of_fixed_width():
    wrapped = (
        "Die Stadt Altenau hat im vergangenen Jahr nach Angaben des Rates mehr\n"
        "Bäume gepflanzt als je zuvor. Insgesamt kamen dabei 1.200 Linden und\n"
        "Eichen in die Erde, die meisten davon am Ufer der Aue, wo es bisher\n"
        "kaum Schatten gab. Im Frühjahr sollen weitere folgen, sagte der Rat.\n"
        "\n"
        "Die Kosten trägt zur Hälfte das Land. Die andere Hälfte kommt aus der\n"
        "Kasse der Stadt, die dafür an anderer Stelle sparen muss.\n"
    )
    found = segment(document(wrapped.encode(), path="a"))
    assert {s.paragraph for s in found} == {0, 1}
    assert len(found) == 5


def test_one_sentence_a_line():
    text = "Die Werft wächst.\nSie sucht 40 Leute.\nDas freut den Rat.\n"
    assert [t for _, t in roles(text)] == text.split("\n")[:-1]


def test_a_paragraph_that_goes_on_in_the_language_of_the_article_is_in_no_other():
    text = (
        "Die Stadt zählte auf dem Fest nach eigenen Angaben mehr Gäste als im Jahr zuvor.\n\n"
        "We are so happy that all of you have been with us in the city for the whole week, "
        "and we would like to thank the people who made it what it was for all of us here. "
        "Das schrieb der Bürgermeister auf der Seite der Stadt, und er fügte hinzu, dass die "
        "Zahl der Gäste auf mehr als 1.500 gestiegen sei und dass es ein Fest für alle war."
    )
    languages = {s.language for s in segment(document(text.encode(), path="a"))}
    assert languages == {"de"}


def test_a_paragraph_in_another_language():
    text = (
        "Die Werft in Altenau wächst, und der Rat ist darüber sehr froh.\n\n"
        "The shipyard is growing and the council is very happy about it, they said.\n"
    )
    assert [s.language for s in segment(document(text.encode(), path="a"))] == ["de", "en"]


PROMOTION = [
    ("de", "Jetzt einsteigen oder lieber abwarten und verkaufen? Hier weiterlesen …"),
    ("de", "Lohnt sich der Kauf der Reederei noch? Oder sollten Anleger jetzt verkaufen?"),
    ("de", "Melden Sie sich an: Unser kostenloser Newsletter kommt jeden Morgen in Ihr Postfach!"),
    ("de", "Lesen Sie auch: Warum die Werft wächst"),
    ("de", "Zum Artikel"),
    ("de", "Anzeige"),
    ("en", "Should you buy or sell the stock now? Read more in our free report!"),
    ("en", "Sign up for our free newsletter and get the news in your inbox."),
    ("en", "Read more: why the yard is growing"),
    ("en", "ADVERTISEMENT"),
]
NEWS = [
    ("de", "Die Reederei will 12 Schiffe verkaufen und drei neue kaufen."),
    ("de", "Kann die Stadt die Halle noch halten? Der Rat zweifelt daran."),
    ("de", "„Sie müssen jetzt handeln“, sagte Kern, und viele Anleger geben ihm recht."),
    ("de", "Der Eintritt ist für Kinder kostenlos, Erwachsene zahlen zwölf Euro."),
    ("de", "Die Polizei erstattete Anzeige gegen drei Männer."),
    ("de", "Nach einer Analyse der Bank sank der Absatz um 3 Prozent."),
    ("en", "The company agreed to buy 12 ships and sell three."),
    ("en", "The report said 40 people were hurt when the bridge fell."),
    ("en", "Admission is free for children; you pay 12 euros otherwise."),
    ("en", "Subscribers rose by 3 percent to 2.1 million in the quarter."),
    ("en", "It is free on a £30 tariff if you sign up for two years; both start on 5 July."),
]


@pytest.mark.parametrize(("language", "text"), PROMOTION)
def test_promotion(language: str, text: str):
    assert is_promotion(text, language)


@pytest.mark.parametrize(("language", "text"), NEWS)
def test_news_is_no_promotion(language: str, text: str):
    assert not is_promotion(text, language)


def _pair(paragraph: str) -> list[Document]:
    return [
        document(f"Die Werft {n} wächst.\n\n{paragraph.format(day=n)}\n".encode(), path=f"{n}.txt")
        for n in (1, 2)
    ]


def test_repetition_turns_a_hint_of_promotion_into_certainty():
    documents = _pair("Die neue Analyse vom {day}. Mai zeigt Anlegern den Weg aus der Flaute.")
    before = [segment(d) for d in documents]
    assert {s.role for sentences in before for s in sentences} == {"lead", "body"}
    after = mark_repeated(documents, before)
    assert [[s.role for s in sentences] for sentences in after] == [["lead", "promotion"]] * 2
    assert mark_repeated(documents[:1], before[:1]) == (before[0],)


def test_agency_copy_that_is_repeated_is_no_promotion():
    documents = _pair("Nach Angaben der Polizei wurden bei dem Unfall {day} Menschen verletzt.")
    segmented = tuple(segment(d) for d in documents)
    assert mark_repeated(documents, segmented) == segmented


@given(st.text(max_size=300))
def test_every_letter_is_in_one_sentence(text: str):
    found = Document(text=text, language="de")
    sentences = segment(found)
    assert all(a.end <= b.start for a, b in pairwise(sentences))
    inside = {at for s in sentences for at in range(s.start, s.end)}
    assert all(at in inside for at, c in enumerate(text) if c.isalpha())


@pytest.mark.parametrize(
    "piece",
    ["a", ".", "1.", "?!", "(", "A. ", "„", "„(", "- ", "\n", "2. ", "Wort ", "Kaufen? ",
     "am 3. Mai ", "Die Werft in Altenau beschäftigt 400 Menschen. ", "# "],
)  # fmt: skip
def test_time_is_linear(piece: str):
    assert growth(lambda text: segment(Document(text=text, language="de")), piece, 200_000) < LINEAR


@pytest.mark.parametrize("piece", ["Wort ", "Wort, ", "x", "3 "])
def test_no_sentence_is_endless(piece: str):
    text = piece * (10_000 // len(piece))
    found = [text[a:b] for a, b in sentence_spans(text, 0, len(text), "de")]
    assert max(map(len, found)) <= 1000
    assert "".join(found).replace(" ", "") == text.replace(" ", "")


def test_detect():
    assert detect("Der Rat hat das nicht gewollt.") == "de"
    assert detect("The council has not wanted that.") == "en"
    assert detect("4711") == ""
