"""Opens dates towards the past or the future: "seit 2019", "until Friday", "not before May"."""

from __future__ import annotations

from claimcheck.normalise.dates import calendar
from claimcheck.normalise.dates.datewords import Token, after, before
from claimcheck.normalise.dates.leaning import has_beside, leaning
from claimcheck.normalise.dates.reading import AHEAD, DatedText, Reading

_SHORTLY = 14
"""Days that "shortly before" a day means at most."""


def bounded(dated: DatedText, reading: Reading) -> Reading:
    """Open a date by "seit", "until" and the like before it; the word then is in its span."""
    text, words = dated.text, dated.words
    if reading.qualifier == "range" or reading.grain == "range":
        return reading
    if (night := _overnight(dated, reading)) is not None:
        return night
    if text[reading.end : reading.end + 2] in ("'s", "’s"):
        return reading
    token = _lead(dated, reading)
    if token is None:
        return reading
    if token.low in words.bound_phrases:
        phrased = _phrased(dated, reading, token)
        if phrased is not None:
            return phrased
    if token.low not in words.bounds:
        return reading
    end = reading.end
    if words.has("bounds.split", token):
        close = after(text, reading.end)
        if close is None or not words.has("bounds.close", close):
            return reading
        end = close.end
    bound = words.bounds[token.low]
    denied = _denied(dated, token) if bound in ("before", "until") else None
    if denied is not None:
        token, bound = denied, "starting"
    elif (double := before(text, token.start)) and words.bounds.get(double.low) == bound:
        token = double
    if reading.grain == "weekday" and bound in ("starting", "until"):
        _ahead(dated, reading)
    near = before(text, token.start)
    if bound in ("before", "after") and words.has("clock.shortly", near) and near is not None:
        _close_by(reading, bound)
        token = near
    else:
        _open(reading, bound)
    reading.start, reading.end = token.start, end
    return reading


def _lead(dated: DatedText, reading: Reading) -> Token | None:
    """Return the word before a date that may open it, over articles: "until THE 5th"."""
    text, words = dated.text, dated.words
    token = before(text, reading.start)
    if token is not None and words.has("articles", token) and _is_attribute(dated, reading, token):
        return None
    for _ in range(3):
        if token is None or not words.has("articles", token):
            break
        token = before(text, token.start)
    if token is not None and words.has("joints", token):
        lead = before(text, token.start)
        return lead if words.has("bounds.by", lead) else token
    return token


def _close_by(reading: Reading, bound: str) -> None:
    """Read "kurz vor Weihnachten", "shortly after 2010": two weeks, or for longer dates as long."""
    low, high = reading.low, reading.high
    reading.qualifier = "under" if bound == "before" else "over"
    if low is None or high is None:
        return
    reading.value = reading.value or calendar.iso(low, high)
    width = max(_SHORTLY, (high - low).days + 1)
    if bound == "before":
        reading.low, reading.high = (
            calendar.shifted_days(low, -width),
            calendar.shifted_days(low, -1),
        )
    else:
        reading.low, reading.high = (
            calendar.shifted_days(high, 1),
            calendar.shifted_days(high, width),
        )


def _overnight(dated: DatedText, reading: Reading) -> Reading | None:
    """Return "in der Nacht zum Freitag", "overnight into Friday": that day, or the one before."""
    words = dated.words
    if reading.grain not in ("day", "weekday"):
        return None
    link = before(dated.text, reading.start)
    if link is not None and words.has("articles", link) and not words.has("dayparts.into", link):
        link = before(dated.text, link.start)
    night = before(dated.text, link.start) if link is not None else None
    if not (words.has("dayparts.into", link) and words.has("dayparts.nights", night)):
        return None
    if reading.low is not None and reading.low == reading.high and night is not None:
        reading.value = calendar.iso(reading.low, reading.low)
        reading.low = calendar.shifted_days(reading.low, -1)
        reading.start, reading.qualifier = night.start, "range"
        return reading
    return None


def _phrased(dated: DatedText, reading: Reading, last: Token) -> Reading | None:
    """Open a date by several words: "no later than"."""
    lead = dated.text[max(0, last.end - 30) : last.end].lower()
    for phrase, bound in dated.words.bound_phrases[last.low]:
        if lead.endswith(phrase) and not lead[: -len(phrase)][-1:].isalpha():
            if reading.grain == "weekday" and bound in ("starting", "until"):
                _ahead(dated, reading)
            _open(reading, bound)
            reading.start = last.end - len(phrase)
            return reading
    return None


def _denied(dated: DatedText, bound: Token) -> Token | None:
    """Return the bound, or "not" right before it, where it is denied: "will not open before"."""
    token = before(dated.text, bound.start)
    for far in range(3):
        if token is None or not token.text.isalpha():
            return None
        if dated.words.has("bounds.negation", token):
            glued = dated.text[token.start - 1 : token.start] in ("'", "’")
            return bound if far or glued else token
        token = before(dated.text, token.start)
    return None


def _is_attribute(dated: DatedText, reading: Reading, article: Token) -> bool:
    """Say whether the article belongs to a noun that a year describes: "before the 2004 poll"."""
    words = dated.words
    following = after(dated.text, reading.end)
    return (
        reading.grain == "year"
        and dated.text[reading.start].isdecimal()
        and following is not None
        and following.text[0].isalpha()
        and article.low not in words.units
        and not words.has("codes.fiscal", article)
    )


def _ahead(dated: DatedText, reading: Reading) -> None:
    """Move a weekday without adjective to the coming one, unless the sentence looks back."""
    first = before(dated.text, reading.end)
    while first is not None and first.start > reading.start:
        first = before(dated.text, first.start)
    shifted = first is not None and first.low in dated.words.adjectives
    if shifted or reading.low is None or dated.published is None or reading.reasons:
        return
    past = leaning(dated, reading.start, reading.end) == "past"
    past = past and not has_beside(dated, reading.start, reading.end, "plan_words")
    if reading.low < dated.published and not past:
        reading.low = reading.high = calendar.shifted_days(reading.low, 7)
        reading.reasons = (AHEAD,)


def _open(reading: Reading, bound: str) -> None:
    """Make a reading unbounded towards the past or the future."""
    low, high = reading.low, reading.high
    rough = reading.qualifier == "about"
    reading.qualifier = "at_most" if bound in ("until", "before") else "at_least"
    if low is None or high is None:
        return
    reading.value = reading.value or calendar.iso(low, high)
    if bound in ("since", "starting"):
        reading.high = None
    elif bound == "until" or (bound == "before" and rough):
        reading.low = None
    elif bound == "before":
        reading.low, reading.high = None, calendar.shifted_days(low, -1)
    else:
        reading.low, reading.high = calendar.shifted_days(high, 1), None
