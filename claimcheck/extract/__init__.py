"""From a document to its claims: whose number, of what, when, and how firmly said.

`figures` says which numbers claims are made of, `unclaimed` which of those nothing claims; `menus`
finds prices without a currency. A sentence, cut into `tokens`, is analysed once (`sentence`), by
what words are (`words/`), how they stand (`clauses/`) and which `concepts/` they name. Each part of
a claim is then read by its own package: `names/` and `subjects/` say whose number it is,
`measures/` what it measures (`ellipsis`, where no unit says so), `times/` when, and `manner/` as
what, how firmly and by whom.
`claims` puts them together, each with its `context`; `lines` knows where it stands, and `own` the
words of a newsroom.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence

import msgspec

from claimcheck.extract.claims import ClaimBuilder
from claimcheck.extract.concepts.lexicon import MeasureLexicon
from claimcheck.extract.context import Context
from claimcheck.extract.figures import figures
from claimcheck.extract.lines import Lines
from claimcheck.extract.measures.unsaid import with_main
from claimcheck.extract.names.cast import cast
from claimcheck.extract.names.known import short_names
from claimcheck.extract.names.versions import versions
from claimcheck.extract.own import OwnWords
from claimcheck.extract.sentence import Analysis, analyse
from claimcheck.extract.times.misdated import misdated
from claimcheck.extract.tokens import placed, split
from claimcheck.extract.words.usage import Usage, read_usage
from claimcheck.model import Claim, Document, Quantity, Sentence, Skipped, TextSpan

__all__ = ["Context", "Extraction", "extract"]

_Words = tuple[str, ...]


class Extraction(msgspec.Struct, frozen=True, gc=False):
    """A document's claims in order, what was skipped, and the context of each claim by its id.

    There are no contexts where nobody asked for them: only what compares claims needs them.
    """

    document: Document
    claims: tuple[Claim, ...]
    skipped: tuple[Skipped, ...]
    contexts: Mapping[str, Context]


def extract(
    document: Document,
    sentences: Sequence[Sentence],
    lexicon: MeasureLexicon,
    own: OwnWords | None = None,
    contexts: bool = True,
) -> Extraction:
    """Return the claims of a segmented document, with their `contexts` if so told.

    Quantities in repeated promotional text are skipped, with the reason. Where the main
    subject has a fiscal year of its own, the document is read once more with it.
    """
    own = own or OwnWords()
    found = _extracted(document, sentences, lexicon, own, 1, contexts)
    month = own.opening_month(found.claims)
    return found if month == 1 else _extracted(document, sentences, lexicon, own, month, contexts)


def _extracted(
    document: Document,
    sentences: Sequence[Sentence],
    lexicon: MeasureLexicon,
    own: OwnWords,
    fiscal_year_start: int,
    contexts: bool,
) -> Extraction:
    text = _prose(document)
    found = figures(text, document, sentences, fiscal_year_start)
    held = _by_sentence(sentences, found.quantities)
    words = [split(text, sentence.start, sentence.end) for sentence in sentences]
    usage = _usage(words, document.language, lexicon, own)
    analyses = [
        _analysed(text, sentence, quantities, said, usage, lexicon)
        for sentence, quantities, said in zip(sentences, held, words, strict=True)
    ]
    told = list(zip(sentences, words, analyses, strict=True))
    apart = None
    if contexts:
        apart = versions(sentences, words, usage.written, document.language)
    builder = ClaimBuilder(
        document, lexicon, usage, cast(document, told, usage), found, apart, contexts
    )
    skipped = [*found.skipped, *_marks(found.quantities, held)]
    for (sentence, said, analysis), quantities in zip(told, held, strict=True):
        if sentence.role == "promotion":
            skipped += [(quantity.span, "repeated promotional text") for quantity in quantities]
        elif analysis is not None:
            builder.add(analysis)
        elif not quantities:
            builder.pass_by(sentence, said)
    claims, around = with_main(builder.claims, builder.moved), builder.contexts
    if own.counted:
        claims = [own.renamed(claim) for claim in claims]
        around = {key: own.reworded(context) for key, context in around.items()}
    notes = (*document.notes, *misdated(claims))
    noted = msgspec.structs.replace(document, notes=notes)
    return Extraction(noted, tuple(claims), _skipped(document, skipped), around)


def _prose(document: Document) -> str:
    """Return the text as its sentences see it, without front matter, at the same offsets."""
    prose = document.prose or document.text
    return " " * document.body + prose[document.body :]


def _by_sentence(
    sentences: Sequence[Sentence], quantities: Sequence[Quantity]
) -> list[tuple[Quantity, ...]]:
    """Return the quantities that start in each sentence; the marks of lists are in none."""
    starts = [sentence.start for sentence in sentences]
    held: list[list[Quantity]] = [[] for _ in sentences]
    for quantity in quantities:
        index = bisect_right(starts, quantity.span.start) - 1
        if index >= 0 and quantity.span.start < sentences[index].end:
            held[index].append(quantity)
    return [tuple(quantities) for quantities in held]


def _marks(
    quantities: Sequence[Quantity], held: Sequence[tuple[Quantity, ...]]
) -> list[tuple[TextSpan, str]]:
    """Return the numbers of no sentence, which open the lines of a list: "2. Forties are …"."""
    inside = {quantity.span.start for row in held for quantity in row}
    return [(q.span, "list number") for q in quantities if q.span.start not in inside]


def _usage(words: Sequence[_Words], language: str, lexicon: MeasureLexicon, own: OwnWords) -> Usage:
    """Return how the article uses its words, by those of its sentences."""
    usage = read_usage(words, language)
    return msgspec.structs.replace(
        usage,
        own=own.names,
        short=short_names(words, usage.written),
        topics=lexicon.topics(usage.written, language),
    )


def _analysed(
    text: str,
    sentence: Sentence,
    quantities: tuple[Quantity, ...],
    words: _Words,
    usage: Usage,
    lexicon: MeasureLexicon,
) -> Analysis | None:
    """Return the analysis of a sentence that claims something."""
    if sentence.role == "promotion" or not words or not quantities:
        return None
    spans = [(quantity.span.start, quantity.span.end) for quantity in quantities]
    tokens = placed(words, text, sentence.start, spans)
    return analyse(sentence, tokens, quantities, usage, lexicon)


def _skipped(document: Document, skips: Sequence[tuple[TextSpan, str]]) -> tuple[Skipped, ...]:
    lines = Lines(document.text, document.anchors)
    return tuple(
        Skipped(
            document=document.id,
            span=lines.span(span.start, span.end),
            quote=document.text[span.start : span.end],
            reason=reason,
        )
        for span, reason in sorted(skips, key=lambda row: row[0].start)
    )
