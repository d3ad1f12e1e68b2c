"""The figures of a document that claims are made of, each paragraph read in its own language."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from claimcheck.extract.measures.scores.results import beside, results
from claimcheck.extract.measures.scores.scorelines import scorelines
from claimcheck.extract.menus import with_menu_prices
from claimcheck.extract.unclaimed import PART_OF_NAME, names_inside, unclaimed
from claimcheck.model import Document, Quantity, Scan, Sentence, Skip, TextSpan
from claimcheck.normalise import scan

_VISIBLE = re.compile(r"\S")


class Figures(msgspec.Struct, frozen=True, gc=False):
    """The quantities that claims are made of, in order, and what else has digits, and why not.

    `scanned` is how many quantities there were before some were left out.
    """

    quantities: Sequence[Quantity]
    skipped: Sequence[tuple[TextSpan, str]]
    scanned: int


def figures(
    text: str, document: Document, sentences: Sequence[Sentence], fiscal_year_start: int
) -> Figures:
    """Return the figures in `text`, the document's as its sentences see it."""
    found = _scanned(text, document, sentences, fiscal_year_start)
    reasons = unclaimed(text, found.quantities, document.language)
    kept = [quantity for quantity in found.quantities if quantity.span.start not in reasons]
    kept = with_menu_prices(text, kept)
    lines = scorelines(text, sentences)
    inside = [line.span for line in lines]
    apart = [skip for skip in found.skipped if not _is_inside(skip.span, inside)]
    played = [*lines, *results(text, apart, sentences)]
    if played:
        kept = [quantity for quantity in kept if not _is_inside(quantity.span, inside)]
        kept = sorted([*kept, *played], key=lambda quantity: quantity.span.start)
    skipped = [(skip.span, skip.reason) for skip in beside(apart, played)]
    skipped += [(span, PART_OF_NAME) for quantity in kept for span in names_inside(text, quantity)]
    skipped += [
        (quantity.span, reasons[quantity.span.start])
        for quantity in found.quantities
        if quantity.span.start in reasons
    ]
    return Figures(kept, skipped, len(found.quantities))


def _is_inside(span: TextSpan, others: Sequence[TextSpan]) -> bool:
    return any(other.start <= span.start < other.end for other in others)


def _scanned(
    text: str, document: Document, sentences: Sequence[Sentence], fiscal_year_start: int
) -> Scan:
    """Return what the normaliser finds.

    A clock time beside a day is a quantity of its own, to be held against other clock times.
    Where a paragraph has another language than the document, "1,500" means another number:
    such paragraphs are read apart, with blanks in the place of the others.
    """
    languages = {sentence.language for sentence in sentences}
    if languages <= {document.language}:
        return scan(text, document.language, document.published, fiscal_year_start, apart=True)
    quantities: list[Quantity] = []
    skipped: list[Skip] = []
    for language in sorted(languages):
        alone = _alone(text, sentences, language)
        found = scan(alone, language, document.published, fiscal_year_start, apart=True)
        quantities += found.quantities
        skipped += found.skipped
    quantities.sort(key=lambda quantity: quantity.span.start)
    skipped.sort(key=lambda skip: skip.span.start)
    return Scan(quantities=tuple(quantities), skipped=tuple(skipped))


def _alone(text: str, sentences: Sequence[Sentence], language: str) -> str:
    """Return `text` with all sentences in other languages blanked."""
    parts: list[str] = []
    end = 0
    for sentence in sentences:
        if sentence.language != language:
            parts.append(text[end : sentence.start])
            parts.append(_VISIBLE.sub(" ", text[sentence.start : sentence.end]))
            end = sentence.end
    return "".join([*parts, text[end:]])
