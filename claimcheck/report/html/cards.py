"""Contradictions as cards: what each source says, side by side, and why it matters."""

from __future__ import annotations

import re

from claimcheck.model import Claim, Comparison, Finding
from claimcheck.report import evidence, words
from claimcheck.report.blocks import (
    MODALITIES,
    MOST_VALUES,
    differing,
    inferences,
    said,
)
from claimcheck.report.html.markup import Markup, el, join, safe, web
from claimcheck.report.labels import say
from claimcheck.report.reasons import explanation, hints, label, told
from claimcheck.report.view import Block, Value, View
from claimcheck.rules import RULES

_CONTEXT = 160
_HEADING = re.compile(r"^#{1,6}[ \t]+", re.MULTILINE)
_BETWEEN = re.compile(
    r"[ \t]*(?:(?:\r\n|\n|\r)[ \t]*){2,}|[ \t]*(?:\r\n|\n|\r)(?=[ \t]*[-*+•][ \t]+\S)"
)


def card(view: View, block: Block, number: int) -> Markup:
    """Return one block as a card with a permanent anchor, the id of its fact."""
    told_once = {told(view, finding): finding for finding in reversed(block.findings)}
    name = label(view, block.fact) if block.fact else block.id
    sides = [_side(view, value) for value in block.values[:MOST_VALUES]]
    verdicts = [pair for pair in block.comparisons if pair.verdict in ("contradiction", "update")]
    field = f"ruling-{number}"
    return el(
        "article",
        el(
            "h3", name, " ",
            el("a", f"#{block.id}", href=f"#{block.id}", class_="mono soft",
               aria_label=f"{say('Link to this fact')}: {block.id}"),
        ),
        [
            el("p", el("span", f"≠ {_announced(finding)}", class_="badge contradiction"), " ",
               message.removeprefix(f"{name}: "))
            for message, finding in reversed(told_once.items())
        ],
        el("div", sides, class_="sides"),
        _reasons(view, block, sorted(verdicts, key=lambda c: -c.score)[:1]),
        el("label", say("Ruling"), for_=field),
        el("textarea", id=field, rows="2"),
        class_=f"card {block.level}",
        id=block.id,
    )  # fmt: skip


def _announced(finding: Finding) -> str:
    rule = RULES.get(finding.rule)
    name = f" {say(rule.name.replace('-', ' '))}" if rule else ""
    return f"{say(finding.level)} · {finding.rule}{name}"


def _side(view: View, value: Value) -> Markup:
    witnesses, rest = value.quoted(view.options.witnesses)
    also = el("p", f"{say('Also said')}: {view.places(rest, 12)}", class_="soft") if rest else ""
    return el(
        "section",
        el("h4", value.reading),
        [_witness(view, claim) for claim in witnesses],
        _read_as(value.claims[0]),
        also,
        class_="side",
    )


def _witness(view: View, claim: Claim) -> Markup:
    document = view.documents[claim.document]
    about = [view.letter(claim), document.source or words.name(document), words.published(document)]
    if document.id in view.options.drafts:
        about.insert(1, say("draft"))
    link = web(document.url, claim.quote)
    line = words.part(claim.span)
    return el(
        "div",
        el("blockquote", quotation(view, claim), lang=document.language or None),
        el(
            "p", ", ".join(about), ", ", el("a", line, href=f"#{anchor(view, claim)}"),
            Markup(" · ") if link else "",
            el("a", say("In the original"), href=link, rel="noreferrer") if link else "",
            class_="soft",
        ),
    )  # fmt: skip


def anchor(view: View, claim: Claim) -> str:
    """Return the anchor of a claim in the article at the end of the page."""
    return f"c{view.order[claim.id]}"


def quotation(view: View, claim: Claim) -> Markup:
    """Return the sentence of a claim with a little around it, the claim itself marked."""
    document = view.documents[claim.document]
    text, body = document.prose or document.text, document.body
    start = max(min(claim.sentence.start, claim.span.start) - _CONTEXT, body)
    end = min(max(claim.sentence.end, claim.span.end) + _CONTEXT, len(text))
    before, after = text[start : claim.span.start], text[claim.span.end : end]
    if start > body:
        before = "… " + before.partition(" ")[2]
    if end < len(text):
        after = after.rpartition(" ")[0].rstrip() + " …"
    return join([_paragraphs(before), el("mark", claim.quote), _paragraphs(after)])


def _paragraphs(text: str) -> Markup:
    """Return text with a line for each paragraph and bullet, headings without their mark."""
    parts = _BETWEEN.split(_HEADING.sub("", text))
    return join([safe(part) for part in parts], el("br"))


def _read_as(claim: Claim) -> Markup:
    hedge = claim.quantity.qualifier
    rows = [
        ("Written", claim.quote),
        ("Read as", words.read_as(claim)),
        ("Hedge", "" if hedge == "exact" else say(hedge.replace("_", " "))),
        ("Subject", claim.subject.text if claim.subject else ""),
        ("Measure", claim.measure.text if claim.measure else ""),
        ("Period", words.period(claim.period)),
        ("Said as", "" if claim.modality == "stated" else say(MODALITIES[claim.modality])),
        ("Said by", claim.speaker or ""),
    ]
    return _rows([(say(name), text) for name, text in rows])


def _reasons(view: View, block: Block, verdicts: list[Comparison]) -> Markup:
    rows: list[tuple[str, str]] = []
    before = " ".join(told(view, finding) for finding in block.findings)
    for pair in verdicts:
        because = explanation(view, pair)
        speaks_for, against = evidence.telling(pair.evidence)
        rows += [
            (say("Why the same fact"), words.listing(speaks_for)),
            (say("In doubt"), words.listing(against, 3)),
            (say("Why not both can be true"), "" if differing(because) in before else because),
            *((say("Hint"), hint) for hint in hints(view, pair, before + because)),
            (say("Certainty"), words.certainty(pair.score)),
        ]
    rest = [*block.values[MOST_VALUES:], *block.others]
    rows += [
        (say("Also said"), said(view, rest)),
        (say("Inferred, not written"), inferences(view, block)),
    ]
    return _rows(rows)


def _rows(rows: list[tuple[str, str]]) -> Markup:
    return el("dl", (join([el("dt", name), el("dd", text)]) for name, text in rows if text))
