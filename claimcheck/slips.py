"""The slips of typing and converting that newsrooms know, found in two differing values.

A slip says how a difference may have come about. It is a hint for the editor and
evidence that two numbers were meant to be the same; it is never a proof.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import cache
from operator import ne

from claimcheck.lexicon import languages, table
from claimcheck.model import Claim, Quantity
from claimcheck.normalise.measured.units import find

TEN = Decimal(10)

EXPLANATIONS = {
    "power_of_ten": "the values differ by a factor of exactly ten or a hundred",
    "factor_thousand": "the values differ by a factor of exactly a thousand (million for billion?)",
    "transposed_digits": "two digits are transposed",
    "one_digit": "the values differ in one digit",
    "missing_digit": "one of the values lacks a digit of the other",
    "teens_and_tens": "the numbers sound alike (13 and 30)",
    "same_number_other_unit": "the same number stands with another unit",
    "same_number_other_currency": "the same number stands with another currency",
    "points_for_percent": "percent and percentage points are mixed up",
    "day_and_month": "day and month are swapped",
    "other_year": "same day and month, another year",
    "other_month": "same day of another month",
    "weekday": "the weekday does not fit the date",
    "previous_figure": "the other article has this figure for the time before",
    "change_for_level": "the other article has this figure for the change",
    "implied": "it follows from figures that say the same, of which one is mistyped",
}

MISTYPED = frozenset(
    {"transposed_digits", "power_of_ten", "factor_thousand", "same_number_other_unit"}
)
"""The slips that are hardly chance: something was typed wrongly, or the unit was."""

CHANGE_OR_LEVEL = "one article has this figure for the change, one for what it led to"

FACTORS = {
    10: "the values differ by a factor of exactly ten",
    100: "the values differ by a factor of exactly a hundred",
    1000: EXPLANATIONS["factor_thousand"],
    1_000_000: "the values differ by a factor of exactly a million",
}


def told(slip: str, a: Claim, b: Claim) -> str:
    """Return what a slip between two claims is, for people; a factor is named."""
    one, two = a.quantity.value, b.quantity.value
    if slip == "change_for_level" and one == two:
        return CHANGE_OR_LEVEL
    if slip in ("power_of_ten", "factor_thousand") and (
        isinstance(one, Decimal) and isinstance(two, Decimal) and one and two
    ):
        low, high = sorted((abs(one), abs(two)))
        return FACTORS.get(int(high / low), EXPLANATIONS[slip])
    return EXPLANATIONS.get(slip, slip.replace("_", " "))


def slips(a: Claim, b: Claim) -> tuple[str, ...]:
    """Return the names of the slips that would explain the difference of two claims' values."""
    first, second = a.quantity, b.quantity
    if _timed(first) and _timed(second):
        digits = digits_of(first), digits_of(second)
        return () if all(map(_on_the_hour, digits)) else _digit_slips(*digits)
    if first.kind == "date" or second.kind == "date":
        found = _date_slips(first, second)
        amiss = weekday_amiss(first) or weekday_amiss(second)
        return (*found, "weekday") if amiss else found
    if not isinstance(first.value, Decimal) or not isinstance(second.value, Decimal):
        return ()
    if first.value == second.value:
        moved = first.unit == second.unit and {first.relation, second.relation} == {"by", "to"}
        return ("change_for_level",) if moved else _unit_slips(first, second)
    if not first.value or not second.value:
        return ()
    if not _one_unit(first, second):
        return _unit_slips(first, second) if first.written == second.written else ()
    low, high = sorted((abs(first.value), abs(second.value)))
    factor = high / low
    if factor in (10, 100) and _telling(low):
        if factor == 100 and first.kind == "money" and first.written == second.written:
            return ("same_number_other_unit",)  # cents for euros
        two_zeros = factor == 100 and len(significant(low)) < 2
        by_chance = two_zeros or (factor == 100 and _twice_off(first.written, second.written))
        return () if by_chance else ("power_of_ten",)  # ten and a thousand are in every story
    if factor in (1000, 1_000_000) and low >= _SCALED:
        return ("factor_thousand",)
    aligned = _aligned(low, high)
    swapped = _digit_slips(*aligned) == ("transposed_digits",) and not _adds_place(low, high)
    digits = aligned if swapped else _alike_precise(*aligned)  # 31.50 has four digits
    found = _digit_slips(*digits) if factor < 10 else ()
    if found == ("transposed_digits",) and digits == aligned and _adds_place(low, high):
        return ()
    priced = first.kind == "money" and all(one.endswith(_PRICE_END) for one in digits)
    return () if found == ("one_digit",) and priced else found


_PRICE_END = "99"
"""Prices are set to end so: 1,199 and 1,499 dollars are those of two models, and no slip."""


def hints(a: Claim, b: Claim) -> tuple[str, ...]:
    """Return the slips of two claims, or what may have been misheard or dropped in typing.

    The latter differences are chance too often to be evidence that one fact is meant.
    """
    found = slips(a, b)
    one, two = a.quantity.value, b.quantity.value
    if found or not isinstance(one, Decimal) or not isinstance(two, Decimal):
        return found
    return _heard(*sorted((abs(one), abs(two)))) if _one_unit(a.quantity, b.quantity) else ()


def _heard(low: Decimal, high: Decimal) -> tuple[str, ...]:
    """Return the slip of the ear or the hand between two whole numbers: 7 and 17, 13 and 30."""
    if high > _EAR or low % 1 or high % 1:
        return ()
    one, two = str(int(low)), str(int(high))
    if len(one) == len(two) == 2 and one[0] == "1" and two[1] == "0" and one[1] == two[0]:
        return ("teens_and_tens",) if one != two and one[1] > "2" else ()
    if len(two) != len(one) + 1 or len(set(two)) < len(two):
        return ()
    lacks = any(two[:i] + two[i + 1 :] == one for i in range(len(two)))
    return ("missing_digit",) if lacks and not two.endswith("0") else ()


_EAR = 1000
"""Longer numbers without a digit are another's by chance as often as by a slip."""


def _on_the_hour(digits: str) -> bool:
    """Return whether digits are those of a full hour: 10:00 and 13:00 are in every story."""
    return digits.endswith("00") and len(digits) <= len("1000")


def _twice_off(one: str, two: str) -> bool:
    """Return whether two slips were needed: 5.5 billion for 55 million."""
    (whole, _, part), (other, _, rest) = map(_marked, (one, two))
    return whole + part == other + rest and abs(len(part) - len(rest)) == 1


def _marked(written: str) -> tuple[str, str, str]:
    """Return the digits of a number before and behind its mark."""
    digits = "".join(char for char in written if not char.isalpha()).strip()
    return digits.replace(",", ".").partition(".")


def _relative(date: Quantity) -> bool:
    return date.label == "relative_date"


def _guessed(date: Quantity) -> bool:
    """Return whether the date's year is not written: nobody mistypes what he does not write."""
    return _relative(date) or bool(date.inferred)


def _one_unit(first: Quantity, second: Quantity) -> bool:
    """Return whether both count in one unit; what is counted may have two names.

    A bare number beside an age is one: "She was 85."
    """
    if first.unit == second.unit or {first.kind, second.kind} <= _COUNTS:
        return True
    return any(
        one.label == "age" and two.kind == "number" and two.unit is None
        for one, two in ((first, second), (second, first))
    )


_COUNTS = {"count", "number"}


def weekday_amiss(quantity: Quantity) -> bool:
    """Return whether a date is written with a weekday that it does not fall on."""
    try:
        day = date.fromisoformat(str(quantity.value))
    except ValueError:
        return False
    words = quantity.quote.lower().replace(",", " ").split()
    named = [_weekdays()[word] for word in words if word in _weekdays()]
    return len(named) == 1 and named[0] != day.weekday()


@cache
def _weekdays() -> dict[str, int]:
    """Return the number of each weekday, Monday being 0, by its names in every language."""
    return {
        name.lower(): int(number)
        for language in languages()
        for name, number in table(f"{language}/cldr_dates")["weekdays"]["long"].items()
    }


_SCALED = 1000
"""Million is mistaken for billion, and thousands for millions; 25 jobs are no 25 million."""


def _telling(value: Decimal) -> bool:
    """Return whether equal digits mean anything: 4 and 40 are just two small numbers."""
    return len(significant(value)) >= 2 or value >= TEN or value != value.to_integral_value()


def _unit_slips(first: Quantity, second: Quantity) -> tuple[str, ...]:
    one, two = first.unit, second.unit
    if one == two or one is None or two is None or _one_unit(first, second):
        return ()
    if {one, two} == {"percent", "percentage_point"}:
        return ("points_for_percent",)
    values = [value for value in (first.value, second.value) if isinstance(value, Decimal)]
    if not any(_telling(abs(value)) for value in values) and not _prefixed(one, two):
        return ()
    if first.kind == second.kind == "duration" and not _neighbours(one, two):
        return ()
    if (first.qualifier == "range") != (second.qualifier == "range"):
        return ()  # 5,000 francs are no slip of between 5,000 and 7,000 dollars
    currencies = first.kind == second.kind == "money"
    return ("same_number_other_currency",) if currencies else ("same_number_other_unit",)


def _prefixed(one: str, two: str) -> bool:
    """Return whether only a prefix tells two units apart that are seldom used side by side.

    Two megawatts for two gigawatts is a slip; lengths and masses are given in any unit.
    """
    first, second = find(one), find(two)
    if first is None or second is None or first.dimension != second.dimension:
        return False
    low, high = sorted((first.factor, second.factor))
    return first.dimension in _PREFIXED and high == low * 1000


_PREFIXED = frozenset({"power", "energy", "data"})


def _neighbours(one: str, two: str) -> bool:
    """Return whether two units of time stand next to each other: nobody takes years for days."""
    first, second = find(one), find(two)
    if first is None or second is None:
        return False
    low, high = sorted((first.factor, second.factor))
    return bool(high <= low * _STEP)


_STEP = 60


def significant(value: Decimal | str | None) -> str:
    """Return the digits of a number without the zeros before and behind, or those of a date."""
    if isinstance(value, Decimal):
        return str(abs(value)).replace(".", "").strip("0")
    return (value or "").replace("-", "")


def may_slip(one: str, two: str, dates: bool) -> bool:
    """Return whether it is worth asking `slips` about two values with these `significant` digits.

    It is a quick test that leaves out most of what is none, and no slip.
    """
    if dates:
        if one[6:] and one[:4] == two[:4] and one[6:] == two[6:]:
            return True
        swapped = one[:4] == two[:4] and (one[4:6], one[6:]) == (two[6:], two[4:6])
        return swapped or one[4:] == two[4:] or 4 in (len(one), len(two))
    if one == two:
        return True
    shorter, width = len(one), len(two)
    if shorter > width:
        shorter, width = width, shorter
    if width <= 2:
        return width == 2 and one.ljust(2, "0") == two.ljust(2, "0")[::-1]
    differing = sum(map(ne, one, two))  # among the digits that both have
    if differing > 2:
        return False  # so most do
    if shorter < width:
        if differing == 2 and shorter >= _ROUNDED and _transposed(one[:shorter], two[:shorter]):
            return True
        one, two = one.ljust(width, "0"), two.ljust(width, "0")
        differing = sum(map(ne, one, two))
    return differing == 1 or (differing == 2 and sorted(one) == sorted(two))


def _aligned(low: Decimal, high: Decimal) -> tuple[str, str]:
    """Return the digits of two numbers from the first to the last place that either has."""
    exponent = min(_exponent(low.normalize()), _exponent(high.normalize()))
    return str(int(low.scaleb(-exponent))), str(int(high.scaleb(-exponent)))


def _adds_place(low: Decimal, high: Decimal) -> bool:
    """Return whether only one of two numbers has its last decimal: no hand makes 14 of 10.4."""
    places = _exponent(low), _exponent(high)
    return min(places) < 0 and places[0] != places[1]


def _timed(quantity: Quantity) -> bool:
    """Return whether a time is written with its digits in a row: 2:31:07, 7.40 Uhr."""
    return quantity.unit == "time_of_day" or (quantity.kind == "duration" and ":" in quantity.quote)


def digits_of(quantity: Quantity) -> str:
    """Return the digits that a slip may have mixed up, those of a time as it is written."""
    if not _timed(quantity):
        return significant(quantity.value)
    text = str(quantity.value) if quantity.unit == "time_of_day" else quantity.quote
    return "".join(char for char in text if char.isdigit())


def _alike_precise(one: str, two: str) -> tuple[str, str]:
    """Return two strings of digits, the more precise one rounded to the places of the other.

    Who swaps the digits of 158.2 may write 185.
    """
    places = min(len(one.rstrip("0")), len(two.rstrip("0")))
    if len(one) != len(two) or places < _ROUNDED:
        return one, two
    step = 10 ** (len(one) - places)
    rounded = [str((int(digits) + step // 2) // step) for digits in (one, two)]
    return rounded[0], rounded[1]


_ROUNDED = 3
"""With fewer digits left, chance swaps them as often as a hand does."""


def _exponent(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    assert isinstance(exponent, int)
    return exponent


def _digit_slips(one: str, two: str) -> tuple[str, ...]:
    if len(one) != len(two):
        return ()
    if len(one) >= 2 and _transposed(one, two):
        return ("transposed_digits",)
    if len(one) >= 3 and sum(map(ne, one, two)) == 1:
        return ("one_digit",)
    return ()


def _date_slips(earlier: Quantity, later: Quantity) -> tuple[str, ...]:
    one, two = str(earlier.value), str(later.value)
    if "/" in one or "/" in two or _relative(earlier) or _relative(later):
        return ()
    first, second = one.split("-"), two.split("-")
    if len(first) == len(second) == 3 and first[0] == second[0] and first[2] == second[2]:
        return ("other_month",)
    if _guessed(earlier) or _guessed(later):
        return ()
    years = first[0], second[0]
    if all(len(year) == 4 and year.isdecimal() for year in years) and years[0] != years[1]:
        same_rest = first[1:] == second[1:] or 1 in (len(first), len(second))
        if same_rest and _transposed(*years):
            return ("transposed_digits",)
    if len(first) != 3 or len(second) != 3:
        return ()
    if first[0] == second[0] and (first[1], first[2]) == (second[2], second[1]):
        return ("day_and_month",)
    if first[1:] == second[1:] and first[0] != second[0]:
        return ("other_year",)
    return ()


def _transposed(one: str, two: str) -> bool:
    """Return whether two digit strings of one length differ by two digits that changed places."""
    differing = [i for i in range(len(one)) if one[i] != two[i]]
    if len(differing) != 2:
        return False
    i, j = differing
    return one[i] == two[j] and one[j] == two[i]
