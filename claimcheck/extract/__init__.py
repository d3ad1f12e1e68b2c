"""From a document to its claims: whose number, of what, when, and how firmly said.

A sentence is analysed once (`sentence.py`), by what words are (`words/`) and how they stand
(`clauses/`). Each part of a claim is then read by its own package: `names/` and `subjects/` say
whose number it is, `measures/` what it measures, `times/` when, and `manner/` as what, how firmly
and by whom. Here the parts are put together in the order of the text.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from datetime import date

import msgspec

from claimcheck.extract.context import Context, Keys, context, sentence_keys
from claimcheck.extract.ellipsis import completed, only_currency
from claimcheck.extract.manner.aspect import aspect, scope
from claimcheck.extract.manner.modality import modality
from claimcheck.extract.manner.speaker import speaker
from claimcheck.extract.measures.carried import Bound as Measured
from claimcheck.extract.measures.carried import Carried
from claimcheck.extract.measures.denominators import REASON as BASE
from claimcheck.extract.measures.denominators import denominators
from claimcheck.extract.measures.inside import REASON as INSIDE
from claimcheck.extract.measures.inside import names_inside
from claimcheck.extract.measures.lexicon import MeasureLexicon
from claimcheck.extract.measures.measure import measure
from claimcheck.extract.measures.pronouns import topic
from claimcheck.extract.measures.results import beside, results, sides
from claimcheck.extract.measures.sizes import REASON as SIZE
from claimcheck.extract.measures.sizes import naming_sizes
from claimcheck.extract.measures.unsaid import moves, of_subject, with_main
from claimcheck.extract.names.actors import LEAD, Mentions, actors, speaking
from claimcheck.extract.names.called import Written, called, read
from claimcheck.extract.names.known import short_names
from claimcheck.extract.names.nations import main_nation
from claimcheck.extract.own import OwnWords
from claimcheck.extract.scanned import scanned
from claimcheck.extract.sentence import Analysis, Place, analyse, names_led
from claimcheck.extract.subjects.asked import asked
from claimcheck.extract.subjects.focus import Focus
from claimcheck.extract.subjects.passed import in_focus, spoken_of, without_numbers
from claimcheck.extract.subjects.subject import acts, subject
from claimcheck.extract.times.carrying import accepts, carries_on
from claimcheck.extract.times.misdated import misdated
from claimcheck.extract.times.period import period
from claimcheck.extract.tokens import placed, split
from claimcheck.extract.words.cues import Cue
from claimcheck.extract.words.usage import Usage, read_usage
from claimcheck.model import (
    Anchor,
    Claim,
    Document,
    Quantity,
    Sentence,
    Skipped,
    Span,
    TextSpan,
)

__all__ = ["Context", "Extraction", "extract"]

_LOOK_BACK = 3
"""How many sentences without a number before one with a number can name its subject."""
_NOT_CARRIED = frozenset({"date", "duration", "ordinal", "score"})
"""Kinds of numbers whose measure says nothing of the numbers behind them."""
_MARKETS = "markets"
"""The domain of prices, which move from day to day."""
_STOPS = frozenset('.!?”“"')
"""What whole sentences end in; bylines do not, and are no lead."""
_NOWHERE = Anchor(0)


class Extraction(msgspec.Struct, frozen=True, gc=False):
    """A document's claims in order, what was skipped, and the context of each claim by its id."""

    document: Document
    claims: tuple[Claim, ...]
    skipped: tuple[Skipped, ...]
    contexts: Mapping[str, Context]


class Lines:
    """Turns offsets of one text into lines and columns, pages and paragraphs."""

    def __init__(self, text: str, anchors: Sequence[Anchor] = ()) -> None:
        self._anchors = anchors
        self._anchored = [anchor.start for anchor in anchors]
        self._starts = [0]
        at = text.find("\n")
        while at >= 0:
            self._starts.append(at + 1)
            at = text.find("\n", at + 1)

    def span(self, start: int, end: int) -> Span:
        """Return [start, end) with its 1-based lines and columns, and its page or paragraph."""
        line = bisect_right(self._starts, start)
        end_line = bisect_right(self._starts, end)
        at = bisect_right(self._anchored, start) - 1
        anchor = self._anchors[at] if at >= 0 else _NOWHERE
        return Span(
            start, end, line, start - self._starts[line - 1] + 1,
            end_line, end - self._starts[end_line - 1] + 1,
            anchor.page, anchor.paragraph,
        )  # fmt: skip


def extract(
    document: Document,
    sentences: Sequence[Sentence],
    lexicon: MeasureLexicon,
    own: OwnWords | None = None,
) -> Extraction:
    """Return the claims of a segmented document.

    Quantities in repeated promotional text are skipped, with the reason. Where the main
    subject has a fiscal year of its own, the document is read once more with it.
    """
    own = own or OwnWords()
    found = _extracted(document, sentences, lexicon, own, 1)
    month = own.opening_month(found.claims)
    return found if month == 1 else _extracted(document, sentences, lexicon, own, month)


def _extracted(
    document: Document,
    sentences: Sequence[Sentence],
    lexicon: MeasureLexicon,
    own: OwnWords,
    fiscal_year_start: int,
) -> Extraction:
    prose = document.prose or document.text
    text = " " * document.body + prose[document.body :]
    found = scanned(text, document, sentences, fiscal_year_start)
    lines = Lines(document.text, document.anchors)
    named = dict.fromkeys(naming_sizes(text, found.quantities), SIZE)
    named |= dict.fromkeys(denominators(text, found.quantities, document.language), BASE)
    kept = [q for q in found.quantities if q.span.start not in named]
    played = results(text, found.skipped, sentences)
    if played:
        kept = sorted([*kept, *played], key=lambda q: q.span.start)
    by_sentence = _by_sentence(sentences, kept)
    cut = [
        (sentence, quantities, split(text, sentence.start, sentence.end))
        for sentence, quantities in by_sentence
    ]
    usage = read_usage((words for _, _, words in cut), document.language)
    usage = msgspec.structs.replace(
        usage, own=own.names, short=short_names((words for _, _, words in cut), usage.written),
        topics=lexicon.topics(usage.written, document.language),
    )  # fmt: skip
    builder = _Builder(document, lexicon, lines, usage, len(found.quantities))
    builder.measured.money = only_currency(kept)
    skips = [(skip.span, skip.reason) for skip in beside(found.skipped, played)]
    for quantity in kept:
        for span in names_inside(text, quantity):
            skips.append((span, INSIDE))
    skips.extend((q.span, named[q.span.start]) for q in found.quantities if q.span.start in named)
    analysed: list[Analysis | None] = []
    mentions = []
    written: list[Written] = []
    whole = 0
    for sentence, quantities, words in cut:
        analysis = None
        if sentence.role == "promotion" or not words:
            analysed.append(None)
            continue
        stops = words[-1] in _STOPS
        lead = stops and whole < LEAD
        whole += stops
        if quantities:
            spans = [(q.span.start, q.span.end) for q in quantities]
            tokens = placed(words, text, sentence.start, spans)
            analysis = analyse(sentence, tokens, quantities, usage, lexicon)
            mentions.append(
                Mentions(
                    sentence.start, lead, analysis.candidates, analysis.led, speaking(analysis)
                )
            )
        elif lead:
            names, led = names_led(words, usage, document.language)
            mentions.append(Mentions(sentence.start, lead, names, led))
            written.append(read(words, names, document.language))
        if analysis is not None and analysis.order is not None:
            written.append(Written(words, analysis.names, analysis.order))
        analysed.append(analysis)
    title = document.title or ""
    nation = main_nation((words for _, _, words in cut), title, document.language)
    told = [(sentence.start, words) for sentence, _, words in cut if sentence.role != "promotion"]
    builder.focus.actors = actors(mentions, title, nation, told)
    builder.focus.called = called(written, document.language)
    for (sentence, quantities, words), analysis in zip(cut, analysed, strict=True):
        if sentence.role == "promotion":
            skips.extend((q.span, "repeated promotional text") for q in quantities)
        elif analysis is not None:
            builder.catch_up()
            builder.add(analysis)
        elif not quantities:
            builder.passed.append((sentence, words))
    skipped = tuple(
        Skipped(
            document=document.id,
            span=lines.span(span.start, span.end),
            quote=document.text[span.start : span.end],
            reason=reason,
        )
        for span, reason in sorted(skips, key=lambda row: row[0].start)
    )
    claims, contexts = with_main(builder.claims, builder.moved), builder.contexts
    if own.counted:
        claims = [own.renamed(claim) for claim in claims]
        contexts = {key: own.reworded(context) for key, context in contexts.items()}
    amiss = misdated(claims)
    if amiss:
        document = msgspec.structs.replace(document, notes=(*document.notes, *amiss))
    return Extraction(document, tuple(claims), skipped, contexts)


def _by_sentence(
    sentences: Sequence[Sentence], quantities: Sequence[Quantity]
) -> list[tuple[Sentence, tuple[Quantity, ...]]]:
    """Give each sentence the quantities that start in it."""
    starts = [sentence.start for sentence in sentences]
    held: list[list[Quantity]] = [[] for _ in sentences]
    for quantity in quantities:
        index = bisect_right(starts, quantity.span.start) - 1
        if index >= 0:
            held[index].append(quantity)
    return [(s, tuple(q)) for s, q in zip(sentences, held, strict=True)]


class _Builder:
    """Carries subject and period from sentence to sentence while claims are built."""

    def __init__(
        self,
        document: Document,
        lexicon: MeasureLexicon,
        lines: Lines,
        usage: Usage,
        quantities: int,
    ) -> None:
        self.document = document
        self.quantities = quantities
        self.lexicon = lexicon
        self.lines = lines
        self.topics = usage.topics
        self.focus = Focus(
            lambda sentence, words, only: spoken_of(sentence, words, usage, lexicon, only),
            lambda passed: without_numbers(*passed, usage, lexicon),
        )
        self.measured = Carried()
        self.carried: Quantity | None = None
        self.traded = False
        """Whether the date carried on is that of prices: shares move today, whatever year it is."""
        self.paragraph = -1
        self.passed: list[tuple[Sentence, tuple[str, ...]]] = []
        self.claims: list[Claim] = []
        self.contexts: dict[str, Context] = {}
        self.moved: set[str] = set()
        """The claims that measure nothing, but a change."""

    def add(self, analysis: Analysis) -> None:
        """Add the claims of one sentence."""
        if analysis.sentence.paragraph != self.paragraph:
            self.paragraph = analysis.sentence.paragraph
            self.carried = None
            old = self.measured
            self.measured = Carried(topic=old.topic, heard=old.heard, money=old.money)
        self.focus.last, self.focus.bound = None, False
        keys = sentence_keys(analysis)
        claims = [self._claim(analysis, place, keys) for place in analysis.places]
        self.claims.extend(claims)
        self.focus.follow(analysis.sentence.start, *in_focus(analysis))
        self.focus.keep(analysis)
        self.measured.topic = topic(analysis, self.lexicon, self.measured)
        self.measured.heard = ()
        published = self.document.published
        for place in analysis.places:
            if carries_on(analysis, place, claims, self.lexicon, published, self.carried):
                self.carried = place.quantity
                measures = {claim.measure.key for claim in claims if claim.measure is not None}
                self.traded = any(self.lexicon.info(key).domain == _MARKETS for key in measures)

    def catch_up(self) -> None:
        """Let the sentences passed without a number say what is spoken of."""
        if self.passed:
            self.measured.heard = self.passed[-1][1]
            self.focus.pass_by(self.passed[-_LOOK_BACK:])
            if len(self.passed) > 1:
                self.carried = None
            self.passed.clear()

    def _claim(self, analysis: Analysis, place: Place, keys: Keys) -> Claim:
        quantity = place.quantity
        what = measure(analysis, place, self.lexicon, self.measured)
        said_by = speaker(analysis, place)
        number = asked(
            analysis,
            place,
            self.focus,
            measured=self._measured(analysis, place, what),
            speaker=said_by[0] if said_by else None,
            what=what.name.key if what else None,
        )
        bound = subject(number)
        if bound is not None:
            whose = bound.name.key
            what = of_subject(what, quantity, whose, self.lexicon, self.topics, bound.carried)
        traded = what is not None and self.lexicon.info(what.name.key).domain == _MARKETS
        firmness, cue = modality(analysis, place)
        before = None if traded and not self.traded else self.carried
        if before is not None and not accepts(quantity, before, firmness, self.document.published):
            before = None
        when, date_read, carried = period(analysis, place, before)
        if firmness == "stated" and self._lies_ahead(quantity):
            firmness = "plan"
        if bound is not None and quantity.kind != "date":
            self.focus.last, self.focus.bound = bound.name, bound.span is not None
        read = completed(analysis, place, what, self.measured, self.lexicon)
        quantity = read if read.unit != quantity.unit else quantity
        if quantity.kind == "money":
            self.measured.money = quantity
        if what is not None and quantity.kind not in _NOT_CARRIED and quantity.label != "age":
            self.measured.bound, self.measured.quantity = what, quantity
        evidence: dict[str, TextSpan] = {}
        inferred = list(quantity.inferred)
        if bound is not None:
            if bound.span is not None:
                evidence["subject"] = bound.span
            if bound.carried:
                inferred.append("subject")
        if what is not None:
            if what.span is not None:
                evidence["measure"] = what.span
            if what.loose:
                inferred.append("measure")
        if date_read is not None:
            evidence["period"] = date_read.span
            if carried or date_read.inferred:
                inferred.append("period")
        if cue is not None:
            evidence["modality"] = _cue_span(analysis, cue)
        if said_by is not None:
            evidence["speaker"] = _cue_span(analysis, said_by[1])
        span = quantity.span
        claim = Claim(
            id=f"{self.document.id}:{span.start}",
            document=self.document.id,
            span=self.lines.span(span.start, span.end),
            quote=self.document.text[span.start : span.end],
            sentence=TextSpan(analysis.sentence.start, analysis.sentence.end),
            quantity=read,
            subject=bound.name if bound else None,
            measure=what.name if what else None,
            aspect=aspect(analysis, place, self.lexicon.info(what.name.key) if what else None),
            period=when,
            modality=firmness,
            speaker=said_by[0] if said_by else None,
            scope=scope(analysis, place),
            inferred=tuple(inferred),
            evidence=evidence,
        )
        position = len(self.contexts) / max(self.quantities, 1)
        around = context(analysis, place, keys, position)
        if what is not None and what.others:
            around = msgspec.structs.replace(around, readings=what.others)
        if quantity.kind == "score":
            around = msgspec.structs.replace(around, sides=sides(analysis))
        self.contexts[claim.id] = around
        if what is None and moves(analysis, place):
            self.moved.add(claim.id)
        return claim

    def _measured(
        self, analysis: Analysis, place: Place, what: Measured | None
    ) -> tuple[int, int] | None:
        """Return the tokens of a measure, unless it is no concept, but what the clause is about."""
        if what is None or what.tokens is None or what.verb:
            return None
        if what.name.key in self.lexicon or not acts(analysis, place, what.tokens):
            return what.tokens
        return None

    def _lies_ahead(self, quantity: Quantity) -> bool:
        """Return whether the quantity is a date behind the day of publication."""
        low, published = quantity.low, self.document.published
        return isinstance(low, date) and published is not None and low > published


def _cue_span(analysis: Analysis, cue: Cue) -> TextSpan:
    tokens = analysis.tokens
    return TextSpan(tokens.starts[cue.first], tokens.ends[cue.last - 1])
