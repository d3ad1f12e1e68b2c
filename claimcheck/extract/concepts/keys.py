"""The concepts of `data/measures.toml` that rules know by name or by a field.

A test holds that the data has each of them.
"""

from __future__ import annotations

from collections.abc import Mapping

from claimcheck.lexicon import table

AGE, RETIREMENT_AGE = "age", "retirement_age"
CHILDREN = "children"
"""They may be left out: "a father of two"."""
STANDING = "standing"
"""What a rank is that no noun is named with: "finished third"."""
AVERAGE = "average"
VOTE_SHARE = "vote_share"
"""What a share is that a party has."""
RESPONDENTS = "respondents"
SURVEY_SUPPORT, SURVEY_OPPOSITION = "survey_support", "survey_opposition"
"""What shares of those asked in a survey are."""
ASKED = frozenset({RESPONDENTS, SURVEY_SUPPORT, SURVEY_OPPOSITION})
WINS, LOSSES = "wins", "losses"
"""What the two sides of a record count."""

DURATION = "duration"
"""What a time is that nothing is named to last for."""
TIME_APART = "time_apart"
"""What a time is that lies between two things."""
LAPSE = "lapse"
"""What a time is in which there had been nothing like it."""
DEADLINE, STAY, RACE_TIME = "deadline_length", "stay_length", "record_time"
SENTENCE = "sentence_length"
TERM_OF_OFFICE = "term_of_office"
WORKING_HOURS = "working_hours"
TIME_LEFT, MINUTE_OF_PLAY = "time_left", "minute_of_play"

START, EFFECT, END = "start", "effective_date", "end"
"""What a date is that only tells when something begins, applies or ends."""
HELD, CANCELLATION, ANNOUNCEMENT = "held", "cancellation", "announcement"
DECISION = "decision"
ABOLITION, BAN = "abolition_date", "ban_date"
MEETING, ANNIVERSARY = "meeting", "anniversary_date"
"""What happens to what takes place, and may not."""

PRICE, COSTS = "price", "costs"
HOUSE_PRICE, RENT = "house_price", "rent"
NET_INCOME, WAGE = "net_income", "wage"
"""What firms earn, and what people do."""
CASH, DEFICIT = "cash", "deficit"

WICKETS, RUNS, INNINGS = "wickets", "runs", "innings"
MATCHES, TESTED = "matches", "tested"
"""What figures of cricket count; a Test is a match there."""

MAGNITUDE = "magnitude"
"""What a bare number is that a quake is measured at."""
DISTANCE, DEPTH, HEIGHT, WEIGHT = "distance", "depth", "height", "weight"
SPEED, DISCHARGE = "speed", "discharge"


_ROWS = tuple((key, row) for group in table("measures").values() for key, row in group.items())


def _with(field: str) -> frozenset[str]:
    """Return the concepts that have a field."""
    return frozenset(key for key, row in _ROWS if row.get(field))


def _by(field: str) -> Mapping[str, str]:
    """Return the concepts by what their field lists."""
    return {value: key for key, row in _ROWS for value in row.get(field, ())}


VAGUE = _with("carries")
"""Concepts that only carry another one: "der Anteil der Frauen"."""
MARKS = _with("marks")
"""Concepts that a number is held against: "weit unter dem bisherigen Rekord"."""
OF_THINGS = _with("of_things")
"""Concepts that a thing has that its sentence opens with: what costs so much, or takes so long."""
LASTING = _with("says_only")
"""Concepts whose words say that something lasts, and not what."""
BY_DIMENSION = _by("dimensions")
"""What a number of this dimension measures where no word says so."""
BY_RATE = _by("rates")
"""What a sum per so much measures where no word says so."""
BY_SCORE = _by("scores")
"""What a score measures, by what the words beside it say."""
