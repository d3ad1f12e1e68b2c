"""What a fact is called, and why claims agree or not, in the language of the report.

English is in the report itself; other languages say the same from the same parts.
"""

from __future__ import annotations

from functools import cache

from claimcheck.explain import REASONS, SIGNS
from claimcheck.facts.label import key_name, measure_name
from claimcheck.facts.period_name import period_name
from claimcheck.lexicon import table as lexicon
from claimcheck.model import Claim, Comparison, Fact, Finding, Named
from claimcheck.report.labels import ENGLISH, catalog, say, spoken, table
from claimcheck.report.view import View
from claimcheck.report.words import period
from claimcheck.rules import rule_for
from claimcheck.slips import told as slip_told

_LEVELS = {"info": 0, "warning": 1, "error": 2}
_RANKED = ("the official source", "the source of higher rank")


def label(view: View, fact: Fact) -> str:
    """Return what a fact is about."""
    if spoken() == ENGLISH:
        return fact.label
    names: dict[str, str] = {}
    for claim in view.known(fact.claims):
        if claim.measure:
            names[measure_name(claim.measure)] = measure_of(claim.measure)
        if claim.period:
            names[period_name(claim.period)] = period(claim.period)
    return " · ".join(names.get(part, part) for part in fact.label.split(" · "))


def measure_of(what: Named) -> str:
    """Return what is measured, as the article spells it where no table knows it."""
    named = measure(what.key)
    return measure_name(what) if named == key_name(what.key) else named


def measure(key: str) -> str:
    """Return what is measured, by its key: "net income"."""
    plain = key_name(key)
    if spoken() == ENGLISH:
        return plain
    several = table("measures").get(key)
    if several:
        return str(several)
    units = catalog(spoken())["units"]
    noun = _nouns().get((spoken(), key), plain)
    return str(units[key][1] if key in units else _several(spoken()).get(noun, noun))


@cache
def _several(language: str) -> dict[str, str]:
    """Return the plural of each counted thing by its singular."""
    return dict(catalog(language)["units"].values())


@cache
def _nouns() -> dict[tuple[str, str], str]:
    """Return the first noun of each measure in each language but English: its key is that."""
    return {
        (language, key): words[0]
        for domain in lexicon("measures").values()
        if isinstance(domain, dict)
        for key, measure in domain.items()
        if isinstance(measure, dict)
        for language, words in measure.items()
        if language != ENGLISH and isinstance(words, (list, tuple)) and words
    }


def explanation(view: View, comparison: Comparison) -> str:
    """Return the sentence that says why a comparison got its verdict."""
    if spoken() == ENGLISH or comparison.reason not in REASONS:
        return comparison.explanation
    a, b = view.claims[comparison.a], view.claims[comparison.b]
    what = a.measure or b.measure
    return (f"{what.text}: " if what else "") + _difference(a, b, comparison)


def _difference(a: Claim, b: Claim, comparison: Comparison) -> str:
    sign = SIGNS.get(comparison.verdict, "~")
    text = f"{_quoted(a)} {sign} {_quoted(b)}: {say(REASONS[comparison.reason])}"
    slips = [say(slip_told(slip, a, b)) for slip in comparison.slips]
    return " ".join((text + ("; " + ", ".join(slips) if slips else "")).split())


def hints(view: View, comparison: Comparison, before: str) -> list[str]:
    """Return the slips that would explain a difference, without those that were told before."""
    a, b = view.claims[comparison.a], view.claims[comparison.b]
    named = [say(slip_told(slip, a, b)) for slip in comparison.slips]
    return [hint for hint in named if hint not in before]


def _quoted(claim: Claim) -> str:
    return say("“{quote}”", quote=claim.quote)


def told(view: View, finding: Finding) -> str:
    """Return the message of a finding."""
    if spoken() == ENGLISH:
        return finding.message
    fact = view.facts.get(finding.fact or "")
    fired = [pair for pair in view.comparisons_among(finding.claims) if _stands_for(finding, pair)]
    if fact is None or not fired:
        return finding.message
    best = max(fired, key=lambda pair: (_LEVELS[pair.level], pair.score))
    text = _difference(view.claims[best.a], view.claims[best.b], best)
    return f"{label(view, fact)}: {text}{_ranked(finding)}"


def _stands_for(finding: Finding, comparison: Comparison) -> bool:
    rule = rule_for(comparison.verdict, comparison.reason)
    return comparison.reason in REASONS and rule is not None and rule.code == finding.rule


def _ranked(finding: Finding) -> str:
    """Return what the message says about the source of higher rank."""
    for who in _RANKED:
        _, found, said = finding.message.partition(f"; {who} ")
        if found:
            source, _, quote = said.partition(" says ")
            return f"; {say(who)} {source}: {quote}"
    return ""
