"""Contradictions as cards: what each source says, side by side, and why it matters."""

from __future__ import annotations

from claimcheck.model import Claim, Comparison
from claimcheck.report import evidence, words
from claimcheck.report.blocks import MOST_VALUES, inferences, rule_title, said
from claimcheck.report.html.markup import Markup, el, join, safe, web
from claimcheck.report.view import Block, Value, View

Labels = dict[str, str]
_CONTEXT = 160


def card(view: View, block: Block, labels: Labels, number: int) -> Markup:
    """Return one block as a card with a permanent anchor, the id of its fact."""
    first = block.findings[0]
    messages = dict.fromkeys(finding.message for finding in block.findings)
    sides = [_side(view, value, labels) for value in block.values[:MOST_VALUES]]
    verdicts = [pair for pair in block.comparisons if pair.verdict in ("contradiction", "update")]
    field = f"ruling-{number}"
    return el(
        "article",
        el("h3", join(messages, " / ")),
        el(
            "p", el("span", f"≠ {rule_title(first)}", class_="badge contradiction"), " ",
            el("a", f"#{block.id}", href=f"#{block.id}", class_="mono",
               aria_label=f"{labels['permalink']}: {block.id}"),
        ),
        el("div", sides, class_="sides"),
        _reasons(view, block, verdicts[:1], labels),
        el("label", labels["ruling"], for_=field),
        el("textarea", id=field, rows="2"),
        class_=f"card {block.level}",
        id=block.id,
    )  # fmt: skip


def _side(view: View, value: Value, labels: Labels) -> Markup:
    shown: dict[str, Claim] = {}
    for claim in value.claims:
        shown.setdefault(claim.document, claim)
    witnesses = list(shown.values())[: view.options.witnesses]
    rest = [claim for claim in value.claims if claim not in witnesses]
    also = el("p", f"{labels['also']}: {view.places(rest, 12)}", class_="soft") if rest else ""
    return el(
        "section",
        el("h4", value.reading),
        [_witness(view, claim, labels) for claim in witnesses],
        _read_as(value.claims[0], labels),
        also,
        class_="side",
    )


def _witness(view: View, claim: Claim, labels: Labels) -> Markup:
    document = view.documents[claim.document]
    about = [view.letter(claim), document.source or words.name(document), words.published(document)]
    if document.id in view.options.drafts:
        about.insert(1, labels["draft"])
    link = web(document.url, claim.quote)
    line = f"{labels['line']} {claim.span.line}"
    return el(
        "div",
        el("blockquote", quotation(view, claim)),
        el(
            "p", ", ".join(about), ", ", el("a", line, href=f"#{anchor(view, claim)}"),
            Markup(" · ") if link else "",
            el("a", labels["original"], href=link, rel="noreferrer") if link else "",
            class_="soft",
        ),
    )  # fmt: skip


def anchor(view: View, claim: Claim) -> str:
    """Return the anchor of a claim in the article at the end of the page."""
    return f"c{view.order[claim.id]}"


def quotation(view: View, claim: Claim) -> Markup:
    """Return the sentence of a claim with a little around it, the claim itself marked."""
    text = view.documents[claim.document].text
    body = view.documents[claim.document].body
    start = max(min(claim.sentence.start, claim.span.start) - _CONTEXT, body)
    end = min(max(claim.sentence.end, claim.span.end) + _CONTEXT, len(text))
    before, after = text[start : claim.span.start], text[claim.span.end : end]
    if start > body:
        before = "… " + before.partition(" ")[2]
    if end < len(text):
        after = after.rpartition(" ")[0] + " …"
    return join([safe(before), el("mark", claim.quote), safe(after)])


def _read_as(claim: Claim, labels: Labels) -> Markup:
    quantity = claim.quantity
    rows = [
        ("written", claim.quote),
        ("read_as", words.read_as(claim)),
        ("qualifier", "" if quantity.qualifier == "exact" else quantity.qualifier),
        ("subject", claim.subject.text if claim.subject else ""),
        ("measure", claim.measure.text if claim.measure else ""),
        ("period", words.period(claim.period)),
        ("modality", "" if claim.modality == "stated" else claim.modality),
        ("speaker", claim.speaker or ""),
    ]
    return _rows([(labels[name], text) for name, text in rows])


def _reasons(view: View, block: Block, verdicts: list[Comparison], labels: Labels) -> Markup:
    rows: list[tuple[str, str]] = []
    told = " ".join(finding.message for finding in block.findings)
    for pair in verdicts:
        speaks_for, against = evidence.telling(pair.evidence)
        rows += [
            (labels["why_same"], words.listing(speaks_for)),
            (labels["why_doubt"], words.listing(against, 3)),
            (labels["why_differ"], "" if pair.explanation in told else pair.explanation),
            *((labels["hint"], evidence.slip(name)) for name in pair.slips),
            (labels["certainty"], f"{pair.score:.2f}"),
        ]
    rest = [*block.values[MOST_VALUES:], *block.others]
    rows += [(labels["also"], said(view, rest)), (labels["inferred"], inferences(view, block))]
    return _rows(rows)


def _rows(rows: list[tuple[str, str]]) -> Markup:
    return el("dl", (join([el("dt", name), el("dd", text)]) for name, text in rows if text))
