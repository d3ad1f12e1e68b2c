"""A quantity while it is being read: token positions, value, unit; changed in place."""

from __future__ import annotations

from decimal import Decimal

import msgspec

from claimcheck.model import Kind, Relation
from claimcheck.normalise.language import Hedge


class Number(msgspec.Struct):
    """A number as written: tokens `first` to before `stop`, value, worth of the last digit."""

    first: int
    stop: int
    value: Decimal
    last: Decimal = Decimal(1)
    scale: Decimal = Decimal(1)
    role: str = "number"
    digits: bool = False
    high: Decimal | None = None
    unit: str = ""
    finer: str = ""
    """The unit that "1:23:45" is counted in, finer than the one written."""
    inferred: tuple[str, ...] = ()

    @property
    def total(self) -> Decimal:
        """Return the value with its scale."""
        return self.value * self.scale


class Draft(msgspec.Struct):
    """A quantity in the making; offsets are token indexes until it is finished."""

    number: Number
    first: int
    stop: int
    kind: Kind = "number"
    unit: str | None = None
    upper: Number | None = None
    """The other end of a range, or of a tolerance when `tolerance`."""
    tolerance: bool = False
    hedge: Hedge | None = None
    negative: bool = False
    times: Decimal = Decimal(1)
    """How many of its unit a money word means: 0.01 of a cent."""
    noun: str = ""
    per: str | None = None
    relation: Relation = "none"
    label: str = ""
    bare: str = ""
    """The bare money word that the document's evidence decides."""
    inferred: list[str] = []
