"""What a single word says about numbers."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple


class Anchor(NamedTuple):
    """What a word says about numbers.

    `role` is one of: digits, number (a cardinal), article (counts only before a unit or
    scale), scale, group ("Dutzend"), vague ("Hunderte"), fraction ("Drittel": `value` parts),
    share ("Zweidrittelmehrheit"), half, pair ("beide"), roman ("XIV"), suffixed
    ("dreijährig": value and unit), multiple ("doppelt"), ordinal, scaled (a vague compound,
    "Milliardenhilfe"), decade (of a life, "Mittdreißiger", "thirties"), sized
    ("Viermilliardenkredit": `high` is the scale), aged ("under-FIVES").
    """

    role: str
    value: Decimal
    unit: str = ""
    high: Decimal | None = None


DIGITS = Anchor("digits", Decimal(0))

ROMANS = {"I": 1, "V": 5, "X": 10}
UNITS = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
ROMAN = "".join(ROMANS)


def roman(word: str) -> Anchor | None:
    """Read a Roman numeral below forty, as it is written ("XIV", not "IIX")."""
    value = 0
    for letter, after in zip(word, [*word[1:], ""], strict=True):
        size = ROMANS[letter]
        value += -size if after and size < ROMANS[after] else size
    written = "X" * (value // 10) + UNITS[value % 10]
    return Anchor("roman", Decimal(value)) if written == word and value < 40 else None
