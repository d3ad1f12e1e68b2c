"""The data about sentences and kinds of text: the same keys in each language, no word twice."""

from collections import Counter

import pytest

from claimcheck.lexicon import languages, table

CODES = ("de", "en")


def lists(data: dict[str, object], prefix: str = "") -> dict[str, list[str]]:
    """Return all lists of a table by their dotted names."""
    found: dict[str, list[str]] = {}
    for key, value in data.items():
        if isinstance(value, dict):
            found |= lists(value, f"{prefix}{key}.")
        elif isinstance(value, list):
            found[prefix + key] = value
    return found


def test_both_languages_have_the_same_keys():
    assert set(CODES) <= set(languages())
    german, english = (table(f"{code}/text") for code in CODES)
    assert set(german) == set(english)
    assert set(lists(german)) == set(lists(english))


@pytest.mark.parametrize("code", CODES)
def test_no_word_is_listed_twice_and_all_are_lower_case(code: str):
    for name, words in lists(table(f"{code}/text")).items():
        assert [word for word, count in Counter(words).items() if count > 1] == [], name
        assert [word for word in words if word != word.lower()] == [], name


@pytest.mark.parametrize("code", CODES)
def test_an_abbreviation_is_listed_without_its_last_full_stop(code: str):
    data = table(f"{code}/text")
    assert not [w for w in data["abbreviations"] + data["abbreviations_final"] if w.endswith(".")]
    assert not set(data["abbreviations"]) & set(data["abbreviations_final"])
