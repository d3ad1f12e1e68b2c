"""The rules: what a finding means, with a text that fires it and one that must not.

A rule is a record. To add one, add a row here and let the comparator name it; the tests
hold every rule to its two examples, and `claimcheck rule` prints them.
"""

from __future__ import annotations

from typing import Literal

from claimcheck.model import Level, Record, Verdict


class Example(Record, frozen=True, kw_only=True):
    """Two short articles, one claim each, and what holds between the claims.

    `published_a` and `published_b` are ISO dates for rules that need them.
    """

    a: str
    b: str
    verdict: Verdict
    language_a: Literal["de", "en"] = "en"
    language_b: Literal["de", "en"] = "en"
    published_a: str | None = None
    published_b: str | None = None


class Rule(Record, frozen=True, kw_only=True):
    """A kind of finding.

    `level` is the highest that the rule raises: what rests on something inferred is
    raised one lower. `verdict` and `reasons` are the comparisons it stands for.
    """

    code: str
    name: str
    level: Level
    verdict: Verdict
    reasons: tuple[str, ...]
    explanation: str
    fires: Example
    silent: Example


_RULES = (
    Rule(
        code="CC101",
        name="value-conflict",
        level="error",
        verdict="contradiction",
        reasons=("value",),
        explanation=(
            "Two texts give different values for one fact: the same subject, measure, period "
            "and kind of figure. Both are read as the interval that their wording allows, and "
            "the intervals do not meet, so rounding, hedges and units do not explain it."
        ),
        fires=Example(
            a="The Harlow brewery employs 1,252 people at its plant in Leeds.",
            b="The Harlow brewery employs 1,520 people at its plant in Leeds.",
            verdict="contradiction",
        ),
        silent=Example(
            a="The Harlow brewery employs 1,252 people at its plant in Leeds.",
            b="The Harlow brewery employs about 1,250 people at its plant in Leeds.",
            verdict="agreement",
        ),
    ),
    Rule(
        code="CC102",
        name="unit-or-currency-conflict",
        level="error",
        verdict="contradiction",
        reasons=("unit", "currency"),
        explanation=(
            "Two texts give the same number for one fact under different units or currencies: "
            "miles for kilometres, euros for dollars. One of them is a slip. Different numbers "
            "in different currencies are not compared at all unless exchange rates are given."
        ),
        fires=Example(
            a="Die Reederei Nordlicht kaufte die Werft für 48,3 Millionen Euro.",
            b="Die Reederei Nordlicht kaufte die Werft für 48,3 Millionen Dollar.",
            verdict="contradiction",
            language_a="de",
            language_b="de",
        ),
        silent=Example(
            a="The new footpath is 62 miles long.",
            b="Der neue Wanderweg ist 100 Kilometer lang.",
            verdict="agreement",
            language_b="de",
        ),
    ),
    Rule(
        code="CC103",
        name="party-against-party",
        level="warning",
        verdict="contradiction",
        reasons=("party",),
        explanation=(
            "Two parties count differently, and the texts say who counted: the police and the "
            "organisers of a march, a company and a union. The figures contradict each other, "
            "but no article need be wrong. A report that gives one figure should name its source."
        ),
        fires=Example(
            a="Nach Angaben der Polizei kamen 3.100 Menschen zu der Demonstration in Kiel.",
            b="Nach Angaben der Veranstalter kamen 31.000 Menschen zu der Demonstration in Kiel.",
            verdict="contradiction",
            language_a="de",
            language_b="de",
            published_a="2025-05-05",
            published_b="2025-05-05",
        ),
        silent=Example(
            a="Nach Angaben der Polizei kamen 3.100 Menschen zu der Demonstration in Kiel.",
            b="Police said 3,100 people took part in the demonstration in Kiel.",
            verdict="agreement",
            language_a="de",
            published_a="2025-05-05",
            published_b="2025-05-05",
        ),
    ),
    Rule(
        code="CC201",
        name="date-conflict",
        level="error",
        verdict="contradiction",
        reasons=("date",),
        explanation=(
            "Two texts date one event differently. Each date is read as the days that its "
            "wording allows, and no day is in both; a clock time as the minutes. "
            'Relative dates such as "on Tuesday" are '
            "resolved against the date of publication; where that is inferred, so is the finding."
        ),
        fires=Example(
            a="The Altona Museum reopens on 12 October 2025 after repairs that cost 8.4 million "
            "euros and took 26 months.",
            b="The Altona Museum reopens on 12 November 2025 after repairs that took 26 months "
            "and cost 8.4 million euros.",
            verdict="contradiction",
        ),
        silent=Example(
            a="The Altona Museum reopens on 12 October 2025.",
            b="Das Altona Museum eröffnet Mitte Oktober 2025 wieder.",
            verdict="agreement",
            language_b="de",
        ),
    ),
    Rule(
        code="CC301",
        name="other-period",
        level="info",
        verdict="not_comparable",
        reasons=("period",),
        explanation=(
            "The figures look alike but belong to different times: another quarter, a year and "
            "a quarter, the year before. They are shown so that nobody compares them by eye, "
            "and are no contradiction."
        ),
        fires=Example(
            a="Harlow had revenue of 310 million dollars in the first quarter of 2025.",
            b="Harlow had revenue of 340 million dollars in the second quarter of 2025.",
            verdict="not_comparable",
        ),
        silent=Example(
            a="Harlow had revenue of 310 million dollars in the first quarter of 2025.",
            b="Harlow had revenue of 340 million dollars in the first quarter of 2025.",
            verdict="contradiction",
        ),
    ),
    Rule(
        code="CC302",
        name="other-scope",
        level="info",
        verdict="not_comparable",
        reasons=("scope",),
        explanation=(
            "One figure is for a part of what the other is for: a segment and the group, a town "
            "and the country, one unit and the total, adjusted and as reported."
        ),
        fires=Example(
            a="Die Reederei Nordlicht beschäftigt 4.210 Menschen.",
            b="Die Reederei Nordlicht beschäftigt allein in Kiel 3.950 Menschen.",
            verdict="not_comparable",
            language_a="de",
            language_b="de",
        ),
        silent=Example(
            a="Die Reederei Nordlicht beschäftigt 4.210 Menschen.",
            b="Die Reederei Nordlicht beschäftigt rund 4.200 Menschen.",
            verdict="agreement",
            language_a="de",
            language_b="de",
        ),
    ),
    Rule(
        code="CC303",
        name="other-modality",
        level="info",
        verdict="not_comparable",
        reasons=("modality",),
        explanation=(
            "One figure is stated as a fact, the other is a forecast, a plan, a limit or denied. "
            "A plan is not contradicted by what came of it."
        ),
        fires=Example(
            a="The brewery Harlow expects revenue of 912 million dollars in 2025.",
            b="The brewery Harlow had revenue of 843 million dollars in 2025.",
            verdict="not_comparable",
        ),
        silent=Example(
            a="The brewery Harlow had revenue of 912 million dollars in 2025.",
            b="The brewery Harlow had revenue of 843 million dollars in 2025.",
            verdict="contradiction",
        ),
    ),
    Rule(
        code="CC304",
        name="other-aspect",
        level="info",
        verdict="not_comparable",
        reasons=("aspect", "percent_vs_points"),
        explanation=(
            "One figure is a level, the other a change, a share, a rate or a rank; or one is in "
            "percent and the other in percentage points. They describe one thing and measure "
            "two."
        ),
        fires=Example(
            a="The price of a Harlow share rose to 34 dollars on 3 March 2025.",
            b="The price of a Harlow share rose by 3 dollars on 3 March 2025.",
            verdict="not_comparable",
        ),
        silent=Example(
            a="The price of a Harlow share rose to 34 dollars on 3 March 2025.",
            b="The price of a Harlow share was 34 dollars on 3 March 2025.",
            verdict="agreement",
        ),
    ),
    Rule(
        code="CC305",
        name="other-currency",
        level="info",
        verdict="not_comparable",
        reasons=("currency",),
        explanation=(
            "Different numbers in different currencies may be the same sum. They are compared "
            "only when exchange rates are given."
        ),
        fires=Example(
            a="The brewery Harlow had revenue of 843 million euros in 2025.",
            b="The brewery Harlow had revenue of 912 million dollars in 2025.",
            verdict="not_comparable",
        ),
        silent=Example(
            a="The brewery Harlow had revenue of 843 million euros in 2025.",
            b="Die Brauerei Harlow kam 2025 auf einen Umsatz von 843 Millionen Euro.",
            verdict="agreement",
            language_b="de",
        ),
    ),
    Rule(
        code="CC306",
        name="date-unknown",
        level="info",
        verdict="not_comparable",
        reasons=("date_unknown",),
        explanation=(
            'A figure that grows with time, or a date such as "on Tuesday", can be compared '
            "only when it is known when the articles appeared. Give the dates with --date or in "
            "the front matter."
        ),
        fires=Example(
            a="Das Erdbeben in Aldovien forderte 121 Todesopfer.",
            b="Das Erdbeben in Aldovien forderte 127 Todesopfer.",
            verdict="not_comparable",
            language_a="de",
            language_b="de",
        ),
        silent=Example(
            a="Das Erdbeben in Aldovien forderte 121 Todesopfer.",
            b="Das Erdbeben in Aldovien forderte 127 Todesopfer.",
            verdict="update",
            language_a="de",
            language_b="de",
            published_a="2025-05-05",
            published_b="2025-05-07",
        ),
    ),
    Rule(
        code="CC307",
        name="other-subject",
        level="info",
        verdict="not_comparable",
        reasons=("subject", "measure"),
        explanation=(
            "The figures look alike but belong to another subject or measure something else: "
            "revenue and profit, the dead and the injured, one company and its rival."
        ),
        fires=Example(
            a="The earthquake in Aldova killed 121 people.",
            b="The flood in Brunland killed 127 people.",
            verdict="not_comparable",
        ),
        silent=Example(
            a="The earthquake in Aldova killed 121 people.",
            b="The death toll of the earthquake in Aldova is 121.",
            verdict="agreement",
        ),
    ),
    Rule(
        code="CC401",
        name="update",
        level="info",
        verdict="update",
        reasons=("later",),
        explanation=(
            "A figure that grows with time (the dead of a disaster, votes counted, an estimate "
            "of damage) is higher in an article that appeared later. The later article "
            "continues the earlier one."
        ),
        fires=Example(
            a="Das Erdbeben in Aldovien forderte 121 Todesopfer.",
            b="Das Erdbeben in Aldovien forderte 127 Todesopfer.",
            verdict="update",
            language_a="de",
            language_b="de",
            published_a="2025-05-05",
            published_b="2025-05-07",
        ),
        silent=Example(
            a="Das Erdbeben in Aldovien forderte 121 Todesopfer.",
            b="Das Erdbeben in Aldovien forderte rund 120 Todesopfer.",
            verdict="agreement",
            language_a="de",
            language_b="de",
            published_a="2025-05-05",
            published_b="2025-05-07",
        ),
    ),
    Rule(
        code="CC402",
        name="later-and-lower",
        level="warning",
        verdict="contradiction",
        reasons=("later_and_lower",),
        explanation=(
            "A figure that can only grow is lower in an article that appeared later. Either it "
            "was corrected, which the later article should say, or one of the two is wrong."
        ),
        fires=Example(
            a="Das Erdbeben in Aldovien forderte 127 Todesopfer.",
            b="Das Erdbeben in Aldovien forderte 121 Todesopfer.",
            verdict="contradiction",
            language_a="de",
            language_b="de",
            published_a="2025-05-05",
            published_b="2025-05-07",
        ),
        silent=Example(
            a="Das Erdbeben in Aldovien forderte 121 Todesopfer.",
            b="Das Erdbeben in Aldovien forderte 127 Todesopfer.",
            verdict="update",
            language_a="de",
            language_b="de",
            published_a="2025-05-05",
            published_b="2025-05-07",
        ),
    ),
)

RULES: dict[str, Rule] = {rule.code: rule for rule in _RULES}
"""All rules by code, in the order of the codes."""

_BY_REASON = {(rule.verdict, reason): rule.code for rule in _RULES for reason in rule.reasons}
_FALLBACK: dict[Verdict, str] = {
    "contradiction": "CC101",
    "not_comparable": "CC307",
    "update": "CC401",
}


def rule_for(verdict: Verdict, reason: str) -> Rule | None:
    """Return the rule that a comparison falls under; agreements have none."""
    code = _BY_REASON.get((verdict, reason), _FALLBACK.get(verdict))
    return RULES[code] if code else None
