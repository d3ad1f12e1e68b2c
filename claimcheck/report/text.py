"""The report for the terminal: contradictions first, then what agrees, then the rest."""

from __future__ import annotations

from collections import Counter

from claimcheck.model import Claim, Document, Report
from claimcheck.report import ReportOptions, failing, words
from claimcheck.report.blocks import add_block, rule_title
from claimcheck.report.labels import say, speaking
from claimcheck.report.lists import (
    BY,
    add_agreements,
    add_more,
    add_not_compared,
    add_silenced,
    add_single,
    add_skipped,
    add_updates,
    limit,
    single_facts,
    skipped_counts,
)
from claimcheck.report.page import Cell, Column, Page
from claimcheck.report.reasons import told
from claimcheck.report.view import Block, View
from claimcheck.report.words import NBSP, plural

_FEW_SOURCES = 15
_VERDICTS = {
    "contradiction": "contradicted",
    "agreement": "confirmed",
    "update": "updated",
    "not_comparable": "only alike",
}
_FATES = ("confirmed", "contradicted", "updated", "only alike", "in no source")
_HEADS = ("Source", "Date", "Date from", "Claims")


def render(report: Report, options: ReportOptions) -> str:
    """Return the report as text, with ANSI colours when the options say so."""
    with speaking(options.language):
        page = pages(report, options)
    return page.text(options.color)


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
            page.title(f"{say('SOURCES')} ({len(report.documents)})")
            _sources(page, view)
    _rest(page, view)
    if not options.quiet:
        _counts(page, view)
    page.blank()
    _exit(page, view)
    return page


def _rest(page: Page, view: View) -> None:
    """Add what is no finding; quiet reports have only what was asked for."""
    options = view.options
    if options.matrix:
        from claimcheck.report.matrix import add_matrix

        add_matrix(page, view)
    elif options.wants("agreements"):
        add_agreements(page, view)
    if options.wants("updates"):
        add_updates(page, view)
    if options.wants("not-compared"):
        add_not_compared(page, view)
    if not options.matrix:
        add_single(page, view)
    add_skipped(page, view)
    add_silenced(page, view)


def _sources(page: Page, view: View) -> None:
    rows = [[Cell(""), *(Cell(say(head), "head") for head in _HEADS)]]
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
            page.paragraph(f"{view.letters[document.id]}: {note}", [(say("note") + " ", "info")])


def source_name(view: View, document: Document) -> str:
    """Return file name and outlet; "draft" marks the documents under check."""
    parts = [view.short_name(document)]
    if document.source and document.source != parts[0]:
        parts.append(f"({document.source})")
    if document.id in view.options.drafts:
        parts.append(say("draft"))
    return " ".join(parts)


def dated_from(document: Document) -> str:
    """Return where the publication date comes from: "front matter", "line 19, inferred"."""
    if document.published is None:
        return say("no date found")
    if document.published_from == "text":
        if document.published_at is None:
            return say("text, inferred")
        line = document.text.count("\n", 0, document.published_at) + 1
        return say("line {line}, inferred", line=line).replace(" ", NBSP, 1)
    return say(document.published_from or "")


def _blocks(page: Page, view: View) -> None:
    if not view.blocks:
        return
    contradictions = all(block.findings[0].rule[:3] in ("CC1", "CC2") for block in view.blocks)
    kind = "CONTRADICTIONS" if contradictions else "CONTRADICTIONS AND WARNINGS"
    page.title(f"{say(kind)} ({len(view.blocks)})")
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
    weak = view.weak
    if not weak:
        return
    page.title(f"{say('PERHAPS CONTRADICTIONS, WEAK EVIDENCE')} ({len(weak)})")
    rows = [
        [
            Cell(finding.rule, "info"),
            Cell(told(view, finding)),
            Cell(view.places(view.known(finding.claims)), "quiet"),
            Cell(f"#{finding.fact or finding.id}", "quiet"),
        ]
        for finding in weak[: limit(view, "not-compared")]
    ]
    page.table(rows, [Column(), Column(flow=True), Column(flow=True), Column()])
    add_more(page, len(weak) - len(rows), "not-compared")


def counted(view: View) -> str:
    """Return how many claims there are on how many facts, and what became of these."""
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
    facts = ", ".join(f"{count:,}{NBSP}{say(what)}" for count, what in parts if count)
    text = say(
        "{claims} from {sources} on {facts}",
        claims=plural(len(report.claims), "claim"),
        sources=_read(view),
        facts=plural(len(report.facts), "fact"),
    )
    text += f": {facts}." if facts else "."
    if pairs:
        looked = plural(pairs, "pair")
        text += " " + say("{pairs} looked alike but could not be compared.", pairs=looked)
    if len(report.documents) == 1:
        text += " " + say("One article alone: there is nothing to compare it with.")
    return " ".join((text, *under_check(view), *copied(view)))


def under_check(view: View) -> list[str]:
    """Return a sentence on what became of the claims of drafts, if there are any."""
    held = [claim for claim in view.report.claims if claim.document in view.options.drafts]
    if not held:
        return []
    found = Counter(_fate(view, claim) for claim in held)
    fates = ", ".join(f"{found[fate]:,}{NBSP}{say(fate)}" for fate in _FATES if found[fate])
    claims = plural(len(held), "claim")
    return [say("{claims} under check: {fates}.", claims=claims, fates=fates)]


def _fate(view: View, claim: Claim) -> str:
    verdicts = {comparison.verdict for comparison in view.comparisons_of(claim.id)}
    return next((_VERDICTS[one] for one in _VERDICTS if one in verdicts), "in no source")


def _read(view: View) -> str:
    drafts = len(view.options.drafts & view.documents.keys())
    sources = len(view.documents) - drafts
    counts = [plural(drafts, "draft")] * bool(drafts) + [plural(sources, "source")]
    return words.listing(counts)


def copied(view: View) -> list[str]:
    """Return a sentence for each group of documents that hold passages in common."""
    groups = Counter(group for fact in view.report.facts for group in fact.copies)
    return [
        say(
            "{documents} hold the same passage on {facts} and count as one source there.",
            documents=words.listing((view.letters[one] for one in group), limit=12),
            facts=plural(count, "fact"),
        )
        for group, count in groups.items()
    ]


def _counts(page: Page, view: View) -> None:
    page.blank()
    page.paragraph(counted(view))
    if view.report.skipped:
        page.paragraph(f"{say('Skipped')}: {skipped_counts(view)}.", style="quiet")
    if view.report.suppressed:
        page.paragraph(f"{say('Silenced')}: {_silenced(view)}.", style="quiet")
    _hints(page, view)


def _silenced(view: View) -> str:
    counted = Counter(one.by for one in view.report.suppressed)
    return ", ".join(f"{count:,} {say(BY[by])}" for by, count in sorted(counted.items()))


def _hints(page: Page, view: View) -> None:
    hints = []
    singles = len(single_facts(view))
    if singles and not view.options.lists("single"):
        hints.append(
            ("--show single", say("list the {facts}", facts=plural(singles, "one-source fact")))
        )
    if view.report.skipped and not view.options.lists("skipped"):
        hints.append(("--show skipped", say("list what was skipped, and why")))
    if view.report.suppressed and not view.options.lists("silenced"):
        hints.append(("--show silenced", say("list what is silenced, and why")))
    if not view.options.matrix and len(view.report.documents) > 1:
        hints.append(("--matrix", say("facts by sources")))
    if any(fact.verdict != "single" for fact in view.report.facts):
        hints.append(("claimcheck show ID PATH…", say("one fact with its evidence")))
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
    present = f" {say('and')} ".join(plural(count, kind) for kind, count in kinds if count)
    if counted:
        style = "error" if levels["error"] else "warning"
        found = plural(counted, "finding")
        text = say("{found} at or above --fail-on {level}", found=found, level=options.fail_on)
        return f"exit 1: {text}" + (f" ({present})" if present else ""), style
    if options.fail_on == "never":
        more = say(", with {present}", present=present) if present else ""
        return f"exit 0: --fail-on never{more}", ""
    text = say("exit 0: nothing at or above --fail-on {level}", level=options.fail_on)
    if levels["warning"] and not levels["error"] and options.fail_on == "error":
        return f"{text}; {present}, {say('resting on something inferred or uncertain')}", "ok"
    return text, "ok"
