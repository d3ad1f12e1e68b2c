"""The quantities of a document, each paragraph read in its own language."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimcheck.model import Document, Quantity, Scan, Sentence, Skip
from claimcheck.normalise import scan

_VISIBLE = re.compile(r"\S")


def scanned(
    text: str, document: Document, sentences: Sequence[Sentence], fiscal_year_start: int
) -> Scan:
    """Return what the normaliser finds in `text`, the document's as its sentences see it.

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
