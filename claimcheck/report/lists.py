"""The lists of the terminal report: agreements, updates, look-alikes, the rest."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable

from claimcheck.model import Claim, Comparison, Fact, Suppressed
from claimcheck.report import words
from claimcheck.report.blocks import ASPECTS, MODALITIES, scope
from claimcheck.report.labels import say
from claimcheck.report.page import Cell, Column, Page
from claimcheck.report.reasons import label, measure_of, told
from claimcheck.report.view import Value, View
from claimcheck.report.words import NBSP
from claimcheck.rules import rule_for

_ROWS = {"agreements": 20, "updates": 20, "not-compared": 8, "single": 0, "skipped": 0}
_PLACES = 4
_REASONS = 6
_ROOMY = 100
_WORDINGS = 3
_ALL = 10**9
BY: dict[str, str] = {
    "setting": "by the settings",
    "baseline": "by the baseline",
    "comment": "by a comment",
    "unchanged": "in unchanged lines",
}
"""What silences a finding, in words."""


def limit(view: View, section: str) -> int:
    """Return how many rows of a section are shown."""
    return _ALL if view.options.lists(section) else _ROWS[section]


def add_more(page: Page, count: int, section: str) -> None:
    """Say how many rows are left out, and how to see them."""
    if count > 0:
        more = say("and {count} more", count=count)
        page.paragraph(f"{more}: --show {section}", style="quiet")


def add_agreements(page: Page, view: View) -> None:
    """Add one row for each fact on which sources agree."""
    facts = [fact for fact in view.report.facts if fact.verdict == "agreement"]
    if not facts:
        return
    page.title(f"{say('AGREEMENTS')} ({len(facts)})")
    facts.sort(key=lambda fact: -fact.independent_sources)
    shown = facts[: limit(view, "agreements")]
    rows = [_agreement(view, fact) for fact in shown]
    if page.width < _ROOMY:
        rows = [[*row[:2], _with_id(row), *row[3:-1]] for row in rows]
    flows = (False, False, True, False, True, False)[: len(rows[0])]
    page.table(rows, [Column(flow) for flow in flows])
    add_more(page, len(facts) - len(shown), "agreements")


def _with_id(row: list[Cell]) -> Cell:
    return Cell(f"{row[2].text} {row[-1].text}")


def _agreement(view: View, fact: Fact) -> list[Cell]:
    values = sorted(view.values(view.known(fact.claims)), key=lambda value: -len(value.documents))
    shown = values[:_WORDINGS]
    readings = [value.reading for value in shown]
    places = [view.places(value.claims, _PLACES) for value in shown]
    if len(values) > len(shown):
        readings.append(
            f"+{say('{count} more', count=len(values) - len(shown))}".replace(" ", NBSP)
        )
        rest = [claim for value in values[_WORDINGS:] for claim in value.claims]
        places.append(view.places(rest, 3))
    return [
        Cell("ok", "ok"),
        Cell(view.held(fact).replace(" ", NBSP)),
        Cell(label(view, fact)),
        Cell("\n".join(readings), "value"),
        Cell("\n".join(place.replace(" ", NBSP) for place in places), "quiet"),
        Cell(f"#{fact.id}", "quiet"),
    ]


def copies(view: View, fact: Fact) -> str:
    """Return which documents hold a fact in one passage: "the same passage: A and B"."""
    groups = (words.listing((view.letters[one] for one in group), 12) for group in fact.copies)
    return "; ".join(f"{say('the same passage')}: {group}" for group in groups)


def add_updates(page: Page, view: View) -> None:
    """Add what changed over time, each as a line of development."""
    facts = [fact for fact in view.report.facts if fact.verdict == "update"]
    if not facts:
        return
    page.title(f"{say('UPDATES, WHAT CHANGED OVER TIME')} ({len(facts)})")
    shown = facts[: limit(view, "updates")]
    lead = say("info") + "  "
    for fact in shown:
        page.paragraph(f"{label(view, fact)}  #{fact.id}", [(lead, "info")])
        page.paragraph(development(view, fact), [(" " * len(lead), "")])
    add_more(page, len(facts) - len(shown), "updates")


def development(view: View, fact: Fact) -> str:
    """Return the values of a fact in order of publication: "2025-09-01 800 (A:3) → …"."""
    by_day: dict[str, list[Claim]] = defaultdict(list)
    for claim in view.known(fact.claims):
        by_day[words.published(view.documents[claim.document])].append(claim)
    steps = []
    for day in sorted(by_day, key=lambda text: text.lstrip("≈" + NBSP)):
        values = [
            f"{value.reading}{NBSP}({view.places(value.claims, 4).replace(' ', NBSP)})"
            for value in view.values(by_day[day])
        ]
        steps.append(f"{day.replace(' ', NBSP)}{NBSP}{', '.join(values)}")
    return " → ".join(steps)


def add_not_compared(page: Page, view: View) -> None:
    """Add what looks alike and was not compared, and why."""
    groups = look_alikes(view)
    if not groups:
        return
    page.title(f"{say('LOOK ALIKE, NOT COMPARED')} ({len(groups)})")
    shown = groups[: limit(view, "not-compared")]
    rows = [_look_alike(view, reason, pairs) for reason, pairs in shown]
    page.table(rows, [Column(), Column(flow=True), Column(flow=True), Column(flow=True)])
    rest = Counter(reason for reason, _ in groups[len(shown) :])
    if rest:
        kinds = words.listing(f"{n} {reason_words(reason)}" for reason, n in rest.most_common())
        page.paragraph(f"{say('and')} {kinds}: --show not-compared", style="quiet")


def look_alikes(view: View) -> list[tuple[str, list[Comparison]]]:
    """Return the pairs that were not compared, by reason and by what they are about."""
    groups: dict[tuple[str, str], list[Comparison]] = defaultdict(list)
    for comparison in view.report.comparisons:
        if comparison.verdict == "not_comparable":
            about = " · ".join(sorted({_about(view.claims[n]) for n in _ends(comparison)}))
            groups[comparison.reason, about].append(comparison)
    ordered = sorted(groups.items(), key=lambda item: -max(c.score for c in item[1]))
    return [(reason, pairs) for (reason, _), pairs in ordered]


def _ends(comparison: Comparison) -> tuple[str, str]:
    return comparison.a, comparison.b


def _about(claim: Claim) -> str:
    subject = claim.subject.text if claim.subject else ""
    measure = _measured(claim)
    return " · ".join(filter(None, (subject, measure))) or claim.quote


def _measured(claim: Claim) -> str:
    return measure_of(claim.measure) if claim.measure else claim.quantity.noun


def _about_all(claims: list[Claim]) -> str:
    """Return what claims are about, the subject once if they share it."""
    subjects = {claim.subject.text if claim.subject else "" for claim in claims}
    if len(subjects) > 1 or "" in subjects:
        return words.listing(dict.fromkeys(map(_about, claims)), 2, "/")
    measures = words.listing(dict.fromkeys(filter(None, map(_measured, claims))), 2, "/")
    return " · ".join(filter(None, (*subjects, measures)))


def reason_words(reason: str) -> str:
    """Return a reason code in words."""
    words = {"percent_vs_points": "percent against points", "date_unknown": "date unknown"}
    return say(words.get(reason) or f"other {reason}".replace("_", " "))


def _look_alike(view: View, reason: str, pairs: list[Comparison]) -> list[Cell]:
    claims = view.known(name for pair in pairs for name in _ends(pair))
    rule = rule_for("not_comparable", reason)
    values = view.values(claims)
    detail = _telling_detail(reason, [value.claims[0] for value in values[:_WORDINGS]])
    lines = [_differing(view, detail, value) for value in values[:_WORDINGS]]
    if len(values) > _WORDINGS:
        rest = [claim for value in values[_WORDINGS:] for claim in value.claims]
        more = say("{count} more", count=len(values) - _WORDINGS).replace(" ", NBSP)
        lines.append(f"+{more} {view.places(rest, 3)}")
    return [
        Cell(rule.code if rule else "", "info"),
        Cell(reason_words(reason)),
        Cell(_about_all(claims)),
        Cell("\n".join(lines)),
    ]


def _differing(view: View, detail: str, value: Value) -> str:
    places = view.places(value.claims, 3).replace(" ", NBSP)
    more = _DETAILS[detail](value.claims[0]) if detail else ""
    return f"{places} {value.reading}" + (f", {more}" if more else "")


_DETAILS: dict[str, Callable[[Claim], str]] = {
    "period": lambda claim: words.period(claim.period) or say("no period"),
    "scope": lambda claim: ", ".join(map(scope, claim.scope)) or say("total"),
    "measure": lambda claim: claim.measure.text if claim.measure else say("no measure"),
    "subject": lambda claim: claim.subject.text if claim.subject else say("no subject"),
    "modality": lambda claim: say(MODALITIES[claim.modality]),
    "aspect": lambda claim: say(ASPECTS[claim.aspect]),
}


def _telling_detail(reason: str, claims: list[Claim]) -> str:
    """Return the part of the claims that shows the difference, "" if none does."""
    if reason not in _DETAILS:
        return ""
    for part in (reason, "period", "scope"):
        if len({_DETAILS[part](claim) for claim in claims}) > 1:
            return part
    return ""


def add_single(page: Page, view: View) -> None:
    """Add what one source alone states, where it was asked for."""
    facts = single_facts(view)
    if not (facts and view.options.lists("single")):
        return
    page.title(f"{say('IN ONE SOURCE ONLY')} ({len(facts)})")
    rows = []
    for fact in facts:
        claims = view.known(fact.claims)
        rows.append(
            [
                Cell(view.places(claims, 3), "value"),
                Cell(label(view, fact)),
                Cell("\n".join(value.reading for value in view.values(claims)), "value"),
                Cell(f"#{fact.id}", "quiet"),
            ]
        )
    page.table(rows, [Column(flow=True), Column(flow=True), Column(), Column()])


def single_facts(view: View) -> list[Fact]:
    """Return the facts that one document alone states, in the order of the documents."""
    facts = [fact for fact in view.report.facts if fact.verdict == "single" and fact.claims]
    return sorted(facts, key=lambda fact: view.order.get(fact.claims[0], 0))


def add_skipped(page: Page, view: View) -> None:
    """Add what was skipped and why, where it was asked for."""
    if not (view.report.skipped and view.options.lists("skipped")):
        return
    page.title(f"{say('SKIPPED')} ({len(view.report.skipped)})")
    rows = [
        [
            Cell(f"{view.letters.get(skip.document, '?')}:{skip.span.line}", "value"),
            Cell(skip.quote),
            Cell(say(skip.reason), "quiet"),
        ]
        for skip in view.report.skipped
    ]
    page.table(rows, [Column(), Column(flow=True), Column(flow=True)])


def add_silenced(page: Page, view: View) -> None:
    """Add the findings that are not reported, by what and why, where it was asked for."""
    if not (view.report.suppressed and view.options.lists("silenced")):
        return
    page.title(f"{say('SILENCED')} ({len(view.report.suppressed)})")
    rows = [
        [
            Cell(one.finding.rule, "info"),
            Cell(told(view, one.finding)),
            Cell(silenced_by(one), "quiet"),
        ]
        for one in view.report.suppressed
    ]
    page.table(rows, [Column(), Column(flow=True), Column(flow=True)])


def silenced_by(one: Suppressed) -> str:
    """Return what silences a finding, where that stands, and why."""
    place = f" ({one.place})" if one.place and one.by != "unchanged" else ""
    return f"{say(BY[one.by])}{place}" + (f": {say(one.reason)}" if one.reason else "")


def skipped_counts(view: View) -> str:
    """Return how much was skipped, by reason, with examples: "6 × part of a name (H100 …)"."""
    quotes: dict[str, list[str]] = defaultdict(list)
    for skip in view.report.skipped:
        quotes[skip.reason].append(skip.quote)
    ordered = sorted(quotes.items(), key=lambda item: (-len(item[1]), item[0]))
    shown = [f"{len(found):,} × {say(reason)} ({_examples(found)})" for reason, found in ordered]
    rest = sum(len(found) for _, found in ordered[_REASONS:])
    return "; ".join(
        shown[:_REASONS] + ([say("{count} for other reasons", count=f"{rest:,}")] if rest else [])
    )


def _examples(quotes: Iterable[str]) -> str:
    different = [quote.replace(" ", NBSP) for quote in dict.fromkeys(quotes) if len(quote) <= 30]
    return ", ".join(different[:3] + ["…"] * (len(different) > 3)) or say("long passages")
