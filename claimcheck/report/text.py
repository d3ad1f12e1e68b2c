"""The report for the terminal: contradictions first, then what agrees, then the rest."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from claimcheck.model import Claim, Comparison, Document, Fact, Report
from claimcheck.report import ReportOptions, failing, words
from claimcheck.report.blocks import add_block, rule_title
from claimcheck.report.page import Cell, Column, Page
from claimcheck.report.view import Block, Value, View
from claimcheck.report.words import NBSP, plural
from claimcheck.rules import rule_for

_ROWS = {"agreements": 20, "updates": 20, "not-compared": 8, "single": 0, "skipped": 0}
_PLACES = 4
_FEW_SOURCES = 15
_REASONS = 6
_ROOMY = 100
_WORDINGS = 3
_ALL = 10**9


def render(report: Report, options: ReportOptions) -> str:
    """Return the report as text, with ANSI colours when the options say so."""
    page = pages(report, options)
    return page.colored() if options.color else page.plain()


def pages(report: Report, options: ReportOptions) -> Page:
    """Return the report as a page that can be printed or drawn."""
    page = Page(options.width, options.ascii)
    view = View(report, options)
    few = len(report.documents) <= _FEW_SOURCES
    if few and not options.quiet:
        _sources(page, view)
    _blocks(page, view)
    if not options.quiet:
        _weak(page, view)
        if not few:
            page.title(f"SOURCES ({len(report.documents)})")
            _sources(page, view)
        if options.matrix:
            from claimcheck.report.matrix import add_matrix

            add_matrix(page, view)
        else:
            _agreements(page, view)
        _updates(page, view)
        _not_compared(page, view)
        if not options.matrix:
            _single(page, view)
        _skipped(page, view)
        _counts(page, view)
    page.blank()
    _exit(page, view)
    return page


def _sources(page: Page, view: View) -> None:
    rows = [[Cell(""), *(Cell(head, "head") for head in ("Source", "Date", "From", "Claims"))]]
    for document in view.report.documents:
        dated = words.published(document)
        rows.append(
            [
                Cell(view.letters[document.id], "value"),
                Cell(source_name(view, document)),
                Cell(dated, "" if document.published else "quiet"),
                Cell(dated_from(document), "quiet"),
                Cell(str(view.claim_counts[document.id])),
            ]
        )
    head, *body = rows
    columns = [Column(), Column(flow=True), Column(), Column(flow=True), Column(right=True)]
    page.table([head, *body], columns)
    for document in view.report.documents:
        for note in document.notes:
            page.paragraph(f"{view.letters[document.id]}: {note}", [("note ", "info")])


def source_name(view: View, document: Document) -> str:
    """Return file name and outlet; "draft" marks the documents under check."""
    parts = [view.short_name(document)]
    if document.source and document.source != parts[0]:
        parts.append(f"({document.source})")
    if document.id in view.options.drafts:
        parts.append("draft")
    return " ".join(parts)


def dated_from(document: Document) -> str:
    """Return where the publication date comes from: "front matter", "line 19, inferred"."""
    if document.published is None:
        return "no date found"
    if document.published_from == "text":
        if document.published_at is None:
            return "text, inferred"
        line = document.text.count("\n", 0, document.published_at) + 1
        return f"line{NBSP}{line}, inferred"
    return document.published_from or ""


def _blocks(page: Page, view: View) -> None:
    if not view.blocks:
        return
    contradictions = all(block.findings[0].rule[:3] in ("CC1", "CC2") for block in view.blocks)
    kind = "CONTRADICTIONS" if contradictions else "CONTRADICTIONS AND WARNINGS"
    page.title(f"{kind} ({len(view.blocks)})")
    page.blank()
    last = ""
    for block in _grouped(view):
        heading = _group(view, block)
        if heading and heading != last:
            page.line((page.clean(heading), "head"))
            page.blank()
        last = heading
        add_block(page, view, block)


def _grouped(view: View) -> list[Block]:
    if view.options.group_by == "fact":
        return list(view.blocks)
    return sorted(view.blocks, key=lambda block: _group(view, block))


def _group(view: View, block: Block) -> str:
    if view.options.group_by == "document" and block.values:
        claim = block.values[0].claims[0]
        return f"{view.letter(claim)}  {words.name(view.documents[claim.document])}"
    if view.options.group_by == "rule":
        return rule_title(block.findings[0]).partition("[")[2].replace("]", "")
    return ""


def _weak(page: Page, view: View) -> None:
    held = {name for block in view.blocks for finding in block.findings for name in finding.claims}
    weak = [
        finding
        for finding in view.report.findings
        if finding.level == "info"
        and finding.rule[:3] in ("CC1", "CC2")
        and not held.issuperset(finding.claims)
    ]
    if not weak:
        return
    page.title(f"PERHAPS CONTRADICTIONS, WEAK EVIDENCE ({len(weak)})")
    rows = [
        [
            Cell(finding.rule, "info"),
            Cell(finding.message),
            Cell(view.places(view.known(finding.claims)), "quiet"),
            Cell(f"#{finding.fact or finding.id}", "quiet"),
        ]
        for finding in weak[: _limit(view, "not-compared")]
    ]
    page.table(rows, [Column(), Column(flow=True), Column(flow=True), Column()])
    _more(page, len(weak) - len(rows), "not-compared")


def _limit(view: View, section: str) -> int:
    return _ALL if view.options.lists(section) else _ROWS[section]


def _more(page: Page, count: int, section: str) -> None:
    if count > 0:
        page.paragraph(f"and {count:,} more: --show {section}", style="quiet")


def _agreements(page: Page, view: View) -> None:
    facts = [fact for fact in view.report.facts if fact.verdict == "agreement"]
    if not facts:
        return
    page.title(f"AGREEMENTS ({len(facts)})")
    facts.sort(key=lambda fact: -fact.independent_sources)
    shown = facts[: _limit(view, "agreements")]
    rows = [_agreement(view, fact) for fact in shown]
    if page.width < _ROOMY:
        rows = [[*row[:2], _with_id(row), *row[3:-1]] for row in rows]
    flows = (False, False, True, False, True, False)[: len(rows[0])]
    page.table(rows, [Column(flow) for flow in flows])
    _more(page, len(facts) - len(shown), "agreements")


def _with_id(row: list[Cell]) -> Cell:
    return Cell(f"{row[2].text} {row[-1].text}")


def _agreement(view: View, fact: Fact) -> list[Cell]:
    values = sorted(view.values(view.known(fact.claims)), key=lambda value: -len(value.documents))
    shown = values[:_WORDINGS]
    readings = [value.reading for value in shown]
    places = [view.places(value.claims, _PLACES) for value in shown]
    if len(values) > len(shown):
        readings.append(f"+{len(values) - len(shown)}{NBSP}more")
        rest = [claim for value in values[_WORDINGS:] for claim in value.claims]
        places.append(view.places(rest, 3))
    return [
        Cell("ok", "ok"),
        Cell(f"{fact.independent_sources}{NBSP}of{NBSP}{len(view.report.documents)}"),
        Cell(fact.label),
        Cell("\n".join(readings), "value"),
        Cell("\n".join(place.replace(" ", NBSP) for place in places), "quiet"),
        Cell(f"#{fact.id}", "quiet"),
    ]


def _updates(page: Page, view: View) -> None:
    facts = [fact for fact in view.report.facts if fact.verdict == "update"]
    if not facts:
        return
    page.title(f"UPDATES, WHAT CHANGED OVER TIME ({len(facts)})")
    shown = facts[: _limit(view, "updates")]
    for fact in shown:
        page.paragraph(f"{fact.label}  #{fact.id}", [("info  ", "info")])
        page.paragraph(development(view, fact), [("      ", "")])
    _more(page, len(facts) - len(shown), "updates")


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


def _not_compared(page: Page, view: View) -> None:
    groups = look_alikes(view)
    if not groups:
        return
    page.title(f"LOOK ALIKE, NOT COMPARED ({len(groups)})")
    shown = groups[: _limit(view, "not-compared")]
    rows = [_look_alike(view, reason, pairs) for reason, pairs in shown]
    page.table(rows, [Column(), Column(flow=True), Column(flow=True), Column(flow=True)])
    rest = Counter(reason for reason, _ in groups[len(shown) :])
    if rest:
        kinds = words.listing(f"{n} {reason_words(reason)}" for reason, n in rest.most_common())
        page.paragraph(f"and {kinds}: --show not-compared", style="quiet")


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
    measure = claim.measure.text if claim.measure else claim.quantity.noun
    return " · ".join(filter(None, (subject, measure))) or claim.quote


def reason_words(reason: str) -> str:
    """Return a reason code in words."""
    if reason == "percent_vs_points":
        return "percent against points"
    if reason == "date_unknown":
        return "date unknown"
    return f"other {reason}".replace("_", " ")


def _look_alike(view: View, reason: str, pairs: list[Comparison]) -> list[Cell]:
    claims = view.known(name for pair in pairs for name in _ends(pair))
    rule = rule_for("not_comparable", reason)
    values = view.values(claims)
    lines = [_differing(view, reason, value) for value in values[:_WORDINGS]]
    if len(values) > _WORDINGS:
        rest = [claim for value in values[_WORDINGS:] for claim in value.claims]
        lines.append(f"+{len(values) - _WORDINGS}{NBSP}values {view.places(rest, 3)}")
    about = list(dict.fromkeys(_about(claim) for claim in claims))
    return [
        Cell(rule.code if rule else "", "info"),
        Cell(reason_words(reason)),
        Cell(words.listing(about, 2, "/")),
        Cell("\n".join(lines)),
    ]


def _differing(view: View, reason: str, value: Value) -> str:
    claim = value.claims[0]
    detail = {
        "period": words.period(claim.period) or "no period",
        "scope": ", ".join(claim.scope) or "total",
        "modality": claim.modality,
        "subject": claim.subject.text if claim.subject else "no subject",
        "measure": claim.measure.text if claim.measure else "no measure",
        "aspect": claim.aspect,
    }.get(reason, "")
    places = view.places(value.claims, 3).replace(" ", NBSP)
    return f"{places} {value.reading}" + (f", {detail}" if detail else "")


def _single(page: Page, view: View) -> None:
    facts = single_facts(view)
    if not (facts and view.options.lists("single")):
        return
    page.title(f"IN ONE SOURCE ONLY ({len(facts)})")
    rows = []
    for fact in facts:
        claims = view.known(fact.claims)
        rows.append(
            [
                Cell(view.places(claims, 3), "value"),
                Cell(fact.label),
                Cell("\n".join(value.reading for value in view.values(claims)), "value"),
                Cell(f"#{fact.id}", "quiet"),
            ]
        )
    page.table(rows, [Column(flow=True), Column(flow=True), Column(), Column()])


def single_facts(view: View) -> list[Fact]:
    """Return the facts that one document alone states, in the order of the documents."""
    facts = [fact for fact in view.report.facts if fact.verdict == "single" and fact.claims]
    return sorted(facts, key=lambda fact: view.order.get(fact.claims[0], 0))


def _skipped(page: Page, view: View) -> None:
    if not (view.report.skipped and view.options.lists("skipped")):
        return
    page.title(f"SKIPPED ({len(view.report.skipped)})")
    rows = [
        [
            Cell(f"{view.letters.get(skip.document, '?')}:{skip.span.line}", "value"),
            Cell(skip.quote),
            Cell(skip.reason, "quiet"),
        ]
        for skip in view.report.skipped
    ]
    page.table(rows, [Column(), Column(flow=True), Column(flow=True)])


def _counts(page: Page, view: View) -> None:
    report = view.report
    verdicts = Counter(fact.verdict for fact in report.facts)
    pairs = sum(comparison.verdict == "not_comparable" for comparison in report.comparisons)
    parts = [
        (verdicts["agreement"], "agree"),
        (verdicts["contradiction"], "contradicted"),
        (verdicts["update"], "updated"),
        (verdicts["not_comparable"], "only alike"),
        (verdicts["single"], "in one source only"),
    ]
    facts = ", ".join(f"{count:,}{NBSP}{what}" for count, what in parts if count)
    text = (
        f"{plural(len(report.claims), 'claim')} from {plural(len(report.documents), 'source')}"
        f" on {plural(len(report.facts), 'fact')}" + (f": {facts}." if facts else ".")
    )
    if pairs:
        text += f" {plural(pairs, 'pair')} looked alike but could not be compared."
    page.blank()
    page.paragraph(text)
    if report.skipped:
        page.paragraph(f"Skipped: {skipped_counts(view)}.", style="quiet")
    _hints(page, view)


def skipped_counts(view: View) -> str:
    """Return how much was skipped, by reason, with examples: "6 part of a name (H100 …)"."""
    quotes: dict[str, list[str]] = defaultdict(list)
    for skip in view.report.skipped:
        quotes[skip.reason].append(skip.quote)
    ordered = sorted(quotes.items(), key=lambda item: (-len(item[1]), item[0]))
    shown = [f"{len(found):,} {reason} ({_examples(found)})" for reason, found in ordered]
    rest = sum(len(found) for _, found in ordered[_REASONS:])
    return "; ".join(shown[:_REASONS] + ([f"{rest:,} for other reasons"] if rest else []))


def _examples(quotes: Iterable[str]) -> str:
    different = [quote.replace(" ", NBSP) for quote in dict.fromkeys(quotes) if len(quote) <= 30]
    return ", ".join(different[:3] + ["…"] * (len(different) > 3)) or "long passages"


def _hints(page: Page, view: View) -> None:
    hints = []
    singles = len(single_facts(view))
    if singles and not view.options.lists("single"):
        hints.append(("--show single", f"list the {plural(singles, 'one-source fact')}"))
    if view.report.skipped and not view.options.lists("skipped"):
        hints.append(("--show skipped", "list what was skipped, and why"))
    if not view.options.matrix and len(view.report.documents) > 1:
        hints.append(("--matrix", "facts by sources"))
    if any(fact.verdict != "single" for fact in view.report.facts):
        hints.append(("claimcheck show ID …", "one fact with its evidence"))
    page.table(
        ([Cell("  " + option), Cell(does, "quiet")] for option, does in hints),
        [Column(), Column(flow=True)],
    )


def _exit(page: Page, view: View) -> None:
    text, style = exit_reason(view.report, view.options)
    page.paragraph(text, style=style, hang=8)


def exit_reason(report: Report, options: ReportOptions) -> tuple[str, str]:
    """Return why the program ends with its status, and the style that goes with it."""
    levels = Counter(finding.level for finding in report.findings)
    counted = len(failing(report, options.fail_on))
    kinds = (("error", levels["error"]), ("warning", levels["warning"]))
    present = " and ".join(plural(count, kind) for kind, count in kinds if count)
    if counted:
        style = "error" if levels["error"] else "warning"
        text = f"{plural(counted, 'finding')} at or above --fail-on {options.fail_on}"
        return f"exit 1: {text}" + (f" ({present})" if present else ""), style
    if options.fail_on == "never":
        return "exit 0: --fail-on never" + (f", with {present}" if present else ""), ""
    text = f"exit 0: nothing at or above --fail-on {options.fail_on}"
    if levels["warning"] and not levels["error"] and options.fail_on == "error":
        return f"{text}; {present}, resting on something inferred or uncertain", "ok"
    return text, "ok"
