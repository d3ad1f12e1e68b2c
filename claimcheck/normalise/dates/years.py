"""Reads four digits as a year, and decades, runs of years and fiscal years."""

from __future__ import annotations

from claimcheck.normalise.dates import calendar
from claimcheck.normalise.dates.datewords import Token, after, before
from claimcheck.normalise.dates.leaning import has_beside
from claimcheck.normalise.dates.lists import counts_elsewhere, goes_on
from claimcheck.normalise.dates.reading import (
    CENTURY,
    NO_START,
    DatedText,
    Reading,
    Year,
    full_year,
    is_year,
    resolved,
    skips_era,
    tense,
)

_LEFT = ".,:#$€£%_'’+=&@/"
_RIGHT = "%€$£°_=@"
_PAST = 1900
_MID_LIFE = "50"
"""From here decades joined to "mid-" are rather years than ages."""
_SOME_YEARS = 5
_NEAR_YEARS = (1990, 2050)
_FAR_AHEAD = 40
"""Years: a decade without century that opens later is that of the last one."""


def read_year(dated: DatedText, token: Token) -> Reading | None:
    """Read what a four-digit number from 1500 to 2100 names, or nothing where it counts."""
    if not _stands_alone(dated, token):
        return None
    if skips_era(dated, token.start, token.end):
        return None
    reading = _decade(dated, token) or _run(dated, token)
    joined = dated.text[token.end : token.end + 2]
    if reading is not None or (joined[:1] in ("-", "/", "–") and joined[1:].isdecimal()):
        return reading
    if _is_title(dated, token):
        dated.skip(token.start, token.end, "part of a name")
        return None
    previous = before(dated.text, token.start)
    about = previous if _is_around(dated, token, previous) else None
    if about is not None:
        return _around(about, token)
    if not _names_year(dated, token, previous):
        return None
    start = _fiscal_start(dated, token)
    if start is not None:
        return fiscal_year(dated, start, Year(int(token.text), token.end, None, True))
    return resolved(token.start, token.end, calendar.year(int(token.text)), "year")


def _is_around(dated: DatedText, token: Token, previous: Token | None) -> bool:
    """Say whether "um" before a year is about that time: "um 1900 gebaut", no "stieg um 1900"."""
    words = dated.words
    if previous is None or not words.has("around_years", previous) or token.text < "1500":
        return False
    following = after(dated.text, token.end)
    if following is not None and following.text[0].isalpha():
        counts = words.has("after_counts", following) or words.has("range.change", following)
        if counts or following.text != following.low or words.has("around_not", following):
            return False
    elif following is not None and following.text in _RIGHT:
        return False
    return not has_beside(dated, previous.start, token.end, "change_words")


def _around(about: Token, token: Token) -> Reading:
    """Return a year that is told roughly: some years to either side may be meant."""
    year = int(token.text)
    first, last = calendar.year(year - _SOME_YEARS)[0], calendar.year(year + _SOME_YEARS)[1]
    reading = Reading(about.start, token.end, first, last, "year")
    reading.value, reading.qualifier = token.text, "about"
    return reading


def fiscal_year(dated: DatedText, start: int, year: Year) -> Reading:
    """Return a fiscal year, which ends in the calendar year that it is numbered by."""
    assert year.number is not None
    stretch = calendar.year(year.number, dated.fiscal_start)
    reason = year.reason or (NO_START if dated.fiscal_start == 1 else None)
    return resolved(start, year.end, stretch, "year", reason, "fiscal_year")


def _fiscal_start(dated: DatedText, token: Token) -> int | None:
    """Return where a fiscal word right before a year starts: "fiscal", "fiscal year"."""
    words = dated.words
    previous = before(dated.text, token.start)
    if previous is not None and not words.has("codes.fiscal", previous):
        unit = words.units.get(previous.low) == "year"
        previous = before(dated.text, previous.start) if unit else None
    if previous is None or previous.start < dated.done or not words.has("codes.fiscal", previous):
        return None
    return previous.start


def _stands_alone(dated: DatedText, token: Token) -> bool:
    """Say whether four digits are no part of a longer sign: "1,2004", "€2000", "2000er"."""
    text, start, end = dated.text, token.start, token.end
    left = text[start - 1 : start]
    if start and left in _LEFT and not (left in "'’" and text[start - 2 : start - 1] == " "):
        return False
    if left in "-–" and start > 1 and text[start - 2].isdecimal():
        return False
    right = text[end : end + 2]
    if right and (right[0] in _RIGHT or (right[0] in ".,:" and right[1:].isdecimal())):
        return False
    if right[:1].isalpha():
        return dated.words.has("decade_marks", after(text, end))
    return True


def _decade(dated: DatedText, token: Token) -> Reading | None:
    """Read "1990er-Jahre", "the 1990s", and the year in "die 2020er-Ausgabe"."""
    mark = after(dated.text, token.end)
    if mark is None or mark.start != token.end or not dated.words.has("decade_marks", mark):
        return None
    if not token.text.endswith("0") or token.text < "1500":
        return None
    end = behind_decade(dated, mark.end)
    if end == mark.end and dated.text[end : end + 1] == "-":
        return resolved(token.start, token.end, calendar.year(int(token.text)), "year")
    first = int(token.text)
    if first % 100 == 0 and first < 2000:
        stretch = calendar.months(first, 1, 1200)
        return resolved(token.start, end, stretch, "century", "century rather than decade")
    return resolved(token.start, end, calendar.months(first, 1, 120), "decade")


def read_short_decade(dated: DatedText, token: Token) -> Reading | None:
    """Read "die 90er-Jahre", "the '90s", "in the 80s"; the century is taken from use."""
    text, words = dated.text, dated.words
    mark = after(text, token.end)
    if mark is None or mark.start != token.end or not words.has("decade_marks", mark):
        return None
    if not token.text.endswith("0") or text[mark.end : mark.end + 1].isalnum():
        return None
    end = behind_decade(dated, mark.end)
    short = text[token.start - 1 : token.start] in ("'", "’")
    previous = before(text, token.start)
    if previous is not None and previous.text == "-" and token.text >= _MID_LIFE:
        previous = before(text, previous.start)  # "in the mid-90s"
    following = after(text, end)
    noun = following is not None and words.nouns_capitalised and following.text[0].isupper()
    if end == mark.end and (noun or (words.nouns_capitalised and text[end : end + 1] == "-")):
        return None  # "in der 30er-Zone"
    named = short or end > mark.end or (previous is not None and previous.low in words.parts)
    if not (named or words.has("articles", previous)):
        return None
    if dated.has_near("degree_words", token.start, token.end):
        dated.skip(token.start, mark.end, "temperature")
        return None
    first = int(token.text) + (2000 if token.text in ("00", "10") else 1900)
    first = century_of(dated, first, token.start, end)
    stretch = calendar.months(first, 1, 120)
    return resolved(token.start - short, end, stretch, "decade", "century not written")


def read_short_year(dated: DatedText, token: Token) -> Reading | None:
    """Read "the summer of '69": the last year that ends so, or the next one."""
    sign = before(dated.text, token.start)
    led = before(dated.text, sign.start) if sign is not None else None
    spaced = sign is not None and dated.text[sign.start - 1 : sign.start].isspace()
    if not spaced or sign is None or not dated.words.has("before_short_years", led):
        return None
    if dated.text[token.end : token.end + 1].isalnum():
        return None
    year = calendar.year(full_year(dated, token))
    return resolved(sign.start, token.end, year, "year", CENTURY)


def century_of(dated: DatedText, first: int, start: int, end: int) -> int:
    """Return the first year of a decade without century: of the 2030s where the text looks ahead.

    A decade that lies a century before the running one, or one ahead of it, may be meant.
    """
    at = dated.published
    if at is None or first >= 2000 or tense(dated, start, end) != "future":
        return first
    return first + 100 if first + 109 > at.year and first + 100 < at.year + _FAR_AHEAD else first


def behind_decade(dated: DatedText, end: int) -> int:
    """Return where a decade ends, "-Jahre" and the like included."""
    following = after(dated.text, end)
    if following is not None and following.text == "-":
        following = after(dated.text, following.end)
    if following is not None and dated.words.units.get(following.low) == "year":
        return following.end
    return end


def _run(dated: DatedText, token: Token) -> Reading | None:
    """Read "2012-13", "2024/25", "1939-1945"; the season of a company, if a fiscal word leads."""
    text, words = dated.text, dated.words
    sign = text[token.end : token.end + 1]
    last = after(text, token.end + 1)
    if sign not in ("-", "/", "–") or last is None or last.start != token.end + 1:
        return None
    right = text[last.end : last.end + 2]
    if right[:1].isalpha() or (right[:1] in ("-", "/", ".", ",") and right[1:].isdecimal()):
        return None
    first = int(token.text)
    enclosed = text[token.start - 1 : token.start] == "(" and right[:1] == ")"
    if token.text < "1500" and not enclosed:
        return None
    if is_year(last):
        final = int(last.text)
    elif len(last.text) == 2 and last.text.isdecimal():
        final = first // 100 * 100 + int(last.text)
        final += 100 if final == first - 99 else 0
    else:
        return None
    if not first < final <= 2100 or (sign == "/" and final != first + 1):
        return None
    if words.has("after_counts", after(text, last.end)):
        return None
    start = _fiscal_start(dated, token)
    if start is not None and final == first + 1:
        if dated.fiscal_start != 1:
            return fiscal_year(dated, start, Year(final, last.end, None, True))
        reading = _years(start, last.end, first, final)
        reading.label, reading.reasons = "fiscal_year", (NO_START,)
        return reading
    return _years(token.start, last.end, first, final)


def _years(start: int, end: int, first: int, last: int) -> Reading:
    stretch = (calendar.year(first)[0], calendar.year(last)[1])
    reading = resolved(start, end, stretch, "years")
    reading.qualifier = "range"
    return reading


def _names_year(dated: DatedText, token: Token, previous: Token | None) -> bool:
    """Say whether four digits name a year and do not count what follows."""
    words = dated.words
    following = after(dated.text, token.end)
    if _surely_counts(dated, token, previous, following):
        return False
    if words.has("before_years", previous):
        return True
    if previous is not None and _is_label(previous):
        return False
    if _leads_to_year(dated, token, previous):
        return True
    if token.text < "1500" or counts_elsewhere(dated, token, previous):
        return False
    if _is_round(token) and words.has("before_round_counts", previous):
        return False
    return _is_year_before(dated, token, previous, following)


def _surely_counts(
    dated: DatedText, token: Token, previous: Token | None, following: Token | None
) -> bool:
    """Say whether the words beside four digits make them a count, a sum or a code."""
    words = dated.words
    if previous is not None:
        if previous.text == "." and words.has("before_counts", before(dated.text, previous.start)):
            return True
        if previous.text in "$€£#" or words.has("before_counts", previous):
            return True
    if _joins_count(dated, token, previous, following) or words.has("after_counts", following):
        return True
    return words.has("plurals.words", following) or goes_on(dated, following)


def _leads_to_year(dated: DatedText, token: Token, previous: Token | None) -> bool:
    """Say whether the word before four digits mostly leads to years: "seit 1983", "bis 2030"."""
    words = dated.words
    if previous is None:
        return False
    if words.has("before_past_years", previous) and _is_past(dated, token):
        return True
    if words.has("before_near_years", previous) and _is_near(dated, token):
        return True
    if _is_round(token) or token.text < "1500":
        return False
    bounded = words.bounds.get(previous.low) in ("since", "until", "starting")
    opened = bounded and not words.has("range.open", previous)
    return opened or _closes_range(dated, previous)


def _is_year_before(
    dated: DatedText, token: Token, previous: Token | None, following: Token | None
) -> bool:
    """Say whether what follows four digits is nothing that they would count."""
    words, is_round = dated.words, _is_round(token)
    if following is None or not following.text[0].isalpha():
        return following is None or following.text not in _RIGHT
    apart = dated.text[token.end : following.start]
    if "\n" in apart or not apart:
        return True
    if following.low in words.months or following.low in words.bounds:
        return True
    if is_round and _opens(dated, previous) and words.has("joints", following):
        return False
    if words.nouns_capitalised:
        if words.has("determiners", previous) and not is_round:
            return True  # "zum zweiten Mal nach 1993 Europameister"
        return not following.text[0].isupper() and not (is_round and _describes(dated, following))
    if words.has("after_years", following):
        return not is_round or following.low in words.sets["determiners"]
    known = previous is None or (
        words.has("determiners", previous)
        or previous.low in words.months
        or previous.low in words.seasons
        or previous.text in "(,"
    )
    return known and (not is_round or following.text[0].isupper())


def _is_past(dated: DatedText, token: Token) -> bool:
    """Say whether digits that are not round may be a year up to the publication."""
    at = dated.published
    return at is not None and not _is_round(token) and _PAST <= int(token.text) <= at.year


def _is_near(dated: DatedText, token: Token) -> bool:
    """Say whether digits may be a year that plans are made for or looked back at from now."""
    at = dated.published
    first, last = _NEAR_YEARS if at is None else (at.year - 10, at.year + 30)
    return first <= int(token.text) <= last and not _is_round(token)


def _is_title(dated: DatedText, token: Token) -> bool:
    """Say whether digits stand alone in quotation marks, as the novel "1984" does."""
    left, right = dated.text[token.start - 1 : token.start], dated.text[token.end : token.end + 1]
    return left != "" and left in '"„“«»' and right != "" and right in '"“”»«'


def _is_label(previous: Token) -> bool:
    """Say whether digits belong to what stands before: "B 1984", "0800 2024"."""
    text = previous.text
    return (len(text) == 1 and text.isupper()) or (text.isdecimal() and text[0] == "0")


def _closes_range(dated: DatedText, previous: Token) -> bool:
    """Say whether a year opened a range before "und", "bis": "zwischen 2017 und 2021"."""
    words = dated.words
    last = dated.readings[-1] if dated.readings else None
    if last is None or last.grain != "year" or dated.text[last.end : previous.start].strip():
        return False
    opened = words.has("range.open", before(dated.text, last.start))
    return opened and (words.has("range.and", previous) or words.has("range.to", previous))


def _opens(dated: DatedText, previous: Token | None) -> bool:
    """Say whether a number opens a sentence: "1700 in Hessen gezählte Vögel"."""
    return previous is None or previous.text in ".!?:"


def _describes(dated: DatedText, token: Token) -> bool:
    """Say whether a word looks like an adjective before a noun: "2000 junge Menschen"."""
    following = after(dated.text, token.end)
    return (
        following is not None
        and following.text[0].isupper()
        and token.low.endswith(dated.words.endings)
    )


def _is_round(token: Token) -> bool:
    """Say whether a number is one that people count in."""
    return int(token.text) % 50 == 0


def _joins_count(
    dated: DatedText, token: Token, previous: Token | None, following: Token | None
) -> bool:
    """Say whether the digits open a range of counts: "1500 bis 2000 Menschen"."""
    words = dated.words
    opened = words.has("range.open", previous)
    groups = ("range.to", "range.and", "range.change") if opened else ("range.to",)
    if following is None or not any(words.has(group, following) for group in groups):
        return False
    other = after(dated.text, following.end)
    if other is None or not other.text.isdecimal():
        return False
    if not is_year(other):
        right = dated.text[other.end : other.end + 2]
        return len(other.text) != 2 or following.text != "-" or right[:1] == "."
    beyond = after(dated.text, other.end)
    if words.has("after_counts", beyond) or (beyond is not None and beyond.text in _RIGHT):
        return True
    if not (_is_round(token) or _is_round(other)):
        return False
    return words.nouns_capitalised and beyond is not None and beyond.text[0].isupper()
