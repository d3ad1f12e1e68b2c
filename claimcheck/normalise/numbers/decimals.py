"""Arithmetic of decimals: quotients, rounding, and how a value is written plainly."""

from __future__ import annotations

from decimal import Decimal

VULGAR = {
    "½": "0.5", "¼": "0.25", "¾": "0.75", "⅓": "1/3", "⅔": "2/3", "⅕": "0.2", "⅖": "0.4",
    "⅗": "0.6", "⅘": "0.8", "⅙": "1/6", "⅚": "5/6", "⅛": "0.125", "⅜": "0.375", "⅝": "0.625",
    "⅞": "0.875", "⅐": "1/7", "⅑": "1/9", "⅒": "0.1",
}  # fmt: skip
ONE = Decimal(1)
TINY = Decimal("0.001")
LARGE = 16
"""From this power of ten on a number is not rounded to decimal places."""


def vulgar(sign: str) -> Decimal | None:
    """Return the value of a fraction in one sign ("½"), or None."""
    written = VULGAR.get(sign)
    if written is None:
        return None
    top, _, bottom = written.partition("/")
    return Decimal(top) if not bottom else fraction(Decimal(top), Decimal(bottom))


def fraction(top: Decimal, bottom: Decimal) -> Decimal:
    """Return a quotient to eight places, or digits where it is tiny, without trailing zeros."""
    quotient = top / bottom
    return plain(rounded(quotient, 8 if quotient > TINY else 7 - quotient.adjusted()))


def rounded(value: Decimal, places: int) -> Decimal:
    """Round to decimal places; a value so large that it has none stays ("about 10^30")."""
    return value if value.adjusted() >= LARGE else round(value, places)


def plain(value: Decimal) -> Decimal:
    """Return a decimal without exponent; integral ones without places, others without end zeros."""
    if value.same_quantum(ONE):
        return value
    if value == value.to_integral_value():
        return value.quantize(ONE) if value.adjusted() < 27 else Decimal(f"{value:f}".split(".")[0])
    return value.normalize()


def negated(value: Decimal) -> Decimal:
    """Return a value with the other sign and all its digits; unary minus rounds to 28."""
    return value.copy_negate() if value else value
