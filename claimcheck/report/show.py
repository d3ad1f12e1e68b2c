"""One fact, finding or claim in full, with the evidence and its weights."""

from __future__ import annotations

from difflib import get_close_matches

from claimcheck.model import Claim, Comparison, Fact, Report
from claimcheck.report import ReportOptions, words
from claimcheck.report.blocks import add_block, claim_parts, comparison_notes
from claimcheck.report.excerpt import excerpt
from claimcheck.report.labels import say, speaking
from claimcheck.report.lists import copies
from claimcheck.report.page import Page
from claimcheck.report.reasons import label
from claimcheck.report.view import View


class UnknownId(LookupError):  # noqa: N818  (it reads as what happened)
    """No fact, finding or claim has this id; `near` holds ids that look like it."""

    def __init__(self, name: str, near: list[str]) -> None:
        self.name = name
        self.near = near
        hint = f"; did you mean {words.listing(near, last='or')}?" if near else ""
        super().__init__(f"no fact, finding or claim is called {name!r}{hint}")


def show(report: Report, name: str, options: ReportOptions) -> str:
    """Return one fact, finding or claim in full.

    `name` is its id, an unambiguous beginning of it, or a place such as "B:17". Raises
    `UnknownId` when there is none.
    """
    with speaking(options.language):
        page = _page(report, name, options)
    return page.text(options.color)


def _page(report: Report, name: str, options: ReportOptions) -> Page:
    page = Page(options.width, options.ascii)
    view = View(report, options)
    name = name.removeprefix("#")
    fact, claims = _find(view, name)
    findings = [
        finding
        for finding in report.findings
        if (fact and finding.fact == fact.id) or finding.id == name
    ]
    if findings:
        add_block(page, view, view.block(findings), full=True)
    if fact:
        _fact(page, view, fact, told=bool(findings))
    for claim in claims:
        _claim(page, view, claim)
    return page


def _find(view: View, name: str) -> tuple[Fact | None, list[Claim]]:
    findings = {finding.id: finding for finding in view.report.findings}
    if name in findings:
        fact = view.facts.get(findings[name].fact or "")
        return fact, [] if fact else view.known(findings[name].claims)
    if name in view.claims:
        return view.fact_of.get(name), [view.claims[name]]
    places = [claim for claim in view.report.claims if view.place(claim) == name.upper()]
    if places:
        return None, places
    begun = [fact for fact in view.report.facts if fact.id.startswith(name)] if name else []
    if len(begun) == 1:
        return begun[0], []
    known = [*view.facts, *findings, *view.claims]
    raise UnknownId(name, [f.id for f in begun][:4] or get_close_matches(name, known, 4))


def _fact(page: Page, view: View, fact: Fact, told: bool) -> None:
    page.blank()
    verdict = say(fact.verdict.replace("_", " "))
    sources = words.plural(fact.independent_sources, "independent source")
    if fact.copies:
        sources += f" ({copies(view, fact)})"
    page.paragraph(
        f"{verdict}, {sources}  #{fact.id}", [(label(view, fact) + "  ", "head")], hang=4
    )
    if not told:
        for claim in view.known(fact.claims):
            page.blank()
            _quote(page, view, claim)
    comparisons = view.comparisons_among(fact.claims)
    if comparisons:
        page.title(say("How the claims compare"))
        if any(comparison.evidence for comparison in comparisons):
            legend = say("In the evidence, + speaks for one fact and − against it.")
            page.paragraph(legend, style="quiet")
    for comparison in comparisons:
        _comparison(page, view, comparison)


def _comparison(page: Page, view: View, comparison: Comparison) -> None:
    a, b = view.claims[comparison.a], view.claims[comparison.b]
    style = {"agreement": "ok", "contradiction": "error"}.get(comparison.verdict, "info")
    text = f"{view.place(a)} {words.read_as(a)} {say('and')} {view.place(b)} {words.read_as(b)}"
    verdict = say(comparison.verdict.replace("_", " "))
    page.paragraph(text, [(f"{verdict}  ", style)], hang=4)
    for name, note in comparison_notes(view, comparison, full=True):
        page.paragraph(note, [(f"    {say(name)}: ", "head")], hang=8)


def _quote(page: Page, view: View, claim: Claim) -> None:
    document = view.documents[claim.document]
    gutter = len(str(claim.span.line)) + 1
    where = words.place(document, claim.span)
    page.paragraph(where, [(" " * gutter + "--> ", "gutter")])
    excerpt(page, document, claim.span, gutter, "^", "info", words.read_as(claim))
    page.paragraph(
        claim_parts(claim), [(" " * gutter + " = ", "gutter"), (f"{say('read as')}: ", "head")]
    )


def _claim(page: Page, view: View, claim: Claim) -> None:
    page.blank()
    page.line((page.clean(f"{say('claim')} {claim.id}"), "head"), f"  {view.place(claim)}")
    _quote(page, view, claim)
    document = view.documents[claim.document]
    sentence = document.text[claim.sentence.start : claim.sentence.end]
    page.paragraph(sentence, [(f"    {say('sentence')}: ", "head")], hang=8)
    for part in sorted(claim.evidence):
        span = claim.evidence[part]
        page.paragraph(
            document.text[span.start : span.end],
            [(f"    {say('{part} from', part=say(part))}: ", "head")],
        )
    bounds = [_end(claim.quantity.low), _end(claim.quantity.high)]
    allowed = say("allowed by the wording")
    page.paragraph(f" {say('to')} ".join(bounds), [(f"    {allowed}: ", "head")])
    inferred = [*claim.inferred, *claim.quantity.inferred]
    if inferred:
        page.paragraph(
            ", ".join(map(say, dict.fromkeys(inferred))), [(f"    {say('inferred')}: ", "head")]
        )
    for comparison in view.comparisons_of(claim.id):
        _comparison(page, view, comparison)


def _end(bound: object) -> str:
    from datetime import time
    from decimal import Decimal

    if isinstance(bound, Decimal):
        return words.number(bound)
    if isinstance(bound, time):
        return f"{bound:%H:%M}"
    return say("unbounded") if bound is None else str(bound)
