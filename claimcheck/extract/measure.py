"""What a number measures: the counted noun, the governing noun or the verb of its clause."""

from __future__ import annotations

import msgspec

from claimcheck.extract.lemma import lemma
from claimcheck.extract.measures import MeasureHit, MeasureLexicon
from claimcheck.extract.sentence import Analysis, Place
from claimcheck.model import Named, TextSpan

_GENERIC_UNITS = frozenset({"person", "piece", "case", "time"})


class Bound(msgspec.Struct, frozen=True):
    """A measure with its words; `loose` when it stands outside the number's clause."""

    name: Named
    span: TextSpan | None
    loose: bool


def measure(analysis: Analysis, place: Place, lexicon: MeasureLexicon) -> Bound | None:
    """Return the measure of the quantity.

    A counted noun that is a concept of its own ("31.200 Beschäftigte") comes first, then
    concepts by nearness with a preference for nouns before the number, then the counted
    noun's own lemma.
    """
    quantity = place.quantity
    own = lexicon.unit_concept(quantity.unit) if quantity.unit else None
    if own is not None and quantity.unit not in _GENERIC_UNITS:
        return Bound(Named(quantity.noun or quantity.quote, own), quantity.span, loose=False)
    hits = [h for h in analysis.measures if h.kind != "change" and lexicon.fits(h.key, quantity)]
    best = min(
        ((_distance(analysis, place, hit), hit.first, hit) for hit in hits),
        default=None,
        key=lambda row: row[:2],
    )
    if best is not None:
        return _bound(analysis, best[2], loose=best[0] >= 20)
    if quantity.noun:
        head = quantity.noun.split()[-1]
        key = lemma(head, analysis.sentence.language).lower()
        return Bound(Named(quantity.noun, key), quantity.span, loose=False)
    return None


def _distance(analysis: Analysis, place: Place, hit: MeasureHit) -> int:
    if place.first <= hit.first < place.last:
        return 0
    before = hit.first < place.first
    distance = place.first - hit.last if before else hit.first - place.last + 1
    if analysis.clause(hit.first) != analysis.clause(place.first):
        distance += 20
    elif not place.left <= hit.first < place.right:
        distance += 4
    if hit.kind == "verb":
        distance += 2
    return distance


def _bound(analysis: Analysis, hit: MeasureHit, loose: bool) -> Bound:
    tokens = analysis.tokens
    text = " ".join(tokens.words[hit.first : hit.last])
    span = TextSpan(tokens.starts[hit.first], tokens.ends[hit.last - 1])
    return Bound(Named(text, hit.key), span, loose)
