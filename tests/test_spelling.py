"""Names in two spellings are one subject, and lower a contradiction to a warning."""

from __future__ import annotations

import subprocess
import sys

import pytest

from claimcheck import Document, audit
from claimcheck.match.spelling import folded, spellings

TEXT = "{} erhielt bei der Wahl am 1. Juni 2025 in Rosental {} Stimmen."


def report(one: str, other: str):
    texts = (TEXT.format(one, "10.412.300"), TEXT.format(other, "10.421.300"))
    return audit([Document(text=t, id=i, language="de") for t, i in zip(texts, "ab", strict=True)])


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("trzaskowski", "trzaskowsky"),
        ("müllerin", "muellerin"),
        ("weißmann", "weissmann"),
        ("janošević", "janosevic"),
        ("tschernobyl", "tschernobil"),
    ],
)
def test_spellings_of_one_name(word: str, other: str):
    assert spellings(frozenset({word}), frozenset({other})) == {word: other}


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("austria", "australia"),
        ("slowakei", "slowenien"),
        ("niger", "nigeria"),
        ("daniel", "daniela"),
        ("johanna", "johannes"),
        ("hansen", "jansen"),
        ("nordkorea", "südkorea"),
        ("meyer", "meier"),
    ],
)
def test_names_that_only_look_alike(word: str, other: str):
    assert spellings(frozenset({word}), frozenset({other})) == {}
    assert spellings(frozenset({other}), frozenset({word})) == {}


def test_a_name_that_both_have_is_itself():
    both = frozenset({"trzaskowski", "trzaskowsky"})
    assert spellings(both, frozenset({"trzaskowski"})) == {}


def test_letters_are_folded():
    assert folded("Jürgen Weiß-Łukasz") == "juergen weiss-lukasz"


def test_a_contradiction_over_two_spellings_is_a_warning_at_most():
    same, other = (report("Trzaskowski", name) for name in ("Trzaskowski", "Trzaskowsky"))
    levels = [[f.level for f in one.findings if f.rule.startswith("CC1")] for one in (same, other)]
    assert levels[0]
    assert levels[1]
    assert "error" not in levels[1]


def test_rapidfuzz_is_loaded_only_for_names_that_look_alike():
    code = (
        "import sys; from claimcheck import Document, audit\n"
        "audit([Document(text=t, id=t, language='de') for t in sys.argv[1:]])\n"
        "print('rapidfuzz' in sys.modules)"
    )
    for other, loaded in (("Trzaskowsky", "True\n"), ("Trzaskowski", "False\n")):
        texts = [TEXT.format(name, "5.000") for name in ("Trzaskowski", other)]
        command = [sys.executable, "-c", code, *texts]
        assert subprocess.run(command, capture_output=True, text=True, check=True).stdout == loaded
