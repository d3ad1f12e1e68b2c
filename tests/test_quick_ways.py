"""What is done in a quicker way gives what the plain way gives."""

from __future__ import annotations

import gc
import shutil
from functools import cache
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.cli.output import terminal_width
from claimcheck.endings import ending_test
from claimcheck.extract.concepts.lexicon import lexicon
from claimcheck.extract.concepts.wordbuild import shipped
from claimcheck.extract.names.actors import Actors
from claimcheck.extract.names.cast import Cast
from claimcheck.extract.names.titled import Titled
from claimcheck.extract.subjects.before.focus import Focus
from claimcheck.extract.subjects.before.passed import in_focus, spoken_of, without_numbers
from claimcheck.extract.words.usage import read_usage
from claimcheck.lexicon import languages, table
from claimcheck.memory import few_collections
from claimcheck.model import Named, Sentence
from claimcheck.normalise import scan
from claimcheck.normalise.language import load
from claimcheck.normalise.quantities.hints import hints
from claimcheck.normalise.unread.cues import cues
from claimcheck.report.cells import cell_len

LETTERS = st.text("aeäg", max_size=5)
BODY, NAME = Named("Die Werft", "werft"), Named("Nordlicht", "nordlicht")
WORDS = ["Die", "der", "dem", "ein", "neue", "Werft", "Bank", "Umsatz", "Konzern", "Leiter",
         "Sprecherin", "Nordlicht", "Anna", "Berg", "DRK", "und", "in", "mit", "stieg", ",",
         "."]  # fmt: skip
SAID = {"a": (BODY, None), "b": (None, NAME), "c": (None, None)}


@given(st.lists(LETTERS.filter(bool), max_size=8), LETTERS)
def test_many_endings_are_those_of_endswith(endings, word):
    assert ending_test(endings)(word) == word.endswith(tuple(endings))


def test_garbage_is_collected_as_before_afterwards():
    usual = gc.get_threshold()
    with few_collections():
        assert gc.get_threshold()[0] > usual[0]
    assert gc.get_threshold() == usual
    with pytest.raises(ZeroDivisionError), few_collections():
        _ = 1 / 0
    assert gc.get_threshold() == usual


def test_what_was_made_with_few_collections_is_no_longer_young():
    with few_collections():
        made = [[number] for number in range(50_000)]
    assert gc.get_count()[0] < len(made)


@given(st.text("abcABC", max_size=8))
def test_focus_is_that_of_reading_every_sentence_at_once(letters):
    """Small letters are sentences without a number, capitals those with one."""
    sentence = Sentence(start=0, end=1, paragraph=0, role="body", language="de")
    late = Focus(
        lambda _, words, only: (None if only else SAID[words[0]][0], SAID[words[0]][1]),
        lambda _: pytest.fail("nobody asks for the sentence before"),
        Cast(Actors(), {}, Titled([], "de")),
    )
    actor = name = None
    for letter in letters:
        first, proper = SAID[letter.lower()]
        actor, name = first or actor, proper or name
        if letter.islower():
            late.pass_by([(sentence, (letter,))])
        else:
            late.follow(0, first, proper)
    assert (late.name, late.proper) == (actor, name)


@settings(deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=9))
def test_what_is_spoken_of_is_what_the_whole_analysis_says(behind):
    words = ["Die", *behind]
    sentence = Sentence(start=0, end=1, paragraph=0, role="body", language="de")
    usage = read_usage([words], "de")
    glanced = spoken_of(sentence, tuple(words), usage, lexicon(), only_name=False)
    analysis = without_numbers(sentence, tuple(words), usage, lexicon())
    assert glanced == in_focus(analysis)


def test_packed_meanings_of_words_are_those_that_are_built():
    """After a change of code that reads forms of words, `make data` makes them anew."""
    built = shipped()
    assert len(built) == len(languages())
    for name, words in built.items():
        plain = msgspec.json.decode(msgspec.json.encode(words, order="deterministic"))
        assert plain == table(name)


@given(st.text(st.sampled_from("aZ9 ß„“–…·€≠≤≥≈→−°\u00a0\u0301\u200b漢カ😀"), max_size=6))
def test_widths_of_texts_are_those_of_rich(text):
    from rich.cells import cell_len as width

    assert cell_len(text) == width(text)


def test_letters_that_take_one_cell_do_so_for_rich():
    from rich.cells import cell_len as width

    letters = map(chr, [*range(0x20, 0x7F), *range(0xA0, 0x3000)])
    assert all(cell_len(letter) == width(letter) for letter in letters)


@pytest.mark.parametrize("columns", ["", "120", "0", "wide", "-3"])
def test_the_width_of_a_terminal_is_that_of_shutil(monkeypatch, columns):
    monkeypatch.setenv("COLUMNS", columns)
    assert terminal_width(99) == shutil.get_terminal_size((99, 24)).columns


ROWS = [
    line.split("\t")[:2]
    for path in sorted(Path(__file__).parent.glob("cases/normalise/*.tsv"))
    for line in path.read_text("utf-8").splitlines()
    if line and not line.startswith("# ")
]


@cache
def around_numbers(language):
    """Return words of the rows of a language, and numbers, to make texts of."""
    words = {word for text, code in ROWS if code == language for word in text.split()}
    return [*sorted(words), *"()%,.-:/"] + ["7", "12", "1.500", "1,500", "2024", "zwei", "two"] * 99


@pytest.fixture
def asking_all(monkeypatch):
    """Ask every rule at every number, whatever the words beside it are."""
    for code in languages():
        for quick in (hints(load(code)), cues(load(code))):
            for name, answer in {
                "ends": False, "apart": False, "passes": False, "leads": False, "follows": False,
                "touches": True, "hedges": True, "aged": True, "leads_one": True,
                "ranks_beside": True,
            }.items():  # fmt: skip
                if hasattr(quick, name):
                    monkeypatch.setattr(quick, name, lambda *_, answer=answer: answer)


QUICKLY = [scan(text, language) for text, language in ROWS]


def test_rules_that_are_not_asked_would_not_have_fired(asking_all):
    assert [scan(text, language) for text, language in ROWS] == QUICKLY


@pytest.mark.parametrize("language", ["de", "en"])
def test_rules_that_are_not_asked_fire_in_no_text(language, request):
    found = {}

    @settings(deadline=None, max_examples=200)
    @given(st.lists(st.sampled_from(around_numbers(language)), min_size=2, max_size=9))
    def quick_is_slow(words):
        text = " ".join(words)
        if text in found:
            assert scan(text, language) == found[text]
        else:
            found[text] = scan(text, language)

    quick_is_slow()
    request.getfixturevalue("asking_all")
    for text, quick in found.items():
        assert scan(text, language) == quick, text
