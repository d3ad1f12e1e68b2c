"""Reads minutes before and after an hour: "zwanzig nach acht", "ten minutes to midnight"."""

from __future__ import annotations

from claimcheck.normalise.dates.datewords import Token, after, before
from claimcheck.normalise.dates.reading import DatedText, Time
from claimcheck.normalise.dates.senses import Sense
from claimcheck.normalise.hours.clock import CLOSE, hour_of, in_half, in_part, note, same_half
from claimcheck.normalise.hours.clockwords import DAY, HOUR

NOON_HOUR = 12
_FIVES = 5
"""Minutes without their word are fives: "ten to midnight", not "two to midnight"."""


def read_minutes(dated: DatedText, sense: Sense, token: Token) -> None:
    """Note "zwanzig nach acht", "ten to five p.m.", "fünf vor halb zehn"."""
    text, words = dated.text, dated.words
    turn = after(text, token.end)
    sign = words.clock.turns.get(turn.low, 0) if turn is not None else 0
    hour = after(text, turn.end) if turn is not None else None
    opening = before(text, token.start)
    if not sign or turn is None or (sign < 0 and words.has("range.open", opening)):
        return None
    shift = words.clock.leads.get(hour.low, 0) if hour is not None else 0
    if shift and hour is not None:
        hour = after(text, hour.end)
    number = hour_of(dated, hour)
    if not number or hour is None or (number == 1 and sign < 0):
        return None
    minute = (number * HOUR + shift + sign * int(sense.value)) % DAY
    time = Time(token.start, hour.end, minute, False, either=True)
    behind = after(text, hour.end)
    marked = words.has("clock.before", opening) or shift != 0
    alone = opening is None and after(text, hour.end) is None
    rises = sign < 0 and int(sense.value) < number
    ranged = rises and words.has("range.to", turn)  # "5 to 10"
    marked = marked or (alone and (sign > 0 or number != 12) and not ranged)  # "5 vor 12": idiom
    if words.has("clock.words", behind) and behind is not None:
        time.end, marked = behind.end, True
    marked = in_half(dated, time) or marked
    closed = behind is None or behind.text in CLOSE
    marked = marked or (closed and sign > 0 and not hour.text.isdecimal())
    marked = marked or (minute % _FIVES == 0 and _is_told(dated, token, behind))
    in_part(dated, time)
    if marked or not time.either:
        note(dated, time)
    return None


def _is_told(dated: DatedText, token: Token, behind: Token | None) -> bool:
    """Say whether a sentence tells the time: "It was twenty to seven when the bomb went off"."""
    text, words = dated.text, dated.words
    verb = before(text, token.start)
    if not words.has("clock.is", verb) or verb is None:
        return False
    if behind is not None and behind.text == ",":
        behind = after(text, behind.end)
    return words.has("clock.it", before(text, verb.start)) and words.has("clock.when", behind)


def read_turned(dated: DatedText, token: Token) -> bool:
    """Note "um 20 vor 7", "it was 20 to 7 when …"; say whether it was one."""
    opening = before(dated.text, token.start)
    told = dated.words.has("clock.exactly", opening) or dated.words.has("clock.is", opening)
    if not (told or opening is None):
        return False
    if not 0 < int(token.text) < HOUR or (opening is None and _is_span(dated, token)):
        return False
    noted = len(dated.times)
    read_minutes(dated, Sense("clock_minutes", int(token.text)), token)
    return len(dated.times) > noted


def _is_span(dated: DatedText, token: Token) -> bool:
    """Say whether "3 to 6 p.m." opens a text: hours that somebody has, and no minutes."""
    link = after(dated.text, token.end)
    hour = after(dated.text, link.end) if link is not None else None
    if hour is None or int(token.text) > NOON_HOUR or not dated.words.has("range.to", link):
        return False
    return in_half(dated, Time(hour.start, hour.end, hour_of(dated, hour) * HOUR, True))


def read_minute_word(dated: DatedText, sense: Sense, token: Token) -> None:
    """Note "17 Minuten nach vier", "17 minutes past four p.m.", where no noun is counted."""
    text, words = dated.text, dated.words
    number = before(text, token.start)
    minute = _minute(dated, number)
    turn = after(text, token.end)
    sign = words.clock.long_turns.get(turn.low, 0) if turn is not None else 0
    hour = after(text, turn.end) if turn is not None else None
    if not minute or not sign or number is None or number.start < dated.done or hour is None:
        return None
    of_twelve = hour_of(dated, hour)
    ranged = words.has("range.to", turn) and words.has("range.open", before(text, number.start))
    if not of_twelve or ranged:
        return None
    time = Time(number.start, hour.end, (of_twelve * HOUR + sign * minute) % DAY, False)
    time.either = True
    behind = after(text, hour.end)
    marked = words.has("clock.words", behind)
    if marked and behind is not None:
        time.end = behind.end
    marked = in_half(dated, time) or marked
    in_part(dated, time)
    if marked or not time.either or not may_count(dated, behind):
        note(dated, time)
    return None


def may_count(dated: DatedText, behind: Token | None) -> bool:
    """Say whether what follows a number may be a noun: "nach vier weiteren Toren"."""
    words = dated.words
    if behind is None or behind.text in CLOSE:
        return False
    if not words.nouns_capitalised:
        parts = words.has("range.to", behind) or words.has("genitives", behind)
        return parts or not (words.opens_phrase(behind) or words.has("clock.before", behind))
    if behind.text != behind.low or not behind.low.endswith(words.endings):
        return behind.text != behind.low
    noun = after(dated.text, behind.end)
    return noun is None or noun.text != noun.low or not noun.text.isalpha()


def _minute(dated: DatedText, token: Token | None) -> int:
    """Return the minutes before the hour that a word or digits name, 0 for none."""
    if token is None:
        return 0
    if token.text.isdecimal():
        left = dated.text[token.start - 1 : token.start] if token.start else ""
        whole = len(token.text) < 3 and left not in (".", ",", ":", "-")
        number = int(token.text) if whole else 0
    else:
        number = int(dated.words.counts.get(token.low, 0))
    return number if number < HOUR else 0


def read_named(dated: DatedText, sense: Sense, token: Token) -> None:
    """Note "midnight" and "noon"; a loose word only where what leads to a time stands before."""
    text, words = dated.text, dated.words
    previous = before(text, token.start)
    if text[token.end : token.end + 1] == "-" or text[token.start - 1 : token.start] == "-":
        return None
    if token.low not in words.clock.loose and previous is not None:
        found = _led_name(dated, int(sense.value), token, previous)
        if found is not None:
            if found:
                note(dated, *found)
            dated.done = token.end
            return None
    if token.low in words.clock.loose:
        hedged = words.has("clock.about", previous) or words.has("clock.before", previous)
        if not hedged or (previous is not None and previous.start < dated.done):
            return None
    elif token.text != token.low and not words.nouns_capitalised:
        return None
    twelve = previous is not None and previous.text == "12" and previous.start >= dated.done
    start = previous.start if twelve and previous is not None else token.start
    note(dated, Time(start, token.end, int(sense.value), True))
    return None


def _led_name(dated: DatedText, minute: int, token: Token, turn: Token) -> list[Time] | None:
    """Return the times of "an hour before midnight", "from ten to midnight".

    None where nothing turns the name, no times where what turns it tells none.
    """
    words = dated.words
    last = before(dated.text, turn.start)
    if last is None:
        return None
    sign = words.clock.long_turns.get(turn.low, 0)
    length = words.clock.lengths.get(last.low) if sign else None
    if length == 0:
        return []
    if length is not None and (found := _length(dated, last, length)):
        return [Time(found[0], token.end, (minute + sign * found[1]) % DAY, False)]
    opened = _opened(dated, minute, token, turn)
    if opened is not None:
        return opened
    minutes = _minute(dated, last) if sign and last.start >= dated.done else 0
    if not minutes or minutes % _FIVES or not _may_lead(dated, turn, last):
        return None
    return [Time(last.start, token.end, (minute + sign * minutes) % DAY, False)]


def _length(dated: DatedText, unit: Token, minutes: int) -> tuple[int, int] | None:
    """Return where a length that ends with a unit starts, and its minutes: "a half hour"."""
    text, words = dated.text, dated.words
    number = before(text, unit.start)
    if number is None or number.start < dated.done:
        return None
    if words.has("distance.half", number):
        article = before(text, number.start)
        whole = article is not None and words.counts.get(article.low) == 1
        return (article.start if whole and article else number.start), minutes // 2
    count = words.counts.get(number.low) or _minute(dated, number)
    half = before(text, number.start)
    if count == 1 and half is not None and words.has("distance.half", half):
        return half.start, minutes // 2
    return (number.start, int(count * minutes)) if count else None


def _opened(dated: DatedText, minute: int, token: Token, link: Token) -> list[Time] | None:
    """Return the two times of "from ten to midnight"."""
    words = dated.words
    hour = before(dated.text, link.start)
    number = hour_of(dated, hour)
    if hour is None or not number or hour.start < dated.done:
        return None
    if not (words.has("range.to", link) or words.has("range.and", link)):
        return None
    if not words.has("range.open", before(dated.text, hour.start)):
        return None
    first = same_half(number * HOUR, minute)
    return [Time(hour.start, hour.end, first, True), Time(token.start, token.end, minute, True)]


def _may_lead(dated: DatedText, turn: Token, number: Token) -> bool:
    """Say whether a number before "to midnight" is minutes, and not the hour of an opening."""
    words = dated.words
    led = before(dated.text, number.start)
    if led is None or led.text in CLOSE:
        return True
    if words.has("range.to", turn):
        return words.has("clock.exactly", led) or words.has("clock.is", led)
    return turn.low in words.clock.turns and not words.has("range.open", led)
