"""Dates and periods: golden sentences, laws, and a third language made of data alone."""

from __future__ import annotations

import importlib.util
import tomllib
from collections import defaultdict
from datetime import date
from datetime import time as clock_time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from timing import LINEAR, growth

from claimcheck.normalise.dates import calendar
from claimcheck.normalise.dates.datewords import DateWords, build, date_words
from claimcheck.normalise.dates.finder import find_dates

ROOT = Path(__file__).parent.parent
CASES = Path(__file__).parent / "cases" / "dates"
DATA = ROOT / "claimcheck" / "data"
PUBLISHED = date(2025, 9, 2)
LANGUAGES = ("de", "en")


def _script():
    spec = importlib.util.spec_from_file_location("cldr_dates", ROOT / "scripts/cldr_dates.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _table(path: Path) -> dict:
    return tomllib.loads(path.read_text("utf-8"))


def _words(language: str) -> DateWords:
    if language in LANGUAGES:
        return date_words(language)
    return build(
        language,
        _table(CASES / language / "dates.toml"),
        tomllib.loads(_script().render(language)),
    )


def _golden() -> list:
    """Return one parameter a sentence: all rows with the same text and day belong together."""
    found = defaultdict(list)
    for path in sorted(CASES.glob("*.tsv")):
        rows = [line for line in path.read_text("utf-8").splitlines() if line[:1] != "#"]
        for line in rows[1:]:
            text, published, language, *expected = line.split("\t")
            found[text, published, language].append(tuple(expected))
    return [pytest.param(*key, rows, id=f"{key[2]}: {key[0]}") for key, rows in found.items()]


def _shown(quantity) -> tuple[str, ...]:
    label = [quantity.label.replace("_", " ")] if quantity.label else []
    return (
        quantity.quote,
        *(
            "-" if part is None else f"{part:%H:%M}" if isinstance(part, clock_time) else str(part)
            for part in (quantity.value, quantity.low, quantity.high)
        ),
        quantity.qualifier,
        "; ".join([*label, *quantity.inferred]) or "-",
    )


@pytest.mark.parametrize(("text", "published", "language", "expected"), _golden())
def test_reads_what_a_person_reads(text, published, language, expected):
    day = None if published == "-" else date.fromisoformat(published)
    dates, skips = find_dates(text, _words(language), day)
    rows = [_shown(quantity) for quantity in dates]
    rows += [(skip.quote, "skipped", "-", "-", "-", skip.reason) for skip in skips]
    assert (rows or [("-", "-", "-", "-", "-", "no date")]) == expected


@pytest.mark.parametrize(
    ("text", "language", "low", "high"),
    [
        ("Umsatz im Geschäftsjahr 2025", "de", date(2024, 7, 1), date(2025, 6, 30)),
        ("Umsatz im Geschäftsjahr 2024/25", "de", date(2024, 7, 1), date(2025, 6, 30)),
        ("sales in Q4 FY2025", "en", date(2025, 4, 1), date(2025, 6, 30)),
        ("sales in FY25", "en", date(2024, 7, 1), date(2025, 6, 30)),
        ("sales in the first half of fiscal 2025", "en", date(2024, 7, 1), date(2024, 12, 31)),
        ("sales in Q4 2025", "en", date(2025, 10, 1), date(2025, 12, 31)),
    ],
)
def test_fiscal_year_opens_in_july(text, language, low, high):
    (found,), _ = find_dates(text, language, PUBLISHED, fiscal_year_start=7)
    assert (found.low, found.high) == (low, high)


@pytest.mark.parametrize(
    ("text", "language", "published", "value"),
    [
        ("Er sprach am Freitag.", "de", date(2025, 9, 5), "2025-09-05"),
        ("Er sprach am 30. Dezember.", "de", date(2026, 1, 2), "2025-12-30"),
        ("Er spricht am 2. Januar.", "de", date(2025, 12, 30), "2026-01-02"),
        ("Im vierten Quartal stieg der Umsatz.", "de", date(2026, 2, 1), "2025-Q4"),
        ("Im ersten Halbjahr stieg der Umsatz.", "de", date(2025, 11, 12), "2025-H1"),
        ("It passed the check in October.", "en", date(2025, 3, 11), "2024-10"),
        ("Last weekend it rained.", "en", date(2025, 9, 7), "2025-08-30/2025-08-31"),
    ],
)
def test_year_and_week_come_from_publication(text, language, published, value):
    (found,), _ = find_dates(text, language, published)
    assert found.value == value
    assert found.inferred or found.label == "relative_date"


def test_language_without_data_gives_nothing():
    assert find_dates("2 septembre 2025", "xx", PUBLISHED) == ([], [])


def test_names_from_cldr_are_fresh():
    for language in LANGUAGES:
        path = DATA / language / "cldr_dates.toml"
        assert path.read_text("utf-8") == _script().render(language), "run scripts/cldr_dates.py"


def _keys(table: dict, prefix: str = "") -> set[str]:
    named = {"months.", "weekdays.", "days.", "whole.", "decades.", "counts."}
    named |= {"ordinals.", "bound_phrases.", "numbered.", "to_date.", "holidays.", "terms."}
    named |= {"clock.leads.", "clock.minutes.", "clock.zones.", "clock.lengths."}
    found = set()
    for key, value in table.items():
        name = f"{prefix}{key}"
        if prefix in named:
            continue
        found.add(name)
        if isinstance(value, dict):
            found |= _keys(value, f"{name}.")
    return found


def test_languages_have_the_same_keys():
    tables = [_table(path) for path in (*DATA.glob("*/dates.toml"), CASES / "fr/dates.toml")]
    assert len(tables) >= 3
    assert all(_keys(table) == _keys(tables[0]) for table in tables)


def _lists(table: dict):
    for value in table.values():
        if isinstance(value, list):
            yield value
        elif isinstance(value, dict):
            yield from _lists(value)


@pytest.mark.parametrize("language", LANGUAGES)
def test_lists_hold_lower_case_words_once(language):
    for entries in _lists(_table(DATA / language / "dates.toml")):
        assert len(set(entries)) == len(entries), entries
        assert [entry.lower() for entry in entries] == entries


# Laws

DAYS = st.dates(date(1800, 1, 1), date(2099, 12, 31))
WORDS = """
am vom bis seit vor nach der den 2. 3. 31. 2004 1500 2100 9999 Mai März Januar Dienstag , . - – /
' Q2 H1 FY 25 Jahr Jahren Quartal vergangenen nächsten drei ersten Ende Anfang gestern um 17 Uhr on
the last next May Tuesday year ago 9/2/2025 02.09.2025 2.9. 5:26pm 1990er 90s 2012-13 2024/25 week
to ended between and Vorjahr Winter 19. Jahrhundert 9999-99-99 0001-01-01 KW 53
halb Mitternacht kurz 7.40 pm noon UTC
"""
PIECES = st.sampled_from([*WORDS.split(), "\n", "\n\n"])
LONG = ("1", ".", " ", "\n", "2004 ", "1. ", "2.9.", "Mai ", "im ", "vor drei ", "Jahr ", "bis ",
        "next ", "in the ", "1-", "1990er-", "Mai bis ", "the week to ")  # fmt: skip


def _hold(text: str, language: str, published: date | None) -> None:
    """Check what holds for every text: spans in order, apart, and slicing to the quote."""
    dates, skips = find_dates(text, language, published)
    end = 0
    for found in dates:
        assert text[found.span.start : found.span.end] == found.quote
        assert end <= found.span.start < found.span.end
        end = found.span.end
        if found.unit != "time_of_day" and found.low and found.high:
            assert found.low <= found.high
        assert (found.value is None) == (found.low is None and found.high is None)
        if found.value is None:
            assert found.inferred
    for skip in skips:
        assert text[skip.span.start : skip.span.end] == skip.quote


@given(st.lists(PIECES, max_size=14), st.sampled_from(LANGUAGES), st.none() | DAYS)
def test_no_order_of_date_words_breaks(pieces, language, published):
    _hold(" ".join(pieces), language, published)
    _hold("".join(pieces), language, published)


def _strings(table) -> set[str]:
    """Return all words of a table of the data, keys as well."""
    if isinstance(table, dict):
        return {*table}.union(*map(_strings, table.values()))
    return set(table) if isinstance(table, list) else set()


KNOWN = sorted(
    word
    for language in LANGUAGES
    for word in _strings(_table(DATA / language / "dates.toml"))
    if isinstance(word, str)
)


@settings(max_examples=1000, deadline=None)
@given(
    st.lists(st.sampled_from(KNOWN) | PIECES, min_size=2, max_size=7),
    st.sampled_from(LANGUAGES),
    st.none() | DAYS,
)
def test_no_order_of_known_words_breaks(words, language, published):
    _hold(" ".join(words), language, published)
    _hold(" ".join(word.capitalize() for word in words), language, published)


@given(st.text(max_size=60), st.sampled_from(LANGUAGES))
def test_no_text_breaks(text, language):
    _hold(text, language, PUBLISHED)


@pytest.mark.parametrize("published", [date.min, date.max, date(1, 3, 1), date(9999, 11, 30)])
def test_ends_of_the_calendar_hold(published):
    _hold("vor drei Jahren, nächstes Jahr, im Mai, Q4, kommenden Montag", "de", published)
    _hold("three years ago, next winter, in May, last weekend, the 99th century", "en", published)


@given(DAYS, st.sampled_from(LANGUAGES))
def test_written_days_are_read_back(day, language):
    words = date_words(language)
    name = [name for name, number in words.months.items() if number == day.month][-1].capitalize()
    forms = {
        "de": (f"{day.day}. {name} {day.year}", f"{day:%d.%m.%Y}"),
        "en": (f"{name} {day.day}, {day.year}", f"{day.day} {name} {day.year}", f"{day:%m/%d/%Y}"),
    }[language]  # fmt: skip
    for form in (*forms, day.isoformat()):
        (found,), skips = find_dates(f"x {form} y", language, None)
        assert (found.quote, found.value, skips) == (form, day.isoformat(), [])
        assert found.low == found.high == day


@given(st.integers(1900, 2090), st.integers(1, 4))
def test_written_quarters_are_read_back(year, index):
    word = ("first", "second", "third", "fourth")[index - 1]
    for text, language in (
        (f"im {index}. Quartal {year}", "de"),
        (f"in Q{index} {year}", "de"),
        (f"in the {word} quarter of {year}", "en"),
    ):
        (found,), _ = find_dates(text, language, None)
        assert found.value == f"{year}-Q{index}"


@given(DAYS, st.sampled_from(sorted({"day", "week", *calendar.MONTHS_IN} - {"century"})))
def test_a_unit_holds_its_day(day, unit):
    low, high = calendar.around(day, unit)
    assert low <= day <= high
    assert calendar.around(high, unit) == (low, high)


@pytest.mark.parametrize("piece", LONG)
@pytest.mark.parametrize("language", LANGUAGES)
def test_time_grows_with_the_length(piece, language):
    assert growth(lambda text: find_dates(text, language, PUBLISHED), piece, 16_000) < LINEAR
