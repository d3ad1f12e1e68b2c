"""Finds clock times: "17 Uhr", "5:26pm", "halb acht", "shortly before midnight"."""

from __future__ import annotations

import re

from claimcheck.normalise.dates.datewords import Token, after, before
from claimcheck.normalise.dates.reading import DatedText, Time
from claimcheck.normalise.dates.senses import Sense
from claimcheck.normalise.hours import clockwords
from claimcheck.normalise.hours.clockwords import DAY, HOUR, NOON

_TIME = re.compile(r"([01]?\d|2[0-4])(?:[:.]([0-5]\d))?(?:[:.][0-5]\d)?(?![\d.:]\d|\d)")
_ISO = re.compile(r"T([01]\d|2[0-3]):([0-5]\d)(?::[0-5]\d(?:\.\d+)?)?(Z|[+-]\d\d:\d\d)?")
CLOSE = ".,;!?)"
_QUARTER = -45
"""Minutes by which "viertel" alone shifts its hour."""
_HALF = re.compile(r"\s?([ap])(\.?)m\b\.?", re.IGNORECASE)


def read_clock(dated: DatedText, sense: Sense, token: Token) -> None:
    """Note the time before an hour word: "17 Uhr", "18.30 Uhr", "zwei Uhr morgens"."""
    text = dated.text
    number = before(text, token.start)
    if number is None or number.start < dated.done:
        return None
    time = _ending(dated, number)
    if time is None:
        return None
    minutes = after(text, token.end)
    behind = after(text, minutes.end) if minutes is not None else None
    time.end = token.end
    if _are_minutes(dated, minutes, behind) and time.whole and minutes is not None:
        minute = int(minutes.text) if minutes.text.isdecimal() else dated.words.counts[minutes.low]
        time.minute, time.whole, time.end = time.minute + int(minute), False, minutes.end
    in_part(dated, time)
    first = _opening(dated, time)
    note(dated, *([first] if first else []), time)
    return None


def _ending(dated: DatedText, number: Token) -> Time | None:
    """Return the time whose digits or word end with a token."""
    text, words = dated.text, dated.words
    start = number.start
    halved = bool(words.sets["clock.halves"])
    if not number.text.isdecimal():
        hour = int(words.counts.get(number.low, 0))
        if not 1 <= hour <= 24:
            return None
        return Time(start, number.end, hour * HOUR % DAY, True, either=hour <= 12)
    while start > dated.done and text[start - 1 : start] in ".:0123456789":
        start -= 1
    if not text[start].isdecimal():
        return None
    time = _starting(text, start)
    if time is None:
        return None
    time.either = halved and _either(text, time)
    return time


def _starting(text: str, start: int) -> Time | None:
    """Return the time whose digits start at an offset: "7", "7.40", "18:30:15"."""
    match = _TIME.match(text, start)
    if match is None:
        return None
    minute = int(match[1]) * HOUR + int(match[2] or 0)
    return Time(start, match.end(), minute % DAY, match[2] is None)


def _either(text: str, time: Time) -> bool:
    """Say whether digits may stand for either half of the day."""
    return text[time.start] != "0" and HOUR <= time.minute < NOON + HOUR


def _are_minutes(dated: DatedText, token: Token | None, behind: Token | None) -> bool:
    """Say whether digits behind an hour word are its minutes: "7 Uhr 40"."""
    if token is None:
        return False
    if not token.text.isdecimal():
        ends = behind is None or behind.text in CLOSE
        return ends and 10 <= dated.words.counts.get(token.low, 0) < HOUR
    if len(token.text) != 2:
        return False
    if int(token.text) >= HOUR or behind is None or behind.text in ".,;:!?)":
        return int(token.text) < HOUR
    return behind.text == behind.low and not behind.low.endswith(dated.words.endings)


def _opening(dated: DatedText, time: Time) -> Time | None:
    """Return the time before "bis", "und" or a dash: the 8 in "zwischen 8 und 17 Uhr"."""
    text, words = dated.text, dated.words
    link = before(text, time.start)
    to = words.has("range.to", link)
    listed = words.has("range.and", link)
    if link is None or not (to or listed):
        return None
    number = before(text, link.start)
    if number is None or number.start < dated.done:
        return None
    first = _ending(dated, number)
    if first is None or first.end != number.end:
        return None
    opened = words.has("range.open", before(text, first.start))
    if not (number.text.isdecimal() or opened) and text[time.start].isdecimal():
        return None
    led = words.has("clock.before", before(text, first.start))  # "um 11 und 15 Uhr"
    if listed and first.whole and not (opened or led):
        return None
    if first.either and not time.either:
        halves = bool(words.sets["clock.halves"])
        first.minute = same_half(first.minute, time.minute) if halves else first.minute
        first.either = False
    return first


def _closing(dated: DatedText, time: Time) -> Time | None:
    """Return the second of "9:30 - 11:00", "between 9:30 and 11:00": later, and written alike."""
    text, words = dated.text, dated.words
    link = after(text, time.end)
    opened = words.has("range.open", before(text, time.start))
    if link is None or not (
        words.has("range.to", link) or (opened and words.has("range.and", link))
    ):
        return None
    other = after(text, link.end)
    if other is None or not other.text.isdecimal():
        return None
    second = _starting(text, other.start)
    if second is None or second.minute <= time.minute or dated.is_sport():
        return None
    behind = after(text, second.end)
    if text[other.end : other.end + 1] != ":":
        ends = behind is None or (behind.text in CLOSE and behind.start == second.end)
        if not (opened and ends):
            return None  # "from 9:30 till 11."
    if words.has("clock.words", behind) or words.has("clock.lasting", behind):
        return None
    if _HALF.match(text, second.end) and words.sets["clock.halves"]:
        return None
    return second


def same_half(first: int, second: int) -> int:
    """Return the first of two times in the half of the second, or in the one before it."""
    first %= NOON
    late = first + NOON
    return late if late < second or (second < NOON and first >= second) else first


def read_led(dated: DatedText, sense: Sense, token: Token) -> None:
    """Note a time behind words that shift the hour: "halb acht", "quarter to nine"."""
    text, words = dated.text, dated.words
    hour = after(text, token.end)
    if hour is None or _goes_on(dated, hour.end):
        return None
    number = int(hour.text) if hour.text.isdecimal() and len(hour.text) < 3 else 0
    number = number or int(words.counts.get(hour.low, 0) or words.has("clock.one", hour))
    named = words.clock.named.get(hour.low)
    if named is not None:
        number = named // HOUR or 24
    elif number == 1 and _is_article(dated, hour):
        return None  # "from a quarter to a third"
    if not 1 <= number <= 24:
        return None
    if int(sense.value) == _QUARTER and not _is_quarter(dated, token, hour):
        return None
    article = before(text, token.start)
    led = article is not None and words.counts.get(article.low) == 1
    start = article.start if led and article is not None else token.start
    time = Time(start, hour.end, (number * HOUR + int(sense.value)) % DAY, False)
    time.either = number <= 12 and named is None
    behind = after(text, hour.end)
    if words.has("clock.words", behind) and behind is not None:
        time.end = behind.end
    in_half(dated, time)
    in_part(dated, time)
    note(dated, time)
    return None


def _is_article(dated: DatedText, hour: Token) -> bool:
    """Say whether a word for one is no hour: "a" but in "ein Uhr"."""
    if hour.text.isdecimal() or dated.words.has("clock.one", hour):
        return False
    return not dated.words.has("clock.words", after(dated.text, hour.end))


def _is_quarter(dated: DatedText, token: Token, hour: Token) -> bool:
    """Say whether "viertel acht" is 7:15, and no part of something or of a town."""
    words = dated.words
    led = before(dated.text, token.start)
    behind = after(dated.text, hour.end)
    noun = behind is not None and behind.text[0].isalpha() and behind.text != behind.low
    told = words.has("clock.before", led) or led is None or led.text in CLOSE
    told = told or words.has("clock.leading", led) or token.text == token.low
    return told and (not noun or words.has("clock.words", behind))


def read_hours(dated: DatedText, token: Token) -> None:
    """Note a time by its shape: "5:26pm", "9 a.m.", "um 18:30", "at 9:25 hours"."""
    text, words = dated.text, dated.words
    decimals = (
        text[token.start - 1 : token.start] == "." and text[: token.start - 1][-1:].isdecimal()
    )
    time = None if decimals else _starting(text, token.start)
    if time is None:
        return
    if in_half(dated, time):
        first = _opening(dated, time)
        note(dated, *([first] if first else []), time)
        return
    sign = text[token.end : token.end + 1]
    previous = before(text, token.start)
    seconds = time.end - time.start > len("18:30")
    if seconds and sign == ":" and _behind_day(dated, token):
        note(dated, time)
    if time.whole or seconds or sign != ":":
        return
    if (second := _closing(dated, time)) is not None:
        note(dated, time, second)
        return
    if previous is not None and previous.text == ":":
        previous = before(text, previous.start)  # "Anpfiff: 20:45"
    led = words.has("clock.before", previous) or _behind_day(dated, token)
    led = led or (previous is None and after(text, time.end) is None)
    parted = clockwords.starting(text, time.end, words.clock.parts)
    if not (led or parted or clockwords.starting(text, time.end, words.clock.zones)):
        return
    behind = after(text, time.end)
    if words.has("clock.words", behind):
        return
    if words.has("clock.hours", behind) and behind is not None:
        if not words.has("clock.hours_before", previous):
            return
        time.end = behind.end
    elif words.has("clock.lasting", behind) or dated.is_sport():
        return
    else:
        time.either = bool(words.sets["clock.halves"]) and _either(text, time)
    in_part(dated, time)
    first = _opening(dated, time) if parted else None
    note(dated, *([first] if first else []), time)


def read_military(dated: DatedText, token: Token) -> bool:
    """Note "1430 hours" behind "at", "0241 GMT"; say whether it was one."""
    text, words = dated.text, dated.words
    behind = after(text, token.end)
    zone = clockwords.starting(text, token.end, words.clock.zones)
    if behind is None or not (zone or words.has("clock.hours", behind)):
        return False
    hour, minute = int(token.text[:2]), int(token.text[2:])
    led = words.has("clock.hours_before", before(text, token.start))
    led = led or token.text[0] == "0" or (bool(zone) and not "1900" <= token.text <= "2100")
    if hour > 23 or minute >= HOUR or not led:
        return False
    end = token.end if zone else behind.end
    note(dated, Time(token.start, end, hour * HOUR + minute, False))
    return True


def read_iso(dated: DatedText, at: int) -> None:
    """Note the time that a day in ISO form opens: "2025-09-02T14:30"."""
    match = _ISO.match(dated.text, at)
    if match is not None:
        minute = int(match[1]) * HOUR + int(match[2])
        dated.times.append(Time(at, match.end(), minute, False, zone=match[3] or "local"))


def _behind_day(dated: DatedText, token: Token) -> bool:
    """Say whether a day in digits stands right before: "02.09.2025, 14:30"."""
    last = dated.readings[-1] if dated.readings else None
    if last is None or last.grain != "day" or not dated.text[last.end - 1].isdecimal():
        return False
    return dated.text[last.end : token.start].strip(" ,") == ""


def _goes_on(dated: DatedText, at: int) -> bool:
    """Say whether letters or digits are joined to an hour, other than "pm"."""
    if not dated.text[at : at + 1].isalnum():
        return False
    return not (dated.words.sets["clock.halves"] and _HALF.match(dated.text, at))


def hour_of(dated: DatedText, token: Token | None) -> int:
    """Return the hour of up to twelve that a word or digits name alone, 0 for none."""
    if token is None or _goes_on(dated, token.end):
        return 0
    if token.text.isdecimal():
        right = dated.text[token.end : token.end + 2]
        goes_on = right[:1] in (".", ",", ":") and right[1:].isdigit()
        other = goes_on or right[:1] in ("%", "€", "$") or len(token.text) > 2
        number = 0 if other else int(token.text)
    else:
        number = int(dated.words.counts.get(token.low, 0))
        if number < 2:  # "ein", "a"
            number = int(dated.words.has("clock.one", token))
    return number if 1 <= number <= 12 else 0


def read_part(dated: DatedText, sense: Sense, token: Token) -> None:
    """Note "um drei morgens", "nachts um drei": an hour without its word beside a part of the day.

    Of a phrase ("in the morning") the last word is given.
    """
    text, words = dated.text, dated.words
    lead = text[max(0, token.end - 32) : token.end].lower()
    phrase = next((row for row in words.clock.parts if lead.endswith(row[0])), None)
    if phrase is None:
        return None
    start = token.end - len(phrase[0])
    hour = before(text, start)
    if hour is not None and hour.start >= dated.done:
        led = before(text, hour.start)
        number = hour_of(dated, hour)
        told = words.has("clock.before", led) or words.has("clock.about", led)
        told = told or (" " in phrase[0] and (led is None or words.has("clock.is", led)))
        time = Time(hour.start, token.end, clockwords.in_part(number * HOUR, phrase[1]), True)
        if number and told:
            note(dated, time)
            return None
        first = _opening(dated, time) if number else None
        if first is not None and words.has("range.open", before(text, first.start)):
            note(dated, first, time)  # "between 5 and 6 in the afternoon"
            return None
    link = after(text, token.end)
    hour = after(text, link.end) if link is not None else None
    if not (words.has("clock.before", link) or words.has("clock.about", link)):
        return None
    number = hour_of(dated, hour)
    if hour is None or not number:
        return None
    behind = after(text, hour.end)
    if words.has("clock.words", behind) or (behind is not None and behind.text[0].isupper()):
        return None
    minute = clockwords.in_part(number * HOUR, phrase[1])
    note(dated, Time(hour.start, hour.end, minute, True))
    return None


def in_half(dated: DatedText, time: Time) -> bool:
    """Take "a.m." or "pm" behind a time into it; say whether it stands there."""
    half = _HALF.match(dated.text, time.end) if dated.words.sets["clock.halves"] else None
    if half is None:
        return False
    end = half.end()
    if dated.text[end - 1] == "." and not half[2]:
        end -= 1
    time.end, time.either = end, False
    if HOUR <= time.minute < NOON + HOUR:
        time.minute = time.minute % NOON + (NOON if half[1] in "pP" else 0)
    return True


def in_part(dated: DatedText, time: Time) -> None:
    """Take "abends", "in the morning" behind a time into it."""
    found = clockwords.starting(dated.text, time.end, dated.words.clock.parts)
    if found is not None:
        time.minute, time.end = clockwords.in_part(time.minute, found[0]), found[1]
        time.either = False


def note(dated: DatedText, *times: Time) -> None:
    """Note times and read on behind them, a zone of time included."""
    last = times[-1]
    zone = clockwords.starting(dated.text, last.end, dated.words.clock.zones)
    if zone is not None:
        last.zone, last.end = zone
    for time in times:
        time.zone = last.zone
        dated.times.append(time)
    dated.done = last.end
