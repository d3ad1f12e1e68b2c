"""Which dates the next sentences speak of as well, and which of their numbers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from claimcheck.extract.concepts.lexicon import MeasureLexicon
from claimcheck.extract.sentence import Analysis, Place
from claimcheck.extract.times.bases import comparison
from claimcheck.extract.times.period import names_event
from claimcheck.model import Claim, Modality, Quantity
from claimcheck.normalise.measured.units import dimension

_DAYS = range(27, 367)
"""A month to a year: a day is that of an event, and decades tell no figure's time."""
_PAST = timedelta(days=730)
"""What is longer ago is history, told in one sentence."""
_WORDS = frozenset({"noun", "change"})
_NEVER = frozenset({"ordinal", "ratio", "duration"})
"""Kinds of numbers that are of no time: "the second line", "it took two years"."""
_SIZES = frozenset({"length", "area", "speed"})
"""What things are like at any time: "the fence is 14 feet high"."""
_TO_COME = frozenset({"forecast", "plan"})
_AHEAD = frozenset({"forecast", "plan", "estimate", "limit", "hypothetical"})


def carries_on(
    analysis: Analysis,
    place: Place,
    claims: Sequence[Claim],
    lexicon: MeasureLexicon,
    published: date | None,
    current: Quantity | None,
) -> bool:
    """Return whether the next sentence speaks of the time at `place` as well.

    It does not where the date only says when something happened ("opened in March"), what
    is compared with ("in the year before it was 12"), or what is past: long ago, or before
    the time that is spoken of, `current`.
    """
    quantity = place.quantity
    if not _is_stretch(quantity) or names_event(analysis, place):
        return False
    if comparison(analysis, place) is not None or _is_history(quantity, published):
        return False
    if analysis.tagged("previous_period", place.first - 1, place.last) is not None:
        return False
    if current is not None and _ends(quantity) < _ends(current):
        return False
    scoped = [claim for claim in claims if claim.evidence.get("period") == quantity.span]
    if any("previous_period" in claim.scope for claim in scoped):
        return False
    if scoped:
        return True
    return any(
        hit.kind in _WORDS and not lexicon.info(hit.key).event for hit in analysis.measures
    ) and not _is_event(quantity, claims, lexicon)


def accepts(
    quantity: Quantity, carried: Quantity, firmness: Modality, published: date | None
) -> bool:
    """Return whether a number can be of a time that a sentence before speaks of.

    What is still to come is of no year that is over.
    """
    if quantity.kind in _NEVER or quantity.label == "age":
        return False
    if quantity.kind == "measure" and dimension(quantity.unit or "") in _SIZES:
        return False
    low = carried.low
    if firmness in _TO_COME and published is not None and _ends(carried) < published:
        return False
    ahead = published is not None and isinstance(low, date) and low > published
    return not ahead or firmness in _AHEAD


def _is_stretch(quantity: Quantity) -> bool:
    low, high = quantity.low, quantity.high
    if quantity.kind != "date" or not isinstance(low, date) or not isinstance(high, date):
        return False
    return (high - low).days in _DAYS


def _is_history(quantity: Quantity, published: date | None) -> bool:
    high = quantity.high
    return published is not None and isinstance(high, date) and high < published - _PAST


def _ends(quantity: Quantity) -> date:
    return quantity.high if isinstance(quantity.high, date) else date.max


def _is_event(quantity: Quantity, claims: Sequence[Claim], lexicon: MeasureLexicon) -> bool:
    """Return whether a date says when something happened."""
    own = next((claim for claim in claims if claim.quantity.span == quantity.span), None)
    return own is not None and own.measure is not None and lexicon.info(own.measure.key).event
