from __future__ import annotations

from pathlib import Path

import pytest

from claimcheck.extract.concepts import keys as measure_keys
from claimcheck.extract.concepts.lexicon import MeasureLexicon, lexicon
from claimcheck.extract.tokens import tokenise
from claimcheck.extract.words.lemma import compound_parts, lemma
from claimcheck.lexicon import table
from claimcheck.model import Quantity, TextSpan

CASES = Path(__file__).parent / "cases" / "measures.tsv"
LANGUAGES = ("de", "en")
DIRECTIONS = {1: "change+", -1: "change-", 0: "change"}
UNITS = {
    "money", "person", "count", "number", "percent", "points", "length", "area", "volume", "mass",
    "temperature", "speed", "energy", "power", "pressure", "data", "frequency", "concentration",
    "duration", "date", "clock", "ratio", "rank", "ordinal", "score",
}  # fmt: skip
UNITS |= {unit["dimension"] for unit in table("units")["units"].values()}


def rows() -> list[tuple[str, str, str]]:
    lines = CASES.read_text(encoding="utf-8").splitlines()
    split = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return [(text, language, expected) for text, language, expected in split]


def keys(text: str, language: str, words: MeasureLexicon | None = None) -> set[str]:
    tokens = tokenise(text, 0, len(text)).words
    found = set()
    for hit in (words or lexicon()).find(tokens, language):
        found.add(DIRECTIONS[hit.direction] if hit.kind == "change" else hit.key)
    return found


@pytest.mark.parametrize(("text", "language", "expected"), rows())
def test_concepts_in_sentences(text: str, language: str, expected: str) -> None:
    found = keys(text, language)
    wanted = {key for key in expected.split() if not key.startswith("!")}
    unwanted = {key[1:] for key in expected.split() if key.startswith("!")}
    if "change" in unwanted:
        unwanted |= set(DIRECTIONS.values())
    assert wanted <= found
    assert not unwanted & found


@pytest.mark.parametrize(
    ("word", "language", "expected"),
    [
        ("Umsätzen", "de", "umsatz"),
        ("starben", "de", "sterben"),
        ("gestorben", "de", "sterben"),
        ("gestiegene", "de", "steigen"),
        ("angestiegen", "de", "ansteigen"),
        ("zuzulegen", "de", "zulegen"),
        ("überschritten", "de", "überschreiten"),
        ("Toten", "de", "toter"),
        ("Mitarbeiterinnen", "de", "mitarbeiter"),
        ("Ärztinnen", "de", "arzt"),
        ("Häusern", "de", "haus"),
        ("Fördergelder", "de", "fördergeld"),
        ("Quartalsumsätze", "de", "quartalsumsatz"),
        ("Motor", "de", "motor"),
        ("warten", "de", "warten"),
        ("gefallen", "de", "fallen"),
        ("losses", "en", "loss"),
        ("rose", "en", "rise"),
        ("found", "en", "find"),
        ("companies", "en", "company"),
        ("dropped", "en", "drop"),
        ("Los", "en", "los"),
        ("women", "en", "woman"),
    ],
)
def test_lemma(word: str, language: str, expected: str) -> None:
    assert lemma(word, language) == expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("Quartalsumsatz", ("quartal", "umsatz")),
        ("Jahresprognose", ("jahr", "prognose")),
        ("Virus-Infektionen", ("virus", "infektion")),
        ("Neuverschuldung", ("neuverschuldung",)),
        ("Kinderkrankenhäuser", ("kind", "krankenhaus")),
        ("Zeitpunkt", ("zeitpunkt",)),
        ("Mietpreisbremse", ("mietpreisbremse",)),
        ("Xylophon", ("xylophon",)),
    ],
)
def test_compound_parts(word: str, expected: tuple[str, ...]) -> None:
    assert compound_parts(word, "de") == expected


def test_compounds_keep_what_stands_before_the_head() -> None:
    (hit,) = lexicon().find(["Der", "Auslandsumsatz", "blieb"], "de")
    assert (hit.key, hit.modifiers) == ("revenue", ("ausland",))


def test_a_forecast_is_about_what_it_forecasts() -> None:
    (hit,) = lexicon().find(["Die", "Gewinnprognose"], "de")
    assert (hit.key, hit.role) == ("net_income", "forecast")


def test_phrases_are_one_hit() -> None:
    (hit,) = lexicon().find(["the", "death", "toll"], "en")
    assert (hit.first, hit.last, hit.key) == (1, 3, "deaths")


def test_users_add_concepts_and_words() -> None:
    added = {
        "beer_output": {"de": ["Bierausstoß"], "de_verbs": ["ab|füllen"], "en": ["beer output"]},
        "revenue": {"de": ["Kasseneingang"]},
    }
    words = lexicon().with_user(added)
    assert "beer_output" in keys("Der Bierausstoß lag bei 3 Hektolitern.", "de", words)
    assert "beer_output" in keys("Die Brauerei füllte 900 Hektoliter ab.", "de", words)
    assert "beer_output" in keys("Beer output was 900 hectolitres.", "en", words)
    assert keys("Die Kasseneingänge und der Umsatz", "de", words) == {"revenue"}
    assert lexicon().info("beer_output").domain == ""


def test_a_concept_with_an_unknown_field_is_refused() -> None:
    with pytest.raises(ValueError, match="no field 'nouns'"):
        lexicon().with_user({"x": {"nouns": ["y"]}})


def test_concepts_that_rules_name_are_in_the_data() -> None:
    named = {
        value
        for name, value in vars(measure_keys).items()
        if name.isupper() and isinstance(value, str)
    }
    assert len(named) > 20
    assert sorted(key for key in named if key not in lexicon()) == []


def test_units_of_counts_name_concepts() -> None:
    words = lexicon()
    assert words.unit_concept("dead") == "deaths"
    assert words.unit_concept("employee") == "employees"
    assert words.unit_concept("wind_turbine") == "wind_turbines"
    assert words.unit_concept("person") == "people"
    assert words.unit_concept("zebra") is None


def quantity(kind: str, unit: str | None) -> Quantity:
    return Quantity(
        kind=kind,  # type: ignore[arg-type]
        value=None,
        low=None,
        high=None,
        unit=unit,
        qualifier="exact",
        span=TextSpan(0, 0),
        quote="",
    )


@pytest.mark.parametrize(
    ("key", "kind", "unit", "expected"),
    [
        ("revenue", "money", "EUR", True),
        ("revenue", "count", "person", False),
        ("deaths", "count", "person", True),
        ("deaths", "money", "EUR", False),
        ("deaths", "percent", "percent", True),
        ("height", "measure", "kilometre", True),
        ("height", "measure", "hectare", False),
        ("founding", "date", None, True),
        ("founding", "percent", "percent", False),
        ("unknown", "count", "zebra", True),
    ],
)
def test_what_figures_fit_a_concept(key: str, kind: str, unit: str | None, expected: bool) -> None:
    assert lexicon().fits(key, quantity(kind, unit)) is expected


def test_measures_are_well_formed() -> None:
    concepts = [(key, c) for group in table("measures").values() for key, c in group.items()]
    known = {key for key, _ in concepts}
    assert len(concepts) == len(known) >= 250
    for key, concept in concepts:
        assert key == key.lower(), key
        assert set(concept.get("units", ())) <= UNITS, key
        assert set(concept.get("near", ())) <= known, key
        for language in LANGUAGES:
            forms = ("", "_verbs", "_adjectives", "_weak", "_size_nouns", "_size_verbs")
            words = [w for f in forms for w in concept.get(f"{language}{f}", ())]
            assert words, f"{key} has no word in {language}"
        for field, words in concept.items():
            if isinstance(words, list):
                assert len(words) == len(set(words)), f"{key}.{field}"


def test_languages_have_the_same_lists() -> None:
    for name in ("claims", "lemmas"):
        first, *others = (table(f"{language}/{name}") for language in LANGUAGES)
        for other in others:
            assert set(first) == set(other)
    first, *others = (table(f"{language}/claims") for language in LANGUAGES)
    for section in first:
        for other in others:
            assert set(first[section]) == set(other[section]), section


def test_names_are_unambiguous() -> None:
    owners: dict[tuple[str, str], str] = {}
    entries = [*table("names").items(), *table("territories").items()]
    for key, entry in entries:
        for language in LANGUAGES:
            for name in entry[language]:
                owner = owners.setdefault((language, name.lower()), key.lower())
                assert owner == key.lower(), name


def test_territories_are_fresh() -> None:
    pytest.importorskip("babel")
    import runpy

    root = Path(__file__).parent.parent
    script = runpy.run_path(str(root / "scripts" / "territories.py"))
    assert script["TARGET"].read_text(encoding="utf-8") == script["generate"]()


def test_demonyms_belong_to_territories() -> None:
    assert set(table("demonyms")) <= set(table("territories"))


@pytest.mark.parametrize("language", ["de", "en"])
def test_common_words_stand_once_and_are_no_measures(language: str) -> None:
    common = table("common")["words"]
    words = [word.lower() for entry in common.values() for word in entry[language]]
    assert len(words) == len(set(words))
    concepts = [c for domain in table("measures").values() for c in domain.values()]
    counted = [concept for concept in concepts if not set(concept["units"]) <= {"date", "clock"}]
    measured = {word.lower() for concept in counted for word in concept.get(language, ())}
    assert not measured.intersection(words)
    assert not any(key in domain for domain in table("measures").values() for key in common)
