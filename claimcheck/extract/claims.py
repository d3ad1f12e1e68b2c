"""From the numbers of a sentence to claims, with what sentences before them say."""

from __future__ import annotations

from datetime import date

import msgspec

from claimcheck.extract.concepts.lexicon import MeasureLexicon
from claimcheck.extract.context import Context, Keys, context, sentence_keys
from claimcheck.extract.ellipsis import completed, only_currency
from claimcheck.extract.figures import Figures
from claimcheck.extract.lines import Lines
from claimcheck.extract.manner.aspect import aspect
from claimcheck.extract.manner.existing import are_there, is_imposed
from claimcheck.extract.manner.modality import modality
from claimcheck.extract.manner.scope import scope
from claimcheck.extract.manner.speaker import speaker
from claimcheck.extract.measures.carried import Bound as Measured
from claimcheck.extract.measures.carried import Carried, takes_over
from claimcheck.extract.measures.labels import is_item
from claimcheck.extract.measures.measure import measure
from claimcheck.extract.measures.opinions import asked_share, is_polled, opinion
from claimcheck.extract.measures.pronouns import topics
from claimcheck.extract.measures.scores.innings import innings
from claimcheck.extract.measures.scores.results import sides
from claimcheck.extract.measures.unsaid import moves, of_subject
from claimcheck.extract.names.cast import Cast
from claimcheck.extract.names.version_names import Version
from claimcheck.extract.names.versions import Versions
from claimcheck.extract.sentence import Analysis, Place
from claimcheck.extract.subjects.asked import asked
from claimcheck.extract.subjects.before.focus import Focus
from claimcheck.extract.subjects.before.passed import in_focus, spoken_of, without_numbers
from claimcheck.extract.subjects.subject import Bound, acts, subject
from claimcheck.extract.times.asof import is_as_of
from claimcheck.extract.times.carrying import accepts, carries_on
from claimcheck.extract.times.period import period
from claimcheck.extract.words.cues import Cue
from claimcheck.extract.words.usage import Usage
from claimcheck.model import Claim, Document, Modality, Period, Quantity, Sentence, TextSpan

_LOOK_BACK = 3
"""How many sentences without a number before one with a number can name its subject."""
_NO_LENGTHS = frozenset({"age", "period"})
"""Labels of durations that are an age, or tell when something was: "vor einer Woche"."""
_NOT_CARRIED = frozenset({"date", "duration", "ordinal", "score"})
"""Kinds of numbers whose measure says nothing of the numbers behind them."""
_BULLET = "bullet"
_AHEAD = frozenset({"forecast", "plan"})
_MARKETS = "markets"
"""The domain of prices, which move from day to day."""


class Reading(msgspec.Struct, frozen=True, gc=False):
    """What a number was read as: whose it is, of what, when, how firmly said and by whom."""

    quantity: Quantity
    owner: Bound | None
    what: Measured | None
    when: Period | None
    dated: Quantity | None
    """The date that tells when."""
    date_carried: bool
    firmness: Modality
    firm: Cue | None
    """The word that tells how firmly."""
    said_by: tuple[str, Cue] | None


class ClaimBuilder:
    """Carries subject, measure and date from sentence to sentence while claims are built."""

    def __init__(
        self,
        document: Document,
        lexicon: MeasureLexicon,
        usage: Usage,
        cast: Cast,
        figures: Figures,
        versions: Versions | None,
        with_contexts: bool,
    ) -> None:
        self.claims: list[Claim] = []
        self.contexts: dict[str, Context] = {}
        self.moved: set[str] = set()
        """The claims that measure nothing, but a change."""
        self._document = document
        self._lines = Lines(document.text, document.anchors)
        self._lexicon = lexicon
        self._topics = usage.topics
        self._polled = is_polled(usage.written, document.language or "")
        self._versions = versions
        self._with_contexts = with_contexts
        self._scanned = figures.scanned
        self._focus = Focus(
            lambda sentence, words, only: spoken_of(sentence, words, usage, lexicon, only),
            lambda passed: without_numbers(*passed, usage, lexicon),
            cast,
        )
        self._measured = Carried(money=only_currency(figures.quantities))
        self._owner: Bound | None = None
        """Whose the number is whose measure is carried on."""
        self._date: Quantity | None = None
        """The date that is carried on."""
        self._traded = False
        """Whether that is one of prices: shares move today, whatever year it is."""
        self._paragraph = -1
        self._passed: list[tuple[Sentence, tuple[str, ...]]] = []

    def pass_by(self, sentence: Sentence, words: tuple[str, ...]) -> None:
        """Take in a sentence without a number, to be looked at if need be."""
        self._passed.append((sentence, words))

    def add(self, analysis: Analysis) -> None:
        """Add the claims of one sentence."""
        self._catch_up()
        if analysis.sentence.paragraph != self._paragraph:
            self._paragraph = analysis.sentence.paragraph
            self._date = None
            old = self._measured
            self._measured = Carried(
                topics=old.topics,
                heard=old.heard,
                before=(old.bound, old.quantity) if old.bound and old.quantity else old.before,
                heading=old.heading,
                amounts=old.amounts,
                money=old.money,
            )
        self._focus.last, self._focus.bound = None, False
        keys = sentence_keys(analysis) if self._with_contexts else None
        claims = [self._claim(analysis, place, keys) for place in analysis.places]
        self.claims.extend(claims)
        self._focus.follow(analysis.sentence.start, *in_focus(analysis))
        self._focus.keep(analysis)
        self._measured.topics = topics(analysis, self._lexicon, self._measured)
        self._measured.heard, self._measured.said = (), analysis.tokens.words
        if not is_item(analysis):
            self._measured.heading = analysis.tokens.words
        published = self._document.published
        for place in analysis.places:
            if carries_on(analysis, place, claims, self._lexicon, published, self._date):
                self._date = place.quantity
                measures = {claim.measure.key for claim in claims if claim.measure is not None}
                self._traded = any(self._is_traded(key) for key in measures)

    def _catch_up(self) -> None:
        """Let the sentences passed without a number say what is spoken of."""
        if self._passed:
            sentence, self._measured.heard = self._passed[-1]
            if sentence.role != _BULLET:
                self._measured.heading = self._measured.heard
            self._focus.pass_by(self._passed[-_LOOK_BACK:])
            if len(self._passed) > 1:
                self._date = None
            self._passed.clear()

    def _claim(self, analysis: Analysis, place: Place, keys: Keys | None) -> Claim:
        """Return the claim of one number, and let the numbers behind it know what it says."""
        reading = self._read(analysis, place)
        self._carry_on(analysis, place, reading)
        claim = self._written(analysis, place, reading)
        if keys is not None:
            self.contexts[claim.id] = self._context(analysis, place, keys, reading)
        if reading.what is None and moves(analysis, place):
            self.moved.add(claim.id)
        return claim

    def _read(self, analysis: Analysis, place: Place) -> Reading:
        quantity = place.quantity
        what = None
        if not is_as_of(analysis, place):
            what = opinion(analysis, place, self._lexicon, self._polled)
            what = what or measure(analysis, place, self._lexicon, self._measured)
            what = innings(analysis, place, what, self._lexicon, self._topics)
            if self._polled:
                what = asked_share(analysis, place, what, self._lexicon)
        said_by = speaker(analysis, place)
        owner = subject(
            asked(
                analysis,
                place,
                self._focus,
                measured=self._measuring(analysis, place, what),
                speaker=said_by[0] if said_by else None,
                what=what.name.key if what else None,
            )
        )
        if owner is None:
            owner = self._of_carried(what)
        if owner is not None:
            whose = owner.name.key
            what = of_subject(what, quantity, whose, self._lexicon, self._topics, owner.carried)
        firmness, firm = modality(analysis, place)
        if firmness in _AHEAD and (
            are_there(analysis, place, what, self._lexicon)
            or is_imposed(analysis, place, what, firm)
        ):
            firmness, firm = "stated", None
        before = self._date_before(quantity, what, firmness)
        told = self._document.published if firmness == "stated" else None
        when, dated, date_carried = period(analysis, place, before, told)
        if firmness == "stated" and self._lies_ahead(quantity, what):
            firmness = "plan"
        quantity = completed(analysis, place, what, self._measured, self._lexicon)
        return Reading(quantity, owner, what, when, dated, date_carried, firmness, firm, said_by)

    def _of_carried(self, what: Measured | None) -> Bound | None:
        """Return whose the number is that a measure is carried over from: "im Mai waren es 3"."""
        before, owner = self._measured.bound, self._owner
        if what is None or before is None or owner is None or what.span is not None:
            return None
        return Bound(owner.name, None, carried=True) if what.name == before.name else None

    def _date_before(
        self, quantity: Quantity, what: Measured | None, firmness: Modality
    ) -> Quantity | None:
        """Return the date that is carried on, if the quantity may be of that time."""
        before = self._date
        if before is None or (what and self._is_traded(what.name.key) and not self._traded):
            return None
        may_be = accepts(quantity, before, firmness, self._document.published)
        return before if may_be else None

    def _carry_on(self, analysis: Analysis, place: Place, reading: Reading) -> None:
        """Let the numbers behind one know its subject, measure and currency."""
        quantity, owner, what = reading.quantity, reading.owner, reading.what
        if owner is not None and quantity.kind != "date":
            self._focus.last, self._focus.bound = owner.name, owner.span is not None
        if quantity.kind == "money":
            self._measured.money = quantity
        if quantity.kind == "measure" and what is not None and quantity.unit is not None:
            self._measured.amounts[quantity.unit] = what
        counts = quantity.kind not in _NOT_CARRIED and quantity.label != "age"
        lasts = quantity.kind == "duration" and quantity.label not in _NO_LENGTHS
        self._measured.time = (what, quantity) if what is not None and lasts else None
        if what is not None and counts and takes_over(analysis, place, self._measured):
            self._measured.bound, self._measured.quantity = what, quantity
            self._owner = owner

    def _written(self, analysis: Analysis, place: Place, reading: Reading) -> Claim:
        owner, what, said_by = reading.owner, reading.what, reading.said_by
        span, sentence = place.quantity.span, analysis.sentence
        measured = self._lexicon.info(what.name.key) if what else None
        return Claim(
            id=f"{self._document.id}:{span.start}",
            document=self._document.id,
            span=self._lines.span(span.start, span.end),
            quote=self._document.text[span.start : span.end],
            sentence=TextSpan(sentence.start, max(sentence.end, span.end)),
            quantity=reading.quantity,
            subject=owner.name if owner else None,
            measure=what.name if what else None,
            aspect=aspect(analysis, place, measured),
            period=reading.when,
            modality=reading.firmness,
            speaker=said_by[0] if said_by else None,
            scope=scope(analysis, place, measured),
            inferred=_inferred(reading),
            evidence=_evidence(analysis, reading),
        )

    def _context(self, analysis: Analysis, place: Place, keys: Keys, reading: Reading) -> Context:
        position = len(self.contexts) / max(self._scanned, 1)
        around = context(analysis, place, keys, position)
        if reading.what is not None and reading.what.others:
            around = msgspec.structs.replace(around, readings=reading.what.others)
        if reading.quantity.kind == "score":
            around = msgspec.structs.replace(around, sides=sides(analysis))
        elif is_as_of(analysis, place):
            around = msgspec.structs.replace(around, as_of=True)
        version = self._version(analysis, place, reading.owner)
        return msgspec.structs.replace(around, version=version) if version else around

    def _version(self, analysis: Analysis, place: Place, owner: Bound | None) -> Version:
        """Return the version of a product that a number is of, if the article tells several."""
        if self._versions is None:
            return ()
        span = owner.span if owner is not None else None
        covered = analysis.tokens.covering(span.start, span.end) if span is not None else None
        whose = None if covered is None else (covered.start, covered.stop)
        return self._versions.of(analysis, place, whose)

    def _measuring(
        self, analysis: Analysis, place: Place, what: Measured | None
    ) -> tuple[int, int] | None:
        """Return the tokens of a measure, unless it is no concept, but what the clause is about."""
        if what is None or what.tokens is None or what.verb:
            return None
        if what.name.key in self._lexicon or not acts(analysis, place, what.tokens):
            return what.tokens
        return None

    def _is_traded(self, key: str) -> bool:
        return self._lexicon.info(key).domain == _MARKETS

    def _lies_ahead(self, quantity: Quantity, what: Measured | None) -> bool:
        """Return whether the quantity is a date behind the day of publication.

        A quarter of which nothing is said may be one of a business year: "im vierten Quartal
        erzielte".
        """
        low, published = quantity.low, self._document.published
        ahead = isinstance(low, date) and published is not None and low > published
        return ahead and not (what is None and str(quantity.value)[5:6] in _QUARTERS)


_QUARTERS = ("Q", "H")


def _evidence(analysis: Analysis, reading: Reading) -> dict[str, TextSpan]:
    """Return the words that each part was read from."""
    found: dict[str, TextSpan] = {}
    if reading.owner is not None and reading.owner.span is not None:
        found["subject"] = reading.owner.span
    if reading.what is not None and reading.what.span is not None:
        found["measure"] = reading.what.span
    if reading.dated is not None:
        found["period"] = reading.dated.span
    if reading.firm is not None:
        found["modality"] = _span(analysis, reading.firm)
    if reading.said_by is not None:
        found["speaker"] = _span(analysis, reading.said_by[1])
    return found


def _inferred(reading: Reading) -> tuple[str, ...]:
    """Return the parts that are not written, but concluded from what is."""
    inferred = list(reading.quantity.inferred)
    if reading.owner is not None and reading.owner.carried:
        inferred.append("subject")
    if reading.what is not None and reading.what.loose:
        inferred.append("measure")
    if reading.dated is not None and (reading.date_carried or reading.dated.inferred):
        inferred.append("period")
    return tuple(inferred)


def _span(analysis: Analysis, cue: Cue) -> TextSpan:
    tokens = analysis.tokens
    return TextSpan(tokens.starts[cue.first], tokens.ends[cue.last - 1])
