"""The articles in full: claims underlined and linked back, skipped numbers dotted."""

from __future__ import annotations

from claimcheck.model import Document
from claimcheck.report import words
from claimcheck.report.html.cards import anchor
from claimcheck.report.html.markup import Markup, el, join, safe
from claimcheck.report.labels import say
from claimcheck.report.view import View


def article(view: View, document: Document) -> Markup:
    """Return a document with its claims and its skipped numbers marked."""
    letter = view.letters[document.id]
    marks = sorted([*_claims(view, document), *_skipped(view, document)], key=lambda mark: mark[:2])
    parts: list[str] = []
    at = document.body
    for start, end, markup in marks:
        if start >= at:
            parts += [safe(document.text[at:start]), markup]
            at = end
    parts.append(safe(document.text[at:]))
    title = f"{letter}  {document.title or words.name(document)}"
    return el(
        "details",
        el("summary", title),
        el("div", join(parts), class_="article", lang=document.language or None),
        id=f"source-{letter}",
        open=True,
    )


def _claims(view: View, document: Document) -> list[tuple[int, int, Markup]]:
    found = []
    for claim in view.claims_in[document.id]:
        fact = view.fact_of.get(claim.id)
        link = el(
            "a",
            document.text[claim.span.start : claim.span.end],
            id=anchor(view, claim),
            href=f"#{fact.id}" if fact else None,
            class_=fact.verdict if fact else "single",
            title=words.read_as(claim),
        )
        found.append((claim.span.start, claim.span.end, link))
    return found


def _skipped(view: View, document: Document) -> list[tuple[int, int, Markup]]:
    return [
        (skip.span.start, skip.span.end,
         el("span", document.text[skip.span.start : skip.span.end], class_="skipped",
            title=say(skip.reason)))
        for skip in view.report.skipped if skip.document == document.id
    ]  # fmt: skip
