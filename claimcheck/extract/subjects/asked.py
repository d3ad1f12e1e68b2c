"""A number whose subject is asked for, with what is known of it where it stands."""

from __future__ import annotations

from decimal import Decimal

import msgspec

from claimcheck.extract.names.nations import national_measures
from claimcheck.extract.sentence import Analysis, Place
from claimcheck.extract.subjects.before.focus import Focus

_KINDS = frozenset({"date", "count", "percent", "money"})
_AGE = "age"
_YEARS = frozenset({"count", "number", "duration"})
"""Kinds of what may be an age, where that is what is measured: "Jo Ray, 81"."""
_LONGEST_LIFE = 130
"""Only things have greater ages, and they stand in a sentence as things do."""


class Asked(msgspec.Struct, frozen=True, gc=False):
    """A number in its sentence, and what the text has spoken of before.

    `measured` are the tokens of the number's measure and `what` is its key; `speaker` is who
    says the number. `kind` is what sort of number it is ("age", "people", "money"), and
    `national` tells of a measure that states have.
    """

    analysis: Analysis
    place: Place
    focus: Focus
    measured: tuple[int, int] | None
    speaker: str | None
    what: str | None
    kind: str
    national: bool


def asked(
    analysis: Analysis,
    place: Place,
    focus: Focus,
    *,
    measured: tuple[int, int] | None = None,
    speaker: str | None = None,
    what: str | None = None,
) -> Asked:
    """Return the question whose number one is. An average age is nobody's."""
    kind = _kind(place, what)
    if kind == _AGE and analysis.tagged_in_clause("average", place) is not None:
        kind = "other"
    return Asked(analysis, place, focus, measured, speaker, what, kind, what in national_measures())


def _kind(place: Place, what: str | None) -> str:
    quantity = place.quantity
    if quantity.label == _AGE or (what == _AGE and quantity.kind in _YEARS):
        value = quantity.value
        lived = not isinstance(value, Decimal) or value <= _LONGEST_LIFE
        return _AGE if lived else "other"
    if quantity.unit == "person":
        return "people"
    return quantity.kind if quantity.kind in _KINDS else "other"
