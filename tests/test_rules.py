from datetime import date
from typing import get_args

import pytest

from claimcheck.model import Document, Level, Report
from claimcheck.rules import RULES, Example, Rule, rule_for

ALL = [pytest.param(rule, id=f"{rule.code}-{rule.name}") for rule in RULES.values()]

GRAVITY = {"info": 0, "warning": 1, "error": 2}


def audited(example: Example) -> Report:
    from claimcheck import audit

    def day(text: str | None) -> date | None:
        return date.fromisoformat(text) if text else None

    first = Document(
        text=example.a, id="a", language=example.language_a, published=day(example.published_a),
        published_from="option",
    )  # fmt: skip
    second = Document(
        text=example.b, id="b", language=example.language_b, published=day(example.published_b),
        published_from="option",
    )  # fmt: skip
    return audit([first, second])


def fired(report: Report) -> set[str]:
    """Return the codes of the rules that the comparisons of a report fall under."""
    rules = (rule_for(pair.verdict, pair.reason) for pair in report.comparisons)
    return {rule.code for rule in rules if rule}


@pytest.mark.parametrize("rule", ALL)
def test_a_rule_is_complete(rule: Rule):
    assert rule.code.startswith("CC")
    assert rule.code[2:].isdigit()
    assert rule.name == rule.name.lower()
    assert " " not in rule.name
    assert rule.level in get_args(Level)
    assert rule.reasons
    assert rule.explanation.endswith(".")
    assert len(rule.explanation.split()) >= 15
    assert rule.fires != rule.silent
    assert rule.fires.verdict == rule.verdict


@pytest.mark.parametrize("rule", ALL)
def test_no_comparison_is_graver_than_its_rule(rule: Rule):
    for example in (rule.fires, rule.silent):
        for pair in audited(example).comparisons:
            named = rule_for(pair.verdict, pair.reason)
            assert named is None or GRAVITY[pair.level] <= GRAVITY[named.level]


def test_codes_and_names_are_unique_and_sorted():
    assert list(RULES) == sorted(RULES)
    assert len({rule.name for rule in RULES.values()}) == len(RULES)


@pytest.mark.parametrize("rule", ALL)
def test_the_example_that_fires_fires(rule: Rule):
    report = audited(rule.fires)
    assert rule.code in fired(report)
    assert rule.fires.verdict in {pair.verdict for pair in report.comparisons}


@pytest.mark.parametrize("rule", ALL)
def test_the_example_that_must_not_fire_is_silent(rule: Rule):
    report = audited(rule.silent)
    assert rule.code not in fired(report)
    assert rule.silent.verdict in {pair.verdict for pair in report.comparisons}


def test_every_comparison_but_an_agreement_has_a_rule():
    assert rule_for("agreement", "value") is None
    assert rule_for("contradiction", "value") == RULES["CC101"]
    assert rule_for("contradiction", "currency") == RULES["CC102"]
    assert rule_for("not_comparable", "currency") == RULES["CC305"]
    assert rule_for("update", "later") == RULES["CC401"]
    assert rule_for("contradiction", "something new") == RULES["CC101"]
    assert rule_for("not_comparable", "something new") == RULES["CC307"]
