"""Whether two claims can both be true, and what slip would explain it if they cannot."""

import json
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from claimcheck.compare import STEPS, Ladder, Pair, Thresholds, compare
from claimcheck.explain import REASONS, explain
from claimcheck.extract import Context, Extraction
from claimcheck.match import Match
from claimcheck.match.meeting import meet
from claimcheck.match.nodes import Node, build
from claimcheck.match.relations import subject_relation
from claimcheck.model import Claim, Document, Named, Period, Quantity, Span, TextSpan
from claimcheck.normalise import normalise
from claimcheck.slips import EXPLANATIONS, hints, may_slip, slips

CASES = Path(__file__).parent / "cases" / "compare"
BY_NAME = {step.__name__.strip("_"): step for step in STEPS}


def rows(name: str) -> list[dict[str, Any]]:
    """Return the golden rows of a file."""
    return [json.loads(line) for line in (CASES / name).read_text("utf-8").splitlines()]


def label(row: dict[str, Any]) -> str:
    texts = (side if isinstance(side, str) else side["text"] for side in (row["a"], row["b"]))
    return " | ".join((*([row["step"]] if "step" in row else []), *texts))


def languages(row: dict[str, Any]) -> tuple[str, str]:
    one, _, two = row.get("lang", "de").partition("+")
    return one, two or one


def quantity(text: str, language: str = "de") -> Quantity:
    """Return the only quantity in a phrase."""
    (found,) = normalise(text, language=language, published=date(2026, 6, 1))
    return found


def claim(side: Any, document: str, language: str = "de") -> Claim:
    """Return a claim as a row describes it: a phrase, or a phrase and parts of a claim."""
    fields = {"text": side} if isinstance(side, str) else side
    text = fields["text"]
    period = fields.get("period")
    days = [date.fromisoformat(day) for day in period] if period else [None, None]
    named = {
        part: Named(fields[part], fields[part]) if part in fields else None
        for part in ("subject", "measure")
    }
    return Claim(
        id=f"{document}:0",
        document=document,
        span=Span(0, len(text), 1, 1, 1, len(text) + 1),
        quote=text,
        sentence=TextSpan(0, len(text)),
        quantity=quantity(text, language),
        subject=named["subject"],
        measure=named["measure"],
        aspect=fields.get("aspect", "level"),
        period=Period("", *days) if period else None,
        modality=fields.get("modality", "stated"),
        speaker=fields.get("speaker"),
        inferred=tuple(fields.get("inferred", ())),
        scope=tuple(fields.get("scope", ())),
    )


def nodes(*claims: Claim, told: Sequence[str] = ("de",) * 3) -> list[Node]:
    """Return the claims made ready for matching, one a document."""
    context = Context(
        keys=(), strengths=(), siblings=frozenset(), noun=frozenset(),
        left="", right="", role="body", position=0.0,
    )  # fmt: skip
    return build(
        [
            Extraction(Document(text="", language=language), (one,), (), {one.id: context})
            for one, language in zip(claims, told, strict=False)
        ]
    )


def pair(row: dict[str, Any]) -> Pair:
    """Return the pair that a row describes."""
    sides = (row["a"], row["b"])
    claims = [claim(s, d, lang) for s, d, lang in zip(sides, "xy", languages(row), strict=True)]
    first, second = nodes(*claims, told=languages(row))
    days = [s.get("published") if isinstance(s, dict) else None for s in sides]
    documents = [
        Document(text="", id=d, language=lang, published=date.fromisoformat(day) if day else None)
        for d, day, lang in zip("xy", days, languages(row), strict=True)
    ]
    match = Match(first, second, meet(first, second), row.get("score", 0.85), (), ())
    return Pair(match, *documents)


@pytest.mark.parametrize(
    ("one", "two", "told", "relation"),
    [
        ("Fähre", "Astrelia", "dede", "unknown"),  # one may be the other
        ("Spediteur", "Norvia", "dede", "unknown"),
        ("ferry", "Astrelia", "ende", "unknown"),
        ("Fähre", "Werft", "dede", "differs"),
        ("Astrelia", "Norvia", "dede", "differs"),
        ("Länder", "germany", "dede", "differs"),  # a place is called by its name
        ("Anton Rehse", "Norvia", "dede", "differs"),
    ],
)
def test_a_noun_may_be_what_another_article_has_a_name_for(one, two, told, relation):
    sides = ({"text": "450 Euro", "subject": one}, {"text": "540 Euro", "subject": two})
    claims = [claim(side, document) for side, document in zip(sides, "xy", strict=True)]
    made = nodes(*claims, told=(told[:2], told[2:]))
    assert subject_relation(*made) == relation


@pytest.mark.parametrize("row", rows("values.jsonl"), ids=label)
def test_whether_values_meet(row: dict[str, Any]):
    one, two = (
        claim(side, document, language)
        for side, document, language in zip((row["a"], row["b"]), "xy", languages(row), strict=True)
    )
    first, second = nodes(one, two)
    assert first.block == second.block
    assert meet(first, second) == meet(second, first) == row["meet"]


@pytest.mark.parametrize("row", rows("slips.jsonl"), ids=label)
def test_slips(row: dict[str, Any]):
    one, two = (
        claim(side, document, language)
        for side, document, language in zip((row["a"], row["b"]), "xy", languages(row), strict=True)
    )
    assert list(slips(one, two)) == row["slips"]
    assert slips(two, one) == slips(one, two)


@pytest.mark.parametrize("row", rows("heard.jsonl"), ids=label)
def test_what_may_be_misheard(row: dict[str, Any]):
    one, two = (
        claim(side, document, language)
        for side, document, language in zip((row["a"], row["b"]), "xy", languages(row), strict=True)
    )
    assert list(hints(one, two)) == row["slips"]
    assert hints(two, one) == hints(one, two)
    assert not slips(one, two)


def test_every_slip_has_a_row_and_an_explanation():
    beside_a_third = {"previous_figure", "change_for_level", "implied"}
    told = [*rows("slips.jsonl"), *rows("heard.jsonl")]
    named = {slip for row in told for slip in row["slips"]}
    assert named | beside_a_third == set(EXPLANATIONS)


@pytest.mark.parametrize("row", rows("slips.jsonl"), ids=label)
def test_the_quick_test_misses_no_slip(row: dict[str, Any]):
    sides = (row["a"], row["b"])
    claims = [claim(s, d, lang) for s, d, lang in zip(sides, "xy", languages(row), strict=True)]
    one, two = nodes(*claims)
    if set(row["slips"]) - {"weekday"} and one.value != two.value:
        assert may_slip(one.digits, two.digits, one.block == "date")


@pytest.mark.parametrize("row", rows("ladder.jsonl"), ids=label)
def test_ladder(row: dict[str, Any]):
    held = pair(row)
    for turned in (held, flipped(held)):
        outcome = BY_NAME[row["step"]](turned)
        assert outcome == ((row["verdict"], row["reason"]) if row["fires"] else None)


@pytest.mark.parametrize("row", [r for r in rows("ladder.jsonl") if r["fires"]], ids=label)
def test_no_step_before_decides_otherwise(row: dict[str, Any]):
    """The ladder as a whole says what the step says, where the step is the first to fire."""
    assert Ladder(Thresholds()).verdict(pair(row)) == (row["verdict"], row["reason"])


@pytest.mark.parametrize(
    ("a", "b", "below", "above"),
    [
        ("41 Prozent", "57 Prozent", 0.93, 0.96),
        ("2,5 Prozent", "2,5 Prozentpunkte", 0.78, 0.85),  # a slip explains it
        ("13 Kilometer", "30 Kilometer", 0.83, 0.87),
        ("14 Kilometer", "26 Kilometer", 0.78, 0.83),
    ],
)
def test_from_which_score_figures_contradict_each_other(a: str, b: str, below: float, above: float):
    told = [Ladder().verdict(pair({"a": a, "b": b, "score": score})) for score in (below, above)]
    assert [outcome is not None for outcome in told] == [False, True]


@pytest.mark.parametrize(
    ("a", "b", "score", "told"),
    [
        ("mehr als 600 Feuerwehrleute", "700 Trauernde", 0.8, False),
        ("mehr als 600 Feuerwehrleute", "700 Trauernde", 0.84, True),
        ("600 Feuerwehrleute", "600 Helfer", 0.8, True),
    ],
)
def test_from_which_score_counts_of_two_kinds_agree(a: str, b: str, score: float, told: bool):
    outcome = Ladder().verdict(pair({"a": a, "b": b, "score": score}))
    assert (outcome is not None) is told


@pytest.mark.parametrize("step", BY_NAME)
def test_every_step_fires_and_does_not(step: str):
    fires = {row["fires"] for row in rows("ladder.jsonl") if row["step"] == step}
    last = step == list(BY_NAME)[-1]
    assert fires == ({True} if last else {True, False})


def flipped(held: Pair) -> Pair:
    match = replace(held.match, a=held.match.b, b=held.match.a)
    return Pair(match, held.second, held.first)


def test_every_reason_is_put_in_words():
    assert {row["reason"] for row in rows("ladder.jsonl") if row["fires"]} <= set(REASONS)


def test_what_is_hardly_alike_is_not_reported():
    row = {"a": "450 Euro", "b": "540 Euro"}
    assert Ladder().verdict(pair(row | {"score": 0.1})) is None
    assert Ladder().verdict(pair(row | {"score": 0.99})) == ("contradiction", "value")
    same = {"a": "450 Euro", "b": "450 Euro"}
    assert Ladder().verdict(pair(same | {"score": 0.4})) is None


@pytest.mark.parametrize(
    ("one", "other", "measure", "told"),
    [
        ("sieben Tage", "eine Woche", "duration", False),
        ("7 Tage", "eine Woche", None, False),
        ("sieben Tage", "eine Woche", "walkout_length", True),
        ("neun Tage", "neun Tage", "duration", True),
    ],
)
def test_a_customary_length_of_nothing_known_needs_a_surer_pair(
    one: str, other: str, measure: str | None, told: bool
):
    parts = {"measure": measure} if measure else {}
    row: dict[str, Any] = {"a": {"text": one, **parts}, "b": {"text": other, **parts}}
    assert (Ladder().verdict(pair(row | {"score": 0.8})) is not None) == told
    assert Ladder().verdict(pair(row | {"score": 0.95})) is not None


def test_an_error_rests_on_written_words_alone():
    written = pair({"a": "450 Euro", "b": "540 Euro", "score": 0.99})
    assert Ladder().level(written, "contradiction") == "error"
    unsure = pair({"a": "450 Euro", "b": "540 Euro", "score": 0.7})
    assert Ladder().level(unsure, "contradiction") == "warning"
    for part in ("subject", "measure", "period"):
        side = {"text": "450 Euro", "inferred": [part]}
        inferred = pair({"a": side, "b": "540 Euro", "score": 0.99})
        assert Ladder().level(inferred, "contradiction") == "warning"
    assert Ladder().level(written, "agreement") == "info"
    assert Ladder().level(written, "contradiction", "later_and_lower") == "warning"


def test_the_explanation_has_both_quotes_and_the_slip():
    held = pair({"a": "150.000 Prozessoren", "b": "15.000 Prozessoren"})
    text = explain(held.a, held.b, "contradiction", "value", slips(held.a, held.b))
    assert "“150.000 Prozessoren” ≠ “15.000 Prozessoren”" in text
    assert "factor of exactly ten" in text


def test_a_comparison_names_claims_verdict_and_slips():
    held = pair({"a": "150.000 Prozessoren", "b": "15.000 Prozessoren", "score": 0.97})
    (found,) = compare([held.match], [held.first, held.second])
    assert (found.a, found.b, found.verdict) == ("x:0", "y:0", "contradiction")
    assert (found.slips, found.level, found.score) == (("power_of_ten",), "error", 0.97)


AMOUNTS = st.decimals(min_value=1, max_value=10**6, places=1, allow_nan=False)


@settings(max_examples=60, deadline=None)
@given(AMOUNTS, AMOUNTS)
def test_slips_do_not_depend_on_the_order(one: Decimal, two: Decimal):
    first, second = (claim("450 Euro", name) for name in "xy")
    first, second = (
        replace(c, quantity=replace(c.quantity, value=v)) for c, v in ((first, one), (second, two))
    )
    assert slips(first, second) == slips(second, first)
    assert slips(first, first) == ()


@settings(max_examples=60, deadline=None)
@given(AMOUNTS, AMOUNTS)
def test_a_value_meets_itself_and_meeting_has_no_order(one: Decimal, two: Decimal):
    first, second = nodes(claim(f"{one} Euro".replace(".", ","), "x"),
                          claim(f"{two} Euro".replace(".", ","), "y"))  # fmt: skip
    assert meet(first, first)
    assert meet(first, second) == meet(second, first)
    if abs(one - two) > Decimal("0.1"):
        assert not meet(first, second)


def test_a_rank_on_either_side_needs_a_surer_pair():
    held = pair({"a": "16 fights", "b": "the 16th fight", "score": 0.8, "lang": "en"})
    assert [node.block for node in (held.match.a, held.match.b)] == ["count", "rank"]
    for turned in (held, flipped(held)):
        surer = replace(turned, match=replace(turned.match, meets=True))
        assert Ladder().verdict(surer) is None


@pytest.mark.parametrize(
    ("one", "two", "measures", "told"),
    [
        ("64 Prozent", "46 Prozent", ("turnout", "share"), False),
        ("640 Millionen Euro", "460 Millionen Euro", ("revenue", "costs"), False),
        ("64 Prozent", "46 Prozent", ("turnout", "turnout"), True),
        ("64,2 Prozent", "46,2 Prozent", ("turnout", "share"), True),
    ],
)
def test_two_swapped_digits_of_two_measures_are_chance(
    one: str, two: str, measures: tuple[str, str], told: bool
):
    held = pair(
        {
            "a": {"text": one, "measure": measures[0]},
            "b": {"text": two, "measure": measures[1]},
            "score": 0.88,
        }
    )
    assert (Ladder(Thresholds()).verdict(held) is not None) is told


@pytest.mark.parametrize(
    ("two", "whose", "strangers", "told"),
    [
        ("265.000 Menschen", "Alba", True, False),
        ("265.000 Menschen", "Alba", False, True),
        ("265.000 Menschen", "Velora", True, True),
        ("265.000 Pfleger", "Alba", True, True),
    ],
)
def test_swapped_digits_of_two_kinds_of_things_are_chance_between_strangers(
    two: str, whose: str, strangers: bool, told: bool
):
    nurses = {"text": "625.000 Pfleger", "subject": "Velora", "measure": "nurses"}
    other = {"text": two, "subject": whose, "measure": "nurses"}
    held = pair({"a": nurses, "b": other, "score": 0.75})
    held = replace(held, match=replace(held.match, strangers=strangers))
    assert (Ladder(Thresholds()).verdict(held) or ("", ""))[0] == ("contradiction" if told else "")


@pytest.mark.parametrize(
    ("parts", "told"),
    [
        (({"measure": "opening"}, {"measure": "opening"}), True),
        (({"subject": "Ford"}, {"subject": "Ford", "measure": "opening"}), True),
        (({"measure": "opening"}, {}), False),
        (({}, {}), False),
    ],
)
def test_days_that_are_periods_of_other_figures_must_be_surer(
    parts: tuple[dict[str, str], dict[str, str]], told: bool
):
    one, two = ({"text": "am 3. April 2026", **part} for part in parts)
    held = pair({"a": one, "b": two, "score": 0.85})
    assert Ladder(Thresholds()).verdict(held) is not None
    a, b = (replace(node, period=True) for node in (held.match.a, held.match.b))
    held = replace(held, match=replace(held.match, a=a, b=b))
    assert (Ladder(Thresholds()).verdict(held) is not None) is told
