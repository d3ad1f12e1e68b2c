"""What has to be looked at, one block a fact: quotes, readings, reasons, hints."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.model import Claim, Comparison, Document, Finding
from claimcheck.report import evidence, words
from claimcheck.report.excerpt import excerpt
from claimcheck.report.labels import say
from claimcheck.report.page import Page
from claimcheck.report.reasons import explanation, hints, label, measure, told
from claimcheck.report.view import Block, Value, View
from claimcheck.rules import RULES

_SHORT_COMMAND = 60
MOST_VALUES = 4
"""How many values that oppose each other are quoted in full."""

ASPECTS = {
    "level": "level",
    "change": "change",
    "from": "value before",
    "to": "value after",
    "share": "share",
    "rate": "rate",
    "rank": "rank",
    "target": "target",
}
MODALITIES = {
    "stated": "stated as a fact",
    "estimate": "estimate",
    "forecast": "forecast",
    "plan": "plan",
    "limit": "limit",
    "denied": "denied",
    "hypothetical": "hypothetical",
}
_SCOPES = {
    "additional": "in addition",
    "part": "for a part",
    "segment": "for a segment",
    "per_unit": "for one unit",
    "previous_period": "the period before",
    "reported": "day of a report",
}


def add_block(page: Page, view: View, block: Block, full: bool = False) -> None:
    """Add one block; `full` shows every claim."""
    _heading(page, view, block)
    gutter = max((len(str(c.span.line)) for v in block.values for c in v.claims), default=1) + 1
    bar = (" " * gutter + " |", "gutter")
    shown = block.values if full else block.values[:MOST_VALUES]
    for index, value in enumerate(shown):
        mark, style = ("^", block.level) if index == 0 else ("-", "info")
        _witnesses(page, view, value, gutter, mark, style, full)
        page.line(bar)
    for name, text in _notes(view, block, full):
        title = f"{say(name)}: " if name else " " * (len(say("read as")) + 2)
        lead = [(" " * gutter + " = ", "gutter"), (title, "head")]
        page.paragraph(text, lead, hang=gutter + 5)
    page.blank()


def _heading(page: Page, view: View, block: Block) -> None:
    seen: set[str] = set()
    for finding in block.findings:
        if finding.message in seen:
            continue
        seen.add(finding.message)
        title = rule_title(finding)
        page.paragraph(told(view, finding), [(f"{title}: ", finding.level)], "head", hang=4)
    if block.fact:
        name = label(view, block.fact)
        named = name in told(view, block.findings[0])
        held = say("in {held} sources", held=view.named_by(block.fact))
        parts = ["" if named else name, held, f"#{block.fact.id}"]
        page.paragraph(" · ".join(filter(None, parts)), [("    ", "")], "quiet")


def rule_title(finding: Finding) -> str:
    """Return how a finding is announced: "error[CC101] value-conflict"."""
    rule = RULES.get(finding.rule)
    return f"{finding.level}[{finding.rule}]" + (f" {rule.name}" if rule else "")


def _witnesses(
    page: Page, view: View, value: Value, gutter: int, mark: str, style: str, full: bool
) -> None:
    shown, rest = (value.claims, []) if full else value.quoted(view.options.witnesses)
    for claim in shown:
        document = view.documents[claim.document]
        room = page.width - gutter - 4
        lead = [(" " * gutter + "--> ", "gutter")]
        page.paragraph(_location(view, claim, document, room), lead, hang=gutter + 4)
        page.line((" " * gutter + " |", "gutter"))
        excerpt(page, document, claim.span, gutter, mark, style, value.reading)
    if rest:
        places = view.places(rest, 8)
        page.paragraph(
            say("{value} also in {places}", value=value.reading, places=places),
            [(" " * gutter + " | ", "gutter")],
            "quiet",
        )


def _location(view: View, claim: Claim, document: Document, room: int) -> str:
    where = words.place(document, claim.span).replace(" ", words.NBSP)
    about = [view.letter(claim), words.published(document)]
    if document.id in view.options.drafts:
        about.insert(1, say("draft"))
    short = f"{where} ({', '.join(about)})"
    if not document.source:
        return short
    long = f"{where} ({', '.join([about[0], document.source, *about[1:]])})"
    return long if len(long) <= room else short


def _notes(view: View, block: Block, full: bool) -> list[tuple[str, str]]:
    notes: list[tuple[str, str]] = []
    shown = block.values if full else block.values[:MOST_VALUES]
    for index, value in enumerate(shown):
        claim = value.claims[0]
        notes.append(("read as" if index == 0 else "", f"{view.place(claim)} {claim_parts(claim)}"))
    if block.values[len(shown) :]:
        notes.append(("and against these", said(view, block.values[len(shown) :])))
    if block.others:
        notes.append(("also said", said(view, block.others)))
    verdicts = [c for c in block.comparisons if c.verdict in ("contradiction", "update")]
    said_before = " ".join(told(view, finding) for finding in block.findings)
    for comparison in sorted(verdicts, key=lambda c: -c.score)[:1]:
        notes += comparison_notes(view, comparison, False, said_before)
    inferred = inferences(view, block)
    if inferred:
        notes.append(("inferred, not written", inferred))
    rules = [f"claimcheck rule {rule}" for rule in dict.fromkeys(f.rule for f in block.findings)]
    more = rules if full else [show_command(view, block.id), *rules]
    notes.append(("more", " · ".join(more)))
    return notes


def show_command(view: View, name: str = "ID") -> str:
    """Return the command that shows one fact of this report in full."""
    for called in ("claimcheck audit ", "claimcheck check "):
        _, found, paths = view.options.command.partition(called)
        if found and len(paths) <= _SHORT_COMMAND:
            return f"claimcheck show {name} {paths}"
    return f"claimcheck show {name} PATH…"


def said(view: View, values: Sequence[Value]) -> str:
    """Return values with their places: "~9,000 (B:4) and 8,940 (C:2 D:7)"."""
    return words.listing(f"{value.reading} ({view.places(value.claims, 4)})" for value in values)


def claim_parts(claim: Claim) -> str:
    """Return what a claim was read as, part by part."""
    parts = [words.read_as(claim)]
    if claim.subject:
        parts.append(claim.subject.text)
    if claim.measure:
        text, key = claim.measure.text, measure(claim.measure.key)
        parts.append(text if text.casefold() == key.casefold() else f"{text} ({key})")
    if claim.aspect not in ("level", "change"):
        parts.append(say(ASPECTS[claim.aspect]))
    parts += [words.period(claim.period), *map(scope, claim.scope)]
    if claim.modality != "stated":
        parts.append(say(MODALITIES[claim.modality]))
    if claim.speaker:
        parts.append(say("says {speaker}", speaker=claim.speaker))
    return " · ".join(filter(None, parts))


def scope(tag: str) -> str:
    """Return what narrows a claim, in words; places stay as they are."""
    return say(_SCOPES.get(tag, tag))


def differing(explanation: str) -> str:
    """Return what an explanation says behind its two quotes and the sign between them."""
    return explanation.rpartition(": ")[2]


def comparison_notes(
    view: View, comparison: Comparison, full: bool = False, before: str = ""
) -> list[tuple[str, str]]:
    """Return why two claims are about one fact, why they differ, and what may have slipped.

    `before` is what the reader has read already and need not read again.
    """
    notes: list[tuple[str, str]] = []
    if comparison.evidence and not full:
        speaks_for, against = evidence.telling(comparison.evidence)
        if speaks_for:
            notes.append(("same fact", words.listing(speaks_for)))
        if against:
            notes.append(("in doubt", words.listing(against, 3)))
    why = {"contradiction": "not both true", "update": "why an update", "agreement": "both true"}
    because = explanation(view, comparison)
    if differing(because) not in before:
        notes.append((why.get(comparison.verdict, "why not"), because))
    notes += [("hint", hint) for hint in hints(view, comparison, before + because)]
    notes.append(("certainty", words.certainty(comparison.score)))
    if comparison.evidence and full:
        notes.append(("evidence", evidence.ledger(comparison.evidence)))
    return notes


def inferences(view: View, block: Block) -> str:
    """Return which parts of a block are inferred and not written, by place."""
    found: list[str] = []
    for value in block.values[:MOST_VALUES]:
        claim = value.claims[0]
        parts = [*claim.inferred, *claim.quantity.inferred]
        if view.documents[claim.document].published_from == "text":
            parts.append("publication date")
        if parts:
            found.append(f"{view.place(claim)} {', '.join(map(say, dict.fromkeys(parts)))}")
    return "; ".join(found)
