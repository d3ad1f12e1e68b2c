"""Reads all quantities of a document, and lists the digits that are none, with the reason."""

from __future__ import annotations

import re
import sys
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import localcontext
from typing import NamedTuple

from msgspec.structs import replace

from claimcheck.lexicon import table
from claimcheck.model import Quantity, Scan, Skip, TextSpan
from claimcheck.normalise.hours.playclock import is_of_play
from claimcheck.normalise.language import Language, load
from claimcheck.normalise.marks import Places, places
from claimcheck.normalise.numbers.style import evidence
from claimcheck.normalise.quantities.draft import Draft
from claimcheck.normalise.quantities.finish import Context, finished
from claimcheck.normalise.quantities.quantity import Reader
from claimcheck.normalise.quantities.relations import relate
from claimcheck.normalise.quantities.sharing import share_units
from claimcheck.normalise.tokens import Tokens
from claimcheck.normalise.unread.rules import SkipRules

SPACES = "\xa0\u202f\u2009"
_FIXED = re.compile(rf"(?<!\d)[{SPACES}]|[{SPACES}](?!\d)")
_WRAP = re.compile(r"(?<=[^\s.!?:;])\n(?=[^\s*•–-])(?!\d{1,2}[.)] )")
DIGITS = 100
"""More than any number has that is read, times any scale: all its digits stay as written."""
FISCAL = "fiscal year of the settings"


class _Cover(NamedTuple):
    """A stretch of text that a date, or what the reader of dates skips, takes up."""

    start: int
    end: int
    dated: bool
    """Whether it is a date of days, months or years."""


_NONE = _Cover(sys.maxsize, sys.maxsize, False)
"""What stands behind the last one."""


def scan(
    text: str,
    language: str,
    published: date | None = None,
    fiscal_year_start: int = 1,
    apart: bool = False,
) -> Scan:
    """Return the quantities and the skipped numbers of a text, in order.

    `language` is an ISO 639-1 code with data; `published` resolves relative dates;
    `fiscal_year_start` is the month in which the fiscal years of the text open; with `apart` a
    clock time beside a day is a quantity of its own. Spans are offsets into `text`. Evidence is
    taken from the whole text: which sign is decimal, which dollar is meant.
    """
    plain = _plain_spaces(text)
    with localcontext(prec=DIGITS):
        found = _scan(plain, language, published, fiscal_year_start, apart)
    return found if plain == text else _quoting(text, found)


def _scan(
    text: str, language: str, published: date | None, fiscal_year_start: int, apart: bool
) -> Scan:
    """Return what `scan` does, of a text with plain spaces."""
    speech = load(language)
    tokens = Tokens(text)
    marked = places(tokens, speech)
    dates, date_skips = _dates(tokens, marked, speech.code, published, fiscal_year_start, apart)
    dates = [d for d in dates if _whole(text, d.span) and not _on_clock(d, tokens, speech)]
    date_skips = [s for s in date_skips if _whole(text, s.span)]
    covers = sorted(
        [_Cover(d.span.start, d.span.end, d.unit != "time_of_day") for d in dates]
        + [_Cover(s.span.start, s.span.end, False) for s in date_skips]
    )
    signed = (tokens.words[i] for i in marked.digits)
    reader = Reader(tokens, speech, evidence(signed, speech.decimal))
    found = _Pass(reader, covers)
    found.run(marked.numbers)
    dates = [d for d in dates if d.span.start not in found.wrong]
    relate(found.drafts, reader)
    share_units(found.drafts, reader)
    context = Context(tokens, speech)
    opened = {d.span.start for d in dates}  # "three months to the end of June" is one date
    read = (finished(draft, tokens, context) for draft in found.drafts)
    quantities = [q for q in read if q.span.start not in opened]
    merged = sorted([*dates, *quantities], key=lambda q: (q.span.start, q.span.end))
    skipped = sorted([*date_skips, *found.skips], key=lambda s: (s.span.start, s.span.end))
    return Scan(quantities=tuple(merged), skipped=tuple(skipped))


def _plain_spaces(text: str) -> str:
    """Return a text with blanks for no-break and narrow spaces, but for those inside numbers.

    Line ends of a text that is broken to lines of one width become blanks as well.
    """
    if any(space in text for space in SPACES):
        text = _FIXED.sub(" ", text)
    return _WRAP.sub(" ", text) if "\n" in text and _is_wrapped(text) else text


def _is_wrapped(text: str) -> bool:
    """Tell whether lines break inside sentences: many begin with a small letter."""
    starts = [line[0] for line in text.split("\n")[1:] if line]
    return 5 * sum(map(str.islower, starts)) >= 2 * len(starts) > 0


def _quoting(text: str, found: Scan) -> Scan:
    """Give what was found in a text with other spaces the quotes of the text as it is."""
    quantities, skipped = found.quantities, found.skipped
    return Scan(
        quantities=tuple(replace(q, quote=text[q.span.start : q.span.end]) for q in quantities),
        skipped=tuple(replace(s, quote=text[s.span.start : s.span.end]) for s in skipped),
    )


def _dates(
    tokens: Tokens,
    marked: Places,
    language: str,
    published: date | None,
    fiscal_year_start: int,
    apart: bool,
) -> tuple[list[Quantity], list[Skip]]:
    """Return dates and what they skip; a language without data for dates has none."""
    from claimcheck.normalise.dates.finder import find_dates

    try:
        table(f"{language}/dates")
    except KeyError:
        return [], []
    found, skips = find_dates(
        tokens.text, language, published, fiscal_year_start, tokens, marked, apart
    )
    if fiscal_year_start != 1:
        found = [_assumed(quantity) for quantity in found]
    return found, skips


def _assumed(quantity: Quantity) -> Quantity:
    """Mark a fiscal year or quarter as inferred: when it opens is not in the text."""
    if quantity.label != "fiscal_year":
        return quantity
    return replace(quantity, inferred=(*quantity.inferred, FISCAL))


def _whole(text: str, span: TextSpan) -> bool:
    """Tell whether a date stands between words and is no part of a name ("H1" in "H100")."""
    quote = text[span.start : span.end]
    if len(quote) == 4 and quote[0].isupper() and quote[1:].isdecimal():
        return False
    if text[span.end : span.end + 1] == "T" and text[span.end + 1 : span.end + 2].isdecimal():
        return True
    return not (text[span.end : span.end + 1].isalnum() and quote[-1:].isalnum())


def _on_clock(date: Quantity, tokens: Tokens, speech: Language) -> bool:
    """Tell whether a time of day is one of the clock of a game ("2:56 of the sixth round")."""
    if date.unit != "time_of_day":
        return False
    return is_of_play(tokens, bisect_left(tokens.starts, date.span.end), speech)


class _Pass:
    """One pass over a text, from number to number; what dates and skips cover is passed over.

    `drafts` are the quantities, `skips` what is none, and `wrong` where dates begin that are none.
    """

    def __init__(self, reader: Reader, covers: Sequence[_Cover]) -> None:
        self.drafts: list[Draft] = []
        self.skips: list[Skip] = []
        self.wrong: set[int] = set()
        self._reader = reader
        self._tokens = reader.t
        self._rules = SkipRules(reader.t, reader.language)
        self._covers = iter(covers)
        self._cover = next(self._covers, _NONE)

    def run(self, places: Iterable[int]) -> None:
        """Read what begins at each of these tokens that is no part of what was read before."""
        done = 0
        for i in places:
            if i >= done:
                done = self._step(i)

    def _step(self, i: int) -> int:
        """Read what begins at a token; return the token from which on to go on."""
        digits = self._tokens.words[i][0].isdecimal()
        if not digits and not self._reader.may_count(i):
            return i
        start = self._tokens.starts[i]
        while self._cover.end <= start:
            self._cover = next(self._covers, _NONE)
        return self._covered(i, digits) if self._cover.start <= start else self._open(i, digits)

    def _covered(self, i: int, digits: bool) -> int:
        """Read what stands inside a date or a skip."""
        cover, start = self._cover, self._tokens.starts[i]
        if digits and (cover.start, cover.end) == (start, start + 4):
            skip = self._rules.instead_of_date(i)
            if skip is not None:
                self.wrong.add(start)
                self._skip(*skip)
                return skip[1]
        if not cover.dated:
            return i
        draft = _decade(i, self._reader)
        if draft is not None:
            self.wrong.add(cover.start)
        else:
            draft = _within_date(i, self._reader, cover)
        if draft is None:
            return i
        self.drafts.append(draft)
        return draft.stop

    def _open(self, i: int, digits: bool) -> int:
        """Read what stands outside; a date may begin behind it."""
        rules, limit = self._rules, self._cover.start
        skip = rules.at(i) if digits else rules.word_at(i)
        if skip is not None:
            if skip[2]:
                self._skip(*skip)
                if limit < self._tokens.end(skip[1] - 1):
                    self.wrong.add(limit)  # "42 U.S.C. § 1983"
            return skip[1]
        draft = (rules.ordinal(i, self._reader) if digits else None) or self._reader.read(i)
        if draft is None:
            return i
        if not _apart(draft, self._tokens, limit, self._reader.language):
            return max(draft.number.stop, i + 1)
        reason = rules.after(draft)
        if reason:
            self._skip(draft.first, draft.stop, reason)
        else:
            _stay_clear(draft, self.drafts)
            self.drafts.append(draft)
        return max(draft.stop, i + 1)

    def _skip(self, first: int, stop: int, reason: str) -> None:
        start, end = self._tokens.starts[first], self._tokens.end(stop - 1)
        quote = self._tokens.text[start:end]
        self.skips.append(Skip(span=TextSpan(start, end), quote=quote, reason=reason))


def _decade(i: int, reader: Reader) -> Draft | None:
    """Return the age that only looks like a decade of a century ("in her early thirties")."""
    anchor = reader.language.classify(reader.t.words[i])
    lived = anchor is not None and (anchor.role == "decade" or reader.t.words[i + 1] == "s")
    draft = reader.read(i) if lived else None
    return draft if draft and draft.label == "age" else None


def _apart(draft: Draft, tokens: Tokens, limit: int, speech: Language) -> bool:
    """Keep a counted noun from reaching into the date that begins at `limit`.

    Return False where the number itself, or the other end of its range, stands in the date.
    """
    if tokens.end(draft.stop - 1) <= limit:
        return True
    last = draft.upper or draft.number
    if tokens.end(last.stop - 1) > limit:
        return False
    if draft.per and draft.kind in ("money", "measure"):
        return _without_rate(draft, tokens, last.stop, limit, speech)
    if draft.kind == "count":
        draft.kind, draft.unit, draft.noun = "number", None, ""
    draft.per, draft.stop = None, last.stop
    return draft.kind == "number"


def _without_rate(draft: Draft, tokens: Tokens, first: int, limit: int, speech: Language) -> bool:
    """Take the rate from "20 Liter am Tag der Arbeit", whose words are a date's; say if it can."""
    for stop in range(draft.stop - 1, first, -1):
        opens = tokens.words[stop].lower() in speech.per_articles
        if opens and tokens.end(stop - 1) <= limit:
            draft.per, draft.stop = None, stop
            return True
    return False


def _within_date(i: int, reader: Reader, cover: _Cover) -> Draft | None:
    """Return the duration that a relative period is made of ("in den nächsten zwölf Monaten")."""
    t = reader.t
    ends = t.end(i) >= cover.end or (t.words[i + 1] in (".", ",") and t.glued(i + 1))
    if ends and t.words[i][0].isdecimal():
        return None  # "am 3. Mai"
    draft = reader.read(i)
    if draft is None or draft.kind != "duration" or draft.label:
        return None
    if t.end(draft.stop - 1) > cover.end:
        return None
    while t.starts[draft.first] < cover.start and draft.first < draft.number.first:
        draft.first += 1
    draft.label = "period"
    return draft


def _stay_clear(draft: Draft, drafts: list[Draft]) -> None:
    """Keep a hedge or sign from reaching into the quantity before."""
    if drafts and draft.first < drafts[-1].stop:
        draft.first = min(drafts[-1].stop, draft.number.first)
