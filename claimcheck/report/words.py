"""How values, periods and counts are worded for people, the same in every format.

Thousands are parted by commas and decimals by a point, or as the language of the report
has it, whatever the article's language.
The parts of one value are joined by no-break spaces, so that no line break cuts it.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from claimcheck.facts.period_name import FROM, UNTIL, period_name
from claimcheck.model import Aspect, Claim, Document, Period, Quantity, Span
from claimcheck.report.labels import say, table
from claimcheck.report.units import is_known, unit_words

NBSP = "\u00a0"
_SCALES = ((12, "tn", 3), (9, "bn", 3), (6, "mn", 2))
_SIGNS = {"about": "~", "over": ">", "under": "<", "at_least": "≥", "at_most": "≤"}
_LONGEST_FRACTION = 6
_LARGEST_PLAIN = 24
_SURE = 0.995
_FACTOR = "factor"
_SHARE = "percent"
_UMLAUTS = str.maketrans("äöü", "aou")


def plural(count: int, noun: str, nouns: str = "") -> str:
    """Return a count with its noun: `plural(2, "claim")` is "2 claims"."""
    word = say(noun if count == 1 else nouns or noun + "s")
    return f"{number(Decimal(count))}{NBSP}{word}"


def listing(items: Iterable[str], limit: int = 4, last: str = "and") -> str:
    """Join words as prose, counting what exceeds `limit`: "A, B and 3 more"."""
    words = list(items)
    if len(words) > limit:
        more = say("{count} more", count=len(words) - limit).replace(" ", NBSP)
        return ", ".join(words[:limit]) + f" {say(last)}{NBSP}{more}"
    return f" {say(last)} ".join([", ".join(words[:-1]), words[-1]] if words[1:] else words)


def number(value: Decimal) -> str:
    """Return a bare number with all its digits: `1234.50` is "1,234.50"."""
    if value.is_finite() and abs(value.adjusted()) > _LARGEST_PLAIN:
        return marks(f"{value:.6e}")
    if value.is_finite() and -int(value.as_tuple().exponent) > _LONGEST_FRACTION:
        digits = max(4, 3 - value.adjusted())
        value = round(value, digits).normalize()
    return marks(f"{value:,f}".replace("-", "−"))


def marks(digits: str) -> str:
    """Return digits with the decimal and thousands marks of the language of the report."""
    other = table("marks")
    return digits.translate(str.maketrans(dict(other))) if other else digits


def _scaled(value: Decimal) -> tuple[str, str]:
    for power, name, places in _SCALES:
        if abs(value) >= Decimal(10) ** power:
            short = value.scaleb(-power).normalize()
            if -int(short.as_tuple().exponent) <= places:
                return number(short), say(name)
    return number(value), ""


def _unit(quantity: Quantity, one: bool) -> str:
    unit = quantity.unit or ""
    word = unit_words(unit, one=one) if is_known(unit) else _as_written(unit, quantity.noun)
    count, _, unit = (quantity.per or "").partition(" ")
    if count.isdigit():
        word += f" {say('per')} {number(Decimal(count))} {unit_words(unit)}"
    elif quantity.per:
        word += f"/{unit_words(quantity.per, one=True)}"
    return word.replace(" ", NBSP)


def _as_written(unit: str, noun: str) -> str:
    """Return a counted thing that no table knows as the article spells it."""
    last = noun.split()[-1] if noun else ""
    begin = _plain(last).rfind(_plain(unit))
    if begin < 0:
        return noun if noun == last and noun else unit.replace("_", " ")
    word = last[begin:]
    return word[0].upper() + word[1:] if last[:1].isupper() else word


def _plain(word: str) -> str:
    """Return a word of the same length without case and umlauts: plurals may add one."""
    return word.lower().translate(_UMLAUTS)


def _amount(quantity: Quantity, one: bool = False) -> str:
    value, low, high = quantity.value, quantity.low, quantity.high
    ends = [end for end in (low, high) if isinstance(end, Decimal)]
    if (quantity.qualifier == "range" or value is None) and len(ends) == 2:
        (first, scale_a), (second, scale_b) = _scaled(ends[0]), _scaled(ends[1])
        first = first if scale_a in ("", scale_b) and scale_a == scale_b else first + scale_a
        return NBSP.join(filter(None, (f"{first}–{second}", scale_b, _unit(quantity, False))))
    if not isinstance(value, Decimal):
        return quantity.quote
    if quantity.unit == "second" and ":" in quantity.quote:
        return _stopwatch(value)
    digits, scale = _scaled(_rounded_share(quantity, value))
    if quantity.unit == _FACTOR:
        return f"×{NBSP}{digits}"
    return NBSP.join(filter(None, (digits, scale, _unit(quantity, one or abs(value) == 1))))


def _stopwatch(seconds: Decimal) -> str:
    """Return a time as races are timed, with a no-break space: "2:13:07 h", "1:23.45 min"."""
    minutes, rest = divmod(abs(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    tail = ("0" if rest < 10 else "") + f"{rest.normalize():f}"
    if hours:
        return f"{hours:.0f}:{minutes:02.0f}:{marks(tail)}{NBSP}h"
    return f"{minutes:.0f}:{marks(tail)}{NBSP}min"


def _rounded_share(quantity: Quantity, value: Decimal) -> Decimal:
    """Return a third as 33.3 percent: nobody wrote the rest of its digits."""
    endless = -int(value.as_tuple().exponent) > _LONGEST_FRACTION
    return (
        round(value, max(1, 1 - value.adjusted())) if quantity.unit == _SHARE and endless else value
    )


def _day(quantity: Quantity) -> str:
    if quantity.unit == "time_of_day":
        return str(quantity.value).replace("T", "").replace("/", "–")
    if quantity.value is not None:
        year, _, part = str(quantity.value).partition("-")
        if part[:1] in ("Q", "H"):
            return f"{part}{NBSP}{year}"
        if year.endswith("X"):
            return say("{decade}s", decade=year.replace("X", "0"))
        return str(quantity.value).replace("/", "–").replace("T", NBSP)
    ends = [end.isoformat() for end in (quantity.low, quantity.high) if isinstance(end, date)]
    return "…".join(dict.fromkeys(ends)) or quantity.quote


def reading(quantity: Quantity, aspect: Aspect = "level") -> str:
    """Return what a quantity was read as: "~76.4 bn USD", "by 18 %", "≤2025-08-30"."""
    if quantity.kind == "date":
        word = _day(quantity)
    elif quantity.kind == "ordinal":
        word = _in_a_row(quantity)
    else:
        word = _amount(quantity)
    sign = _SIGNS.get(quantity.qualifier, "")
    change = aspect == "change" and quantity.unit != _FACTOR
    return f"{say('by')}{NBSP}{sign}{word}" if change else f"{sign}{word}"


def _in_a_row(quantity: Quantity) -> str:
    """Return an ordinal: "16th win", "3rd"."""
    value = quantity.value
    if not isinstance(value, Decimal) or value != value.to_integral_value():
        return _amount(quantity, one=True)
    number = int(value)
    teens = number % 100 in _TEENS
    nth = _NTH[0] if teens else _NTH.get(number % 10, _NTH[0])
    return NBSP.join(filter(None, (say(nth, n=marks(f"{number:,}")), _unit(quantity, True))))


_TEENS = range(11, 14)
_NTH = {0: "{n}th", 1: "{n}st", 2: "{n}nd", 3: "{n}rd"}
"""How an ordinal is written by its last digit, zero standing for all others."""


def read_as(claim: Claim) -> str:
    """Return the reading of a claim's quantity."""
    return reading(claim.quantity, claim.aspect)


def period(when: Period | None) -> str:
    """Return a period in its shortest unmistakable form: "Q2 2025", "2025-08", "until 2030"."""
    if when is None:
        return ""
    if when.fiscal or (when.start is None and when.end is None):
        return when.text
    return period_name(when, say(FROM), say(UNTIL)).replace(" ", NBSP)


def certainty(score: float) -> str:
    """Return how sure a verdict is, from 0 to 1; nothing is wholly sure."""
    if score >= _SURE:
        return f">{NBSP}{marks('0.99')}"
    return marks(f"{score:.2f}")


def published(document: Document) -> str:
    """Return a document's date, "≈" before one that was inferred; "undated" without one."""
    if document.published is None:
        return say("undated")
    inferred = document.published_from == "text"
    return ("≈" + NBSP if inferred else "") + document.published.isoformat()


def place(document: Document, span: Span) -> str:
    """Return where something stands: path, line, column, and the page or paragraph if known."""
    more = f", {part(span)}" if span.page or span.paragraph else ""
    return f"{name(document)}:{span.line}:{span.column}{more}"


def part(span: Span) -> str:
    """Return the page or paragraph on which something stands, the line where it has neither."""
    if span.page:
        return f"{say('page')}{NBSP}{span.page}"
    if span.paragraph:
        return f"{say('paragraph')}{NBSP}{span.paragraph}"
    return f"{say('line')} {span.line}"


def name(document: Document) -> str:
    """Return what a person calls the document: path, else title, else id."""
    return document.path or document.title or document.id
