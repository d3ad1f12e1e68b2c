"""A third language is data alone: a small French, read by the same code."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from claimcheck import lexicon, normalise
from claimcheck.errors import InputError
from claimcheck.normalise import language as module
from claimcheck.normalise.scanner import scan
from claimcheck.normalise.unread import cues

FRENCH = Path(__file__).parent / "data" / "fr"


@pytest.fixture(autouse=True)
def french(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    packed = dict(lexicon._packed())
    for path in FRENCH.glob("*.toml"):
        table = tomllib.loads(path.read_text("utf-8"))
        packed[f"fr/{path.stem}"] = msgspec.Raw(msgspec.json.encode(table))
    monkeypatch.setattr(lexicon, "_packed", lambda: packed)
    lexicon.languages.cache_clear()
    lexicon.table.cache_clear()
    module._load.cache_clear()
    yield
    monkeypatch.undo()
    lexicon.languages.cache_clear()
    lexicon.table.cache_clear()
    module._load.cache_clear()
    cues.cues.cache_clear()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12,5 pour cent", "12.5 percent exact"),
        ("1.500 salariés", "1500 employee exact"),
        ("1 500 salariés", "1500 employee exact"),
        ("environ 300 personnes", "300 person about"),
        ("trente-deux morts", "32 dead exact"),
        ("deux millions d’euros", "2000000 EUR exact"),
        ("3,4 milliards de dollars", "3400000000 USD exact"),
        ("plus de 40 kilomètres", "40 kilometre over"),
        ("entre 10 et 15 pour cent", "10 percent range"),
        ("10 à 15 tonnes", "10 tonne range"),
        ("5 mégawattheures", "5 megawatt_hour exact"),
        ("20 francs suisses", "20 CHF exact"),
        ("deux ans", "2 year exact"),
        ("12 chevaux", "12 cheval exact"),
        ("20 euros par mois", "20 EUR exact"),
        ("au moins 20 morts", "20 dead at_least"),
        ("moins de 40 pour cent", "40 percent under"),
        ("jusqu’à 300 euros", "300 EUR at_most"),
        ("moins 5 pour cent", "-5 percent exact"),
        ("environ 3,5 millions d’euros", "3500000 EUR about"),
        ("une douzaine de personnes", "12 person exact"),
        ("le 3e jour", "3 jour exact"),
        ("12 000 euros par mois", "12000 EUR exact"),
    ],
)
def test_french_reads(text: str, expected: str) -> None:
    (quantity,) = (q for q in scan(text, "fr").quantities if q.kind != "date")
    assert f"{quantity.value} {quantity.unit} {quantity.qualifier}" == expected


def test_french_skips_by_its_own_words() -> None:
    (skip,) = scan("l’article 12", "fr").skipped
    assert skip.reason == "law reference"


@pytest.mark.parametrize("name", ["numbers", "units", "counts", "skips"])
def test_german_and_english_have_the_same_keys(name: str) -> None:
    german, english = lexicon.table(f"de/{name}"), lexicon.table(f"en/{name}")
    assert german.keys() | {"irregular", "vague_of"} == english.keys() | {"irregular", "vague_of"}


def test_a_language_without_data_and_a_day_that_is_none_are_told():
    with pytest.raises(InputError, match="'xx' is not known"):
        normalise("3,5 Prozent", language="xx")
    with pytest.raises(TypeError, match="give a date"):
        normalise("gestern", published="2025-09-02")  # type: ignore[arg-type]
