"""Reports in German: everything that the program says by itself is translated."""

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import msgspec
import pytest
from sample_report import sample

from claimcheck.explain import REASONS
from claimcheck.lexicon import table as lexicon
from claimcheck.model import Suppression
from claimcheck.report import (
    FORMATS,
    ReportOptions,
    blocks,
    evidence,
    html,
    lists,
    matrix,
    reasons,
    text,
)
from claimcheck.report.html import tables
from claimcheck.report.labels import LANGUAGES, catalog, say, speaking
from claimcheck.report.reasons import measure
from claimcheck.report.words import number, plural, reading
from claimcheck.slips import EXPLANATIONS, FACTORS

PACKAGE = Path(blocks.__file__).parent
OTHERS = [language for language in LANGUAGES if language != "en"]


def literals() -> Iterator[str]:
    """Yield what the code gives to `say` and `plural`."""
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            texts = [a.value for a in node.args if isinstance(a, ast.Constant)]
            texts = [text for text in texts if isinstance(text, str)]
            if name == "say":
                yield from texts
            elif name == "plural":
                yield from (form for text in texts for form in (text, f"{text}s"))


def weights(table: dict[str, Any]) -> Iterator[str]:
    for name, value in table.items():
        if isinstance(value, dict):
            yield from weights(value)
        else:
            yield name


EVIDENCE = sorted(set(weights(lexicon("weights"))))


def everything() -> set[str]:
    reasons = {name for code in ("de", "en") for name in lexicon(f"{code}/skips")["before"]}
    return {
        *literals(), *reasons, *REASONS.values(), *EXPLANATIONS.values(), *FACTORS.values(),
        *lists.BY.values(), *text._FATES,
        *blocks.ASPECTS.values(), *blocks.MODALITIES.values(), *text._HEADS, *html.METHOD,
        *html.TITLES.values(), *tables.VERDICTS.values(), *(word for _, word in matrix._LEGEND),
        *map(evidence.phrase, EVIDENCE), *evidence._PHRASES.values(),
        "CONTRADICTIONS", "CONTRADICTIONS AND WARNINGS",
    }  # fmt: skip


def test_what_is_said_is_found():
    assert {"read as", "they cannot both be true", "same measure", "claims"} <= everything()


@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("result", "Ergebnis"),
        ("share_price", "Aktienkurs"),
        ("share", "Anteil"),
        ("accident", "Unfall"),
        ("accidents", "Unfälle"),
        ("imports", "Importe"),
    ],
)
def test_measures_are_called_as_a_journalist_calls_them(key: str, name: str):
    with speaking("de"):
        assert measure(key) == name


@pytest.mark.parametrize("language", OTHERS)
def test_everything_is_translated(language: str):
    hint = f"translate it in claimcheck/report/labels/{language}.toml"
    assert everything() - set(catalog(language)["words"]) == set(), hint


@pytest.mark.parametrize("language", OTHERS)
def test_translations_keep_their_fields(language: str):
    for english, other in catalog(language)["words"].items():
        assert re.findall(r"{\w+}", english) == re.findall(r"{\w+}", other), english


@pytest.mark.parametrize("language", OTHERS)
def test_counted_things_are_translated(language: str):
    units = lexicon("units")["units"]
    bare = {name for name, unit in units.items() if not unit.get("symbols")}
    counted = {key for code in ("de", "en") for key in lexicon(f"{code}/counts")["keys"]}
    hint = f"say what they are called in claimcheck/report/labels/{language}.toml"
    assert (bare | counted) - set(catalog(language)["units"]) == set(), hint
    assert all(len(forms) == 2 for forms in catalog(language)["units"].values())


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_is_a_file_of_toml(language: str):
    if language != "en":
        tomllib.loads((PACKAGE / "labels" / f"{language}.toml").read_text("utf-8"))


@pytest.mark.parametrize("name", EVIDENCE)
def test_no_evidence_is_named_by_its_code(name: str):
    assert evidence.known(name)


def test_all_that_silences_has_words():
    assert set(lists.BY) == set(get_args(Suppression))


def test_german_numbers_and_words():
    from decimal import Decimal

    quantity = sample().claims[0].quantity
    with speaking("de"):
        assert number(Decimal("1234.5")) == "1.234,5"
        assert plural(2, "claim") == "2\u00a0Angaben"
        assert reading(quantity) == "48,3\u00a0Mio.\u00a0EUR"
        assert say("not in the table") == "not in the table"
    assert reading(quantity) == "48.3\u00a0mn\u00a0EUR"


def test_a_language_without_words_is_english():
    with speaking("xx"):
        assert say("read as") == "read as"


@pytest.mark.parametrize("name", ["text", "html", "markdown"])
def test_reports_in_german_keep_no_english(name: str):
    options = ReportOptions(language="de", show=frozenset({"all"}), matrix=True)
    report = sample()
    quiet = tuple(msgspec.structs.replace(one, notes=()) for one in report.documents)
    shown = FORMATS[name](msgspec.structs.replace(report, documents=quiet), options)
    if name == "html":
        shown = shown.partition('<script type="application/json"')[0].partition("<body>")[2]
        shown = re.sub("<[^>]*>", " ", shown)
    assert "48,3\u00a0Mio.\u00a0EUR".replace("\u00a0", " ") in shown.replace("\u00a0", " ")
    english = r"\b(sources?|claims?|agree|they|cannot|read as|line \d|inferred|people)\b"
    quoted = {"they", "people", "4,200 people", "12 people"}
    assert set(re.findall(english, re.sub(r"[“„].*?”|claimcheck \w+", "", shown))) <= quoted


def test_what_is_counted_and_called_alike_is_german():
    german = FORMATS["text"](sample(), ReportOptions(language="de"))
    assert "Nordlicht · Umsatz  A:3" in german
    assert "Ähnlich, aber nicht vergleichbar: 1 Paar." in german
    told = FORMATS["markdown"](sample(), ReportOptions(language="de"))
    assert "1 Fehler, 0 Warnungen (10 Angaben, 3 Artikel)" in told


def test_lists_need_no_view_of_their_own():
    assert lists.reason_words("date_unknown") == "date unknown"


@pytest.mark.parametrize("language", OTHERS)
def test_what_narrows_a_claim_is_translated(language: str):
    tags = {name.split(":")[1] for name in EVIDENCE if name.startswith("scope:")}
    shown = {blocks._SCOPES.get(tag, tag) for tag in tags}
    assert shown - set(catalog(language)["words"]) == set()


@pytest.mark.parametrize("language", OTHERS)
def test_measures_that_are_named_are_known(language: str):
    domains = [table for table in lexicon("measures").values() if isinstance(table, dict)]
    known = {key for domain in domains for key in domain}
    assert set(catalog(language)["measures"]) - known == set()
    with speaking(language):
        assert reasons.measure("no_such_measure") == "no such measure"


def test_measures_in_german():
    with speaking("de"):
        assert reasons.measure("affected") == "Betroffene"
        assert reasons.measure("revenue") == "Umsatz"
        assert reasons.measure("deaths") == "Tote"
    assert reasons.measure("net_income") == "net income"
