"""Reads hours without their word: "um sechs begann es", "seven thirty pm", "um 20h"."""

from __future__ import annotations

from claimcheck.normalise.dates.datewords import Token, after, before
from claimcheck.normalise.dates.leaning import has_beside
from claimcheck.normalise.dates.reading import DatedText, Time
from claimcheck.normalise.dates.senses import Sense
from claimcheck.normalise.hours import clockwords
from claimcheck.normalise.hours.clock import in_half, in_part, note
from claimcheck.normalise.hours.clockwords import DAY, HOUR, NOON
from claimcheck.normalise.hours.turnedhours import may_count
from claimcheck.normalise.hours.turnedhours import read_minutes as read_minutes_before

_DAYS = ("day", "weekday")
_LONG = 7
"""From here hours with minutes are rather of the day than a length: "17h30", no "2h30"."""
_LEAD = 12
"""So many characters before an hour hold the word that turns around it."""
_TENS = (20, 30, 40, 50)
_CLOSE = '.,;!?)”“"–'


def read_word(dated: DatedText, sense: Sense, token: Token) -> None:
    """Note an hour in a word: "um sechs" where something happens, "seven thirty pm"."""
    hour = int(sense.value)
    if dated.words.sets["clock.halves"] and _spoken(dated, token, hour):
        return None
    if not read_exact(dated, token, hour):
        read_shortly(dated, token, hour)
    return None


def read_minutes(dated: DatedText, sense: Sense, token: Token) -> None:
    """Note "zwanzig nach acht", or the hour of a word that may be minutes too."""
    noted = len(dated.times)
    read_minutes_before(dated, sense, token)
    if len(dated.times) == noted and int(sense.value) <= NOON // HOUR:
        read_word(dated, sense, token)


def _spoken(dated: DatedText, token: Token, hour: int) -> bool:
    """Note "seven thirty pm", "seven p.m."; say whether it was one."""
    text = dated.text
    minute, last = _minutes(dated, after(text, token.end))
    time = Time(token.start, last.end if last else token.end, hour * HOUR + minute, last is None)
    parted = clockwords.starting(text, time.end, dated.words.clock.parts) if last else None
    if parted is not None:
        in_part(dated, time)
    elif not in_half(dated, time):
        behind = after(text, time.end)
        ends = behind is None or behind.text in _CLOSE
        if (
            last is None
            or not ends
            or not dated.words.has("clock.exactly", before(text, token.start))
        ):
            return False
        time.either = True  # "at three thirty"
    note(dated, time)
    return True


def _minutes(dated: DatedText, token: Token | None) -> tuple[int, Token | None]:
    """Return the minutes in words behind an hour, and their last word: "forty-five"."""
    counts, text = dated.words.counts, dated.text
    if token is None or "\n" in text[token.start - 1 : token.start]:
        return 0, None
    minute = int(counts.get(token.low, 0))
    if minute not in _TENS:
        return (minute, token) if 10 <= minute < 20 else (0, None)
    sign = after(text, token.end)
    unit = after(text, sign.end) if sign is not None and sign.text == "-" else sign
    rest = int(counts.get(unit.low, 0)) if unit is not None else 0
    return (minute + rest, unit) if 1 <= rest <= 9 else (minute, token)


def read_exact(dated: DatedText, token: Token, hour: int) -> bool:
    """Note "um sechs" beside a verb of happening, "at seven sharp"; say whether it was one."""
    words, text = dated.words, dated.text
    led = before(text, token.start)
    sharp = words.has("clock.sharp", led)
    if sharp and led is not None:
        led = before(text, led.start)  # "um Punkt acht"
    if not words.has("clock.exactly", led) or not 1 <= hour <= 24:
        return False
    behind = after(text, token.end)
    ends = behind is None or behind.text in _CLOSE
    sharp = sharp or words.has("clock.sharp", behind)
    if ends and text[token.end + 1 : token.end + 2].isdecimal():
        return False
    if (ends or sharp) and led is not None and (part := _part_beside(dated, led)):
        minute = clockwords.in_part(hour * HOUR, part) % DAY
        note(dated, Time(token.start, token.end, minute, True))
        return True
    happens = words.has("clock.happening", behind)
    happens = happens or (ends and has_beside(dated, token.start, token.end, "clock.happening"))
    if not (sharp or happens):
        return False
    time = Time(token.start, token.end, hour * HOUR % DAY, True, either=hour <= 12)
    in_part(dated, time)
    note(dated, time)
    return True


def read_tonight(dated: DatedText, token: Token) -> bool:
    """Note "at 7 tonight", "Doors: 8 tomorrow"; say whether it was one: "we lost 7 tonight"."""
    text = dated.text
    if read_exact(dated, token, int(token.text)):
        return True
    led = before(text, token.start)
    if not (led is None or led.text in _CLOSE or led.text == ":") or not 1 <= int(token.text) <= 12:
        return False
    time = Time(token.start, token.end, int(token.text) * HOUR, True, either=True)
    in_part(dated, time)
    if not time.either:
        note(dated, time)
    return not time.either


def read_shortly(dated: DatedText, token: Token, hour: int) -> bool:
    """Note "um kurz vor acht", "at just before 8"; say whether it was one.

    Something must tell the time from a number that is nearly reached ("kurz vor acht Toren"):
    a word before it that leads to times, a part of the day, or a day behind it.
    """
    words, text = dated.words, dated.text
    lead = text[max(0, token.start - _LEAD) : token.start].rstrip(" ").lower()
    if lead and not lead[-1].isspace() and not lead.endswith(words.turned):
        return False
    bound = before(text, token.start)
    if bound is None or words.bounds.get(bound.low) not in ("before", "after"):
        return False
    shortly = before(text, bound.start)
    if not words.has("clock.shortly", shortly) or shortly is None or not 1 <= hour <= 24:
        return False
    behind = after(text, token.end)
    if words.has("clock.words", behind):
        return False
    led = before(text, shortly.start)
    led_in = words.has("clock.leading", led) or (led is not None and led.low in words.clock.adverbs)
    if not (led_in and not may_count(dated, behind)) and not _on_day(dated, behind):
        return False
    time = Time(token.start, token.end, hour * HOUR % DAY, True, either=hour <= 12)
    in_part(dated, time)
    note(dated, time)
    return True


def _on_day(dated: DatedText, behind: Token | None) -> bool:
    """Say whether a day follows: "just after 8 on Monday"."""
    words = dated.words
    if behind is None or not (words.has("joints", behind) or words.has("clock.on", behind)):
        return False
    day = after(dated.text, behind.end)
    sense = words.senses.get(day.low) if day is not None else None
    return sense is not None and sense.kind in _DAYS


def _part_beside(dated: DatedText, led: Token) -> str | None:
    """Return the part of the day that ends right before "at": "tonight at 7"."""
    last = dated.readings[-1] if dated.readings else None
    if last is None or dated.text[last.end : led.start].strip() or last.grain not in _DAYS:
        return None
    return clockwords.ending(dated.text, last.end, dated.words.clock.parts)


def read_lettered(dated: DatedText, token: Token) -> bool:
    """Note "um 20h", "ab 8h30"; say whether it was one: "nach 20h" may be a length."""
    words, text = dated.words, dated.text
    hour = int(token.text)
    end = token.end + 1
    led = before(text, token.start)
    minutes = text[end : end + 2]
    told = words.has("clock.exactly", led) or words.has("clock.opening", led)
    if not told and hour >= _LONG and minutes.isdecimal():
        told = led is None or led.text in _CLOSE or led.text != led.low  # "Treffpunkt 17h30"
    if hour > 24 or not told:
        return False
    whole = not (minutes.isdecimal() and len(minutes) == 2 and int(minutes) < HOUR)
    end += 0 if whole else 2
    if text[end : end + 1].isalnum():
        return False
    minute = hour * HOUR + (0 if whole else int(minutes))
    note(dated, Time(token.start, end, minute % DAY, whole))
    return True
